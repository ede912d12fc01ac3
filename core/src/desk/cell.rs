//! A figure as somebody writes it into one cell of a table: "12 / 100", "5.2", "same as surgery", "not read: two trials".
//!
//! A percentage is refused: it has no count of people, and the project shows none that it does not know the count of.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::sheet::{CellKind, DeskChoice, FieldSaid, FigureKind};
use super::value::{decimal, shown, whole};

/// The fields that say a figure, or why there is none, by kind.
const OF_KIND: [(CellKind, &[&str]); 10] = [
    (CellKind::Counts, &["events", "people"]),
    (CellKind::Rate, &["count", "per"]),
    (CellKind::Amount, &["value"]),
    (CellKind::Level, &["level"]),
    (CellKind::Same, &["same_as", "because"]),
    (CellKind::Relative, &["ratio", "of"]),
    (CellKind::DoesNotApply, &["does_not_apply", "counts_as"]),
    (CellKind::NoStudy, &["no_study", "searched", "between"]),
    (CellKind::NotRead, &["not_read", "between"]),
    (CellKind::Unknown, &["unknown"]),
];

/// Numbers that are of one figure and of no other.
const OF_FIGURE: [&str; 5] = ["range", "range_kind", "low", "high", "sd"];

/// How a reason is introduced, and the field it is written in.
const REASONS: [(CellKind, &str, &str); 4] = [
    (CellKind::DoesNotApply, "does not apply", "does_not_apply"),
    (CellKind::NoStudy, "no study", "no_study"),
    (CellKind::NotRead, "not read", "not_read"),
    (CellKind::Unknown, "unknown", "unknown"),
];

/// What is known where a cell stands.
pub(super) struct Around<'a> {
    pub(super) of: FigureKind,
    pub(super) options: &'a [DeskChoice],
    pub(super) levels: &'a [DeskChoice],
    /// The unit of an amount.
    pub(super) units: Vec<&'a str>,
    /// What the cell has now.
    pub(super) now: Option<&'a Map<String, Value>>,
}

/// What is in a cell.
pub(super) fn kind(cell: Option<&Map<String, Value>>) -> CellKind {
    let Some(cell) = cell else { return CellKind::Empty };
    let first =
        |(_, fields): &&(CellKind, &[&str])| fields.first().is_some_and(|field| cell.contains_key(*field));
    if cell.contains_key("of") && cell.contains_key("ratio") {
        return CellKind::Relative;
    }
    OF_KIND
        .iter()
        .find(first)
        .map_or(CellKind::Empty, |known| known.0)
}

/// A cell as it would be written.
pub(super) fn said(cell: Option<&Map<String, Value>>) -> String {
    let Some(cell) = cell else { return String::new() };
    let text = |key: &str| match cell.get(key).and_then(shown) {
        Some(FieldSaid::Text(text)) => text,
        _ => String::new(),
    };
    match kind(Some(cell)) {
        CellKind::Empty => String::new(),
        CellKind::Counts => format!("{} / {}", text("events"), text("people")),
        CellKind::Rate => format!("{} per {}", text("count"), text("per")),
        CellKind::Amount => text("value"),
        CellKind::Level => text("level"),
        CellKind::Same => format!("same as {}", text("same_as")),
        CellKind::Relative => format!("{} of {}", text("ratio"), text("of")),
        reason => REASONS
            .iter()
            .find(|known| known.0 == reason)
            .map_or_else(String::new, |(_, words, field)| {
                format!("{words}: {}", text(field))
            }),
    }
}

/// Everything a cell has, by name.
pub(super) fn values(cell: Option<&Map<String, Value>>) -> BTreeMap<String, FieldSaid> {
    let mut out = BTreeMap::new();
    for (key, value) in cell.into_iter().flatten() {
        if let Value::Object(inside) = value {
            for (inner, value) in inside {
                if let Some(said) = shown(value) {
                    out.insert(format!("{key}.{inner}"), said);
                }
            }
        } else if let Some(said) = shown(value) {
            out.insert(key.clone(), said);
        }
    }
    out
}

