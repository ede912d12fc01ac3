//! A set of weights with linear sides: corners and the sides each corner lies on.
//!
//! Every statement about weights is homogeneous on the simplex (`row · w >= 0`, with a bound `w_a >= lo` written
//! as `w_a - lo * sum(w) >= 0`), so a set is the weight simplex cut by planes. Corners are kept by the double
//! description method: cutting keeps the corners on the right side and adds one on each edge the plane crosses.
#![expect(
    clippy::indexing_slicing,
    reason = "dense kernels: every index is bounded by the dimensions fixed when the polytope is built"
)]

use super::EPS;
use super::linear::independent_columns;
use crate::values::Budget;

/// A corner, and a bit for every side it lies on: bits below `n` are `w_j = 0`, the others are cuts in order.
#[derive(Clone, Debug)]
pub(crate) struct Vertex {
    pub(crate) w: Vec<f64>,
    pub(crate) on: u128,
}

/// Where the set lies, seen from a plane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// The whole set is on the positive side.
    Above,
    /// The whole set is on the negative side.
    Below,
    /// The whole set lies in the plane.
    Within,
    /// The plane goes through the set.
    Across,
}

/// A closed convex set of weights, never empty once built through [`Polytope::cut`].
#[derive(Clone, Debug)]
pub(crate) struct Polytope {
    n: usize,
    cuts: u32,
    pub(crate) vertices: Vec<Vertex>,
}

/// Steps that a look at a corner takes: which sides it lies on is a number of 128 bits.
const LOOK: u64 = 4;
/// More corners than this are never worth enumerating: the caller turns to hit-and-run.
const MOST_VERTICES: usize = 1024;

impl Polytope {
    /// All weights of `n` outcomes. `None` above 120 outcomes, where the bits run out.
    pub(crate) fn simplex(n: usize) -> Option<Self> {
        if n == 0 || n > 120 {
            return None;
        }
        let all = (1u128 << n) - 1;
        let vertices = (0..n)
            .map(|i| {
                let mut w = vec![0.0; n];
                w[i] = 1.0;
                Vertex {
                    w,
                    on: all & !(1u128 << i),
                }
            })
            .collect();
        Some(Self { n, cuts: 0, vertices })
    }

    /// A polytope that is the hull of given affinely independent corners (a simplex), each opposite one side.
    pub(crate) fn from_simplex(corners: Vec<Vec<f64>>) -> Option<Self> {
        let n = corners.first()?.len();
        let k = corners.len();
        if n + k > 128 {
            return None;
        }
        let sides = ((1u128 << k) - 1) << n;
        let vertices = corners
            .into_iter()
            .enumerate()
            .map(|(i, w)| Vertex {
                w,
                on: sides & !(1u128 << (n + i)),
            })
            .collect();
        Some(Self {
            n,
            cuts: u32::try_from(k).ok()?,
            vertices,
        })
    }

    /// Which side of `row · w = 0` the set is on.
    pub(crate) fn side(&self, row: &[f64]) -> Side {
        let (mut up, mut down) = (false, false);
        for v in &self.vertices {
            let s = dot(row, &v.w);
            up |= s > EPS;
            down |= s < -EPS;
        }
        match (up, down) {
            (true, true) => Side::Across,
            (true, false) => Side::Above,
            (false, true) => Side::Below,
            (false, false) => Side::Within,
        }
    }

    /// Keeps the part with `row · w >= 0` (`= 0` when `equal`). `Ok(false)` when nothing is left; `Err` when the
    /// set has grown too complex to enumerate.
    pub(crate) fn cut(&mut self, row: &[f64], equal: bool) -> Result<bool, TooComplex> {
        self.cut_within(row, equal, &mut Budget::endless())
    }

    /// The same; `Err` also where it takes more steps than the budget has.
    pub(crate) fn cut_within(
        &mut self,
        row: &[f64],
        equal: bool,
        budget: &mut Budget,
    ) -> Result<bool, TooComplex> {
        let bit_at = self.n as u32 + self.cuts;
        if bit_at >= 128 {
            return Err(TooComplex);
        }
        let scale = row.iter().fold(0.0f64, |m, x| m.max(x.abs()));
        if scale == 0.0 {
            return Ok(true);
        }
        let s: Vec<f64> = self.vertices.iter().map(|v| dot(row, &v.w) / scale).collect();
        let up = s.iter().any(|&x| x > EPS);
        let down = s.iter().any(|&x| x < -EPS);
        let touch = s.iter().any(|&x| x.abs() <= EPS);
        if !(down || touch || equal && up) {
            return Ok(true);
        }
        let bit = 1u128 << bit_at;
        self.cuts += 1;
        let mut kept: Vec<Vertex> = Vec::with_capacity(self.vertices.len() + 8);
        for (v, &x) in self.vertices.iter().zip(&s) {
            if x.abs() <= EPS {
                kept.push(Vertex {
                    w: v.w.clone(),
                    on: v.on | bit,
                });
            } else if x > 0.0 && !equal {
                kept.push(v.clone());
            }
        }
        if up && down {
            for (p, &sp) in self.vertices.iter().zip(&s).filter(|(_, x)| **x > EPS) {
                for (q, &sq) in self.vertices.iter().zip(&s).filter(|(_, x)| **x < -EPS) {
                    let common = p.on & q.on;
                    // An edge lies on as many sides as leave one way to go. That is told at once; whether another corner
                    // lies on all of them too takes a look at each.
                    if budget.is_spent() {
                        return Err(TooComplex);
                    }
                    budget.take(LOOK);
                    if common.count_ones() as usize + 2 < self.n {
                        continue;
                    }
                    let other =
                        |r: &Vertex| (r.on & common) == common && !std::ptr::eq(r, p) && !std::ptr::eq(r, q);
                    let found = self.vertices.iter().position(other);
                    budget.take(LOOK * found.unwrap_or(self.vertices.len()) as u64);
                    if found.is_none() {
                        kept.push(crossing(p, sp, q, sq, common | bit));
                        if kept.len() > MOST_VERTICES {
                            return Err(TooComplex);
                        }
                    }
                }
            }
        }
        self.vertices = kept;
        Ok(!self.vertices.is_empty())
    }

    /// Dimension of the set (0 for a single point) and the coordinates that describe it.
    pub(crate) fn frame(&self) -> Vec<usize> {
        let Some(first) = self.vertices.first() else {
            return Vec::new();
        };
        let rows: Vec<Vec<f64>> = self
            .vertices
            .iter()
            .skip(1)
            .map(|v| v.w.iter().zip(&first.w).map(|(a, b)| a - b).collect())
            .collect();
        independent_columns(&rows, 1e-9)
    }
}

/// The set has too many sides or corners to enumerate.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TooComplex;

fn crossing(p: &Vertex, sp: f64, q: &Vertex, sq: f64, on: u128) -> Vertex {
    let t = sp / (sp - sq);
    let w =
        p.w.iter()
            .zip(&q.w)
            .enumerate()
            .map(|(j, (a, b))| {
                if j < 128 && (on >> j) & 1 == 1 && *a == 0.0 && *b == 0.0 {
                    0.0
                } else {
                    a + t * (b - a)
                }
            })
            .collect();
    Vertex { w, on }
}

pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}
