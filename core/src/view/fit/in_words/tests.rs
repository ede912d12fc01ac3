//! What words come to, whichever are said and in whatever order.

use proptest::prelude::*;

use super::in_words;
use crate::consultation::{Claim, ConcernId, InPairs, LEVEL, NextTo, Weighable};
use crate::values::{Elicited, Statement, statements};

fn things(n: usize) -> Vec<Weighable> {
    (0..n)
        .map(|at| Weighable::Concern(ConcernId(format!("own-{at}"))))
        .collect()
}

/// Answers about things by their places, the first of which matters most.
fn said(all: &[Weighable], pairs: &[(usize, usize, NextTo)]) -> InPairs {
    InPairs {
        most: all.first().cloned(),
        said: pairs
            .iter()
            .map(|(more, less, word)| (all[*more].clone(), all[*less].clone(), *word))
            .collect(),
    }
}

fn read(all: &[Weighable], pairs: &[(usize, usize, NextTo)]) -> Option<Elicited> {
    in_words(&said(all, pairs), &all.iter().collect::<Vec<_>>())
}

/// Answers about different pairs of `n` things.
fn answers(n: usize) -> impl Strategy<Value = Vec<(usize, usize, NextTo)>> {
    let word = prop::sample::select(NextTo::ALL.to_vec());
    prop::collection::vec((0..n, 0..n, word), 0..7).prop_map(|all| {
        let mut kept: Vec<(usize, usize, NextTo)> = Vec::new();
        for (a, b, word) in all {
            let known = |(x, y, _): &(usize, usize, NextTo)| (*x, *y) == (a, b) || (*x, *y) == (b, a);
            if a != b && !kept.iter().any(known) {
                kept.push((a, b, word));
            }
        }
        kept
    })
}

#[test]
fn every_ratio_has_a_word_and_neighbours_overlap() {
    let mut below = 0.0;
    for word in NextTo::ALL.into_iter().rev() {
        let [low, high] = word.ratio();
        assert!(
            low <= below && below < high,
            "{word:?}: {low} to {high}, after {below}"
        );
        below = high;
    }
    assert!(
        (below - LEVEL).abs() < 1e-12,
        "as much reaches as far as anything may"
    );
}

#[test]
fn the_first_answer_is_enough_and_leaves_the_rest_open() {
    let all = things(3);
    let only = read(&all, &[])
        .unwrap()
        .allowed
        .shape()
        .unwrap()
        .extent()
        .unwrap();
    assert!(
        only.min.iter().skip(1).all(|least| least.abs() < 1e-9),
        "{only:?}"
    );
    assert!(
        (only.max[0] - 1.0).abs() < 1e-9,
        "the others may not matter at all"
    );
    // 1 to 1.25 to 1.25: the least that what matters most can have.
    assert!((only.min[0] - 1.0 / 3.5).abs() < 1e-9, "{only:?}");
}

#[test]
fn by_hand() {
    let all = things(2);
    let half = read(&all, &[(0, 1, NextTo::AboutHalf)])
        .unwrap()
        .allowed
        .shape()
        .unwrap()
        .extent()
        .unwrap();
    assert!(
        (half.min[1] - 0.35 / 1.35).abs() < 1e-9 && (half.max[1] - 0.65 / 1.65).abs() < 1e-9,
        "{half:?}"
    );
}

