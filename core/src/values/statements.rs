//! Free statements about what matters, and which of them contradict each other.

use super::geometry::Polytope;
use super::{Allowed, Budget, Constraint, Elicited, MOST_SIMPLICES, Shape, Shaping, ValuesError};

/// How many times more one outcome may matter than another. Beyond, the weight of the lesser one is next to nothing, and what
/// was said of it is lost in rounding.
pub(crate) const MOST_TIMES: f64 = 1e6;

/// Something said about the weights of outcomes, given by their place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Statement {
    /// The first matters at least as much as the second: `w_a >= w_b`.
    AtLeast(usize, usize),
    /// `lo <= w_a / w_b <= hi`; a ratio only means something when `w_b > 0`.
    Ratio(usize, usize, f64, f64),
    /// `w_a / w_b = r`.
    ExactRatio(usize, usize, f64),
    /// `lo <= w_a <= hi`.
    Weight(usize, f64, f64),
}

impl Statement {
    fn outcomes(&self) -> (usize, Option<usize>) {
        match *self {
            Self::AtLeast(a, b) | Self::Ratio(a, b, ..) | Self::ExactRatio(a, b, _) => (a, Some(b)),
            Self::Weight(a, ..) => (a, None),
        }
    }

    /// The statement as rows over `n` outcomes, which `place` renumbers.
    fn rows(&self, n: usize, place: impl Fn(usize) -> usize) -> Vec<Constraint> {
        let row = |base: f64, terms: &[(usize, f64)], equal: bool| {
            let mut coefficients = vec![base; n];
            for &(at, c) in terms {
                if let Some(x) = coefficients.get_mut(place(at)) {
                    *x += c;
                }
            }
            Constraint { coefficients, equal }
        };
        match *self {
            Self::AtLeast(a, b) => vec![row(0.0, &[(a, 1.0), (b, -1.0)], false)],
            Self::Ratio(a, b, lo, hi) if lo == hi => vec![row(0.0, &[(a, 1.0), (b, -lo)], true)],
            Self::Ratio(a, b, lo, hi) => {
                vec![
                    row(0.0, &[(a, 1.0), (b, -lo)], false),
                    row(0.0, &[(a, -1.0), (b, hi)], false),
                ]
            }
            Self::ExactRatio(a, b, r) => vec![row(0.0, &[(a, 1.0), (b, -r)], true)],
            Self::Weight(a, lo, hi) if lo == hi => vec![row(-lo, &[(a, 1.0)], true)],
            Self::Weight(a, lo, hi) => {
                let mut rows = Vec::new();
                if lo > 0.0 {
                    rows.push(row(-lo, &[(a, 1.0)], false));
                }
                if hi < 1.0 {
                    rows.push(row(hi, &[(a, -1.0)], false));
                }
                rows
            }
        }
    }

    fn check(&self, n: usize, at: usize) -> Result<(), ValuesError> {
        let wrong = |why| Err(ValuesError::Statement { at, why });
        let (a, b) = self.outcomes();
        if a >= n || b.is_some_and(|b| b >= n) {
            return wrong("it names an outcome that does not exist");
        }
        if b == Some(a) {
            return wrong("it compares an outcome with itself");
        }
        match *self {
            Self::AtLeast(..) => Ok(()),
            Self::Ratio(_, _, lo, hi) if !(lo >= 0.0 && hi.is_finite() && hi > 0.0) => {
                wrong("give a ratio from 0 or more to a finite number above 0")
            }
            Self::Ratio(_, _, lo, hi) if lo > hi => wrong("the lower ratio comes first"),
            Self::Ratio(_, _, lo, hi) if lo > MOST_TIMES || hi < 1.0 / MOST_TIMES => {
                wrong("give ratios between 0.000001 and 1000000")
            }
            Self::ExactRatio(_, _, r) if r > 0.0 && !(1.0 / MOST_TIMES..=MOST_TIMES).contains(&r) => {
                wrong("give a ratio from 0.000001 to 1000000")
            }
            Self::ExactRatio(_, _, r) if !(r > 0.0 && r.is_finite()) => wrong("give a ratio above 0"),
            Self::Weight(_, lo, hi) if !((0.0..=1.0).contains(&lo) && (0.0..=1.0).contains(&hi)) => {
                wrong("give weights from 0 to 1")
            }
            Self::Weight(_, lo, hi) if lo > hi => wrong("the lower weight comes first"),
            _ => Ok(()),
        }
    }
}

