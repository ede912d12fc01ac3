//! The group the figures are for. Weights belong to the ranges they were asked about, and another group has other
//! ranges: its answers are kept apart, and none is lost.

use crate::aid::{Aid, ReferenceClassId};

use super::{ActionError, Answers, SetAside, Weighing, bounds::Bounds, swings::swings};

impl Answers {
    /// The aid as this person sees it: with the figures of their group, and chances said as they chose.
    #[must_use]
    pub fn seen(&self, aid: &Aid) -> Aid {
        self.told(aid).seen_by(self.group.as_ref())
    }

    /// The whole aid, with chances said as they chose.
    #[must_use]
    pub fn told(&self, aid: &Aid) -> Aid {
        aid.said_in(self.chances)
    }

    /// A group whose answers are set aside while nothing is said yet for the one that is chosen.
    #[must_use]
    pub fn waits_for(&self) -> Option<&ReferenceClassId> {
        if self.weighings.iter().any(|(_, said)| said.says_anything()) {
            return None;
        }
        self.set_aside.last().map(|aside| &aside.group)
    }
}

/// Chooses a group. Before the first choice only outcomes that no group changes could be weighed: those answers stay.
pub(super) fn choose(
    answers: &mut Answers,
    bounds: &Bounds,
    group: ReferenceClassId,
) -> Result<(), ActionError> {
    bounds.group(&group)?;
    if answers.group.as_ref() == Some(&group) {
        return Ok(());
    }
    if let Some(left) = answers.group.replace(group.clone()) {
        let weighings = std::mem::take(&mut answers.weighings);
        answers.set_aside.retain(|aside| aside.group != left);
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
                ranges: bounds.swings.hash(),
                weighings,
            });
        }
        if let Some(at) = answers.set_aside.iter().position(|aside| aside.group == group) {
            answers.weighings = answers.set_aside.remove(at).weighings;
            let concerns = &answers.concerns;
            for said in answers.weighings.values_mut() {
                said.forget_what_is_gone(concerns);
            }
        }
    }
    Ok(())
}

/// Drops what no longer fits: an unknown group, and answers about ranges that have changed. Says whether any was.
pub(super) fn sift(answers: &mut Answers, aid: &Aid, bounds: &Bounds) -> bool {
    if answers
        .group
        .as_ref()
        .is_some_and(|group| bounds.group(group).is_err())
    {
        answers.group = None;
    }
    let before = answers.set_aside.len();
    answers.set_aside.retain(|aside| {
        bounds.group(&aside.group).is_ok() && swings(&aid.seen_by(Some(&aside.group))).hash() == aside.ranges
    });
    answers.set_aside.len() != before
}
