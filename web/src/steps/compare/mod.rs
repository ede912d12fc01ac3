//! Compare: outcome by option, at a glance, as pictures with their numbers, as differences, as numbers alone or as a table of
//! every point in time.

mod choose;
mod matrix;

use weighup_core::consultation::{Action, CompareAs};
use weighup_core::view::{CompareView, MatrixView, SummaryTable};
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::ui::FIRST;
use crate::markup::{Keyed, details, empty, markup, text};
use crate::parts::figures_table::figures_table;
use crate::parts::group_choice::group_choice;
use crate::parts::key::{key, squares_key};
use crate::parts::marking::{is_open, opener, own, panel};
use crate::parts::outcome::{PlacedCard, outcome};
use crate::parts::picture::{icons, strips};
use crate::parts::segmented::{Segment, segmented};
use crate::parts::sentences::{numerals, quoted, sentence};

pub(crate) use choose::order_control;

/// The step; `table` instead of the pictures, when there is one.
///
/// At a glance the numbers come first, and who they are about and how they are read right under them. What is chosen stands at one
/// place in the page in every way of showing, so that the focus stays on it.
pub fn compare(ui: &Ui, view: &CompareView, table: Option<&SummaryTable>) -> Html {
    let counted = view.outcomes.iter().any(|card| card.measured.is_none());
    let drawn = counted && matches!(view.show_as, CompareAs::Pictures | CompareAs::Difference);
    let glance = view.matrix.as_ref();
    let class = if glance.is_some() {
        "wu-card wu-glance"
    } else {
        "wu-card"
    };
    markup! { ui,
        <>
            {view.group.as_ref().map(|group| group_choice(ui, group))}
            <section class={class}>
                <div class="wu-compare__about">if glance.is_none() { {about(ui, view, true)} }</div>
                {controls(ui, view)}
                <div class="wu-compare__shown">
                    if let Some(matrix) = glance { {at_a_glance(ui, view, matrix)} }
                    if drawn { {key(ui, &view.per_row)} }
                </div>
            </section>
            <div class="wu-compare__outcomes">
                if let Some(table) = table {
                    <section key="table" class="wu-card">{figures_table(ui, table)}{marks(ui, view)}</section>
                }
                if table.is_none() && glance.is_none() { {outcomes(ui, view)} }
            </div>
        </>
    }
}

/// Of how many people the numbers are, what nobody can know, and one press away who they are about.
fn about(ui: &Ui, view: &CompareView, counts: bool) -> Html {
    markup! { ui,
        <>
            if counts { {sentence(ui, "wu-compare__note", &view.denominator_note)} }
            {sentence(ui, "", &view.no_one_can_know)}
            {view.people.as_ref().map(|people| {
                details(ui, text(ui, ui.texts.later().compare.group), sentence(ui, "", people).into())
            })}
        </>
    }
}

/// The table, and once all of it is there how it is read and who it is about.
fn at_a_glance(ui: &Ui, view: &CompareView, matrix: &MatrixView) -> Html {
    // The head of the table says what all the counts are of.
    let said = matrix.of_every.is_some() && view.outcomes.iter().all(|card| card.measured.is_none());
    markup! { ui,
        <div>
            {icons(ui, &view.per_row)}
            {strips(ui)}
            {matrix::matrix(ui, view, matrix)}
            if ui.pieces > FIRST { {squares_key(ui)} }
            if ui.pieces > FIRST { {about(ui, view, !said)} }
        </div>
    }
}

/// Outcomes in the person's order, every card in the same state. Those that wait are shown in their place once they are
/// asked for.
fn outcomes(ui: &Ui, view: &CompareView) -> Keyed {
    let cards = |folded: bool| {
        let all = view.outcomes.iter().enumerate();
        let cards = all.filter(|(_, card)| card.folded == folded);
        let cards = cards.take(ui.pieces);
        markup! { <div>for (at, card) in cards { {outcome(ui, PlacedCard { view, card, at })} }</div> }
    };
    let waiting = !ui.full && view.outcomes.iter().any(|card| card.folded);
    markup! { ui,
        <div key="pictures">
            {icons(ui, &view.per_row)}
            {cards(false)}
            <div class="wu-compare__rest">
                if waiting {
                    <button
                        type="button"
                        aria-expanded={ui.open.others}
                        class="wu-button wu-button--quiet"
                        act={Act::Others}
                    >
                        {ui.texts.later().compare.rest}
                    </button>
                }
            </div>
            if ui.open.others || ui.full { {cards(true)} } else { {empty()} }
        </div>
    }
}

/// The marks of all outcomes, where the table of every point in time has no row for one alone.
fn marks(ui: &Ui, view: &CompareView) -> Html {
    if ui.still {
        return empty();
    }
    markup! { ui,
        <ul class="wu-marks">
            for card in &view.outcomes {
                <li key={card.id.as_str()} class="wu-marks__item">
                    <p class="wu-marks__name">{quoted(ui, "", &card.name)}</p>
                    <div>{opener(ui, &card.mark)}{own(ui, &card.mark.said)}</div>
                    <div class="wu-marks__own">
                        if is_open(ui, &card.mark) { {panel(ui, &card.mark, view.order.bring.as_ref())} } else { {empty()} }
                    </div>
                </li>
            }
        </ul>
    }
}

/// One press away: how outcomes are shown, and which. The numbers come first.
fn controls(ui: &Ui, view: &CompareView) -> Html {
    if ui.still {
        return empty();
    }
    markup! { ui,
        <div class="wu-compare__controls">
            <button
                type="button"
                aria-expanded={ui.open.choose}
                class="wu-link wu-opener"
                act={Act::Choose}
            >
                {ui.texts.later().compare.choose}
            </button>
            if ui.open.choose { {ways(ui, view)} {choose::choose(ui, view)} } else { {empty()} }
        </div>
    }
}

/// The ways of showing, and of saying chances.
fn ways(ui: &Ui, view: &CompareView) -> Html {
    let texts = &ui.texts.later().compare;
    let ways = [
        (CompareAs::Matrix, texts.glance),
        (CompareAs::Pictures, texts.pictures),
        (CompareAs::Difference, texts.difference),
        (CompareAs::Table, texts.table),
        (CompareAs::Numbers, texts.numbers),
    ];
    let ways = ways.map(|(way, label)| Segment {
        label: label.to_owned(),
        ours: true,
        selected: view.show_as == way,
        action: Action::compare_as(way),
    });
    // One press for all numbers of the page; its own words say which way they are said next.
    let (other, way) = &view.other_chances;
    markup! { ui,
        <div class="wu-compare__ways">
            {segmented(ui, "compare-as", texts.show_as, ways.into())}
            <button type="button" class="wu-link wu-compare__chances" act={Action::say_chances(*way)}>
                {numerals(ui, other)}
            </button>
        </div>
    }
}
