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
    Span,
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

    /// Whether it measures sampling error at 95 %. A [`RangeBasis::Span`] does not: it is the lowest and highest
    /// of several published points, and the fit reads it as "anywhere between" with no shape of its own.
    #[must_use]
    pub fn is_interval(self) -> bool {
        !matches!(self.kind, RangeBasis::Span)
    }
}
