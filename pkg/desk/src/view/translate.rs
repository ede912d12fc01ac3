//! Translations: the original and the translation side by side, what is missing or older than the aid first.

use web_sys::{Event, HtmlSelectElement, SubmitEvent};
use weighup_core::desk::{DeskSheet, FileKind, Pair, PairState};
use weighup_core::words::{Language, SPOKEN, Spoken};
use yew::{Context, Html, TargetCast as _, html};

use super::field::{Told, beside, writing};
use super::head::sentence;
use super::preview::language;
use crate::app::{App, At, How, Msg};
use crate::place;

pub(super) fn translate(app: &App, ctx: &Context<App>, sheet: &DeskSheet) -> Html {
    let Some(desk) = &app.desk else {
        return Html::default();
    };
    let there: Vec<&str> = sheet
        .files
        .iter()
        .filter(|file| file.is == FileKind::Translation)
        .map(|file| file.name.trim_end_matches(".toml"))
        .collect();
    let choose = ctx.link().callback(|event: Event| Msg::Language(value(&event)));
    let pairs = (!app.language.is_empty()).then(|| desk.translation(&app.language));
    html! {
        <>
            if !there.is_empty() {
                <div class="wu-field">
                    <label class="wu-field__label" for="dk-language">{ "Translation" }</label>
                    <select class="wu-input dk-select" id="dk-language" data-chosen={app.language.clone()} onchange={choose}>{ for there.iter().map(|stem| html! {
                        <option value={(*stem).to_owned()} selected={*stem == app.language}>{ language(stem) }</option>
                    }) }</select>
                </div>
            }
            { match pairs {
                None => html! { <p>{ "There is no translation beside this aid yet." }</p> },
                Some(Err(why)) => html! { <p class="dk-remark dk-remark--error">{ sentence(&why.to_string()) }</p> },
                Some(Ok(pairs)) => side_by_side(app, ctx, pairs),
            } }
            { begin(ctx, &there) }
        </>
    }
}

fn value(event: &Event) -> String {
    event
        .target_dyn_into::<HtmlSelectElement>()
        .map(|select| select.value())
        .unwrap_or_default()
}

fn begin(ctx: &Context<App>, there: &[&str]) -> Html {
    let others: Vec<&Spoken> = SPOKEN
        .iter()
        .filter(|spoken| spoken.name != "en" && !there.contains(&spoken.name))
        .collect();
    if others.is_empty() {
        return Html::default();
    }
    let submit = ctx.link().batch_callback(|event: SubmitEvent| {
        event.prevent_default();
        let form = event.target_dyn_into::<web_sys::Element>()?;
        let select = form.query_selector("select").ok()??;
        let name = wasm_bindgen::JsCast::dyn_into::<HtmlSelectElement>(select)
            .ok()?
            .value();
        Some(Msg::BeginTranslation(name))
    });
    html! {
        <form class="wu-card dk-inline" onsubmit={submit}>
            <label class="wu-field__label" for="dk-begin">{ "Begin a translation" }</label>
            <select class="wu-input dk-select" id="dk-begin">{ for others.iter().map(|spoken| html! { <option value={spoken.name}>{ spoken.english }</option> }) }</select>
            <button type="submit" class="wu-button wu-button--quiet">{ "Begin it" }</button>
        </form>
    }
}

