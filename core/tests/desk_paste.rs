//! Tables that authors paste: two columns that are one figure, headings, every cell that cannot be taken, and what a paste says before it
//! is put in.
#![cfg(feature = "desk")]
#![expect(clippy::expect_used, clippy::panic, reason = "helpers of tests fail the test")]

#[path = "common/desk.rs"]
mod common;

use common::{aids, cells, desk, same, sorted};
use weighup_core::desk::{
    AuthorDesk, CellKind, DeskChange, DeskError, FigureKind, FigureRow, PasteColumns, PasteMistake,
    PastePreview,
};

/// The rows of the first outcome of people who are counted, with at least two rows.
fn counted(desk: &AuthorDesk) -> Vec<FigureRow> {
    let rows = desk.sheet().figures.expect("figures").rows;
    let again = |row: &&FigureRow| rows.iter().filter(|other| other.outcome == row.outcome).count() > 1;
    let found = rows.iter().filter(|row| row.of == FigureKind::Chance).find(again);
    let first = found.expect("two rows of people counted").outcome.clone();
    rows.into_iter().filter(|row| row.outcome == first).collect()
}

fn paste(
    desk: &mut AuthorDesk,
    path: &str,
    text: &str,
    columns: PasteColumns,
) -> Result<Vec<String>, DeskError> {
    let change = DeskChange::Paste {
        file: "aid.toml".to_owned(),
        path: path.to_owned(),
        text: text.to_owned(),
        columns,
    };
    desk.change(&change).map(|done| done.also)
}

fn said(desk: &AuthorDesk, row: usize) -> Vec<String> {
    let rows = counted(desk);
    let row = rows.get(row).expect("the row");
    row.cells.iter().map(|cell| cell.said.clone()).collect()
}

fn preview(desk: &AuthorDesk, path: &str, text: &str, columns: PasteColumns) -> PastePreview {
    desk.preview_paste("aid.toml", path, text, columns)
}

/// The cells that cannot be taken, where that is what was said.
fn cells_of(error: &DeskError) -> &[PasteMistake] {
    match error {
        DeskError::Paste(mistakes) => mistakes,
        other => panic!("{other}"),
    }
}

const LOOK: PasteColumns = PasteColumns::AsTheyAre;

#[test]
fn two_columns_are_one_figure_when_their_headings_or_their_number_say_so() {
    let before = sorted(&desk("otitis-media"));
    for (text, why) in [
        (
            "1\t100\t2\t100\t3\t100",
            "twice the columns that there are options",
        ),
        (
            "events\ttotal\tevents\ttotal\tevents\ttotal\n1\t100\t2\t100\t3\t100",
            "events and total",
        ),
        (
            "n\tN\tn\tN\tn\tN\n1\t100\t2\t100\t3\t100",
            "a small n and a capital one",
        ),
        ("N\tn\tN\tn\tN\tn\n100\t1\t100\t2\t100\t3", "all people first"),
        (
            "with it\tpeople\twith it\tpeople\twith it\tpeople\n1\t100\t2\t100\t3\t100",
            "in words",
        ),
        (
            "n/N\tn/N\tn/N\n1 / 100\t2 / 100\t3 / 100",
            "a heading of both, and figures of both",
        ),
    ] {
        let mut desk = desk("otitis-media");
        let first = counted(&desk)[0].cells[0].path.clone();
        paste(&mut desk, &first, text, LOOK).unwrap_or_else(|error| panic!("{why}: {error}"));
        assert_eq!(said(&desk, 0), ["1 / 100", "2 / 100", "3 / 100"], "{why}");
        desk.undo().expect("one step");
        same(&desk, &before, why);
    }
}

#[test]
fn headings_that_were_joined_over_two_columns_name_the_option_of_both() {
    let mut desk = desk("otitis-media");
    let options = desk.sheet().figures.expect("figures").options;
    let first = counted(&desk)[0].cells[0].path.clone();
    let heads: Vec<String> = options
        .iter()
        .map(|option| format!("{}\t", option.label))
        .collect();
    let text = format!("{}\n1\t100\t2\t100\t3\t100\n", heads.join("\t"));
    paste(&mut desk, &first, &text, LOOK).expect("it is taken");
    assert_eq!(said(&desk, 0), ["1 / 100", "2 / 100", "3 / 100"]);
    desk.undo().expect("a step");
    // In another order than the options here one option's figures would stand under another.
    let other: Vec<String> = options.iter().rev().map(|option| option.label.clone()).collect();
    let error = paste(
        &mut desk,
        &first,
        &format!("{}\n1 / 2\t2 / 2\t0 / 2\n", other.join("\t")),
        LOOK,
    )
    .expect_err("refused")
    .to_string();
    assert!(
        error.contains("row 1, column 1")
            && error.contains("would go to")
            && error.contains("row 1, column 3"),
        "{error}"
    );
}

