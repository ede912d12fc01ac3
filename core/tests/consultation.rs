//! The reducer: undo, redo, start again, and what can never be.

#![cfg(feature = "authoring")]

#[cfg(test)]
mod common;

use common::{after, example, option, outcome, refused};
use weighup_core::aid::document::Results;
use weighup_core::consultation::{
    Action, ActionError, Answers, Applied, CompareAs, Consultation, DealBreaker, DecisionStage, FIRST_POINTS,
    List, MAX_HISTORY, MAX_NOTES, Mode, Person, Presence, ReadinessPrompt, Step, Sure, Swing, Undoable,
    WordsBox,
};
use weighup_core::view::{Engine as _, Here, about, decide, weigh};

/// The swing answers of the person deciding.
fn swing(c: &Consultation) -> &Swing {
    &c.answers().weighing(Person::Patient).swing
}

#[test]
fn the_first_counts_as_100_and_earlier_answers_stay() {
    let aid = example();
    let said = |c: &Consultation, id: &str| swing(c).points_of(&outcome(id));
    let mut c = after(
        &aid,
        [
            Action::set_points(outcome("walking"), 44),
            Action::choose_first(outcome("pain")),
            Action::set_points(outcome("harm"), 250),
            Action::set_points(outcome("pain"), 90),
        ],
    );
    assert_eq!(said(&c, "pain"), Some(FIRST_POINTS));
    assert_eq!(said(&c, "walking"), Some(40), "rounded to tens");
    assert_eq!(said(&c, "harm"), Some(100), "never above 100");
    c.apply(&aid, Action::choose_first(outcome("walking"))).unwrap();
    assert_eq!(said(&c, "walking"), Some(100));
    assert_eq!(
        said(&c, "pain"),
        None,
        "it had 100 for being first, not because anyone said so"
    );
    c.apply(&aid, Action::choose_first(outcome("pain"))).unwrap();
    assert_eq!(
        said(&c, "walking"),
        Some(40),
        "the answer given before is still there"
    );
}

#[test]
fn unanswered_is_not_nought() {
    let aid = example();
    let c = after(&aid, [Action::choose_first(outcome("pain"))]);
    assert_eq!(swing(&c).points_of(&outcome("harm")), None);
    let step = |c: &Consultation, name: &str, up: bool| {
        let view = weigh(&aid, c);
        let item = view.items.iter().find(|item| item.what == outcome(name)).unwrap();
        let action = if up { item.more.clone() } else { item.less.clone() };
        let mut c = c.clone();
        c.apply(&aid, action.unwrap()).unwrap();
        c
    };
    let c = step(&step(&c, "harm", true), "walking", false);
    assert_eq!(swing(&c).points_of(&outcome("harm")), Some(10));
    assert_eq!(swing(&c).points_of(&outcome("walking")), Some(90));
    let c = step(&c, "harm", false);
    assert_eq!(swing(&c).points_of(&outcome("harm")), Some(0));
    let harm = weigh(&aid, &c).items.pop().unwrap();
    assert_eq!((harm.less, harm.points), (None, Some(0)), "nothing below 0");
}

#[test]
fn two_options_always_stay() {
    let aid = example();
    let c = after(&aid, [Action::toggle_option(option("tablets"))]);
    let error = refused(&aid, &c, Action::toggle_option(option("waiting")));
    assert!(matches!(error, ActionError::LastTwoOptions { .. }));
    let c = after(
        &aid,
        [
            Action::toggle_option(option("tablets")),
            Action::toggle_option(option("tablets")),
        ],
    );
    assert!(c.answers().hidden.is_empty());
}

#[test]
fn typing_in_one_place_is_one_undo() {
    let aid = example();
    let typed = |text: &str| Action::set_words(WordsBox::Matters, text.into());
    let mut c = after(
        &aid,
        [
            typed("a"),
            typed("ab"),
            typed("abc"),
            Action::set_questions("q".into()),
            typed("abcd"),
        ],
    );
    c.apply(&aid, Action::undo()).unwrap();
    assert_eq!(
        c.answers().words.get(&WordsBox::Matters).map(String::as_str),
        Some("abc")
    );
    c.apply(&aid, Action::undo()).unwrap();
    assert_eq!(c.answers().questions, "");
    c.apply(&aid, Action::undo()).unwrap();
    assert!(c.answers().words.is_empty());
    assert!(!c.can_undo());
    for _ in 0..3 {
        c.apply(&aid, Action::redo()).unwrap();
    }
    assert_eq!(
        c.answers().words.get(&WordsBox::Matters).map(String::as_str),
        Some("abcd")
    );
    assert!(!c.can_redo());
}

