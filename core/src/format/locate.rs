//! Turns byte spans of a file into lines and columns.

use std::ops::Range;

use super::Problem;

/// Puts a problem at a span of a file. When it is about a few words of the span, at those words.
pub(crate) fn place(problem: &mut Problem, file: Option<&str>, text: &str, span: Range<usize>) {
    let within = problem
        .excerpt
        .as_deref()
        .filter(|words| !words.is_empty())
        .and_then(|words| {
            let at = text.get(span.clone())?.find(words)? + span.start;
            Some(at..at + words.len())
        });
    let span = within.unwrap_or(span);
    let (line, column) = line_column(text, span.start);
    problem.file = file.map(str::to_owned);
    problem.line = Some(line);
    problem.column = Some(column);
    problem.span = Some((span.start, span.end));
}

/// Line and column in characters, both from 1.
pub(crate) fn line_column(text: &str, at: usize) -> (u32, u32) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (
        u32::try_from(line).unwrap_or(u32::MAX),
        u32::try_from(column).unwrap_or(u32::MAX),
    )
}
