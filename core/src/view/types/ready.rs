//! Ready?, Decide together, and the health professional's panel.

use serde::Serialize;

use super::Rich;
use crate::consultation::{
    DecisionStage, DecisionStatus, Leaning, Note, Presence, ReadinessPrompt, Sure, WordsBox,
};

/// Ready?
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct ReadyView {
    /// The prompts, and whether the person is fine with each; `None` until they say.
    pub prompts: Vec<(ReadinessPrompt, Option<bool>)>,
    /// The aid's own questions.
    pub understanding: Vec<QuestionView>,
    /// Questions to ask from the aid: number, text, ticked.
    pub questions: Vec<(u32, String, bool)>,
    /// Questions in the person's own words.
    pub own_questions: String,
}

/// One of the aid's own questions about the facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct QuestionView {
    /// Identifier.
    pub id: String,
    /// The question.
    pub question: Rich,
    /// Its answers: number, text, chosen.
    pub answers: Vec<(u32, Rich, bool)>,
    /// Once answered: whether that was the answer, and why in any case.
    pub feedback: Option<(bool, Rich)>,
}

/// Decide together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct DecideView {
    /// Where the decision stands, every answer in the same form and whether it is chosen.
    pub leanings: Vec<(Leaning, String, bool)>,
    /// Whether anything is decided: every answer, and whether it is chosen; empty while there is no option to decide on.
    pub statuses: Vec<(DecisionStatus, bool)>,
    /// When the fit is shown and another option clearly fits more with what they said: that, as a question.
    pub ask: Option<String>,
    /// How sure.
    pub sure: Vec<(Sure, bool)>,
    /// Reservations, in their words.
    pub reservations: String,
    /// What was decided and why, in their words.
    pub teach_back: String,
    /// Who does what.
    pub actions: Vec<Note>,
    /// When to look again, as an ISO date; empty when nobody said.
    pub review: String,
    /// Who may have something to do.
    pub sides: Vec<Presence>,
}

/// What stands beside every step in the consultation, for the health professional.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct PanelView {
    /// What the person and someone with them said in their own words.
    pub words: Vec<(WordsBox, String)>,
    /// Where they were with the decision.
    pub stage: Option<DecisionStage>,
    /// What matters most, in sentences.
    pub weighed: Vec<String>,
    /// Where the decision stands, in their words.
    pub leaning: Option<String>,
    /// Their questions.
    pub questions: String,
    /// What they are not fine with yet.
    pub not_yet: Vec<ReadinessPrompt>,
    /// What to talk about, in the agreed order.
    pub agenda: Vec<Note>,
    /// The professional's own notes.
    pub notes: String,
}
