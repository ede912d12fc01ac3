//! Two questions that figures depend on, and point scores: nothing is chosen for anybody, sums are said in words.
#![cfg(feature = "authoring")]
#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "helpers of tests fail the test"
)]

#[cfg(test)]
mod common;

use common::{after, outcome, read};
use weighup_core::aid::Aid;
use weighup_core::aid::document::Results;
use weighup_core::authoring::{SourceFile, skeleton, translate};
use weighup_core::consultation::{Action, ActionError, Consultation, Dropped};
use weighup_core::record::plain_text;
use weighup_core::view::{self, AxisView, FitView, GroupView, Here, ScoreView};

const TEXT: &str = include_str!("../../tests/fixtures/aids/scored/aid.toml");

fn tick(score: &str, what: &str) -> Action {
    Action::tick(score.to_owned(), what.to_owned())
}

fn choose(id: &str) -> Action {
    Action::choose_group(id.try_into().unwrap())
}

fn group(aid: &Aid, said: &Consultation) -> GroupView {
    view::compare(aid, said).group.expect("the aid has groups")
}

fn chosen(asked: &AxisView) -> Vec<&str> {
    let choices = asked.choices.iter().filter(|choice| choice.selected);
    choices.map(|choice| choice.id.as_str()).collect()
}

fn score(aid: &Aid, said: &Consultation, at: usize) -> ScoreView {
    *group(aid, said).asked.remove(at).score.expect("there is a score")
}

fn shown(aid: &Aid, said: &Consultation) -> Vec<String> {
    let cards = view::compare(aid, said).outcomes;
    cards.iter().map(|card| card.id.to_string()).collect()
}

#[test]
fn nothing_ticked_is_no_answer_and_no_group() {
    let aid = read(TEXT);
    let fresh = Consultation::new(&aid);
    let view = group(&aid, &fresh);
    assert_eq!(view.asked.len(), 2);
    for asked in &view.asked {
        assert_eq!(chosen(asked), Vec::<&str>::new());
    }
    assert_eq!(
        score(&aid, &fresh, 0).said,
        ["Nothing is ticked yet, so there is no sum and no group."]
    );
    assert_eq!(
        view.shown,
        [
            "No group is chosen, so there are no figures here yet for a stroke, a serious bleed and feeling tired."
        ]
    );
    assert_eq!(shown(&aid, &fresh), ["trips"]);
}

#[test]
fn a_sum_is_said_in_words_and_chooses_its_group() {
    let aid = read(TEXT);
    let said = after(&aid, [tick("stroke-score", "pressure")]);
    assert_eq!(
        score(&aid, &said, 0).said,
        ["For the sum, please answer “Your age” too."]
    );
    assert_eq!(chosen(&group(&aid, &said).asked[0]), Vec::<&str>::new());

    let said = after(
        &aid,
        [
            tick("stroke-score", "pressure"),
            tick("stroke-score", "age.75-or-over"),
        ],
    );
    assert_eq!(
        score(&aid, &said, 0).said,
        [
            "1 for high blood pressure and 2 for age 75 or over make 3.",
            "So the figures are for people with a high stroke score. You can choose another group.",
        ]
    );
    assert_eq!(chosen(&group(&aid, &said).asked[0]), ["stroke-high"]);
    // The other question is nobody's answer yet.
    assert_eq!(chosen(&group(&aid, &said).asked[1]), Vec::<&str>::new());
    assert_eq!(shown(&aid, &said), ["stroke", "trips"]);
    assert_eq!(
        group(&aid, &said).shown,
        [
            "The figures are for people with a high stroke score.",
            "One group is still to be chosen, so there are no figures here yet for a serious bleed and feeling tired.",
        ]
    );
}

#[test]
fn one_level_takes_the_place_of_another_and_one_part_is_the_sum() {
    let aid = read(TEXT);
    let said = after(
        &aid,
        [
            tick("stroke-score", "age.75-or-over"),
            tick("stroke-score", "age.65-to-74"),
        ],
    );
    let view = score(&aid, &said, 0);
    assert_eq!(view.said[0], "The sum is 1 for age 65 to 74.");
    assert_eq!(chosen(&group(&aid, &said).asked[0]), ["stroke-low"]);
    let ticked = view.items[1].ticks.iter().filter(|tick| tick.ticked);
    assert_eq!(
        ticked.map(|tick| tick.name.as_str()).collect::<Vec<_>>(),
        ["65 to 74"]
    );
    assert_eq!(view.items[1].ticks[2].points, "2 points");
}

