//! The decision aid as a file says it: the shape of `aid.toml` and of the compact JSON made from it.
//!
//! Nothing here is trusted yet. [`super::Aid`] is the checked form; it is the only one the rest of core
//! accepts. Texts may refer to figures (`{pads.surgery@12y}`) and never carry typed counts.

#[cfg(any(feature = "authoring", feature = "compute"))]
use serde::Serialize;

/// The format version this build reads.
pub const FORMAT: u32 = 1;

/// A whole decision aid.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Document {
    /// Format version; [`FORMAT`].
    pub format: u32,
    /// Identifier: lower-case letters, digits and hyphens.
    pub id: String,
    /// The aid's own version, `1.0.0`.
    pub version: String,
    /// BCP 47 language of the texts.
    pub language: String,
    /// Full title: the condition and the options.
    pub title: String,
    /// Title for a tab, a card or a print header.
    pub short_title: String,
    /// Whether the fit of options to what matters is worked out, or only facts are shown.
    #[cfg_attr(feature = "authoring", schemars(default))]
    pub results: Results,
    /// Fewest people figures are shown out of: 100 unless said, 1,000 or 10,000. For an aid whose options
    /// differ by less than 1 in 100, so that a real difference is not rounded away.
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub denominator: Option<u32>,
    /// Who it is for, who made it, when it was reviewed.
    pub about: About,
    /// The condition and the decision.
    pub choice: Choice,
    /// Questions that open a conversation about what matters.
    #[cfg_attr(any(feature = "authoring", feature = "compute"), serde(rename = "prompt"))]
    #[cfg_attr(feature = "authoring", schemars(default))]
    pub prompts: Vec<Prompt>,
    /// Groups of people the figures are about.
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(rename = "reference_class")
    )]
    pub reference_classes: Vec<ReferenceClassDoc>,
    /// Points in time at which figures are given.
    #[cfg_attr(any(feature = "authoring", feature = "compute"), serde(rename = "horizon"))]
    pub horizons: Vec<HorizonDoc>,
    /// The options, in the order of every screen.
    #[cfg_attr(any(feature = "authoring", feature = "compute"), serde(rename = "option"))]
    pub options: Vec<OptionDoc>,
    /// The outcomes, in the order of every screen.
    #[cfg_attr(any(feature = "authoring", feature = "compute"), serde(rename = "outcome"))]
    pub outcomes: Vec<OutcomeDoc>,
    /// Questions to take to the visit.
    #[cfg_attr(feature = "authoring", schemars(default))]
    pub questions: Vec<String>,
    /// People and organisations that can help.
    #[cfg_attr(feature = "authoring", schemars(default))]
    pub support: Vec<Support>,
    /// Words explained where they first appear.
    #[cfg_attr(any(feature = "authoring", feature = "compute"), serde(rename = "term"))]
    #[cfg_attr(feature = "authoring", schemars(default))]
    pub terms: Vec<Term>,
    /// Where figures and statements come from.
    #[cfg_attr(any(feature = "authoring", feature = "compute"), serde(rename = "source"))]
    pub sources: Vec<SourceDoc>,
    /// The clinician's review; `None` when no `review.toml` is signed.
    pub review: Option<ReviewDoc>,
    /// What an organisation changed in this copy; `None` for the aid as its authors published it.
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub overlay: Option<OverlayDoc>,
}

/// What an organisation changed: options it does not offer, words and figures of its own. Never a published figure.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct OverlayDoc {
    /// Who changed it.
    pub organisation: String,
    /// ISO date.
    pub date: String,
    /// Each change, as the end of a sentence.
    pub changes: Vec<String>,
}

/// What is shown after weighing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[cfg_attr(
    any(feature = "authoring", feature = "compute"),
    serde(rename_all = "kebab-case")
)]
pub enum Results {
    /// The options' fit with what matters, in words first.
    #[default]
    Fit,
    /// Only the facts and the person's own answers; no fit.
    Facts,
}

