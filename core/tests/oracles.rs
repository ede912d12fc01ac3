//! The engine against answers found in other ways: exact fractions, closed forms, and trying everything.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::needless_range_loop,
    reason = "a test: failing is how it reports"
)]

use proptest::prelude::*;
use weighup_core::compute::{Criterion, DecisionProblem, Fit, Performance, Performances, Weights, compute};
use weighup_core::fit::How;
use weighup_core::values::{BestWorst, Consistency, best_worst, pairwise};

/// An exact fraction in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Ratio(i128, i128);

impl Ratio {
    fn new(a: i128, b: i128) -> Self {
        let (mut x, mut y) = (a.abs(), b.abs());
        while y != 0 {
            (x, y) = (y, x % y);
        }
        let g = x.max(1) * b.signum();
        Self(a / g, b / g)
    }
    fn plus(self, o: Self) -> Self {
        Self::new(self.0 * o.1 + o.0 * self.1, self.1 * o.1)
    }
    fn times(self, o: Self) -> Self {
        // Across first, so that products stay small.
        let (p, q) = (Self::new(self.0, o.1), Self::new(o.0, self.1));
        Self::new(p.0 * q.0, p.1 * q.1)
    }
    fn minus(self, o: Self) -> Self {
        self.plus(Self(-o.0, o.1))
    }
    fn over(self, o: Self) -> Self {
        self.times(Self::new(o.1, o.0))
    }
    fn float(self) -> f64 {
        self.0 as f64 / self.1 as f64
    }
}

const WHOLE: fn(i64) -> Ratio = |x| Ratio(x as i128, 1);
const NAMES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

/// A table of whole-numbered figures from 0 to 100; more is better.
fn fit(table: &[Vec<i64>]) -> Fit {
    let n = table[0].len();
    let cells = (0..n).map(|j| {
        let column = table
            .iter()
            .zip(NAMES)
            .map(|(row, o)| (o, Performance::Number(row[j] as f64)));
        (NAMES[j], Performances::apart(column))
    });
    let outcomes = NAMES[..n].iter().map(|id| Criterion::higher(*id, 0.0, 100.0));
    let options = NAMES[..table.len()].iter().copied();
    compute(&DecisionProblem::new(outcomes, options, cells, Weights::Any))
        .unwrap()
        .fit
        .unwrap()
}

/// The share of the weight simplex with `d · w > 0`, for `d` all different and none 0: a sum over corners on the
/// positive side (Varsi 1973; Ali 1973).
fn share_above(d: &[i64]) -> Ratio {
    let mut sum = Ratio(0, 1);
    for (j, dj) in d.iter().enumerate().filter(|(_, x)| **x > 0) {
        let mut term = Ratio(1, 1);
        for (k, dk) in d.iter().enumerate() {
            if k != j {
                term = term.times(Ratio::new(i128::from(*dj), i128::from(dj - dk)));
            }
        }
        sum = sum.plus(term);
    }
    sum
}

type Point = [Ratio; 3];

/// The part of a convex polygon of weights where `d · w >= 0`.
fn cut(polygon: &[Point], d: [i64; 3]) -> Vec<Point> {
    let side = |w: &Point| (0..3).fold(Ratio(0, 1), |s, j| s.plus(WHOLE(d[j]).times(w[j])));
    let mut out = Vec::new();
    for (i, p) in polygon.iter().enumerate() {
        let q = &polygon[(i + 1) % polygon.len()];
        let (sp, sq) = (side(p), side(q));
        if sp.0 >= 0 {
            out.push(*p);
        }
        if (sp.0 > 0 && sq.0 < 0) || (sp.0 < 0 && sq.0 > 0) {
            let t = sp.over(sp.minus(sq));
            out.push(std::array::from_fn(|j| p[j].plus(t.times(q[j].minus(p[j])))));
        }
    }
    out
}

