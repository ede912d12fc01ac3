//! Compare: outcome by option, as pictures with their numbers, as differences, as numbers alone or as one table.

mod choose;

use weighup_core::consultation::{Action, Chances, CompareAs};
use weighup_core::view::{CompareView, SummaryTable};
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{Value, button, card, el, empty, is, keyed, list, maybe, part, tag, text, truth, wrap};
use crate::parts::figures_table::figures_table;
use crate::parts::group_choice::group_choice;
use crate::parts::key::key;
use crate::parts::outcome::{Place, outcome};
use crate::parts::picture::icons;
use crate::parts::said::{numerals, sentence};
use crate::parts::segmented::{Segment, segmented};

pub(crate) use choose::order_control;

/// The step; `table` instead of the pictures, when there is one.
pub fn compare(ui: &Ui, view: &CompareView, table: Option<&SummaryTable>) -> Html {
    let shown = match table {
        Some(table) => keyed("table", card(vec![figures_table(ui, table)])),
        None => keyed("pictures", outcomes(ui, view)),
    };
    let counted = view.outcomes.iter().any(|card| card.measured.is_none());
    let drawn = counted && matches!(view.show_as, CompareAs::Pictures | CompareAs::Difference);
    list(vec![
        maybe(view.group.as_ref().map(|group| group_choice(ui, group))),
        card(vec![
            sentence("wu-compare__note", &view.denominator_note),
            maybe(view.people.as_ref().map(|people| sentence("", people))),
            sentence("", &view.no_one_can_know),
            controls(ui, view),
            maybe(drawn.then(|| key(ui, view.per_row))),
        ]),
        wrap("div", "wu-compare__outcomes", shown),
    ])
}

/// Outcomes in the person's order, every card in the same state. Those that wait are shown in their place once they are
/// asked for.
fn outcomes(ui: &Ui, view: &CompareView) -> Html {
    let cards = |folded: bool| {
        let all = view.outcomes.iter().enumerate();
        let cards = all.filter(|(_, card)| card.folded == folded);
        let cards = cards.take(ui.parts).map(|(at, card)| {
            let place = Place { view, card, at };
            keyed(card.id.as_str(), outcome(ui, place))
        });
        el("div", "", cards.collect())
    };
    let waiting = !ui.full && view.outcomes.iter().any(|card| card.folded);
    let rest = waiting.then(|| {
        unfold(
            ui.texts.compare.rest,
            ui.open.rest,
            "wu-button wu-button--quiet",
            ui.act(Act::Rest),
        )
    });
    el(
        "div",
        "",
        vec![
            icons(ui, view.per_row),
            cards(false),
            wrap("div", "wu-compare__rest", maybe(rest)),
            if ui.open.rest || ui.full {
                cards(true)
            } else {
                empty()
            },
        ],
    )
}

/// A control that shows or hides something after it.
fn unfold(words: &'static str, open: bool, class: &'static str, act: Value) -> Html {
    tag(
        "button",
        &["type", "aria-expanded", "class", "part", "data-act"],
        vec![is("button"), truth(open), is(class), part(class), act],
        text(words),
    )
}

/// One press for all numbers of the page; its own words say which way they are said next.
fn chances(ui: &Ui, (label, way): &(String, Chances)) -> Html {
    button(
        "wu-link wu-compare__chances",
        ui.does(Action::say_chances(*way)),
        numerals(label),
    )
}

fn controls(ui: &Ui, view: &CompareView) -> Html {
    if ui.still {
        return empty();
    }
    let texts = &ui.texts.compare;
    let ways = [
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
    el(
        "div",
        "",
        vec![
            wrap(
                "div",
                "wu-compare__controls",
                segmented(ui, "compare-as", texts.show_as, ways.into()),
            ),
            el(
                "div",
                "wu-compare__quiet",
                vec![
                    unfold(
                        texts.choose,
                        ui.open.choose,
                        "wu-link wu-opener",
                        ui.act(Act::Choose),
                    ),
                    chances(ui, &view.other_chances),
                ],
            ),
            if ui.open.choose {
                choose::choose(ui, view)
            } else {
                empty()
            },
        ],
    )
}
