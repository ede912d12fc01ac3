//! The decision-aid document: options, outcomes, figures, sources, texts.
//!
//! [`document::Document`] is what a file says; [`Aid`] is the checked form, the only one the rest of core
//! accepts. [`Aid::check`] gives every [`Problem`] at once.

mod check;
mod checked;
pub mod document;
mod gap;
#[cfg(feature = "spoken")]
mod hash;
mod model;
#[cfg(feature = "authoring")]
mod prose;
pub(crate) mod read;
mod reference;

#[cfg(feature = "authoring")]
pub(crate) use check::{Text, TextKind, every_text as texts};
#[cfg(feature = "authoring")]
pub(crate) use prose::{Plain, ascii, lint, numbers, sentences};
#[cfg(feature = "authoring")]
pub(crate) use reference::FigureRef;
pub(crate) use reference::{Piece, pieces};

pub use crate::date::Date;
#[cfg(feature = "spoken")]
pub use crate::format::MOST_PROBLEMS;
#[cfg(feature = "authoring")]
pub(crate) use crate::format::first;
pub use crate::format::{Code, Place, PlaceStep, Problem, Severity};
#[cfg(feature = "authoring")]
pub(crate) use crate::ids::is_version;
pub use crate::ids::{HorizonId, IdError, OptionId, OutcomeId, ReferenceClassId, SourceId};
pub use checked::{Aid, AidError, MAX_BYTES};
pub use gap::{Between, GapKind, MissingFigure, Stand};
#[cfg(feature = "spoken")]
pub use hash::ContentHash;
pub use model::{Cell, Compared, Measure, Outcome, Row, Same, Study, TreatmentOption};
