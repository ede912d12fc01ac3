//! Why an option has no figure, and what it is weighed as all the same.

use crate::chance::{Decimal, Proportion};
use crate::words::{Words, say};

/// Why there is no figure.
#[derive(Clone, Debug, PartialEq)]
pub struct MissingFigure {
    /// In the author's words.
    pub why: String,
    /// What kind of gap it is.
    pub kind: GapKind,
}

/// What kind of gap it is, with what only that kind has.
#[derive(Clone, Debug, PartialEq)]
pub enum GapKind {
    /// The outcome cannot happen with the option, or means nothing there.
    DoesNotApply {
        /// What it is weighed as, where the author says so.
        counts_as: Option<Stand>,
    },
    /// Somebody looked and found no study.
    NoStudy {
        /// Where and when.
        searched: String,
        /// What it may be, by the author's judgement.
        between: Option<Between>,
    },
    /// There are, or may be, studies that the authors have not read.
    NotRead {
        /// What it may be, by the author's judgement.
        between: Option<Between>,
    },
    /// The author did not say which: a file of format 1 or 2.
    NotSaid,
}

/// What a figure that is not known may be.
#[derive(Clone, Debug, PartialEq)]
pub struct Between {
    /// The lowest.
    pub low: Stand,
    /// The highest; it is not below the lowest.
    pub high: Stand,
    /// Why it cannot be less or more.
    pub why: String,
}

/// A value on an outcome's own scale that no study measured: it is weighed, and never shown as a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stand {
    /// A share of people.
    People(Proportion),
    /// An amount.
    Amount(Decimal),
    /// A level: its place, and how good it is.
    Level(usize, f64),
}

impl Stand {
    /// The value to weigh by, as [`Cell::number`].
    #[must_use]
    pub fn number(&self) -> f64 {
        match self {
            Self::People(share) => share.value(),
            Self::Amount(amount) => amount.value(),
            Self::Level(_, value) => *value,
        }
    }
}

impl MissingFigure {
    /// Whether it may be weighed as anything within a range: its author said what kind of gap it is, and there is
    /// something to be known.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.kind, GapKind::NoStudy { .. } | GapKind::NotRead { .. })
    }

    /// What it may be, where the author says so.
    #[must_use]
    pub fn between(&self) -> Option<&Between> {
        match &self.kind {
            GapKind::NoStudy { between, .. } | GapKind::NotRead { between } => between.as_ref(),
            GapKind::DoesNotApply { .. } | GapKind::NotSaid => None,
        }
    }

    /// What stands where a figure would, in a sentence: each kind of gap has its own.
    #[must_use]
    pub fn said(&self, words: &Words) -> String {
        match self.kind {
            GapKind::DoesNotApply { .. } => say!(words, "This does not apply."),
            GapKind::NoStudy { .. } => say!(words, "We looked and found no study of this."),
            GapKind::NotRead { .. } => say!(words, "We have not read a study of this. There may be some."),
            GapKind::NotSaid => words.not_known(),
        }
    }

    /// The reason in the author's words, and where somebody looked.
    #[must_use]
    pub fn reason(&self, words: &Words) -> String {
        match &self.kind {
            GapKind::NoStudy { searched, .. } => {
                let looked = say!(
                    words,
                    "We looked here: {searched}.",
                    searched = searched.trim_end_matches('.')
                );
                [self.why.as_str(), " ", &looked].concat()
            }
            GapKind::DoesNotApply { .. } | GapKind::NotRead { .. } | GapKind::NotSaid => self.why.clone(),
        }
    }
}
