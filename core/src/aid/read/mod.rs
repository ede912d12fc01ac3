//! Reading a document from a file taken apart: one reader for the TOML authors write and the JSON browsers load.
//!
//! It never stops at the first thing wrong: every missing, unknown or misshapen field is reported with its place.

mod canonical;
mod document;
mod fields;
mod json;
pub(crate) mod locate;
pub(crate) mod node;
mod words;

use super::document::Document;
use super::problem::At;
use super::{Code, Place, Problem};
use fields::{Fields, Found, Reader};
use node::Node;

pub(crate) use canonical::canonical;
#[cfg(feature = "authoring")]
pub(crate) use document::{aid_file, review_file};
#[cfg(feature = "authoring")]
pub(crate) use {fields::Fields as TableFields, words::Word};

/// Reads a table with one of the readers of [`document`], placing every problem in the text.
pub(crate) fn read<'t, T>(
    node: &'t Node<'t>,
    text: &str,
    file: Option<&str>,
    reader: Reader<'t, T>,
) -> (T, Vec<Problem>) {
    let found = Found::default();
    let value = reader(Fields::of(node, &At::ROOT, &found));
    let mut problems = Vec::new();
    for (mut problem, span) in found.into_problems() {
        let span = span.unwrap_or_else(|| node.span_of(problem.path.steps()));
        locate::place(&mut problem, file, text, span);
        problems.push(problem);
    }
    (value, problems)
}

/// Takes the JSON of an aid apart.
pub(crate) fn parse(text: &str) -> Result<Node<'_>, Box<Problem>> {
    json::parse(text).map_err(|wrong| {
        let mut problem = Problem::new(
            Code::Syntax,
            Place::root(),
            wrong.what,
            "build the file again with `weighup build`; check that the whole of it arrived",
        );
        locate::place(&mut problem, None, text, wrong.at..wrong.at);
        Box::new(problem)
    })
}

/// Reads a document from the JSON of an aid, taken apart.
pub(crate) fn document(node: &Node<'_>, text: &str) -> (Document, Vec<Problem>) {
    read(node, text, None, document::compiled)
}
