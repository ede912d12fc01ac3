//! Works a problem out: from the JSON's terms to the engine's, and back.

use std::borrow::Cow;
use std::sync::Arc;

use super::evidence::{evidence, function};
use super::problem::{Criterion, DecisionProblem, Tied, WeightStatement, Weights};
use super::solution::{Fit, Solution, SwitchWeight, WeightsFound};
use super::{ById, ComputeError};
use crate::fit::draws::WeightDraws;
use crate::fit::uncertain::Column;
use crate::fit::{
    AcceptabilitySettings, Evidence, FitError, Outside, PartialValue, contributions, dominated,
    middle_values, over, ranks, switch_points,
};
use crate::values::{self, Elicited, Extent, Shape, Told, ValuesError};

/// Works a problem out.
///
/// # Errors
/// The first thing wrong with it, with its place and what to do.
pub fn compute(problem: &DecisionProblem) -> Result<Solution, ComputeError> {
    compute_with(problem, AcceptabilitySettings::default().most_simplices)
}

/// As [`compute`]; exact volumes are used while they take at most `most_simplices` simplices (0: always draw).
///
/// # Errors
/// As [`compute`].
pub fn compute_with(problem: &DecisionProblem, most_simplices: usize) -> Result<Solution, ComputeError> {
    let problem = &*with_ranges(problem)?;
    let ids = Ids::new(problem)?;
    let elicited = elicit(&problem.weights, &ids)?;
    let answer = |source| ids.answer("weights", source);
    let n = ids.kept.len();
    let shape = elicited
        .allowed
        .shape()
        .ok_or_else(|| answer(ValuesError::Numeric))?;
    within_bounds(problem.draws, &shape)?;
    let settings = AcceptabilitySettings {
        draws: problem.draws,
        seed: problem.seed,
        most_simplices,
        ..AcceptabilitySettings::default()
    };
    let draws = Arc::new(WeightDraws::new(&shape, n, &settings).map_err(answer)?);
    let extent = extent(&shape, &draws, n).map_err(answer)?;
    // The centre of a set too large for exact volumes is only known once it has been drawn from.
    let names_set = matches!(problem.weights, Weights::Statements(_) | Weights::Any);
    let point = if names_set {
        extent.mean.clone()
    } else {
        elicited.point
    };
    let fit = if problem.options.is_empty() {
        no_figures(problem)?;
        None
    } else {
        Some(fit(problem, &ids, &point, (&shape, &draws), &settings)?)
    };
    Ok(Solution {
        weights: WeightsFound {
            point: ids.spread(&point),
            mean: ids.spread(&extent.mean),
            min: ids.spread(&extent.min),
            max: ids.spread(&extent.max),
        },
        consistency: elicited.consistency,
        dropped: ids.dropped.iter().map(|o| o.id.clone()).collect(),
        fit,
    })
}

/// Refuses a number of draws that could not be held or would never end.
fn within_bounds(draws: u32, shape: &Shape) -> Result<(), ComputeError> {
    if draws == 0 {
        return Err(ComputeError::Draws(crate::fit::AcceptabilityError::NoDraws));
    }
    // Sets of these two shapes keep their draws.
    let most = if matches!(shape, Shape::Rows(_) | Shape::Band { .. }) {
        ComputeError::MOST_DRAWS / 100
    } else {
        ComputeError::MOST_DRAWS
    };
    if draws > most {
        return Err(ComputeError::TooManyDraws { draws, most });
    }
    Ok(())
}

/// Refuses figures where there are no options that they could be for.
fn no_figures(problem: &DecisionProblem) -> Result<(), ComputeError> {
    match problem.cells.iter().next() {
        None => Ok(()),
        Some((id, _)) => Err(ComputeError::Missing {
            place: format!("cells.{id}"),
            what: "options".to_owned(),
            remedy: "name the options the figures are for",
        }),
    }
}

/// The problem with a range for every outcome. One that has none is read as the widget reads an aid: from the lowest to the
/// highest figure compared, on a line that goes on beyond them.
fn with_ranges(problem: &DecisionProblem) -> Result<Cow<'_, DecisionProblem>, ComputeError> {
    if problem.options.is_empty() || problem.outcomes.iter().all(|o| o.range.is_some()) {
        return Ok(Cow::Borrowed(problem));
    }
    let mut whole = problem.clone();
    for outcome in whole.outcomes.iter_mut().filter(|o| o.range.is_none()) {
        outcome.range = Some(evidence(outcome, problem)?.extent());
        outcome.outside = Outside::Extrapolate;
    }
    Ok(Cow::Owned(whole))
}

