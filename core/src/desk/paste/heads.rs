//! What the headings of a pasted table say of the columns below them: which option a column is of, and whether it counts those with it, all
//! people, or both.
//!
//! Only words that are known count. A row with any other word in it is no row of headings: its cells are figures, and named as what is
//! wrong with them.

use super::super::sheet::DeskChoice;
use super::grid::Grid;

/// Most rows of headings.
const MOST_ROWS: usize = 2;

const WITH: [&str; 9] = [
    "event", "events", "case", "cases", "affected", "with", "had", "n", "x",
];
const PEOPLE: [&str; 16] = [
    "total",
    "totals",
    "people",
    "participants",
    "patients",
    "children",
    "women",
    "men",
    "adults",
    "everyone",
    "everybody",
    "all",
    "denominator",
    "randomised",
    "randomized",
    "N",
];
/// Words beside those that say nothing by themselves.
const FILLING: [&str; 11] = [
    "number", "numbers", "no", "of", "out", "the", "in", "and", "it", "group", "each",
];

/// What a column counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counts {
    /// Those with it.
    With,
    /// All people.
    People,
    /// Both, in one cell.
    Both,
    /// Parts of a hundred.
    Percent,
    /// It may be one or the other.
    Unsure,
}

/// What is said of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// The option it is of, by its place among the options.
    pub(super) option: Option<usize>,
    pub(super) counts: Option<Counts>,
}

/// The headings of a table.
#[derive(Debug, Default)]
pub(super) struct Heads {
    /// How many rows they take.
    pub(super) rows: usize,
    /// One for every column; empty where there are none.
    pub(super) columns: Vec<Head>,
    /// Whether every second column has an option and the one behind it has an empty heading, as cells that were joined are copied.
    pub(super) joined: bool,
}

/// Reads the headings of a table whose figures are of `options`. Of people who are counted `counted` says that words such as "events" and
/// "total" may stand there.
pub(super) fn heads(grid: &Grid, width: usize, options: &[DeskChoice], counted: bool) -> Heads {
    let mut out = Heads::default();
    for cells in grid.iter().take(MOST_ROWS.min(grid.len().saturating_sub(1))) {
        let read: Option<Vec<Head>> = cells.iter().map(|cell| head(cell, options, counted)).collect();
        let Some(read) = read.filter(|read| read.iter().any(|head| *head != Head::default())) else {
            break;
        };
        if out.columns.is_empty() {
            out.columns = vec![Head::default(); width];
        }
        let named = |column: usize| read.get(column).and_then(|head| head.option);
        out.joined |= width.is_multiple_of(2)
            && (0..width).all(|column| named(column).is_some() == column.is_multiple_of(2));
        let mut last = None;
        let spans = (0..width).any(|column| named(column).is_some());
        for (column, known) in out.columns.iter_mut().enumerate() {
            let own = read.get(column).copied().unwrap_or_default();
            // An option's name goes on over the empty headings behind it.
            last = own.option.or_else(|| last.filter(|_| spans));
            known.option = known.option.or(last);
            known.counts = known.counts.or(own.counts);
        }
        out.rows += 1;
    }
    out
}

/// One heading; `None` when it is none.
fn head(cell: &str, options: &[DeskChoice], counted: bool) -> Option<Head> {
    if cell.trim().is_empty() {
        return Some(Head::default());
    }
    let lower = cell.to_lowercase();
    let names = options.iter().enumerate().flat_map(|(index, option)| {
        [&option.label, &option.word]
            .into_iter()
            .map(move |name| (index, name.to_lowercase()))
    });
    // One name may be a part of another: "Antibiotics" of "No antibiotics".
    let found = names
        .filter(|(_, name)| !name.is_empty() && is_within(&lower, name))
        .max_by_key(|(_, name)| name.chars().count());
    let (option, rest) = match found {
        // Lower case may have other lengths than what was written; then the rest is looked at in lower case too.
        Some((index, name)) => {
            let at = lower.find(&name)?;
            let own = if lower.len() == cell.len() { cell } else { &lower };
            let rest = format!("{} {}", own.get(..at)?, own.get(at + name.len()..)?);
            (Some(index), rest)
        }
        None => (None, cell.to_owned()),
    };
    let counts = counts(&rest)?;
    (counts.is_none() || counted).then_some(Head { option, counts })
}

