//! What each step shows, as data: every number already a sentence or a count of people, every list in the
//! aid's order. The front end lays these out; it computes nothing and words no number.

use serde::Serialize;

use crate::aid::{HorizonId, OptionId, OutcomeId, SourceId};
use crate::consultation::{
    Action, CompareAs, ConcernId, Leaning, Presence, Stage, Step, Weighable, WordsBox,
};

/// A run of text. Figures are kept apart so that a page can mark them `translate="no"` and replace them whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Run {
    /// Words.
    Words(String),
    /// A figure written out, "24 of every 100 men".
    Figure(String),
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Rich(pub Vec<Run>);

/// A mark that stands for an option everywhere: a shape first, a colour second, none better than another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// First option.
    Circle,
    /// Second option.
    Square,
    /// Third option.
    Triangle,
    /// Fourth option.
    Diamond,
    /// Fifth option.
    Hexagon,
    /// Sixth option.
    Pentagon,
}

/// An option's heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OptionHead {
    /// Identifier.
    pub id: OptionId,
    /// "Active monitoring".
    pub name: String,
    /// "active monitoring".
    pub in_sentence: String,
    /// Its mark.
    pub mark: Mark,
}

/// What stands on every step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Frame {
    /// Aid title.
    pub title: String,
    /// Short title.
    pub short_title: String,
    /// The steps.
    pub steps: Vec<StepLink>,
    /// The person's own words on what matters, once given.
    pub their_words: Option<String>,
    /// "Not clinically reviewed", in a sentence, or who reviewed it and when.
    pub review: ReviewNotice,
    /// "prostate-localised 1.0.0, 3f9a…": version and content hash.
    pub stamp: String,
    /// Whether there is something to undo.
    pub can_undo: bool,
    /// Whether there is something to redo.
    pub can_redo: bool,
}

/// Review status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReviewNotice {
    /// True once a clinician has signed this version.
    pub reviewed: bool,
    /// The sentence.
    pub text: String,
}

/// One step in the list of steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct StepLink {
    /// The step.
    pub step: Step,
    /// Being shown.
    pub current: bool,
    /// Opened before.
    pub visited: bool,
}

/// About.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AboutView {
    /// Plain name of the condition.
    pub condition: String,
    /// The decision, as a question.
    pub decision: String,
    /// What it is for.
    pub purpose: Vec<Rich>,
    /// Intended use: what it does and does not do (fixed sentences).
    pub intended_use: Vec<String>,
    /// Who it is for.
    pub who_for: Vec<String>,
    /// Who it is not for.
    pub not_for: Vec<String>,
    /// "About 10 minutes".
    pub how_long: String,
    /// Label and text: who made it, who paid, interests, published, reviewed, next review, how updated, licence, version.
    pub facts: Vec<(String, String)>,
    /// Who can be here, and whether they are.
    pub present: Vec<(Presence, bool)>,
}

/// What matters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WhatMattersView {
    /// Gentle prompts.
    pub prompts: Vec<String>,
    /// The boxes and what is in them.
    pub boxes: Vec<(WordsBox, String)>,
    /// Where they are with the decision; none chosen at first.
    pub stages: Vec<(Stage, bool)>,
}

/// The choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChoiceView {
    /// The decision, as a question.
    pub question: String,
    /// The condition.
    pub condition: Vec<Rich>,
    /// Why there is a choice.
    pub decision: Vec<Rich>,
    /// What happens if nothing is done.
    pub natural_course: Vec<Rich>,
    /// How soon.
    pub urgency: Rich,
    /// The options by name.
    pub options: Vec<OptionHead>,
    /// Terms explained.
    pub terms: Vec<(String, String)>,
}

/// One option's card: the same headings for every option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OptionCard {
    /// Heading.
    pub head: OptionHead,
    /// One or two sentences.
    pub summary: Rich,
    /// What it involves.
    pub involves: Vec<Rich>,
    /// Benefits.
    pub benefits: Vec<Rich>,
    /// Risks and burdens.
    pub risks: Vec<Rich>,
    /// Alternatives.
    pub alternatives: Vec<Rich>,
    /// What if nothing.
    pub nothing: Vec<Rich>,
    /// Recovery.
    pub recovery: Vec<Rich>,
    /// Practicalities.
    pub practicalities: Vec<Rich>,
    /// In the body.
    pub physical: Rich,
    /// In the mind.
    pub emotional: Rich,
    /// With other people.
    pub social: Rich,
    /// Whether it can be stopped or undone.
    pub reversible: Rich,
}

