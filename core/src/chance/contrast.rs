//! How two options differ, as a source published it: a difference or a ratio, with its interval.

use super::Decimal;

/// What was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// People in every `per`: so many more with the second option than with the first; below 0, fewer.
    People {
        /// 100, 1,000 or 10,000.
        per: u32,
    },
    /// An amount, in the outcome's unit, of the second option less that of the first.
    Amount,
    /// The chance with the second option over the chance with the first.
    Ratio,
}

/// A published difference or ratio, with the ends of its 95 % interval where one was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contrast {
    effect: Effect,
    value: Decimal,
    ends: Option<[Decimal; 2]>,
}

/// Why a difference or a ratio is none.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum ContrastError {
    /// An interval that is upside down, or that the number is not in.
    #[error("{value} is not between {low} and {high}, the ends of its own range")]
    OutsideItsRange {
        /// The number.
        value: Decimal,
        /// The low end.
        low: Decimal,
        /// The high end.
        high: Decimal,
    },
    /// A ratio of nothing, or below it.
    #[error("{0} is no ratio: a ratio of chances is above 0")]
    NoRatio(
        /// The number.
        Decimal,
    ),
    /// More people than there are.
    #[error("{value} of every {per} is no difference: there are not so many people")]
    TooMany {
        /// The number.
        value: Decimal,
        /// Its denominator.
        per: u32,
    },
}

/// Where a number may lie before it was rounded: its low and its high end.
type Rounded = (f64, f64);

impl Contrast {
    /// A difference or a ratio, whole.
    ///
    /// # Errors
    /// [`ContrastError`], with the numbers.
    pub fn new(effect: Effect, value: Decimal, ends: Option<[Decimal; 2]>) -> Result<Self, ContrastError> {
        if let Some([low, high]) = ends
            && !(low <= value && value <= high)
        {
            return Err(ContrastError::OutsideItsRange { value, low, high });
        }
        let [low, high] = ends.unwrap_or([value; 2]);
        match effect {
            Effect::Ratio if low <= Decimal::default() => {
                Err(ContrastError::NoRatio(if value <= Decimal::default() {
                    value
                } else {
                    low
                }))
            }
            Effect::People { per } if low.value() < -f64::from(per) || high.value() > f64::from(per) => {
                Err(ContrastError::TooMany { value, per })
            }
            _ => Ok(Self { effect, value, ends }),
        }
    }

    /// What was published.
    #[must_use]
    pub fn effect(&self) -> Effect {
        self.effect
    }

    /// The number as published.
    #[must_use]
    pub fn value(&self) -> Decimal {
        self.value
    }

    /// The ends of its 95 % interval as published.
    #[must_use]
    pub fn ends(&self) -> Option<[Decimal; 2]> {
        self.ends
    }

    /// Low end, number and high end; `None` without an interval.
    #[must_use]
    pub fn told(&self) -> Option<[f64; 3]> {
        self.ends
            .map(|[low, high]| [low.value(), self.value.value(), high.value()])
    }

    /// Whether the interval says that there may be no difference.
    #[must_use]
    pub fn may_be_none(&self) -> bool {
        let none = match self.effect {
            Effect::Ratio => Decimal::whole(1).unwrap_or_default(),
            Effect::People { .. } | Effect::Amount => Decimal::default(),
        };
        self.ends.is_some_and(|[low, high]| low <= none && none <= high)
    }

    /// The same difference, told of the first option against the second. A ratio is told only the way it was published.
    #[must_use]
    pub fn turned(&self) -> Self {
        if self.effect == Effect::Ratio {
            return *self;
        }
        Self {
            effect: self.effect,
            value: self.value.negated(),
            ends: self.ends.map(|[low, high]| [high.negated(), low.negated()]),
        }
    }

