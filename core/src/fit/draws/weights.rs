//! Draws weights so that every set of weights that the answers allow is as likely as every other.

use weighup_kernel::{DIMENSIONS, Dimension, LANES, Lanes, Stream, fraction, fractions, pick, sort_rows};

use super::band::Banding;
use super::chain::{self, Walking};
use crate::fit::AcceptabilitySettings;
use crate::values::{Budget, Shape, ValuesError};

/// Where the weights of each draw come from.
#[derive(Clone, Debug)]
pub(crate) enum WeightDraws {
    /// Every draw has the same weights.
    Fixed(Vec<f64>),
    /// The set is cut into simplices, and each is drawn from as often as its share of the volume says.
    Simplices(SimplexDraws),
    /// All weights were drawn beforehand and are kept in memory.
    Walk(Walk),
}

/// Weights that were drawn beforehand and are kept in memory.
#[derive(Clone, Debug)]
pub(crate) struct Walk {
    n: usize,
    len: u64,
    wanted: u64,
    /// One number per outcome, block by block.
    rows: Vec<Lanes>,
    /// As many independent draws would have the same error: draws of one walk resemble each other.
    worth: f64,
    /// How many steps towards planes it took to draw them, which is the work that is bounded.
    work: u64,
}

impl Walk {
    /// An empty list for `wanted` weights of `n` outcomes.
    pub(crate) fn new(n: usize, wanted: u64) -> Self {
        Self {
            n,
            len: 0,
            wanted,
            rows: vec![[0.0; LANES]; n * wanted.div_ceil(LANES as u64) as usize],
            worth: wanted as f64,
            work: n as u64 * wanted,
        }
    }

    /// How many sets of weights there are so far.
    pub(crate) fn len(&self) -> u64 {
        self.len
    }

    /// How many blocks there will be when all are drawn.
    pub(crate) fn blocks(&self) -> u64 {
        self.wanted.div_ceil(LANES as u64)
    }

    /// Says how many steps towards planes drawing them takes.
    pub(crate) fn took(&mut self, work: u64) {
        self.work = work;
    }

    /// Whether there are as many as were wanted.
    pub(crate) fn is_whole(&self) -> bool {
        self.len >= self.wanted
    }

    /// Adds a block of them, one per lane: a row of numbers per outcome.
    pub(crate) fn push_block(&mut self, weights: &[Lanes]) {
        let from = (self.len as usize / LANES) * self.n;
        for (row, w) in self.rows.iter_mut().skip(from).zip(weights) {
            *row = *w;
        }
        self.len = (self.len + LANES as u64).min(self.wanted);
    }

    /// Works out how many independent draws these are worth, where each lane is one walk: as many times fewer as the means
    /// of the lanes lie further apart than those of independent draws would, for the outcome where that is most.
    pub(crate) fn weigh(&mut self) {
        let blocks = self.len as usize / LANES;
        // One draw of each walk says nothing of how alike neighbours are, and two say little.
        if blocks < 4 {
            self.worth = LANES.min(self.len as usize) as f64;
            return;
        }
        let (lanes, count) = (LANES as f64, blocks as f64);
        let mut most: f64 = 1.0;
        for outcome in 0..self.n {
            let (mut sums, mut squares) = ([0.0; LANES], 0.0);
            for row in self.rows.iter().skip(outcome).step_by(self.n).take(blocks) {
                for (sum, w) in sums.iter_mut().zip(row) {
                    *sum += w;
                    squares += w * w;
                }
            }
            let mean = sums.iter().sum::<f64>() / (lanes * count);
            let variance = squares / (lanes * count) - mean * mean;
            let apart = sums
                .iter()
                .map(|s| (s / count - mean) * (s / count - mean))
                .sum::<f64>()
                / (lanes - 1.0);
            // A weight that hardly moves has no spread to speak of.
            if variance > 1e-18 {
                most = most.max(apart * count / variance);
            }
        }
        self.worth = self.len as f64 / most;
    }

    /// Adds one set of weights, unless there are as many as were wanted.
    pub(crate) fn push(&mut self, w: &[f64]) {
        if self.len < self.wanted {
            let (block, lane) = ((self.len as usize) / LANES, (self.len as usize) % LANES);
            for (row, w) in self.rows.iter_mut().skip(block * self.n).zip(w) {
                if let Some(slot) = row.get_mut(lane) {
                    *slot = *w;
                }
            }
            self.len += 1;
        }
    }

