//! What people call the places of a file: an outcome by its name, a row of figures by its time, group and study, a cell by all of these.
//!
//! A table, the panel of a paste, a problem and a step of undo name one place with the same words.

use serde_json::Value;

use super::place::name_of;
use super::shape::label;
use super::text::at;
use crate::aid::{Place, PlaceStep};

/// The longest name of an entry within a place, in characters.
const LONGEST: usize = 60;

fn text<'v>(of: &'v Value, key: &str) -> Option<&'v str> {
    of.get(key)?
        .as_str()
        .map(str::trim)
        .filter(|text| !text.is_empty())
}

fn entry<'v>(whole: &'v Value, list: &str, id: &str) -> Option<&'v Value> {
    let entries = whole.get(list)?.as_array()?;
    entries.iter().find(|entry| text(entry, "id") == Some(id))
}

/// A name cut where it is long.
fn short(name: &str) -> String {
    match name.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", name.get(..at).unwrap_or_default()),
        None => name.to_owned(),
    }
}

/// "12 years", "within 6 weeks", "about 5 years (median)": a point in time as its length says it, or its identifier.
pub(super) fn time(whole: &Value, id: &str) -> String {
    let Some(horizon) = entry(whole, "horizon", id) else {
        return id.to_owned();
    };
    let length = ["days", "weeks", "months", "years"].into_iter().find_map(|unit| {
        let number = horizon.get(unit)?.as_u64()?;
        let unit = if number == 1 {
            unit.trim_end_matches('s')
        } else {
            unit
        };
        Some(format!("{number} {unit}"))
    });
    let flag = |key: &str| horizon.get(key).and_then(Value::as_bool) == Some(true);
    match length {
        None => id.to_owned(),
        Some(length) if flag("median") => format!("{length} at the median"),
        Some(length) if flag("within") => format!("within {length}"),
        Some(length) => length,
    }
}

