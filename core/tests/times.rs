//! A time that is chosen holds everywhere, the weighing included, and what was answered stays about the time it was asked about.
#![cfg(feature = "authoring")]
#![expect(clippy::unwrap_used, reason = "a test: failing is how it reports")]

#[cfg(test)]
mod common;

use common::{after, example, example_text, outcome, read};
use weighup_core::aid::{Aid, HorizonId, OutcomeId, document::Results};
use weighup_core::consultation::{Action, Consultation, DealBreaker, Method, NextTo, Person, Undoable};
use weighup_core::view::{self, Engine as _, FitView, Here};

/// The invented aid with a figure for every option at six months too.
fn counted_twice() -> Aid {
    let unknown = "{ unknown = \"Nobody was asked at six months after an operation.\" }";
    let text = example_text().replace(unknown, "{ count = 60, per = 100 }");
    assert_ne!(text, example_text());
    read(&text)
}

fn pain() -> OutcomeId {
    "pain".try_into().unwrap()
}

fn at(time: &str) -> Action {
    Action::choose_horizon(pain(), HorizonId::try_from(time).unwrap())
}

fn swing(aid: &Aid, c: &Consultation) -> String {
    let items = view::weigh(aid, c).items;
    let found = items.into_iter().find(|item| item.what == outcome("pain"));
    found.unwrap().swing
}

fn answered() -> [Action; 2] {
    [
        Action::choose_most(outcome("pain")),
        Action::say_next_to(outcome("pain"), outcome("walking"), NextTo::ALL[1]),
    ]
}

#[test]
fn a_time_chosen_before_anything_is_said_is_the_one_that_is_weighed() {
    let aid = counted_twice();
    let fresh = Consultation::new(&aid);
    assert!(
        swing(&aid, &fresh).contains("at 1 year"),
        "{}",
        swing(&aid, &fresh)
    );
    let c = after(&aid, [at("6m")]);
    let said = swing(&aid, &c);
    assert!(said.contains("at 6 months") && said.contains("50"), "{said}");
    assert_eq!(view::weigh(&aid, &c).other_times, None);
    // What is answered then is about it, in what is saved too.
    let c = after(&aid, [at("6m")].into_iter().chain(answered()));
    assert!(swing(&aid, &c).contains("at 6 months"));
    assert_eq!(view::weigh(&aid, &c).other_times, None);
}

#[test]
fn looking_at_another_time_afterwards_changes_no_answer_and_is_said() {
    let aid = counted_twice();
    let before = after(&aid, answered());
    let c = after(&aid, answered().into_iter().chain([at("6m")]));
    assert_eq!(swing(&aid, &c), swing(&aid, &before));
    let said = view::weigh(&aid, &c).other_times.unwrap().text;
    assert!(
        said.contains("at 1 year") && said.contains("Compare shows another time"),
        "{said}"
    );
    let result = |c: &Consultation| match view::fit(&aid, c, Results::Fit, &Here) {
        FitView::Ready(result) => *result,
        other => panic!("{other:?}"),
    };
    let (was, now) = (result(&before), result(&c));
    assert_eq!((was.lead, was.why), (now.lead, now.why));
    assert!(now.leaves_out.contains(&said) && !was.leaves_out.contains(&said));
    // Looking at the first time again, nothing is said any more.
    let back = after(&aid, answered().into_iter().chain([at("6m"), at("1y")]));
    assert_eq!(view::weigh(&aid, &back).other_times, None);
}

#[test]
fn weighing_again_at_the_times_shown_is_one_press_and_one_undo() {
    let aid = counted_twice();
    let limit = DealBreaker::Limit {
        outcome: "harm".try_into().unwrap(),
        count: 5,
    };
    let said: Vec<Action> = answered()
        .into_iter()
        .chain([Action::toggle_deal_breaker(limit.clone()), at("6m")])
        .collect();
    let before = after(&aid, said.clone());
    let mut c = after(&aid, said.into_iter().chain([Action::weigh_at_shown()]));
    assert!(swing(&aid, &c).contains("at 6 months"));
    assert_eq!(view::weigh(&aid, &c).other_times, None);
    assert!(view::weigh(&aid, &c).read_back.is_empty());
    assert!(c.answers().deal_breakers.contains(&limit));
    c.apply(&aid, Action::undo()).unwrap();
    assert_eq!(c.answers(), before.answers());
}

