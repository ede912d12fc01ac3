//! One option's figure for one outcome: the number leads, the other frame stands right under it, then the
//! picture, then how far it could be off and how sure the studies are.

use weighup_core::view::{CellView, ChangeCell, ChangeView, FigureView, OptionHead};
use yew::Html;

use crate::Ui;
use crate::markup::{el, is, keyed, list, maybe, tag, wrap};
use crate::parts::option_mark::option_name;
use crate::parts::picture::{Drawing, icon, icon_of, picture};
use crate::parts::said::{figure as count, numerals, phrase, sentence};
use crate::parts::sure::sure;

/// What a cell shows beside its numbers.
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    /// The picture.
    pub picture: bool,
    /// How sure it is; false when the card says it once for all.
    pub certainty: bool,
    /// The range and how sure in whole sentences, with why; else in a few words.
    pub whole: bool,
}

/// What the cells say about certainty, when all of them say the same: any one of them.
#[must_use]
pub fn common_certainty(cells: &[CellView]) -> Option<&FigureView> {
    let mut said = cells.iter().filter_map(|cell| match cell {
        CellView::Known(figure) => Some(&**figure),
        CellView::NotKnown { .. } => None,
    });
    let first = said.next()?;
    said.all(|other| other.certainty == first.certainty)
        .then_some(first)
}

/// The cell of an option.
pub fn figure(ui: &Ui, cell: &CellView, shown: Shown) -> Html {
    match cell {
        CellView::Known(figure) => known(ui, figure, shown),
        CellView::NotKnown { option, text, why } => not_known(option, text, why),
    }
}

fn known(ui: &Ui, figure: &FigureView, shown: Shown) -> Html {
    // Replaced whole: another figure is another element.
    let (others, range) = if shown.whole {
        (&figure.does_not, &figure.range)
    } else {
        (&figure.does_not_brief, &figure.range_brief)
    };
    let key = [figure.option.id.as_str(), &figure.sentence, range].concat();
    let lead = vec![
        count("wu-figure__count", &figure.count),
        wrap(
            "span",
            "wu-figure__of",
            numerals(&[" ", &figure.of_every].concat()),
        ),
    ];
    let numbers = vec![
        el("p", "wu-figure__lead", lead),
        sentence("wu-figure__other", others),
        maybe((!range.is_empty()).then(|| sentence("wu-figure__range", range))),
        maybe(shown.certainty.then(|| sure(figure, shown.whole))),
    ];
    let drawn = shown.picture.then(|| {
        wrap(
            "div",
            "wu-figure__picture",
            picture(ui, &Drawing::from(figure.icons), &figure.picture),
        )
    });
    keyed(
        &key,
        el(
            "div",
            "wu-figure",
            vec![
                wrap("h3", "wu-figure__option", option_name(&figure.option)),
                el("div", "wu-figure__numbers", numbers),
                maybe(drawn),
            ],
        ),
    )
}

fn not_known(option: &OptionHead, text: &str, why: &str) -> Html {
    let numbers = vec![
        sentence("wu-figure__unknown", text),
        sentence("wu-figure__other", why),
    ];
    blank(option, text, why, numbers)
}

/// An option with words in the place of a picture.
fn blank(option: &OptionHead, text: &str, why: &str, words: Vec<Html>) -> Html {
    keyed(
        &[option.id.as_str(), text, why].concat(),
        el(
            "div",
            "wu-figure wu-figure--not-known",
            vec![
                wrap("h3", "wu-figure__option", option_name(option)),
                el("div", "wu-figure__numbers", words),
            ],
        ),
    )
}

/// What changes with an option.
pub fn change(ui: &Ui, cell: &ChangeCell) -> Html {
    match cell {
        ChangeCell::Drawn(view) => drawn(ui, view),
        ChangeCell::NotDrawn { option, why } => {
            blank(option, "", why, vec![sentence("wu-figure__other", why)])
        }
    }
}

fn drawn(ui: &Ui, view: &ChangeView) -> Html {
    let states = view.states.iter().map(|state| {
        let words = vec![
            icon(ui, icon_of(state.kind), view.per_row),
            phrase("", &state.words),
        ];
        keyed(&state.words, el("li", "", words))
    });
    let drawing = Drawing::of_change(&view.states, view.total, view.per_row);
    let states = tag("ul", &["class"], vec![is("wu-states")], list(states.collect()));
    keyed(
        &[view.option.id.as_str(), &view.picture].concat(),
        el(
            "div",
            "wu-figure",
            vec![
                wrap("h3", "wu-figure__option", option_name(&view.option)),
                el(
                    "div",
                    "wu-figure__numbers",
                    vec![states, sentence("wu-figure__range", &view.sentence)],
                ),
                wrap("div", "wu-figure__picture", picture(ui, &drawing, &view.picture)),
            ],
        ),
    )
}
