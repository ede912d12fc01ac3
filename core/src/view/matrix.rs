//! Compare at a glance: a row for every outcome, a column for every option. Each row stands for the card it opens to, and
//! says the same figures.

use std::collections::VecDeque;

use crate::aid::{Aid, Cell, GapKind, Measure, Outcome, Row, TreatmentOption, document::Better};
use crate::words::{capital, say};

use super::compare::{cell, unknown};
use super::heads::head;
use super::measured::measured;
use super::studies::studies;
use super::{CellView, IconCounts, MatrixCell, MatrixGroup, MatrixRow, MatrixView};

/// Squares side by side in a strip of 100 people: four rows, so that a quarter is one of them.
const STRIP: u32 = 25;
/// The same in a strip of more people. The strip is as wide, and taller.
const LARGE_STRIP: u32 = 50;
/// The most people whose squares can be told apart in a strip.
const MOST_IN_A_STRIP: u32 = 1_000;

/// The rows of `outcomes`, each at the row of figures that is shown. `one_group` when the page says once who all the numbers
/// are about.
pub(super) fn matrix(
    aid: &Aid,
    outcomes: &[(&Outcome, &Row)],
    shown: &[&TreatmentOption],
    one_group: bool,
) -> MatrixView {
    let cells: Vec<Vec<MatrixCell>> = outcomes
        .iter()
        .map(|(outcome, row)| cells(aid, outcome, row, shown))
        .collect();
    let of_every = common(cells.iter().flatten().map(|cell| cell.of_every.as_str()));
    let mut left: VecDeque<MatrixRow> = outcomes
        .iter()
        .zip(cells)
        .enumerate()
        .map(|(at, ((outcome, row), cells))| {
            let mut line = MatrixRow {
                card: at,
                name: outcome.name.clone(),
                notes: Vec::new(),
                cells,
            };
            notes(aid, (outcome, row), shown, of_every.is_some(), &mut line);
            line
        })
        .collect();
    let mut groups: Vec<MatrixGroup> = Vec::new();
    for run in runs(outcomes, one_group) {
        let words = aid.wording();
        let people = run
            .first()
            .filter(|_| !one_group)
            .map(|(_, row)| words.group(&row.group));
        let when = common(run.iter().map(|(_, row)| words.horizon_heading(&row.horizon)));
        let heading = when.filter(|_| run.len() > 1);
        let rows = run.iter().filter_map(|(_, row)| {
            let mut line = left.pop_front()?;
            if heading.is_none() {
                line.notes.insert(0, words.horizon_heading(&row.horizon));
            }
            Some(line)
        });
        let rows: Vec<MatrixRow> = rows.collect();
        match groups.last_mut() {
            // Rows with times of their own stand together without a heading.
            Some(MatrixGroup {
                heading: None,
                people: None,
                rows: before,
            }) if heading.is_none() && people.is_none() => {
                before.extend(rows);
            }
            _ => groups.push(MatrixGroup {
                heading,
                people,
                rows,
            }),
        }
    }
    MatrixView {
        of_every: of_every.map(|of| capital(&of)),
        options: shown.iter().map(|option| head(option)).collect(),
        groups,
    }
}

/// Outcomes that stand together and are about the same people, or where all are, about the same time.
fn runs<'a, 'b>(
    outcomes: &'a [(&'b Outcome, &'b Row)],
    one_group: bool,
) -> impl Iterator<Item = &'a [(&'b Outcome, &'b Row)]> {
    outcomes.chunk_by(move |(_, a), (_, b)| {
        if one_group {
            a.horizon == b.horizon
        } else {
            a.group.id == b.group.id
        }
    })
}

/// What all of them say, when they say one thing.
fn common<T: AsRef<str>>(said: impl Iterator<Item = T>) -> Option<String> {
    let mut said = said.filter(|each| !each.as_ref().is_empty());
    let first = said.next()?.as_ref().to_owned();
    said.all(|other| other.as_ref() == first).then_some(first)
}

/// What stands under the name beside the time.
fn notes(
    aid: &Aid,
    (outcome, row): (&Outcome, &Row),
    shown: &[&TreatmentOption],
    one_denominator: bool,
    line: &mut MatrixRow,
) {
    let words = aid.wording();
    let of_every = common(line.cells.iter().map(|cell| cell.of_every.as_str()));
    line.notes
        .extend(of_every.filter(|_| !one_denominator).map(|of| capital(&of)));
    match (&outcome.measure, outcome.better) {
        (Measure::Chance, Better::Higher) => line.notes.push(say!(words, "For most people more is better.")),
        (Measure::Chance, Better::Lower) => {}
        _ => line
            .notes
            .extend(measured(aid, outcome, row, shown).map(|view| view.better)),
    }
    // Where several studies stand side by side, the row has the first one's figures and says whether the others agree.
    if let Some(view) = studies(aid, outcome, row, shown)
        && let Some(agree) = view.said.first()
    {
        line.notes.extend([view.name, agree.clone()]);
    }
    if !told_apart(row, shown) {
        line.notes
            .push(say!(words, "The studies cannot tell these apart."));
    }
}

