//! Any actions in any order: what can never be, and that undo gives back what was there.

#![cfg(feature = "authoring")]
#![expect(clippy::unwrap_used, reason = "a test: failing is how it reports")]

#[cfg(test)]
mod common;

use common::{example, option, outcome};
use proptest::prelude::*;
use weighup_core::consultation::{
    Action, ActionKind, Answers, Applied, Chances, CompareAs, ConcernId, Consultation, DealBreaker,
    DecisionStage, FIRST_POINTS, Leaning, Liking, List, MAX_CONCERNS, MAX_LINE, MAX_NOTES, Marked, Method,
    Mode, NextTo, OutcomeMark, OutcomeOrder, Person, Presence, RankMove, ReadinessPrompt, Step, Sure, TIMES,
    Undoable, Weighable, Weighing, WordsBox,
};
use weighup_core::view::{Engine as _, Here};

fn concern(number: u32) -> Weighable {
    Weighable::Concern(ConcernId(format!("own-{number}")))
}

fn weighable() -> impl Strategy<Value = Weighable> {
    prop_oneof![
        4 => prop::sample::select(vec!["pain", "walking", "harm"]).prop_map(outcome),
        1 => prop::sample::select(vec!["sleep", "nothing"]).prop_map(outcome),
        1 => (1u32..4).prop_map(concern),
    ]
}

fn some_option() -> impl Strategy<Value = weighup_core::aid::OptionId> {
    prop::sample::select(vec!["waiting", "tablets", "operation", "nothing"]).prop_map(option)
}

fn list() -> impl Strategy<Value = List> {
    prop::sample::select(vec![List::Agenda, List::Actions])
}

fn place_in_order() -> impl Strategy<Value = RankMove> {
    prop::sample::select(vec![RankMove::Next, RankMove::Up, RankMove::Down, RankMove::Same])
}

fn action() -> impl Strategy<Value = Action> {
    let place = prop::sample::select(vec![WordsBox::Matters, WordsBox::Hopes]);
    let horizon = prop::sample::select(vec!["6m", "1y", "never"]);
    let some_outcome = || prop::sample::select(vec!["pain", "harm", "sleep", "nothing"]);
    prop_oneof![
        prop::sample::select(Step::ALL.to_vec()).prop_map(Action::go_to),
        Just(Action::toggle_presence(Presence::Professional)),
        prop::sample::select(vec![DecisionStage::Considering, DecisionStage::Chosen])
            .prop_map(Action::set_stage),
        (place, "[ab]{0,2}").prop_map(|(place, words)| Action::set_words(place, words)),
        (
            prop::sample::select(vec![WordsBox::Matters, WordsBox::Hopes]),
            some_outcome()
        )
            .prop_map(|(place, o)| Action::link_words(place, o.try_into().unwrap())),
        any::<u8>().prop_map(Action::ask_at),
        Just(Action::compare_as(CompareAs::Table)),
        Just(Action::say_chances(Chances::Percent)),
        Just(Action::order_outcomes(OutcomeOrder::Weights)),
        prop::sample::select(vec!["6m", "never"])
            .prop_map(|at| Action::choose_horizon_for_all(at.try_into().unwrap())),
        (some_outcome(), horizon)
            .prop_map(|(o, h)| Action::choose_horizon(o.try_into().unwrap(), h.try_into().unwrap())),
        some_option().prop_map(Action::toggle_option),
        some_outcome().prop_map(|o| Action::speak_of(o.try_into().unwrap())),
        weighable().prop_map(Action::choose_first),
        weighable().prop_map(Action::choose_most),
        (
            weighable(),
            weighable(),
            prop::sample::select(NextTo::ALL.to_vec())
        )
            .prop_map(|(a, b, word)| Action::say_next_to(a, b, word)),
        (weighable(), weighable()).prop_map(|(a, b)| Action::take_back(a, b)),
        (some_outcome(), any::<bool>())
            .prop_map(|(o, wanted)| Action::weigh_anyway(o.try_into().unwrap(), wanted)),
        prop::sample::select(Person::ALL.to_vec()).prop_map(Action::take_turn),
        Just(Action::reveal_guess()),
        prop::sample::select(Method::ALL.to_vec()).prop_map(Action::use_method),
        (weighable(), place_in_order()).prop_map(|(what, place)| Action::rank(what, place)),
        prop::collection::vec(prop::collection::vec(weighable(), 0..3), 0..3).prop_map(Action::rank_all),
        (some_outcome(), prop::sample::select(OutcomeMark::ALL.to_vec()))
            .prop_map(|(o, mark)| Action::mark(o.try_into().unwrap(), mark)),
        (some_outcome(), "[ab]{0,2}").prop_map(|(o, words)| Action::say_about(o.try_into().unwrap(), words)),
        (weighable(), any::<u8>()).prop_map(|(what, points)| Action::share(what, points)),
        Just(Action::weigh_at_shown()),
        weighable().prop_map(Action::choose_best),
        weighable().prop_map(Action::choose_worst),
        (weighable(), weighable(), 0u8..11).prop_map(|(a, b, times)| Action::set_times(a, b, times)),
        (weighable(), any::<u8>()).prop_map(|(what, points)| Action::set_points(what, points)),
        "[ab ]{0,2}".prop_map(Action::add_concern),
        (1u32..4).prop_map(|n| Action::remove_concern(ConcernId(format!("own-{n}")))),
        ((1u32..4), some_option(), 0u8..6).prop_map(|(n, o, rating)| Action::rate_concern(
            ConcernId(format!("own-{n}")),
            o,
            rating
        )),
        some_option().prop_map(|o| Action::toggle_deal_breaker(DealBreaker::Option(o))),
        (some_outcome(), 0u32..120).prop_map(|(o, count)| {
            Action::toggle_deal_breaker(DealBreaker::Limit {
                outcome: o.try_into().unwrap(),
                count,
            })
        }),
        (some_outcome(), any::<bool>()).prop_map(|(o, up)| Action::step_limit(o.try_into().unwrap(), up)),
        some_option().prop_map(|o| Action::set_leaning(Leaning::Option(o))),
        Just(Action::set_leaning(Leaning::MoreTime)),
        "[ab]{0,2}".prop_map(Action::set_questions),
        prop::sample::select(Mode::ALL.to_vec()).prop_map(Action::set_mode),
        prop::sample::select(Mode::ALL.to_vec()).prop_map(Action::open_for),
        Just(Action::toggle_liking(Liking::InFull)),
        (prop::sample::select(ReadinessPrompt::ALL.to_vec()), any::<bool>())
            .prop_map(|(prompt, fine)| Action::set_ready(prompt, fine)),
        (prop::sample::select(vec!["better", "nothing"]), 0u32..4)
            .prop_map(|(id, answer)| Action::understand(id.into(), answer)),
        prop::sample::select(Sure::ALL.to_vec()).prop_map(Action::set_sure),
        (0u32..9).prop_map(Action::toggle_ask),
        prop::sample::select(vec!["", "2027-03-31", "2027-02-30", "soon"])
            .prop_map(|day| Action::set_review(day.into())),
        (list(), "[ab ]{0,2}", "[c]{0,1}").prop_map(|(list, words, when)| Action::add_note(
            list,
            Presence::Me,
            words,
            when
        )),
        (list(), 0u32..4).prop_map(|(list, id)| Action::remove_note(list, id)),
        (list(), 0u32..4, any::<bool>()).prop_map(|(list, id, up)| Action::move_note(list, id, up)),
        Just(Action::undo()),
        Just(Action::redo()),
    ]
}

