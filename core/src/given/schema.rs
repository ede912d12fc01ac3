//! The published schemas of the line and of a file of questions.

use serde_json::{Map, Value, json};

use super::{GIVEN_VERSION, Given, Questions};

/// The JSON Schema of one line: every field is there, and each identifier has its shape, so that no sentence fits anywhere.
#[must_use]
pub fn given_schema() -> Value {
    let mut schema = schemars::schema_for!(Given).to_value();
    titled(
        &mut schema,
        "What a person gave at the end of a Weighup decision aid",
    );
    every_field(&mut schema);
    let id = json!({ "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,63}$" });
    for name in ["OutcomeId", "QuestionId", "MeasureId"] {
        put(&mut schema, &["$defs", name], &id);
    }
    put(&mut schema, &["$defs", "GivenAid", "properties", "id"], &id);
    let version = json!({ "type": "string", "pattern": "^[0-9]{1,5}\\.[0-9]{1,5}\\.[0-9]{1,5}$" });
    put(
        &mut schema,
        &["$defs", "GivenAid", "properties", "version"],
        &version,
    );
    let hash = json!({ "type": ["string", "null"], "pattern": "^[0-9a-f]{12}$" });
    put(&mut schema, &["$defs", "GivenAid", "properties", "hash"], &hash);
    let shapes = [
        (
            "GivenId",
            json!({ "type": "string", "pattern": "^[A-Za-z0-9_-]{22}$" }),
        ),
        (
            "GivenMonth",
            json!({ "type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$" }),
        ),
        (
            "GivenAnswer",
            json!({ "type": ["integer", "null"], "minimum": 0, "maximum": 10 }),
        ),
    ];
    for (name, shape) in &shapes {
        put(&mut schema, &["$defs", name], shape);
    }
    put(
        &mut schema,
        &["properties", "version"],
        &json!({ "const": GIVEN_VERSION }),
    );
    let language = json!({ "type": "string", "pattern": "^[a-z]{2,8}$" });
    put(&mut schema, &["properties", "language"], &language);
    schema
}

/// The JSON Schema of a file of questions.
#[must_use]
pub fn questions_schema() -> Value {
    let mut schema = schemars::schema_for!(Questions).to_value();
    titled(
        &mut schema,
        "Questions that a Weighup decision aid asks at its end",
    );
    schema
}

fn titled(schema: &mut Value, title: &str) {
    if let Some(whole) = schema.as_object_mut() {
        whole.insert("title".to_owned(), title.into());
    }
}

/// Requires every property of every table.
fn every_field(schema: &mut Value) {
    if let Some(table) = schema.as_object_mut() {
        if let Some(fields) = table.get("properties").and_then(Value::as_object) {
            let names: Vec<Value> = fields.keys().cloned().map(Value::String).collect();
            table.insert("required".to_owned(), Value::Array(names));
        }
        for (_, part) in table.iter_mut() {
            every_field(part);
        }
    } else if let Some(list) = schema.as_array_mut() {
        list.iter_mut().for_each(every_field);
    }
}

/// Puts more rules to what stands at a path, in place of those of the same name. What it says of its meaning stays.
fn put(schema: &mut Value, path: &[&str], rules: &Value) {
    let mut here = schema;
    for name in path {
        let Some(next) = here.get_mut(name) else { return };
        here = next;
    }
    if let (Some(here), Some(rules)) = (here.as_object_mut(), rules.as_object()) {
        let meaning: Map<String, Value> = here
            .iter()
            .filter(|(name, _)| *name == "description")
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        *here = meaning;
        here.extend(rules.clone());
    }
}
