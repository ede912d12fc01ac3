//! Percentages and proportions.

use serde_json::Value;

use super::versions::WrittenIn;
use crate::compute::problem::{Criterion, Performance, Performances, Shape};

/// Brings a percentage source to proportions where the value function and the figures disagree.
pub(super) fn percentages(
    mut outcome: Criterion,
    mut cells: Performances,
    source: &Value,
    unit: WrittenIn,
) -> (Criterion, Performances) {
    let hundred = source
        .get("scale")
        .and_then(Value::as_array)
        .and_then(|s| s.last())
        .and_then(Value::as_f64);
    let Some([low, high]) = outcome.range else {
        return (outcome, cells);
    };
    if hundred != Some(100.0) {
        return (outcome, cells);
    }
    let middle = |c: &Performance| match *c {
        Performance::Number(x)
        | Performance::Normal([x, _])
        | Performance::Uniform([_, x])
        | Performance::Unknown([_, x])
        | Performance::T([x, ..]) => Some(x),
        Performance::Gamma([a, rate]) => Some(a / rate),
        Performance::InverseGamma([a, scale]) => Some(scale / a),
        // Proportions whatever their source says.
        Performance::Beta(_) | Performance::Survival(_) => None,
    };
    let within = |x: f64| (low..=high).contains(&x);
    let figures_in_percent = match (&cells, unit) {
        (Performances::Relative { .. }, _) | (_, WrittenIn::Proportions) => false,
        // Small percentages and a small range agree as they stand.
        (Performances::Apart(c), WrittenIn::Percent) => {
            high > 1.0 || !c.iter().filter_map(|(_, c)| middle(c)).any(within)
        }
        (Performances::Apart(c), WrittenIn::Unsaid) => {
            c.iter().filter_map(|(_, c)| middle(c)).any(|x| x > 1.0)
        }
    };
    let down = |x: f64| x / 100.0;
    match (high > 1.0, figures_in_percent) {
        (true, false) => {
            outcome.range = outcome.range.map(|r| r.map(down));
            if let Shape::Piecewise { cutoffs, .. } = &mut outcome.value {
                cutoffs.iter_mut().for_each(|x| *x = down(*x));
            }
        }
        (false, true) => {
            if let Performances::Apart(old) = &cells {
                cells = Performances::apart(old.iter().map(|(o, c)| {
                    let c = match *c {
                        Performance::Number(x) => Performance::Number(down(x)),
                        Performance::Normal(p) => Performance::Normal(p.map(down)),
                        Performance::Uniform(p) => Performance::Uniform(p.map(down)),
                        Performance::Unknown(p) => Performance::Unknown(p.map(down)),
                        Performance::T([m, s, v]) => Performance::T([down(m), down(s), v]),
                        Performance::Gamma([a, rate]) => Performance::Gamma([a, rate * 100.0]),
                        Performance::InverseGamma([a, scale]) => Performance::InverseGamma([a, down(scale)]),
                        share @ (Performance::Beta(_) | Performance::Survival(_)) => share,
                    };
                    (o, c)
                }));
            }
        }
        _ => {}
    }
    (outcome, cells)
}
