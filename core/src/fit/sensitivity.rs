//! What would change the picture: one figure swept over its range, and what it would have to be for two options to tie.
//!
//! How they fit does not ask these two questions yet. They are kept because it is the step that will, and because the
//! tests work both out again from what they mean.

use super::additive::{contributions, ranks};
use super::value::PartialValue;

/// What the options come to when one figure is set to a certain number.
#[derive(Clone, Debug, PartialEq)]
pub struct SweepPoint {
    /// The figure.
    pub x: f64,
    /// Total value of every option.
    pub totals: Vec<f64>,
    /// The place of every option by its total, 1 for the highest.
    pub ranks: Vec<usize>,
}

/// Sets the figure of `option` on `outcome` to `steps + 1` evenly spaced numbers of `range` and works out the totals.
#[must_use]
pub fn sweep(
    values: &[Vec<f64>],
    weights: &[f64],
    (option, outcome): (usize, usize),
    function: &PartialValue,
    range: [f64; 2],
    steps: usize,
) -> Vec<SweepPoint> {
    let steps = steps.max(1);
    let mut table = values.to_vec();
    (0..=steps)
        .map(|i| {
            let x = range[0] + (range[1] - range[0]) * (i as f64 / steps as f64);
            if let Some(v) = table.get_mut(option).and_then(|r| r.get_mut(outcome)) {
                *v = function.at(x);
            }
            let totals = contributions(&table, weights).totals;
            SweepPoint {
                x,
                ranks: ranks(&totals),
                totals,
            }
        })
        .collect()
}

/// What one figure would have to be for two options to tie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ValueThreshold {
    /// The figure.
    pub x: f64,
    /// The value it would then have.
    pub value: f64,
}

/// "What would have to be true": the figure of `option` on `outcome` at which it ties with `other`, all else as it is.
/// `None` when no figure within the function's range does it, or the outcome has no weight.
#[must_use]
pub fn change_needed(
    values: &[Vec<f64>],
    weights: &[f64],
    (option, outcome): (usize, usize),
    other: usize,
    function: &PartialValue,
) -> Option<ValueThreshold> {
    let totals = contributions(values, weights).totals;
    let w = *weights.get(outcome)?;
    if w <= 0.0 || option == other {
        return None;
    }
    let now = *values.get(option)?.get(outcome)?;
    let value = now + (totals.get(other)? - totals.get(option)?) / w;
    let cuts = function.cutoffs();
    for (&x0, &x1) in cuts.iter().zip(cuts.iter().skip(1)) {
        let (v0, v1) = (function.at(x0), function.at(x1));
        let (low, high) = if v0 <= v1 { (v0, v1) } else { (v1, v0) };
        if value >= low - 1e-12 && value <= high + 1e-12 && v0 != v1 {
            let t = ((value - v0) / (v1 - v0)).clamp(0.0, 1.0);
            return Some(ValueThreshold {
                // Rounding may take the sum past the end of the piece.
                x: (x0 + t * (x1 - x0)).max(x0).min(x1),
                value,
            });
        }
    }
    None
}
