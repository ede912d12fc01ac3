//! What each address of the preview answers.

use std::path::Path;
use std::time::Duration;

use weighup_serve::{Answer, Request, file_in, kind_of};
use weighup_web::page::STYLES;

use super::pages::{self, Form};
use super::work::Work;

/// What pages may do. Frames: the page stands in a frame beside its findings.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/// How long a page waits for the next save before it asks again.
const PATIENCE: Duration = Duration::from_secs(20);

/// Answers one request.
pub(super) fn answer(request: &Request, work: &Work, has_desk: bool) -> Answer {
    found(request, work, has_desk).with_policy(POLICY)
}

fn found(request: &Request, work: &Work, has_desk: bool) -> Answer {
    match request.words().as_slice() {
        [""] => Answer::html(pages::list(&work.state())),
        ["-", "weighup.css"] => Answer::new("text/css; charset=utf-8", STYLES),
        ["-", "preview.css"] => Answer::new("text/css; charset=utf-8", include_str!("preview.css")),
        ["-", "preview.js"] => Answer::new("text/javascript; charset=utf-8", include_str!("preview.js")),
        ["-", "widget.js"] => Answer::new(
            "text/javascript; charset=utf-8",
            "import \"/-/widget/index.js\";\n",
        ),
        ["-", "next"] => next(&request.query, work),
        ["-", "widget", ..] => file(work.widget.as_deref(), request.parts.get(2..).unwrap_or_default()),
        [name, rest @ ..] => {
            let state = work.state();
            let Some(shown) = state.shown.iter().find(|shown| shown.name == *name) else {
                return Answer::not_found("There is no aid of that name.");
            };
            match rest {
                // The page's own links begin at the root: with or without the slash it is the same.
                [] | [""] => {
                    let lang = work
                        .lang
                        .as_deref()
                        .filter(|lang| shown.in_language(lang).is_some());
                    let form = if has_desk { Form::Printed } else { Form::Command };
                    Answer::html(pages::preview(&state, shown, work.widget.is_some(), form, lang))
                }
                ["findings"] => Answer::html(pages::findings(shown)),
                ["page"] => Answer::html(pages::page(shown.sound.as_ref())),
                ["page", lang] => Answer::html(pages::page(shown.in_language(lang))),
                ["widget"] => Answer::html(pages::widget(shown, None)),
                ["widget", lang] => Answer::html(pages::widget(shown, Some(lang))),
                ["aid.json", lang] => match shown.in_language(lang) {
                    Some(aid) => Answer::new("application/json", aid.to_json()),
                    None => Answer::not_found("There is no such translation, or it has errors."),
                },
                ["report"] => Answer::html(shown.report.clone()),
                ["aid.json"] => match &shown.sound {
                    Some(aid) => Answer::new("application/json", aid.to_json()),
                    None => Answer::not_found("The aid has errors."),
                },
                _ => Answer::not_found("There is nothing here."),
            }
        }
        [] => Answer::not_found("There is nothing here."),
    }
}

/// The number of the next save, once there is one.
fn next(query: &str, work: &Work) -> Answer {
    let number = query
        .strip_prefix("after=")
        .and_then(|n| n.parse().ok())
        .unwrap_or(0);
    work.saves.after(number, PATIENCE).map_or_else(
        || {
            Answer::refused(
                "503 Service Unavailable",
                "Too many pages wait for the next save.",
            )
        },
        |number| Answer::new("text/plain; charset=utf-8", number.to_string()),
    )
}

/// A file of the widget, never outside its folder.
fn file(root: Option<&Path>, parts: &[String]) -> Answer {
    let found = root.and_then(|root| file_in(root, parts));
    let read = found.and_then(|path| Some((kind_of(&path), std::fs::read(&path).ok()?)));
    read.map_or_else(
        || Answer::not_found("There is no such file."),
        |(kind, body)| Answer::new(kind, body),
    )
}
