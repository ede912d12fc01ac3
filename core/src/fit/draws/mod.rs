//! Draws weights and figures at random. The same seed gives the same numbers, to the last bit, on every machine.
//!
//! Random numbers come from a counter (`weighup_kernel::Stream`), so a draw depends only on the seed and its own number,
//! not on the order or the number of threads. The loops over draws are in `weighup_kernel`.

mod band;
mod cells;
mod chain;
mod weights;

use crate::values::Constraint;

pub(crate) use cells::{Cells, singles};
pub(crate) use weights::{Drawing, SimplexDraws, WeightDraws};

/// The most draws that a centre is the mean of, and the number that they follow from.
const CENTRE: (u64, u64) = (4_096, 1);

/// The centre of gravity of the weights of `n` outcomes that satisfy every row, as the mean of draws that `work` steps allow. `None`
/// where no weights can be drawn.
pub(crate) fn centre(n: usize, rows: &[Constraint], work: u64) -> Option<Vec<f64>> {
    let (draws, seed) = CENTRE;
    chain::walk(n, rows, draws, seed, work).ok()?.finish().mean()
}
