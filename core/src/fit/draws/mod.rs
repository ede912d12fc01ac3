//! Draws weights and figures at random. The same seed gives the same numbers, to the last bit, on every machine.
//!
//! Random numbers come from a counter (`weighup_kernel::Stream`), so a draw depends only on the seed and its own number,
//! not on the order or the number of threads. The loops over draws are in `weighup_kernel`.

mod band;
mod cells;
mod chain;
mod weights;

pub(crate) use cells::{Cells, singles};
pub(crate) use weights::{SimplexDraws, WeightDraws};