/// Every weight set of `n` outcomes that satisfies the statements; the point is its centroid (the caller's draws
/// give it when the set has too many sides for exact volumes, and the middle of the extremes stands in here).
///
/// # Errors
/// A statement that means nothing, or [`ValuesError::Contradiction`] with the smallest contradictory pair or cycle.
pub fn statements(n: usize, said: &[Statement]) -> Result<Elicited, ValuesError> {
    let found = worked_out(
        n,
        said,
        |allowed| allowed.shaping(MOST_SIMPLICES),
        &mut Budget::endless(),
    );
    found.map(|(elicited, _)| elicited)
}

/// The same with a budget, and whether the point is the centroid: where that takes more steps, the middle of the extremes stands in.
pub(crate) fn statements_within(
    n: usize,
    said: &[Statement],
    budget: &mut Budget,
) -> Result<(Elicited, bool), ValuesError> {
    worked_out(
        n,
        said,
        |allowed| allowed.shaping(MOST_SIMPLICES).in_pieces(),
        budget,
    )
}

fn worked_out(
    n: usize,
    said: &[Statement],
    shaping: fn(&Allowed) -> Shaping,
    budget: &mut Budget,
) -> Result<(Elicited, bool), ValuesError> {
    if n == 0 {
        return Err(ValuesError::NoOutcomes);
    }
    for (at, s) in said.iter().enumerate() {
        s.check(n, at)?;
    }
    let rows: Vec<Constraint> = said.iter().flat_map(|s| s.rows(n, |i| i)).collect();
    let allowed = Allowed::rows(n, rows.clone());
    let mut shaping = shaping(&allowed);
    if !shaping.go(budget) {
        shaping.give_up();
    }
    let shape = shaping.take();
    let found = match &shape {
        None => None,
        Some(Shape::Rows(_)) => Allowed::extremes_by_lp(n, &rows).map(|(_, max, middle)| (max, middle)),
        Some(shape) => shape.extent().map(|extent| (extent.max, extent.mean)),
    };
    let Some((_, point)) = found.filter(|(max, _)| positive(max, said)) else {
        return Err(ValuesError::Contradiction(smallest_contradiction(n, said)));
    };
    let exact = !matches!(shape, Some(Shape::Rows(_)));
    let allowed = match shape {
        Some(Shape::Point(w)) => Allowed::point(w),
        _ => allowed,
    };
    let elicited = Elicited {
        point,
        allowed,
        consistency: None,
    };
    Ok((elicited, exact))
}

/// A ratio of two weights that can both only be 0 is a contradiction, not an answer.
fn positive(max: &[f64], said: &[Statement]) -> bool {
    let some = |at: usize| max.get(at).is_some_and(|x| *x > 1e-9);
    said.iter().all(|s| match *s {
        Statement::Ratio(_, b, 0.0, _) => some(b),
        Statement::Ratio(a, b, ..) | Statement::ExactRatio(a, b, _) => some(a) && some(b),
        _ => true,
    })
}

/// The same for sets with too many sides for corners: only the weights that a ratio names are asked about.
fn positive_by_lp(n: usize, rows: &[Constraint], said: &[Statement]) -> bool {
    let Some(mut programme) = Allowed::programme(n, rows) else {
        return false;
    };
    let mut named = vec![false; n];
    for (a, b) in said.iter().map(Statement::outcomes) {
        for at in b.into_iter().flat_map(|b| [a, b]) {
            if let Some(slot) = named.get_mut(at) {
                *slot = true;
            }
        }
    }
    let largest = |(at, named): (usize, &bool)| {
        if !named {
            return Some(0.0);
        }
        let objective: Vec<f64> = (0..n).map(|k| f64::from(u8::from(k == at))).collect();
        programme.maximise(&objective).map(|(most, _)| most)
    };
    let max: Option<Vec<f64>> = named.iter().enumerate().map(largest).collect();
    max.is_some_and(|max| positive(&max, said))
}