fn side_by_side(app: &App, ctx: &Context<App>, pairs: Vec<Pair>) -> Html {
    let count = |state: PairState| pairs.iter().filter(|pair| pair.state == state).count();
    let (missing, changed, stale, done) = (
        count(PairState::Missing),
        count(PairState::Changed),
        count(PairState::Stale),
        count(PairState::Done),
    );
    let spoken = Spoken::named(&app.language);
    let tag = spoken.map_or_else(|| app.language.clone(), |spoken| spoken.tag.to_owned());
    let rtl = Language::of(&tag).is_some_and(Language::is_rtl);
    let name = app.language.clone();
    let current = ctx.link().callback(move |_| Msg::Current(name.clone()));
    let file = format!("{}.toml", app.language);
    let todo = |pair: &&Pair| match app.drafts.at(&at(&file, pair)) {
        Some(draft) => draft.to_do,
        None => pair.state != PairState::Done,
    };
    let (first, rest): (Vec<&Pair>, Vec<&Pair>) = pairs.iter().partition(todo);
    let each = |pair: &Pair| one(app, ctx, &file, &tag, rtl, pair);
    html! {
        <>
            <p>{ format!("Missing: {missing}. Changed since: {changed}. From another version of the aid: {stale}. Translated: {done}.") }</p>
            if stale + changed > 0 {
                <p><button type="button" class="wu-button wu-button--quiet" onclick={current}>{ "I have looked through all of it: it is of this version" }</button></p>
            }
            if !first.is_empty() { <h3 class="wu-h2">{ "To do" }</h3> }
            <div>{ for first.iter().map(|pair| each(pair)) }</div>
            if !rest.is_empty() { <h3 class="wu-h2">{ "Translated" }</h3> }
            <div>{ for rest.iter().map(|pair| each(pair)) }</div>
        </>
    }
}

fn at(file: &str, pair: &Pair) -> At {
    At {
        file: file.to_owned(),
        path: pair.name.clone(),
        how: How::Translate,
    }
}

fn one(app: &App, ctx: &Context<App>, file: &str, tag: &str, rtl: bool, pair: &Pair) -> Html {
    let id = place::id(file, &pair.name);
    let at = at(file, pair);
    let draft = app.drafts.at(&at);
    let refused = draft.and_then(|draft| draft.refused.as_deref());
    let remarks = app.remarks_at(file, &pair.name, false);
    let told = Told {
        id: id.clone(),
        about: Some(format!("{id}-from {id}-said")),
        wrong: refused.is_some(),
    };
    let value = draft.map_or_else(
        || pair.translated.clone().unwrap_or_default(),
        |draft| draft.text.clone(),
    );
    let state = match pair.state {
        PairState::Missing => "missing",
        PairState::Stale => "from another version",
        PairState::Changed => "the original was changed since",
        PairState::Done => "translated",
    };
    html! {
        <div class="dk-pair" key={pair.name.clone()}>
            <div>
                <p class="dk-pair__name">{ called(pair) }{ format!(" ({state})") }</p>
                <p id={format!("{id}-from")} lang={app.tongue()}>{ &pair.original }</p>
                if !pair.locked.is_empty() {
                    <p class="wu-soft dk-pair__locked">{ "Both have: " }{ for pair.locked.iter().map(|each| html! { <><code>{ each }</code>{ " " }</> }) }</p>
                }
            </div>
            <div dir={if rtl { "rtl" } else { "ltr" }}>
                <label class="wu-hidden" for={id.clone()}>{ format!("Translation of {}", called(pair)) }</label>
                { writing(ctx, at, value, true, Some(tag.to_owned()), &told) }
                <div dir="ltr">
                    { beside(&id, refused, &remarks) }
                    if pair.state == PairState::Changed { { right(app, ctx, pair, &id) } }
                </div>
            </div>
        </div>
    }
}

/// What a text is called in the form; by its name in the file where the form has none.
fn called(pair: &Pair) -> &str {
    if pair.place.is_empty() {
        &pair.name
    } else {
        &pair.place
    }
}

/// That a text is right as it is, though its original was changed.
fn right(app: &App, ctx: &Context<App>, pair: &Pair, id: &str) -> Html {
    let (language, name, back) = (app.language.clone(), pair.name.clone(), id.to_owned());
    let press = ctx
        .link()
        .callback(move |_| Msg::Right(language.clone(), name.clone(), back.clone()));
    html! {
        <button type="button" class="wu-link" onclick={press}>{ "It is right as it is" }<span class="wu-hidden">{ format!(": {}", called(pair)) }</span></button>
    }
}
