//! An amount with a unit: the only form a mean or a median has. Never mixed with counts of people.

use std::sync::Arc;

use super::backing::backed;
use super::interval::difference_has_zero;
use super::{Across, Backing, BackingError, Certainty, Decimal, Horizon, ReferenceClass, Status};
use crate::format::Form;
use crate::ids::SourceId;
use serde::Serialize;

/// Which middle of the people measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(rename = "AverageDoc")
)]
#[serde(rename_all = "kebab-case")]
pub enum Average {
    /// The mean.
    Mean,
    /// The median: half of the people have less, half have more.
    Median,
}

/// What an amount tells of the people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountSays {
    /// Their mean or median.
    Average(Average),
    /// How often something happens to them all together, in so many person-years. One person can be counted more than once, so
    /// it is no share of people.
    Rate {
        /// 100, 1,000 or 10,000.
        person_years: u32,
    },
}

/// The 97.5 % point of the standard normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// What an amount is measured in, and between which ends. Checked: `low` is below `high`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// Unit after 1: "day".
    pub one: String,
    /// Unit after any other number: "days".
    pub many: String,
    /// Verb phrase between the people and the number: "are in hospital for".
    pub phrase: String,
    /// Mean, median or rate.
    pub told: AmountSays,
    /// Low end, as drawn.
    pub low: Decimal,
    /// High end, as drawn.
    pub high: Decimal,
    /// What the low end means.
    pub low_means: Option<String>,
    /// What the high end means.
    pub high_means: Option<String>,
    /// Decimals shown, 0 to 2.
    pub decimals: u8,
}

impl Scale {
    /// Where a number stands between the ends, in thousandths.
    #[must_use]
    pub fn place(&self, value: f64) -> u16 {
        let (low, high) = (self.low.value(), self.high.value());
        let share = ((value - low) / (high - low)).clamp(0.0, 1.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and 1,000"
        )]
        let place = (share * 1_000.0).round() as u16;
        place
    }

    /// Steps of the shown decimals from the low end up to a number; 0 below it.
    #[must_use]
    pub fn steps_up(&self, number: Decimal) -> u32 {
        let up = number.steps(self.decimals) - self.low.steps(self.decimals);
        u32::try_from(up.max(0)).unwrap_or(u32::MAX)
    }
}

/// What is known of the spread: the range shown, and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// A published 95 % interval of the average.
    Interval95 {
        /// Low end.
        low: Decimal,
        /// High end.
        high: Decimal,
    },
    /// Lowest and highest of several published averages.
    Span {
        /// Low end.
        low: Decimal,
        /// High end.
        high: Decimal,
        /// What differs between them.
        across: Across,
    },
    /// Between these ends lies the middle half of the people.
    MiddleHalf {
        /// A quarter of the people have less.
        low: Decimal,
        /// A quarter of the people have more.
        high: Decimal,
        /// People measured.
        people: u32,
    },
    /// Standard deviation between people.
    Deviation {
        /// The standard deviation.
        sd: Decimal,
        /// People measured.
        people: u32,
    },
}

/// What an amount is built from.
#[derive(Clone, Debug, PartialEq)]
pub struct AmountParts {
    /// The mean or median.
    pub value: Decimal,
    /// Spread; may be absent only when there is a certainty.
    pub spread: Option<Spread>,
    /// Unit, ends, decimals.
    pub scale: Arc<Scale>,
    /// When, of whom, how sure, where from.
    pub backing: Backing,
}

/// Why an amount cannot exist.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Beyond an end of its scale.
    #[error("{value} is not between the ends of the scale, {low} and {high}")]
    OutsideScale {
        /// The number.
        value: Decimal,
        /// Low end.
        low: Decimal,
        /// High end.
        high: Decimal,
    },
    /// High end below low end.
    #[error("the range runs from {low} down to {high}")]
    RangeUpsideDown {
        /// Low end.
        low: Decimal,
        /// High end.
        high: Decimal,
    },
    /// The amount is outside its own range.
    #[error("{value} is outside its own range, {low} to {high}")]
    OutsideRange {
        /// The number.
        value: Decimal,
        /// Low end.
        low: Decimal,
        /// High end.
        high: Decimal,
    },
    /// A rate with a spread between people, which it has none of.
    #[error("a rate is of all people together and has no spread between them")]
    SpreadOfARate,
    /// A spread between people without people, or a deviation below 0.
    #[error("a spread between people needs how many people were measured")]
    NoPeople,
    /// Too little behind it.
    #[error(transparent)]
    Backing(#[from] BackingError),
}

/// A mean or median with its unit, for a group, at a time, with its range or certainty and its source.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    parts: Box<AmountParts>,
}

backed!(Amount);

