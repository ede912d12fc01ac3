//! Checks published differences and ratios, and rows of several studies.

use super::super::document::{ContrastDoc, OutcomeDoc, RowDoc};
use super::super::{Cell, Compared, Measure, Row, Study};
use super::measures::With;
use super::{Checker, listed};
use crate::chance::{Basis, Contrast, Decimal, Denominator, Effect};
use crate::format::At;
use crate::format::Code;

impl Checker<'_> {
    /// The published differences and ratios of a row; `None` when one of them is wrong.
    pub(super) fn compared(
        &mut self,
        row: &RowDoc,
        cells: &[Cell],
        place: &At<'_>,
        with: &With<'_>,
    ) -> Option<Vec<Compared>> {
        let mut out: Vec<Compared> = Vec::new();
        let mut sound = true;
        for (index, given) in row.compared.iter().enumerate() {
            let place = place.item("compared", index);
            match self.contrast(given, cells, &place, with) {
                Some(found) if out.iter().any(|other| other.repeats(&found)) => {
                    report!(
                        self,
                        Code::BadDifference,
                        place,
                        format!(
                            "`{}` and `{}` are compared in this way already",
                            given.from, given.to
                        ),
                        "keep one difference and one ratio for each pair of options of a study",
                    );
                    sound = false;
                }
                Some(found) => out.push(found),
                None => sound = false,
            }
        }
        sound.then_some(out)
    }

    /// The ratios by which figures of a row were worked out; `None` when one of them is wrong, which the build writes none of.
    pub(super) fn worked_out_by(
        &mut self,
        row: &RowDoc,
        cells: &[Cell],
        place: &At<'_>,
        with: &With<'_>,
    ) -> Option<Vec<Compared>> {
        let each = row.worked_out_by.iter().enumerate();
        each.map(|(index, given)| self.contrast(given, cells, &place.item("worked_out_by", index), with))
            .collect()
    }

    fn contrast(
        &mut self,
        given: &ContrastDoc,
        cells: &[Cell],
        place: &At<'_>,
        with: &With<'_>,
    ) -> Option<Compared> {
        let from = self.compared_option(&given.from, &place.key("from"))?;
        let to = self.compared_option(&given.to, &place.key("to"))?;
        let effect = match (with.measure, given.difference, given.ratio, given.per) {
            (Measure::Chance, Some(value), None, Some(per)) if Denominator::with(per).is_some() => {
                Some((Effect::People { per }, value))
            }
            (Measure::Chance, None, Some(value), None) => Some((Effect::Ratio, value)),
            (Measure::Amount(_), Some(value), None, None) => Some((Effect::Amount, value)),
            _ => None,
        };
        let both = given.low.is_some() == given.high.is_some();
        let Some((effect, value)) = effect.filter(|_| both && from != to) else {
            report!(
                self,
                Code::BadDifference,
                *place,
                "this is not exactly one difference or one ratio between two options, with both ends of its range or neither",
                match with.measure {
                    Measure::Chance =>
                        "write `{ from = \"one option\", to = \"another\", difference = \"-3\", per = 100, low = \"-6\", high = \"1\" }`, \
                         or `ratio = \"0.82\"` in place of `difference` and `per`",
                    Measure::Amount(_) =>
                        "write `{ from = \"one option\", to = \"another\", difference = \"-1.7\", low = \"-3\", high = \"-0.4\" }`, in the \
                         unit of `amount`",
                    Measure::Levels(_) => "levels have no difference: say it in `note`",
                },
            );
            return None;
        };
        let ends = given.low.zip(given.high).map(|(low, high)| [low, high]);
        if ends.is_none() && with.row.certainty.is_none() {
            report!(
                self,
                Code::NoUncertainty,
                *place,
                "nothing says how sure this is",
                "add `low` and `high`, the published 95 % interval; or `certainty` to the row",
            );
            return None;
        }
        let contrast = match Contrast::new(effect, value, ends) {
            Ok(contrast) => contrast,
            Err(error) => {
                report!(
                    self,
                    Code::BadDifference,
                    *place,
                    error.to_string(),
                    "look at the source again: `low` is the lower end, below 0 where there may be fewer",
                );
                return None;
            }
        };
        let arms = (cells.get(from).and_then(rounded), cells.get(to).and_then(rounded));
        let (Some(a), Some(b)) = arms else {
            report!(
                self,
                Code::BadDifference,
                *place,
                format!(
                    "a difference stands beside the figures it is between, and `{}` has none in this row",
                    if arms.0.is_none() { &given.from } else { &given.to }
                ),
                "add both figures of the study, or leave this out",
            );
            return None;
        };
        if given.adjusted.is_none() && !contrast.fits(a, b) {
            report!(
                self,
                Code::BadDifference,
                *place,
                format!(
                    "{value} from `{}` to `{}` is not what their figures come to, however they were rounded",
                    given.from, given.to
                ),
                "look for a slip: `from` is the option compared with, and below 0 means fewer with `to`; when the source worked it \
                 out otherwise, say what it is adjusted for in `adjusted`",
            );
            return None;
        }
        let own = self.resolved(&given.sources, place);
        Some(Compared {
            from,
            to,
            contrast,
            adjusted: given.adjusted.clone(),
            sources: if own.is_empty() {
                with.sources.to_vec()
            } else {
                own
            },
            status: given.status.unwrap_or(with.row.status),
        })
    }

    /// The place of an option that something is compared with.
    fn compared_option(&mut self, id: &str, place: &At<'_>) -> Option<usize> {
        let found = self.options.iter().position(|option| option.id.as_str() == id);
        if found.is_none() {
            let known = listed(self.options.iter().map(|option| option.id.as_str()));
            report!(
                self,
                Code::UnknownOption,
                *place,
                format!("there is no option called `{id}`"),
                format!("use one of {known}"),
            );
        }
        found
    }

    /// Whether rows are of one point in time and one group of the aid's, so that they can only be different studies.
    pub(super) fn together(&self, a: &RowDoc, b: &RowDoc) -> bool {
        a.at == b.at && self.same_people(&a.group, &b.group)
    }

    /// That rows of several studies say which is which, which is weighed and why, and why they differ.
    pub(super) fn studies(&mut self, outcome: &OutcomeDoc, place: &At<'_>) {
        let mut several = false;
        for (index, row) in outcome.rows.iter().enumerate() {
            let place = place.item("figures", index);
            let this = &*self;
            let others = || {
                let rows = outcome.rows.iter().enumerate();
                rows.filter(move |(at, other)| *at != index && this.together(row, other))
                    .map(|(_, other)| other)
            };
            let alone = others().next().is_none();
            let first = !outcome
                .rows
                .iter()
                .take(index)
                .any(|earlier| this.together(row, earlier));
            let weighed = others()
                .chain([row])
                .filter(|row| row.weighed_because.is_some())
                .count();
            let alike = others().any(|other| other.study == row.study);
            // Rows of which none names a study are the same row twice, which is told as that.
            several |= !alone && others().chain([row]).any(|row| row.study.is_some());
            if alone && row.weighed_because.is_some() {
                report!(
                    self,
                    Code::BadStudy,
                    place.key("weighed_because"),
                    format!("there is one row at `{}`, so nothing is chosen", row.at),
                    "remove `weighed_because`, or add the row of another study",
                );
            } else if !alone && first && weighed != 1 && !alike {
                report!(
                    self,
                    Code::BadStudy,
                    place,
                    format!(
                        "{weighed} of the studies at `{}` are weighed, and it is one",
                        row.at
                    ),
                    "add `weighed_because`, one plain sentence, to the study whose figures come first and are weighed",
                );
            }
        }
        if several && outcome.studies_differ.is_none() {
            report!(
                self,
                Code::BadStudy,
                *place,
                format!(
                    "`{}` has figures of several studies, and nothing says why they may differ",
                    outcome.id
                ),
                "add `studies_differ`, a sentence or two: who was studied, what was done, how it was counted",
            );
        }
        if !several && outcome.studies_differ.is_some() {
            report!(
                self,
                Code::BadStudy,
                place.key("studies_differ"),
                format!("`{}` has no point in time with two studies", outcome.id),
                "remove `studies_differ`, or add the row of another study with its `study`",
            );
        }
    }

    /// The rows with those of other studies put beside the one that is weighed.
    pub(super) fn paired(&self, rows: Vec<Row>) -> Vec<Row> {
        let mut out: Vec<Row> = Vec::new();
        for row in rows {
            let alike = |other: &Row| self.same_people(row.group.id.as_str(), other.group.id.as_str());
            let main = out
                .iter_mut()
                .find(|other| other.horizon.id == row.horizon.id && alike(other));
            match main {
                None => out.push(row),
                Some(main) if row.study.as_ref().is_some_and(|study| study.weighed.is_some()) => {
                    let before = std::mem::replace(main, row);
                    let Row { others, .. } = &before;
                    let mut all = others.clone();
                    all.insert(
                        0,
                        Row {
                            others: Vec::new(),
                            ..before
                        },
                    );
                    main.others = all;
                }
                Some(main) => main.others.push(row),
            }
        }
        out
    }
}

/// The study of a row.
pub(super) fn study(row: &RowDoc) -> Option<Study> {
    row.study.as_ref().map(|name| Study {
        name: name.clone(),
        weighed: row.weighed_because.clone(),
    })
}

/// Where the figure of a cell may lie before it was rounded: a share of people, or an amount.
fn rounded(cell: &Cell) -> Option<(f64, f64)> {
    match cell {
        Cell::Known(figure) => Some(match figure.basis() {
            Basis::Counted { events, people } => {
                let share = f64::from(events) / f64::from(people);
                (share, share)
            }
            Basis::Published { count, per } => (
                (f64::from(count) - 0.5) / f64::from(per),
                (f64::from(count) + 0.5) / f64::from(per),
            ),
        }),
        Cell::Amount(amount) => {
            let value: Decimal = amount.value();
            let half = 0.5 / 10_f64.powi(i32::from(value.decimals()));
            Some((value.value() - half, value.value() + half))
        }
        Cell::Level(_) | Cell::Gap(_) => None,
    }
}
