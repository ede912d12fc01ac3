//! Beta, gamma and t distributions, and what is read off them, by their quantile functions as tables.
//!
//! Each is taken on a scale `y` on which its density is smooth, with one top and exponential tails for all parameters: log
//! odds of a beta number, where it is `exp(a y - (a + b) ln(1 + exp(y)))` up to a constant with its top at `ln(a / b)`, and
//! the logarithm of a gamma number over its mean, `exp(a (y - exp(y)))` with its top at 0. It is summed by the corrected
//! trapezoid rule on a grid either side of the top; between grid points what is read off is the cubic in `p` with the right
//! ends and slopes there. A t number is `sqrt(v) sinh(y / 2)` for log odds `y` of a beta number with both parameters `v / 2`.

use crate::maths::exp_both;
use crate::{exp, ln};

/// Steps either side of the top, for a quantile that is shown: right to seven places.
const FINE: usize = 256;
/// Steps either side of the top for a table to draw from: right to five places.
const COARSE: usize = 64;
/// The table ends where the density is this many natural logarithms below its top.
const DEPTH: f64 = 34.0;

/// A distribution, by the scale its table is summed on. Parameters are above 0 (checked by the caller).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Base {
    /// Log odds of a beta number.
    Beta(f64, f64),
    /// Logarithm of a gamma number of this shape over its mean.
    Gamma(f64),
}

impl Base {
    /// Where the density is highest: at the mean of the beta or gamma number.
    fn top(self) -> f64 {
        match self {
            Self::Beta(a, b) => ln(a / b),
            Self::Gamma(_) => 0.0,
        }
    }

    fn width(self) -> f64 {
        match self {
            Self::Beta(a, b) => (1.0 / a + 1.0 / b).sqrt(),
            Self::Gamma(a) => (1.0 / a).sqrt(),
        }
    }

    #[inline(never)]
    fn log_density(self, at: Point) -> f64 {
        match self {
            Self::Beta(a, b) => a * at.y - (a + b) * at.soft(),
            Self::Gamma(a) => a * (at.y - at.up),
        }
    }

    /// Slope of the logarithm of the density.
    fn slope(self, at: Point) -> f64 {
        match self {
            Self::Beta(a, b) => a - (a + b) * at.share(),
            Self::Gamma(a) => a - a * at.up,
        }
    }
}

/// What is read off the scale of a [`Base`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Read {
    /// The scale itself: log odds, or a logarithm.
    Scale,
    /// `1 / (1 + exp(-y))`: the beta number.
    Share,
    /// The logarithm of that.
    LogShare,
    /// `ln(-ln(1 - x))` of it, the complementary log-log.
    Cloglog,
    /// `sinh(y / 2)`.
    HalfSinh,
    /// `exp(y)`.
    Exp,
    /// `exp(-y)`, which falls.
    Inverse,
    /// `exp(-k exp(y))`, which falls: the share that is left under the hazard `k exp(y)`.
    Left(f64),
}

impl Read {
    /// What is read at a point, and how steeply it changes there.
    #[inline(never)]
    fn at(self, point: Point) -> (f64, f64) {
        let Point { y, up, down } = point;
        match self {
            Self::Scale => (y, 1.0),
            Self::Share => {
                let x = point.share();
                (x, x * (1.0 - x))
            }
            Self::LogShare => (-point.turned().soft(), point.turned().share()),
            // Far down `ln(1 + exp(y))` is `exp(y)`.
            Self::Cloglog if y < -18.0 => (y, 1.0),
            Self::Cloglog => {
                let s = point.soft();
                (ln(s), point.share() / s)
            }
            Self::HalfSinh => {
                let [up, down] = exp_both(0.5 * y);
                (0.5 * (up - down), 0.25 * (up + down))
            }
            Self::Exp => (up, up),
            Self::Inverse => (down, -down),
            Self::Left(k) => {
                let hazard = k * up;
                let x = exp(-hazard);
                (x, -hazard * x)
            }
        }
    }

    fn falls(self) -> bool {
        matches!(self, Self::Inverse | Self::Left(_))
    }
}

/// A number with a distribution: `from + by` times what is read off a base.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Curve {
    /// The distribution.
    pub base: Base,
    /// What is read off it.
    pub read: Read,
    /// Where it starts.
    pub from: f64,
    /// How much of it, above or below 0.
    pub by: f64,
}

