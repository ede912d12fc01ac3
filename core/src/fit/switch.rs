//! Switch points: how much an outcome would have to matter for two options to change places.

/// A weight of one outcome at which two options tie, while the other weights keep their proportions to each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SwitchPoint {
    /// The weight, 0 to 1.
    pub weight: f64,
    /// The places of the two options; the one that stands first among all options comes first.
    pub between: (usize, usize),
}

/// Every crossing of two options' totals as the weight of `outcome` goes from 0 to 1, in order of weight.
///
/// With `V(t) = t v_k + (1 - t) R` and `R = sum_{j != k} w_j v_j / (1 - w_k)`, options `a` and `b` tie at
/// `t = (R_b - R_a) / ((v_ak - v_bk) - (R_a - R_b))`. None when the outcome has all the weight (nothing to rescale)
/// or the options never cross.
#[must_use]
pub fn switch_points(values: &[Vec<f64>], weights: &[f64], outcome: usize) -> Vec<SwitchPoint> {
    let rest: f64 = weights
        .iter()
        .enumerate()
        .filter(|(j, _)| *j != outcome)
        .map(|(_, w)| w)
        .sum();
    if rest <= 1e-12 || outcome >= weights.len() {
        return Vec::new();
    }
    let lines: Vec<(f64, f64)> = values
        .iter()
        .map(|row| {
            let others: f64 = row
                .iter()
                .zip(weights)
                .enumerate()
                .filter(|(j, _)| *j != outcome)
                .map(|(_, (v, w))| v * w)
                .sum();
            (row.get(outcome).copied().unwrap_or(0.0), others / rest)
        })
        .collect();
    let mut found = Vec::new();
    for (a, &(va, ra)) in lines.iter().enumerate() {
        for (b, &(vb, rb)) in lines.iter().enumerate().skip(a + 1) {
            let slope = (va - vb) - (ra - rb);
            if slope.abs() <= 1e-12 {
                continue;
            }
            let t = (rb - ra) / slope;
            if (-1e-12..=1.0 + 1e-12).contains(&t) {
                let weight = t.clamp(0.0, 1.0);
                let before = found.iter().take_while(|s: &&SwitchPoint| s.weight <= weight);
                let at = before.count();
                found.insert(
                    at,
                    SwitchPoint {
                        weight,
                        between: (a, b),
                    },
                );
            }
        }
    }
    found
}
