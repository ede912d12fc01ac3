//! Random walks inside a convex set, for sets with too many outcomes or sides to cut into simplices.
//!
//! From a point inside, the next one is drawn evenly from the chord through the set in some direction (hit-and-run, Smith
//! 1984); the directions are taken in turn, one sweep of them after the other (the Gibbs sampler, Geman and Geman 1984),
//! after they have been shaped by the spread of the walks so far, so that long thin sets are crossed as quickly as round
//! ones. [`LANES`] walks go side by side. Each sweep gives one draw of each walk, and neighbours of one walk are alike: how
//! many independent draws all of them are worth is worked out from how far the walks' means lie apart, and every error that
//! is reported is that of so many.
//!
//! The work is bounded: at most so many steps towards planes, whatever the answers. A set that takes more of them per draw
//! gets fewer draws, and a larger error.
#![expect(
    clippy::indexing_slicing,
    reason = "dense kernels: every index is bounded by the dimensions fixed at the start of the walk"
)]

use weighup_kernel::{LANES, Lanes, Stream, divide, fractions, measure, step};

use super::weights::Walk;
use crate::values::geometry::null_space;
use crate::values::{Allowed, Budget, Constraint, ValuesError};

/// The most planes that a walk can keep to: one per outcome and one per row.
const MOST_PLANES: usize = 1024;
/// How often directions are shaped before the first draw is kept. The spread of the walks grows by a factor each time, so
/// a set that is a thousand times longer than wide is filled after a few.
const SHAPINGS: u64 = 8;
/// Sweeps before each shaping, and once more before the first draw; fewer where each takes very many steps.
const WARM_UP: u64 = 8;
/// Sweeps after which the distances are measured again from the point itself, so that rounding does not add up.
const AFRESH: usize = 16;
/// How many sweeps are walked before each walk gives a draw.
const THIN: u64 = 2;

/// Walks under way.
#[derive(Clone, Debug)]
pub(crate) struct Walking {
    walks: Walks,
    /// Directions without which nothing moves.
    basis: Vec<Vec<f64>>,
    /// How fast each plane is approached along each direction that is walked.
    ways: Vec<Vec<f64>>,
    /// Sweeps before each shaping, and how many were made before the first draw.
    warm_up: u64,
    warmed: u64,
    /// Steps towards planes in one sweep.
    sweep: u64,
    out: Walk,
}

/// Up to `draws` weight sets that satisfy every row: fewer when `work`, the number of steps towards planes over all walks,
/// does not reach that far.
pub(crate) fn walk(
    n: usize,
    rows: &[Constraint],
    draws: u64,
    seed: u64,
    work: u64,
) -> Result<Walking, ValuesError> {
    if n + rows.len() > MOST_PLANES {
        return Err(ValuesError::Numeric);
    }
    let (min, max, middle) = Allowed::extremes_by_lp(n, rows).ok_or(ValuesError::Numeric)?;
    let basis = null_space(&equalities(n, rows, (&min, &max), &middle), n);
    // The weights themselves come first: how far a point is inside `w_j >= 0` is `w_j`.
    let mut planes: Vec<Vec<f64>> = (0..n).map(|j| axis(n, j)).collect();
    planes.extend(rows.iter().filter(|r| !r.equal).map(|r| r.coefficients.clone()));
    let sweep = (basis.len() * planes.len() * LANES) as u64;
    let walks = Walks::new(n, planes, &middle, seed);
    let ways = walks.speeds(&basis);
    if basis.is_empty() {
        let mut out = Walk::new(n, draws);
        for _ in 0..draws {
            out.push(&middle);
        }
        return Ok(Walking {
            walks,
            basis,
            ways,
            warm_up: 0,
            warmed: 0,
            sweep,
            out,
        });
    }
    // Getting under way may take half as much again, and never more.
    let warm_up = (work / (2 * sweep * (SHAPINGS + 1))).clamp(2, WARM_UP);
    let affordable = (work / (sweep * THIN)).max(1) * LANES as u64;
    let mut out = Walk::new(n, draws.min(affordable));
    out.took(sweep * (SHAPINGS + 1) * warm_up + sweep * THIN * out.blocks());
    Ok(Walking {
        walks,
        basis,
        ways,
        warm_up,
        warmed: 0,
        sweep,
        out,
    })
}

impl Walking {
    /// Walks on until there are as many draws as are wanted (`true`) or the budget is spent.
    pub(crate) fn go(&mut self, budget: &mut Budget) -> bool {
        while !self.out.is_whole() {
            if budget.is_spent() {
                return false;
            }
            if self.warmed < self.warm_up * (SHAPINGS + 1) {
                self.warm(budget);
                continue;
            }
            for _ in 0..THIN {
                self.walks.sweep(&self.ways);
            }
            budget.take(self.sweep * THIN);
            self.out.push_block(self.walks.points());
        }
        true
    }

