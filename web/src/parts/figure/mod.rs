//! One option's figure for one outcome: the number leads, the other frame stands right under it, then the
//! picture, then how far it could be off and how sure the studies are.

use weighup_core::view::{CellView, ChangeCell, ChangeView, FigureView, OptionHead};
use yew::Html;

use crate::Ui;
use crate::markup::{Keyed, markup};
use crate::parts::option_mark::option_name;
use crate::parts::picture::{Drawing, icon, icon_of, picture};
use crate::parts::sentences::{figure as count, numerals, phrase, sentence};
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
pub fn figure(ui: &Ui, cell: &CellView, shown: Shown) -> Keyed {
    match cell {
        CellView::Known(figure) => known(ui, figure, shown),
        CellView::NotKnown { option, text, why } => not_known(ui, option, text, why),
    }
}

fn known(ui: &Ui, figure: &FigureView, shown: Shown) -> Keyed {
    // Replaced whole: another figure is another element.
    let (others, range) = if shown.whole {
        (&figure.does_not, &figure.range)
    } else {
        (&figure.does_not_brief, &figure.range_brief)
    };
    markup! { ui,
        <div key={&[figure.option.id.as_str(), &figure.sentence, range].concat()} class="wu-figure">
            <h3 class="wu-figure__option">{option_name(ui, &figure.option)}</h3>
            <div class="wu-figure__numbers">
                <p class="wu-figure__lead">
                    {count("wu-figure__count", &figure.count)}
                    <span class="wu-figure__of">{numerals(ui, &[" ", &figure.of_every].concat())}</span>
                </p>
                {sentence(ui, "wu-figure__other", others)}
                if !range.is_empty() { {sentence(ui, "wu-figure__range", range)} }
                if !figure.same.is_empty() { {sentence(ui, "wu-figure__other", &figure.same)} }
                if shown.certainty { {sure(ui, figure, shown.whole)} }
            </div>
            if shown.picture {
                <div class="wu-figure__picture">
                    {picture(ui, &Drawing::from(figure.icons), &figure.picture)}
                </div>
            }
        </div>
    }
}

fn not_known(ui: &Ui, option: &OptionHead, text: &str, why: &str) -> Keyed {
    let words = markup! { ui,
        <>
            {sentence(ui, "wu-figure__unknown", text)}
            {sentence(ui, "wu-figure__other", why)}
        </>
    };
    blank(ui, option, text, why, words)
}

/// An option with words in the place of a picture.
fn blank(ui: &Ui, option: &OptionHead, text: &str, why: &str, words: Html) -> Keyed {
    markup! { ui,
        <div key={&[option.id.as_str(), text, why].concat()} class="wu-figure wu-figure--not-known">
            <h3 class="wu-figure__option">{option_name(ui, option)}</h3>
            <div class="wu-figure__numbers">{words}</div>
        </div>
    }
}

/// What changes with an option.
pub fn change(ui: &Ui, cell: &ChangeCell) -> Keyed {
    match cell {
        ChangeCell::Drawn(view) => drawn(ui, view),
        ChangeCell::NotDrawn { option, why } => {
            blank(ui, option, "", why, sentence(ui, "wu-figure__other", why).into())
        }
    }
}

fn drawn(ui: &Ui, view: &ChangeView) -> Keyed {
    let drawing = Drawing::of_change(&view.states, view.total, view.per_row);
    markup! { ui,
        <div key={&[view.option.id.as_str(), &view.picture].concat()} class="wu-figure">
            <h3 class="wu-figure__option">{option_name(ui, &view.option)}</h3>
            <div class="wu-figure__numbers">
                <ul class="wu-states">
                    for state in &view.states {
                        <li key={&state.words}>
                            {icon(ui, icon_of(state.kind), view.per_row)}
                            {phrase(ui, "", &state.words)}
                        </li>
                    }
                </ul>
                {sentence(ui, "wu-figure__range", &view.sentence)}
            </div>
            <div class="wu-figure__picture">{picture(ui, &drawing, &view.picture)}</div>
        </div>
    }
}
