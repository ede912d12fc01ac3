//! Counting draws, a block at a time.

use super::acceptability::{Acceptability, How, Settings, Tally, order};
use super::additive::TIE;
use super::draws::{Cells, LANES, Lanes, WeightDraws};

/// Bins of the spread: from -0.5 to 1.5.
const BINS: usize = 1000;
/// Up to this many pairs (six options) an order is a number small enough to index a table of counts.
const KEYED_PAIRS: usize = 15;
/// Simplices drawn from at least this often on average are worth tables of their own.
const OFTEN: u64 = 512;
/// Drawn numbers kept for the second pass rather than drawn again: 8 MB of them.
const KEPT: usize = 1 << 20;
/// Blocks that go into the spread: enough for its steps of 0.002.
const SPREAD_BLOCKS: u64 = 128;
/// Lanes added up together in registers.
const WIDE: usize = 8;

/// The state of a count.
pub(crate) struct Run<'a> {
    weights: &'a WeightDraws,
    cells: &'a Cells,
    options: usize,
    draws: u64,
    /// Whether ties can happen other than by a chance too small to matter.
    ties: bool,
    spread: Option<Vec<Vec<u32>>>,
    /// Weights, their squares, shares of corners, totals and variances: one block.
    w: Vec<Lanes>,
    squares: Vec<Lanes>,
    shares: Vec<Lanes>,
    totals: Vec<Lanes>,
    variance: Lanes,
    /// Numbers drawn for the figures: one block, or all of them.
    v: Vec<Lanes>,
    keep: bool,
    keys: Vec<u32>,
    winner: Vec<u8>,
    first: Vec<f64>,
    stride: usize,
    tally: Tally,
}

impl<'a> Run<'a> {
    pub(crate) fn new(
        weights: &'a WeightDraws,
        cells: &'a Cells,
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
        let draws = u64::from(settings.draws);
        let blocks = draws.div_ceil(LANES as u64) as usize;
        let keep = !cells.fixed() && blocks.saturating_mul(cells.rows() * LANES) <= KEPT;
        let stride = outcomes.max(size);
        let drawn = if cells.fixed() { 0 } else { cells.rows() };
        Self {
            weights,
            cells,
            options,
            draws,
            ties: !cells.drawn.is_empty() || alike(&cells.means, &cells.variances, weights),
            spread: settings.spread.then(|| vec![vec![0; BINS]; options]),
            w: vec![[0.0; LANES]; outcomes],
            squares: vec![[0.0; LANES]; if cells.spread.contains(&true) { outcomes } else { 0 }],
            shares: vec![[0.0; LANES]; size],
            totals: vec![[0.0; LANES]; options],
            variance: [0.0; LANES],
            v: vec![[0.0; LANES]; if keep { drawn * blocks } else { drawn }],
            keep,
            keys: vec![0; keyed],
            winner: vec![u8::MAX; keyed],
            first: vec![0.0; stride * options],
            stride,
            tally: Tally::new(options, outcomes),
        }
    }

    /// Counts every draw.
    pub(crate) fn finish(mut self) -> Acceptability {
        for block in 0..self.draws.div_ceil(LANES as u64) {
            self.block(block);
        }
        for (key, count) in self.keys.iter().enumerate().filter(|(_, c)| **c > 0) {
            let (above, wins) = order_of(key, self.options);
            self.tally.count(f64::from(*count), &above, &wins);
        }
        let confidence_of = Confidence {
            cells: self.cells,
            options: self.options,
            draws: self.draws,
        };
        let draws = self.draws as f64;
        let mut result = self.tally.finish();
        result.how = How::Draws;
        result.mc_error = result
            .rank_acceptability
            .iter()
            .map(|r| r.first().map_or(0.0, |p| (p * (1.0 - p) / draws).max(0.0).sqrt()))
            .collect();
        result.confidence = confidence_of.all(&result.central_weights, &mut self.v, self.keep);
        result.spread = self
            .spread
            .unwrap_or_default()
            .iter()
            .map(|b| middle(b))
            .collect();
        result
    }

