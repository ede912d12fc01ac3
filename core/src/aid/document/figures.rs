//! Rows and cells of figures.

use serde::Serialize;

use crate::chance::{Certainty, Decimal, Status};
use crate::format::Form;
use crate::ids::HorizonId;

/// One outcome at one point in time: a cell for every option.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct RowDoc {
    /// The point in time. Left out for a duration counted from start to end.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub at: String,
    /// Whom the figures are about, of the groups of people.
    pub group: String,
    /// Where the figures are from.
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
    /// The study all figures of the row are of, by its short name: "APPAC". Needed where one point in time has several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub study: Option<String>,
    /// Of several studies, why this is the one whose figures come first and are weighed: one sentence, in one row alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weighed_because: Option<String>,
    /// Differences and ratios between two options, as they were published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub compared: Vec<ContrastDoc>,
    /// The ratios by which figures of the row were worked out from another's: the build writes them where a cell has `of` and
    /// `ratio`. They say of the two together what the two figures alone do not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[form(built)]
    pub worked_out_by: Vec<ContrastDoc>,
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

    /// What its time is called; of a duration from start to end, which has no `at`, [`HorizonId::WHOLE`].
    #[must_use]
    pub fn time(&self) -> &str {
        if self.at.is_empty() {
            HorizonId::WHOLE
        } else {
            &self.at
        }
    }

    /// Every cell.
    pub fn cells(&self) -> impl Iterator<Item = &CellDoc> {
        self.cells.iter().map(|(_, cell)| cell)
    }
}

/// How two options differ, as a source published it: a difference or a ratio of chances, with its 95 % interval.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct ContrastDoc {
    /// The option compared with.
    pub from: String,
    /// The option it is told of: more or fewer with this one.
    pub to: String,
    /// People in every `per`, below 0 when there are fewer with `to`; or an amount in the outcome's unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference: Option<Decimal>,
    /// 100, 1,000 or 10,000. Of differences of people only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per: Option<u32>,
    /// The chance with `to` over the chance with `from`. Never an odds ratio or a hazard ratio.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio: Option<Decimal>,
    /// Lower end of its published 95 % interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<Decimal>,
    /// Upper end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<Decimal>,
    /// What the source adjusted it for, inside a sentence: "hospital and age". It may then differ from its two figures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adjusted: Option<String>,
    /// How far its source was read, where that differs from the row's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Its sources, where they differ from the row's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
}

fn by_option<S: serde::Serializer>(cells: &[(String, CellDoc)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(cells.iter().map(|(option, cell)| (option, cell)))
}

/// One option's figure: people counted, a published rate, an amount, a level, the same as another option's, or why there
/// is none. Exactly one of them, of the outcome's kind.
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
    /// How far the source of this cell was read, where that differs from the row's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Sources of this cell, where they differ from the row's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// The option whose figure this is too, by design; needs `because`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_as: Option<String>,
    /// Why it must be the same, in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// The outcome cannot happen with this option, or means nothing there: why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub does_not_apply: Option<String>,
    /// What a cell that does not apply counts as when it is weighed: `nobody`, `everybody`, an amount, or a level id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counts_as: Option<String>,
    /// No study was found: what would have been counted, in a sentence; needs `searched`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_study: Option<String>,
    /// Where and when somebody looked and found nothing: "PubMed and the Cochrane Library, 3 March 2026".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub searched: Option<String>,
    /// There are, or may be, studies that nobody here has read: which, or why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_read: Option<String>,
    /// What a figure that is not known may be, to weigh by. Of `no_study` and `not_read` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub between: Option<BetweenDoc>,
    /// "We do not know": why. Of formats 1 and 2, which had no words for the reason: write one of the others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown: Option<String>,
}

impl CellDoc {
    /// What stands in place of a figure, as the field that says it; `None` when there is a figure.
    #[must_use]
    pub fn gap(&self) -> Option<GapField> {
        let fields = [
            (GapField::DoesNotApply, &self.does_not_apply),
            (GapField::NoStudy, &self.no_study),
            (GapField::NotRead, &self.not_read),
            (GapField::Unknown, &self.unknown),
        ];
        let mut said = fields.into_iter().filter(|(_, why)| why.is_some());
        said.next().map(|(field, _)| field)
    }
}

/// The fields that say why there is no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GapField {
    /// `does_not_apply`.
    DoesNotApply,
    /// `no_study`.
    NoStudy,
    /// `not_read`.
    NotRead,
    /// `unknown`.
    Unknown,
}

/// What a figure that is not known may be, by the author's judgement.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct BetweenDoc {
    /// The lowest it may be: people in every `per`, or an amount.
    pub low: Decimal,
    /// The highest it may be.
    pub high: Decimal,
    /// 100, 1,000 or 10,000. Of chances only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per: Option<u32>,
    /// Why it cannot be less or more, in a sentence.
    pub why: String,
}

/// Where a published range comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RangeKind {
    /// A published 95 % confidence or credible interval.
    Interval95,
    /// Lowest and highest of several studies.
    BetweenStudies,
    /// Lowest and highest of several points in time.
    OverTime,
    /// Lowest and highest of several published points that differ in something else; the row's `note` says in what.
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
