//! Every way of weighing, and several people: what is read back, what it comes to, who may see what.

#![cfg(feature = "authoring")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test: failing is how it reports"
)]

#[cfg(test)]
mod common;

use common::{after, aid, aids, example, outcome};
use proptest::prelude::*;
use weighup_core::aid::{Aid, document::Results};
use weighup_core::consultation::{Action, Consultation, Method, NextTo, Person, RankMove, TIMES, Weighable};
use weighup_core::record::plain_text;
use weighup_core::view::{
    self, Desk, Engine as _, FitResult, FitView, GuessView, Here, ask_agreement, read_agreement,
};

fn ready(aid: &Aid, c: &Consultation) -> FitResult {
    match view::fit(aid, c, Results::Fit, &Here) {
        FitView::Ready(result) => *result,
        other => panic!("not ready: {other:?}"),
    }
}

fn order(ids: &[&str]) -> Vec<Action> {
    ids.iter()
        .map(|id| Action::rank(outcome(id), RankMove::Next))
        .collect()
}

fn swing(pain: u8, walking: u8, harm: u8) -> Vec<Action> {
    let all = [("pain", pain), ("walking", walking), ("harm", harm)];
    let first = all.iter().find(|(_, points)| *points == 100).unwrap();
    let mut actions = vec![Action::choose_first(outcome(first.0))];
    actions.extend(all.map(|(id, points)| Action::set_points(outcome(id), points)));
    actions
}

fn compared(best: &str, worst: &str, other: &str, times: [u8; 3]) -> Vec<Action> {
    let [whole, up, down] = times;
    vec![
        Action::choose_best(outcome(best)),
        Action::choose_worst(outcome(worst)),
        Action::set_times(outcome(best), outcome(worst), whole),
        Action::set_times(outcome(best), outcome(other), up),
        Action::set_times(outcome(other), outcome(worst), down),
    ]
}

#[test]
fn points_between_two_steps_go_to_the_nearer_one_and_never_above_the_most() {
    let aid = example();
    let (pain, harm) = (outcome("pain"), outcome("harm"));
    for (given, kept) in [
        (0, 0),
        (4, 0),
        (5, 10),
        (14, 10),
        (44, 40),
        (45, 50),
        (94, 90),
        (95, 100),
        (255, 100),
    ] {
        let c = after(
            &aid,
            [
                Action::choose_first(pain.clone()),
                Action::set_points(harm.clone(), given),
            ],
        );
        let said = &c.answers().weighing(Person::Patient).swing;
        assert_eq!(said.points_of(&harm), Some(kept), "{given} points");
    }
    for (given, kept) in [(2, 0), (3, 5), (52, 50), (53, 55), (98, 100), (255, 100)] {
        let c = after(&aid, [Action::share(harm.clone(), given)]);
        let said = c.answers().weighing(Person::Patient);
        assert_eq!(
            said.share_of(&harm).unwrap_or(0),
            kept,
            "{given} of what is shared"
        );
    }
}

#[test]
fn a_ranking_is_moved_tied_and_parted_by_buttons() {
    let aid = example();
    let place = |what: &str, place| Action::rank(outcome(what), place);
    let stands = |actions: Vec<Action>| -> Vec<Vec<String>> {
        let c = after(&aid, actions);
        let said = &c.answers().weighing(Person::Patient).ranking;
        let name = |what: &Weighable| match what {
            Weighable::Outcome(id) => id.to_string(),
            Weighable::Concern(id) => id.0.clone(),
        };
        said.iter().map(|all| all.iter().map(name).collect()).collect()
    };
    let with = |more: Vec<Action>| [order(&["pain", "walking", "harm"]), more].concat();
    assert_eq!(
        stands(with(vec![place("harm", RankMove::Up)])),
        [["pain"], ["harm"], ["walking"]]
    );
    assert_eq!(
        stands(with(vec![place("pain", RankMove::Down)])),
        [["walking"], ["pain"], ["harm"]]
    );
    assert_eq!(
        stands(with(vec![place("pain", RankMove::Up)])),
        [["pain"], ["walking"], ["harm"]]
    );
    let together = with(vec![
        place("walking", RankMove::Same),
        place("harm", RankMove::Same),
    ]);
    assert_eq!(stands(together.clone()), [["pain", "walking", "harm"]]);
    let parted = [together.clone(), vec![place("walking", RankMove::Same)]].concat();
    assert_eq!(stands(parted), [vec!["pain"], vec!["walking", "harm"]]);
    let up = [together.clone(), vec![place("harm", RankMove::Up)]].concat();
    assert_eq!(stands(up), [vec!["harm"], vec!["pain", "walking"]]);
    let down = [together, vec![place("pain", RankMove::Down)]].concat();
    assert_eq!(stands(down), [vec!["walking", "harm"], vec!["pain"]]);
}

