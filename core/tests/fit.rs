//! How the options fit: what may be said, when, and that anyone can check the arithmetic.

#![cfg(feature = "authoring")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test: failing is how it reports"
)]

#[cfg(test)]
mod common;

use common::{after, aid, aids, example, outcome, script};
use proptest::prelude::*;
use weighup_core::aid::{Aid, document::Results};
use weighup_core::consultation::{Action, ConcernId, Consultation, DealBreaker, Step, Weighable};
use weighup_core::view::{Desk, FitResult, FitView, Here, ask, fit, read_fit, summary, weigh};

fn points(pain: u8, walking: u8, harm: u8) -> Vec<Action> {
    let all = [("pain", pain), ("walking", walking), ("harm", harm)];
    let first = all
        .iter()
        .find(|(_, points)| *points == 100)
        .expect("one is the first");
    let mut actions = vec![Action::choose_first(outcome(first.0))];
    actions.extend(
        all.iter()
            .map(|(id, points)| Action::set_points(outcome(id), *points)),
    );
    actions
}

fn ready(aid: &Aid, c: &Consultation) -> FitResult {
    match fit(aid, c, Results::Fit, &Here) {
        FitView::Ready(result) => *result,
        other => panic!("not ready: {other:?}"),
    }
}

#[test]
fn too_little_said_says_what_is_missing() {
    let aid = example();
    let text = |actions: Vec<Action>| match fit(&aid, &after(&aid, actions), Results::Fit, &Here) {
        FitView::NotYet { text, go_to } => (text, go_to),
        other => panic!("{other:?}"),
    };
    let (none, go_to) = text(vec![]);
    assert!(none.contains("weigh up first what matters to you") && go_to == Step::Weigh);
    let (some, _) = text(vec![
        Action::choose_first(outcome("pain")),
        Action::set_points(outcome("harm"), 10),
    ]);
    assert!(
        some.contains("walking a mile") && !some.contains("a serious harm"),
        "{some}"
    );
    let (own, _) = text(vec![
        Action::add_concern("near home".into()),
        Action::choose_first(Weighable::Concern(ConcernId("own-1".into()))),
    ]);
    assert!(own.contains("rate every option for “near home”"), "{own}");
}

#[test]
fn facts_only_when_the_aid_or_the_site_says_so() {
    let aid = example();
    let c = after(&aid, points(100, 50, 20));
    assert!(matches!(
        fit(&aid, &c, Results::Facts, &Here),
        FitView::FactsOnly { .. }
    ));
    assert!(summary(&aid, &c, Results::Facts, &Here).fit.is_empty());
    let facts =
        common::read(&common::example_text().replace("language =", "results = \"facts\"\nlanguage ="));
    assert!(matches!(
        fit(&facts, &after(&facts, points(100, 50, 20)), Results::Fit, &Here),
        FitView::FactsOnly { .. }
    ));
}

#[test]
fn what_holds_in_every_reading_is_said_so() {
    let aid = example();
    let result = ready(&aid, &after(&aid, points(100, 0, 0)));
    assert_eq!(
        result.lead,
        [
            "An operation fits more with what you said than waiting and tablets, in every way we read your answers \
             and the evidence."
        ]
    );
}

#[test]
fn ties_are_ties() {
    // Two options with the same figures fit the same, whatever matters.
    let same = common::example_text()
        .replace(
            "cells.tablets = { events = 80, people = 200",
            "cells.tablets = { events = 40, people = 200",
        )
        .replace(
            "cells.tablets = { count = 55, per = 100, range = [45, 65], range_kind = \"interval95\"",
            "cells.tablets = { count = 70, per = 100, range = [60, 80], range_kind = \"span\"",
        )
        .replace(
            "cells.tablets = { events = 6, people",
            "cells.tablets = { events = 20, people",
        );
    let aid = common::read(&same);
    let result = ready(&aid, &after(&aid, points(100, 60, 0)));
    let tie = "Tablets and an operation fit about the same with what you said: your answers and the evidence do \
               not separate them.";
    assert_eq!(
        result.lead.first().map(String::as_str),
        Some(tie),
        "{:?}",
        result.lead
    );
    assert_eq!(result.bars[1].point, result.bars[2].point);
    let always = "On everything you weighed, the figures for tablets are as good as those for an operation";
    assert!(
        !result.dominance.iter().any(|fact| fact.starts_with(always)),
        "equal is not better"
    );
}

