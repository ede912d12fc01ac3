//! Takes an option out with all that is its own: its cells, what guidelines and an overlay say of it, and its tables in translations.
//!
//! What only names it from elsewhere (a cell that is as this option's, a difference from it, a reference in a text) stays: what should
//! stand there instead is the author's to say, and the check asks for it.

use serde_json::Value;

use super::error::DeskError;
use super::shape::{self, Is, Shapes, To};
use super::sheet::FileKind;
use super::text::{Op, at};
use super::words::{counted, told};
use super::{AID, AuthorDesk, Done, States};
use crate::aid::{Place, PlaceStep};
use crate::authoring::MADE_FROM;

const OPTIONS: To = To::List("option");

/// What goes with an option, in one file.
#[derive(Default)]
struct Gone {
    /// In the order of the file; done from the last to the first, so that each place is still what it was.
    ops: Vec<Op>,
    cells: usize,
    /// Entries of lists that were about the option: what guidelines say of it, what an overlay hides.
    entries: Vec<Place>,
}

impl AuthorDesk {
    /// The option that a place is, when it is the only one that is called so.
    fn option_at(&self, file: &str, place: &Place) -> Option<String> {
        let [PlaceStep::Key(list), PlaceStep::Index(_)] = place.steps() else {
            return None;
        };
        if file != AID || list != "option" {
            return None;
        }
        let whole = self.said(AID)?;
        let id = |entry: &Value| entry.get("id").and_then(Value::as_str).map(str::to_owned);
        let this = id(at(whole, place.steps())?)?;
        let all = whole.get("option")?.as_array()?;
        let same = all
            .iter()
            .filter(|entry| id(entry).as_ref() == Some(&this))
            .count();
        (same == 1 && !this.is_empty()).then_some(this)
    }

    /// Takes an entry of a list out, or a whole table.
    pub(super) fn take_out(&mut self, file: &str, place: &Place, path: &str) -> Result<Done, DeskError> {
        let words = format!("removal of {}", told(self.said(file), place));
        let Some(option) = self.option_at(file, place) else {
            let op = match place.steps().last() {
                Some(PlaceStep::Index(_)) => Op::Remove(place.clone()),
                _ => Op::Unset(place.clone()),
            };
            return self.write(file, &[op], words, path);
        };
        let mut states = States::new();
        let (mut aid, mut overlay, mut translations) = (Gone::default(), 0, 0);
        for file in &self.files {
            let (Some(form), Some(said)) = (super::doing::form_of(file.kind()), file.now.said.as_deref())
            else {
                continue;
            };
            let mut gone = Gone::default();
            if matches!(file.kind(), FileKind::Aid | FileKind::Overlay) {
                gone.walk(shape::of(form), "", said, &Place::root(), &option);
            }
            let mut ops: Vec<Op> = gone.ops.drain(..).rev().collect();
            if file.name == AID {
                ops.push(Op::Remove(place.clone()));
                aid = gone;
            } else {
                overlay += gone.entries.len();
            }
            if !ops.is_empty() {
                let state = file.after(&ops).ok_or_else(|| self.cannot(&file.name, path))?;
                states.push((file.name.clone(), Some(state)));
            }
        }
        let mut damaged = Vec::new();
        for file in self
            .files
            .iter()
            .filter(|file| file.kind() == FileKind::Translation)
        {
            let Some(said) = file.now.said.as_deref() else {
                damaged.push(format!(
                    "`{}` is damaged, and still has what it said of the option",
                    file.name
                ));
                continue;
            };
            let ops = translated(said, &option, &aid.entries);
            if !ops.is_empty() {
                let state = file.after(&ops).ok_or_else(|| self.cannot(&file.name, path))?;
                states.push((file.name.clone(), Some(state)));
                translations += 1;
            }
        }
        let parts = [
            (aid.cells, "figures in", "cell"),
            (aid.entries.len(), "line in", "guideline"),
            (overlay, "part of", "entry of the overlay"),
            (translations, "texts in", "translation"),
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|part| part.0 > 0)
            .map(|(count, what, of)| format!("{what} {}", counted(count, of)))
            .collect();
        let Some((last, before)) = parts.split_last() else {
            self.step(words.clone(), states, false)?;
            return Ok(Done { words, also: damaged });
        };
        let listed = if before.is_empty() {
            last.clone()
        } else {
            format!("{} and {last}", before.join(", "))
        };
        let words = format!("{words}, with its {listed}");
        self.step(words.clone(), states, false)?;
        let mut also = vec![format!("Its {listed} went with it.")];
        also.extend(damaged);
        Ok(Done { words, also })
    }
}