/// A cell that was written, and what became of all that was said beside the old figure.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Written {
    /// `None` when it is left out.
    pub(super) cell: Option<Map<String, Value>>,
    /// What was of the old figure and of no other, and went with it.
    pub(super) gone: Vec<(String, Value)>,
    /// What may be of the new one too, and stayed.
    pub(super) stayed: Vec<(String, Value)>,
}

/// Reads what somebody wrote. An error says why it cannot be taken, and what to write.
pub(super) fn read(text: &str, around: &Around<'_>) -> Result<Written, String> {
    super::value::sound(text)?;
    let text = text.trim();
    if text == said(around.now) {
        return Ok(Written {
            cell: around.now.cloned(),
            ..Written::default()
        });
    }
    let was = kind(around.now);
    if text.is_empty() {
        return Ok(Written {
            gone: beside(around.now, was),
            ..Written::default()
        });
    }
    let (new, fields) = figure(text, around)?;
    let own = |kind: CellKind| {
        OF_KIND
            .iter()
            .find(|known| known.0 == kind)
            .map_or(&[][..], |known| known.1)
    };
    let (mut cell, mut gone, mut stayed) = (Map::new(), Vec::new(), Vec::new());
    let same = was == new;
    for (key, value) in around.now.into_iter().flatten() {
        let said_anew = fields.iter().any(|(name, _)| name == key);
        let of_other = !same && OF_KIND.iter().any(|known| known.1.contains(&key.as_str()));
        let of_figure = OF_FIGURE.contains(&key.as_str()) || (key == "interval" && !same);
        if said_anew {
            cell.insert(key.clone(), value.clone());
        } else if of_figure || of_other {
            if !is_figure(was, key) {
                gone.push((key.clone(), value.clone()));
            }
        } else {
            cell.insert(key.clone(), value.clone());
            if !own(new).contains(&key.as_str()) || !is_figure(new, key) {
                stayed.push((key.clone(), value.clone()));
            }
        }
    }
    for (key, value) in fields {
        cell.insert(key.to_owned(), value);
    }
    Ok(Written {
        cell: Some(cell),
        gone,
        stayed,
    })
}

/// Whether a field is the figure itself, as [`said`] tells it.
fn is_figure(kind: CellKind, key: &str) -> bool {
    let shown = |known: &&(CellKind, &[&str])| known.0 == kind;
    let first = match kind {
        CellKind::Counts | CellKind::Rate | CellKind::Relative => 2,
        _ => 1,
    };
    let fields = OF_KIND.iter().find(shown).map_or(&[][..], |known| known.1);
    fields.iter().take(first).any(|field| *field == key)
}

/// All that a cell says beside its figure.
pub(super) fn beside(cell: Option<&Map<String, Value>>, kind: CellKind) -> Vec<(String, Value)> {
    let all = cell
        .into_iter()
        .flatten()
        .filter(|(key, _)| !is_figure(kind, key));
    all.map(|(key, value)| (key.clone(), value.clone())).collect()
}

/// Whether a field is a number that a range or a spread beside it is of.
pub(super) fn is_number(key: &str) -> bool {
    ["events", "people", "count", "per", "value", "ratio"].contains(&key)
}

/// What a cell says of one number and no other.
pub(super) fn of_number(cell: Option<&Map<String, Value>>) -> Vec<(String, Value)> {
    let all = cell
        .into_iter()
        .flatten()
        .filter(|(key, _)| OF_FIGURE.contains(&key.as_str()));
    all.map(|(key, value)| (key.clone(), value.clone())).collect()
}

