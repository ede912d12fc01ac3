//! What has to be decided before anything else, and what could not be done. Each is called by its own first sentence, and has the focus when it
//! comes: it is heard once.

use wasm_bindgen::JsCast as _;
use web_sys::{HtmlInputElement, SubmitEvent};
use yew::{Context, Html, TargetCast as _, html};

use super::head::sentence;
use super::untaken;
use crate::app::{App, Clash, Msg, NotSaved};

/// All that are there.
pub(super) fn banners(app: &App, ctx: &Context<App>) -> Html {
    html! {
        <>
            { wrong(app) }
            if let Some(not) = &app.not_saved { { not_saved(ctx, not) } }
            if app.leaving { { leaving(app, ctx) } }
            if let Some(there) = &app.clash { { clash(ctx, there) } }
        </>
    }
}

/// What could not be done, and why.
pub(super) fn wrong(app: &App) -> Html {
    let wrong = &app.wrong;
    if wrong.words.is_empty() {
        return Html::default();
    }
    let words = sentence(&wrong.words);
    // Where the focus is on the control that it is about, it is an alert; otherwise the focus is on it.
    match wrong.of {
        Some(_) => html! { <div class="dk-banner" id="dk-wrong" role="alert"><p>{ words }</p></div> },
        None => {
            html! { <div class="dk-banner" id="dk-wrong" tabindex="-1" role="group" aria-labelledby="dk-wrong-said"><p id="dk-wrong-said">{ words }</p></div> }
        }
    }
}

fn leaving(app: &App, ctx: &Context<App>) -> Html {
    let link = ctx.link();
    let changed: Vec<&str> = app.changed().collect();
    let said = match (changed.as_slice(), untaken::count(app)) {
        ([], _) => "There are texts that are in no file.".to_owned(),
        (names, None) => format!("There are changes that are not saved: {}.", names.join(", ")),
        (names, Some(untaken)) => format!(
            "There are changes that are not saved: {}. {untaken}.",
            names.join(", ")
        ),
    };
    html! {
        <section class="dk-banner" id="dk-leaving" tabindex="-1" aria-labelledby="dk-leaving-said">
            <p id="dk-leaving-said">{ format!("{said} Close this aid without them?") }</p>
            { untaken::list(app, ctx) }
            <div class="dk-row">
                if !changed.is_empty() { <button type="button" class="wu-button" onclick={link.callback(|_| Msg::Save(false))}>{ "Save" }</button> }
                <button type="button" class="wu-button wu-button--quiet" onclick={link.callback(|_| Msg::Stay)}>{ "Keep it open" }</button>
                <button type="button" class="wu-button wu-button--quiet" onclick={link.callback(|_| Msg::Leave(true))}>{ "Close without saving" }</button>
            </div>
        </section>
    }
}

fn clash(ctx: &Context<App>, clash: &Clash) -> Html {
    let link = ctx.link();
    html! {
        <section class="dk-banner" id="dk-clash" tabindex="-1" aria-labelledby="dk-clash-said">
            <p id="dk-clash-said">{ format!("{} was changed outside this page since it was opened here. It was not written, and nothing is lost.", clash.name) }</p>
            <div class="dk-row">
                if clash.theirs.is_some() {
                    <button type="button" class="wu-button wu-button--quiet" onclick={link.callback(|_| Msg::TakeTheirs)}>{ "Show what is there, and keep mine behind undo" }</button>
                }
                <button type="button" class="wu-button wu-button--quiet" onclick={link.callback(|_| Msg::Save(true))}>{ "Write mine over it" }</button>
                <button type="button" class="wu-button wu-button--quiet" onclick={link.callback(|_| Msg::CloseClash)}>{ "Not now" }</button>
            </div>
        </section>
    }
}

/// Why it is not saved, and every way on that there is: again, as downloads, and by the address of the command that was started again.
fn not_saved(ctx: &Context<App>, not: &NotSaved) -> Html {
    let link = ctx.link();
    let rejoin = link.batch_callback(|event: SubmitEvent| {
        event.prevent_default();
        let form = event.target_dyn_into::<web_sys::Element>()?;
        let input = form.query_selector("input").ok()??;
        let address = input.dyn_into::<HtmlInputElement>().ok()?.value();
        Some(Msg::Rejoin(address.trim().to_owned()))
    });
    let said = match not.saved.as_slice() {
        [] if !not.tried => format!("This page cannot save any more. {}", sentence(&not.why)),
        [] => format!("Nothing was saved. {}", sentence(&not.why)),
        saved => format!(
            "Saved: {}. The rest was not saved. {}",
            saved.join(", "),
            sentence(&not.why)
        ),
    };
    html! {
        <section class="dk-banner" id="dk-lost" tabindex="-1" aria-labelledby="dk-lost-said">
            <p id="dk-lost-said">{ format!("{said} Your work is still on this page.") }</p>
            if not.lost {
                <form class="dk-inline" onsubmit={rejoin}>
                    <label class="wu-field__label" for="dk-address">{ "The new address" }</label>
                    <span class="wu-field__hint" id="dk-address-help">{ "Start weighup desk again for the same folder, if it has ended. It prints a line that begins with http and ends with a token: copy all of it in here." }</span>
                    <input class="wu-input dk-wide" id="dk-address" type="text" autocomplete="off" spellcheck="false" aria-describedby="dk-address-help" />
                    <button type="submit" class="wu-button wu-button--quiet">{ "Go on with this address" }</button>
                </form>
            }
            <div class="dk-row">
                <button type="button" class="wu-button" onclick={link.callback(|_| Msg::Download)}>{ "Download what is not saved" }</button>
                <button type="button" class="wu-button wu-button--quiet" onclick={link.callback(|_| Msg::Save(false))}>{ "Try again" }</button>
            </div>
        </section>
    }
}