    /// Whether the figures of both options can come out as this: shares of people or amounts, each as far off as it was
    /// rounded, and this number too.
    #[must_use]
    pub fn fits(&self, from: Rounded, to: Rounded) -> bool {
        let half = 0.5 / 10_f64.powi(i32::from(self.value.decimals()));
        let said = (self.value.value() - half, self.value.value() + half);
        let (low, high) = match self.effect {
            Effect::People { per } => {
                let per = f64::from(per);
                ((to.0 - from.1) * per, (to.1 - from.0) * per)
            }
            Effect::Amount => (to.0 - from.1, to.1 - from.0),
            // Over nobody nothing is a ratio; over nearly nobody anything is.
            Effect::Ratio if from.0 <= 0.0 => return from.1 > 0.0,
            Effect::Ratio => (to.0 / from.1, to.1 / from.0),
        };
        said.0 <= high + 1e-9 && said.1 >= low - 1e-9
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).expect("a number")
    }

    fn contrast(effect: Effect, value: &str, ends: Option<[&str; 2]>) -> Result<Contrast, ContrastError> {
        Contrast::new(effect, decimal(value), ends.map(|ends| ends.map(decimal)))
    }

    #[test]
    fn what_rounding_allows_fits_and_what_it_does_not_is_told_apart() {
        // The figure of the first option, of the second, the number published, and whether the two can come out as it.
        let hundred = Effect::People { per: 100 };
        let exact = |share: f64| (share, share);
        let rounded = |count: f64, per: f64| ((count - 0.5) / per, (count + 0.5) / per);
        for (effect, from, to, value, fits) in [
            (hundred, exact(0.30), exact(0.20), "-10", true),
            (hundred, exact(0.30), exact(0.20), "10", false),
            (hundred, exact(0.244), exact(0.065), "-17.9", true),
            (hundred, exact(0.244), exact(0.065), "-17", false),
            (hundred, rounded(24.0, 100.0), rounded(7.0, 100.0), "-17.9", true),
            (hundred, rounded(24.0, 100.0), rounded(7.0, 100.0), "-19", false),
            (Effect::Ratio, exact(0.30), exact(0.20), "0.67", true),
            (Effect::Ratio, exact(0.30), exact(0.20), "0.7", true),
            (Effect::Ratio, exact(0.20), exact(0.30), "0.67", false),
            (Effect::Ratio, exact(0.0), exact(0.30), "2", false),
            (Effect::Amount, exact(7.0), exact(5.2), "-1.8", true),
            (Effect::Amount, exact(7.0), exact(5.2), "1.8", false),
        ] {
            let published = contrast(effect, value, None).unwrap();
            assert_eq!(published.fits(from, to), fits, "{value} from {from:?} to {to:?}");
        }
    }

    #[test]
    fn numbers_that_are_none_are_refused() {
        let hundred = Effect::People { per: 100 };
        for (effect, value, ends) in [
            (hundred, "-3", Some(["-2", "1"])),
            (hundred, "-3", Some(["1", "-4"])),
            (hundred, "101", None),
            (hundred, "-3", Some(["-101", "1"])),
            (Effect::Ratio, "0", None),
            (Effect::Ratio, "0.8", Some(["-0.1", "1.2"])),
        ] {
            assert!(contrast(effect, value, ends).is_err(), "{value} {ends:?}");
        }
    }

    #[test]
    fn a_difference_turned_has_its_ends_turned_and_a_ratio_stays() {
        let fewer = contrast(Effect::People { per: 100 }, "-3", Some(["-6", "1"])).unwrap();
        let more = contrast(Effect::People { per: 100 }, "3", Some(["-1", "6"])).unwrap();
        assert_eq!(fewer.turned(), more);
        assert!(fewer.may_be_none() && more.may_be_none());
        let ratio = contrast(Effect::Ratio, "0.8", Some(["0.7", "0.9"])).unwrap();
        assert_eq!(ratio.turned(), ratio);
        assert!(!ratio.may_be_none());
    }
}
