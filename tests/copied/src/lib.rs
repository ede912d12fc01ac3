//! A copy of the repository with slips in its sources, and the programs of tests that cargo makes of it.
//!
//! `cargo xtask broken` and `cargo xtask mutants` both break a copy, each slip behind a switch, and run tests there. Which slips those
//! are, and what is asked of the tests, is theirs. It knows no crate of Weighup, so that the build tool may stand on it.

mod copy;
mod programs;

pub use copy::{Copied, Switch, known_to_git};
pub use programs::{CargoLine, Diagnostic, Program, Span, cargo};
