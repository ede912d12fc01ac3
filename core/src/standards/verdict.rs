//! What is said of an aid by a rule, and where it was seen.

use serde::Serialize;

use super::rules::{Rule, RuleSet};
use crate::aid::Place;

/// A verdict. There is no "compliant": a standard is met by a judgement of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The rule is met.
    Met,
    /// The rule is met in part.
    PartlyMet,
    /// The rule is not met.
    NotMet,
    /// The rule does not apply to this aid.
    NotApplicable,
    /// A person has to judge whether the rule is met.
    NeedsPerson,
}

impl Verdict {
    /// Every verdict, in the order reports give them.
    pub const ALL: [Self; 5] = [
        Self::Met,
        Self::PartlyMet,
        Self::NotMet,
        Self::NeedsPerson,
        Self::NotApplicable,
    ];

    /// The verdict in words, as reports print it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::PartlyMet => "partly met",
            Self::NotMet => "not met",
            Self::NotApplicable => "not applicable",
            Self::NeedsPerson => "needs a person",
        }
    }
}

/// A place in the aid's files that a verdict rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VerdictPlace {
    /// The place, in field names.
    pub place: Place,
    /// The file, once known.
    pub file: Option<String>,
    /// The line, from 1, once known.
    pub line: Option<u32>,
}

/// What a check found: a verdict, its reason, and where it was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Judgement {
    pub(crate) verdict: Verdict,
    pub(crate) because: String,
    pub(crate) places: Vec<Place>,
    pub(crate) remedy: Option<String>,
}

impl Judgement {
    fn new(verdict: Verdict, because: impl Into<String>) -> Self {
        Self {
            verdict,
            because: because.into(),
            places: Vec::new(),
            remedy: None,
        }
    }

    pub(crate) fn met(because: impl Into<String>) -> Self {
        Self::new(Verdict::Met, because)
    }

    pub(crate) fn partly(because: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::new(Verdict::PartlyMet, because).remedied(remedy)
    }

    pub(crate) fn not_met(because: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::new(Verdict::NotMet, because).remedied(remedy)
    }

    pub(crate) fn person(because: impl Into<String>) -> Self {
        Self::new(Verdict::NeedsPerson, because)
    }

    pub(crate) fn not_applicable(because: impl Into<String>) -> Self {
        Self::new(Verdict::NotApplicable, because)
    }

    fn remedied(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }

    pub(crate) fn at(mut self, place: Place) -> Self {
        self.places.push(place);
        self
    }

    pub(crate) fn at_all(mut self, places: impl IntoIterator<Item = Place>) -> Self {
        self.places.extend(places);
        self
    }
}

/// One rule and what is said of the aid.
#[derive(Clone, Debug, Serialize)]
pub struct Item {
    /// The rule.
    #[serde(flatten)]
    pub rule: Rule,
    /// The verdict.
    pub verdict: Verdict,
    /// Why, in a sentence.
    pub because: String,
    /// Where it was seen, the most telling first.
    pub evidence: Vec<VerdictPlace>,
    /// What to do, unless it is met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remedy: Option<String>,
}

/// One rule set and what is said of the aid.
#[derive(Clone, Debug, Serialize)]
pub struct SetReport {
    /// The set.
    #[serde(flatten)]
    pub set: RuleSet,
    /// One entry per rule.
    pub items: Vec<Item>,
}

impl SetReport {
    /// How many rules have a verdict.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        self.items.iter().filter(|item| item.verdict == verdict).count()
    }
}
