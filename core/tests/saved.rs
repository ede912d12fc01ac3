//! Saved answers: what comes back, what no longer applies, and what is refused.

#![cfg(feature = "authoring")]
#![expect(clippy::unwrap_used, reason = "a test: failing is how it reports")]

#[cfg(test)]
mod common;

use common::{after, example, example_text, option, outcome, read};
use weighup_core::aid::Aid;
use weighup_core::consultation::{
    Action, ConcernId, Consultation, DealBreaker, Dropped, Leaning, Liking, List, MAX_CONCERNS, MAX_LINE,
    MAX_NOTES, MAX_WORDS, OutcomeMark, Person, Presence, ReadinessPrompt, RestoreError, Step, Sure, Weighing,
    WordsBox,
};
use weighup_core::view::{Engine as _, Here};
use weighup_core::words::Words;

#[test]
fn a_saved_consultation_comes_back_whole() {
    let aid = example();
    let c = everything(&aid);
    let back = Consultation::restore(&aid, &c.save(&aid, Here.hash(&aid)), Here.hash(&aid)).unwrap();
    assert_eq!(back.consultation.answers(), c.answers());
    assert!(back.dropped.is_empty() && !back.content_changed);
    assert!(!back.consultation.can_undo(), "history is not saved");
}

/// Whatever a person writes, in every box and list to its limit and in letters of four bytes, is in a file that is opened again.
#[test]
fn what_is_full_to_its_limits_still_fits_in_a_saved_file() {
    let letters = |characters: usize| "\u{1D538}".repeat(characters);
    for folder in common::aids() {
        let aid = common::aid(&folder);
        let boxes = WordsBox::ALL;
        let mut actions: Vec<Action> = boxes
            .into_iter()
            .map(|place| Action::set_words(place, letters(MAX_WORDS)))
            .collect();
        actions.push(Action::set_questions(letters(MAX_WORDS)));
        actions.extend((0..MAX_CONCERNS).map(|_| Action::add_concern(letters(MAX_LINE))));
        for list in [List::Agenda, List::Actions] {
            actions.extend(
                (0..MAX_NOTES)
                    .map(|_| Action::add_note(list, Presence::Me, letters(MAX_LINE), letters(MAX_LINE))),
            );
        }
        let about = aid.outcomes().iter();
        actions.extend(about.map(|outcome| Action::say_about(outcome.id.clone(), letters(MAX_LINE))));
        let mut full = Consultation::new(&aid);
        for action in actions {
            full.apply(&aid, action).unwrap();
        }
        let saved = full.save(&aid, Here.hash(&aid));
        let back = Consultation::restore(&aid, &saved, Here.hash(&aid)).unwrap();
        assert_eq!(back.consultation.answers(), full.answers(), "{}", aid.id());
        assert!(back.dropped.is_empty(), "{}: {:?}", aid.id(), back.dropped);
    }
}

fn everything(aid: &Aid) -> Consultation {
    after(
        aid,
        [
            Action::set_words(WordsBox::Matters, "walking".into()),
            Action::link_words(WordsBox::Matters, "pain".try_into().unwrap()),
            Action::add_concern("near home".into()),
            Action::rate_concern(ConcernId("own-1".into()), option("operation"), 3),
            Action::choose_first(outcome("pain")),
            Action::set_points(outcome("harm"), 30),
            Action::toggle_deal_breaker(DealBreaker::Option(option("operation"))),
            Action::toggle_deal_breaker(DealBreaker::Limit {
                outcome: "harm".try_into().unwrap(),
                count: 5,
            }),
            Action::choose_horizon("pain".try_into().unwrap(), "6m".try_into().unwrap()),
            Action::mark("pain".try_into().unwrap(), OutcomeMark::Matters),
            Action::mark("sleep".try_into().unwrap(), OutcomeMark::DoesNotMatter),
            Action::say_about("sleep".try_into().unwrap(), "I nap.".into()),
            Action::go_to(Step::Compare),
            Action::set_leaning(Leaning::Option(option("operation"))),
            Action::set_ready(ReadinessPrompt::Options, false),
            Action::understand("better".into(), 2),
            Action::set_sure(Sure::Fairly),
            Action::set_review("2027-03-31".into()),
            Action::set_words(WordsBox::Reservations, "the scar".into()),
            Action::add_note(
                List::Agenda,
                Presence::Professional,
                "Blood thinners".into(),
                String::new(),
            ),
            Action::add_note(
                List::Actions,
                Presence::Me,
                "Ring my sister".into(),
                "Friday".into(),
            ),
            Action::toggle_liking(Liking::Large),
            Action::toggle_liking(Liking::OneByOne),
            Action::ask_at(3),
            Action::go_to(Step::Weigh),
        ],
    )
}

