//! The mark of an option: a shape first, a colour second, the same everywhere.

use weighup_core::view::{Mark, OptionHead};
use yew::Html;

use crate::Ui;
use crate::markup::{Keyed, markup};
use crate::parts::sentences::quoted;

/// The class that gives an option its colour.
#[must_use]
pub const fn colour(mark: Mark) -> &'static str {
    match mark {
        Mark::Circle => "wu-option-1",
        Mark::Square => "wu-option-2",
        Mark::Triangle => "wu-option-3",
        Mark::Diamond => "wu-option-4",
        Mark::Hexagon => "wu-option-5",
        Mark::Pentagon => "wu-option-6",
    }
}

/// The outline of a mark in a box of 20 by 20; every shape has about the same area.
const fn outline(mark: Mark) -> &'static str {
    match mark {
        Mark::Circle => "M10 1.6a8.4 8.4 0 1 1 0 16.8a8.4 8.4 0 1 1 0-16.8z",
        Mark::Square => "M2.5 2.5h15v15h-15z",
        Mark::Triangle => "M10 1 19.6 18.2H.4z",
        Mark::Diamond => "M10 0 20 10 10 20 0 10z",
        Mark::Hexagon => "M5.2 1.7h9.6L19.6 10l-4.8 8.3H5.2L.4 10z",
        Mark::Pentagon => "M10 .8 19.5 7.7 15.9 18.9H4.1L.5 7.7z",
    }
}

/// The mark alone; the name always stands beside it.
pub fn option_mark(mark: Mark) -> Html {
    markup! {
        <svg
            viewBox="0 0 20 20"
            width="20"
            height="20"
            aria-hidden="true"
            focusable="false"
            class={["wu-mark ", colour(mark)].concat()}
        >
            <path d={outline(mark)} fill="currentColor"/>
        </svg>
    }
}

/// The mark and the name.
pub fn option_name(ui: &Ui, head: &OptionHead) -> Keyed {
    markup! { ui,
        <span key={head.id.as_str()} class="wu-option">{option_mark(head.mark)}{quoted(ui, "", &head.name)}</span>
    }
}
