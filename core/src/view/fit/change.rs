//! What would change the result: how much one outcome would have to matter for another option to fit as well.

use crate::fit::switch_points;

use super::super::ratio::Ratio;
use super::in_front::one_ahead;
use super::problem::WorkedOut;
use crate::words::say;

/// The most sentences on what would change the result.
const MOST_CHANGES: usize = 4;

/// How much one outcome would have to matter for another option to fit as well as the one in front, from the
/// figures as published and the answers as given.
pub(super) fn would_change(problem: &WorkedOut<'_>) -> Vec<String> {
    // Where nobody is in front there is nothing that another would have to fit as well as.
    if one_ahead(problem).is_none() {
        return Vec::new();
    }
    let values: Vec<Vec<f64>> = problem
        .kept
        .iter()
        .filter_map(|at| problem.values.get(*at).cloned())
        .collect();
    let totals: Vec<f64> = problem.kept.iter().map(|at| problem.total(*at)).collect();
    let front = totals.iter().enumerate().fold(0, |front, (at, total)| {
        if *total > totals.get(front).copied().unwrap_or(0.0) {
            at
        } else {
            front
        }
    });
    let words = problem.aid.wording();
    let mut found: Vec<(f64, String)> = Vec::new();
    for (at, item) in problem.items.iter().enumerate() {
        let now = problem.weights.get(at).copied().unwrap_or(0.0);
        let crossings = switch_points(&values, &problem.weights, at);
        let with_front = crossings
            .iter()
            .filter(|s| s.between.0 == front || s.between.1 == front);
        let mut up: Option<(f64, usize)> = None;
        let mut down: Option<(f64, usize)> = None;
        for crossing in with_front {
            let other = if crossing.between.0 == front {
                crossing.between.1
            } else {
                crossing.between.0
            };
            let at = crossing.weight;
            if at > now && up.is_none_or(|(nearest, _)| at < nearest) {
                up = Some((at, other));
            } else if at < now && down.is_none_or(|(nearest, _)| at > nearest) {
                down = Some((at, other));
            }
        }
        for (weight, other) in up.into_iter().chain(down) {
            if let Some((distance, comparison)) = matters(problem, at, now, weight) {
                let name = |place: usize| {
                    problem
                        .kept
                        .get(place)
                        .map_or_else(String::new, |at| problem.name(*at))
                };
                let (what, option, other) = (&item.in_sentence, name(other), name(front));
                let sentence = match comparison {
                    Some(comparison) => say!(
                        words,
                        "If the change in {what} mattered {comparison}, {option} would fit as well as {other}.",
                        what,
                        comparison,
                        option,
                        other
                    ),
                    None => say!(
                        words,
                        "If the change in {what} did not matter to you, {option} would fit as well as {other}.",
                        what,
                        option,
                        other
                    ),
                };
                found.push((distance, sentence));
            }
        }
    }
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut out: Vec<String> = found
        .into_iter()
        .take(MOST_CHANGES)
        .map(|(_, sentence)| sentence)
        .collect();
    if out.is_empty() {
        out.push(say!(
            words,
            "Changing how much any one of these matters to you would not bring another option in front, as the figures \
             stand."
        ));
    }
    out
}

/// "about twice as much as it does to you now", or not at all, with how far that is from now.
fn matters(problem: &WorkedOut<'_>, item: usize, now: f64, then: f64) -> Option<(f64, Option<String>)> {
    let words = problem.aid.wording();
    if then >= 1.0 - 1e-9 {
        return None;
    }
    let odds = |weight: f64| weight / (1.0 - weight);
    if now > 1e-9 {
        let times = odds(then) / odds(now);
        if times < 1e-6 {
            return Some((f64::MAX, None));
        }
        let now = say!(words, context "how much it matters, than what", "it does to you now");
        let comparison = if times >= 1.0 {
            Ratio::of(times).more(words, &now)
        } else {
            Ratio::of(1.0 / times).less(words, &now)
        };
        return Some((times.ln().abs(), Some(comparison)));
    }
    // Not counted now: say how much next to what counts most.
    let most = problem.weights.iter().enumerate();
    let (first, most) = most.fold(
        (0, 0.0),
        |most, (at, weight)| {
            if *weight > most.1 { (at, *weight) } else { most }
        },
    );
    if first == item || most <= 0.0 {
        return None;
    }
    let next_to_first = odds(then) / most;
    let band = Ratio::of(if next_to_first >= 1.0 {
        next_to_first
    } else {
        1.0 / next_to_first
    });
    let change = say!(
        words,
        "the change in {what}",
        what = problem.items.get(first)?.in_sentence
    );
    let comparison = match band {
        Ratio::Same => band.than(words, &change),
        _ if next_to_first >= 1.0 => band.more(words, &change),
        _ => band.less(words, &change),
    };
    Some((1.0 + next_to_first, Some(comparison)))
}
