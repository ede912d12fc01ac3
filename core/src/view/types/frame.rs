//! What stands around every step.

use serde::Serialize;

use crate::consultation::{PathStage, Step, Undoable};

/// What stands on every step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct Frame {
    /// Aid title.
    pub title: String,
    /// Short title.
    pub short_title: String,
    /// The stages, with their steps.
    pub stages: Vec<StageLink>,
    /// "Not clinically reviewed", in a sentence, or who reviewed it and when.
    pub review: ReviewNotice,
    /// The same in a few words, for the head of every page.
    pub review_short: String,
    /// "prostate-localised 1.0.0, 3f9a…": version and content hash.
    pub stamp: String,
    /// Whether there is something to undo, here or on another step.
    pub can_undo: bool,
    /// Whether there is something to redo, here or on another step.
    pub can_redo: bool,
}

/// What can be taken back and brought back on the step that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndoView {
    /// What undo takes back.
    pub undoes: Option<UndoChange>,
    /// What redo brings back.
    pub redoes: Option<UndoChange>,
}

/// A change, with the name of the outcome that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndoChange {
    /// What was changed.
    pub change: Undoable,
    /// The outcome's name.
    pub outcome: Option<String>,
}

/// Review status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct ReviewNotice {
    /// True once a clinician has signed this version.
    pub reviewed: bool,
    /// The sentence.
    pub text: String,
}

/// One stage in the list of stages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct StageLink {
    /// The stage.
    pub stage: PathStage,
    /// One of its steps is being shown.
    pub current: bool,
    /// The step that it leads to: its first, or where two people use the page together, the one they talk over.
    pub to: Step,
    /// Its steps, in order.
    pub steps: Vec<StepLink>,
}

/// One step in the list of the steps of its stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct StepLink {
    /// The step.
    pub step: Step,
    /// Being shown.
    pub current: bool,
    /// Opened before.
    pub visited: bool,
}
