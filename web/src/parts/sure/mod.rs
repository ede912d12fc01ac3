//! How sure the evidence is: four marks, as many of them solid, and the words.

use weighup_core::view::FigureView;
use yew::Html;

use crate::markup::{el, is, keyed, none, says, tag};
use crate::parts::said::phrase;

/// The four marks; the first `level` of them are solid.
const SOLID: [&str; 5] = [
    "",
    "M1 1h8v8h-8z",
    "M1 1h8v8h-8zm11 0h8v8h-8z",
    "M1 1h8v8h-8zm11 0h8v8h-8zm11 0h8v8h-8z",
    ALL,
];
const ALL: &str = "M1 1h8v8h-8zm11 0h8v8h-8zm11 0h8v8h-8zm11 0h8v8h-8z";

/// The line, with why when it is `whole`. Without a rating there are no marks.
pub fn sure(figure: &FigureView, whole: bool) -> Html {
    let words = if whole {
        &figure.certainty
    } else {
        &figure.certainty_brief
    };
    let marks = figure.sure.map_or_else(none, |level| {
        let solid = SOLID.get(usize::from(level)).copied().unwrap_or(ALL);
        let path = |d: &'static str, fill: &'static str| {
            tag(
                "path",
                &["d", "fill", "stroke", "stroke-width"],
                vec![is(d), is(fill), is("currentColor"), is("1.2")],
                none(),
            )
        };
        tag(
            "svg",
            &["viewBox", "width", "height", "aria-hidden", "focusable", "class"],
            vec![
                is("0 0 43 10"),
                is("43"),
                is("10"),
                is("true"),
                is("false"),
                is("wu-sure__marks"),
            ],
            crate::markup::list(vec![path(ALL, "none"), path(solid, "currentColor")]),
        )
    });
    let level = figure.sure.map(|level| level.to_string());
    keyed(
        words,
        tag(
            "p",
            &["data-sure", "class"],
            vec![level.as_deref().and_then(says), is("wu-sure")],
            el("span", "", vec![marks, phrase("", words)]),
        ),
    )
}
