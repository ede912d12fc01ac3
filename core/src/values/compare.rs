//! Two sets of weights side by side: two methods, or two people.

/// How far apart two sets of weights are, 0 (the same) to 1 (nothing in common): half the sum of the differences,
/// which is the share of weight that would have to move.
#[must_use]
pub fn distance(a: &[f64], b: &[f64]) -> f64 {
    0.5 * a.iter().zip(b).map(|(x, y)| (x - y).abs()).sum::<f64>()
}

/// The outcome on which two sets of weights differ most.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// The place of the outcome.
    pub at: usize,
    /// Its weight in the first set.
    pub first: f64,
    /// Its weight in the second set.
    pub second: f64,
}

/// The outcome with the largest gap between two sets of weights; the first in order when several are equal. `None` when there
/// is no difference at all.
#[must_use]
pub fn largest_gap(a: &[f64], b: &[f64]) -> Option<Gap> {
    let mut largest: Option<Gap> = None;
    for (at, (&first, &second)) in a.iter().zip(b).enumerate() {
        let size = (first - second).abs();
        if size > 1e-12 && largest.is_none_or(|g| size > (g.first - g.second).abs() + 1e-12) {
            largest = Some(Gap { at, first, second });
        }
    }
    largest
}

/// What two methods make of one person's answers.
#[derive(Clone, Debug, PartialEq)]
pub struct MethodsCompared {
    /// The share of weight that would have to move to turn one method's weights into the other's.
    pub distance: f64,
    /// The outcome on which the methods differ most.
    pub largest: Option<Gap>,
    /// Pairs of outcomes the methods put in opposite order (each by more than `1e-9`).
    pub reversed: Vec<(usize, usize)>,
}

/// Checks one method's weights against another's.
#[must_use]
pub fn compare_methods(a: &[f64], b: &[f64]) -> MethodsCompared {
    let mut reversed = Vec::new();
    for (i, (ai, bi)) in a.iter().zip(b).enumerate() {
        for (j, (aj, bj)) in a.iter().zip(b).enumerate().skip(i + 1) {
            let (first, second) = (ai - aj, bi - bj);
            if first.abs() > 1e-9 && second.abs() > 1e-9 && (first > 0.0) != (second > 0.0) {
                reversed.push((i, j));
            }
        }
    }
    MethodsCompared {
        distance: distance(a, b),
        largest: largest_gap(a, b),
        reversed,
    }
}
