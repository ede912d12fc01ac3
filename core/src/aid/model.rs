//! Options, outcomes and rows as the rest of core uses them. They are only reached through [`super::Aid`].

use std::sync::Arc;

use super::document::{Better, OptionDoc, OptionKind};
use super::gap::{GapKind, MissingFigure, Stand};
use super::{HorizonId, OptionId, OutcomeId, ReferenceClassId, SourceId};
use crate::chance::interval::difference_has_zero;
use crate::chance::wording::Event;
use crate::chance::{
    Amount, Certainty, Contrast, Denominator, Effect, Figure, Horizon, Level, LevelFigure, ReferenceClass,
    Scale, Status,
};

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

/// What an outcome's figures are. Never two kinds in one outcome.
#[derive(Clone, Debug, PartialEq)]
pub enum Measure {
    /// Counts of people.
    Chance,
    /// Amounts on one scale.
    Amount(Arc<Scale>),
    /// Described levels, in the file's order.
    Levels(Arc<[Level]>),
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
    /// A line drawing for Easy Read.
    pub drawing: Option<String>,
    /// Which end is better.
    pub better: Better,
    /// What its figures are.
    pub measure: Measure,
    /// How many people every count of it is of, at every point in time and for every group, so that nothing a person presses
    /// changes it (R02, R03).
    pub of: Denominator,
    /// What happens, in words after a count; empty unless it is a chance.
    pub event: Event,
    /// What it is; may refer to figures.
    pub about: Vec<String>,
    /// Serious harm.
    pub serious: bool,
    /// Why it is not weighed; `None` when it is.
    pub not_weighed: Option<String>,
    /// The horizon shown first and used for weighing; there is a row for it. The author's, or what a person chose in its place
    /// ([`super::Aid::weighed_at`]).
    pub weigh_at: HorizonId,
    /// Rows in the file's order, one per horizon (and per group, where the figures depend on the group). Never empty,
    /// unless they depend on a group that is not chosen ([`super::Aid::seen_by`]).
    pub rows: Vec<Row>,
    /// Why the studies of a point in time may differ.
    pub studies_differ: Option<String>,
    /// The rows are for several of the aid's groups: none stands for all.
    pub by_group: bool,
}

impl Outcome {
    /// Whether it can be weighed.
    #[must_use]
    pub fn weighed(&self) -> bool {
        self.not_weighed.is_none()
    }

    /// The row at a horizon; `None` while its figures then depend on a group and none is chosen.
    #[must_use]
    pub fn row(&self, at: &HorizonId) -> Option<&Row> {
        let mut then = self.rows.iter().filter(|row| row.horizon.id == *at);
        let row = then.next();
        row.filter(|_| then.next().is_none())
    }

    /// The row at a horizon for a group; for `None` the one row there is.
    #[must_use]
    pub fn row_for(&self, at: &HorizonId, group: Option<&ReferenceClassId>) -> Option<&Row> {
        match group {
            None => self.row(at),
            Some(group) => self
                .rows
                .iter()
                .find(|row| row.horizon.id == *at && row.group.id == *group),
        }
    }

    /// The row used for weighing.
    #[must_use]
    pub fn weigh_row(&self) -> Option<&Row> {
        self.row(&self.weigh_at)
    }

    /// Whether it can be weighed at a time as well as where it is weighed now: every option that stands somewhere now does so then.
    #[must_use]
    pub fn weighs_at(&self, at: &HorizonId) -> bool {
        let stands = |row: &Row, option: usize| row.cell(option).is_some_and(|cell| cell.number().is_some());
        let (Some(now), Some(then)) = (self.weigh_row(), self.row(at)) else {
            return false;
        };
        (0..then.cells.len()).all(|option| stands(then, option) || !stands(now, option))
    }
}

/// One outcome at one point in time.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// When.
    pub horizon: Arc<Horizon>,
    /// Who.
    pub group: Arc<ReferenceClass>,
    /// One cell per option, in the aid's order.
    pub cells: Vec<Cell>,
    /// Which of them are another option's by design; one per option.
    pub same: Vec<Option<Same>>,
    /// Sources of the row and of its cells; never empty.
    pub sources: Vec<SourceId>,
    /// How far the row's were read.
    pub status: Status,
    /// How sure the evidence is.
    pub certainty: Option<Certainty>,
    /// Why that sure.
    pub certainty_why: Option<String>,
    /// Anything the reader must know.
    pub note: Option<String>,
    /// The study it is of, where that is said.
    pub study: Option<Study>,
    /// Published differences and ratios between two options.
    pub compared: Vec<Compared>,
    /// The ratios by which figures of the row were worked out from another's. They are not told, and say what is known of the two
    /// together.
    pub worked_out_by: Vec<Compared>,
    /// The rows of other studies of the same point in time. This one comes first and is weighed.
    pub others: Vec<Row>,
}

