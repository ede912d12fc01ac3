//! The entries of a list in brackets, each with the comments around it.

use std::ops::Range;

use super::literal::{Cursor, Literal};

/// A list taken apart.
pub(super) struct Chunks {
    entries: Vec<Chunk>,
    /// Whether a comma follows the last entry.
    comma: bool,
    /// From the last entry to the bracket.
    tail: String,
}

/// One entry.
#[derive(Clone)]
struct Chunk {
    /// Line ends, spaces and comments before it.
    before: String,
    value: String,
    /// A comment behind it, on its own line.
    behind: String,
}

impl Chunks {
    /// Takes apart a list whose brackets are at `span`.
    pub(super) fn of(text: &str, span: &Range<usize>, list: &[Literal]) -> Option<Self> {
        let mut at = span.start + 1;
        let (mut entries, mut comma) = (Vec::new(), false);
        for literal in list {
            let before = text.get(at..literal.span.start)?.to_owned();
            let mut cursor = Cursor {
                text,
                at: literal.span.end,
            };
            cursor.trivia();
            comma = cursor.pass(",");
            if !comma {
                cursor.at = literal.span.end;
            }
            let end = cursor.at;
            cursor.blanks();
            if cursor.starts("#") {
                cursor.line_end();
                cursor.at -= usize::from(text.get(..cursor.at).is_some_and(|line| line.ends_with('\r')));
            } else {
                cursor.at = end;
            }
            at = cursor.at.min(span.end - 1);
            entries.push(Chunk {
                before,
                value: text.get(literal.span.clone())?.to_owned(),
                behind: text.get(end..at)?.to_owned(),
            });
        }
        Some(Self {
            entries,
            comma,
            tail: text.get(at..span.end - 1)?.to_owned(),
        })
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn set(&mut self, index: usize, value: String) -> Option<()> {
        self.entries.get_mut(index)?.value = value;
        Some(())
    }

    pub(super) fn insert(&mut self, index: usize, value: String) -> Option<()> {
        (index <= self.entries.len()).then_some(())?;
        let near = self.entries.get(index).or_else(|| self.entries.last());
        let before = near.map_or_else(String::new, |near| lines_of(&near.before));
        // What was first in a line has none before it; behind others a space is.
        let before = if before.is_empty() && index > 0 {
            " ".to_owned()
        } else {
            before
        };
        if let Some(next) = self
            .entries
            .get_mut(index)
            .filter(|next| index == 0 && next.before.is_empty())
        {
            next.before = " ".to_owned();
        }
        self.entries.insert(
            index,
            Chunk {
                before,
                value,
                behind: String::new(),
            },
        );
        Some(())
    }

    pub(super) fn remove(&mut self, index: usize) -> Option<()> {
        (index < self.entries.len()).then(|| self.entries.remove(index))?;
        if let Some(first) = self
            .entries
            .first_mut()
            .filter(|first| index == 0 && first.before == " ")
        {
            first.before.clear();
        }
        Some(())
    }

    pub(super) fn move_to(&mut self, index: usize, to: usize) -> Option<()> {
        (index < self.entries.len() && to < self.entries.len()).then_some(())?;
        let spaces: Vec<Option<String>> = self
            .entries
            .iter()
            .map(|entry| (!entry.before.contains('#')).then(|| entry.before.clone()))
            .collect();
        let moved = self.entries.remove(index);
        self.entries.insert(to, moved);
        for (entry, space) in self.entries.iter_mut().zip(spaces) {
            if let Some(space) = space.filter(|_| !entry.before.contains('#')) {
                entry.before = space;
            }
        }
        Some(())
    }

    /// The list as text, with its brackets.
    pub(super) fn written(&self) -> String {
        let mut out = String::from("[");
        let last = self.entries.len();
        for (index, entry) in self.entries.iter().enumerate() {
            out.push_str(&entry.before);
            out.push_str(&entry.value);
            if index + 1 < last || self.comma {
                out.push(',');
            }
            out.push_str(&entry.behind);
        }
        out.push_str(&self.tail);
        out.push(']');
        out
    }
}

/// The last line end with the spaces behind it, or the spaces.
fn lines_of(before: &str) -> String {
    let start = before.rfind('\n').map_or_else(
        || before.rfind('#').map_or(0, |_| before.len()),
        |newline| {
            if before.get(..newline).is_some_and(|rest| rest.ends_with('\r')) {
                newline - 1
            } else {
                newline
            }
        },
    );
    before.get(start..).unwrap_or_default().to_owned()
}
