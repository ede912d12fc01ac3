//! One pair at a time in words: a result from the first answer on, what the studies cannot tell apart, answers that cannot all be true,
//! and every aid weighed or marked from end to end by what its page offers.

#![cfg(feature = "authoring")]
#![expect(clippy::panic, reason = "a test: failing is how it reports")]

#[cfg(test)]
mod common;

use std::path::Path;

use common::{after, aids, example, outcome};
use weighup_core::aid::{Aid, document::Results};
use weighup_core::consultation::{Action, Consultation, NextTo, OutcomeMark, RestoreError, SAVED_FORMAT};
use weighup_core::view::{self, AskedView, Engine as _, FitResult, FitView, Here, PairsView, WeighView};

fn prostate() -> Aid {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    common::aid(&root.join("../decision-aids/prostate-localised"))
}

fn fit(aid: &Aid, c: &Consultation) -> FitView {
    view::fit(aid, c, Results::Fit, &Here)
}

fn ready(aid: &Aid, c: &Consultation) -> FitResult {
    match fit(aid, c) {
        FitView::Ready(result) => *result,
        other => panic!("not ready: {other:?}"),
    }
}

fn pairs(view: WeighView) -> PairsView {
    match view.asked {
        AskedView::Pairs(pairs) => *pairs,
        other => panic!("not in words: {other:?}"),
    }
}

/// How long the pale part of every bar is, together.
fn open(result: &FitResult) -> u32 {
    result.bars.iter().map(|bar| u32::from(bar.high - bar.low)).sum()
}

#[test]
fn there_is_a_result_from_the_first_answer_on_and_it_gets_narrower() {
    let aid = example();
    let mut c = after(&aid, [Action::choose_most(outcome("pain"))]);
    let first = ready(&aid, &c);
    assert_eq!(
        first.so_far.as_deref(),
        Some(
            "This is the result so far. You have not compared these yet, so they may matter anything from nothing to as \
             much as what matters most: walking a mile and a serious harm. It gets clearer with each answer."
        )
    );
    c.apply(
        &aid,
        Action::say_next_to(outcome("pain"), outcome("walking"), NextTo::AboutHalf),
    )
    .unwrap();
    let second = ready(&aid, &c);
    assert!(
        second.so_far.as_ref().unwrap().contains(": a serious harm."),
        "{:?}",
        second.so_far
    );
    c.apply(
        &aid,
        Action::say_next_to(outcome("pain"), outcome("harm"), NextTo::MuchLess),
    )
    .unwrap();
    let last = ready(&aid, &c);
    assert_eq!(last.so_far, None);
    assert!(
        open(&first) > open(&second) && open(&second) > open(&last),
        "{} {} {}",
        open(&first),
        open(&second),
        open(&last)
    );
    assert_eq!(
        view::weigh(&aid, &c).read_back,
        [
            "The change in pain after treatment matters most to you: from 60 down to 20 of every 100 people, at 1 year.",
            "About half as much as that: walking a mile.",
            "Much less than that: a serious harm.",
        ]
    );
}

#[test]
fn answers_that_cannot_all_be_true_are_named_and_none_is_lost() {
    let aid = example();
    let mut c = after(
        &aid,
        [
            Action::choose_most(outcome("pain")),
            Action::say_next_to(outcome("pain"), outcome("walking"), NextTo::MuchLess),
            Action::choose_most(outcome("walking")),
        ],
    );
    let odds = pairs(view::weigh(&aid, &c)).at_odds.unwrap();
    let said: Vec<&str> = odds.claims.iter().map(|claim| claim.text.as_str()).collect();
    assert_eq!(
        said,
        [
            "Walking a mile matters most.",
            "Walking a mile matters much less than pain after treatment."
        ]
    );
    let FitView::NotYet { text, .. } = fit(&aid, &c) else {
        panic!("nothing can be worked out")
    };
    assert!(said.iter().all(|said| text.contains(said)), "{text}");
    assert!(
        view::summary(&aid, &c, Results::Fit, &Here)
            .weighed
            .iter()
            .any(|line| line.contains(said[1]))
    );
    // Taken back, or the mind changed back: either way the rest stands.
    let back = odds.claims[1].take_back.clone().unwrap();
    let mut taken = c.clone();
    taken.apply(&aid, back).unwrap();
    assert!(ready(&aid, &taken).so_far.is_some());
    c.apply(&aid, Action::choose_most(outcome("pain"))).unwrap();
    assert!(pairs(view::weigh(&aid, &c)).others[0].answered());
    // The same two the other way round take the place of what was said.
    let turned = after(
        &aid,
        [
            Action::choose_most(outcome("pain")),
            Action::say_next_to(outcome("pain"), outcome("walking"), NextTo::MuchLess),
            Action::choose_most(outcome("walking")),
            Action::say_next_to(outcome("walking"), outcome("pain"), NextTo::AboutHalf),
        ],
    );
    assert_eq!(pairs(view::weigh(&aid, &turned)).at_odds, None);
}

