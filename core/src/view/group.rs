//! Which group the figures are for. None is chosen for anybody: what depends on it waits until the person chooses.

use crate::aid::{Aid, ReferenceClassId};
use crate::consultation::Answers;
use crate::words::say;

use super::{GroupChoice, GroupView};

/// The groups to choose from. `aid` is as the person sees it.
pub(super) fn group(aid: &Aid, answers: &Answers) -> Option<GroupView> {
    let baseline = aid.document().baseline.as_ref()?;
    let choices = baseline.groups.iter().filter_map(|group| {
        Some(GroupChoice {
            id: ReferenceClassId::try_from(group.id.as_str()).ok()?,
            label: group.name.clone(),
            selected: aid.group().is_some_and(|chosen| chosen.id == group.id),
        })
    });
    Some(GroupView {
        question: baseline.question.clone(),
        help: baseline.help.clone(),
        choices: choices.collect(),
        shown: shown(aid)?,
        kept: kept(aid, answers),
    })
}

/// "The figures are for people with a score of 2.", or what waits until a group is chosen.
pub(crate) fn shown(aid: &Aid) -> Option<String> {
    aid.document().baseline.as_ref()?;
    let words = aid.wording();
    if let Some(group) = aid.group() {
        return Some(say!(
            words,
            "The figures are for {people}.",
            people = group.in_sentence
        ));
    }
    let waiting: Vec<String> = aid
        .outcomes()
        .iter()
        .filter(|outcome| aid.depends_on_group(&outcome.id))
        .map(|outcome| outcome.in_sentence.clone())
        .collect();
    Some(say!(
        words,
        "No group is chosen, so there are no figures here yet for {list}.",
        list = words.list(&waiting)
    ))
}

/// Answers that are kept for another group while nothing is said for this one.
pub(super) fn kept(aid: &Aid, answers: &Answers) -> Option<String> {
    let kept = answers.waits_for()?;
    let groups = &aid.document().baseline.as_ref()?.groups;
    let people = &groups.iter().find(|group| group.id == kept.as_str())?.in_sentence;
    Some(say!(
        aid.wording(),
        "You said how much things matter with the figures for {people}. These figures are different, so please weigh \
         again. Your answers are kept, and come back if you choose that group again.",
        people
    ))
}
