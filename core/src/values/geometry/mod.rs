//! The geometry of weight sets: polytopes inside the weight simplex, their corners, volumes and a small linear
//! programme solver. Everything is dense and small (a decision has at most a dozen or so outcomes).

mod linear;
mod lp;
mod polytope;
mod triangulate;

pub(crate) use linear::null_space;
pub(crate) use lp::{Bound, Programme, maximise};
pub(crate) use polytope::{Polytope, Side};
pub(crate) use triangulate::{Simplices, Triangulation, triangulate};

/// Distances below this count as "on the plane". Rows are scaled so that their largest coefficient is 1.
pub(crate) const EPS: f64 = 1e-11;
