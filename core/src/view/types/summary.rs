//! Summary.

use serde::Serialize;

use super::{ReviewNotice, SourceView, SummaryTable};
use crate::consultation::{DecisionStage, Leaning, Note, Presence, ReadinessPrompt, Sure, WordsBox};

/// Summary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
    /// What the figures do not know.
    pub not_known: Vec<String>,
    /// Where the decision stands, every answer and whether it is chosen.
    pub leanings: Vec<(Leaning, String, bool)>,
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
    /// Support: name, what, how to reach.
    pub support: Vec<(String, String, Option<String>, Option<String>)>,
    /// When to get help now, a line each behind its option's name.
    pub get_help: Vec<String>,
    /// Sources in full.
    pub sources: Vec<SourceView>,
    /// Version and content hash.
    pub stamp: String,
    /// Review notice.
    pub review: ReviewNotice,
}
