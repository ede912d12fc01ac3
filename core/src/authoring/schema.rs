//! The JSON Schema of an author's files, from the doc comments of the types they are read into.

use schemars::{JsonSchema, schema_for};
use serde_json::{Map, Value, json};

use super::{Dossier, Involvement, Overlay};
use crate::aid::document::{Document, ReviewDoc};

/// The fields of a cell worked out from another.
const RELATIVE: [(&str, &str); 2] = [
    (
        "of",
        "Option of the same row the relative effect is of; instead of counts. The row is `derived`.",
    ),
    (
        "ratio",
        "Relative risk, as a text: \"0.64\". Worked out into a count; patients never see it.",
    ),
];

/// Fields of an aid that the build writes.
const BUILT: [&str; 6] = [
    "review",
    "involvement",
    "overlay",
    "translation",
    "translations",
    "sentences",
];

/// What only a record of involvement is made of.
const OF_INVOLVEMENT: [&str; 11] = [
    "Activity",
    "Heard",
    "HeardAs",
    "HeardDoc",
    "Involvement",
    "InvolvementDoc",
    "Paid",
    "Population",
    "Said",
    "SaidDoc",
    "UkStandard",
];

/// One of the files that authors write, each of which has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// `aid.toml`.
    Aid,
    /// `review.toml`.
    Review,
    /// `overlay.toml`.
    Overlay,
    /// `involvement.toml`.
    Involvement,
}

/// The JSON Schema (2020-12) of a file. Editors show its descriptions and complete field names.
#[must_use]
pub fn schema(file: File) -> Value {
    let (mut whole, title) = match file {
        File::Aid => (of::<Document>(), "Weighup decision aid, aid.toml"),
        File::Review => (of::<ReviewDoc>(), "Weighup review, review.toml"),
        File::Overlay => (of::<Overlay>(), "Weighup overlay, overlay.toml"),
        File::Involvement => (
            of::<Involvement>(),
            "Weighup record of involvement, involvement.toml",
        ),
    };
    // Ratios are put beside the figures that were worked out by them when the aid is read.
    let row = table(&mut whole, "$defs").and_then(|types| types.get_mut("RowDoc"));
    if let Some(fields) = row.and_then(|row| table(row, "properties")) {
        fields.remove("worked_out_by");
    }
    if file == File::Aid {
        // Signatures stand in their own file; what reviewers read stands beside what patients read.
        if let Some(properties) = table(&mut whole, "properties") {
            for made in BUILT {
                properties.remove(made);
            }
        }
        // Cells given as a relative effect are worked out before the document is read.
        let cell = table(&mut whole, "$defs").and_then(|types| types.get_mut("CellDoc"));
        if let Some(fields) = cell.and_then(|cell| table(cell, "properties")) {
            for (name, means) in RELATIVE {
                fields.insert(name.to_owned(), json!({ "type": "string", "description": means }));
            }
        }
        let mut beside = of::<Dossier>();
        for part in ["properties", "$defs"] {
            let more = table(&mut beside, part).map(std::mem::take).unwrap_or_default();
            if let Some(known) = table(&mut whole, part) {
                known.extend(more);
            }
        }
        // What a build writes is in no author's file, and its parts are only in the way.
        if let Some(properties) = table(&mut whole, "properties") {
            properties.remove("involvement");
        }
        if let Some(types) = table(&mut whole, "$defs") {
            for made in OF_INVOLVEMENT {
                types.remove(made);
            }
        }
    }
    if let Some(object) = whole.as_object_mut() {
        object.insert("title".to_owned(), json!(title));
    }
    plain(&mut whole);
    whole
}

fn of<T: JsonSchema>() -> Value {
    schema_for!(T).to_value()
}

fn table<'v>(value: &'v mut Value, key: &str) -> Option<&'v mut Map<String, Value>> {
    value.get_mut(key)?.as_object_mut()
}

/// Descriptions without the brackets that link doc comments.
fn plain(value: &mut Value) {
    match value {
        Value::Object(object) => {
            for (key, value) in object.iter_mut() {
                match value {
                    Value::String(text) if key == "description" => {
                        *text = text.replace("[`", "`").replace("`]", "`");
                    }
                    other => plain(other),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(plain),
        _ => {}
    }
}
