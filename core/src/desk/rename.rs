//! Calls an entry otherwise, with everything that refers to it: fields, cells, references in texts, and the tables of translations.

use std::collections::BTreeMap;

use serde_json::Value;

use super::error::DeskError;
use super::place::{parsed, spot};
use super::shape::{Is, Shapes, To};
use super::sheet::FileKind;
use super::text::{Op, at};
use super::value::quoted;
use super::{AID, AuthorDesk, Done, marks};
use crate::aid::document::Document;
use crate::aid::{Place, PlaceStep};
use crate::authoring::{mark_of, named_texts};
use crate::ids::OptionId;

/// Whether an identifier can be one.
pub(super) fn sound(id: &str) -> Result<(), String> {
    OptionId::try_from(id).map(drop).map_err(|_| {
        "use 1 to 64 lower-case letters, digits and hyphens, beginning with a letter or digit".to_owned()
    })
}

/// What is called otherwise.
struct Renamed<'r> {
    list: &'r str,
    old: &'r str,
    new: &'r str,
    /// Of levels: the outcome they are of.
    outcome: Option<&'r str>,
}

impl AuthorDesk {
    pub(super) fn rename(&mut self, path: &str, to: &str) -> Result<Done, DeskError> {
        let bad = |why: &str| DeskError::Id {
            id: quoted(to),
            why: why.to_owned(),
        };
        let shapes = self.shapes(AID)?;
        let place = parsed(path).ok_or_else(|| super::doing::nowhere(AID, path, ""))?;
        let found = spot(shapes, &place).ok_or_else(|| super::doing::nowhere(AID, path, ""))?;
        let Is::List(of) = &found.field.is else {
            return Err(super::doing::nowhere(
                AID,
                path,
                ": only an entry of a list has an identifier",
            ));
        };
        let own = shapes
            .get(of)
            .is_some_and(|shape| shape.fields.iter().any(|field| field.is == Is::Id));
        let whole = self
            .said(AID)
            .ok_or_else(|| DeskError::OnlyText(AID.to_owned()))?;
        let entry = at(whole, place.steps());
        let old = entry.and_then(|entry| entry.get("id")?.as_str());
        let (true, true, Some(old)) = (own, found.entry, old) else {
            return Err(super::doing::nowhere(
                AID,
                path,
                ": this has no identifier of its own",
            ));
        };
        if old == to {
            return Ok(Done::nothing());
        }
        sound(to).map_err(|why| bad(&why))?;
        let around = place
            .steps()
            .split_last()
            .map(|(_, around)| around)
            .unwrap_or_default();
        let entries = at(whole, around).and_then(Value::as_array).into_iter().flatten();
        let ids: Vec<&str> = entries.filter_map(|entry| entry.get("id")?.as_str()).collect();
        if ids.contains(&to) {
            return Err(bad("another entry of the list is called so"));
        }
        if ids.iter().filter(|id| **id == old).count() > 1 {
            return Err(bad(
                "two entries have the old identifier, so that nobody can tell which of them is meant; change one in the text of the file",
            ));
        }
        let outcome = match place.steps() {
            [PlaceStep::Key(list), PlaceStep::Index(index), ..] if list == "outcome" => whole
                .get("outcome")
                .and_then(|all| all.get(*index)?.get("id")?.as_str()),
            _ => None,
        };
        let renamed = Renamed {
            list: &found.field.key,
            old,
            new: to,
            outcome: outcome.filter(|_| found.field.key == "level"),
        };
        let mut states = Vec::new();
        let before = self.document();
        for file in &self.files {
            let Some(form) = super::doing::form_of(file.kind()) else {
                continue;
            };
            let Some(said) = file.now.said.as_deref() else {
                continue;
            };
            if !matches!(file.kind(), FileKind::Aid | FileKind::Overlay) {
                continue;
            }
            let mut ops = Vec::new();
            renamed.walk(super::shape::of(form), "", said, &Place::root(), None, &mut ops);
            renamed.texts(said, &Place::root(), &mut ops);
            if file.name == AID {
                ops.push(Op::Set(place.key("id"), Value::from(to)));
            }
            if !ops.is_empty() {
                let state = file.after(&ops).ok_or_else(|| self.cannot(AID, path))?;
                states.push((file.name.clone(), Some(state)));
            }
        }
        let words = format!("identifier {old}, which is {to} now");
        let mut also = Vec::new();
        // Translations name a text by the identifiers around it; those are what they were in the aid as it was and as it is.
        let mut renamed_aid = self.clone();
        renamed_aid.put(&states, false);
        let (names, texts) = match (before, renamed_aid.document()) {
            (Some(before), Some(after)) => {
                (names(&before, &after, &renamed), texts(&before, &after, &renamed))
            }
            _ => (Vec::new(), Vec::new()),
        };
        for file in self
            .files
            .iter()
            .filter(|file| file.kind() == FileKind::Translation)
        {
            let Some(said) = file.now.said.as_deref() else {
                also.push(format!(
                    "`{}` is damaged, and still has the old identifier",
                    file.name
                ));
                continue;
            };
            let mut ops = Vec::new();
            renamed.texts(said, &Place::root(), &mut ops);
            for (name, new) in &names {
                let place = name
                    .iter()
                    .fold(Place::root(), |place, step| place.key(step.as_str()));
                if at(said, place.steps()).is_some() {
                    ops.push(Op::Call(place, new.clone()));
                }
            }
            // What a text was made from is called by its name, and is of the text with the old identifiers in it.
            for text in &texts {
                let place = marks::place_of(&text.old);
                let Some(mark) = at(said, place.steps()).and_then(Value::as_str) else {
                    continue;
                };
                if mark == mark_of(&text.was) && text.was != text.is {
                    ops.push(Op::Set(place.clone(), Value::from(mark_of(&text.is))));
                }
                if text.old != text.new {
                    ops.push(Op::Call(place, text.new.clone()));
                }
            }
            if !ops.is_empty() {
                let state = file.after(&ops).ok_or_else(|| self.cannot(AID, path))?;
                states.push((file.name.clone(), Some(state)));
            }
        }
        also.extend((states.len() > 1).then(|| format!("{} files have it", states.len())));
        self.step(words.clone(), states, false)?;
        Ok(Done { words, also })
    }

