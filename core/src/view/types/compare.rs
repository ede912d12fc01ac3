//! Compare: figures, cards of outcomes, tables.

use serde::Serialize;

use super::{MarkView, MatrixView, OptionHead, Rich, ScoreView, SourceView};
use crate::aid::{HorizonId, OutcomeId, ReferenceClassId};
use crate::consultation::{Chances, CompareAs, OutcomeOrder};

/// People in a picture: they sum to `total`, filled from one corner, row by row, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct IconCounts {
    /// Solid: at least this many.
    pub certain: u32,
    /// Half-certain: between the low and the high end of the range.
    pub band: u32,
    /// Outlined: everybody else.
    pub rest: u32,
    /// Their sum: 100, 1,000 or 10,000.
    pub total: u32,
    /// Icons per row: 10 for 100, 40 for 1,000, 100 for 10,000.
    pub per_row: u32,
}

/// One option's figure for one outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CellView {
    /// A figure.
    Known(Box<FigureView>),
    /// No figure: what kind of gap it is, and why.
    NotKnown {
        /// Heading.
        option: OptionHead,
        /// "This does not apply.", "We looked and found no study of this.", "We do not know."
        text: String,
        /// Why.
        why: String,
    },
}

/// A figure, said every way it is shown. All of it comes from one [`crate::chance::Figure`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct FigureView {
    /// Heading.
    pub option: OptionHead,
    /// "24", or "fewer than 1".
    pub count: String,
    /// "of every 100 men".
    pub of_every: String,
    /// "24 of every 100 men wear pads …".
    pub happens: String,
    /// "76 of every 100 do not."
    pub does_not: String,
    /// "76 do not.", right under the count.
    pub does_not_brief: String,
    /// Full sentence with group, horizon and both frames.
    pub sentence: String,
    /// Text for the picture.
    pub picture: String,
    /// The picture.
    pub icons: IconCounts,
    /// "The studies suggest it is between 20 and 28 of every 100.", or why no range is given.
    pub range: String,
    /// "20 to 28"; `None` when there is none.
    pub range_short: Option<String>,
    /// "Range: 20 to 28.", or that there is none; empty when the card says that for all.
    pub range_brief: String,
    /// "We are fairly sure of this.", with why.
    pub certainty: String,
    /// "We are fairly sure of this."
    pub certainty_brief: String,
    /// How sure, from 1 (very unsure) to 4 (very sure); `None` when no one has rated it.
    pub sure: Option<u8>,
    /// How the number was worked out: "58 of 553 men", "published as 24 %", method of the interval.
    pub worked_out: String,
    /// Verified, secondary copy, or derived, in words.
    pub status: String,
    /// That it is another option's figure by design, and why; empty when it is its own.
    pub same: String,
}

/// An outcome that is not a count of people: amounts on one axis, or levels in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct MeasuredView {
    /// What the values are measured against.
    pub scale: ScaleView,
    /// Which end is better for most people, in a sentence.
    pub better: String,
    /// One an option shown, in the aid's order.
    pub rows: Vec<MeasuredRow>,
}

/// What values are measured against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ScaleView {
    /// An axis, the same for every option.
    Axis {
        /// Its low end: "0 days", "0 points (no pain)".
        low: String,
        /// Its high end.
        high: String,
    },
    /// Levels in order: name and meaning.
    Levels(Vec<(String, String)>),
}

/// One option's amount or level, said every way it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct MeasuredRow {
    /// Heading.
    pub option: OptionHead,
    /// "7 days", "A little", "We do not know.", "This does not apply."
    pub value: String,
    /// The range in a sentence, what the level means, or why there is no figure; and whose it is by design.
    pub detail: String,
    /// Full sentence; empty when it is not known.
    pub sentence: String,
    /// Where it stands on the axis; `None` for levels and when it is not known.
    pub point: Option<PointView>,
    /// How sure, and why; empty when it is not known.
    pub certainty: String,
    /// How the number was worked out; empty for levels.
    pub worked_out: String,
    /// Verified, secondary copy, or derived, in words.
    pub status: String,
}

/// A place on an axis, in thousandths from its low end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct PointView {
    /// Low end of the interval; the point itself when there is none.
    pub low: u16,
    /// The point.
    pub at: u16,
    /// High end of the interval.
    pub high: u16,
    /// Text for the picture.
    pub picture: String,
}

/// What an icon stands for in a picture of a change: what happens with one option and with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// It happens to as many with both.
    Both,
    /// It happens with this option and would not with the other.
    Added,
    /// It would happen with the other option and does not with this one.
    Taken,
    /// It happens with neither.
    Neither,
}

/// People of one kind, with what they are in words: "Helped: 5 die with active monitoring, but not with surgery."
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct ChangeState {
    /// Which.
    pub kind: ChangeKind,
    /// How many.
    pub count: u32,
    /// In a sentence.
    pub words: String,
}

