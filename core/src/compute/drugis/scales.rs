//! Percentages and proportions.

use serde_json::Value;

use super::versions::WrittenIn;
use crate::compute::problem::{Cell, Cells, Outcome, Shape};

/// Brings a percentage source to proportions where the value function and the figures disagree.
pub(super) fn percentages(
    mut outcome: Outcome,
    mut cells: Cells,
    source: &Value,
    unit: WrittenIn,
) -> (Outcome, Cells) {
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
    let middle = |c: &Cell| match *c {
        Cell::Number(x) | Cell::Normal([x, _]) | Cell::Uniform([_, x]) | Cell::T([x, ..]) => Some(x),
        Cell::Gamma([a, rate]) => Some(a / rate),
        Cell::InverseGamma([a, scale]) => Some(scale / a),
        // Proportions whatever their source says.
        Cell::Beta(_) | Cell::Survival(_) => None,
    };
    let within = |x: f64| (low..=high).contains(&x);
    let figures_in_percent = match (&cells, unit) {
        (Cells::Relative { .. }, _) | (_, WrittenIn::Proportions) => false,
        // Small percentages and a small range agree as they stand.
        (Cells::Apart(c), WrittenIn::Percent) => {
            high > 1.0 || !c.iter().filter_map(|(_, c)| middle(c)).any(within)
        }
        (Cells::Apart(c), WrittenIn::Unsaid) => c.iter().filter_map(|(_, c)| middle(c)).any(|x| x > 1.0),
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
            if let Cells::Apart(old) = &cells {
                cells = Cells::apart(old.iter().map(|(o, c)| {
                    let c = match *c {
                        Cell::Number(x) => Cell::Number(down(x)),
                        Cell::Normal(p) => Cell::Normal(p.map(down)),
                        Cell::Uniform(p) => Cell::Uniform(p.map(down)),
                        Cell::T([m, s, v]) => Cell::T([down(m), down(s), v]),
                        Cell::Gamma([a, rate]) => Cell::Gamma([a, rate * 100.0]),
                        Cell::InverseGamma([a, scale]) => Cell::InverseGamma([a, down(scale)]),
                        share @ (Cell::Beta(_) | Cell::Survival(_)) => share,
                    };
                    (o, c)
                }));
            }
        }
        _ => {}
    }
    (outcome, cells)
}
