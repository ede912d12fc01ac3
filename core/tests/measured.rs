//! Amounts, levels, groups to choose from and what a test finds, from the file to what is shown.
#![cfg(feature = "authoring")]
#![expect(clippy::unwrap_used, reason = "a test: failing is how it reports")]

#[cfg(test)]
mod common;

use common::{after, outcome, read};
use proptest::prelude::*;
use weighup_core::aid::Aid;
use weighup_core::aid::document::Results;
use weighup_core::authoring::{SourceFile, migrate, read as read_files};
use weighup_core::consultation::{Action, Consultation, DealBreaker, Dropped, Person, Step};
use weighup_core::record::plain_text;
use weighup_core::view::{self, Engine as _, FitView, Here, ScaleView, TestResultsView};

const TEXT: &str = include_str!("aids/measured/aid.toml");

fn measured() -> Aid {
    read(TEXT)
}

fn group(id: &str) -> Action {
    Action::choose_group(id.try_into().unwrap())
}

fn weighed(id: &str) -> Vec<Action> {
    vec![
        group(id),
        Action::choose_first(outcome("days")),
        Action::set_points(outcome("ache"), 60),
        Action::set_points(outcome("mood"), 50),
        Action::set_points(outcome("effort"), 20),
    ]
}

fn names(c: &Consultation, aid: &Aid) -> Vec<String> {
    view::compare(aid, c)
        .outcomes
        .iter()
        .map(|card| card.id.to_string())
        .collect()
}

#[test]
fn no_group_is_chosen_for_anybody() {
    let aid = measured();
    let fresh = Consultation::new(&aid);
    assert_eq!(names(&fresh, &aid), ["days", "mood", "effort"]);
    let asked = view::compare(&aid, &fresh).group.expect("it asks");
    assert!(asked.asked[0].choices.iter().all(|choice| !choice.selected));
    assert_eq!(
        asked.shown,
        ["No group is chosen, so there are no figures here yet for aching."]
    );
    let table = view::compare_table(&aid, &fresh);
    assert_eq!(table.rows.iter().filter(|row| row.outcome == "Aching").count(), 2);
    assert!(
        table
            .rows
            .iter()
            .any(|row| row.horizon == "at 1 year (made-up adults with a high score)")
    );
    let weigh = view::weigh(&aid, &fresh);
    assert!(
        weigh
            .left_out
            .iter()
            .any(|(name, why)| name == "Aching" && why.contains("Choose your group"))
    );
    match view::fit(&aid, &fresh, Results::Fit, &Here) {
        FitView::NotYet { go_to, .. } => assert_eq!(go_to, Step::Weigh),
        other => panic!("{other:?}"),
    }
}

#[test]
fn everything_follows_the_group() {
    let aid = measured();
    let said = |id: &str| {
        let c = after(&aid, [group(id)]);
        let card = view::compare(&aid, &c).outcomes.into_iter().next().unwrap();
        let weigh = view::weigh(&aid, &c);
        let item = weigh
            .items
            .into_iter()
            .find(|item| item.what == outcome("ache"))
            .unwrap();
        (card.group, item.swing, view::frame(&aid, &c, &Here).stamp)
    };
    let (low, high) = (said("low"), said("high"));
    assert_eq!(low.0, "These numbers are about made-up adults with a low score.");
    assert_eq!(low.1, "from 10 down to 5 of every 100 adults, at 1 year");
    assert_eq!(high.1, "from 40 down to 20 of every 100 adults, at 1 year");
    assert!(high.2.ends_with(", people with a high score"), "{}", high.2);
    let summary = view::summary(&aid, &after(&aid, [group("high")]), Results::Fit, &Here);
    assert_eq!(summary.group, ["The figures are for people with a high score."]);
    let plain = plain_text(aid.wording(), &summary);
    assert!(plain.contains("The figures are for people with a high score."));
    assert!(plain.contains("Of 1,000 made-up adults, at 1 year:"));
}

