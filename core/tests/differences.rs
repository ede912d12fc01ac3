//! `diff` is silent about nothing: every field of the format, in every aid, is changed once, and told.
#![cfg(feature = "authoring")]
#![expect(clippy::expect_used, reason = "helpers of tests fail the test")]

use std::collections::BTreeMap;

use serde_json::{Value, json};
use weighup_core::authoring::{AuthorFile, SourceFile, difference_of, read, schema, whole};

/// What every aid here says, made-up ones too, with reviews.
fn samples() -> Vec<Value> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let mut files = vec![
        format!("{root}/core/tests/aids/measured/aid.toml"),
        format!("{root}/tests/fixtures/aids/sound/aid.toml"),
        format!("{root}/tests/fixtures/aids/scored/aid.toml"),
    ];
    for folder in std::fs::read_dir(format!("{root}/decision-aids")).expect("there are aids") {
        files.push(
            folder
                .expect("a folder")
                .path()
                .join("aid.toml")
                .display()
                .to_string(),
        );
    }
    let mut found = Vec::new();
    for file in files {
        let Ok(bytes) = std::fs::read(&file) else { continue };
        let review = std::fs::read(file.replace("aid.toml", "review.toml")).ok();
        let review = review.as_deref().map(|bytes| SourceFile {
            name: "review.toml",
            bytes,
        });
        let reading = read(
            SourceFile {
                name: "aid.toml",
                bytes: &bytes,
            },
            review,
        );
        found.push(whole(
            &reading.document.expect("it is of the format's shape"),
            &reading.dossier,
        ));
    }
    assert!(found.len() > 10, "there are aids");
    found
}

/// Every place of a value with its fields alone: `/outcome/*/figures/*/cells/*/events`.
fn places(value: &Value, at: &str, field: &str, out: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                let named = if name_of(at) == "cells" { "*" } else { name };
                places(
                    inner,
                    &format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")),
                    &format!("{field}/{named}"),
                    out,
                );
            }
        }
        Value::Array(list) => {
            for (index, inner) in list.iter().enumerate() {
                places(inner, &format!("{at}/{index}"), &format!("{field}/*"), out);
            }
        }
        _ => {}
    }
    out.push((field.to_owned(), at.to_owned()));
}

fn name_of(at: &str) -> &str {
    at.rsplit('/').next().unwrap_or_default()
}

/// The same value, changed.
fn mutated(value: &Value) -> Value {
    match value {
        Value::String(text) => json!(format!("{text} changed")),
        Value::Bool(flag) => json!(!flag),
        Value::Number(number) => json!(number.as_u64().unwrap_or(0) + 1),
        Value::Array(list) => json!(list.iter().skip(1).collect::<Vec<_>>()),
        Value::Object(_) | Value::Null => Value::Null,
    }
}

/// A value of a schema, to put where there is none.
fn made(schema: &Value, defs: &Value) -> Value {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        return made(defs.get(name_of(name)).expect("it is defined"), defs);
    }
    if let Some(any) = schema
        .get("anyOf")
        .or_else(|| schema.get("oneOf"))
        .and_then(Value::as_array)
    {
        return made(any.first().expect("one of several"), defs);
    }
    if let Some(word) = schema
        .get("const")
        .or_else(|| schema.get("enum").and_then(|words| words.get(0)))
    {
        return word.clone();
    }
    let kind = match schema.get("type") {
        Some(Value::Array(kinds)) => kinds.first().and_then(Value::as_str).unwrap_or_default(),
        Some(kind) => kind.as_str().unwrap_or_default(),
        None => "",
    };
    match kind {
        "boolean" => json!(true),
        "integer" | "number" => json!(7),
        "array" => json!([made(schema.get("items").unwrap_or(&Value::Null), defs)]),
        "object" => json!({ "made": "up" }),
        _ => json!("made up"),
    }
}

/// Every field a schema has, as [`places`] writes them, with its own schema.
fn fields(schema: &Value, defs: &Value, at: &str, out: &mut BTreeMap<String, Value>) {
    if at.split('/').count() > 12 {
        return;
    }
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        return fields(defs.get(name_of(name)).expect("it is defined"), defs, at, out);
    }
    for any in ["anyOf", "oneOf"]
        .iter()
        .filter_map(|key| schema.get(*key)?.as_array())
        .flatten()
    {
        fields(any, defs, at, out);
    }
    if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
        for (name, inner) in properties {
            let place = format!("{at}/{name}");
            out.insert(place.clone(), inner.clone());
            fields(inner, defs, &place, out);
        }
    }
    if let Some(inner) = schema.get("items").or_else(|| schema.get("additionalProperties")) {
        fields(inner, defs, &format!("{at}/*"), out);
    }
}

