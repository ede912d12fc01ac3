//! What is one thing to an author and many to the check is told once: a new option has no figure in any row, and no text of it is translated.

use std::collections::BTreeSet;

use serde_json::Value;

use super::place::parsed;
use super::shape::label;
use super::{AID, AuthorDesk, Remark, words};
use crate::aid::{Code, Place, Problem};

impl AuthorDesk {
    /// The same remarks, with those of one kind that have one cause as one, where the first of them stood.
    pub(super) fn gathered(&self, remarks: Vec<Remark>) -> Vec<Remark> {
        let mut out: Vec<Remark> = Vec::new();
        let mut told: BTreeSet<(String, &'static str)> = BTreeSet::new();
        for remark in &remarks {
            let file = remark.file.clone().unwrap_or_else(|| AID.to_owned());
            match remark.problem.code {
                Code::MissingCell if file == AID => {
                    if told.insert((file, "cells")) {
                        out.extend(self.without_figures(&remark.problem));
                    }
                }
                Code::MissingField if around(remark).is_some() => {
                    let of = around(remark).unwrap_or_default();
                    if told.insert((format!("{file} {of}"), "fields")) {
                        out.push(self.missing(&remarks, remark));
                    }
                }
                Code::Untranslated if remark.path.is_some() => {
                    if told.insert((file.clone(), "texts")) {
                        out.push(untranslated(&file, &remarks, remark));
                    }
                }
                _ => out.push(remark.clone()),
            }
        }
        out
    }

    /// The fields of one entry that are still to be filled in, as one.
    fn missing(&self, remarks: &[Remark], first: &Remark) -> Remark {
        let of = |remark: &&Remark| {
            remark.problem.code == Code::MissingField
                && remark.file == first.file
                && around(remark) == around(first)
        };
        let all: Vec<&Remark> = remarks.iter().filter(of).collect();
        if all.len() < 2 {
            return first.clone();
        }
        let mut one = first.clone();
        let names = all
            .iter()
            .filter_map(|remark| remark.path.as_deref()?.rsplit_once('.'));
        let names: Vec<String> = names.map(|(_, key)| label(key)).collect();
        let said = first.file.as_deref().and_then(|file| self.said(file));
        let entry = around(first)
            .and_then(parsed)
            .map(|place| words::place(said, &place));
        one.place = entry.unwrap_or_default();
        one.said = format!(
            "{} fields are still to be filled in: {}",
            all.len(),
            names.join(", ")
        );
        "fill them in, from the first on".clone_into(&mut one.todo);
        one.each = Some("it is still to be filled in".to_owned());
        one.places = all.iter().filter_map(|remark| remark.path.clone()).collect();
        one
    }

    /// A remark for each option that has no cell in some rows.
    fn without_figures(&self, first: &Problem) -> Vec<Remark> {
        let nothing = Value::Null;
        let said = self.said(AID).unwrap_or(&nothing);
        let outcomes = said.get("outcome").and_then(Value::as_array);
        let rows: Vec<(Place, &Value)> = outcomes
            .into_iter()
            .flatten()
            .enumerate()
            .flat_map(|(outcome, of)| {
                let rows = of
                    .get("figures")
                    .and_then(Value::as_array)
                    .into_iter()
                    .flatten()
                    .enumerate();
                rows.map(move |(row, cells)| {
                    let place = Place::root()
                        .key("outcome")
                        .index(outcome)
                        .key("figures")
                        .index(row);
                    (place.key("cells"), cells.get("cells").unwrap_or(&Value::Null))
                })
            })
            .collect();
        let mut out = Vec::new();
        for option in self.choices("option") {
            let lacking = rows.iter().filter(|(_, cells)| cells.get(&option.word).is_none());
            let places: Vec<Place> = lacking
                .map(|(place, _)| place.key(option.word.as_str()))
                .collect();
            let Some(place) = places.first() else { continue };
            let count = places.len();
            let mut problem = first.clone();
            problem.path = place.clone();
            problem.message = match count {
                1 => format!("`{}` has no figure yet in 1 cell", option.word),
                count => format!("`{}` has no figure yet in {count} cells", option.word),
            };
            let (them, each) = if count == 1 {
                ("it", "the")
            } else {
                ("them", "each")
            };
            out.push(Remark {
                file: Some(AID.to_owned()),
                path: Some(place.to_string()),
                place: words::place(Some(said), place),
                said: match count {
                    1 => format!("“{}” has no figure yet in 1 cell", option.label),
                    count => format!("“{}” has no figure yet in {count} cells", option.label),
                },
                todo: format!(
                    "go to {them}, and write {each} figure, or why there is none: “does not apply: …”, “no study: …” or “not read: …”"
                ),
                places: places.iter().map(ToString::to_string).collect(),
                each: (count > 1).then(|| "there is no figure yet".to_owned()),
                text: None,
                problem,
            });
        }
        out
    }
}

/// The texts of a translation that are still to be translated, as one.
fn untranslated(file: &str, remarks: &[Remark], first: &Remark) -> Remark {
    let of = |remark: &&Remark| {
        remark.problem.code == Code::Untranslated
            && remark.path.is_some()
            && remark.file.as_deref() == Some(file)
    };
    let places: Vec<String> = remarks
        .iter()
        .filter(of)
        .filter_map(|remark| remark.path.clone())
        .collect();
    if places.len() < 2 {
        return first.clone();
    }
    let mut one = first.clone();
    let message = format!("{} texts have no translation yet in `{file}`", places.len());
    one.said = format!("{} texts have no translation yet in “{file}”", places.len());
    "go through them; until then they are shown in the language of the original".clone_into(&mut one.todo);
    one.problem.message = message;
    one.problem.remedy.clone_from(&one.todo);
    one.each = Some("it is still to be translated".to_owned());
    one.places = places;
    one
}

/// The entry of a list whose field a remark is about.
fn around(remark: &Remark) -> Option<&str> {
    let (around, _) = remark.path.as_deref()?.rsplit_once('.')?;
    around.ends_with(']').then_some(around)
}
