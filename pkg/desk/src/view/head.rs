//! What is at the top of every screen: which aid this is, whether it is saved, and what can be taken back.

use weighup_core::desk::{DeskSheet, FieldSaid};
use yew::{Context, Html, html};

use super::untaken;
use crate::app::{App, Msg};
use crate::place;

pub(super) fn head(app: &App, ctx: &Context<App>, sheet: &DeskSheet) -> Html {
    let title = match place::field(sheet, "aid.toml", "title").and_then(|field| field.value) {
        Some(FieldSaid::Text(title)) => title,
        _ => "An aid without a title".to_owned(),
    };
    let changed: Vec<&str> = app.changed().collect();
    let mut state = match changed.as_slice() {
        [] if app.place.is_empty() => "Nothing to save".to_owned(),
        [] => format!("Saved in {}", app.place),
        names => format!("Not saved: {}", names.join(", ")),
    };
    if let Some(untaken) = untaken::count(app) {
        state = format!("{state}. {untaken}");
    }
    let refused = |place: &str| format!("what is not taken in {place}");
    let undo = app.drafts.undo().map(refused).or_else(|| sheet.undo.clone());
    let redo = app.drafts.redo().map(refused).or_else(|| sheet.redo.clone());
    let link = ctx.link();
    html! {
        <header class="dk-head">
            <a class="dk-skip" href="#dk-heading">{ "Skip to the form" }</a>
            <div class="dk-head__what">
                <h1 class="dk-head__title">{ title }</h1>
                <p class="dk-head__state" data-saved={(changed.is_empty() && !app.drafts.any()).to_string()}>{ state }</p>
            </div>
            <div class="dk-head__acts">
                <button type="button" class="wu-button" id="dk-save" onclick={link.callback(|_| Msg::Save(false))}>{ "Save" }</button>
                { step(ctx, "Undo", undo.as_deref(), || Msg::Undo) }
                { step(ctx, "Redo", redo.as_deref(), || Msg::Redo) }
                <button type="button" class="wu-button wu-button--quiet" onclick={link.callback(|_| Msg::Leave(false))}>{ "Close" }</button>
            </div>
            // By a new node each time: the same words said twice are heard twice.
            <p class="dk-said" role="status">if !app.said.words.is_empty() { <span key={app.said.number}>{ &app.said.words }</span> }</p>
        </header>
    }
}

/// Undo or redo, with what it is about in words. It keeps its place and the focus where there is nothing to do.
fn step(ctx: &Context<App>, name: &'static str, what: Option<&str>, does: fn() -> Msg) -> Html {
    html! {
        <button type="button" class="wu-button wu-button--quiet dk-step" aria-disabled={what.is_none().then_some("true")}
            onclick={ctx.link().callback(move |_| does())}>
            <span class="dk-step__what"><span>{ name }{ for what.map(|what| html! { <span class="dk-step__of">{ format!(": {what}") }</span> }) }</span></span>
        </button>
    }
}

/// A message as a sentence of its own.
pub(crate) fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    let mut sentence = first.unwrap_or_default() + letters.as_str();
    if !sentence.ends_with(['.', '!', '?']) {
        sentence.push('.');
    }
    sentence
}
