//! Summary.

use serde::Serialize;

use super::{DecideView, ReadyView, ReviewNotice, SourceView, SummaryTable};
use crate::consultation::{
    DecisionStage, DecisionStatus, Leaning, Note, Presence, ReadinessPrompt, Sure, WordsBox,
};

/// Summary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct SummaryView {
    /// Title.
    pub title: String,
    /// Which groups the figures are for, where they depend on any, and the scores worked out.
    pub group: Vec<String>,
    /// What the test finds, in sentences; empty where no option is a test.
    pub test: Vec<String>,
    /// Label and text of what the person said in their own words.
    pub words: Vec<(WordsBox, String)>,
    /// Stage.
    pub stage: Option<DecisionStage>,
    /// Who was here.
    pub present: Vec<Presence>,
    /// What matters most, in sentences: what was marked, then what was weighed.
    pub weighed: Vec<String>,
    /// How many of the first of these are to be in view.
    pub weighed_seen: usize,
    /// Own concerns and deal-breakers, in sentences.
    pub limits: Vec<String>,
    /// How the options fit, in words; empty when not weighed or facts only.
    pub fit: Vec<String>,
    /// How many of the first of these are the result itself; how it came about follows, and last that it is not advice.
    pub fit_seen: usize,
    /// Figures they saw: one line per outcome, one count per option.
    pub figures: SummaryTable,
    /// What the figures do not know; what does not apply is not among it.
    pub not_known: Vec<String>,
    /// Where the decision stands, every answer and whether it is chosen.
    pub leanings: Vec<(Leaning, String, bool)>,
    /// Whether anything is decided, and the same in a sentence.
    pub status: (DecisionStatus, String),
    /// How sure they are.
    pub sure: Option<Sure>,
    /// Reservations, in their words.
    pub reservations: String,
    /// What they are not fine with yet.
    pub not_yet: Vec<ReadinessPrompt>,
    /// Who does what.
    pub actions: Vec<Note>,
    /// When to look at the decision again, in words: "31 March 2027".
    pub review_on: Option<String>,
    /// Questions to ask from the aid.
    pub questions: Vec<String>,
    /// Questions in the person's own words.
    pub own_questions: String,
    /// Those of the aid's questions that the person ticked.
    pub asks: Vec<String>,
    /// What is answered on the sheet itself: the questions of Ready?.
    pub ready: ReadyView,
    /// And those of Decide.
    pub decide: DecideView,
    /// The sheet for an appointment.
    pub appointment: AppointmentView,
    /// Support: name, what, how to reach.
    pub support: Vec<(String, String, Option<String>, Option<String>)>,
    /// When to get help now, each line once, behind the names of its options where it is not about all of them.
    pub get_help: Vec<String>,
    /// Whether that is about a time after the choice, and opens with a press.
    pub help_later: bool,
    /// Sources in full.
    pub sources: Vec<SourceView>,
    /// Version and content hash.
    pub stamp: String,
    /// Review notice.
    pub review: ReviewNotice,
}

/// What a person takes to an appointment. Each question, and whether it is in their own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct AppointmentView {
    /// Three at most, with room for what was answered.
    pub front: Vec<(bool, String)>,
    /// What else they want to ask; all of the aid's questions where they chose none.
    pub more: Vec<(bool, String)>,
    /// The aid's questions to choose from: number, text, ticked.
    pub questions: Vec<(u32, String, bool)>,
}
