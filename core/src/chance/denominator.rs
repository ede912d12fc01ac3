//! One denominator for all that an outcome's card compares, and rounding that keeps people whole.

use serde::{Deserialize, Serialize};

use super::{Figure, Proportion};

/// The denominator of every number of an outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Denominator {
    /// 100 people.
    #[default]
    Hundred,
    /// 1,000 people.
    Thousand,
    /// 10,000 people.
    TenThousand,
}

impl Denominator {
    /// All, smallest first.
    pub const ALL: [Self; 3] = [Self::Hundred, Self::Thousand, Self::TenThousand];

    /// How many people.
    #[must_use]
    pub const fn people_in_all(self) -> u32 {
        match self {
            Self::Hundred => 100,
            Self::Thousand => 1_000,
            Self::TenThousand => 10_000,
        }
    }

    /// Decimals of a percentage that is one person of it, so that a percentage says no more than the count.
    #[must_use]
    pub const fn percent_decimals(self) -> u8 {
        match self {
            Self::Hundred => 0,
            Self::Thousand => 1,
            Self::TenThousand => 2,
        }
    }

    /// The denominator that has this many people, when there is one.
    #[must_use]
    pub fn with(people: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|d| d.people_in_all() == people)
    }

    /// The one denominator for figures that are compared with one another (R02, R03): the smallest at which every share
    /// that is not 0 is more than half a person, so that rounding keeps it.
    ///
    /// 0.009 is 1 of 100. 0.005 is half a person of 100, and rounding it up would double it: it forces 1,000.
    /// Both frames count: 995 of 1,000 leaves half a person of 100, and forces 1,000 too. Ends of ranges do
    /// not force anything; they may be "fewer than 1", and so may shares of half a person of 10,000 or less.
    /// See `docs/decisions/0042-one-denominator-a-card.md`.
    #[must_use]
    pub fn for_figures<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Self {
        figures
            .into_iter()
            .map(|figure| Self::for_share(figure.share()))
            .max()
            .unwrap_or_default()
    }

    fn for_share(share: Proportion) -> Self {
        let fits = |n: Self| {
            [share, share.complement()]
                .into_iter()
                .all(|s| s.is_none() || s.exceeds_half_of(n.people_in_all()))
        };
        Self::ALL
            .into_iter()
            .find(|n| fits(*n))
            .unwrap_or(Self::TenThousand)
    }

    /// A share as people of this many. Anything but nobody is never 0, anything but everybody never all.
    #[must_use]
    pub fn people(self, share: Proportion) -> PeopleCount {
        let n = self.people_in_all();
        match share.rounded_of(n) {
            _ if !share.is_none() && !share.exceeds_half_of(n) => PeopleCount::FewerThanOne(self),
            _ if !share.is_all() && !share.complement().exceeds_half_of(n) => {
                PeopleCount::AllButFewerThanOne(self)
            }
            k => PeopleCount::Exactly(k, self),
        }
    }
}

/// People of a denominator, rounded once. Both frames come from it, so they sum to the denominator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeopleCount {
    /// This many.
    Exactly(u32, Denominator),
    /// Some, but rounding would make it nobody: "fewer than 1".
    FewerThanOne(Denominator),
    /// Nearly all, but rounding would make it everybody: "more than 99".
    AllButFewerThanOne(Denominator),
}

impl PeopleCount {
    /// The denominator.
    #[must_use]
    pub fn of(self) -> Denominator {
        match self {
            Self::Exactly(_, of) | Self::FewerThanOne(of) | Self::AllButFewerThanOne(of) => of,
        }
    }

    /// Nearest whole number, for arithmetic on rounded counts only: [`Self::FewerThanOne`] is 0 here. Never
    /// show it; [`super::wording`] says "fewer than 1".
    #[must_use]
    pub fn rounded(self) -> u32 {
        match self {
            Self::Exactly(k, _) => k,
            Self::FewerThanOne(_) => 0,
            Self::AllButFewerThanOne(of) => of.people_in_all(),
        }
    }

