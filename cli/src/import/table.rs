//! A table pasted from a spreadsheet: a row an outcome, a column an option.

use super::draft::{Draft, Row, certainty};
use super::number;
use super::sheet::Sheet;

const TIME: [&str; 6] = ["time", "at", "when", "follow-up", "follow up", "horizon"];
const CERTAINTY: [&str; 4] = ["certainty", "grade", "quality", "certainty of evidence"];
const SOURCE: [&str; 4] = ["source", "sources", "study", "reference"];
const GROUP: [&str; 4] = ["group", "people", "population", "who"];
const BETTER: [&str; 2] = ["better", "direction"];
const UNIT: [&str; 2] = ["unit", "units"];
const NOTE: [&str; 3] = ["note", "notes", "comment"];

/// Reads the sheet.
pub(super) fn read(sheet: &Sheet, draft: &mut Draft) {
    let columns = [
        sheet.column(&TIME),
        sheet.column(&CERTAINTY),
        sheet.column(&SOURCE),
        sheet.column(&GROUP),
        sheet.column(&BETTER),
        sheet.column(&UNIT),
        sheet.column(&NOTE),
    ];
    let [time, certain, source, group, better, unit, note] = columns;
    // The first column names the outcome, whatever it is called.
    let mut options = Vec::new();
    for (column, name) in sheet.header.iter().enumerate().skip(1) {
        if columns.contains(&Some(column)) || name.is_empty() {
            continue;
        }
        match draft.option(name, None) {
            Some(id) => options.push((column, id)),
            None => draft.cannot(
                &sheet.place(1, column),
                &format!("\"{name}\" is one option too many"),
                "an aid has 6 at most: import fewer columns",
            ),
        }
    }
    if options.is_empty() {
        draft.cannot(
            &sheet.name,
            "no column is an option",
            "the first column names outcomes, and each other column an option",
        );
        return;
    }
    for (line, cells) in &sheet.rows {
        let name = sheet.at(cells, Some(0));
        if cells.len() < sheet.header.len() {
            draft.cannot(
                &sheet.place(*line, cells.len()),
                "the row ends before its last column",
                "look for a quotation mark or a separator that is missing",
            );
        }
        if name.is_empty() {
            draft.cannot(
                &sheet.place(*line, 0),
                "the outcome has no name",
                "write it in the first column",
            );
            continue;
        }
        let file = sheet.name.clone();
        let mut row = Row {
            at: draft.time(sheet.at(cells, time)),
            group: draft.group(sheet.at(cells, group)),
            sources: vec![draft.named_source(sheet.at(cells, source), &file)],
            ..Row::default()
        };
        let grade = sheet.at(cells, certain);
        row.certainty = certainty(grade).map(str::to_owned);
        if let (None, false, Some(column)) = (&row.certainty, grade.is_empty(), certain) {
            draft.cannot(
                &sheet.place(*line, column),
                &format!("\"{grade}\" is no certainty"),
                "write high, moderate, low or very low",
            );
        }
        let noted = sheet.at(cells, note);
        if !noted.is_empty() {
            row.said.push(format!("In the table: {noted}"));
        }
        for (column, id) in &options {
            match number::figure(sheet.at(cells, Some(*column))) {
                Ok(Some(cell)) => row.cells.push((id.clone(), cell)),
                Ok(None) => {}
                Err(why) => {
                    let text = sheet.at(cells, Some(*column));
                    draft.cannot(
                        &sheet.place(*line, *column),
                        &format!("\"{text}\": {why}"),
                        "the draft has a gap there",
                    );
                }
            }
        }
        let better = match sheet.at(cells, better).to_lowercase().as_str() {
            "lower" | "less" => Some("lower"),
            "higher" | "more" => Some("higher"),
            _ => None,
        };
        if !draft.row(name, None, Some(sheet.at(cells, unit)), better, row) {
            draft.cannot(
                &sheet.place(*line, 0),
                "there are more than 100 outcomes",
                "import the part that the aid needs",
            );
            return;
        }
    }
}
