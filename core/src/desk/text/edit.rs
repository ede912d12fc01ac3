//! Changes the text of a file: the bytes a change is about, and no others.

use std::ops::Range;

use serde_json::Value;

use super::content::Op;
use super::layout::{Layout, around};
use super::list::Chunks;
use super::literal::{Holds, Literal, after};
use super::written::{in_line, name, table, written};
use crate::aid::{Place, PlaceStep};

/// Bytes, and what stands there instead.
type Splice = (Range<usize>, String);

/// A text with its layout.
pub(super) struct Edit<'t> {
    text: &'t str,
    layout: Layout,
    newline: &'static str,
}

impl<'t> Edit<'t> {
    pub(super) fn of(text: &'t str) -> Option<Self> {
        let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
        Some(Self {
            text,
            layout: Layout::of(text)?,
            newline,
        })
    }

    /// The text after as many of these changes as can be done in one go, and how many those were.
    pub(super) fn run(&self, ops: &[Op]) -> Option<(String, usize)> {
        let mut splices: Vec<Splice> = Vec::new();
        let mut count = 0;
        for op in ops {
            let Some(more) = self.in_place(op) else { break };
            let overlaps = |(range, _): &Splice| {
                more.iter()
                    .any(|(other, _)| range.start < other.end && other.start < range.end)
            };
            if splices.iter().any(overlaps) {
                break;
            }
            splices.extend(more);
            count += 1;
        }
        if count == 0 {
            splices = self.one(ops.first()?)?;
            count = 1;
        }
        splices.sort_by_key(|(range, _)| range.start);
        let (mut out, mut at) = (String::with_capacity(self.text.len()), 0);
        for (range, new) in splices {
            out.push_str(self.text.get(at..range.start)?);
            out.push_str(&new);
            at = range.end;
        }
        out.push_str(self.text.get(at..)?);
        Some((out, count))
    }

    /// A change that moves nothing: a value in the place of a value, a name in the place of a name.
    fn in_place(&self, op: &Op) -> Option<Vec<Splice>> {
        match op {
            Op::Set(place, value) => {
                let literal = self.layout.value(place)?;
                Some(vec![(literal.span.clone(), self.instead(literal, value)?)])
            }
            Op::Call(place, new) => {
                let names = self.layout.names(place);
                (!names.is_empty()).then(|| names.into_iter().map(|span| (span, name(new))).collect())
            }
            _ => None,
        }
    }

    fn one(&self, op: &Op) -> Option<Vec<Splice>> {
        match op {
            Op::Set(place, value) => self.insert(place, value),
            Op::Unset(place) => self.unset(place),
            Op::Add(list, index, fields) => self.add(list, *index, fields).map(|splice| vec![splice]),
            Op::Remove(place) => self.remove(place).map(|splice| vec![splice]),
            Op::Move(place, to) => self.shift(place, *to),
            Op::Call(..) => None,
        }
    }

    /// A value written in place of another. Of a list only what differs is written anew; of a table in braces the fields keep their
    /// order.
    fn instead(&self, literal: &Literal, value: &Value) -> Option<String> {
        match (&literal.holds, value) {
            (Holds::List(old), Value::Array(new)) if !old.is_empty() && !new.is_empty() => {
                let said: Vec<String> = old.iter().filter_map(|one| self.meant(one)).collect();
                let new: Vec<String> = new.iter().map(in_line).collect();
                let same = |(a, b): &(&String, &String)| a == b;
                let head = said.iter().zip(&new).take_while(same).count();
                let most = said.len().min(new.len()) - head;
                let tail = said
                    .iter()
                    .rev()
                    .zip(new.iter().rev())
                    .take_while(same)
                    .count()
                    .min(most);
                let mut chunks = Chunks::of(self.text, &literal.span, old)?;
                let (gone, come) = (said.len() - head - tail, new.len() - head - tail);
                for index in 0..gone.min(come) {
                    chunks.set(head + index, new.get(head + index)?.clone())?;
                }
                for _ in come..gone {
                    chunks.remove(head + come)?;
                }
                for index in gone..come {
                    chunks.insert(head + index, new.get(head + index)?.clone())?;
                }
                Some(chunks.written())
            }
            (Holds::Table(old), Value::Object(new)) => {
                let order = old
                    .iter()
                    .filter_map(|held| held.keys.first())
                    .map(|key| key.0.as_str());
                let mut fields: Vec<(String, Value)> = Vec::new();
                for key in order.chain(new.keys().map(String::as_str)) {
                    if let Some(value) = new
                        .get(key)
                        .filter(|_| !fields.iter().any(|field| field.0 == key))
                    {
                        fields.push((key.to_owned(), value.clone()));
                    }
                }
                Some(table(&fields))
            }
            _ => {
                let own_line = self.layout.statements.iter().any(|statement| {
                    statement
                        .value
                        .as_ref()
                        .is_some_and(|value| value.span == literal.span)
                });
                Some(if own_line {
                    written(value, self.newline)
                } else {
                    in_line(value)
                })
            }
        }
    }

