//! The middle of the weights that answers within a band allow: answers `x` in a box, weights `x / sum(x)`.

use weighup_kernel::{exp, ln};

/// Centre of gravity of the set, by a one-dimensional integral.
///
/// `sum^-n = (1 / Γ(n)) ∫ t^(n-1) exp(-t sum) dt`, and for given `t` the mean of `exp(-t sum)` over a face is a product over
/// the answers. With `t = exp(s)` the trapezoid rule converges faster than any power of its step.
pub(crate) fn band_centre(low: &[f64], high: &[f64]) -> Vec<f64> {
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
    // A third of the width of the peak, whose tails have nothing left at these ends.
    let step = (0.3 / count.sqrt()).min(0.1);
    let steps = (7.5 / step) as i32;
    for k in 0..=steps {
        let s = top - 5.0 + f64::from(k) * step;
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