/// Outcomes that are weighed and those that drop out.
struct Ids<'a> {
    all: &'a [Criterion],
    kept: Vec<&'a Criterion>,
    dropped: Vec<&'a Criterion>,
}

impl<'a> Ids<'a> {
    fn new(problem: &'a DecisionProblem) -> Result<Self, ComputeError> {
        if problem.outcomes.is_empty() {
            return Err(ComputeError::NoOutcomes);
        }
        for (place, count, most) in [
            ("outcomes", problem.outcomes.len(), ComputeError::MOST_OUTCOMES),
            ("options", problem.options.len(), ComputeError::MOST_OPTIONS),
        ] {
            if count > most {
                return Err(ComputeError::TooMany { place, count, most });
            }
        }
        unique("outcomes", problem.outcomes.iter().map(|o| o.id.as_str()))?;
        unique("options", problem.options.iter().map(String::as_str))?;
        let single = |o: &&Criterion| o.range.is_some_and(|[low, high]| low == high && low.is_finite());
        let (dropped, kept): (Vec<_>, Vec<_>) = problem.outcomes.iter().partition(single);
        if kept.is_empty() {
            return Err(ComputeError::NothingToWeigh);
        }
        Ok(Self {
            all: &problem.outcomes,
            kept,
            dropped,
        })
    }

    /// Place of an outcome among those weighed; `Ok(None)` when it dropped out.
    fn place(&self, at: &str, id: &str) -> Result<Option<usize>, ComputeError> {
        if let Some(i) = self.kept.iter().position(|o| o.id == id) {
            return Ok(Some(i));
        }
        if self.dropped.iter().any(|o| o.id == id) {
            return Ok(None);
        }
        Err(ComputeError::Unknown {
            place: at.to_owned(),
            id: id.to_owned(),
            what: "an outcome",
        })
    }

    /// Numbers for every outcome weighed, in order.
    fn numbers(&self, at: &str, given: &ById<f64>) -> Result<Vec<f64>, ComputeError> {
        for (id, _) in given.iter() {
            self.place(at, id)?;
        }
        self.kept
            .iter()
            .map(|o| {
                given.get(&o.id).copied().ok_or_else(|| ComputeError::Missing {
                    place: at.to_owned(),
                    what: format!("`{}`", o.id),
                    remedy: "give every outcome a number; 0 says that it does not matter",
                })
            })
            .collect()
    }

    /// Keys numbers of the outcomes weighed; those that dropped out get 0.
    fn spread(&self, numbers: &[f64]) -> ById<f64> {
        let mut next = numbers.iter();
        let values: Vec<f64> = self
            .all
            .iter()
            .map(|o| {
                let weighed = self.kept.iter().any(|k| k.id == o.id);
                if weighed {
                    // No weight is minus 0.
                    next.next().map_or(0.0, |x| x + 0.0)
                } else {
                    0.0
                }
            })
            .collect();
        ById::zip(self.all.iter().map(|o| o.id.as_str()), values)
    }

    fn name(&self, at: usize) -> &str {
        self.kept.get(at).map_or("?", |o| o.id.as_str())
    }

    fn answer(&self, place: &str, source: ValuesError) -> ComputeError {
        let named = match &source {
            ValuesError::Number { at, .. }
            | ValuesError::RankedTwice { at }
            | ValuesError::NotRanked { at }
            | ValuesError::BestWorst { at, .. } => {
                Some((format!("outcome {at}"), format!("`{}`", self.name(*at))))
            }
            _ => None,
        };
        let mut message = source.to_string();
        if let Some((number, name)) = named {
            message = message.replacen(&number, &name, 1);
        }
        ComputeError::Answer {
            place: place.to_owned(),
            message,
            source,
        }
    }
}

pub(super) fn unique<'a>(place: &str, ids: impl Iterator<Item = &'a str>) -> Result<(), ComputeError> {
    let mut seen: Vec<&str> = Vec::new();
    for id in ids {
        let what = match () {
            () if id.is_empty() => "empty",
            () if seen.contains(&id) => "used twice",
            () => {
                seen.push(id);
                continue;
            }
        };
        return Err(ComputeError::Id {
            place: place.to_owned(),
            id: id.to_owned(),
            what,
        });
    }
    Ok(())
}

