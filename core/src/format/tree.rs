//! The tree of a file: values with their spans, the same for TOML and JSON.

use std::borrow::Cow;
use std::ops::Range;

#[cfg(feature = "spoken")]
use super::PlaceStep;

/// A value and where it stands, in bytes.
#[derive(Debug)]
pub(crate) struct Node<'t> {
    pub(crate) value: Value<'t>,
    pub(crate) span: Range<usize>,
}

/// What a file can hold. The format has no fractions, dates or nothings; they are kept to be refused by name.
#[derive(Debug)]
pub(crate) enum Value<'t> {
    /// JSON's `null`: as if the field were left out.
    Null,
    Flag(bool),
    /// A whole number of 0 or more.
    Number(u64),
    Text(Cow<'t, str>),
    List(Vec<Node<'t>>),
    Table(Vec<Entry<'t>>),
    /// Something else: "float", "integer" when it is below 0 or too large, "datetime".
    Other(&'static str),
}

/// A field of a table.
#[derive(Debug)]
pub(crate) struct Entry<'t> {
    pub(crate) key: Cow<'t, str>,
    pub(crate) key_span: Range<usize>,
    pub(crate) node: Node<'t>,
}

impl<'t> Node<'t> {
    /// What it is, for a message.
    pub(crate) fn kind(&self) -> &'static str {
        match &self.value {
            Value::Null => "nothing",
            Value::Flag(_) => "true or false",
            Value::Number(_) => "a number",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Table(_) => "a table",
            Value::Other("float") => "a number with a decimal point",
            Value::Other("integer") => "a number below 0, or too large",
            Value::Other(_) => "a date without quotation marks",
        }
    }

    #[cfg(feature = "spoken")]
    /// The span of a place, or of the nearest place around it that is in the file.
    pub(crate) fn span_of(&self, steps: &[PlaceStep]) -> Range<usize> {
        let mut here = self;
        // The whole file is no place; its first character is.
        let mut span = 0..0;
        for step in steps {
            let next = match (step, &here.value) {
                (PlaceStep::Key(key), Value::Table(entries)) => field(entries, key),
                (PlaceStep::Index(index), Value::List(list)) => list.get(*index),
                _ => None,
            };
            let Some(next) = next else { break };
            span = next.span.clone();
            here = next;
        }
        span
    }
}

/// A field by name.
pub(crate) fn field<'n, 't>(entries: &'n [Entry<'t>], key: &str) -> Option<&'n Node<'t>> {
    entries
        .iter()
        .find(|entry| entry.key == key)
        .map(|entry| &entry.node)
}
