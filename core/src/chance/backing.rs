//! What stands behind every number: when, of whom, how sure, and where from.

use std::sync::Arc;

use serde::Serialize;

use super::{Horizon, ReferenceClass};
use crate::format::Form;
use crate::ids::SourceId;

/// How far a figure has been checked against its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(rename = "StatusDoc")
)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Read in the source itself or its abstract.
    Verified,
    /// Read in a secondary copy that names the source.
    VerifiedSecondary,
    /// Worked out from verified figures; the note shows how.
    Derived,
}

/// GRADE certainty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(rename = "CertaintyDoc")
)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// Very low.
    VeryLow,
    /// Low.
    Low,
    /// Moderate.
    Moderate,
    /// High.
    High,
}

/// What a figure and an amount have in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Backing {
    /// When.
    pub horizon: Arc<Horizon>,
    /// Who.
    pub class: Arc<ReferenceClass>,
    /// How sure the evidence is (GRADE); may be absent only when the number has a range.
    pub certainty: Option<Certainty>,
    /// Why, one sentence.
    pub certainty_why: Option<String>,
    /// How far the source was read.
    pub status: Status,
    /// Sources; at least one.
    pub sources: Vec<SourceId>,
}

/// Why a number has too little behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackingError {
    /// Neither a range nor a certainty.
    #[error("there is neither a range nor a certainty")]
    NeitherRangeNorCertainty,
    /// No source.
    #[error("there is no source")]
    NoSource,
}

impl Backing {
    /// Whether it is enough for a number with a range, or without.
    pub(super) fn enough(&self, range: bool) -> Result<(), BackingError> {
        if !range && self.certainty.is_none() {
            return Err(BackingError::NeitherRangeNorCertainty);
        }
        if self.sources.is_empty() {
            return Err(BackingError::NoSource);
        }
        Ok(())
    }
}

/// What a type with `fn backing(&self) -> &Backing` says of it.
macro_rules! backed {
    ($number:ty) => {
        impl $number {
            /// When.
            #[must_use]
            pub fn horizon(&self) -> &Horizon {
                &self.backing().horizon
            }

            /// Who.
            #[must_use]
            pub fn class(&self) -> &ReferenceClass {
                &self.backing().class
            }

            /// How sure the evidence is.
            #[must_use]
            pub fn certainty(&self) -> Option<Certainty> {
                self.backing().certainty
            }

            /// Why that sure.
            #[must_use]
            pub fn certainty_why(&self) -> Option<&str> {
                self.backing().certainty_why.as_deref()
            }

            /// How far the source was read.
            #[must_use]
            pub fn status(&self) -> Status {
                self.backing().status
            }

            /// Where it comes from; never empty.
            #[must_use]
            pub fn sources(&self) -> &[SourceId] {
                &self.backing().sources
            }
        }
    };
}

pub(super) use backed;