fn elicit(weights: &Weights, ids: &Ids<'_>) -> Result<Elicited, ComputeError> {
    let n = ids.kept.len();
    let ratings = |place: &str, points, band| {
        let given = ids.numbers(place, points)?;
        values::ratings(&given, band).map_err(|e| ids.answer(place, e))
    };
    match weights {
        Weights::Any => Ok(Elicited {
            point: vec![1.0 / n as f64; n],
            allowed: values::Allowed::any(n),
            consistency: None,
        }),
        Weights::Exact(given) => exact(given, ids),
        Weights::Swing { points, band } => ratings("weights.swing", points, *band),
        Weights::Points { points, band } => ratings("weights.points", points, *band),
        Weights::Ranking(order) => ranking(order, ids),
        Weights::Pairwise { order, matrix } => pairwise(order, matrix, ids),
        Weights::BestWorst {
            best,
            worst,
            best_to_others,
            others_to_worst,
        } => best_worst([best, worst], best_to_others, others_to_worst, ids),
        Weights::Statements(said) => statements(said, ids),
    }
}

/// Weights as they are, which together are 1 with those of the outcomes that dropped out.
fn exact(given: &ById<f64>, ids: &Ids<'_>) -> Result<Elicited, ComputeError> {
    let place = "weights.exact";
    let kept = ids.numbers(place, given)?;
    let dropped: f64 = ids.dropped.iter().filter_map(|o| given.get(&o.id)).sum();
    let sum = kept.iter().sum::<f64>() + dropped;
    let checked = values::ratings(&kept, None).map_err(|e| ids.answer(place, e))?;
    if (sum - 1.0).abs() > 1e-6 {
        return Err(ids.answer(place, ValuesError::Sum { sum }));
    }
    Ok(checked)
}

/// An order from the most important down, in which outcomes may be tied.
fn ranking(order: &[Tied], ids: &Ids<'_>) -> Result<Elicited, ComputeError> {
    let place = "weights.ranking";
    let mut groups = Vec::new();
    for tied in order {
        let names = match tied {
            Tied::One(id) => std::slice::from_ref(id),
            Tied::Several(ids) => ids.as_slice(),
        };
        let mut group = Vec::new();
        for id in names {
            group.extend(ids.place(place, id)?);
        }
        groups.push(group);
    }
    values::ranking(ids.kept.len(), &groups).map_err(|e| ids.answer(place, e))
}

/// Comparisons of the best outcome and of the worst with all others. Those of best and worst with themselves may be left out,
/// and so may the second copy of the comparison between them.
fn best_worst(
    [best, worst]: [&String; 2],
    best_to_others: &ById<f64>,
    others_to_worst: &ById<f64>,
    ids: &Ids<'_>,
) -> Result<Elicited, ComputeError> {
    let place = "weights.best_worst";
    let role = |id: &str, what: &str| {
        ids.place(place, id)?.ok_or_else(|| ComputeError::Missing {
            place: place.to_owned(),
            what: format!("a range for `{id}`, named {what},"),
            remedy: "an outcome whose range is a single number cannot be best or worst: ask again without it",
        })
    };
    let (best, worst) = (role(best, "best")?, role(worst, "worst")?);
    let (mut to, mut from) = (best_to_others.clone(), others_to_worst.clone());
    to.push(ids.name(best), 1.0);
    from.push(ids.name(worst), 1.0);
    if let Some(between) = best_to_others.get(ids.name(worst)) {
        from.push(ids.name(best), *between);
    }
    if let Some(between) = others_to_worst.get(ids.name(best)) {
        to.push(ids.name(worst), *between);
    }
    let answers = values::BestWorst {
        best,
        worst,
        best_to_others: ids.numbers(&format!("{place}.best_to_others"), &to)?,
        others_to_worst: ids.numbers(&format!("{place}.others_to_worst"), &from)?,
    };
    values::best_worst(&answers).map_err(|e| ids.answer(place, e))
}

