//! The forms of an author's files, from their schema: which fields a table has, in the order of their declaration, and what can be
//! written in each.
//!
//! What a schema cannot say is here: which fields name entries of which list.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::Value;

use super::sheet::DeskChoice;
use crate::aid::document as doc;
use crate::authoring::{self, AuthorFile};
use crate::format::Fields;

/// The tables of a file by the names of their types; the file itself is `""`.
pub(super) type Shapes = BTreeMap<String, Shape>;

/// The form of a table.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    pub(super) help: String,
    pub(super) fields: Vec<FieldShape>,
}

/// The form of a field.
#[derive(Clone, Debug)]
pub(super) struct FieldShape {
    pub(super) key: String,
    pub(super) help: String,
    pub(super) required: bool,
    pub(super) is: Is,
}

/// What a field is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Is {
    Text,
    Texts,
    Date,
    Number,
    Decimal,
    Range,
    Flag,
    /// Identifies its entry.
    Id,
    Word(Vec<DeskChoice>),
    Words(Vec<DeskChoice>),
    /// Names an entry of a list.
    One(To),
    /// Names entries of a list.
    Many(To),
    /// A table of this type.
    Table(String),
    /// A list of tables of this type.
    List(String),
    /// Tables of this type, called by the ids of options.
    Map(String),
}

/// Whose identifiers a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum To {
    /// A list of the file.
    List(&'static str),
    /// The levels of the outcome that the field is of.
    Level,
    /// The groups of both questions.
    Group,
}

impl To {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::List(list) => list,
            Self::Level => "level",
            Self::Group => "group",
        }
    }
}

/// Words of the format that say nothing by themselves, and what the form calls them.
const CALLED: [(&str, &str); 4] = [
    ("wilson95", "Worked out from the count (Wilson)"),
    ("exact95", "Worked out from the count (exact)"),
    ("interval95", "Published 95% interval"),
    ("middle-half", "Middle half of the people"),
];

/// Fields that name entries of lists: the type, the field, and the list.
const REFERS: [(&str, &str, To); 26] = [
    ("RowDoc", "at", To::List("horizon")),
    ("RowDoc", "group", To::List("reference_class")),
    ("RowDoc", "sources", To::List("source")),
    ("CellDoc", "sources", To::List("source")),
    ("CellDoc", "same_as", To::List("option")),
    ("CellDoc", "of", To::List("option")),
    ("CellDoc", "level", To::Level),
    ("ContrastDoc", "from", To::List("option")),
    ("ContrastDoc", "to", To::List("option")),
    ("ContrastDoc", "sources", To::List("source")),
    ("OutcomeDoc", "weigh_at", To::List("horizon")),
    ("ReferenceClassDoc", "of", To::Group),
    ("BaselineGroupDoc", "id", To::List("reference_class")),
    ("SaysDoc", "option", To::List("option")),
    ("GuidelineDoc", "source", To::List("source")),
    ("ScoreDoc", "source", To::List("source")),
    ("SumDoc", "group", To::Group),
    ("TestResults", "group", To::List("reference_class")),
    ("TestResults", "at", To::List("horizon")),
    ("TestResults", "sources", To::List("source")),
    ("Hidden", "option", To::List("option")),
    ("LocalText", "option", To::List("option")),
    ("Heard", "population", To::List("population")),
    ("Activity", "heard", To::List("heard")),
    ("Said", "at", To::List("activity")),
    ("Said", "by", To::List("heard")),
];

static AID: LazyLock<Shapes> = LazyLock::new(|| shapes(AuthorFile::Aid));
static REVIEW: LazyLock<Shapes> = LazyLock::new(|| shapes(AuthorFile::Review));
static OVERLAY: LazyLock<Shapes> = LazyLock::new(|| shapes(AuthorFile::Overlay));
static INVOLVEMENT: LazyLock<Shapes> = LazyLock::new(|| shapes(AuthorFile::Involvement));

/// The form of a file.
pub(super) fn of(file: AuthorFile) -> &'static Shapes {
    match file {
        AuthorFile::Aid => &AID,
        AuthorFile::Review => &REVIEW,
        AuthorFile::Overlay => &OVERLAY,
        AuthorFile::Involvement => &INVOLVEMENT,
    }
}

