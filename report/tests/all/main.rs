//! What the report promises, each part in a file of its own; one program, since each would link the whole engine again.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests: failing is how they report"
)]

mod attack;
mod command;
mod forms;
mod private;
mod questions;
mod reading;
mod server;
mod stores;
mod support;
mod truths;
