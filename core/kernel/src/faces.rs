//! Draws of points on the upper faces of a box: each point has one coordinate at its highest, and the others anywhere below.

use wide::bytemuck::cast;
use wide::f64x2;

use crate::lanes::{AT_ONCE, TOGETHER, chunks_mut, vectors};
use crate::totals::fractions;
use crate::{LANES, Lanes, WholeNumbers};

/// Puts every draw on a face: one of its numbers becomes the highest it can be, chosen by `bits` in proportion to
/// `shares` (sums so far, one per number). `sum` becomes the sum of the numbers.
pub fn to_faces(x: &mut [Lanes], high: &[f64], shares: &[f64], bits: &WholeNumbers, sum: &mut Lanes) {
    let total = shares.last().copied().unwrap_or(0.0);
    let mut at = [0.0; LANES];
    fractions(bits, &mut at);
    let total = f64x2::splat(total);
    for c in 0..LANES / TOGETHER {
        let mut sums = [f64x2::splat(0.0); AT_ONCE];
        for row in x.iter() {
            for (s, x) in sums.iter_mut().zip(vectors(row, c)) {
                *s += x;
            }
        }
        let at = vectors(&at, c).map(|at| at * total);
        // Face by face rather than draw by draw: then all of it is done several draws at a time.
        let mut from = f64x2::splat(0.0);
        for ((row, high), to) in x.iter_mut().zip(high).zip(shares) {
            let (high, to) = (f64x2::splat(*high), f64x2::splat(*to));
            let mut raised = vectors(row, c);
            for ((x, sum), at) in raised.iter_mut().zip(&mut sums).zip(at) {
                let here = at.simd_ge(from) & at.simd_lt(to);
                *sum += here & (high - *x);
                *x = here.select(high, *x);
            }
            chunks_mut::<f64, TOGETHER, LANES>(row)[c] = cast(raised);
            from = to;
        }
        chunks_mut::<f64, TOGETHER, LANES>(sum)[c] = cast(sums);
    }
}

/// `x = x / sum`
pub fn divide(x: &mut Lanes, sum: &Lanes) {
    for (x, s) in x.iter_mut().zip(sum) {
        *x /= s;
    }
}

/// Copies the chosen lanes next to each other, from place `at` on, while there is room.
pub fn pick(from: &Lanes, lanes: &[u8], to: &mut Lanes, at: usize) {
    for (lane, to) in lanes.iter().zip(to.iter_mut().skip(at)) {
        *to = from[usize::from(*lane) % LANES];
    }
}

/// Counts lanes `from` to `to` by their size: bins from -0.5 to 1.5, what is outside in the first or last.
pub fn bin(bins: &mut [u32], x: &Lanes, from: usize, to: usize) {
    let scale = bins.len() as f64 / 2.0;
    let last = bins.len() as f64 - 1.0;
    for x in &x[from.min(LANES)..to.clamp(from.min(LANES), LANES)] {
        let at = (x + 0.5) * scale;
        let at = if at > 0.0 { at } else { 0.0 };
        let at = if at < last { at } else { last };
        if let Some(b) = bins.get_mut(at as usize) {
            *b += 1;
        }
    }
}