    /// The people it does not happen to, from the same rounded count.
    #[must_use]
    pub fn complement(self) -> Self {
        match self {
            Self::Exactly(k, of) => Self::Exactly(of.people_in_all().saturating_sub(k), of),
            Self::FewerThanOne(of) => Self::AllButFewerThanOne(of),
            Self::AllButFewerThanOne(of) => Self::FewerThanOne(of),
        }
    }

    /// Whether a sentence about it takes a singular verb.
    #[must_use]
    pub fn is_singular(self) -> bool {
        matches!(self, Self::Exactly(1, _) | Self::FewerThanOne(_))
    }
}

/// People in a picture: solid, half-certain, outlined. They sum to the denominator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Icons {
    /// At least this many.
    pub certain: u32,
    /// Between the low and the high end of the range; 0 when there is no range.
    pub band: u32,
    /// Everybody else.
    pub rest: u32,
    /// The picture's denominator.
    pub of: Denominator,
}

impl Icons {
    /// Pictures of a figure. "Fewer than 1" is one half-certain person, so that it is never nobody.
    #[must_use]
    pub fn of(figure: &Figure, of: Denominator) -> Self {
        let point = of.people(figure.share());
        let (low, high) = figure
            .range()
            .filter(|range| range.is_interval())
            .map_or((point, point), |r| (of.people(r.low()), of.people(r.high())));
        let n = of.people_in_all();
        let certain = match low {
            PeopleCount::AllButFewerThanOne(_) => n - 1,
            other => other.rounded(),
        };
        let reached = match high {
            PeopleCount::FewerThanOne(_) => 1,
            other => other.rounded(),
        };
        let reached = reached.clamp(certain, n);
        Self {
            certain,
            band: reached - certain,
            rest: n - reached,
            of,
        }
    }

    /// Icons per row: 10 for 100, 40 for 1,000, 100 for 10,000.
    #[must_use]
    pub fn per_row(self) -> u32 {
        match self.of {
            Denominator::Hundred => 10,
            Denominator::Thousand => 40,
            Denominator::TenThousand => 100,
        }
    }
}

/// Whole people of `n` for shares that make up a whole, by largest remainder; ties go to the lowest index.
///
/// The counts sum to `n` whenever a share is positive. Shares that are negative or not a number count as 0.
#[must_use]
pub fn share_out(shares: &[f64], n: u32) -> Vec<u32> {
    let shares: Vec<f64> = shares
        .iter()
        .map(|s| if s.is_finite() { s.max(0.0) } else { 0.0 })
        .collect();
    // Scaled by the largest first, so that huge shares cannot overflow the sum.
    let largest = shares.iter().copied().fold(0.0, f64::max);
    if largest <= 0.0 {
        return vec![0; shares.len()];
    }
    let sum: f64 = shares.iter().map(|s| s / largest).sum();
    let quotas: Vec<f64> = shares
        .iter()
        .map(|s| nearly_whole(s / largest / sum * f64::from(n)))
        .collect();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and n"
    )]
    let mut counts: Vec<u32> = quotas.iter().map(|q| q.floor() as u32).collect();
    // Remainders closer than rounding error are ties: compared in whole billionths, ties to the lowest index.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and a billion"
    )]
    let billionths = |q: &f64| ((q - q.floor()) * 1e9).round() as u32;
    let mut order: Vec<(usize, u32)> = quotas.iter().map(billionths).enumerate().collect();
    order.sort_by_key(|(index, remainder)| (std::cmp::Reverse(*remainder), *index));
    let mut left = n.saturating_sub(counts.iter().sum());
    for (index, _) in order.iter().cycle() {
        if left == 0 {
            break;
        }
        if let Some(count) = counts.get_mut(*index) {
            *count += 1;
            left -= 1;
        }
    }
    counts
}

/// Takes off the error of binary fractions: 98.00000000000001 is 98, and 97.99999999999999 too.
fn nearly_whole(quota: f64) -> f64 {
    let whole = quota.round();
    if (quota - whole).abs() < 1e-9 {
        whole
    } else {
        quota
    }
}