/// Who the aid is for and who answers for it.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct About {
    /// Plain name of the condition.
    pub condition: String,
    /// The decision, as a question.
    pub decision: String,
    /// What it is for, in a paragraph or two.
    pub purpose: Vec<String>,
    /// Who it is for: one line each.
    pub who_for: Vec<String>,
    /// Who it is not for: one line each.
    pub not_for: Vec<String>,
    /// How long a first reading takes.
    pub minutes: u16,
    /// People and organisations that made it.
    pub authors: Vec<Author>,
    /// Who paid; "no one" must be said, not left out.
    pub funding: String,
    /// Interests declared by the authors.
    pub interests: String,
    /// How and when it is updated.
    pub update_policy: String,
    /// How the evidence was found and put together.
    pub evidence_method: String,
    /// ISO date of publication.
    pub published: String,
    /// ISO date of the last review of the evidence.
    pub last_reviewed: String,
    /// ISO date after which it is out of date.
    pub next_review: String,
    /// Licence of the texts (SPDX).
    pub licence: String,
}

/// One author.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Author {
    /// Name of the person or organisation.
    pub name: String,
    /// What they did, and their credentials.
    pub role: String,
}

/// The condition, the decision, what happens if nothing is done.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Choice {
    /// The condition in plain words, a paragraph a string.
    pub condition: Vec<String>,
    /// Why there is a choice.
    pub decision: Vec<String>,
    /// What usually happens if nothing is done.
    pub natural_course: Vec<String>,
    /// How soon a decision is needed.
    pub urgency: String,
}

/// A gentle question that helps someone say what matters.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Prompt {
    /// Identifier.
    pub id: String,
    /// The question.
    pub text: String,
}

/// A group of people that figures are about.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct ReferenceClassDoc {
    /// Identifier.
    pub id: String,
    /// Plural noun for a sentence: "men".
    pub people: String,
    /// Who they are, in full, as a noun phrase.
    pub description: String,
    /// How they were grouped for the figures.
    pub analysis: Analysis,
    /// The analysis in plain words.
    pub analysis_note: String,
}

/// How people were counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[cfg_attr(
    any(feature = "authoring", feature = "compute"),
    serde(rename_all = "kebab-case")
)]
pub enum Analysis {
    /// By the option first allotted, whatever they had later.
    IntentionToTreat,
    /// By the option they had.
    AsTreated,
    /// Observed, not allotted at random.
    Observational,
}

/// A point in time, one of the units given.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct HorizonDoc {
    /// Identifier, `12y`.
    pub id: String,
    /// Days.
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub days: Option<u16>,
    /// Weeks.
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub weeks: Option<u16>,
    /// Months.
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub months: Option<u16>,
    /// Years.
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub years: Option<u16>,
    /// True when people were followed for this long at the median, not all exactly this long.
    #[cfg_attr(feature = "authoring", schemars(default))]
    pub median: bool,
    /// True when people are counted who had the outcome at any moment up to then ("within 1 year"), not those
    /// who have it then ("at 1 year").
    #[cfg_attr(feature = "authoring", schemars(default))]
    pub within: bool,
}

/// What kind of option it is. Every aid has one of the last four.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[cfg_attr(
    any(feature = "authoring", feature = "compute"),
    serde(rename_all = "kebab-case")
)]
pub enum OptionKind {
    /// A treatment.
    Active,
    /// A test.
    Test,
    /// Watching closely, with treatment later if needed.
    WatchfulWaiting,
    /// Going on as now.
    NoChange,
    /// No treatment.
    NoTreatment,
    /// Not having the test.
    NoTest,
}

