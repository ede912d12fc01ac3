//! Counts, draw by draw, which option comes first, second and so on: draws are worked through in blocks.
//!
//! Blocks are counted in pieces of a fixed length, and what the pieces found is added up in their order. So the result
//! is the same to the last bit whether one thread counts them all or several share them.

use std::sync::Arc;

use weighup_kernel::{
    Counts, LANES, Lanes, Singles, WholeNumbers, add, bin, mix, order_keys, order_of, ties,
};

use super::acceptability::{Acceptability, AcceptabilitySettings, How};
use super::additive::TIE;
use super::doubt::Sums;
use super::draws::{Cells, SimplexDraws, WeightDraws, singles};
use super::tally::{Tally, order};

/// Bins of the spread: from -0.5 to 1.5.
const BINS: usize = 1000;
/// Simplices drawn from at least this often on average are worth tables of their own.
const OFTEN: u64 = 512;
/// Drawn numbers kept for the second pass rather than drawn again: 32 MB of them.
const KEPT: u64 = 1 << 16;
/// Blocks that go into the spread, evenly from all of them: enough for its steps of 0.002.
const SPREAD_BLOCKS: u64 = 128;
/// Blocks counted before their sums are put by.
const PIECE: u64 = 64;
/// Steps that one figure of one draw takes.
const STEPS: usize = 4;

/// A problem as it is counted: the weights and figures that are drawn, and what of them is wanted.
pub(crate) struct Count {
    weights: Arc<WeightDraws>,
    pub(super) cells: Cells,
    pub(super) options: usize,
    outcomes: usize,
    pub(super) draws: u64,
    spread: bool,
    /// Whether ties can happen other than by a chance too small to matter.
    ties: bool,
    /// Whether drawn numbers are kept.
    pub(super) keep: bool,
}

/// The result of some of the draws, which is added to that of the others.
pub(crate) struct Part {
    tally: Tally,
    /// Sums of weights by option in front, piece by piece.
    firsts: Vec<Vec<f64>>,
    counts: Option<Counts>,
    bins: Vec<u32>,
    pub(super) kept: Vec<Singles>,
    /// Sums for the share of the doubt that comes from figures nobody knows, piece by piece.
    doubt: Vec<Sums>,
}

/// The memory that one block of draws is worked out in. It is used again for the next block, so that none is asked for anew.
pub(crate) struct Scratch {
    /// Weights, or sorted numbers they are made of.
    rows: Vec<Lanes>,
    shares: Vec<Lanes>,
    singles: Vec<Singles>,
    squares: Vec<Singles>,
    drawn: Vec<Singles>,
    totals: Vec<Lanes>,
    /// The simplex whose totals these are: for every option how much of each sorted number, and a base.
    simplex: usize,
    at: Vec<f64>,
}

impl Count {
    pub(crate) fn new(
        weights: Arc<WeightDraws>,
        cells: Cells,
        options: usize,
        outcomes: usize,
        settings: &AcceptabilitySettings,
    ) -> Self {
        let draws = weights.count(u64::from(settings.draws));
        let rows = draws.div_ceil(LANES as u64).saturating_mul(cells.rows() as u64);
        Self {
            options,
            outcomes,
            draws,
            spread: settings.spread,
            ties: cells.ties || alike(&cells, &weights),
            keep: rows <= KEPT,
            weights,
            cells,
        }
    }

    /// How many blocks there are.
    pub(crate) fn blocks(&self) -> u64 {
        self.draws.div_ceil(LANES as u64)
    }

    /// How many steps counting a block takes: every figure of every option is drawn, weighed and added.
    pub(crate) fn steps(&self) -> u64 {
        (STEPS * self.options * (self.outcomes + 1) * LANES) as u64
    }

