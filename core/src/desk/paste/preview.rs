//! What a paste would do, told before it is done: each figure with its place as it is and as it would be, and everything that is wrong.

use serde::Serialize;
use serde_json::Value;

use super::super::error::{DeskError, PasteMistake};
use super::super::place::{name_of, parsed};
use super::super::text::at;
use super::super::{AID, AuthorDesk, DeskChange, words};
use super::columns::{PasteColumns, Read};
use super::figures::{read_as, said_at};
use super::grid::grid;

/// What a paste would do.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PastePreview {
    /// How its columns are read, in a sentence; empty where they can be read in one way alone.
    pub read: String,
    /// Whether a person is asked how its columns are read.
    pub ask: bool,
    /// How they are read now; [`PasteColumns::AsTheyAre`] where somebody has to say it first.
    pub columns: PasteColumns,
    /// What would be different.
    pub lines: Vec<PasteLine>,
    /// What else would come of it, a sentence each.
    pub also: Vec<String>,
    /// Every cell that cannot be taken. With one of these nothing is.
    pub mistakes: Vec<PasteMistake>,
    /// Why the table as a whole cannot be taken.
    pub refused: Option<String>,
}

/// A line of what would be different.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PasteLine {
    /// Where: outcome, time, group, study and option; of a list, the name of the new entry.
    pub place: String,
    /// What is there now; empty where there is nothing.
    pub now: String,
    /// What would be there.
    pub then: String,
}

impl PastePreview {
    /// Whether it can be put in.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.refused.is_none() && self.mistakes.is_empty()
    }
}

impl AuthorDesk {
    /// Says what a paste would do. Nothing is changed.
    #[must_use]
    pub fn preview_paste(&self, file: &str, path: &str, text: &str, columns: PasteColumns) -> PastePreview {
        let mut out = PastePreview {
            columns,
            ..PastePreview::default()
        };
        let place = parsed(path);
        let table = grid(text).ok();
        let figures = match (&place, &table) {
            (Some(place), Some(table)) if file == AID && path.contains("].cells.") => {
                Some(self.pasted_figures(place, table, columns))
            }
            _ => None,
        };
        match &figures {
            Some(Ok(figures)) => {
                out.read = read_as(figures);
                out.ask = figures.columns.choice;
                out.columns = match figures.columns.read {
                    Read::Each => PasteColumns::Each,
                    Read::Pairs { .. } => PasteColumns::Pairs,
                    Read::Unsure => PasteColumns::AsTheyAre,
                };
            }
            // What stands in the way may be how the columns were read, so that can still be said otherwise.
            Some(Err(error)) => {
                out.ask = *error == DeskError::PasteUnsure || columns != PasteColumns::AsTheyAre
            }
            None => {}
        }
        let mut copy = self.clone();
        let change = DeskChange::Paste {
            file: file.to_owned(),
            path: path.to_owned(),
            text: text.to_owned(),
            columns,
        };
        match copy.change(&change) {
            Ok(done) => {
                out.also = done.also;
                let (was, is) = (self.said(file), copy.said(file));
                out.lines = match figures {
                    Some(Ok(figures)) => figures
                        .all
                        .iter()
                        .map(|one| PasteLine {
                            place: words::place(is, &one.cell),
                            now: said_at(was, &one.cell),
                            then: said_at(is, &one.cell),
                        })
                        .filter(|line| line.now != line.then)
                        .collect(),
                    _ => place.map_or_else(Vec::new, |place| {
                        let entries = |said: Option<&Value>| -> Vec<String> {
                            let list = said
                                .and_then(|said| at(said, place.steps()))
                                .and_then(Value::as_array);
                            list.into_iter()
                                .flatten()
                                .enumerate()
                                .map(|(index, entry)| called(index, entry))
                                .collect()
                        };
                        let line = |name: String| PasteLine {
                            place: name,
                            now: String::new(),
                            then: "new".to_owned(),
                        };
                        entries(is)
                            .into_iter()
                            .skip(entries(was).len())
                            .map(line)
                            .collect()
                    }),
                };
            }
            Err(DeskError::Paste(mistakes)) => out.mistakes = mistakes,
            Err(error) => out.refused = Some(error.to_string()),
        }
        out
    }
}

/// An entry of a list by its name, or by its number from 1. A paragraph is its own name.
fn called(index: usize, entry: &Value) -> String {
    let text = entry.as_str().or_else(|| name_of(entry));
    text.map_or_else(|| format!("number {}", index + 1), str::to_owned)
}
