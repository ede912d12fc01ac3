//! Marks on outcomes: how each matters to the person who decides, in everyday words and whether it has figures or not.
//!
//! A mark belongs to the outcome and not to its figures, so that neither another group nor another number takes it away. It
//! never weighs anything by itself: it says what is shown first, and what a way of weighing may start from.

use serde::Serialize;

use super::room::{MAX_LINE, MAX_WORDS};
use super::{Answers, Dropped, OutcomeOrder, WordsBox};
use crate::aid::OutcomeId;
use crate::format::Form;

/// How an outcome matters to the person who decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeMark {
    /// It matters a lot.
    Matters,
    /// It worries them.
    Worries,
    /// It does not matter to them.
    DoesNotMatter,
}

impl OutcomeMark {
    /// Every mark, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Matters, Self::Worries, Self::DoesNotMatter];
}

/// What the person who decides said of one outcome: a mark, words of their own, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Marked {
    /// The mark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark: Option<OutcomeMark>,
    /// Their own words, as typed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// The place of what has no mark among what is put in order by marks.
pub(crate) const UNMARKED: u8 = 2;

impl Answers {
    /// The mark on an outcome.
    #[must_use]
    pub fn mark_of(&self, outcome: &OutcomeId) -> Option<OutcomeMark> {
        self.marks.get(outcome)?.mark
    }

    /// The person's own words about an outcome; empty where there are none.
    #[must_use]
    pub fn words_about(&self, outcome: &OutcomeId) -> &str {
        self.marks.get(outcome).map_or("", |said| &said.words)
    }

    /// All that was said of an outcome in words: what was written about it, which stands in no box, and what stands in boxes that are
    /// about it.
    #[must_use]
    pub fn said_about(&self, outcome: &OutcomeId) -> Vec<(Option<WordsBox>, String)> {
        let boxes = self.about.iter().filter(|(_, linked)| linked.contains(outcome));
        let theirs = boxes.filter_map(|(place, _)| Some((Some(*place), self.words.get(place)?.as_str())));
        std::iter::once((None, self.words_about(outcome)))
            .chain(theirs)
            .map(|(place, words)| (place, words.trim().to_owned()))
            .filter(|(_, words)| !words.is_empty())
            .collect()
    }

    /// Every outcome that something was said of, each once.
    pub(super) fn outcomes_said_of(&self) -> Vec<&OutcomeId> {
        let linked = self.about.iter().flat_map(|(_, outcomes)| outcomes.iter());
        let mut all: Vec<_> = self.marks.iter().map(|(id, _)| id).chain(linked).collect();
        all.sort();
        all.dedup();
        all
    }

    /// Whether any outcome has a mark.
    #[must_use]
    pub fn has_marks(&self) -> bool {
        self.marks.iter().any(|(_, said)| said.mark.is_some())
    }

    /// Where its mark puts an outcome: what matters a lot first, then what worries, what has no mark, and what does not matter.
    pub(crate) fn place_by_mark(&self, outcome: &OutcomeId) -> u8 {
        match self.mark_of(outcome) {
            Some(OutcomeMark::Matters) => 0,
            Some(OutcomeMark::Worries) => 1,
            None => UNMARKED,
            Some(OutcomeMark::DoesNotMatter) => 3,
        }
    }

    /// Changes what is said of one outcome. What says nothing is not kept.
    pub(super) fn say_of(&mut self, outcome: OutcomeId, change: impl FnOnce(&mut Marked)) {
        let mut said = self.marks.get(&outcome).cloned().unwrap_or_default();
        change(&mut said);
        if said == Marked::default() {
            self.marks.remove(&outcome);
        } else {
            self.marks.insert(outcome, said);
        }
    }

    /// Puts what was marked in its place, now that Compare is opened: never while it is read, where a row would jump from under
    /// a finger. An order that the person chose stays.
    pub(super) fn settle_order(&mut self, mut outcomes: Vec<OutcomeId>) {
        self.order = match (&self.order, self.has_marks()) {
            (OutcomeOrder::Aid | OutcomeOrder::Marks(_), true) => {
                // Stable: those with the same mark stay in the aid's order.
                outcomes.sort_by_key(|id| self.place_by_mark(id));
                OutcomeOrder::Marks(outcomes)
            }
            (OutcomeOrder::Marks(_), false) => OutcomeOrder::Aid,
            _ => return,
        };
    }
}

/// Keeps what is said of outcomes that are still there, and says what is not. A mark on an outcome that is gone is told by
/// the name it had, and the words with it go to a box that has room: nothing that a person wrote is lost.
pub(super) fn sift(
    answers: &mut Answers,
    known: impl Fn(&OutcomeId) -> bool,
    name: impl Fn(&OutcomeId) -> Option<String>,
) -> Vec<Dropped> {
    let mut dropped = Vec::new();
    let mut cut = false;
    let all: Vec<(OutcomeId, Marked)> = answers.marks.iter().cloned().collect();
    for (id, said) in all {
        if known(&id) {
            if let Some((end, _)) = said.words.char_indices().nth(MAX_LINE) {
                answers.say_of(id, |said| said.words.truncate(end));
                cut = true;
            }
            continue;
        }
        answers.marks.remove(&id);
        let outcome = name(&id).unwrap_or_else(|| id.to_string());
        let words = said.words.trim();
        if !words.is_empty() {
            cut |= !keep_words(answers, &[outcome.as_str(), ": ", words].concat());
        }
        dropped.push(Dropped::Mark {
            outcome,
            words: !words.is_empty(),
        });
    }
    answers.marks.retain(|_, said| *said != Marked::default());
    dropped.extend(unlink(answers, &known, &name));
    if let OutcomeOrder::Marks(ids) = &mut answers.order {
        ids.retain(known);
    }
    if cut {
        dropped.push(Dropped::Words);
    }
    dropped
}

/// Takes away what links words to outcomes that are gone, and says of which. The words stay in their box.
fn unlink(
    answers: &mut Answers,
    known: impl Fn(&OutcomeId) -> bool,
    name: impl Fn(&OutcomeId) -> Option<String>,
) -> Vec<Dropped> {
    let mut gone = Vec::new();
    for linked in answers.about.values_mut() {
        gone.extend(linked.iter().filter(|id| !known(id)).cloned());
        linked.retain(|id| known(id));
    }
    answers.about.retain(|_, linked| !linked.is_empty());
    gone.sort();
    gone.dedup();
    let told = |id: OutcomeId| Dropped::Link(name(&id).unwrap_or_else(|| id.to_string()));
    gone.into_iter().map(told).collect()
}

/// Puts words into the first box that has room for them; false when none has.
fn keep_words(answers: &mut Answers, words: &str) -> bool {
    let boxes = [
        WordsBox::Matters,
        WordsBox::Worries,
        WordsBox::Hopes,
        WordsBox::WouldNotAccept,
    ];
    for place in boxes {
        let all = match answers.words.get(&place) {
            Some(there) => [there, "\n", words].concat(),
            None => words.to_owned(),
        };
        if all.chars().count() <= MAX_WORDS {
            answers.words.insert(place, all);
            return true;
        }
    }
    false
}