/// Weights belong to the ranges they were asked about (hazard: weights used again after the content changed).
#[test]
fn weights_are_void_when_a_range_changes() {
    let old = example();
    let saved = everything(&old).save(&old, Here.hash(&old));
    let changed = example_text().replace(
        "cells.operation = { events = 40",
        "cells.operation = { events = 60",
    );
    let now = read(&changed);
    let back = Consultation::restore(&now, &saved, Here.hash(&now)).unwrap();
    assert!(back.content_changed);
    let told: Vec<String> = back
        .dropped
        .iter()
        .map(|dropped| dropped.sentence(Words::english()))
        .collect();
    assert_eq!(
        back.dropped.first().zip(told.get(1)),
        Some((&Dropped::Weights, &"“Pain after treatment”: before, from 60 down to 20 of every 100 people, at 1 year; now, from 60 down to \
               30 of every 100 people, at 1 year."
                .to_owned())),
        "which range is another one, and how"
    );
    assert_eq!(told.len(), 2, "the other ranges are the same");
    let answers = back.consultation.answers();
    assert_eq!(answers.weighing(Person::Patient), &Weighing::default());
    assert_eq!(answers.words.len(), 2, "everything else is kept");
    assert!(
        back.dropped[0]
            .sentence(Words::english())
            .contains("weigh them again")
    );
}

#[test]
fn weights_stay_when_only_words_change() {
    let old = example();
    let saved = everything(&old).save(&old, Here.hash(&old));
    let changed = example_text().replace("You wait.", "You wait and see.");
    let now = read(&changed);
    let back = Consultation::restore(&now, &saved, Here.hash(&now)).unwrap();
    assert!(back.content_changed && back.dropped.is_empty());
    assert!(
        back.consultation
            .answers()
            .weighing(Person::Patient)
            .swing
            .first
            .is_some()
    );
}

#[test]
fn an_option_that_went_takes_only_its_own_answers_along() {
    let old = example();
    let saved = everything(&old).save(&old, Here.hash(&old));
    let changed = example_text().replace("operation", "keyhole");
    let now = read(&changed);
    let back = Consultation::restore(&now, &saved, Here.hash(&now)).unwrap();
    let dropped = |what: &str| {
        back.dropped
            .iter()
            .any(|lost| lost.sentence(Words::english()).contains(what))
    };
    assert!(
        back.dropped.contains(&Dropped::Weights),
        "options make the ranges"
    );
    assert!(
        dropped("ruled out") && dropped("leaning") && dropped("ratings"),
        "{:?}",
        back.dropped
    );
    assert_eq!(back.consultation.answers().concerns.len(), 1);
}

#[test]
fn files_from_elsewhere_are_refused() {
    let aid = example();
    let saved = Consultation::new(&aid).save(&aid, Here.hash(&aid));
    let other = saved.replace("\"aid\":\"example-only\"", "\"aid\":\"another\"");
    assert!(matches!(
        Consultation::restore(&aid, &other, Here.hash(&aid)),
        Err(RestoreError::OtherAid { .. })
    ));
    let newer = saved.replace("\"format\":5", "\"format\":6");
    assert_eq!(
        Consultation::restore(&aid, &newer, Here.hash(&aid)),
        Err(RestoreError::Format { found: 6 })
    );
    let broken = saved.replace("\"step\":\"about\"", "\"step\":\"elsewhere\"");
    let error = Consultation::restore(&aid, &broken, Here.hash(&aid)).unwrap_err();
    assert!(error.to_string().contains("answers.step"), "{error}");
    assert!(Consultation::restore(&aid, "", Here.hash(&aid)).is_err());
}

/// What came with form 4 is kept, and a file of form 3 is one in which nobody said it.
#[test]
fn what_two_people_speak_about_what_is_told_at_home_and_ticked_questions_are_kept_and_older_files_are_read() {
    let aid = example();
    let told = "We wait, and I ring them on Friday.";
    let c = after(
        &aid,
        [
            Action::speak_of(outcome_id("pain")),
            Action::set_words(WordsBox::TeachBack, told.into()),
            Action::toggle_ask(1),
        ],
    );
    let saved = c.save(&aid, Here.hash(&aid));
    let back = Consultation::restore(&aid, &saved, Here.hash(&aid)).unwrap();
    assert!(back.dropped.is_empty());
    let answers = back.consultation.answers();
    assert_eq!(answers.spoken_of, Some(outcome_id("pain")));
    assert_eq!(
        answers.words.get(&WordsBox::TeachBack).map(String::as_str),
        Some(told)
    );
    assert!(answers.asks.contains(&1));

    let empty = Consultation::new(&aid).save(&aid, Here.hash(&aid));
    for older in ["\"format\":2", "\"format\":3", "\"format\":4"] {
        let older = empty.replace("\"format\":5", older);
        assert_ne!(older, empty);
        let back = Consultation::restore(&aid, &older, Here.hash(&aid)).unwrap();
        assert_eq!(back.consultation.answers(), Consultation::new(&aid).answers());
    }
}

