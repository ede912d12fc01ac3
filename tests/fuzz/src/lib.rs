//! Hostile input: damaged files and sequences of actions, drawn from real ones by a number alone.
//!
//! This library draws and counts; it knows nothing of Weighup. What is run is in the program beside it, and in the tests of
//! crates that are no library.

mod draw;
mod lines;
mod run;
mod tree;

pub use draw::{Draw, ODD, damaged};
pub use lines::moved;
pub use run::{Came, Tried, run, stop_after};
pub use tree::changed;
