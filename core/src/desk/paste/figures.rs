//! A pasted table of figures: which cell of the aid each of its cells goes to, and what is wrong with those that cannot be taken.

use serde_json::Value;

use super::super::error::{DeskError, PasteMistake};
use super::super::sheet::{DeskChoice, FigureKind};
use super::super::show::figure_kind;
use super::super::value::quoted;
use super::super::{AID, AuthorDesk, words};
use super::columns::{Columns, PasteColumns, Read, columns};
use super::grid::Grid;
use super::heads::{Heads, heads};
use crate::aid::{Place, PlaceStep};

/// A table of figures that was read.
pub(super) struct Figures {
    pub(super) columns: Columns,
    /// How many of its rows are headings.
    pub(super) heads: usize,
    pub(super) all: Vec<Figure>,
    /// How many of its cells are empty, and leave what is there.
    pub(super) empty: usize,
    /// What cannot be taken already by how it stands in the table.
    pub(super) mistakes: Vec<PasteMistake>,
}

/// A figure of the table.
pub(super) struct Figure {
    /// Its row and its column in the table, from 0.
    pub(super) at: (usize, usize),
    /// Where it goes.
    pub(super) cell: Place,
    /// What is written there.
    pub(super) said: String,
}

/// Where a table begins: the outcome with its rows from there on, and the options from there on.
struct Begins {
    outcome: usize,
    rows: Vec<usize>,
    options: Vec<DeskChoice>,
    first: usize,
    counted: bool,
}

impl AuthorDesk {
    /// Reads a table of figures, from a cell on rightwards over the options and downwards over the rows of its outcome.
    pub(super) fn pasted_figures(
        &self,
        place: &Place,
        grid: &Grid,
        asked: PasteColumns,
    ) -> Result<Figures, DeskError> {
        let begins = self.begins(place)?;
        let width = grid
            .iter()
            .map(|row| {
                row.iter()
                    .rposition(|cell| !cell.is_empty())
                    .map_or(0, |last| last + 1)
            })
            .max()
            .unwrap_or(0);
        let heads = heads(grid, width, &begins.options, begins.counted);
        let left = begins.options.len() - begins.first;
        let columns = columns(grid, width, &heads, left, begins.counted, asked)?;
        if columns.read == Read::Unsure {
            return Err(DeskError::PasteUnsure);
        }
        let each = if columns.read == Read::Each { 1 } else { 2 };
        if width > left * each {
            let pairs = if each == 2 { ", two for each figure" } else { "" };
            return Err(DeskError::PasteWhole(format!(
                "the table has {width} columns{pairs}, and from this cell on there are {left} options; leave out the columns that are no figures, or begin further left"
            )));
        }
        let rows = grid.len() - heads.rows;
        if rows > begins.rows.len() {
            return Err(DeskError::PasteWhole(format!(
                "the table has {rows} rows, and from this cell on the outcome has {}; paste the figures of each outcome by themselves, leave out the rows that are no figures, or add rows first",
                begins.rows.len()
            )));
        }
        let mut mistakes = other_options(grid, &heads, &begins, each);
        let (mut all, mut empty) = (Vec::new(), 0);
        for (line, cells) in grid.iter().enumerate().skip(heads.rows) {
            let Some(row) = begins.rows.get(line - heads.rows) else {
                continue;
            };
            for column in (0..width).step_by(each) {
                let Some(option) = begins.options.get(begins.first + column / each) else {
                    continue;
                };
                let cell = Place::root()
                    .key("outcome")
                    .index(begins.outcome)
                    .key("figures")
                    .index(*row)
                    .key("cells")
                    .key(option.word.as_str());
                let said = |column: usize| cells.get(column).map_or("", String::as_str);
                let read = match columns.read {
                    Read::Pairs { people_first: false } => pair(said(column), said(column + 1)),
                    Read::Pairs { people_first: true } => pair(said(column + 1), said(column)),
                    Read::Each | Read::Unsure => Ok(said(column).to_owned()),
                };
                match read {
                    Ok(said) if said.is_empty() => empty += 1,
                    Ok(said) => all.push(Figure {
                        at: (line, column),
                        cell,
                        said,
                    }),
                    Err(why) => {
                        let empty = usize::from(said(column).is_empty() && each == 2);
                        mistakes.push(self.mistake(
                            (line, column + empty),
                            said(column + empty),
                            Some(&cell),
                            why,
                        ));
                    }
                }
            }
        }
        Ok(Figures {
            columns,
            heads: heads.rows,
            all,
            empty,
            mistakes,
        })
    }

