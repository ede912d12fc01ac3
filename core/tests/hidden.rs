//! A health professional's guess that is still hidden: no file, device or other window gets it, and none takes it away.

#![cfg(feature = "authoring")]
#![expect(clippy::unwrap_used, reason = "a test: failing is how it reports")]

#[cfg(test)]
mod common;

use common::{after, aid, aids, example, outcome, read, script};
use weighup_core::aid::Aid;
use weighup_core::consultation::{
    Action, Applied, Consultation, Mode, Person, SetAside, Step, Weighing, WordsBox,
};
use weighup_core::view::{Engine, Here};

const MEASURED: &str = include_str!("aids/measured/aid.toml");

fn group(id: &str) -> Action {
    Action::choose_group(id.try_into().unwrap())
}

/// What the other window has after the text that leaves this one.
fn other_window(aid: &Aid, here: &Consultation) -> Consultation {
    let restored = Consultation::restore(aid, &here.save(aid, Here.hash(aid)), Here.hash(aid)).unwrap();
    assert_eq!(restored.dropped, [], "nothing that left is void");
    restored.consultation
}

/// Everything that a professional has answered in a consultation, for whichever group.
fn guesses(c: &Consultation) -> Vec<&Weighing> {
    let aside = c
        .answers()
        .set_aside
        .iter()
        .map(|aside: &SetAside| &aside.weighings);
    std::iter::once(&c.answers().weighings)
        .chain(aside)
        .filter_map(|weighings| weighings.get(&Person::Clinician))
        .collect()
}

/// A professional who guesses for two groups, and a person who answers for one.
fn for_two_groups(aid: &Aid) -> Consultation {
    after(
        aid,
        [
            Action::go_to(Step::Weigh),
            Action::take_turn(Person::Clinician),
            group("low"),
            Action::choose_first(outcome("mood")),
            group("high"),
            Action::choose_first(outcome("effort")),
            Action::take_turn(Person::Patient),
            Action::choose_first(outcome("days")),
        ],
    )
}

#[test]
fn what_leaves_has_no_guess_before_it_is_revealed_and_has_it_after() {
    let mut guessed = 0;
    for folder in aids() {
        let aid = aid(&folder);
        let mut steps = script(&aid, include_str!("scripts/three-people.json"));
        assert_eq!(steps.pop(), Some(Action::reveal_guess()));
        let mut here = after(&aid, steps);
        // Some aids show facts only: there is nothing to guess.
        guessed += guesses(&here).len();
        assert!(guesses(&other_window(&aid, &here)).is_empty(), "{}", aid.id());
        here.apply(&aid, Action::reveal_guess()).unwrap();
        assert_eq!(
            other_window(&aid, &here).answers(),
            here.answers(),
            "{}",
            aid.id()
        );
    }
    assert!(guessed > 5, "{guessed} aids have something to guess");
}

#[test]
fn nor_has_it_the_guess_for_a_group_that_is_set_aside() {
    let aid = read(MEASURED);
    let here = for_two_groups(&aid);
    assert_eq!(guesses(&here).len(), 2);
    let there = other_window(&aid, &here);
    assert!(guesses(&there).is_empty(), "{:?}", there.answers());
    assert_eq!(
        there.answers().weighing(Person::Patient),
        here.answers().weighing(Person::Patient)
    );
}

#[test]
fn that_a_guess_is_being_made_is_not_told_and_anyone_elses_turn_is() {
    let aid = example();
    for (turn, told) in [
        (Person::Patient, Person::Patient),
        (Person::Companion, Person::Companion),
        (Person::Clinician, Person::Patient),
    ] {
        let here = after(&aid, [Action::take_turn(turn)]);
        assert_eq!(other_window(&aid, &here).answers().people.turn, told);
    }
}

