//! A share of people, exact where it was counted.

/// A share of people between 0 and 1.
///
/// Counted shares stay a ratio of whole people, so rounding to a denominator is exact: 1 of 200 at 100 is a
/// tie, whatever binary fractions make of 0.005.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Proportion(Kind);

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Ratio { part: u32, whole: u32 },
    Real(f64),
}

impl Proportion {
    /// `part` of `whole` people. `None` when `whole` is 0 or `part` is larger.
    #[must_use]
    pub fn of(part: u32, whole: u32) -> Option<Self> {
        (whole > 0 && part <= whole).then_some(Self(Kind::Ratio { part, whole }))
    }

    /// A worked-out share, such as the end of an interval. `None` outside 0..=1 or when not a number.
    #[must_use]
    pub fn new(value: f64) -> Option<Self> {
        (0.0..=1.0).contains(&value).then_some(Self(Kind::Real(value)))
    }

    /// Between 0 and 1.
    #[must_use]
    pub fn value(self) -> f64 {
        match self.0 {
            Kind::Ratio { part, whole } => f64::from(part) / f64::from(whole),
            Kind::Real(value) => value,
        }
    }

    /// The share of people it does not happen to.
    #[must_use]
    pub fn complement(self) -> Self {
        Self(match self.0 {
            Kind::Ratio { part, whole } => Kind::Ratio {
                part: whole - part,
                whole,
            },
            Kind::Real(value) => Kind::Real(1.0 - value),
        })
    }

    /// Exactly nobody.
    #[must_use]
    pub fn is_none(self) -> bool {
        self.value() == 0.0
    }

    /// Exactly everybody.
    #[must_use]
    pub fn is_all(self) -> bool {
        self.value() == 1.0
    }

    /// Whether it is more than half a person of `n`, so that rounding keeps it.
    pub(crate) fn exceeds_half_of(self, n: u32) -> bool {
        match self.0 {
            Kind::Ratio { part, whole } => 2 * u64::from(part) * u64::from(n) > u64::from(whole),
            Kind::Real(value) => 2.0 * value * f64::from(n) > 1.0,
        }
    }

    /// People of `n`, to the nearest; a tie goes up, to the people it happens to.
    pub(crate) fn rounded_of(self, n: u32) -> u32 {
        match self.0 {
            Kind::Ratio { part, whole } => {
                let (part, whole) = (u64::from(part), u64::from(whole));
                let twice = 2 * part * u64::from(n) + whole;
                u32::try_from(twice / (2 * whole)).unwrap_or(n)
            }
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "between 0 and n by construction"
            )]
            Kind::Real(value) => (value * f64::from(n)).round() as u32,
        }
    }
}
