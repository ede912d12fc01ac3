//! A table of a spreadsheet, put in a place: all of it, or nothing with the row and the column that could not be taken.

use serde_json::Value;

use super::error::DeskError;
use super::place::{parsed, spot, told};
use super::shape::{FieldShape, Is, label};
use super::sheet::FieldSaid;
use super::text::{Op, at};
use super::value::{self, quoted};
use super::{AID, AuthorDesk, Done};
use crate::aid::{MAX_BYTES, Place, PlaceStep};

/// Most rows and columns of a pasted table.
const MOST_ROWS: usize = 1_000;
const MOST_COLUMNS: usize = 100;

/// A pasted table: its cells, row by row.
type Grid = Vec<Vec<String>>;

impl AuthorDesk {
    pub(super) fn paste(&mut self, file: &str, path: &str, text: &str) -> Result<Done, DeskError> {
        let shapes = self.shapes(file)?;
        let place = parsed(path).ok_or_else(|| super::doing::nowhere(file, path, ""))?;
        let found = spot(shapes, &place)
            .ok_or_else(|| super::doing::nowhere(file, path, ": the format has no such field"))?;
        let grid = grid(text)?;
        match (&found.field.is, found.entry) {
            (Is::Map(_), true) if file == AID => self.paste_figures(&place, &grid),
            (Is::List(of), false) => {
                let fields = shapes
                    .get(of)
                    .map(|shape| shape.fields.as_slice())
                    .unwrap_or_default();
                self.paste_entries(file, path, &place, fields, &grid)
            }
            (Is::Texts, false) => {
                let lines: Vec<String> = grid
                    .into_iter()
                    .flatten()
                    .filter(|line| !line.is_empty())
                    .collect();
                self.change(&super::DeskChange::Set {
                    file: file.to_owned(),
                    path: path.to_owned(),
                    value: Some(FieldSaid::List(lines)),
                })
            }
            _ => Err(DeskError::PasteWhole(format!(
                "`{path}` takes no table; paste into a cell of the figures, a list or a list of paragraphs"
            ))),
        }
    }

    /// Figures, rightwards over the options and downwards over the rows. An empty cell leaves what is there.
    fn paste_figures(&mut self, place: &Place, grid: &Grid) -> Result<Done, DeskError> {
        let options = self.choices("option");
        let (row, option) = match place.steps() {
            [
                PlaceStep::Key(_),
                PlaceStep::Index(outcome),
                PlaceStep::Key(_),
                PlaceStep::Index(row),
                PlaceStep::Key(_),
                PlaceStep::Key(option),
            ] => ((*outcome, *row), option),
            _ => return Err(DeskError::PasteWhole("this is no cell of the figures".to_owned())),
        };
        // The rows of one outcome: what is left over must never become a figure of the next one.
        let of_outcome = self.figure_rows().into_iter().filter(|known| known.0 == row.0);
        let rows: Vec<_> = of_outcome.collect();
        let first_row = rows.iter().position(|known| *known == row);
        let first_column = options.iter().position(|known| known.word == *option);
        let (Some(first_row), Some(first_column)) = (first_row, first_column) else {
            return Err(DeskError::PasteWhole("this is no cell of the figures".to_owned()));
        };
        let (columns, left) = (
            grid.iter().map(Vec::len).max().unwrap_or(0),
            options.len() - first_column,
        );
        if columns > left {
            return Err(DeskError::PasteWhole(format!(
                "the table has {columns} columns, and from this cell on there are {left} options; leave out the columns that are no figures, or begin further left"
            )));
        }
        if grid.len() > rows.len() - first_row {
            return Err(DeskError::PasteWhole(format!(
                "the table has {} rows, and from this cell on the outcome has {}; paste the figures of each outcome by themselves, leave out the rows that are no figures, or add rows first",
                grid.len(),
                rows.len() - first_row
            )));
        }
        let (mut ops, mut also) = (Vec::new(), Vec::new());
        for (line, cells) in grid.iter().enumerate() {
            for (column, said) in cells.iter().enumerate().filter(|(_, said)| !said.is_empty()) {
                let (Some((outcome, row)), Some(option)) =
                    (rows.get(first_row + line), options.get(first_column + column))
                else {
                    continue;
                };
                let cell = Place::root()
                    .key("outcome")
                    .index(*outcome)
                    .key("figures")
                    .index(*row)
                    .key("cells")
                    .key(option.word.as_str());
                let (more, gone) = self
                    .cell_op(&cell, said)
                    .map_err(|why| in_table(line, column, said, why))?;
                if !gone.is_empty() {
                    also.push(format!(
                        "{}: {}",
                        told(self.said(AID), &cell),
                        super::doing::went(&gone).unwrap_or_default()
                    ));
                }
                ops.extend(more);
            }
        }
        let mut done = self.write(
            AID,
            &ops,
            "figures that were pasted".to_owned(),
            &place.to_string(),
        )?;
        done.also = also;
        Ok(done)
    }

