//! Even draws from the weights that swing answers with a band allow, for more outcomes than are worth cutting into
//! simplices: answers `x` in a box, weights `x / sum(x)`.
//!
//! Every such weight comes from exactly one point of the box's upper faces (some answer at its top). A point even on face
//! `j` has weights of density `sum(x)^n / top_j`, so faces are wanted in proportion to their area times `top_j`, and points
//! on them in proportion to `sum(x)^-n`. Next to the middle that is nearly `exp(-t sum(x))` with `t = n / sum`, which is
//! drawn answer by answer; a point is then kept with the probability that makes up the difference, usually above 0.8.

use weighup_kernel::{
    LANES, Lanes, Singles, Stream, Table, WholeNumbers, between, divide, exp, fraction, ln, to_faces,
};

use super::weights::Walk;
use crate::values::Budget;

/// Streams from here on; one for each answer, one for the face, one for keeping.
const STREAMS: u32 = 0x5000_0000;

/// Steps that one number of one draw takes: from a table, to a face, into a share.
const STEPS: usize = 8;

/// An answer that may be anything between two ends.
#[derive(Clone, Debug)]
struct Answer {
    low: f64,
    width: f64,
    /// A table of shares of the way from low to high, which are as dense as `exp(-t x)`.
    table: Table,
}

/// Draws under way.
#[derive(Clone, Debug)]
pub(crate) struct Banding {
    answers: Vec<Answer>,
    /// Which of all outcomes they are about.
    free: Vec<usize>,
    /// The top of each answer, and the sums of how often each face is wanted.
    tops: Vec<f64>,
    shares: Vec<f64>,
    tilt: f64,
    /// Of the logarithm of the weight that a draw is to have: its greatest value, and what is least of it as a share of that.
    greatest: f64,
    least: f64,
    seed: u64,
    block: u64,
    /// The block at hand.
    x: Vec<Lanes>,
    kept: Vec<u8>,
    out: Walk,
}

/// `draws` weight sets; `low` and `high` are the ends of each answer, equal (to 0) where the answer is 0.
pub(crate) fn draw(low: &[f64], high: &[f64], draws: u64, seed: u64) -> Banding {
    let n = low.len();
    let free: Vec<usize> = (0..n).filter(|j| low.get(*j) < high.get(*j)).collect();
    let middle: f64 = low.iter().zip(high).map(|(a, b)| 0.5 * (a + b)).sum();
    let tilt = free.len() as f64 / middle;
    let mut shares = Vec::with_capacity(free.len());
    let mut tops = Vec::with_capacity(free.len());
    let mut so_far = 0.0;
    let mut answers = Vec::with_capacity(free.len());
    for (a, b) in free.iter().filter_map(|&j| Some((*low.get(j)?, *high.get(j)?))) {
        let (width, drop) = (b - a, 1.0 - exp(-tilt * (b - a)));
        // The face's area times its height and tilt, over those of the other answers.
        so_far += b * (1.0 - drop) / drop;
        shares.push(so_far);
        tops.push(b);
        let table = Table::falling(tilt * width);
        answers.push(Answer { low: a, width, table });
    }
    let mut drawing = Banding {
        x: vec![[0.0; LANES]; answers.len()],
        answers,
        free,
        tops,
        shares,
        tilt,
        greatest: 0.0,
        least: 0.0,
        seed,
        block: 0,
        kept: Vec::with_capacity(LANES),
        out: Walk::new(n, draws),
    };
    // It is least in the middle and greatest at one of the ends.
    let ends = [low.iter().sum::<f64>(), high.iter().sum()];
    drawing.greatest = ends
        .map(|sum| drawing.log_weight(sum))
        .iter()
        .fold(f64::NEG_INFINITY, |m, x| m.max(*x));
    drawing.least = exp(drawing.log_weight(middle) - drawing.greatest);
    drawing
}

impl Banding {
    /// `sum^-n exp(t sum)`
    fn log_weight(&self, sum: f64) -> f64 {
        self.tilt * sum - self.free.len() as f64 * ln(sum)
    }

    /// Draws on until there are as many as are wanted (`true`) or the budget is spent.
    pub(crate) fn go(&mut self, budget: &mut Budget) -> bool {
        while !self.out.is_whole() {
            if budget.is_spent() {
                return false;
            }
            self.draw_block();
            budget.take((STEPS * self.answers.len() * LANES) as u64);
        }
        true
    }