    /// An entry of a list as `in_line` would write it.
    fn meant(&self, literal: &Literal) -> Option<String> {
        let line = format!("a = {}", self.text.get(literal.span.clone())?);
        super::content::content(&line)?.get("a").map(in_line)
    }

    /// A field that is not there yet.
    fn insert(&self, place: &Place, value: &Value) -> Option<Vec<Splice>> {
        let (container, last) = around(place)?;
        let PlaceStep::Key(key) = last else { return None };
        self.insert_as(&container, &name(key), value)
            .map(|splice| vec![splice])
    }

    fn insert_as(&self, container: &Place, key: &str, value: &Value) -> Option<Splice> {
        if let Some(literal) = self.layout.value(container) {
            let Holds::Table(fields) = &literal.holds else {
                return None;
            };
            let new = format!("{key} = {}", in_line(value));
            return Some(match fields.last() {
                Some(last) => (last.span().end..last.span().end, format!(", {new}")),
                None => (literal.span.clone(), format!("{{ {new} }}")),
            });
        }
        let line = |before: &str| format!("{before}{key} = {}{}", written(value, self.newline), self.newline);
        if container.steps().is_empty() || self.layout.header(container).is_some() {
            if let Some(last) = self.layout.last_of_body(container) {
                return Some(self.after(last.lines.end, line("")));
            }
            let at = match self.layout.header(container) {
                Some(header) => self.layout.statements.get(header)?.lines.end,
                None => return Some((0..0, line(""))),
            };
            return Some(self.after(at, line("")));
        }
        // Fields with dots: behind the last of them, and called as they are.
        let mut dotted = self.layout.statements.iter().filter(|statement| {
            statement.value.is_some() && container.holds(&statement.place) && statement.place != *container
        });
        if let Some(last) = dotted.next_back() {
            let (_, name) = last.names.iter().find(|name| name.0 == *container)?;
            let before = self.text.get(last.lines.start..name.end)?;
            return Some(self.after(last.lines.end, line(&format!("{before}."))));
        }
        let (outer, last) = around(container)?;
        let PlaceStep::Key(table) = last else { return None };
        if outer.steps().is_empty() {
            let new = format!("[{}]{}{}", name(table), self.newline, line(""));
            return Some(self.at_end(&new));
        }
        self.insert_as(&outer, &format!("{}.{key}", name(table)), value)
    }

    /// Whole lines behind a line, which may be the last and without an end.
    fn after(&self, at: usize, lines: String) -> Splice {
        let open = at > 0 && !self.text.get(..at).is_some_and(|before| before.ends_with('\n'));
        (
            at..at,
            if open {
                format!("{}{lines}", self.newline)
            } else {
                lines
            },
        )
    }

    /// A block at the end of the file, with an empty line before it.
    fn at_end(&self, block: &str) -> Splice {
        let end = self.text.len();
        (end..end, format!("{}{block}", self.gap(end)))
    }

    /// What is missing for an empty line before a place.
    fn gap(&self, at: usize) -> String {
        let before = self.text.get(..at).unwrap_or_default();
        let trimmed = before.trim_end_matches([' ', '\t', '\r', '\n']);
        let have = before
            .get(trimmed.len()..)
            .unwrap_or_default()
            .matches('\n')
            .count();
        let want: usize = if trimmed.is_empty() { 0 } else { 2 };
        self.newline.repeat(want.saturating_sub(have))
    }

    fn unset(&self, place: &Place) -> Option<Vec<Splice>> {
        let mut splices: Vec<Splice> = Vec::new();
        for statement in &self.layout.statements {
            if let Some(value) = &statement.value
                && place.holds(&statement.place)
                && !self
                    .layout
                    .block(place)
                    .is_some_and(|block| block.contains(&statement.lines.start))
            {
                // A comment behind it stays; so do those above.
                let behind = self.text.get(value.span.end..statement.lines.end)?;
                splices.push((
                    statement.lines.clone(),
                    behind
                        .find('#')
                        .and_then(|at| behind.get(at..))
                        .unwrap_or_default()
                        .to_owned(),
                ));
            }
        }
        if let Some(block) = self.layout.block(place) {
            splices.push(self.cut(&block));
        }
        if !splices.is_empty() {
            return Some(splices);
        }
        // In braces, by itself or as `between.low`.
        let (container, _) = around(place)?;
        let (outer, _) = around(&container)?;
        [container, outer]
            .iter()
            .find_map(|table| self.unset_in_braces(table, place))
    }