#[test]
fn every_field_that_changes_is_told() {
    let samples = samples();
    let mut silent = Vec::new();
    let mut seen: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for (sample, value) in samples.iter().enumerate() {
        let mut all = Vec::new();
        places(value, "", "", &mut all);
        for (field, at) in all {
            seen.entry(field).or_insert((sample, at));
        }
    }
    let told = |sample: usize, change: &dyn Fn(&mut Value)| {
        let before = &samples[sample];
        let mut after = before.clone();
        change(&mut after);
        assert_ne!(*before, after, "nothing was changed");
        difference_of(before, &after)
    };
    for (field, (sample, at)) in &seen {
        if at.is_empty() {
            continue;
        }
        let changes = told(*sample, &|whole| {
            let here = whole.pointer_mut(at).expect("the place is there");
            *here = match mutated(here) {
                same if same == *here => json!("changed"),
                other => other,
            };
        });
        let said = changes
            .iter()
            .any(|change| change.before != change.after && !change.about.trim().is_empty());
        if !said {
            silent.push(format!("{field}: {changes:?}"));
        }
        assert!(
            changes.iter().all(|change| !change.about.contains("some(")),
            "{changes:?}"
        );
    }
    // Fields no aid here has are put where they may be.
    let schema = schema(AuthorFile::Aid);
    let nothing = json!({});
    let defs = schema.get("$defs").unwrap_or(&nothing);
    let mut all = BTreeMap::new();
    fields(&schema, defs, "", &mut all);
    assert!(all.len() > 100, "the schema was walked: {}", all.len());
    let mut nowhere: Vec<String> = Vec::new();
    for (field, of) in &all {
        if seen.contains_key(field) {
            continue;
        }
        let (around, name) = field.rsplit_once('/').expect("a field is in something");
        let Some((sample, at)) = seen.get(around) else {
            nowhere.push(field.clone());
            continue;
        };
        let changes = told(*sample, &|whole| {
            let here = whole
                .pointer_mut(at)
                .and_then(Value::as_object_mut)
                .expect("the table is there");
            here.insert(name.to_owned(), made(of, defs));
        });
        if changes.is_empty() {
            silent.push(format!("{field}, put in"));
        }
    }
    assert!(silent.is_empty(), "nothing is said of: {silent:#?}");
    // A part that no aid here has is told whole, as the next test shows; its fields stand under it.
    let parts: Vec<&String> = nowhere
        .iter()
        .filter(|field| !all.keys().any(|other| field.starts_with(&format!("{other}/"))))
        .collect();
    assert!(parts.is_empty(), "{parts:?}");
}

/// What a text of an aid holds.
fn of(text: &str) -> serde_json::Value {
    let reading = read(
        SourceFile {
            name: "aid.toml",
            bytes: text.as_bytes(),
        },
        None,
    );
    whole(
        &reading.document.expect("it is of the format's shape"),
        &reading.dossier,
    )
}

/// What was silent or ill told before, as a reader is told it now.
#[test]
fn changes_are_told_in_words_with_the_group() {
    let text = include_str!("aids/measured/aid.toml");
    let before = of(text);
    let said = |was: &str, is: &str| {
        assert!(text.contains(was), "{was}");
        let changes = difference_of(&before, &of(&text.replacen(was, is, 1)));
        changes
            .iter()
            .map(|change| {
                let side = |side: &Option<String>| side.clone().unwrap_or_default();
                format!(
                    "{}: {} becomes {}",
                    change.about,
                    side(&change.before),
                    side(&change.after)
                )
            })
            .collect::<Vec<_>>()
            .join("\n")
    };
    for (was, is, says) in [
        (
            "better = \"lower\"",
            "better = \"higher\"",
            "which end is better: less of it is better becomes more of it is better",
        ),
        (
            "certainty = \"low\"",
            "certainty = \"moderate\"",
            "certainty: low becomes moderate",
        ),
        (
            "status = \"verified\"",
            "status = \"verified-secondary\"",
            "how it was read: read in the source becomes read in a copy that names the source",
        ),
        (
            "average = \"mean\"",
            "average = \"median\"",
            "its scale, average: the mean becomes the median",
        ),
        ("years = 1\n", "years = 2\n", "1 year becomes 2 years"),
    ] {
        let told = said(was, is);
        assert!(told.contains(says), "{was} to {is}:\n{told}");
    }
}

/// The two versions of the case that was silent.
#[test]
fn a_count_is_told_as_a_reader_sees_it() {
    let text = include_str!("../../tests/fixtures/aids/sound/aid.toml");
    let changes = difference_of(&of(text), &of(&text.replacen("events = 20", "events = 24", 1)));
    let [change] = changes.as_slice() else {
        panic!("{changes:?}")
    };
    assert_eq!(change.about, "Itching, at 1 year, adults, Tablet");
    let (before, after) = (
        change.before.clone().unwrap_or_default(),
        change.after.clone().unwrap_or_default(),
    );
    assert!(
        before.starts_with("10 of every 100 adults (20 of 200, "),
        "{before}"
    );
    assert!(
        after.starts_with("12 of every 100 adults (24 of 200, "),
        "{after}"
    );
}
