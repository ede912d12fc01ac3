//! Cells without a figure of their own: said each in its own words, weighed as what the author says, never as a figure.
#![cfg(feature = "authoring")]
#![expect(clippy::panic, reason = "a test: failing is how it reports")]

#[cfg(test)]
mod common;

use std::path::Path;

use common::{after, aid, outcome, read};
use weighup_core::aid::document::Results;
use weighup_core::authoring::{SourceFile, read as read_files};
use weighup_core::consultation::{Action, Consultation};
use weighup_core::view::{self, CellView, FitResult, FitView, Here};

const TEXT: &str = include_str!("aids/gaps/aid.toml");

fn weighed() -> Vec<Action> {
    vec![
        Action::choose_first(outcome("pain")),
        Action::set_points(outcome("grows"), 60),
        Action::set_points(outcome("days"), 50),
        Action::set_points(outcome("effort"), 20),
    ]
}

fn result(text: &str, actions: Vec<Action>) -> FitResult {
    let aid = read(text);
    match view::fit(&aid, &after(&aid, actions), Results::Fit, &Here) {
        FitView::Ready(result) => *result,
        other => panic!("{other:?}"),
    }
}

/// Problems of the aid with one text in place of another, each as code and message.
fn problems(from: &str, to: &str) -> Vec<(String, String)> {
    assert!(TEXT.contains(from), "the test looks for `{from}`");
    let text = TEXT.replacen(from, to, 1);
    let file = SourceFile {
        name: "aid.toml",
        bytes: text.as_bytes(),
    };
    let found = read_files(file, None).problems;
    let coded = |code: &str| code.contains("gap") || code.contains("cell") || code.contains("format");
    found
        .iter()
        .map(|problem| (problem.code.as_str().to_owned(), problem.message.clone()))
        .filter(|(code, _)| coded(code))
        .collect()
}

#[test]
fn each_kind_has_its_own_words() {
    let aid = read(TEXT);
    let cards = view::compare(&aid, &Consultation::new(&aid)).outcomes;
    let card = |id: &str| cards.iter().find(|card| card.id.as_str() == id).unwrap();
    let gap = |id: &str, option: usize| match &card(id).cells[option] {
        CellView::NotKnown { text, why, .. } => format!("{text} {why}"),
        known => panic!("{known:?}"),
    };
    assert_eq!(
        gap("pain", 2),
        "We looked and found no study of this. Nobody has counted pain after it. We looked here: A made-up index, 1 \
         January 2026."
    );
    assert_eq!(
        gap("grows", 2),
        "This does not apply. The lump has been taken out, so it cannot grow."
    );
    let effort = &card("effort").measured.as_ref().unwrap().rows[2];
    assert_eq!(
        (effort.value.as_str(), effort.detail.as_str()),
        (
            "We have not read a study of this. There may be some.",
            "A made-up book may tell. We have not read it."
        )
    );
    let days = &card("days").measured.as_ref().unwrap().rows[1];
    assert_eq!(days.value, "2.0 days");
    assert!(
        days.detail.ends_with(
            "By design this is the same as with waiting. The tablet is taken at home and keeps nobody in bed."
        ),
        "{}",
        days.detail
    );
    assert!(
        card("grows")
            .differences
            .contains(&"This does not apply to the operation, so there is nothing to compare.".to_owned()),
        "{:?}",
        card("grows").differences
    );
    // A cell's own source stands beside its row's, and how far it was read is its own.
    let CellView::Known(tablet) = &card("pain").cells[1] else {
        panic!("it has a figure");
    };
    assert_eq!(
        tablet.status,
        "Checked against a second publication that quotes the source."
    );
    assert_eq!(card("pain").sources.len(), 2);
}

#[test]
fn a_range_between_studies_or_times_is_said_and_not_drawn() {
    let aid = read(TEXT);
    let cards = view::compare(&aid, &Consultation::new(&aid)).outcomes;
    let grows = cards.iter().find(|card| card.id.as_str() == "grows").unwrap();
    let said: Vec<(u32, u32, &str)> = grows
        .cells
        .iter()
        .filter_map(|cell| match cell {
            CellView::Known(figure) => Some((figure.icons.certain, figure.icons.band, figure.range.as_str())),
            CellView::NotKnown { .. } => None,
        })
        .collect();
    assert_eq!(
        said,
        [
            (24, 0, "Over time it was from 18 to 24 of every 100."),
            (12, 0, "Different studies found from 8 to 20 of every 100."),
        ]
    );
    let left = result(TEXT, weighed()).leaves_out.join(" ");
    assert!(
        left.contains("The published figures for the lump growing differ between studies or over time."),
        "{left}"
    );
}

