//! Marks on outcomes.

use serde::Serialize;

use super::OptionHead;
use crate::aid::OutcomeId;
use crate::consultation::{Action, OutcomeMark, WordsBox};

/// What the person who decides said of one outcome, and whether it can be changed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct MarkView {
    /// The outcome.
    pub outcome: OutcomeId,
    /// Its name.
    pub name: String,
    /// The mark.
    pub mark: Option<OutcomeMark>,
    /// What they wrote about it, as typed.
    pub words: String,
    /// All that was said of it in words: this, and the words of boxes that are about it.
    pub said: Vec<(Option<WordsBox>, String)>,
    /// Every box that has words, and whether they are about this.
    pub boxes: Vec<(WordsBox, bool)>,
    /// Whether it is the turn of the person who decides.
    pub may: bool,
}

/// An outcome to mark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct MarkItem {
    /// What is said of it.
    pub mark: MarkView,
    /// "from 24 down to 8 of every 100 men, at 12 years", and what nobody knows of it.
    pub ends: Vec<String>,
}

/// An outcome that matters to the person, and what happens with each option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct MarkedOutcome {
    /// What is said of it.
    pub mark: MarkView,
    /// "At 12 years"; empty where there are no figures.
    pub when: String,
    /// "24 of every 100 men" for each option, in the aid's order; none where there are no figures.
    pub options: Vec<(OptionHead, String)>,
}

/// Marking the outcomes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct MarksView {
    /// Marking is the weighing here: how the options fit is not worked out, or no figures tell them apart.
    pub is_weighing: bool,
    /// Every outcome, in the aid's order.
    pub items: Vec<MarkItem>,
    /// What matters to the person, what matters a lot first.
    pub marked: Vec<MarkedOutcome>,
    /// What does not matter to them, in a sentence.
    pub does_not: Option<String>,
    /// What is not done with these answers, in a sentence.
    pub note: String,
}

/// A start for the order of what matters, proposed and not yet taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct StartView {
    /// What was marked, and that it is only a start, in sentences.
    pub said: Vec<String>,
    /// What taking it does.
    pub action: Action,
}
