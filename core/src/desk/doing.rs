//! Does a change: finds what it is about, says in the reader's words what cannot be done, and hands the rest to the text.

use serde_json::Value;

use super::cell::{self, Around};
use super::change::DeskChange;
use super::error::DeskError;
use super::place::{parsed, spot};
use super::shape::{self, FieldShape, Is, Shapes};
use super::sheet::{FieldSaid, FileKind};
use super::text::{Op, at};
use super::value::{self, quoted};
use super::words::{self, told};
use super::{AID, AuthorDesk, Done};
use crate::aid::{Place, PlaceStep};
use crate::authoring::AuthorFile;

/// Most entries of one list: what a reader of the format takes.
const MOST_ENTRIES: usize = 1_000;

impl AuthorDesk {
    pub(super) fn do_change(&mut self, change: &DeskChange) -> Result<Done, DeskError> {
        match change {
            DeskChange::Set { file, path, value } => self.set(file, path, value.as_ref()),
            DeskChange::Cell { path, said } => {
                let place = self.known(AID, path)?;
                let (op, came) = self
                    .cell_op(&place, said)
                    .map_err(|why| self.refused(AID, &place, quoted(said), why))?;
                let words = format!("figure of {}", told(self.said(AID), &place));
                let mut done = self.write(AID, &op, words, path)?;
                done.also = came;
                Ok(done)
            }
            DeskChange::Add {
                file,
                path,
                at,
                fields,
            } => self.add(file, path, *at, fields),
            DeskChange::Remove { file, path } => {
                let place = self.known(file, path)?;
                if self.said(file).and_then(|said| at(said, place.steps())).is_none() {
                    return Err(nowhere(file, path, ": it is not in the file"));
                }
                self.take_out(file, &place, path)
            }
            DeskChange::Move { file, path, to } => {
                let place = self.known(file, path)?;
                let Some((PlaceStep::Index(from), around)) = place.steps().split_last() else {
                    return Err(nowhere(file, path, ": only an entry of a list can be moved"));
                };
                let list = self
                    .said(file)
                    .and_then(|said| at(said, around))
                    .and_then(Value::as_array);
                let count = list.map_or(0, Vec::len);
                if *from >= count || *to >= count {
                    return Err(nowhere(
                        file,
                        path,
                        &format!(
                            ": there are {count} entries, counted from 0, and {to} was to be the new place"
                        ),
                    ));
                }
                if from == to {
                    return Ok(Done::nothing());
                }
                let words = format!("place of {}", told(self.said(file), &place));
                self.write(file, &[Op::Move(place, *to)], words, path)
            }
            DeskChange::Paste {
                file,
                path,
                text,
                columns,
            } => self.paste(file, path, text, *columns),
            DeskChange::Rename { path, to } => self.rename(path, to),
        }
    }

