//! How often each option came first, second and so on: counted in draws, or as volumes of the set of weights.

use weighup_kernel::ln;

use super::acceptability::{Acceptability, How};
use super::additive::TIE;

/// How often each order of the options was seen, in draws or as a volume of weights.
#[derive(Clone, Debug)]
pub(crate) struct Tally {
    options: usize,
    outcomes: usize,
    pub(crate) total: f64,
    /// How often each option has each place: all places of the first option, then those of the next.
    places: Vec<f64>,
    /// How often each option is above each other option.
    wins: Vec<f64>,
    /// The sum of the weights with which each option is first.
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
            rankings: Rankings::new(options),
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
        self.rankings.add(above.iter().map(|a| *a as u16), size);
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
        for (order, size) in other.rankings.iter() {
            self.rankings.add(order.iter().copied(), size);
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
            unknown: None,
        }
    }
}

/// For each option how many are above it.
pub(crate) fn order(totals: &[f64]) -> Vec<usize> {
    let above = |x: &f64| totals.iter().filter(|y| **y > *x + TIE).count();
    totals.iter().map(above).collect()
}

/// How often each order was seen: each has a place of its own, so that no two are ever taken for one.
#[derive(Clone, Debug)]
struct Rankings {
    options: usize,
    /// Orders as they came, so many numbers each, and how often.
    orders: Vec<u16>,
    sizes: Vec<f64>,
    /// Where an order is: its number counted from 1, in the first free slot after the one its hash names.
    slots: Vec<u32>,
}

impl Rankings {
    fn new(options: usize) -> Self {
        Self {
            options,
            orders: Vec::new(),
            sizes: Vec::new(),
            slots: Vec::new(),
        }
    }

    fn iter(&self) -> impl Iterator<Item = (&[u16], f64)> {
        let orders = self.orders.chunks_exact(self.options.max(1));
        orders.zip(self.sizes.iter().copied())
    }

    fn add(&mut self, order: impl Iterator<Item = u16> + Clone, size: f64) {
        if 2 * self.sizes.len() >= self.slots.len() {
            self.grow();
        }
        let mask = self.slots.len() - 1;
        let mut at = hash(order.clone()) & mask;
        while let Some(slot) = self.slots.get_mut(at) {
            let Some(number) = slot.checked_sub(1).map(|n| n as usize) else {
                self.orders.extend(order);
                self.sizes.push(size);
                *slot = self.sizes.len() as u32;
                return;
            };
            let from = number * self.options;
            let here = self.orders.get(from..from + self.options);
            if here.is_some_and(|o| o.iter().copied().eq(order.clone()))
                && let Some(s) = self.sizes.get_mut(number)
            {
                *s += size;
                return;
            }
            at = (at + 1) & mask;
        }
    }

    /// Twice the slots: never more than half of them are taken.
    fn grow(&mut self) {
        let room = (2 * self.slots.len()).max(16);
        let mut slots = vec![0; room];
        for (number, order) in (1..).zip(self.orders.chunks_exact(self.options.max(1))) {
            let mut at = hash(order.iter().copied()) & (room - 1);
            while slots.get(at).is_some_and(|s| *s != 0) {
                at = (at + 1) & (room - 1);
            }
            if let Some(slot) = slots.get_mut(at) {
                *slot = number;
            }
        }
        self.slots = slots;
    }

    /// In bits. Sizes are added up from the smallest, so that the order they came in does not matter.
    fn entropy(&self, total: f64) -> f64 {
        let mut sizes = self.sizes.clone();
        sizes.sort_unstable_by(f64::total_cmp);
        sizes
            .iter()
            .filter(|x| **x > 0.0 && **x < total)
            .fold(0.0, |bits, x| {
                bits - (x / total) * ln(x / total) / std::f64::consts::LN_2
            })
    }
}

/// Where to look for an order first (Fowler, Noll and Vo 1991).
fn hash(order: impl Iterator<Item = u16>) -> usize {
    let mix = |h: u64, a: u16| (h ^ u64::from(a)).wrapping_mul(0x0000_0100_0000_01b3);
    let h = order.fold(0xcbf2_9ce4_8422_2325, mix);
    (h ^ (h >> 32)) as usize
}
