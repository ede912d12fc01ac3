//! The distribution of one alternative's figure.

use serde_json::Value;

use super::versions::stated;
use super::{DrugisError, kind, number};
use crate::compute::problem::Performance;

pub(super) fn figure(place: &str, performance: &Value) -> Result<Performance, DrugisError> {
    let v = stated(performance);
    let get = |key| number(place, v, key);
    match kind(v) {
        "exact" => Ok(Performance::Number(get("value")?)),
        "dbeta" => Ok(Performance::Beta([get("alpha")?, get("beta")?])),
        "dgamma" => Ok(Performance::Gamma([get("alpha")?, get("beta")?])),
        "dnorm" => Ok(Performance::Normal([get("mu")?, get("sigma")?])),
        "dsurv" => survival(place, v),
        "dt" => student(place, v),
        "range" => Ok(Performance::Uniform([get("lowerBound")?, get("upperBound")?])),
        "empty" | "" => Err(DrugisError::new(
            place,
            "the figure is empty: give one, or leave the criterion out",
        )),
        other => Err(DrugisError::new(
            place,
            format!(
                "a `{other}` distribution is not read: give dnorm, dt, dbeta, dgamma, dsurv, range or exact"
            ),
        )),
    }
}

/// Student's t about `mu`, as wide as the standard error.
pub(super) fn student(place: &str, v: &Value) -> Result<Performance, DrugisError> {
    let error = number(place, v, "std.err").or_else(|_| number(place, v, "stdErr"))?;
    Ok(Performance::T([
        number(place, v, "mu")?,
        error,
        number(place, v, "dof")?,
    ]))
}

/// Survival under a hazard that stays the same, itself gamma with shape `alpha` (events) and rate `beta` (exposure): its
/// mean `1 / hazard`, its median `ln 2 / hazard`, the share `exp(-hazard t)` alive at a time, or the hazard.
pub(super) fn survival(place: &str, v: &Value) -> Result<Performance, DrugisError> {
    let (alpha, beta) = (number(place, v, "alpha")?, number(place, v, "beta")?);
    let measure = super::part(place, v, "summaryMeasure")?.as_str().unwrap_or("");
    Ok(match measure {
        "none" => Performance::Gamma([alpha, beta]),
        "mean" => Performance::InverseGamma([alpha, beta]),
        "median" => Performance::InverseGamma([alpha, beta * std::f64::consts::LN_2]),
        // Its name in figures, and in baselines.
        "survivalAtTime" => {
            let time = number(place, v, "time").or_else(|_| number(place, v, "survivalAtTime"))?;
            Performance::Survival([alpha, beta, time])
        }
        other => {
            return Err(DrugisError::new(
                place,
                format!("`{other}` is not a measure of survival: say none, mean, median or survivalAtTime"),
            ));
        }
    })
}
