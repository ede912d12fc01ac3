//! The table of figures: every outcome at every horizon, a text an option.

use crate::aid::{Aid, Cell, Outcome, Row, TreatmentOption};
use crate::chance::wording::Saying;

use super::heads::head;
use super::{SummaryRow, SummaryTable};

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
                horizon: when(aid, row, one_group),
                cells: options
                    .iter()
                    .map(|option| cell(aid, outcome, row, option))
                    .collect(),
            })
            .collect(),
    }
}

/// When, and who where the rows are about different groups: a count never stands without its group.
fn when(aid: &Aid, row: &Row, one_group: bool) -> String {
    let when = aid.wording().horizon(&row.horizon);
    if one_group {
        when
    } else {
        format!("{when} ({})", row.group.description.trim_end_matches('.'))
    }
}

fn caption(aid: &Aid, rows: &[(&Outcome, &Row)], one_group: bool) -> String {
    let words = aid.wording();
    let mut caption = words.denominator_note(aid.denominator());
    if let Some((_, row)) = rows.first().filter(|_| one_group) {
        caption.push(' ');
        caption.push_str(&words.group(&row.group));
    } else {
        caption.push_str(" They are about different groups of people: each line says who.");
    }
    if rows
        .iter()
        .any(|(_, row)| row.figures().any(|figure| figure.range().is_some()))
    {
        caption.push_str(" The numbers in brackets are the range.");
    }
    caption
}

/// "24 (20 to 28)", "24", "We do not know."
fn cell(aid: &Aid, outcome: &Outcome, row: &Row, option: &TreatmentOption) -> String {
    let Some(Cell::Known(figure)) = row.cell(option.index) else {
        return aid.wording().not_known().to_owned();
    };
    let saying = Saying {
        figure,
        of: aid.denominator(),
        event: &outcome.event,
        option: option.in_sentence(),
    };
    let said = aid.wording().figure(&saying);
    match said.range_short {
        Some(range) => format!("{} ({range})", said.count),
        None => said.count,
    }
}