    /// Adds the chosen lanes of numbers for some outcomes, as far as they are wanted; the others have none.
    pub(crate) fn take(&mut self, outcomes: &[usize], from: &[Lanes], lanes: &[u8]) {
        let mut lanes = lanes;
        while !lanes.is_empty() && self.len < self.wanted {
            let (block, at) = ((self.len as usize) / LANES, (self.len as usize) % LANES);
            let room = (LANES - at).min((self.wanted - self.len) as usize);
            let (now, later) = lanes.split_at(room.min(lanes.len()));
            for (j, x) in outcomes.iter().zip(from) {
                if let Some(row) = self.rows.get_mut(block * self.n + j) {
                    pick(x, now, row, at);
                }
            }
            self.len += now.len() as u64;
            lanes = later;
        }
    }

    /// The numbers of one block.
    pub(crate) fn block(&self, block: u64) -> &[Lanes] {
        let from = block as usize * self.n;
        self.rows.get(from..from + self.n).unwrap_or_default()
    }

    /// Their mean, which sums to 1. `None` where there are none.
    pub(crate) fn mean(&self) -> Option<Vec<f64>> {
        let mut mean = vec![0.0; self.n];
        for w in self.weights() {
            for (m, x) in mean.iter_mut().zip(w) {
                *m += x;
            }
        }
        let sum: f64 = mean.iter().sum();
        (sum > 0.0).then(|| mean.iter().map(|m| m / sum).collect())
    }

    /// All sets of weights, one after the other.
    pub(crate) fn weights(&self) -> impl Iterator<Item = Vec<f64>> + '_ {
        (0..self.len).map(|draw| {
            let lane = (draw % LANES as u64) as usize;
            let block = self.block(draw / LANES as u64);
            block.iter().filter_map(|row| row.get(lane).copied()).collect()
        })
    }
}

/// Even draws from a set cut into simplices.
#[derive(Clone, Debug)]
pub(crate) struct SimplexDraws {
    /// Number of outcomes.
    pub(crate) n: usize,
    /// How many corners each simplex has.
    pub(crate) size: usize,
    /// The weights at the corners: `size * n` numbers per simplex.
    pub(crate) corners: Vec<Vec<f64>>,
    /// The number of the first draw from each simplex, and after them the number of all draws.
    pub(crate) starts: Vec<u64>,
    /// Whether there is a single simplex whose corners are the outcomes themselves, in order.
    pub(crate) plain: bool,
    dimensions: Vec<Source>,
}

/// Where one coordinate of a draw comes from.
#[derive(Clone, Debug)]
enum Source {
    Even(Box<Dimension>),
    Chance(Stream),
}

/// Streams of the weights are counted down from here, those of figures up from 0.
const WEIGHTS: u32 = 0x8000_0000;

impl WeightDraws {
    /// Prepares draws from a set: as many as the settings say, or as many as their `work` allows.
    pub(crate) fn new(
        shape: &Shape,
        n: usize,
        settings: &AcceptabilitySettings,
    ) -> Result<Self, ValuesError> {
        Ok(Self::begin(shape, n, settings)?.finish())
    }

    /// Begins to prepare them.
    pub(crate) fn begin(
        shape: &Shape,
        n: usize,
        settings: &AcceptabilitySettings,
    ) -> Result<Drawing, ValuesError> {
        let (draws, seed) = (u64::from(settings.draws.max(1)), settings.seed);
        match shape {
            Shape::Point(w) => Ok(Drawing::Done(Self::Fixed(w.clone()))),
            Shape::Band { low, high } => {
                let begun = super::band::draw(low, high, draws, seed);
                Ok(Drawing::Band(Box::new(begun)))
            }
            Shape::Rows(rows) => {
                let begun = chain::walk(n, rows, draws, seed, settings.work)?;
                Ok(Drawing::Walk(Box::new(begun)))
            }
            Shape::Pieces(polytope, simplices, _) => {
                let size = simplices.size;
                let corners: Vec<Vec<f64>> = simplices
                    .corners
                    .chunks_exact(size)
                    .map(|s| {
                        s.iter()
                            .filter_map(|&c| polytope.vertices.get(usize::from(c)))
                            .flat_map(|v| v.w.iter().copied())
                            .collect()
                    })
                    .collect();
                // Systematic sampling: each simplex gets its share of the draws, rounded at random.
                let [r, ..] = Stream::new(seed, WEIGHTS).four(0);
                let offset = fraction(r);
                let mut starts = vec![0];
                let mut so_far = 0.0;
                for v in &simplices.volumes {
                    so_far += v;
                    let upto = (so_far / simplices.total * draws as f64 + offset) as u64;
                    starts.push(upto.min(draws));
                }
                if let Some(last) = starts.last_mut() {
                    *last = draws;
                }
                let dimensions = (0..size - 1)
                    .map(|d| match Dimension::new(d, seed) {
                        Some(even) if size - 1 <= DIMENSIONS => Source::Even(Box::new(even)),
                        _ => Source::Chance(Stream::new(seed, WEIGHTS + 1 + d as u32)),
                    })
                    .collect();
                let unit = |c: &Vec<f64>| {
                    size == n
                        && c.iter()
                            .enumerate()
                            .all(|(i, x)| *x == f64::from(u8::from(i % n == i / n)))
                };
                let plain = matches!(corners.as_slice(), [only] if unit(only));
                Ok(Drawing::Done(Self::Simplices(SimplexDraws {
                    n,
                    size,
                    corners,
                    starts,
                    plain,
                    dimensions,
                })))
            }
        }
    }
}

