//! What a problem says of an outcome, as the engine takes it: its partial value and its evidence.

use super::problem::{Covariance, Criterion, DecisionProblem, Performance, Performances};
use super::solve::unique;
use super::{ById, ComputeError};
use crate::fit::{Evidence, FitError, PartialValue, Relative, Uncertain};

pub(super) fn function(outcome: &Criterion) -> Result<PartialValue, ComputeError> {
    let place = format!("outcomes.{}", outcome.id);
    let missing = |what: &str, remedy| ComputeError::Missing {
        place: place.clone(),
        what: format!("`{what}`"),
        remedy,
    };
    let better = outcome
        .better
        .ok_or_else(|| missing("better", "say \"lower\" or \"higher\""))?;
    let range = outcome
        .range
        .ok_or_else(|| missing("range", "give the lowest and the highest figure compared"))?;
    match &outcome.value {
        super::Shape::Linear => PartialValue::linear(better, range, outcome.outside),
        super::Shape::Piecewise { cutoffs, values } => {
            PartialValue::piecewise(better, range, cutoffs, values, outcome.outside)
        }
    }
    .map_err(|source| ComputeError::Value { place, source })
}

pub(super) fn evidence(outcome: &Criterion, problem: &DecisionProblem) -> Result<Evidence, ComputeError> {
    let place = format!("cells.{}", outcome.id);
    let given = problem.cells.get(&outcome.id);
    let found = match given.ok_or_else(|| missing(&place, "every figure".to_owned()))? {
        Performances::Apart(cells) => {
            let figures = of_each(&place, cells, problem, "the figure")?;
            Evidence::Apart(figures.into_iter().map(figure).collect())
        }
        Performances::Relative { relative } => Evidence::Together(Relative {
            link: relative.link,
            baseline: figure(relative.baseline),
            mean: of_each(&place, &relative.mean, problem, "the mean effect")?,
            covariance: covariance(&place, relative.cov.as_ref(), problem)?,
        }),
    };
    found.check().map_err(|(option, source)| {
        let at = option.and_then(|i| problem.options.get(i));
        ComputeError::Figure {
            place: at.map_or_else(|| place.clone(), |o| format!("{place}.{o}")),
            source,
        }
    })?;
    Ok(found)
}

fn missing(place: &str, what: String) -> ComputeError {
    ComputeError::Missing {
        place: place.to_owned(),
        what,
        remedy: "give a figure for every option on every outcome",
    }
}

/// What is given for each option, in the order of the options. One for an option that the problem does not have is refused.
fn of_each<T: Copy>(
    place: &str,
    given: &ById<T>,
    problem: &DecisionProblem,
    what: &str,
) -> Result<Vec<T>, ComputeError> {
    for (option, _) in given.iter() {
        position(place, option, problem)?;
    }
    let one = |option: &String| {
        let found = given.get(option).copied();
        found.ok_or_else(|| missing(place, format!("{what} for `{option}`")))
    };
    problem.options.iter().map(one).collect()
}

/// The place of an option among those of the problem.
fn position(place: &str, option: &str, problem: &DecisionProblem) -> Result<usize, ComputeError> {
    let found = problem.options.iter().position(|one| one == option);
    found.ok_or_else(|| ComputeError::Unknown {
        place: place.to_owned(),
        id: option.to_owned(),
        what: "an option",
    })
}

/// The covariance of the effects of all options, in their order: nothing where the file says nothing.
fn covariance(
    place: &str,
    given: Option<&Covariance>,
    problem: &DecisionProblem,
) -> Result<Vec<Vec<f64>>, ComputeError> {
    let size = problem.options.len();
    let mut whole = vec![vec![0.0; size]; size];
    let Some(given) = given else {
        return Ok(whole);
    };
    let order = &given.order;
    unique(
        &format!("{place}.relative.cov.order"),
        order.iter().map(String::as_str),
    )?;
    if given.data.len() != order.len() || given.data.iter().any(|row| row.len() != order.len()) {
        return Err(ComputeError::Figure {
            place: format!("{place}.relative.cov"),
            source: FitError::Covariance("give one row and one column for each option in its order"),
        });
    }
    for (option, row) in order.iter().zip(&given.data) {
        let at = position(place, option, problem)?;
        for (other, number) in order.iter().zip(row) {
            let beside = position(place, other, problem)?;
            if let Some(slot) = whole.get_mut(at).and_then(|row| row.get_mut(beside)) {
                *slot = *number;
            }
        }
    }
    Ok(whole)
}

/// A figure as the engine takes it.
pub(super) fn figure(cell: Performance) -> Uncertain {
    match cell {
        Performance::Number(x) => Uncertain::Exactly(x),
        Performance::Beta([a, b]) => Uncertain::Beta(a, b),
        Performance::Normal([m, s]) => Uncertain::Normal(m, s),
        Performance::Uniform([lo, hi]) => Uncertain::Uniform(lo, hi),
        Performance::Unknown([lo, hi]) => Uncertain::Unknown(lo, hi),
        Performance::Gamma([a, rate]) => Uncertain::Gamma(a, rate),
        Performance::InverseGamma([a, scale]) => Uncertain::InverseGamma(a, scale),
        Performance::Survival([a, rate, time]) => Uncertain::Survival(a, rate, time),
        Performance::T([m, s, v]) => Uncertain::T(m, s, v),
    }
}
