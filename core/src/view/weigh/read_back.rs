//! The person's answers read back in words, to agree with or correct, and what is still to answer.

use crate::consultation::{Method, NextTo, Person, SHARED, Weighable, Weighing};
use crate::words::{Words, say};

use super::super::items::{Item, Items};
use super::super::ratio::{Ratio, SAME_BELOW};
use super::groups;

/// Whose importance a sentence is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// "matters to you".
    You,
    /// "matters to them": a guess about the person deciding.
    Them,
}

impl Voice {
    pub(crate) fn of(who: Person) -> Self {
        match who {
            Person::Clinician => Self::Them,
            Person::Patient | Person::Companion => Self::You,
        }
    }
}

/// What is still to answer; `None` when nothing is.
pub(crate) fn still_to_answer(
    words: &Words,
    items: &Items<'_>,
    said: &Weighing,
    method: Method,
) -> Option<String> {
    let whats = items.whats();
    if whats.is_empty() {
        return None;
    }
    let known = |what: &Option<Weighable>| what.as_ref().is_some_and(|what| whats.contains(&what));
    let best_worst = &said.best_worst;
    match method {
        Method::Swing if !known(&said.swing.first) => {
            return Some(say!(words, "Choose which one you would change first."));
        }
        Method::Points if said.shared(&whats) == 0 => {
            return Some(say!(words, "Give points to what matters."));
        }
        Method::Pairs if said.pairs.most_of(&whats).is_none() => {
            return Some(say!(words, "Choose what matters most."));
        }
        Method::BestWorst if !known(&best_worst.best) => {
            return Some(say!(words, "Choose what matters most."));
        }
        Method::BestWorst if !known(&best_worst.worst) => {
            return Some(say!(words, "Choose what matters least."));
        }
        Method::BestWorst => {
            let pairs = best_worst.pairs(&whats);
            let open = pairs
                .iter()
                .filter(|(more, less)| best_worst.times_of(more, less).is_none())
                .count();
            return (open > 0).then(
                || say!(words, open => "1 comparison still to answer.", "{open} comparisons still to answer."),
            );
        }
        _ => {}
    }
    let open: Vec<String> = said
        .open(method, &whats)
        .into_iter()
        .filter_map(|what| items.of(what).map(|item| item.in_sentence.clone()))
        .collect();
    if open.is_empty() {
        return None;
    }
    let (count, list) = (open.len(), words.list(&open));
    Some(if method == Method::Ranking {
        say!(words, count => "1 still to place: {list}.", "{count} still to place: {list}.", list)
    } else {
        say!(words, count => "1 still to answer: {list}.", "{count} still to answer: {list}.", list)
    })
}

/// What is left of the points, which never stops anyone.
pub(super) fn left(words: &Words, said: &Weighing, items: &Items<'_>) -> String {
    let all = u32::from(SHARED);
    let given = said.shared(&items.whats());
    if given < all {
        let left = words.number(all - given);
        return say!(words, "{left} of 100 points left to share.", left);
    }
    if given > all {
        let over = words.number(given - all);
        return say!(
            words,
            "You have given {over} points more than 100. That is fine: what counts is how they compare.",
            over
        );
    }
    say!(words, "You have shared out all 100 points.")
}

/// Things with their share of importance next to the one that has most, which comes first.
struct Scale<'i, 'a> {
    top: &'i Item<'a>,
    /// How many times as much the top matters; `None` when the other does not matter at all.
    others: Vec<(&'i Item<'a>, Option<f64>)>,
}

impl<'i, 'a> Scale<'i, 'a> {
    fn of(items: &'i Items<'a>, said: &Weighing, method: Method) -> Option<Self> {
        let points = |item: &Item<'_>| match method {
            Method::Swing => said.swing.points_of(&item.what),
            Method::Points => said
                .share_of(&item.what)
                .or_else(|| said.open(method, &items.whats()).is_empty().then_some(0)),
            Method::Pairs | Method::BestWorst | Method::Ranking => None,
        };
        let top = match method {
            Method::Swing => said.swing.first.as_ref().and_then(|first| items.of(first)),
            Method::Points => items
                .all
                .iter()
                .filter(|item| points(item).is_some_and(|points| points > 0))
                .fold(None, |most: Option<&Item<'_>>, item| match most {
                    Some(found) if points(found) >= points(item) => Some(found),
                    _ => Some(item),
                }),
            Method::BestWorst => said.best_worst.best.as_ref().and_then(|best| items.of(best)),
            Method::Pairs | Method::Ranking => None,
        }?;
        let ratio = |item: &'i Item<'a>| match method {
            Method::BestWorst => {
                let times = said.best_worst.times_of(&top.what, &item.what)?;
                Some((item, Some(f64::from(times))))
            }
            _ => {
                let (most, this) = (f64::from(points(top)?), points(item)?);
                Some((item, (this > 0).then(|| most / f64::from(this))))
            }
        };
        let others = items.all.iter().filter(|item| item.what != top.what);
        Some(Self {
            top,
            others: others.filter_map(ratio).collect(),
        })
    }
}