/// One option, every heading present for every option.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct OptionDoc {
    /// Identifier.
    pub id: String,
    /// Name as a heading: "Active monitoring".
    pub name: String,
    /// The name inside a sentence: "active monitoring".
    pub in_sentence: String,
    /// What kind of option.
    pub kind: OptionKind,
    /// One or two sentences.
    pub summary: String,
    /// What happens, step by step.
    pub involves: Vec<String>,
    /// Benefits.
    pub benefits: Vec<String>,
    /// Risks and burdens.
    pub risks: Vec<String>,
    /// Alternatives: what else, and what can still be chosen later.
    pub alternatives: Vec<String>,
    /// What if nothing is done instead.
    pub nothing: Vec<String>,
    /// Recovery.
    pub recovery: Vec<String>,
    /// Visits, travel, time off, tablets.
    pub practicalities: Vec<String>,
    /// What it is like.
    pub experience: Experience,
    /// Whether it can be stopped or undone.
    pub reversible: String,
}

/// What living with an option is like (IPDAS 1.2.1).
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Experience {
    /// In the body.
    pub physical: String,
    /// In the mind.
    pub emotional: String,
    /// With other people.
    pub social: String,
}

/// Which end of an outcome is better for most people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[cfg_attr(
    any(feature = "authoring", feature = "compute"),
    serde(rename_all = "kebab-case")
)]
pub enum Better {
    /// Fewer people is better.
    Lower,
    /// More people is better.
    Higher,
}

/// One outcome, with a row of figures for each point in time.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct OutcomeDoc {
    /// Identifier.
    pub id: String,
    /// Plain name as a heading: "Wearing pads for leaking urine".
    pub name: String,
    /// The name inside a sentence: "wearing pads for leaking urine".
    pub in_sentence: String,
    /// Medical name, when there is one.
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub medical_name: Option<String>,
    /// Which end is better.
    pub better: Better,
    /// Verb phrase after "24 of every 100 men": "wear pads for leaking urine".
    pub event: String,
    /// The same after "1 of every 100 men": "wears pads for leaking urine". Needed when a count or a
    /// difference is 1 or fewer.
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub event_one: Option<String>,
    /// Verb phrase after "and 76 of every 100": "do not".
    pub no_event: String,
    /// The same after "1 of every 100": "does not". Needed when only 1 is left, unless `no_event` is "do not"
    /// or "are not", whose singular is known.
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub no_event_one: Option<String>,
    /// What it is and why it may matter.
    pub about: Vec<String>,
    /// Serious harm: never folded away (R28).
    #[cfg_attr(feature = "authoring", schemars(default))]
    pub serious: bool,
    /// Whether it can be weighed; `false` needs `why_not_weighed`.
    #[cfg_attr(feature = "authoring", schemars(default))]
    pub weighed: bool,
    /// Why it is not weighed (for example: it already counts inside another outcome).
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub why_not_weighed: Option<String>,
    /// The horizon shown first and used for weighing.
    pub weigh_at: String,
    /// Rows of figures.
    #[cfg_attr(any(feature = "authoring", feature = "compute"), serde(rename = "figures"))]
    pub rows: Vec<RowDoc>,
}

/// One outcome at one point in time: a cell for every option.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
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
    pub status: StatusDoc,
    /// How sure the evidence is (GRADE).
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub certainty: Option<CertaintyDoc>,
    /// Why that certainty: one sentence.
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub certainty_why: Option<String>,
    /// Anything the reader must know about this row.
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub note: Option<String>,
    /// Option id -> cell.
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(serialize_with = "by_option")
    )]
    #[cfg_attr(
        feature = "authoring",
        schemars(with = "std::collections::BTreeMap<String, CellDoc>")
    )]
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

#[cfg(any(feature = "authoring", feature = "compute"))]
fn by_option<S: serde::Serializer>(cells: &[(String, CellDoc)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(cells.iter().map(|(option, cell)| (option, cell)))
}

/// How far a figure has been checked against its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[cfg_attr(
    any(feature = "authoring", feature = "compute"),
    serde(rename_all = "kebab-case")
)]
pub enum StatusDoc {
    /// Read in the source itself or its abstract.
    Verified,
    /// Read in a secondary copy that names the source.
    VerifiedSecondary,
    /// Worked out from verified figures; the note shows how.
    Derived,
}

