//! The range around a figure.

use super::Proportion;

/// Where a range comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeBasis {
    /// Wilson's score interval, 95 %, worked out from the counts.
    Wilson95,
    /// Clopper and Pearson's exact binomial interval, 95 %, worked out from the counts.
    Exact95,
    /// A published 95 % confidence or credible interval.
    PublishedInterval95,
    /// Lowest and highest of several published points.
    Span(Across),
}

/// What differs between the published points of a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Across {
    /// The studies.
    Studies,
    /// The times.
    Times,
    /// Something else, which the row's note says; in a file of format 1 or 2 perhaps nothing.
    NotSaid,
}

/// A range: low end, high end, and what it is. Built by [`super::Figure`] only, so it contains the figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    low: Proportion,
    high: Proportion,
    kind: RangeBasis,
}

impl Range {
    pub(super) fn new(low: Proportion, high: Proportion, kind: RangeBasis) -> Self {
        Self { low, high, kind }
    }

    /// Low end.
    #[must_use]
    pub fn low(self) -> Proportion {
        self.low
    }

    /// High end.
    #[must_use]
    pub fn high(self) -> Proportion {
        self.high
    }

    /// What it is.
    #[must_use]
    pub fn kind(self) -> RangeBasis {
        self.kind
    }

    /// Whether it measures how far off the figure may be, by chance, at 95 %. Only then are the people between its ends
    /// drawn as half certain and does the fit read it as doubt. Others run from one published figure to another: they are
    /// said in words.
    #[must_use]
    pub fn is_interval(self) -> bool {
        match self.kind {
            RangeBasis::Wilson95 | RangeBasis::Exact95 | RangeBasis::PublishedInterval95 => true,
            RangeBasis::Span(_) => false,
        }
    }
}
