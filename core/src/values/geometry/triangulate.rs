//! Cutting a polytope into simplices by pulling corners: pick a corner, and join it to the simplices of every side
//! it does not lie on (Büeler, Enge and Fukuda 2000, "Exact volume computation for polytopes", section 3).
#![expect(
    clippy::indexing_slicing,
    reason = "dense kernels: every index is bounded by the number of corners of the polytope at hand"
)]

use super::linear::determinant;
use super::polytope::Polytope;

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
    let size = frame.len() + 1;
    let all: Vec<u16> = (0..u16::try_from(polytope.vertices.len()).ok()?).collect();
    let mut out = Simplices {
        size,
        corners: Vec::new(),
        volumes: Vec::new(),
        total: 0.0,
    };
    if size == 1 {
        out.corners.push(0);
        out.volumes.push(1.0);
        out.total = 1.0;
        return Some(out);
    }
    let mut pulled = Vec::with_capacity(size);
    pull(polytope, &all, size, &mut pulled, &mut out.corners, most * size)?;
    let k = frame.len();
    let mut m = vec![0.0; k * k];
    for simplex in out.corners.chunks_exact(size) {
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
    }
    Some(out)
}

/// Adds the simplices of `face`, whose simplices have `size` corners, each joined to the corners `pulled` so far.
fn pull(
    polytope: &Polytope,
    face: &[u16],
    size: usize,
    pulled: &mut Vec<u16>,
    out: &mut Vec<u16>,
    most: usize,
) -> Option<()> {
    // Corners so near each other that they were taken for one point stand as one.
    let face = if size == 1 { &face[..1] } else { face };
    if face.len() <= size {
        if face.len() == size {
            out.extend_from_slice(pulled);
            out.extend_from_slice(face);
        }
        return (out.len() <= most).then_some(());
    }
    let on = |v: u16| polytope.vertices[usize::from(v)].on;
    let common = face.iter().fold(u128::MAX, |m, &v| m & on(v));
    let any = face.iter().fold(0u128, |m, &v| m | on(v));
    let apex = face[0];
    // Every side of the face is its meeting with some plane; the largest such meetings are the sides.
    let mut sides: Vec<(u128, Vec<u16>)> = Vec::new();
    let mut left = any & !common;
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
    pulled.push(apex);
    for (_, side) in sides.iter().filter(|(_, s)| s.first() != Some(&apex)) {
        pull(polytope, side, size - 1, pulled, out, most)?;
    }
    pulled.pop();
    Some(())
}