fn pairwise(order: &[String], matrix: &[Vec<f64>], ids: &Ids<'_>) -> Result<Elicited, ComputeError> {
    let place = "weights.pairwise";
    unique("weights.pairwise.order", order.iter().map(String::as_str))?;
    let places = order
        .iter()
        .map(|id| ids.place(place, id))
        .collect::<Result<Vec<_>, _>>()?;
    if let Some((row, r)) = matrix.iter().enumerate().find(|(_, r)| r.len() != order.len()) {
        return Err(ids.answer(
            place,
            ValuesError::Shape {
                expected: order.len(),
                row,
                found: r.len(),
            },
        ));
    }
    if matrix.len() != order.len() {
        let source = ValuesError::Shape {
            expected: order.len(),
            row: matrix.len(),
            found: 0,
        };
        return Err(ids.answer(place, source));
    }
    // Rows and columns in the order of the problem, without outcomes that dropped out.
    let rows = (0..ids.kept.len())
        .map(|k| {
            places
                .iter()
                .position(|p| *p == Some(k))
                .ok_or_else(|| ComputeError::Missing {
                    place: "weights.pairwise.order".to_owned(),
                    what: format!("`{}`", ids.name(k)),
                    remedy: "name every outcome once",
                })
        })
        .collect::<Result<Vec<_>, _>>()?;
    let square: Vec<Vec<f64>> = rows
        .iter()
        .map(|&r| {
            rows.iter()
                .filter_map(|&c| matrix.get(r).and_then(|row| row.get(c)).copied())
                .collect()
        })
        .collect();
    values::pairwise(&square).map_err(|e| ids.answer(place, e))
}

fn statements(said: &[WeightStatement], ids: &Ids<'_>) -> Result<Elicited, ComputeError> {
    let place = "weights.statements";
    if said.len() > ComputeError::MOST_STATEMENTS {
        return Err(ComputeError::TooMany {
            place,
            count: said.len(),
            most: ComputeError::MOST_STATEMENTS,
        });
    }
    let mut usable = Vec::new();
    let mut origin = Vec::new();
    for (at, s) in said.iter().enumerate() {
        let here = format!("{place}[{at}]");
        let find = |id: &str| ids.place(&here, id);
        let placed = match s {
            WeightStatement::AtLeast(a, b) => find(a)?
                .zip(find(b)?)
                .map(|(a, b)| values::Statement::AtLeast(a, b)),
            WeightStatement::Ratio(a, b, lo, hi) => find(a)?
                .zip(find(b)?)
                .map(|(a, b)| values::Statement::Ratio(a, b, *lo, *hi)),
            WeightStatement::ExactRatio(a, b, r) => find(a)?
                .zip(find(b)?)
                .map(|(a, b)| values::Statement::ExactRatio(a, b, *r)),
            WeightStatement::Weight(a, lo, hi) => find(a)?.map(|a| values::Statement::Weight(a, *lo, *hi)),
        };
        // A statement about an outcome that dropped out says nothing about the others.
        if let Some(p) = placed {
            usable.push(p);
            origin.push(at);
        }
    }
    let back = |i: usize| origin.get(i).copied().unwrap_or(i);
    values::statements(ids.kept.len(), &usable).map_err(|e| match e {
        ValuesError::Contradiction(places) => {
            let places: Vec<usize> = places.into_iter().map(back).collect();
            let statements = places.iter().filter_map(|i| said.get(*i)).map(in_words).collect();
            ComputeError::Contradiction { places, statements }
        }
        ValuesError::Statement { at, why } => {
            let source = ValuesError::Statement { at: back(at), why };
            ids.answer(&format!("{place}[{}]", back(at)), source)
        }
        other => ids.answer(place, other),
    })
}

fn in_words(s: &WeightStatement) -> String {
    match s {
        WeightStatement::AtLeast(a, b) => format!("`{a}` matters at least as much as `{b}`"),
        WeightStatement::Ratio(a, b, lo, hi) => format!(
            "`{a}` matters {} to {} times as much as `{b}`",
            Told(lo),
            Told(hi)
        ),
        WeightStatement::ExactRatio(a, b, r) => format!("`{a}` matters {} times as much as `{b}`", Told(r)),
        WeightStatement::Weight(a, lo, hi) => format!("`{a}` has a weight of {} to {}", Told(lo), Told(hi)),
    }
}

fn extent(shape: &Shape, draws: &WeightDraws, n: usize) -> Result<Extent, ValuesError> {
    match (shape, draws) {
        (Shape::Rows(rows), WeightDraws::Walk(walk)) => {
            let (min, max, _) = values::Allowed::extremes_by_lp(n, rows).ok_or(ValuesError::Numeric)?;
            Ok(Extent {
                mean: walk.mean().ok_or(ValuesError::Numeric)?,
                min,
                max,
                mean_is_drawn: true,
            })
        }
        _ => shape.extent().ok_or(ValuesError::Numeric),
    }
}