/// Twice the area in the first two weights, and the centre of gravity times it.
fn measure(polygon: &[Point]) -> (Ratio, Point) {
    let (mut area, mut centre) = (Ratio(0, 1), [Ratio(0, 1); 3]);
    for i in 1..polygon.len().saturating_sub(1) {
        let (a, b, c) = (polygon[0], polygon[i], polygon[i + 1]);
        let cross = (b[0].minus(a[0])).times(c[1].minus(a[1]));
        let size = cross.minus((b[1].minus(a[1])).times(c[0].minus(a[0])));
        let size = Ratio(size.0.abs(), size.1);
        area = area.plus(size);
        for (j, x) in centre.iter_mut().enumerate() {
            let mean = a[j].plus(b[j]).plus(c[j]).over(Ratio(3, 1));
            *x = x.plus(size.times(mean));
        }
    }
    (area, centre)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Pairwise shares for up to six outcomes, by exact fractions.
    #[test]
    fn pairs(a in prop::collection::vec(0i64..30, 6), b in prop::collection::vec(0i64..30, 6), n in 2usize..=6) {
        let d: Vec<i64> = a.iter().zip(&b).map(|(x, y)| x - y).take(n).collect();
        let mut seen = d.clone();
        seen.sort_unstable();
        seen.dedup();
        prop_assume!(seen.len() == n && !seen.contains(&0));
        let f = fit(&[a[..n].to_vec(), b[..n].to_vec()]);
        prop_assert_eq!(f.how, How::Exact);
        prop_assert!((f.pairwise["a"]["b"] - share_above(&d).float()).abs() < 1e-12);
    }

    /// Everything about three outcomes, by polygons of exact fractions.
    #[test]
    fn triangles(table in prop::collection::vec(prop::collection::vec(0i64..=20, 3), 2..=4)) {
        let table: Vec<Vec<i64>> = table;
        let f = fit(&table);
        let one = |i: usize| -> Point { std::array::from_fn(|j| WHOLE(i64::from(i == j))) };
        let orders = permutations(table.len());
        let (mut places, mut centres) = (vec![vec![0.0; table.len()]; table.len()], vec![[0.0; 3]; table.len()]);
        let mut entropy = 0.0;
        for order in &orders {
            let mut polygon = vec![one(0), one(1), one(2)];
            for pair in order.windows(2) {
                let d = std::array::from_fn(|j| table[pair[0]][j] - table[pair[1]][j]);
                prop_assume!(d != [0, 0, 0]);
                polygon = cut(&polygon, d);
            }
            let (area, centre) = measure(&polygon);
            let area = area.float();
            if area > 0.0 {
                entropy -= area * area.log2();
                for (place, option) in order.iter().enumerate() {
                    places[*option][place] += area;
                }
                for (c, x) in centres[order[0]].iter_mut().zip(centre) {
                    *c += x.float();
                }
            }
        }
        prop_assert!((f.entropy - entropy).abs() < 1e-9, "{} {}", f.entropy, entropy);
        for (o, (places, centre)) in places.iter().zip(&centres).enumerate() {
            let name = NAMES[o];
            for (got, want) in f.rank_acceptability[name].iter().zip(places) {
                prop_assert!((got - want).abs() < 1e-11, "{}: {} {}", name, got, want);
            }
            match &f.central_weights[name] {
                None => prop_assert!(places[0] < 1e-11),
                Some(w) => for (j, c) in centre.iter().enumerate() {
                    prop_assert!((w[NAMES[j]] - c / places[0]).abs() < 1e-9 / places[0].max(1e-6));
                },
            }
        }
    }

    /// The eigenvector by squaring the matrix over and over, and lambda by the largest root's own definition.
    #[test]
    fn eigenvectors(upper in prop::collection::vec(1i32..=9, 15), turned in prop::collection::vec(any::<bool>(), 15), n in 2usize..=6) {
        let mut matrix = vec![vec![1.0; n]; n];
        let mut next = upper.iter().zip(turned);
        for i in 0..n {
            for j in i + 1..n {
                let (x, turn) = next.next().unwrap();
                let x = if turn { 1.0 / f64::from(*x) } else { f64::from(*x) };
                (matrix[i][j], matrix[j][i]) = (x, 1.0 / x);
            }
        }
        let mut power = matrix.clone();
        for _ in 0..12 {
            let times = |i: usize, j: usize| (0..n).map(|k| power[i][k] * power[k][j]).sum::<f64>();
            let square: Vec<Vec<f64>> = (0..n).map(|i| (0..n).map(|j| times(i, j)).collect()).collect();
            let top = square.iter().flatten().fold(0.0f64, |m, x| m.max(*x));
            power = square.iter().map(|r| r.iter().map(|x| x / top).collect()).collect();
        }
        let sums: Vec<f64> = power.iter().map(|r| r.iter().sum()).collect();
        let total: f64 = sums.iter().sum();
        let found = pairwise(&matrix).unwrap();
        for (got, want) in found.point.iter().zip(&sums) {
            prop_assert!((got - want / total).abs() < 1e-12, "{} {}", got, want / total);
        }
        let Some(Consistency::Pairwise { lambda_max, .. }) = found.consistency else { unreachable!() };
        let rayleigh: f64 = (0..n).map(|j| matrix[0][j] * sums[j]).sum::<f64>() / sums[0];
        prop_assert!((lambda_max - rayleigh).abs() < 1e-9);
    }

    /// Best-worst for three and four outcomes: the smallest misfit of all corners of the linear programme.
    #[test]
    fn best_worst_corners(a in 2i32..=9, mid in prop::collection::vec((1i32..=9, 1i32..=9), 1..=2)) {
        let n = mid.len() + 2;
        let a = f64::from(a);
        let held = |x: i32| f64::from(x).min(a);
        let to: Vec<f64> = std::iter::once(1.0).chain(mid.iter().map(|(x, _)| held(*x))).chain([a]).collect();
        let from: Vec<f64> = std::iter::once(a).chain(mid.iter().map(|(_, x)| held(*x))).chain([1.0]).collect();
        // Unknown: the weights and xi. Rows `r · x <= 0`, at `sum w = 1`.
        let mut rows: Vec<Vec<f64>> = Vec::new();
        let mut row = |terms: &[(usize, f64)]| for sign in [1.0, -1.0] {
            let mut r = vec![0.0; n + 1];
            for (at, c) in terms { r[*at] += sign * c; }
            r[n] = -1.0;
            rows.push(r);
        };
        for j in 1..n { row(&[(0, 1.0), (j, -to[j])]); }
        for j in 1..n - 1 { row(&[(j, 1.0), (n - 1, -from[j])]); }
        for j in 0..n { let mut r = vec![0.0; n + 1]; r[j] = -1.0; rows.push(r); }
        let mut least = f64::INFINITY;
        let mut chosen: Vec<usize> = (0..n).collect();
        loop {
            let mut system: Vec<Vec<f64>> = chosen.iter().map(|i| { let mut r = rows[*i].clone(); r.push(0.0); r }).collect();
            let mut sum = vec![1.0; n]; sum.extend([0.0, 1.0]);
            system.push(sum);
            if let Some(x) = solve(system)
                && rows.iter().all(|r| r.iter().zip(&x).map(|(a, b)| a * b).sum::<f64>() <= 1e-9) {
                least = least.min(x[n]);
            }
            let Some(at) = (0..n).rev().find(|i| chosen[*i] < rows.len() - n + i) else { break };
            chosen[at] += 1;
            for k in at + 1..n { chosen[k] = chosen[k - 1] + 1; }
        }
        let found = best_worst(&BestWorst { best: 0, worst: n - 1, best_to_others: to.clone(), others_to_worst: from.clone() }).unwrap();
        let Some(Consistency::BestWorst { xi, .. }) = found.consistency else { unreachable!() };
        prop_assert!((xi - least).abs() < 1e-9, "{} {}", xi, least);
        // The weights reach it.
        let w = &found.point;
        for j in 1..n { prop_assert!((w[0] - to[j] * w[j]).abs() <= xi + 1e-9); }
        for j in 0..n - 1 { prop_assert!((w[j] - from[j] * w[n - 1]).abs() <= xi + 1e-9); }
    }
}