/// Draws that are being prepared.
#[derive(Clone, Debug)]
pub(crate) enum Drawing {
    /// Answers between two ends each.
    Band(Box<Banding>),
    /// Walks inside the set.
    Walk(Box<Walking>),
    /// All is there.
    Done(WeightDraws),
}

impl Drawing {
    /// Goes on until all is there (`true`) or the budget is spent.
    pub(crate) fn go(&mut self, budget: &mut Budget) -> bool {
        match self {
            Self::Band(band) => band.go(budget),
            Self::Walk(walk) => walk.go(budget),
            Self::Done(_) => true,
        }
    }

    /// The draws.
    pub(crate) fn finish(self) -> WeightDraws {
        match self {
            Self::Band(band) => WeightDraws::Walk(band.finish()),
            Self::Walk(walk) => WeightDraws::Walk(walk.finish()),
            Self::Done(draws) => draws,
        }
    }
}

impl WeightDraws {
    /// How many draws there are of `wanted`.
    pub(crate) fn count(&self, wanted: u64) -> u64 {
        match self {
            Self::Walk(walk) => walk.len().min(wanted),
            Self::Fixed(_) | Self::Simplices(_) => wanted,
        }
    }

    /// How much there was to do before the first draw is counted: steps towards planes, or numbers of corners.
    pub(crate) fn work(&self) -> u64 {
        match self {
            Self::Fixed(_) => 0,
            Self::Walk(walk) => walk.work,
            Self::Simplices(simplices) => (simplices.corners.len() * simplices.size * simplices.n) as u64,
        }
    }

    /// How many independent draws so many of these are worth.
    pub(crate) fn worth(&self, draws: u64) -> f64 {
        match self {
            Self::Walk(walk) => walk.worth.min(draws as f64),
            Self::Fixed(_) | Self::Simplices(_) => draws as f64,
        }
    }
}

impl SimplexDraws {
    /// Sorted uniform numbers, one row per corner but the last. The spacings of such numbers are evenly spread over a
    /// simplex (Rubinstein 1982).
    pub(crate) fn sorted(&self, block: u64, out: &mut [Lanes]) {
        let mut bits = [0; LANES];
        for (source, row) in self.dimensions.iter().zip(out.iter_mut()) {
            match source {
                Source::Even(d) => d.block(block, &mut bits),
                Source::Chance(s) => s.block(block, &mut bits),
            }
            fractions(&bits, row);
        }
        if let Some(rows) = out.get_mut(..self.size - 1) {
            sort_rows(rows);
        }
    }

    /// Shares of the corners for every draw of a block: `size` rows that sum to 1.
    pub(crate) fn shares(&self, block: u64, out: &mut [Lanes]) {
        self.sorted(block, out);
        if let Some(last) = out.get_mut(self.size - 1) {
            last.fill(1.0);
        }
        for i in (1..self.size).rev() {
            if let Some([below, row]) = out.get_mut(i - 1..=i) {
                for (x, y) in row.iter_mut().zip(below.iter()) {
                    *x -= y;
                }
            }
        }
    }

    /// Runs of draws of one block that share a simplex: its number and the lanes.
    pub(crate) fn runs(&self, block: u64) -> impl Iterator<Item = (usize, std::ops::Range<usize>)> + '_ {
        let first = block * LANES as u64;
        let end = first + LANES as u64;
        let from = self.starts.partition_point(|s| *s <= first).saturating_sub(1);
        self.starts
            .iter()
            .zip(self.starts.iter().skip(1))
            .enumerate()
            .skip(from)
            .take_while(move |(_, (a, _))| **a < end)
            .filter(|(_, (a, b))| a < b)
            .map(move |(s, (a, b))| {
                (
                    s,
                    (a.max(&first) - first) as usize..(b.min(&end) - first) as usize,
                )
            })
            .filter(|(_, lanes)| !lanes.is_empty())
    }
}