#[test]
fn what_was_said_before_the_mind_changed_is_named_and_not_lost() {
    let all = things(3);
    let of: Vec<&Weighable> = all.iter().collect();
    // Something that matters about half as much as another is not what matters most.
    let two = said(&all, &[(1, 0, NextTo::AboutHalf)]);
    assert_eq!(
        two.contradiction(&of),
        [
            Claim::Most(&all[0]),
            Claim::Said(&all[1], &all[0], NextTo::AboutHalf)
        ]
    );
    assert!(in_words(&two, &of).is_none());
    // Three answers of which any two are fine.
    let three = said(
        &all,
        &[
            (0, 1, NextTo::AsMuch),
            (0, 2, NextTo::AboutHalf),
            (2, 1, NextTo::AboutHalf),
        ],
    );
    assert_eq!(three.contradiction(&of).len(), 3);
    assert!(in_words(&three, &of).is_none());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whoever says one thing more leaves no more open than before.
    #[test]
    fn an_answer_more_never_widens(pairs in answers(4)) {
        let all = things(4);
        let Some((_, before)) = pairs.split_last() else { return Ok(()) };
        let (Some(after), Some(before)) = (read(&all, &pairs), read(&all, before)) else { return Ok(()) };
        let (after, before) = (after.allowed.shape().unwrap().extent().unwrap(), before.allowed.shape().unwrap().extent().unwrap());
        for at in 0..all.len() {
            prop_assert!(after.min[at] >= before.min[at] - 1e-9, "{after:?} {before:?}");
            prop_assert!(after.max[at] <= before.max[at] + 1e-9, "{after:?} {before:?}");
        }
    }

    /// What was said first makes no difference, to the last bit.
    #[test]
    fn the_order_of_answers_makes_no_difference(pairs in answers(4)) {
        let all = things(4);
        let turned: Vec<_> = pairs.iter().rev().copied().collect();
        prop_assert_eq!(read(&all, &pairs), read(&all, &turned));
    }

    /// What is named as a contradiction is one, none of it can be left out, and nothing that agrees is called one.
    #[test]
    fn contradictions_are_those_that_leave_no_weights(pairs in answers(4)) {
        let all = things(4);
        let of: Vec<&Weighable> = all.iter().collect();
        let whole = said(&all, &pairs);
        let odds = whole.contradiction(&of);
        prop_assert_eq!(odds.is_empty(), in_words(&whole, &of).is_some(), "{:?}", odds);
        for left_out in &odds {
            let kept = InPairs {
                most: whole.most.clone().filter(|_| odds.iter().any(|claim| matches!(claim, Claim::Most(_)) && claim != left_out)),
                said: odds.iter().filter(|claim| *claim != left_out).filter_map(|claim| match claim {
                    Claim::Said(more, less, word) => Some(((*more).clone(), (*less).clone(), *word)),
                    Claim::Most(_) => None,
                }).collect(),
            };
            prop_assert!(kept.contradiction(&of).is_empty(), "{:?} without {:?}", odds, left_out);
        }
    }
}

/// Of a few things the middle is exact. Of more it is drawn: near the exact one, inside what the words leave open, and the same for
/// things of which the same was said.
#[test]
fn the_middle_of_many_things_is_near_the_exact_one() {
    let words = [NextTo::NearlyAsMuch, NextTo::AboutHalf, NextTo::MuchLess];
    for n in 2..=9 {
        let all = things(n);
        let answered: Vec<(usize, usize, NextTo)> = (1..n).map(|at| (0, at, words[at % 3])).collect();
        for pairs in [&answered[..0], &answered[..n / 2], &answered[..]] {
            let mut stated: Vec<Statement> = (1..n).map(|at| Statement::Ratio(at, 0, 0.0, LEVEL)).collect();
            stated.extend(pairs.iter().map(|(more, less, word)| {
                let [low, high] = word.ratio();
                Statement::Ratio(*less, *more, low, high)
            }));
            let exact = statements(n, &stated).unwrap().point;
            let found = read(&all, pairs).unwrap();
            let off = exact
                .iter()
                .zip(&found.point)
                .map(|(a, b)| (a - b).abs())
                .fold(0.0, f64::max);
            assert!(
                off <= if n <= 7 { 1e-12 } else { 0.01 },
                "{n} things, {} answers: {off} off",
                pairs.len()
            );
            assert!(
                found.allowed.contains(&found.point, 1e-9),
                "{n} things, {} answers",
                pairs.len()
            );
            for (a, b) in (1..n).flat_map(|a| (1..n).map(move |b| (a, b))) {
                let said = |at: usize| {
                    pairs
                        .iter()
                        .find(|(_, less, _)| *less == at)
                        .map(|(_, _, word)| word)
                };
                if said(a) == said(b) {
                    let apart = (found.point[a] - found.point[b]).abs();
                    assert!(
                        apart < 1e-9,
                        "{n} things, {} answers: {a} and {b} {apart} apart",
                        pairs.len()
                    );
                }
            }
        }
    }
}