    /// Begins to count the blocks up to the end, all of them or a run of them which starts where a piece starts. `many` says how
    /// many blocks there will be.
    pub(crate) fn begin(&self, many: u64) -> (Part, Scratch) {
        let linear = self.linear();
        let rows = linear.map_or(self.outcomes, |s| s.size - 1);
        let size = match &*self.weights {
            WeightDraws::Simplices(s) => s.size,
            _ => 0,
        };
        let scratch = Scratch {
            rows: vec![[0.0; LANES]; rows],
            shares: vec![[0.0; LANES]; if linear.is_some() { 0 } else { size }],
            singles: vec![[0.0; LANES]; if self.cells.fixed() { 0 } else { self.outcomes }],
            squares: vec![[0.0; LANES]; if self.cells.spreads() { self.outcomes } else { 0 }],
            drawn: vec![[0.0; LANES]; self.cells.rows()],
            totals: vec![[0.0; LANES]; self.options],
            simplex: usize::MAX,
            at: vec![0.0; self.options * (rows + 1)],
        };
        let mut part = Part {
            tally: Tally::new(self.options, self.outcomes),
            firsts: Vec::new(),
            counts: Counts::new(self.options, rows),
            bins: vec![0; if self.spread { BINS * self.options } else { 0 }],
            kept: Vec::new(),
            doubt: vec![Sums::default()],
        };
        if self.keep {
            part.kept.reserve_exact(many as usize * self.cells.rows());
        }
        (part, scratch)
    }

    /// Counts one block of a run that ends before `end`.
    pub(crate) fn one(&self, block: u64, end: u64, scratch: &mut Scratch, part: &mut Part) {
        match self.linear() {
            Some(simplices) => self.linear_block(simplices, block, scratch, part),
            None => self.block(block, scratch, part),
        }
        if (block + 1).is_multiple_of(PIECE) || block + 1 == end {
            part.firsts.push(part.tally.take_first());
            part.doubt.push(Sums::default());
        }
    }

    /// The simplices, when totals are mixtures of the totals at their corners and no draw is a tie.
    fn linear(&self) -> Option<&SimplexDraws> {
        match &*self.weights {
            WeightDraws::Simplices(s) => {
                let often = self.draws >= OFTEN * s.corners.len() as u64;
                let counted = self.options <= Counts::MOST_OPTIONS;
                (often && counted && !self.ties && self.cells.fixed()).then_some(s)
            }
            _ => None,
        }
    }

    fn live(&self, block: u64) -> usize {
        (self.draws - block * LANES as u64).min(LANES as u64) as usize
    }

    /// Whether a block goes into the spread. Simplices are drawn from one after the other, so the first blocks alone would
    /// be a corner of the set.
    fn spreads(&self, block: u64) -> bool {
        let before = |block: u64| block * SPREAD_BLOCKS / self.blocks().max(1);
        before(block) != before(block + 1)
    }

    /// Counts one block of draws whose weights come from simplices and whose figures are all fixed.
    fn linear_block(&self, simplices: &SimplexDraws, block: u64, scratch: &mut Scratch, part: &mut Part) {
        simplices.sorted(block, &mut scratch.rows);
        let live = self.live(block);
        let k = simplices.size - 1;
        for (simplex, lanes) in simplices.runs(block) {
            let Some(corners) = simplices.corners.get(simplex) else {
                continue;
            };
            if scratch.simplex != simplex {
                scratch.simplex = simplex;
                for (at, row) in scratch.at.chunks_exact_mut(k + 1).zip(&self.cells.means) {
                    let corners = corners.chunks_exact(simplices.n);
                    for (at, c) in at.iter_mut().zip(corners) {
                        *at = c.iter().zip(row).map(|(w, v)| w * v).sum();
                    }
                    // From totals at corners to their differences: `sum_i (u_i - u_(i-1)) t_i`, ordered by `u`.
                    for i in 0..k {
                        if let Some([a, b]) = at.get_mut(i..i + 2) {
                            *a -= *b;
                        }
                    }
                }
            }
            for (total, at) in scratch.totals.iter_mut().zip(scratch.at.chunks_exact(k + 1)) {
                if let Some((base, by)) = at.split_last() {
                    mix(total, &scratch.rows, by, *base);
                }
            }
            let lanes = (lanes.start, lanes.end.min(live));
            self.tell(block, lanes, &scratch.rows, &scratch.totals, part);
            let Some(counts) = &mut part.counts else {
                continue;
            };
            let tally = &mut part.tally;
            counts.take_sums(|option, sums, count| {
                // Back to weights: shares of corners are differences of sorted numbers.
                let mut below = 0.0;
                for (i, corner) in corners.chunks_exact(simplices.n).enumerate() {
                    let upto = sums.get(i).copied().unwrap_or(count);
                    tally.add_first(option, corner, upto - below);
                    below = upto;
                }
            });
        }
    }