/// Sets of statements that are tried for the smallest contradiction before they are found one at a time.
const MOST_TRIED: u32 = 5_000;

/// The fewest statements that already contradict each other: every pair, triple and so on while that is quick,
/// then by dropping statements one at a time. Both end in a set from which none can be left out.
fn smallest_contradiction(n: usize, said: &[Statement]) -> Vec<usize> {
    let comparisons: Vec<usize> = said
        .iter()
        .enumerate()
        .filter(|(_, s)| !matches!(s, Statement::Weight(..)))
        .map(|(i, _)| i)
        .collect();
    let everything: Vec<usize> = (0..said.len()).collect();
    let mut tried = 0u32;
    for size in 1..=said.len().min(5) {
        // A cycle of comparisons says more than one that leans on the bounds of a weight.
        for from in [&comparisons, &everything] {
            let mut chosen: Vec<usize> = (0..size).collect();
            while size <= from.len() && tried < MOST_TRIED {
                tried += 1;
                let places: Vec<usize> = chosen.iter().filter_map(|&i| from.get(i).copied()).collect();
                let part: Vec<Statement> = places.iter().filter_map(|&i| said.get(i).copied()).collect();
                if !agree(n, &part) {
                    return places;
                }
                if !advance(&mut chosen, from.len()) {
                    break;
                }
            }
        }
    }
    let mut kept: Vec<usize> = (0..said.len()).collect();
    for at in 0..said.len() {
        let without: Vec<usize> = kept.iter().copied().filter(|&i| i != at).collect();
        let part: Vec<Statement> = without.iter().filter_map(|&i| said.get(i).copied()).collect();
        if !agree(n, &part) {
            kept = without;
        }
    }
    kept
}

/// The next combination in order; `false` after the last.
fn advance(chosen: &mut [usize], of: usize) -> bool {
    let size = chosen.len();
    for i in (0..size).rev() {
        if let Some(&c) = chosen.get(i)
            && c + size - i < of
        {
            for (k, slot) in chosen.iter_mut().skip(i).enumerate() {
                *slot = c + 1 + k;
            }
            return true;
        }
    }
    false
}

/// Whether some weights satisfy the statements. Only the outcomes they name matter, and one more for the rest.
fn agree(n: usize, part: &[Statement]) -> bool {
    let mut named: Vec<usize> = part
        .iter()
        .flat_map(|s| [Some(s.outcomes().0), s.outcomes().1])
        .flatten()
        .collect();
    named.sort_unstable();
    named.dedup();
    let place = |i: usize| named.iter().position(|&x| x == i).unwrap_or(usize::MAX);
    let small = if named.len() < n { named.len() + 1 } else { n };
    let rows: Vec<Constraint> = part.iter().flat_map(|s| s.rows(small, place)).collect();
    let renumbered: Vec<Statement> = part
        .iter()
        .map(|s| match *s {
            Statement::AtLeast(a, b) => Statement::AtLeast(place(a), place(b)),
            Statement::Ratio(a, b, lo, hi) => Statement::Ratio(place(a), place(b), lo, hi),
            Statement::ExactRatio(a, b, r) => Statement::ExactRatio(place(a), place(b), r),
            Statement::Weight(a, lo, hi) => Statement::Weight(place(a), lo, hi),
        })
        .collect();
    if small > 8 {
        return positive_by_lp(small, &rows, &renumbered);
    }
    let Some(mut polytope) = Polytope::simplex(small) else {
        return true;
    };
    for row in &rows {
        match polytope.cut(&row.coefficients, row.equal) {
            Ok(true) => {}
            Ok(false) => return false,
            Err(_) => return positive_by_lp(small, &rows, &renumbered),
        }
    }
    let max = polytope.vertices.iter().fold(vec![0.0f64; small], |m, v| {
        m.iter().zip(&v.w).map(|(a, b)| a.max(*b)).collect()
    });
    positive(&max, &renumbered)
}