#[test]
fn what_is_not_known_is_weighed_as_its_author_says() {
    let aid = read(TEXT);
    let weigh = view::weigh(&aid, &Consultation::new(&aid));
    let swings: Vec<&str> = weigh.items.iter().map(|item| item.swing.as_str()).collect();
    assert_eq!(
        swings,
        [
            // Of the range that the author gives the operation, one end is below the tablet's figure.
            "from 30 down to 5 of every 100 adults, at 1 year",
            "from 24 down to 0 of every 100 adults, at 1 year",
            "from 7.0 days down to 2.0 days, at 1 year",
            "from “a little” to “no”, at 1 year",
        ]
    );
    assert_eq!(
        weigh.left_out,
        [(
            "A scar that shows".to_owned(),
            "It does not apply to waiting and the tablet, and nobody has said what that counts as. So the options cannot \
             be weighed on it."
                .to_owned()
        )]
    );
    let result = result(TEXT, weighed());
    insta::assert_snapshot!("not_known", result.not_known.join("\n"));
    let sums: Vec<&str> = result.bars[2]
        .parts
        .iter()
        .map(|part| part.sum.as_str())
        .collect();
    insta::assert_snapshot!("sums", sums.join("\n"));
    // Nothing is said of dominance where something is not known.
    assert!(!result.dominance.join(" ").contains("operation"));
}

#[test]
fn the_summary_tells_what_nobody_knows_and_not_what_does_not_apply() {
    let aid = read(TEXT);
    let summary = view::summary(&aid, &Consultation::new(&aid), Results::Fit, &Here);
    let told = summary.not_known.join("\n");
    assert!(told.contains("We looked and found no study of this."), "{told}");
    assert!(
        told.contains("We have not read a study of this. There may be some."),
        "{told}"
    );
    assert!(!told.contains("This does not apply."), "{told}");
}

#[test]
fn when_to_get_help_is_told_once_for_all_the_options_it_is_about() {
    let aid = aid(Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../decision-aids/hrt")
        .as_path());
    let summary = view::summary(&aid, &Consultation::new(&aid), Results::Fit, &Here);
    insta::assert_snapshot!("get_help", summary.get_help.join("\n"));
}

#[test]
fn a_wider_range_brings_more_of_the_doubt() {
    let share = |low: u32, high: u32| {
        let text = TEXT.replace(
            "between = { low = 5, high = 25,",
            &format!("between = {{ low = {low}, high = {high},"),
        );
        // The levels are known here, so that the range is all that is not.
        let text = text.replace(
            "{ not_read = \"A made-up book may tell. We have not read it.\" }",
            "{ level = \"none\" }",
        );
        result(&text, weighed()).not_known[0].clone()
    };
    assert_eq!(
        share(14, 15),
        "Almost none of the doubt in this result comes from figures we do not have."
    );
    assert_eq!(
        share(0, 100),
        "About three quarters of the doubt in this result comes from figures we do not have."
    );
}

#[test]
fn options_with_one_figure_differ_in_no_reading() {
    // The tablet is waiting in everything: no reading may tell the two apart.
    let same = "{ same_as = \"wait\", because = \"It is a made-up dummy.\" }";
    let mut text = TEXT.to_owned();
    for cell in [
        "{ events = 30, people = 300, interval = \"wilson95\", sources = [\"other\"], status = \"verified-secondary\" }",
        "{ count = 12, per = 100, range = [8, 20], range_kind = \"between-studies\" }",
        "{ level = \"little\" }",
    ] {
        assert!(text.contains(cell), "{cell}");
        text = text.replace(cell, same);
    }
    let text = text.replace(
        "{ not_read = \"A made-up book may tell. We have not read it.\" }",
        "{ level = \"little\" }",
    );
    let result = result(&text, weighed());
    assert_eq!(result.bars[0].point, result.bars[1].point, "{:?}", result.bars);
    let counts: Vec<u32> = result.readings.iter().map(|reading| reading.count).collect();
    assert_eq!(counts[0], counts[1], "{:?}", result.readings);
}