fn shapes(file: AuthorFile) -> Shapes {
    let schema = authoring::schema(file);
    let mut shapes = Shapes::new();
    let types = schema.get("$defs").and_then(Value::as_object);
    let root = match file {
        AuthorFile::Aid => "Document",
        AuthorFile::Review => "ReviewDoc",
        AuthorFile::Overlay => "Overlay",
        AuthorFile::Involvement => "Involvement",
    };
    shapes.insert(String::new(), shape(&schema, root, &schema));
    for (name, known) in types.into_iter().flatten() {
        if known.get("properties").is_some() {
            shapes.insert(name.clone(), shape(&schema, name, known));
        }
    }
    shapes
}

fn shape(schema: &Value, name: &str, of: &Value) -> Shape {
    let order = order(name);
    let required: Vec<&str> = of
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let properties = of.get("properties").and_then(Value::as_object);
    let mut fields: Vec<FieldShape> = properties
        .into_iter()
        .flatten()
        .map(|(key, field)| FieldShape {
            key: key.clone(),
            help: said(field),
            required: required.contains(&key.as_str()),
            is: is(schema, name, key, field),
        })
        .collect();
    let place = |field: &FieldShape| {
        order
            .iter()
            .position(|known| *known == field.key)
            .unwrap_or(order.len())
    };
    fields.sort_by_key(place);
    Shape {
        help: said(of),
        fields,
    }
}

