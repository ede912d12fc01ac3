//! How the columns of a pasted table are read: a figure each, or two for a figure. What is not certain is asked, never guessed.

use serde::{Deserialize, Serialize};

use super::super::error::DeskError;
use super::super::value::{quoted, whole};
use super::grid::Grid;
use super::heads::{Counts, Heads};

/// How the columns of a pasted table are to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PasteColumns {
    /// As the table says itself; where it does not say, it is asked.
    #[default]
    AsTheyAre,
    /// Each column is a figure.
    Each,
    /// Two columns are one figure: those with it, and all people.
    Pairs,
}

/// How they are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Read {
    /// Each column is a figure.
    Each,
    /// Two columns are one figure; `people_first` where all people come before those with it.
    Pairs { people_first: bool },
    /// Nobody can tell.
    Unsure,
}

/// The columns of a table.
#[derive(Debug)]
pub(super) struct Columns {
    pub(super) read: Read,
    /// Whether they could be read in the other way too, so that a person is to be asked.
    pub(super) choice: bool,
}

/// Decides. `left` is how many options there are from the cell on in which the table begins.
pub(super) fn columns(
    grid: &Grid,
    width: usize,
    heads: &Heads,
    left: usize,
    counted: bool,
    asked: PasteColumns,
) -> Result<Columns, DeskError> {
    if let Some(column) = heads
        .columns
        .iter()
        .position(|head| head.counts == Some(Counts::Percent))
    {
        return Err(DeskError::PasteWhole(format!(
            "column {} is headed {}, and a percentage has no count of people; leave that column out, and paste how many of how many",
            column + 1,
            quoted(
                grid.iter()
                    .take(heads.rows)
                    .filter_map(|row| row.get(column))
                    .find(|cell| cell.contains('%'))
                    .map_or("%", String::as_str)
            ),
        )));
    }
    let figures = || {
        grid.iter()
            .skip(heads.rows)
            .flatten()
            .filter(|cell| !cell.is_empty())
    };
    let numbers = counted && figures().all(|cell| whole(cell).is_ok());
    let even = width.is_multiple_of(2);
    let choice = counted && even && figures().any(|cell| whole(cell).is_ok());
    let said = by_heads(heads, width);
    let pairs = Read::Pairs {
        people_first: matches!(said, Some(Read::Pairs { people_first: true })),
    };
    let read = match asked {
        PasteColumns::Each => Read::Each,
        PasteColumns::Pairs => pairs,
        PasteColumns::AsTheyAre => match said {
            Some(read) => read,
            // Twice as many as there are options, or more than there are: they can be nothing else.
            None if numbers && even && width > left => pairs,
            None if numbers && even => Read::Unsure,
            None => Read::Each,
        },
    };
    if let Some(column) = heads
        .columns
        .iter()
        .position(|head| head.counts == Some(Counts::People))
        && !matches!(read, Read::Pairs { .. })
    {
        return Err(DeskError::PasteWhole(format!(
            "column {} is of all people by its heading, and is no figure by itself; paste those with it in the column beside it, or write both into one cell: 12 / 100",
            column + 1
        )));
    }
    if matches!(read, Read::Pairs { .. }) && !even {
        return Err(DeskError::PasteWhole(format!(
            "the table has {width} columns, so that two for each figure leave one over; leave out the columns that are no figures"
        )));
    }
    Ok(Columns { read, choice })
}

/// What the headings say of it; nothing where they leave it open.
fn by_heads(heads: &Heads, width: usize) -> Option<Read> {
    let counts: Vec<Option<Counts>> = heads.columns.iter().map(|head| head.counts).collect();
    if counts.is_empty() {
        return None;
    }
    let all = |wanted: [Counts; 2]| {
        width.is_multiple_of(2) && counts.chunks(2).all(|pair| pair == wanted.map(Some))
    };
    if all([Counts::With, Counts::People]) {
        return Some(Read::Pairs { people_first: false });
    }
    if all([Counts::People, Counts::With]) {
        return Some(Read::Pairs { people_first: true });
    }
    if heads.joined && counts.iter().all(Option::is_none) {
        return Some(Read::Pairs { people_first: false });
    }
    let own: Vec<usize> = heads.columns.iter().filter_map(|head| head.option).collect();
    let each = own.len() == width && own.windows(2).all(|pair| pair.first() != pair.last());
    let alike = |wanted: Counts| counts.iter().all(|counts| *counts == Some(wanted));
    (alike(Counts::Both) || alike(Counts::With) || (each && counts.iter().all(Option::is_none)))
        .then_some(Read::Each)
}
