//! What is known of the places of options: counts of draws, or volumes.

use weighup_kernel::ln;

use super::acceptability::{Acceptability, How};
use super::additive::TIE;

/// Counts, or volumes, of each order of the options.
#[derive(Clone, Debug)]
pub(crate) struct Tally {
    options: usize,
    outcomes: usize,
    pub(crate) total: f64,
    /// How often each option has each place, option by option.
    places: Vec<f64>,
    /// How often each is above each other.
    wins: Vec<f64>,
    /// Sums of weights with which each is first.
    first: Vec<f64>,
    rankings: Rankings,
}

impl Tally {
    pub(crate) fn new(options: usize, outcomes: usize) -> Self {
        Self {
            options,
            outcomes,
            total: 0.0,
            places: vec![0.0; options * options],
            wins: vec![0.0; options * options],
            first: vec![0.0; options * outcomes],
            rankings: Rankings::default(),
        }
    }

    /// Adds `size` readings: for each option how many are above it, and their mean weights.
    pub(crate) fn add(&mut self, size: f64, above: &[usize], weights: &[f64]) {
        self.count(size, above);
        for (i, _) in above.iter().enumerate().filter(|(_, a)| **a == 0) {
            self.add_first(i, weights, size);
        }
    }

    /// Adds readings without their weights. An option is above another when fewer are above it.
    pub(crate) fn count(&mut self, size: f64, above: &[usize]) {
        self.total += size;
        let places = self.places.chunks_exact_mut(self.options);
        let wins = self.wins.chunks_exact_mut(self.options);
        for ((a, places), wins) in above.iter().zip(places).zip(wins) {
            if let Some(place) = places.get_mut(*a) {
                *place += size;
            }
            for (win, b) in wins.iter_mut().zip(above) {
                if a < b {
                    *win += size;
                }
            }
        }
        self.rankings.add(fingerprint(above), size);
    }

    /// Adds weights, so many times, with which an option was first; they are already counted.
    pub(crate) fn add_first(&mut self, option: usize, weights: &[f64], times: f64) {
        let from = option * self.outcomes;
        for (first, w) in self.first.iter_mut().skip(from).zip(weights) {
            *first += times * w;
        }
    }

    /// The sums of weights, which start anew.
    pub(crate) fn take_first(&mut self) -> Vec<f64> {
        let none = vec![0.0; self.first.len()];
        std::mem::replace(&mut self.first, none)
    }

    /// Adds sums of weights.
    pub(crate) fn merge_first(&mut self, first: &[f64]) {
        for (a, b) in self.first.iter_mut().zip(first) {
            *a += b;
        }
    }

    /// Adds the counts of another, but not its sums of weights.
    pub(crate) fn merge(&mut self, other: &Self) {
        self.total += other.total;
        let ours = self.places.iter_mut().chain(&mut self.wins);
        for (a, b) in ours.zip(other.places.iter().chain(&other.wins)) {
            *a += b;
        }
        for (key, size) in &other.rankings.slots {
            if *size > 0.0 {
                self.rankings.add(*key, *size);
            }
        }
    }

    pub(crate) fn finish(self) -> Acceptability {
        let (m, t) = (self.options, self.total);
        let share = |rows: &[f64]| -> Vec<Vec<f64>> {
            let rows = rows.chunks_exact(m.max(1));
            rows.map(|r| r.iter().map(|x| x / t).collect()).collect()
        };
        let rank_acceptability = share(&self.places);
        let central = |(sums, places): (&[f64], &Vec<f64>)| -> Option<Vec<f64>> {
            let sum: f64 = sums.iter().sum();
            let first = places.first().is_some_and(|p| *p > 0.0) && sum > 0.0;
            first.then(|| sums.iter().map(|s| s / sum).collect())
        };
        let sums = self.first.chunks_exact(self.outcomes.max(1));
        Acceptability {
            central_weights: sums.zip(&rank_acceptability).map(central).collect(),
            rank_acceptability,
            confidence: vec![None; m],
            pairwise: share(&self.wins),
            entropy: self.rankings.entropy(t),
            mc_error: vec![0.0; m],
            how: How::Exact,
            spread: Vec::new(),
        }
    }
}

/// For each option how many are above it.
pub(crate) fn order(totals: &[f64]) -> Vec<usize> {
    let above = |x: &f64| totals.iter().filter(|y| **y > *x + TIE).count();
    totals.iter().map(above).collect()
}

/// One number for an order (Fowler, Noll and Vo 1991): of two orders one in 2^64 would have the same.
fn fingerprint(above: &[usize]) -> u64 {
    let mix = |h: u64, a: &usize| (h ^ *a as u64).wrapping_mul(0x0000_0100_0000_01b3);
    above.iter().fold(0xcbf2_9ce4_8422_2325, mix)
}

/// How often each order was seen, by its fingerprint.
#[derive(Clone, Debug, Default)]
struct Rankings {
    /// Empty ones have no size.
    slots: Vec<(u64, f64)>,
    used: usize,
}

impl Rankings {
    fn add(&mut self, key: u64, size: f64) {
        if 2 * self.used >= self.slots.len() {
            let room = (2 * self.slots.len()).max(16);
            let old = std::mem::replace(&mut self.slots, vec![(0, 0.0); room]);
            self.used = 0;
            for (key, size) in old.into_iter().filter(|(_, size)| *size > 0.0) {
                self.add(key, size);
            }
        }
        let mask = self.slots.len() - 1;
        let mut at = (key ^ (key >> 32)) as usize & mask;
        while let Some(slot) = self.slots.get_mut(at) {
            if slot.1 == 0.0 {
                *slot = (key, size);
                self.used += 1;
                return;
            }
            if slot.0 == key {
                slot.1 += size;
                return;
            }
            at = (at + 1) & mask;
        }
    }

    /// In bits. Sizes are added up from the smallest, so that the order they came in does not matter.
    fn entropy(&self, total: f64) -> f64 {
        let mut sizes: Vec<f64> = self.slots.iter().map(|(_, size)| *size).collect();
        sizes.sort_unstable_by(f64::total_cmp);
        sizes
            .iter()
            .filter(|x| **x > 0.0 && **x < total)
            .fold(0.0, |bits, x| {
                bits - (x / total) * ln(x / total) / std::f64::consts::LN_2
            })
    }
}
