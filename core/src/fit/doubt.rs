//! Works out how much of the doubt about the options comes from figures that nobody knows.
//!
//! The share is a total effect index (Homma and Saltelli 1996) of the figures that nobody knows, over the differences between
//! every two options' totals taken together (as Lamboni, Monod and Makowski 2011 do for several outputs at once): the part
//! of their variance that is left when all else is held, on average, out of all of it. A figure that nobody knows is drawn
//! on its own, so what it adds to the variance of a difference is its value's variance times the mean square of its weight.

use weighup_kernel::Lanes;

use super::uncertain::{Evidence, Uncertain};
use super::value::PartialValue;

/// Figures that nobody knows: for each option and outcome the variance of its value, 0 for all others.
#[derive(Clone, Debug)]
pub(crate) struct Open {
    variances: Vec<Vec<f64>>,
    /// The outcomes that have such a figure.
    outcomes: Vec<bool>,
}

/// Sums over draws, from which the variances are worked out.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sums {
    draws: f64,
    /// The sum of the difference of each two options, and the sum of its square.
    differences: Vec<[f64; 2]>,
    /// The sum of the square of each outcome's weight.
    squares: Vec<f64>,
}

/// Parts of an even range in which a value that goes round bends is looked at.
const PARTS: u32 = 512;

impl Open {
    /// `None` when everything is known.
    pub(crate) fn new<'e>(
        columns: impl ExactSizeIterator<Item = (&'e PartialValue, &'e Evidence)>,
        options: usize,
    ) -> Option<Self> {
        let mut open = Self {
            variances: vec![vec![0.0; columns.len()]; options],
            outcomes: vec![false; columns.len()],
        };
        for (j, (value, evidence)) in columns.enumerate() {
            let cells = evidence.apart().unwrap_or_default();
            for (row, cell) in open.variances.iter_mut().zip(cells) {
                if let (Uncertain::Unknown(low, high), Some(slot)) = (*cell, row.get_mut(j)) {
                    *slot = variance(value, low, high);
                    if let Some(outcome) = open.outcomes.get_mut(j) {
                        *outcome = true;
                    }
                }
            }
        }
        open.outcomes.contains(&true).then_some(open)
    }

    /// Adds a block of draws: the totals of every option, and the weights they were made with.
    pub(crate) fn add(&self, sums: &mut Sums, totals: &[Lanes], weights: &[Lanes], live: usize) {
        let options = totals.len();
        sums.differences.resize(options * options, [0.0; 2]);
        sums.squares.resize(self.outcomes.len(), 0.0);
        sums.draws += live as f64;
        for (a, x) in totals.iter().enumerate() {
            for (b, y) in totals.iter().enumerate().skip(a + 1) {
                let Some([sum, square]) = sums.differences.get_mut(a * options + b) else {
                    continue;
                };
                for (x, y) in x.iter().zip(y).take(live) {
                    *sum += x - y;
                    *square += (x - y) * (x - y);
                }
            }
        }
        for ((sum, w), _) in sums
            .squares
            .iter_mut()
            .zip(weights)
            .zip(&self.outcomes)
            .filter(|(_, open)| **open)
        {
            *sum += w.iter().take(live).map(|w| w * w).sum::<f64>();
        }
    }

    /// The share of the variance of all differences, 0 to 1. 0 where nothing varies.
    pub(crate) fn share(&self, sums: &Sums) -> f64 {
        let n = sums.draws.max(1.0);
        let options = self.variances.len();
        let (mut all, mut open) = (0.0, 0.0);
        for (a, x) in self.variances.iter().enumerate() {
            for (b, y) in self.variances.iter().enumerate().skip(a + 1) {
                if let Some([sum, square]) = sums.differences.get(a * options + b) {
                    let mean = sum / n;
                    all += (square / n - mean * mean).max(0.0);
                }
                for ((x, y), square) in x.iter().zip(y).zip(&sums.squares) {
                    open += (x + y) * square / n;
                }
            }
        }
        if all > 0.0 {
            (open / all).clamp(0.0, 1.0)
        } else {
            0.0
        }
    }
}

impl Sums {
    /// Adds the sums of other draws.
    pub(crate) fn merge(&mut self, other: &Self) {
        self.draws += other.draws;
        self.differences
            .resize(self.differences.len().max(other.differences.len()), [0.0; 2]);
        self.squares
            .resize(self.squares.len().max(other.squares.len()), 0.0);
        for ([sum, square], [more, squared]) in self.differences.iter_mut().zip(&other.differences) {
            *sum += more;
            *square += squared;
        }
        for (sum, more) in self.squares.iter_mut().zip(&other.squares) {
            *sum += more;
        }
    }
}

/// Variance of the value of something that is anywhere from `low` to `high`.
fn variance(value: &PartialValue, low: f64, high: f64) -> f64 {
    if let Some((_, slope)) = value.line() {
        let width = slope * (high - low);
        return width * width / 12.0;
    }
    let (mut sum, mut square) = (0.0, 0.0);
    for part in 0..PARTS {
        let v = value.at(low + (high - low) * (f64::from(part) + 0.5) / f64::from(PARTS));
        sum += v;
        square += v * v;
    }
    let n = f64::from(PARTS);
    (square / n - (sum / n) * (sum / n)).max(0.0)
}