#[test]
fn a_sum_without_a_group_says_why() {
    let aid = read(TEXT);
    let said = after(
        &aid,
        [choose("stroke-high"), tick("stroke-score", "age.under-65")],
    );
    assert_eq!(
        score(&aid, &said, 0).said,
        [
            "Nothing that is ticked adds a point, so the sum is 0.",
            "This sum chooses no group here.",
            "The figures here are not about people with a sum of 0. Ask your team.",
        ]
    );
    assert_eq!(chosen(&group(&aid, &said).asked[0]), Vec::<&str>::new());
}

#[test]
fn what_is_unticked_takes_its_group_with_it_and_no_other() {
    let aid = read(TEXT);
    let bleed = || tick("bleeding-score", "bleed");
    let said = after(&aid, [bleed()]);
    assert_eq!(chosen(&group(&aid, &said).asked[1]), ["bleed-high"]);
    let said = after(&aid, [bleed(), bleed()]);
    assert_eq!(chosen(&group(&aid, &said).asked[1]), Vec::<&str>::new());
    assert_eq!(
        score(&aid, &said, 1).said,
        ["Nothing is ticked yet, so there is no sum and no group."]
    );
    // A group chosen by hand is the person's, whatever the ticks were.
    let said = after(&aid, [bleed(), choose("bleed-low"), bleed()]);
    assert_eq!(chosen(&group(&aid, &said).asked[1]), ["bleed-low"]);
    // None of them is an answer, and goes with the first that is.
    let said = after(&aid, [tick("bleeding-score", "none")]);
    assert_eq!(chosen(&group(&aid, &said).asked[1]), ["bleed-low"]);
    let said = after(
        &aid,
        [tick("bleeding-score", "none"), tick("bleeding-score", "tablets")],
    );
    assert_eq!(score(&aid, &said, 1).none, Some(("none".to_owned(), false)));
    assert_eq!(
        score(&aid, &said, 1).said[0],
        "The sum is 1 for tablets against pain."
    );
}

#[test]
fn another_group_can_still_be_chosen() {
    let aid = read(TEXT);
    let said = after(
        &aid,
        [tick("stroke-score", "age.75-or-over"), choose("stroke-low")],
    );
    assert_eq!(
        score(&aid, &said, 0).said,
        [
            "The sum is 2 for age 75 or over.",
            "This sum is that of people with a high stroke score. You have chosen otherwise.",
        ]
    );
    assert_eq!(chosen(&group(&aid, &said).asked[0]), ["stroke-low"]);
}

#[test]
fn one_press_is_undone_with_the_group_it_chose() {
    let aid = read(TEXT);
    let mut said = after(&aid, [tick("stroke-score", "age.75-or-over")]);
    said.apply(&aid, Action::undo()).unwrap();
    assert_eq!(*said.answers(), *Consultation::new(&aid).answers());
}

#[test]
fn what_is_not_there_cannot_be_ticked() {
    let aid = read(TEXT);
    for (score, what) in [
        ("stroke-score", "age"),
        ("stroke-score", "none"),
        ("stroke-score", "age.90"),
        ("other", "pressure"),
        ("bleeding-score", "pressure"),
    ] {
        let refused = Consultation::new(&aid).apply(&aid, tick(score, what));
        assert!(
            matches!(refused, Err(ActionError::UnknownTick { .. })),
            "{score} {what}"
        );
    }
}

#[test]
fn scores_that_are_off_leave_the_groups() {
    let aid = read(TEXT);
    let off = aid.with_scores(false);
    let said = after(&off, [choose("stroke-low")]);
    assert!(group(&off, &said).asked.iter().all(|asked| asked.score.is_none()));
    assert_eq!(chosen(&group(&off, &said).asked[0]), ["stroke-low"]);
    let refused = Consultation::new(&off).apply(&off, tick("stroke-score", "pressure"));
    assert!(matches!(refused, Err(ActionError::UnknownTick { .. })));
    // What was ticked elsewhere is not lost by opening it here.
    let ticked = after(&aid, [tick("stroke-score", "age.75-or-over")]);
    let restored = Consultation::restore(&off, &ticked.save(&aid, None), None).unwrap();
    assert_eq!(restored.dropped, []);
    assert_eq!(restored.consultation.answers(), ticked.answers());
    assert!(
        view::summary(&off, &restored.consultation, Results::Fit, &Here)
            .group
            .iter()
            .all(|line| !line.contains("score:"))
    );
}

