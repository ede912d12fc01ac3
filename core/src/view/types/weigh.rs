//! Weigh.

use serde::Serialize;

use super::OptionHead;
use crate::aid::OutcomeId;
use crate::consultation::{Action, ConcernId, Weighable};

/// One thing to weigh.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WeighItem {
    /// What it is.
    pub what: Weighable,
    /// Name.
    pub name: String,
    /// The swing in counts: "from 24 down to 8 of every 100 men, at 12 years".
    pub swing: String,
    /// "No evidence figure: this is your own concern", for own concerns.
    pub own: bool,
    /// Chosen as the first to change.
    pub first: bool,
    /// Points, once answered.
    pub points: Option<u8>,
    /// Can go up.
    pub can_raise: bool,
    /// Can go down.
    pub can_lower: bool,
}

/// A concern to rate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ConcernView {
    /// Identifier.
    pub id: ConcernId,
    /// In the person's words.
    pub words: String,
    /// A rating for each option, `None` until given.
    pub ratings: Vec<(OptionHead, Option<u8>)>,
}

/// A limit the person set or may set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LimitView {
    /// The outcome.
    pub outcome: OutcomeId,
    /// Its name.
    pub name: String,
    /// Whether a limit is set.
    pub set: bool,
    /// "I would not accept more than 20 of every 100 men …".
    pub sentence: String,
    /// The count, once set.
    pub count: Option<u32>,
    /// What to dispatch to set it or take it away.
    pub toggle: Action,
    /// Can go up.
    pub can_raise: bool,
    /// Can go down.
    pub can_lower: bool,
    /// Options it excludes, in a sentence.
    pub excludes: String,
}

/// Weigh.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WeighView {
    /// Which group the figures are for, where they depend on one.
    pub group: Option<String>,
    /// Answers that are kept for another group, in a sentence.
    pub kept: Option<String>,
    /// Things to weigh.
    pub items: Vec<WeighItem>,
    /// Outcomes that drop out, each with why in a sentence ("the options do not differ …").
    pub left_out: Vec<(String, String)>,
    /// Read-back: "So leaking urine matters to you about twice as much as …". Empty until something is answered.
    pub read_back: Vec<String>,
    /// "These look about the same to you. Is that right?", when they do.
    pub about_equal: Option<String>,
    /// Own concerns.
    pub concerns: Vec<ConcernView>,
    /// Options and whether the person has ruled each out.
    pub ruled_out: Vec<(OptionHead, bool)>,
    /// Limits on outcomes.
    pub limits: Vec<LimitView>,
    /// How many are still to answer, in a sentence; `None` when all are.
    pub still_to_answer: Option<String>,
}
