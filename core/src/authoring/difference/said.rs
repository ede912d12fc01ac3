//! The words of a change: what it is about by the names readers know, and values as they are read.

use serde_json::{Map, Value};

use super::{DifferenceKind, Step, thousands};
use crate::aid::{Aid, Cell, HorizonId, OptionId, OutcomeId, ReferenceClassId};
use crate::authoring::translated::without_nothing;

/// Names of both versions, and the aids they make where they are sound.
pub(super) struct Said<'v> {
    old: &'v Value,
    new: &'v Value,
    aids: [Option<Aid>; 2],
}

/// Fields that are told in one piece with what stands beside them: a figure, a point in time, the results of a test.
pub(super) fn is_whole(path: &[Step]) -> bool {
    match path {
        [.., Step::Field(cells), Step::Field(_)] if cells == "cells" => true,
        [Step::Field(horizon), Step::Entry(_)] if horizon == "horizon" => true,
        [.., Step::Field(last)] => {
            ["results", "range"].contains(&last.as_str()) && path.len() > 1 || last == "sources"
        }
        _ => false,
    }
}

/// Entries that are told as one thing when they come or go: their fields would say nothing more.
pub(super) fn comes_and_goes(path: &[Step]) -> bool {
    let Some(Step::Field(list)) = path.len().checked_sub(2).and_then(|at| path.get(at)) else {
        return false;
    };
    list != "figures"
}

/// Entries whose texts are told too when they come or go: all that is said of an option or an outcome.
pub(super) fn has_texts(path: &[Step]) -> bool {
    matches!(path, [Step::Field(list), Step::Entry(_)] if list == "option" || list == "outcome")
}

pub(super) fn kind(path: &[Step]) -> DifferenceKind {
    let fields: Vec<&str> = path
        .iter()
        .filter_map(|step| match step {
            Step::Field(name) => Some(name.as_str()),
            Step::Entry(_) => None,
        })
        .collect();
    let (first, last) = (
        fields.first().copied().unwrap_or_default(),
        fields.last().copied().unwrap_or_default(),
    );
    match first {
        "option" if fields.len() == 1 || ["kind", "id"].contains(&last) => DifferenceKind::Option,
        "outcome" if fields.contains(&"figures") => DifferenceKind::Figure,
        "outcome"
            if fields.len() == 1
                || is_judged(last)
                || fields.contains(&"amount")
                || fields.contains(&"level") =>
        {
            DifferenceKind::Outcome
        }
        "baseline" | "score" => DifferenceKind::Outcome,
        "horizon" | "reference_class" => DifferenceKind::Figure,
        "test" if fields.contains(&"results") => DifferenceKind::Figure,
        "source" => DifferenceKind::Source,
        "review" | "version" | "format" | "id" | "language" | "results" | "denominator" => {
            DifferenceKind::Version
        }
        "about" if ["published", "last_reviewed", "next_review", "licence"].contains(&last) => {
            DifferenceKind::Version
        }
        "development" | "finding" => DifferenceKind::Making,
        _ => DifferenceKind::Text,
    }
}

/// Fields of an outcome that say how it is read, and are no text.
fn is_judged(field: &str) -> bool {
    !["name", "in_sentence", "medical_name", "about", "why_not_weighed"].contains(&field)
        && !field.contains("event")
}

impl<'v> Said<'v> {
    pub(super) fn new(old: &'v Value, new: &'v Value) -> Self {
        let aid = |whole: &Value| {
            let mut whole = whole.clone();
            if let Some(fields) = whole.as_object_mut() {
                fields.remove("development");
                fields.remove("finding");
            }
            Aid::from_json(&without_nothing(whole).to_string()).ok()
        };
        Self {
            old,
            new,
            aids: [aid(old), aid(new)],
        }
    }

