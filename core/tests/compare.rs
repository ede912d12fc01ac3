//! Compare's own displays: what changes, what comes first, what waits, how chances are said.
#![cfg(feature = "authoring")]
#![expect(clippy::unwrap_used, reason = "a test: failing is how it reports")]

#[cfg(test)]
mod common;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use common::{after, aid, aids, example, outcome, script};
use proptest::prelude::*;
use weighup_core::aid::{Aid, HorizonId};
use weighup_core::consultation::{Action, ActionError, CompareAs, Consultation, NextTo, OutcomeOrder};
use weighup_core::view::{self, CellView, ChangeCell, ChangeKind, OrderFrom};

fn differences(aid: &Aid) -> String {
    let c = after(aid, [Action::compare_as(CompareAs::Difference)]);
    let mut out = String::new();
    for card in view::compare(aid, &c).outcomes {
        let Some(changes) = card.changes else {
            writeln!(out, "# {} | nothing to compare", card.name).unwrap();
            continue;
        };
        writeln!(out, "# {} | {} | {}", card.name, card.horizon, changes.heading).unwrap();
        for cell in &changes.cells {
            match cell {
                ChangeCell::Drawn(view) => {
                    writeln!(out, "- {}: {}", view.option.name, view.sentence).unwrap();
                    for state in &view.states {
                        writeln!(out, "  {:?} {}: {}", state.kind, state.count, state.words).unwrap();
                    }
                }
                ChangeCell::NotDrawn { option, why } => writeln!(out, "- {}: {why}", option.name).unwrap(),
            }
        }
        for text in &changes.assumes {
            writeln!(out, "  * {text}").unwrap();
        }
    }
    out
}

#[test]
fn what_changes_in_every_aid() {
    for folder in aids() {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        insta::assert_snapshot!(format!("changes__{name}"), differences(&aid(&folder)));
    }
}

fn count(cell: &CellView) -> Option<u32> {
    match cell {
        CellView::Known(figure) => figure.count.replace(',', "").parse().ok(),
        CellView::NotKnown { .. } => None,
    }
}

/// Every point in time of every aid: the states sum to the denominator, and with either option they give back the count
/// that stands on the screen.
#[test]
fn the_states_of_a_change_sum_to_everybody_and_agree_with_the_counts() {
    let mut drawn = 0;
    for folder in aids() {
        let aid = aid(&folder);
        let mut c = after(&aid, [Action::compare_as(CompareAs::Difference)]);
        let first = view::compare(&aid, &c);
        for (outcome, at) in first
            .outcomes
            .iter()
            .flat_map(|card| card.horizons.iter().map(|at| (card.id.clone(), at.id.clone())))
        {
            c.apply(&aid, Action::choose_horizon(outcome.clone(), at))
                .unwrap();
            let page = view::compare(&aid, &c);
            let card = page.outcomes.into_iter().find(|card| card.id == outcome).unwrap();
            let Some(changes) = card.changes else { continue };
            for cell in &changes.cells {
                let ChangeCell::Drawn(view) = cell else { continue };
                drawn += 1;
                let of = |kind| {
                    view.states
                        .iter()
                        .filter(|state| state.kind == kind)
                        .map(|state| state.count)
                        .sum::<u32>()
                };
                let sum: u32 = view.states.iter().map(|state| state.count).sum();
                assert_eq!((sum, view.total), (card.denominator, card.denominator));
                let this = card
                    .cells
                    .iter()
                    .find(|cell| matches!(cell, CellView::Known(figure) if figure.option == view.option));
                assert_eq!(
                    Some(of(ChangeKind::Both) + of(ChangeKind::Added)),
                    this.and_then(count)
                );
                assert_eq!(
                    Some(of(ChangeKind::Both) + of(ChangeKind::Taken)),
                    count(&changes.against)
                );
                assert!(
                    view.states.len() <= 3,
                    "people cannot be helped and harmed by one subtraction"
                );
            }
        }
    }
    assert!(drawn > 100, "{drawn} changes were looked at");
}

/// A difference tells of two groups. Nobody knows what would have happened to one person with the other option, so no text says that
/// somebody was helped or harmed, or has something "either way".
#[test]
fn differences_tell_of_groups_and_of_no_single_person() {
    let mut told = 0;
    for folder in aids() {
        let text = differences(&aid(&folder));
        for claim in ["Helped", "Harmed", "either way", "but not with"] {
            assert!(!text.contains(claim), "{claim}: {text}");
        }
        told += text.matches(" in both groups.").count();
    }
    assert!(told > 100, "{told} differences were read");
}

#[test]
fn changes_are_worked_out_only_where_they_are_shown() {
    let aid = example();
    for way in [
        CompareAs::Matrix,
        CompareAs::Pictures,
        CompareAs::Table,
        CompareAs::Numbers,
    ] {
        let page = view::compare(&aid, &after(&aid, [Action::compare_as(way)]));
        assert!(page.outcomes.iter().all(|card| card.changes.is_none()));
    }
}

#[test]
fn a_serious_harm_never_waits_and_the_first_view_is_seven() {
    for folder in aids() {
        let aid = aid(&folder);
        let page = view::compare(&aid, &Consultation::new(&aid));
        let waiting: Vec<_> = page.outcomes.iter().filter(|card| card.folded).collect();
        assert!(waiting.iter().all(|card| !card.serious));
        assert_ne!(waiting.len(), 1, "one alone does not wait");
        let plain = page.outcomes.iter().filter(|card| !card.folded && !card.serious);
        let plain = plain.count();
        assert!(plain <= 8, "{plain} stand in the first view");
        assert_eq!(page.order.items.len(), aid.outcomes().len());
    }
}

