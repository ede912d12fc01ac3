//! Effects relative to a baseline that all alternatives share.

use serde_json::Value;

use super::distributions::{student, survival};
use super::versions::stated;
use super::{DrugisError, kind, number, part};
use crate::compute::ById;
use crate::compute::problem::{Covariance, Performance, RelativePerformances};
use crate::fit::Link;

pub(super) fn relative(
    place: &str,
    performance: &Value,
    options: &[String],
) -> Result<RelativePerformances, DrugisError> {
    let v = stated(performance);
    let link = match kind(v) {
        "relative-logit-normal" => Link::Logit,
        "relative-log-normal" | "relative-survival" => Link::Log,
        "relative-cloglog-normal" => Link::Cloglog,
        "relative-normal" | "relative-identity-normal" => Link::Identity,
        other => {
            return Err(DrugisError::new(
                place,
                format!("a `{other}` performance is not read: give logit, log, cloglog, survival or normal"),
            ));
        }
    };
    let (baseline, effects) = (part(place, v, "baseline")?, part(place, v, "relative")?);
    let (link, figure, sign) = start(place, baseline, link, kind(v) == "relative-survival")?;
    // Files name it by `id` or by `name`.
    let is_baseline = |option: &str| {
        ["id", "name"]
            .iter()
            .any(|key| baseline.get(*key).and_then(Value::as_str) == Some(option))
    };
    let mut mean = ById::default();
    for option in options {
        match effects
            .get("mu")
            .and_then(|m| m.get(option))
            .and_then(Value::as_f64)
        {
            Some(m) => mean.push(option, sign * m + 0.0),
            None if is_baseline(option) => mean.push(option, 0.0),
            None => {
                return Err(DrugisError::new(
                    format!("{place}.{option}"),
                    "there is no relative effect: give one",
                ));
            }
        }
    }
    let cov = match effects.get("cov") {
        None => None,
        Some(c) => Some(covariance(place, c, options)?),
    };
    Ok(RelativePerformances {
        link,
        baseline: figure,
        mean,
        cov,
    })
}

/// The baseline, the link it is on, and the sign of the effects: those on a hazard shorten a time and lower a share.
fn start(place: &str, v: &Value, link: Link, hazards: bool) -> Result<(Link, Performance, f64), DrugisError> {
    let get = |key| number(place, v, key);
    let beta = || Ok(Performance::Beta([get("alpha")?, get("beta")?]));
    let cell = match (kind(v), link) {
        ("dsurv", _) if hazards => {
            let cell = survival(place, v)?;
            return Ok(match cell {
                Performance::Survival(_) => (Link::Loglog, cell, -1.0),
                Performance::InverseGamma(_) => (Link::Log, cell, -1.0),
                _ => (Link::Log, cell, 1.0),
            });
        }
        ("dnorm" | "", _) if !hazards => Performance::Normal([get("mu")?, get("sigma")?]),
        ("dt", _) if !hazards => student(place, v)?,
        ("dbeta-logit", Link::Logit) | ("dbeta-cloglog", Link::Cloglog) => beta()?,
        (other, _) => {
            return Err(DrugisError::new(
                place,
                format!(
                    "a `{other}` baseline does not go with these effects: give dsurv beside survival, and otherwise \
                     dnorm, dt, or dbeta-logit or dbeta-cloglog on their own scale"
                ),
            ));
        }
    };
    Ok((link, cell, 1.0))
}

fn covariance(place: &str, c: &Value, options: &[String]) -> Result<Covariance, DrugisError> {
    let wrong = |e: serde_json::Error| DrugisError::new(format!("{place}.cov"), e.to_string());
    let list = |key: &str| c.get(key).cloned().unwrap_or(Value::Null);
    let mut order: Vec<String> = serde_json::from_value(list("rownames")).map_err(wrong)?;
    let mut data: Vec<Vec<f64>> = serde_json::from_value(list("data")).map_err(wrong)?;
    // Alternatives taken out of the problem stay in its covariance.
    let keep: Vec<bool> = order.iter().map(|o| options.contains(o)).collect();
    let only = |keep: &[bool], at: usize| keep.get(at).copied().unwrap_or(true);
    let strip = |row: Vec<f64>| -> Vec<f64> {
        row.into_iter()
            .enumerate()
            .filter(|(i, _)| only(&keep, *i))
            .map(|(_, x)| x)
            .collect()
    };
    data = data
        .into_iter()
        .enumerate()
        .filter(|(i, _)| only(&keep, *i))
        .map(|(_, r)| strip(r))
        .collect();
    order.retain(|o| options.contains(o));
    Ok(Covariance { order, data })
}
