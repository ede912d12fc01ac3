//! What each step shows, as data.
//!
//! Each function takes the checked aid and the consultation and gives everything its step shows: every number is
//! a sentence or a count of people, every list in the aid's order. Nothing is kept between calls.

mod change;
mod compare;
mod decide;
mod fit;
mod frame;
mod group;
mod heads;
mod items;
mod limits;
mod marks;
mod matrix;
mod measured;
mod notice;
mod order;
mod panel;
mod ratio;
mod reading;
mod ready;
mod rich;
mod score;
mod studies;
mod summary;
mod table;
mod tested;
mod types;
mod weigh;

pub use compare::{compare, compare_table};
pub use decide::decide;
#[cfg(feature = "spoken")]
pub use fit::answer;
pub use fit::{
    Absent, DRAWS, Engine, Here, NoEngine, SWING_BAND, TIMES_BAND, WORK, agreement, ask, ask_agreement, fit,
    read_agreement, read_fit,
};
pub use frame::{frame, stamp};
pub use marks::marks;
pub use notice::review_notice;
pub use panel::panel;
pub use reading::{about, choice, options, what_matters};
pub use ready::ready;
pub use rich::rich;
pub use summary::summary;
pub use types::*;
pub use weigh::weigh;