impl Gone {
    /// Cells that are called by the option, entries that are about it, and its name in lists of options.
    fn walk(&mut self, shapes: &Shapes, of: &str, said: &Value, place: &Place, option: &str) {
        let Some(shape) = shapes.get(of) else { return };
        for field in &shape.fields {
            let Some(value) = said.get(&field.key) else {
                continue;
            };
            let place = place.key(&field.key);
            match (&field.is, value) {
                (Is::Many(to), Value::Array(ids)) if *to == OPTIONS => {
                    for (index, _) in ids.iter().enumerate().filter(|(_, id)| *id == option) {
                        self.ops.push(Op::Remove(place.index(index)));
                    }
                }
                (Is::Table(name), value) => self.walk(shapes, name, value, &place, option),
                (Is::List(name), Value::Array(entries)) => {
                    for (index, entry) in entries.iter().enumerate() {
                        let place = place.index(index);
                        if is_about(shapes, name, entry, option) {
                            self.entries.push(place.clone());
                            self.ops.push(Op::Remove(place));
                        } else {
                            self.walk(shapes, name, entry, &place, option);
                        }
                    }
                }
                (Is::Map(name), Value::Object(cells)) => {
                    for (key, cell) in cells {
                        let place = place.key(key);
                        if key == option {
                            self.cells += 1;
                            self.ops.push(Op::Unset(place));
                        } else {
                            self.walk(shapes, name, cell, &place, option);
                        }
                    }
                }
                _ => {}
            }
        }
    }
}

/// Whether an entry of a list is about the option: its field `option` names it.
fn is_about(shapes: &Shapes, of: &str, entry: &Value, option: &str) -> bool {
    let keyed = shapes.get(of).is_some_and(|shape| {
        let mut fields = shape.fields.iter();
        fields.any(|field| field.key == "option" && field.is == Is::One(OPTIONS))
    });
    keyed && entry.get("option").and_then(Value::as_str) == Some(option)
}

/// What goes from a translation, which calls texts by the names of options, and entries without an identifier by their numbers: those
/// behind one that is gone move up.
fn translated(said: &Value, option: &str, entries: &[Place]) -> Vec<Op> {
    let mut ops = Vec::new();
    let own = Place::root().key("option").key(option);
    if at(said, own.steps()).is_some() {
        ops.push(Op::Unset(own));
    }
    if let Some(outcomes) = said.get("outcome") {
        cells(outcomes, &Place::root().key("outcome"), option, &mut ops);
    }
    let marks = said.get(MADE_FROM).and_then(Value::as_object);
    let marks: Vec<&String> = marks.into_iter().flatten().map(|mark| mark.0).collect();
    let mark = |name: &str| Place::root().key(MADE_FROM).key(name);
    let begins = |name: &str, with: &str| {
        name.strip_prefix(with)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    for name in &marks {
        let cell = name.starts_with("outcome.") && format!("{name}.").contains(&format!(".cells.{option}."));
        if cell || begins(name, &format!("option.{option}")) {
            ops.push(Op::Unset(mark(name)));
        }
    }
    // From the last to the first, so that each number is still what it was.
    for entry in entries.iter().rev() {
        let Some((PlaceStep::Index(gone), around)) = entry.steps().split_last() else {
            continue;
        };
        let list = around.iter().fold(Place::root(), |place, step| match step {
            PlaceStep::Key(key) => place.key(key.as_str()),
            PlaceStep::Index(index) => place.key(index.to_string()),
        });
        let numbers = at(said, list.steps()).and_then(Value::as_object);
        let mut numbers: Vec<usize> = numbers
            .into_iter()
            .flatten()
            .filter_map(|entry| entry.0.parse().ok())
            .filter(|number| number >= gone)
            .collect();
        numbers.sort_unstable();
        for number in numbers {
            let place = list.key(number.to_string());
            ops.push(if number == *gone {
                Op::Unset(place)
            } else {
                Op::Call(place, (number - 1).to_string())
            });
        }
        // Their marks, by the names that those texts have.
        let list = list.to_string();
        let mut moved: Vec<(usize, &str, &String)> = marks
            .iter()
            .filter_map(|name| {
                let rest = name.strip_prefix(&list)?.strip_prefix('.')?;
                let (number, rest) = rest.split_once('.').unwrap_or((rest, ""));
                Some((number.parse().ok()?, rest, *name))
            })
            .filter(|(number, ..)| number >= gone)
            .collect();
        moved.sort_unstable();
        for (number, rest, name) in moved {
            ops.push(if number == *gone {
                Op::Unset(mark(name))
            } else {
                let new = format!("{list}.{}.{rest}", number - 1);
                Op::Call(mark(name), new.trim_end_matches('.').to_owned())
            });
        }
    }
    ops
}

/// The option's table of every row that a translation has words for.
fn cells(said: &Value, place: &Place, option: &str, ops: &mut Vec<Op>) {
    for (key, inside) in said.as_object().into_iter().flatten() {
        let place = place.key(key);
        let own = place.key(option);
        if key == "cells" && inside.get(option).is_some() {
            ops.push(Op::Unset(own));
        } else {
            cells(inside, &place, option, ops);
        }
    }
}