#[test]
fn half_said_gaps_are_refused_by_name() {
    let code = |from: &str, to: &str| {
        let found = problems(from, to);
        assert_eq!(found.len(), 1, "{found:?}");
        found.into_iter().next().unwrap()
    };
    let no_study =
        "no_study = \"Nobody has counted pain after it.\", searched = \"A made-up index, 1 January 2026\",";
    let (gap, message) = code(no_study, "no_study = \"Nobody has counted pain after it.\",");
    assert_eq!(
        (gap.as_str(), message.as_str()),
        (
            "bad-gap",
            "no study was found, and nothing says where anybody looked"
        )
    );
    let (gap, message) = code("counts_as = \"nobody\"", "counts_as = \"half\"");
    assert_eq!(
        (gap.as_str(), message.as_str()),
        ("bad-gap", "`half` is nothing that the outcome can be weighed as")
    );
    assert_eq!(
        code("low = 5, high = 25, per = 100", "low = 25, high = 5, per = 100").0,
        "bad-gap"
    );
    assert_eq!(
        code("low = 5, high = 25, per = 100", "low = 5, high = 25").0,
        "bad-gap"
    );
    assert_eq!(
        code(
            "same_as = \"wait\", because = \"The tablet is taken at home and keeps nobody in bed.\"",
            "same_as = \"wait\""
        )
        .0,
        "bad-gap"
    );
    assert_eq!(code("same_as = \"wait\"", "same_as = \"tablet\"").0, "bad-gap");
    assert_eq!(
        code("counts_as = \"nobody\"", "counts_as = \"nobody\", events = 1").0,
        "bad-cell"
    );
    let (gap, message) = code(
        "does_not_apply = \"The lump has been taken out, so it cannot grow.\", counts_as = \"nobody\"",
        "unknown = \"Nobody knows.\"",
    );
    assert_eq!(
        (gap.as_str(), message.as_str()),
        (
            "gap-not-said",
            "`unknown` does not say why there is no figure, so the outcome is not weighed"
        )
    );
}

#[test]
fn ranges_that_cannot_be_are_refused_by_name() {
    let first = |from: &str, to: &str| {
        assert!(TEXT.contains(from), "the test looks for `{from}`");
        let text = TEXT.replacen(from, to, 1);
        let file = SourceFile {
            name: "aid.toml",
            bytes: text.as_bytes(),
        };
        let found = read_files(file, None).problems;
        // What follows from it comes after: that nothing shows how a figure was worked out.
        let wrong = found
            .iter()
            .find(|problem| problem.is_error() && problem.code.as_str() != "derived-without-note");
        wrong.map(|problem| problem.message.clone()).unwrap_or_default()
    };
    let tablet = "{ count = 12, per = 100, range = [8, 20], range_kind = \"between-studies\" }";
    assert_eq!(
        first(
            tablet,
            "{ of = \"wait\", ratio = \"0.62\", low = \"0.65\", high = \"0.82\", status = \"derived\" }"
        ),
        "the ratio 0.62 is outside its own range, 0.65 to 0.82"
    );
    assert_eq!(
        first(
            "{ events = 90, people = 300, interval = \"wilson95\" }",
            "{ events = 90, people = 300 }"
        ),
        "people were counted, and how far off the figure may be is not worked out"
    );
    let median = TEXT.replace("average = \"mean\"", "average = \"median\"");
    let from = "{ value = 7, low = 6, high = 8, range_kind = \"interval95\" }";
    let text = median.replace(from, "{ value = 7, sd = 2, people = 40 }");
    let file = SourceFile {
        name: "aid.toml",
        bytes: text.as_bytes(),
    };
    let found = read_files(file, None).problems;
    assert!(
        found
            .iter()
            .any(|problem| problem.message
                == "a standard deviation tells nothing of how far off a median may be"),
        "{found:?}"
    );
}

