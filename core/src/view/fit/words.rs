//! The result in words: what holds for every reading, why, what would change it, how sure.
//!
//! No ranks, no scores, no "best", no advice. A statement is made only as widely as it holds; what cannot be told
//! apart is said to be so.

use crate::chance::share_out;
use crate::fit::{dominated, switch_points};

use super::super::english::{Ratio, capital, list};
use super::bars::measured;
use super::problem::Problem;

/// Of all readings, the share from which a difference is said to hold. Below it we say that the answers and the
/// evidence do not clearly separate the options.
const CLEAR: f64 = 0.9;
/// Up to this share of readings either way, two options are said to fit about the same.
const EVEN: f64 = 0.7;
/// Bars closer than this (2 of 100) are about the same however often one is longer.
const TIE_BAND: f64 = 0.02;
/// The most sentences on what would change the result.
const MOST_CHANGES: usize = 4;

impl Problem<'_> {
    pub(super) fn name(&self, at: usize) -> String {
        self.candidates
            .get(at)
            .map_or_else(String::new, |found| found.option.in_sentence().to_owned())
    }

    fn names(&self, at: &[usize]) -> Vec<String> {
        at.iter().map(|at| self.name(*at)).collect()
    }

    fn total(&self, at: usize) -> f64 {
        self.sums.totals.get(at).copied().unwrap_or(0.0)
    }

    /// Share of readings in which `a` fits more than `b`.
    fn share(&self, a: usize, b: usize) -> f64 {
        self.all
            .pairwise
            .get(a)
            .and_then(|row| row.get(b))
            .copied()
            .unwrap_or(0.0)
    }

    /// Whether `a` clearly fits more than `b`.
    fn clearly(&self, a: usize, b: usize) -> bool {
        self.share(a, b) >= CLEAR && self.total(a) - self.total(b) >= TIE_BAND
    }

    /// Options that no other clearly fits more than.
    fn leading(&self) -> Vec<usize> {
        self.kept
            .iter()
            .copied()
            .filter(|b| !self.kept.iter().any(|a| self.clearly(*a, *b)))
            .collect()
    }
}

/// What holds for every reading, first.
pub(super) fn lead(problem: &Problem<'_>) -> Vec<String> {
    let kept = &problem.kept;
    match kept.as_slice() {
        [] => {
            return vec![
                "You have ruled out every option here.".to_owned(),
                "You could look again at what you would not accept, or talk it over with your health team."
                    .to_owned(),
            ];
        }
        [only] => {
            return vec![format!(
                "{} is the one option you have not ruled out.",
                capital(&problem.name(*only))
            )];
        }
        _ => {}
    }
    let leading = problem.leading();
    let mut out = Vec::new();
    if let [one] = leading.as_slice() {
        let others: Vec<usize> = kept.iter().copied().filter(|at| at != one).collect();
        if others.iter().all(|other| problem.clearly(*one, *other)) {
            out.push(more(problem, &[*one], &others));
            return out;
        }
    }
    out.push(about_the_same(
        problem,
        if leading.len() > 1 { &leading } else { kept },
    ));
    // What is clear all the same: options that some of the others clearly fit more than.
    let mut said: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
    for &less in kept {
        let beats: Vec<usize> = leading
            .iter()
            .copied()
            .filter(|a| problem.clearly(*a, less))
            .collect();
        if beats.is_empty() {
            continue;
        }
        match said.iter_mut().find(|(by, _)| *by == beats) {
            Some((_, others)) => others.push(less),
            None => said.push((beats, vec![less])),
        }
    }
    out.extend(said.iter().map(|(by, less)| more(problem, by, less)));
    out
}

fn more(problem: &Problem<'_>, by: &[usize], than: &[usize]) -> String {
    let fewest = by
        .iter()
        .flat_map(|a| than.iter().map(|b| problem.share(*a, *b)))
        .fold(1.0, f64::min);
    let fits = match by.len() {
        1 => "fits",
        2 => "both fit",
        _ => "all fit",
    };
    format!(
        "{} {fits} more with what you said than {}, in {} we read your answers and the evidence.",
        capital(&list(&problem.names(by))),
        list(&problem.names(than)),
        ways(fewest),
    )
}

/// "every way", "about 95 of every 100 ways".
fn ways(share: f64) -> String {
    if share >= 1.0 - 1e-9 {
        return "every way".to_owned();
    }
    format!("about {} of every 100 ways", hundredths(share))
}

/// Whole ways of 100; never all and never none unless it is so.
fn hundredths(share: f64) -> u8 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to 1..=99 before the cast"
    )]
    let whole = (share * 100.0).round().clamp(1.0, 99.0) as u8;
    whole
}

fn about_the_same(problem: &Problem<'_>, group: &[usize]) -> String {
    let names = list(&problem.names(group));
    let even = group
        .iter()
        .all(|a| group.iter().all(|b| problem.share(*a, *b) <= EVEN))
        || group.iter().all(|a| {
            group
                .iter()
                .all(|b| (problem.total(*a) - problem.total(*b)).abs() < TIE_BAND)
        });
    if even {
        return format!(
            "{} fit about the same with what you said: your answers and the evidence do not separate them.",
            capital(&names)
        );
    }
    format!("Your answers and the evidence do not clearly separate {names}.")
}

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
    let first = problem
        .points
        .iter()
        .position(|points| *points == crate::consultation::FIRST_POINTS)?;
    if first == item {
        return None;
    }
    let next_to_first = odds(then) * total / f64::from(crate::consultation::FIRST_POINTS);
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

/// In how many of the plausible readings each option is in front.
pub(super) fn how_sure(problem: &Problem<'_>) -> Vec<String> {
    if problem.kept.len() < 2 {
        return Vec::new();
    }
    let mut out = vec![
        "We read your answers and the evidence in many ways: each answer a fifth more or less, each figure anywhere \
         its range allows."
            .to_owned(),
    ];
    let shares: Vec<f64> = (0..problem.kept.len())
        .map(|place| {
            let row = problem.among_kept.rank_acceptability.get(place);
            row.and_then(|row| row.first()).copied().unwrap_or(0.0)
        })
        .collect();
    let of_hundred = whole_ways(&shares);
    for ((at, share), whole) in problem.kept.iter().zip(&shares).zip(of_hundred) {
        let often = if *share >= 1.0 - 1e-9 {
            "every one".to_owned()
        } else if *share <= 0.0 {
            "none".to_owned()
        } else if whole == 0 {
            "fewer than 1 of every 100".to_owned()
        } else {
            format!("about {} of every 100", whole.min(99))
        };
        out.push(format!(
            "{} fits most with what you said in {often} of these ways.",
            capital(&problem.name(*at))
        ));
    }
    out
}

/// Whole ways of 100 that sum to 100 (largest remainder), or rounded each on its own when ties make the shares
/// overlap.
fn whole_ways(shares: &[f64]) -> Vec<u32> {
    if (shares.iter().sum::<f64>() - 1.0).abs() < 1e-6 {
        return share_out(shares, 100);
    }
    shares.iter().map(|share| u32::from(hundredths(*share))).collect()
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