impl Curve {
    /// The number where the base has its mean.
    #[must_use]
    pub fn middle(self) -> f64 {
        self.from + self.by * self.read.at(Point::new(self.base.top())).0
    }

    /// The `p` quantile, right to seven places.
    #[must_use]
    pub fn quantile(self, p: f64) -> f64 {
        let falls = self.read.falls() != (self.by < 0.0);
        let p = if falls { 1.0 - p } else { p };
        self.from + self.by * Quantiles::new(self.base, self.read, FINE).at(p)
    }
}

impl Curve {
    /// The middles of so many parts of the same probability, in no order of size.
    #[must_use]
    pub fn quantiles(self, parts: u32) -> Vec<f64> {
        let all = Quantiles::new(self.base, self.read, FINE);
        let part = |k| all.at((f64::from(k) + 0.5) / f64::from(parts));
        (0..parts).map(|k| self.from + self.by * part(k)).collect()
    }
}

/// A point of the scale with its exponentials, which all that is asked of it is made of.
#[derive(Clone, Copy, Debug)]
struct Point {
    y: f64,
    /// `exp(y)`
    up: f64,
    /// `exp(-y)`
    down: f64,
}

impl Point {
    #[inline(always)]
    fn new(y: f64) -> Self {
        let [up, down] = exp_both(y);
        Self { y, up, down }
    }

    /// The point `-y`.
    fn turned(self) -> Self {
        let Self { y, up, down } = self;
        Self {
            y: -y,
            up: down,
            down: up,
        }
    }

    /// `1 / (1 + exp(-y))`.
    fn share(self) -> f64 {
        1.0 / (1.0 + self.down)
    }

    /// `ln(1 + exp(y))` without overflow.
    fn soft(self) -> f64 {
        if self.y > 0.0 {
            self.y + ln(1.0 + self.down)
        } else {
            ln(1.0 + self.up)
        }
    }
}

/// A quantile function as a table of cubics.
#[derive(Clone, Debug)]
pub(crate) struct Quantiles {
    /// Probability at each grid point, 0 first and 1 last.
    p: Vec<f64>,
    /// Cubic in the fraction of the step, lowest power first, and one over the step's probability.
    cubic: Vec<[f64; 4]>,
    scale: Vec<f64>,
}

impl Quantiles {
    /// With few steps.
    pub(crate) fn to_draw(base: Base, read: Read) -> Self {
        Self::new(base, read, COARSE)
    }

    fn new(base: Base, read: Read, half: usize) -> Self {
        let top_at = base.top();
        let density_at = |y| base.log_density(Point::new(y));
        let top = density_at(top_at);
        let reach = |towards: f64| {
            let mut far = base.width();
            let mut near = 0.0;
            while top - density_at(top_at + towards * far) < DEPTH && far < 1e15 {
                near = far;
                far *= 2.0;
            }
            for _ in 0..12 {
                let middle = 0.5 * (near + far);
                if top - density_at(top_at + towards * middle) < DEPTH {
                    near = middle
                } else {
                    far = middle
                }
            }
            far
        };
        let (left, right) = (reach(-1.0), reach(1.0));
        let points = 2 * half + 1;
        let (to_left, to_right) = (stretch(bend(left)), stretch(bend(right)));
        let grid = |i: usize| {
            if i <= half {
                top_at - left * to_left((half - i) as f64 / half as f64)
            } else {
                top_at + right * to_right((i - half) as f64 / half as f64)
            }
        };
        let y: Vec<f64> = (0..points).map(grid).collect();
        let mut x = vec![(0.0, 0.0); points];
        let mut density = vec![0.0; points];
        let mut slope = vec![0.0; points];
        for i in 0..points {
            let at = Point::new(y[i]);
            x[i] = read.at(at);
            density[i] = exp(base.log_density(at) - top);
            slope[i] = density[i] * base.slope(at);
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
            let rise = x[i + 1].0 - x[i].0;
            // dx/dp = dx/dy / density, held to what keeps the cubic on its way (Fritsch and Carlson 1980)
            let tilt = |k: usize| {
                let tilt = x[k].1 * total / density[k].max(1e-300) * step;
                let most = 3.0 * rise;
                if tilt.abs() < most.abs() { tilt } else { most }
            };
            let (d0, d1) = (tilt(i), tilt(i + 1));
            cubic[i] = [x[i].0, d0, 3.0 * rise - 2.0 * d0 - d1, d0 + d1 - 2.0 * rise];
            scale[i] = if step > 0.0 { 1.0 / step } else { 0.0 };
        }
        Self { p, cubic, scale }
    }

