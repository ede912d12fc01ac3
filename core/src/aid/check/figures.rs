//! Checks outcomes, their rows and their cells of people counted.

use std::sync::Arc;

use super::super::checked::denominator;
use super::super::document::{CellDoc, FORMAT, IntervalMethod, OutcomeDoc, RangeKind, Results, RowDoc};
use super::super::{Cell, Measure, Outcome, OutcomeId, Row, SourceId};
use super::contrasts::study;
use super::measures::{With, behind, without};
use super::{Checker, OutcomeAt, listed, option_ids};
use crate::chance::wording::{Event, EventForm, no_event_one};
use crate::chance::{
    Across, Basis, Figure, FigureError, FigureParts, Horizon, RangeBasis, RangeGiven, ReferenceClass, Status,
};
use crate::format::At;
use crate::format::Code;

impl Checker<'_> {
    pub(super) fn outcomes(&mut self) -> Vec<Outcome> {
        let (doc, root) = (self.doc, At::ROOT.key("outcome"));
        let mut outcomes = Vec::new();
        for (index, outcome) in doc.outcomes.iter().enumerate() {
            let place = root.index(index);
            let Some(id) = self.id::<OutcomeId>(&outcome.id, &place) else {
                continue;
            };
            if doc
                .outcomes
                .iter()
                .take(index)
                .any(|earlier| earlier.id == outcome.id)
            {
                self.duplicate("an outcome", id.as_str(), &place);
            }
            outcomes.extend(self.outcome(outcome, id, &place));
        }
        if doc.outcomes.is_empty() {
            report!(
                self,
                Code::NoOutcome,
                root,
                "there is no outcome",
                "add one with `[[outcome]]`",
            );
        } else if doc.results == Results::Fit && doc.outcomes.iter().filter(|o| o.weighed).count() < 2 {
            report!(
                self,
                Code::NothingToWeigh,
                root,
                "fewer than 2 outcomes are weighed, so there is nothing to weigh up",
                "weigh more outcomes, or write `results = \"facts\"`",
            );
        }
        outcomes
    }

    fn outcome(&mut self, outcome: &OutcomeDoc, id: OutcomeId, place: &At<'_>) -> Option<Outcome> {
        match (&outcome.why_not_weighed, outcome.weighed) {
            (None, false) => report!(
                self,
                Code::WhyNotWeighed,
                *place,
                format!("`{id}` is not weighed and does not say why"),
                "add `why_not_weighed`",
            ),
            (Some(_), true) => report!(
                self,
                Code::WhyNotWeighed,
                place.key("why_not_weighed"),
                format!("`{id}` is weighed, yet says why it is not"),
                "remove `why_not_weighed`, or write `weighed = false`",
            ),
            _ => {}
        }
        if outcome.rows.is_empty() {
            report!(
                self,
                Code::NoFigures,
                *place,
                format!("`{id}` has no row of figures"),
                "add one with `[[outcome.figures]]`",
            );
        }
        let measure = self.measure(outcome, place);
        let lasts = outcome.amount.as_ref().is_some_and(|amount| amount.duration);
        let weigh_at = self.horizon(&outcome.weigh_at, lasts, &place.key("weigh_at"));
        if weigh_at.is_some() && !outcome.rows.iter().any(|row| row.at == outcome.weigh_at) {
            report!(
                self,
                Code::NoWeighRow,
                place.key("weigh_at"),
                format!("`{id}` has no row of figures at `{}`", outcome.weigh_at),
                format!(
                    "choose one of {}, or add the row",
                    listed(outcome.rows.iter().map(|row| &row.at))
                ),
            );
        }
        let mut rows = Vec::new();
        for (index, row) in outcome.rows.iter().enumerate() {
            let place = place.item("figures", index);
            // At one point in time there is one row, or one for each of the aid's groups, or for each of several studies.
            let other_study =
                |other: &RowDoc| row.study.is_some() && other.study.is_some() && row.study != other.study;
            let mut before = outcome.rows.iter().take(index);
            if before.any(|earlier| self.together(earlier, row) && !other_study(earlier)) {
                report!(
                    self,
                    Code::DuplicateRow,
                    place.key("at"),
                    format!("`{id}` already has a row at `{}`", row.at),
                    "keep one row for each point in time, or one for each group of `baseline`; rows of different studies each say \
                     which in `study`",
                );
            }
            rows.extend(self.row(
                row,
                OutcomeAt {
                    id: &id,
                    place: &place,
                    lasts,
                },
                measure.as_ref(),
            ));
        }
        self.studies(outcome, place);
        let rows = self.paired(rows);
        let by_group = self.gaps(outcome, place);
        Some(Outcome {
            measure: measure?,
            of: denominator(self.doc, outcome, &rows),
            by_group,
            name: outcome.name.clone(),
            in_sentence: outcome.in_sentence.clone(),
            medical_name: outcome.medical_name.clone(),
            drawing: outcome.drawing.clone(),
            better: outcome.better,
            event: event(outcome),
            about: outcome.about.clone(),
            serious: outcome.serious,
            not_weighed: (!outcome.weighed).then(|| outcome.why_not_weighed.clone().unwrap_or_default()),
            studies_differ: outcome.studies_differ.clone(),
            weigh_at: weigh_at?.id.clone(),
            rows,
            id,
        })
    }

    /// The point in time of an identifier. What lasts for a while needs none, and is then counted from start to end.
    pub(super) fn horizon(&mut self, at: &str, lasts: bool, place: &At<'_>) -> Option<Arc<Horizon>> {
        if at.is_empty() {
            if lasts {
                return Some(Arc::new(Horizon::whole()));
            }
            let known = listed(self.doc.horizons.iter().map(|horizon| &horizon.id));
            report!(
                self,
                Code::MissingField,
                *place,
                "there is no point in time",
                format!(
                    "write one of {known}; only an amount that is itself a length of time, with `duration = true`, needs none"
                ),
            );
            return None;
        }
        let found = self
            .horizons
            .iter()
            .find(|horizon| horizon.id.as_str() == at)
            .cloned();
        // A point in time that is defined, but wrongly, has its own problem already.
        if found.is_none() && !self.doc.horizons.iter().any(|horizon| horizon.id == at) {
            let known = listed(self.horizons.iter().map(|horizon| horizon.id.as_str()));
            report!(
                self,
                Code::UnknownHorizon,
                *place,
                format!("there is no point in time called `{at}`"),
                format!("use one of {known}, or add a `[[horizon]]`"),
            );
        }
        found
    }

    pub(super) fn group(&mut self, group: &str, place: &At<'_>) -> Option<Arc<ReferenceClass>> {
        let found = self
            .classes
            .iter()
            .find(|class| class.id.as_str() == group)
            .cloned();
        if found.is_none() && !self.doc.reference_classes.iter().any(|class| class.id == group) {
            let known = listed(self.classes.iter().map(|class| class.id.as_str()));
            report!(
                self,
                Code::UnknownGroup,
                *place,
                format!("there is no group of people called `{group}`"),
                format!("use one of {known}, or add a `[[reference_class]]`"),
            );
        }
        found
    }

    /// Sources of a row, or of a test's results.
    pub(super) fn named_sources(&mut self, sources: &[String], place: &At<'_>) -> Vec<SourceId> {
        if sources.is_empty() {
            report!(
                self,
                Code::NoSource,
                place.key("sources"),
                "the row names no source",
                format!(
                    "name where the figures come from: one or more of {}",
                    self.known_sources()
                ),
            );
        }
        self.resolved(sources, place)
    }

    /// Sources that a cell names in place of its row's; none when it names none.
    pub(super) fn cell_sources(&mut self, cell: &CellDoc, place: &At<'_>) -> Vec<SourceId> {
        self.resolved(&cell.sources, place)
    }

    pub(super) fn resolved(&mut self, sources: &[String], place: &At<'_>) -> Vec<SourceId> {
        let mut found = Vec::new();
        for (index, source) in sources.iter().enumerate() {
            match self.sources.iter_mut().find(|known| known.id.as_str() == source) {
                Some(known) => {
                    known.used = true;
                    found.push(known.id.clone());
                }
                None => report!(
                    self,
                    Code::UnknownSource,
                    place.item("sources", index),
                    format!("there is no source called `{source}`"),
                    format!("use one of {}, or add a `[[source]]`", self.known_sources()),
                ),
            }
        }
        found
    }

    fn row(&mut self, row: &RowDoc, at: OutcomeAt<'_>, measure: Option<&Measure>) -> Option<Row> {
        let place = at.place;
        let horizon = self.horizon(&row.at, at.lasts, &place.key("at"));
        let group = self.group(&row.group, &place.key("group"));
        let sources = self.named_sources(&row.sources, place);
        let derived = |cell: &CellDoc| cell.status == Some(Status::Derived);
        if (row.status == Status::Derived || row.cells().any(derived)) && row.note.is_none() {
            report!(
                self,
                Code::DerivedWithoutNote,
                place.key("status"),
                "the figures were worked out, and nothing shows how",
                "add `note` with the working",
            );
        }
        if row.certainty.is_some() && row.certainty_why.is_none() {
            report!(
                self,
                Code::CertaintyWithoutWhy,
                place.key("certainty"),
                "the certainty has no reason",
                "add `certainty_why`, one plain sentence",
            );
        }
        let span = |cell: &CellDoc| cell.range_kind == Some(RangeKind::Span);
        if self.doc.format == FORMAT && row.note.is_none() && row.cells().any(span) {
            report!(
                self,
                Code::RangeNotSaid,
                place.key("cells"),
                "`span` does not say what differs between the lowest and the highest figure",
                "write `between-studies` or `over-time`; when it is something else, say what in `note`",
            );
        }
        self.row_options(row, at);
        self.row_denominators(row, place);
        self.row_spreads(row, place);
        let (horizon, group) = (horizon?, group?);
        let with = With {
            measure: measure?,
            row,
            horizon: &horizon,
            group: &group,
            sources: &sources,
        };
        let cells_at = place.key("cells");
        let mut cells: Vec<Option<Cell>> = Vec::new();
        for id in option_ids(&self.options).cloned().collect::<Vec<_>>() {
            let cell = row.cell(id.as_str())?;
            cells.push(if cell.same_as.is_some() {
                None
            } else {
                self.cell(cell, &cells_at.key(id.as_str()), &with)
            });
        }
        let same = self.alike(row, &mut cells, &cells_at)?;
        let cells: Vec<Cell> = cells.into_iter().collect::<Option<_>>()?;
        let compared = self.compared(row, &cells, place, &with)?;
        let worked_out_by = self.worked_out_by(row, &cells, place, &with)?;
        let mut all = sources;
        for cell in &cells {
            for source in backed_by(cell) {
                if !all.contains(source) {
                    all.push(source.clone());
                }
            }
        }
        for source in compared.iter().flat_map(|compared| &compared.sources) {
            if !all.contains(source) {
                all.push(source.clone());
            }
        }
        Some(Row {
            study: study(row),
            compared,
            worked_out_by,
            others: Vec::new(),
            horizon,
            group,
            cells,
            same,
            sources: all,
            status: row.status,
            certainty: row.certainty,
            certainty_why: row.certainty_why.clone(),
            note: row.note.clone(),
        })
    }

    /// A cell for every option, and for no other.
    fn row_options(&mut self, row: &RowDoc, at: OutcomeAt<'_>) {
        let options: Vec<String> = self.doc.options.iter().map(|option| option.id.clone()).collect();
        let place = at.place.key("cells");
        for option in options.iter().filter(|option| row.cell(option).is_none()) {
            report!(
                self,
                Code::MissingCell,
                place,
                format!("`{}` at `{}` has no cell for `{option}`", at.id, row.at),
                format!("add `cells.{option}`; when there is no figure, say why: `{{ not_read = \"…\" }}`"),
            );
        }
        for (name, _) in row.cells.iter().filter(|(name, _)| !options.contains(name)) {
            report!(
                self,
                Code::UnknownOption,
                place.key(name),
                format!("there is no option called `{name}`"),
                format!("use one of {}, or add the option", listed(&options)),
            );
        }
    }

    /// One denominator per row (R02): mixing whole people and rates needs a note, mixing rates is refused.
    fn row_denominators(&mut self, row: &RowDoc, place: &At<'_>) {
        let mut rates: Vec<u32> = row.cells().filter_map(|cell| cell.per).collect();
        rates.sort_unstable();
        rates.dedup();
        let counted = row.cells().any(|cell| cell.people.is_some());
        if rates.len() > 1 {
            let rates: Vec<String> = rates.iter().map(u32::to_string).collect();
            report!(
                self,
                Code::MixedDenominators,
                place.key("cells"),
                format!(
                    "figures that are compared have different denominators, {}",
                    listed(&rates)
                ),
                "write all of the row with one `per`",
            );
        } else if counted && !rates.is_empty() && row.note.is_none() {
            report!(
                self,
                Code::MixedDenominators,
                place.key("cells"),
                "some figures of the row are counted and some are published rates",
                "use one kind, or say why in `note`",
            );
        }
        let pooled: Vec<&CellDoc> = row.cells().filter(|cell| cell.pooled).collect();
        if !pooled.is_empty()
            && (pooled.len() < row.cells.len() || pooled.iter().any(|cell| Some(cell) != pooled.first()))
        {
            report!(
                self,
                Code::PooledCells,
                place.key("cells"),
                "a figure for all the groups together must be the same for every option",
                "write the same cell, with `pooled = true`, for every option; or take `pooled` away",
            );
        }
    }

    pub(super) fn chance(&mut self, cell: &CellDoc, place: &At<'_>, with: &With<'_>) -> Option<Cell> {
        let measured = cell.value.is_some() || cell.low.is_some() || cell.high.is_some() || cell.sd.is_some();
        let basis = match (cell.events, cell.people, cell.count, cell.per) {
            _ if measured || cell.level.is_some() || without(cell) => None,
            (Some(events), Some(people), None, None) => Some(Basis::Counted { events, people }),
            (None, None, Some(count), Some(per)) => Some(Basis::Published { count, per }),
            _ => None,
        };
        let Some(basis) = basis else {
            report!(
                self,
                Code::BadCell,
                *place,
                "the cell is not exactly one of counted, published and why there is no figure",
                "write `{ events, people }`, or `{ count, per }`, or why there is none alone, such as `{ not_read = \"…\" }`",
            );
            return None;
        };
        let range = self.range(cell, place)?;
        // An unresolved source has its own problem already.
        if with.sources.is_empty() {
            return None;
        }
        let own = self.cell_sources(cell, place);
        let parts = FigureParts {
            basis,
            pooled: cell.pooled,
            range,
            backing: with.backing(cell, &own),
        };
        match Figure::new(parts) {
            Ok(figure) => Some(Cell::Known(figure)),
            Err(error) => {
                let (code, key, remedy) = remedy(&error, basis);
                let place = key.map_or(*place, |key| place.key(key));
                report!(self, code, place, error.to_string(), remedy);
                None
            }
        }
    }

    /// The range an author gave, where there is one. The outer `None` says that a problem was reported.
    fn range(&mut self, cell: &CellDoc, place: &At<'_>) -> Option<Option<RangeGiven>> {
        let published = match (cell.range, cell.range_kind) {
            (Some(_), Some(RangeKind::MiddleHalf)) => {
                report!(
                    self,
                    Code::BadRange,
                    place.key("range_kind"),
                    "a count of people has no middle half",
                    "write `interval95`, `between-studies` or `over-time`",
                );
                return None;
            }
            (Some([low, high]), Some(kind)) => {
                let kind = match kind {
                    RangeKind::BetweenStudies => RangeBasis::Span(Across::Studies),
                    RangeKind::OverTime => RangeBasis::Span(Across::Times),
                    RangeKind::Span => RangeBasis::Span(Across::NotSaid),
                    RangeKind::Interval95 | RangeKind::MiddleHalf => RangeBasis::PublishedInterval95,
                };
                Some(RangeGiven::Published { low, high, kind })
            }
            (None, None) => None,
            (range, _) => {
                let (message, remedy) = match range {
                    Some(_) => (
                        "the range does not say what it is",
                        "add `range_kind`: `interval95`, `between-studies` or `over-time`",
                    ),
                    None => (
                        "there is a `range_kind` and no range",
                        "add `range = [low, high]`",
                    ),
                };
                report!(self, Code::BadRange, *place, message, remedy);
                return None;
            }
        };
        if self.doc.format == FORMAT
            && cell.events.is_some()
            && published.is_none()
            && cell.interval.is_none()
        {
            report!(
                self,
                Code::BadRange,
                *place,
                "people were counted, and how far off the figure may be is not worked out",
                "add `interval = \"wilson95\"`, or the `range` that was published with its `range_kind`",
            );
            return None;
        }
        let worked_out = cell.interval.map(|method| match method {
            IntervalMethod::Wilson95 => RangeGiven::Wilson95,
            IntervalMethod::Exact95 => RangeGiven::Exact95,
        });
        if published.is_some() && worked_out.is_some() {
            report!(
                self,
                Code::BadRange,
                place.key("interval"),
                "there are two ranges: one published, one to be worked out",
                "keep the published one, and remove `interval`",
            );
            return None;
        }
        Some(published.or(worked_out))
    }
}

