//! The best-worst method (Rezaei 2015, 2016): name the most and the least important outcome, compare the best with
//! every other, and every other with the worst.

use super::geometry::{Bound, maximise};
use super::statements::MOST_TIMES;
use super::{Allowed, Consistency, Elicited, ValuesError};

/// Best-worst comparisons. Numbers are 1 ("as important") or more; 1 to 9 is the usual scale.
#[derive(Clone, Debug, PartialEq)]
pub struct BestWorst {
    /// The most important outcome.
    pub best: usize,
    /// The least important outcome.
    pub worst: usize,
    /// How many times more the best matters than each outcome (itself: 1).
    pub best_to_others: Vec<f64>,
    /// How many times more each outcome matters than the worst (itself: 1).
    pub others_to_worst: Vec<f64>,
}

/// Thresholds of the input-based ratio, rows for scales up to 3, 4, … 9 and columns for 3 to 9 outcomes
/// (Liang, Brunelli and Rezaei 2020, "Consistency issues in the best worst method: Measurements and thresholds", Omega
/// 96, table 3). All 49 numbers compared with three public transcriptions of the whole table (two programs in Python and
/// one in R, which names the table) and with parts of two more: they agree. Not yet with the article itself, which two of
/// them report to accept no inconsistency at all on a scale of 2.
const THRESHOLDS: [[f64; 7]; 7] = [
    [0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667],
    [0.1121, 0.1529, 0.1898, 0.2206, 0.2527, 0.2577, 0.2683],
    [0.1354, 0.1994, 0.2306, 0.2546, 0.2716, 0.2844, 0.2960],
    [0.1330, 0.1990, 0.2643, 0.3044, 0.3144, 0.3221, 0.3262],
    [0.1294, 0.2457, 0.2819, 0.3029, 0.3144, 0.3251, 0.3403],
    [0.1309, 0.2521, 0.2958, 0.3154, 0.3408, 0.3620, 0.3657],
    [0.1359, 0.2681, 0.3062, 0.3337, 0.3517, 0.3620, 0.3662],
];

/// The input-based ratio usually accepted for `n` outcomes when the best matters `best_to_worst` times as much as
/// the worst. `None` outside 3 to 9 of either; a scale between two whole numbers counts as the higher.
#[must_use]
pub fn input_based_threshold(n: usize, best_to_worst: f64) -> Option<f64> {
    let scale = (3..=9usize).find(|&s| best_to_worst <= s as f64)?;
    if best_to_worst <= 2.0 {
        return None;
    }
    THRESHOLDS.get(scale - 3)?.get(n.checked_sub(3)?).copied()
}

/// Weights of the linear best-worst model: minimise `xi` subject to `|w_B - a_Bj w_j| <= xi` and
/// `|w_j - a_jW w_W| <= xi` (Rezaei 2016), solved as a linear programme.
///
/// Input-based consistency is `max_j |a_Bj a_jW - a_BW| / (a_BW² - a_BW)`, 0 when `a_BW` is 1. A comparison larger than
/// the one of the best with the worst is worked with, and shows in both measures.
///
/// # Errors
/// Comparisons that do not fit the choice of best and worst.
pub fn best_worst(answers: &BestWorst) -> Result<Elicited, ValuesError> {
    let n = answers.best_to_others.len();
    let a_bw = check(answers)?;
    if n == 1 {
        let consistency = Some(Consistency::BestWorst {
            xi: 0.0,
            input_based: 0.0,
            threshold: None,
        });
        return Ok(Elicited {
            point: vec![1.0],
            allowed: Allowed::point(vec![1.0]),
            consistency,
        });
    }
    let mut rows: Vec<(Vec<f64>, Bound)> = vec![];
    let unit = |terms: &[(usize, f64)], xi: f64| {
        let mut row = vec![0.0; n + 1];
        for &(at, c) in terms {
            if let Some(x) = row.get_mut(at) {
                *x += c;
            }
        }
        if let Some(x) = row.get_mut(n) {
            *x = xi;
        }
        row
    };
    let mut sum = vec![1.0; n];
    sum.push(0.0);
    rows.push((sum, Bound::Exactly(1.0)));
    for (j, (&to, &from)) in answers
        .best_to_others
        .iter()
        .zip(&answers.others_to_worst)
        .enumerate()
    {
        for sign in [1.0, -1.0] {
            if j != answers.best {
                rows.push((
                    unit(&[(answers.best, sign), (j, -to * sign)], -1.0),
                    Bound::AtMost(0.0),
                ));
            }
            if j != answers.worst {
                rows.push((
                    unit(&[(j, sign), (answers.worst, -from * sign)], -1.0),
                    Bound::AtMost(0.0),
                ));
            }
        }
    }
    let (value, mut w) = maximise(&unit(&[], -1.0), &rows).ok_or(ValuesError::Numeric)?;
    let xi = (-value).max(0.0);
    w.truncate(n);
    for x in &mut w {
        *x = x.max(0.0);
    }
    let total: f64 = w.iter().sum();
    for x in &mut w {
        *x /= total;
    }
    let spread = a_bw * a_bw - a_bw;
    let misfit = answers
        .best_to_others
        .iter()
        .zip(&answers.others_to_worst)
        .fold(0.0f64, |m, (a, b)| m.max((a * b - a_bw).abs()));
    let input_based = if spread > 0.0 { misfit / spread } else { 0.0 };
    let threshold = input_based_threshold(n, a_bw);
    let consistency = Some(Consistency::BestWorst {
        xi,
        input_based,
        threshold,
    });
    Ok(Elicited {
        point: w.clone(),
        allowed: Allowed::point(w),
        consistency,
    })
}

/// Checks the answers; returns the best-to-worst comparison.
fn check(answers: &BestWorst) -> Result<f64, ValuesError> {
    let (to, from) = (&answers.best_to_others, &answers.others_to_worst);
    if to.is_empty() {
        return Err(ValuesError::NoOutcomes);
    }
    if from.len() != to.len() {
        return Err(ValuesError::Shape {
            expected: to.len(),
            row: 1,
            found: from.len(),
        });
    }
    let bad = |at: usize, value: f64, why| Err(ValuesError::BestWorst { at, value, why });
    let (Some(&bb), Some(&a_bw)) = (to.get(answers.best), to.get(answers.worst)) else {
        return Err(ValuesError::NoOutcomes);
    };
    if answers.best == answers.worst && to.len() > 1 {
        return bad(
            answers.best,
            bb,
            "the best and the worst must be different outcomes",
        );
    }
    for (at, &value) in to.iter().enumerate().chain(from.iter().enumerate()) {
        if !value.is_finite() || value < 1.0 {
            return bad(at, value, "give a number of 1 or more");
        }
        if value > MOST_TIMES {
            return bad(at, value, "give a number of at most 1000000");
        }
        if value > 1.0 && a_bw == 1.0 {
            return bad(
                at,
                value,
                "the best matters as much as the worst, so every comparison is 1",
            );
        }
    }
    if bb != 1.0 {
        return bad(answers.best, bb, "the best compared with itself is 1");
    }
    match from.get(answers.worst) {
        Some(&ww) if ww != 1.0 => return bad(answers.worst, ww, "the worst compared with itself is 1"),
        _ => {}
    }
    match from.get(answers.best) {
        Some(&other) if other != a_bw => bad(
            answers.best,
            other,
            "the best compared with the worst must be the same number both times",
        ),
        _ => Ok(a_bw),
    }
}
