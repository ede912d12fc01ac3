//! Compare at a glance: each row says what its card says, for every option alike.
#![cfg(feature = "authoring")]
#![expect(clippy::unwrap_used, reason = "a test: failing is how it reports")]

#[cfg(test)]
mod common;

use std::fmt::Write as _;

use common::{after, aid, aids, example};
use weighup_core::aid::Aid;
use weighup_core::consultation::{Action, CompareAs, Consultation};
use weighup_core::view::{self, CellView, CompareView, MatrixRow, MatrixView};

/// A fresh visit, and one for each group where the aid's figures depend on it.
fn visits(aid: &Aid) -> Vec<Consultation> {
    let fresh = Consultation::new(aid);
    let groups = view::compare(aid, &fresh).group;
    let asked = groups.into_iter().flat_map(|group| group.asked);
    let chosen = asked.flat_map(|asked| asked.choices);
    let mut all: Vec<Consultation> = chosen
        .map(|choice| after(aid, [Action::choose_group(choice.id)]))
        .collect();
    all.push(fresh);
    all
}

fn rows(matrix: &MatrixView) -> Vec<&MatrixRow> {
    matrix.groups.iter().flat_map(|group| &group.rows).collect()
}

/// Every group of every aid: a row for every card, in their order; a cell for every option shown, in the aid's order; the
/// value, the people and the range are the card's.
#[test]
fn a_row_says_what_its_card_says() {
    for folder in aids() {
        let aid = aid(&folder);
        for said in visits(&aid) {
            let compare = view::compare(&aid, &said);
            let matrix = compare.matrix.as_ref().unwrap();
            let rows = rows(matrix);
            let cards: Vec<usize> = rows.iter().map(|row| row.card).collect();
            assert_eq!(
                cards,
                (0..compare.outcomes.len()).collect::<Vec<_>>(),
                "{}",
                aid.id()
            );
            for row in rows {
                same(&compare, matrix, row, aid.id());
            }
        }
    }
}

fn same(compare: &CompareView, matrix: &MatrixView, row: &MatrixRow, aid: &str) {
    let card = compare.outcomes.get(row.card).unwrap();
    let at = format!("{aid}, {}", card.name);
    assert_eq!(
        (&row.name, row.cells.len()),
        (&card.name, matrix.options.len()),
        "{at}"
    );
    if let Some(measured) = &card.measured {
        for (cell, line) in row.cells.iter().zip(&measured.rows) {
            assert_eq!(cell.value, line.value, "{at}");
        }
        return;
    }
    for ((cell, figure), head) in row.cells.iter().zip(&card.cells).zip(&matrix.options) {
        match figure {
            CellView::Known(figure) => {
                assert_eq!(figure.option.id, head.id, "{at}");
                assert_eq!(
                    (&cell.value, &cell.of_every),
                    (&figure.count, &figure.of_every),
                    "{at}"
                );
                assert_eq!(cell.range, figure.range_short, "{at}");
                assert!(cell.known, "{at}");
                if let Some(strip) = cell.strip {
                    let icons = figure.icons;
                    let drawn = (strip.certain, strip.band, strip.rest, strip.total);
                    assert_eq!(
                        drawn,
                        (icons.certain, icons.band, icons.rest, icons.total),
                        "{at}"
                    );
                } else {
                    assert!(figure.icons.total > 1_000, "{at}: no strip");
                }
            }
            CellView::NotKnown { text, option, .. } => {
                assert_eq!((&cell.value, &option.id), (text, &head.id), "{at}");
                assert!(
                    !cell.known && cell.range.is_none() && cell.strip.is_none(),
                    "{at}"
                );
            }
        }
    }
}

