//! One pair at a time: what matters most, then everything else next to it, and answers that cannot all be true.

use crate::consultation::{Action, Answers, Claim, NextTo, Person, UNMARKED, Weighable, Weighing};
use crate::words::{Words, say};

use super::super::items::{Item, Items};
use super::super::{AtOddsView, ClaimView, NextToView, PairsView, WordView};

/// What is asked: what was marked comes first, as it is what the person began with.
pub(super) fn asked(words: &Words, answers: &Answers, items: &Items<'_>) -> PairsView {
    let said = answers.mine();
    let mut all: Vec<&Item<'_>> = items.all.iter().collect();
    all.sort_by_key(|item| by_mark(answers, &item.what));
    let order = all.iter().map(|item| item.what.clone()).collect();
    let Some(most) = said.pairs.most_of(&items.whats()).and_then(|most| items.of(most)) else {
        return PairsView {
            order,
            ..PairsView::default()
        };
    };
    let asked = |item: &&Item<'_>| {
        let now = said.pairs.next_to(&most.what, &item.what);
        NextToView {
            what: item.what.clone(),
            question: say!(
                words,
                "How much does {this} matter, next to {other}?",
                this = item.in_sentence,
                other = most.in_sentence
            ),
            words: NextTo::ALL
                .into_iter()
                .map(|word| WordView {
                    name: name(words, word),
                    chosen: now == Some(word),
                    action: Action::say_next_to(most.what.clone(), item.what.clone(), word),
                })
                .collect(),
        }
    };
    let others: Vec<NextToView> = all
        .iter()
        .filter(|item| item.what != most.what)
        .map(asked)
        .collect();
    let mut open = others.iter().filter(|other| !other.answered());
    let now = open.next().map(|next| next.what.clone());
    let more = open.count();
    PairsView {
        order,
        most: Some(most.what.clone()),
        next_to: Some(say!(
            words,
            context "what matters most, and its change",
            "{What}: {swing}",
            what = most.in_sentence,
            swing = most.swing
        )),
        others,
        now,
        more,
        at_odds: at_odds_view(words, said, items),
    }
}

/// What was marked comes first, for the person whose marks they are.
fn by_mark(answers: &Answers, what: &Weighable) -> u8 {
    match what {
        Weighable::Outcome(id) if answers.people.turn == Person::Patient => answers.place_by_mark(id),
        _ => UNMARKED,
    }
}

/// A word, as a person says it.
fn name(words: &Words, word: NextTo) -> String {
    match word {
        NextTo::AsMuch => say!(words, context "how much one thing matters next to another", "As much"),
        NextTo::NearlyAsMuch => {
            say!(words, context "how much one thing matters next to another", "Nearly as much")
        }
        NextTo::AboutHalf => {
            say!(words, context "how much one thing matters next to another", "About half as much")
        }
        NextTo::MuchLess => {
            say!(words, context "how much one thing matters next to another", "Much less")
        }
    }
}

/// Things that were said to matter so much next to what matters most, in a sentence.
pub(super) fn group(words: &Words, word: NextTo, list: &str) -> String {
    match word {
        NextTo::AsMuch => say!(words, "As much as that: {list}.", list),
        NextTo::NearlyAsMuch => say!(words, "Nearly as much as that: {list}.", list),
        NextTo::AboutHalf => say!(words, "About half as much as that: {list}.", list),
        NextTo::MuchLess => say!(words, "Much less than that: {list}.", list),
    }
}

/// An answer in the words it was given in.
fn claim(words: &Words, items: &Items<'_>, claim: Claim<'_>) -> String {
    let name = |what: &Weighable| {
        items
            .of(what)
            .map_or_else(String::new, |item| item.in_sentence.clone())
    };
    match claim {
        Claim::Most(most) => say!(words, "{What} matters most.", what = name(most)),
        Claim::Said(more, less, word) => {
            let (more, less) = (name(more), name(less));
            match word {
                NextTo::AsMuch => say!(words, "{Less} matters as much as {more}.", less, more),
                NextTo::NearlyAsMuch => say!(words, "{Less} matters nearly as much as {more}.", less, more),
                NextTo::AboutHalf => say!(words, "{Less} matters about half as much as {more}.", less, more),
                NextTo::MuchLess => say!(words, "{Less} matters much less than {more}.", less, more),
            }
        }
    }
}

/// Answers that cannot all be true, in the words they were given in; none where all can.
pub(crate) fn at_odds(words: &Words, items: &Items<'_>, said: &Weighing, of: &[&Weighable]) -> Vec<String> {
    let claims = said.pairs.contradiction(of);
    claims.into_iter().map(|each| claim(words, items, each)).collect()
}

fn at_odds_view(words: &Words, said: &Weighing, items: &Items<'_>) -> Option<AtOddsView> {
    let claims = said.pairs.contradiction(&items.whats());
    (!claims.is_empty()).then(|| AtOddsView {
        text: say!(
            words,
            "These answers cannot all be true. That happens to most people. Nothing is lost: change one, or take one back."
        ),
        claims: claims
            .into_iter()
            .map(|each| ClaimView {
                text: claim(words, items, each),
                take_back: match each {
                    Claim::Most(_) => None,
                    Claim::Said(more, less, _) => Some(Action::take_back(more.clone(), less.clone())),
                },
            })
            .collect(),
    })
}
