//! Cells without a figure of their own: the same as another option's, or none, and why.

use super::super::document::{BetweenDoc, CellDoc, FORMAT, GapField, RowDoc};
use super::super::{Between, Cell, GapKind, Measure, MissingFigure, Same, Stand};
use super::measures::With;
use super::{Checker, listed, option_ids};
use crate::chance::{Decimal, Denominator, Proportion};
use crate::format::At;
use crate::format::Code;

/// What a cell that does not apply counts as, of outcomes that are chances.
const ENDS: [&str; 2] = ["nobody", "everybody"];

impl Checker<'_> {
    /// A cell that says why there is no figure. `None` when it is no such cell; inside, `None` when it was a wrong one.
    pub(super) fn gap(&mut self, cell: &CellDoc, place: &At<'_>, with: &With<'_>) -> Option<Option<Cell>> {
        let field = cell.gap()?;
        let why = [
            &cell.does_not_apply,
            &cell.no_study,
            &cell.not_read,
            &cell.unknown,
        ];
        let why = why.into_iter().flatten().next()?.clone();
        // What stands beside the reason, of the kinds that have it; all else is another kind of cell.
        let mut alone = CellDoc::default();
        match field {
            GapField::DoesNotApply => {
                alone.does_not_apply = Some(why.clone());
                alone.counts_as.clone_from(&cell.counts_as);
            }
            GapField::NoStudy => {
                alone.no_study = Some(why.clone());
                alone.searched.clone_from(&cell.searched);
                alone.between.clone_from(&cell.between);
            }
            GapField::NotRead => {
                alone.not_read = Some(why.clone());
                alone.between.clone_from(&cell.between);
            }
            GapField::Unknown => alone.unknown = Some(why.clone()),
        }
        if *cell != alone {
            // Said of cells of the outcome's kind, with what a whole one looks like.
            return None;
        }
        Some(
            self.gap_kind(cell, field, place, with)
                .map(|kind| Cell::Gap(Box::new(MissingFigure { why, kind }))),
        )
    }

    fn gap_kind(
        &mut self,
        cell: &CellDoc,
        field: GapField,
        place: &At<'_>,
        with: &With<'_>,
    ) -> Option<GapKind> {
        let between = match &cell.between {
            None => None,
            Some(given) => Some(self.between(given, &place.key("between"), with)?),
        };
        Some(match field {
            GapField::DoesNotApply => GapKind::DoesNotApply {
                counts_as: match &cell.counts_as {
                    None => None,
                    Some(given) => Some(self.counts_as(given, &place.key("counts_as"), with)?),
                },
            },
            GapField::NoStudy => {
                let Some(searched) = cell.searched.clone() else {
                    report!(
                        self,
                        Code::BadGap,
                        *place,
                        "no study was found, and nothing says where anybody looked",
                        "add `searched`, where and when, such as \"PubMed and the Cochrane Library, 3 March 2026\"; when \
                         nobody has looked, write `not_read` in place of `no_study`",
                    );
                    return None;
                };
                GapKind::NoStudy { searched, between }
            }
            GapField::NotRead => GapKind::NotRead { between },
            GapField::Unknown => {
                if self.doc.format == FORMAT {
                    report!(
                        self,
                        Code::GapNotSaid,
                        place.key("unknown"),
                        "`unknown` does not say why there is no figure, so the outcome is not weighed",
                        "write `does_not_apply`, `no_study` with `searched`, or `not_read` in its place",
                    );
                }
                GapKind::NotSaid
            }
        })
    }

    fn counts_as(&mut self, given: &str, place: &At<'_>, with: &With<'_>) -> Option<Stand> {
        let (found, remedy) = match with.measure {
            Measure::Chance => {
                let part = ENDS.iter().position(|end| *end == given);
                let part = part.and_then(|part| u32::try_from(part).ok());
                let found = part.and_then(|part| Proportion::of(part, 1)).map(Stand::People);
                (found, format!("write {}", listed(ENDS)))
            }
            Measure::Amount(scale) => {
                let found = Decimal::parse(given)
                    .filter(|amount| *amount >= scale.low && *amount <= scale.high)
                    .map(Stand::Amount);
                let remedy = format!("write an amount from \"{}\" to \"{}\"", scale.low, scale.high);
                (found, remedy)
            }
            Measure::Levels(levels) => {
                let place = levels.iter().position(|level| level.id == given);
                let found = place.and_then(|at| Some(Stand::Level(at, levels.get(at)?.value)));
                let remedy = format!("write one of {}", listed(levels.iter().map(|level| &level.id)));
                (found, remedy)
            }
        };
        if found.is_none() {
            report!(
                self,
                Code::BadGap,
                *place,
                format!("`{given}` is nothing that the outcome can be weighed as"),
                remedy,
            );
        }
        found
    }

    fn between(&mut self, given: &BetweenDoc, place: &At<'_>, with: &With<'_>) -> Option<Between> {
        let stand = |end: Decimal| match with.measure {
            Measure::Chance => {
                let per = given.per.filter(|per| Denominator::with(*per).is_some())?;
                let part = u32::try_from(end.steps(0)).ok()?;
                let whole = Decimal::whole(u64::from(part)) == Some(end);
                Proportion::of(part, per).filter(|_| whole).map(Stand::People)
            }
            Measure::Amount(scale) => {
                let on = given.per.is_none() && end >= scale.low && end <= scale.high;
                on.then_some(Stand::Amount(end))
            }
            Measure::Levels(_) => None,
        };
        let ends = stand(given.low).zip(stand(given.high));
        let ends = ends.filter(|_| given.low < given.high);
        if ends.is_none() {
            report!(
                self,
                Code::BadGap,
                *place,
                format!("from {} to {} is no range of this outcome", given.low, given.high),
                match with.measure {
                    Measure::Chance =>
                        "write `{ low = 2, high = 20, per = 100, why = \"…\" }`, whole people of 100, 1000 or 10000, the \
                         lower number first",
                    Measure::Amount(_) => {
                        "write `{ low = \"1.5\", high = \"4\", why = \"…\" }` within the ends of `amount`, the lower \
                         number first"
                    }
                    Measure::Levels(_) => {
                        "leave `between` out: a level that is not known is weighed as any of the levels there are"
                    }
                },
            );
        }
        ends.map(|(low, high)| Between {
            low,
            high,
            why: given.why.clone(),
        })
    }

    /// Cells that are another option's by design, put beside the row's other cells; `None` when one of them is wrong.
    pub(super) fn alike(
        &mut self,
        row: &RowDoc,
        cells: &mut [Option<Cell>],
        place: &At<'_>,
    ) -> Option<Vec<Option<Same>>> {
        let ids: Vec<_> = option_ids(&self.options).cloned().collect();
        let mut same: Vec<Option<Same>> = vec![None; ids.len()];
        let mut sound = true;
        for (index, id) in ids.iter().enumerate() {
            let Some((cell, of)) = row
                .cell(id.as_str())
                .and_then(|cell| Some((cell, cell.same_as.as_ref()?)))
            else {
                continue;
            };
            let place = place.key(id.as_str());
            let of_at = ids.iter().position(|other| other.as_str() == of);
            let figure = of_at.and_then(|at| cells.get(at)?.clone()).filter(Cell::is_known);
            let alone = CellDoc {
                same_as: cell.same_as.clone(),
                because: cell.because.clone(),
                ..CellDoc::default()
            };
            match (of_at, figure, &cell.because) {
                (Some(of), Some(figure), Some(because)) if *cell == alone && of != index => {
                    if let (Some(slot), Some(mark)) = (cells.get_mut(index), same.get_mut(index)) {
                        *slot = Some(figure);
                        *mark = Some(Same {
                            of,
                            because: because.clone(),
                        });
                    }
                }
                // A figure that is wrong has its own problem already.
                (Some(_), None, Some(_))
                    if row
                        .cell(of)
                        .is_some_and(|cell| cell.gap().is_none() && cell.same_as.is_none()) =>
                {
                    sound = false;
                }
                (_, _, because) => {
                    sound = false;
                    let whole = *cell == alone && because.is_some();
                    report!(
                        self,
                        Code::BadGap,
                        place.key("same_as"),
                        if whole {
                            format!("`{of}` has no figure of its own in this row")
                        } else {
                            "the cell is the same as another option's, and not only that, or not why"
                                .to_owned()
                        },
                        "write `{ same_as = \"another option with a figure\", because = \"why it must be the same\" }` alone",
                    );
                }
            }
        }
        sound.then_some(same)
    }
}
