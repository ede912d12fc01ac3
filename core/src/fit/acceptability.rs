//! Stochastic multicriteria acceptability analysis (Lahdelma and Salminen 2001, SMAA-2): weights from everything the
//! answers allow, figures from everything the evidence allows, counted.

use std::collections::BTreeMap;

use super::additive::TIE;
use super::draws::{Cells, LANES, Lanes, WeightDraws, ln};
use super::exact;
use super::uncertain::{Column, Evidence, FitError};
use super::value::PartialValue;
use crate::values::{Allowed, Shape, ValuesError};

/// How the figures were worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
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

    fn count(&mut self, size: f64, above: &[usize], wins: &[(usize, usize)]) {
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

    fn finish(self) -> Acceptability {
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
    let mut run = Run::new(
        weights,
        &cells,
        (!exact_values).then_some(()),
        table,
        options,
        columns.len(),
        settings,
    );
    run.all();
    Ok(run.finish())
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
        Shape::Rows(_) => return None,
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
fn order(totals: &[f64]) -> (Vec<usize>, Vec<(usize, usize)>) {
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

/// Bins of the spread: from -0.5 to 1.5.
const BINS: usize = 1000;

/// Up to this many pairs (six options) an order is a number small enough to index a table of counts.
const KEYED_PAIRS: usize = 15;

/// The state of a count.
struct Run<'a> {
    weights: &'a WeightDraws,
    cells: &'a Cells,
    drawn_values: bool,
    table: Vec<Vec<f64>>,
    options: usize,
    outcomes: usize,
    draws: u64,
    spread: Option<Vec<Vec<u32>>>,
    /// Weights rows (or corner shares), values, totals, orders: one block.
    x: Vec<Lanes>,
    w: Vec<Lanes>,
    v: Vec<Lanes>,
    totals: Vec<Lanes>,
    keys: Vec<u32>,
    winner: Vec<u8>,
    first: Vec<Vec<f64>>,
    tally: Tally,
}

impl<'a> Run<'a> {
    fn new(
        weights: &'a WeightDraws,
        cells: &'a Cells,
        drawn_values: Option<()>,
        table: Vec<Vec<f64>>,
        options: usize,
        outcomes: usize,
        settings: &Settings,
    ) -> Self {
        let pairs = options * options.saturating_sub(1) / 2;
        let size = match weights {
            WeightDraws::Simplices(s) => s.size,
            _ => 0,
        };
        let keyed = if pairs <= KEYED_PAIRS { 1usize << pairs } else { 0 };
        Self {
            weights,
            cells,
            drawn_values: drawn_values.is_some(),
            table,
            options,
            outcomes,
            draws: u64::from(settings.draws),
            spread: settings.spread.then(|| vec![vec![0; BINS]; options]),
            x: vec![[0.0; LANES]; size],
            w: vec![[0.0; LANES]; outcomes],
            v: vec![
                [0.0; LANES];
                if drawn_values.is_some() {
                    outcomes * options
                } else {
                    0
                }
            ],
            totals: vec![[0.0; LANES]; options],
            keys: vec![0; keyed],
            winner: vec![u8::MAX; keyed],
            first: vec![vec![0.0; outcomes]; options],
            tally: Tally::new(options, outcomes),
        }
    }

    fn all(&mut self) {
        for block in 0..self.draws.div_ceil(LANES as u64) {
            self.block(block);
        }
    }

    /// One block of draws.
    fn block(&mut self, block: u64) {
        let live = (self.draws - block * LANES as u64).min(LANES as u64) as usize;
        self.draw_weights(block);
        if self.drawn_values {
            self.cells.block(block, &mut self.v);
            for (i, total) in self.totals.iter_mut().enumerate() {
                total.fill(0.0);
                for (w, v) in self.w.iter().zip(self.v.iter().skip(i).step_by(self.options)) {
                    for ((t, w), v) in total.iter_mut().zip(w).zip(v) {
                        *t += w * v;
                    }
                }
            }
        } else {
            for (total, row) in self.totals.iter_mut().zip(&self.table) {
                total.fill(0.0);
                for (w, v) in self.w.iter().zip(row) {
                    for (t, w) in total.iter_mut().zip(w) {
                        *t += w * v;
                    }
                }
            }
        }
        self.count(live);
    }

    /// Fills `w` for one block.
    fn draw_weights(&mut self, block: u64) {
        match self.weights {
            WeightDraws::Fixed(w) => {
                if block == 0 {
                    for (row, x) in self.w.iter_mut().zip(w) {
                        row.fill(*x);
                    }
                }
            }
            WeightDraws::Walk(rows) => {
                for (lane, w) in rows.iter().skip((block as usize) * LANES).take(LANES).enumerate() {
                    for (row, x) in self.w.iter_mut().zip(w) {
                        if let Some(slot) = row.get_mut(lane) {
                            *slot = *x;
                        }
                    }
                }
            }
            WeightDraws::Simplices(s) if s.plain => s.shares(block, &mut self.w),
            WeightDraws::Simplices(s) => {
                s.shares(block, &mut self.x);
                for (simplex, lanes) in s.runs(block) {
                    let Some(corners) = s.corners.get(simplex) else {
                        continue;
                    };
                    for (j, row) in self.w.iter_mut().enumerate() {
                        let Some(out) = row.get_mut(lanes.clone()) else {
                            continue;
                        };
                        out.fill(0.0);
                        for (share, corner) in self.x.iter().zip(corners.chunks_exact(s.n)) {
                            let c = corner.get(j).copied().unwrap_or(0.0);
                            if let Some(share) = share.get(lanes.clone()) {
                                for (o, x) in out.iter_mut().zip(share) {
                                    *o += c * x;
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Counts the first `live` draws of the block.
    fn count(&mut self, live: usize) {
        if let Some(spread) = &mut self.spread {
            for (bins, total) in spread.iter_mut().zip(&self.totals) {
                for t in total.iter().take(live) {
                    let bin = ((t + 0.5) * (BINS as f64 / 2.0)).clamp(0.0, BINS as f64 - 1.0) as usize;
                    if let Some(b) = bins.get_mut(bin) {
                        *b += 1;
                    }
                }
            }
        }
        let mut keys = [0u64; LANES];
        let mut tied = [false; LANES];
        let mut any_tied = self.keys.is_empty();
        if !self.keys.is_empty() {
            let mut bit = 1u64;
            let mut close = [0u64; LANES];
            for (a, x) in self.totals.iter().enumerate() {
                for y in self.totals.iter().skip(a + 1) {
                    for (((k, c), x), y) in keys.iter_mut().zip(close.iter_mut()).zip(x).zip(y) {
                        let d = x - y;
                        *k |= if d > 0.0 { bit } else { 0 };
                        *c |= u64::from(d.abs() <= TIE);
                    }
                    bit <<= 1;
                }
            }
            for (t, c) in tied.iter_mut().zip(&close).take(live) {
                *t = *c != 0;
                any_tied |= *t;
            }
        }
        for lane in 0..live {
            if any_tied && (self.keys.is_empty() || tied.get(lane).copied().unwrap_or(false)) {
                self.count_one(lane);
                continue;
            }
            let key = keys.get(lane).copied().unwrap_or(0) as usize;
            let (Some(count), Some(winner)) = (self.keys.get_mut(key), self.winner.get_mut(key)) else {
                continue;
            };
            *count += 1;
            if *winner == u8::MAX {
                *winner = first_of(key, self.options);
            }
            if let Some(sums) = self.first.get_mut(usize::from(*winner)) {
                for (s, w) in sums.iter_mut().zip(&self.w) {
                    *s += w.get(lane).copied().unwrap_or(0.0);
                }
            }
        }
    }

    /// One draw, the plain way: ties, or more options than a key holds.
    fn count_one(&mut self, lane: usize) {
        let totals: Vec<f64> = self.totals.iter().filter_map(|t| t.get(lane).copied()).collect();
        let weights: Vec<f64> = self.w.iter().filter_map(|t| t.get(lane).copied()).collect();
        let (above, wins) = order(&totals);
        self.tally.add(1.0, &above, &wins, &weights);
    }

    fn finish(mut self) -> Acceptability {
        for (key, count) in self.keys.iter().enumerate().filter(|(_, c)| **c > 0) {
            let (above, wins) = order_of(key, self.options);
            self.tally.count(f64::from(*count), &above, &wins);
        }
        for (sums, fast) in self.tally.first.iter_mut().zip(&self.first) {
            for (s, f) in sums.iter_mut().zip(fast) {
                *s += f;
            }
        }
        let draws = self.draws as f64;
        let spread = self.spread.take();
        let (cells, options, outcomes, count) = (self.cells, self.options, self.outcomes, self.draws);
        let (drawn, table) = (self.drawn_values, std::mem::take(&mut self.table));
        let mut result = self.tally.finish();
        result.how = How::Draws;
        result.mc_error = result
            .rank_acceptability
            .iter()
            .map(|r| r.first().map_or(0.0, |p| (p * (1.0 - p) / draws).max(0.0).sqrt()))
            .collect();
        result.confidence = if drawn {
            confidence(&result.central_weights, cells, options, outcomes, count)
        } else {
            confidence_exact(&result.central_weights, &table)
        };
        result.spread = spread.map_or_else(Vec::new, |s| s.iter().map(|b| middle(b, count)).collect());
        result
    }
}

/// The middle 90 % of a histogram.
fn middle(bins: &[u32], draws: u64) -> (f64, f64) {
    let at = |share: f64| {
        let mut left = share * draws as f64;
        for (i, b) in bins.iter().enumerate() {
            let b = f64::from(*b);
            if b > 0.0 && left <= b {
                return (i as f64 + left / b) * (2.0 / BINS as f64) - 0.5;
            }
            left -= b;
        }
        1.5
    };
    (at(0.05), at(0.95))
}

/// Share of the draws of the figures in which each option is first with its own central weights.
fn confidence(
    central: &[Option<Vec<f64>>],
    cells: &Cells,
    options: usize,
    outcomes: usize,
    draws: u64,
) -> Vec<Option<f64>> {
    let mut counts = vec![0u64; central.len()];
    let mut v = vec![[0.0; LANES]; options * outcomes];
    for block in 0..draws.div_ceil(LANES as u64) {
        let live = (draws - block * LANES as u64).min(LANES as u64) as usize;
        cells.block(block, &mut v);
        for (i, (w, count)) in central.iter().zip(counts.iter_mut()).enumerate() {
            let Some(w) = w else { continue };
            let total = |option: usize, out: &mut Lanes| {
                out.fill(0.0);
                for (w, row) in w.iter().zip(v.iter().skip(option).step_by(options)) {
                    for (t, x) in out.iter_mut().zip(row) {
                        *t += w * x;
                    }
                }
            };
            let (mut own, mut other) = ([0.0; LANES], [0.0; LANES]);
            total(i, &mut own);
            for t in &mut own {
                *t += TIE;
            }
            let mut beaten = [0u64; LANES];
            for p in (0..options).filter(|p| *p != i) {
                total(p, &mut other);
                for ((b, x), y) in beaten.iter_mut().zip(&other).zip(&own) {
                    *b |= u64::from(x > y);
                }
            }
            *count += live as u64 - beaten.iter().take(live).sum::<u64>();
        }
    }
    central
        .iter()
        .zip(counts)
        .map(|(c, n)| c.as_ref().map(|_| n as f64 / draws as f64))
        .collect()
}

fn confidence_exact(central: &[Option<Vec<f64>>], table: &[Vec<f64>]) -> Vec<Option<f64>> {
    central
        .iter()
        .enumerate()
        .map(|(i, c)| {
            let w = c.as_ref()?;
            let totals = super::contributions(table, w).totals;
            let own = totals.get(i).copied().unwrap_or(f64::NAN);
            Some(f64::from(u8::from(totals.iter().all(|t| *t <= own + TIE))))
        })
        .collect()
}

/// The order a key stands for: how many options are above each, and the pairs won.
fn order_of(key: usize, options: usize) -> (Vec<usize>, Vec<(usize, usize)>) {
    let mut above = vec![0; options];
    let mut wins = Vec::new();
    let mut bit = 0;
    for a in 0..options {
        for b in a + 1..options {
            let (winner, loser) = if (key >> bit) & 1 == 1 { (a, b) } else { (b, a) };
            wins.push((winner, loser));
            if let Some(x) = above.get_mut(loser) {
                *x += 1;
            }
            bit += 1;
        }
    }
    (above, wins)
}

fn first_of(key: usize, options: usize) -> u8 {
    let (above, _) = order_of(key, options);
    above.iter().position(|a| *a == 0).map_or(0, |i| i as u8)
}