    /// Takes a field out of a table in braces, with the comma behind it, or the one before it.
    fn unset_in_braces(&self, table: &Place, place: &Place) -> Option<Vec<Splice>> {
        let Holds::Table(fields) = &self.layout.value(table)?.holds else {
            return None;
        };
        let steps = place.steps().get(table.steps().len()..)?;
        let index = fields
            .iter()
            .position(|held| after(steps, &held.keys).is_some_and(<[_]>::is_empty))?;
        let this = fields.get(index)?.span();
        let before = index.checked_sub(1).and_then(|before| fields.get(before));
        let range = match (before, fields.get(index + 1)) {
            (_, Some(next)) => this.start..next.span().start,
            (Some(before), None) => before.span().end..this.end,
            (None, None) => this,
        };
        Some(vec![(range, String::new())])
    }

    /// Takes a block of lines out. At the end of the file the empty lines before it go too.
    fn cut(&self, block: &Range<usize>) -> Splice {
        if block.end < self.text.len() {
            return (block.clone(), String::new());
        }
        let before = self.text.get(..block.start).unwrap_or_default();
        let kept = before.trim_end_matches(['\r', '\n']);
        let start = if kept.is_empty() {
            0
        } else {
            (kept.len() + self.newline.len()).min(block.start)
        };
        (start..block.end, String::new())
    }

    fn add(&self, list: &Place, index: usize, fields: &[(String, Value)]) -> Option<Splice> {
        if let Some(literal) = self.layout.value(list) {
            let Holds::List(old) = &literal.holds else {
                return None;
            };
            if old.is_empty() {
                return Some((
                    literal.span.clone(),
                    format!("[{n}  {},{n}]", table(fields), n = self.newline),
                ));
            }
            let mut chunks = Chunks::of(self.text, &literal.span, old)?;
            chunks.insert(index, table(fields))?;
            return Some((literal.span.clone(), chunks.written()));
        }
        let (container, _) = around(list)?;
        if self.layout.value(&container).is_some() {
            let (_, PlaceStep::Key(key)) = around(list)? else {
                return None;
            };
            let new = Value::Array(vec![Value::Object(fields.iter().cloned().collect())]);
            return self.insert_as(&container, &name(key), &new);
        }
        let names: Vec<String> = list
            .steps()
            .iter()
            .filter_map(|step| match step {
                PlaceStep::Key(key) => Some(name(key)),
                PlaceStep::Index(_) => None,
            })
            .collect();
        let n = self.newline;
        let mut block = format!("[[{}]]{n}", names.join("."));
        for (key, value) in fields {
            block += &format!("{} = {}{n}", name(key), written(value, n));
        }
        let blocks = self.layout.blocks(list);
        let at = match (blocks.get(index), blocks.last()) {
            (Some(next), _) => next.start,
            (None, Some(last)) if index == blocks.len() => last.end,
            (None, None) if index == 0 => {
                if container.steps().is_empty() {
                    self.text.len()
                } else {
                    self.layout.block(&container)?.end
                }
            }
            _ => return None,
        };
        let end = if at < self.text.len() { n } else { "" };
        Some((at..at, format!("{}{block}{end}", self.gap(at))))
    }

    fn remove(&self, place: &Place) -> Option<Splice> {
        if let Some(block) = self.layout.block(place) {
            return Some(self.cut(&block));
        }
        let (list, last) = around(place)?;
        let (PlaceStep::Index(index), Some(literal)) = (last, self.layout.value(&list)) else {
            return None;
        };
        let Holds::List(old) = &literal.holds else {
            return None;
        };
        let mut chunks = Chunks::of(self.text, &literal.span, old)?;
        chunks.remove(*index)?;
        let written = if chunks.len() == 0 {
            "[]".to_owned()
        } else {
            chunks.written()
        };
        Some((literal.span.clone(), written))
    }

    /// The entries change places; the empty lines between them stay.
    fn shift(&self, place: &Place, to: usize) -> Option<Vec<Splice>> {
        let (list, last) = around(place)?;
        let PlaceStep::Index(from) = last else { return None };
        if let Some(literal) = self.layout.value(&list) {
            let Holds::List(old) = &literal.holds else {
                return None;
            };
            let mut chunks = Chunks::of(self.text, &literal.span, old)?;
            chunks.move_to(*from, to)?;
            return Some(vec![(literal.span.clone(), chunks.written())]);
        }
        let mut slots = Vec::new();
        for block in self.layout.blocks(&list) {
            let lines = self
                .text
                .get(block.clone())?
                .trim_end_matches([' ', '\t', '\r', '\n']);
            slots.push(block.start..block.start + lines.len());
        }
        let mut order: Vec<Range<usize>> = slots.clone();
        (*from < order.len() && to < order.len()).then_some(())?;
        let moved = order.remove(*from);
        order.insert(to, moved);
        let pairs = slots.into_iter().zip(order).filter(|(slot, new)| slot != new);
        pairs
            .map(|(slot, new)| Some((slot, self.text.get(new)?.to_owned())))
            .collect()
    }
}
