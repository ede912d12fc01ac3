//! Rows and cells of figures.

use serde::Serialize;

use crate::chance::{Certainty, Decimal, Status};
use crate::format::Form;

/// One outcome at one point in time: a cell for every option.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct RowDoc {
    /// Horizon id.
    pub at: String,
    /// Reference class id.
    pub group: String,
    /// Source ids.
    pub sources: Vec<String>,
    /// How far the source was read.
    pub status: Status,
    /// How sure the evidence is (GRADE).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
    /// Why that certainty: one sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty_why: Option<String>,
    /// Anything the reader must know about this row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Option id -> cell.
    #[serde(serialize_with = "by_option")]
    #[cfg_attr(
        feature = "authoring",
        schemars(with = "std::collections::BTreeMap<String, CellDoc>")
    )]
    #[form(each)]
    pub cells: Vec<(String, CellDoc)>,
}

impl RowDoc {
    /// The cell of an option.
    #[must_use]
    pub fn cell(&self, option: &str) -> Option<&CellDoc> {
        self.cells
            .iter()
            .find(|(id, _)| id == option)
            .map(|(_, cell)| cell)
    }

    /// Every cell.
    pub fn cells(&self) -> impl Iterator<Item = &CellDoc> {
        self.cells.iter().map(|(_, cell)| cell)
    }
}

fn by_option<S: serde::Serializer>(cells: &[(String, CellDoc)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(cells.iter().map(|(option, cell)| (option, cell)))
}

/// One option's figure: people counted, a published rate, an amount, a level, or not known. Exactly one of them, of
/// the outcome's kind.
#[derive(Clone, Debug, Default, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct CellDoc {
    /// People who had the outcome; needs `people`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub events: Option<u32>,
    /// People counted; needs `events`. Of an amount: people measured, for `sd` and `range_kind = "middle-half"`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
    /// People in every `per`, as published; needs `per`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// 100, 1,000 or 10,000; needs `count`. The same for every cell of a row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per: Option<u32>,
    /// An amount: the mean or median, in the outcome's unit. Of outcomes with `amount` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Decimal>,
    /// Low end of an amount's range; needs `high` and `range_kind`. Beside `ratio`: lower end of its 95 % interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<Decimal>,
    /// High end of an amount's range, or of the interval of `ratio`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<Decimal>,
    /// Standard deviation of an amount between people; needs `people`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sd: Option<Decimal>,
    /// Level id, of outcomes with `level` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// Published range, `[low, high]` people in every `per` (or of `people`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<[u32; 2]>,
    /// What the published range is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range_kind: Option<RangeKind>,
    /// How a range is worked out from `events` of `people`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<IntervalMethod>,
    /// True when one figure was published for all the groups together.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pooled: bool,
    /// "We do not know": why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown: Option<String>,
}

/// Where a published range comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RangeKind {
    /// A published 95 % confidence or credible interval.
    Interval95,
    /// Lowest and highest of several published points (years, studies).
    Span,
    /// Of an amount: the middle half of the people (interquartile range); needs `people`.
    MiddleHalf,
}

/// How a 95 % interval is worked out from counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum IntervalMethod {
    /// Wilson's score interval (Wilson 1927).
    Wilson95,
    /// Clopper and Pearson's exact binomial interval (1934).
    Exact95,
}