/// What can never be, whatever was done.
fn sound(answers: &Answers) {
    assert!(answers.hidden.len() <= 1, "two of three options stay");
    assert!(answers.concerns.len() <= MAX_CONCERNS);
    assert!(answers.visited.contains(&answers.step));
    for list in [List::Agenda, List::Actions] {
        let notes = answers.notes(list);
        assert!(notes.len() <= MAX_NOTES && notes.iter().all(|note| !note.words.trim().is_empty()));
        assert!(
            notes
                .iter()
                .all(|note| notes.iter().filter(|other| other.id == note.id).count() == 1)
        );
    }
    assert!(
        answers
            .understood
            .iter()
            .all(|(id, answer)| id == "better" && (1..=2).contains(answer))
    );
    assert!(["", "2027-03-31"].contains(&answers.review.as_str()));
    let known = |what: &Weighable| match what {
        Weighable::Outcome(id) => ["pain", "walking", "harm"].contains(&id.as_str()),
        Weighable::Concern(id) => answers.concerns.iter().any(|concern| concern.id == *id),
    };
    let once = |all: Vec<&Weighable>| {
        assert!(all.iter().all(|what| known(what)));
        assert!(
            all.iter()
                .all(|what| all.iter().filter(|other| other == &what).count() == 1)
        );
    };
    for (_, said) in answers.weighings.iter() {
        if let Some(first) = &said.swing.first {
            assert_eq!(said.swing.points_of(first), Some(FIRST_POINTS));
        }
        assert!(said.swing.first.iter().all(known));
        once(said.swing.points.iter().map(|(what, _)| what).collect());
        assert!(
            said.swing
                .points
                .iter()
                .all(|(_, points)| *points <= 100 && points % 10 == 0)
        );
        once(said.shares.iter().map(|(what, _)| what).collect());
        assert!(
            said.shares
                .iter()
                .all(|(_, points)| *points <= 100 && points % 5 == 0)
        );
        once(said.ranking.iter().flatten().collect());
        assert!(said.ranking.iter().all(|together| !together.is_empty()));
        let best_worst = &said.best_worst;
        assert!(best_worst.best.is_none() || best_worst.best != best_worst.worst);
        for (more, less, times) in &best_worst.times {
            assert!(known(more) && known(less) && more != less && TIMES.contains(times));
        }
    }
    for (id, said) in answers.marks.iter() {
        assert!(
            ["pain", "harm", "sleep"].contains(&id.as_str()),
            "marked with or without figures"
        );
        assert_ne!(said, &Marked::default(), "what says nothing is not kept");
        assert!(said.words.chars().count() <= MAX_LINE);
    }
    for outcome in ["pain", "walking", "harm"] {
        let id: weighup_core::aid::OutcomeId = outcome.try_into().unwrap();
        let limits = answers.deal_breakers.iter().filter(
            |given| matches!(given, DealBreaker::Limit { outcome, count } if *outcome == id && *count <= 100),
        );
        assert!(limits.count() <= 1);
    }
}

