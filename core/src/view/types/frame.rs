//! What stands around every step.

use serde::Serialize;

use crate::consultation::Step;

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
