//! Hit-and-run: a random walk inside a convex set, for sets with too many outcomes or sides to cut into simplices.
//!
//! From a point inside, a direction is drawn at random and the next point evenly on the chord through the set in that
//! direction (Smith 1984). Directions are shaped by the spread of a first walk, so that long thin sets are crossed as
//! quickly as round ones, and only one step in three times the squared dimension is kept, which leaves next to no correlation.
#![expect(
    clippy::indexing_slicing,
    reason = "dense kernels: every index is bounded by the dimensions fixed at the start of the walk"
)]

use weighup_kernel::{Stream, fraction, normal_pair};

use super::weights::Walk;
use crate::values::geometry::null_space;
use crate::values::{Allowed, Row, ValuesError};

/// Draws `draws` weight sets that satisfy every row.
pub(crate) fn walk(n: usize, rows: &[Row], draws: u64, seed: u64) -> Result<Walk, ValuesError> {
    if n + rows.len() > MOST_PLANES {
        return Err(ValuesError::Numeric);
    }
    let (min, max, middle) = Allowed::extremes_by_lp(n, rows).ok_or(ValuesError::Numeric)?;
    // Equalities, stated or implied (a weight that can only have one value; a row that is never slack).
    let mut flat: Vec<Vec<f64>> = vec![vec![1.0; n]];
    for r in rows {
        let slack: f64 = r.coefficients.iter().zip(&middle).map(|(a, b)| a * b).sum();
        if r.equal || slack.abs() < 1e-10 {
            flat.push(r.coefficients.clone());
        }
    }
    for (j, (lo, hi)) in min.iter().zip(&max).enumerate() {
        if hi - lo < 1e-12 {
            flat.push((0..n).map(|i| f64::from(u8::from(i == j))).collect());
        }
    }
    let basis = null_space(&flat, n);
    let d = basis.len();
    let mut out = Walk::new(n, draws);
    if d == 0 {
        for _ in 0..draws {
            out.push(&middle);
        }
        return Ok(out);
    }
    // The weights themselves come first: how far a point is inside `w_j >= 0` is `w_j`.
    let mut planes: Vec<Vec<f64>> = (0..n)
        .map(|j| (0..n).map(|i| f64::from(u8::from(i == j))).collect())
        .collect();
    planes.extend(rows.iter().filter(|r| !r.equal).map(|r| r.coefficients.clone()));
    let mut walker = Walker {
        random: Stream::new(seed, 0x4000_0000),
        counter: 0,
        inside: Vec::new(),
    };
    walker.start(&planes, &middle);
    // First walk, along the axes of the set's own plane: how wide the set is in each direction.
    let axes = speeds(&planes, &basis);
    let pilot: Vec<Vec<f64>> = (0..200 * d)
        .map(|_| {
            for _ in 0..d {
                walker.step(&axes);
            }
            walker.inside[..n].to_vec()
        })
        .collect();
    let ways = speeds(&planes, &shaped(&basis, &pilot));
    for _ in 0..draws {
        for _ in 0..KEEP * d * d + d {
            walker.step(&ways);
        }
        let sum: f64 = walker.inside[..n].iter().sum();
        let w: Vec<f64> = walker.inside[..n].iter().map(|x| (x / sum).max(0.0)).collect();
        // Starting again from the point itself keeps rounding from adding up.
        walker.start(&planes, &w);
        out.push(&w);
    }
    Ok(out)
}

/// One step in this many times the squared dimension is kept: the correlation of neighbours is then below 0.05 even in
/// a simplex, where walking is slowest.
const KEEP: usize = 3;

/// How fast each plane is approached along each direction: one row a direction.
fn speeds(planes: &[Vec<f64>], directions: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let dot = |p: &Vec<f64>, d: &Vec<f64>| p.iter().zip(d).map(|(a, b)| a * b).sum();
    directions
        .iter()
        .map(|d| planes.iter().map(|p| dot(p, d)).collect())
        .collect()
}

struct Walker {
    random: Stream,
    counter: u64,
    /// How far the point is inside each plane; the weights first.
    inside: Vec<f64>,
}

impl Walker {
    fn start(&mut self, planes: &[Vec<f64>], at: &[f64]) {
        self.inside.clear();
        self.inside.extend(
            planes
                .iter()
                .map(|p| p.iter().zip(at).map(|(a, b)| a * b).sum::<f64>().max(0.0)),
        );
    }

    /// One step along a random mixture of directions, each given by its speed towards every plane.
    fn step(&mut self, ways: &[Vec<f64>]) {
        let mut speed = [0.0; MOST_PLANES];
        let speed = &mut speed[..self.inside.len().min(MOST_PLANES)];
        for pair in ways.chunks(2) {
            let [a, b, ..] = self.next();
            let (x, y) = normal_pair(a, b);
            for (way, z) in pair.iter().zip([x, y]) {
                for (s, c) in speed.iter_mut().zip(way) {
                    *s += z * c;
                }
            }
        }
        let (mut back, mut forth) = (f64::NEG_INFINITY, f64::INFINITY);
        for (here, s) in self.inside.iter().zip(&*speed) {
            if *s > 1e-14 {
                back = back.max(-here / s);
            } else if *s < -1e-14 {
                forth = forth.min(-here / s);
            }
        }
        let [a, ..] = self.next();
        if back.is_finite() && forth.is_finite() && forth > back {
            let t = back + (forth - back) * fraction(a);
            for (x, s) in self.inside.iter_mut().zip(&*speed) {
                *x = (*x + t * s).max(0.0);
            }
        }
    }

    fn next(&mut self) -> [u32; 4] {
        self.counter += 1;
        self.random.four(self.counter)
    }
}

/// Planes a walk can keep to: outcomes and rows.
const MOST_PLANES: usize = 1024;

/// Directions whose random mixtures have the covariance of the pilot points: the basis times its Cholesky factor.
fn shaped(basis: &[Vec<f64>], points: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let d = basis.len();
    let coordinates: Vec<Vec<f64>> = points
        .iter()
        .map(|p| {
            basis
                .iter()
                .map(|b| b.iter().zip(p).map(|(x, y)| x * y).sum())
                .collect()
        })
        .collect();
    let count = coordinates.len() as f64;
    let mean: Vec<f64> = (0..d)
        .map(|i| coordinates.iter().map(|c: &Vec<f64>| c[i]).sum::<f64>() / count)
        .collect();
    let covariance: Vec<Vec<f64>> = (0..d)
        .map(|i| {
            (0..d)
                .map(|j| {
                    coordinates
                        .iter()
                        .map(|c| (c[i] - mean[i]) * (c[j] - mean[j]))
                        .sum::<f64>()
                        / count
                })
                .collect()
        })
        .collect();
    let Ok(l) = crate::fit::uncertain::factor(&covariance) else {
        return basis.to_vec();
    };
    if (0..d).any(|i| l[i][i] <= 0.0) {
        return basis.to_vec();
    }
    let n = basis.first().map_or(0, Vec::len);
    (0..d)
        .map(|c| {
            let mut way = vec![0.0; n];
            for (r, b) in basis.iter().enumerate() {
                for (w, x) in way.iter_mut().zip(b) {
                    *w += l[r][c] * x;
                }
            }
            way
        })
        .collect()
}
