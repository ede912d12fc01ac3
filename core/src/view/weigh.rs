//! Weigh: the swing questions, own concerns, deal-breakers, and the answers read back.

use crate::aid::Aid;
use crate::consultation::{Answers, Consultation, DealBreaker, FIRST_POINTS};
use crate::words::{Words, say};

use super::english::{Ratio, SAME_BELOW};
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
        read_back: read_back(aid.wording(), &items),
        about_equal: about_equal(&items).then(|| {
            say!(
                aid.wording(),
                "These all look about the same to you. Is that right?"
            )
        }),
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
        still_to_answer: still_to_answer(aid.wording(), answers, &items),
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
pub(crate) fn still_to_answer(words: &Words, answers: &Answers, items: &Items<'_>) -> Option<String> {
    if items.all.is_empty() {
        return None;
    }
    if answers
        .swing
        .first
        .as_ref()
        .is_none_or(|first| items.all.iter().all(|item| item.what != *first))
    {
        return Some(say!(words, "Choose which one you would change first."));
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
    let (count, list) = (open.len(), words.list(&open));
    Some(say!(words, count => "1 still to answer: {list}.", "{count} still to answer: {list}.", list))
}

/// "So … matters to you about twice as much as …": the answers in words, to agree with or correct.
pub(crate) fn read_back(words: &Words, items: &Items<'_>) -> Vec<String> {
    let Some(first) = items.all.iter().find(|item| is_first(items, item)) else {
        return Vec::new();
    };
    let mut out = vec![say!(
        words,
        "You would change {what} first: {swing}.",
        what = first.in_sentence,
        swing = first.swing
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
        let change = match names.as_slice() {
            [only] => say!(words, "the change in {what}", what = only),
            _ => say!(
                words,
                "the change in each of these: {list}",
                list = words.list(names)
            ),
        };
        let comparison = ratio.than(words, &change);
        out.push(if at == 0 {
            say!(words, "That change matters to you {comparison}.", comparison)
        } else {
            say!(words, "It matters to you {comparison}.", comparison)
        });
    }
    if !none.is_empty() {
        out.push(say!(
            words,
            "The change in {list} does not matter to you in this choice.",
            list = words.list(&none)
        ));
    }
    out
}

fn is_first(items: &Items<'_>, item: &Item<'_>) -> bool {
    items.first == Some(&item.what)
}

/// When all answers are within a fifth of each other: a way of answering without weighing that is worth asking
/// about once (equalising bias).
pub(crate) fn about_equal(items: &Items<'_>) -> bool {
    let points: Vec<u8> = items.all.iter().filter_map(|item| item.points).collect();
    if points.len() < 2 || points.len() < items.all.len() {
        return false;
    }
    let least = points.iter().min().copied().unwrap_or_default();
    let most = points.iter().max().copied().unwrap_or_default();
    least > 0 && f64::from(most) / f64::from(least) < SAME_BELOW
}