/// People in a picture: they sum to `total`, filled from one corner, row by row, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct IconCounts {
    /// Solid: at least this many.
    pub certain: u32,
    /// Half-certain: between the low and the high end of the range.
    pub band: u32,
    /// Outlined: the rest.
    pub rest: u32,
    /// Their sum: 100, 1,000 or 10,000.
    pub total: u32,
    /// Icons a row: 10 for 100, 40 for 1,000, 100 for 10,000.
    pub per_row: u32,
}

/// One option's figure for one outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CellView {
    /// A figure.
    Known(Box<FigureView>),
    /// "We do not know": why.
    NotKnown {
        /// Heading.
        option: OptionHead,
        /// "We do not know."
        text: String,
        /// Why.
        why: String,
    },
}

/// A figure, said every way it is shown. All of it comes from one [`crate::chance::Figure`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
    /// Full sentence with group, horizon and both frames.
    pub sentence: String,
    /// Text for the picture.
    pub picture: String,
    /// The picture.
    pub icons: IconCounts,
    /// "The studies suggest it is between 20 and 28 of every 100.", or why no range is given.
    pub range: String,
    /// Short range for a table: "20 to 28", when there is one.
    pub range_short: Option<String>,
    /// "We are fairly sure of this.", with why.
    pub certainty: String,
    /// How the number was worked out: "58 of 553 men", "published as 24 %", method of the interval.
    pub worked_out: String,
    /// Verified, secondary copy, or derived, in words.
    pub status: String,
}

/// A choice in a segmented control.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HorizonChoice {
    /// Identifier.
    pub id: HorizonId,
    /// "12 years".
    pub label: String,
    /// Chosen.
    pub selected: bool,
}

/// A source, for the drawer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceView {
    /// Identifier.
    pub id: SourceId,
    /// Short name.
    pub short: String,
    /// Citation.
    pub citation: String,
    /// Link, when there is one.
    pub href: Option<String>,
    /// What was read.
    pub read: String,
}

/// One outcome in Compare.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OutcomeCard {
    /// Identifier.
    pub id: OutcomeId,
    /// "Wearing pads for leaking urine".
    pub name: String,
    /// Medical name.
    pub medical_name: Option<String>,
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
    /// A cell for every option shown, in the aid's order.
    pub cells: Vec<CellView>,
    /// "With surgery, 13 more of every 100 men … than with active monitoring": every pair with the first.
    pub differences: Vec<String>,
    /// Anything the reader must know.
    pub note: Option<String>,
    /// Sources.
    pub sources: Vec<SourceView>,
    /// Serious harm.
    pub serious: bool,
    /// The denominator of every number on the screen.
    pub denominator: u32,
    /// Every other row: the outcome at its other horizons, for the full table.
    pub table_caption: String,
}

/// Compare.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CompareView {
    /// "All numbers on this page are people in every 100."
    pub denominator_note: String,
    /// "No one can know which of the 100 people you would be."
    pub no_one_can_know: String,
    /// Pictures or table.
    pub show_as: CompareAs,
    /// Every option and whether it is shown.
    pub options: Vec<(OptionHead, bool)>,
    /// False when only two are shown: none can be hidden then.
    pub can_hide: bool,
    /// Outcomes.
    pub outcomes: Vec<OutcomeCard>,
}

/// One thing to weigh.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WeighItem {
    /// What it is.
    pub what: Weighable,
    /// Name.
    pub name: String,
    /// The swing in counts: "from 24 down to 8 of every 100 men, at 12 years".
    pub swing: String,
    /// "No evidence figure: this is your own concern", for own concerns.
    pub own: bool,
    /// Chosen as the first to change.
    pub first: bool,
    /// Points, once answered.
    pub points: Option<u8>,
    /// Can go up.
    pub can_raise: bool,
    /// Can go down.
    pub can_lower: bool,
}

/// A concern to rate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ConcernView {
    /// Identifier.
    pub id: ConcernId,
    /// In the person's words.
    pub words: String,
    /// A rating for each option, `None` until given.
    pub ratings: Vec<(OptionHead, Option<u8>)>,
}

/// A limit the person set or may set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LimitView {
    /// The outcome.
    pub outcome: OutcomeId,
    /// Its name.
    pub name: String,
    /// Whether a limit is set.
    pub set: bool,
    /// "I would not accept more than 20 of every 100 men …".
    pub sentence: String,
    /// The count, once set.
    pub count: Option<u32>,
    /// What to dispatch to set it or take it away.
    pub toggle: Action,
    /// Can go up.
    pub can_raise: bool,
    /// Can go down.
    pub can_lower: bool,
    /// Options it excludes, in a sentence.
    pub excludes: String,
}

