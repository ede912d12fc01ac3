//! Rewriting a file of an older format, keeping its comments, its order and its spacing: only what the newer format asks
//! for is changed.
//!
//! | from | to | what changes |
//! |---|---|---|
//! | 2 | 3 | nothing is rewritten: why a figure is missing, and what a range between figures runs between, only their author knows. Each place is named |
//! | 1 | 2 | `development.country` and `development.setting` move to `about`, where patients see them; amounts, levels, groups to choose from and test results may be used |

use std::ops::Range;

use super::tree;
use crate::aid::Problem;
use crate::aid::document::{FORMAT, OLDEST_FORMAT};
use crate::format::tree::{Entry, Node, Value};

/// A file that was rewritten to the newest format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Migrated {
    /// The file as it is now.
    pub text: String,
    /// The format it had.
    pub from: u32,
    /// The format it has.
    pub to: u32,
    /// What was done, a sentence each; empty when it was of the newest format already.
    pub done: Vec<String>,
}

/// Why a file was not rewritten.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum MigrateError {
    /// The file is not TOML.
    #[error("the file is not TOML: {}", .0.first().map(ToString::to_string).unwrap_or_default())]
    NotToml(Vec<Problem>),
    /// The file has no number in `format`.
    #[error("the file does not say its format: write `format = {FORMAT}` in its first line")]
    NoFormat,
    /// A format that this version does not know.
    #[error(
        "the file is of format {found}, and this version rewrites formats {OLDEST_FORMAT} to {FORMAT}: use a newer weighup"
    )]
    Unknown {
        /// The format it says.
        found: u64,
    },
    /// A field in a place from which it cannot be moved with its comments.
    #[error(
        "`{field}` cannot be moved by itself: give it a line of its own under `[{table}]`, then run this again"
    )]
    ByHand {
        /// The field.
        field: &'static str,
        /// Its table.
        table: &'static str,
    },
}

/// Rewrites a file to the newest format.
///
/// # Errors
/// [`MigrateError`]; nothing is half done.
pub fn migrate(text: &str, name: &str) -> Result<Migrated, MigrateError> {
    let from = format(text, name)?.0;
    let mut migrated = Migrated {
        text: text.to_owned(),
        from,
        to: FORMAT,
        done: Vec::new(),
    };
    if from < 2 {
        to_2(&mut migrated, name)?;
    }
    if from < 3 {
        to_3(&mut migrated, name)?;
    }
    Ok(migrated)
}

/// The format a file says, and where it says so.
fn format(text: &str, name: &str) -> Result<(u32, Range<usize>), MigrateError> {
    let tree = tree::parse(text, name).map_err(MigrateError::NotToml)?;
    let node = entry(&tree, "format").map(|entry| &entry.node);
    let Some((Value::Number(found), node)) = node.map(|node| (&node.value, node)) else {
        return Err(MigrateError::NoFormat);
    };
    match u32::try_from(*found) {
        Ok(format @ OLDEST_FORMAT..=FORMAT) => Ok((format, node.span.clone())),
        _ => Err(MigrateError::Unknown { found: *found }),
    }
}

/// Format 1 to 2: country and setting are shown to patients, so they stand under `about`.
fn to_2(migrated: &mut Migrated, name: &str) -> Result<(), MigrateError> {
    for field in ["country", "setting"] {
        if let Some(text) = moved(&migrated.text, name, field)? {
            migrated.text = text;
            migrated
                .done
                .push(format!("moved `{field}` from `[development]` to `[about]`"));
        }
    }
    let (_, span) = format(&migrated.text, name)?;
    migrated.text.replace_range(span, "2");
    migrated.done.push("wrote `format = 2`".to_owned());
    Ok(())
}

