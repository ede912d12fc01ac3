//! The beta distribution by its quantile function, as a table.
//!
//! With `x = 1 / (1 + exp(-y))` the density of `y` is `exp(a y - (a + b) ln(1 + exp(y)))` up to a constant: smooth, with
//! one top at `ln(a / b)` and exponential tails for every `a, b > 0`. It is summed by the corrected trapezoid rule on a
//! grid either side of the top; between grid points `x` is the cubic in `p` with the right ends and slopes there.

use crate::{exp, ln};

/// Steps either side of the top, for a quantile that is shown: right to seven places.
const FINE: usize = 256;
/// Steps either side of the top for a table to draw from: right to five places.
const COARSE: usize = 64;
/// The table ends where the density is this many natural logarithms below its top.
const DEPTH: f64 = 34.0;

/// A quantile function as a table of cubics.
#[derive(Clone, Debug)]
pub struct Quantiles {
    /// Probability at each grid point, 0 first and 1 last.
    p: Vec<f64>,
    /// Cubic in the fraction of the step, lowest power first, and one over the step's probability.
    cubic: Vec<[f64; 4]>,
    scale: Vec<f64>,
}

impl Quantiles {
    /// Beta with parameters above 0 (checked by the caller).
    #[must_use]
    pub fn beta(a: f64, b: f64) -> Self {
        Self::new(a, b, FINE)
    }

    /// The same with fewer steps.
    pub(crate) fn beta_to_draw(a: f64, b: f64) -> Self {
        Self::new(a, b, COARSE)
    }

    fn new(a: f64, b: f64, half: usize) -> Self {
        let log_density = |y: f64| {
            // ln(1 + exp(y)) without overflow
            let soft = if y > 0.0 {
                y + ln(1.0 + exp(-y))
            } else {
                ln(1.0 + exp(y))
            };
            a * y - (a + b) * soft
        };
        let top_at = ln(a / b);
        let top = log_density(top_at);
        let reach = |towards: f64| {
            let mut far = (1.0 / a + 1.0 / b).sqrt();
            let mut near = 0.0;
            while top - log_density(top_at + towards * far) < DEPTH && far < 1e15 {
                near = far;
                far *= 2.0;
            }
            for _ in 0..12 {
                let middle = 0.5 * (near + far);
                if top - log_density(top_at + towards * middle) < DEPTH {
                    near = middle
                } else {
                    far = middle
                }
            }
            far
        };
        let (left, right) = (reach(-1.0), reach(1.0));
        let points = 2 * half + 1;
        let (bend_left, bend_right) = (bend(left), bend(right));
        let grid = |i: usize| {
            if i <= half {
                top_at - left * stretched((half - i) as f64 / half as f64, bend_left)
            } else {
                top_at + right * stretched((i - half) as f64 / half as f64, bend_right)
            }
        };
        let y: Vec<f64> = (0..points).map(grid).collect();
        let mut x = vec![0.0; points];
        let mut density = vec![0.0; points];
        let mut slope = vec![0.0; points];
        for i in 0..points {
            let y = y[i];
            x[i] = 1.0 / (1.0 + exp(-y));
            density[i] = exp(log_density(y) - top);
            slope[i] = density[i] * (a - (a + b) * x[i]);
        }
        let mut p = vec![0.0; points];
        for i in 1..points {
            let h = y[i] - y[i - 1];
            let part = 0.5 * h * (density[i - 1] + density[i]) + h * h / 12.0 * (slope[i - 1] - slope[i]);
            p[i] = p[i - 1] + part.max(0.0);
        }
        let total = p[points - 1];
        for q in &mut p {
            *q /= total;
        }
        p[points - 1] = 1.0;
        let mut cubic = vec![[0.0; 4]; points - 1];
        let mut scale = vec![0.0; points - 1];
        for i in 0..points - 1 {
            let step = p[i + 1] - p[i];
            let rise = x[i + 1] - x[i];
            // dx/dp = x (1 - x) / density, held to what keeps the cubic rising (Fritsch and Carlson 1980)
            let tilt =
                |k: usize| (x[k] * (1.0 - x[k]) * total / density[k].max(1e-300) * step).min(3.0 * rise);
            let (d0, d1) = (tilt(i), tilt(i + 1));
            cubic[i] = [x[i], d0, 3.0 * rise - 2.0 * d0 - d1, d0 + d1 - 2.0 * rise];
            scale[i] = if step > 0.0 { 1.0 / step } else { 0.0 };
        }
        Self { p, cubic, scale }
    }