/// One option against the one they are all compared with, as one picture. From the counts of both, so that anyone can
/// check it: the smaller of the two, the difference, and everybody else. They sum to `total`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct ChangeView {
    /// Heading.
    pub option: OptionHead,
    /// In the order they are drawn, from one corner: both, then added or taken, then neither.
    pub states: Vec<ChangeState>,
    /// Their sum: 100, 1,000 or 10,000.
    pub total: u32,
    /// Icons per row.
    pub per_row: u32,
    /// The difference in a sentence, softened by how sure the evidence is.
    pub sentence: String,
    /// Text for the picture.
    pub picture: String,
}

/// The groups the figures depend on, to choose one from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct GroupView {
    /// The questions, one or two, each with its groups.
    pub asked: Vec<AxisView>,
    /// Which groups the figures are for, and what waits for a choice.
    pub shown: Vec<String>,
    /// Answers that are kept for another group, in a sentence.
    pub kept: Option<String>,
}

/// A question that figures depend on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct AxisView {
    /// What is asked.
    pub question: String,
    /// How someone finds out.
    pub help: String,
    /// The groups; none is selected until the person chooses.
    pub choices: Vec<GroupChoice>,
    /// A score to work the answer out by.
    pub score: Option<Box<ScoreView>>,
}

/// One group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct GroupChoice {
    /// Identifier.
    pub id: ReferenceClassId,
    /// "2".
    pub label: String,
    /// Chosen.
    pub selected: bool,
}

/// One option in the view of differences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ChangeCell {
    /// Drawn.
    Drawn(Box<ChangeView>),
    /// It cannot be drawn: why.
    NotDrawn {
        /// Heading.
        option: OptionHead,
        /// Why.
        why: String,
    },
}

/// What changes with each other option, against one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct ChangesView {
    /// The one they are compared with: without active treatment, when that is known and shown.
    pub against: CellView,
    /// "Compared with active monitoring".
    pub heading: String,
    /// A cell for every other option shown.
    pub cells: Vec<ChangeCell>,
    /// What taking one number from the other assumes, in sentences.
    pub assumes: Vec<String>,
}

/// A choice in a segmented control.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct HorizonChoice {
    /// Identifier.
    pub id: HorizonId,
    /// "12 years".
    pub label: String,
    /// Chosen.
    pub selected: bool,
}

/// One outcome in Compare.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct OutcomeCard {
    /// Identifier.
    pub id: OutcomeId,
    /// "Wearing pads for leaking urine".
    pub name: String,
    /// Medical name.
    pub medical_name: Option<String>,
    /// A line drawing for Easy Read: the `d` of one path in a square of 64 by 64.
    pub drawing: Option<String>,
    /// What it is.
    pub about: Vec<Rich>,
    /// Who the numbers are about, in a sentence.
    pub group: String,
    /// How people were grouped, in a sentence (intention to treat or not).
    pub analysis: String,
    /// Points in time to choose from (one or more).
    pub horizons: Vec<HorizonChoice>,
    /// "At 12 years", "Over about 15 years".
    pub horizon: String,
    /// A cell for every option shown, in the aid's order; none when it is `measured`.
    pub cells: Vec<CellView>,
    /// The group the figures are for, when they depend on one.
    pub for_group: Option<ReferenceClassId>,
    /// Amounts or levels, in place of counts of people.
    pub measured: Option<Box<MeasuredView>>,
    /// "With surgery, 13 more of every 100 men … than with active monitoring": every pair with the first.
    pub differences: Vec<String>,
    /// What the person who decides said of it.
    pub mark: MarkView,
    /// Anything the reader must know.
    pub note: Option<String>,
    /// Sources.
    pub sources: Vec<SourceView>,
    /// Serious harm.
    pub serious: bool,
    /// The denominator of every number of the card, at every point in time.
    pub denominator: u32,
    /// "We have no range.", once for the card, when none of its figures has one; each then leaves it out of
    /// [`FigureView::range_brief`].
    pub no_range: Option<String>,
    /// The study its figures are of, and the figures of others.
    pub studies: Option<StudiesView>,
    /// What changes against one option; only when Compare shows differences.
    pub changes: Option<ChangesView>,
    /// Folded away until the person asks for the other outcomes; never true of a serious harm.
    pub folded: bool,
}

/// The studies of an outcome at one point in time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct StudiesView {
    /// The study that the card's own figures are of: "APPAC".
    pub name: String,
    /// Whether the studies agree, why they may not, and which comes first and why; nothing when there is one.
    pub said: Vec<String>,
    /// The others, each with its own figures.
    pub others: Vec<StudyView>,
}