    /// The form of a file that has one.
    pub(super) fn shapes(&self, file: &str) -> Result<&'static Shapes, DeskError> {
        let kind = self.file(file)?.kind();
        let form = form_of(kind).ok_or_else(|| nowhere(file, "", ": it has no form here"))?;
        if self.said(file).is_none() {
            return Err(DeskError::OnlyText(file.to_owned()));
        }
        Ok(shape::of(form))
    }

    /// A place of a file's form.
    fn known(&self, file: &str, path: &str) -> Result<Place, DeskError> {
        let shapes = self.shapes(file)?;
        let place = parsed(path).ok_or_else(|| nowhere(file, path, ""))?;
        if spot(shapes, &place).is_none() {
            return Err(nowhere(file, path, ": the format has no such field"));
        }
        // Entries and tables on the way must be there; a field's own table may still have to be made.
        let mut here = self.said(file);
        for step in place.steps() {
            here = match (step, here) {
                (PlaceStep::Index(index), Some(list)) => match list.get(*index) {
                    Some(entry) => Some(entry),
                    None => {
                        return Err(nowhere(
                            file,
                            path,
                            &format!(
                                ": the list has {} entries, counted from 0",
                                list.as_array().map_or(0, Vec::len)
                            ),
                        ));
                    }
                },
                (PlaceStep::Index(_), None) => {
                    return Err(nowhere(file, path, ": there is no such list yet"));
                }
                (PlaceStep::Key(key), here) => here.and_then(|here| here.get(key)),
            };
        }
        Ok(place)
    }

    fn set(&mut self, file: &str, path: &str, given: Option<&FieldSaid>) -> Result<Done, DeskError> {
        let place = self.known(file, path)?;
        let found = spot(self.shapes(file)?, &place).ok_or_else(|| nowhere(file, path, ""))?;
        let now = self.said(file).and_then(|said| at(said, place.steps())).cloned();
        if let (Is::Id, Some(FieldSaid::Text(to)), Some(Value::String(old))) = (&found.field.is, given, &now)
            && !old.is_empty()
        {
            if old == to {
                return Ok(Done::nothing());
            }
            let entry = path.rsplit_once('.').map_or("", |(entry, _)| entry);
            return self.rename(entry, to);
        }
        let entry = Is::Text;
        let is = if found.entry { &entry } else { &found.field.is };
        let new = match given {
            None => None,
            Some(given) => {
                let new = value::value(is, given)
                    .map_err(|why| self.refused(file, &place, told_value(given), why))?;
                // What has to be there stays there, empty, and the check says so.
                match new {
                    None if found.entry
                        || (found.field.required && now.is_some() && matches!(is, Is::Text | Is::Date)) =>
                    {
                        Some(Value::from(""))
                    }
                    Some(Value::Array(list)) if list.is_empty() && !found.field.required => None,
                    new => new,
                }
            }
        };
        if new == now {
            return Ok(Done::nothing());
        }
        let words = told(self.said(file), &place);
        let stayed = self.stayed_beside(file, &place);
        let op = match new {
            Some(value) => Op::Set(place, value),
            None if now.is_none() => return Ok(Done::nothing()),
            None => Op::Unset(place),
        };
        let mut done = if file == AID && matches!(is, Is::Text | Is::Texts) && self.is_translated() {
            self.write_marked(op, words, path)?
        } else {
            self.write(file, &[op], words, path)?
        };
        done.also.extend(stayed);
        Ok(done)
    }

    /// Writes a text of the aid, and what its translations were made from, as one step.
    fn write_marked(&mut self, op: Op, words: String, path: &str) -> Result<Done, DeskError> {
        let state = self
            .file(AID)?
            .after(&[op])
            .ok_or_else(|| self.cannot(AID, path))?;
        let mut states = match (self.document(), self.document_with(&state)) {
            (Some(before), Some(after)) => self.marked(&before, &after),
            _ => Vec::new(),
        };
        states.insert(0, (AID.to_owned(), Some(state)));
        self.step(words.clone(), states, false)?;
        Ok(Done {
            words,
            also: Vec::new(),
        })
    }

    /// A number of a cell that is written by itself leaves the range beside it, which was of the old one: said in a sentence.
    fn stayed_beside(&self, file: &str, place: &Place) -> Option<String> {
        let (PlaceStep::Key(key), around) = place.steps().split_last()? else {
            return None;
        };
        let [.., PlaceStep::Key(cells), PlaceStep::Key(_)] = around else {
            return None;
        };
        if file != AID || cells != "cells" || !cell::is_number(key) {
            return None;
        }
        let cell = at(self.said(file)?, around)?.as_object();
        words::stayed(&cell::of_number(cell))
    }

    /// A value that a field cannot hold, with the place in words.
    fn refused(&self, file: &str, place: &Place, value: String, why: String) -> DeskError {
        DeskError::Value {
            path: place.to_string(),
            place: words::place(self.said(file), place),
            value,
            why,
        }
    }

    fn add(
        &mut self,
        file: &str,
        path: &str,
        at_index: Option<usize>,
        fields: &[(String, FieldSaid)],
    ) -> Result<Done, DeskError> {
        let place = self.known(file, path)?;
        let shapes = self.shapes(file)?;
        let found = spot(shapes, &place).ok_or_else(|| nowhere(file, path, ""))?;
        let (Is::List(of), false) = (&found.field.is, found.entry) else {
            return Err(nowhere(file, path, ": it is no list of entries"));
        };
        let shape = shapes.get(of).ok_or_else(|| nowhere(file, path, ""))?;
        let list = self
            .said(file)
            .and_then(|said| at(said, place.steps()))
            .and_then(Value::as_array);
        let count = list.map_or(0, Vec::len);
        let index = at_index.unwrap_or(count);
        if index > count || count >= MOST_ENTRIES {
            return Err(nowhere(
                file,
                path,
                &format!(": the list has {count} entries, and {MOST_ENTRIES} at most"),
            ));
        }
        let mut known: Vec<(String, Value)> = Vec::new();
        for (key, said) in fields {
            let field = shape.fields.iter().find(|field| field.key == *key);
            let field = field.ok_or_else(|| {
                nowhere(
                    file,
                    &format!("{path}[{index}].{key}"),
                    ": the format has no such field",
                )
            })?;
            if known.iter().any(|(other, _)| other == key) {
                return Err(nowhere(file, path, &format!(": `{key}` is given twice")));
            }
            let new = entry_value(field, said, list).map_err(|why| {
                self.refused(file, &place.index(index).key(key.as_str()), told_value(said), why)
            })?;
            if let Some(value) = new {
                known.push((key.clone(), value));
            }
        }
        let words = format!("new entry of {}", told(self.said(file), &place));
        self.write(file, &[Op::Add(place, index, known)], words, path)
    }

    /// What a figure that was written does to its cell, and what became of all that was said of the old one, a sentence each.
    pub(super) fn cell_op(&self, place: &Place, said: &str) -> Result<(Vec<Op>, Vec<String>), String> {
        let whole = self.said(AID).ok_or("the file is only text")?;
        let (outcome, option) = match place.steps() {
            [
                PlaceStep::Key(a),
                PlaceStep::Index(outcome),
                PlaceStep::Key(b),
                PlaceStep::Index(_),
                PlaceStep::Key(c),
                PlaceStep::Key(option),
            ] if a == "outcome" && b == "figures" && c == "cells" => {
                (whole.get("outcome").and_then(|all| all.get(*outcome)), option)
            }
            _ => return Err("this is no cell of the figures".to_owned()),
        };
        let options = self.choices("option");
        if !options.iter().any(|known| known.word == *option) {
            return Err(format!("the aid has no option `{option}`"));
        }
        let levels = super::show::levels(outcome);
        let cell = at(whole, place.steps()).and_then(Value::as_object);
        let unit = |key: &str| outcome.and_then(|outcome| outcome.get("amount")?.get(key)?.as_str());
        let around = Around {
            of: super::show::figure_kind(outcome),
            options: &options,
            levels: &levels,
            units: [unit("unit"), unit("unit_one")].into_iter().flatten().collect(),
            now: cell,
        };
        let written = cell::read(said, &around)?;
        let emptied = written.cell.is_none();
        let op = match (written.cell, cell) {
            (Some(new), old) if old == Some(&new) => None,
            (Some(new), _) => Some(Op::Set(place.clone(), Value::Object(new))),
            (None, Some(_)) => Some(Op::Unset(place.clone())),
            (None, None) => None,
        };
        let mut came = Vec::new();
        if op.is_some() {
            came.extend(words::went(&written.gone));
            let (worked_out, stayed): (Vec<_>, Vec<_>) =
                written.stayed.into_iter().partition(|(key, _)| key == "interval");
            if !worked_out.is_empty() {
                came.push("Its range is worked out from the new count.".to_owned());
            }
            came.extend(words::stayed(&stayed));
            // What the row says was said of the old figure too, where there was one.
            let row = place.steps().get(..4).and_then(|steps| at(whole, steps));
            came.extend(cell.and(row).and_then(|row| words::note_stayed(row, emptied)));
        }
        Ok((op.into_iter().collect(), came))
    }

    /// A change that would not come out as it was meant, with its place in words.
    pub(super) fn cannot(&self, file: &str, path: &str) -> DeskError {
        let place = parsed(path).map(|place| words::place(self.said(file), &place));
        DeskError::Refused(
            place
                .filter(|words| !words.is_empty())
                .unwrap_or_else(|| path.to_owned()),
        )
    }

    /// Writes changes of one file as one step.
    pub(super) fn write(
        &mut self,
        file: &str,
        ops: &[Op],
        words: String,
        path: &str,
    ) -> Result<Done, DeskError> {
        if ops.is_empty() {
            return Ok(Done::nothing());
        }
        let state = self
            .file(file)?
            .after(ops)
            .ok_or_else(|| self.cannot(file, path))?;
        self.step(words.clone(), vec![(file.to_owned(), Some(state))], false)?;
        Ok(Done {
            words,
            also: Vec::new(),
        })
    }
}

