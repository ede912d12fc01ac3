//! Which option is in front: in every reading of the answers and the evidence, or in how many of them.
//!
//! No ranks, no scores, no "best", no advice. A statement is made only as widely as it holds; what cannot be told
//! apart is said to be so.

use super::super::ReadingView;
use super::super::heads::head;
use super::problem::WorkedOut;
use crate::aid::OptionId;
use crate::chance::share_out;
use crate::consultation::Method;
use crate::words::say;

/// Of all readings, the share from which a difference is said to hold. Below it we say that the answers and the
/// evidence do not clearly separate the options.
const CLEAR: f64 = 0.9;
/// Up to this share of readings either way, two options are said to fit about the same.
const EVEN: f64 = 0.7;
/// Bars closer than this (2 of 100) are about the same however often one is longer.
pub(super) const TIE_BAND: f64 = 0.02;

impl WorkedOut<'_> {
    pub(super) fn name(&self, at: usize) -> String {
        self.candidates
            .get(at)
            .map_or_else(String::new, |found| found.option.in_sentence().to_owned())
    }

    fn names(&self, at: &[usize]) -> Vec<String> {
        at.iter().map(|at| self.name(*at)).collect()
    }

    pub(super) fn total(&self, at: usize) -> f64 {
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
    pub(super) fn leading(&self) -> Vec<usize> {
        self.kept
            .iter()
            .copied()
            .filter(|b| !self.kept.iter().any(|a| self.clearly(*a, *b)))
            .collect()
    }
}

/// The options that no other clearly fits more than.
pub(super) fn ahead(problem: &WorkedOut<'_>) -> Vec<OptionId> {
    let id = |at: &usize| problem.candidates.get(*at).map(|found| found.option.id.clone());
    problem.leading().iter().filter_map(id).collect()
}

