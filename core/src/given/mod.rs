//! What a person may give at the end: one line of facts about a visit and a few answers, for whoever counts whether a
//! decision aid helped.
//!
//! The line is a typed value made of words from closed lists, identifiers of the aid and small numbers, so that nothing a person
//! wrote can be in it, and nothing that tells who they are. It is shown whole, in words and as it is stored, before anybody gives
//! it. Core draws no random number and knows no day: both are handed in.

mod asked;
mod error;
#[cfg(feature = "spoken")]
mod facts;
#[cfg(feature = "spoken")]
mod listed;
#[cfg(feature = "spoken")]
mod making;
mod offer;
#[cfg(feature = "spoken")]
mod questions;
#[cfg(feature = "spoken")]
mod read;
#[cfg(feature = "spoken")]
mod said;
#[cfg(feature = "authoring")]
mod schema;
#[cfg(feature = "spoken")]
mod several;
pub mod shape;
mod value;
mod ways;

pub use asked::{FirstSaid, GivenAsked};
pub use error::{GivenError, ItemsExpected, QuestionsError, ScaleExpected};
#[cfg(feature = "spoken")]
pub use listed::Listed;
pub use offer::{AskedNow, GivenLine, GivenOffer, LONGEST_FORM, MOST_ITEMS};
#[cfg(feature = "spoken")]
pub use questions::{Questions, QuestionsFormat, QuestionsWhen, QuestionsWording};
#[cfg(feature = "spoken")]
pub use read::GivenFault;
#[cfg(feature = "authoring")]
pub use schema::{given_schema, questions_schema};
#[cfg(feature = "spoken")]
pub use several::{GivenRead, GivenRefusal, MAX_GIVEN_TEXT_BYTES, RefusedAs};
pub use value::*;
pub use ways::{GivenWay, ways};
