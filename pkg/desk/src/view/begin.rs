//! The first screen: open an aid, or begin one.

use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlInputElement, HtmlTextAreaElement, SubmitEvent};
use weighup_core::desk::{Start, Wanted};
use yew::{Context, Html, TargetCast as _, html};

use super::banner::wrong;
use crate::app::{App, Msg};

pub(super) fn begin(app: &App, ctx: &Context<App>) -> Html {
    let link = ctx.link();
    let choose =
        link.batch_callback(|event: Event| event.target_dyn_into::<HtmlInputElement>().map(Msg::Chosen));
    html! {
        <main class="dk-begin">
            <h1 id="dk-heading" class="wu-h1" tabindex="-1">{ "The desk for authors" }</h1>
            <p class="wu-lead">{ "Write and check a decision aid in a form. What you write is a plain file, aid.toml, that colleagues can read and compare." }</p>
            { wrong(app) }
            <div class="dk-begin__ways">
                <section class="wu-card" aria-labelledby="dk-open-title">
                    <h2 class="wu-h2" id="dk-open-title">{ "Open an aid" }</h2>
                    <div class="wu-field">
                        <label class="wu-field__label" for="dk-choose">{ "Choose its files" }</label>
                        <span class="wu-field__hint" id="dk-choose-help">{ "All that end in .toml in its folder, aid.toml among them. At most 100 files of 4 million bytes. You can drop them, or the folder, anywhere on this page." }</span>
                        <input class="wu-input" id="dk-choose" type="file" multiple=true accept=".toml" aria-describedby="dk-choose-help" onchange={choose} />
                    </div>
                    if ctx.props().host.folders() {
                        <p>{ "Or open its folder, to save in place:" }</p>
                        <p><button type="button" class="wu-button wu-button--quiet" onclick={link.callback(|_| Msg::Folder)}>{ "Open a folder" }</button></p>
                    }
                    <p class="wu-soft">{ "Nothing leaves this device, and nothing is kept in the browser: save before you close the page. Files that were chosen are saved as downloads." }</p>
                </section>
                <section class="wu-card" aria-labelledby="dk-new-title">
                    <h2 class="wu-h2" id="dk-new-title">{ "Begin an aid" }</h2>
                    { new(ctx) }
                </section>
            </div>
        </main>
    }
}

fn new(ctx: &Context<App>) -> Html {
    let submit = ctx.link().batch_callback(|event: SubmitEvent| {
        event.prevent_default();
        begun(&event.target_dyn_into::<web_sys::Element>()?)
    });
    let line = |id: &'static str, name: &'static str, hint: &'static str| {
        html! {
            <div class="wu-field">
                <label class="wu-field__label" for={id}>{ name }</label>
                <span class="wu-field__hint" id={format!("{id}-help")}>{ hint }</span>
                <input class="wu-input" {id} type="text" autocomplete="off" aria-describedby={format!("{id}-help")} />
            </div>
        }
    };
    let lines = |id: &'static str, name: &'static str, hint: &'static str| {
        html! {
            <div class="wu-field">
                <label class="wu-field__label" for={id}>{ name }</label>
                <span class="wu-field__hint" id={format!("{id}-help")}>{ hint }</span>
                <textarea class="wu-input" {id} rows="3" aria-describedby={format!("{id}-help")} />
            </div>
        }
    };
    html! {
        <form onsubmit={submit}>
            { line("dk-condition", "Condition", "Its plain name, such as “Sore throat”.") }
            { line("dk-decision", "Decision", "As the question a person would ask, such as “Should I take antibiotics, or wait?”") }
            { line("dk-nothing", "What is it called to do nothing for now?", "It is one of the options of every aid, such as “No antibiotics”.") }
            { lines("dk-options", "Other options", "One on each line.") }
            { lines("dk-less", "Outcomes that most people want less of", "One on each line, such as “Side effects”. With the wrong one every comparison is upside down.") }
            { lines("dk-more", "Outcomes that most people want more of", "One on each line, such as “Free of pain after 3 days”.") }
            <button type="submit" class="wu-button">{ "Begin" }</button>
        </form>
    }
}

/// What was filled in, or what is missing.
fn begun(form: &web_sys::Element) -> Option<Msg> {
    let said = |id: &str| -> Option<String> {
        let control = form.query_selector(&format!("#{id}")).ok()??;
        let text = match control.dyn_into::<HtmlTextAreaElement>() {
            Ok(area) => area.value(),
            Err(other) => other.dyn_into::<HtmlInputElement>().ok()?.value(),
        };
        Some(text.trim().to_owned())
    };
    let lines = |text: String| -> Vec<String> {
        text.lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect()
    };
    for (id, what) in [
        ("dk-condition", "Say what the condition is."),
        ("dk-decision", "Say what the decision is."),
        ("dk-nothing", "Say what it is called to do nothing for now."),
        ("dk-options", "Name at least one other option."),
    ] {
        if said(id)?.is_empty() {
            return Some(Msg::NotBegun(what, id));
        }
    }
    let (less, more) = (lines(said("dk-less")?), lines(said("dk-more")?));
    if less.is_empty() && more.is_empty() {
        return Some(Msg::NotBegun("Name at least one outcome.", "dk-less"));
    }
    let wanted = |names: Vec<String>, wanted: Wanted| names.into_iter().map(move |name| (name, wanted));
    Some(Msg::Begin(Start {
        condition: said("dk-condition")?,
        id: String::new(),
        decision: said("dk-decision")?,
        options: [vec![said("dk-nothing")?], lines(said("dk-options")?)].concat(),
        outcomes: wanted(less, Wanted::Lower)
            .chain(wanted(more, Wanted::Higher))
            .collect(),
    }))
}
