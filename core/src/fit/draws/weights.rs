//! Weights drawn evenly from the set that is allowed.

use super::chain;
use super::maths::fraction;
use super::philox::Stream;
use super::sobol::{DIMENSIONS, Dimension};
use super::{LANES, Lanes};
use crate::values::{Shape, ValuesError};

/// How weights are drawn.
#[derive(Clone, Debug)]
pub(crate) enum WeightDraws {
    /// Always the same weights.
    Fixed(Vec<f64>),
    /// From simplices, each drawn from as often as its volume says.
    Simplices(SimplexDraws),
    /// Worked out beforehand by a random walk: one row a draw.
    Walk(Vec<Vec<f64>>),
}

/// Even draws from a set cut into simplices.
#[derive(Clone, Debug)]
pub(crate) struct SimplexDraws {
    /// Number of outcomes.
    pub(crate) n: usize,
    /// Corners of a simplex.
    pub(crate) size: usize,
    /// Corner weights, `size * n` a simplex.
    pub(crate) corners: Vec<Vec<f64>>,
    /// First draw of each simplex, and the total.
    pub(crate) starts: Vec<u64>,
    /// Whether there is a single simplex whose corners are the outcomes themselves, in order.
    pub(crate) plain: bool,
    dimensions: Vec<Source>,
}

/// Where one coordinate comes from.
#[derive(Clone, Debug)]
enum Source {
    Even(Dimension),
    Chance(Stream),
}

/// Streams of the weights are counted down from here, those of figures up from 0.
const WEIGHTS: u32 = 0x8000_0000;

impl WeightDraws {
    /// Prepares `draws` draws from a set.
    pub(crate) fn new(shape: &Shape, n: usize, draws: u64, seed: u64) -> Result<Self, ValuesError> {
        match shape {
            Shape::Point(w) => Ok(Self::Fixed(w.clone())),
            Shape::Band { low, high } => Ok(Self::Walk(super::band::draw(low, high, draws, seed))),
            Shape::Rows(rows) => chain::walk(n, rows, draws, seed).map(Self::Walk),
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
                        Some(even) if size - 1 <= DIMENSIONS => Source::Even(even),
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
                Ok(Self::Simplices(SimplexDraws {
                    n,
                    size,
                    corners,
                    starts,
                    plain,
                    dimensions,
                }))
            }
        }
    }
}

impl SimplexDraws {
    /// Shares of the corners for every draw of a block: `size` rows that sum to 1. Spacings of sorted uniform numbers
    /// are evenly spread over the simplex (Rubinstein 1982).
    pub(crate) fn shares(&self, block: u64, out: &mut [Lanes]) {
        let mut bits = [0u32; LANES];
        let k = self.dimensions.len();
        for (source, row) in self.dimensions.iter().zip(out.iter_mut()) {
            match source {
                Source::Even(d) => d.block(block, &mut bits),
                Source::Chance(s) => s.block(block, &mut bits),
            }
            for (u, b) in row.iter_mut().zip(&bits) {
                *u = fraction(*b);
            }
        }
        sort_rows(out, k);
        if let Some(last) = out.get_mut(k) {
            last.fill(1.0);
        }
        for i in (1..=k).rev() {
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

/// Networks that sort few rows with the fewest exchanges (Knuth, volume 3, section 5.3.4).
const NETWORKS: [&[(usize, usize)]; 9] = [
    &[],
    &[],
    &[(0, 1)],
    &[(0, 2), (0, 1), (1, 2)],
    &[(0, 2), (1, 3), (0, 1), (2, 3), (1, 2)],
    &[
        (0, 3),
        (1, 4),
        (0, 2),
        (1, 3),
        (0, 1),
        (2, 4),
        (1, 2),
        (3, 4),
        (2, 3),
    ],
    &[
        (0, 5),
        (1, 3),
        (2, 4),
        (1, 2),
        (3, 4),
        (0, 3),
        (2, 5),
        (0, 1),
        (2, 3),
        (4, 5),
        (1, 2),
        (3, 4),
    ],
    &[
        (0, 6),
        (2, 3),
        (4, 5),
        (0, 2),
        (1, 4),
        (3, 6),
        (0, 1),
        (2, 5),
        (3, 4),
        (1, 2),
        (4, 6),
        (2, 3),
        (4, 5),
        (1, 2),
        (3, 4),
        (5, 6),
    ],
    &[
        (0, 2),
        (1, 3),
        (4, 6),
        (5, 7),
        (0, 4),
        (1, 5),
        (2, 6),
        (3, 7),
        (0, 1),
        (2, 3),
        (4, 5),
        (6, 7),
        (2, 4),
        (3, 5),
        (1, 4),
        (3, 6),
        (1, 2),
        (3, 4),
        (5, 6),
    ],
];

/// Sorts the first `k` rows, lane by lane, lowest first.
fn sort_rows(rows: &mut [Lanes], k: usize) {
    if let Some(network) = NETWORKS.get(k) {
        for &(a, b) in *network {
            exchange(rows, a, b);
        }
        return;
    }
    for end in (1..k).rev() {
        for i in 0..end {
            exchange(rows, i, i + 1);
        }
    }
}

#[inline]
fn exchange(rows: &mut [Lanes], a: usize, b: usize) {
    let (head, tail) = rows.split_at_mut(b.min(rows.len()));
    if let (Some(x), Some(y)) = (head.get_mut(a), tail.first_mut()) {
        for (p, q) in x.iter_mut().zip(y.iter_mut()) {
            let (low, high) = (if *p < *q { *p } else { *q }, if *p < *q { *q } else { *p });
            *p = low;
            *q = high;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A network that sorts every pattern of noughts and ones sorts everything (Knuth's zero-one principle).
    #[test]
    fn networks_sort() {
        for k in 0..=10usize {
            for pattern in 0u32..1 << k {
                let mut rows: Vec<Lanes> = (0..k).map(|i| [f64::from((pattern >> i) & 1); LANES]).collect();
                sort_rows(&mut rows, k);
                assert!(rows.windows(2).all(|w| w[0][0] <= w[1][0]), "{k} {pattern:b}");
            }
        }
    }
}

#[cfg(test)]
mod sampling {
    use super::*;
    use crate::values::{Statement, statements};
    use proptest::prelude::*;

    /// Every draw of a set, as rows.
    fn draws(
        said: &[Statement],
        n: usize,
        count: u64,
        seed: u64,
    ) -> Option<(crate::values::Allowed, Vec<Vec<f64>>)> {
        let allowed = statements(n, said).ok()?.allowed;
        let shape = allowed.shape()?;
        let mut out = Vec::new();
        match WeightDraws::new(&shape, n, count, seed).ok()? {
            WeightDraws::Fixed(w) => out.push(w),
            WeightDraws::Walk(rows) => out = rows,
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
        let row = crate::values::Row {
            coefficients: vec![1.0, -1.0, 0.0, 0.0, 0.0, 0.0],
            equal: false,
        };
        let rows = chain::walk(6, &[row], 4_000, 3).unwrap();
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