    /// Counts one block of draws.
    fn block(&self, block: u64, scratch: &mut Scratch, part: &mut Part) {
        let weights = self.draw_weights(block, &mut scratch.rows, &mut scratch.shares);
        for (total, row) in scratch.totals.iter_mut().zip(&self.cells.means) {
            mix(total, weights, row, 0.0);
        }
        if !self.cells.fixed() {
            let drawn = scratch.drawn.as_mut_slice();
            self.cells.block(block, drawn);
            if self.keep {
                part.kept.extend_from_slice(drawn);
            }
            singles(weights, &mut scratch.singles, &mut scratch.squares);
            let mut own: Singles = [0.0; LANES];
            for (option, total) in scratch.totals.iter_mut().enumerate() {
                self.cells
                    .part(option, drawn, &scratch.singles, &scratch.squares, &mut own);
                add(total, &own);
            }
        }
        if let (Some(open), Some(sums)) = (&self.cells.open, part.doubt.last_mut()) {
            open.add(sums, &scratch.totals, weights, self.live(block));
        }
        self.tell(block, (0, self.live(block)), weights, &scratch.totals, part);
        if let Some(counts) = &mut part.counts {
            let tally = &mut part.tally;
            counts.take_sums(|option, sums, _| tally.add_first(option, sums, 1.0));
        }
    }

