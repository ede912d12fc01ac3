//! Drawing from weights and figures: bit-equal wherever it runs.
//!
//! Only addition, subtraction, multiplication, division, square root and comparison of 64-bit floats are used, which
//! every platform rounds the same way; logarithm, exponential, sine and cosine are worked out here from them. Random
//! numbers come from a counter ([`philox`]), so a draw depends on the seed and its own number, not on the order or the
//! number of threads.

pub(crate) mod band;
mod cells;
mod chain;
mod maths;
mod philox;
mod quantiles;
mod sobol;
mod weights;

pub(crate) use cells::Cells;
pub(crate) use maths::{exp, ln, logistic, normal_quantile};
pub(crate) use quantiles::Quantiles;
pub(crate) use weights::WeightDraws;

/// Draws worked out side by side.
pub(crate) const LANES: usize = 128;

/// One number for each of the draws side by side.
pub(crate) type Lanes = [f64; LANES];
