//! The table of figures: a row for every outcome at every horizon, with one text per option.

use crate::aid::{Aid, Cell, Measure, Outcome, Row, TreatmentOption};
use crate::chance::AmountSays;
use crate::words::{Chances, Words, capital, say};

use super::compare::saying;
use super::heads::head;
use super::{SummaryRow, SummaryTable, TableCell, TableFigure};

/// Every row of every outcome, for the options given.
pub(crate) fn table(aid: &Aid, options: &[&TreatmentOption], rows: &[(&Outcome, &Row)]) -> SummaryTable {
    let one_group = rows.windows(2).all(|pair| match pair {
        [(_, a), (_, b)] => a.group.id == b.group.id,
        _ => true,
    });
    SummaryTable {
        caption: caption(aid, rows, one_group),
        options: options.iter().map(|option| head(option)).collect(),
        rows: rows
            .iter()
            .map(|(outcome, row)| SummaryRow {
                outcome: outcome.name.clone(),
                horizon: when(aid, outcome, row, one_group),
                cells: options
                    .iter()
                    .map(|option| cell(aid, outcome, row, option))
                    .collect(),
            })
            .collect(),
    }
}

/// When, of how many where outcomes differ in that, and who where the rows are about different groups: a count never stands
/// without its group.
fn when(aid: &Aid, outcome: &Outcome, row: &Row, one_group: bool) -> String {
    let words = aid.wording();
    let mut when = words.horizon(&row.horizon);
    if let Some(study) = &row.study {
        when = say!(words, context "when, and which study", "{when}, {study}", when, study = study.name);
    }
    let counted = matches!(outcome.measure, Measure::Chance) && words.chances() == Chances::Counts;
    if counted && aid.denominators().len() > 1 {
        let n = words.number(outcome.of.people_in_all());
        when = say!(words, context "when, and of how many people", "{when}, of every {n}", when, n);
    }
    if one_group {
        when
    } else {
        let group = row.group.description.trim_end_matches(['.', '۔']);
        say!(words, context "when, and who", "{when} ({group})", when, group)
    }
}

fn caption(aid: &Aid, rows: &[(&Outcome, &Row)], one_group: bool) -> String {
    let words = aid.wording();
    let mut caption = vec![note(aid)];
    caption.push(match rows.first().filter(|_| one_group) {
        Some((_, row)) => words.group(&row.group),
        None => say!(
            words,
            "They are about different groups of people: each line says who."
        ),
    });
    if rows.iter().any(|(_, row)| row.cells.iter().any(has_range)) {
        caption.push(say!(words, "The numbers in brackets are the range."));
    }
    caption.join(" ")
}

/// What all numbers are, in a sentence or two.
pub(super) fn note(aid: &Aid) -> String {
    let words = aid.wording();
    let mut note = vec![words.denominator_note(&aid.denominators())];
    let has = |is: &dyn Fn(AmountSays) -> bool| {
        let mut outcomes = aid.outcomes().iter();
        outcomes.any(|outcome| matches!(&outcome.measure, Measure::Amount(scale) if is(scale.told)))
    };
    let rates = has(&|told| matches!(told, AmountSays::Rate { .. }));
    if has(&|told| matches!(told, AmountSays::Average(_))) {
        note.push(if rates {
            say!(
                words,
                "Where there is a unit, such as days, the number is an average; where it says “a year”, a rate."
            )
        } else {
            say!(
                words,
                "Where there is a unit, such as days, the number is an average."
            )
        });
    } else if rates {
        note.push(say!(words, "Where it says “a year”, the number is a rate."));
    }
    note.join(" ")
}

fn has_range(cell: &Cell) -> bool {
    match cell {
        Cell::Known(figure) => figure.range().is_some(),
        Cell::Amount(amount) => amount.range().is_some(),
        Cell::Level(_) | Cell::Gap(_) => false,
    }
}

/// "24 (20 to 28)", "24", "7 days (5 to 9)", "A little", "We do not know."
fn cell(aid: &Aid, outcome: &Outcome, row: &Row, option: &TreatmentOption) -> TableCell {
    let words = aid.wording();
    let none = |text: String| TableCell { text, figure: None };
    let (count, range) = match row.cell(option.index) {
        Some(Cell::Known(_)) => {
            let said = saying(outcome, row, option).map(|saying| words.figure(&saying));
            match said {
                Some(said) => (said.count, said.range_short),
                None => return none(words.not_known()),
            }
        }
        Some(Cell::Amount(amount)) => {
            let said = words.amount_words(amount, option.in_sentence());
            (said.value, said.range_short)
        }
        Some(Cell::Level(level)) => (capital(level.name()), None),
        Some(Cell::Gap(gap)) => return none(gap.said(words)),
        None => return none(words.not_known()),
    };
    let text = match &range {
        Some(range) => count_and_range(words, &count, range),
        None => count.clone(),
    };
    // The range by itself keeps the brackets that its language has.
    let range = range.map(|range| count_and_range(words, "", &range).trim().to_owned());
    TableCell {
        text,
        figure: Some(TableFigure { count, range }),
    }
}

/// "24 (20 to 28)".
pub(crate) fn count_and_range(words: &Words, count: &str, range: &str) -> String {
    say!(
        words,
        context "a count and its range",
        "{count} ({range})",
        count,
        range
    )
}