#[test]
fn what_is_not_certain_is_asked_and_never_two_figures_in_silence() {
    let mut desk = desk("otitis-media");
    let before = sorted(&desk);
    let first = counted(&desk)[0].cells[0].path.clone();
    // Two columns for three options: one figure, or two numbers of people whose total the cells have already.
    let error = paste(&mut desk, &first, "12\t100\n13\t100\n", LOOK).expect_err("it asks");
    assert_eq!(error, DeskError::PasteUnsure);
    same(&desk, &before, "");
    let asked = preview(&desk, &first, "12\t100\n13\t100\n", LOOK);
    assert!(
        asked.ask && !asked.is_sound() && asked.lines.is_empty(),
        "{asked:?}"
    );
    let pairs = preview(&desk, &first, "12\t100\n13\t100\n", PasteColumns::Pairs);
    assert!(pairs.ask && pairs.is_sound(), "{pairs:?}");
    assert_eq!(
        pairs
            .lines
            .iter()
            .map(|line| line.then.as_str())
            .collect::<Vec<_>>(),
        ["12 / 100", "13 / 100"]
    );
    paste(&mut desk, &first, "12\t100\n13\t100\n", PasteColumns::Pairs).expect("it is taken");
    let kept = said(&desk, 0)[1].clone();
    assert_eq!(said(&desk, 0)[0], "12 / 100");
    assert_ne!(kept, "100", "the second option is as it was");
    // Four columns for three options can be nothing but two figures.
    paste(&mut desk, &first, "1\t100\t2\t100\n", LOOK).expect("it is taken");
    assert_eq!(said(&desk, 0)[..2], ["1 / 100", "2 / 100"]);
    // An odd number of columns, or one with figures of both, is a figure each.
    paste(&mut desk, &first, "5 / 50\t6 / 60\n", LOOK).expect("it is taken");
    assert_eq!(said(&desk, 0)[..2], ["5 / 50", "6 / 60"]);
    for (text, why) in [
        ("n\t%\n12\t12\n", "is headed “%”"),
        ("total\ttotal\n100\t100\n", "is of all people by its heading"),
        ("1\t100\t2\t100\t3\t100\t4\t100\n", "two for each figure"),
    ] {
        let error = paste(&mut desk, &first, text, LOOK).expect_err(text).to_string();
        assert!(error.contains(why), "{text}: {error}");
    }
    let error = paste(&mut desk, &first, "1\t2\t3\n", PasteColumns::Pairs)
        .expect_err("one is over")
        .to_string();
    assert!(error.contains("leave one over"), "{error}");
}

#[test]
fn every_cell_that_cannot_be_taken_is_named_with_the_figure_it_would_be() {
    let mut desk = desk("otitis-media");
    let before = sorted(&desk);
    let rows = counted(&desk);
    let first = rows[0].cells[0].path.clone();
    let error = paste(&mut desk, &first, "40%\t1 / 2\t?\n9 / 8\t1 / 2\t1 / 2\n", LOOK).expect_err("refused");
    let mistakes = cells_of(&error);
    assert_eq!(
        mistakes
            .iter()
            .map(|one| (one.row, one.column))
            .collect::<Vec<_>>(),
        [(1, 1), (1, 3), (2, 1)]
    );
    let (outcome, label) = (&rows[0].name, &rows[0].label);
    assert!(
        mistakes[0].place.starts_with(&format!("{outcome}, {label}, ")),
        "{:?}",
        mistakes[0]
    );
    assert!(
        mistakes[2]
            .place
            .starts_with(&format!("{outcome}, {}, ", rows[1].label)),
        "{:?}",
        mistakes[2]
    );
    assert!(error.to_string().ends_with("; nothing was pasted"));
    assert!(!error.to_string().contains("leave a column"), "{error}");
    // A column of times or names has no place here.
    let error = paste(&mut desk, &first, "18 months\t1 / 2\nAdults\t1 / 2\n", LOOK).expect_err("refused");
    assert_eq!(
        error
            .to_string()
            .matches("leave a column of times or names out")
            .count(),
        2,
        "{error}"
    );
    // Of two columns the empty one of the two is named.
    let error = paste(&mut desk, &first, "n\tN\n12\t\n\t50\n", LOOK).expect_err("refused");
    let mistakes = cells_of(&error);
    assert_eq!(mistakes.len(), 2, "{error}");
    assert!(
        mistakes[0].why.contains("12 of how many people?") && mistakes[1].why.contains("how many of 50"),
        "{error}"
    );
    // Of a list as well.
    let error = paste(
        &mut desk,
        "source",
        "id\tyear\tnonsense\nother\tlast year\tx\nÄ\t2026\t\n",
        LOOK,
    )
    .expect_err("refused");
    let mistakes = cells_of(&error);
    assert_eq!(
        mistakes
            .iter()
            .map(|one| (one.row, one.column))
            .collect::<Vec<_>>(),
        [(2, 2), (2, 3), (3, 1)]
    );
    same(&desk, &before, "");
    // Many of them are told in a sentence that ends.
    let many = "x\n".repeat(rows.len());
    let error = paste(&mut desk, &first, &many, LOOK)
        .expect_err("refused")
        .to_string();
    assert!(error.len() < 20_000, "{}", error.len());
}

