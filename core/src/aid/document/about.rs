//! Who an aid is for, the choice, and what opens a conversation about it.

use serde::Serialize;

use crate::format::Form;

/// Who the aid is for and who answers for it.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
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
    /// Whether the decision is about treatment or about a test.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision_kind: Option<DecisionKind>,
    /// What it is for, in a paragraph or two.
    pub purpose: Vec<String>,
    /// Who it is for: each kind of person by itself.
    pub who_for: Vec<String>,
    /// Who it is not for: each kind of person by itself.
    pub not_for: Vec<String>,
    /// Country the figures and pathways are for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// When in care, and where, it is to be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub setting: Option<String>,
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

/// What a decision is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DecisionKind {
    /// Treatment.
    Treatment,
    /// A test or screening.
    Test,
}

/// One author.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Choice {
    /// The condition in plain words, in one paragraph or more.
    pub condition: Vec<String>,
    /// Why there is a choice.
    pub decision: Vec<String>,
    /// What usually happens if nothing is done.
    pub natural_course: Vec<String>,
    /// How soon a decision is needed.
    pub urgency: String,
    /// Whether the lines on when to get help are about a time after what is chosen, and about no illness of now. Then they open with a
    /// press on the step of options and on the summary; else they stand in view.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub help_later: bool,
}

/// A gentle question that helps someone say what matters.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
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

/// A question about the facts, with kind feedback. No score is kept.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Understanding {
    /// Identifier.
    pub id: String,
    /// The question.
    pub question: String,
    /// Two or more answers; figures by reference.
    pub answers: Vec<String>,
    /// Which answer is right, from 1.
    pub right: u32,
    /// Why, in a sentence or two; figures by reference.
    pub because: String,
}
