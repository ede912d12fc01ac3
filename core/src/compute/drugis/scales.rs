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
    let Some([low, high]) = outcome.range else {
        return (outcome, cells);
    };
    if !goes_to_a_hundred(source) {
        return (outcome, cells);
    }
    match (high > 1.0, in_percent(&cells, unit, [low, high])) {
        (true, false) => {
            outcome.range = outcome.range.map(|ends| ends.map(hundredth));
            if let Shape::Piecewise { cutoffs, .. } = &mut outcome.value {
                cutoffs.iter_mut().for_each(|x| *x = hundredth(*x));
            }
        }
        (false, true) => {
            if let Performances::Apart(old) = &cells {
                cells = Performances::apart(old.iter().map(|(option, cell)| (option, proportion(*cell))));
            }
        }
        _ => {}
    }
    (outcome, cells)
}

/// Whether the source's scale ends at 100.
fn goes_to_a_hundred(source: &Value) -> bool {
    let scale = source.get("scale").and_then(Value::as_array);
    scale.and_then(|scale| scale.last()).and_then(Value::as_f64) == Some(100.0)
}

/// Whether the figures stand in percent.
fn in_percent(cells: &Performances, unit: WrittenIn, [low, high]: [f64; 2]) -> bool {
    match (cells, unit) {
        (Performances::Relative { .. }, _) | (_, WrittenIn::Proportions) => false,
        // Small percentages and a small range agree as they stand.
        (Performances::Apart(cells), WrittenIn::Percent) => {
            let mut middles = cells.iter().filter_map(|(_, cell)| middle(*cell));
            high > 1.0 || !middles.any(|x| (low..=high).contains(&x))
        }
        (Performances::Apart(cells), WrittenIn::Unsaid) => {
            let mut middles = cells.iter().filter_map(|(_, cell)| middle(*cell));
            middles.any(|x| x > 1.0)
        }
    }
}

/// A number that is about as large as a figure; none for those that are proportions whatever their source says.
fn middle(cell: Performance) -> Option<f64> {
    match cell {
        Performance::Number(x)
        | Performance::Normal([x, _])
        | Performance::Uniform([_, x])
        | Performance::Unknown([_, x])
        | Performance::T([x, ..]) => Some(x),
        Performance::Gamma([a, rate]) => Some(a / rate),
        Performance::InverseGamma([a, scale]) => Some(scale / a),
        Performance::Beta(_) | Performance::Survival(_) => None,
    }
}

/// A figure in percent as a proportion.
fn proportion(cell: Performance) -> Performance {
    match cell {
        Performance::Number(x) => Performance::Number(hundredth(x)),
        Performance::Normal(p) => Performance::Normal(p.map(hundredth)),
        Performance::Uniform(p) => Performance::Uniform(p.map(hundredth)),
        Performance::Unknown(p) => Performance::Unknown(p.map(hundredth)),
        Performance::T([m, s, v]) => Performance::T([hundredth(m), hundredth(s), v]),
        Performance::Gamma([a, rate]) => Performance::Gamma([a, rate * 100.0]),
        Performance::InverseGamma([a, scale]) => Performance::InverseGamma([a, hundredth(scale)]),
        share @ (Performance::Beta(_) | Performance::Survival(_)) => share,
    }
}

fn hundredth(x: f64) -> f64 {
    x / 100.0
}