#[test]
fn a_paste_says_each_figure_with_its_row_before_it_is_put_in() {
    let desk = desk("otitis-media");
    let before = sorted(&desk);
    let rows = counted(&desk);
    let options = desk.sheet().figures.expect("figures").options;
    let first = rows[0].cells[0].path.clone();
    let told = preview(&desk, &first, "7 / 100\n8 / 100\n", LOOK);
    assert!(told.is_sound() && !told.ask, "{told:?}");
    for (line, row) in told.lines.iter().zip(&rows) {
        assert_eq!(
            line.place,
            format!("{}, {}, {}", row.name, row.label, options[0].label)
        );
        assert_eq!(line.now, row.cells[0].said);
    }
    assert_eq!(told.lines[1].then, "8 / 100");
    // Two rows of an outcome are told apart by their words, in every aid.
    for aid in aids() {
        let mut seen = std::collections::BTreeSet::new();
        for row in common::desk(&aid).sheet().figures.expect("figures").rows {
            assert!(
                !row.label.is_empty() && seen.insert((row.outcome.clone(), row.label.clone())),
                "{aid}: {} {}",
                row.outcome,
                row.label
            );
        }
    }
    same(&desk, &before, "a preview changes nothing");
    let list = preview(&desk, "source", "id\tshort\nnew-one\tNew 2026\n", LOOK);
    assert_eq!(
        list.lines
            .iter()
            .map(|line| line.place.as_str())
            .collect::<Vec<_>>(),
        ["New 2026"]
    );
    let none = preview(&desk, &first, "\n", LOOK);
    assert!(none.refused.is_some_and(|why| why.contains("empty")));
}

#[test]
fn what_was_of_an_old_figure_neither_goes_nor_stays_in_silence() {
    let mut ranged = 0;
    for aid in aids() {
        let mut desk = desk(&aid);
        let before = sorted(&desk);
        let write = |desk: &mut AuthorDesk, path: &str, said: &str| {
            let change = DeskChange::Cell {
                path: path.to_owned(),
                said: said.to_owned(),
            };
            desk.change(&change).expect("it is taken").also.join(" ")
        };
        let all = cells(&desk);
        let Some(cell) = all
            .iter()
            .find(|cell| cell.is == CellKind::Rate && cell.values.contains_key("range"))
        else {
            continue;
        };
        ranged += 1;
        let (count, per) = cell.said.split_once(" per ").expect("a rate");
        let other = if count == "1" { "2" } else { "1" };
        // Another figure of the same kind: its range is of the old number.
        let told = write(&mut desk, &cell.path, &format!("{other} per {per}"));
        assert!(
            told.contains("Taken out with the old figure") && told.contains("range "),
            "{aid}: {told}"
        );
        desk.undo().expect("a step");
        same(&desk, &before, &aid);
        // Emptied, and with it all that stood there.
        let told = write(&mut desk, &cell.path, "");
        assert!(
            told.contains("Taken out with the old figure") && told.contains("range "),
            "{aid}: {told}"
        );
        desk.undo().expect("a step");
        same(&desk, &before, &aid);
        // One number by itself: the range stays, and that is said.
        let done = desk
            .change(&common::set(
                "aid.toml",
                &format!("{}.count", cell.path),
                common::text(other),
            ))
            .expect("it is set");
        assert!(
            done.also.join(" ").contains("Kept from the old figure: range "),
            "{aid}: {done:?}"
        );
        desk.undo().expect("a step");
        same(&desk, &before, &aid);
    }
    assert!(ranged > 0, "no aid has a published range");
    // What is worked out from a count is worked out from the next one.
    let mut desk = desk("otitis-media");
    let cell = cells(&desk)
        .into_iter()
        .find(|cell| cell.values.contains_key("interval") && cell.is == CellKind::Counts)
        .expect("a range that is worked out");
    let change = DeskChange::Cell {
        path: cell.path.clone(),
        said: "1 / 50".to_owned(),
    };
    let told = desk.change(&change).expect("it is taken").also.join(" ");
    assert!(
        told.starts_with("Its range is worked out from the new count."),
        "{told}"
    );
}

#[test]
fn an_empty_cell_leaves_what_is_there_and_that_is_said() {
    let mut desk = desk("otitis-media");
    let rows = counted(&desk);
    let first = rows[0].cells[0].path.clone();
    let also = paste(&mut desk, &first, "1 / 2\t\t1 / 4\n", LOOK).unwrap();
    assert_eq!(
        also.last().map(String::as_str),
        Some("1 empty cell of the table leaves what is there")
    );
}
