//! What each step shows, as data.
//!
//! Each function takes the checked aid and the consultation and gives everything its step shows: every number is
//! a sentence or a count of people, every list in the aid's order. Nothing is kept between calls.

mod compare;
pub(crate) mod english;
mod frame;
pub(crate) mod heads;
mod items;
mod limits;
mod reading;
pub(crate) mod table;
mod types;
mod weigh;

pub use compare::{compare, compare_table};
pub use frame::frame;
pub use reading::{about, choice, options, what_matters};
pub use types::*;
pub use weigh::weigh;
