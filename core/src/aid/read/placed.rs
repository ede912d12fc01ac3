//! Reading with every problem at its line and column.

use super::super::at::At;
use super::super::document::Document;
use super::super::{Code, Place, Problem};
use super::fields::{Fields, Found, Reader};
use super::locate;
use super::node::Node;

/// Reads a table with one of the readers of the document, placing every problem in the text.
pub(crate) fn read<'t, T>(
    node: &'t Node<'t>,
    text: &str,
    file: Option<&str>,
    reader: Reader<'t, T>,
) -> (T, Vec<Problem>) {
    let found = Found::default();
    let value = Fields::read(node, &At::ROOT, &found, reader);
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
    super::json::parse(text).map_err(|wrong| {
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
    read(node, text, None, super::document::compiled)
}