#[test]
fn ticks_are_kept_with_the_answers_and_sifted_with_them() {
    let aid = read(TEXT);
    let said = after(
        &aid,
        [
            tick("stroke-score", "pressure"),
            tick("stroke-score", "age.75-or-over"),
            tick("bleeding-score", "none"),
        ],
    );
    let saved = said.save(&aid, None);
    let back = Consultation::restore(&aid, &saved, None).unwrap();
    assert_eq!(back.dropped, []);
    assert_eq!(back.consultation.answers(), said.answers());
    // An item that is gone, a score that is gone, two levels of one question.
    let saved = saved
        .replace("\"pressure\"", "\"height\"")
        .replace("\"bleeding-score\"", "\"gone\"");
    let back = Consultation::restore(&aid, &saved, None).unwrap();
    assert_eq!(back.dropped, [Dropped::Ticked]);
    let left: Vec<String> = back
        .consultation
        .answers()
        .ticked
        .iter()
        .map(|(score, ticked)| {
            format!(
                "{score}: {}",
                ticked.iter().cloned().collect::<Vec<_>>().join(" ")
            )
        })
        .collect();
    assert_eq!(left, ["stroke-score: age.75-or-over"]);
    // Answers of before there were scores are as they were.
    let fresh = Consultation::new(&aid).save(&aid, None);
    assert!(!fresh.contains("ticked") && !fresh.contains("also"), "{fresh}");
}

#[test]
fn rows_of_both_questions_wait_for_both() {
    let aid = read(TEXT);
    let said = after(&aid, [choose("stroke-low"), choose("bleed-high")]);
    assert_eq!(shown(&aid, &said), ["stroke", "bleed", "tired", "trips"]);
    let cards = view::compare(&aid, &said).outcomes;
    let who: Vec<Option<String>> = cards
        .iter()
        .map(|card| card.for_group.as_ref().map(ToString::to_string))
        .collect();
    assert_eq!(
        who,
        [
            Some("stroke-low".to_owned()),
            Some("bleed-high".to_owned()),
            Some("low-high".to_owned()),
            None
        ]
    );
    assert_eq!(
        group(&aid, &said).shown,
        [
            "The figures are for these groups: people with a low stroke score; people with a high bleeding score."
        ]
    );
    assert!(
        view::stamp(&said.answers().seen(&aid), &Here)
            .ends_with("people with a low stroke score, people with a high bleeding score")
    );
}

#[test]
fn the_table_has_every_row_that_is_still_possible() {
    let aid = read(TEXT);
    let rows = |actions: Vec<Action>| view::compare_table(&aid, &after(&aid, actions)).rows.len();
    assert_eq!(rows(vec![]), 2 + 2 + 4 + 1);
    assert_eq!(rows(vec![choose("bleed-low")]), 2 + 1 + 2 + 1);
    assert_eq!(rows(vec![choose("bleed-low"), choose("stroke-high")]), 4);
}

fn weighed() -> Vec<Action> {
    vec![
        Action::choose_first(outcome("stroke")),
        Action::set_points(outcome("bleed"), 60),
        Action::set_points(outcome("tired"), 30),
        Action::set_points(outcome("trips"), 20),
    ]
}

#[test]
fn the_fit_asks_for_each_group_and_uses_both() {
    let aid = read(TEXT);
    let fit = |actions: Vec<Action>| view::fit(&aid, &after(&aid, actions), Results::Fit, &Here);
    let asks = |view: FitView| match view {
        FitView::NotYet { text, .. } => text,
        other => panic!("{other:?}"),
    };
    assert!(asks(fit(vec![])).ends_with("What is your stroke score?"));
    assert!(asks(fit(vec![choose("stroke-low")])).ends_with("What is your bleeding score?"));
    let both = |stroke: &str, bleed: &str| {
        let mut actions = vec![choose(stroke), choose(bleed)];
        actions.extend(weighed());
        match fit(actions) {
            FitView::Ready(result) => result,
            other => panic!("{other:?}"),
        }
    };
    let bars = |stroke, bleed| format!("{:?}", both(stroke, bleed).bars);
    assert_ne!(bars("stroke-low", "bleed-low"), bars("stroke-low", "bleed-high"));
    assert_ne!(bars("stroke-low", "bleed-low"), bars("stroke-high", "bleed-low"));
}

