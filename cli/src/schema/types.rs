//! Types for TypeScript out of a schema of ours: `headless.views.d.ts` of the npm package.
//!
//! Libraries that make types of a schema bring in one under the Python licence, which this project does not take; what our own
//! schemas use of the language is little, and what is not known here is refused: no type is a guess.

use std::fmt::Write as _;

use serde_json::{Map, Value};

/// A part of a schema of which no type can be made.
#[derive(Debug, thiserror::Error)]
#[error("no type can be made of this part of the schema: {shape}; teach cli/src/schema/types.rs what it is")]
pub(crate) struct TypesError {
    shape: String,
}

type Made = Result<String, TypesError>;

/// The types of everything that a schema defines.
pub(super) fn types(schema: &Value) -> Made {
    let mut out = String::from(
        "// Made by `weighup schema headless-types`: what can be done, and what each view shows.\n",
    );
    let defined = schema.get("$defs").and_then(Value::as_object);
    for (name, shape) in defined.ok_or_else(|| unknown(schema))? {
        declare(&mut out, name, shape)?;
    }
    Ok(out)
}

fn unknown(shape: &Value) -> TypesError {
    TypesError {
        shape: shape.to_string(),
    }
}

/// `export interface` for an object with fields, `export type` for all else.
fn declare(out: &mut String, name: &str, shape: &Value) -> Result<(), TypesError> {
    out.push('\n');
    comment(out, "", shape);
    let _ = match shape.get("properties").and_then(Value::as_object) {
        Some(fields) => writeln!(out, "export interface {name} {}", fielded(fields, shape, "")?),
        None => writeln!(out, "export type {name} = {};", typed(shape, "")?),
    };
    Ok(())
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

fn fielded(fields: &Map<String, Value>, shape: &Value, indent: &str) -> Made {
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
        let _ = writeln!(out, "{inner}{key}{mark}: {};", typed(field, &inner)?);
    }
    Ok(out + indent + "}")
}

fn typed(shape: &Value, indent: &str) -> Made {
    if let Some(name) = shape.get("$ref").and_then(Value::as_str) {
        return Ok(name.trim_start_matches("#/$defs/").to_owned());
    }
    if let Some(value) = shape.get("const") {
        return Ok(value.to_string());
    }
    if let Some(values) = shape.get("enum").and_then(Value::as_array) {
        return joined(values.iter().map(|value| Ok(value.to_string())));
    }
    let ways = shape.get("anyOf").or_else(|| shape.get("oneOf"));
    if let Some(ways) = ways.and_then(Value::as_array) {
        return joined(ways.iter().map(|way| typed(way, indent)));
    }
    match shape.get("type") {
        Some(Value::Array(kinds)) => joined(kinds.iter().map(|kind| {
            let mut one = shape.as_object().cloned().unwrap_or_default();
            one.insert("type".to_owned(), kind.clone());
            typed(&Value::Object(one), indent)
        })),
        Some(Value::String(kind)) => match kind.as_str() {
            "string" | "boolean" | "null" => Ok(kind.clone()),
            "integer" | "number" => Ok("number".to_owned()),
            "array" => listed(shape, indent),
            "object" => object(shape, indent),
            _ => Err(unknown(shape)),
        },
        _ => Err(unknown(shape)),
    }
}

fn object(shape: &Value, indent: &str) -> Made {
    if let Some(fields) = shape.get("properties").and_then(Value::as_object) {
        return told_once(fields, shape, indent);
    }
    match shape.get("additionalProperties") {
        Some(values) if values.is_object() => Ok(format!("Record<string, {}>", typed(values, indent)?)),
        _ => Err(unknown(shape)),
    }
}

/// The one field of what can be one of several is told what that is.
fn told_once(fields: &Map<String, Value>, shape: &Value, indent: &str) -> Made {
    let mut fields = fields.clone();
    if let (1, Some(told)) = (fields.len(), shape.get("description")) {
        for field in fields.values_mut().filter_map(Value::as_object_mut) {
            field.insert("description".to_owned(), told.clone());
        }
    }
    fielded(&fields, shape, indent)
}

fn listed(shape: &Value, indent: &str) -> Made {
    if let Some(each) = shape.get("prefixItems").and_then(Value::as_array) {
        let each: Result<Vec<String>, _> = each.iter().map(|item| typed(item, indent)).collect();
        return Ok(format!("[{}]", each?.join(", ")));
    }
    let item = typed(shape.get("items").ok_or_else(|| unknown(shape))?, indent)?;
    Ok(if item.contains(' ') {
        format!("({item})[]")
    } else {
        format!("{item}[]")
    })
}

fn joined(all: impl Iterator<Item = Made>) -> Made {
    let mut each: Vec<String> = Vec::new();
    for one in all {
        let one = one?;
        if !each.contains(&one) {
            each.push(one);
        }
    }
    Ok(each.join(" | "))
}

#[cfg(test)]
mod tests {
    use super::types;
    use serde_json::json;

    #[test]
    fn what_is_not_known_is_refused_and_named() {
        for shape in [
            json!({}),
            json!({ "type": "object" }),
            json!({ "type": "date" }),
            json!({ "type": "array" }),
        ] {
            let schema = json!({ "$defs": { "Odd": shape.clone() } });
            let said = types(&schema).map_err(|error| error.to_string());
            assert!(
                said.is_err_and(|said| said.contains(&shape.to_string())),
                "{shape}"
            );
        }
    }

    #[test]
    fn a_field_that_may_be_left_out_has_its_mark() {
        let schema = json!({ "$defs": { "One": {
            "type": "object", "description": "A [`super::thing`].", "required": ["a"],
            "properties": { "a": { "type": ["string", "null"] }, "b-c": { "type": "array", "items": { "enum": ["x", "y"] } } },
        } } });
        let made = types(&schema).unwrap_or_default();
        assert!(
            made.ends_with("/** A `thing`. */\nexport interface One {\n  a: string | null;\n  \"b-c\"?: (\"x\" | \"y\")[];\n}\n"),
            "{made}"
        );
    }
}
