//! Why: what counts most towards each option, and facts about dominance.

use crate::fit::dominated;

use super::super::english::capital;
use super::bars::measured;
use super::problem::Problem;

/// What counts most towards each of two options, for every pair, in the aid's order. With more than three options
/// left, only pairs of those that lead.
pub(super) fn why(problem: &Problem<'_>) -> Vec<String> {
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

fn between(problem: &Problem<'_>, a: usize, b: usize) -> String {
    let (first, second) = (problem.name(a), problem.name(b));
    format!(
        "Between {first} and {second}, {} {}",
        towards(problem, a, b),
        capital(&towards(problem, b, a))
    )
}

/// "What counts most towards surgery is …: 24 of every 100 men, against 8."
fn towards(problem: &Problem<'_>, this: usize, other: usize) -> String {
    let name = problem.name(this);
    let part = |option: usize, at: usize| {
        problem
            .sums
            .parts
            .get(option)
            .and_then(|row| row.get(at))
            .copied()
            .unwrap_or(0.0)
    };
    let most = (0..problem.items.len())
        .map(|at| (at, part(this, at) - part(other, at)))
        .filter(|(_, difference)| *difference > 1e-9)
        .fold(None, |most: Option<(usize, f64)>, next| match most {
            Some(found) if found.1 >= next.1 => Some(found),
            _ => Some(next),
        });
    let Some(item) = most.and_then(|(at, _)| problem.items.get(at)) else {
        return format!("nothing you weighed counts more towards {name}.");
    };
    let (here, there) = (measured(problem, item, this), measured(problem, item, other));
    format!(
        "what counts most towards {name} is {} ({}, against {}).",
        item.in_sentence,
        here.trim_end_matches(','),
        there.trim_end_matches(',')
    )
}

/// Options at least as good on everything weighed: a fact about the figures.
pub(super) fn dominance(problem: &Problem<'_>) -> Vec<String> {
    let values: Vec<Vec<f64>> = problem
        .kept
        .iter()
        .filter_map(|at| problem.values.get(*at).cloned())
        .collect();
    let mut out = Vec::new();
    for (place, by) in dominated(&values).into_iter().enumerate() {
        for above in by {
            let name = |place: usize| {
                problem
                    .kept
                    .get(place)
                    .map_or_else(String::new, |at| problem.name(*at))
            };
            out.push(format!(
                "On everything you weighed, the figures for {} are as good as those for {}, or better. This is a fact \
                 about these figures, without their ranges. It says nothing about what is not weighed here.",
                name(above),
                name(place)
            ));
        }
    }
    out
}