#[test]
fn answers_belong_to_both_groups_and_come_back_with_them() {
    let aid = read(TEXT);
    let mut actions = vec![choose("stroke-low"), choose("bleed-low")];
    actions.extend(weighed());
    let here = after(&aid, actions.clone());
    actions.push(choose("bleed-high"));
    let away = after(&aid, actions.clone());
    let kept = view::weigh(&aid, &away).kept.expect("the answers are kept");
    assert!(
        kept.contains("people with a low stroke score; people with a low bleeding score"),
        "{kept}"
    );
    actions.push(choose("bleed-low"));
    assert_eq!(after(&aid, actions).answers().weighings, here.answers().weighings);
    // A file takes both along.
    let back = Consultation::restore(&aid, &away.save(&aid, None), None).unwrap();
    assert_eq!(back.dropped, []);
    assert_eq!(back.consultation.answers(), away.answers());
    // What was weighed before the second question was answered stays: its ranges are the same.
    let before = [
        choose("stroke-low"),
        Action::choose_first(outcome("stroke")),
        choose("bleed-low"),
    ];
    let said = after(&aid, before);
    assert!(said.answers().set_aside.is_empty());
    assert!(!said.answers().weighings.is_empty());
}

#[test]
fn the_summary_and_its_text_say_the_sum() {
    let aid = read(TEXT);
    let said = after(
        &aid,
        [
            tick("stroke-score", "pressure"),
            tick("stroke-score", "age.75-or-over"),
            choose("bleed-low"),
        ],
    );
    let summary = view::summary(&aid, &said, Results::Fit, &Here);
    let sum = "Made-up stroke score: 1 for high blood pressure and 2 for age 75 or over make 3.";
    assert_eq!(summary.group.last().map(String::as_str), Some(sum));
    assert!(plain_text(aid.wording(), &summary).contains(sum));
}

#[test]
fn whom_an_option_is_for_and_how_it_can_be_had_are_told() {
    let aid = read(TEXT);
    let said = Consultation::new(&aid);
    let cards = view::options(&aid, &said);
    assert_eq!(
        cards[0].for_whom.as_deref(),
        Some("This option is for everybody.")
    );
    assert_eq!(cards[0].ways, []);
    let ways: Vec<&str> = cards[1].ways.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(ways, ["A tablet", "A patch"]);
    let about = view::about(&aid, &said, &Here);
    let names: Vec<&str> = about.options_for.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Wait", "Thinner"]);
}

#[test]
fn every_text_of_both_questions_and_of_scores_can_be_translated() {
    let aid = read(TEXT);
    let welsh = weighup_core::words::Language::of("cy");
    let file = skeleton(aid.document(), welsh, None).unwrap();
    for table in [
        "[baseline.also]",
        "[baseline.also.group.bleed-high]",
        "[score.stroke-score]",
        "[score.stroke-score.item.pressure]",
        "[score.stroke-score.item.age.level.75-or-over]",
        "[score.stroke-score.sum.0]",
        "[option.thinner.ways.1]",
    ] {
        assert!(file.contains(table), "{table}\n{file}");
    }
    let file = file.replace(
        "# High blood pressure\nname = \"\"",
        "# High blood pressure\nname = \"Pwysedd\"",
    );
    // A form that only some languages have stands in no file by itself.
    let file = file.replace(
        "[outcome.tired]\n",
        "[outcome.tired]\nevent_one = \"wedi blino\"\n",
    );
    let file = SourceFile {
        name: "cy.toml",
        bytes: file.as_bytes(),
    };
    let made = translate(aid.document(), file, "cy");
    assert!(made.aid.is_some(), "{:?}", made.problems);
    let made = made.aid.expect("it is sound");
    let view = score(&made, &Consultation::new(&made), 0);
    assert_eq!(view.items[0].name, "Pwysedd");
    assert_eq!(view.items[0].ticks[0].points, "1 pwynt");
}
