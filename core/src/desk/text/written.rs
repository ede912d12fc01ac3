//! How values are written in a file, in the way the project's own aids write them.

use serde_json::Value;

use super::content::OTHER;
use crate::authoring::quoted;

/// The longest list that stands in one line, in characters.
const ONE_LINE: usize = 90;

/// A value on lines of its own.
pub(super) fn written(value: &Value, newline: &str) -> String {
    if let Value::Array(list) = value {
        let line = in_line(value);
        let sentences = list.len() > 1 && list.iter().any(|one| one.as_str().is_some_and(is_sentence));
        if sentences || line.chars().count() > ONE_LINE {
            let lines: String = list
                .iter()
                .map(|one| format!("  {},{newline}", in_line(one)))
                .collect();
            return format!("[{newline}{lines}]");
        }
        return line;
    }
    in_line(value)
}

/// A value within a line.
pub(super) fn in_line(value: &Value) -> String {
    match value {
        Value::Null => "\"\"".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text
            .strip_prefix(OTHER)
            .map_or_else(|| quoted(text), str::to_owned),
        Value::Array(list) => {
            let all: Vec<String> = list.iter().map(in_line).collect();
            format!("[{}]", all.join(", "))
        }
        Value::Object(fields) if fields.is_empty() => "{}".to_owned(),
        Value::Object(fields) => {
            let all = fields
                .iter()
                .map(|(key, value)| format!("{} = {}", name(key), in_line(value)));
            format!("{{ {} }}", all.collect::<Vec<_>>().join(", "))
        }
    }
}

/// The same for fields in an order of their own.
pub(super) fn table(fields: &[(String, Value)]) -> String {
    if fields.is_empty() {
        return "{}".to_owned();
    }
    let all = fields
        .iter()
        .map(|(key, value)| format!("{} = {}", name(key), in_line(value)));
    format!("{{ {} }}", all.collect::<Vec<_>>().join(", "))
}

/// A name, in quotation marks where it needs them.
pub(super) fn name(key: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if !key.is_empty() && key.chars().all(plain) {
        key.to_owned()
    } else {
        quoted(key)
    }
}

fn is_sentence(text: &str) -> bool {
    text.contains(' ')
}
