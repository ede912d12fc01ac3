//! A figure: the only form a probability has.

use super::backing::backed;
use super::interval::difference_has_zero;
use super::{
    Analysis, Backing, BackingError, Certainty, Denominator, Horizon, PeopleCount, Proportion, Range,
    RangeBasis, ReferenceClass, Status, interval,
};
use crate::ids::SourceId;

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// People counted in a study.
    Counted {
        /// People who had the outcome.
        events: u32,
        /// People counted.
        people: u32,
    },
    /// A published rate in whole people.
    Published {
        /// People who have the outcome.
        count: u32,
        /// 100, 1,000 or 10,000.
        per: u32,
    },
}

impl Basis {
    /// The count and its denominator.
    #[must_use]
    pub fn counts(self) -> (u32, u32) {
        match self {
            Self::Counted { events, people } => (events, people),
            Self::Published { count, per } => (count, per),
        }
    }
}

/// Where a range is to come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeGiven {
    /// Published, in people of the figure's own denominator.
    Published {
        /// Low end.
        low: u32,
        /// High end.
        high: u32,
        /// [`RangeBasis::PublishedInterval95`] or [`RangeBasis::Span`].
        kind: RangeBasis,
    },
    /// Wilson's interval from the counts.
    Wilson95,
    /// The exact interval from the counts.
    Exact95,
}

/// What a figure is built from.
#[derive(Clone, Debug)]
pub struct FigureParts {
    /// Counts.
    pub basis: Basis,
    /// One figure was published for all the groups together.
    pub pooled: bool,
    /// Range; may be absent only when there is a certainty.
    pub range: Option<RangeGiven>,
    /// When, of whom, how sure, where from.
    pub backing: Backing,
}

/// Why a figure cannot exist.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FigureError {
    /// Nobody counted.
    #[error("0 people were counted, so there is no figure")]
    NoPeople,
    /// Not one of the three denominators.
    #[error("{per} is not a denominator: use 100, 1000 or 10000")]
    BadDenominator {
        /// The number given.
        per: u32,
    },
    /// A count above its denominator.
    #[error("{count} of {whole} is more than everybody")]
    AboveDenominator {
        /// The count.
        count: u32,
        /// Its denominator.
        whole: u32,
    },
    /// High end below low end.
    #[error("the range runs from {low} down to {high}")]
    RangeUpsideDown {
        /// Low end.
        low: u32,
        /// High end.
        high: u32,
    },
    /// The figure is outside its own range.
    #[error("{count} is outside its own range, {low} to {high}")]
    OutsideRange {
        /// The count.
        count: u32,
        /// Low end.
        low: u32,
        /// High end.
        high: u32,
    },
    /// An interval asked of a published rate.
    #[error("an interval can only be worked out from people counted, not from a published rate")]
    IntervalNeedsCounts,
    /// Too little behind it.
    #[error(transparent)]
    Backing(#[from] BackingError),
}

/// A count of people out of a denominator, for a group, at a time, with its range or certainty and its source.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    basis: Basis,
    share: Proportion,
    pooled: bool,
    range: Option<Range>,
    backing: Backing,
}

backed!(Figure);

impl Figure {
    /// A figure, when its parts hold together.
    ///
    /// # Errors
    /// The first thing that is wrong; see [`FigureError`].
    pub fn new(parts: FigureParts) -> Result<Self, FigureError> {
        let share = checked_share(parts.basis)?;
        let range = parts
            .range
            .map(|given| checked_range(parts.basis, given))
            .transpose()?;
        parts.backing.enough(range.is_some())?;
        Ok(Self {
            basis: parts.basis,
            share,
            pooled: parts.pooled,
            range,
            backing: parts.backing,
        })
    }

    /// When, of whom, how sure, where from.
    #[must_use]
    pub fn backing(&self) -> &Backing {
        &self.backing
    }

    /// What was counted or published.
    #[must_use]
    pub fn basis(&self) -> Basis {
        self.basis
    }

    /// The share of people, exact.
    #[must_use]
    pub fn share(&self) -> Proportion {
        self.share
    }

    /// The share of people, 0 to 1.
    #[must_use]
    pub fn proportion(&self) -> f64 {
        self.share.value()
    }

    /// People of a denominator.
    #[must_use]
    pub fn people(&self, of: Denominator) -> PeopleCount {
        of.people(self.share)
    }

    /// Whether the studies leave it open that the two are the same: both have a 95 % interval, and the interval of their
    /// difference has 0 in it. The interval of the difference is made from the two intervals (method 10 of Newcombe 1998,
    /// Statistics in Medicine 17: 873; for any pair of intervals Zou and Donner 2008, the same journal 27: 1693). It is narrower
    /// than ranges that overlap make one think.
    #[must_use]
    pub fn not_told_from(&self, other: &Self) -> bool {
        let (Some(a), Some(b)) = (self.range(), other.range()) else {
            return false;
        };
        let ends = |range: Range, at: f64| [range.low().value(), at, range.high().value()];
        a.is_interval()
            && b.is_interval()
            && difference_has_zero(ends(a, self.proportion()), ends(b, other.proportion()))
    }

    /// One figure was published for all the groups together, so every option's cell is the same evidence.
    #[must_use]
    pub fn pooled(&self) -> bool {
        self.pooled
    }

    /// The range; it contains the figure.
    #[must_use]
    pub fn range(&self) -> Option<Range> {
        self.range
    }

    /// How people were grouped.
    #[must_use]
    pub fn analysis(&self) -> Analysis {
        self.class().analysis
    }
}

fn checked_share(basis: Basis) -> Result<Proportion, FigureError> {
    if let Basis::Published { per, .. } = basis
        && Denominator::with(per).is_none()
    {
        return Err(FigureError::BadDenominator { per });
    }
    let (count, whole) = basis.counts();
    if whole == 0 {
        return Err(FigureError::NoPeople);
    }
    Proportion::of(count, whole).ok_or(FigureError::AboveDenominator { count, whole })
}

fn checked_range(basis: Basis, given: RangeGiven) -> Result<Range, FigureError> {
    let worked_out = |method: fn(u32, u32) -> (f64, f64), kind| {
        let Basis::Counted { events, people } = basis else {
            return Err(FigureError::IntervalNeedsCounts);
        };
        let (low, high) = method(events, people);
        match (Proportion::new(low), Proportion::new(high)) {
            (Some(low), Some(high)) => Ok(Range::new(low, high, kind)),
            _ => Err(FigureError::NoPeople),
        }
    };
    match given {
        RangeGiven::Wilson95 => worked_out(interval::wilson95, RangeBasis::Wilson95),
        RangeGiven::Exact95 => worked_out(interval::exact95, RangeBasis::Exact95),
        RangeGiven::Published { low, high, kind } => {
            let (count, whole) = basis.counts();
            if low > high {
                return Err(FigureError::RangeUpsideDown { low, high });
            }
            if count < low || count > high {
                return Err(FigureError::OutsideRange { count, low, high });
            }
            let end =
                |end| Proportion::of(end, whole).ok_or(FigureError::AboveDenominator { count: end, whole });
            Ok(Range::new(end(low)?, end(high)?, kind))
        }
    }
}