#[test]
fn what_is_ruled_out_stays_visible_with_the_reason_and_never_scores() {
    let aid = example();
    let free = after(&aid, points(100, 50, 20));
    let mut c = free.clone();
    c.apply(
        &aid,
        Action::toggle_deal_breaker(DealBreaker::Option("operation".try_into().unwrap())),
    )
    .unwrap();
    let (before, result) = (ready(&aid, &free), ready(&aid, &c));
    assert_eq!(result.bars.len(), 3);
    assert_eq!(
        result.bars[2].ruled_out.as_deref(),
        Some("You said you would not accept an operation.")
    );
    for (a, b) in before.bars.iter().zip(&result.bars) {
        assert_eq!(
            (a.low, a.point, a.high, &a.parts),
            (b.low, b.point, b.high, &b.parts),
            "it never scores"
        );
    }
    assert!(!result.lead.concat().contains("operation"));
    c.apply(
        &aid,
        Action::toggle_deal_breaker(DealBreaker::Limit {
            outcome: "pain".try_into().unwrap(),
            count: 50,
        }),
    )
    .unwrap();
    let result = ready(&aid, &c);
    assert_eq!(result.lead, ["Tablets is the one option you have not ruled out."]);
    let why = result.bars[0].ruled_out.clone().unwrap();
    assert!(
        why.contains("more than 50 of every 100 people still have pain, at 1 year"),
        "{why}"
    );
    c.apply(
        &aid,
        Action::toggle_deal_breaker(DealBreaker::Option("tablets".try_into().unwrap())),
    )
    .unwrap();
    assert!(ready(&aid, &c).lead[0].contains("ruled out every option"));
}

#[test]
fn dominance_is_a_fact_about_figures() {
    let aid = example();
    let result = ready(&aid, &after(&aid, points(100, 50, 0)));
    assert!(
        result.dominance.is_empty(),
        "{:?}: harm is weighed too",
        result.dominance
    );
    let better = common::example_text().replace("events = 20, people = 200", "events = 1, people = 200");
    let aid = common::read(&better);
    let result = ready(&aid, &after(&aid, points(100, 50, 0)));
    assert!(
        result.dominance[0]
            .contains("the figures for an operation are as good as those for waiting, or better")
    );
}

/// What speaks for and against each option is its own figure with its time, and what the studies do not tell apart speaks for none. A
/// lead that rests on such an outcome says so.
#[test]
fn what_speaks_for_an_option_is_told_apart_and_a_lead_that_is_not_says_so() {
    let pain = |waiting, tablets, operation| {
        let text = common::example_text()
            .replace(
                "events = 120, people = 200",
                &format!("events = {waiting}, people = 200"),
            )
            .replace(
                "events = 80, people = 200",
                &format!("events = {tablets}, people = 200"),
            )
            .replace(
                "events = 40, people = 200",
                &format!("events = {operation}, people = 200"),
            );
        let aid = common::read(&text);
        let result = ready(&aid, &after(&aid, points(100, 10, 0)));
        assert!(result.separated, "{:?}", result.lead);
        result
    };
    let clear = pain(120, 80, 40);
    assert_eq!(clear.lead.len(), 1, "{:?}", clear.lead);
    let said = |result: &FitResult| -> Vec<(String, Vec<String>, Vec<String>)> {
        let sides = result.sides.iter().cloned();
        sides
            .map(|sides| (sides.option.id.to_string(), sides.speaks_for, sides.against))
            .collect()
    };
    let of = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
    let walk = |n: u32| format!("Walking a mile: {n} of every 100 people, at 1 year");
    let harm = |n: u32| format!("A serious harm: {n} of every 100 people, at 1 year");
    assert_eq!(
        said(&clear),
        [
            (
                "waiting".to_owned(),
                of(&[&harm(1)]),
                of(&[
                    "Pain after treatment: 60 of every 100 people, at 1 year",
                    &walk(40)
                ])
            ),
            ("tablets".to_owned(), vec![], vec![]),
            (
                "operation".to_owned(),
                of(&[
                    "Pain after treatment: 20 of every 100 people, at 1 year",
                    &walk(70)
                ]),
                of(&[&harm(10)])
            ),
        ]
    );
    // 30, 30 and 22 of 100: in front in nearly every reading, and every difference may be none.
    let open = pain(60, 60, 44);
    assert!(
        said(&open)
            .iter()
            .all(|(_, speaks, against)| !speaks.iter().chain(against).any(|line| line.starts_with("Pain"))),
        "{:?}",
        open.sides
    );
    assert_eq!(
        open.not_told_apart,
        ["The studies cannot tell the options apart on pain after treatment."]
    );
    // No reason is given that the studies do not tell apart, where there is another.
    assert!(
        open.why
            .iter()
            .any(|why| why.contains("what counts most towards") || why.contains("What counts most towards")),
        "{:?}",
        open.why
    );
    for why in &open.why {
        assert!(!why.contains("an operation is pain after treatment"), "{why}");
    }
    assert_eq!(
        open.lead.last().map(String::as_str),
        Some(
            "Most of that comes from pain after treatment, where the studies cannot tell the options apart."
        ),
        "{:?}",
        open.lead
    );
}

