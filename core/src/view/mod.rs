//! What each step shows, as data.

mod types;

pub use types::*;