    /// The quantile at `u`, 0 to 1.
    #[must_use]
    pub fn at(&self, u: f64) -> f64 {
        let past = self.p.partition_point(|p| *p <= u);
        self.within(past.saturating_sub(1).min(self.cubic.len() - 1), u)
    }

    /// The quantiles of probabilities that come in rising order.
    pub(crate) fn rising(self) -> impl FnMut(f64) -> f64 {
        let mut k = 0;
        move |u| {
            while k + 2 < self.p.len() && self.p[k + 1] <= u {
                k += 1;
            }
            self.within(k, u)
        }
    }

    fn within(&self, k: usize, u: f64) -> f64 {
        let t = (u - self.p[k]) * self.scale[k];
        let [c0, c1, c2, c3] = self.cubic[k];
        c0 + t * (c1 + t * (c2 + t * c3))
    }
}

/// How strongly a side of length `reach` has to be stretched, so that as many steps as there are, all as short as those
/// near the top, would reach 12.8 units of log odds.
fn bend(reach: f64) -> f64 {
    let wanted = 12.8 / reach;
    let (mut low, mut high) = (0.0, 40.0);
    if wanted >= 1.0 {
        return 0.0;
    }
    for _ in 0..16 {
        let c = 0.5 * (low + high);
        if c / sinh(c) > wanted { low = c } else { high = c }
    }
    low
}

/// 0 to 1 on itself, slow at first.
fn stretched(t: f64, c: f64) -> f64 {
    if c < 1e-3 { t } else { sinh(c * t) / sinh(c) }
}

fn sinh(x: f64) -> f64 {
    0.5 * (exp(x) - exp(-x))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Quantiles of beta distributions that have a closed form.
    #[test]
    fn closed_forms() {
        for p in [1e-6, 0.001, 0.025, 0.2, 0.5, 0.8, 0.975, 0.999_999] {
            let close = |a: f64, b: f64, want: f64| {
                let got = Quantiles::beta(a, b).at(p);
                assert!(
                    (got - want).abs() < 2e-7 * (1.0 + want),
                    "beta({a},{b}) at {p}: {got} not {want}"
                );
            };
            close(1.0, 1.0, p);
            close(3.0, 1.0, p.powf(1.0 / 3.0));
            close(1.0, 3.0, 1.0 - (1.0 - p).powf(1.0 / 3.0));
            close(0.5, 0.5, (std::f64::consts::FRAC_PI_2 * p).sin().powi(2));
            close(1.0, 135.0, 1.0 - (1.0 - p).powf(1.0 / 135.0));
        }
    }

    /// The first two moments are those of the distribution.
    #[test]
    fn mean_and_variance() {
        for (a, b) in [(20.0, 116.0), (0.3, 4.0), (500.0, 3.0), (2e5, 3e5), (0.01, 0.02)] {
            let q = Quantiles::beta(a, b);
            let n = 200_000;
            let (mut s, mut s2) = (0.0, 0.0);
            for i in 0..n {
                let x = q.at((f64::from(i) + 0.5) / f64::from(n));
                s += x;
                s2 += x * x;
            }
            let mean = s / f64::from(n);
            let var = s2 / f64::from(n) - mean * mean;
            let (m, v) = (a / (a + b), a * b / ((a + b) * (a + b) * (a + b + 1.0)));
            assert!((mean - m).abs() < 2e-5 * v.sqrt().max(1e-3), "mean {mean} {m}");
            assert!((var / v - 1.0).abs() < 1e-3, "var {var} {v}");
        }
    }
}