    /// The aid's document, errors and all.
    pub(super) fn document(&self) -> Option<Document> {
        self.folder().check().document
    }
}

impl Renamed<'_> {
    fn is(&self, to: To, outcome: Option<&str>) -> bool {
        match to {
            To::List(list) => list == self.list,
            To::Group => self.list == "reference_class",
            To::Level => self.list == "level" && outcome == self.outcome,
        }
    }

    /// Where a text stands once the entry is called otherwise: cells are called by their options.
    fn moved(&self, place: &Place) -> Place {
        let mut cells = false;
        place
            .steps()
            .iter()
            .fold(Place::root(), |moved, step| match step {
                PlaceStep::Index(index) => moved.index(*index),
                PlaceStep::Key(key) => {
                    let new = cells && self.list == "option" && key == self.old;
                    cells = key == "cells";
                    moved.key(if new { self.new } else { key.as_str() })
                }
            })
    }

    /// Fields that name the entry.
    fn walk(
        &self,
        shapes: &Shapes,
        of: &str,
        said: &Value,
        place: &Place,
        outcome: Option<&str>,
        ops: &mut Vec<Op>,
    ) {
        let Some(shape) = shapes.get(of) else { return };
        let outcome = if of == "OutcomeDoc" {
            said.get("id").and_then(Value::as_str)
        } else {
            outcome
        };
        let new = || Value::from(self.new);
        for field in &shape.fields {
            let Some(value) = said.get(&field.key) else {
                continue;
            };
            let place = place.key(&field.key);
            // What a cell that does not apply counts as may be a level.
            let level = of == "CellDoc" && field.key == "counts_as" && self.is(To::Level, outcome);
            match (&field.is, value) {
                (Is::One(to), Value::String(id)) if self.is(*to, outcome) && id == self.old => {
                    ops.push(Op::Set(place, new()))
                }
                (Is::Text, Value::String(id)) if level && id == self.old => ops.push(Op::Set(place, new())),
                (Is::Many(to), Value::Array(ids)) if self.is(*to, outcome) => {
                    let found = ids
                        .iter()
                        .enumerate()
                        .filter(|(_, id)| id.as_str() == Some(self.old));
                    ops.extend(found.map(|(index, _)| Op::Set(place.index(index), new())));
                }
                (Is::Table(name), value) => self.walk(shapes, name, value, &place, outcome, ops),
                (Is::List(name), Value::Array(entries)) => {
                    for (index, entry) in entries.iter().enumerate() {
                        self.walk(shapes, name, entry, &place.index(index), outcome, ops);
                    }
                }
                (Is::Map(name), Value::Object(cells)) => {
                    for (key, cell) in cells {
                        self.walk(shapes, name, cell, &place.key(key), outcome, ops);
                    }
                    if self.list == "option" && cells.contains_key(self.old) {
                        ops.push(Op::Call(place.key(self.old), self.new.to_owned()));
                    }
                }
                _ => {}
            }
        }
    }

    /// References in texts.
    fn texts(&self, said: &Value, place: &Place, ops: &mut Vec<Op>) {
        match said {
            Value::String(text) => {
                if let Some(new) = self.referred(text) {
                    // A cell's name may be about to change: what is inside it changes first.
                    ops.insert(0, Op::Set(place.clone(), Value::from(new)));
                }
            }
            Value::Array(list) => {
                for (index, one) in list.iter().enumerate() {
                    self.texts(one, &place.index(index), ops);
                }
            }
            Value::Object(fields) => {
                for (key, one) in fields {
                    self.texts(one, &place.key(key), ops);
                }
            }
            _ => {}
        }
    }

    /// A text with its references called otherwise; nothing where there are none.
    fn referred(&self, text: &str) -> Option<String> {
        if !matches!(self.list, "option" | "outcome" | "horizon" | "reference_class") {
            return None;
        }
        let (mut out, mut rest, mut found) = (String::new(), text, false);
        while let Some(open) = rest.find('{') {
            let (before, from) = rest.split_at(open);
            out.push_str(before);
            let end = from.find('}').map_or(from.len(), |end| end + 1);
            let (whole, after) = from.split_at(end);
            let new = self.reference(whole);
            found |= new.is_some();
            out.push_str(new.as_deref().unwrap_or(whole));
            rest = after;
        }
        out.push_str(rest);
        found.then_some(out)
    }

    /// `{outcome.option@time:group}`.
    fn reference(&self, whole: &str) -> Option<String> {
        let inside = whole.strip_prefix('{')?.strip_suffix('}')?;
        let (what, group) = inside
            .split_once(':')
            .map_or((inside, None), |(what, group)| (what, Some(group)));
        let (what, time) = what
            .split_once('@')
            .map_or((what, None), |(what, time)| (what, Some(time)));
        let (outcome, option) = what.split_once('.')?;
        let one = |list: &str, id: &str| {
            if self.list == list && id == self.old {
                self.new.to_owned()
            } else {
                id.to_owned()
            }
        };
        let mut new = format!("{{{}.{}", one("outcome", outcome), one("option", option));
        if let Some(time) = time {
            new += &format!("@{}", one("horizon", time));
        }
        if let Some(group) = group {
            new += &format!(":{}", one("reference_class", group));
        }
        new.push('}');
        (new != whole).then_some(new)
    }
}

