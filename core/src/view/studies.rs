//! Several studies of one outcome at one time: each with its own figures, whether they agree, and why they may not.

use crate::aid::{Aid, Cell, Measure, Outcome, Row, TreatmentOption};
use crate::words::say;

use super::compare::{card_cells, row_differences};
use super::heads::source;
use super::measured::measured;
use super::{StudiesView, StudyView};

/// The studies of a row; `None` when it names none.
pub(super) fn studies(
    aid: &Aid,
    outcome: &Outcome,
    row: &Row,
    shown: &[&TreatmentOption],
) -> Option<StudiesView> {
    let first = row.study.as_ref()?;
    let words = aid.wording();
    let mut said = Vec::new();
    if !row.others.is_empty() {
        said.push(match agreement(outcome, row) {
            Agreement::Opposite => say!(words, "These studies point different ways."),
            Agreement::Different => say!(words, "These studies found different numbers."),
            Agreement::Alike => say!(words, "These studies found about the same."),
        });
        said.extend(outcome.studies_differ.clone());
        let chosen = if outcome.weighed() {
            say!(
                words,
                "The figures of {study} come first, and are those that are weighed.",
                study = first.name
            )
        } else {
            say!(words, "The figures of {study} come first.", study = first.name)
        };
        let why = first.weighed.as_deref().unwrap_or_default();
        said.push([&chosen, " ", why].concat());
    }
    let others = row.others.iter().map(|other| StudyView {
        name: other
            .study
            .as_ref()
            .map(|study| study.name.clone())
            .unwrap_or_default(),
        group: words.group(&other.group),
        analysis: words.analysis(&other.group),
        cells: card_cells(aid, outcome, other, shown),
        measured: measured(aid, outcome, other, shown),
        differences: row_differences(aid, outcome, other, shown),
        note: other.note.clone(),
        sources: other.sources.iter().filter_map(|id| source(aid, id)).collect(),
    });
    Some(StudiesView {
        name: first.name.clone(),
        said,
        others: others.collect(),
    })
}

/// How far the studies of a row agree.
enum Agreement {
    /// In one, more with an option than with another; in another study, fewer.
    Opposite,
    Different,
    Alike,
}

/// By the numbers on the screen, over every option and every pair of them that two studies have in common.
fn agreement(outcome: &Outcome, row: &Row) -> Agreement {
    let all: Vec<Vec<Option<i64>>> = row
        .studies()
        .map(|study| study.cells.iter().map(|cell| shown(outcome, cell)).collect())
        .collect();
    let mut alike = true;
    for (at, a) in all.iter().enumerate() {
        for b in all.iter().skip(at + 1) {
            let both: Vec<(i64, i64)> = a
                .iter()
                .zip(b)
                .filter_map(|(a, b)| Some(((*a)?, (*b)?)))
                .collect();
            alike &= both.iter().all(|(a, b)| a == b);
            let opposite = both
                .iter()
                .any(|(a, b)| both.iter().any(|(c, d)| (a - c).signum() * (b - d).signum() < 0));
            if opposite {
                return Agreement::Opposite;
            }
        }
    }
    if alike {
        Agreement::Alike
    } else {
        Agreement::Different
    }
}

/// The number of a cell as it is shown.
fn shown(outcome: &Outcome, cell: &Cell) -> Option<i64> {
    match (cell, &outcome.measure) {
        (Cell::Known(figure), _) => Some(i64::from(figure.people(outcome.of).rounded())),
        (Cell::Amount(amount), Measure::Amount(scale)) => Some(amount.value().steps(scale.decimals)),
        (Cell::Level(level), _) => i64::try_from(level.place()).ok(),
        _ => None,
    }
}
