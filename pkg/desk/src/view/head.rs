//! What is at the top of every screen: which aid this is, whether it is saved, and what can be taken back.

use weighup_core::desk::{DeskSheet, FieldSaid};
use yew::{Context, Html, html};

use crate::app::{App, Msg};
use crate::place;

pub(super) fn head(app: &App, ctx: &Context<App>, sheet: &DeskSheet) -> Html {
    let title = match place::field(sheet, "aid.toml", "title").and_then(|field| field.value) {
        Some(FieldSaid::Text(title)) => title,
        _ => "An aid without a title".to_owned(),
    };
    let changed: Vec<&str> = app.changed().collect();
    let state = match changed.as_slice() {
        [] if app.place.is_empty() => "Nothing to save".to_owned(),
        [] => format!("Saved in {}", app.place),
        names => format!("Not saved: {}", names.join(", ")),
    };
    let link = ctx.link();
    html! {
        <header class="dk-head">
            <a class="dk-skip" href="#dk-heading">{ "Skip to the form" }</a>
            <div class="dk-head__what">
                <h1 class="dk-head__title">{ title }</h1>
                <p class="dk-head__state" data-saved={changed.is_empty().to_string()}>{ state }</p>
            </div>
            <div class="dk-head__acts">
                <button type="button" class="wu-button" onclick={link.callback(|_| Msg::Save(false))}>{ "Save" }</button>
                { step(ctx, "Undo", sheet.undo.as_deref(), || Msg::Undo) }
                { step(ctx, "Redo", sheet.redo.as_deref(), || Msg::Redo) }
                <button type="button" class="wu-button wu-button--quiet" onclick={link.callback(|_| Msg::Leave(false))}>{ "Close" }</button>
            </div>
            <p class="dk-said" role="status">{ &app.said }</p>
        </header>
    }
}

/// Undo or redo, with what it is about in words. It keeps its place and the focus where there is nothing to do.
fn step(ctx: &Context<App>, name: &'static str, what: Option<&str>, does: fn() -> Msg) -> Html {
    html! {
        <button type="button" class="wu-button wu-button--quiet dk-step" aria-disabled={what.is_none().then_some("true")}
            onclick={ctx.link().callback(move |_| does())}>
            <span class="dk-step__what">{ what.map_or_else(|| name.to_owned(), |what| format!("{name}: {what}")) }</span>
        </button>
    }
}

/// What has to be decided, and what could not be done.
pub(super) fn banners(app: &App, ctx: &Context<App>) -> Html {
    let link = ctx.link();
    html! {
        <>
            { wrong(app) }
            if app.leaving {
                <section class="dk-banner" id="dk-leaving" tabindex="-1" aria-label="Not saved">
                    <p>{ "There are changes that are not saved. Close this aid without them?" }</p>
                    <div class="dk-row">
                        <button type="button" class="wu-button" onclick={link.callback(|_| Msg::Save(false))}>{ "Save" }</button>
                        <button type="button" class="wu-button wu-button--quiet" onclick={link.callback(|_| Msg::Leave(true))}>{ "Close without saving" }</button>
                    </div>
                </section>
            }
            if let Some(clash) = &app.clash {
                <section class="dk-banner" id="dk-clash" tabindex="-1" aria-label="Changed outside this page">
                    <p>{ format!("{} was changed outside this page since it was opened here. Nothing was written, and nothing is lost.", clash.name) }</p>
                    <div class="dk-row">
                        if clash.theirs.is_some() {
                            <button type="button" class="wu-button wu-button--quiet" onclick={link.callback(|_| Msg::TakeTheirs)}>{ "Show what is there, and keep mine behind undo" }</button>
                        }
                        <button type="button" class="wu-button wu-button--quiet" onclick={link.callback(|_| Msg::Save(true))}>{ "Write mine over it" }</button>
                        <button type="button" class="wu-button wu-button--quiet" onclick={link.callback(|_| Msg::CloseClash)}>{ "Not now" }</button>
                    </div>
                </section>
            }
        </>
    }
}

/// What could not be done, and why.
pub(super) fn wrong(app: &App) -> Html {
    if app.wrong.is_empty() {
        return Html::default();
    }
    html! { <div class="dk-banner" id="dk-wrong" tabindex="-1" role="alert"><p>{ sentence(&app.wrong) }</p></div> }
}

/// A message as a sentence of its own.
pub(super) fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    let mut sentence = first.unwrap_or_default() + letters.as_str();
    if !sentence.ends_with(['.', '!', '?']) {
        sentence.push('.');
    }
    sentence
}
