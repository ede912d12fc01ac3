//! Compare at a glance: a row for every outcome, a column for every option.

use serde::Serialize;

use super::{IconCounts, OptionHead};

/// Every outcome at the time that is shown, option by option. What a row opens to is its [`super::OutcomeCard`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct MatrixView {
    /// "Of every 100 men", when every count is; rows say it themselves otherwise.
    pub of_every: Option<String>,
    /// The options shown, in the aid's order: the heads of the columns.
    pub options: Vec<OptionHead>,
    /// Rows in the order shown. Those at the same time, or about the same people, that stand together share a heading.
    pub groups: Vec<MatrixGroup>,
}

/// Rows that stand together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct MatrixGroup {
    /// "Over about 15 years", when all of them are; each says its own time otherwise.
    pub heading: Option<String>,
    /// Who the numbers are about, in a sentence, where that is not one for the whole page.
    pub people: Option<String>,
    /// The rows.
    pub rows: Vec<MatrixRow>,
}

/// One outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct MatrixRow {
    /// The place of its card in [`super::CompareView::outcomes`].
    pub card: usize,
    /// "Wearing pads for leaking urine".
    pub name: String,
    /// What stands under the name: the time, what the counts are of, which end is better, whether the studies tell the
    /// options apart.
    pub notes: Vec<String>,
    /// One per option shown, in the aid's order.
    pub cells: Vec<MatrixCell>,
}

/// One option's figure, as short as it can be said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct MatrixCell {
    /// "24", "7 days", "A little", "This does not apply."
    pub value: String,
    /// The value is a figure, not a sentence that there is none.
    pub known: bool,
    /// "of every 100 men", for those who hear the value; empty when the value says it all.
    pub of_every: String,
    /// "18 to 24 over time".
    pub range: Option<String>,
    /// The range in a sentence, for those who hear it.
    pub range_said: String,
    /// The people, as a strip.
    pub strip: Option<IconCounts>,
}