    /// One block of draws.
    fn block(&mut self, block: u64) {
        let live = (self.draws - block * LANES as u64).min(LANES as u64) as usize;
        if self.cells.fixed()
            && let WeightDraws::Simplices(s) = self.weights
            && !s.plain
            && self.draws >= OFTEN * s.corners.len() as u64
        {
            // Totals are linear, so within a simplex they are mixtures of the totals at its corners.
            s.shares(block, &mut self.shares);
            for (simplex, lanes) in s.runs(block) {
                let Some(corners) = s.corners.get(simplex) else {
                    continue;
                };
                for (total, row) in self.totals.iter_mut().zip(&self.cells.means) {
                    let at: Vec<f64> = corners
                        .chunks_exact(s.n)
                        .map(|c| c.iter().zip(row).map(|(w, v)| w * v).sum())
                        .collect();
                    mix(total, &self.shares, &at);
                }
                self.count(block, lanes.start, lanes.end.min(live), true);
                for (option, sums) in self.first.chunks_exact_mut(self.stride).enumerate() {
                    let mut weights = vec![0.0; s.n];
                    for (share, corner) in sums.iter_mut().zip(corners.chunks_exact(s.n)) {
                        for (w, c) in weights.iter_mut().zip(corner) {
                            *w += *share * c;
                        }
                        *share = 0.0;
                    }
                    self.tally.add_first(option, &weights);
                }
            }
            return;
        }
        self.draw_weights(block);
        self.add_up(block);
        self.count(block, 0, live, false);
        for (option, sums) in self.first.chunks_exact_mut(self.stride).enumerate() {
            self.tally.add_first(option, sums);
            sums.fill(0.0);
        }
    }