/// The switch point of a sentence, worked out again: at "about two and a half times as much" the two do meet near there. Where no
/// option is in front nothing is said of another fitting as well.
#[test]
fn switch_points_are_where_the_bars_meet() {
    let aid = example();
    let even = ready(&aid, &after(&aid, points(50, 50, 100)));
    assert!(!even.separated && even.would_change.is_empty(), "{:?}", even.lead);
    let result = ready(&aid, &after(&aid, points(100, 100, 50)));
    // Exact shares: pain 0, 1/2, 1; walking 0, 1/2, 1; harm 1, 14/18, 0 of the way. With 100, 100, 50 points waiting has 50 of 250,
    // tablets have 50 + 50 + 38.9 = 138.9 and an operation 200.
    assert_eq!(
        result.bars.iter().map(|bar| bar.point).collect::<Vec<_>>(),
        [200, 556, 800]
    );
    // Tablets = operation when x (14/18) = 100, x = 128.6 points for harm: 2.57 times as much as now.
    let harm = "If the change in a serious harm mattered about two and a half times as much as it does to you now, tablets would \
                fit as well as an operation.";
    assert!(
        result.would_change.iter().any(|said| said == harm),
        "{:#?}",
        result.would_change
    );
}

/// Every number of a bar from the numbers in its sentence, and the sentence from the answers.
fn arithmetic_can_be_checked(result: &FitResult) {
    for bar in &result.bars {
        assert!(bar.low <= bar.point && bar.point <= bar.high && bar.high <= 1000);
        assert_eq!(bar.parts.iter().map(|part| part.length).sum::<u16>(), bar.point);
        assert!(
            bar.parts.windows(2).all(|pair| pair[0].length >= pair[1].length),
            "largest first"
        );
        for part in &bar.parts {
            let sum = part.sum.rsplit(". ").next().unwrap().trim_end_matches('.');
            let numbers: Vec<f64> = sum
                .split(|c: char| !c.is_ascii_digit())
                .filter(|digits| !digits.is_empty())
                .map(|digits| digits.parse().unwrap())
                .collect();
            let [points, total, way, product, hundred] = numbers[..] else {
                panic!("{sum}")
            };
            assert_eq!(hundred, 100.0);
            assert!((points / total * way - product).abs() <= 0.5 + 1e-9, "{sum}");
            assert!(
                (f64::from(part.length) / 10.0 - product).abs() <= 1.1,
                "{sum}: {}",
                part.length
            );
        }
    }
}

/// Words that would judge, rank or advise (hazard: output read as a recommendation).
fn nothing_judges(result: &FitResult) {
    let said = [
        &result.lead,
        &result.why,
        &result.would_change,
        &result.how_sure,
        &result.dominance,
    ]
    .map(|v| v.join(" "));
    let readings = result.readings.iter().map(|reading| reading.words.clone());
    let said: Vec<String> = said.into_iter().chain(readings).collect();
    let said = said.join(" ").to_lowercase();
    for word in [
        "best",
        "recommend",
        "should",
        "rank",
        "score",
        "winner",
        "match",
        "%",
        "right choice",
        "ideal",
        "wins",
    ] {
        assert!(!said.contains(word), "`{word}` in {said}");
    }
    assert!(result.not_advice.contains("not advice"));
}

