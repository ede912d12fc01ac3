//! Why: what counts most towards each option, and facts about dominance.

use crate::fit::dominated;

use super::bars::measured;
use super::problem::WorkedOut;
use crate::words::say;

/// What counts most towards each of two options, for every pair, in the aid's order. With more than three options
/// left, only pairs of those that lead.
pub(super) fn why(problem: &WorkedOut<'_>) -> Vec<String> {
    let leading = problem.leading();
    let mut out = Vec::new();
    for (at, &a) in problem.kept.iter().enumerate() {
        for &b in problem.kept.iter().skip(at + 1) {
            if problem.kept.len() <= 3 || leading.contains(&a) || leading.contains(&b) {
                out.push(between(problem, a, b));
            }
        }
    }
    out
}

fn between(problem: &WorkedOut<'_>, a: usize, b: usize) -> String {
    let words = problem.aid.wording();
    let (first, second) = (problem.name(a), problem.name(b));
    let towards_first = match most(problem, a, b) {
        Some((item, here, there)) => say!(
            words,
            "Between {first} and {second}, what counts most towards {first} is {item} ({here}, against {there}).",
            first,
            second,
            item,
            here,
            there
        ),
        None => say!(
            words,
            "Between {first} and {second}, nothing you weighed counts more towards {first}.",
            first,
            second
        ),
    };
    let towards_second = match most(problem, b, a) {
        Some((item, here, there)) => say!(
            words,
            "What counts most towards {second} is {item} ({here}, against {there}).",
            second,
            item,
            here,
            there
        ),
        None => say!(words, "Nothing you weighed counts more towards {second}.", second),
    };
    [towards_first, towards_second].join(" ")
}

/// What counts most towards an option next to another, and the figures of both.
fn most(problem: &WorkedOut<'_>, this: usize, other: usize) -> Option<(String, String, String)> {
    let part = |option: usize, at: usize| {
        problem
            .sums
            .parts
            .get(option)
            .and_then(|row| row.get(at))
            .copied()
            .unwrap_or(0.0)
    };
    // What is known, and told apart by the studies, comes first: the rest counts, and is a reason only where there is no other.
    let most = (0..problem.items.len())
        .map(|at| {
            (
                problem.is_reason(at, &[this, other]),
                part(this, at) - part(other, at),
                at,
            )
        })
        .filter(|(_, difference, _)| *difference > 1e-9)
        .fold(None, |most: Option<(bool, f64, usize)>, next| match most {
            Some(found) if (found.0, found.1) >= (next.0, next.1) => Some(found),
            _ => Some(next),
        });
    let item = problem.items.get(most?.2)?;
    Some((
        item.in_sentence.clone(),
        measured(problem, item, this),
        measured(problem, item, other),
    ))
}

/// Options at least as good on everything weighed: a fact about the figures.
pub(super) fn dominance(problem: &WorkedOut<'_>) -> Vec<String> {
    // Nothing can be said of figures that nobody here knows.
    let known: Vec<usize> = problem
        .kept
        .iter()
        .copied()
        .filter(|at| !problem.is_open(*at))
        .collect();
    let values: Vec<Vec<f64>> = known
        .iter()
        .filter_map(|at| problem.values.get(*at).cloned())
        .collect();
    let mut out = Vec::new();
    for (place, by) in dominated(&values).into_iter().enumerate() {
        for above in by {
            let name = |place: usize| known.get(place).map_or_else(String::new, |at| problem.name(*at));
            out.push(say!(
                problem.aid.wording(),
                "On everything you weighed, the figures for {option} are as good as those for {other}, or better. This is \
                 a fact about these figures, without their ranges. It says nothing about what is not weighed here.",
                option = name(above),
                other = name(place)
            ));
        }
    }
    out
}
