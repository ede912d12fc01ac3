//! The preview beside the form: the aid as patients get it, in the width of a phone or of the page, in each of its forms.

use web_sys::{Event, HtmlSelectElement};
use weighup_core::desk::{DeskSeen, DeskSheet, FileKind};
use weighup_core::words::Spoken;
use yew::{Context, Html, TargetCast as _, html};

use crate::app::{App, Msg, STEPS};

pub(super) fn preview(app: &App, ctx: &Context<App>, sheet: &DeskSheet) -> Html {
    let shown = &app.preview;
    let link = ctx.link();
    let chosen = |event: &Event| {
        event
            .target_dyn_into::<HtmlSelectElement>()
            .map(|select| select.value())
            .unwrap_or_default()
    };
    let step = link.callback(move |event: Event| Msg::Step(chosen(&event)));
    let seeing = link.callback(move |event: Event| Msg::Seeing(seen(&chosen(&event))));
    let wide = shown.wide;
    let print = shown.print;
    html! {
        <section class="dk-preview" aria-labelledby="dk-preview-title">
            <h2 class="wu-h2" id="dk-preview-title">{ "Preview" }</h2>
            <div class="dk-preview__how">
                <label>{ "Language or copy" }
                    <select class="wu-input" id="dk-seen" data-chosen={word(&shown.seen)} onchange={seeing}>{ for forms(sheet).into_iter().map(|(word, name)| html! {
                        <option selected={seen(&word) == shown.seen} value={word.clone()}>{ name }</option>
                    }) }</select>
                </label>
                <label>{ "Step" }
                    <select class="wu-input" id="dk-step" data-chosen={shown.step.clone()} onchange={step} disabled={print}>{ for STEPS.iter().map(|(word, name)| html! {
                        <option value={*word} selected={*word == shown.step}>{ *name }</option>
                    }) }</select>
                </label>
                <div class="dk-row" role="group" aria-label="How it is shown">
                    <button type="button" class="wu-button wu-button--quiet wu-button--small dk-preview__wide" aria-pressed={wide.to_string()} onclick={link.callback(move |_| Msg::Wide(!wide))}>{ "As wide as the page" }</button>
                    <button type="button" class="wu-button wu-button--quiet wu-button--small" aria-pressed={print.to_string()} onclick={link.callback(move |_| Msg::Print(!print))}>{ "For print" }</button>
                </div>
            </div>
            <div class="dk-preview__said" role="status">
                if shown.stopped > 0 {
                    <p>{ stopped(shown.stopped, shown.show.aid.is_empty()) }</p>
                }
                if !shown.failed.is_empty() { <p>{ format!("It cannot be shown: {}.", shown.failed) }</p> }
            </div>
            <iframe id="dk-frame" class="dk-preview__frame" src="preview.html" title="The decision aid as patients see it"></iframe>
        </section>
    }
}

fn stopped(errors: usize, nothing: bool) -> String {
    let errors = if errors == 1 {
        "an error".to_owned()
    } else {
        format!("{errors} errors")
    };
    if nothing {
        format!("It can be shown once {errors} in the form are mended.")
    } else {
        format!("It shows the aid as it was before {errors} in the form.")
    }
}

/// The forms in which this aid is published, each by a word and in words.
fn forms(sheet: &DeskSheet) -> Vec<(String, String)> {
    let mut found = vec![("aid".to_owned(), "The aid".to_owned())];
    for file in &sheet.files {
        match file.is {
            FileKind::Overlay => {
                if let Some(whole) = found.first_mut() {
                    "The aid, as this organisation changes it".clone_into(&mut whole.1);
                }
                found.push(("national".to_owned(), "The aid without those changes".to_owned()));
            }
            FileKind::Translation => {
                let stem = file.name.trim_end_matches(".toml");
                found.push((format!("translation {stem}"), language(stem)));
            }
            _ => {}
        }
    }
    found
}

/// What a translation is called, by the name of its file.
pub(super) fn language(stem: &str) -> String {
    Spoken::named(stem).map_or_else(|| stem.to_owned(), |spoken| spoken.english.to_owned())
}

fn word(seen: &DeskSeen) -> String {
    match seen {
        DeskSeen::Aid => "aid".to_owned(),
        DeskSeen::National => "national".to_owned(),
        DeskSeen::Translation(stem) => format!("translation {stem}"),
    }
}

fn seen(word: &str) -> DeskSeen {
    match word.split_once(' ') {
        Some((_, stem)) => DeskSeen::Translation(stem.to_owned()),
        None if word == "national" => DeskSeen::National,
        None => DeskSeen::Aid,
    }
}
