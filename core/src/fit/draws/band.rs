//! Even draws from the weights that swing answers with a band allow, for more outcomes than are worth cutting into
//! simplices: answers `x` in a box, weights `x / sum(x)`.
//!
//! Every such weight comes from exactly one point of the box's upper faces (some answer at its top). A point even on face
//! `j` has weights of density `sum(x)^n / top_j`, so a face is chosen in proportion to its area times `top_j`, and a point
//! is kept with probability proportional to `sum(x)^-n`.

use super::maths::fraction;
use super::philox::Stream;

/// `draws` weight sets; `low` and `high` are the ends of each answer, equal (to 0) where the answer is 0.
pub(crate) fn draw(low: &[f64], high: &[f64], draws: u64, seed: u64) -> Vec<Vec<f64>> {
    let n = low.len();
    let free = |j: usize| low.get(j) < high.get(j);
    let power = (0..n).filter(|j| free(*j)).count() as i32;
    // Area of face j times its height, over the volume of the whole box.
    let mut faces: Vec<f64> = Vec::with_capacity(n);
    let mut so_far = 0.0;
    for (a, b) in low.iter().zip(high) {
        so_far += if a < b { b / (b - a) } else { 0.0 };
        faces.push(so_far);
    }
    let bottom: f64 = low.iter().sum();
    let least = low
        .iter()
        .zip(high)
        .filter(|(a, b)| a < b)
        .fold(f64::INFINITY, |m, (a, b)| m.min(bottom + b - a));
    let random = Stream::new(seed, 0x5000_0000);
    let mut counter = 0;
    let mut out = Vec::with_capacity(draws as usize);
    let mut x = vec![0.0; n];
    while (out.len() as u64) < draws {
        let [a, b, ..] = next(random, &mut counter);
        let at = fraction(a) * so_far;
        let face = faces.iter().position(|f| at < *f).unwrap_or(0);
        let mut sum = 0.0;
        for (chunk, four) in (0..n)
            .collect::<Vec<_>>()
            .chunks(4)
            .zip(std::iter::repeat_with(|| next(random, &mut counter)))
        {
            for (&j, u) in chunk.iter().zip(four) {
                let (Some(lo), Some(hi), Some(slot)) = (low.get(j), high.get(j), x.get_mut(j)) else {
                    continue;
                };
                *slot = if j == face {
                    *hi
                } else {
                    lo + (hi - lo) * fraction(u)
                };
                sum += *slot;
            }
        }
        if fraction(b) <= (least / sum).powi(power) {
            out.push(x.iter().map(|v| v / sum).collect());
        }
    }
    out
}

fn next(random: Stream, counter: &mut u64) -> [u32; 4] {
    *counter += 1;
    random.four(*counter)
}

/// Centre of gravity of the same set, by a one-dimensional integral.
///
/// `sum^-n = (1 / Γ(n)) ∫ t^(n-1) exp(-t sum) dt`, and for given `t` the mean of `exp(-t sum)` over a face is a product over
/// the answers. With `t = exp(s)` the trapezoid rule converges faster than any power of its step.
pub(crate) fn mean(low: &[f64], high: &[f64]) -> Vec<f64> {
    use super::maths::{exp, ln};
    let n = low.len();
    let free: Vec<usize> = (0..n).filter(|j| low.get(*j) < high.get(*j)).collect();
    let count = free.len() as f64;
    let ends: Vec<(f64, f64)> = free
        .iter()
        .filter_map(|&j| Some((*low.get(j)?, *high.get(j)?)))
        .collect();
    let centre: f64 = ends.iter().map(|(a, b)| 0.5 * (a + b)).sum();
    let mut parts = vec![0.0; ends.len()];
    let top = ln(count / centre);
    for step in -240..=120 {
        let s = top + f64::from(step) / 30.0;
        let t = exp(s);
        // For each answer: mean of exp(-t (x - centre)) and of x times it, relative to its own centre.
        let terms: Vec<(f64, f64, f64)> = ends
            .iter()
            .map(|(a, b)| {
                let (mid, half) = (0.5 * (a + b), 0.5 * (b - a));
                let y = t * half;
                let (even, odd) = if y < 0.2 {
                    let z = y * y;
                    (
                        1.0 + z / 6.0 * (1.0 + z / 20.0 * (1.0 + z / 42.0 * (1.0 + z / 72.0))),
                        y / 3.0 * (1.0 + z / 10.0 * (1.0 + z / 28.0 * (1.0 + z / 54.0 * (1.0 + z / 88.0)))),
                    )
                } else {
                    let (up, down) = (exp(y), exp(-y));
                    let (sinh, cosh) = (0.5 * (up - down), 0.5 * (up + down));
                    (sinh / y, (y * cosh - sinh) / (y * y))
                };
                (even, mid * even - half * odd, exp(-y))
            })
            .collect();
        // t^n times dt = t ds, times exp(-t centre): in logarithms, so that nothing overflows.
        let weight = exp((count + 1.0) * s - t * centre - (count + 1.0) * top + count);
        let product: f64 = terms.iter().map(|(even, ..)| even).product();
        for (j, ((_, b), (even_j, _, edge))) in ends.iter().zip(&terms).enumerate() {
            let (a, _) = ends.get(j).copied().unwrap_or_default();
            // Face j: this answer at its top; area times height over the box's volume.
            let face = weight * b / (b - a) * edge * product / even_j;
            for (k, (part, (even, first, _))) in parts.iter_mut().zip(&terms).enumerate() {
                *part += face * if k == j { *b } else { first / even };
            }
        }
    }
    let total: f64 = parts.iter().sum();
    let mut out = vec![0.0; n];
    for (&j, p) in free.iter().zip(&parts) {
        if let Some(x) = out.get_mut(j) {
            *x = p / total;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::ratings;

    #[test]
    fn mean_and_draws_agree_with_exact_volumes() {
        let points = [100.0, 80.0, 55.0, 30.0, 10.0];
        for band in [0.05, 0.15, 0.35] {
            let exact = ratings(&points, Some(band))
                .unwrap()
                .allowed
                .shape()
                .unwrap()
                .extent()
                .unwrap()
                .mean;
            let low: Vec<f64> = points.iter().map(|p| p * (1.0 - band)).collect();
            let high: Vec<f64> = points.iter().map(|p| p * (1.0 + band)).collect();
            let quick = mean(&low, &high);
            let drawn = draw(&low, &high, 4_000, 1);
            for (j, want) in exact.iter().enumerate() {
                assert!((quick[j] - want).abs() < 1e-11, "{band} {j}: {} {want}", quick[j]);
                let average = drawn.iter().map(|w| w[j]).sum::<f64>() / 4_000.0;
                assert!(
                    (average - want).abs() < 5.0 * want * band / 63.0,
                    "{band} {j}: {average} {want}"
                );
            }
        }
    }
}
