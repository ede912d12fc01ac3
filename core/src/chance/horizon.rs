//! When, and who: the two things a count is never shown without.

use serde::Serialize;

use crate::format::Form;
use crate::ids::{HorizonId, ReferenceClassId};

/// How people were counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Analysis {
    /// By the option first allotted, whatever they had later.
    IntentionToTreat,
    /// By the option they had.
    AsTreated,
    /// Observed, not allotted at random.
    #[form(stand_in)]
    Observational,
}

/// Unit of a point in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimeUnit {
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
    /// No length: of what is itself a length of time, counted from its start to its end.
    FromStartToEnd,
}

/// A point in time at which figures are given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Horizon {
    /// Identifier.
    pub id: HorizonId,
    /// How many units; at least 1.
    pub amount: u16,
    /// The unit.
    pub unit: TimeUnit,
    /// People were followed for this long at the median, so words say "over about".
    pub median: bool,
    /// People who had it at any moment up to then are counted, so words say "within".
    pub within: bool,
}

impl Horizon {
    /// The whole time that a duration lasts, which needs no point in time.
    #[must_use]
    pub fn whole() -> Self {
        Self {
            id: HorizonId::whole(),
            amount: 1,
            unit: TimeUnit::FromStartToEnd,
            median: false,
            within: false,
        }
    }
}

/// A group of people that figures are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferenceClass {
    /// Identifier.
    pub id: ReferenceClassId,
    /// Plural noun: "men".
    pub people: String,
    /// Who they are, a noun phrase.
    pub description: String,
    /// How they were grouped.
    pub analysis: Analysis,
    /// The analysis in plain words, the author's.
    pub analysis_note: String,
}