#[test]
fn with_the_last_answer_the_time_goes() {
    let aid = counted_twice();
    let mut c = after(&aid, [Action::choose_most(outcome("pain")), at("6m")]);
    assert!(swing(&aid, &c).contains("at 1 year"));
    c.apply(&aid, Action::undo()).unwrap();
    assert!(swing(&aid, &c).contains("at 6 months"));
}

#[test]
fn what_was_weighed_at_a_chosen_time_is_saved_with_it() {
    let aid = counted_twice();
    let c = after(&aid, [at("6m")].into_iter().chain(answered()).chain([at("1y")]));
    let saved = c.save(&aid, Here.hash(&aid));
    let back = Consultation::restore(&aid, &saved, Here.hash(&aid)).unwrap();
    assert_eq!(back.dropped, []);
    assert_eq!(back.consultation.answers(), c.answers());
    assert!(swing(&aid, &back.consultation).contains("at 6 months"));
}

/// Before form 5 everything was weighed at the author's times, whichever were looked at.
#[test]
fn an_older_file_keeps_its_weights_and_the_times_it_was_read_at() {
    let aid = counted_twice();
    let c = after(&aid, answered().into_iter().chain([at("6m")]));
    let older = c
        .save(&aid, Here.hash(&aid))
        .replace("\"format\":5", "\"format\":4");
    let back = Consultation::restore(&aid, &older, Here.hash(&aid)).unwrap();
    assert_eq!(back.dropped, []);
    assert_eq!(back.consultation.answers(), c.answers());
    assert!(swing(&aid, &back.consultation).contains("at 1 year"));
}

/// A guess that is hidden does not show by the time it was made at.
#[test]
fn a_hidden_guess_does_not_show_by_its_time() {
    let aid = counted_twice();
    let guess = [at("6m"), Action::take_turn(Person::Clinician)]
        .into_iter()
        .chain(answered());
    let c = after(&aid, guess);
    assert!(!c.answers().weighed_at.is_empty());
    let saved = c.save(&aid, Here.hash(&aid));
    assert!(!saved.contains("weighed_at"), "{saved}");
}

/// An outcome does not leave the weighing because somebody looks at a time at which one option has no figure.
/// The hash of the ranges is worked out from what the file holds, not from the times that a hidden guess holds: another window, which saves
/// the same answers, gives the same file, and nobody can tell that somebody guesses.
#[test]
fn the_file_beside_a_hidden_guess_is_the_one_without_it() {
    let aid = counted_twice();
    let c = after(
        &aid,
        [
            Action::take_turn(Person::Clinician),
            Action::choose_most(outcome("pain")),
            at("6m"),
        ],
    );
    let without = after(&aid, [at("6m")]);
    let shown = c.save(&aid, Here.hash(&aid));
    assert_eq!(shown, without.save(&aid, Here.hash(&aid)));
    let back = Consultation::restore(&aid, &shown, Here.hash(&aid)).unwrap();
    assert_eq!(back.consultation.save(&aid, Here.hash(&aid)), shown);
}

#[test]
fn what_cannot_be_weighed_at_a_time_is_weighed_at_its_authors() {
    let aid = example();
    let c = after(&aid, [at("6m")]);
    assert!(swing(&aid, &c).contains("at 1 year"));
    let others = view::weigh(&aid, &c).other_times.unwrap();
    assert!(others.text.contains("at 1 year"), "{}", others.text);
    assert_eq!(others.action, None);
}

#[test]
fn nobody_takes_away_what_another_person_answered() {
    let aid = counted_twice();
    let companion = [Action::take_turn(Person::Companion)]
        .into_iter()
        .chain(answered());
    let c = after(
        &aid,
        companion.chain([
            Action::take_turn(Person::Patient),
            Action::choose_most(outcome("pain")),
            at("6m"),
        ]),
    );
    assert_eq!(view::weigh(&aid, &c).other_times.unwrap().action, None);
    let refused = common::refused(&aid, &c, Action::weigh_at_shown());
    assert!(refused.to_string().contains("another person"), "{refused}");
}

#[test]
fn limits_alone_that_are_weighed_at_the_times_shown_are_what_undo_takes_back() {
    let aid = counted_twice();
    let limit = DealBreaker::Limit {
        outcome: pain(),
        count: 0,
    };
    let c = after(
        &aid,
        [
            Action::toggle_deal_breaker(limit),
            Action::use_method(Method::Pairs),
            at("6m"),
            Action::weigh_at_shown(),
        ],
    );
    assert_eq!(c.undoes(), Some(Undoable::Weighing));
}