#[test]
fn answers_for_a_group_are_kept_apart_and_come_back() {
    let aid = measured();
    let mut c = after(&aid, weighed("low"));
    let before = c.answers().weighing(Person::Patient).swing.clone();
    c.apply(&aid, group("high")).unwrap();
    let weigh = view::weigh(&aid, &c);
    assert!(
        weigh
            .items
            .iter()
            .all(|item| item.points.is_none() && !item.first)
    );
    assert!(
        weigh
            .kept
            .expect("it is said")
            .contains("people with a low score")
    );
    c.apply(&aid, Action::choose_first(outcome("ache"))).unwrap();
    assert_eq!(view::weigh(&aid, &c).kept, None);
    c.apply(&aid, group("low")).unwrap();
    assert_eq!(c.answers().weighing(Person::Patient).swing, before);
    c.apply(&aid, Action::undo()).unwrap();
    assert_eq!(c.answers().group.as_ref().map(|id| id.as_str()), Some("high"));

    // Both sets survive a file, and are void when the ranges they were about have changed.
    let saved = c.save(&aid, Here.hash(&aid));
    let again = Consultation::restore(&aid, &saved, Here.hash(&aid)).unwrap();
    assert_eq!(again.consultation.answers(), c.answers());
    assert_eq!(again.dropped, []);
    let newer = read(&TEXT.replacen(
        "count = 10, per = 100, range = [8, 12]",
        "count = 11, per = 100, range = [8, 12]",
        1,
    ));
    let moved = Consultation::restore(&newer, &saved, Here.hash(&newer)).unwrap();
    assert_eq!(moved.dropped, [Dropped::Weights]);
    assert!(moved.consultation.answers().set_aside.is_empty());
}

#[test]
fn the_first_choice_keeps_what_no_group_changes() {
    let aid = measured();
    let c = after(
        &aid,
        [
            Action::choose_first(outcome("days")),
            Action::set_points(outcome("mood"), 50),
            group("low"),
        ],
    );
    assert_eq!(
        c.answers()
            .weighing(Person::Patient)
            .swing
            .points_of(&outcome("mood")),
        Some(50)
    );
    let unknown = Consultation::new(&aid).apply(&aid, group("all"));
    assert!(unknown.is_err(), "a reference class that is no group to choose");
}

