//! What changed between two versions of an aid, for the people who read it.
//!
//! Both versions are walked as what they hold, field by field, so that nothing can change without being told: a field that
//! is new to the format is told by its name until [`said`] has words for it.

mod said;

use serde::Serialize;
use serde_json::{Map, Value};

use self::said::Said;
use super::Dossier;
use crate::aid::document::Document;

/// What a change is about, as far as its reader is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DifferenceKind {
    /// An option came, went or moved, or is of another kind.
    Option,
    /// An outcome came or went, is weighed otherwise, or is better at the other end.
    Outcome,
    /// A figure changed, or its range, its certainty, its group or its time.
    Figure,
    /// A source of figures came, went or changed.
    Source,
    /// The version, a date or a review changed.
    Version,
    /// A text that readers see changed.
    Text,
    /// What is said of how the aid was made changed.
    Making,
}

/// One difference between two versions of an aid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What kind of change it is.
    pub kind: DifferenceKind,
    /// What it is about, in words: "Wearing pads, Surgery, at 12 years, men".
    pub about: String,
    /// How it was in the older version; `None` when it is new.
    pub before: Option<String>,
    /// How it is in the newer version; `None` when it is gone.
    pub after: Option<String>,
}

/// Every change from one document to another: options and outcomes first, then figures, then texts.
#[must_use]
pub fn difference(old: &Document, new: &Document) -> Vec<Change> {
    let nothing = Dossier::default();
    difference_of(&whole(old, &nothing), &whole(new, &nothing))
}

/// What an author's files say, as data: the document with what its reviewers signed, and how it was made.
#[must_use]
pub fn whole(document: &Document, dossier: &Dossier) -> Value {
    // Structs of texts and numbers always serialise.
    let mut whole = serde_json::to_value(document).unwrap_or_default();
    let making = serde_json::to_value(dossier).unwrap_or_default();
    if let (Some(whole), Value::Object(making)) = (whole.as_object_mut(), making) {
        // What the build adds is no change of the author's.
        for built in ["sentences", "translation", "translations", "overlay"] {
            whole.remove(built);
        }
        whole.extend(making);
    }
    whole
}

/// Every change between two versions, given as [`whole`] gives them.
#[must_use]
pub fn difference_of(old: &Value, new: &Value) -> Vec<Change> {
    let mut walk = Walk {
        said: Said::new(old, new),
        changes: Vec::new(),
    };
    walk.value(&mut Vec::new(), Some(old), Some(new));
    let mut changes = walk.changes;
    changes.sort_by_key(|change| change.kind);
    changes
}

/// One step down: a field, or an entry of a list by what it is called there.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Field(String),
    Entry(String),
}

struct Walk<'v> {
    said: Said<'v>,
    changes: Vec<Change>,
}

impl<'v> Walk<'v> {
    fn value(&mut self, path: &mut Vec<Step>, old: Option<&'v Value>, new: Option<&'v Value>) {
        if old == new {
            return;
        }
        if said::is_whole(path) {
            self.leaf(path, old, new);
            return;
        }
        match (old, new) {
            (Some(Value::Object(_)) | None, Some(Value::Object(_))) | (Some(Value::Object(_)), None) => {
                self.fields(
                    path,
                    old.and_then(Value::as_object),
                    new.and_then(Value::as_object),
                );
            }
            (Some(Value::Array(_)) | None, Some(Value::Array(_))) | (Some(Value::Array(_)), None) => {
                self.entries(path, old.and_then(Value::as_array), new.and_then(Value::as_array));
            }
            _ => self.leaf(path, old, new),
        }
    }

    fn fields(
        &mut self,
        path: &mut Vec<Step>,
        old: Option<&'v Map<String, Value>>,
        new: Option<&'v Map<String, Value>>,
    ) {
        let nothing = Map::new();
        let names = old.unwrap_or(&nothing).keys();
        let added = new.unwrap_or(&nothing).keys();
        let added = added.filter(|name| old.is_none_or(|old| !old.contains_key(*name)));
        let names: Vec<String> = names.chain(added).cloned().collect();
        for name in names {
            let (before, after) = (
                old.and_then(|old| old.get(&name)),
                new.and_then(|new| new.get(&name)),
            );
            path.push(Step::Field(name));
            self.value(path, before, after);
            path.pop();
        }
    }

