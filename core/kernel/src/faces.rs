//! Points on the upper faces of a box.

use crate::maths::fraction;
use crate::{LANES, Lanes, Words};

/// Puts every draw on a face: one of its numbers becomes the highest it can be, chosen by `bits` in proportion to
/// `shares` (sums so far, one a number). `sum` becomes the sum of the numbers.
pub fn to_faces(x: &mut [Lanes], high: &[f64], shares: &[f64], bits: &Words, sum: &mut Lanes) {
    let total = shares.last().copied().unwrap_or(0.0);
    sum.fill(0.0);
    for row in x.iter() {
        for (s, x) in sum.iter_mut().zip(row) {
            *s += x;
        }
    }
    for lane in 0..LANES {
        let at = fraction(bits[lane]) * total;
        let face = shares.iter().map(|s| usize::from(*s <= at)).sum::<usize>();
        if let (Some(x), Some(high)) = (x.get_mut(face), high.get(face)) {
            sum[lane] += high - x[lane];
            x[lane] = *high;
        }
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