#[test]
fn amounts_and_levels_are_said_drawn_and_weighed() {
    let aid = measured();
    let c = after(&aid, weighed("low"));
    let cards = view::compare(&aid, &c).outcomes;
    let days = cards.iter().find(|card| card.id.as_str() == "days").unwrap();
    let drawn = days.measured.as_ref().expect("it is an amount");
    assert_eq!(
        drawn.scale,
        ScaleView::Axis {
            low: "0.0 days (none)".into(),
            high: "14.0 days".into()
        }
    );
    let row = &drawn.rows[0];
    assert_eq!(row.value, "7.3 days");
    assert_eq!(
        row.sentence,
        "With waiting, adults ache for about 7.3 days on average, at 1 year."
    );
    assert_eq!(
        row.detail,
        "The studies suggest the average is between 6.0 and 8.5 days."
    );
    let point = row.point.as_ref().unwrap();
    assert_eq!((point.low, point.at, point.high), (429, 518, 607));
    assert_eq!(
        days.differences[0],
        "With the tablet, probably the average is about 4.3 days less, at 1 year, than with waiting."
    );
    let mood = cards.iter().find(|card| card.id.as_str() == "mood").unwrap();
    assert_eq!(
        mood.measured.as_ref().unwrap().rows[0].sentence,
        "With waiting, adults have a mood of about minus 2 points, at 1 year. Half have less than this, and half have more."
    );
    let effort = cards.iter().find(|card| card.id.as_str() == "effort").unwrap();
    let levels = effort.measured.as_ref().unwrap();
    assert_eq!(levels.rows[1].value, "A little");
    assert_eq!(
        levels.rows[1].sentence,
        "With the tablet, effort each day is “a little”, at 1 year."
    );

    let swings: Vec<String> = view::weigh(&aid, &c)
        .items
        .into_iter()
        .map(|item| item.swing)
        .collect();
    assert_eq!(
        swings,
        [
            "from 10 down to 5 of every 100 adults, at 1 year",
            "from 7.3 days down to 3.0 days, at 1 year",
            "from minus 2 points up to 3 points, at 1 year",
            "from “a little” to “no”, at 1 year",
        ]
    );
    let table = view::compare_table(&aid, &c);
    assert_eq!(
        table.rows[1]
            .cells
            .iter()
            .map(|cell| cell.text.as_str())
            .collect::<Vec<_>>(),
        [
            "7.3 days (6.0 to 8.5)",
            "3.0 days (2.4 to 3.6)",
            "7.0 days (6.1 to 7.9)"
        ]
    );
    match view::fit(&aid, &c, Results::Fit, &Here) {
        FitView::Ready(result) => {
            let tablet = &result.bars[1];
            assert!(
                tablet
                    .parts
                    .iter()
                    .any(|part| part.sum.contains("3.0 days is 100 of 100 steps")),
                "{tablet:?}"
            );
            assert_eq!(tablet.parts.len(), 4);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_limit_is_in_the_outcomes_own_terms() {
    let aid = measured();
    let limit = |id: &str, count| {
        Action::toggle_deal_breaker(DealBreaker::Limit {
            outcome: id.try_into().unwrap(),
            count,
        })
    };
    let c = after(&aid, [group("low"), limit("days", 50), limit("effort", 0)]);
    let limits = view::weigh(&aid, &c).limits;
    let of = |id: &str| limits.iter().find(|limit| limit.outcome.as_str() == id).unwrap();
    assert_eq!(
        of("days").sentence,
        "I would not accept an option with which adults ache for more than 5.0 days on average, at 1 year."
    );
    assert_eq!(of("days").excludes, "This rules out waiting and the scan.");
    assert_eq!(
        of("effort").sentence,
        "I would not accept an option with which effort each day is worse than “no”, at 1 year."
    );
    assert_eq!(of("effort").excludes, "This rules out the tablet.");
    let beyond = Consultation::new(&aid).apply(&aid, limit("days", 141));
    assert!(beyond.is_err(), "beyond the end of the scale");
}

#[test]
fn what_a_test_finds_adds_up() {
    let aid = measured();
    let test = view::choice(&aid, &Consultation::new(&aid))
        .test
        .expect("there is a test");
    let TestResultsView::Counted(counts) = &test.results else {
        panic!("{test:?}");
    };
    assert_eq!(counts.of, "Of 1,000 made-up adults, at 1 year:");
    let [with, without] = &counts.branches;
    assert_eq!(
        (with.words.as_str(), with.right.1.as_str()),
        ("40 have what the test looks for.", "The test finds 30.")
    );
    assert_eq!(
        (without.count.as_str(), without.wrong.1.as_str()),
        ("960", "The test gives 50 a false alarm.")
    );
}

#[test]
fn a_file_of_format_1_is_rewritten_and_says_the_same() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fixtures/aids/migrate");
    insta::glob!("../../tests/fixtures/aids/migrate", "*/before.toml", |path| {
        let before = std::fs::read_to_string(path).unwrap();
        let migrated = migrate(&before, "before.toml").expect("it is rewritten");
        insta::with_settings!({
            snapshot_path => path.parent().unwrap(), snapshot_suffix => "", prepend_module_to_snapshot => false, omit_expression => true
        }, {
            insta::assert_snapshot!("after", migrated.text);
        });
        let aid = |text: &str| {
            let file = SourceFile {
                name: "aid.toml",
                bytes: text.as_bytes(),
            };
            let reading = read_files(file, None);
            reading.aid.unwrap_or_else(|| panic!("{:?}", reading.problems))
        };
        let (old, new) = (aid(&before), aid(&migrated.text));
        assert_eq!(old.document().outcomes, new.document().outcomes);
        assert_eq!((old.document().format, new.document().format), (1, 3));
        assert_eq!(
            before.matches('#').count(),
            migrated.text.matches('#').count(),
            "every comment is kept"
        );
    });
    assert!(std::path::Path::new(folder).exists());
}

proptest! {
    /// What is drawn, said and weighed comes from one number: the mark stands within its range, the range on the axis.
    #[test]
    fn an_amount_stands_on_its_axis(value in 0u32..=1400, below in 0u32..=1400, above in 0u32..=1400) {
        let (low, high) = (value.saturating_sub(below), (value + above).min(1400));
        let number = |hundredths: u32| format!("\"{}.{:02}\"", hundredths / 100, hundredths % 100);
        let text = TEXT.replacen(
            "{ value = \"7.25\", low = 6, high = \"8.5\"",
            &format!("{{ value = {}, low = {}, high = {}", number(value), number(low), number(high)),
            1,
        );
        let aid = read(&text);
        let c = Consultation::new(&aid);
        let cards = view::compare(&aid, &c).outcomes;
        let row = &cards[0].measured.as_ref().unwrap().rows[0];
        let point = row.point.as_ref().unwrap();
        prop_assert!(point.low <= point.at && point.at <= point.high && point.high <= 1000);
        prop_assert!(u32::from(point.at).abs_diff(value * 1000 / 1400) <= 1);
        let table = view::compare_table(&aid, &c);
        let cells = table.rows.iter().find(|line| line.outcome == "Days of ache").unwrap();
        prop_assert!(cells.cells[0].text.starts_with(&row.value));
        // Going through the compiled form changes nothing.
        let again = Aid::from_json(aid.to_json()).unwrap();
        prop_assert_eq!(again.hash(), aid.hash());
        prop_assert_eq!(view::compare(&again, &c), view::compare(&aid, &c));
    }
}

const LASTING: &str = include_str!("aids/lasting/aid.toml");

/// A rate is said as a rate in every place, and nobody is drawn as counted; a duration needs no point in time.
#[test]
fn rates_are_rates_and_durations_last() {
    let aid = read(LASTING);
    let c = Consultation::new(&aid);
    let compare = view::compare(&aid, &c);
    let card = |id: &str| {
        let found = compare.outcomes.iter().find(|card| card.id.as_str() == id);
        found.unwrap().clone()
    };
    let attacks = card("attacks");
    let row = &attacks.measured.as_ref().unwrap().rows[0];
    assert_eq!(
        row.sentence,
        "With waiting, adults have about 4.2 attacks a year in every 100 people, over about 2 years. One person can be counted more \
         than once."
    );
    assert_eq!(
        row.detail,
        "The studies suggest the rate is between 3.1 and 5.6 attacks a year in every 100 people."
    );
    assert!(
        row.worked_out
            .starts_with("Published as a rate of 4.2 attacks in 100 person-years.")
    );
    assert!(attacks.cells.is_empty() && row.point.is_some());
    assert_eq!(
        attacks.differences,
        [
            "With the tablet, the rate is lower than with waiting, over about 2 years, by about 3.2 attacks a year in every 100 \
          people."
        ]
    );
    let ill = card("ill");
    assert_eq!(ill.horizon, "From start to end");
    assert_eq!(
        ill.measured.as_ref().unwrap().rows[0].sentence,
        "With waiting, adults are ill for about 7.2 days on average, from start to end."
    );
    assert!(
        compare
            .denominator_note
            .contains("the number is an average; where it says “a year”, a rate.")
    );
    let weigh = view::weigh(&aid, &c);
    let said: Vec<&str> = weigh.limits.iter().map(|limit| limit.sentence.as_str()).collect();
    assert!(
        said.contains(
            &"I would not accept an option with which adults have more than 1.0 attack a year in every 100 people, over about 2 years."
        ),
        "{said:?}"
    );
    // Texts refer to a duration without a time.
    let told = view::choice(&aid, &c).natural_course;
    let told = format!("{told:?}");
    assert!(told.contains("7.2 days"), "{told}");
}

/// What needs a point in time and has none, and rates that are none, are refused by name.
#[test]
fn what_is_no_rate_and_no_duration_is_refused() {
    let code = |from: &str, to: &str| {
        assert!(LASTING.contains(from), "{from}");
        let text = LASTING.replacen(from, to, 1);
        let file = SourceFile {
            name: "aid.toml",
            bytes: text.as_bytes(),
        };
        let errors: Vec<String> = read_files(file, None)
            .problems
            .iter()
            .filter(|problem| problem.is_error())
            .map(ToString::to_string)
            .collect();
        errors.join("\n")
    };
    for (from, to, says) in [
        (
            ", duration = true",
            "",
            "only an amount that is itself a length of time",
        ),
        (
            "[[outcome.figures]]\nat = \"1y\"\n",
            "[[outcome.figures]]\n",
            "there is no point in time",
        ),
        ("weigh_at = \"1y\"\n", "", "there is no point in time"),
        (
            "person_years = 100",
            "person_years = 834",
            "the amount is not exactly one of an average and a rate",
        ),
        (
            "person_years = 100",
            "person_years = 100, average = \"mean\"",
            "the amount is not exactly one of an average and a rate",
        ),
        (
            "value = 1, low = \"0.6\", high = \"1.6\", range_kind = \"interval95\"",
            "value = 1, sd = \"0.6\", people = 90",
            "a rate is of all people together",
        ),
        ("{ill.wait}", "{itch.wait}", "does not say when"),
        (
            "id = \"90d\"",
            "id = \"from-start-to-end\"",
            "choose another `id`",
        ),
        ("format = 3", "format = 2", "duration"),
    ] {
        let said = code(from, to);
        assert!(said.contains(says), "{to}: {said}");
    }
}