/// A study, by its short name.
#[derive(Clone, Debug, PartialEq)]
pub struct Study {
    /// "APPAC".
    pub name: String,
    /// Of several, why this is the one that comes first and is weighed.
    pub weighed: Option<String>,
}

/// A published difference or ratio between two options.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// Place of the option compared with, in the aid's order.
    pub from: usize,
    /// Place of the option it is told of.
    pub to: usize,
    /// The number, with its interval.
    pub contrast: Contrast,
    /// What it is adjusted for.
    pub adjusted: Option<String>,
    /// Sources; never empty.
    pub sources: Vec<SourceId>,
    /// How far they were read.
    pub status: Status,
}

impl Compared {
    /// Whether it is between two options, in either order.
    #[must_use]
    pub fn is_between(&self, a: usize, b: usize) -> bool {
        (self.from, self.to) == (a, b) || (self.from, self.to) == (b, a)
    }

    /// Whether it is a ratio.
    #[must_use]
    pub fn is_ratio(&self) -> bool {
        self.contrast.effect() == Effect::Ratio
    }

    /// Whether it says of the same two options what another says.
    pub(crate) fn repeats(&self, other: &Self) -> bool {
        self.is_between(other.from, other.to) && self.is_ratio() == other.is_ratio()
    }
}

impl Row {
    /// The row of every study there is of the point in time, this one first.
    pub fn studies(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.others)
    }

    /// The figures that are known.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.cells.iter().filter_map(Cell::figure)
    }

    /// Whose figure the option at a place has by design, and why; `None` when it has its own, or none.
    #[must_use]
    pub fn same(&self, option: usize) -> Option<&Same> {
        self.same.get(option)?.as_ref()
    }

    /// Whether the evidence tells the options at two places apart, where it says so of the two together: a difference or ratio
    /// published with its interval, or the ratio by which one figure was worked out from the other. Of two worked out from one
    /// figure their ratios tell, as that figure is the same for both. `None` where only the two figures' own ranges can tell.
    #[must_use]
    pub fn tells_apart(&self, a: usize, b: usize) -> Option<bool> {
        let mut both = self.compared.iter().chain(&self.worked_out_by);
        let found = both.find(|one| one.is_between(a, b) && one.contrast.ends().is_some());
        if let Some(found) = found {
            return Some(!found.contrast.may_be_none());
        }
        let of = |option: usize| self.worked_out_by.iter().find(|one| one.to == option);
        let (a, b) = of(a).zip(of(b)).filter(|(a, b)| a.from == b.from)?;
        Some(!difference_has_zero(a.contrast.told()?, b.contrast.told()?))
    }

    /// The cell of the option at a place in the aid's order.
    #[must_use]
    pub fn cell(&self, option: usize) -> Option<&Cell> {
        self.cells.get(option)
    }
}

/// That an option's figure is another option's by design, and is no evidence of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Same {
    /// Place of the other option in the aid's order. Its figure is its own.
    pub of: usize,
    /// Why it must be the same.
    pub because: String,
}

/// One option's figure, or why there is none.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A figure.
    Known(Figure),
    /// An amount.
    Amount(Amount),
    /// A level.
    Level(LevelFigure),
    /// No figure, and why.
    Gap(Box<MissingFigure>),
}

impl Cell {
    /// The count of people, when it is one and known.
    #[must_use]
    pub fn figure(&self) -> Option<&Figure> {
        match self {
            Self::Known(figure) => Some(figure),
            Self::Amount(_) | Self::Level(_) | Self::Gap(_) => None,
        }
    }

    /// Why there is no figure.
    #[must_use]
    pub fn gap(&self) -> Option<&MissingFigure> {
        match self {
            Self::Gap(gap) => Some(gap),
            Self::Known(_) | Self::Amount(_) | Self::Level(_) => None,
        }
    }

    /// Whether something is known.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.gap().is_none()
    }

    /// One figure was published for all the groups together.
    #[must_use]
    pub fn is_pooled(&self) -> bool {
        self.figure().is_some_and(Figure::pooled)
    }

    /// What is measured, to weigh by: a share of people, an amount, or how good a level is. What does not apply has what
    /// its author says that means.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Known(figure) => Some(figure.proportion()),
            Self::Amount(amount) => Some(amount.value().value()),
            Self::Level(level) => Some(level.value()),
            Self::Gap(gap) => match &gap.kind {
                GapKind::DoesNotApply { counts_as } => counts_as.as_ref().map(Stand::number),
                GapKind::NoStudy { .. } | GapKind::NotRead { .. } | GapKind::NotSaid => None,
            },
        }
    }
}