type Fields = Vec<(&'static str, Value)>;

fn figure(text: &str, around: &Around<'_>) -> Result<(CellKind, Fields), String> {
    if let Some(reason) = reason(text)? {
        return Ok(reason);
    }
    if let Some(option) = text.strip_prefix("same as ") {
        return Ok((
            CellKind::Same,
            vec![("same_as", Value::from(named(option, around.options, "option")?))],
        ));
    }
    if ["-", "–", "—", "?", "n/a", "na", "nr", "none", "unknown", "."].contains(&text.to_lowercase().as_str())
    {
        return Err(
            "say why there is no figure: “does not apply: …”, “no study: …” or “not read: …”, with the reason".to_owned(),
        );
    }
    if text.contains(['%', '\u{066a}', '\u{ff05}']) {
        return Err("a percentage has no count of people; write how many of how many, as the source counted them: 12 / 100".to_owned());
    }
    match around.of {
        FigureKind::Level => Ok((
            CellKind::Level,
            vec![("level", Value::from(named(text, around.levels, "level")?))],
        )),
        FigureKind::Amount => amount(text, around),
        FigureKind::Chance => chance(text, around),
    }
}

fn reason(text: &str) -> Result<Option<(CellKind, Fields)>, String> {
    for (kind, words, field) in REASONS {
        let begins = text
            .get(..words.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(words));
        let Some(rest) = text.get(words.len()..).filter(|_| begins) else {
            continue;
        };
        let Some(why) = rest.trim_start().strip_prefix(':') else {
            continue;
        };
        if why.trim().is_empty() {
            return Err(format!("say why after “{words}:”"));
        }
        return Ok(Some((kind, vec![(field, Value::from(why.trim()))])));
    }
    Ok(None)
}

fn named(text: &str, known: &[DeskChoice], what: &str) -> Result<String, String> {
    let text = text.trim();
    let found = known.iter().find(|choice| choice.word == text).or_else(|| {
        known
            .iter()
            .find(|choice| choice.label.to_lowercase() == text.to_lowercase())
    });
    found.map(|choice| choice.word.clone()).ok_or_else(|| {
        let all: Vec<&str> = known.iter().map(|choice| choice.word.as_str()).collect();
        format!("there is no {what} of that name; write {}", all.join(", "))
    })
}

fn amount(text: &str, around: &Around<'_>) -> Result<(CellKind, Fields), String> {
    let mut number = text;
    for unit in &around.units {
        if let Some(before) = number.strip_suffix(unit).filter(|_| !unit.is_empty()) {
            number = before.trim_end();
            break;
        }
    }
    Ok((CellKind::Amount, vec![("value", decimal(number)?)]))
}

fn chance(text: &str, around: &Around<'_>) -> Result<(CellKind, Fields), String> {
    for (between, counted) in [
        ("/", true),
        (" out of ", true),
        (" per ", false),
        (" in every ", false),
        (" of every ", false),
    ] {
        let Some((a, b)) = text.split_once(between) else {
            continue;
        };
        let (a, b) = (whole(a)?, whole(b)?);
        if counted {
            some_of_all(a, b)?;
            return Ok((CellKind::Counts, vec![("events", a.into()), ("people", b.into())]));
        }
        if ![100, 1_000, 10_000].contains(&b) {
            return Err(
                "a rate is per 100, 1,000 or 10,000; people who were counted are written 12 / 345".to_owned(),
            );
        }
        return Ok((CellKind::Rate, vec![("count", a.into()), ("per", b.into())]));
    }
    if let Some((ratio, option)) = text.split_once(" of ") {
        if let (Ok(ratio), Ok(option)) = (decimal(ratio), named(option, around.options, "option")) {
            let ratio = ratio.as_str().map_or_else(|| ratio.to_string(), str::to_owned);
            return Ok((
                CellKind::Relative,
                vec![("of", option.into()), ("ratio", ratio.into())],
            ));
        }
        if let (Ok(events), Ok(people)) = (whole(ratio), whole(option)) {
            some_of_all(events, people)?;
            return Ok((
                CellKind::Counts,
                vec![("events", events.into()), ("people", people.into())],
            ));
        }
    }
    let Ok(number) = whole(text) else {
        return Err("write how many of how many people: 12 / 100".to_owned());
    };
    // The people stay those the cell has: a number alone says of nobody how many there were.
    match kind(around.now) {
        CellKind::Counts => {
            let people = around
                .now
                .and_then(|cell| u32::try_from(cell.get("people")?.as_u64()?).ok());
            people.map_or(Ok(()), |people| some_of_all(number, people))?;
            Ok((CellKind::Counts, vec![("events", number.into())]))
        }
        CellKind::Rate => Ok((CellKind::Rate, vec![("count", number.into())])),
        _ => Err(format!("{text} of how many people? Write both: {text} / 100")),
    }
}

/// Those with it are some of all.
fn some_of_all(events: u32, people: u32) -> Result<(), String> {
    if events > people {
        return Err(format!(
            "{events} of {people} people cannot be; write those with it first: 12 / 100"
        ));
    }
    Ok(())
}
