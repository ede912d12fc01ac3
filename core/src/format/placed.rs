//! Reads a file with every problem put at its line and column.

use super::reader::{Found, Reader};
use super::tree::Node;
use super::{At, Code, Fields, Place, Problem, locate};

/// Reads a table with a reader of its fields, placing every problem in the text.
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
