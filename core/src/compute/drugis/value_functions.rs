//! Value functions: range, direction and shape of a criterion.

use serde_json::Value;

use super::versions::favourable_in;
use super::{DrugisError, File, kind};
use crate::compute::evidence::figure;
use crate::compute::problem::{Criterion, Performance, Performances, Shape};
use crate::fit::{Evidence, Outside, PreferenceDirection, Relative};

pub(super) fn outcome(
    id: &str,
    criterion: &Value,
    source: &Value,
    cells: &Performances,
    file: &File,
    options: &[String],
) -> Result<Criterion, DrugisError> {
    let place = format!("criteria.{id}.pvf");
    let own = |v: &'_ Value| v.get("pvf").filter(|p| p.get("range").is_some()).cloned();
    let pvf = own(source).or_else(|| own(criterion));
    let favourable = criterion.get("isFavorable").and_then(Value::as_bool);
    let favourable = favourable.or_else(|| favourable_in(file.tree.as_ref()?, id));
    let better = better(&place, pvf.as_ref(), favourable)?;
    let (range, value) = match &pvf {
        None => (span(cells, options), Shape::Linear),
        Some(pvf) => written(&place, pvf)?,
    };
    Ok(Criterion {
        id: id.to_owned(),
        better: Some(better),
        range: Some(range),
        value,
        outside: Outside::Extrapolate,
    })
}

/// Which end is better: as the value function says, else as the criterion does.
fn better(
    place: &str,
    pvf: Option<&Value>,
    favourable: Option<bool>,
) -> Result<PreferenceDirection, DrugisError> {
    let direction = pvf.and_then(|p| p.get("direction")).and_then(Value::as_str);
    match (direction, favourable) {
        (Some("increasing"), _) | (None, Some(true)) => Ok(PreferenceDirection::Higher),
        (Some("decreasing"), _) | (None, Some(false)) => Ok(PreferenceDirection::Lower),
        (Some(other), _) => Err(DrugisError::new(
            place,
            format!("`{other}` is not a direction: say increasing or decreasing"),
        )),
        (None, None) => Err(DrugisError::new(
            place,
            "nothing says which end is better: add a value function or `isFavorable`",
        )),
    }
}

/// The range and the shape of a value function that the file writes out.
fn written(place: &str, pvf: &Value) -> Result<([f64; 2], Shape), DrugisError> {
    let list = |key: &str| -> Result<Vec<f64>, DrugisError> {
        serde_json::from_value(pvf.get(key).cloned().unwrap_or(Value::Null))
            .map_err(|e| DrugisError::new(format!("{place}.{key}"), e.to_string()))
    };
    let range = match list("range")?.as_slice() {
        [low, high] => [*low, *high],
        _ => return Err(DrugisError::new(place, "the range must be two numbers")),
    };
    let shape = match kind(pvf) {
        "linear" | "" => Shape::Linear,
        "piecewise-linear" | "piecewiseLinear" => Shape::Piecewise {
            cutoffs: list("cutoffs")?,
            values: list("values")?,
        },
        other => {
            return Err(DrugisError::new(
                place,
                format!("a `{other}` value function is not read: make it linear"),
            ));
        }
    };
    Ok((range, shape))
}

/// What the figures span: exact ones as they are, 95 % of distributions; from 0 to 1 where they cannot be drawn.
fn span(cells: &Performances, options: &[String]) -> [f64; 2] {
    let evidence = match cells {
        Performances::Apart(cells) => Evidence::Apart(cells.iter().map(|(_, c)| figure(*c)).collect()),
        Performances::Relative { relative: r } => {
            let of = |o: &String, p: &String| {
                let cov = r.cov.as_ref()?;
                let at = |id: &String| cov.order.iter().position(|x| x == id);
                cov.data.get(at(o)?)?.get(at(p)?).copied()
            };
            let row = |o| options.iter().map(|p| of(o, p).unwrap_or(0.0)).collect();
            Evidence::Together(Relative {
                link: r.link,
                baseline: figure(r.baseline),
                mean: options
                    .iter()
                    .map(|o| r.mean.get(o).copied().unwrap_or(0.0))
                    .collect(),
                covariance: options.iter().map(row).collect(),
            })
        }
    };
    if evidence.check().is_err() {
        return [0.0, 1.0];
    }
    (0..options.len())
        .flat_map(|o| {
            let whole =
                matches!(cells, Performances::Apart(c) if matches!(c.iter().nth(o), Some((_, Performance::Uniform(_)))));
            let ends = if whole { [0.0, 1.0] } else { [0.025, 0.975] };
            ends.map(|p| evidence.quantile(o, p).unwrap_or(0.0))
        })
        .fold([f64::INFINITY, f64::NEG_INFINITY], |[lo, hi], x| {
            [lo.min(x), hi.max(x)]
        })
}