#[test]
fn what_the_studies_cannot_tell_apart_is_weighed_only_when_asked_for() {
    let aid = prostate();
    let dying = outcome("death-prostate");
    let mut c = Consultation::new(&aid);
    let before = view::weigh(&aid, &c);
    assert!(before.items.iter().all(|item| item.what != dying));
    let untold = before.untold.iter().find(|untold| untold.what == dying).unwrap();
    assert!(
        !untold.weighed && untold.text.contains("not weighed unless you ask"),
        "{untold:?}"
    );
    let pads = Action::choose_most(outcome("pads"));
    c.apply(&aid, pads).unwrap();
    assert!(
        ready(&aid, &c)
            .leaves_out
            .iter()
            .any(|line| line.contains("not weighed unless you ask"))
    );
    c.apply(&aid, untold.action.clone().unwrap()).unwrap();
    let after = view::weigh(&aid, &c);
    assert!(after.items.iter().any(|item| item.what == dying));
    let asked = after.untold.iter().find(|untold| untold.what == dying).unwrap();
    assert!(
        asked.weighed && asked.text.contains("because you asked"),
        "{asked:?}"
    );
    c.apply(
        &aid,
        Action::say_next_to(outcome("pads"), dying.clone(), NextTo::AsMuch),
    )
    .unwrap();
    assert!(
        ready(&aid, &c).bars[0]
            .parts
            .iter()
            .any(|part| part.what == dying)
    );
    // No longer: its answers go with it, and undo brings them back.
    c.apply(&aid, asked.action.clone().unwrap()).unwrap();
    assert!(view::weigh(&aid, &c).items.iter().all(|item| item.what != dying));
    // An answer that is there already is a request: of a file of before, or by a program.
    let said = common::after(
        &aid,
        [
            Action::choose_first(outcome("pads")),
            Action::set_points(dying.clone(), 50),
        ],
    );
    assert!(
        view::weigh(&aid, &said)
            .items
            .iter()
            .any(|item| item.what == dying)
    );
}

#[test]
fn a_limit_opens_where_it_rules_an_option_out() {
    let mut limits = 0;
    for folder in aids() {
        let aid = common::aid(&folder);
        let start = view::weigh(&aid, &Consultation::new(&aid));
        for limit in start.limits {
            limits += 1;
            let mut c = Consultation::new(&aid);
            c.apply(&aid, limit.toggle.clone()).unwrap();
            let seen = view::weigh(&aid, &c);
            let set = seen
                .limits
                .iter()
                .find(|set| set.outcome == limit.outcome)
                .unwrap();
            assert_eq!(
                (&set.sentence, &set.excludes),
                (&limit.sentence, &limit.excludes),
                "said before it is set"
            );
            // Where the studies tell no option from another, or one number is all that is shown, nothing can be ruled out.
            let weighed = aid.outcome(&limit.outcome).unwrap();
            let row = weighed.weigh_row().unwrap();
            let mut known: Vec<String> = row
                .cells
                .iter()
                .filter(|cell| cell.is_known())
                .map(|cell| aid.inline(weighed, cell))
                .collect();
            known.sort();
            known.dedup();
            let untold = start
                .untold
                .iter()
                .any(|untold| untold.what == outcome(limit.outcome.as_str()));
            assert_eq!(
                set.excludes == "This rules out no option.",
                untold || known.len() < 2,
                "{}: {} {}",
                aid.id(),
                set.sentence,
                set.excludes
            );
            assert_ne!(
                set.excludes,
                "This rules out every option.",
                "{}: {}",
                aid.id(),
                set.sentence
            );
        }
    }
    assert!(limits > 50, "{limits} limits");
}

