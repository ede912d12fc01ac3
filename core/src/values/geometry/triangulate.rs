//! Cutting a polytope into simplices by pulling corners: pick a corner, and join it to the simplices of every side
//! it does not lie on (Büeler, Enge and Fukuda 2000, "Exact volume computation for polytopes", section 3).
#![expect(
    clippy::indexing_slicing,
    reason = "dense kernels: every index is bounded by the number of corners of the polytope at hand"
)]

use super::linear::determinant;
use super::polytope::Polytope;
use crate::values::Budget;

/// How many times as long a step takes here as one of a draw: corners lie scattered in memory, and every face is a list of its own.
const SLOW: u64 = 32;

/// A polytope as simplices: corners by index, `size` to a simplex, and each one's share of the volume.
#[derive(Clone, Debug)]
pub(crate) struct Simplices {
    /// Corners of a simplex: its dimension plus one.
    pub(crate) size: usize,
    /// Corner indices, `size` to a simplex.
    pub(crate) corners: Vec<u16>,
    /// Volume of each simplex, times the factorial of the dimension, in the polytope's own frame.
    pub(crate) volumes: Vec<f64>,
    /// The sum of these volumes.
    pub(crate) total: f64,
}

impl Simplices {
    /// The centre of gravity.
    pub(crate) fn centroid(&self, polytope: &Polytope) -> Vec<f64> {
        let n = polytope.vertices.first().map_or(0, |v| v.w.len());
        let mut sum = vec![0.0; n];
        for (simplex, volume) in self.corners.chunks_exact(self.size).zip(&self.volumes) {
            for &c in simplex {
                for (s, x) in sum.iter_mut().zip(&polytope.vertices[usize::from(c)].w) {
                    *s += volume * x;
                }
            }
        }
        let scale = self.total * self.size as f64;
        for s in &mut sum {
            *s /= scale;
        }
        sum
    }
}

/// Triangulates, or gives up (`None`) above `most` simplices. `frame` is the polytope's own
/// [`frame`](Polytope::frame), or that of a larger polytope of the same dimension, so that volumes compare.
pub(crate) fn triangulate(polytope: &Polytope, frame: &[usize], most: usize) -> Option<Simplices> {
    let mut work = Triangulation::new(polytope, frame, most)?;
    while !work.go(polytope, frame, &mut Budget::endless())? {}
    Some(work.finish())
}

/// A triangulation under way. Polytope and frame are handed over with every call, and are always the same.
#[derive(Clone, Debug)]
pub(crate) struct Triangulation {
    most: usize,
    /// Faces still to be cut up: how many corners were pulled before it, the face, and how many corners its simplices have.
    faces: Vec<(usize, Vec<u16>, usize)>,
    /// The corners that the face at hand is joined to.
    pulled: Vec<u16>,
    out: Simplices,
}

impl Triangulation {
    /// Begins with the whole polytope. `None` when it has too many corners to number.
    pub(crate) fn new(polytope: &Polytope, frame: &[usize], most: usize) -> Option<Self> {
        let size = frame.len() + 1;
        let all: Vec<u16> = (0..u16::try_from(polytope.vertices.len()).ok()?).collect();
        let mut out = Simplices {
            size,
            corners: Vec::new(),
            volumes: Vec::new(),
            total: 0.0,
        };
        let mut faces = Vec::new();
        if size == 1 {
            out.corners.push(0);
            out.volumes.push(1.0);
            out.total = 1.0;
        } else {
            faces.push((0, all, size));
        }
        Some(Self {
            most,
            faces,
            pulled: Vec::with_capacity(size),
            out,
        })
    }

    /// Cuts on until all is done (`true`) or the budget is spent; gives up (`None`) above the most simplices.
    pub(crate) fn go(&mut self, polytope: &Polytope, frame: &[usize], budget: &mut Budget) -> Option<bool> {
        while !budget.is_spent() {
            if let Some((depth, face, size)) = self.faces.pop() {
                self.pulled.truncate(depth);
                budget.take(SLOW * self.cut(polytope, &face, size)?);
            } else if !self.measure(polytope, frame, budget) {
                return Some(true);
            }
        }
        Some(false)
    }

    /// The volume of all simplices so far.
    pub(crate) fn total(&self) -> f64 {
        self.out.total
    }

    /// The simplices.
    pub(crate) fn finish(self) -> Simplices {
        self.out
    }

    /// Joins a face to the corners pulled so far where it is a simplex, or pulls a corner of it and sets its sides aside. Says how
    /// many steps that took.
    fn cut(&mut self, polytope: &Polytope, face: &[u16], size: usize) -> Option<u64> {
        // Corners so near each other that they were taken for one point stand as one.
        let face = if size == 1 { &face[..1] } else { face };
        if face.len() <= size {
            if face.len() == size {
                self.out.corners.extend_from_slice(&self.pulled);
                self.out.corners.extend_from_slice(face);
            }
            let most = self.most * self.out.size;
            return (self.out.corners.len() <= most).then_some(self.out.size as u64);
        }
        let on = |v: u16| polytope.vertices[usize::from(v)].on;
        let common = face.iter().fold(u128::MAX, |m, &v| m & on(v));
        let any = face.iter().fold(0u128, |m, &v| m | on(v));
        let apex = face[0];
        // Every side of the face is its meeting with some plane; the largest such meetings are the sides.
        let mut sides: Vec<(u128, Vec<u16>)> = Vec::new();
        let mut left = any & !common;
        let steps = u64::from(left.count_ones()) * face.len() as u64;
        while left != 0 {
            let bit = left & left.wrapping_neg();
            left &= !bit;
            let part: Vec<u16> = face.iter().copied().filter(|&v| on(v) & bit != 0).collect();
            let mask = part.iter().fold(u128::MAX, |m, &v| m & on(v));
            if sides.iter().any(|(m, _)| mask & m == *m) {
                continue;
            }
            sides.retain(|(m, _)| m & mask != mask);
            sides.push((mask, part));
        }
        self.pulled.push(apex);
        let depth = self.pulled.len();
        // The last one set aside is the next one taken up.
        let sides = sides.into_iter().rev().filter(|(_, s)| s.first() != Some(&apex));
        self.faces.extend(sides.map(|(_, side)| (depth, side, size - 1)));
        Some(steps)
    }

    /// Measures the next simplex; `false` when there is none left.
    fn measure(&mut self, polytope: &Polytope, frame: &[usize], budget: &mut Budget) -> bool {
        let out = &mut self.out;
        let Some(simplex) = out.corners.chunks_exact(out.size).nth(out.volumes.len()) else {
            return false;
        };
        let k = frame.len();
        let mut m = vec![0.0; k * k];
        let base = &polytope.vertices[usize::from(simplex[0])].w;
        for (r, &c) in simplex[1..].iter().enumerate() {
            let w = &polytope.vertices[usize::from(c)].w;
            for (j, &f) in frame.iter().enumerate() {
                m[r * k + j] = w[f] - base[f];
            }
        }
        let volume = determinant(&mut m, k).abs();
        out.volumes.push(volume);
        out.total += volume;
        budget.take(SLOW * (k * k * k) as u64);
        true
    }
}