#[test]
fn a_ranking_counts_by_the_centroid_and_is_read_every_way_that_keeps_it() {
    let aid = example();
    let c = after(&aid, order(&["pain", "walking", "harm"]));
    let result = ready(&aid, &c);
    // 11/18, 5/18 and 2/18; tablets are half, half and 7/9 of the way.
    assert_eq!(result.bars[1].point, 306 + 139 + 86);
    let sums: Vec<&str> = result.bars[1]
        .parts
        .iter()
        .map(|part| part.sum.as_str())
        .collect();
    assert!(
        sums[0].starts_with("Its place in your order counts for 61 of 100."),
        "{sums:?}"
    );
    assert!(sums[0].ends_with("61 ÷ 100 × 50 = 31 of 100."), "{sums:?}");
    assert!(result.how_sure[0].contains("everything that keeps to your order"));
    assert_eq!(
        view::weigh(&aid, &c).read_back,
        [
            "The change in pain after treatment matters most to you: from 60 down to 20 of every 100 people, at 1 year.",
            "Next comes the change in walking a mile.",
            "The change in a serious harm matters least.",
        ]
    );
}

#[test]
fn points_never_stop_anyone() {
    let aid = example();
    let give = |pain, walking| {
        vec![
            Action::share(outcome("pain"), pain),
            Action::share(outcome("walking"), walking),
        ]
    };
    let c = after(&aid, give(60, 20));
    let view = view::weigh(&aid, &c);
    assert!(matches!(view.asked, view::AskedView::Points(left) if left == "20 of 100 points left to share."));
    assert!(view.still_to_answer.is_some());
    // All given out: the rest has nothing, and that is said.
    let c = after(&aid, give(75, 25));
    let view = view::weigh(&aid, &c);
    assert_eq!(view.still_to_answer, None);
    assert!(
        view.read_back[2].contains("a serious harm does not matter to you"),
        "{:?}",
        view.read_back
    );
    assert!(
        ready(&aid, &c).bars[1]
            .parts
            .iter()
            .any(|part| part.sum.contains("75 of 100 points"))
    );
    // More than there are is fine.
    let c = after(
        &aid,
        [give(100, 50), vec![Action::share(outcome("harm"), 50)]].concat(),
    );
    assert!(
        ready(&aid, &c).bars[1]
            .parts
            .iter()
            .any(|part| part.sum.contains("100 of 200 points"))
    );
}

#[test]
fn comparisons_that_agree_are_the_weights_they_say() {
    let aid = example();
    let c = after(&aid, compared("pain", "harm", "walking", [9, 3, 3]));
    assert_eq!(view::weigh(&aid, &c).still_to_answer, None);
    // 9 : 3 : 1.
    let result = ready(&aid, &c);
    let sum = &result.bars[1].parts[0].sum;
    assert!(
        sum.starts_with("Your comparisons come to 69 of 100 for it."),
        "{sum}"
    );
    assert!(view::agreement(&aid, &c, Results::Fit, &Here).check.is_empty());
}