/// A description in one line.
fn said(of: &Value) -> String {
    let text = of.get("description").and_then(Value::as_str).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is(schema: &Value, of: &str, key: &str, field: &Value) -> Is {
    let refers = REFERS
        .iter()
        .find(|(table, name, _)| *table == of && *name == key)
        .map(|known| known.2);
    let field = plain(field);
    if let Some(name) = field
        .get("$ref")
        .and_then(Value::as_str)
        .and_then(|name| name.rsplit('/').next())
    {
        let known = schema.get("$defs").and_then(|types| types.get(name));
        return match known {
            Some(known) if known.get("properties").is_some() => Is::Table(name.to_owned()),
            Some(known) if known.get("oneOf").is_some() => Is::Word(words(known)),
            _ => Is::Decimal,
        };
    }
    if let Some(inside) = field
        .get("additionalProperties")
        .filter(|inside| inside.is_object())
    {
        return match is(schema, of, key, inside) {
            Is::Table(name) => Is::Map(name),
            other => other,
        };
    }
    let kind = field.get("type");
    let has = |name: &str| {
        kind.is_some_and(|kind| {
            *kind == name
                || kind
                    .as_array()
                    .is_some_and(|all| all.iter().any(|one| one == name))
        })
    };
    if has("array") {
        if field.get("maxItems").is_some() {
            return Is::Range;
        }
        let items = field.get("items").unwrap_or(&Value::Null);
        return match is(schema, of, key, items) {
            Is::Table(name) => Is::List(name),
            Is::Word(words) => Is::Words(words),
            _ => refers.map_or(Is::Texts, Is::Many),
        };
    }
    if has("boolean") {
        Is::Flag
    } else if has("integer") {
        Is::Number
    } else if let Some(to) = refers {
        Is::One(to)
    } else if key == "id" && of != "Document" {
        Is::Id
    } else if said(field).contains("ISO date") {
        Is::Date
    } else {
        Is::Text
    }
}

/// What may be left out without the `null` that JSON would have.
fn plain(field: &Value) -> &Value {
    let any = field.get("anyOf").and_then(Value::as_array);
    any.and_then(|any| any.iter().find(|one| one.get("$ref").is_some()))
        .unwrap_or(field)
}

fn words(of: &Value) -> Vec<DeskChoice> {
    let all = of.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    all.filter_map(|one| {
        let word = one.get("const")?.as_str()?;
        let called = CALLED.iter().find(|(known, _)| *known == word);
        Some(DeskChoice {
            word: word.to_owned(),
            label: called.map_or_else(|| label(word), |(_, called)| (*called).to_owned()),
            help: said(one),
        })
    })
    .collect()
}

/// A name of a file in words: "in_sentence" is "In sentence".
pub(super) fn label(key: &str) -> String {
    let words = key.replace(['_', '-'], " ");
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

macro_rules! orders {
    ($name:ident; $($type:path),* $(,)?) => {
        $(
            if stringify!($type).rsplit("::").next().is_some_and(|last| last.trim() == $name) {
                return Fields::asked_by(<$type>::of_fields);
            }
        )*
    };
}

/// The fields of a type in the order of their declaration: a schema has them in the order of the alphabet.
fn order(name: &str) -> Vec<&'static str> {
    if name == "Document" {
        let mut all = Fields::asked_by(doc::Document::of_fields);
        all.extend(Fields::asked_by(authoring::Dossier::of_fields));
        return all;
    }
    if name == "CellDoc" {
        let mut all = Fields::asked_by(doc::CellDoc::of_fields);
        all.extend(["of", "ratio"]);
        return all;
    }
    orders! { name;
        doc::About, doc::Author, doc::Choice, doc::Prompt, doc::Understanding, doc::RowDoc, doc::ContrastDoc, doc::BetweenDoc,
        doc::GuidelineDoc, doc::SaysDoc, doc::LeftOutDoc, doc::OptionDoc, doc::WayDoc, doc::Experience, doc::ReferenceClassDoc,
        doc::HorizonDoc, doc::AmountDoc, doc::LevelDoc, doc::BaselineDoc, doc::AlsoDoc, doc::BaselineGroupDoc, doc::OutcomeDoc,
        doc::RetoldDoc, doc::RetoldPart, doc::ReviewDoc, doc::Reviewer, doc::EvidenceCheck, doc::ScoreDoc, doc::ScoreItemDoc,
        doc::ScoreLevelDoc, doc::SumDoc, doc::SourceDoc, doc::Support, doc::Term, doc::TestDoc, doc::TestResults,
        authoring::Finding, authoring::FindingCode, authoring::Development, authoring::Involved, authoring::Evaluation,
        authoring::Overlay, authoring::Hidden, authoring::LocalText,
        authoring::Involvement, authoring::Population, authoring::Heard, authoring::Activity, authoring::Said,
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Types that the build writes: no author's file has them, though the schema of one lists them.
    const BUILT: [&str; 3] = ["OverlayDoc", "TranslatedDoc", "TranslationDoc"];

    #[test]
    fn every_field_has_its_place_in_the_order_and_its_help() {
        for file in [
            AuthorFile::Aid,
            AuthorFile::Review,
            AuthorFile::Overlay,
            AuthorFile::Involvement,
        ] {
            for (name, shape) in of(file) {
                if BUILT.contains(&name.as_str()) {
                    continue;
                }
                assert!(!shape.fields.is_empty(), "{name}");
                let root = match file {
                    AuthorFile::Aid => "Document",
                    AuthorFile::Review => "ReviewDoc",
                    AuthorFile::Overlay => "Overlay",
                    AuthorFile::Involvement => "Involvement",
                };
                let order = order(if name.is_empty() { root } else { name });
                for field in &shape.fields {
                    assert!(
                        order.contains(&field.key.as_str()),
                        "{file:?} {name}.{} has no place",
                        field.key
                    );
                    assert!(
                        !field.help.is_empty(),
                        "{file:?} {name}.{} has no help",
                        field.key
                    );
                }
            }
        }
    }

    #[test]
    fn every_field_that_names_entries_is_there() {
        for (table, field, to) in REFERS {
            let files = [AuthorFile::Aid, AuthorFile::Overlay, AuthorFile::Involvement];
            let found = files
                .into_iter()
                .filter_map(|file| of(file).get(table))
                .flat_map(|shape| &shape.fields);
            let mut found = found.filter(|known| known.key == field).map(|known| &known.is);
            assert!(
                matches!(found.next(), Some(Is::One(known) | Is::Many(known)) if *known == to),
                "{table}.{field}"
            );
        }
    }

    #[test]
    fn names_are_words() {
        assert_eq!(label("in_sentence"), "In sentence");
        assert_eq!(label("does-not-apply"), "Does not apply");
    }
}