#[cfg(test)]
mod sampling {
    use super::*;
    use crate::values::{Statement, statements};
    use proptest::prelude::*;

    /// Every draw of a set, as one row of weights per draw.
    fn draws(
        said: &[Statement],
        n: usize,
        count: u64,
        seed: u64,
    ) -> Option<(crate::values::Allowed, Vec<Vec<f64>>)> {
        let allowed = statements(n, said).ok()?.allowed;
        let shape = allowed.shape()?;
        let mut out = Vec::new();
        let settings = AcceptabilitySettings {
            draws: count as u32,
            seed,
            ..AcceptabilitySettings::default()
        };
        match WeightDraws::new(&shape, n, &settings).ok()? {
            WeightDraws::Fixed(w) => out.push(w),
            WeightDraws::Walk(walk) => out = walk.weights().collect(),
            WeightDraws::Simplices(s) => {
                let mut shares = vec![[0.0; LANES]; s.size];
                for block in 0..count.div_ceil(LANES as u64) {
                    s.shares(block, &mut shares);
                    for (simplex, lanes) in s.runs(block) {
                        for lane in lanes {
                            let mut w = vec![0.0; n];
                            for (share, corner) in shares.iter().zip(s.corners[simplex].chunks_exact(n)) {
                                for (x, c) in w.iter_mut().zip(corner) {
                                    *x += share[lane] * c;
                                }
                            }
                            out.push(w);
                        }
                    }
                }
            }
        }
        Some((allowed, out))
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn draws_satisfy_every_statement(
            n in 3usize..7,
            said in prop::collection::vec((0usize..6, 0usize..6, 0u8..3, 0.1..1.0f64, 1.0..3.0f64), 0..4),
            seed in any::<u64>(),
        ) {
            let said: Vec<Statement> = said
                .into_iter()
                .filter(|(a, b, ..)| a != b && *a < n && *b < n)
                .map(|(a, b, kind, lo, hi)| match kind {
                    0 => Statement::AtLeast(a, b),
                    1 => Statement::Ratio(a, b, lo, hi),
                    _ => Statement::Weight(a, lo / 10.0, lo),
                })
                .collect();
            if let Some((allowed, rows)) = draws(&said, n, 256, seed) {
                prop_assert!(!rows.is_empty());
                for w in rows {
                    prop_assert!(allowed.contains(&w, 1e-9), "{:?} {:?}", said, w);
                }
            }
        }
    }

    #[test]
    fn a_walk_has_the_moments_of_its_set() {
        // Six outcomes, the first at least as important as the second. By symmetry the rest have mean 1/6 and the two of
        // the statement 1.5/6 and 0.5/6.
        let said = [Statement::AtLeast(0, 1)];
        let allowed = statements(6, &said).unwrap().allowed;
        let row = crate::values::Constraint {
            coefficients: vec![1.0, -1.0, 0.0, 0.0, 0.0, 0.0],
            equal: false,
        };
        let rows: Vec<Vec<f64>> = chain::walk(6, &[row], 4_000, 3, u64::MAX)
            .unwrap()
            .finish()
            .weights()
            .collect();
        let count = rows.len() as f64;
        let mean = |j: usize| rows.iter().map(|w| w[j]).sum::<f64>() / count;
        // The standard deviation of a weight is at most 0.15, so five standard errors are 0.012.
        assert!((mean(0) - 1.5 / 6.0).abs() < 0.012, "{}", mean(0));
        assert!((mean(1) - 0.5 / 6.0).abs() < 0.012, "{}", mean(1));
        assert!((mean(5) - 1.0 / 6.0).abs() < 0.012, "{}", mean(5));
        assert!(rows.iter().all(|w| allowed.contains(w, 1e-9)));
        // Draws kept are next to uncorrelated.
        let m = mean(5);
        let (mut now, mut next) = (0.0, 0.0);
        for pair in rows.windows(2) {
            now += (pair[0][5] - m) * (pair[0][5] - m);
            next += (pair[0][5] - m) * (pair[1][5] - m);
        }
        assert!((next / now).abs() < 0.08, "{}", next / now);
    }
}
