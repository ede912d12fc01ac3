//! What each step shows, as data.
//!
//! Each function takes the checked aid and the consultation and gives everything its step shows: every number is
//! a sentence or a count of people, every list in the aid's order. Nothing is kept between calls.

mod change;
pub(crate) mod compare;
pub(crate) mod decide;
pub(crate) mod english;
mod fit;
mod frame;
pub(crate) mod group;
pub(crate) mod heads;
pub(crate) mod items;
pub(crate) mod limits;
mod measured;
pub(crate) mod order;
mod panel;
mod reading;
mod ready;
pub(crate) mod table;
pub(crate) mod tested;
mod types;
pub(crate) mod weigh;

pub use crate::record::summary;
pub use compare::{compare, compare_table};
pub use decide::decide;
#[cfg(feature = "spoken")]
pub use fit::answer;
pub use fit::{
    Absent, DRAWS, Engine, Here, NoEngine, SWING_BAND, TIMES_BAND, WORK, ask, ask_beside, beside, fit, told,
    told_beside,
};
pub use frame::{frame, stamp};
pub use panel::panel;
pub use reading::{about, choice, options, what_matters};
pub use ready::ready;
pub use types::*;
pub use weigh::weigh;