/// That the studies cannot tell options apart is said of a row exactly where every pair of its differences may be none.
#[test]
fn studies_that_cannot_tell_apart_are_named_where_every_range_overlaps() {
    const SAID: &str = "The studies cannot tell these apart.";
    const OVERLAP: &str = "The ranges overlap, so there may be no real difference.";
    const OPEN: &str = "The studies leave it open that there is no real difference.";
    let (mut told, mut all) = (0, 0);
    for folder in aids() {
        let aid = aid(&folder);
        let compare = view::compare(&aid, &Consultation::new(&aid));
        for row in rows(compare.matrix.as_ref().unwrap()) {
            all += 1;
            let card = compare.outcomes.get(row.card).unwrap();
            let said = row.notes.iter().any(|note| note == SAID);
            told += usize::from(said);
            let differ =
                |text: &&String| text.contains(" more of every ") || text.contains(" fewer of every ");
            for difference in card.differences.iter().filter(differ) {
                assert!(
                    !said || difference.contains(OVERLAP) || difference.contains(OPEN),
                    "{}, {}: {difference}",
                    aid.id(),
                    card.name
                );
            }
            let clear = card
                .differences
                .iter()
                .filter(differ)
                .any(|text| !text.contains(OVERLAP) && !text.contains(OPEN));
            assert!(!(said && clear), "{}, {}", aid.id(), card.name);
        }
    }
    assert!(told > 0 && told < all, "{told} of {all}");
}

/// Rows at one time that stand together share its heading; all others say their own time, once.
#[test]
fn every_row_says_its_time_once() {
    for folder in aids() {
        let aid = aid(&folder);
        let compare = view::compare(&aid, &Consultation::new(&aid));
        for group in &compare.matrix.as_ref().unwrap().groups {
            for row in &group.rows {
                let time = &compare.outcomes.get(row.card).unwrap().horizon;
                let own = row.notes.iter().filter(|note| *note == time).count();
                let shared = usize::from(group.heading.as_ref() == Some(time));
                assert_eq!(own + shared, 1, "{}, {}", aid.id(), row.name);
            }
        }
    }
}

/// It is what Compare shows at first, and only then.
#[test]
fn it_is_shown_first_and_other_ways_have_none() {
    let aid = example();
    let fresh = view::compare(&aid, &Consultation::new(&aid));
    assert_eq!(fresh.show_as, CompareAs::Matrix);
    for way in [
        CompareAs::Pictures,
        CompareAs::Difference,
        CompareAs::Table,
        CompareAs::Numbers,
    ] {
        let c = after(&aid, [Action::compare_as(way)]);
        assert!(view::compare(&aid, &c).matrix.is_none(), "{way:?}");
    }
}

#[test]
fn at_a_glance_in_every_aid() {
    for folder in aids() {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let aid = aid(&folder);
        let compare = view::compare(&aid, &Consultation::new(&aid));
        let matrix = compare.matrix.unwrap();
        let mut out = String::new();
        let heads: Vec<&str> = matrix.options.iter().map(|head| head.name.as_str()).collect();
        writeln!(
            out,
            "{} | {}",
            matrix.of_every.as_deref().unwrap_or("-"),
            heads.join(" | ")
        )
        .unwrap();
        for group in &matrix.groups {
            writeln!(out, "# {}", group.heading.as_deref().unwrap_or("-")).unwrap();
            for row in &group.rows {
                let cell = |cell: &view::MatrixCell| match &cell.range {
                    Some(range) => format!("{} ({range})", cell.value),
                    None => cell.value.clone(),
                };
                let cells: Vec<String> = row.cells.iter().map(cell).collect();
                writeln!(
                    out,
                    "{} [{}] | {}",
                    row.name,
                    row.notes.join(" "),
                    cells.join(" | ")
                )
                .unwrap();
            }
        }
        insta::assert_snapshot!(format!("glance__{name}"), out);
    }
}

/// One figure that stands for several options by design is no sign that studies cannot tell them apart.
#[test]
fn a_figure_shared_by_design_tells_nothing_of_a_difference() {
    let (mut shared, said) = (0, "The studies cannot tell these apart.");
    for folder in aids() {
        let aid = aid(&folder);
        let compare = view::compare(&aid, &Consultation::new(&aid));
        for row in rows(compare.matrix.as_ref().unwrap()) {
            let card = compare.outcomes.get(row.card).unwrap();
            let own = card.cells.iter().filter(|cell| match cell {
                CellView::Known(figure) => figure.same.is_empty(),
                CellView::NotKnown { .. } => false,
            });
            if card.measured.is_none() && own.count() < 2 {
                shared += 1;
                let told = row.notes.iter().any(|note| note == said);
                assert!(!told, "{}, {}", aid.id(), card.name);
            }
        }
    }
    assert!(shared > 0);
}