#[test]
fn what_undo_takes_back_is_said_on_its_own_step_and_on_no_other() {
    let aid = example();
    let mut c = after(
        &aid,
        [
            Action::go_to(Step::WhatMatters),
            Action::set_words(WordsBox::Worries, "the drive".into()),
        ],
    );
    let words = Some(Undoable::Words(WordsBox::Worries));
    assert_eq!((c.undoes(), c.redoes()), (words.clone(), None));
    c.apply(&aid, Action::go_to(Step::Summary)).unwrap();
    assert_eq!((c.undoes(), c.redoes()), (None, None));
    c.apply(&aid, Action::go_to(Step::WhatMatters)).unwrap();
    c.apply(&aid, Action::undo()).unwrap();
    assert_eq!((c.undoes(), c.redoes()), (None, words));
}

#[test]
fn undo_never_moves_the_page() {
    let aid = example();
    let mut c = after(
        &aid,
        [
            Action::set_stage(DecisionStage::Considering),
            Action::go_to(Step::Compare),
            Action::compare_as(CompareAs::Table),
        ],
    );
    c.apply(&aid, Action::undo()).unwrap();
    assert_eq!((c.answers().stage, c.answers().step), (None, Step::Compare));
    assert_eq!(c.answers().compare_as, CompareAs::Table);
}

#[test]
fn history_has_an_end() {
    let aid = example();
    let mut c = Consultation::new(&aid);
    for _ in 0..MAX_HISTORY + 50 {
        c.apply(&aid, Action::toggle_presence(Presence::Me)).unwrap();
    }
    let undone = (0..)
        .take_while(|_| c.apply(&aid, Action::undo()) == Ok(Applied::Changed))
        .count();
    assert_eq!(undone, MAX_HISTORY);
}

#[test]
fn start_again_leaves_nothing() {
    let aid = example();
    let mut c = after(
        &aid,
        [
            Action::set_words(WordsBox::Worries, "secret".into()),
            Action::add_concern("secret".into()),
            Action::undo(),
            Action::start_again(),
        ],
    );
    assert_eq!(c, Consultation::new(&aid));
    assert_eq!(c.apply(&aid, Action::undo()), Ok(Applied::Unchanged));
    assert_eq!(c.apply(&aid, Action::redo()), Ok(Applied::Unchanged));
    assert!(!c.save(&aid, Here.hash(&aid)).contains("secret"));
}

#[test]
fn a_limit_is_stepped_by_one_person() {
    let aid = example();
    let pain: weighup_core::aid::OutcomeId = "pain".try_into().unwrap();
    let set = Action::toggle_deal_breaker(DealBreaker::Limit {
        outcome: pain.clone(),
        count: 60,
    });
    let c = after(&aid, [set.clone(), Action::step_limit(pain.clone(), false)]);
    assert_eq!(c.answers().limit_on(&pain), Some(59));
    let off = Action::toggle_deal_breaker(DealBreaker::Limit {
        outcome: pain.clone(),
        count: 59,
    });
    let c = after(&aid, [set, Action::step_limit(pain.clone(), false), off]);
    assert_eq!(c.answers().limit_on(&pain), None);
}

#[test]
fn saying_how_the_page_is_used_leaves_the_step_and_says_where_to_start() {
    let aid = example();
    let mut c = after(&aid, []);
    for (mode, start) in [
        (Mode::Prepare, Step::WhatMatters),
        (Mode::Together, Step::Compare),
        (Mode::After, Step::Summary),
    ] {
        c.apply(&aid, Action::set_mode(mode)).unwrap();
        assert_eq!((c.answers().mode, c.answers().step), (Some(mode), Step::About));
        assert_eq!(about(&aid, &c, &Here).start, start);
    }
}

#[test]
fn together_opens_on_the_figures_and_after_on_the_summary() {
    let aid = example();
    let mut c = after(
        &aid,
        [Action::go_to(Step::Weigh), Action::open_for(Mode::Together)],
    );
    assert_eq!(c.answers().step, Step::Compare);
    c.apply(&aid, Action::open_for(Mode::After)).unwrap();
    assert_eq!(c.answers().step, Step::Summary);
    c.apply(&aid, Action::open_for(Mode::Prepare)).unwrap();
    assert_eq!((c.answers().step, c.can_undo()), (Step::Summary, false));
}