/// Weigh.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WeighView {
    /// Things to weigh.
    pub items: Vec<WeighItem>,
    /// Outcomes that drop out, each with why in a sentence ("the options do not differ …").
    pub left_out: Vec<(String, String)>,
    /// Read-back: "So leaking urine matters to you about twice as much as …". Empty until something is answered.
    pub read_back: Vec<String>,
    /// "These look about the same to you. Is that right?", when they do.
    pub about_equal: Option<String>,
    /// Own concerns.
    pub concerns: Vec<ConcernView>,
    /// Options and whether the person has ruled each out.
    pub ruled_out: Vec<(OptionHead, bool)>,
    /// Limits on outcomes.
    pub limits: Vec<LimitView>,
    /// How many are still to answer, in a sentence; `None` when all are.
    pub still_to_answer: Option<String>,
}

/// One option's bar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FitBar {
    /// Heading.
    pub option: OptionHead,
    /// Solid part, thousandths of the full length.
    pub low: u16,
    /// Middle, thousandths.
    pub point: u16,
    /// End of the pale part, thousandths.
    pub high: u16,
    /// The bar in words.
    pub words: String,
    /// Ruled out by a deal-breaker: why.
    pub ruled_out: Option<String>,
    /// Contributions, largest first.
    pub parts: Vec<FitPart>,
}

/// How much one outcome adds to an option's fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FitPart {
    /// Outcome or concern.
    pub what: Weighable,
    /// Name.
    pub name: String,
    /// Length, thousandths of the full bar.
    pub length: u16,
    /// "Weight 40 of 100 × how well it does 0.62 = 25 of 100": checkable by hand.
    pub sum: String,
}

/// How they fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FitView {
    /// The engine is not here: it is on its way, or did not arrive.
    Waiting {
        /// Which.
        text: String,
    },
    /// Not enough said yet: what is missing, and where to say it.
    NotYet {
        /// The sentence.
        text: String,
        /// The step to go to.
        go_to: Step,
    },
    /// The aid or the site shows facts only.
    FactsOnly {
        /// The sentence.
        text: String,
    },
    /// The result.
    Ready(Box<FitResult>),
}

/// The fit of the options with what the person said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FitResult {
    /// Words first: what holds for every reading of the answers and the evidence.
    pub lead: Vec<String>,
    /// Bars, in the aid's order, never ranked.
    pub bars: Vec<FitBar>,
    /// Why: sentences on what drives the difference.
    pub why: Vec<String>,
    /// What would change it: switch points in words.
    pub would_change: Vec<String>,
    /// How sure: share of plausible readings, in words.
    pub how_sure: Vec<String>,
    /// Facts about dominance, when there are any.
    pub dominance: Vec<String>,
    /// What the result leaves out: outcomes that drop out, unknown figures, concerns not rated.
    pub leaves_out: Vec<String>,
    /// "This is not advice: it shows your own priorities back to you."
    pub not_advice: String,
}

/// Summary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SummaryView {
    /// Title.
    pub title: String,
    /// Label and text of what the person said in their own words.
    pub words: Vec<(WordsBox, String)>,
    /// Stage.
    pub stage: Option<Stage>,
    /// Who was here.
    pub present: Vec<Presence>,
    /// What matters most, in sentences.
    pub weighed: Vec<String>,
    /// Own concerns and deal-breakers, in sentences.
    pub limits: Vec<String>,
    /// How the options fit, in words; empty when not weighed or facts only.
    pub fit: Vec<String>,
    /// Figures they saw: one line an outcome, a count an option.
    pub figures: SummaryTable,
    /// What the figures do not know.
    pub not_known: Vec<String>,
    /// Where the decision stands, every answer and whether it is chosen.
    pub leanings: Vec<(Leaning, String, bool)>,
    /// Questions to ask from the aid.
    pub questions: Vec<String>,
    /// Questions in the person's own words.
    pub own_questions: String,
    /// Support: name, what, how to reach.
    pub support: Vec<(String, String, Option<String>, Option<String>)>,
    /// Sources in full.
    pub sources: Vec<SourceView>,
    /// Version and content hash.
    pub stamp: String,
    /// Review notice.
    pub review: ReviewNotice,
    /// Plain text of the whole page, to copy.
    pub plain_text: String,
}

/// The table of figures on the summary and in Compare's table view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SummaryTable {
    /// Caption with group and denominator.
    pub caption: String,
    /// Columns.
    pub options: Vec<OptionHead>,
    /// Rows: outcome, horizon, then a text for each option ("24 (20 to 28)", "We do not know").
    pub rows: Vec<SummaryRow>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SummaryRow {
    /// Outcome.
    pub outcome: String,
    /// "at 12 years".
    pub horizon: String,
    /// One text an option.
    pub cells: Vec<String>,
}