    /// A sweep before the first draw, with a shaping where it is time for one.
    fn warm(&mut self, budget: &mut Budget) {
        self.walks.sweep(&self.ways);
        budget.take(self.sweep);
        self.warmed += 1;
        if self.warmed.is_multiple_of(self.warm_up) && self.warmed <= self.warm_up * SHAPINGS {
            let shaped = shaped(&self.basis, self.walks.points());
            self.ways = self.walks.speeds(&shaped);
        }
    }

    /// All draws.
    pub(crate) fn finish(mut self) -> Walk {
        while !self.go(&mut Budget::endless()) {}
        // Draws of a single point do not resemble each other: they are the same.
        if !self.basis.is_empty() {
            self.out.weigh();
        }
        self.out
    }
}

/// Equalities that hold in the whole set, stated or implied: a weight that can only have one value, a row that is never slack.
fn equalities(n: usize, rows: &[Constraint], (min, max): (&[f64], &[f64]), middle: &[f64]) -> Vec<Vec<f64>> {
    let mut flat: Vec<Vec<f64>> = vec![vec![1.0; n]];
    for r in rows {
        let slack: f64 = r.coefficients.iter().zip(middle).map(|(a, b)| a * b).sum();
        if r.equal || slack.abs() < 1e-10 {
            flat.push(r.coefficients.clone());
        }
    }
    for (j, (lo, hi)) in min.iter().zip(max).enumerate() {
        if hi - lo < 1e-12 {
            flat.push(axis(n, j));
        }
    }
    flat
}

/// The row of numbers that picks one weight out of `n`.
fn axis(n: usize, one: usize) -> Vec<f64> {
    (0..n).map(|i| f64::from(u8::from(i == one))).collect()
}

/// Walks side by side: where each is, as distances from every plane.
#[derive(Clone, Debug)]
struct Walks {
    n: usize,
    planes: Vec<Vec<f64>>,
    /// The weights first.
    inside: Vec<Lanes>,
    random: Stream,
    steps: u64,
    sweeps: usize,
}

impl Walks {
    /// All walks, standing at one point.
    fn new(n: usize, planes: Vec<Vec<f64>>, at: &[f64], seed: u64) -> Self {
        let mut inside = vec![[0.0; LANES]; planes.len()];
        let point: Vec<Lanes> = at.iter().map(|x| [*x; LANES]).collect();
        measure(&mut inside, &planes, &point);
        Self {
            n,
            planes,
            inside,
            random: Stream::new(seed, 0x4000_0000),
            steps: 0,
            sweeps: 0,
        }
    }

    /// How fast each plane is approached along each direction: one row per direction.
    fn speeds(&self, directions: &[Vec<f64>]) -> Vec<Vec<f64>> {
        let dot = |p: &Vec<f64>, d: &Vec<f64>| p.iter().zip(d).map(|(a, b)| a * b).sum();
        directions
            .iter()
            .map(|d| self.planes.iter().map(|p| dot(p, d)).collect())
            .collect()
    }

    /// Takes every walk one step along each direction in turn.
    fn sweep(&mut self, ways: &[Vec<f64>]) {
        let (mut bits, mut shares) = ([0; LANES], [0.0; LANES]);
        for way in ways {
            self.random.block(self.steps, &mut bits);
            self.steps += 1;
            fractions(&bits, &mut shares);
            step(&mut self.inside, way, &shares);
        }
        self.sweeps += 1;
        // The weights of each walk sum to 1 but for rounding.
        let (weights, _) = self.inside.split_at_mut(self.n);
        let mut sum = [0.0; LANES];
        for row in &*weights {
            for (s, x) in sum.iter_mut().zip(row) {
                *s += x;
            }
        }
        for row in weights.iter_mut() {
            divide(row, &sum);
        }
        if self.sweeps.is_multiple_of(AFRESH) {
            let weights = self.points().to_vec();
            measure(&mut self.inside, &self.planes, &weights);
        }
    }

    /// The weights where the walks are.
    fn points(&self) -> &[Lanes] {
        self.inside.get(..self.n).unwrap_or_default()
    }
}

/// Directions in whose coordinates the points are as far spread one way as another: the basis times the Cholesky factor of
/// the points' covariance.
fn shaped(basis: &[Vec<f64>], points: &[Lanes]) -> Vec<Vec<f64>> {
    let d = basis.len();
    let coordinates: Vec<Lanes> = basis
        .iter()
        .map(|b| {
            let mut along = [0.0; LANES];
            for (row, c) in points.iter().zip(b) {
                for (a, x) in along.iter_mut().zip(row) {
                    *a += c * x;
                }
            }
            let mean = along.iter().sum::<f64>() / LANES as f64;
            along.map(|a| a - mean)
        })
        .collect();
    let product = |a: &Lanes, b: &Lanes| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>() / LANES as f64;
    let covariance: Vec<Vec<f64>> = coordinates
        .iter()
        .map(|a| coordinates.iter().map(|b| product(a, b)).collect())
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
