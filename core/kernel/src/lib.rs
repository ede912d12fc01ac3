//! The loops of the engine that a person waits for, several draws at a time: random numbers, sorting, totals, counting.
//!
//! A crate of its own so that it can be compiled for speed where all else is compiled for size. Only addition,
//! subtraction, multiplication, division, square root and comparison of floats are used, which every platform rounds the
//! same way, with vector instructions or without; logarithm and exponential are worked out from them. So a result is the
//! same to the last bit wherever it runs. Nothing here fails: lengths are fixed by types, and what is out of bounds is
//! left alone.
#![warn(missing_docs)]
#![expect(
    clippy::indexing_slicing,
    reason = "dense kernels: rows have a fixed number of lanes, and every index is bounded by it or masked"
)]

mod faces;
mod front;
mod lanes;
mod maths;
mod order;
mod quantiles;

mod sobol;
mod sort;
mod table;
mod threefry;
mod totals;
mod walks;

pub use faces::{bin, divide, pick, to_faces};
pub use front::{Mixture, unbeaten};
pub use maths::{fraction, normal_pair};
pub use order::{Counts, order_keys, order_of, ties};
pub use quantiles::{Base, Curve, Read};
pub use sobol::{DIMENSIONS, Dimension};
pub use sort::sort_rows;
pub use table::Table;
pub use threefry::Stream;
pub use totals::{add, add_product, add_spread, between, fractions, line, mix, narrow, square, swap_halves};
pub use walks::{measure, step};

/// Draws worked out side by side.
pub const LANES: usize = 128;

/// One number for each of the draws side by side.
pub type Lanes = [f64; LANES];

/// One number of single precision for each: enough for what is drawn, as a draw is not known more exactly.
pub type Singles = [f32; LANES];

/// One whole number for each.
pub type WholeNumbers = [u32; LANES];

/// Natural logarithm of a positive, finite, normal number, to the last bit or two.
#[must_use]
#[inline(never)]
pub fn ln(x: f64) -> f64 {
    maths::ln(x)
}

/// Exponential; arguments are held to -708 … 709, where the result is an ordinary number.
#[must_use]
#[inline(never)]
pub fn exp(x: f64) -> f64 {
    maths::exp(x)
}

/// `1 / (1 + exp(-x))`.
#[must_use]
pub fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + exp(-x))
}

/// Quantile of the standard normal distribution.
#[must_use]
#[inline(never)]
pub fn normal_quantile(p: f64) -> f64 {
    maths::normal_quantile(p)
}
