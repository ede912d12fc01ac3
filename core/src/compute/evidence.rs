//! What a problem says of an outcome, as the engine takes it: its partial value and its evidence.

use super::ComputeError;
use super::problem::{Criterion, DecisionProblem, Performance, Performances};
use super::solve::unique;
use crate::fit::{Evidence, PartialValue, Relative, Uncertain};

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
    let id = &outcome.id;
    let place = format!("cells.{id}");
    let missing = |what: String| ComputeError::Missing {
        place: place.clone(),
        what,
        remedy: "give a figure for every option on every outcome",
    };
    let known = |o: &str| {
        if problem.options.iter().any(|x| x == o) {
            Ok(())
        } else {
            Err(ComputeError::Unknown {
                place: place.clone(),
                id: o.to_owned(),
                what: "an option",
            })
        }
    };
    let found = match problem
        .cells
        .get(id)
        .ok_or_else(|| missing("every figure".to_owned()))?
    {
        Performances::Apart(cells) => {
            for (o, _) in cells.iter() {
                known(o)?;
            }
            Evidence::Apart(
                problem
                    .options
                    .iter()
                    .map(|o| {
                        cells
                            .get(o)
                            .map(|c| figure(*c))
                            .ok_or_else(|| missing(format!("the figure for `{o}`")))
                    })
                    .collect::<Result<_, _>>()?,
            )
        }
        Performances::Relative { relative } => {
            for (o, _) in relative.mean.iter() {
                known(o)?;
            }
            let mean = problem
                .options
                .iter()
                .map(|o| {
                    relative
                        .mean
                        .get(o)
                        .copied()
                        .ok_or_else(|| missing(format!("the mean effect for `{o}`")))
                })
                .collect::<Result<_, _>>()?;
            let wrong = |why| ComputeError::Figure {
                place: format!("{place}.relative.cov"),
                source: crate::fit::FitError::Covariance(why),
            };
            let size = problem.options.len();
            let mut covariance = vec![vec![0.0; size]; size];
            if let Some(cov) = &relative.cov {
                unique(
                    &format!("{place}.relative.cov.order"),
                    cov.order.iter().map(String::as_str),
                )?;
                if cov.data.len() != cov.order.len() || cov.data.iter().any(|r| r.len() != cov.order.len()) {
                    return Err(wrong("give one row and one column for each option in its order"));
                }
                for (o, row) in cov.order.iter().zip(&cov.data) {
                    known(o)?;
                    for (p, x) in cov.order.iter().zip(row) {
                        known(p)?;
                        let at = |id: &String| problem.options.iter().position(|x| x == id).unwrap_or(size);
                        if let Some(c) = covariance.get_mut(at(o)).and_then(|r| r.get_mut(at(p))) {
                            *c = *x;
                        }
                    }
                }
            }
            Evidence::Together(Relative {
                link: relative.link,
                baseline: figure(relative.baseline),
                mean,
                covariance,
            })
        }
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
