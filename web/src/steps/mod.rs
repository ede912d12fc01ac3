//! The steps of the path: one folder each, with its styles. Each lays out one view of core's.

mod about;
mod choice;
mod compare;
mod decide;
mod fit;
mod options;
mod ready;
mod summary;
mod weigh;
mod what_matters;

pub use about::about;
pub use choice::choice;
pub use compare::compare;
pub(crate) use compare::order_control;
pub use decide::decide;
pub(crate) use decide::{how_sure, review, sides, stands};
pub use fit::fit;
pub use options::options;
pub use ready::ready;
pub(crate) use ready::{prompts, questions, said};
pub use summary::summary;
pub(crate) use weigh::turn_title;
pub use weigh::weigh;
pub use what_matters::what_matters;