/// A value of a new entry. An identifier must be one, and no other's.
fn entry_value(
    field: &FieldShape,
    said: &FieldSaid,
    list: Option<&Vec<Value>>,
) -> Result<Option<Value>, String> {
    let new = value::value(&field.is, said)?;
    if field.is == Is::Id
        && let Some(Value::String(id)) = &new
    {
        super::rename::sound(id)?;
        let known = |entry: &Value| entry.get("id").and_then(Value::as_str) == Some(id);
        if list.is_some_and(|list| list.iter().any(known)) {
            return Err("another entry of the list is called so".to_owned());
        }
    }
    Ok(new)
}

/// The form of a kind of file.
pub(super) fn form_of(kind: FileKind) -> Option<AuthorFile> {
    match kind {
        FileKind::Aid => Some(AuthorFile::Aid),
        FileKind::Review => Some(AuthorFile::Review),
        FileKind::Involvement => Some(AuthorFile::Involvement),
        FileKind::Overlay => Some(AuthorFile::Overlay),
        FileKind::Translation | FileKind::Other => None,
    }
}

pub(super) fn nowhere(file: &str, path: &str, hint: &str) -> DeskError {
    DeskError::NoPlace {
        file: file.to_owned(),
        path: path.to_owned(),
        hint: hint.to_owned(),
    }
}

fn told_value(said: &FieldSaid) -> String {
    match said {
        FieldSaid::Text(text) => quoted(text),
        FieldSaid::Flag(flag) => flag.to_string(),
        FieldSaid::List(list) => format!("a list of {}", list.len()),
    }
}