    fn entries(&mut self, path: &mut Vec<Step>, old: Option<&'v Vec<Value>>, new: Option<&'v Vec<Value>>) {
        let (before, after) = (keyed(path, old), keyed(path, new));
        let find = |list: &[(String, &'v Value)], key: &str| {
            list.iter()
                .find(|(known, _)| known == key)
                .map(|(_, value)| *value)
        };
        for (key, was) in &before {
            path.push(Step::Entry(key.clone()));
            let is = find(&after, key);
            if is.is_none() && said::comes_and_goes(path) {
                self.leaf(path, Some(*was), None);
                if said::has_texts(path) {
                    self.value(path, Some(*was), None);
                }
            } else {
                self.value(path, Some(*was), is);
            }
            path.pop();
        }
        for (key, is) in &after {
            if find(&before, key).is_none() {
                path.push(Step::Entry(key.clone()));
                if said::comes_and_goes(path) {
                    self.leaf(path, None, Some(*is));
                    if said::has_texts(path) {
                        self.value(path, None, Some(*is));
                    }
                } else {
                    self.value(path, None, Some(*is));
                }
                path.pop();
            }
        }
        // What both have, in another order. Texts are told by their number, and so are not moved.
        let kept = |list: &[(String, &'v Value)], other: &[(String, &'v Value)]| {
            let kept = list.iter().filter(|(key, _)| find(other, key).is_some());
            kept.map(|(key, value)| self.said.entry(path, key, value))
                .collect::<Vec<_>>()
        };
        let (was, is) = (kept(&before, &after), kept(&after, &before));
        if was != is
            && !before.is_empty()
            && before
                .iter()
                .map(|(key, _)| key)
                .ne(after.iter().map(|(key, _)| key))
        {
            self.add(
                path,
                format!("the order of {}", self.said.list(path)),
                Some(was.join(", ")),
                Some(is.join(", ")),
            );
        }
    }

    /// A change that is told whole.
    fn leaf(&mut self, path: &[Step], old: Option<&Value>, new: Option<&Value>) {
        let about = self.said.about(path);
        let mut before = old.map(|value| self.said.value(path, value, true));
        let mut after = new.map(|value| self.said.value(path, value, false));
        // Two that are said alike and are not alike are told as they stand in the file.
        if before == after {
            before = old.map(ToString::to_string);
            after = new.map(ToString::to_string);
        }
        self.add(path, about, before, after);
    }

    fn add(&mut self, path: &[Step], about: String, before: Option<String>, after: Option<String>) {
        self.changes.push(Change {
            kind: said::kind(path),
            about,
            before,
            after,
        });
    }
}

/// The entries of a list by what they are called there: an identifier, a time and a group, a name; else their number.
fn keyed<'v>(path: &[Step], list: Option<&'v Vec<Value>>) -> Vec<(String, &'v Value)> {
    let mut out: Vec<(String, &'v Value)> = Vec::new();
    for (index, value) in list.into_iter().flatten().enumerate() {
        let text = |field: &str| value.get(field).and_then(Value::as_str);
        let name = match path.last() {
            Some(Step::Field(list)) if list == "figures" => Some(text("at").unwrap_or_default())
                .zip(text("group"))
                .map(|(at, group)| match text("study") {
                    Some(study) => format!("{at}\n{group}\t{study}"),
                    None => format!("{at}\n{group}"),
                }),
            Some(Step::Field(list)) if list == "compared" || list == "worked_out_by" => {
                text("from").zip(text("to")).map(|(from, to)| {
                    let ratio = value.get("ratio").is_some_and(|ratio| !ratio.is_null());
                    format!("{from} {to}{}", if ratio { " ratio" } else { "" })
                })
            }
            _ => ["id", "term", "name", "what", "stage", "citation"]
                .iter()
                .find_map(|field| text(field))
                .map(str::to_owned),
        };
        let mut key = name.unwrap_or_else(|| (index + 1).to_string());
        // A name that stands there twice is told apart by how often it stood there before.
        let twice = out
            .iter()
            .filter(|(known, _)| known.split('\t').next() == Some(&*key))
            .count();
        if twice > 0 {
            key = format!("{key}\t{}", twice + 1);
        }
        out.push((key, value));
    }
    out
}

/// "12,345".
#[must_use]
pub fn thousands(number: u32) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
