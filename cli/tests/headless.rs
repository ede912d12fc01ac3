//! The published description of `weighup/headless`: its schema is what the command prints, and the types for TypeScript are made of it.
//!
//! Libraries that make types of a schema bring in one under the Python licence, which this project does not take; what our own
//! schemas use of the language is little.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod common;

use std::fmt::Write as _;
use std::fs;

use common::{root, text, weighup};
use serde_json::{Map, Value};

fn schema() -> String {
    text(&weighup(&["schema", "headless"]).stdout)
}

/// Compares a file with what it should hold, and writes it where `HEADLESS=write` is set.
fn holds(path: &str, wanted: &str) {
    let path = root().join(path);
    if std::env::var("HEADLESS").as_deref() == Ok("write") {
        fs::write(&path, wanted).unwrap();
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == wanted,
        "{} is not what the code says: run this test with HEADLESS=write",
        path.display()
    );
}

#[test]
fn the_schema_that_is_published_is_that_of_the_code() {
    holds("docs/schema/headless.schema.json", &schema());
}

#[test]
fn the_types_for_typescript_are_those_of_the_code() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let mut out = String::from(
        "// Made from docs/schema/headless.schema.json by cli/tests/headless.rs: what can be done, and what each view shows.\n",
    );
    for (name, shape) in schema["$defs"].as_object().unwrap() {
        declare(&mut out, name, shape);
    }
    holds("pkg/js/headless.views.d.ts", &out);
}

/// `export interface` for an object with fields, `export type` for all else.
fn declare(out: &mut String, name: &str, shape: &Value) {
    out.push('\n');
    comment(out, "", shape);
    match shape.get("properties").and_then(Value::as_object) {
        Some(fields) => {
            let _ = writeln!(out, "export interface {name} {}", fielded(fields, shape, ""));
        }
        None => {
            let _ = writeln!(out, "export type {name} = {};", typed(shape, ""));
        }
    }
}

fn comment(out: &mut String, indent: &str, shape: &Value) {
    if let Some(text) = shape.get("description").and_then(Value::as_str) {
        // Links are for readers of the Rust documentation.
        let text = text
            .replace('\n', " ")
            .replace("[`super::", "`")
            .replace("[`", "`")
            .replace("`]", "`");
        let _ = writeln!(out, "{indent}/** {text} */");
    }
}

fn fielded(fields: &Map<String, Value>, shape: &Value, indent: &str) -> String {
    let required = shape.get("required").and_then(Value::as_array);
    let inner = [indent, "  "].concat();
    let mut out = String::from("{\n");
    for (name, field) in fields {
        // What one of several is stands on it, and not on the field that tells it.
        comment(&mut out, &inner, field);
        let always = required.is_some_and(|all| all.iter().any(|each| each == name));
        let key = if name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
            name.clone()
        } else {
            format!("\"{name}\"")
        };
        let mark = if always { "" } else { "?" };
        let _ = writeln!(out, "{inner}{key}{mark}: {};", typed(field, &inner));
    }
    out + indent + "}"
}

/// The type of a schema. What is not known here stops the test: no type is a guess.
fn typed(shape: &Value, indent: &str) -> String {
    if let Some(name) = shape.get("$ref").and_then(Value::as_str) {
        return name.trim_start_matches("#/$defs/").to_owned();
    }
    if let Some(value) = shape.get("const") {
        return value.to_string();
    }
    if let Some(values) = shape.get("enum").and_then(Value::as_array) {
        return joined(values.iter().map(Value::to_string));
    }
    if let Some(ways) = shape.get("anyOf").or_else(|| shape.get("oneOf")) {
        return joined(ways.as_array().unwrap().iter().map(|way| typed(way, indent)));
    }
    match &shape["type"] {
        Value::Array(kinds) => joined(kinds.iter().map(|kind| {
            let mut one = shape.as_object().cloned().unwrap_or_default();
            one.insert("type".to_owned(), kind.clone());
            typed(&Value::Object(one), indent)
        })),
        Value::String(kind) => match kind.as_str() {
            "string" | "boolean" | "null" => kind.clone(),
            "integer" | "number" => "number".to_owned(),
            "array" => listed(shape, indent),
            "object" => match (shape.get("properties"), shape.get("additionalProperties")) {
                (Some(fields), _) => told_once(fields.as_object().unwrap(), shape, indent),
                (None, Some(values)) if values.is_object() => {
                    format!("Record<string, {}>", typed(values, indent))
                }
                _ => panic!("an object of what? {shape}"),
            },
            other => panic!("{other} is not known here: {shape}"),
        },
        _ => panic!("no type can be made of {shape}"),
    }
}

/// The one field of what can be one of several is told what that is.
fn told_once(fields: &Map<String, Value>, shape: &Value, indent: &str) -> String {
    let mut fields = fields.clone();
    if let (1, Some(told)) = (fields.len(), shape.get("description")) {
        for field in fields.values_mut() {
            field
                .as_object_mut()
                .unwrap()
                .insert("description".to_owned(), told.clone());
        }
    }
    fielded(&fields, shape, indent)
}

fn listed(shape: &Value, indent: &str) -> String {
    if let Some(each) = shape.get("prefixItems").and_then(Value::as_array) {
        let each: Vec<String> = each.iter().map(|item| typed(item, indent)).collect();
        return format!("[{}]", each.join(", "));
    }
    let item = typed(&shape["items"], indent);
    if item.contains(' ') {
        format!("({item})[]")
    } else {
        format!("{item}[]")
    }
}

fn joined(all: impl Iterator<Item = String>) -> String {
    let mut each: Vec<String> = Vec::new();
    for one in all {
        if !each.contains(&one) {
            each.push(one);
        }
    }
    each.join(" | ")
}
