//! How sure the evidence is: four marks, as many of them solid, and the words.

use weighup_core::view::FigureView;
use yew::Html;

use crate::Ui;
use crate::markup::{Keyed, markup};
use crate::parts::sentences::phrase;

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
pub fn sure(ui: &Ui, figure: &FigureView, whole: bool) -> Keyed {
    let words = if whole {
        &figure.certainty
    } else {
        &figure.certainty_brief
    };
    markup! { ui,
        <p key={words} data-sure={figure.sure.map(u16::from)} class="wu-sure">
            <span>
                {figure.sure.map(marks)}
                {phrase(ui, "", words)}
            </span>
        </p>
    }
}

fn marks(level: u8) -> Html {
    let solid = SOLID.get(usize::from(level)).copied().unwrap_or(ALL);
    markup! {
        <svg
            viewBox="0 0 43 10"
            width="43"
            height="10"
            aria-hidden="true"
            focusable="false"
            class="wu-sure__marks"
        >
            <path d={ALL} fill="none" stroke="currentColor" stroke-width="1.2"/>
            <path d={solid} fill="currentColor" stroke="currentColor" stroke-width="1.2"/>
        </svg>
    }
}