fn permutations(n: usize) -> Vec<Vec<usize>> {
    if n == 0 {
        return vec![vec![]];
    }
    let shorter = permutations(n - 1);
    let longer = shorter.iter().flat_map(|p| {
        (0..n).map(move |at| {
            let mut p = p.clone();
            p.insert(at, n - 1);
            p
        })
    });
    longer.collect()
}

/// Gauss and Jordan; `None` when the rows are not independent.
fn solve(mut rows: Vec<Vec<f64>>) -> Option<Vec<f64>> {
    let n = rows.len();
    for c in 0..n {
        let p = (c..n).max_by(|a, b| rows[*a][c].abs().total_cmp(&rows[*b][c].abs()))?;
        rows.swap(c, p);
        let pivot = rows[c].clone();
        if pivot[c].abs() < 1e-12 {
            return None;
        }
        for (r, row) in rows.iter_mut().enumerate().filter(|(r, _)| *r != c) {
            let f = row[c] / pivot[c];
            debug_assert!(r != c);
            for (x, y) in row.iter_mut().zip(&pivot) {
                *x -= f * y;
            }
        }
    }
    Some(rows.iter().enumerate().map(|(i, r)| r[n] / r[i]).collect())
}

/// What is on a limit, where a slip of `<` for `<=` would show.
#[test]
fn limits() {
    use weighup_core::fit::{Outside, PartialValue, PreferenceDirection, ValueError};
    use weighup_core::values::{Allowed, Statement, ValuesError, statements};
    let bent = |cutoffs: &[f64], values: &[f64]| {
        PartialValue::piecewise(
            PreferenceDirection::Lower,
            [0.0, 10.0],
            cutoffs,
            values,
            Outside::Clip,
        )
    };
    assert_eq!(bent(&[5.0, 5.0], &[0.6, 0.5]), Err(ValueError::Cutoff(5.0)));
    assert!(bent(&[0.0, 5.0, 10.0], &[0.9, 0.5, 0.1]).is_ok());
    // Comparisons may be rounded, as 0.33 for a third, but not wrong.
    let rounded = |x: f64| pairwise(&[vec![1.0, 3.0], vec![x, 1.0]]);
    assert!(rounded(0.33).is_ok());
    assert!(matches!(rounded(0.4), Err(ValuesError::Reciprocal { .. })));
    // Bounds that meet are exact.
    let said = [Statement::Ratio(0, 1, 2.0, 2.0), Statement::Weight(2, 0.1, 0.1)];
    let found = statements(3, &said).unwrap();
    for (got, want) in found.point.iter().zip([0.6, 0.3, 0.1]) {
        assert!((got - want).abs() < 1e-12, "{:?}", found.point);
    }
    assert_eq!(found.allowed, Allowed::point(found.point));
}
