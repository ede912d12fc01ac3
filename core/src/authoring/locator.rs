//! Finding the places of an aid in its files.

use super::tree;
use super::{AidFiles, SourceFile};
use crate::aid::{Place, PlaceStep, Problem};
use crate::format::locate;
use crate::format::tree::Node;

/// Finds the places of an aid in its files.
pub struct Locator<'a> {
    files: Vec<Option<(&'a str, &'a str, Option<Node<'a>>)>>,
}

impl<'a> Locator<'a> {
    /// Takes apart `aid.toml` and, where they are there, `review.toml` and `involvement.toml`. A file that is not TOML has no
    /// places.
    #[must_use]
    pub fn new(files: AidFiles<'a>) -> Self {
        let open = |file: SourceFile<'a>| {
            let bytes = file.bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file.bytes);
            let text = std::str::from_utf8(bytes).unwrap_or_default();
            (file.name, text, tree::parse(text, file.name).ok())
        };
        Self {
            files: [Some(files.aid), files.review, files.involvement]
                .map(|file| file.map(open))
                .into(),
        }
    }

    /// Puts a problem at its file, line and column.
    pub fn locate(&self, problem: &mut Problem) {
        let (index, steps) = file_of(&problem.path);
        if let Some(Some((name, text, Some(tree)))) = self.files.get(index) {
            let span = tree.span_of(steps);
            locate::place(problem, Some(name), text, span);
            super::naming::name(problem, tree);
        }
    }

    /// File and line of a place; `None` when nothing of it is in the files.
    #[must_use]
    pub fn line(&self, place: &Place) -> Option<(&'a str, u32)> {
        let (index, steps) = file_of(place);
        let (name, text, tree) = self.files.get(index)?.as_ref()?;
        let span = tree.as_ref()?.span_of(steps);
        if span.end == 0 {
            return None;
        }
        Some((name, locate::line_column(text, span.start).0))
    }
}

/// Which file a place is in, and the steps inside it.
fn file_of(place: &Place) -> (usize, &[PlaceStep]) {
    match place.steps() {
        [PlaceStep::Key(first), rest @ ..] if first == "review" => (1, rest),
        [PlaceStep::Key(first), rest @ ..] if first == "involvement" => (2, rest),
        steps => (0, steps),
    }
}
