//! What would change the result: how much one outcome would have to matter for another option to fit as well.

use crate::consultation::FIRST_POINTS;
use crate::fit::switch_points;

use super::super::english::Ratio;
use super::problem::Problem;

/// The most sentences on what would change the result.
const MOST_CHANGES: usize = 4;

/// How much one outcome would have to matter for another option to fit as well as the one in front, from the
/// figures as published and the answers as given.
pub(super) fn would_change(problem: &Problem<'_>) -> Vec<String> {
    if problem.kept.len() < 2 {
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
            if let Some((distance, how)) = matters(problem, at, now, weight) {
                let name = |place: usize| {
                    problem
                        .kept
                        .get(place)
                        .map_or_else(String::new, |at| problem.name(*at))
                };
                found.push((
                    distance,
                    format!(
                        "If the change in {} {how}, {} would fit as well as {}.",
                        item.in_sentence,
                        name(other),
                        name(front)
                    ),
                ));
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
        out.push(
            "Changing how much any one of these matters to you would not bring another option in front, as the \
             figures stand."
                .to_owned(),
        );
    }
    out
}

/// "mattered about twice as much as it does to you now", with how far that is from now.
fn matters(problem: &Problem<'_>, item: usize, now: f64, then: f64) -> Option<(f64, String)> {
    if then >= 1.0 - 1e-9 {
        return None;
    }
    let odds = |weight: f64| weight / (1.0 - weight);
    if now > 1e-9 {
        let times = odds(then) / odds(now);
        if times < 1e-6 {
            return Some((f64::MAX, "did not matter to you".to_owned()));
        }
        let words = if times >= 1.0 {
            Ratio::of(times).more()
        } else {
            Ratio::of(1.0 / times).less()
        };
        return Some((times.ln().abs(), format!("mattered {words} it does to you now")));
    }
    // Not counted now: say how much next to the first.
    let total: f64 = problem.points.iter().map(|points| f64::from(*points)).sum();
    let first = problem.points.iter().position(|points| *points == FIRST_POINTS)?;
    if first == item {
        return None;
    }
    let next_to_first = odds(then) * total / f64::from(FIRST_POINTS);
    let band = Ratio::of(if next_to_first >= 1.0 {
        next_to_first
    } else {
        1.0 / next_to_first
    });
    let words = match band {
        Ratio::Same => band.than(),
        _ if next_to_first >= 1.0 => band.more(),
        _ => band.less(),
    };
    let name = problem.items.get(first)?.in_sentence.clone();
    Some((
        1.0 + next_to_first,
        format!("mattered {words} the change in {name}"),
    ))
}