    /// An entry of a list of the whole, as it is or as it was.
    fn find(&self, list: &str, id: &str) -> Option<&'v Value> {
        let of = |whole: &'v Value| {
            let entries = whole.get(list)?.as_array()?;
            entries
                .iter()
                .find(|entry| entry.get("id").and_then(Value::as_str) == Some(id))
        };
        of(self.new).or_else(|| of(self.old))
    }

    fn name(&self, list: &str, id: &str) -> String {
        let id = id.split('\t').next().unwrap_or(id);
        let entry = self.find(list, id);
        let name = entry.and_then(|entry| {
            ["name", "short", "people"]
                .iter()
                .find_map(|field| entry.get(field)?.as_str())
        });
        name.unwrap_or(id).to_owned()
    }

    /// "at 12 years", "within 1 year".
    fn when(&self, id: &str) -> String {
        if id.is_empty() {
            return "from start to end".to_owned();
        }
        match self.find("horizon", id) {
            Some(horizon) => {
                let length = length(horizon);
                if horizon.get("within").and_then(Value::as_bool) == Some(true) {
                    format!("within {length}")
                } else {
                    format!("at {length}")
                }
            }
            None => format!("at {id}"),
        }
    }

    /// Who a row is about: the group of the baseline by its name, others by their noun.
    fn who(&self, id: &str) -> String {
        let group = [self.new, self.old].into_iter().find_map(|whole| {
            let baseline = whole.get("baseline")?;
            let asked = [Some(baseline), baseline.get("also")].into_iter().flatten();
            let group = asked
                .filter_map(|axis| axis.get("group")?.as_array())
                .flatten()
                .find(|group| group.get("id").and_then(Value::as_str) == Some(id))?;
            group.get("in_sentence").or_else(|| group.get("name"))?.as_str()
        });
        let people = self.name("reference_class", id);
        group.map_or(people.clone(), |group| format!("{people}, {group}"))
    }

    /// A list in words.
    pub(super) fn list(&self, path: &[Step]) -> String {
        let name = match path.last() {
            Some(Step::Field(name)) => list_name(name),
            _ => String::new(),
        };
        match path {
            [Step::Field(first), Step::Entry(id), ..] if path.len() > 2 => {
                format!("{name} of {}", self.name(first, id))
            }
            _ => name,
        }
    }

    /// An entry of a list by what readers call it.
    pub(super) fn entry(&self, path: &[Step], key: &str, value: &Value) -> String {
        if let Some(Step::Field(list)) = path.last()
            && list == "figures"
            && let Some((at, group)) = key.split_once('\n')
        {
            return format!("{}, {}", self.when(at), self.who(group));
        }
        let name = ["name", "short", "people", "question", "text"]
            .iter()
            .find_map(|field| value.get(field).and_then(Value::as_str));
        name.or_else(|| value.as_str()).unwrap_or(key).to_owned()
    }

    /// What a place is about.
    pub(super) fn about(&self, path: &[Step]) -> String {
        let mut parts: Vec<String> = Vec::new();
        let mut list = "";
        for (at, step) in path.iter().enumerate() {
            let entry = matches!(path.get(at + 1), Some(Step::Entry(_)));
            match step {
                Step::Field(name) if list == "cells" => {
                    parts.push(self.name("option", name));
                    list = "";
                }
                Step::Field(name) => {
                    list = name;
                    if !entry && name != "cells" {
                        parts.push(field_name(name));
                    }
                }
                Step::Entry(key) => parts.push(match (list, key.split_once('\n')) {
                    ("figures", Some((at, group))) => {
                        let group = group.split('\t').next().unwrap_or(group);
                        format!("{}, {}", self.when(at), self.who(group))
                    }
                    ("option" | "outcome", _) => self.name(list, key),
                    ("source" | "reference_class", _) => {
                        format!("{} “{}”", entry_name(list), self.name(list, key))
                    }
                    _ if key.bytes().all(|byte| byte.is_ascii_digit()) => {
                        format!("{} {key}", entry_name(list))
                    }
                    _ => format!("{} “{}”", entry_name(list), key.split('\t').next().unwrap_or(key)),
                }),
            }
        }
        // Something that came or went is named by what it is, and said by its own name.
        if let [.., Step::Field(list), Step::Entry(_)] = path
            && path.len() == 2
            && (list == "option" || list == "outcome")
        {
            return format!("an {list}");
        }
        parts.join(", ")
    }

    /// A value in words.
    pub(super) fn value(&self, path: &[Step], value: &Value, old: bool) -> String {
        match path {
            [.., Step::Field(cells), Step::Field(_)] if cells == "cells" => self.cell(path, value, old),
            [Step::Field(list), Step::Entry(_)] if list == "horizon" => horizon(value),
            [.., Step::Field(list), Step::Entry(_)] => self.thing(list, value),
            [.., Step::Field(field)] => {
                let id = value.as_str();
                match (field.as_str(), id) {
                    ("at" | "weigh_at", Some(id)) => self.when(id),
                    ("group", Some(id)) => self.who(id),
                    ("results", None) if path.len() > 1 => results(value),
                    ("sources", _) => {
                        let ids = value.as_array().into_iter().flatten().filter_map(Value::as_str);
                        ids.map(|id| self.name("source", id))
                            .collect::<Vec<_>>()
                            .join("; ")
                    }
                    _ => plain(field, value),
                }
            }
            _ => plain("", value),
        }
    }

    /// An entry that came or went.
    fn thing(&self, list: &str, value: &Value) -> String {
        let Some(fields) = value.as_object() else {
            return plain(list, value);
        };
        let name = [
            "name",
            "short",
            "term",
            "question",
            "text",
            "description",
            "citation",
            "what",
        ]
        .iter()
        .find_map(|field| fields.get(*field).and_then(Value::as_str));
        let rest = ["means", "what", "role", "date", "found", "how", "stage", "who"]
            .iter()
            .filter_map(|field| fields.get(*field).and_then(Value::as_str))
            .filter(|text| Some(*text) != name);
        let all: Vec<&str> = name.into_iter().chain(rest).collect();
        if all.is_empty() {
            value.to_string()
        } else {
            all.join(": ")
        }
    }

    /// A figure: first as the page says it, then as it stands in the file.
    fn cell(&self, path: &[Step], value: &Value, old: bool) -> String {
        let raw = cell(value);
        match self.shown(path, old) {
            Some(shown) => format!("{shown} ({raw})"),
            None => raw,
        }
    }

    /// What the page says of a cell, where the aid is sound.
    fn shown(&self, path: &[Step], old: bool) -> Option<String> {
        let [
            Step::Field(_),
            Step::Entry(outcome),
            Step::Field(_),
            Step::Entry(row),
            Step::Field(_),
            Step::Field(option),
        ] = path
        else {
            return None;
        };
        let [was, is] = &self.aids;
        let aid = if old { was } else { is }.as_ref()?;
        let (at, group) = row.split_once('\n')?;
        let outcome = aid.outcome(&OutcomeId::try_from(outcome.as_str()).ok()?)?;
        let option = OptionId::try_from(option.as_str()).ok()?;
        let place = aid.options().iter().position(|known| known.id == option)?;
        let at = if at.is_empty() {
            HorizonId::whole()
        } else {
            HorizonId::try_from(at).ok()?
        };
        let group = ReferenceClassId::try_from(group).ok()?;
        let row = outcome
            .rows
            .iter()
            .find(|row| row.horizon.id == at && row.group.id == group)?;
        let words = aid.wording();
        match row.cell(place)? {
            Cell::Known(figure) => Some(words.inline(figure, outcome.of)),
            Cell::Amount(amount) => Some(words.amount(amount)),
            _ => None,
        }
    }
}