/// A question is known by its number: in another version that may be another question.
#[test]
fn questions_ticked_in_another_version_are_dropped_with_a_word() {
    let aid = example();
    let saved = after(&aid, [Action::toggle_ask(1)]).save(&aid, Here.hash(&aid));
    let version = format!("\"version\":\"{}\"", aid.version());
    let newer = saved.replace(&version, "\"version\":\"99.0.0\"");
    assert_ne!(newer, saved);
    for (text, left) in [(&saved, 1), (&newer, 0)] {
        let back = Consultation::restore(&aid, text, Here.hash(&aid)).unwrap();
        assert_eq!(back.consultation.answers().asks.len(), left);
        assert_eq!(back.dropped.contains(&Dropped::Asks), left == 0);
    }
    let beyond = saved.replace("\"asks\":[1]", "\"asks\":[7]");
    assert_ne!(beyond, saved);
    let back = Consultation::restore(&aid, &beyond, Here.hash(&aid)).unwrap();
    assert!(back.dropped.contains(&Dropped::Asks));
}

fn outcome_id(id: &str) -> weighup_core::aid::OutcomeId {
    id.try_into().unwrap()
}

/// Ids at the last number of all, as a file edited by hand may have them, are no reason to lose what is written next.
#[test]
fn lines_and_concerns_after_the_last_number_of_all_are_kept() {
    let aid = example();
    let none = after(&aid, []);
    let saved = none
        .save(&aid, Here.hash(&aid))
        .replace(
            r#""agenda":[]"#,
            r#""agenda":[{"id":4294967295,"who":"me","words":"first","when":""}]"#,
        )
        .replace(
            r#""concerns":[]"#,
            r#""concerns":[{"id":"own-4294967295","words":"cats","ratings":{}}]"#,
        );
    let mut back = Consultation::restore(&aid, &saved, Here.hash(&aid))
        .unwrap()
        .consultation;
    for action in [
        Action::add_note(List::Agenda, Presence::Me, "second".into(), String::new()),
        Action::add_concern("dogs".into()),
    ] {
        back.apply(&aid, action).unwrap();
    }
    let again = Consultation::restore(&aid, &back.save(&aid, Here.hash(&aid)), Here.hash(&aid)).unwrap();
    assert!(again.dropped.is_empty(), "{:?}", again.dropped);
    assert_eq!(again.consultation.answers().notes(List::Agenda).len(), 2);
    assert_eq!(again.consultation.answers().concerns.len(), 2);
}

/// Undoing the choice of a group leaves the times that were looked at: nobody is told of a loss when that is opened again.
#[test]
fn a_time_that_only_another_group_has_is_no_loss() {
    let mut tried = 0;
    for folder in common::aids() {
        let aid = common::aid(&folder);
        let groups: Vec<_> = aid
            .document()
            .baseline
            .iter()
            .flat_map(|b| b.groups.clone())
            .collect();
        for group in groups {
            let group = weighup_core::aid::ReferenceClassId::try_from(group.id).unwrap();
            let seen = aid.seen_by(Some(&group));
            for outcome in seen.outcomes() {
                for row in &outcome.rows {
                    let mut c = after(
                        &aid,
                        [
                            Action::choose_group(group.clone()),
                            Action::choose_horizon(outcome.id.clone(), row.horizon.id.clone()),
                        ],
                    );
                    c.apply(&aid, Action::undo()).unwrap();
                    let saved = c.save(&aid, Here.hash(&aid));
                    let back = Consultation::restore(&aid, &saved, Here.hash(&aid)).unwrap();
                    assert_eq!(back.dropped, [], "{}: {} of {group}", aid.id(), row.horizon.id);
                    assert_eq!(back.consultation.answers(), c.answers());
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 20, "{tried} times of groups");
}

/// Before outcomes differed in how many people they are counted of, a file had one number for all of them.
#[test]
fn a_limit_is_kept_only_out_of_as_many_people_as_it_was_set_of() {
    let aid = example();
    let limit = DealBreaker::Limit {
        outcome: "harm".try_into().unwrap(),
        count: 5,
    };
    let c = after(&aid, [Action::toggle_deal_breaker(limit)]);
    let saved = c.save(&aid, Here.hash(&aid));
    let of = r#""limits_of":{"harm":100}"#;
    assert!(saved.contains(of), "{saved}");
    for (written, kept) in [
        (of, true),
        (r#""limits_of":{"harm":1000}"#, false),
        (r#""limits_of":{}"#, false),
        (r#""denominator":100"#, true),
        (r#""denominator":1000"#, false),
    ] {
        let back = Consultation::restore(&aid, &saved.replace(of, written), Here.hash(&aid)).unwrap();
        assert_eq!(
            back.consultation.answers().deal_breakers.len() == 1,
            kept,
            "{written}"
        );
        assert_eq!(back.dropped.is_empty(), kept, "{written}");
    }
}
