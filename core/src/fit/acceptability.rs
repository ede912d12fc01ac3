//! Stochastic multicriteria acceptability analysis (Lahdelma and Salminen 2001, SMAA-2): weights from everything the
//! answers allow, figures from everything the evidence allows, counted.

use std::collections::BTreeMap;

use super::additive::TIE;
use super::count::Run;
use super::draws::{Cells, WeightDraws, ln};
use super::exact;
use super::uncertain::{Column, Evidence, FitError};
use super::value::PartialValue;
use crate::values::{Allowed, Shape, ValuesError};

/// How the figures were worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// From exact volumes.
    Exact,
    /// From draws.
    Draws,
}

/// How to work it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Draws, when drawing.
    pub draws: u32,
    /// Seed of the draws.
    pub seed: u64,
    /// Exact volumes are used for exact values while they take at most this many simplices; 0 always draws.
    pub most_simplices: usize,
    /// Whether to collect [`Acceptability::spread`].
    pub spread: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            draws: 100_000,
            seed: 1,
            most_simplices: 60_000,
            spread: true,
        }
    }
}

/// What holds, and how often, over all weights and figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Acceptability {
    /// Share of readings in which each option takes each place; tied options share the better place.
    pub rank_acceptability: Vec<Vec<f64>>,
    /// Mean of the weights with which an option is first; `None` when it never is.
    pub central_weights: Vec<Option<Vec<f64>>>,
    /// Share of the readings of the evidence in which an option is first (ties count) when its own central weights are
    /// used; `None` when it has none.
    pub confidence: Vec<Option<f64>>,
    /// Share of readings in which the row's option is strictly above the column's.
    pub pairwise: Vec<Vec<f64>>,
    /// Entropy in bits of the distribution over complete rankings: 0 when the order never changes.
    pub entropy: f64,
    /// Standard error of each option's share of first places for this many independent draws; quasi-random draws do at
    /// least as well. 0 when exact.
    pub mc_error: Vec<f64>,
    /// Exact volumes or draws.
    pub how: How,
    /// Total value of each option: lowest and highest over the allowed weights when exact, the middle 90 % of the draws
    /// (to 0.002) when drawn. Empty when not asked for.
    pub spread: Vec<(f64, f64)>,
}