/// A cell as it stands in the file, in words; fields without words by their names.
fn cell(value: &Value) -> String {
    let Some(fields) = value.as_object() else {
        return value.to_string();
    };
    let mut told: Vec<&str> = Vec::new();
    let number = |key: &str| {
        fields
            .get(key)
            .and_then(Value::as_u64)
            .and_then(|n| u32::try_from(n).ok())
            .map(thousands)
    };
    let mut parts = Vec::new();
    if let Some((part, whole)) = number("events").zip(number("people")) {
        told.extend(["events", "people"]);
        parts.push(format!("{part} of {whole}"));
    } else if let Some((part, whole)) = number("count").zip(number("per")) {
        told.extend(["count", "per"]);
        parts.push(format!("{part} of {whole}"));
    }
    if let Some(value) = fields.get("value") {
        told.push("value");
        parts.push(bare(value));
    }
    for (field, name) in [
        ("unknown", "not known"),
        ("does_not_apply", "does not apply"),
        ("no_study", "no study found"),
        ("not_read", "not read"),
        ("same_as", "the same as"),
    ] {
        if let Some(why) = fields.get(field).and_then(Value::as_str) {
            told.push(field);
            parts.push(format!("{name}: {why}"));
        }
    }
    let ends = match fields.get("range").and_then(Value::as_array).map(Vec::as_slice) {
        Some([low, high]) => Some(("range", bare(low), bare(high))),
        _ => fields
            .get("low")
            .zip(fields.get("high"))
            .map(|(low, high)| ("low", bare(low), bare(high))),
    };
    if let Some((field, low, high)) = ends {
        told.extend(if field == "range" {
            vec!["range"]
        } else {
            vec!["low", "high"]
        });
        parts.push(format!("from {low} to {high}"));
    }
    let rest = fields.iter().filter(|(name, _)| !told.contains(&name.as_str()));
    parts.extend(rest.map(|(name, value)| {
        let said = plain(name, value);
        if word(name, value).is_some() {
            said
        } else {
            format!("{} {said}", field_name(name))
        }
    }));
    parts.join(", ")
}