/// GRADE certainty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[cfg_attr(
    any(feature = "authoring", feature = "compute"),
    serde(rename_all = "kebab-case")
)]
pub enum CertaintyDoc {
    /// Very low.
    VeryLow,
    /// Low.
    Low,
    /// Moderate.
    Moderate,
    /// High.
    High,
}

/// One option's figure: people counted, a published rate, or not known. Exactly one of the three.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct CellDoc {
    /// People who had the outcome; needs `people`.
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub events: Option<u32>,
    /// People counted; needs `events`.
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub people: Option<u32>,
    /// People in every `per`, as published; needs `per`.
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub count: Option<u32>,
    /// 100, 1,000 or 10,000; needs `count`. The same for every cell of a row.
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub per: Option<u32>,
    /// Published range, `[low, high]` people in every `per` (or of `people`).
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub range: Option<[u32; 2]>,
    /// What the published range is.
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub range_kind: Option<RangeKind>,
    /// How a range is worked out from `events` of `people`.
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub interval: Option<IntervalMethod>,
    /// True when one figure was published for all the groups together.
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "std::ops::Not::not")
    )]
    #[cfg_attr(feature = "authoring", schemars(default))]
    pub pooled: bool,
    /// "We do not know": why.
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub unknown: Option<String>,
}

/// Where a published range comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[cfg_attr(
    any(feature = "authoring", feature = "compute"),
    serde(rename_all = "kebab-case")
)]
pub enum RangeKind {
    /// A published 95 % confidence or credible interval.
    Interval95,
    /// Lowest and highest of several published points (years, studies).
    Span,
}

/// How a 95 % interval is worked out from counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[cfg_attr(
    any(feature = "authoring", feature = "compute"),
    serde(rename_all = "kebab-case")
)]
pub enum IntervalMethod {
    /// Wilson's score interval (Wilson 1927).
    Wilson95,
    /// Clopper and Pearson's exact binomial interval (1934).
    Exact95,
}

/// A source.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct SourceDoc {
    /// Identifier.
    pub id: String,
    /// Short name for a button: "ProtecT, Hamdy 2023".
    pub short: String,
    /// Full citation.
    pub citation: String,
    /// DOI without a resolver, when there is one.
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub doi: Option<String>,
    /// Address, when there is no DOI.
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub url: Option<String>,
    /// Year.
    pub year: u16,
    /// What was read: the paper, its abstract, a secondary page.
    pub read: String,
}

/// Someone who can help.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Support {
    /// Name.
    pub name: String,
    /// What they do.
    pub what: String,
    /// Telephone, when there is one.
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub phone: Option<String>,
    /// Address of their site.
    #[cfg_attr(
        any(feature = "authoring", feature = "compute"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub url: Option<String>,
}

/// A term explained.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Term {
    /// The word or words.
    pub term: String,
    /// What they mean, in a sentence.
    pub means: String,
}

/// A clinician's review. An aid without one says "not clinically reviewed" on every screen.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct ReviewDoc {
    /// Who reviewed it; empty until someone has.
    #[cfg_attr(feature = "authoring", schemars(default))]
    pub reviewers: Vec<Reviewer>,
    /// What was checked against which source, and what was found.
    #[cfg_attr(any(feature = "authoring", feature = "compute"), serde(rename = "check"))]
    #[cfg_attr(feature = "authoring", schemars(default))]
    pub checks: Vec<EvidenceCheck>,
}

/// One reviewer's signature.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Reviewer {
    /// Name.
    pub name: String,
    /// Role and registration.
    pub role: String,
    /// ISO date.
    pub date: String,
    /// The aid version reviewed; a later version is unreviewed again.
    pub version: String,
}

/// What was found when a figure was checked against a second source.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(any(feature = "authoring", feature = "compute"), derive(Serialize))]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct EvidenceCheck {
    /// Outcome id or a short name.
    pub what: String,
    /// Second source.
    pub against: String,
    /// What was found.
    pub found: String,
}
