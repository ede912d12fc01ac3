//! The groups the figures are for. Weights belong to the ranges they were asked about, and another group has other
//! ranges: its answers are kept apart, and none is lost.

use crate::aid::{Aid, ReferenceClassId};

use super::{ActionError, Answers, SetAside, Weighing, bounds::Bounds, swings::swings};

impl SetAside {
    /// The groups they were given for.
    pub fn groups(&self) -> impl Iterator<Item = &ReferenceClassId> {
        self.group.iter().chain(&self.also)
    }
}

impl Answers {
    /// The groups that are chosen, at most one of each question.
    pub fn groups(&self) -> impl Iterator<Item = &ReferenceClassId> {
        self.group.iter().chain(&self.also)
    }

    /// The aid as this person sees it: with the figures of their groups, weighed at the times they chose, and chances said as they chose.
    #[must_use]
    pub fn seen(&self, aid: &Aid) -> Aid {
        let times = self.times().iter();
        self.told(aid).seen_by(self.groups()).weighed_at(times)
    }

    /// The whole aid, with chances said as they chose.
    #[must_use]
    pub fn told(&self, aid: &Aid) -> Aid {
        aid.said_in(self.chances)
    }

    /// Answers for other groups that are set aside while nothing is said yet for those that are chosen.
    #[must_use]
    pub fn waits_for(&self) -> Option<&SetAside> {
        if self.says_how_much() {
            return None;
        }
        self.set_aside.last()
    }

    pub(super) fn says_how_much(&self) -> bool {
        self.weighings.iter().any(|(_, said)| said.says_anything())
    }
}

/// Chooses a group.
pub(super) fn choose(
    answers: &mut Answers,
    bounds: &Bounds,
    group: ReferenceClassId,
) -> Result<(), ActionError> {
    let axis = bounds.group(&group)?;
    put(answers, bounds, axis, Some(group));
    Ok(())
}

/// Chooses the group of a question, or none. Before the first choice only outcomes that this question does not change could
/// be weighed: those answers stay.
pub(super) fn put(answers: &mut Answers, bounds: &Bounds, axis: usize, group: Option<ReferenceClassId>) {
    let (left, left_also) = (answers.group.clone(), answers.also.clone());
    let chosen = if axis == 0 {
        &mut answers.group
    } else {
        &mut answers.also
    };
    if *chosen == group {
        return;
    }
    if std::mem::replace(chosen, group).is_some() {
        let weighings = std::mem::take(&mut answers.weighings);
        answers
            .set_aside
            .retain(|aside| aside.group != left || aside.also != left_also);
        // The way someone answers in stays theirs; what they said belongs to the ranges.
        for (who, said) in weighings.iter() {
            let way = Weighing {
                method: said.method,
                ..Weighing::default()
            };
            answers.weighings.insert(*who, way);
        }
        if weighings.iter().any(|(_, said)| said.says_anything()) {
            answers.set_aside.push(SetAside {
                group: left,
                also: left_also,
                ranges: bounds.swings.hash(),
                weighings,
                times: answers.weighed_at.clone(),
            });
        }
    }
    let mut kept = answers.set_aside.iter();
    if let Some(at) = kept.position(|aside| aside.group == answers.group && aside.also == answers.also)
        && !answers.says_how_much()
    {
        let aside = answers.set_aside.remove(at);
        answers.weighings = aside.weighings;
        answers.weighed_at = aside.times;
        let concerns = &answers.concerns;
        for said in answers.weighings.values_mut() {
            said.forget_what_is_gone(concerns);
        }
    }
}

/// Drops what no longer fits: an unknown group, and answers about ranges that have changed. Says whether any was.
pub(super) fn sift(answers: &mut Answers, aid: &Aid, bounds: &Bounds) -> bool {
    let answers_it = |group: &Option<ReferenceClassId>, axis: usize| {
        group.as_ref().is_none_or(|group| bounds.group(group) == Ok(axis))
    };
    if !answers_it(&answers.group, 0) {
        answers.group = None;
    }
    if !answers_it(&answers.also, 1) {
        answers.also = None;
    }
    let before = answers.set_aside.len();
    answers.set_aside.retain(|aside| {
        answers_it(&aside.group, 0)
            && answers_it(&aside.also, 1)
            && aside.groups().next().is_some()
            && swings(&aid.seen_by(aside.groups()).weighed_at(aside.times.iter())).hash() == aside.ranges
    });
    answers.set_aside.len() != before
}