impl Amount {
    /// An amount, when its parts hold together.
    ///
    /// # Errors
    /// The first thing that is wrong; see [`AmountError`].
    pub fn new(parts: AmountParts) -> Result<Self, AmountError> {
        let value = parts.value;
        on_scale(value, &parts.scale)?;
        match parts.spread {
            Some(
                Spread::Interval95 { low, high }
                | Spread::Span { low, high, .. }
                | Spread::MiddleHalf { low, high, .. },
            ) => {
                if low > high {
                    return Err(AmountError::RangeUpsideDown { low, high });
                }
                on_scale(low, &parts.scale)?;
                on_scale(high, &parts.scale)?;
                if value < low || value > high {
                    return Err(AmountError::OutsideRange { value, low, high });
                }
            }
            Some(Spread::Deviation { sd, .. }) if sd <= Decimal::default() => {
                return Err(AmountError::NoPeople);
            }
            Some(Spread::Deviation { .. }) | None => {}
        }
        if let (AmountSays::Rate { .. }, Some(Spread::MiddleHalf { .. } | Spread::Deviation { .. })) =
            (parts.scale.told, parts.spread)
        {
            return Err(AmountError::SpreadOfARate);
        }
        if let Some(Spread::MiddleHalf { people: 0, .. } | Spread::Deviation { people: 0, .. }) = parts.spread
        {
            return Err(AmountError::NoPeople);
        }
        parts.backing.enough(parts.spread.is_some())?;
        Ok(Self {
            parts: Box::new(parts),
        })
    }

    /// When, of whom, how sure, where from.
    #[must_use]
    pub fn backing(&self) -> &Backing {
        &self.parts.backing
    }

    /// The mean or median.
    #[must_use]
    pub fn value(&self) -> Decimal {
        self.parts.value
    }

    /// What is known of the spread.
    #[must_use]
    pub fn spread(&self) -> Option<Spread> {
        self.parts.spread
    }

    /// The range shown: as published, or the 95 % interval of the average from a standard deviation, within the scale.
    #[must_use]
    pub fn range(&self) -> Option<(Decimal, Decimal)> {
        match self.parts.spread? {
            Spread::Interval95 { low, high }
            | Spread::Span { low, high, .. }
            | Spread::MiddleHalf { low, high, .. } => Some((low, high)),
            Spread::Deviation { .. } => {
                let half = Z * self.error();
                let (value, scale) = (self.parts.value, &self.parts.scale);
                let low = Decimal::nearest(value.value() - half).max(scale.low);
                let high = Decimal::nearest(value.value() + half).min(scale.high);
                Some((low.min(value), high.max(value)))
            }
        }
    }

    /// Standard error of the average; 0 when nothing measures it.
    ///
    /// From a 95 % interval a quarter of it, `(high - low) / 3.92`. From a standard deviation, that over the root of
    /// the people. From the middle half of people, as for normal amounts: their deviation is the half over 1.349, and
    /// a median's error 1.253 times a mean's.
    #[must_use]
    pub fn error(&self) -> f64 {
        match self.parts.spread {
            Some(Spread::Interval95 { low, high }) => (high.value() - low.value()) / (2.0 * Z),
            Some(Spread::Deviation { sd, people }) => sd.value() / f64::from(people).sqrt(),
            Some(Spread::MiddleHalf { low, high, people }) => {
                1.253 * (high.value() - low.value()) / 1.349 / f64::from(people).sqrt()
            }
            Some(Spread::Span { .. }) | None => 0.0,
        }
    }

    /// The range that tells how far off the average may be; `None` for ranges that tell something else, which are said in
    /// words and not drawn.
    #[must_use]
    pub fn interval(&self) -> Option<(Decimal, Decimal)> {
        match self.parts.spread? {
            Spread::Interval95 { .. } | Spread::Deviation { .. } => self.range(),
            Spread::Span { .. } | Spread::MiddleHalf { .. } => None,
        }
    }

    /// Whether the studies leave it open that the two are the same, as [`super::Figure::not_told_from`] says it.
    #[must_use]
    pub fn not_told_from(&self, other: &Self) -> bool {
        let ends = |amount: &Self| {
            let (low, high) = amount.interval()?;
            Some([low.value(), amount.value().value(), high.value()])
        };
        match (ends(self), ends(other)) {
            (Some(a), Some(b)) => difference_has_zero(a, b),
            _ => false,
        }
    }

    /// Unit, ends, decimals.
    #[must_use]
    pub fn scale(&self) -> &Scale {
        &self.parts.scale
    }
}

fn on_scale(value: Decimal, scale: &Scale) -> Result<(), AmountError> {
    if value < scale.low || value > scale.high {
        return Err(AmountError::OutsideScale {
            value,
            low: scale.low,
            high: scale.high,
        });
    }
    Ok(())
}