#[test]
fn in_the_consultation_the_stage_of_the_figures_leads_to_the_figures() {
    let aid = example();
    let to = |c: &Consultation| -> Vec<Step> {
        let frame = weighup_core::view::frame(&aid, c, &Here);
        frame.stages.iter().map(|stage| stage.to).collect()
    };
    let firsts = [Step::About, Step::Choice, Step::Weigh, Step::Ready];
    assert_eq!(to(&after(&aid, [])), firsts);
    let [you, _, weigh, next] = firsts;
    let together = after(&aid, [Action::set_mode(Mode::Together)]);
    assert_eq!(to(&together), [you, Step::Compare, weigh, next]);
}

#[test]
fn own_questions_come_first_a_line_each_then_those_ticked_and_three_stand_in_front() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../decision-aids/gallstones");
    let aid = common::aid(&folder);
    let none = weighup_core::view::appointment(&aid, &after(&aid, []));
    assert!(
        none.front.is_empty() && none.more.len() > 2,
        "all of the aid's questions, to tick with a pen"
    );
    let said = [
        Action::toggle_ask(2),
        Action::toggle_ask(1),
        Action::set_questions("Who do I ring?\n\n  And when?  \n".into()),
    ];
    let view = weighup_core::view::appointment(&aid, &after(&aid, said));
    let mine = |text: &str| (true, text.to_owned());
    let [first, second, ..] = &none.more[..] else {
        panic!("two questions")
    };
    assert_eq!(
        view.front,
        [mine("Who do I ring?"), mine("And when?"), first.clone()]
    );
    assert_eq!(view.more, std::slice::from_ref(second));
    assert!(view.questions.iter().filter(|(.., ticked)| *ticked).count() == 2);
}

#[test]
fn lists_keep_their_order_and_whose_each_line_is() {
    let aid = example();
    let add = |who, words: &str| Action::add_note(List::Agenda, who, words.into(), " ".into());
    let mut c = after(
        &aid,
        [
            add(Presence::Me, " the drive "),
            add(Presence::Professional, "blood thinners"),
            add(Presence::Me, "work"),
            Action::move_note(List::Agenda, 3, true),
            Action::move_note(List::Agenda, 1, true),
            Action::remove_note(List::Agenda, 2),
            add(Presence::SomeoneWithMe, "parking"),
        ],
    );
    let agenda: Vec<_> = c
        .answers()
        .agenda
        .iter()
        .map(|note| (note.id, note.words.as_str()))
        .collect();
    assert_eq!(agenda, [(1, "the drive"), (3, "work"), (4, "parking")]);
    assert!(c.answers().agenda.iter().all(|note| note.when.is_empty()));
    for _ in 0..MAX_NOTES - 3 {
        c.apply(&aid, add(Presence::Me, "more")).unwrap();
    }
    assert!(matches!(
        refused(&aid, &c, add(Presence::Me, "too much")),
        ActionError::TooManyNotes { .. }
    ));
}

#[test]
fn the_same_answer_again_takes_it_back() {
    let aid = example();
    let c = after(
        &aid,
        [
            Action::set_ready(ReadinessPrompt::Choice, true),
            Action::set_ready(ReadinessPrompt::Choice, true),
            Action::set_sure(Sure::Very),
            Action::set_sure(Sure::Very),
        ],
    );
    assert_eq!(
        *c.answers(),
        Answers {
            visited: std::iter::once(Step::About).collect(),
            ..Answers::default()
        }
    );
}

/// At home nobody can say what a health team will do; what was said once stays in view.
#[test]
fn what_the_team_will_do_is_asked_where_the_team_may_answer() {
    let aid = example();
    let sides = |actions: Vec<Action>| decide(&aid, &after(&aid, actions), Results::Fit, &Here).sides;
    let me = Presence::Me;
    let team = Presence::Professional;
    assert_eq!(sides(vec![]), [me]);
    assert_eq!(
        sides(vec![Action::toggle_presence(Presence::SomeoneWithMe)]),
        [me, Presence::SomeoneWithMe]
    );
    assert_eq!(sides(vec![Action::toggle_presence(team)]), [me, team]);
    assert_eq!(sides(vec![Action::set_mode(Mode::Together)]), [me, team]);
    assert_eq!(sides(vec![Action::set_mode(Mode::After)]), [me, team]);
    let noted = Action::add_note(List::Actions, team, "Ring on Friday".into(), String::new());
    assert_eq!(sides(vec![noted]), [me, team]);
}