#[test]
fn a_ratio_carries_the_interval_of_what_it_is_of() {
    let from = "{ events = 30, people = 300, interval = \"wilson95\", sources = [\"other\"], status = \"verified-secondary\" }";
    let of = |base: &str| {
        let text = TEXT.replace(
            from,
            "{ of = \"wait\", ratio = \"0.50\", low = \"0.40\", high = \"0.60\", status = \"derived\", sources = [\"other\"] }",
        );
        let text = text.replace("{ events = 90, people = 300, interval = \"wilson95\" }", base);
        let text = text.replacen(
            "certainty_why = \"It is made up.\"\n",
            "certainty_why = \"It is made up.\"\nnote = \"Made up.\"\n",
            1,
        );
        let aid = read(&text);
        let figure = aid.outcomes()[0].rows[0].cells[1].figure().unwrap().clone();
        let range = figure.range().unwrap();
        let note = aid.outcomes()[0].rows[0].note.clone().unwrap();
        (range.low().value(), range.high().value(), note)
    };
    // 300 of 1,000, from 250 to 350: half of it is 150, from 120 to 180 by the ratio alone.
    // Down: ln(250/300) and ln(0.4/0.5) as squares, 0.2882; 150 / e^0.2882 is 112.4.
    // Up: ln(350/300) and ln(0.6/0.5), 0.2387; 150 e^0.2387 is 190.4.
    let (low, high, note) =
        of("{ count = 300, per = 1000, range = [250, 350], range_kind = \"interval95\" }");
    assert_eq!((low, high), (0.112, 0.19));
    assert!(
        note.contains(
            "from 0.40 to 0.60 it is 120 to 180; with the range of the first figure as well, 112 to 190."
        ),
        "{note}"
    );
    // What runs between studies is no doubt about the figure.
    let (low, high, _) =
        of("{ count = 300, per = 1000, range = [250, 350], range_kind = \"between-studies\" }");
    assert_eq!((low, high), (0.12, 0.18));
}

#[test]
fn a_guideline_says_one_thing_of_every_option() {
    let head = "[[guideline]]\nbody = \"NOBODY\"\nnumber = \"X1\"\ndate = \"2026-01-01\"\nfor_whom = \"made-up adults\"\nsource = \"made-up\"\n";
    let says =
        |option: &str, line: &str| format!("[[guideline.says]]\noption = \"{option}\"\nline = \"{line}\"\n");
    let lines = [
        ("wait", "first"),
        ("tablet", "second"),
        ("operation", "not-named"),
    ];
    let all: String = lines.iter().map(|(option, line)| says(option, line)).collect();
    let with = |says: &str| TEXT.replace("[[support]]", &format!("{head}{says}\n[[support]]"));
    let with_help = with(&all).replace(
        "reversible = \"No.\"",
        "reversible = \"No.\"\nget_help = [\"You bleed and it does not stop.\"]",
    );
    let aid = read(&with_help);
    let cards = view::options(&aid, &Consultation::new(&aid));
    let told: Vec<String> = cards.iter().flat_map(|card| card.guidelines.clone()).collect();
    assert_eq!(
        told,
        [
            "NOBODY, X1, of 1 January 2026, is for made-up adults. It names this among what to offer first.",
            "NOBODY, X1, of 1 January 2026, is for made-up adults. It names this for when what it offers first does not \
             suit or has not worked.",
            "NOBODY, X1, of 1 January 2026, is for made-up adults. It does not name this.",
        ]
    );
    assert_eq!(cards[2].get_help, ["You bleed and it does not stop."]);
    let summary = view::summary(&aid, &Consultation::new(&aid), Results::Fit, &Here);
    assert_eq!(summary.get_help, ["Operation: You bleed and it does not stop."]);
    let text = with(&says("wait", "first"));
    let file = SourceFile {
        name: "aid.toml",
        bytes: text.as_bytes(),
    };
    let found = read_files(file, None).problems;
    assert!(
        found
            .iter()
            .any(|problem| problem.message == "it is not said what X1 says of `tablet` and `operation`"),
        "{found:?}"
    );
}

#[test]
fn older_formats_have_none_of_it() {
    let found = problems("format = 3", "format = 2");
    assert!(
        found.len() > 5 && found.iter().all(|(code, _)| code == "bad-format"),
        "{found:?}"
    );
}
