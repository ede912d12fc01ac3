//! The decision-aid document: options, outcomes, figures, sources, texts.

pub mod document;
mod ids;

pub use ids::{HorizonId, IdError, OptionId, OutcomeId, ReferenceClassId, SourceId};