/// A text of the aid whose name or whose references are others now.
struct Moved {
    old: String,
    new: String,
    was: String,
    is: String,
}

fn texts(before: &Document, after: &Document, renamed: &Renamed<'_>) -> Vec<Moved> {
    let known: BTreeMap<Place, (String, String)> = named_texts(after)
        .into_iter()
        .map(|(name, place, text)| (place, (name, text)))
        .collect();
    named_texts(before)
        .into_iter()
        .filter_map(|(old, place, was)| {
            let (new, is) = known.get(&renamed.moved(&place))?.clone();
            (old != new || was != is).then_some(Moved { old, new, was, is })
        })
        .collect()
}

/// Names of translations that are not what they were: up to the step that changed, and what that is now. The deepest come first, so
/// that each is still found. Texts are told by their places, never by their order: cells come in the order of their names.
fn names(before: &Document, after: &Document, renamed: &Renamed<'_>) -> Vec<(Vec<String>, String)> {
    let steps = |name: &str| -> Vec<String> { name.split('.').map(str::to_owned).collect() };
    let known: BTreeMap<Place, String> = named_texts(after)
        .into_iter()
        .map(|(name, place, _)| (place, name))
        .collect();
    let mut out: BTreeMap<Vec<String>, String> = BTreeMap::new();
    for (old, place, _) in named_texts(before) {
        let Some(new) = known.get(&renamed.moved(&place)) else {
            continue;
        };
        let (old, new) = (steps(&old), steps(new));
        for (index, (a, b)) in old.iter().zip(&new).enumerate() {
            if a != b {
                out.insert(old.get(..=index).unwrap_or_default().to_vec(), b.clone());
            }
        }
    }
    let mut out: Vec<(Vec<String>, String)> = out.into_iter().collect();
    out.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    out
}
