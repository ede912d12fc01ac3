//! Differences and ratios as published, and studies side by side, from the file to the screen.
#![cfg(feature = "authoring")]
#![expect(clippy::unwrap_used, reason = "a test: failing is how it reports")]

#[cfg(test)]
mod common;

use common::{after, read};
use weighup_core::aid::Aid;
use weighup_core::aid::document::Results;
use weighup_core::consultation::{Action, Chances, CompareAs, Consultation};
use weighup_core::record::plain_text;
use weighup_core::view::{self, CellView, ChangeCell, Here, OutcomeCard};

const SOUND: &str = include_str!("../../tests/fixtures/aids/sound/aid.toml");
const CELLS: &str = "cells.wait = { events = 60, people = 200, interval = \"wilson95\" }\n\
                     cells.tablet = { events = 20, people = 200, interval = \"wilson95\" }\n";

/// The sound aid with something more in its first row, and rows after it.
fn with(more: &str, after: &str) -> Aid {
    let aid = SOUND.replacen("format = 1", "format = 3", 1);
    assert!(aid.contains(CELLS));
    read(&aid.replacen(CELLS, &format!("{more}{CELLS}{after}"), 1))
}

fn compared(fields: &str) -> String {
    format!("\n[[outcome.figures.compared]]\n{fields}\n")
}

fn first(aid: &Aid, c: &Consultation) -> OutcomeCard {
    view::compare(aid, c).outcomes.into_iter().next().unwrap()
}

#[test]
fn a_published_difference_is_told_as_published_and_not_worked_out() {
    let row = "from = \"wait\"\nto = \"tablet\"\ndifference = \"-18.5\"\nper = 100\nlow = \"-27\"\nhigh = \"-10\"\nadjusted = \"age\"";
    let aid = with("", &compared(row));
    let card = first(&aid, &Consultation::new(&aid));
    let said = card.differences.join("\n");
    // By the two counts it would be 20.
    assert!(said.contains("about 19 fewer of every 100 adults itch"), "{said}");
    assert!(said.contains("This is as published, adjusted for age."), "{said}");
    assert!(said.contains("between 27 fewer and 10 fewer"), "{said}");
    assert!(!said.contains("no real difference"), "{said}");
    let drawn = after(&aid, [Action::compare_as(CompareAs::Difference)]);
    let changes = first(&aid, &drawn).changes.unwrap();
    let Some(ChangeCell::Drawn(change)) = changes.cells.first() else {
        panic!("{changes:?}")
    };
    assert!(change.sentence.contains("about 19 fewer"), "{}", change.sentence);
    let percent = after(&aid, [Action::say_chances(Chances::Percent)]);
    let said = first(&aid, &percent).differences.join("\n");
    assert!(
        said.contains("With waiting, it is about 30%") || said.contains("it is about 30%"),
        "{said}"
    );
    assert!(
        said.contains("the difference is about 19") && said.contains("This is as published"),
        "{said}"
    );
}

#[test]
fn one_told_the_other_way_round_is_turned_and_an_interval_across_nothing_is_said() {
    let row = "from = \"tablet\"\nto = \"wait\"\ndifference = 20\nper = 100\nlow = \"-1\"\nhigh = 28";
    let aid = with("", &compared(row));
    let said = first(&aid, &Consultation::new(&aid)).differences.join("\n");
    assert!(said.contains("about 20 fewer of every 100 adults"), "{said}");
    assert!(
        said.contains("between 28 fewer and 1 more. So there may be no real difference."),
        "{said}"
    );
}

#[test]
fn a_ratio_stands_after_the_difference_of_the_two_counts() {
    let row = "from = \"wait\"\nto = \"tablet\"\nratio = \"0.33\"\nlow = \"0.21\"\nhigh = \"0.53\"";
    let aid = with("", &compared(row));
    let said = first(&aid, &Consultation::new(&aid)).differences;
    assert!(
        said.first()
            .unwrap()
            .contains("about 20 fewer of every 100 adults"),
        "{said:?}"
    );
    let ratio = said.get(1).unwrap();
    assert!(
        ratio.contains("about 33 adults itch") && ratio.contains("for every 100 who do with"),
        "{ratio}"
    );
    assert!(ratio.contains("between 21 and 53"), "{ratio}");
}