    /// A cell of the table that cannot be taken, with the figure it would have been.
    pub(super) fn mistake(
        &self,
        at: (usize, usize),
        said: &str,
        cell: Option<&Place>,
        why: String,
    ) -> PasteMistake {
        PasteMistake {
            row: at.0 + 1,
            column: at.1 + 1,
            cell: quoted(said),
            place: cell.map_or_else(String::new, |cell| words::place(self.said(AID), cell)),
            why,
        }
    }

    fn begins(&self, place: &Place) -> Result<Begins, DeskError> {
        let none = || DeskError::PasteWhole("this is no cell of the figures".to_owned());
        let [
            PlaceStep::Key(_),
            PlaceStep::Index(outcome),
            PlaceStep::Key(_),
            PlaceStep::Index(row),
            PlaceStep::Key(_),
            PlaceStep::Key(option),
        ] = place.steps()
        else {
            return Err(none());
        };
        let options = self.choices("option");
        let of = self.said(AID).and_then(|said| said.get("outcome")?.get(*outcome));
        // The rows of one outcome: what is left over must never become a figure of the next one.
        let rows = of
            .and_then(|of| of.get("figures")?.as_array())
            .map_or(0, Vec::len);
        let first = options
            .iter()
            .position(|known| known.word == *option)
            .ok_or_else(none)?;
        if *row >= rows {
            return Err(none());
        }
        Ok(Begins {
            outcome: *outcome,
            rows: (*row..rows).collect(),
            options,
            first,
            counted: figure_kind(of) == FigureKind::Chance,
        })
    }
}

/// Headings that name another option than the one the column would go to: nobody may find one option's figures under another.
fn other_options(grid: &Grid, heads: &Heads, begins: &Begins, each: usize) -> Vec<PasteMistake> {
    let mut out = Vec::new();
    for (column, head) in heads.columns.iter().enumerate().step_by(each) {
        let here = begins.first + column / each;
        let (Some(named), Some(option)) = (head.option, begins.options.get(here)) else {
            continue;
        };
        if named == here {
            continue;
        }
        let found = grid.iter().take(heads.rows).enumerate();
        let said = found
            .filter_map(|(line, row)| Some((line, row.get(column).filter(|cell| !cell.is_empty())?)))
            .next();
        let (line, said) = said.map_or((0, ""), |(line, said)| (line, said.as_str()));
        out.push(PasteMistake {
            row: line + 1,
            column: column + 1,
            cell: quoted(said),
            place: String::new(),
            why: format!(
                "the figures below it would go to “{}”; put the columns in the order of the options here, or begin in the column of “{}”",
                option.label,
                begins.options.get(named).map_or("", |option| &option.label)
            ),
        });
    }
    out
}

/// Those with it and all people, as one figure.
fn pair(with: &str, people: &str) -> Result<String, String> {
    match (with.is_empty(), people.is_empty()) {
        (true, true) => Ok(String::new()),
        // A figure of its own, or why there is none.
        (false, true) if with.contains(['/', ':']) => Ok(with.to_owned()),
        (false, true) => Err(format!(
            "{with} of how many people? the cell beside it is empty"
        )),
        (true, false) => Err(format!(
            "how many of {people} people? the cell beside it is empty"
        )),
        (false, false) if with.contains('/') || people.contains('/') => Err(
            "this is a figure of its own, and two columns are read as one; say above that each column is a figure"
                .to_owned(),
        ),
        (false, false) => Ok(format!("{with} / {people}")),
    }
}

/// How the columns were read, in a sentence, where they could be read otherwise.
pub(super) fn read_as(figures: &Figures) -> String {
    let heads = match figures.heads {
        0 => "",
        1 => " The first row is headings.",
        _ => " The first two rows are headings.",
    };
    let said = match figures.columns.read {
        Read::Pairs { people_first: false } => {
            "Two columns are read as one figure: those with it, then all people."
        }
        Read::Pairs { people_first: true } => {
            "Two columns are read as one figure: all people, then those with it."
        }
        Read::Each if figures.columns.choice => "Each column is read as a figure of its own.",
        Read::Each | Read::Unsure => "",
    };
    format!("{said}{heads}").trim().to_owned()
}

/// What is said at a place, as a cell of a table has it.
pub(super) fn said_at(whole: Option<&Value>, cell: &Place) -> String {
    let here = whole.and_then(|whole| super::super::text::at(whole, cell.steps()));
    super::super::cell::said(here.and_then(Value::as_object))
}
