//! Sign-off: what a reviewer signs, who has, and a form to sign what is on the desk now.

use wasm_bindgen::JsCast as _;
use web_sys::{HtmlInputElement, SubmitEvent};
use weighup_core::desk::SignOff;
use yew::{Context, Html, TargetCast as _, html};

use crate::app::{App, Msg};

pub(super) fn sign(app: &App, ctx: &Context<App>) -> Html {
    let Some(desk) = &app.desk else {
        return Html::default();
    };
    let off = desk.sign_off();
    html! {
        <section class="wu-card" aria-labelledby="dk-sign-title">
            <h3 class="wu-h2" id="dk-sign-title">{ "What is signed" }</h3>
            { facts(&off) }
            { signatures(&off) }
            if off.content.is_some() { { form(ctx) } } else { <p>{ "An aid with errors cannot be signed. Mend them first." }</p> }
        </section>
    }
}

fn facts(off: &SignOff) -> Html {
    let line =
        |name: &str, value: &str| html! { <><dt>{ name.to_owned() }</dt><dd>{ value.to_owned() }</dd></> };
    html! {
        <dl class="wu-facts">
            { line("Version", &off.version) }
            if let Some(content) = &off.content { { line("Hash of the content", content) } }
            if let Some(hash) = &off.hash { { line("Hash of the published aid", hash) } }
            if let Some(notice) = &off.notice { { line("What every page says", notice) } }
        </dl>
    }
}

fn signatures(off: &SignOff) -> Html {
    if off.signed.is_empty() {
        return html! { <p>{ "Nobody has signed yet." }</p> };
    }
    html! {
        <ul class="wu-list">{ for off.signed.iter().map(|signed| html! {
            <li>{ format!("{}, {}: version {}, on {}. ", signed.name, signed.role, signed.version, signed.date) }{ if signed.counts { "It is of what is here now." } else { "It is of another content, and no longer counts." } }</li>
        }) }</ul>
    }
}

fn form(ctx: &Context<App>) -> Html {
    let submit = ctx.link().batch_callback(|event: SubmitEvent| {
        event.prevent_default();
        let form = event.target_dyn_into::<web_sys::Element>()?;
        let value = |id: &str| {
            let input = form.query_selector(&format!("#{id}")).ok()??;
            Some(
                input
                    .dyn_into::<HtmlInputElement>()
                    .ok()?
                    .value()
                    .trim()
                    .to_owned(),
            )
        };
        Some(Msg::Sign(value("dk-sign-name")?, value("dk-sign-role")?))
    });
    html! {
        <form onsubmit={submit}>
            <h4 class="wu-h3">{ "Sign this content" }</h4>
            <p class="wu-soft">{ "You say that you have checked all of it. Your name, your role, today’s date and the hash are written into review.toml. Any later change of the content is no longer signed." }</p>
            <div class="wu-field"><label class="wu-field__label" for="dk-sign-name">{ "Name" }</label><input class="wu-input dk-short" id="dk-sign-name" type="text" autocomplete="name" /></div>
            <div class="wu-field"><label class="wu-field__label" for="dk-sign-role">{ "Role" }</label><input class="wu-input dk-short" id="dk-sign-role" type="text" autocomplete="organization-title" /></div>
            <button type="submit" class="wu-button wu-button--quiet">{ "Sign it" }</button>
        </form>
    }
}