/// Whether the figures are told apart by the studies. They are not when the interval of the difference between every two of
/// them has 0 in it (of a ratio, 1), or one figure was published for all. Where a figure has neither, nothing is known of that and nothing is said.
pub(super) fn told_apart(row: &Row, shown: &[&TreatmentOption]) -> bool {
    // What is the same by design is one figure, and says nothing of a difference.
    let known: Vec<(usize, &Cell)> = shown
        .iter()
        .filter(|option| row.same(option.index).is_none())
        .filter_map(|option| Some((option.index, row.cell(option.index)?)))
        .filter(|(_, cell)| cell.gap().is_none())
        .collect();
    let pairs = || {
        known
            .iter()
            .enumerate()
            .flat_map(|(at, a)| known.iter().skip(at + 1).map(move |b| (*a, *b)))
    };
    // What is known of two together is more than the two figures say.
    let apart = |((at, a), (other, b)): ((usize, &Cell), (usize, &Cell))| match row.tells_apart(at, other) {
        Some(apart) => apart,
        None => match (a, b) {
            (Cell::Known(a), Cell::Known(b)) => !(a.pooled() && b.pooled() || a.not_told_from(b)),
            (Cell::Amount(a), Cell::Amount(b)) => !a.not_told_from(b),
            _ => true,
        },
    };
    !unknown(row, shown).is_empty() || pairs().next().is_none() || pairs().any(apart)
}

/// The same where options are weighed. What an outcome that does not apply counts as is exact: it is told from every figure whose range
/// does not reach it.
pub(super) fn told_apart_weighed(row: &Row, shown: &[&TreatmentOption]) -> bool {
    let counted = shown
        .iter()
        .filter_map(|option| match &row.cell(option.index)?.gap()?.kind {
            GapKind::DoesNotApply { counts_as } => *counts_as,
            _ => None,
        });
    told_apart(row, shown)
        || counted.into_iter().any(|stand| {
            let mut cells = shown.iter().filter_map(|option| row.cell(option.index));
            cells.any(|cell| is_told_from(cell, stand.number()))
        })
}

/// Whether a figure's range, or the figure where it has none, does not reach a number.
fn is_told_from(cell: &Cell, number: f64) -> bool {
    let ends = match cell {
        Cell::Known(figure) => figure.range().map_or_else(
            || [figure.proportion(); 2],
            |range| [range.low().value(), range.high().value()],
        ),
        Cell::Amount(amount) => amount.range().map_or([amount.value().value(); 2], |(low, high)| {
            [low.value(), high.value()]
        }),
        Cell::Level(level) => [level.value(); 2],
        Cell::Gap(_) => return false,
    };
    number < ends[0] || number > ends[1]
}

fn cells(aid: &Aid, outcome: &Outcome, row: &Row, shown: &[&TreatmentOption]) -> Vec<MatrixCell> {
    if let Some(view) = measured(aid, outcome, row, shown) {
        let lines = view.rows.into_iter().zip(shown);
        return lines
            .map(|(line, option)| {
                let amount = match row.cell(option.index) {
                    Some(Cell::Amount(amount)) => Some(amount),
                    _ => None,
                };
                let said = amount.map(|amount| aid.wording().amount_words(amount, option.in_sentence()));
                MatrixCell {
                    value: line.value,
                    known: row.cell(option.index).is_some_and(|cell| cell.gap().is_none()),
                    of_every: String::new(),
                    range: said.as_ref().and_then(|said| said.range_short.clone()),
                    range_said: said.map(|said| said.range).unwrap_or_default(),
                    strip: None,
                }
            })
            .collect();
    }
    let one = |option: &&TreatmentOption| match cell(aid, outcome, row, option) {
        CellView::Known(figure) => MatrixCell {
            value: figure.count,
            known: true,
            of_every: figure.of_every,
            range: figure.range_short,
            range_said: figure.range_brief,
            strip: strip(figure.icons),
        },
        CellView::NotKnown { text, .. } => MatrixCell {
            value: text,
            known: false,
            of_every: String::new(),
            range: None,
            range_said: String::new(),
            strip: None,
        },
    };
    shown.iter().map(one).collect()
}

/// The people of a figure in few rows; `None` when they are too many to be told apart.
fn strip(icons: IconCounts) -> Option<IconCounts> {
    let per_row = if icons.total <= 100 { STRIP } else { LARGE_STRIP };
    (icons.total <= MOST_IN_A_STRIP).then_some(IconCounts { per_row, ..icons })
}
