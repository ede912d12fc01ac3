//! Reading a document from a file taken apart: one reader for the TOML authors write and the JSON browsers load.
//!
//! It never stops at the first thing wrong: every missing, unknown or misshapen field is reported with its place.

mod document;
mod words;

use super::document::Document;
use crate::format::tree::Node;
#[cfg(not(feature = "spoken"))]
use crate::format::{At, Fields, json, reader::Found};
#[cfg(feature = "spoken")]
use crate::format::{Problem, read};

#[cfg(feature = "authoring")]
pub(crate) use document::{horizon, outcome, reference_class, review, source, support, tables};

/// Reads a document from the JSON of an aid, taken apart, with every problem at its place in the text.
#[cfg(feature = "spoken")]
pub(crate) fn document(node: &Node<'_>, text: &str) -> (Document, Vec<Problem>) {
    read(node, text, None, document::compiled)
}

/// Reads a document from the JSON of an aid. `None` when anything is wrong with it.
#[cfg(not(feature = "spoken"))]
pub(crate) fn sound(node: &Node<'_>) -> Option<Document> {
    let found = Found::default();
    let document = Fields::read(node, &At::ROOT, &found, document::compiled);
    found.is_sound().then_some(document)
}

/// Takes the JSON of an aid apart. `None` when it is not JSON.
#[cfg(not(feature = "spoken"))]
pub(crate) fn parse(text: &str) -> Option<Node<'_>> {
    json::parse(text).ok()
}