/// What holds for every reading, first.
pub(super) fn lead(problem: &WorkedOut<'_>) -> Vec<String> {
    let (kept, words) = (&problem.kept, problem.aid.wording());
    match kept.as_slice() {
        [] => {
            return vec![
                say!(words, "You have ruled out every option here."),
                say!(
                    words,
                    "You could look again at what you would not accept, or talk it over with your health team."
                ),
            ];
        }
        [only] => {
            return vec![say!(
                words,
                "{Option} is the one option you have not ruled out.",
                option = problem.name(*only)
            )];
        }
        _ => {}
    }
    if let Some((one, others)) = one_ahead(problem) {
        let mut out = vec![more(problem, &[one], &others)];
        out.extend(super::sides::rests_on(problem, one, &others));
        return out;
    }
    let leading = problem.leading();
    let mut out = vec![about_the_same(
        problem,
        if leading.len() > 1 { &leading } else { kept },
    )];
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

/// What is said in place of a picture, and not in a summary that has none: that talking may help more, where nothing separates the
/// options.
pub(super) fn of_bars(problem: &WorkedOut<'_>) -> Vec<String> {
    if problem.kept.len() < 2 || one_ahead(problem).is_some() {
        return Vec::new();
    }
    vec![say!(
        problem.aid.wording(),
        "Talking through how they differ may help more than a picture of the fit."
    )]
}

/// The option that clearly fits more than all the others, and those.
pub(super) fn one_ahead(problem: &WorkedOut<'_>) -> Option<(usize, Vec<usize>)> {
    let leading = problem.leading();
    let [one] = leading.as_slice() else {
        return None;
    };
    // One option that is left is in front of nothing.
    if problem.kept.len() < 2 {
        return None;
    }
    let others: Vec<usize> = problem.kept.iter().copied().filter(|at| at != one).collect();
    let clear = others.iter().all(|other| problem.clearly(*one, *other));
    clear.then_some((*one, others))
}

fn more(problem: &WorkedOut<'_>, by: &[usize], than: &[usize]) -> String {
    let fewest = by
        .iter()
        .flat_map(|a| than.iter().map(|b| problem.share(*a, *b)))
        .fold(1.0, f64::min);
    let words = problem.aid.wording();
    let options = words.list(&problem.names(by));
    let others = words.list(&problem.names(than));
    let ways = words.number(hundredths(fewest));
    match (by.len(), fewest >= 1.0 - 1e-9) {
        (1, true) => say!(
            words,
            "{Options} fits more with what you said than {others}, in every way we read your answers and the evidence.",
            options,
            others
        ),
        (1, false) => say!(
            words,
            "{Options} fits more with what you said than {others}, in about {ways} of every 100 ways we read your \
             answers and the evidence.",
            options,
            others,
            ways
        ),
        (2, true) => say!(
            words,
            "{Options} both fit more with what you said than {others}, in every way we read your answers and the evidence.",
            options,
            others
        ),
        (2, false) => say!(
            words,
            "{Options} both fit more with what you said than {others}, in about {ways} of every 100 ways we read your \
             answers and the evidence.",
            options,
            others,
            ways
        ),
        (_, true) => say!(
            words,
            "{Options} all fit more with what you said than {others}, in every way we read your answers and the evidence.",
            options,
            others
        ),
        (_, false) => say!(
            words,
            "{Options} all fit more with what you said than {others}, in about {ways} of every 100 ways we read your \
             answers and the evidence.",
            options,
            others,
            ways
        ),
    }
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

fn about_the_same(problem: &WorkedOut<'_>, group: &[usize]) -> String {
    let words = problem.aid.wording();
    let options = words.list(&problem.names(group));
    let even = group
        .iter()
        .all(|a| group.iter().all(|b| problem.share(*a, *b) <= EVEN))
        || group.iter().all(|a| {
            group
                .iter()
                .all(|b| (problem.total(*a) - problem.total(*b)).abs() < TIE_BAND)
        });
    if even {
        return say!(
            words,
            "{Options} fit about the same with what you said: your answers and the evidence do not separate them.",
            options
        );
    }
    say!(
        words,
        "Your answers and the evidence do not clearly separate {options}.",
        options
    )
}

/// How the answers and the evidence were read.
pub(super) fn how_sure(problem: &WorkedOut<'_>) -> Vec<String> {
    if one_ahead(problem).is_none() {
        return Vec::new();
    }
    let words = problem.aid.wording();
    vec![match problem.counted.method {
        Method::Swing | Method::Points => say!(
            words,
            "We read your answers and the evidence in many ways: each answer a fifth more or less, each figure anywhere its \
             range allows."
        ),
        Method::Ranking => say!(
            words,
            "We read your answers and the evidence in many ways: everything that keeps to your order, each figure \
             anywhere its range allows."
        ),
        Method::Pairs => say!(
            words,
            "We read your answers and the evidence in many ways: everything that your words leave open, each figure \
             anywhere its range allows."
        ),
        Method::BestWorst => say!(
            words,
            "We read your answers and the evidence in many ways: each comparison up to half as much again or a third \
             less, each figure anywhere its range allows."
        ),
    }]
}

/// In how many of the plausible readings each option is in front. Where none clearly is, shares would rank what the answers and the
/// evidence do not separate.
pub(super) fn readings(problem: &WorkedOut<'_>) -> Vec<ReadingView> {
    if one_ahead(problem).is_none() {
        return Vec::new();
    }
    let words = problem.aid.wording();
    let shares: Vec<f64> = (0..problem.kept.len())
        .map(|place| {
            let row = problem.among_kept.rank_acceptability.get(place);
            row.and_then(|row| row.first()).copied().unwrap_or(0.0)
        })
        .collect();
    let of_hundred = whole_ways(&shares);
    let mut out = Vec::new();
    for ((at, share), whole) in problem.kept.iter().zip(&shares).zip(of_hundred) {
        let Some(candidate) = problem.candidates.get(*at) else {
            continue;
        };
        let option = problem.name(*at);
        let (count, said) = if *share >= 1.0 - 1e-9 {
            let said = say!(
                words,
                "{Option} fits most with what you said in every one of these ways.",
                option
            );
            (100, said)
        } else if *share <= 0.0 {
            let said = say!(
                words,
                "{Option} fits most with what you said in none of these ways.",
                option
            );
            (0, said)
        } else if whole == 0 {
            let said = say!(
                words,
                "{Option} fits most with what you said in fewer than 1 of every 100 of these ways.",
                option
            );
            (0, said)
        } else {
            let whole = whole.min(99);
            let said = say!(
                words,
                "{Option} fits most with what you said in about {ways} of every 100 of these ways.",
                option,
                ways = words.number(whole)
            );
            (whole, said)
        };
        out.push(ReadingView {
            option: head(candidate.option),
            count,
            words: said,
        });
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
