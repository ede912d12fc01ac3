//! Draws from any distribution by its quantile function, as a table.
//!
//! Probabilities are halved at the median and each half is cut finer and finer towards its end, sixteen steps for
//! every halving: a 32-bit number finds its step from the bits of a float, tails as quickly as the middle. Within a step
//! the line joins the quantiles at its ends.

use wide::bytemuck::cast;
use wide::{f32x4, i32x4, u32x4};

use crate::lanes::{chunks, chunks_mut};
use crate::maths::{exp, ln, normal_quantile};
use crate::quantiles::{Curve, Quantiles};
use crate::{Singles, WholeNumbers};

/// Steps for every halving of the probability.
const STEPS: u32 = 16;
/// Halvings: probabilities below 2^-25 of either end count as that.
const HALVINGS: u32 = 24;
/// Entries of one half; the last is the median itself, which rounding can reach.
const HALF: usize = (STEPS * HALVINGS) as usize;
/// A power of two, so that no index needs checking.
const SIZE: usize = 1024;
const LEAST: f32 = (1u32 << (31 - HALVINGS)) as f32;
const BASE: u32 = (127 + 31 - HALVINGS) * STEPS;
const SHIFT: u32 = 23 - STEPS.trailing_zeros();
const SIGN: u32 = 1 << 31;

/// A quantile function, ready to be drawn from.
#[derive(Clone, Debug)]
pub struct Table {
    /// `a` and `b` of each step: the quantile is `a + b f`, with `f` the 31 low bits as a float.
    steps: Box<[[f32; 2]; SIZE]>,
}

impl Table {
    /// The standard normal distribution.
    #[must_use]
    pub fn normal() -> Self {
        Self::new(normal_quantile)
    }

    /// Everything from 0 to 1 alike.
    #[must_use]
    pub fn even() -> Self {
        Self::new(|p| p)
    }

    /// A beta, gamma or t distribution, or what is made of one. Numbers beyond 1e30 are drawn as that.
    #[must_use]
    pub fn curve(curve: Curve) -> Self {
        let mut quantile = Quantiles::to_draw(curve.base, curve.read).rising();
        Self::new(|p| (curve.from + curve.by * quantile(p)).clamp(-1e30, 1e30))
    }

    /// From 0 to 1, as dense as `exp(-rate x)`, for a rate above 0.
    #[must_use]
    pub fn falling(rate: f64) -> Self {
        let drop = 1.0 - exp(-rate);
        Self::new(|p| -ln(1.0 - p * drop) / rate)
    }

    /// From a quantile function, which is asked for probabilities in rising order.
    #[must_use]
    fn new(mut quantile: impl FnMut(f64) -> f64) -> Self {
        const UNIT: f64 = 1.0 / 4_294_967_296.0;
        let (mut lower, mut upper) = ([0.0; HALF + 1], [0.0; HALF + 1]);
        for (k, x) in lower.iter_mut().enumerate() {
            *x = quantile(edge(k) * UNIT);
        }
        upper[HALF] = lower[HALF];
        for (k, x) in upper.iter_mut().enumerate().take(HALF).rev() {
            *x = quantile(1.0 - edge(k) * UNIT);
        }
        let mut steps = Box::new([[0.0; 2]; SIZE]);
        let (below, above) = steps.split_at_mut(HALF + 1);
        fill(below, &lower);
        fill(above, &upper);
        Self { steps }
    }

