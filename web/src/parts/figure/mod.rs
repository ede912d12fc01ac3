//! One option's figure for one outcome: the number leads, the other frame stands right under it, then the
//! picture, then how far it could be off and how sure the studies are.

use weighup_core::view::{CellView, FigureView, OptionHead};
use yew::{Html, html};

use crate::parts::option_mark::option_name;
use crate::parts::picture::Picture;
use crate::parts::said::{numerals, sentence};

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
pub fn figure(name: &str, cell: &CellView, certainty: bool) -> Html {
    match cell {
        CellView::Known(figure) => known(&format!("{name}-{}", figure.option.id), figure, certainty),
        CellView::NotKnown { option, text, why } => not_known(option, text, why),
    }
}

fn known(name: &str, figure: &FigureView, certainty: bool) -> Html {
    // Replaced whole: another figure is another element.
    let key = format!("{}:{}:{}", figure.option.id, figure.sentence, figure.range);
    html! {
        <div class="wu-figure" key={key}>
            <h3 class="wu-figure__option">{ option_name(&figure.option) }</h3>
            <div class="wu-figure__numbers">
                <p class="wu-figure__lead">
                    <strong class="wu-figure__count" translate="no">{ figure.count.clone() }</strong>
                    <span class="wu-figure__of">{ numerals(&format!(" {}", figure.of_every)) }</span>
                </p>
                { sentence("wu-figure__other", &figure.does_not) }
            </div>
            <div class="wu-figure__picture">
                <Picture icons={figure.icons} label={figure.picture.clone()} name={name.to_owned()} />
            </div>
            <div class="wu-figure__sure">
                { sentence("wu-figure__range", &figure.range) }
                if certainty {
                    { sentence("wu-figure__certainty", &figure.certainty) }
                }
            </div>
        </div>
    }
}

fn not_known(option: &OptionHead, text: &str, why: &str) -> Html {
    html! {
        <div class="wu-figure wu-figure--not-known" key={format!("{}:{text}:{why}", option.id)}>
            <h3 class="wu-figure__option">{ option_name(option) }</h3>
            <div class="wu-figure__numbers">
                { sentence("wu-figure__unknown", text) }
                { sentence("wu-figure__other", why) }
            </div>
        </div>
    }
}