    /// Totals of one block.
    fn add_up(&mut self, block: u64) {
        for (total, row) in self.totals.iter_mut().zip(&self.cells.means) {
            mix(total, &self.w, row);
        }
        if self.cells.fixed() {
            return;
        }
        let rows = self.cells.rows();
        let from = if self.keep { rows * block as usize } else { 0 };
        let Some(v) = self.v.get_mut(from..from + rows) else {
            return;
        };
        self.cells.block(block, v);
        for (square, w) in self.squares.iter_mut().zip(&self.w) {
            for (s, w) in square.iter_mut().zip(w) {
                *s = w * w;
            }
        }
        let (normal, drawn) = v.split_at(self.options.min(v.len()));
        for (i, total) in self.totals.iter_mut().enumerate() {
            if self.cells.spread.get(i) == Some(&true)
                && let (Some(variances), Some(z)) = (self.cells.variances.get(i), normal.get(i))
            {
                mix(&mut self.variance, &self.squares, variances);
                for ((t, s), z) in total.iter_mut().zip(&self.variance).zip(z) {
                    *t += s.sqrt() * z;
                }
            }
            for (j, row) in self
                .cells
                .drawn
                .iter()
                .zip(drawn.iter().skip(i).step_by(self.options))
            {
                let Some(w) = self.w.get(*j) else { continue };
                for ((t, w), v) in total.iter_mut().zip(w).zip(row) {
                    *t += w * v;
                }
            }
        }
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
                s.shares(block, &mut self.shares);
                for (simplex, lanes) in s.runs(block) {
                    let Some(corners) = s.corners.get(simplex) else {
                        continue;
                    };
                    for (j, row) in self.w.iter_mut().enumerate() {
                        let Some(out) = row.get_mut(lanes.clone()) else {
                            continue;
                        };
                        out.fill(0.0);
                        for (share, corner) in self.shares.iter().zip(corners.chunks_exact(s.n)) {
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

    /// Counts lanes `from` to `to` of the block; sums the corner shares (or weights) of those first.
    fn count(&mut self, block: u64, from: usize, to: usize, shares: bool) {
        if let Some(spread) = &mut self.spread
            && block < SPREAD_BLOCKS
        {
            for (bins, total) in spread.iter_mut().zip(&self.totals) {
                for t in total.iter().take(to).skip(from) {
                    let bin = ((t + 0.5) * (BINS as f64 / 2.0)).clamp(0.0, BINS as f64 - 1.0) as usize;
                    if let Some(b) = bins.get_mut(bin) {
                        *b += 1;
                    }
                }
            }
        }
        let mut keys = [0u64; LANES];
        if !self.keys.is_empty() {
            order_keys(&self.totals, &mut keys);
        }
        let close = if self.ties && !self.keys.is_empty() {
            Some(ties(&self.totals))
        } else {
            None
        };
        let summed = if shares { &self.shares } else { &self.w };
        for (lane, key) in keys.iter().enumerate().take(to).skip(from) {
            let tied = close.as_ref().and_then(|c| c.get(lane)).is_some_and(|c| *c != 0);
            let (Some(count), Some(winner)) = (
                self.keys.get_mut(*key as usize),
                self.winner.get_mut(*key as usize),
            ) else {
                one(
                    &mut self.tally,
                    &self.totals,
                    &mut self.first,
                    self.stride,
                    summed,
                    lane,
                );
                continue;
            };
            if tied {
                one(
                    &mut self.tally,
                    &self.totals,
                    &mut self.first,
                    self.stride,
                    summed,
                    lane,
                );
                continue;
            }
            *count += 1;
            if *winner == u8::MAX {
                *winner = first_of(*key as usize, self.options);
            }
            let start = usize::from(*winner) * self.stride;
            if let Some(sums) = self.first.get_mut(start..start + self.stride) {
                for (s, w) in sums.iter_mut().zip(summed) {
                    *s += w.get(lane).copied().unwrap_or(0.0);
                }
            }
        }
    }
}

/// One draw, the plain way: ties, or more options than a key holds.
fn one(tally: &mut Tally, totals: &[Lanes], first: &mut [f64], stride: usize, summed: &[Lanes], lane: usize) {
    let totals: Vec<f64> = totals.iter().filter_map(|t| t.get(lane).copied()).collect();
    let (above, wins) = order(&totals);
    tally.count(1.0, &above, &wins);
    for (sums, a) in first.chunks_exact_mut(stride.max(1)).zip(&above) {
        if *a == 0 {
            for (s, w) in sums.iter_mut().zip(summed) {
                *s += w.get(lane).copied().unwrap_or(0.0);
            }
        }
    }
}

/// Whether two options have the same values wherever weights can be drawn: then every draw is a tie.
fn alike(means: &[Vec<f64>], variances: &[Vec<f64>], weights: &WeightDraws) -> bool {
    let same = |a: &[f64], b: &[f64], w: &[f64]| {
        a.iter()
            .zip(b)
            .zip(w)
            .map(|((x, y), w)| (x - y) * w)
            .sum::<f64>()
            .abs()
            <= 1e-11
    };
    means.iter().zip(variances).enumerate().any(|(i, (a, s))| {
        means.iter().zip(variances).skip(i + 1).any(|(b, t)| {
            s.iter().chain(t).all(|x| *x == 0.0)
                && match weights {
                    WeightDraws::Fixed(w) => same(a, b, w),
                    WeightDraws::Walk(rows) => rows.iter().take(64).all(|w| same(a, b, w)),
                    WeightDraws::Simplices(d) => d
                        .corners
                        .iter()
                        .flat_map(|c| c.chunks_exact(d.n))
                        .all(|w| same(a, b, w)),
                }
        })
    })
}

/// `out = sum_k rows[k] * by[k]`, a few lanes at a time so that the sums stay in registers.
#[inline]
fn mix(out: &mut Lanes, rows: &[Lanes], by: &[f64]) {
    let (chunks, _) = out.as_chunks_mut::<WIDE>();
    for (c, chunk) in chunks.iter_mut().enumerate() {
        let mut sum = [0.0; WIDE];
        for (row, b) in rows.iter().zip(by) {
            if let Some(x) = row.as_chunks::<WIDE>().0.get(c) {
                for (s, x) in sum.iter_mut().zip(x) {
                    *s += x * b;
                }
            }
        }
        *chunk = sum;
    }
}

/// A bit for every pair of options, set when the first is above the second.
fn order_keys(totals: &[Lanes], keys: &mut [u64; LANES]) {
    let (chunks, _) = keys.as_chunks_mut::<WIDE>();
    for (c, chunk) in chunks.iter_mut().enumerate() {
        let mut key = [0u64; WIDE];
        let mut bit = 1u64;
        for (a, x) in totals.iter().enumerate() {
            let Some(x) = x.as_chunks::<WIDE>().0.get(c) else {
                continue;
            };
            for y in totals.iter().skip(a + 1) {
                let Some(y) = y.as_chunks::<WIDE>().0.get(c) else {
                    continue;
                };
                for ((k, x), y) in key.iter_mut().zip(x).zip(y) {
                    *k |= if x > y { bit } else { 0 };
                }
                bit <<= 1;
            }
        }
        *chunk = key;
    }
}

/// Lanes in which two options tie.
fn ties(totals: &[Lanes]) -> [u64; LANES] {
    let mut close = [0u64; LANES];
    for (a, x) in totals.iter().enumerate() {
        for y in totals.iter().skip(a + 1) {
            for ((c, x), y) in close.iter_mut().zip(x).zip(y) {
                *c |= u64::from((x - y).abs() <= TIE);
            }
        }
    }
    close
}

/// The middle 90 % of a histogram.
fn middle(bins: &[u32]) -> (f64, f64) {
    let draws: f64 = bins.iter().map(|b| f64::from(*b)).sum();
    let at = |share: f64| {
        let mut left = share * draws;
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

/// Confidence factors: share of the readings of the figures in which an option is first with its own central weights.
struct Confidence<'a> {
    cells: &'a Cells,
    options: usize,
    draws: u64,
}

impl Confidence<'_> {
    fn all(&self, central: &[Option<Vec<f64>>], v: &mut [Lanes], kept: bool) -> Vec<Option<f64>> {
        let candidates: Vec<Candidate> = central
            .iter()
            .enumerate()
            .filter_map(|(i, w)| Some(Candidate::new(i, w.as_ref()?, self.cells)))
            .collect();
        let mut counts = vec![0u64; candidates.len()];
        let rows = self.cells.rows();
        let fixed = self.cells.fixed();
        let blocks = if fixed {
            1
        } else {
            self.draws.div_ceil(LANES as u64)
        };
        let mut totals = vec![[0.0; LANES]; self.options];
        for block in 0..blocks {
            let live = if fixed {
                1
            } else {
                (self.draws - block * LANES as u64).min(LANES as u64) as usize
            };
            let from = if kept { rows * block as usize } else { 0 };
            let v: &[Lanes] = match v.get_mut(from..from + rows) {
                Some(v) if !fixed => {
                    if !kept {
                        self.cells.block(block, v);
                    }
                    v
                }
                _ => &[],
            };
            for (candidate, count) in candidates.iter().zip(&mut counts) {
                candidate.totals(self.cells, v, &mut totals);
                *count += live as u64 - beaten(&totals, candidate.option).iter().take(live).sum::<u64>();
            }
        }
        let draws = if fixed { 1.0 } else { self.draws as f64 };
        let mut out = vec![None; central.len()];
        for (candidate, count) in candidates.iter().zip(counts) {
            if let Some(slot) = out.get_mut(candidate.option) {
                *slot = Some(count as f64 / draws);
            }
        }
        out
    }
}

/// An option with its central weights: the mean and spread they give to the normal part of every option's total.
struct Candidate<'a> {
    option: usize,
    weights: &'a [f64],
    means: Vec<f64>,
    spreads: Vec<f64>,
}

impl<'a> Candidate<'a> {
    fn new(option: usize, weights: &'a [f64], cells: &Cells) -> Self {
        let sum = |row: &Vec<f64>| row.iter().zip(weights).map(|(v, w)| v * w).sum();
        let root = |row: &Vec<f64>| {
            row.iter()
                .zip(weights)
                .map(|(v, w)| v * w * w)
                .sum::<f64>()
                .sqrt()
        };
        Self {
            option,
            weights,
            means: cells.means.iter().map(sum).collect(),
            spreads: cells.variances.iter().map(root).collect(),
        }
    }

    fn totals(&self, cells: &Cells, v: &[Lanes], out: &mut [Lanes]) {
        let options = self.means.len();
        let (normal, drawn) = v.split_at(options.min(v.len()));
        for (i, ((total, mean), spread)) in out.iter_mut().zip(&self.means).zip(&self.spreads).enumerate() {
            total.fill(*mean);
            if let Some(z) = normal.get(i).filter(|_| *spread > 0.0) {
                for (t, z) in total.iter_mut().zip(z) {
                    *t += spread * z;
                }
            }
            for (j, row) in cells.drawn.iter().zip(drawn.iter().skip(i).step_by(options)) {
                let w = self.weights.get(*j).copied().unwrap_or(0.0);
                for (t, v) in total.iter_mut().zip(row) {
                    *t += w * v;
                }
            }
        }
    }
}

/// Lanes in which another option is above this one.
fn beaten(totals: &[Lanes], option: usize) -> [u64; LANES] {
    let mut beaten = [0u64; LANES];
    let Some(own) = totals.get(option) else {
        return beaten;
    };
    for (_, other) in totals.iter().enumerate().filter(|(i, _)| *i != option) {
        for ((b, x), y) in beaten.iter_mut().zip(other).zip(own) {
            *b |= u64::from(*x > *y + TIE);
        }
    }
    beaten
}
