//! Compare: outcome by option, as pictures with their numbers or as one table.

use weighup_core::consultation::{Action, CompareAs};
use weighup_core::view::{CompareView, SummaryTable};
use yew::Html;

use crate::Ui;
use crate::markup::{card, el, empty, keyed, list, maybe, p, wrap};
use crate::parts::choices::{Choice, Kind, choices};
use crate::parts::figures_table::figures_table;
use crate::parts::group_choice::group_choice;
use crate::parts::option_mark::option_name;
use crate::parts::outcome::outcome;
use crate::parts::said::sentence;
use crate::parts::segmented::{Segment, segmented};

/// The step; `table` instead of the pictures, when there is one.
pub fn compare(ui: &Ui, view: &CompareView, table: Option<&SummaryTable>) -> Html {
    let shown = match table {
        Some(table) => keyed("table", card(vec![figures_table(ui, table)])),
        None => keyed("pictures", outcomes(ui, view)),
    };
    list(vec![
        maybe(view.group.as_ref().map(|group| group_choice(ui, group))),
        card(vec![
            sentence("wu-compare__note", &view.denominator_note),
            sentence("", &view.no_one_can_know),
            controls(ui, view),
        ]),
        wrap("div", "wu-compare__outcomes", shown),
    ])
}

/// As many outcomes as can all be open without burying the last one.
const FEW: usize = 3;

/// Every outcome as a card. Where there are many, only serious ones are open from the start.
fn outcomes(ui: &Ui, view: &CompareView) -> Html {
    let few = view.outcomes.len() <= FEW;
    let cards = view.outcomes.iter().map(|card| {
        let open = few || card.serious || ui.full;
        keyed(card.id.as_str(), outcome(ui, card, &view.no_one_can_know, open))
    });
    el("div", "", cards.collect())
}

fn controls(ui: &Ui, view: &CompareView) -> Html {
    if ui.still {
        return empty();
    }
    let texts = &ui.texts.compare;
    let segment = |label: &str, as_: CompareAs| Segment {
        label: label.to_owned(),
        selected: view.show_as == as_,
        action: Action::CompareAs(as_),
    };
    let segments = vec![
        segment(texts.pictures, CompareAs::Pictures),
        segment(texts.table, CompareAs::Table),
    ];
    let options = view.options.iter().map(|(head, shown)| Choice {
        id: head.id.as_str().to_owned(),
        label: option_name(head),
        hint: None,
        chosen: *shown,
        able: view.can_hide || !*shown,
        action: Action::ToggleOption(head.id.clone()),
    });
    let show = vec![
        choices(ui, "compare-show", Kind::Any, texts.show, None, options.collect()),
        maybe((!view.can_hide).then(|| p("wu-soft wu-small", texts.two_stay))),
    ];
    el(
        "div",
        "wu-compare__controls",
        vec![
            segmented(ui, "compare-as", texts.show_as, segments),
            el("div", "wu-compare__show", show),
        ],
    )
}
