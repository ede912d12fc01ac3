//! About, What matters, The choice, Options.

use serde::Serialize;

use super::{OptionHead, Rich, SourceView};
use crate::aid::OutcomeId;
use crate::consultation::{Action, CompareAs, DecisionStage, Liking, Mode, Presence, Step, WordsBox};

/// About.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct AboutView {
    /// Plain name of the condition.
    pub condition: String,
    /// The decision, as a question.
    pub decision: String,
    /// What it is for.
    pub purpose: Vec<Rich>,
    /// Intended use: what it does and does not do (fixed sentences).
    pub intended_use: Vec<String>,
    /// The last of it by itself: it neither recommends nor replaces advice.
    pub no_advice: String,
    /// Who it is for.
    pub who_for: Vec<String>,
    /// Who it is not for.
    pub not_for: Vec<String>,
    /// Whom each option is for, of those that say so: its name and the sentence.
    pub options_for: Vec<(String, String)>,
    /// "About 10 minutes".
    pub how_long: String,
    /// Label and text: who made it, who paid, interests, published, reviewed, next review, how updated, licence, version.
    pub facts: Vec<(String, String)>,
    /// Who can be here, and whether they are.
    pub present: Vec<(Presence, bool)>,
    /// How the page is used.
    pub modes: Vec<(Mode, bool)>,
    /// Where that use begins.
    pub start: Step,
    /// Pictures or a table first.
    pub show_as: CompareAs,
    /// How the person likes information.
    pub liking: Vec<(Liking, bool)>,
    /// The decision told to somebody else, where the author has written that.
    pub retold: Vec<RetoldView>,
}

/// The decision told to a child, or to someone who helps to look after the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct RetoldView {
    /// Its heading, which says whom it is for.
    pub title: String,
    /// What is told: a heading and sentences each.
    pub parts: Vec<(String, Vec<String>)>,
}

/// What matters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct WhatMattersView {
    /// Gentle prompts.
    pub prompts: Vec<String>,
    /// The boxes.
    pub boxes: Vec<BoxView>,
    /// Where they are with the decision; none chosen at first.
    pub stages: Vec<(DecisionStage, bool)>,
    /// The one question that is on screen, where they are asked one at a time.
    pub one: Option<OneView>,
}

/// One question at a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct OneView {
    /// The box; `None` for the question after the last of them, where the person is with the decision.
    pub place: Option<WordsBox>,
    /// "Question 2 of 5".
    pub said: String,
    /// Shows the question before.
    pub back: Option<Action>,
    /// Shows the next.
    pub next: Option<Action>,
}

/// A box for own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct BoxView {
    /// Which.
    pub place: WordsBox,
    /// What stands in it.
    pub words: String,
    /// What it is about, in a sentence; `None` where nobody said.
    pub about: Option<String>,
    /// Every outcome by its name, and whether the words are about it; none while nothing is written.
    pub outcomes: Vec<(OutcomeId, String, bool)>,
}

/// The choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
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
    /// What the test is for and how often it is right, where an option is a test.
    pub test: Option<Box<TestView>>,
    /// Terms explained.
    pub terms: Vec<(String, String)>,
    /// What is left out on purpose, and why.
    pub left_out: Vec<(String, String)>,
}

/// One option's card: the same headings for every option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
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
    /// What each guideline says of it, in sentences: the same guidelines for every option.
    pub guidelines: Vec<String>,
    /// A line drawing for Easy Read: the `d` of one path in a square of 64 by 64.
    pub drawing: Option<String>,
    /// Whom it is for, as its authors say.
    pub for_whom: Option<String>,
    /// Ways to have it: name and text.
    pub ways: Vec<(String, String)>,
    /// When to get help now, after this choice.
    pub get_help: Vec<String>,
    /// Whether that is about a time after the choice, and opens with a press.
    pub help_later: bool,
}

/// A test: what it looks for, what follows, how often it is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct TestView {
    /// What it is meant to find.
    pub purpose: Rich,
    /// What happens next when it finds something.
    pub if_positive: Rich,
    /// What happens next when it finds nothing.
    pub if_negative: Rich,
    /// What it means to find something that would never have caused trouble.
    pub overdiagnosis: Rich,
    /// How often it is right.
    pub results: TestResultsView,
}

/// How often a test is right, of one number of people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TestResultsView {
    /// Counted.
    Counted(Box<TestCounts>),
    /// "We do not know": why.
    NotKnown(String),
}

/// Four natural frequencies from one number of people, as a tree of two branches with two ends each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct TestCounts {
    /// "Of 1,000 women asked to screening, within 3 years:".
    pub of: String,
    /// Those with the condition, then those without.
    pub branches: [TestBranch; 2],
    /// How many would be found without the test, in a sentence, when that is known.
    pub without: Option<String>,
    /// Sources.
    pub sources: Vec<SourceView>,
    /// Verified, secondary copy, or derived, in words.
    pub status: String,
}

/// One branch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct TestBranch {
    /// "15 have the condition."
    pub words: String,
    /// How many.
    pub count: String,
    /// Of them, those the test is right and wrong about: count and sentence, in that order.
    pub right: (String, String),
    /// The same for wrong results.
    pub wrong: (String, String),
}