const SECOND: &str = "\n[[outcome.figures]]\nat = \"1y\"\ngroup = \"adults\"\nsources = [\"made-up\"]\nstatus = \"verified\"\n\
     certainty = \"low\"\ncertainty_why = \"It is made up.\"\nstudy = \"SECOND\"\n";

fn studies(second: &str) -> Aid {
    let first = "study = \"FIRST\"\nweighed_because = \"It was made up first.\"\n";
    let aid = SOUND.replacen("format = 1", "format = 3", 1);
    let aid = aid.replacen(CELLS, &format!("{first}{CELLS}{SECOND}{second}"), 1);
    let about = "about = [\"Your skin itches.\"]\n";
    assert!(aid.contains(about));
    read(&aid.replacen(
        about,
        &format!("{about}studies_differ = \"Both are made up.\"\n"),
        1,
    ))
}

#[test]
fn studies_stand_side_by_side_and_whether_they_agree_is_said() {
    for (wait, tablet, verdict) in [
        (40, 60, "These studies point different ways."),
        (50, 22, "These studies found different numbers."),
        (60, 20, "These studies found about the same."),
    ] {
        let aid = studies(&format!(
            "cells.wait = {{ events = {wait}, people = 200, interval = \"wilson95\" }}\n\
             cells.tablet = {{ events = {tablet}, people = 200, interval = \"wilson95\" }}\n"
        ));
        let c = Consultation::new(&aid);
        let card = first(&aid, &c);
        let count = |cell: &CellView| match cell {
            CellView::Known(figure) => figure.count.clone(),
            CellView::NotKnown { .. } => String::new(),
        };
        assert_eq!(card.cells.iter().map(count).collect::<Vec<_>>(), ["30", "10"]);
        let studies = card.studies.unwrap();
        assert_eq!(studies.name, "FIRST");
        assert_eq!(studies.said.first().unwrap(), verdict);
        let why = studies.said.join(" ");
        assert!(
            why.contains("Both are made up.") && why.contains("It was made up first."),
            "{why}"
        );
        let other = studies.others.first().unwrap();
        assert_eq!(other.name, "SECOND");
        let counts: Vec<String> = other.cells.iter().map(count).collect();
        assert_eq!(counts, [(wait / 2).to_string(), (tablet / 2).to_string()]);
        assert!(!other.differences.is_empty() && !other.sources.is_empty());
        // The table and the summary have a row for each.
        let rows = view::compare_table(&aid, &c).rows;
        let of = |study: &str| rows.iter().any(|row| row.horizon.contains(study));
        assert!(of("FIRST") && of("SECOND"));
        let summary = view::summary(&aid, &c, aid.results(), &Here);
        assert!(plain_text(aid.wording(), &summary).contains("SECOND"));
    }
}

/// One that comes first is the one that says why, wherever it stands in the file; a rare figure of any study counts.
#[test]
fn the_weighed_study_comes_first_and_all_share_a_denominator() {
    let aid = studies(
        "cells.wait = { events = 5, people = 1000, interval = \"wilson95\" }\n\
         cells.tablet = { events = 3, people = 1000, interval = \"wilson95\" }\n",
    );
    let outcome = aid.outcomes().first().unwrap();
    assert_eq!(outcome.of.people_in_all(), 1_000);
    assert_eq!(outcome.rows.len(), 1);
    let card = first(&aid, &Consultation::new(&aid));
    assert_eq!(card.denominator, 1_000);
}

/// The sound aid, where the tablet's figure is worked out from waiting's by a ratio.
fn by_ratio(wait: &str, ratio: &str) -> Aid {
    let aid = SOUND.replacen("format = 1", "format = 3", 1);
    let cells = format!(
        "note = \"The ratio is made up.\"\ncells.wait = {{ count = 30, per = 100{wait} }}\n\
         cells.tablet = {{ of = \"wait\", {ratio}, status = \"derived\" }}\n"
    );
    assert!(aid.contains(CELLS));
    read(&aid.replacen(CELLS, &cells, 1))
}

