//! A table of a spreadsheet, put in a place: all of it, or nothing, with every cell named that could not be taken.

mod columns;
mod figures;
mod grid;
mod heads;
mod preview;

use serde_json::Value;

use super::error::{DeskError, PasteMistake};
use super::place::{parsed, spot};
use super::shape::{FieldShape, Is, label};
use super::sheet::FieldSaid;
use super::text::{Op, at};
use super::{AID, AuthorDesk, Done, value, words};
use crate::aid::Place;
pub use columns::PasteColumns;
use grid::{Grid, MOST_ROWS, grid};
pub use preview::{PasteLine, PastePreview};

impl AuthorDesk {
    pub(super) fn paste(
        &mut self,
        file: &str,
        path: &str,
        text: &str,
        columns: PasteColumns,
    ) -> Result<Done, DeskError> {
        let shapes = self.shapes(file)?;
        let place = parsed(path).ok_or_else(|| super::doing::nowhere(file, path, ""))?;
        let found = spot(shapes, &place)
            .ok_or_else(|| super::doing::nowhere(file, path, ": the format has no such field"))?;
        let grid = grid(text)?;
        match (&found.field.is, found.entry) {
            (Is::Map(_), true) if file == AID => self.paste_figures(&place, &grid, columns),
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
                "{} takes no table; paste into a cell of the figures, a list or a list of paragraphs",
                words::place(self.said(file), &place)
            ))),
        }
    }

    /// Figures. An empty cell leaves what is there.
    fn paste_figures(
        &mut self,
        place: &Place,
        grid: &Grid,
        columns: PasteColumns,
    ) -> Result<Done, DeskError> {
        let figures = self.pasted_figures(place, grid, columns)?;
        let mut mistakes = figures.mistakes;
        let (mut ops, mut also) = (Vec::new(), Vec::new());
        for figure in &figures.all {
            match self.cell_op(&figure.cell, &figure.said) {
                Ok((more, came)) => {
                    ops.extend(more);
                    let place = words::place(self.said(AID), &figure.cell);
                    also.extend(came.into_iter().map(|said| format!("{place}: {said}")));
                }
                Err(why) => {
                    let why = if is_name(&figure.said) {
                        format!("{why}; leave a column of times or names out")
                    } else {
                        why
                    };
                    mistakes.push(self.mistake(figure.at, &figure.said, Some(&figure.cell), why));
                }
            }
        }
        refused(mistakes)?;
        let mut done = self.write(
            AID,
            &ops,
            "figures that were pasted".to_owned(),
            &place.to_string(),
        )?;
        match figures.empty {
            0 => {}
            1 => also.push("1 empty cell of the table leaves what is there".to_owned()),
            many => also.push(format!("{many} empty cells of the table leave what is there")),
        }
        done.also = also;
        Ok(done)
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
        let (mut ops, mut mistakes) = (Vec::new(), Vec::new());
        for (line, cells) in rows.iter().enumerate() {
            let mut known: Vec<(String, Value)> = Vec::new();
            for (column, said) in cells.iter().enumerate().filter(|(_, said)| !said.is_empty()) {
                let field = columns.get(column).copied().flatten();
                match entry_field(field, said, &plain, &mut ids) {
                    Ok((key, new)) => {
                        if let Some(value) = new.filter(|_| !known.iter().any(|(other, _)| *other == key)) {
                            known.push((key, value));
                        }
                    }
                    Err(why) => mistakes.push(self.mistake((line + before, column), said, None, why)),
                }
            }
            ops.push(Op::Add(place.clone(), first + line, known));
        }
        refused(mistakes)?;
        self.write(
            file,
            &ops,
            format!(
                "{} pasted entries of {}",
                ops.len(),
                words::told(self.said(file), place)
            ),
            path,
        )
    }
}

/// A cell of a list's table as the field it is of, with its value. An identifier is none that is there already.
fn entry_field(
    field: Option<&FieldShape>,
    said: &str,
    plain: &[&FieldShape],
    ids: &mut Vec<String>,
) -> Result<(String, Option<Value>), String> {
    let field = field.ok_or_else(|| {
        let known: Vec<String> = plain.iter().map(|field| label(&field.key)).collect();
        format!("there is no such column; the columns are {}", known.join(", "))
    })?;
    let new = value::value(&field.is, &typed(&field.is, said))?;
    if let (Is::Id, Some(Value::String(id))) = (&field.is, &new) {
        super::rename::sound(id)?;
        if ids.contains(id) {
            return Err("another entry of the list is called so".to_owned());
        }
        ids.push(id.clone());
    }
    Ok((field.key.clone(), new))
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

/// Nothing is taken where something cannot be: all of it is named, in the order of the table.
fn refused(mut mistakes: Vec<PasteMistake>) -> Result<(), DeskError> {
    mistakes.sort_by_key(|mistake| (mistake.row, mistake.column));
    if mistakes.is_empty() {
        Ok(())
    } else {
        Err(DeskError::Paste(mistakes))
    }
}

/// Whether a cell is a time or a name, as `18 months` and `Adults` are, and no figure, as `12 of 100` is.
fn is_name(said: &str) -> bool {
    let letters = |word: &str| word.starts_with(char::is_alphabetic);
    let mut words = said.split_whitespace();
    let (first, second) = (words.next().unwrap_or_default(), words.next());
    letters(first) || second.is_some_and(|word| letters(word) && !["of", "out", "per", "in"].contains(&word))
}
