//! The additive value model: contributions, totals, places and dominance.

/// Differences in total value below this are ties: rounding, not evidence.
pub(crate) const TIE: f64 = 1e-12;

/// What each outcome adds to the total of each option (`w_j v_j`: its weight times the option's value on it), and the totals.
#[derive(Clone, Debug, PartialEq)]
pub struct Contributions {
    /// What each outcome adds: one row per option, one column per outcome.
    pub parts: Vec<Vec<f64>>,
    /// The total of each option: the sum of its row.
    pub totals: Vec<f64>,
}

/// Works out what each outcome adds to the total of each option: `w_j v_j`.
#[must_use]
pub fn contributions(values: &[Vec<f64>], weights: &[f64]) -> Contributions {
    let parts: Vec<Vec<f64>> = values
        .iter()
        .map(|row| row.iter().zip(weights).map(|(v, w)| v * w).collect())
        .collect();
    let totals = parts.iter().map(|row: &Vec<f64>| row.iter().sum()).collect();
    Contributions { parts, totals }
}

/// Places by total value, 1 for the highest; ties (within `1e-12`) share the better place.
#[must_use]
pub fn ranks(totals: &[f64]) -> Vec<usize> {
    totals
        .iter()
        .map(|v| 1 + totals.iter().filter(|u| **u > v + TIE).count())
        .collect()
}

/// For every option, the options that dominate it: at least as good on every outcome and better on at least one.
/// A fact about the evidence, whatever the weights.
#[must_use]
pub fn dominated(values: &[Vec<f64>]) -> Vec<Vec<usize>> {
    let dominates = |a: &Vec<f64>, b: &Vec<f64>| {
        a.iter().zip(b).all(|(x, y)| x >= y) && a.iter().zip(b).any(|(x, y)| x > y)
    };
    values
        .iter()
        .map(|b| {
            values
                .iter()
                .enumerate()
                .filter(|(_, a)| dominates(a, b))
                .map(|(i, _)| i)
                .collect()
        })
        .collect()
}