/// One of the other studies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct StudyView {
    /// "CODA".
    pub name: String,
    /// Who its numbers are about, in a sentence.
    pub group: String,
    /// How people were grouped, in a sentence.
    pub analysis: String,
    /// A cell for every option shown; none when it is `measured`.
    pub cells: Vec<CellView>,
    /// Amounts or levels.
    pub measured: Option<Box<MeasuredView>>,
    /// How its options differ.
    pub differences: Vec<String>,
    /// Anything the reader must know.
    pub note: Option<String>,
    /// Sources.
    pub sources: Vec<SourceView>,
}

/// One outcome in the order the person chose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct OrderItem {
    /// Identifier.
    pub id: OutcomeId,
    /// Name.
    pub name: String,
    /// The order with it one place up; `None` for the first.
    pub up: Option<OutcomeOrder>,
}

/// What can be shown first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct OrderView {
    /// Every outcome, in the order shown.
    pub items: Vec<OrderItem>,
    /// Whether what was weighed gives an order.
    pub weighed: bool,
    /// The order that what was marked gives; `None` where nothing is.
    pub marked: Option<OutcomeOrder>,
    /// The same where another order is shown: what putting it first now does.
    pub bring: Option<OutcomeOrder>,
    /// What going back to the aid's order does. It stays then, whatever is marked.
    pub at_first: OutcomeOrder,
    /// Where the order comes from.
    pub from: OrderFrom,
}

/// Where an order comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OrderFrom {
    /// The aid.
    Aid,
    /// What was weighed.
    Weights,
    /// What was marked.
    Marks,
    /// The person moved outcomes.
    Own,
}

/// Compare.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct CompareView {
    /// The groups to choose from, when figures depend on one.
    pub group: Option<GroupView>,
    /// "All numbers on this page are people in every 100.", or which groups there are where outcomes differ.
    pub denominator_note: String,
    /// "No one can know which of the 100 people you would be."
    pub no_one_can_know: String,
    /// Who the numbers are about, in a sentence, when all outcomes are about the same people.
    pub people: Option<String>,
    /// At a glance, pictures, differences, table or numbers.
    pub show_as: CompareAs,
    /// Every outcome in one view; only when Compare is shown at a glance.
    pub matrix: Option<MatrixView>,
    /// The control that has chances said in the other way: its label, and which way.
    pub other_chances: (String, Chances),
    /// Points in time that several outcomes share, to choose once for all; empty when there are none to choose from.
    pub times: Vec<HorizonChoice>,
    /// What is shown first.
    pub order: OrderView,
    /// Every option and whether it is shown.
    pub options: Vec<(OptionHead, bool)>,
    /// False when only two are shown: none can be hidden then.
    pub can_hide: bool,
    /// Outcomes in the order chosen; the folded ones keep their place.
    pub outcomes: Vec<OutcomeCard>,
    /// Icons per row in the pictures of people on the page, fewest first: one, unless outcomes differ in how many people they
    /// are counted of.
    pub per_row: Vec<u32>,
    /// The aid and its version, for a picture that leaves the page.
    pub stamp: String,
    /// Who has reviewed it, for the same.
    pub review: String,
}

impl CompareView {
    /// The place of an outcome among the cards of a screen across the room, where each row at a glance is one; the choice of a group
    /// stands before them.
    #[must_use]
    pub fn place_in_the_room(&self, outcome: &OutcomeId) -> Option<u32> {
        let groups = &self.matrix.as_ref()?.groups;
        let mut rows = groups.iter().flat_map(|group| &group.rows);
        let at = rows.position(|row| {
            let card = self.outcomes.get(row.card);
            card.is_some_and(|card| card.id == *outcome)
        })?;
        u32::try_from(at.saturating_add(usize::from(self.group.is_some()))).ok()
    }
}

/// The table of figures on the summary and in Compare's table view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct SummaryTable {
    /// Caption with group and denominator.
    pub caption: String,
    /// Columns.
    pub options: Vec<OptionHead>,
    /// Rows: outcome, horizon, then a cell for each option.
    pub rows: Vec<SummaryRow>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct SummaryRow {
    /// Outcome.
    pub outcome: String,
    /// "at 12 years".
    pub horizon: String,
    /// One cell per option.
    pub cells: Vec<TableCell>,
}

/// What one option has in a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct TableCell {
    /// All of it: "24 (20 to 28)", "24", "We do not know."
    pub text: String,
    /// The same in two parts, where it is a number or a level. Without it the text is a sentence that says why there is none.
    pub figure: Option<TableFigure>,
}

/// A figure in a table: what stands out, and what follows it on the same line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct TableFigure {
    /// "24", "7 days", "A little".
    pub count: String,
    /// "(20 to 28)".
    pub range: Option<String>,
}