#[test]
fn comparisons_that_pull_apart_are_named_kindly_and_still_counted() {
    let aid = example();
    let c = after(&aid, compared("pain", "harm", "walking", [3, 3, 3]));
    let check = view::agreement(&aid, &c, Results::Fit, &Here).check;
    insta::assert_snapshot!(check.join("\n"), @r"
    These two answers pull apart: pain after treatment matters about 3 times as much as walking a mile, and walking a mile matters about 3 times as much as a serious harm.
    Together they put pain after treatment higher than your answer that it matters about 3 times as much as a serious harm.
    That happens to most people. You can change any of them, or leave them: the result allows for all.
    ");
    ready(&aid, &c);
    // Beyond the comparison of the most with the least important.
    let c = after(&aid, compared("pain", "harm", "walking", [2, 9, 1]));
    assert_eq!(view::agreement(&aid, &c, Results::Fit, &Here).check.len(), 3);
    ready(&aid, &c);
}

#[test]
fn another_way_loses_nothing_and_two_ways_check_each_other() {
    let aid = example();
    let mut c = after(
        &aid,
        [swing(100, 50, 20), order(&["harm", "pain", "walking"])].concat(),
    );
    assert_eq!(view::weigh(&aid, &c).method, Method::Ranking);
    let check = view::agreement(&aid, &c, Results::Fit, &Here).check;
    assert!(
        check[0].contains("pull apart")
            && check[0].contains("a serious harm matters more than pain after treatment"),
        "{check:?}"
    );
    c.apply(&aid, Action::use_method(Method::Swing)).unwrap();
    let back = view::weigh(&aid, &c);
    assert_eq!(
        back.items.iter().map(|item| item.points).collect::<Vec<_>>(),
        [Some(100), Some(50), Some(20)]
    );
    assert!(back.methods.iter().filter(|way| way.begun).count() == 2);
    c.apply(&aid, Action::use_method(Method::Ranking)).unwrap();
    c.apply(&aid, Action::rank(outcome("harm"), RankMove::Down))
        .unwrap();
    c.apply(&aid, Action::rank(outcome("harm"), RankMove::Down))
        .unwrap();
    let check = view::agreement(&aid, &c, Results::Fit, &Here).check;
    assert!(check[0].contains("the same order"), "{check:?}");
}

fn by(who: Person, said: Vec<Action>) -> Vec<Action> {
    [vec![Action::take_turn(who)], said].concat()
}

#[test]
fn a_guess_is_nowhere_until_it_is_revealed() {
    let aid = example();
    let mut c = after(&aid, by(Person::Clinician, swing(20, 10, 100)));
    c.apply(&aid, Action::take_turn(Person::Patient)).unwrap();
    let gap = |c: &Consultation| view::agreement(&aid, c, Results::Fit, &Here).gap;
    assert_eq!(view::weigh(&aid, &c).turn.guess, GuessView::Waiting);
    for action in swing(100, 60, 20) {
        c.apply(&aid, action).unwrap();
    }
    assert_eq!(view::weigh(&aid, &c).turn.guess, GuessView::Ready);
    assert_eq!(gap(&c), None);
    let shown = c.answers().without_what_is_hidden();
    assert!(shown.weighing(Person::Clinician).ranking.is_empty() && shown.weighings.len() == 1);
    let text = plain_text(aid.wording(), &view::summary(&aid, &c, Results::Fit, &Here));
    assert!(!text.contains("guess"));
    c.apply(&aid, Action::reveal_guess()).unwrap();
    let found = gap(&c).unwrap();
    assert_eq!(found.lead[0], "The conversation to have is about a serious harm.");
    assert_eq!(
        found.lead[1],
        "It matters less to you than the health professional thought."
    );
    assert!(
        found.changes[0].starts_with("This changes what fits most"),
        "{:?}",
        found.changes
    );
    assert_eq!(
        found.lines[0]
            .marks
            .iter()
            .map(|mark| mark.count)
            .collect::<Vec<_>>(),
        [11, 77]
    );
    // Nothing is taken back by someone else, and a change afterwards is marked.
    assert!(c.can_undo());
    c.apply(&aid, Action::take_turn(Person::Clinician)).unwrap();
    c.apply(&aid, Action::set_points(outcome("pain"), 100)).unwrap();
    c.apply(&aid, Action::take_turn(Person::Patient)).unwrap();
    assert!(!c.can_undo());
    assert!(gap(&c).unwrap().notes[0].contains("changed after"));
    // Only facts: what people said is compared, what it would change is not.
    assert!(
        view::agreement(&aid, &c, Results::Facts, &Here)
            .gap
            .unwrap()
            .changes
            .is_empty()
    );
    // A saved file keeps it all.
    let back = Consultation::restore(&aid, &c.save(&aid, Here.hash(&aid)), Here.hash(&aid)).unwrap();
    assert_eq!(back.consultation.answers(), c.answers());
}

#[test]
fn own_concerns_are_the_persons_who_decides() {
    let aid = example();
    let mut c = after(&aid, by(Person::Companion, vec![]));
    let error = c
        .apply(&aid, Action::add_concern("near home".into()))
        .unwrap_err();
    assert!(error.to_string().contains("hand back first"));
}

#[test]
fn three_people_over_every_aid_are_told_as_text_too() {
    for folder in aids() {
        let aid = aid(&folder);
        let c = after(
            &aid,
            common::script(&aid, include_str!("scripts/three-people.json")),
        );
        for results in [Results::Fit, Results::Facts] {
            let here = weighup_core::view::Engine::agreement(&Here, &aid, c.answers(), results).unwrap();
            let told = Desk::default()
                .answer(&aid, &ask_agreement(c.answers(), results))
                .unwrap();
            assert_eq!(read_agreement(&told), Some(here), "{}", aid.id());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is answered: bars within bounds, readings that make up 100, parts that add up to the bar.
    #[test]
    fn every_way_gives_weights_once_complete(
        method in prop::sample::select(Method::ALL.to_vec()),
        numbers in prop::array::uniform3(0u8..=20),
        times in prop::array::uniform3(prop::sample::select(TIMES.to_vec())),
        places in prop::collection::vec((0usize..3, prop::sample::select(vec![RankMove::Up, RankMove::Down, RankMove::Same])), 0..6),
    ) {
        let aid = example();
        let ids = ["pain", "walking", "harm"];
        let actions = match method {
            Method::Pairs => {
                let word = |number: u8| NextTo::ALL[usize::from(number) % 4];
                vec![
                    Action::choose_most(outcome("pain")),
                    Action::say_next_to(outcome("pain"), outcome("walking"), word(numbers[1])),
                    Action::say_next_to(outcome("pain"), outcome("harm"), word(numbers[2])),
                ]
            }
            Method::Swing => swing(100, numbers[1] * 5, numbers[2] * 5),
            Method::Points => ids.iter().zip(numbers).map(|(id, n)| Action::share(outcome(id), n * 5)).collect(),
            Method::Ranking => {
                let moves = places.iter().map(|(at, place)| Action::rank(outcome(ids[*at]), *place));
                order(&ids).into_iter().chain(moves).collect()
            }
            Method::BestWorst => compared("harm", "pain", "walking", times),
        };
        let c = after(&aid, actions);
        let result = match view::fit(&aid, &c, Results::Fit, &Here) {
            FitView::Ready(result) => result,
            // Points of nothing are no answer.
            FitView::NotYet { .. } if method == Method::Points && numbers.iter().all(|n| *n == 0) => return Ok(()),
            other => panic!("{other:?}"),
        };
        prop_assert!(view::weigh(&aid, &c).still_to_answer.is_none());
        for bar in &result.bars {
            prop_assert!(bar.low <= bar.point && bar.point <= bar.high && bar.high <= 1000);
            prop_assert_eq!(bar.parts.iter().map(|part| part.length).sum::<u16>(), bar.point);
        }
        let ways: u32 = result.readings.iter().map(|reading| reading.count).sum();
        // Where nothing is in front there are no shares that would rank the options, no sentence of what would bring another to the front.
        if result.separated {
            prop_assert!((97..=103).contains(&ways), "{}", ways);
        } else {
            prop_assert!(result.readings.is_empty() && result.would_change.is_empty() && result.how_sure.is_empty());
        }
        for (place, sides) in result.sides.iter().enumerate() {
            prop_assert_eq!(&sides.option.id, &result.bars[place].option.id);
            prop_assert!(sides.speaks_for.iter().all(|line| !sides.against.contains(line)));
        }
    }
}
