//! The decision aid as a file says it: the shape of `aid.toml` and of the compact JSON made from it.
//!
//! Nothing here is trusted yet. [`super::Aid`] is the checked form; it is the only one the rest of core
//! accepts. Texts may refer to figures (`{pads.surgery@12y}`) and never carry typed counts.

mod about;
mod figures;
mod guidance;
mod involvement;
mod options;
mod outcomes;
mod retold;
mod review;
mod score;
mod sources;
mod test;

pub use about::{About, Author, Choice, DecisionKind, Prompt, Understanding};
pub use figures::{BetweenDoc, CellDoc, ContrastDoc, GapField, IntervalMethod, RangeKind, RowDoc};
pub use guidance::{GuidelineDoc, LeftOutDoc, Line, SaysDoc};
pub use involvement::{HeardDoc, InvolvementDoc, SaidDoc};
pub use options::{Experience, OptionDoc, OptionKind, WayDoc};
pub use outcomes::{
    AlsoDoc, AmountDoc, Axis, BaselineDoc, BaselineGroupDoc, Better, HorizonDoc, LevelDoc, OutcomeDoc,
    ReferenceClassDoc,
};
pub use retold::{RetoldDoc, RetoldPart, RetoldTo};
pub use review::{EvidenceCheck, OverlayDoc, ReviewDoc, Reviewer, TranslatedDoc, TranslationDoc};
pub use score::{NONE, ScoreDoc, ScoreItemDoc, ScoreLevelDoc, SumDoc, Tally, Tick};
pub use sources::{SourceDoc, Support, Term};
pub use test::{TestDoc, TestResults};

use serde::Serialize;

use crate::format::Form;

/// The format version of new aids.
pub const FORMAT: u32 = 3;

/// The oldest format version this build reads. A file of format 1 has nothing that came with format 2: amounts, levels,
/// groups to choose from, test results for patients, and the country and setting under `about`. One of format 1 or 2 has
/// nothing that came with format 3: kinds of missing figures, and what differs where a range is none of chance.
pub const OLDEST_FORMAT: u32 = 1;

/// A whole decision aid.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Document {
    /// Format version, 1 to 3; what came with one needs it.
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
    #[serde(default)]
    pub results: Results,
    /// Fewest people the figures of every outcome are shown out of: 100 unless said, 1,000 or 10,000. For an aid that follows
    /// one crowd throughout; one outcome asks by its own `denominator`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denominator: Option<u32>,
    /// Who it is for, who made it, when it was reviewed.
    pub about: About,
    /// The condition and the decision.
    pub choice: Choice,
    /// Questions that open a conversation about what matters.
    #[serde(default, rename = "prompt")]
    pub prompts: Vec<Prompt>,
    /// Groups of people the figures are about.
    #[serde(rename = "reference_class")]
    pub reference_classes: Vec<ReferenceClassDoc>,
    /// Groups the figures depend on, for a person to choose theirs from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<BaselineDoc>,
    /// Published point scores that say which group someone is in, to work out on the page.
    #[serde(default, rename = "score", skip_serializing_if = "Vec::is_empty")]
    pub scores: Vec<ScoreDoc>,
    /// Points in time at which figures are given.
    #[serde(rename = "horizon")]
    pub horizons: Vec<HorizonDoc>,
    /// The options, in the order of every screen.
    #[serde(rename = "option")]
    pub options: Vec<OptionDoc>,
    /// The outcomes, in the order of every screen.
    #[serde(rename = "outcome")]
    pub outcomes: Vec<OutcomeDoc>,
    /// The test, when an option is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub test: Option<TestDoc>,
    /// What guidelines say of the options.
    #[serde(default, rename = "guideline", skip_serializing_if = "Vec::is_empty")]
    pub guidelines: Vec<GuidelineDoc>,
    /// What is left out on purpose, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOutDoc>,
    /// Questions that show whether the figures were understood.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub understanding: Vec<Understanding>,
    /// Questions to take to the visit.
    #[serde(default)]
    pub questions: Vec<String>,
    /// People and organisations that can help.
    #[serde(default)]
    pub support: Vec<Support>,
    /// Words explained where they first appear.
    #[serde(default, rename = "term")]
    pub terms: Vec<Term>,
    /// The decision told to children, or to people who help to look after the person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub retold: Vec<RetoldDoc>,
    /// Where figures and statements come from.
    #[serde(rename = "source")]
    pub sources: Vec<SourceDoc>,
    /// The clinician's review; `None` when no `review.toml` is signed.
    #[form(built)]
    pub review: Option<ReviewDoc>,
    /// Who was heard while it was made, and what came of it; `None` without an `involvement.toml`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[form(built)]
    pub involvement: Option<InvolvementDoc>,
    /// What an organisation changed in this copy; `None` for the aid as its authors published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[form(built)]
    pub overlay: Option<OverlayDoc>,
    /// What was made of a translation; `None` for an original.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[form(built)]
    pub translation: Option<TranslationDoc>,
    /// Translations beside an original.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[form(built)]
    pub translations: Vec<TranslatedDoc>,
    /// Sentences of [`crate::words`] in the language of the texts, each behind its key in hexadecimal digits and a
    /// space; none for English.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[form(built)]
    pub sentences: Vec<String>,
}

/// What is shown after weighing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Results {
    /// The options' fit with what matters, in words first.
    #[default]
    Fit,
    /// Only the facts and the person's own answers; no fit.
    Facts,
}