/// Format 2 to 3: nothing moves. What format 2 had no words for is counted, so that its author can say it.
fn to_3(migrated: &mut Migrated, name: &str) -> Result<(), MigrateError> {
    let (_, span) = format(&migrated.text, name)?;
    migrated.text.replace_range(span, "3");
    migrated.done.push("wrote `format = 3`".to_owned());
    let tree = tree::parse(&migrated.text, name).map_err(MigrateError::NotToml)?;
    let mut cells = Cells::default();
    cells.look(&tree, &migrated.text);
    for (lines, what) in [
        (
            &cells.unknown,
            "write `does_not_apply`, `no_study` with `searched`, or `not_read` in place of `unknown`, on line",
        ),
        (
            &cells.spans,
            "write `between-studies` or `over-time` in place of `span`, or say in `note` what differs, on line",
        ),
        (
            &cells.counted,
            "add `interval`, so that the range of people counted is not lost, on line",
        ),
    ] {
        if !lines.is_empty() {
            let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
            migrated
                .done
                .push(format!("left to you: {what} {}", lines.join(", ")));
        }
    }
    Ok(())
}

/// Lines of cells that format 3 asks more of.
#[derive(Default)]
struct Cells {
    unknown: Vec<usize>,
    spans: Vec<usize>,
    counted: Vec<usize>,
}

impl Cells {
    /// Looks through a table and all inside it.
    fn look(&mut self, node: &Node<'_>, text: &str) {
        match &node.value {
            Value::List(list) => list.iter().for_each(|node| self.look(node, text)),
            Value::Table(entries) => {
                for entry in entries {
                    if let ("cells", Value::Table(cells)) = (&*entry.key, &entry.node.value) {
                        cells.iter().for_each(|cell| self.cell(cell, text));
                    } else {
                        self.look(&entry.node, text);
                    }
                }
            }
            _ => {}
        }
    }

    fn cell(&mut self, cell: &Entry<'_>, text: &str) {
        let before = text.get(..cell.key_span.start).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let has = |key: &str| entry(&cell.node, key).map(|entry| &entry.node.value);
        if has("unknown").is_some() {
            self.unknown.push(line);
        }
        if matches!(has("range_kind"), Some(Value::Text(kind)) if kind == "span") {
            self.spans.push(line);
        }
        if has("events").is_some() && has("interval").is_none() && has("range").is_none() {
            self.counted.push(line);
        }
    }
}

/// The text with a field of `development` moved to the end of `about`, with the comment lines above it. `None` when
/// there is nothing to move.
fn moved(text: &str, name: &str, field: &'static str) -> Result<Option<String>, MigrateError> {
    let by_hand = |table| MigrateError::ByHand { field, table };
    let tree = tree::parse(text, name).map_err(MigrateError::NotToml)?;
    let Some(found) = entry(&tree, "development").and_then(|table| entry(&table.node, field)) else {
        return Ok(None);
    };
    let lines = lines(text, found).ok_or_else(|| by_hand("development"))?;
    let about = entry(&tree, "about").ok_or_else(|| by_hand("about"))?;
    // After the last field of `about` that has a line of its own, so that it is still in that table.
    let Value::Table(fields) = &about.node.value else {
        return Err(by_hand("about"));
    };
    let last = fields
        .iter()
        .filter(|entry| own_line(text, entry))
        .map(|entry| line_end(text, entry.node.span.end))
        .max()
        .ok_or_else(|| by_hand("about"))?;
    let part = |range: Range<usize>| text.get(range).unwrap_or_default();
    let taken = part(lines.clone());
    // A file may end without a line end.
    let pieces = if last <= lines.start {
        [
            part(0..last),
            taken,
            part(last..lines.start),
            part(lines.end..text.len()),
        ]
    } else {
        [
            part(0..lines.start),
            part(lines.end..last),
            taken,
            part(last..text.len()),
        ]
    };
    let mut out = String::with_capacity(text.len() + 1);
    for piece in pieces {
        if piece == taken && !out.is_empty() && !out.ends_with('\n') {
            out.push('\n');
        }
        out.push_str(piece);
    }
    Ok(Some(out))
}

fn entry<'n, 't>(node: &'n Node<'t>, key: &str) -> Option<&'n Entry<'t>> {
    match &node.value {
        Value::Table(entries) => entries.iter().find(|entry| entry.key == key),
        _ => None,
    }
}

/// Whether a field begins its line: it is neither in braces nor behind a dot.
fn own_line(text: &str, entry: &Entry<'_>) -> bool {
    let before = text.get(line_start(text, entry.key_span.start)..entry.key_span.start);
    before.is_some_and(|before| before.trim().is_empty())
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at)
        .and_then(|before| before.rfind('\n'))
        .map_or(0, |newline| newline + 1)
}

