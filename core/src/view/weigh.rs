//! Weigh: the swing questions, own concerns, deal-breakers, and the answers read back.

use crate::aid::Aid;
use crate::consultation::{Answers, Consultation, DealBreaker, FIRST_POINTS};

use super::english::{Ratio, SAME_BELOW, list};
use super::group;
use super::heads::head;
use super::items::{Item, Items, Kind, items};
use super::limits::limits;
use super::{ConcernView, WeighItem, WeighView};

/// Weigh, with everything answered so far read back.
#[must_use]
pub fn weigh(aid: &Aid, consultation: &Consultation) -> WeighView {
    let answers = consultation.answers();
    let aid = &answers.seen(aid);
    let items = items(aid, answers);
    WeighView {
        group: group::shown(aid),
        kept: group::kept(aid, answers),
        items: items.all.iter().map(|item| weigh_item(answers, item)).collect(),
        read_back: read_back(&items),
        about_equal: about_equal(&items),
        concerns: concerns(aid, answers),
        ruled_out: aid
            .options()
            .iter()
            .map(|option| {
                let out = answers
                    .deal_breakers
                    .contains(&DealBreaker::Option(option.id.clone()));
                (head(option), out)
            })
            .collect(),
        limits: limits(aid, answers, &items.swings),
        still_to_answer: still_to_answer(answers, &items),
        left_out: items.left_out,
    }
}

fn weigh_item(answers: &Answers, item: &Item<'_>) -> WeighItem {
    let first = answers.swing.first.as_ref() == Some(&item.what);
    WeighItem {
        what: item.what.clone(),
        name: item.name.clone(),
        swing: item.swing.clone(),
        own: !matches!(item.kind, Kind::Outcome(..)),
        first,
        points: item.points,
        can_raise: !first && item.points.is_none_or(|points| points < FIRST_POINTS),
        can_lower: !first && item.points.is_none_or(|points| points > 0),
    }
}

fn concerns(aid: &Aid, answers: &Answers) -> Vec<ConcernView> {
    answers
        .concerns
        .iter()
        .map(|concern| ConcernView {
            id: concern.id.clone(),
            words: concern.words.clone(),
            ratings: aid
                .options()
                .iter()
                .map(|option| (head(option), concern.ratings.get(&option.id).copied()))
                .collect(),
        })
        .collect()
}

/// What is still to answer; `None` when nothing is.
pub(crate) fn still_to_answer(answers: &Answers, items: &Items<'_>) -> Option<String> {
    if items.all.is_empty() {
        return None;
    }
    if answers
        .swing
        .first
        .as_ref()
        .is_none_or(|first| items.all.iter().all(|item| item.what != *first))
    {
        return Some("Choose which one you would change first.".to_owned());
    }
    let open: Vec<String> = items
        .all
        .iter()
        .filter(|item| item.points.is_none())
        .map(|item| item.in_sentence.clone())
        .collect();
    if open.is_empty() {
        return None;
    }
    Some(format!("{} still to answer: {}.", open.len(), list(&open)))
}

/// "So … matters to you about twice as much as …": the answers in words, to agree with or correct.
pub(crate) fn read_back(items: &Items<'_>) -> Vec<String> {
    let Some(first) = items.all.iter().find(|item| is_first(items, item)) else {
        return Vec::new();
    };
    let mut out = vec![format!(
        "You would change {} first: {}.",
        first.in_sentence, first.swing
    )];
    let mut groups: Vec<(Ratio, Vec<String>)> = Vec::new();
    let mut none = Vec::new();
    for item in items.all.iter().filter(|item| item.what != first.what) {
        match item.points {
            Some(0) => none.push(item.in_sentence.clone()),
            Some(points) => {
                let ratio = Ratio::of(f64::from(FIRST_POINTS) / f64::from(points));
                match groups.iter_mut().find(|(given, _)| *given == ratio) {
                    Some((_, names)) => names.push(item.in_sentence.clone()),
                    None => groups.push((ratio, vec![item.in_sentence.clone()])),
                }
            }
            None => {}
        }
    }
    groups.sort_by_key(|(ratio, _)| *ratio);
    for (at, (ratio, names)) in groups.iter().enumerate() {
        let subject = if at == 0 { "That change" } else { "It" };
        let than = ratio.than();
        out.push(match names.as_slice() {
            [only] => format!("{subject} matters to you {than} the change in {only}."),
            _ => format!(
                "{subject} matters to you {than} the change in each of these: {}.",
                list(names)
            ),
        });
    }
    if !none.is_empty() {
        out.push(format!(
            "The change in {} does not matter to you in this choice.",
            list(&none)
        ));
    }
    out
}

fn is_first(items: &Items<'_>, item: &Item<'_>) -> bool {
    items.first == Some(&item.what)
}

/// When all answers are within a fifth of each other: a way of answering without weighing that is worth asking
/// about once (equalising bias).
pub(crate) fn about_equal(items: &Items<'_>) -> Option<String> {
    let points: Vec<u8> = items.all.iter().filter_map(|item| item.points).collect();
    if points.len() < 2 || points.len() < items.all.len() {
        return None;
    }
    let (least, most) = (points.iter().min().copied()?, points.iter().max().copied()?);
    (least > 0 && f64::from(most) / f64::from(least) < SAME_BELOW)
        .then(|| "These all look about the same to you. Is that right?".to_owned())
}
