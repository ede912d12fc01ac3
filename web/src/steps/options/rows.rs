//! The rows of options: their names, whether they wait for a press, what fills them, and the drawing that Easy Read has beside each name.

use weighup_core::view::OptionCard;
use yew::Html;

use super::{experience, listed, others, told};
use crate::Ui;
use crate::parts::sentences::{facts, paragraph};

/// What fills a row of one option; `None` where the aid says nothing of it.
type Fill = fn(&Ui, &OptionCard) -> Option<Html>;

/// A row, the same for every option.
pub(super) struct Row {
    /// Its name.
    pub(super) name: &'static str,
    /// It waits for a press.
    pub(super) waits: bool,
    /// Its drawing in Easy Read: one path in a square of 64 by 64.
    pub(super) drawing: &'static str,
    /// What fills it.
    pub(super) fill: Fill,
}

/// A row that is in view.
fn shown(name: &'static str, drawing: &'static str, fill: Fill) -> Row {
    Row {
        name,
        waits: false,
        drawing,
        fill,
    }
}

/// A longer row.
fn waiting(name: &'static str, drawing: &'static str, fill: Fill) -> Row {
    Row {
        waits: true,
        ..shown(name, drawing, fill)
    }
}

/// Every row, in order. When to get help waits for a press where it is about a time after the choice.
pub(super) fn rows(ui: &Ui, help_later: bool) -> [Row; 13] {
    let texts = &ui.texts.later().options;
    [
        // A clipboard.
        shown(
            texts.involves,
            "M14 12h36v46H14z M24 6h16v12H24z M23 28h18 M23 38h18 M23 48h10",
            |ui, card| Some(paragraph(ui, "", &card.summary).into()),
        ),
        // Stairs.
        waiting(texts.steps, "M6 56h14V44h13V32h13V20h12", |ui, card| {
            listed(ui, &card.involves)
        }),
        // A clock.
        waiting(
            texts.practicalities,
            "M32 8a24 24 0 1 0 .01 0z M32 18v14l10 8",
            |ui, card| listed(ui, &card.practicalities),
        ),
        // The sun comes up.
        waiting(
            texts.recovery,
            "M6 50h52 M16 50a16 16 0 0 1 32 0 M32 26V14 M14 34l-7-7 M50 34l7-7",
            |ui, card| listed(ui, &card.recovery),
        ),
        // An arrow that turns back.
        shown(
            texts.reversible,
            "M12 22h30a14 14 0 0 1 0 28H18 M23 11L12 22l11 11",
            |ui, card| Some(paragraph(ui, "", &card.reversible).into()),
        ),
        // A way that parts.
        waiting(
            texts.alternatives,
            "M32 58V38 M32 38L14 20 M32 38l18-18 M14 32V20h12 M50 32V20H38",
            others,
        ),
        // A heart.
        waiting(
            texts.experience,
            "M32 55C13 42 8 34 8 24a12 12 0 0 1 24-4a12 12 0 0 1 24 4c0 10-5 18-24 31z",
            experience,
        ),
        // A person.
        shown(
            texts.for_whom,
            "M32 8a9 9 0 1 0 .01 0z M14 56c0-16 8-24 18-24s18 8 18 24z",
            |ui, card| told(ui, card.for_whom.as_slice()),
        ),
        // A plus and a triangle, of one size and in one colour.
        shown(
            texts.benefits,
            "M32 8a24 24 0 1 0 .01 0z M32 20v24 M20 32h24",
            |ui, card| listed(ui, &card.benefits),
        ),
        shown(texts.risks, "M32 8l25 46H7z M32 24v15 M32 46v.01", |ui, card| {
            listed(ui, &card.risks)
        }),
        // Arrows to either side.
        shown(
            texts.ways,
            "M8 20h46 M44 10l10 10l-10 10 M56 44H10 M20 34L10 44l10 10",
            |ui, card| (!card.ways.is_empty()).then(|| facts(ui, &card.ways)),
        ),
        // An open book.
        shown(
            texts.guidelines,
            "M32 14c-8-5-16-5-24-2v42c8-3 16-3 24 2c8-5 16-5 24-2V12c-8-3-16-3-24 2z M32 14v42",
            |ui, card| told(ui, &card.guidelines),
        ),
        // A telephone.
        Row {
            waits: help_later,
            ..shown(
                texts.get_help,
                "M19 8l8 13l-7 7c3 8 8 13 16 16l7-7l13 8c-2 9-7 12-13 12C25 57 8 40 8 21c0-7 4-11 11-13z",
                |ui, card| told(ui, &card.get_help),
            )
        },
    ]
}
