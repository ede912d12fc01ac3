//! `weighup compute` against the published schema of what it answers, over the whole canonical table.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test: failing is how it reports"
)]

mod common;
mod shape;

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use common::{root, weighup};
use serde_json::{Value, json};

fn schema() -> Value {
    let printed = weighup(&["schema", "compute-result"]).stdout;
    serde_json::from_slice(&printed).unwrap()
}

/// What the command says of a problem: its result, or its error as JSON.
fn answer(problem: &str) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_weighup"))
        .args(["compute", "-", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    command
        .stdin
        .take()
        .unwrap()
        .write_all(problem.as_bytes())
        .unwrap();
    let output = command.wait_with_output().unwrap();
    let said = if output.status.success() {
        output.stdout
    } else {
        output.stderr
    };
    serde_json::from_slice(&said).unwrap()
}

/// Answers to every canonical case, and to texts that are no problems.
fn answers() -> Vec<(String, Value)> {
    let mut answers = vec![
        ("no JSON".to_owned(), answer("{")),
        (
            "an unknown field".to_owned(),
            answer("{\"outcomes\": [], \"colour\": 1}"),
        ),
    ];
    for entry in fs::read_dir(root().join("tests/canonical")).unwrap() {
        let path = entry.unwrap().path();
        if path.to_string_lossy().ends_with(".case.json") {
            let case: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            answers.push((path.display().to_string(), answer(&case["problem"].to_string())));
        }
    }
    assert!(answers.len() >= 22, "the table has gone missing");
    answers
}

/// Every object in a value, as a path.
fn objects(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            found.push(path.to_owned());
            for (name, field) in fields {
                objects(
                    field,
                    &format!("{path}/{}", name.replace('~', "~0").replace('/', "~1")),
                    found,
                );
            }
        }
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                objects(item, &format!("{path}/{i}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn every_answer_keeps_the_schema_and_nothing_else_does() {
    let schema = schema();
    for (name, answer) in answers() {
        assert_eq!(shape::wrong(&schema, &answer), Vec::<String>::new(), "{name}");
        let mut paths = Vec::new();
        objects(&answer, "", &mut paths);
        for path in paths {
            // A field nobody knows, in words where numbers are keyed by id.
            let mut more = answer.clone();
            more.pointer_mut(&path).unwrap()["nobody knows"] = json!("words");
            assert!(
                !shape::wrong(&schema, &more).is_empty(),
                "{name}: one more field at {path}"
            );
        }
        for field in answer
            .as_object()
            .unwrap()
            .keys()
            .filter(|f| !["consistency", "dropped", "unknown"].contains(&f.as_str()))
        {
            let mut less = answer.clone();
            less.as_object_mut().unwrap().remove(field);
            assert!(
                !shape::wrong(&schema, &less).is_empty(),
                "{name}: without {field}"
            );
        }
    }
}

#[test]
fn every_field_the_schema_describes_is_given_somewhere() {
    let schema = schema();
    let mut given = BTreeSet::new();
    let mut collect = Vec::new();
    for (_, answer) in answers() {
        collect.push(answer);
        while let Some(value) = collect.pop() {
            match value {
                Value::Object(fields) => {
                    given.extend(fields.keys().cloned());
                    collect.extend(fields.into_iter().map(|(_, v)| v));
                }
                Value::Array(items) => collect.extend(items),
                _ => {}
            }
        }
    }
    for (name, part) in schema["$defs"].as_object().unwrap() {
        for field in part
            .get("properties")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            assert!(
                given.contains(field.0),
                "{name}.{} is described but never given",
                field.0
            );
        }
    }
}
