//! JSON Schema as far as the published schemas use it. A keyword not known here fails the test, so nothing is
//! passed over.
#![expect(clippy::panic, reason = "helpers of tests fail the test")]

use serde_json::Value;

/// Every place where a value is not of its schema's shape.
pub(crate) fn wrong(root: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check(root, root, value, "", &mut found);
    found
}

fn check(root: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let Some(keywords) = schema.as_object() else {
        if schema != &Value::Bool(true) {
            found.push(format!("{at}: nothing is allowed here"));
        }
        return;
    };
    for (keyword, rule) in keywords {
        match keyword.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" | "default" | "format" => {}
            "$ref" => {
                let pointer = rule
                    .as_str()
                    .and_then(|text| text.strip_prefix('#'))
                    .unwrap_or_default();
                match root.pointer(pointer) {
                    Some(target) => check(root, target, value, at, found),
                    None => found.push(format!("{at}: {rule} is not in the schema")),
                }
            }
            "type" => {
                let kinds: Vec<&str> = match rule {
                    Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
                    one => one.as_str().into_iter().collect(),
                };
                if !kinds.iter().any(|kind| is(value, kind)) {
                    found.push(format!("{at}: {value} is not {rule}"));
                }
            }
            "enum" => {
                if !rule.as_array().is_some_and(|words| words.contains(value)) {
                    found.push(format!("{at}: {value} is not one of {rule}"));
                }
            }
            "const" => {
                if rule != value {
                    found.push(format!("{at}: {value} is not {rule}"));
                }
            }
            "anyOf" | "oneOf" => {
                let fits = |schema: &&Value| {
                    let mut inside = Vec::new();
                    check(root, schema, value, at, &mut inside);
                    inside.is_empty()
                };
                let fitting = rule.as_array().map_or(0, |all| all.iter().filter(fits).count());
                if fitting == 0 || (keyword == "oneOf" && fitting > 1) {
                    found.push(format!("{at}: {value} fits {fitting} of {keyword}"));
                }
            }
            "required" => {
                for name in rule.as_array().into_iter().flatten().filter_map(Value::as_str) {
                    if value.is_object() && value.get(name).is_none() {
                        found.push(format!("{at}: `{name}` is missing"));
                    }
                }
            }
            "dependentRequired" => {
                for (name, others) in rule.as_object().into_iter().flatten() {
                    for other in others.as_array().into_iter().flatten().filter_map(Value::as_str) {
                        if value.get(name).is_some() && value.get(other).is_none() {
                            found.push(format!("{at}: `{name}` without `{other}`"));
                        }
                    }
                }
            }
            "properties" => {
                for (name, inside) in rule.as_object().into_iter().flatten() {
                    if let Some(field) = value.get(name) {
                        check(root, inside, field, &format!("{at}.{name}"), found);
                    }
                }
            }
            "additionalProperties" => {
                let known = keywords.get("properties").and_then(Value::as_object);
                for (name, field) in value.as_object().into_iter().flatten() {
                    if !known.is_some_and(|known| known.contains_key(name)) {
                        check(root, rule, field, &format!("{at}.{name}"), found);
                    }
                }
            }
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, rule, item, &format!("{at}[{index}]"), found);
                }
            }
            "minItems" | "maxItems" => {
                let length = value.as_array().map_or(0, Vec::len) as u64;
                let limit = rule.as_u64().unwrap_or_default();
                if value.is_array()
                    && (keyword == "minItems" && length < limit || keyword == "maxItems" && length > limit)
                {
                    found.push(format!("{at}: {length} items"));
                }
            }
            "minimum" | "maximum" => {
                if let (Some(number), Some(limit)) = (value.as_f64(), rule.as_f64())
                    && (keyword == "minimum" && number < limit || keyword == "maximum" && number > limit)
                {
                    found.push(format!("{at}: {number} is outside {keyword} {limit}"));
                }
            }
            other => panic!("the schema uses `{other}`, which this test does not know"),
        }
    }
}

fn is(value: &Value, kind: &str) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        _ => false,
    }
}
