//! What each step shows, as data.
//!
//! Each function takes the checked aid and the consultation and gives everything its step shows: every number is
//! a sentence or a count of people, every list in the aid's order. Nothing is kept between calls.
//!
//! ```
//! use weighup_core::aid::Aid;
//! use weighup_core::aid::document::Results;
//! use weighup_core::consultation::Consultation;
//! use weighup_core::view::{self, FitView, Here, View, ViewName};
//!
//! let aid = Aid::from_json(include_str!("../../examples/made-up.json"))?;
//! let consultation = Consultation::new(&aid);
//!
//! // Step by step, each with a type of its own.
//! assert_eq!(view::frame(&aid, &consultation, &Here).short_title, aid.short_title());
//! assert!(!view::about(&aid, &consultation, &Here).purpose.is_empty());
//! assert!(!view::what_matters(&aid, &consultation).boxes.is_empty());
//! assert!(!view::choice(&aid, &consultation).decision.is_empty());
//! assert_eq!(view::options(&aid, &consultation).len(), 2);
//! assert_eq!(view::compare(&aid, &consultation).outcomes.len(), 2);
//! assert!(!view::compare_table(&aid, &consultation).rows.is_empty());
//! assert!(!view::weigh(&aid, &consultation).can_be_read);
//! // Nothing was said yet, and so nothing is worked out.
//! assert!(matches!(view::fit(&aid, &consultation, Results::Fit, &Here), FitView::NotYet { .. }));
//!
//! // Or by name, for programs: every view can be written as JSON.
//! for name in ViewName::ALL {
//!     let json = serde_json::to_string(&view::view(&aid, &consultation, Results::Fit, name))?;
//!     assert!(!json.is_empty(), "{name}");
//! }
//! assert!(matches!("compare".parse(), Ok(ViewName::Compare)));
//! # let _: Option<View> = None;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod appointment;
mod change;
mod compare;
mod decide;
mod every;
mod fit;
mod frame;
mod group;
mod heads;
mod items;
mod limits;
mod marks;
mod matrix;
mod measured;
mod named;
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
mod times;
mod types;
mod weigh;

pub use appointment::appointment;
pub(crate) use compare::saying;
pub use compare::{compare, compare_table};
pub use decide::decide;
pub use every::every_card;
#[cfg(feature = "spoken")]
pub use fit::Desk;
#[cfg(feature = "authoring")]
pub(crate) use fit::standing;
pub use fit::{
    Absent, DRAWS, Engine, Here, NoEngine, SLICE, SWING_BAND, Slice, TIMES_BAND, WORK, Working, agreement,
    ask, ask_agreement, fit, fit_ahead, read_agreement, read_fit,
};
pub use frame::{frame, stamp, their_words, undo};
pub use marks::marks;
#[cfg(feature = "authoring")]
pub use named::headless_schema;
pub use named::{NoView, View, ViewName, view};
pub use notice::review_notice;
pub use panel::panel;
pub use reading::{about, choice, options, what_matters};
pub use ready::ready;
pub use rich::rich;
pub(crate) use summary::shown_rows;
pub use summary::summary;
pub(crate) use table::count_and_range;
pub use types::*;
pub use weigh::weigh;
