//! Checks outcomes that are amounts or levels, and cells of every kind.

use std::sync::Arc;

use super::super::document::{AmountDoc, Better, CellDoc, OutcomeDoc, RangeKind, RowDoc};
use super::super::{Cell, Measure, OptionId, SourceId};
use super::{Checker, listed};
use crate::chance::{
    Across, Amount, AmountError, AmountParts, AmountSays, Average, Backing, BackingError, Denominator,
    Horizon, Level, LevelFigure, ReferenceClass, Scale, Spread,
};
use crate::format::At;
use crate::format::Code;

/// What a cell shares with its row.
pub(super) struct With<'a> {
    pub(super) measure: &'a Measure,
    pub(super) row: &'a RowDoc,
    pub(super) horizon: &'a Arc<Horizon>,
    pub(super) group: &'a Arc<ReferenceClass>,
    pub(super) sources: &'a [SourceId],
}

impl With<'_> {
    /// What stands behind a cell's number: its row's, but for what it says itself.
    pub(super) fn backing(&self, cell: &CellDoc, own: &[SourceId]) -> Backing {
        Backing {
            horizon: Arc::clone(self.horizon),
            class: Arc::clone(self.group),
            certainty: self.row.certainty,
            certainty_why: self.row.certainty_why.clone(),
            status: cell.status.unwrap_or(self.row.status),
            sources: if own.is_empty() { self.sources } else { own }.to_vec(),
        }
    }
}

/// What to do about a number with too little behind it; `range` says how such a number is given one.
pub(super) fn behind(error: BackingError, range: &'static str) -> (Code, &'static str) {
    match error {
        BackingError::NeitherRangeNorCertainty => (Code::NoUncertainty, range),
        BackingError::NoSource => (Code::NoSource, "name a source in the row's `sources`"),
    }
}

/// Whether a cell has fields of one without a figure of its own.
pub(super) fn without(cell: &CellDoc) -> bool {
    cell.gap().is_some()
        || cell.same_as.is_some()
        || cell.because.is_some()
        || cell.counts_as.is_some()
        || cell.searched.is_some()
        || cell.between.is_some()
}

