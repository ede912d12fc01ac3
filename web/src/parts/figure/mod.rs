//! One option's figure for one outcome: the number leads, the other frame stands right under it, then the
//! picture, then how far it could be off and how sure the studies are.

use weighup_core::view::{CellView, FigureView, OptionHead};
use yew::Html;

use crate::Ui;
use crate::markup::{el, keyed, maybe, wrap};
use crate::parts::option_mark::option_name;
use crate::parts::picture::picture;
use crate::parts::said::{figure as count, numerals, sentence};

/// What the cells say about certainty, when all of them say the same.
#[must_use]
pub fn common_certainty(cells: &[CellView]) -> Option<&str> {
    let mut said = cells.iter().filter_map(|cell| match cell {
        CellView::Known(figure) => Some(figure.certainty.as_str()),
        CellView::NotKnown { .. } => None,
    });
    let first = said.next()?;
    said.all(|other| other == first).then_some(first)
}

/// The cell of an option. `name` is unique in the widget; `certainty` is false when the card says it once for all.
pub fn figure(ui: &Ui, name: &str, cell: &CellView, certainty: bool) -> Html {
    match cell {
        CellView::Known(figure) => known(ui, name, figure, certainty),
        CellView::NotKnown { option, text, why } => not_known(option, text, why),
    }
}

fn known(ui: &Ui, name: &str, figure: &FigureView, certainty: bool) -> Html {
    let option = figure.option.id.as_str();
    // Replaced whole: another figure is another element.
    let key = [option, &figure.sentence, &figure.range].concat();
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
        sentence("wu-figure__other", &figure.does_not),
    ];
    let sure = vec![
        sentence("wu-figure__range", &figure.range),
        maybe(certainty.then(|| sentence("wu-figure__certainty", &figure.certainty))),
    ];
    let picture = picture(ui, figure.icons, &figure.picture, &[name, "-", option].concat());
    keyed(
        &key,
        el(
            "div",
            "wu-figure",
            vec![
                wrap("h3", "wu-figure__option", option_name(&figure.option)),
                el("div", "wu-figure__numbers", numbers),
                wrap("div", "wu-figure__picture", picture),
                el("div", "wu-figure__sure", sure),
            ],
        ),
    )
}

fn not_known(option: &OptionHead, text: &str, why: &str) -> Html {
    let numbers = vec![
        sentence("wu-figure__unknown", text),
        sentence("wu-figure__other", why),
    ];
    keyed(
        &[option.id.as_str(), text, why].concat(),
        el(
            "div",
            "wu-figure wu-figure--not-known",
            vec![
                wrap("h3", "wu-figure__option", option_name(option)),
                el("div", "wu-figure__numbers", numbers),
            ],
        ),
    )
}
