//! What each step shows, as data: every number already a sentence or a count of people, every list in the
//! aid's order. The front end lays these out; it computes nothing and words no number.

mod common;
mod compare;
mod fit;
mod frame;
mod gap;
mod marks;
mod matrix;
mod reading;
mod ready;
mod score;
mod summary;
mod weigh;

pub use common::*;
pub use compare::*;
pub use fit::*;
pub use frame::*;
pub use gap::*;
pub use marks::*;
pub use matrix::*;
pub use reading::*;
pub use ready::*;
pub use score::*;
pub use summary::*;
pub use weigh::*;
