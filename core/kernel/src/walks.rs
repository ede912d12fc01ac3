//! Walks inside a convex set, [`LANES`] of them side by side.
//!
//! Where a walk stands is kept as how far it is inside each plane of the set, one row per plane. All walks take a step
//! along the same direction, each to a point drawn evenly from its own chord through the set.

use crate::LANES;
use crate::Lanes;

/// Speeds slower than this count as going along the plane.
const ALONG: f64 = 1e-14;

/// One step of every walk along a direction that approaches plane `p` at `speeds[p]`; `shares` says how far along its
/// chord each walk goes, from 0 to 1. A walk whose chord has no length stays where it is.
#[inline(never)]
pub fn step(inside: &mut [Lanes], speeds: &[f64], shares: &Lanes) {
    let mut back = [f64::NEG_INFINITY; LANES];
    let mut forth = [f64::INFINITY; LANES];
    for (here, speed) in inside.iter().zip(speeds) {
        let pace = -1.0 / speed;
        if *speed > ALONG {
            for (b, x) in back.iter_mut().zip(here) {
                let t = x * pace;
                *b = if t > *b { t } else { *b };
            }
        } else if *speed < -ALONG {
            for (f, x) in forth.iter_mut().zip(here) {
                let t = x * pace;
                *f = if t < *f { t } else { *f };
            }
        }
    }
    let mut way = [0.0; LANES];
    for (((t, b), f), share) in way.iter_mut().zip(&back).zip(&forth).zip(shares) {
        let length = f - b;
        // Neither is true of a chord without an end.
        if length > 0.0 && length < f64::INFINITY {
            *t = b + length * share;
        }
    }
    for (here, speed) in inside.iter_mut().zip(speeds) {
        for (x, t) in here.iter_mut().zip(&way) {
            let next = *x + t * speed;
            // Rounding never leads outside, and there is no other zero than 0.
            *x = if next > 0.0 { next } else { 0.0 };
        }
    }
}

/// How far points are inside planes: `rows` has one row of coefficients per plane, `points` one row per coordinate.
#[inline(never)]
pub fn measure(inside: &mut [Lanes], rows: &[Vec<f64>], points: &[Lanes]) {
    for (here, row) in inside.iter_mut().zip(rows) {
        *here = [0.0; LANES];
        for (coordinate, c) in points.iter().zip(row) {
            if *c != 0.0 {
                for (x, p) in here.iter_mut().zip(coordinate) {
                    *x += c * p;
                }
            }
        }
        for x in here.iter_mut() {
            *x = if *x > 0.0 { *x } else { 0.0 };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_ends_on_the_chord_where_it_is_told_to() {
        // The square 0..1 by 0..2 as four planes; the direction is (1, 1).
        let rows = [0.25, 0.75, 0.5, 1.5].map(|x| [x; LANES]);
        for (share, at) in [(0.0, [0.0, 1.0, 0.25, 1.75]), (1.0, [1.0, 0.0, 1.25, 0.75])] {
            let mut inside = rows;
            step(&mut inside, &[1.0, -1.0, 1.0, -1.0], &[share; LANES]);
            for (row, want) in inside.iter().zip(at) {
                assert!((row[0] - want).abs() < 1e-15 && row.iter().all(|x| *x == row[0]));
            }
        }
    }

    #[test]
    fn a_chord_without_an_end_is_not_walked() {
        let mut inside = [[1.0; LANES], [2.0; LANES]];
        step(&mut inside, &[1.0, 1.0], &[0.5; LANES]);
        assert!(inside[0].iter().all(|x| *x == 1.0) && inside[1].iter().all(|x| *x == 2.0));
    }

    #[test]
    fn distances_are_sums_and_never_below_0() {
        let mut inside = [[0.0; LANES]; 2];
        let rows = [vec![1.0, -1.0], vec![-1.0, 1.0]];
        measure(&mut inside, &rows, &[[0.5; LANES], [0.25; LANES]]);
        assert!(inside[0].iter().all(|x| *x == 0.25));
        assert!(inside[1].iter().all(|x| *x == 0.0 && x.is_sign_positive()));
    }
}
