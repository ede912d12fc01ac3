//! Reads a document from the tree of a file: one reader for the TOML authors write and the JSON browsers load.
//!
//! It never stops at the first thing wrong: every missing, unknown or misshapen field is reported with its place.

use super::document::Document;
use crate::format::tree::Node;
#[cfg(not(feature = "spoken"))]
use crate::format::{At, Form, Found, json};
#[cfg(feature = "spoken")]
use crate::format::{Problem, read};

/// Reads a document from the JSON of an aid, taken apart, with every problem at its place in the text.
#[cfg(feature = "spoken")]
pub(crate) fn document(node: &Node<'_>, text: &str) -> (Document, Vec<Problem>) {
    read(node, text, None, Document::of_fields)
}

/// Reads a document from the JSON of an aid. `None` when anything is wrong with it.
#[cfg(not(feature = "spoken"))]
pub(crate) fn sound(node: &Node<'_>) -> Option<Document> {
    let found = Found::default();
    Document::read(node, &At::ROOT, &found).filter(|_| found.is_sound())
}

/// Takes the JSON of an aid apart. `None` when it is not JSON.
#[cfg(not(feature = "spoken"))]
pub(crate) fn parse(text: &str) -> Option<Node<'_>> {
    json::parse(text).ok()
}
