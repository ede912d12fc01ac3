//! What can be wrong with a problem.

use crate::fit::{AcceptabilityError, FitError, ValueError};
use crate::values::ValuesError;

/// A problem that cannot be worked out: where, and what to do.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ComputeError {
    /// No outcomes.
    #[error("outcomes: there are none: give at least one")]
    NoOutcomes,
    /// Every outcome's range is a single number.
    #[error("outcomes: no range is more than a single number, so there is nothing to weigh")]
    NothingToWeigh,
    /// An id used twice, or empty.
    #[error("{place}: `{id}` is {what}: give each its own, non-empty id")]
    Id {
        /// Where.
        place: String,
        /// The id.
        id: String,
        /// Twice, or empty.
        what: &'static str,
    },
    /// An id that is not an outcome or option.
    #[error("{place}: `{id}` is not {what} of this problem: check the spelling")]
    Unknown {
        /// Where.
        place: String,
        /// The id.
        id: String,
        /// An outcome or an option.
        what: &'static str,
    },
    /// Something needed is not there.
    #[error("{place}: {what} is missing: {remedy}")]
    Missing {
        /// Where.
        place: String,
        /// What.
        what: String,
        /// What to do.
        remedy: &'static str,
    },
    /// A value function.
    #[error("{place}: {source}")]
    Value {
        /// Where.
        place: String,
        /// What is wrong.
        source: ValueError,
    },
    /// A figure.
    #[error("{place}: {source}")]
    Figure {
        /// Where.
        place: String,
        /// What is wrong.
        source: FitError,
    },
    /// An answer about what matters.
    #[error("{place}: {message}")]
    Answer {
        /// Where.
        place: String,
        /// What is wrong, with ids.
        message: String,
        /// What is wrong.
        source: ValuesError,
    },
    /// Statements that contradict each other.
    #[error("weights.statements: these cannot all be true: {}; change one of them", .statements.join("; "))]
    Contradiction {
        /// Place of each in the list, from 0.
        places: Vec<usize>,
        /// Each in words.
        statements: Vec<String>,
    },
    /// The draws.
    #[error("draws: {0}")]
    Draws(
        /// What is wrong.
        AcceptabilityError,
    ),
    /// More draws than a count can hold.
    #[error("draws: {draws} is too many: ask for at most {most}")]
    TooManyDraws {
        /// How many were asked for.
        draws: u32,
        /// How many there may be.
        most: u32,
    },
    /// More options or outcomes than are worked out.
    #[error("{place}: {count} is too many: give at most {most}")]
    TooMany {
        /// Outcomes or options.
        place: &'static str,
        /// How many there are.
        count: usize,
        /// How many there may be.
        most: usize,
    },
}

impl ComputeError {
    /// Most draws.
    pub const MOST_DRAWS: u32 = 100_000_000;
    /// Most outcomes.
    pub const MOST_OUTCOMES: usize = 64;
    /// Most options.
    pub const MOST_OPTIONS: usize = 64;
    /// Most statements about what matters.
    pub const MOST_STATEMENTS: usize = 200;

    /// A short, stable name of the kind of error, for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoOutcomes => "no-outcomes",
            Self::NothingToWeigh => "nothing-to-weigh",
            Self::Id { .. } => "id",
            Self::Unknown { .. } => "unknown-id",
            Self::Missing { .. } => "missing",
            Self::Value { .. } => "value-function",
            Self::Figure { .. } => "figure",
            Self::Answer { .. } => "answer",
            Self::Contradiction { .. } => "contradiction",
            Self::Draws(_) | Self::TooManyDraws { .. } => "draws",
            Self::TooMany { .. } => "too-many",
        }
    }

    /// Where in the problem, as a path of field names and ids.
    #[must_use]
    pub fn place(&self) -> &str {
        match self {
            Self::NoOutcomes | Self::NothingToWeigh => "outcomes",
            Self::Id { place, .. }
            | Self::Unknown { place, .. }
            | Self::Missing { place, .. }
            | Self::Value { place, .. }
            | Self::Figure { place, .. }
            | Self::Answer { place, .. } => place,
            Self::Contradiction { .. } => "weights.statements",
            Self::Draws(_) | Self::TooManyDraws { .. } => "draws",
            Self::TooMany { place, .. } => place,
        }
    }
}
