//! Reading a document from a file taken apart: one reader for the TOML authors write and the JSON browsers load.
//!
//! It never stops at the first thing wrong: every missing, unknown or misshapen field is reported with its place.

mod canonical;
mod document;
pub(crate) mod fields;
pub(crate) mod json;
#[cfg(feature = "spoken")]
pub(crate) mod locate;
#[cfg(feature = "spoken")]
mod placed;
mod words;

pub(crate) mod node;

#[cfg(feature = "authoring")]
pub(crate) use document::{horizon, outcome, reference_class, review, source, support, tables};
#[cfg(feature = "authoring")]
pub(crate) use fields::Fields as TableFields;
#[cfg(feature = "authoring")]
pub(crate) use placed::read;
#[cfg(feature = "spoken")]
pub(crate) use placed::{document, parse};
pub(crate) use words::Word;

#[cfg(feature = "spoken")]
pub(crate) use canonical::canonical;
pub(crate) use canonical::quote;

/// Reads a document from the JSON of an aid. `None` when anything is wrong with it.
#[cfg(not(feature = "spoken"))]
pub(crate) fn sound(node: &node::Node<'_>) -> Option<super::document::Document> {
    let found = fields::Found::default();
    let document = fields::Fields::read(node, &super::at::At::ROOT, &found, document::compiled);
    found.is_sound().then_some(document)
}

/// Takes the JSON of an aid apart. `None` when it is not JSON.
#[cfg(not(feature = "spoken"))]
pub(crate) fn parse(text: &str) -> Option<node::Node<'_>> {
    json::parse(text).ok()
}