/// A row of figures, as the table heads it: its time, its group and its study.
pub(super) fn row(whole: &Value, outcome: &Value, row: &Value) -> String {
    let lasting = outcome
        .get("amount")
        .and_then(|amount| amount.get("duration")?.as_bool())
        == Some(true);
    let when = match text(row, "at") {
        Some(id) => time(whole, id),
        None if lasting => "from start to end".to_owned(),
        None => "no time yet".to_owned(),
    };
    let group = text(row, "group").map(|id| {
        let known = entry(whole, "reference_class", id).and_then(|class| text(class, "people"));
        // Two classes may be the same people, and then only their identifiers tell them apart.
        let classes = whole.get("reference_class").and_then(Value::as_array);
        let alike = classes
            .into_iter()
            .flatten()
            .filter(|class| text(class, "people") == known)
            .count();
        match known {
            Some(people) if alike > 1 => format!("{} ({id})", short(people)),
            Some(people) => short(people),
            None => id.to_owned(),
        }
    });
    let study = text(row, "study").map(short);
    [Some(when), group, study]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

/// An option by its name, or by its identifier where it has none.
pub(super) fn option(whole: &Value, id: &str) -> String {
    let known = entry(whole, "option", id);
    short(known.and_then(|option| text(option, "name")).unwrap_or(id))
}

/// An entry of a list: by the name its author gave it, or by its number, from 1.
fn one(key: &str, index: usize, entry: Option<&Value>) -> String {
    let what = label(key);
    match entry.and_then(name_of) {
        Some(name) => format!("{what} “{}”", short(name)),
        None => format!("{what} {}", index + 1),
    }
}

/// A place from the outside in: "Pain, 3 days, children, Antibiotics, Range kind". Empty for a whole file.
pub(super) fn place(whole: Option<&Value>, of: &Place) -> String {
    parts(whole, of.steps()).join(", ")
}

/// The same from the inside out, for what was done: "range kind of Antibiotics, 3 days, children, Pain".
pub(super) fn told(whole: Option<&Value>, of: &Place) -> String {
    let mut parts = parts(whole, of.steps());
    let field = matches!(of.steps().last(), Some(PlaceStep::Key(_)))
        .then(|| parts.pop())
        .flatten();
    let cell = matches!(of.steps(), [.., PlaceStep::Key(cells), PlaceStep::Key(_)] if cells == "cells");
    let around = parts.join(", ");
    match field {
        None => around,
        Some(field) if around.is_empty() => field.to_lowercase(),
        Some(field) if cell => format!("{around}, {field}"),
        Some(field) => format!("{} of {around}", field.to_lowercase()),
    }
}

fn parts(whole: Option<&Value>, steps: &[PlaceStep]) -> Vec<String> {
    let nothing = Value::Null;
    let root = whole.unwrap_or(&nothing);
    let mut parts: Vec<String> = Vec::new();
    let mut list = "";
    for (depth, step) in steps.iter().enumerate() {
        let here = |upto: usize| steps.get(..upto).and_then(|steps| at(root, steps));
        match step {
            PlaceStep::Key(key) => {
                let entered = matches!(steps.get(depth + 1), Some(PlaceStep::Index(_)));
                let in_cells = matches!(depth.checked_sub(1).and_then(|up| steps.get(up)), Some(PlaceStep::Key(up)) if up == "cells");
                if in_cells {
                    parts.push(option(root, key));
                } else if !(entered || key == "cells" && steps.len() > depth + 1) {
                    parts.push(label(key));
                }
                list = key;
            }
            PlaceStep::Index(index) if list == "figures" => {
                // The outcome is two steps up: `outcome[0].figures[1]`.
                let outcome = depth.checked_sub(1).and_then(here).unwrap_or(&nothing);
                let figures = here(depth + 1);
                parts.push(figures.map_or_else(
                    || format!("row {}", index + 1),
                    |figures| row(root, outcome, figures),
                ));
            }
            PlaceStep::Index(index) if list == "outcome" => {
                let outcome = here(depth + 1);
                parts.push(match outcome.and_then(name_of) {
                    Some(name) => short(name),
                    None => one(list, *index, outcome),
                });
            }
            PlaceStep::Index(index) => parts.push(one(list, *index, here(depth + 1))),
        }
    }
    parts
}

/// A value as a sentence quotes it: "4 to 9", “Table 2”.
fn value(key: &str, said: &Value) -> String {
    match said {
        Value::String(text) if ["range_kind", "interval", "status"].contains(&key) => {
            label(text).to_lowercase()
        }
        Value::String(text) => format!("“{}”", short(text)),
        Value::Number(number) => number.to_string(),
        Value::Array(both) if key == "range" => both
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(" to "),
        Value::Array(list) => list
            .iter()
            .map(|one| value("", one))
            .collect::<Vec<_>>()
            .join(", "),
        Value::Object(fields) => {
            let all = fields
                .iter()
                .map(|(key, one)| format!("{} {}", label(key).to_lowercase(), value(key, one)));
            format!("({})", all.collect::<Vec<_>>().join(", "))
        }
        Value::Bool(_) | Value::Null => String::new(),
    }
}

fn listed(fields: &[(String, Value)]) -> Option<String> {
    let all: Vec<String> = fields
        .iter()
        .map(|(key, said)| {
            format!("{} {}", label(key).to_lowercase(), value(key, said))
                .trim()
                .to_owned()
        })
        .collect();
    let (last, before) = all.split_last()?;
    Some(if before.is_empty() {
        last.clone()
    } else {
        format!("{} and {last}", before.join(", "))
    })
}

/// What went with an old figure, in a sentence.
pub(super) fn went(gone: &[(String, Value)]) -> Option<String> {
    let listed = listed(gone)?;
    Some(format!(
        "Taken out with the old figure, as it was of that one: {listed}. Undo brings it back."
    ))
}

/// What stayed beside a new figure, in a sentence.
pub(super) fn stayed(kept: &[(String, Value)]) -> Option<String> {
    let listed = listed(kept)?;
    Some(format!(
        "Kept from the old figure: {listed}. See that it is of the new one too."
    ))
}

/// A note of a row, which stays whatever its figures are. Where a figure was taken out there is no new one that it could be true of.
pub(super) fn note_stayed(row: &Value, emptied: bool) -> Option<String> {
    let stays = format!("The note of its row stays: “{}”.", short(text(row, "note")?));
    Some(if emptied {
        stays
    } else {
        format!("{stays} See that it is true of the new figure too.")
    })
}

/// "1 cell", "22 cells", "2 entries of the overlay".
pub(super) fn counted(count: usize, one: &str) -> String {
    if count == 1 {
        return format!("1 {one}");
    }
    match one.strip_prefix("entry") {
        Some(rest) => format!("{count} entries{rest}"),
        None => format!("{count} {one}s"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::place::parsed;
    use super::*;

    fn aid() -> Value {
        json!({
            "option": [{ "id": "now", "name": "Antibiotics" }],
            "horizon": [{ "id": "3d", "days": 3 }, { "id": "1y", "years": 1, "within": true }],
            "reference_class": [{ "id": "all", "people": "children" }],
            "outcome": [
                { "id": "pain", "name": "Pain", "figures": [
                    { "at": "3d", "group": "all", "cells": { "now": { "events": 1 } } },
                    { "at": "1y", "group": "nobody", "study": "APPAC" },
                    {}
                ]},
                { "id": "days", "amount": { "duration": true }, "figures": [{}] }
            ],
        })
    }

    #[test]
    fn a_place_is_said_as_the_page_heads_it() {
        let whole = aid();
        let said = |path: &str| place(Some(&whole), &parsed(path).expect("a place"));
        assert_eq!(
            said("outcome[0].figures[0].cells.now"),
            "Pain, 3 days, children, Antibiotics"
        );
        assert_eq!(
            said("outcome[0].figures[0].cells.now.range_kind"),
            "Pain, 3 days, children, Antibiotics, Range kind"
        );
        assert_eq!(
            said("outcome[0].figures[1].sources"),
            "Pain, within 1 year, nobody, APPAC, Sources"
        );
        assert_eq!(said("outcome[0].figures[2]"), "Pain, no time yet");
        assert_eq!(said("outcome[1].figures[0]"), "days, from start to end");
        assert_eq!(
            said("outcome[0].figures[0].cells"),
            "Pain, 3 days, children, Cells"
        );
        assert_eq!(said("option[0].name"), "Option “Antibiotics”, Name");
        assert_eq!(said("source[3]"), "Source 4");
        assert_eq!(said("about.funding"), "About, Funding");
        assert_eq!(said(""), "");
    }

    #[test]
    fn what_was_done_is_told_from_the_inside_out() {
        let whole = aid();
        let said = |path: &str| told(Some(&whole), &parsed(path).expect("a place"));
        assert_eq!(said("outcome[0].in_sentence"), "in sentence of Pain");
        assert_eq!(
            said("outcome[0].figures[0].cells.now"),
            "Pain, 3 days, children, Antibiotics"
        );
        assert_eq!(said("source[3]"), "Source 4");
        assert_eq!(said("short_title"), "short title");
    }
}
