//! The table of figures: every outcome at every horizon, a text an option.

use crate::aid::{Aid, Cell, Outcome, Row, TreatmentOption};
use crate::chance::wording::Saying;

use super::heads::head;
use super::{SummaryRow, SummaryTable};

/// Every row of every outcome, for the options given.
pub(crate) fn table(aid: &Aid, options: &[&TreatmentOption], rows: &[(&Outcome, &Row)]) -> SummaryTable {
    SummaryTable {
        caption: caption(aid, rows),
        options: options.iter().map(|option| head(option)).collect(),
        rows: rows
            .iter()
            .map(|(outcome, row)| SummaryRow {
                outcome: outcome.name.clone(),
                horizon: aid.wording().horizon(&row.horizon),
                cells: options
                    .iter()
                    .map(|option| cell(aid, outcome, row, option))
                    .collect(),
            })
            .collect(),
    }
}

fn caption(aid: &Aid, rows: &[(&Outcome, &Row)]) -> String {
    let words = aid.wording();
    let mut caption = words.denominator_note(aid.denominator());
    let mut groups = Vec::new();
    for (_, row) in rows {
        if !groups.contains(&&row.group) {
            groups.push(&row.group);
        }
    }
    match groups.as_slice() {
        [only] => {
            caption.push(' ');
            caption.push_str(&words.group(only));
        }
        _ => caption.push_str(" They are not all about the same group; each outcome says who."),
    }
    caption.push_str(" The numbers in brackets are the range.");
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