    /// Every row of figures, as its outcome and its number there, in the order of the sheet.
    fn figure_rows(&self) -> Vec<(usize, usize)> {
        let outcomes = self.said(AID).and_then(|said| said.get("outcome")?.as_array());
        let mut rows = Vec::new();
        for (outcome, said) in outcomes.into_iter().flatten().enumerate() {
            let count = said.get("figures").and_then(Value::as_array).map_or(0, Vec::len);
            rows.extend((0..count).map(|row| (outcome, row)));
        }
        rows
    }

    /// An entry a row. The first row may name the columns; without names they are those of the sheet, in their order.
    fn paste_entries(
        &mut self,
        file: &str,
        path: &str,
        place: &Place,
        fields: &[FieldShape],
        grid: &Grid,
    ) -> Result<Done, DeskError> {
        let plain: Vec<&FieldShape> = fields
            .iter()
            .filter(|field| !matches!(field.is, Is::Table(_) | Is::List(_) | Is::Map(_)))
            .collect();
        let named = |said: &str| {
            let said = said.trim().to_lowercase();
            plain
                .iter()
                .find(|field| field.key == said || label(&field.key).to_lowercase() == said)
                .copied()
        };
        let (head, rest) = grid
            .split_first()
            .ok_or_else(|| DeskError::PasteWhole("the table is empty".to_owned()))?;
        let names: Vec<Option<&FieldShape>> = head.iter().map(|said| named(said)).collect();
        let has_names = names.iter().filter(|name| name.is_some()).count() * 2 > names.len();
        let (columns, rows, before): (Vec<Option<&FieldShape>>, _, _) = if has_names {
            (names, rest, 1)
        } else {
            (plain.iter().copied().map(Some).collect(), grid.as_slice(), 0)
        };
        if rows.is_empty() {
            return Err(DeskError::PasteWhole(
                "the table has names of columns and no row".to_owned(),
            ));
        }
        let list = self
            .said(file)
            .and_then(|said| at(said, place.steps()))
            .and_then(Value::as_array);
        let first = list.map_or(0, Vec::len);
        if first + rows.len() > MOST_ROWS {
            return Err(DeskError::PasteWhole(format!(
                "the list has {first} entries and the table {}; the most is {MOST_ROWS}",
                rows.len()
            )));
        }
        let mut ids: Vec<String> = list
            .into_iter()
            .flatten()
            .filter_map(|entry| entry.get("id")?.as_str().map(str::to_owned))
            .collect();
        let mut ops = Vec::new();
        for (line, cells) in rows.iter().enumerate() {
            let mut known: Vec<(String, Value)> = Vec::new();
            for (column, said) in cells.iter().enumerate().filter(|(_, said)| !said.is_empty()) {
                let wrong = |why: String| in_table(line + before, column, said, why);
                let field = columns.get(column).copied().flatten().ok_or_else(|| {
                    wrong(format!(
                        "there is no such column; the columns are {}",
                        plain
                            .iter()
                            .map(|field| field.key.as_str())
                            .collect::<Vec<_>>()
                            .join(", ")
                    ))
                })?;
                let new = value::value(&field.is, &typed(&field.is, said)).map_err(wrong)?;
                if let (Is::Id, Some(Value::String(id))) = (&field.is, &new) {
                    super::rename::sound(id).map_err(wrong)?;
                    if ids.contains(id) {
                        return Err(wrong("another entry of the list is called so".to_owned()));
                    }
                    ids.push(id.clone());
                }
                if let Some(value) = new.filter(|_| !known.iter().any(|(key, _)| *key == field.key)) {
                    known.push((field.key.clone(), value));
                }
            }
            ops.push(Op::Add(place.clone(), first + line, known));
        }
        self.write(
            file,
            &ops,
            format!("{} pasted entries of {}", ops.len(), told(self.said(file), place)),
            path,
        )
    }
}