    fn draw_block(&mut self) {
        let (seed, block) = (self.seed, self.block);
        let (mut bits, mut keep): (WholeNumbers, WholeNumbers) = ([0; LANES], [0; LANES]);
        let mut share: Singles = [0.0; LANES];
        let mut sum: Lanes = [0.0; LANES];
        for ((answer, x), k) in self.answers.iter().zip(&mut self.x).zip(2..) {
            Stream::new(seed, STREAMS + k).block(block, &mut bits);
            answer.table.draw(&bits, &mut share);
            between(x, answer.low, answer.width, &share);
        }
        Stream::new(seed, STREAMS).block(block, &mut bits);
        Stream::new(seed, STREAMS + 1).block(block, &mut keep);
        to_faces(&mut self.x, &self.tops, &self.shares, &bits, &mut sum);
        for x in &mut self.x {
            divide(x, &sum);
        }
        self.kept.clear();
        for ((lane, keep), sum) in (0u8..).zip(&keep).zip(&sum) {
            let keep = fraction(*keep);
            if keep <= self.least || keep <= exp(self.log_weight(*sum) - self.greatest) {
                self.kept.push(lane);
            }
        }
        self.out.take(&self.free, &self.x, &self.kept);
        self.block += 1;
    }

    /// All draws.
    pub(crate) fn finish(mut self) -> Walk {
        while !self.go(&mut Budget::endless()) {}
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::{band_centre, ratings};

    #[test]
    fn mean_and_draws_agree_with_exact_volumes() {
        let points = [100.0, 80.0, 55.0, 30.0, 10.0];
        for band in [0.05, 0.15, 0.35] {
            let exact = ratings(&points, Some(band))
                .unwrap()
                .allowed
                .shape()
                .unwrap()
                .extent()
                .unwrap()
                .mean;
            let low: Vec<f64> = points.iter().map(|p| p * (1.0 - band)).collect();
            let high: Vec<f64> = points.iter().map(|p| p * (1.0 + band)).collect();
            let quick = band_centre(&low, &high);
            let drawn = draw(&low, &high, 4_000, 1).finish();
            for (j, want) in exact.iter().enumerate() {
                assert!((quick[j] - want).abs() < 1e-11, "{band} {j}: {} {want}", quick[j]);
                let average = drawn.weights().map(|w| w[j]).sum::<f64>() / 4_000.0;
                assert!(
                    (average - want).abs() < 5.0 * want * band / 63.0,
                    "{band} {j}: {average} {want}"
                );
            }
            // An answer of 0 stays at 0, and the others do not notice.
            let with_none = |x: &[f64]| [&x[..2], &[0.0], &x[2..]].concat();
            let (low, high) = (with_none(&low), with_none(&high));
            assert_eq!(band_centre(&low, &high), with_none(&quick));
            let more = draw(&low, &high, 4_000, 1).finish();
            assert!(
                drawn
                    .weights()
                    .zip(more.weights())
                    .all(|(w, v)| with_none(&w) == v)
            );
        }
    }

    /// Shares of the draws beyond planes through the set, against the exact volumes there.
    #[test]
    fn draws_are_even() {
        use crate::fit::{
            AcceptabilitySettings, Evidence, How, Outside, PartialValue, PreferenceDirection, Uncertain,
            acceptability,
        };
        let points = [100.0, 70.0, 40.0, 10.0];
        for band in [0.1, 0.35] {
            let allowed = ratings(&points, Some(band)).unwrap().allowed;
            let ends = |by: f64| points.map(|p| p * by);
            let drawn: Vec<Vec<f64>> = draw(&ends(1.0 - band), &ends(1.0 + band), 8_000, 1)
                .finish()
                .weights()
                .collect();
            let line =
                PartialValue::linear(PreferenceDirection::Higher, [0.0, 1.0], Outside::Extrapolate).unwrap();
            for (j, k) in (0..4)
                .flat_map(|j| (0..4).map(move |k| (j, k)))
                .filter(|(j, k)| j != k)
            {
                for near in [0.8, 1.0, 1.25] {
                    // Two options, worth `w_j` and `c w_k`.
                    let c = near * points[j] / points[k];
                    let worth = |i: usize| {
                        let one = f64::from(u8::from(i == j));
                        let other = if i == k { c } else { 0.0 };
                        Evidence::Apart(vec![Uncertain::Exactly(one), Uncertain::Exactly(other)])
                    };
                    let evidence: Vec<Evidence> = (0..4).map(worth).collect();
                    let values = vec![line.clone(); 4];
                    let exact =
                        acceptability(&allowed, &values, &evidence, 2, &AcceptabilitySettings::default())
                            .unwrap();
                    assert_eq!(exact.how, How::Exact);
                    let p = exact.pairwise[0][1];
                    let got = drawn.iter().filter(|w| w[j] > c * w[k]).count() as f64 / 8_000.0;
                    let margin = 5.0 * (p * (1.0 - p) / 8_000.0).sqrt() + 1e-3;
                    assert!((got - p).abs() <= margin, "{band} {j} {k} {near}: {got} {p}");
                }
            }
        }
    }
}
