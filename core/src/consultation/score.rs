//! A point score worked out by ticking: nothing ticked is no answer, and the group of the sum is chosen as any other is.

use crate::aid::document::{NONE, ScoreDoc, Tick};
use crate::aid::{Aid, ReferenceClassId};

use super::bounds::Bounds;
use super::sorted::Set;
use super::{ActionError, Answers, group};

impl Answers {
    /// Whether something is ticked in a score.
    #[must_use]
    pub fn is_ticked(&self, score: &str, what: &str) -> bool {
        let ticked = self.ticked.iter().find(|(id, _)| id == score);
        ticked.is_some_and(|(_, ticked)| ticked.iter().any(|known| known == what))
    }
}

/// The group that what is ticked stands for; `None` while the sum does not stand, or where it has no group.
pub(crate) fn group_of(answers: &Answers, score: &ScoreDoc) -> Option<ReferenceClassId> {
    let tally = score.tally(&|what| answers.is_ticked(&score.id, what));
    let group = score.meaning(tally.sum())?.group.as_deref();
    group
        .filter(|_| tally.is_whole())
        .and_then(|group| ReferenceClassId::try_from(group).ok())
}

/// Ticks an item, or takes the tick away; of levels, ticks one in place of another.
pub(super) fn tick(
    answers: &mut Answers,
    bounds: &Bounds,
    id: &str,
    what: String,
) -> Result<(), ActionError> {
    let found = bounds
        .score(id)
        .and_then(|(score, axis)| Some((score, *axis, score.known(&what)?)));
    let Some((score, axis, kind)) = found else {
        return Err(ActionError::UnknownTick {
            score: id.to_owned(),
            what,
        });
    };
    let before = group_of(answers, score);
    let key = id.to_owned();
    let mut ticked = answers.ticked.get(&key).cloned().unwrap_or_default();
    if let Tick::Level(item) = kind {
        for level in &item.levels {
            ticked.remove(&item.tick(&level.id));
        }
        ticked.insert(what);
    } else {
        // Nothing applies beside something that does.
        let was = ticked.remove(&what);
        if matches!(kind, Tick::None) {
            ticked.clear();
        } else {
            ticked.remove(&NONE.to_owned());
        }
        if !was {
            ticked.insert(what);
        }
    }
    if ticked.is_empty() {
        answers.ticked.remove(&key);
    } else {
        answers.ticked.insert(key, ticked);
    }
    let now = group_of(answers, score);
    let whole = score.tally(&|what| answers.is_ticked(id, what)).is_whole();
    let chosen = if axis == 0 { &answers.group } else { &answers.also };
    // A group that somebody chose by hand stays until there is a sum; one that the ticks chose goes with them.
    if whole || (before.is_some() && *chosen == before) {
        group::put(answers, bounds, axis, now);
    }
    Ok(())
}

/// Takes away ticks of items that the aid has no longer, and says whether there were any. Those of a score that is switched
/// off here are kept.
pub(super) fn sift(answers: &mut Answers, aid: &Aid) -> bool {
    let scores = &aid.document().scores;
    let mut lost = false;
    let mut kept = super::sorted::Map::default();
    for (id, ticked) in answers.ticked.iter() {
        let mut sound: Set<String> = Set::default();
        let score = scores.iter().find(|score| score.id == *id);
        let mut answered: Vec<&str> = Vec::new();
        for what in ticked.iter() {
            let kind = score.and_then(|score| score.known(what));
            // One level of a question.
            let question = match kind {
                Some(Tick::Level(item)) => Some(item.id.as_str()),
                _ => None,
            };
            if kind.is_some() && question.is_none_or(|id| !answered.contains(&id)) {
                answered.extend(question);
                sound.insert(what.clone());
            } else {
                lost = true;
            }
        }
        if !sound.is_empty() {
            kept.insert(id.clone(), sound);
        }
    }
    answers.ticked = kept;
    lost
}