#[test]
fn one_time_for_all_sets_every_outcome_that_has_it_and_no_other() {
    let mut shared = 0;
    for folder in aids() {
        let aid = aid(&folder);
        let first = view::compare(&aid, &Consultation::new(&aid));
        assert_ne!(first.times.len(), 1, "one time is no choice");
        for time in &first.times {
            shared += 1;
            let page = view::compare(
                &aid,
                &after(&aid, [Action::choose_horizon_for_all(time.id.clone())]),
            );
            assert!(
                page.times
                    .iter()
                    .filter(|each| each.selected)
                    .all(|each| each.id == time.id)
            );
            for (before, now) in first.outcomes.iter().zip(&page.outcomes) {
                let at = |card: &view::OutcomeCard| {
                    card.horizons
                        .iter()
                        .find(|at| at.selected)
                        .map(|at| at.id.clone())
                };
                let has = now.horizons.iter().any(|at| at.id == time.id);
                let wanted = if has { Some(time.id.clone()) } else { at(before) };
                assert_eq!(at(now), wanted, "{} at {}", now.id, time.id);
            }
        }
    }
    assert!(shared > 3, "{shared} times were chosen");
    let aid = example();
    let never: HorizonId = "never".try_into().unwrap();
    let refused = Consultation::new(&aid).apply(&aid, Action::choose_horizon_for_all(never));
    assert!(matches!(refused, Err(ActionError::NoFiguresAt { .. })));
}

#[test]
fn what_matters_most_comes_first_once_it_is_weighed() {
    let aid = example();
    let unweighed = view::compare(&aid, &Consultation::new(&aid)).order;
    assert!(!unweighed.weighed && unweighed.from == OrderFrom::Aid);
    assert!(unweighed.items.iter().skip(1).all(|item| item.up.is_some()));
    assert!(unweighed.items.first().is_some_and(|item| item.up.is_none()));
    let mut c = after(&aid, script(&aid, include_str!("scripts/prepared.json")));
    assert!(view::compare(&aid, &c).order.weighed);
    c.apply(&aid, Action::order_outcomes(OutcomeOrder::Weights))
        .unwrap();
    let first = view::compare(&aid, &c).outcomes[0].id.clone();
    let Some(weighup_core::consultation::Weighable::Outcome(most)) = c
        .answers()
        .weighing(weighup_core::consultation::Person::Patient)
        .swing
        .first
        .clone()
    else {
        panic!("the script weighs an outcome most");
    };
    assert_eq!(first, most);
    let summary = view::summary(&aid, &c, weighup_core::aid::document::Results::Facts, &view::Here);
    let name = &aid.outcome(&most).unwrap().name;
    assert_eq!(
        summary.figures.rows[0].outcome, *name,
        "the summary keeps the order"
    );
    assert_eq!(
        view::weigh(&aid, &c).items.len(),
        view::weigh(&aid, &Consultation::new(&aid)).items.len()
    );
}

/// The order of rows follows the words that were said, the most first.
#[test]
fn in_words_what_matters_more_comes_first() {
    let aid = example();
    let words = NextTo::ALL;
    for (more, less) in words.iter().zip(words.iter().skip(1)) {
        for [first, second] in [["walking", "harm"], ["harm", "walking"]] {
            let c = after(
                &aid,
                [
                    Action::choose_most(outcome("pain")),
                    Action::say_next_to(outcome("pain"), outcome(first), *more),
                    Action::say_next_to(outcome("pain"), outcome(second), *less),
                    Action::order_outcomes(OutcomeOrder::Weights),
                ],
            );
            let rows = view::compare(&aid, &c).outcomes;
            let asked: Vec<&str> = rows
                .iter()
                .map(|row| row.id.as_str())
                .filter(|id| ["pain", "walking", "harm"].contains(id))
                .collect();
            assert_eq!(asked, ["pain", first, second], "{more:?} before {less:?}");
        }
    }
}

#[test]
fn an_order_names_each_outcome_once() {
    let aid = example();
    let id = aid.outcomes()[0].id.clone();
    let twice = OutcomeOrder::Own(vec![id.clone(), id]);
    let refused = Consultation::new(&aid).apply(&aid, Action::order_outcomes(twice));
    assert!(matches!(refused, Err(ActionError::OutcomeTwice { .. })));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is moved up, in whatever order, every outcome is there once, and each move changes two places.
    #[test]
    fn an_order_is_a_permutation(moves in prop::collection::vec(0usize..20, 0..12)) {
        let aid = example();
        let all: BTreeSet<_> = aid.outcomes().iter().map(|outcome| outcome.id.clone()).collect();
        let mut c = Consultation::new(&aid);
        for at in moves {
            let page = view::compare(&aid, &c);
            let before: Vec<_> = page.order.items.iter().map(|item| item.id.clone()).collect();
            let at = at % before.len();
            if let Some(order) = page.order.items[at].up.clone() {
                c.apply(&aid, Action::order_outcomes(order)).unwrap();
                let mut wanted = before;
                wanted.swap(at - 1, at);
                let now: Vec<_> = view::compare(&aid, &c).outcomes.iter().map(|card| card.id.clone()).collect();
                prop_assert_eq!(&now, &wanted);
            }
            let found: BTreeSet<_> = view::compare(&aid, &c).outcomes.iter().map(|card| card.id.clone()).collect();
            prop_assert_eq!(&found, &all);
        }
    }
}
