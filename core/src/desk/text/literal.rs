//! Finds the values of a file of TOML: where each begins and ends, and what is inside it. What they mean is read by `authoring`.
//!
//! It is only asked of text that was read as TOML, so it need not know what is wrong with a file. Where it does not understand
//! something it says nothing, and nothing is changed.

use std::ops::Range;

use crate::aid::PlaceStep;
use crate::authoring::toml_tree;
use crate::format::tree;

/// A value as it is written.
#[derive(Clone, Debug)]
pub(super) struct Literal {
    /// Its bytes.
    pub(super) span: Range<usize>,
    /// What is inside.
    pub(super) holds: Holds,
}

/// What is inside a value.
#[derive(Clone, Debug)]
pub(super) enum Holds {
    /// A text, a number, true or false.
    One,
    /// `[…]`.
    List(Vec<Literal>),
    /// `{…}`.
    Table(Vec<Held>),
}

/// A field of a table in braces.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub(super) keys: Vec<(String, Range<usize>)>,
    pub(super) value: Literal,
}

impl Held {
    /// From its name to the end of its value.
    pub(super) fn span(&self) -> Range<usize> {
        let start = self.keys.first().map_or(self.value.span.start, |key| key.1.start);
        start..self.value.span.end
    }
}

impl Literal {
    /// The value at a place inside it.
    pub(super) fn at(&self, steps: &[PlaceStep]) -> Option<&Self> {
        match (steps, &self.holds) {
            ([], _) => Some(self),
            ([PlaceStep::Index(index), rest @ ..], Holds::List(list)) => list.get(*index)?.at(rest),
            (_, Holds::Table(fields)) => fields.iter().find_map(|held| {
                let rest = after(steps, &held.keys)?;
                held.value.at(rest)
            }),
            _ => None,
        }
    }
}

/// What is left of the steps after these names.
pub(super) fn after<'s>(steps: &'s [PlaceStep], keys: &[(String, Range<usize>)]) -> Option<&'s [PlaceStep]> {
    let mut rest = steps;
    for (key, _) in keys {
        rest = match rest {
            [PlaceStep::Key(step), more @ ..] if step == key => more,
            _ => return None,
        };
    }
    Some(rest)
}

/// Reads on through a text.
pub(super) struct Cursor<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
}

impl Cursor<'_> {
    pub(super) fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn starts(&self, with: &str) -> bool {
        self.rest().starts_with(with)
    }

    /// Passes a sign, if it is the next.
    pub(super) fn pass(&mut self, sign: &str) -> bool {
        let here = self.starts(sign);
        if here {
            self.at += sign.len();
        }
        here
    }

    pub(super) fn blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start_matches([' ', '\t']).len();
    }

    pub(super) fn line_end(&mut self) {
        self.at += self.rest().find('\n').unwrap_or(self.rest().len());
    }

    /// Passes spaces, line ends and comments.
    pub(super) fn trivia(&mut self) {
        loop {
            self.at += self.rest().len() - self.rest().trim_start_matches([' ', '\t', '\r', '\n']).len();
            if !self.starts("#") {
                return;
            }
            self.line_end();
        }
    }

    /// Names with dots between them.
    pub(super) fn keys(&mut self) -> Option<Vec<(String, Range<usize>)>> {
        let mut keys = Vec::new();
        loop {
            self.blanks();
            let start = self.at;
            if self.starts("\"") || self.starts("'") {
                self.string()?;
            } else {
                let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
                self.at += self.rest().len() - self.rest().trim_start_matches(plain).len();
            }
            let written = self.text.get(start..self.at).filter(|key| !key.is_empty())?;
            keys.push((meant(written)?, start..self.at));
            self.blanks();
            if !self.pass(".") {
                return Some(keys);
            }
        }
    }

    /// A value.
    pub(super) fn literal(&mut self) -> Option<Literal> {
        let start = self.at;
        let holds = if self.pass("[") {
            Holds::List(self.list()?)
        } else if self.pass("{") {
            Holds::Table(self.table()?)
        } else if self.starts("\"") || self.starts("'") {
            self.string()?;
            Holds::One
        } else {
            let ends = |c: char| matches!(c, ',' | ']' | '}' | '#' | '\n' | '\r');
            let word = self.rest().split(ends).next()?.trim_end();
            (!word.is_empty()).then_some(())?;
            self.at += word.len();
            Holds::One
        };
        Some(Literal {
            span: start..self.at,
            holds,
        })
    }

    fn list(&mut self) -> Option<Vec<Literal>> {
        let mut all = Vec::new();
        loop {
            self.trivia();
            if self.pass("]") {
                return Some(all);
            }
            all.push(self.literal()?);
            self.trivia();
            if !self.pass(",") {
                return self.pass("]").then_some(all);
            }
        }
    }

    fn table(&mut self) -> Option<Vec<Held>> {
        let mut all = Vec::new();
        loop {
            self.trivia();
            if self.pass("}") {
                return Some(all);
            }
            let keys = self.keys()?;
            self.pass("=").then_some(())?;
            self.trivia();
            let value = self.literal()?;
            all.push(Held { keys, value });
            self.trivia();
            if !self.pass(",") {
                return self.pass("}").then_some(all);
            }
        }
    }

    /// Passes a text in quotation marks of any kind.
    fn string(&mut self) -> Option<()> {
        for (mark, escapes) in [("\"\"\"", true), ("'''", false), ("\"", true), ("'", false)] {
            if !self.pass(mark) {
                continue;
            }
            loop {
                let end = self.rest().find(mark)?;
                let slash = if escapes { self.rest().find('\\') } else { None };
                if let Some(slash) = slash.filter(|slash| *slash < end) {
                    let next = self.rest().get(slash + 1..)?.chars().next()?;
                    self.at += slash + 1 + next.len_utf8();
                    continue;
                }
                self.at += end + mark.len();
                // A text of several lines may end in quotation marks of its own.
                if mark.len() == 3 {
                    let own = mark.get(..1)?;
                    let _ = self.pass(own) && self.pass(own);
                }
                return Some(());
            }
        }
        None
    }
}

/// What a name means: that in quotation marks may have signs written otherwise.
fn meant(written: &str) -> Option<String> {
    if !written.starts_with(['"', '\'']) {
        return Some(written.to_owned());
    }
    let line = format!("{written} = 1");
    match toml_tree(&line)?.value {
        tree::Value::Table(fields) => fields.first().map(|entry| entry.key.to_string()),
        _ => None,
    }
}
