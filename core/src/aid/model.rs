//! Options, outcomes and rows as the rest of core uses them. They are only reached through [`super::Aid`].

use std::sync::Arc;

use super::document::{Better, OptionDoc, OptionKind};
use super::{HorizonId, OptionId, OutcomeId, SourceId};
use crate::chance::wording::Event;
use crate::chance::{Certainty, Figure, Horizon, ReferenceClass, Status};

/// An option.
#[derive(Clone, Debug, PartialEq)]
pub struct TreatmentOption {
    /// Identifier.
    pub id: OptionId,
    /// What kind.
    pub kind: OptionKind,
    /// Its place in the aid's order, from 0: it decides the mark.
    pub index: usize,
    /// Its texts.
    pub doc: OptionDoc,
}

impl TreatmentOption {
    /// Name as a heading.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.doc.name
    }

    /// Name inside a sentence.
    #[must_use]
    pub fn in_sentence(&self) -> &str {
        &self.doc.in_sentence
    }
}

/// An outcome with its rows of figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Identifier.
    pub id: OutcomeId,
    /// Name as a heading.
    pub name: String,
    /// Name inside a sentence.
    pub in_sentence: String,
    /// Medical name.
    pub medical_name: Option<String>,
    /// Which end is better.
    pub better: Better,
    /// What happens, in words after a count.
    pub event: Event,
    /// What it is; may refer to figures.
    pub about: Vec<String>,
    /// Serious harm.
    pub serious: bool,
    /// Why it is not weighed; `None` when it is.
    pub not_weighed: Option<String>,
    /// The horizon shown first and used for weighing; there is a row for it.
    pub weigh_at: HorizonId,
    /// Rows in the file's order, one a horizon; never empty.
    pub rows: Vec<Row>,
}

impl Outcome {
    /// Whether it can be weighed.
    #[must_use]
    pub fn weighed(&self) -> bool {
        self.not_weighed.is_none()
    }

    /// The row at a horizon.
    #[must_use]
    pub fn row(&self, at: &HorizonId) -> Option<&Row> {
        self.rows.iter().find(|row| row.horizon.id == *at)
    }

    /// The row used for weighing.
    #[must_use]
    pub fn weigh_row(&self) -> Option<&Row> {
        self.row(&self.weigh_at)
    }
}

/// One outcome at one point in time.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// When.
    pub horizon: Arc<Horizon>,
    /// Who.
    pub group: Arc<ReferenceClass>,
    /// One cell an option, in the aid's order.
    pub cells: Vec<Cell>,
    /// Sources; never empty.
    pub sources: Vec<SourceId>,
    /// How far they were read.
    pub status: Status,
    /// How sure the evidence is.
    pub certainty: Option<Certainty>,
    /// Why that sure.
    pub certainty_why: Option<String>,
    /// Anything the reader must know.
    pub note: Option<String>,
}

impl Row {
    /// The figures that are known.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.cells.iter().filter_map(Cell::figure)
    }

    /// The cell of the option at a place in the aid's order.
    #[must_use]
    pub fn cell(&self, option: usize) -> Option<&Cell> {
        self.cells.get(option)
    }
}

/// One option's figure, or that it is not known.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A figure.
    Known(Figure),
    /// "We do not know": why.
    NotKnown(String),
}

impl Cell {
    /// The figure, when known.
    #[must_use]
    pub fn figure(&self) -> Option<&Figure> {
        match self {
            Self::Known(figure) => Some(figure),
            Self::NotKnown(_) => None,
        }
    }
}