/// Every aid, by nothing but what its page offers: groups, what matters most, a word for each pair; marks where nothing is weighed.
#[test]
fn every_aid_is_weighed_or_marked_from_end_to_end() {
    for folder in aids() {
        let aid = common::aid(&folder);
        let mut c = Consultation::new(&aid);
        for _ in 0..4 {
            let Some(groups) = view::weigh(&aid, &c).choose else {
                break;
            };
            let unchosen = |axis: &&view::AxisView| axis.choices.iter().all(|choice| !choice.selected);
            let Some(axis) = groups.asked.iter().find(unchosen) else {
                break;
            };
            c.apply(&aid, Action::choose_group(axis.choices[0].id.clone()))
                .unwrap();
        }
        let marks = view::marks(&aid, &c, aid.results());
        if marks.is_weighing {
            assert!(!marks.items.is_empty(), "{}: nothing to mark", aid.id());
            for item in &marks.items {
                c.apply(
                    &aid,
                    Action::mark(item.mark.outcome.clone(), OutcomeMark::Matters),
                )
                .unwrap();
            }
            assert_eq!(
                view::marks(&aid, &c, aid.results()).marked.len(),
                marks.items.len(),
                "{}",
                aid.id()
            );
            assert!(
                !matches!(view::fit(&aid, &c, aid.results(), &Here), FitView::Ready(_)),
                "{}",
                aid.id()
            );
            continue;
        }
        let asked = pairs(view::weigh(&aid, &c));
        c.apply(&aid, Action::choose_most(asked.order[0].clone()))
            .unwrap();
        ready(&aid, &c);
        for other in pairs(view::weigh(&aid, &c)).others {
            assert!(other.question.ends_with('?'));
            c.apply(&aid, other.words[2].action.clone()).unwrap();
        }
        let done = view::weigh(&aid, &c);
        assert_eq!(
            (done.still_to_answer, done.can_be_read),
            (None, true),
            "{}",
            aid.id()
        );
        println!(
            "{}: {} weighed, {} not told apart, {} left out",
            aid.id(),
            done.items.len(),
            done.untold.len(),
            done.left_out.len()
        );
        assert_eq!(ready(&aid, &c).so_far, None, "{}", aid.id());
    }
}

#[test]
fn files_of_before_open_and_unknown_ways_are_refused_by_name() {
    let aid = example();
    let c = after(
        &aid,
        [
            Action::choose_first(outcome("pain")),
            Action::set_points(outcome("harm"), 30),
        ],
    );
    let saved = c.save(&aid, Here.hash(&aid));
    let now = format!("\"format\":{SAVED_FORMAT}");
    let pairs = "\"pairs\":{\"most\":null,\"said\":[]},";
    assert!(saved.contains(&now) && saved.contains(pairs), "{saved}");
    let before = saved.replace(&now, "\"format\":2").replace(pairs, "");
    let back = Consultation::restore(&aid, &before, Here.hash(&aid)).unwrap();
    assert_eq!(back.consultation.answers(), c.answers());
    assert!(back.dropped.is_empty());
    let newer = saved.replace("\"method\":\"swing\"", "\"method\":\"by-colour\"");
    match Consultation::restore(&aid, &newer, None) {
        Err(RestoreError::Unreadable { what, .. }) => {
            assert_eq!(what, "`by-colour` is no way of weighing that this page knows");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_was_marked_is_asked_about_first() {
    let aid = example();
    let mark = |id: &str, mark| Action::mark(id.try_into().unwrap(), mark);
    let c = after(
        &aid,
        [
            mark("harm", OutcomeMark::Worries),
            mark("pain", OutcomeMark::DoesNotMatter),
        ],
    );
    let order = pairs(view::weigh(&aid, &c)).order;
    assert_eq!(order, [outcome("harm"), outcome("walking"), outcome("pain")]);
}