    /// What is read off the quantile at `u`, 0 to 1.
    fn at(&self, u: f64) -> f64 {
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
fn stretch(c: f64) -> impl Fn(f64) -> f64 {
    let whole = sinh(c);
    move |t| if c < 1e-3 { t } else { sinh(c * t) / whole }
}

fn sinh(x: f64) -> f64 {
    let [up, down] = exp_both(x);
    0.5 * (up - down)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(base: Base, read: Read, p: f64) -> f64 {
        Quantiles::new(base, read, FINE).at(p)
    }

    /// Quantiles of beta distributions that have a closed form.
    #[test]
    fn closed_forms() {
        for p in [1e-6, 0.001, 0.025, 0.2, 0.5, 0.8, 0.975, 0.999_999] {
            let close = |a: f64, b: f64, want: f64| {
                let got = at(Base::Beta(a, b), Read::Share, p);
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

    /// So have those of gamma numbers of shape 1, t numbers with 1 and 2 degrees of freedom, and all that is read off a
    /// number that is even from 0 to 1.
    #[test]
    fn closed_forms_of_the_others() {
        for p in [1e-4, 0.001, 0.025, 0.2, 0.5, 0.8, 0.975, 0.999, 0.9999_f64] {
            let even = Base::Beta(1.0, 1.0);
            let (hazard, q): (f64, f64) = (-(1.0 - p).ln(), 2.0 * p - 1.0);
            let wants = [
                (Base::Gamma(1.0), Read::Exp, hazard),
                (Base::Gamma(1.0), Read::Scale, hazard.ln()),
                (Base::Gamma(1.0), Read::Inverse, 1.0 / hazard),
                (Base::Gamma(1.0), Read::Left(1.7), (1.0 - p).powf(1.7)),
                (
                    Base::Beta(0.5, 0.5),
                    Read::HalfSinh,
                    (std::f64::consts::PI * (p - 0.5)).tan(),
                ),
                (Base::Beta(1.0, 1.0), Read::HalfSinh, q / (1.0 - q * q).sqrt()),
                (even, Read::Scale, (p / (1.0 - p)).ln()),
                (even, Read::LogShare, p.ln()),
                (even, Read::Cloglog, hazard.ln()),
            ];
            // Where 1 / p is what is read, a cubic in p is a little off far out.
            let near = if (0.002..0.998).contains(&p) { 2e-6 } else { 3e-5 };
            for (base, read, want) in wants {
                let got = at(base, read, p);
                assert!(
                    (got - want).abs() < near * (1.0 + want.abs()),
                    "{base:?} {read:?} at {p}: {got} not {want}"
                );
            }
        }
    }

    /// Quantiles found elsewhere (SciPy 1.17).
    #[test]
    fn published_quantiles() {
        let all = [
            (
                Base::Gamma(0.4),
                Read::Exp,
                [
                    1.8538386706409988e-15,
                    0.00018320810888364635,
                    0.36269535410858855,
                    5.561790372955735,
                    12.606521471149907,
                ],
            ),
            (
                Base::Gamma(3.5),
                Read::Exp,
                [
                    0.011217657284338562,
                    0.24140988295390783,
                    0.9065444565030736,
                    2.287537753518475,
                    3.474555192550979,
                ],
            ),
            (
                Base::Gamma(40.0),
                Read::Exp,
                [
                    0.4188287558577014,
                    0.7144146610447242,
                    0.9916791252672275,
                    1.332857096645821,
                    1.5604903001970598,
                ],
            ),
            (
                Base::Gamma(2500.0),
                Read::Exp,
                [
                    0.9077940450307611,
                    0.9611809461724495,
                    0.999866669827622,
                    1.0395767543847594,
                    1.0629462716602394,
                ],
            ),
            (
                Base::Gamma(2.5),
                Read::Inverse,
                [
                    387.71230505348404,
                    6.015315376822787,
                    1.1490395822146304,
                    0.3896356300841499,
                    0.24372403716140584,
                ],
            ),
            (
                Base::Gamma(60.0),
                Read::Inverse,
                [
                    1.9949701980563488,
                    1.3104350547298227,
                    1.0055810099534603,
                    0.7883772033602783,
                    0.6911748177453423,
                ],
            ),
            (
                Base::Beta(1.5, 1.5),
                Read::HalfSinh,
                [
                    -59.63997553017019,
                    -1.8373862310370792,
                    0.0,
                    1.8373862310370788,
                    5.8973627146334096,
                ],
            ),
            (
                Base::Beta(6.0, 6.0),
                Read::HalfSinh,
                [
                    -2.45498073176944,
                    -0.6289690868610925,
                    0.0,
                    0.6289690868610923,
                    1.1343874115743064,
                ],
            ),
            (
                Base::Beta(250.0, 250.0),
                Read::HalfSinh,
                [
                    -0.2151135479796972,
                    -0.08786494226638744,
                    0.0,
                    0.08786494226638744,
                    0.138931895433484,
                ],
            ),
            (
                Base::Beta(13.0, 357.0),
                Read::Scale,
                [
                    -5.055330862349839,
                    -3.9500752748803025,
                    -3.3377025439265977,
                    -2.822563162726352,
                    -2.559985776815023,
                ],
            ),
            (
                Base::Beta(13.0, 357.0),
                Read::Cloglog,
                [
                    -5.05851005565662,
                    -3.959625554801653,
                    -3.3552044177228075,
                    -2.8515786724440737,
                    -2.597448464883217,
                ],
            ),
            (
                Base::Beta(65.0, 33.0),
                Read::Scale,
                [
                    -0.30117641200007944,
                    0.2706771780190309,
                    0.6828753407561998,
                    1.114455480128499,
                    1.376055662214486,
                ],
            ),
            (
                Base::Beta(65.0, 33.0),
                Read::Cloglog,
                [
                    -0.590852751709096,
                    -0.17719526161443186,
                    0.08780584918277985,
                    0.3351858555860375,
                    0.4707879197110282,
                ],
            ),
        ];
        for (base, read, wants) in all {
            for (p, want) in [1e-6, 0.025, 0.5, 0.975, 0.999].into_iter().zip(wants) {
                let got = at(base, read, p);
                assert!(
                    (got - want).abs() < 2e-6 * (1.0 + want.abs()),
                    "{base:?} {read:?} at {p}: {got} not {want}"
                );
            }
        }
    }

    /// The first two moments are those of the distribution.
    #[test]
    fn mean_and_variance() {
        let beta = |a: f64, b: f64| (a / (a + b), a * b / ((a + b) * (a + b) * (a + b + 1.0)));
        let all = [
            (Base::Beta(20.0, 116.0), Read::Share, beta(20.0, 116.0)),
            (Base::Beta(0.3, 4.0), Read::Share, beta(0.3, 4.0)),
            (Base::Beta(500.0, 3.0), Read::Share, beta(500.0, 3.0)),
            (Base::Beta(2e5, 3e5), Read::Share, beta(2e5, 3e5)),
            (Base::Beta(0.01, 0.02), Read::Share, beta(0.01, 0.02)),
            (Base::Gamma(0.2), Read::Exp, (1.0, 5.0)),
            (Base::Gamma(7.0), Read::Exp, (1.0, 1.0 / 7.0)),
            (Base::Gamma(3e8), Read::Exp, (1.0, 1.0 / 3e8)),
            // Of 1 over a gamma number over its mean; and of t over the root of its degrees.
            (Base::Gamma(9.0), Read::Inverse, (9.0 / 8.0, 81.0 / (64.0 * 7.0))),
            (Base::Beta(6.0, 6.0), Read::HalfSinh, (0.0, 0.1)),
            (Base::Beta(5e8, 5e8), Read::HalfSinh, (0.0, 1e-9)),
        ];
        for (base, read, (m, v)) in all {
            let quantiles = Quantiles::new(base, read, FINE);
            let n = 200_000;
            let (mut s, mut s2) = (0.0, 0.0);
            for i in 0..n {
                let x = quantiles.at((f64::from(i) + 0.5) / f64::from(n)) - m;
                s += x;
                s2 += x * x;
            }
            let (off, var) = (s / f64::from(n), s2 / f64::from(n));
            assert!(off.abs() < 2e-5 * v.sqrt().max(1e-3), "{base:?} mean {off}");
            assert!((var / v - 1.0).abs() < 1e-3, "{base:?} variance {var} {v}");
        }
    }
}