/// The sources a cell's number stands on; a level's are its row's.
fn backed_by(cell: &Cell) -> &[SourceId] {
    match cell {
        Cell::Known(figure) => figure.sources(),
        Cell::Amount(amount) => amount.sources(),
        Cell::Level(_) | Cell::Gap(_) => &[],
    }
}

fn event(outcome: &OutcomeDoc) -> Event {
    let known = no_event_one(&outcome.no_event).map(str::to_owned);
    let none_one = outcome.no_event_one.clone().or(known);
    let mut more = Vec::new();
    for (plural, happens, not) in outcome.forms() {
        if happens.is_some() || not.is_some() {
            more.push(EventForm {
                plural,
                happens: happens.clone(),
                not: not.clone(),
            });
        }
    }
    Event {
        many: outcome.event.clone(),
        one: outcome.event_one.clone().unwrap_or_else(|| outcome.event.clone()),
        none_many: outcome.no_event.clone(),
        none_one: none_one.unwrap_or_else(|| outcome.no_event.clone()),
        more,
    }
}

/// Code, field and remedy of a figure that cannot exist.
fn remedy(error: &FigureError, basis: Basis) -> (Code, Option<&'static str>, &'static str) {
    let counted = matches!(basis, Basis::Counted { .. });
    match error {
        FigureError::NoPeople => (
            Code::NoPeople,
            Some("people"),
            "write how many people were counted; when no one was, say why there is no figure",
        ),
        FigureError::BadDenominator { .. } => (
            Code::BadDenominator,
            Some("per"),
            "when that many people were counted, write `events` and `people` in place of `count` and `per`; else work it out for one of them",
        ),
        FigureError::AboveDenominator { count, .. } => {
            let (part, _) = basis.counts();
            let key = match (counted, *count == part) {
                (_, false) => "range",
                (true, true) => "events",
                (false, true) => "count",
            };
            (
                Code::AboveDenominator,
                Some(key),
                "check both numbers against the source",
            )
        }
        FigureError::RangeUpsideDown { .. } => (Code::BadRange, Some("range"), "write the low end first"),
        FigureError::OutsideRange { .. } => (
            Code::BadRange,
            Some("range"),
            "check the figure and its range against the source",
        ),
        FigureError::IntervalNeedsCounts => (
            Code::IntervalNeedsCounts,
            Some("interval"),
            "give `events` and `people`, or a published `range`, or the row's `certainty`",
        ),
        FigureError::Backing(error) => {
            let range = "give the cell a `range` or an `interval`, or the row a `certainty`";
            let (code, remedy) = behind(*error, range);
            (code, None, remedy)
        }
    }
}
