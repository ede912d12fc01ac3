//! Pairwise comparison: how many times more each outcome matters than each other (analytic hierarchy process).

use super::{Allowed, Consistency, Elicited, ValuesError};

/// Saaty's random indices: the mean consistency index of random matrices, for 1 to 15 outcomes (Saaty 1980; the
/// first ten are those in general use, the last five complete the published table).
const RANDOM_INDICES: [f64; 15] = [
    0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59,
];

/// Saaty's random index for `n` outcomes; `None` outside 1 to 15.
#[must_use]
pub fn random_index(n: usize) -> Option<f64> {
    RANDOM_INDICES.get(n.checked_sub(1)?).copied()
}

/// Weights from a matrix of comparisons: `matrix[i][j]` says how many times more `i` matters than `j`, and
/// `matrix[j][i]` must be its reciprocal (within 1 in 20, so that `0.33` may stand for a third and `0.14` for a seventh).
///
/// Mirrors that were rounded are brought in line first, each pair by the same factor (`sqrt(a_ij / a_ji)` and its reciprocal):
/// a matrix that is not reciprocal may have a principal eigenvalue below `n`, and a consistency below 0 means nothing. The
/// weights are the principal eigenvector, found by power iteration; `lambda = mean_i((A w)_i / w_i)` (Saaty 1977).
///
/// # Errors
/// A matrix that is not square, has an entry that is not positive, or is not reciprocal.
pub fn pairwise(matrix: &[Vec<f64>]) -> Result<Elicited, ValuesError> {
    let n = matrix.len();
    if n == 0 {
        return Err(ValuesError::NoOutcomes);
    }
    check(matrix)?;
    let matrix = &reciprocal(matrix);
    let mut w = vec![1.0 / n as f64; n];
    // A positive matrix has one dominant eigenvalue, so this converges; the count is a stop for extreme ones.
    for _ in 0..10_000 {
        let mut next = times(matrix, &w);
        let sum: f64 = next.iter().sum();
        for x in &mut next {
            *x /= sum;
        }
        let change = next.iter().zip(&w).fold(0.0f64, |m, (a, b)| m.max((a - b).abs()));
        w = next;
        if change < 1e-16 {
            break;
        }
    }
    if w.iter().any(|x| !x.is_finite()) {
        return Err(ValuesError::Numeric);
    }
    let lambda_max = times(matrix, &w).iter().zip(&w).map(|(a, b)| a / b).sum::<f64>() / n as f64;
    let ci = if n > 1 {
        // A consistent matrix is a little below `n` by rounding.
        ((lambda_max - n as f64) / (n - 1) as f64).max(0.0)
    } else {
        0.0
    };
    let cr = random_index(n).map(|ri| if ri > 0.0 { ci / ri } else { 0.0 });
    Ok(Elicited {
        point: w.clone(),
        allowed: Allowed::point(w),
        consistency: Some(Consistency::Pairwise { lambda_max, ci, cr }),
    })
}

/// The matrix with every pair of mirrors exactly reciprocal. Mirrors that are so already stay as they are.
fn reciprocal(matrix: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let mirror = |row: usize, column: usize| matrix.get(column).and_then(|r| r.get(row)).copied();
    matrix
        .iter()
        .enumerate()
        .map(|(row, numbers)| {
            let brought = |(column, a): (usize, &f64)| match mirror(row, column) {
                Some(b) if (a * b - 1.0).abs() > 1e-9 => (a / b).sqrt(),
                _ => *a,
            };
            numbers.iter().enumerate().map(brought).collect()
        })
        .collect()
}

fn times(matrix: &[Vec<f64>], w: &[f64]) -> Vec<f64> {
    matrix
        .iter()
        .map(|row| row.iter().zip(w).map(|(a, b)| a * b).sum())
        .collect()
}

fn check(matrix: &[Vec<f64>]) -> Result<(), ValuesError> {
    let n = matrix.len();
    if let Some((row, r)) = matrix.iter().enumerate().find(|(_, r)| r.len() != n) {
        return Err(ValuesError::Shape {
            expected: n,
            row,
            found: r.len(),
        });
    }
    for (row, r) in matrix.iter().enumerate() {
        for (column, &value) in r.iter().enumerate() {
            if !value.is_finite() || value <= 0.0 {
                return Err(ValuesError::Comparison { row, column, value });
            }
            let mirror = matrix
                .get(column)
                .and_then(|c| c.get(row))
                .copied()
                .unwrap_or(f64::NAN);
            if mirror > 0.0 && (value * mirror - 1.0).abs() > 0.05 {
                return Err(ValuesError::Reciprocal {
                    row,
                    column,
                    value,
                    mirror,
                });
            }
        }
    }
    Ok(())
}
