//! The options. Every option has a text under every heading.

use serde::Serialize;

use crate::format::Form;

/// What kind of option it is. Every aid has one of the last four.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
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
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
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
    /// A line drawing for Easy Read: the `d` of one SVG path in a square of 64 by 64. Every option has one, or none has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drawing: Option<String>,
    /// Whom this option is for, in a sentence or two, as what the authors say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub for_whom: Option<String>,
    /// Ways to have it, where there are several: tablet or patch, by keyhole or by a cut.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ways: Vec<WayDoc>,
    /// When to get help now, after this choice: each sign by itself. Apart from whom the aid is not for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub get_help: Vec<String>,
}

/// One of several ways to have an option. Its figures are the option's own: a way with other figures is another option.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct WayDoc {
    /// In a few words: "A patch".
    pub name: String,
    /// What it is like, in a sentence or two.
    pub text: String,
}

/// What living with an option is like (IPDAS 1.2.1).
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
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