    /// Draws from 32-bit numbers.
    pub fn draw(&self, bits: &WholeNumbers, out: &mut Singles) {
        for (bits, out) in chunks(bits).iter().zip(chunks_mut(out)) {
            let bits = u32x4::new(*bits);
            let low: i32x4 = cast(bits & u32x4::splat(!SIGN));
            let f = f32x4::from_i32x4(low).fast_max(f32x4::splat(LEAST));
            let upper: i32x4 = cast::<u32x4, i32x4>(bits) >> 31;
            let upper: u32x4 = cast(upper & i32x4::splat(HALF as i32 + 1));
            let step: u32x4 = (cast::<f32x4, u32x4>(f) >> SHIFT) - u32x4::splat(BASE) + upper;
            let [i, j, k, l] = (step & u32x4::splat(SIZE as u32 - 1)).to_array();
            let at = |i: u32| self.steps[i as usize];
            // Four pairs to one vector of each half.
            let (p, q): (u32x4, u32x4) = (cast([at(i), at(j)]), cast([at(k), at(l)]));
            let (low, high) = (p.unpack_lo(q), p.unpack_hi(q));
            let (a, b): (f32x4, f32x4) = (cast(low.unpack_lo(high)), cast(low.unpack_hi(high)));
            *out = (a + b * f).to_array();
        }
    }
}

/// Where step `k` of a half begins, on the scale of the 31 low bits.
fn edge(k: usize) -> f64 {
    let (octave, step) = (k as u32 / STEPS, k as u32 % STEPS);
    f64::from(1u32 << (31 - HALVINGS))
        * f64::from(1u32 << octave)
        * (1.0 + f64::from(step) / f64::from(STEPS))
}

/// The lines between the quantiles at the edges of the steps.
fn fill(lines: &mut [[f32; 2]], at: &[f64; HALF + 1]) {
    const PER_HALVING: usize = STEPS as usize;
    for octave in 0..HALVINGS as usize {
        let first = octave * PER_HALVING;
        // One over the length of a step, a power of two.
        let per_unit = f64::from(STEPS) / edge(first);
        for k in first..first + PER_HALVING {
            let b = (at[k + 1] - at[k]) * per_unit;
            lines[k] = [(at[k] - b * edge(k)) as f32, b as f32];
        }
    }
    lines[HALF] = [at[HALF] as f32, 0.0];
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{LANES, Stream};

    /// The table of the identity gives back the numbers as fractions.
    #[test]
    fn fractions() {
        let table = Table::even();
        let mut bits = [0; LANES];
        let mut out = [0.0; LANES];
        Stream::new(5, 1).block(9, &mut bits);
        (bits[0], bits[1], bits[2], bits[3]) = (0, u32::MAX, SIGN, SIGN - 1);
        table.draw(&bits, &mut out);
        for (b, x) in bits.iter().zip(out).skip(2) {
            // Numbers of the upper half run down from 1, so that its tail is as fine as the lower one's.
            let low = f64::from(b & !SIGN).max(128.0) / 4_294_967_296.0;
            let want = if b & SIGN == 0 { low } else { 1.0 - low };
            assert!((f64::from(x) - want).abs() < 3e-7, "{b}: {x} {want}");
        }
        assert!(out[0] > 0.0 && out[0] < 4e-8, "{}", out[0]);
        assert!((out[1] - 0.5).abs() < 1e-6, "{}", out[1]);
    }

    #[test]
    fn normal_moments() {
        let table = Table::normal();
        let (mut n, mut s1, mut s2, mut s3, mut s4) = (0.0, 0.0, 0.0, 0.0, 0.0);
        let mut out = [0.0; LANES];
        for block in 0..1u32 << 14 {
            let mut bits = [0; LANES];
            for (i, b) in (0u32..).zip(&mut bits) {
                *b = (block * LANES as u32 + i) * 2048 + 1024;
            }
            table.draw(&bits, &mut out);
            for x in out {
                let x = f64::from(x);
                n += 1.0;
                s1 += x;
                s2 += x * x;
                s3 += x * x * x;
                s4 += x * x * x * x;
            }
        }
        assert!((s1 / n).abs() < 1e-5, "{}", s1 / n);
        assert!((s2 / n - 1.0).abs() < 1e-3, "{}", s2 / n);
        assert!((s3 / n).abs() < 1e-4, "{}", s3 / n);
        assert!((s4 / n - 3.0).abs() < 1e-2, "{}", s4 / n);
    }
}