#[test]
fn every_script_over_every_aid_can_be_checked_by_hand() {
    for folder in aids() {
        let aid = aid(&folder);
        for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/scripts")).unwrap() {
            let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
            let c = after(&aid, script(&aid, &text));
            if let FitView::Ready(result) = fit(&aid, &c, Results::Fit, &Here) {
                arithmetic_can_be_checked(&result);
                nothing_judges(&result);
                let order: Vec<_> = result.bars.iter().map(|bar| bar.option.id.clone()).collect();
                let theirs: Vec<_> = aid.options().iter().map(|option| option.id.clone()).collect();
                assert_eq!(order, theirs, "the aid's order, never ranked");
            }
            // Again is the same.
            assert_eq!(
                fit(&aid, &c, Results::Fit, &Here),
                fit(&aid, &c, Results::Fit, &Here)
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_answers_give_a_result_that_can_be_checked(answers in prop::collection::vec(0u8..=10, 2..4)) {
        let aid = example();
        let (a, b) = (answers[0] * 10, answers[1] * 10);
        let c = after(&aid, points(100, a, b));
        let result = ready(&aid, &c);
        arithmetic_can_be_checked(&result);
        nothing_judges(&result);
        prop_assert!(weigh(&aid, &c).still_to_answer.is_none());
        // The point of a bar again, from the figures of the file: 60, 40, 20; 40, 55, 70; 1, 3, 10 of 100.
        let total = 100.0 + f64::from(a) + f64::from(b);
        let tablets = (100.0 * 0.5 + f64::from(a) * 0.5 + f64::from(b) * (10.0 - 3.0) / 9.0) / total;
        prop_assert!((f64::from(result.bars[1].point) - 1000.0 * tablets).abs() <= 2.0);
    }
}

/// Not run by itself: `cargo test --release -p weighup-core --test fit -- --ignored --nocapture`.
#[test]
#[ignore = "prints a time"]
fn how_long_a_fit_takes() {
    for folder in aids() {
        let aid = aid(&folder);
        let text = include_str!("scripts/prepared.json");
        let c = after(&aid, script(&aid, text));
        let times = (0..100).map(|_| {
            let start = std::time::Instant::now();
            std::hint::black_box(fit(&aid, &c, Results::Fit, &Here));
            start.elapsed()
        });
        println!("{}: {:?} a fit", aid.id(), times.min().unwrap());
    }
}

/// An engine in another file, which only text reaches, answers what the one in this program does.
#[test]
fn text_carries_question_and_answer() {
    let aid = example();
    let own = Weighable::Concern(ConcernId("own-1".into()));
    let mut concern = vec![Action::add_concern("near \"home\",\n\u{1}and \\ back".into())];
    for (at, option) in aid.options().iter().enumerate() {
        let rating = u8::try_from(at % 5).expect("a rating");
        concern.push(Action::rate_concern(
            ConcernId("own-1".into()),
            option.id.clone(),
            rating,
        ));
    }
    concern.push(Action::set_points(own, 40));
    let breakers = vec![
        Action::toggle_deal_breaker(DealBreaker::Option("tablets".try_into().unwrap())),
        Action::toggle_deal_breaker(DealBreaker::Limit {
            outcome: "harm".try_into().unwrap(),
            count: 3,
        }),
    ];
    let states = [
        Vec::new(),
        points(100, 50, 20),
        [points(20, 100, 0), concern.clone()].concat(),
        [points(100, 50, 20), concern, breakers].concat(),
    ];
    let mut desk = Desk::default();
    let answer = |asked: &str| Desk::default().answer(&aid, asked);
    for actions in states {
        let c = after(&aid, actions);
        let here = fit(&aid, &c, Results::Fit, &Here);
        let asked = ask(c.answers());
        let answered = answer(&asked).expect("an answer");
        // The same when it is worked out in slices, when it is asked for in the middle of them, and when another question comes
        // between.
        while !desk.work(&aid, &asked) {}
        assert_eq!(desk.answer(&aid, &asked).as_ref(), Some(&answered), "{asked}");
        desk.work(&aid, &asked);
        desk.work(&aid, &asked);
        assert_eq!(desk.answer(&aid, &asked).as_ref(), Some(&answered), "{asked}");
        desk.work(&aid, &asked);
        assert!(desk.work(&aid, "{\"swing\":1}"), "no question takes any work");
        assert_eq!(desk.answer(&aid, &asked).as_ref(), Some(&answered), "{asked}");
        assert_eq!(read_fit(&answered), Some(here), "{asked}");
        assert_eq!(read_fit(&answered[..answered.len() / 2]), None);
    }
    assert_eq!(answer("{\"swing\":1}"), None);
    assert_eq!(read_fit("{\"ready\":{\"bars\":[{}]}}"), None);
}
