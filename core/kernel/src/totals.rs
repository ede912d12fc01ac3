//! Adds up the total of every option, for a block of draws at a time.
use wide::bytemuck::cast;
use wide::{f32x4, f64x2, u32x4};

use crate::lanes::{AT_ONCE, TOGETHER, chunks, chunks_mut, vectors};
use crate::{LANES, Lanes, Singles, WholeNumbers};

/// 32-bit numbers as fractions in (0, 1), never an end: `(x + 1/2) / 2^32`.
pub fn fractions(bits: &WholeNumbers, out: &mut Lanes) {
    // The bits of a float from 1 to 2, from which a little less than 1 is taken: exact.
    const ONE: u32x4 = u32x4::new([0x3ff0_0000; 4]);
    const NEARLY_ONE: f64x2 = f64x2::new([1.0 - 0.5 / 4_294_967_296.0; 2]);
    for (bits, out) in chunks::<u32, 4, LANES>(bits)
        .iter()
        .zip(chunks_mut::<f64, 4, LANES>(out))
    {
        let x = u32x4::new(*bits);
        let (low, high): (u32x4, u32x4) = (x << 20u32, (x >> 12u32) | ONE);
        let a: f64x2 = cast(low.unpack_lo(high));
        let b: f64x2 = cast(low.unpack_hi(high));
        *out = cast([a - NEARLY_ONE, b - NEARLY_ONE]);
    }
}

/// `out = base + sum_k rows[k] * by[k]`, a few lanes at a time so that the sums stay in registers.
pub fn mix(out: &mut Lanes, rows: &[Lanes], by: &[f64], base: f64) {
    for (c, chunk) in chunks_mut::<f64, TOGETHER, LANES>(out).iter_mut().enumerate() {
        let mut sum = [f64x2::splat(base); AT_ONCE];
        for (row, by) in rows.iter().zip(by) {
            let by = f64x2::splat(*by);
            for (s, x) in sum.iter_mut().zip(vectors(row, c)) {
                *s += x * by;
            }
        }
        *chunk = cast(sum);
    }
}

/// `out += x y`
pub fn add_product(out: &mut Singles, x: &Singles, y: &Singles) {
    for ((out, x), y) in chunks_mut(out).iter_mut().zip(chunks(x)).zip(chunks(y)) {
        *out = (f32x4::new(*out) + f32x4::new(*x) * f32x4::new(*y)).to_array();
    }
}

/// `out += sqrt(sum_k squares[k] * variances[k]) z`
pub fn add_spread(out: &mut Singles, squares: &[Singles], variances: &[f32], z: &Singles) {
    for (c, (out, z)) in chunks_mut::<f32, 4, LANES>(out)
        .iter_mut()
        .zip(chunks(z))
        .enumerate()
    {
        let mut sum = f32x4::splat(0.0);
        for (square, by) in squares.iter().zip(variances) {
            sum += f32x4::new(chunks(square)[c]) * f32x4::splat(*by);
        }
        *out = (f32x4::new(*out) + sum.sqrt() * f32x4::new(*z)).to_array();
    }
}

/// `out = x x`
pub fn square(out: &mut Singles, x: &Singles) {
    for (out, x) in chunks_mut(out).iter_mut().zip(chunks(x)) {
        let x = f32x4::new(*x);
        *out = (x * x).to_array();
    }
}

/// `x = a + b x`, held to `low` to `high`.
pub fn line(x: &mut Singles, a: f32, b: f32, low: f32, high: f32) {
    let (a, b) = (f32x4::splat(a), f32x4::splat(b));
    let (low, high) = (f32x4::splat(low), f32x4::splat(high));
    for x in chunks_mut(x) {
        *x = (a + b * f32x4::new(*x)).fast_max(low).fast_min(high).to_array();
    }
}

/// `out += x`
pub fn add(out: &mut Lanes, x: &Singles) {
    for (out, x) in out.iter_mut().zip(x) {
        *out += f64::from(*x);
    }
}

/// `out = low + width x`, with `x` held to 0 to 1.
pub fn between(out: &mut Lanes, low: f64, width: f64, x: &Singles) {
    for (out, x) in out.iter_mut().zip(x) {
        let x = if *x > 0.0 { *x } else { 0.0 };
        let x = if x < 1.0 { x } else { 1.0 };
        *out = low + width * f64::from(x);
    }
}

/// The halves of every number change places, so that it can serve twice: what the two have in common is 16 bits down.
/// The lower half is changed too, so that they are never the same.
pub fn swap_halves(bits: &mut WholeNumbers) {
    for x in bits {
        *x = x.rotate_left(16) ^ 0x5A5A;
    }
}

/// Rounds to single precision.
pub fn narrow(out: &mut Singles, x: &Lanes) {
    for (out, x) in out.iter_mut().zip(x) {
        *out = *x as f32;
    }
}