/// A cell as the value of a field: of lists, entries apart by semicolons or lines.
fn typed(is: &Is, said: &str) -> FieldSaid {
    match is {
        Is::Texts => FieldSaid::List(
            said.lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .map(str::to_owned)
                .collect(),
        ),
        Is::Many(_) | Is::Words(_) | Is::Range => {
            let all = said
                .split([';', ',', '\n'])
                .map(str::trim)
                .filter(|one| !one.is_empty());
            FieldSaid::List(all.map(str::to_owned).collect())
        }
        _ => FieldSaid::Text(said.trim().to_owned()),
    }
}

fn in_table(line: usize, column: usize, said: &str, why: String) -> DeskError {
    DeskError::Paste {
        row: line + 1,
        column: column + 1,
        cell: quoted(said),
        why,
    }
}

/// Takes a text apart as spreadsheets write it: cells apart by tabs, or by commas when there is no tab; a cell in quotation marks may
/// hold any of these and line ends.
fn grid(text: &str) -> Result<Grid, DeskError> {
    if text.len() > MAX_BYTES {
        return Err(DeskError::PasteWhole(format!(
            "the table is {} bytes and the most is {MAX_BYTES}",
            text.len()
        )));
    }
    let between = if text.contains('\t') { '\t' } else { ',' };
    let (mut rows, mut row, mut cell) = (Grid::new(), Vec::new(), String::new());
    let mut letters = text.strip_prefix('\u{feff}').unwrap_or(text).chars().peekable();
    let mut quoted = false;
    let too_much = |what: &str, most: usize| {
        DeskError::PasteWhole(format!(
            "the table has more than {most} {what}; paste it in parts, or look whether it is the right one"
        ))
    };
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            letter if quoted => cell.push(letter),
            '\r' => {}
            '\n' => {
                row.push(std::mem::take(&mut cell).trim().to_owned());
                rows.push(std::mem::take(&mut row));
                if rows.len() > MOST_ROWS {
                    return Err(too_much("rows", MOST_ROWS));
                }
            }
            letter if letter == between => {
                row.push(std::mem::take(&mut cell).trim().to_owned());
                if row.len() > MOST_COLUMNS {
                    return Err(too_much("columns", MOST_COLUMNS));
                }
            }
            letter => cell.push(letter),
        }
    }
    if quoted {
        return Err(DeskError::PasteWhole(
            "a quotation mark is opened in the table and never closed".to_owned(),
        ));
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell.trim().to_owned());
        rows.push(row);
    }
    while rows.last().is_some_and(|row| row.iter().all(String::is_empty)) {
        rows.pop();
    }
    if rows.is_empty() {
        return Err(DeskError::PasteWhole("the table is empty".to_owned()));
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_taken_apart_as_spreadsheets_write_it() {
        let said = |text: &str| grid(text).expect("a table");
        assert_eq!(said("1 / 2\t3 / 4\r\n5\t\r\n"), [["1 / 2", "3 / 4"], ["5", ""]]);
        assert_eq!(said("a,\"b, c\"\n\"d\"\"e\",f"), [["a", "b, c"], ["d\"e", "f"]]);
        assert_eq!(said("\u{feff}a\t\"two\nlines\"\n"), [["a", "two\nlines"]]);
        // Numbers with commas in them stand between tabs.
        assert_eq!(said("1,234 / 5,678\t2"), [["1,234 / 5,678", "2"]]);
    }

    #[test]
    fn what_is_no_table_is_refused_by_name() {
        let why = |text: &str| grid(text).expect_err("no table").to_string();
        assert!(why("").contains("empty"));
        assert!(why("\n\n\t\n").contains("empty"));
        assert!(why("a,\"b").contains("never closed"));
        assert!(why(&"1\n".repeat(100_000)).contains("1000 rows"));
        assert!(why(&"1,".repeat(200)).contains("100 columns"));
        assert!(why(&"x".repeat(MAX_BYTES + 1)).contains("bytes"));
    }
}