/// "… matters to you about twice as much as …": the answers in words, to agree with or correct.
pub(crate) fn read_back(
    words: &Words,
    items: &Items<'_>,
    said: &Weighing,
    method: Method,
    voice: Voice,
) -> Vec<String> {
    if method == Method::Ranking {
        return order(words, items, said, voice);
    }
    if method == Method::Pairs {
        return in_words(words, items, said, voice);
    }
    let Some(scale) = Scale::of(items, said, method) else {
        return Vec::new();
    };
    let (what, swing) = (&scale.top.in_sentence, &scale.top.swing);
    let mut out = vec![match (method, voice) {
        (Method::Swing, Voice::You) => say!(words, "You would change {what} first: {swing}.", what, swing),
        (Method::Swing, Voice::Them) => say!(words, "They would change {what} first: {swing}.", what, swing),
        (_, voice) => most(words, what, swing, voice),
    }];
    let mut groups: Vec<(Ratio, Vec<String>)> = Vec::new();
    let mut none = Vec::new();
    for (item, ratio) in scale.others {
        let name = item.in_sentence.clone();
        let Some(ratio) = ratio.map(Ratio::of) else {
            none.push(name);
            continue;
        };
        match groups.iter_mut().find(|(given, _)| *given == ratio) {
            Some((_, names)) => names.push(name),
            None => groups.push((ratio, vec![name])),
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
        out.push(match (at, voice) {
            (0, Voice::You) => say!(words, "That change matters to you {comparison}.", comparison),
            (_, Voice::You) => say!(words, "It matters to you {comparison}.", comparison),
            (0, Voice::Them) => say!(words, "That change matters to them {comparison}.", comparison),
            (_, Voice::Them) => say!(words, "It matters to them {comparison}.", comparison),
        });
    }
    if !none.is_empty() {
        let list = words.list(&none);
        out.push(match voice {
            Voice::You => say!(
                words,
                "The change in {list} does not matter to you in this choice.",
                list
            ),
            Voice::Them => say!(
                words,
                "The change in {list} does not matter to them in this choice.",
                list
            ),
        });
    }
    out
}

fn most(words: &Words, what: &str, swing: &str, voice: Voice) -> String {
    match voice {
        Voice::You => say!(
            words,
            "The change in {what} matters most to you: {swing}.",
            what,
            swing
        ),
        Voice::Them => say!(
            words,
            "The change in {what} matters most to them: {swing}.",
            what,
            swing
        ),
    }
}

/// Answers in words, read back word by word.
fn in_words(words: &Words, items: &Items<'_>, said: &Weighing, voice: Voice) -> Vec<String> {
    let found = said.pairs.most_of(&items.whats()).and_then(|most| items.of(most));
    let Some(top) = found else {
        return Vec::new();
    };
    let mut out = vec![most(words, &top.in_sentence, &top.swing, voice)];
    for word in NextTo::ALL {
        let names: Vec<String> = items
            .all
            .iter()
            .filter(|item| said.pairs.next_to(&top.what, &item.what) == Some(word))
            .map(|item| item.in_sentence.clone())
            .collect();
        if !names.is_empty() {
            out.push(super::in_words::group(words, word, &words.list(&names)));
        }
    }
    out
}

/// A ranking, read back place by place.
fn order(words: &Words, items: &Items<'_>, said: &Weighing, voice: Voice) -> Vec<String> {
    let groups = groups(said, items);
    let complete = said.open(Method::Ranking, &items.whats()).is_empty();
    let last = groups.len().saturating_sub(1);
    let mut out = Vec::new();
    for (at, together) in groups.iter().enumerate() {
        let names: Vec<String> = together.iter().map(|item| item.in_sentence.clone()).collect();
        let list = words.list(&names);
        let one = names.len() == 1;
        out.push(match (at, one, voice) {
            (0, true, voice) => {
                let swing = together.first().map_or("", |item| item.swing.as_str());
                most(words, &list, swing, voice)
            }
            (0, false, Voice::You) => say!(
                words,
                "These matter most to you, and about the same: {list}.",
                list
            ),
            (0, false, Voice::Them) => {
                say!(
                    words,
                    "These matter most to them, and about the same: {list}.",
                    list
                )
            }
            (at, true, _) if at == last && complete => {
                say!(words, "The change in {what} matters least.", what = list)
            }
            (at, false, _) if at == last && complete => {
                say!(words, "These matter least, and about the same: {list}.", list)
            }
            (_, true, _) => say!(words, "Next comes the change in {what}.", what = list),
            (_, false, _) => say!(words, "Next come these, about the same: {list}.", list),
        });
    }
    out
}

/// When all answers are within a fifth of each other: a way of answering without weighing that is worth asking
/// about once (equalising bias).
pub(crate) fn about_equal(items: &Items<'_>, said: &Weighing, method: Method) -> bool {
    let whats = items.whats();
    if whats.len() < 2 || !said.open(method, &whats).is_empty() {
        return false;
    }
    if method == Method::Ranking {
        return groups(said, items).len() == 1;
    }
    if method == Method::Pairs {
        let most = said.pairs.most_of(&whats);
        let mut others = whats.iter().filter(|what| Some(**what) != most);
        return most
            .is_some_and(|most| others.all(|what| said.pairs.next_to(most, what) == Some(NextTo::AsMuch)));
    }
    Scale::of(items, said, method).is_some_and(|scale| {
        scale.others.len() + 1 == whats.len()
            && scale
                .others
                .iter()
                .all(|(_, ratio)| ratio.is_some_and(|ratio| ratio < SAME_BELOW))
    })
}