/// Acceptability could not be worked out.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum AcceptabilityError {
    /// The figures.
    #[error(transparent)]
    Fit(#[from] FitError),
    /// The weights.
    #[error(transparent)]
    Values(#[from] ValuesError),
    /// Nothing to count.
    #[error("no draws: ask for at least 1")]
    NoDraws,
}

/// Counts, or volumes, of each order of the options.
#[derive(Clone, Debug)]
pub(crate) struct Tally {
    pub(crate) total: f64,
    places: Vec<Vec<f64>>,
    wins: Vec<Vec<f64>>,
    first: Vec<Vec<f64>>,
    rankings: BTreeMap<Vec<u8>, f64>,
}

impl Tally {
    pub(crate) fn new(m: usize, n: usize) -> Self {
        Self {
            total: 0.0,
            places: vec![vec![0.0; m]; m],
            wins: vec![vec![0.0; m]; m],
            first: vec![vec![0.0; n]; m],
            rankings: BTreeMap::new(),
        }
    }

    /// Adds `size` readings: for each option how many are above it, the pairs won, and the mean weights.
    pub(crate) fn add(&mut self, size: f64, above: &[usize], wins: &[(usize, usize)], weights: &[f64]) {
        self.count(size, above, wins);
        for (i, _) in above.iter().enumerate().filter(|(_, a)| **a == 0) {
            if let Some(first) = self.first.get_mut(i) {
                for (f, w) in first.iter_mut().zip(weights) {
                    *f += size * w;
                }
            }
        }
    }

    pub(crate) fn count(&mut self, size: f64, above: &[usize], wins: &[(usize, usize)]) {
        self.total += size;
        for (i, a) in above.iter().enumerate() {
            if let Some(x) = self.places.get_mut(i).and_then(|p| p.get_mut(*a)) {
                *x += size;
            }
        }
        for (w, l) in wins {
            if let Some(x) = self.wins.get_mut(*w).and_then(|p| p.get_mut(*l)) {
                *x += size;
            }
        }
        *self
            .rankings
            .entry(above.iter().map(|a| (*a).min(255) as u8).collect())
            .or_insert(0.0) += size;
    }

    /// Adds weights with which an option was first, already counted.
    pub(crate) fn add_first(&mut self, option: usize, sums: &[f64]) {
        if let Some(first) = self.first.get_mut(option) {
            for (f, s) in first.iter_mut().zip(sums) {
                *f += s;
            }
        }
    }

    pub(crate) fn finish(self) -> Acceptability {
        let t = self.total;
        let share = |rows: &Vec<Vec<f64>>| -> Vec<Vec<f64>> {
            rows.iter().map(|r| r.iter().map(|x| x / t).collect()).collect()
        };
        let firsts = self.places.iter().map(|p| p.first().copied().unwrap_or(0.0));
        let central_weights = self
            .first
            .iter()
            .zip(firsts)
            .map(|(sums, count)| {
                let sum: f64 = sums.iter().sum();
                (count > 0.0 && sum > 0.0).then(|| sums.iter().map(|s| s / sum).collect())
            })
            .collect();
        let entropy = self
            .rankings
            .values()
            .filter(|x| **x > 0.0 && **x < t)
            .fold(0.0, |bits, x| bits - (x / t) * ln(x / t) / std::f64::consts::LN_2);
        let m = self.places.len();
        Acceptability {
            rank_acceptability: share(&self.places),
            central_weights,
            confidence: vec![None; m],
            pairwise: share(&self.wins),
            entropy,
            mc_error: vec![0.0; m],
            how: How::Exact,
            spread: Vec::new(),
        }
    }
}

/// Works out the acceptability of options: `values` has a function an outcome, `evidence` what is known of it for all
/// options.
///
/// # Errors
/// Evidence or weights that cannot be drawn from.
pub fn acceptability(
    allowed: &Allowed,
    values: &[PartialValue],
    evidence: &[Evidence],
    options: usize,
    settings: &Settings,
) -> Result<Acceptability, AcceptabilityError> {
    let shape = allowed.shape().ok_or(ValuesError::Contradiction(Vec::new()))?;
    let columns: Vec<Column<'_>> = values
        .iter()
        .zip(evidence)
        .map(|(value, evidence)| Column { value, evidence })
        .collect();
    let draws = WeightDraws::new(
        &shape,
        values.len(),
        u64::from(settings.draws.max(1)),
        settings.seed,
    )?;
    over(&shape, &draws, &columns, options, settings)
}

/// As [`acceptability`], for a set already prepared.
pub(crate) fn over(
    shape: &Shape,
    weights: &WeightDraws,
    columns: &[Column<'_>],
    options: usize,
    settings: &Settings,
) -> Result<Acceptability, AcceptabilityError> {
    let exact_values = columns.iter().all(|c| c.evidence.is_exact());
    if settings.draws == 0 && !(exact_values && matches!(shape, Shape::Point(_))) {
        return Err(AcceptabilityError::NoDraws);
    }
    let table = middle_values(columns, options);
    if exact_values && let Some(result) = exactly(shape, &table, settings) {
        return Ok(result);
    }
    let cells = Cells::new(columns, options, settings.seed)?;
    Ok(Run::new(weights, &cells, options, columns.len(), settings).finish())
}

/// Values at the middle of the evidence: one row an option.
pub(crate) fn middle_values(columns: &[Column<'_>], options: usize) -> Vec<Vec<f64>> {
    let by_outcome: Vec<Vec<f64>> = columns
        .iter()
        .map(|c| c.evidence.middle().iter().map(|x| c.value.at(*x)).collect())
        .collect();
    (0..options)
        .map(|i| {
            by_outcome
                .iter()
                .map(|c: &Vec<f64>| c.get(i).copied().unwrap_or(0.0))
                .collect()
        })
        .collect()
}

fn exactly(shape: &Shape, table: &[Vec<f64>], settings: &Settings) -> Option<Acceptability> {
    let total = |row: &Vec<f64>, w: &Vec<f64>| -> f64 { row.iter().zip(w).map(|(v, w)| v * w).sum() };
    let (tally, spread) = match shape {
        Shape::Point(w) => {
            let totals: Vec<f64> = table.iter().map(|r| total(r, w)).collect();
            let mut tally = Tally::new(table.len(), w.len());
            let (above, wins) = order(&totals);
            tally.add(1.0, &above, &wins, w);
            (tally, totals.iter().map(|t| (*t, *t)).collect())
        }
        Shape::Pieces(polytope, whole, frame) => {
            if settings.most_simplices == 0 {
                return None;
            }
            let spread = table
                .iter()
                .map(|r| {
                    polytope
                        .vertices
                        .iter()
                        .map(|v| total(r, &v.w))
                        .fold((f64::INFINITY, f64::NEG_INFINITY), |(lo, hi), t| {
                            (lo.min(t), hi.max(t))
                        })
                })
                .collect();
            (
                exact::measure(polytope, whole, frame, table, settings.most_simplices)?,
                spread,
            )
        }
        Shape::Rows(_) | Shape::Band { .. } => return None,
    };
    let mut result = tally.finish();
    result.confidence = result
        .central_weights
        .iter()
        .map(|c| c.as_ref().map(|_| 1.0))
        .collect();
    result.spread = if settings.spread { spread } else { Vec::new() };
    Some(result)
}

/// For each option how many are above it, and every pair with a winner.
pub(crate) fn order(totals: &[f64]) -> (Vec<usize>, Vec<(usize, usize)>) {
    let mut above = vec![0; totals.len()];
    let mut wins = Vec::new();
    for (a, x) in totals.iter().enumerate() {
        for (b, y) in totals.iter().enumerate() {
            if *x > *y + TIE {
                wins.push((a, b));
                if let Some(n) = above.get_mut(b) {
                    *n += 1;
                }
            }
        }
    }
    (above, wins)
}