impl Checker<'_> {
    /// What kind of figures an outcome has.
    pub(super) fn measure(&mut self, outcome: &OutcomeDoc, place: &At<'_>) -> Option<Measure> {
        match &outcome.amount {
            Some(_) if !outcome.levels.is_empty() => {
                report!(
                    self,
                    Code::BadScale,
                    place.key("amount"),
                    format!("`{}` is an amount and has levels too", outcome.id),
                    "keep `amount` or the levels, or make two outcomes of it",
                );
                None
            }
            Some(amount) => self.scale(amount, &place.key("amount")),
            None if outcome.levels.is_empty() => Some(Measure::Chance),
            None => self.levels(outcome, place),
        }
    }

    fn scale(&mut self, amount: &AmountDoc, place: &At<'_>) -> Option<Measure> {
        if amount.low >= amount.high {
            report!(
                self,
                Code::BadScale,
                place.key("high"),
                format!("the scale runs from {} to {}", amount.low, amount.high),
                "give the low end of the scale in `low`, and the high end in `high`",
            );
            return None;
        }
        if amount.decimals.is_some_and(|decimals| decimals > 2) {
            report!(
                self,
                Code::BadScale,
                place.key("decimals"),
                format!(
                    "{} decimals are more than anyone reads",
                    amount.decimals.unwrap_or(0)
                ),
                "write 0, 1 or 2, or remove the field",
            );
            return None;
        }
        let told = match (amount.average, amount.person_years) {
            (Some(average), None) => AmountSays::Average(average),
            (None, Some(person_years)) if Denominator::with(person_years).is_some() && !amount.duration => {
                AmountSays::Rate { person_years }
            }
            _ => {
                report!(
                    self,
                    Code::BadScale,
                    *place,
                    "the amount is not exactly one of an average and a rate",
                    "write `average = \"mean\"` or `\"median\"`; or, of how often something happens in so many person-years, \
                     `person_years = 100`, 1000 or 10000, with what happens as `unit`, and without `duration`",
                );
                return None;
            }
        };
        Some(Measure::Amount(Arc::new(Scale {
            one: amount.unit_one.clone(),
            many: amount.unit.clone(),
            phrase: amount.phrase.clone(),
            told,
            low: amount.low,
            high: amount.high,
            low_means: amount.low_means.clone(),
            high_means: amount.high_means.clone(),
            decimals: amount.decimals.unwrap_or(0),
        })))
    }

    fn levels(&mut self, outcome: &OutcomeDoc, place: &At<'_>) -> Option<Measure> {
        let docs = &outcome.levels;
        let mut sound = docs.len() > 1;
        if !sound {
            report!(
                self,
                Code::BadLevels,
                place.key("level"),
                format!("`{}` has 1 level", outcome.id),
                "give two or more, in order",
            );
        }
        for (index, level) in docs.iter().enumerate() {
            let place = place.item("level", index);
            sound &= self.id::<OptionId>(&level.id, &place).is_some();
            if docs.iter().take(index).any(|earlier| earlier.id == level.id) {
                self.duplicate("a level", &level.id, &place);
                sound = false;
            }
        }
        let given: Vec<u8> = docs.iter().filter_map(|level| level.value).collect();
        let ordered = given.windows(2).all(|pair| match (pair, outcome.better) {
            ([a, b], Better::Higher) => a < b,
            ([a, b], Better::Lower) => a > b,
            _ => true,
        });
        if !given.is_empty()
            && (given.len() < docs.len() || !ordered || given.iter().any(|value| *value > 100))
        {
            report!(
                self,
                Code::BadLevels,
                place.key("level"),
                "the values of the levels do not run from worst to best",
                "give every level a `value` from 0 (worst) to 100 (best), in the order `better` says; or give none",
            );
            sound = false;
        }
        let last = u32::try_from(docs.len().saturating_sub(1).max(1)).unwrap_or(1);
        let levels = docs.iter().zip(0..).map(|(level, place): (_, u32)| {
            let up = f64::from(place) / f64::from(last);
            let equal = match outcome.better {
                Better::Higher => up,
                Better::Lower => 1.0 - up,
            };
            Level {
                id: level.id.clone(),
                name: level.name.clone(),
                means: level.means.clone(),
                value: level.value.map_or(equal, |value| f64::from(value) / 100.0),
            }
        });
        sound.then(|| Measure::Levels(levels.collect()))
    }

    /// A cell, of its outcome's kind or with why there is no figure.
    pub(super) fn cell(&mut self, cell: &CellDoc, place: &At<'_>, with: &With<'_>) -> Option<Cell> {
        if let Some(gap) = self.gap(cell, place, with) {
            return gap;
        }
        match with.measure {
            Measure::Chance => self.chance(cell, place, with),
            Measure::Amount(scale) => self.amount(cell, place, with, scale),
            Measure::Levels(levels) => self.level(cell, place, with, levels),
        }
    }

    fn amount(
        &mut self,
        cell: &CellDoc,
        place: &At<'_>,
        with: &With<'_>,
        scale: &Arc<Scale>,
    ) -> Option<Cell> {
        let counted = cell.events.is_some() || cell.count.is_some() || cell.per.is_some();
        let other = cell.range.is_some() || cell.interval.is_some() || cell.level.is_some() || cell.pooled;
        let value = match cell.value {
            Some(value) if !counted && !other && !without(cell) => value,
            _ => {
                report!(
                    self,
                    Code::BadCell,
                    *place,
                    "the cell is not exactly one of an amount and why there is none",
                    "write `{ value = \"5.2\", low = \"4.1\", high = \"6.3\", range_kind = \"interval95\" }`, or \
                     `{ value, sd, people }`, or why there is none alone, such as `{ not_read = \"…\" }`",
                );
                return None;
            }
        };
        let span = |low, high, across| Some(Spread::Span { low, high, across });
        let spread = match (cell.low, cell.high, cell.range_kind, cell.sd, cell.people) {
            (None, None, None, None, _) => None,
            (Some(low), Some(high), Some(RangeKind::Interval95), None, _) => {
                Some(Spread::Interval95 { low, high })
            }
            (Some(low), Some(high), Some(RangeKind::BetweenStudies), None, _) => {
                span(low, high, Across::Studies)
            }
            (Some(low), Some(high), Some(RangeKind::OverTime), None, _) => span(low, high, Across::Times),
            (Some(low), Some(high), Some(RangeKind::Span), None, _) => span(low, high, Across::NotSaid),
            (Some(low), Some(high), Some(RangeKind::MiddleHalf), None, Some(people)) => {
                Some(Spread::MiddleHalf { low, high, people })
            }
            (None, None, None, Some(_), Some(_)) if scale.told == AmountSays::Average(Average::Median) => {
                report!(
                    self,
                    Code::BadRange,
                    place.key("sd"),
                    "a standard deviation tells nothing of how far off a median may be",
                    "give the published interval of the median, `low`, `high` and `range_kind`; or `middle-half` with `people`",
                );
                return None;
            }
            (None, None, None, Some(sd), Some(people)) => Some(Spread::Deviation { sd, people }),
            _ => {
                report!(
                    self,
                    Code::BadRange,
                    *place,
                    "the range is not whole",
                    "give `low`, `high` and `range_kind` (`middle-half` with `people` too); or `sd` and `people`",
                );
                return None;
            }
        };
        // An unresolved source has its own problem already.
        if with.sources.is_empty() {
            return None;
        }
        let own = self.cell_sources(cell, place);
        let made = Amount::new(AmountParts {
            value,
            spread,
            scale: Arc::clone(scale),
            backing: with.backing(cell, &own),
        });
        match made {
            Ok(amount) => Some(Cell::Amount(amount)),
            Err(error) => {
                let (code, key, remedy) = match error {
                    AmountError::OutsideScale { .. } => (
                        Code::BadScale,
                        "value",
                        "check the number, or widen `low` and `high` of `amount`",
                    ),
                    AmountError::RangeUpsideDown { .. } => {
                        (Code::BadRange, "low", "write the low end in `low`")
                    }
                    AmountError::OutsideRange { .. } => (
                        Code::BadRange,
                        "low",
                        "check the number and its range against the source",
                    ),
                    AmountError::SpreadOfARate => (
                        Code::BadRange,
                        "value",
                        "give the published interval of the rate, `low`, `high` and `range_kind = \"interval95\"`",
                    ),
                    AmountError::NoPeople => (Code::NoPeople, "people", "give `people`, and an `sd` above 0"),
                    AmountError::Backing(error) => {
                        let (code, remedy) = behind(
                            error,
                            "give the cell a range or an `sd`, or the row a `certainty`",
                        );
                        (code, "value", remedy)
                    }
                };
                report!(self, code, place.key(key), error.to_string(), remedy);
                None
            }
        }
    }

    fn level(
        &mut self,
        cell: &CellDoc,
        place: &At<'_>,
        with: &With<'_>,
        levels: &Arc<[Level]>,
    ) -> Option<Cell> {
        let alone = CellDoc {
            level: cell.level.clone(),
            status: cell.status,
            sources: cell.sources.clone(),
            ..CellDoc::default()
        };
        self.cell_sources(cell, place);
        let Some(id) = cell.level.as_ref().filter(|_| *cell == alone) else {
            report!(
                self,
                Code::BadCell,
                *place,
                "the cell is not exactly one of a level and why there is none",
                "write `{ level = \"…\" }`, or why there is none alone, such as `{ not_read = \"…\" }`",
            );
            return None;
        };
        let Some(found) = levels.iter().position(|level| level.id == *id) else {
            report!(
                self,
                Code::UnknownLevel,
                place.key("level"),
                format!("there is no level called `{id}`"),
                format!("use one of {}", listed(levels.iter().map(|level| &level.id))),
            );
            return None;
        };
        let Some(certainty) = with.row.certainty else {
            report!(
                self,
                Code::NoUncertainty,
                *place,
                "a level has no range, and its row has no certainty",
                "give the row a `certainty`",
            );
            return None;
        };
        let why = with.row.certainty_why.clone();
        LevelFigure::new(Arc::clone(levels), found, certainty, why).map(Cell::Level)
    }

    /// Ranges drawn on one axis are of one kind.
    pub(super) fn row_spreads(&mut self, row: &RowDoc, place: &At<'_>) {
        let mut kinds: Vec<Option<RangeKind>> = row
            .cells()
            .filter(|cell| cell.value.is_some() && (cell.low.is_some() || cell.sd.is_some()))
            .map(|cell| cell.range_kind)
            .collect();
        kinds.dedup();
        if kinds.len() > 1 {
            report!(
                self,
                Code::BadRange,
                place.key("cells"),
                "ranges that are drawn on one axis are of different kinds",
                "give all of the row the same kind of range",
            );
        }
    }
}
