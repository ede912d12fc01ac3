//! The decision-aid document: options, outcomes, figures, sources, texts.
//!
//! [`document::Document`] is what a file says; [`Aid`] is the checked form, the only one the rest of core
//! accepts. [`Aid::check`] gives every [`Problem`] at once.

mod at;
mod check;
mod checked;
mod date;
pub mod document;
#[cfg(feature = "spoken")]
mod hash;
mod ids;
mod model;
mod problem;
#[cfg(feature = "authoring")]
mod prose;
pub(crate) mod read;
mod reference;

pub(crate) use at::At;
#[cfg(feature = "authoring")]
pub(crate) use check::{Text, TextKind, every_text as texts};
#[cfg(feature = "authoring")]
pub(crate) use prose::{ascii, lint, sentences};
#[cfg(feature = "authoring")]
pub(crate) use reference::{FigureRef, Piece, pieces};

pub use checked::{Aid, AidError, MAX_BYTES};
pub use date::Date;
#[cfg(feature = "spoken")]
pub use hash::ContentHash;
pub use ids::{HorizonId, IdError, OptionId, OutcomeId, ReferenceClassId, SourceId};
pub use model::{Cell, Measure, Outcome, Row, TreatmentOption};
pub use problem::{Code, Place, PlaceStep, Problem, Severity};