/// The answers alone, without where and how they are shown.
fn said(answers: &Answers) -> Answers {
    let mut said = answers.clone();
    let plain = Answers::default();
    (said.step, said.visited, said.compare_as) = (plain.step, plain.visited, plain.compare_as);
    (said.horizons, said.hidden, said.order) = (plain.horizons, plain.hidden, plain.order);
    (said.chances, said.question_at) = (plain.chances, plain.question_at);
    said.spoken_of = plain.spoken_of;
    (said.mode, said.liking, said.people) = (plain.mode, plain.liking, plain.people);
    said
}

/// What the others answered, where nothing of the person's own can take it along: without own concerns.
fn others_of(c: &Consultation) -> Option<Vec<Weighing>> {
    let answers = c.answers();
    let others = Person::ALL.into_iter().filter(|who| *who != answers.people.turn);
    let theirs = others.map(|who| answers.weighing(who).clone()).collect();
    answers.concerns.is_empty().then_some(theirs)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_answers_stay_sound_and_undo_gives_them_back(
        actions in prop::collection::vec(action(), 1..40),
    ) {
        let aid = example();
        let mut c = Consultation::new(&aid);
        // What undo must give back, oldest first: kept beside the history and compared with it.
        let mut expected = vec![said(c.answers())];
        for action in actions {
            let before = c.clone();
            match c.apply(&aid, action.clone()) {
                Err(_) | Ok(Applied::Unchanged) => prop_assert_eq!(&before, &c),
                Ok(Applied::Changed) => {}
            }
            sound(c.answers());
            // What an action says of itself is so: what only shows leaves all that was said.
            if action.kind() == ActionKind::Look {
                prop_assert_eq!(said(c.answers()), said(before.answers()));
            }
            if matches!(action, Action::Go(_) | Action::Show(_)) {
                prop_assert_eq!((c.can_undo(), c.can_redo()), (before.can_undo(), before.can_redo()));
            }
            if action.kind() != ActionKind::History && said(c.answers()) != said(before.answers()) {
                prop_assert!(!c.can_redo());
                // One undo gives back what was there before; typing in one place is one undo, so it may go further.
                if action.kind() == ActionKind::Answer {
                    let about = c.undoes();
                    prop_assert!(!matches!(about, None | Some(Undoable::Several)), "{about:?} of {action:?}");
                    let mut undone = c.clone();
                    prop_assert_eq!(undone.apply(&aid, Action::undo()), Ok(Applied::Changed));
                    prop_assert_eq!(said(undone.answers()), said(before.answers()));
                    prop_assert_eq!(undone.apply(&aid, Action::redo()), Ok(Applied::Changed));
                    prop_assert_eq!(undone.answers(), c.answers());
                }
            }
            expected.push(said(c.answers()));
        }
        // Undoing everything, each on their turn, ends where it began.
        let end = c.clone();
        for _ in 0..expected.len() {
            for who in Person::ALL {
                c.apply(&aid, Action::take_turn(who)).unwrap();
                while c.can_undo() {
                    let others = others_of(&c);
                    c.apply(&aid, Action::undo()).unwrap();
                    prop_assert!(expected.contains(&said(c.answers())));
                    if let (Some(before), Some(after)) = (others, others_of(&c)) {
                        prop_assert_eq!(before, after, "nobody takes back another person's answer");
                    }
                }
            }
        }
        prop_assert_eq!(said(c.answers()), Answers::default());
        while c.can_redo() {
            c.apply(&aid, Action::redo()).unwrap();
        }
        // What is written by hand is what serde writes.
        let written = serde_json::from_str::<serde_json::Value>(&end.save(&aid, Here.hash(&aid))).unwrap();
        let leaves = end.answers().without_what_is_hidden();
        prop_assert_eq!(&written["answers"], &serde_json::to_value(&leaves).unwrap());
        // Saved and read back, nothing is lost but a guess that is still hidden.
        let back = Consultation::restore(&aid, &end.save(&aid, Here.hash(&aid)), Here.hash(&aid)).unwrap();
        prop_assert_eq!(back.consultation.answers(), &leaves);
        prop_assert!(back.dropped.is_empty());
        // Another window that changes nothing takes nothing away here.
        let mut other = end.clone();
        other.follow(&aid, &back.consultation);
        prop_assert_eq!(other.answers(), end.answers());
        // And starting again is starting.
        let mut again = end;
        again.apply(&aid, Action::start_again()).unwrap();
        prop_assert_eq!(again, Consultation::new(&aid));
    }
}
