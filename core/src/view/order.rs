//! What is shown first: the aid's order, what matters most to the person, or an order of their own.

use crate::aid::{Aid, Outcome, OutcomeId};
use crate::consultation::{Answers, OutcomeOrder, Person, Weighable};

use super::weigh::MAIN;
use super::{OrderFrom, OrderItem, OrderView};

/// As many outcomes as can be taken in at once (R29).
const FIRST_VIEW: usize = 7;

/// Every outcome once, in the order the person chose.
pub(crate) fn ordered<'a>(aid: &'a Aid, answers: &Answers) -> Vec<&'a Outcome> {
    let mut all: Vec<&Outcome> = aid.outcomes().iter().collect();
    match &answers.order {
        OutcomeOrder::Aid => {}
        // Stable: what has no answer, and what has the same, stays in the aid's order.
        OutcomeOrder::Weights => {
            all.sort_by(|a, b| standing(answers, &b.id).total_cmp(&standing(answers, &a.id)));
        }
        OutcomeOrder::Own(first) | OutcomeOrder::Marks(first) => all.sort_by_key(|outcome| {
            first
                .iter()
                .position(|id| *id == outcome.id)
                .unwrap_or(first.len())
        }),
    }
    all
}

/// How high an outcome stands in what the person deciding said; unanswered stands lowest.
fn standing(answers: &Answers, id: &OutcomeId) -> f64 {
    let said = answers.weighing(Person::Patient);
    said.standing(said.used(MAIN), &Weighable::Outcome(id.clone()))
}

/// Whether the answers put one outcome before another.
fn weighed(aid: &Aid, answers: &Answers) -> bool {
    let mut given = aid
        .outcomes()
        .iter()
        .map(|outcome| standing(answers, &outcome.id))
        .filter(|standing| *standing >= 0.0);
    given
        .next()
        .is_some_and(|first| given.any(|standing| standing != first))
}

/// Every outcome once, in the order that marks give; those with the same mark in the aid's order.
pub(super) fn by_marks<'a>(aid: &'a Aid, answers: &Answers) -> Vec<&'a Outcome> {
    let mut all: Vec<&Outcome> = aid.outcomes().iter().collect();
    all.sort_by_key(|outcome| answers.place_by_mark(&outcome.id));
    all
}

/// Which of the outcomes, in their order, are folded away until the person asks for them. A serious harm never does (R28).
pub(super) fn folded(outcomes: &[&Outcome]) -> Vec<bool> {
    let waits = |(at, outcome): (usize, &&Outcome)| at >= FIRST_VIEW && !outcome.serious;
    let all = || outcomes.iter().enumerate();
    // One that would wait alone takes no more room than the control that shows it.
    let several = all().filter(|each| waits(*each)).count() > 1;
    all().map(|each| several && waits(each)).collect()
}

/// The order as a list to change.
pub(super) fn order(aid: &Aid, answers: &Answers, outcomes: &[&Outcome]) -> OrderView {
    let ids: Vec<&OutcomeId> = outcomes.iter().map(|outcome| &outcome.id).collect();
    let marked = answers.has_marks().then(|| {
        let ordered = by_marks(aid, answers).into_iter();
        ordered.map(|outcome| outcome.id.clone()).collect::<Vec<_>>()
    });
    let bring = marked
        .clone()
        .filter(|marked| marked.iter().ne(ids.iter().copied()));
    OrderView {
        items: outcomes
            .iter()
            .enumerate()
            .map(|(at, outcome)| OrderItem {
                id: outcome.id.clone(),
                name: outcome.name.clone(),
                up: at.checked_sub(1).map(|before| {
                    let mut moved = ids.clone();
                    moved.swap(before, at);
                    OutcomeOrder::Own(moved.into_iter().cloned().collect())
                }),
            })
            .collect(),
        weighed: weighed(aid, answers),
        // Without an outcome it is the aid's order, and chosen: marks do not change it when Compare is opened again.
        at_first: if marked.is_some() {
            OutcomeOrder::Own(Vec::new())
        } else {
            OutcomeOrder::Aid
        },
        marked: marked.map(OutcomeOrder::Marks),
        bring: bring.map(OutcomeOrder::Marks),
        from: match &answers.order {
            OutcomeOrder::Aid => OrderFrom::Aid,
            OutcomeOrder::Own(ids) if ids.is_empty() => OrderFrom::Aid,
            OutcomeOrder::Marks(_) => OrderFrom::Marks,
            OutcomeOrder::Weights => OrderFrom::Weights,
            OutcomeOrder::Own(_) => OrderFrom::Own,
        },
    }
}