#[test]
fn another_window_that_answers_takes_no_guess_away() {
    let aid = read(MEASURED);
    let guessed = for_two_groups(&aid);
    let words = || Action::set_words(WordsBox::Matters, "walking".into());
    // What the other window does, and how many guesses are for a group that is not chosen then.
    for (action, aside) in [(words(), 1), (group("low"), 1), (Action::go_to(Step::About), 1)] {
        let mut here = guessed.clone();
        let mut there = other_window(&aid, &here);
        there.apply(&aid, action.clone()).unwrap();
        let answer = other_window(&aid, &there);
        assert_eq!(here.follow(&aid, &answer), Applied::Changed, "{action:?}");
        let mut left = guesses(&here);
        let mut had = guesses(&guessed);
        left.sort_by_key(|guess| format!("{guess:?}"));
        had.sort_by_key(|guess| format!("{guess:?}"));
        assert_eq!(left, had, "{action:?}");
        assert_eq!(
            here.answers()
                .set_aside
                .iter()
                .filter(|a| a.weighings.get(&Person::Clinician).is_some())
                .count(),
            aside
        );
        assert_eq!(
            here.answers().without_what_is_hidden(),
            *there.answers(),
            "{action:?}"
        );
        // What the other window said is taken back like one's own, and the guess stays.
        here.apply(&aid, Action::undo()).unwrap();
        assert_eq!(guesses(&here).len(), 2, "{action:?}");
    }
}

#[test]
fn whoever_guesses_goes_on_guessing_while_the_other_window_answers() {
    let aid = example();
    let mut here = after(
        &aid,
        [
            Action::take_turn(Person::Clinician),
            Action::choose_first(outcome("harm")),
        ],
    );
    let mut there = other_window(&aid, &here);
    there.apply(&aid, Action::choose_first(outcome("pain"))).unwrap();
    here.follow(&aid, &other_window(&aid, &there));
    assert_eq!(here.answers().people.turn, Person::Clinician);
    assert_eq!(here.answers().mine().swing.first, Some(outcome("harm")));
    assert_eq!(
        here.answers().weighing(Person::Patient).swing.first,
        Some(outcome("pain"))
    );
    // Who takes the turn in the other window has it in both.
    there.apply(&aid, Action::take_turn(Person::Companion)).unwrap();
    here.follow(&aid, &other_window(&aid, &there));
    assert_eq!(here.answers().people.turn, Person::Companion);
}

#[test]
fn a_guess_about_a_concern_that_the_other_window_removed_is_gone() {
    let aid = example();
    let mut here = after(&aid, [Action::add_concern("near home".into())]);
    let concern = weighup_core::consultation::Weighable::Concern(here.answers().concerns[0].id.clone());
    for action in [
        Action::take_turn(Person::Clinician),
        Action::choose_first(concern.clone()),
        Action::set_points(outcome("pain"), 50),
    ] {
        here.apply(&aid, action).unwrap();
    }
    let mut there = other_window(&aid, &here);
    let id = there.answers().concerns[0].id.clone();
    there.apply(&aid, Action::remove_concern(id)).unwrap();
    there
        .apply(&aid, Action::add_concern("no night shifts".into()))
        .unwrap();
    here.follow(&aid, &other_window(&aid, &there));
    let [guess] = guesses(&here)[..] else {
        unreachable!("one guess")
    };
    assert_eq!(guess.swing.points_of(&outcome("pain")), Some(50));
}

#[test]
fn starting_again_in_the_other_window_forgets_the_guess_and_so_does_a_saved_file() {
    let aid = example();
    let here = after(
        &aid,
        [
            Action::go_to(Step::WhatMatters),
            Action::go_to(Step::Weigh),
            Action::take_turn(Person::Clinician),
            Action::choose_first(outcome("harm")),
        ],
    );
    let mut there = other_window(&aid, &here);
    there.apply(&aid, Action::start_again()).unwrap();
    there.apply(&aid, Action::open_for(Mode::Together)).unwrap();
    let mut followed = here.clone();
    followed.follow(&aid, &other_window(&aid, &there));
    assert_eq!(guesses(&followed), Vec::<&Weighing>::new());

    let file = after(
        &aid,
        [Action::set_words(WordsBox::Matters, "somebody else’s".into())],
    );
    let mut opened = here.clone();
    opened.open(&file);
    assert_eq!(guesses(&opened), Vec::<&Weighing>::new());
}

#[test]
fn the_same_window_in_another_language_goes_on_with_the_guess() {
    let aid = read(MEASURED);
    let before = for_two_groups(&aid);
    // What a widget in the other language begins with: the text, which has no guess.
    let mut after = other_window(&aid, &before);
    assert!(guesses(&after).is_empty());
    assert_eq!(after.keep_guess_of(&aid, &before), Applied::Changed);
    assert_eq!(guesses(&after), guesses(&before));
    assert_eq!(after.answers(), before.answers());
    assert!(!after.can_undo(), "that is nothing to undo");
    assert_eq!(after.keep_guess_of(&aid, &before), Applied::Unchanged);
}
