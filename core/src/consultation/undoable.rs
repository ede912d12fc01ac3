//! What an answer that can be taken back was about, found by what differs.

use super::{Answers, Consultation, Map, WordsBox};
use crate::aid::OutcomeId;

/// What a change was about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undoable {
    /// Who is here.
    Present,
    /// Where they are with the decision.
    Stage,
    /// A box of own words.
    Words(WordsBox),
    /// The questions to ask, in the person's words.
    Questions,
    /// Which of the aid's questions they want to ask.
    Asks,
    /// What was ticked or chosen of who the person is: the figures are for another group.
    Group,
    /// How much things matter.
    Weighing,
    /// Concerns of their own.
    Concerns,
    /// What was said of an outcome.
    Mark(OutcomeId),
    /// What they would not accept.
    Limits,
    /// Where the decision stands.
    Leaning,
    /// What they are ready for.
    Ready,
    /// What the aid asked them.
    Understood,
    /// How sure they are.
    Sure,
    /// What to talk about.
    Agenda,
    /// Who does what.
    Actions,
    /// When to look again.
    Review,
    /// Several of these at once: a saved file was opened, or another window went on.
    Several,
}

impl Consultation {
    /// What undo takes back on the step that is shown. What was changed on another step is not taken back from here: nobody would
    /// see it.
    #[must_use]
    pub fn undoes(&self) -> Option<Undoable> {
        let before = self.last_here()?;
        Some(Undoable::between(before, self.answers()))
    }

    /// What redo brings back on the step that is shown.
    #[must_use]
    pub fn redoes(&self) -> Option<Undoable> {
        let after = self.next_here()?;
        Some(Undoable::between(self.answers(), after))
    }
}

impl Undoable {
    fn between(before: &Answers, after: &Answers) -> Self {
        let group = |of: &Answers| (of.group.clone(), of.also.clone(), of.ticked.clone());
        if group(before) != group(after) {
            // What was said for the other group goes and comes with it.
            return Self::Group;
        }
        let mut found = Vec::new();
        let mut note = |differs: bool, change: Self| {
            if differs {
                found.push(change);
            }
        };
        note(before.present != after.present, Self::Present);
        note(before.stage != after.stage, Self::Stage);
        for which in differing(&before.words, &after.words) {
            note(true, Self::Words(which));
        }
        for which in differing(&before.about, &after.about) {
            note(true, Self::Words(which));
        }
        note(before.questions != after.questions, Self::Questions);
        note(before.asks != after.asks, Self::Asks);
        // A concern that goes takes along how much it matters.
        let concerns = before.concerns != after.concerns;
        note(concerns, Self::Concerns);
        let weighed = (&before.weighings, &before.anyway) != (&after.weighings, &after.anyway);
        note(!concerns && weighed, Self::Weighing);
        for outcome in differing(&before.marks, &after.marks) {
            note(true, Self::Mark(outcome));
        }
        note(before.deal_breakers != after.deal_breakers, Self::Limits);
        let stands = |of: &Answers| (of.leaning.clone(), of.status);
        note(stands(before) != stands(after), Self::Leaning);
        note(before.ready != after.ready, Self::Ready);
        note(before.understood != after.understood, Self::Understood);
        note(before.sure != after.sure, Self::Sure);
        note(before.agenda != after.agenda, Self::Agenda);
        note(before.actions != after.actions, Self::Actions);
        note(before.review != after.review, Self::Review);
        // Limits alone may be weighed at other times: then these are all that changes.
        if found.is_empty() && before.weighed_at != after.weighed_at {
            found.push(Self::Weighing);
        }
        match <[Self; 1]>::try_from(found) {
            Ok([one]) => one,
            Err(_) => Self::Several,
        }
    }
}

/// The keys under which two maps hold different things, each once.
fn differing<K: Clone + Ord, V: PartialEq>(before: &Map<K, V>, after: &Map<K, V>) -> Vec<K> {
    let mut keys: Vec<K> = before
        .iter()
        .chain(after.iter())
        .map(|(key, _)| key.clone())
        .collect();
    keys.sort();
    keys.dedup();
    keys.retain(|key| before.get(key) != after.get(key));
    keys
}
