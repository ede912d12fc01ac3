//! Swing, points and direct importance: a number of 0 or more for each outcome.

use super::{Allowed, Constraint, Elicited, ValuesError};

/// Weights from ratings, `w_j = r_j / sum(r)`: swing (the outcome to change first = 100, the others next to it),
/// points shared out, or direct importance.
///
/// With a `band` (a fraction, at least 0 and below 1) every rating `r` stands for any from `r (1 - band)` to
/// `r (1 + band)`, each on its own: the set is every weight set with
/// `w_j / w_k <= r_j (1 + band) / (r_k (1 - band))` for all `j`, `k`. An outcome rated 0 stays at 0.
///
/// # Errors
/// A rating that is negative or not finite, all ratings 0, or a band out of range.
pub fn ratings(points: &[f64], band: Option<f64>) -> Result<Elicited, ValuesError> {
    let point = shares(points)?;
    let band = band.unwrap_or(0.0);
    if !(0.0..1.0).contains(&band) {
        return Err(ValuesError::Band { value: band });
    }
    let rated = points.iter().filter(|r| **r > 0.0).count();
    let allowed = if band == 0.0 || rated == 1 {
        Allowed::point(point.clone())
    } else {
        banded(points, band)
    };
    Ok(Elicited {
        point,
        allowed,
        consistency: None,
    })
}

/// Non-negative numbers over their sum.
pub(crate) fn shares(points: &[f64]) -> Result<Vec<f64>, ValuesError> {
    if points.is_empty() {
        return Err(ValuesError::NoOutcomes);
    }
    if let Some((at, &value)) = points
        .iter()
        .enumerate()
        .find(|(_, r)| !r.is_finite() || **r < 0.0)
    {
        return Err(ValuesError::Number { at, value });
    }
    // Dividing by the largest first keeps the sum finite whatever the scale.
    let top = points.iter().fold(0.0f64, |m, r| m.max(*r));
    if top <= 0.0 {
        return Err(ValuesError::AllZero);
    }
    let sum: f64 = points.iter().map(|r| r / top).sum();
    Ok(points.iter().map(|r| r / top / sum).collect())
}

fn banded(points: &[f64], band: f64) -> Allowed {
    let n = points.len();
    let row = |j: usize, a: f64, k: usize, b: f64, equal: bool| Constraint {
        coefficients: (0..n)
            .map(|i| match i {
                _ if i == j => a,
                _ if i == k => b,
                _ => 0.0,
            })
            .collect(),
        equal,
    };
    let mut rows = Vec::new();
    let top = points.iter().fold(0.0f64, |m, r| m.max(*r));
    for (j, rj) in points.iter().map(|r| r / top).enumerate() {
        if rj == 0.0 {
            rows.push(row(j, 1.0, n, 0.0, true));
            continue;
        }
        for (k, rk) in points.iter().map(|r| r / top).enumerate() {
            // w_k * r_j (1 + band) >= w_j * r_k (1 - band)
            if k != j && rk > 0.0 {
                rows.push(row(k, rj * (1.0 + band), j, -rk * (1.0 - band), false));
            }
        }
    }
    let ends = |by: f64| points.iter().map(|r| r / top * by).collect();
    Allowed::band(ends(1.0 - band), ends(1.0 + band), rows)
}
