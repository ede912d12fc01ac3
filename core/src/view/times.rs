//! What is said where an outcome is weighed at another time than the one that is looked at.

use crate::aid::{Aid, HorizonId, Outcome};
use crate::consultation::{Action, Answers};
use crate::words::say;

use super::OtherTimesView;

/// The outcomes that are weighed at one time and looked at at another, and that other time.
fn others<'a>(aid: &'a Aid, answers: &'a Answers) -> Vec<(&'a Outcome, &'a HorizonId)> {
    let looked_at = |outcome: &'a Outcome| {
        let at = answers.horizons.get(&outcome.id)?;
        let row = outcome.row(at)?;
        (row.horizon.id != outcome.weigh_at).then_some((outcome, at))
    };
    let weighed = aid.outcomes().iter().filter(|outcome| outcome.weighed());
    weighed.filter_map(looked_at).collect()
}

/// Which those are, in a sentence; nothing where there is none.
pub(super) fn in_a_sentence(aid: &Aid, answers: &Answers) -> Option<String> {
    let words = aid.wording();
    let list: Vec<String> = others(aid, answers)
        .into_iter()
        .filter_map(|(outcome, _)| {
            let at = words.horizon(&outcome.weigh_row()?.horizon);
            Some(say!(
                words,
                context "an outcome and when",
                "{outcome}, {when}",
                outcome = outcome.in_sentence,
                when = at
            ))
        })
        .collect();
    (!list.is_empty()).then(|| {
        say!(
            words,
            "Weighed here: {list}. Compare shows another time now.",
            list = words.parts(&list)
        )
    })
}

/// The same, with the way to weigh at the times that are looked at.
pub(super) fn other_times(aid: &Aid, answers: &Answers) -> Option<OtherTimesView> {
    let mut others = others(aid, answers).into_iter();
    Some(OtherTimesView {
        text: in_a_sentence(aid, answers)?,
        action: others
            .any(|(outcome, at)| answers.may_begin_again() && outcome.weighs_at(at))
            .then(Action::weigh_at_shown),
    })
}
