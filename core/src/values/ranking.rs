//! Ranking: the outcomes in order of importance, ties allowed.

use super::{Allowed, Elicited, ValuesError};

/// Rank-order centroid weights of `n` outcomes, most important first: `w_i = (1/n) sum_{j=i..n} 1/j`
/// (Barron and Barrett 1996, used by SMARTER).
#[must_use]
pub fn rank_order_centroid(n: usize) -> Vec<f64> {
    let mut tail = 0.0;
    let mut w: Vec<f64> = (1..=n)
        .rev()
        .map(|j| {
            tail += 1.0 / j as f64;
            tail / n as f64
        })
        .collect();
    w.reverse();
    w
}

/// Spreads surrogate weights for places 1, 2, … over the outcomes of `order`; tied outcomes share the mean of
/// their places. Missing or repeated outcomes are an error, so every one of `n` gets a weight.
///
/// # Errors
/// [`ValuesError::RankedTwice`] and [`ValuesError::NotRanked`].
pub fn surrogate_with_ties(n: usize, order: &[Vec<usize>], places: &[f64]) -> Result<Vec<f64>, ValuesError> {
    if n == 0 {
        return Err(ValuesError::NoOutcomes);
    }
    let mut w: Vec<Option<f64>> = vec![None; n];
    let mut next = places.iter();
    for tied in order.iter().filter(|t| !t.is_empty()) {
        let share = next.by_ref().take(tied.len()).sum::<f64>() / tied.len() as f64;
        for &at in tied {
            match w.get_mut(at) {
                Some(slot @ None) => *slot = Some(share),
                _ => return Err(ValuesError::RankedTwice { at }),
            }
        }
    }
    w.into_iter()
        .enumerate()
        .map(|(at, x)| x.ok_or(ValuesError::NotRanked { at }))
        .collect()
}

/// Weights from a ranking, most important first; outcomes in the same group matter equally.
///
/// The point is the rank-order centroid (tied outcomes share the mean of their places). The set is every weight
/// set in that order, tied outcomes equal. It is a simplex whose corner `g` shares the weight equally over the
/// first `g` groups, so its centroid and extremes are exact for any number of outcomes.
///
/// # Errors
/// [`ValuesError::RankedTwice`] and [`ValuesError::NotRanked`].
pub fn ranking(n: usize, order: &[Vec<usize>]) -> Result<Elicited, ValuesError> {
    let point = surrogate_with_ties(n, order, &rank_order_centroid(n))?;
    let mut corners = Vec::new();
    let mut so_far: Vec<usize> = Vec::new();
    for tied in order.iter().filter(|t| !t.is_empty()) {
        so_far.extend(tied);
        let share = 1.0 / so_far.len() as f64;
        corners.push(
            (0..n)
                .map(|i| if so_far.contains(&i) { share } else { 0.0 })
                .collect(),
        );
    }
    Ok(Elicited {
        point,
        allowed: Allowed::corners(corners),
        consistency: None,
    })
}