/// "10 years", "about 15 years, at the median".
fn horizon(value: &Value) -> String {
    let Some(fields) = value.as_object() else {
        return value.to_string();
    };
    let mut parts = vec![length(value)];
    let units = ["id", "days", "weeks", "months", "years"];
    let rest = fields.iter().filter(|(name, _)| !units.contains(&name.as_str()));
    parts.extend(
        rest.filter(|(_, value)| **value != Value::Bool(false))
            .map(|(name, value)| plain(name, value)),
    );
    parts.join(", ")
}

fn length(horizon: &Value) -> String {
    let units = ["day", "week", "month", "year"];
    let given = units.iter().filter_map(|unit| {
        let many = horizon.get(format!("{unit}s"))?.as_u64()?;
        Some(format!("{many} {unit}{}", if many == 1 { "" } else { "s" }))
    });
    given.collect::<Vec<_>>().join(" and ")
}

fn results(value: &Value) -> String {
    let Some(fields) = value.as_object() else {
        return value.to_string();
    };
    let named = [
        ("people", "people tested"),
        ("true_positive", "found"),
        ("false_negative", "missed"),
        ("false_positive", "false alarms"),
        ("true_negative", "all-clears"),
        ("found_without", "found without the test"),
    ];
    let mut parts: Vec<String> = named
        .iter()
        .filter_map(|(field, name)| Some(format!("{} {name}", bare(fields.get(*field)?))))
        .collect();
    let rest = fields
        .iter()
        .filter(|(name, _)| !named.iter().any(|(known, _)| known == name));
    parts.extend(rest.map(|(name, value)| format!("{} {}", field_name(name), plain(name, value))));
    parts.join(", ")
}

/// A value of a field in words.
fn plain(field: &str, value: &Value) -> String {
    if let Some(word) = word(field, value) {
        return word.to_owned();
    }
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Number(number) => match number.as_u64().and_then(|n| u32::try_from(n).ok()) {
            Some(number) if field != "year" => thousands(number),
            _ => number.to_string(),
        },
        Value::Array(list) => list
            .iter()
            .map(|value| plain(field, value))
            .collect::<Vec<_>>()
            .join("; "),
        Value::Object(fields) => object(fields),
        Value::Null => "nothing".to_owned(),
    }
}

fn object(fields: &Map<String, Value>) -> String {
    let parts = fields
        .iter()
        .map(|(name, value)| format!("{} {}", field_name(name), plain(name, value)));
    parts.collect::<Vec<_>>().join(", ")
}

