//! Which groups the figures are for. None is chosen for anybody: what depends on one waits until the person chooses.

use crate::aid::document::Axis;
use crate::aid::{Aid, ReferenceClassId};
use crate::consultation::Answers;
use crate::words::say;

use super::score::score;
use super::{AxisView, GroupChoice, GroupView};

/// The groups to choose from. `aid` is as the person sees it.
pub(super) fn group(aid: &Aid, answers: &Answers) -> Option<GroupView> {
    aid.document().baseline.as_ref()?;
    let chosen = aid.groups();
    let asked = |(at, axis): (usize, Axis<'_>)| AxisView {
        question: axis.question.to_owned(),
        help: axis.help.to_owned(),
        choices: axis
            .groups
            .iter()
            .filter_map(|group| {
                Some(GroupChoice {
                    id: ReferenceClassId::try_from(group.id.as_str()).ok()?,
                    label: group.name.clone(),
                    selected: chosen.iter().any(|chosen| chosen.id == group.id),
                })
            })
            .collect(),
        score: score(aid, answers, at),
    };
    Some(GroupView {
        asked: aid.document().axes().enumerate().map(asked).collect(),
        shown: shown(aid),
        kept: kept(aid, answers),
    })
}

/// "The figures are for people with a score of 2.", and what waits until a group is chosen.
pub(crate) fn shown(aid: &Aid) -> Vec<String> {
    let words = aid.wording();
    let mut said = Vec::new();
    let chosen: Vec<String> = aid
        .groups()
        .iter()
        .map(|group| group.in_sentence.clone())
        .collect();
    match chosen.as_slice() {
        [] => {}
        [people] => said.push(say!(words, "The figures are for {people}.", people)),
        _ => said.push(say!(
            words,
            "The figures are for these groups: {groups}.",
            groups = words.parts(&chosen)
        )),
    }
    let waiting: Vec<String> = aid
        .outcomes()
        .iter()
        .filter(|outcome| aid.waits(outcome))
        .map(|outcome| outcome.in_sentence.clone())
        .collect();
    if !waiting.is_empty() {
        let list = words.list(&waiting);
        said.push(if chosen.is_empty() {
            say!(
                words,
                "No group is chosen, so there are no figures here yet for {list}.",
                list
            )
        } else {
            say!(
                words,
                "One group is still to be chosen, so there are no figures here yet for {list}.",
                list
            )
        });
    }
    said
}

/// Answers that are kept for another group while nothing is said for this one.
pub(super) fn kept(aid: &Aid, answers: &Answers) -> Option<String> {
    let kept = answers.waits_for()?;
    let groups = aid.document().axes().flat_map(|axis| axis.groups);
    let groups = groups.filter(|group| kept.groups().any(|id| id.as_str() == group.id));
    let people: Vec<String> = groups.map(|group| group.in_sentence.clone()).collect();
    let words = aid.wording();
    (!people.is_empty()).then(|| {
        say!(
            words,
            "You said how much things matter with the figures for {people}. These figures are different, so please weigh \
             again. Your answers are kept, and come back if you choose that group again.",
            people = words.parts(&people)
        )
    })
}