    /// The weights of one block: they are drawn into `rows`, unless they were drawn beforehand and stand elsewhere.
    fn draw_weights<'r>(&'r self, block: u64, rows: &'r mut [Lanes], shares: &mut [Lanes]) -> &'r [Lanes] {
        match &*self.weights {
            WeightDraws::Walk(walk) => return walk.block(block),
            WeightDraws::Fixed(w) => {
                for (row, x) in rows.iter_mut().zip(w) {
                    row.fill(*x);
                }
            }
            WeightDraws::Simplices(s) if s.plain => s.shares(block, rows),
            WeightDraws::Simplices(s) => {
                s.shares(block, shares);
                for (simplex, lanes) in s.runs(block) {
                    let Some(corners) = s.corners.get(simplex) else {
                        continue;
                    };
                    for (j, row) in rows.iter_mut().enumerate() {
                        let Some(out) = row.get_mut(lanes.clone()) else {
                            continue;
                        };
                        out.fill(0.0);
                        for (share, corner) in shares.iter().zip(corners.chunks_exact(s.n)) {
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
        rows
    }

    /// Counts lanes `from` to `to` of totals, and of the rows their weights are made of.
    fn tell(
        &self,
        block: u64,
        (from, to): (usize, usize),
        rows: &[Lanes],
        totals: &[Lanes],
        part: &mut Part,
    ) {
        if self.spreads(block) {
            for (bins, total) in part.bins.chunks_exact_mut(BINS).zip(totals) {
                bin(bins, total, from, to);
            }
        }
        let mut close: WholeNumbers = [0; LANES];
        if let Some(counts) = &mut part.counts {
            let mut keys: WholeNumbers = [0; LANES];
            order_keys(totals, &mut keys);
            let tied = self.ties && ties(totals, TIE, &mut close);
            counts.add(&keys, tied.then_some(&close), (from, to), rows);
            if !tied {
                return;
            }
        } else {
            close.fill(1);
        }
        for (lane, _) in close
            .iter()
            .enumerate()
            .take(to)
            .skip(from)
            .filter(|(_, c)| **c != 0)
        {
            let at =
                |rows: &[Lanes]| -> Vec<f64> { rows.iter().filter_map(|r| r.get(lane).copied()).collect() };
            part.tally.add(1.0, &order(&at(totals)), &at(rows));
        }
    }

    /// Adds up parts that together have every block, in order: all but the confidence, and the drawn figures that were kept.
    pub(crate) fn merge(&self, parts: Vec<Part>) -> (Acceptability, Vec<Singles>) {
        let mut tally = Tally::new(self.options, self.outcomes);
        let mut counts = Counts::new(self.options, 0);
        let mut bins = vec![0; if self.spread { BINS * self.options } else { 0 }];
        let mut kept = Vec::new();
        let mut doubt = Sums::default();
        for part in parts {
            for sums in &part.doubt {
                doubt.merge(sums);
            }
            tally.merge(&part.tally);
            for first in &part.firsts {
                tally.merge_first(first);
            }
            if let (Some(all), Some(counts)) = (&mut counts, &part.counts) {
                all.merge(counts);
            }
            for (all, b) in bins.iter_mut().zip(&part.bins) {
                *all += b;
            }
            if kept.is_empty() {
                kept = part.kept;
            } else {
                kept.extend(part.kept);
            }
        }
        for (key, count) in counts.iter().flat_map(|c| c.counts().iter().enumerate()) {
            if *count > 0 {
                let above = order_of(key, self.options).map(usize::from);
                tally.count(f64::from(*count), above.get(..self.options).unwrap_or_default());
            }
        }
        let worth = self.weights.worth(self.draws);
        let mut result = tally.finish();
        result.how = How::Draws;
        result.mc_error = result
            .rank_acceptability
            .iter()
            .map(|r| r.first().map_or(0.0, |p| (p * (1.0 - p) / worth).max(0.0).sqrt()))
            .collect();
        result.unknown = self.cells.open.as_ref().map(|open| open.share(&doubt));
        result.spread = bins.chunks_exact(BINS).map(middle).collect();
        (result, kept)
    }
}

/// Whether two options have the same values wherever weights can be drawn: then every draw is a tie.
fn alike(cells: &Cells, weights: &WeightDraws) -> bool {
    let same = |a: &[f64], b: &[f64], w: &[f64]| {
        let gap: f64 = a.iter().zip(b).zip(w).map(|((x, y), w)| (x - y) * w).sum();
        gap.abs() <= 1e-11
    };
    let everywhere = |a: &[f64], b: &[f64]| match weights {
        WeightDraws::Fixed(w) => same(a, b, w),
        WeightDraws::Walk(walk) => walk.weights().take(64).all(|w| same(a, b, &w)),
        WeightDraws::Simplices(d) => {
            let mut corners = d.corners.iter().flat_map(|c| c.chunks_exact(d.n));
            corners.all(|w| same(a, b, w))
        }
    };
    cells.means.iter().enumerate().any(|(i, a)| {
        let others = cells.means.iter().enumerate().skip(i + 1);
        cells.certain(i)
            && others
                .into_iter()
                .any(|(k, b)| cells.certain(k) && everywhere(a, b))
    })
}

/// The two ends between which the middle 90 % of a histogram lie.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fit::uncertain::Column;
    use crate::fit::{Evidence, Outside, PartialValue, PreferenceDirection, Uncertain};
    use crate::values::{Allowed, ratings};

    /// A set of several simplices: a part of many draws shows the same spread as all of fewer.
    #[test]
    fn the_spread_is_of_the_whole_set() {
        let allowed = ratings(&[100.0, 80.0, 50.0, 30.0], Some(0.3)).unwrap().allowed;
        let value = PartialValue::linear(PreferenceDirection::Higher, [0.0, 1.0], Outside::Clip).unwrap();
        let table = [[1.0, 0.6, 0.3, 0.0], [0.5, 0.2, 0.9, 0.4]];
        let evidence: Vec<Evidence> = (0..4)
            .map(|j| Evidence::Apart(table.iter().map(|row| Uncertain::Exactly(row[j])).collect()))
            .collect();
        let values = vec![value; 4];
        let spread = |draws: u32| {
            let settings = AcceptabilitySettings {
                draws,
                most_simplices: 0,
                ..AcceptabilitySettings::default()
            };
            let found = crate::fit::acceptability(&allowed, &values, &evidence, 2, &settings);
            found.unwrap().spread
        };
        for (few, many) in spread(16_384).iter().zip(spread(131_072)) {
            assert!(
                (few.0 - many.0).abs() < 0.006 && (few.1 - many.1).abs() < 0.006,
                "{few:?} {many:?}"
            );
        }
    }

    /// The same bits however many threads count, each a run of pieces.
    #[test]
    fn threads_do_not_matter() {
        let outside = [Outside::Clip, Outside::Extrapolate];
        let kinds: [fn(f64) -> Uncertain; 3] = [
            Uncertain::Exactly,
            |x| Uncertain::Normal(x, 0.3),
            |x| Uncertain::Beta(1.0 + 20.0 * x, 21.0 - 20.0 * x),
        ];
        let band = ratings(&[9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0], Some(0.2)).unwrap();
        for (allowed, n) in [(Allowed::any(5), 5), (band.allowed, 7)] {
            for (outside, kind) in outside.into_iter().flat_map(|o| kinds.map(|k| (o, k))) {
                for options in [3, 7] {
                    let value =
                        PartialValue::linear(PreferenceDirection::Higher, [0.0, 1.0], outside).unwrap();
                    let figure = |i: usize, j: usize| kind(((i * 7 + j * 5 + i * j) % 11) as f64 / 10.0);
                    let evidence: Vec<Evidence> = (0..n)
                        .map(|j| Evidence::Apart((0..options).map(|i| figure(i, j)).collect()))
                        .collect();
                    let columns: Vec<Column<'_>> = evidence
                        .iter()
                        .map(|evidence| Column {
                            value: &value,
                            evidence,
                        })
                        .collect();
                    let settings = AcceptabilitySettings {
                        draws: 20_001,
                        ..AcceptabilitySettings::default()
                    };
                    let weights = WeightDraws::new(&allowed.shape().unwrap(), n, &settings).unwrap();
                    let cells = Cells::new(&columns, options, 1).unwrap();
                    let count = Count::new(Arc::new(weights), cells, options, n, &settings);
                    let run = |from: u64, to: u64| {
                        let (mut part, mut scratch) = count.begin(to - from);
                        for block in from..to {
                            count.one(block, to, &mut scratch, &mut part);
                        }
                        part
                    };
                    let alone = count.merge(vec![run(0, count.blocks())]);
                    for threads in [1, 2, 7] {
                        let pieces = count.blocks().div_ceil(PIECE);
                        let at = |k: u64| (pieces * k / threads * PIECE).min(count.blocks());
                        let parts = std::thread::scope(|scope| {
                            let running: Vec<_> = (0..threads)
                                .map(|k| {
                                    let run = &run;
                                    scope.spawn(move || run(at(k), at(k + 1)))
                                })
                                .collect();
                            running.into_iter().map(|r| r.join().unwrap()).collect()
                        });
                        assert_eq!(alone, count.merge(parts), "{threads} threads, {options} options");
                    }
                }
            }
        }
    }
}
