//! The canonical text of a file: the same for every order of fields and every spacing.

#[cfg(feature = "spoken")]
use super::tree::{Node, Value};

/// RFC 8785 (JSON Canonicalization Scheme) for what the format holds: fields by name, no white space, no `null`,
/// only the escapes that must be.
#[cfg(feature = "spoken")]
pub(crate) fn canonical(node: &Node<'_>) -> String {
    let mut out = String::new();
    write(node, &mut out);
    out
}

#[cfg(feature = "spoken")]
fn write(node: &Node<'_>, out: &mut String) {
    match &node.value {
        Value::Null | Value::Other(_) => out.push_str("null"),
        Value::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Value::Number(number) => out.push_str(&number.to_string()),
        Value::Text(text) => quote(text, out),
        Value::List(list) => {
            for (index, node) in list.iter().enumerate() {
                out.push(if index == 0 { '[' } else { ',' });
                write(node, out);
            }
            out.push_str(if list.is_empty() { "[]" } else { "]" });
        }
        Value::Table(entries) => {
            out.push('{');
            let mut last: Option<&str> = None;
            // Tables are small: the next name each time, rather than a sort.
            while let Some(entry) = entries
                .iter()
                .filter(|entry| last.is_none_or(|last| &*entry.key > last))
                .filter(|entry| !matches!(entry.node.value, Value::Null))
                .min_by(|a, b| a.key.cmp(&b.key))
            {
                if last.is_some() {
                    out.push(',');
                }
                last = Some(&entry.key);
                quote(&entry.key, out);
                out.push(':');
                write(&entry.node, out);
            }
            out.push('}');
        }
    }
}

/// A text in JSON's quotes.
pub(crate) fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\0'..='\u{1f}' => {
                let code = u32::from(c);
                out.push_str("\\u00");
                out.push(if code < 16 { '0' } else { '1' });
                out.extend(char::from_digit(code % 16, 16));
            }
            _ => out.push(c),
        }
    }
    out.push('"');
}
