//! About, What matters, The choice, Options.

use serde::Serialize;

use super::{OptionHead, Rich};
use crate::consultation::{Presence, Stage, WordsBox};

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