const WIDE: &str = ", range = [10, 60], range_kind = \"interval95\"";
const HALF: &str = "ratio = \"0.5\", low = \"0.4\", high = \"0.62\"";
const ABOUT_ONE: &str = "ratio = \"0.9\", low = \"0.75\", high = \"1.08\"";

/// What is said of whether the first row's options can be told apart: by the table, and by the sentence of their difference.
fn said_alike(aid: &Aid) -> (bool, bool) {
    let compare = view::compare(aid, &Consultation::new(aid));
    let matrix = compare.matrix.unwrap();
    let row = matrix.groups.iter().flat_map(|group| &group.rows).next().unwrap();
    let alike = row
        .notes
        .iter()
        .any(|note| note == "The studies cannot tell these apart.");
    let said = compare.outcomes.first().unwrap().differences.join("\n");
    (alike, said.contains("no real difference"))
}

#[test]
fn of_a_figure_worked_out_by_a_ratio_the_ratio_tells_whether_it_differs() {
    // However wide the range of the figure it was worked out from, which both have.
    assert_eq!(said_alike(&by_ratio(WIDE, HALF)), (false, false));
    assert_eq!(said_alike(&by_ratio(WIDE, ABOUT_ONE)), (true, true));
    // And where that figure has none.
    assert_eq!(said_alike(&by_ratio("", HALF)), (false, false));
    assert_eq!(said_alike(&by_ratio("", ABOUT_ONE)), (true, true));
}

#[test]
fn a_published_difference_tells_more_than_the_two_figures() {
    let published = |ends: &str| {
        let row = "from = \"wait\"\nto = \"tablet\"\ndifference = \"-6\"\nper = 100\nadjusted = \"age\"\n";
        said_alike(&with("", &compared(&format!("{row}{ends}"))))
    };
    assert_eq!(published("low = \"-12\"\nhigh = 1"), (true, true));
    assert_eq!(published("low = \"-12\"\nhigh = \"-1\""), (false, false));
    // One without an interval tells nothing of that, so the two figures do.
    assert!(!published("").0);
}

#[test]
fn figures_worked_out_from_one_are_drawn_with_it() {
    let lead = |aid: &Aid| {
        let weighed = ["itch", "bitter"].map(common::outcome);
        let mut actions = vec![Action::choose_first(weighed[0].clone())];
        for (what, points) in weighed.into_iter().zip([100, 0]) {
            actions.push(Action::set_points(what, points));
        }
        match view::fit(aid, &after(aid, actions), Results::Fit, &Here) {
            view::FitView::Ready(result) => result.lead.join("\n"),
            other => panic!("{other:?}"),
        }
    };
    // Whatever the figure of waiting is, the tablet's is about half of it.
    let said = lead(&by_ratio(WIDE, HALF));
    assert!(said.contains("in every way"), "{said}");
    // The same two figures with the same two ranges, and no ratio between them, are told apart less surely.
    let aid = by_ratio(WIDE, HALF);
    let figure = |at: usize| aid.outcomes()[0].rows[0].figures().nth(at).unwrap().clone();
    let ends = figure(1).range().unwrap();
    let of = |share: f64| (share * 100.0).round();
    let tablet = format!(
        "cells.tablet = {{ count = {}, per = 100, range = [{}, {}], range_kind = \"interval95\" }}\n",
        of(figure(1).proportion()),
        of(ends.low().value()),
        of(ends.high().value())
    );
    let cells = format!("cells.wait = {{ count = 30, per = 100{WIDE} }}\n{tablet}");
    let apart = lead(&read(
        &SOUND
            .replacen("format = 1", "format = 3", 1)
            .replacen(CELLS, &cells, 1),
    ));
    assert!(!apart.contains("in every way"), "{apart}");
}