/// Whether a name stands in a text as whole words.
fn is_within(text: &str, name: &str) -> bool {
    text.find(name).is_some_and(|at| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + name.len()..).and_then(|after| after.chars().next());
        let edge = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
        edge(before) && edge(after)
    })
}

/// What the words of a heading count: nothing where there are none; `None` where there is a word that is not known.
fn counts(text: &str) -> Option<Option<Counts>> {
    if text.contains(['%', '\u{066a}', '\u{ff05}']) {
        return Some(Some(Counts::Percent));
    }
    let (mut with, mut people, mut had, mut any) = (false, false, false, false);
    for word in text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        any = true;
        let lower = word.to_lowercase();
        // A small n counts those with it, a capital one all people.
        let is =
            |list: &[&str]| list.contains(&word) || (word.chars().count() > 1 && list.contains(&&*lower));
        if is(&WITH) {
            with = true;
            had |= ["with", "had", "affected"].contains(&&*lower);
        } else if is(&PEOPLE) {
            people = true;
        } else if !FILLING.contains(&&*lower) {
            return None;
        }
    }
    let both = text.contains(['/', '(']) || text.contains(" of ");
    Some(match (with, people) {
        (true, true) if had => Some(Counts::With),
        (true, true) if both => Some(Counts::Both),
        (true, true) => Some(Counts::Unsure),
        (true, false) => Some(Counts::With),
        (false, true) => Some(Counts::People),
        (false, false) if any => Some(Counts::Unsure),
        (false, false) => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options() -> Vec<DeskChoice> {
        let all = [("none", "No antibiotics"), ("now", "Antibiotics")];
        let option = |(word, label): (&str, &str)| DeskChoice {
            word: word.to_owned(),
            label: label.to_owned(),
            help: String::new(),
        };
        all.into_iter().map(option).collect()
    }

    #[test]
    fn headings_are_read_by_words_that_are_known_and_no_others() {
        let said = |text: &str| head(text, &options(), true);
        let of = |option, counts| Some(Head { option, counts });
        for (text, wanted) in [
            ("", of(None, None)),
            ("Events", of(None, Some(Counts::With))),
            ("Total", of(None, Some(Counts::People))),
            ("n", of(None, Some(Counts::With))),
            ("N", of(None, Some(Counts::People))),
            ("n/N", of(None, Some(Counts::Both))),
            ("n (%)", of(None, Some(Counts::Percent))),
            ("Number of events", of(None, Some(Counts::With))),
            ("people with it", of(None, Some(Counts::With))),
            ("total events", of(None, Some(Counts::Unsure))),
            ("No antibiotics", of(Some(0), None)),
            ("antibiotics (N)", of(Some(1), Some(Counts::People))),
            ("now: events", of(Some(1), Some(Counts::With))),
            ("Surgery", None),
            ("12", None),
            ("12 / 100", None),
            ("not read", None),
        ] {
            assert_eq!(said(text), wanted, "{text}");
        }
        assert_eq!(head("Events", &options(), false), None);
    }

    #[test]
    fn names_go_on_over_cells_that_were_joined() {
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let grid = vec![
            row(&["No antibiotics", "", "Antibiotics", ""]),
            row(&["events", "total", "events", "total"]),
            row(&["1", "2", "3", "4"]),
        ];
        let found = heads(&grid, 4, &options(), true);
        assert_eq!((found.rows, found.joined), (2, true));
        let said: Vec<_> = found
            .columns
            .iter()
            .map(|head| (head.option, head.counts))
            .collect();
        assert_eq!(
            said,
            [
                (Some(0), Some(Counts::With)),
                (Some(0), Some(Counts::People)),
                (Some(1), Some(Counts::With)),
                (Some(1), Some(Counts::People))
            ]
        );
        // A table of one row has no heading: it is its figures.
        assert_eq!(heads(&grid[..1].to_vec(), 4, &options(), true).rows, 0);
    }
}
