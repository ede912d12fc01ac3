//! Why nothing can be given, a line cannot be read, or questions are not asked.

use super::MOST_ITEMS;
use super::value::{GIVEN_VERSION, MAX_GIVEN_BYTES};
#[cfg(feature = "spoken")]
use super::{GivenFault, MAX_GIVEN_TEXT_BYTES};
use crate::consultation::RestoreError;
use crate::measures::NotScored;

/// Why there is no line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GivenError {
    /// Not 128 random bits.
    #[error("`{given}` is not an id: hand in 128 random bits as 22 letters of base64url")]
    NotAnId {
        /// What was given.
        given: String,
    },
    /// Not a month.
    #[error("`{given}` is not a month: write it as 2026-11")]
    NotAMonth {
        /// What was given.
        given: String,
    },
    /// What was asked for is not as it has to be.
    #[error("what was asked for is not readable: at `{place}`, {what}")]
    Asked {
        /// Where in it.
        place: String,
        /// What is wrong.
        what: String,
    },
    /// The answers could not be read.
    #[error(transparent)]
    Restore(#[from] RestoreError),
    /// Answers to a questionnaire that may not be handed on.
    #[error("the answers to `{measure}` cannot be given: {why}")]
    Answers {
        /// Which questionnaire.
        measure: String,
        /// What is wrong with them.
        why: NotScored,
    },
    /// Not a line of what a person gave.
    #[cfg(feature = "spoken")]
    #[error("this line is not what a person gave: at `{place}`, {what}")]
    Unreadable {
        /// Where in it.
        place: String,
        /// What is wrong.
        what: String,
        /// The same without a word of what stands there.
        fault: GivenFault,
    },
    /// Of a later version.
    #[error("this line is of version {found}, and this program reads up to {GIVEN_VERSION}: use a newer one")]
    Newer {
        /// Its version.
        found: u32,
    },
    /// More lines than are read at once.
    #[cfg(feature = "spoken")]
    #[error(
        "this text has {bytes} bytes and the limit is {MAX_GIVEN_TEXT_BYTES}: read it in parts that end where a line does"
    )]
    TooMuch {
        /// How long it is.
        bytes: usize,
    },
    /// Longer than any line.
    #[error("this line has {bytes} bytes and the limit is {MAX_GIVEN_BYTES}: it is not what a person gave")]
    TooLong {
        /// How long it is.
        bytes: usize,
    },
}

/// Why questions that a deployment brought are not asked. Whoever runs the page reads it; a person is asked nothing then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QuestionsError {
    /// Not a file of questions.
    #[error("this is not a file of questions: at `{place}`, {what}")]
    Unreadable {
        /// Where in it.
        place: String,
        /// What is wrong.
        what: String,
    },
    /// Of another version.
    #[error("questions of version {found} are not known here: use version 1")]
    Version {
        /// Its version.
        found: u32,
    },
    /// Neither a known questionnaire nor the deployment's own.
    #[error(
        "`{id}` is no questionnaire that is known here: use `collaborate`, `sure`, or a name of your own that begins with `own-`"
    )]
    NotKnown {
        /// Its name.
        id: String,
    },
    /// Too many or too few items.
    #[error("`{lang}` has {found} items: {expected}")]
    Items {
        /// The language.
        lang: String,
        /// How many it has.
        found: usize,
        /// What it has to have, in words.
        expected: ItemsExpected,
    },
    /// Another scale than the questionnaire's.
    #[error("the scale is {low} to {high}: {expected}")]
    Scale {
        /// Lowest answer.
        low: u8,
        /// Highest answer.
        high: u8,
        /// What it has to be, in words.
        expected: ScaleExpected,
    },
    /// About a visit, and to be asked of anybody.
    #[error("`{id}` asks about a visit that has been: write `\"when\": \"after\"`")]
    BeforeAVisit {
        /// Its name.
        id: String,
    },
    /// Nothing says who holds the rights in the wording.
    #[error("`licence` is empty: say who wrote the questions and under which terms you may show them")]
    NoLicence,
    /// No wording, or an empty one.
    #[error("`{place}` is empty: write it as its authors published it")]
    Empty {
        /// Where.
        place: String,
    },
    /// Two wordings in one language.
    #[error("there are two wordings in `{lang}`: keep one")]
    Twice {
        /// The language.
        lang: String,
    },
}

/// How many items there may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemsExpected {
    /// As many as the questionnaire has.
    Exactly(usize),
    /// No more than people are asked.
    AtMost,
}

impl std::fmt::Display for ItemsExpected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Exactly(items) => write!(f, "this questionnaire has {items}"),
            Self::AtMost => write!(f, "ask one to {MOST_ITEMS}"),
        }
    }
}

/// Which scale there may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScaleExpected {
    /// That of the questionnaire.
    Exactly(u8, u8),
    /// One that fits on a phone.
    Short,
}

impl std::fmt::Display for ScaleExpected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Exactly(low, high) => write!(f, "this questionnaire goes from {low} to {high}"),
            Self::Short => write!(f, "begin lower than you end, and end at 10 or lower"),
        }
    }
}