fn bare(value: &Value) -> String {
    match value {
        Value::Number(number) => match number.as_u64().and_then(|n| u32::try_from(n).ok()) {
            Some(number) => thousands(number),
            None => number.to_string(),
        },
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Words of the format as a reader knows them.
fn word(field: &str, value: &Value) -> Option<&'static str> {
    Some(match (field, value.as_str(), value.as_bool()) {
        ("better", Some("lower"), _) => "less of it is better",
        ("better", Some("higher"), _) => "more of it is better",
        ("serious", _, Some(true)) => "a serious harm, never folded away",
        ("serious", _, Some(false)) => "not marked as a serious harm",
        ("weighed", _, Some(true)) => "weighed",
        ("weighed", _, Some(false)) => "not weighed",
        ("median", _, Some(true)) => "at the median",
        ("within", _, Some(true)) => "at any moment up to then",
        ("pooled", _, Some(true)) => "one figure for all groups together",
        ("status", Some("verified"), _) => "read in the source",
        ("status", Some("verified-secondary"), _) => "read in a copy that names the source",
        ("status", Some("derived"), _) => "worked out",
        ("certainty", Some("high"), _) => "high",
        ("certainty", Some("moderate"), _) => "moderate",
        ("certainty", Some("low"), _) => "low",
        ("certainty", Some("very-low"), _) => "very low",
        ("analysis", Some("intention-to-treat"), _) => "counted in the group they were first put into",
        ("analysis", Some("as-treated"), _) => "counted by the treatment they had",
        ("analysis", Some("observational"), _) => "not put into groups by chance",
        ("average", Some("mean"), _) => "the mean",
        ("average", Some("median"), _) => "the median",
        ("duration", _, Some(true)) => "itself a length of time",
        ("duration", _, Some(false)) => "not a length of time",
        ("range_kind", Some("interval95"), _) => "a published 95% interval",
        ("range_kind", Some("span"), _) => "the lowest and highest of several",
        ("range_kind", Some("middle-half"), _) => "the middle half of people",
        ("interval", Some("wilson95"), _) => "a 95% range worked out (Wilson)",
        ("interval", Some("exact95"), _) => "a 95% range worked out (exact)",
        ("results", Some("fit"), _) => "how options fit is worked out",
        ("results", Some("facts"), _) => "only facts are shown",
        ("kind", Some("active"), _) => "a treatment",
        ("kind", Some("test"), _) => "a test",
        ("kind", Some("watchful-waiting"), _) => "watching closely",
        ("kind", Some("no-change"), _) => "going on as now",
        ("kind", Some("no-treatment"), _) => "no treatment",
        ("kind", Some("no-test"), _) => "no test",
        _ => return None,
    })
}

/// A field as a reader knows it.
fn field_name(field: &str) -> String {
    let known = match field {
        "in_sentence" => "the name inside a sentence",
        "better" => "which end is better",
        "weigh_at" => "when it is weighed",
        "right" => "the right answer",
        "amount" => "its scale",
        "doi" => "DOI",
        "url" => "address",
        "at" => "point in time",
        "per" => "of every",
        "sd" => "standard deviation",
        "certainty_why" => "why that sure",
        "also" => "the second question",
        "of" => "groups they are in",
        "drawing" => "its drawing",
        "for_whom" => "whom it is for",
        "validated_in" => "in whom it was tried out",
        "says" => "what is said of it",
        "status" => "how it was read",
        "denominator" => "how many people figures are of",
        "last_reviewed" => "last review of the evidence",
        "next_review" => "next review",
        "published" => "date of publication",
        "results" => "results",
        "no_event" => "words for the others",
        "event" => "words after a count",
        _ => return field.replace('_', " "),
    };
    known.to_owned()
}

fn entry_name(list: &str) -> String {
    match list {
        "horizon" => "the point in time".to_owned(),
        "reference_class" => "the group".to_owned(),
        "source" => "the source".to_owned(),
        "understanding" => "the question".to_owned(),
        "support" => "the contact".to_owned(),
        "retold" => "what is told to somebody else".to_owned(),
        "reviewers" => "the reviewer".to_owned(),
        "prompt" | "term" | "level" | "group" => format!("the {list}"),
        _ => list.replace('_', " "),
    }
}

fn list_name(list: &str) -> String {
    match list {
        "option" | "outcome" | "source" | "term" | "prompt" | "group" | "level" => format!("{list}s"),
        "horizon" => "points in time".to_owned(),
        "reference_class" => "groups of people".to_owned(),
        "understanding" => "questions about the facts".to_owned(),
        "support" => "contacts".to_owned(),
        "retold" => "what is told to others".to_owned(),
        _ => list.replace('_', " "),
    }
}