/// The place just after the end of the line that holds `at`.
fn line_end(text: &str, at: usize) -> usize {
    text.get(at..)
        .and_then(|after| after.find('\n'))
        .map_or(text.len(), |newline| at + newline + 1)
}

/// The lines of a field, with the comments straight above it. `None` when it shares a line with others.
fn lines(text: &str, entry: &Entry<'_>) -> Option<Range<usize>> {
    if !own_line(text, entry) {
        return None;
    }
    let mut start = line_start(text, entry.key_span.start);
    while start > 0 {
        let above = line_start(text, start - 1);
        if !text
            .get(above..start)
            .is_some_and(|line| line.trim_start().starts_with('#'))
        {
            break;
        }
        start = above;
    }
    Some(start..line_end(text, entry.node.span.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "# An aid.\nformat = 1 # the first\nid = \"x\"\n\n[about]\ncondition = \"C\"\nwho_for = [\n  \"You\",\n]\n\n\
                       [development]\nuser_need = \"N\"\n# Where it was tried.\ncountry = \"UK\" # all of it\nequality = \"E\"\n";

    #[test]
    fn fields_move_with_their_comments() {
        let new = migrate(OLD, "aid.toml").expect("it is format 1");
        assert_eq!(
            new.text,
            "# An aid.\nformat = 3 # the first\nid = \"x\"\n\n[about]\ncondition = \"C\"\nwho_for = [\n  \"You\",\n]\n\
             # Where it was tried.\ncountry = \"UK\" # all of it\n\n[development]\nuser_need = \"N\"\nequality = \"E\"\n"
        );
        assert_eq!((new.from, new.to, new.done.len()), (1, 3, 3));
        let again = migrate(&new.text, "aid.toml").expect("it is format 3");
        assert_eq!((again.text.as_str(), again.done.len()), (new.text.as_str(), 0));
    }

    #[test]
    fn the_tables_may_stand_the_other_way_round() {
        let old = "format = 1\n[development]\nsetting = \"\"\"\nAt\nhome\"\"\"\n[about]\ncondition = \"C\"";
        let new = migrate(old, "aid.toml").map(|new| new.text);
        assert_eq!(
            new.expect("it is format 1"),
            "format = 3\n[development]\n[about]\ncondition = \"C\"\nsetting = \"\"\"\nAt\nhome\"\"\"\n"
        );
    }

    #[test]
    fn what_cannot_be_moved_whole_is_left() {
        let inline = "format = 1\ndevelopment = { country = \"UK\" }\n[about]\ncondition = \"C\"\n";
        assert!(matches!(
            migrate(inline, "a"),
            Err(MigrateError::ByHand { field: "country", .. })
        ));
        assert!(matches!(migrate("id = 1", "a"), Err(MigrateError::NoFormat)));
        assert!(matches!(
            migrate("format = 9", "a"),
            Err(MigrateError::Unknown { found: 9 })
        ));
        assert!(matches!(
            migrate("format = 0", "a"),
            Err(MigrateError::Unknown { found: 0 })
        ));
        assert!(matches!(migrate("format =", "a"), Err(MigrateError::NotToml(_))));
    }

    #[test]
    fn what_only_the_author_knows_is_named_by_its_line() {
        let old = "format = 2\n[[outcome]]\n[[outcome.figures]]\ncells.a = { unknown = \"x\" }\n\
                   cells.b = { count = 1, per = 100, range = [1, 2], range_kind = \"span\" }\n\
                   [outcome.figures.cells.c]\nevents = 1\npeople = 9\n";
        let new = migrate(old, "a").expect("it is format 2");
        assert_eq!(new.text, old.replace("format = 2", "format = 3"));
        let ends: Vec<_> = new
            .done
            .iter()
            .filter_map(|done| done.rsplit(' ').next())
            .collect();
        assert_eq!(ends, ["3`", "4", "5", "6"], "{:?}", new.done);
    }

    #[test]
    fn nothing_moves_where_there_is_nothing_to_move() {
        let new = migrate("format = 1\nid = \"x\"\n", "a").expect("it is format 1");
        assert_eq!(
            (new.text.as_str(), new.done.len()),
            ("format = 3\nid = \"x\"\n", 2)
        );
    }
}
