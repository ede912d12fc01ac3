//! The TOML tree with the span of every value.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fields::{Fields, Found};
use super::locate;
use crate::aid::{Code, Place, PlaceStep, Problem};

/// Parses a file and reads a value from it. `None` when the file is not TOML at all.
pub(super) fn parsed<T>(
    text: &str,
    file: &str,
    read: impl Fn(Fields<'_, '_>) -> T,
) -> (Option<T>, Vec<Problem>) {
    let (tree, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return (
            None,
            errors.iter().map(|error| syntax(error, text, file)).collect(),
        );
    }
    let found = Found::default();
    let value = read(Fields::root(tree.get_ref(), &found));
    let mut problems = found.into_problems();
    for (problem, span) in &mut problems {
        let span = span
            .clone()
            .unwrap_or_else(|| span_in(&tree, problem.path.steps()));
        locate::place(problem, file, text, span);
    }
    (
        Some(value),
        problems.into_iter().map(|(problem, _)| problem).collect(),
    )
}

/// A parsed file, to find places in.
pub(super) struct Tree<'t>(Spanned<DeTable<'t>>);

impl<'t> Tree<'t> {
    /// The tree of a text that was parsed before without errors.
    pub(super) fn of(text: &'t str) -> Self {
        Self(DeTable::parse_recoverable(text).0)
    }

    /// The span of a place, or of the nearest place around it that is in the file.
    pub(super) fn span_of(&self, steps: &[PlaceStep]) -> Range<usize> {
        span_in(&self.0, steps)
    }
}

fn span_in(tree: &Spanned<DeTable<'_>>, steps: &[PlaceStep]) -> Range<usize> {
    let (mut table, mut list) = (Some(tree.get_ref()), None);
    // The whole file is no place; its first character is.
    let mut span = 0..0;
    for step in steps {
        let next = match (step, table, list) {
            (PlaceStep::Key(key), Some(table), _) => table.get(key.as_str()),
            (PlaceStep::Index(index), _, Some(list)) => <[Spanned<DeValue<'_>>]>::get(list, *index),
            _ => None,
        };
        let Some(next) = next else { break };
        span = next.span();
        (table, list) = match next.get_ref() {
            DeValue::Table(table) => (Some(table), None),
            DeValue::Array(array) => (None, Some(&**array)),
            _ => (None, None),
        };
    }
    span
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
    let span = error.span().unwrap_or(text.len()..text.len());
    let name = text
        .get(span.clone())
        .map(str::trim)
        .filter(|t| !t.is_empty() && t.len() <= 40 && !t.contains('\n'));
    let message = match name {
        Some(name) => format!("{said}: `{}`", name.escape_debug()),
        None => said.to_owned(),
    };
    let mut problem = Problem::new(code, Place::root(), message, remedy);
    locate::place(&mut problem, file, text, span);
    problem
}
