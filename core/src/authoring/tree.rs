//! TOML taken apart.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::aid::read::locate;
use crate::aid::read::node::{Entry, Node, Value};
use crate::aid::{Code, Place, Problem};

/// Takes a file apart. Every problem when it is not TOML.
pub(super) fn parse<'t>(text: &'t str, file: &str) -> Result<Node<'t>, Vec<Problem>> {
    let (tree, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return Ok(Node {
            span: tree.span(),
            value: table(tree.into_inner()),
        });
    }
    Err(errors.iter().map(|error| syntax(error, text, file)).collect())
}

fn table(table: DeTable<'_>) -> Value<'_> {
    let mut entries = Vec::new();
    for (key, value) in table {
        entries.push(Entry {
            key_span: key.span(),
            key: key.into_inner(),
            node: node(value),
        });
    }
    Value::Table(entries)
}

fn node(value: Spanned<DeValue<'_>>) -> Node<'_> {
    let span = value.span();
    let kind = value.get_ref().type_str();
    let value = match value.into_inner() {
        DeValue::String(text) => Value::Text(text),
        DeValue::Integer(number) => match u64::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => Value::Number(number),
            Err(_) => Value::Other(kind),
        },
        DeValue::Boolean(flag) => Value::Flag(flag),
        DeValue::Array(list) => Value::List(list.into_iter().map(node).collect()),
        DeValue::Table(inner) => table(inner),
        DeValue::Float(_) | DeValue::Datetime(_) => Value::Other(kind),
    };
    Node { value, span }
}

fn syntax(error: &toml::de::Error, text: &str, file: &str) -> Problem {
    let said = error.message();
    let (code, said, remedy) = if said.contains("duplicate key") {
        (Code::DuplicateKey, "this is given twice", "keep one of the two")
    } else if said.contains("recurs") {
        (
            Code::Syntax,
            "tables or lists are nested too deep",
            "the format is five deep at most; look for a bracket that is not closed",
        )
    } else {
        (
            Code::Syntax,
            said,
            "see https://toml.io for how values and tables are written",
        )
    };
    let span: Range<usize> = error.span().unwrap_or(text.len()..text.len());
    let name = text
        .get(span.clone())
        .map(str::trim)
        .filter(|t| !t.is_empty() && t.len() <= 40 && !t.contains('\n'));
    let message = match name {
        Some(name) => format!("{said}: `{}`", name.escape_debug()),
        None => said.to_owned(),
    };
    let mut problem = Problem::new(code, Place::root(), message, remedy);
    locate::place(&mut problem, Some(file), text, span);
    problem
}