/// What the engine takes of each outcome that is weighed: its value function and its evidence.
fn taken(problem: &DecisionProblem, ids: &Ids<'_>) -> Result<Vec<(PartialValue, Evidence)>, ComputeError> {
    for (id, _) in problem.cells.iter() {
        ids.place("cells", id)?;
    }
    let figures = ids.kept.iter().map(|outcome| evidence(outcome, problem));
    let figures = figures.collect::<Result<Vec<_>, _>>()?;
    let functions = ids.kept.iter().map(|outcome| function(outcome));
    let functions = functions.collect::<Result<Vec<_>, _>>()?;
    Ok(functions.into_iter().zip(figures).collect())
}

/// Refuses a figure whose value is so far from the range that only a slip can have put it there.
fn none_too_far(table: &[Vec<f64>], options: &[String], ids: &Ids<'_>) -> Result<(), ComputeError> {
    for (row, option) in table.iter().zip(options) {
        for (value, outcome) in row.iter().zip(&ids.kept) {
            if value.is_nan() || value.abs() > FARTHEST {
                return Err(ComputeError::Figure {
                    place: format!("cells.{}.{option}", outcome.id),
                    source: FitError::TooFar(*value),
                });
            }
        }
    }
    Ok(())
}

/// The weights of each outcome at which two options change places, in the order of all outcomes: none for one that dropped out.
fn crossings<'a>(
    table: &'a [Vec<f64>],
    point: &'a [f64],
    ids: &'a Ids<'_>,
    name: impl Fn(usize) -> String + Copy + 'a,
) -> impl Iterator<Item = Vec<SwitchWeight>> + 'a {
    ids.all.iter().map(move |outcome| {
        let Some(at) = ids.kept.iter().position(|kept| kept.id == outcome.id) else {
            return Vec::new();
        };
        let switches = switch_points(table, point, at).into_iter();
        switches
            .map(|switch| SwitchWeight {
                weight: switch.weight + 0.0,
                between: [name(switch.between.0), name(switch.between.1)],
            })
            .collect()
    })
}

/// The largest value worked with: where 1 is the whole range, this is a slip of the decimal point.
const FARTHEST: f64 = 1e12;

fn fit(
    problem: &DecisionProblem,
    ids: &Ids<'_>,
    point: &[f64],
    (shape, draws): (&Shape, &Arc<WeightDraws>),
    settings: &AcceptabilitySettings,
) -> Result<Fit, ComputeError> {
    let options = &problem.options;
    let taken = taken(problem, ids)?;
    let columns: Vec<Column<'_>> = taken
        .iter()
        .map(|(value, evidence)| Column { value, evidence })
        .collect();
    let table = middle_values(&columns, options.len());
    none_too_far(&table, options, ids)?;
    let parts = contributions(&table, point);
    let found = over(shape, draws, &columns, options.len(), settings).map_err(ComputeError::Draws)?;
    let by_option = || options.iter().map(String::as_str);
    let name = |i: usize| options.get(i).cloned().unwrap_or_default();
    Ok(Fit {
        ranks: ById::zip(by_option(), ranks(&parts.totals)),
        contributions: ById::zip(by_option(), parts.parts.iter().map(|p| ids.spread(p))),
        values: ById::zip(by_option(), parts.totals),
        first_rank: ById::zip(
            by_option(),
            found
                .rank_acceptability
                .iter()
                .map(|r| r.first().copied().unwrap_or(0.0)),
        ),
        rank_acceptability: ById::zip(by_option(), found.rank_acceptability.clone()),
        central_weights: ById::zip(
            by_option(),
            found
                .central_weights
                .iter()
                .map(|c| c.as_ref().map(|c| ids.spread(c))),
        ),
        confidence: ById::zip(by_option(), found.confidence),
        pairwise: ById::zip(
            by_option(),
            found.pairwise.into_iter().map(|r| ById::zip(by_option(), r)),
        ),
        entropy: found.entropy,
        mc_error: ById::zip(by_option(), found.mc_error),
        how: found.how,
        unknown: found.unknown,
        spread: ById::zip(by_option(), found.spread.iter().map(|(a, b)| [a + 0.0, b + 0.0])),
        switch_points: ById::zip(
            ids.all.iter().map(|o| o.id.as_str()),
            crossings(&table, point, ids, name),
        ),
        dominated: ById::zip(
            by_option(),
            dominated(&table)
                .into_iter()
                .map(|by| by.into_iter().map(name).collect()),
        ),
    })
}
