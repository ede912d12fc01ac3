//! What is known of each figure: a number, or a distribution that says how likely each number is.

use std::fmt;

use weighup_kernel::{Base, Curve, Read, ln};

use super::value::PartialValue;
use crate::values::Told;

/// A figure for one option on one outcome.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Uncertain {
    /// The figure is known exactly, or taken as if it were.
    Exactly(f64),
    /// A proportion with a beta distribution: `alpha` and `beta`, for `r` of `n` often `r + 1` and `n - r + 1`.
    Beta(f64, f64),
    /// A normal distribution, given by its mean and standard deviation.
    Normal(f64, f64),
    /// Anything from the first to the second, equally plausible.
    Uniform(f64, f64),
    /// A rate or an amount above 0, by shape and rate: for `r` events in a time `t` often `r` and `t`.
    Gamma(f64, f64),
    /// One over a gamma number, by shape and scale: the mean time to an event that comes at such a rate.
    InverseGamma(f64, f64),
    /// The share without the event after a time, by shape and rate of the gamma number at which it comes, and the time.
    Survival(f64, f64, f64),
    /// Student's t distribution, given by its mean, its scale (the standard error) and its degrees of freedom.
    T(f64, f64, f64),
    /// A figure that nobody knows: anything from the first to the second, equally plausible. What it adds to the doubt is
    /// told apart from all else.
    Unknown(f64, f64),
}

/// The scale on which a relative effect adds to the baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Link {
    /// Log odds: the figure is `1 / (1 + exp(-(b + d)))`.
    Logit,
    /// Logarithm: the figure is `exp(b + d)` (ratios; lognormal on a shared baseline).
    Log,
    /// None: the figure is `b + d` (differences).
    Identity,
    /// Complementary log-log: the figure is `1 - exp(-exp(b + d))` (hazard ratios, of the share with the event).
    Cloglog,
    /// Log-log: the figure is `exp(-exp(-(b + d)))` (the share without the event, better as the number rises).
    Loglog,
}

impl Link {
    /// From the scale of the effects to the scale of the figure.
    #[must_use]
    pub fn inverse(self, x: f64) -> f64 {
        match self {
            Self::Logit => weighup_kernel::logistic(x),
            Self::Log => weighup_kernel::exp(x),
            Self::Identity => x,
            Self::Cloglog => 1.0 - weighup_kernel::exp(-weighup_kernel::exp(x)),
            Self::Loglog => weighup_kernel::exp(-weighup_kernel::exp(-x)),
        }
    }
}

/// Effects relative to one baseline that all options share: `link(figure) = b + d_o`, the baseline `b` drawn once for
/// all options, the effects `d` jointly normal and independent of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Relative {
    /// The scale on which effects are added to the baseline.
    pub link: Link,
    /// The baseline: a number, normal, t or uniform on that scale; or the baseline's own figure, beta, gamma, inverse
    /// gamma or survival, of which the link is taken.
    pub baseline: Uncertain,
    /// The mean effect of each option: 0 for the option that is the baseline.
    pub mean: Vec<f64>,
    /// The covariance of the effects: one row and one column per option.
    pub covariance: Vec<Vec<f64>>,
}

/// What is known of one outcome for all options.
#[derive(Clone, Debug, PartialEq)]
pub enum Evidence {
    /// Each option has a figure of its own.
    Apart(Vec<Uncertain>),
    /// The same where some options have the very figure of another by design: whose figure each has, its own place for
    /// its own. They are drawn once, so that they differ in no reading.
    Alike(Vec<Uncertain>, Vec<usize>),
    /// The figures are effects relative to a baseline that all options share.
    Together(Relative),
}

/// Parameters as they were given.
#[derive(Clone, Debug, PartialEq)]
pub struct Given(Vec<f64>);

impl fmt::Display for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, x) in self.0.iter().enumerate() {
            f.write_str(if i == 0 { "" } else { ", " })?;
            Told(x).fmt(f)?;
        }
        Ok(())
    }
}

/// Why nothing can be drawn from the evidence.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum FitError {
    /// A parameter out of its range.
    #[error("{kind} [{given}] is not usable: {why}")]
    Parameter {
        /// Kind of figure.
        kind: &'static str,
        /// Its parameters.
        given: Given,
        /// What to do.
        why: &'static str,
    },
    /// A baseline of which the link cannot be taken.
    #[error("a {kind} baseline does not go with this link: {why}")]
    Baseline {
        /// Kind of figure.
        kind: &'static str,
        /// What to do.
        why: &'static str,
    },
    /// A figure far outside the range.
    #[error(
        "it is so far outside the range that its value, {0:e}, cannot be worked with: check the figure and the range"
    )]
    TooFar(
        /// The value.
        f64,
    ),
    /// The numbers given as a covariance are none: it must be symmetric, with no negative variance in any direction.
    #[error("the covariance is not usable: {0}")]
    Covariance(
        /// What to do.
        &'static str,
    ),
}

/// Every parameter is below this: of larger ones differences are lost in rounding, and of the largest there are none.
const LARGEST: f64 = 1e12;

fn is_too_large(x: f64) -> bool {
    !x.is_finite() || x.abs() >= LARGEST
}

/// The smallest parameter of a distribution that has to be above 0: what is drawn from smaller ones is lost in rounding.
const SMALLEST: f64 = 1e-9;

impl Uncertain {
    /// Its name in problems.
    fn kind(self) -> &'static str {
        match self {
            Self::Exactly(_) => "number",
            Self::Beta(..) => "beta",
            Self::Normal(..) => "normal",
            Self::Uniform(..) => "uniform",
            Self::Unknown(..) => "unknown",
            Self::Gamma(..) => "gamma",
            Self::InverseGamma(..) => "inverse_gamma",
            Self::Survival(..) => "survival",
            Self::T(..) => "t",
        }
    }

    /// Its parameters; the last of them again where there are fewer than three.
    fn given(self) -> [f64; 3] {
        match self {
            Self::Exactly(x) => [x; 3],
            Self::Beta(a, b)
            | Self::Normal(a, b)
            | Self::Uniform(a, b)
            | Self::Unknown(a, b)
            | Self::Gamma(a, b)
            | Self::InverseGamma(a, b) => [a, b, b],
            Self::Survival(a, b, c) | Self::T(a, b, c) => [a, b, c],
        }
    }

    /// Checks the parameters.
    ///
    /// # Errors
    /// [`FitError::Parameter`].
    pub fn check(self) -> Result<Self, FitError> {
        let given = self.given();
        let between = |least: f64| given.iter().all(|x| *x > least && *x >= SMALLEST && *x < LARGEST);
        let (fits, why) = match self {
            Self::Exactly(_) => (true, "give a number below 1e12"),
            Self::Beta(..) | Self::Gamma(..) => (between(0.0), "give two numbers from 1e-9 to 1e12"),
            Self::Normal(_, s) => (
                s >= 0.0,
                "give a mean and a standard deviation of 0 or more, both below 1e12",
            ),
            Self::Uniform(lo, hi) | Self::Unknown(lo, hi) => {
                (lo <= hi, "give two numbers below 1e12, the lower one first")
            }
            // Of one event or less the mean time is endless.
            Self::InverseGamma(a, _) => (
                between(0.0) && a > 1.0,
                "give a shape above 1 and a scale from 1e-9, both below 1e12",
            ),
            Self::Survival(..) => (
                between(0.0),
                "give a shape, a rate and a time, all from 1e-9 to 1e12",
            ),
            Self::T(_, s, v) => (
                s >= 0.0 && v >= 1.0,
                "give a mean, a scale of 0 or more, and degrees of freedom of 1 or more, all below 1e12",
            ),
        };
        if fits && !given.into_iter().any(is_too_large) {
            return Ok(self);
        }
        let many = match self {
            Self::Exactly(_) => 1,
            Self::Survival(..) | Self::T(..) => 3,
            _ => 2,
        };
        Err(FitError::Parameter {
            kind: self.kind(),
            given: Given(given.into_iter().take(many).collect()),
            why,
        })
    }

    /// Whether nothing about it is uncertain.
    #[must_use]
    pub fn is_exact(self) -> bool {
        match self {
            Self::Exactly(_) => true,
            Self::Normal(_, s) | Self::T(_, s, _) => s == 0.0,
            Self::Uniform(lo, hi) | Self::Unknown(lo, hi) => lo == hi,
            _ => false,
        }
    }

    /// The mean (of t with 1 degree of freedom, which has none, the middle).
    #[must_use]
    pub fn mean(self) -> f64 {
        match self {
            Self::Exactly(x) | Self::Normal(x, _) | Self::T(x, ..) => x,
            Self::Beta(a, b) => a / (a + b),
            Self::Uniform(lo, hi) | Self::Unknown(lo, hi) => lo + 0.5 * (hi - lo),
            Self::Gamma(a, rate) => a / rate,
            Self::InverseGamma(a, scale) => scale / (a - 1.0),
            Self::Survival(a, rate, time) => weighup_kernel::exp(-a * ln(1.0 + time / rate)),
        }
    }

    /// How it is drawn by a table, after the link: `None` where it is drawn otherwise, or has no such link.
    pub(crate) fn curve(self, link: Link) -> Option<Curve> {
        use Link::{Cloglog, Identity, Log, Logit, Loglog};
        let (base, read, from, by) = match (self, link) {
            (Self::T(mean, scale, v), _) => (
                Base::Beta(0.5 * v, 0.5 * v),
                Read::HalfSinh,
                mean,
                scale * v.sqrt(),
            ),
            (Self::Beta(a, b), Identity) => (Base::Beta(a, b), Read::Share, 0.0, 1.0),
            (Self::Beta(a, b), Logit) => (Base::Beta(a, b), Read::Scale, 0.0, 1.0),
            (Self::Beta(a, b), Log) => (Base::Beta(a, b), Read::LogShare, 0.0, 1.0),
            (Self::Beta(a, b), Cloglog) => (Base::Beta(a, b), Read::Cloglog, 0.0, 1.0),
            // -ln(-ln x) of a share is the complementary one of all others, the other way round.
            (Self::Beta(a, b), Loglog) => (Base::Beta(b, a), Read::Cloglog, 0.0, -1.0),
            (Self::Gamma(a, rate), Identity) => (Base::Gamma(a), Read::Exp, 0.0, a / rate),
            (Self::Gamma(a, rate), Log) => (Base::Gamma(a), Read::Scale, ln(a / rate), 1.0),
            (Self::InverseGamma(a, scale), Identity) => (Base::Gamma(a), Read::Inverse, 0.0, scale / a),
            (Self::InverseGamma(a, scale), Log) => (Base::Gamma(a), Read::Scale, ln(scale / a), -1.0),
            (Self::Survival(a, rate, time), Identity) => {
                (Base::Gamma(a), Read::Left(time * a / rate), 0.0, 1.0)
            }
            (Self::Survival(a, rate, time), Loglog) => {
                (Base::Gamma(a), Read::Scale, -ln(time * a / rate), -1.0)
            }
            _ => return None,
        };
        Some(Curve { base, read, from, by })
    }

    /// Whether it is on the scale of a link as it stands.
    fn is_on_the_scale(self) -> bool {
        matches!(
            self,
            Self::Exactly(_) | Self::Normal(..) | Self::Uniform(..) | Self::T(..)
        )
    }
}

/// The `p` quantile of a figure, for display: a range of 95 % is `quantile(0.025)` to `quantile(0.975)`.
#[must_use]
pub fn quantile(figure: Uncertain, p: f64) -> f64 {
    after(figure, Link::Identity, p)
}

/// The `p` quantile of a baseline on the scale of a link.
fn after(figure: Uncertain, link: Link, p: f64) -> f64 {
    let p = p.clamp(0.0, 1.0);
    match figure {
        figure if figure.is_exact() => figure.mean(),
        Uncertain::Normal(m, s) => m + s * weighup_kernel::normal_quantile(p),
        Uncertain::Uniform(lo, hi) | Uncertain::Unknown(lo, hi) => lo + p * (hi - lo),
        figure => figure.curve(link).map_or(f64::NAN, |c| c.quantile(p)),
    }
}

impl Relative {
    /// Figures worked out from one figure by published ratios: low end, ratio and high end of each, the 95 % interval, `None` for
    /// the figure itself. A logarithm is normal around that of the ratio, with a quarter of the interval's width there as standard
    /// deviation. Options of one number in `alike` are one figure. `None` for a baseline without a logarithm.
    #[must_use]
    pub fn ratios(baseline: Uncertain, ratios: &[Option<[f64; 3]>], alike: &[usize]) -> Option<Self> {
        let baseline = match baseline {
            Uncertain::Exactly(x) if x > 0.0 => Uncertain::Exactly(ln(x)),
            Uncertain::Beta(..) | Uncertain::Gamma(..) => baseline,
            _ => return None,
        };
        let variance = |ratio: &Option<[f64; 3]>| match *ratio {
            Some([low, _, high]) => ((ln(high) - ln(low)) / 3.92).powi(2),
            None => 0.0,
        };
        let covariance = ratios.iter().zip(alike).map(|(ratio, own)| {
            let beside = alike
                .iter()
                .map(|other| if other == own { variance(ratio) } else { 0.0 });
            beside.collect()
        });
        Some(Self {
            link: Link::Log,
            baseline,
            mean: ratios
                .iter()
                .map(|ratio| ratio.map_or(0.0, |[_, at, _]| ln(at)))
                .collect(),
            covariance: covariance.collect(),
        })
    }

    /// The baseline's middle on the scale of the link: its mean there, or the link of the mean figure (of the mean rate,
    /// where the figure is a time or a share without the event).
    fn middle(&self) -> f64 {
        match self.baseline.curve(self.link) {
            Some(curve) if !self.baseline.is_on_the_scale() => curve.middle(),
            _ => self.baseline.mean(),
        }
    }

    /// The `p` quantile of baseline and effect together, on the scale of the link.
    fn quantile(&self, option: usize, p: f64) -> Option<f64> {
        let effect = *self.mean.get(option)?;
        let own = self.covariance.get(option).and_then(|row| row.get(option));
        let variance = own.copied().unwrap_or(0.0).max(0.0);
        if let Uncertain::Normal(m, s) = self.baseline {
            return Some(quantile(
                Uncertain::Normal(m + effect, (s * s + variance).sqrt()),
                p,
            ));
        }
        if variance == 0.0 {
            return Some(effect + after(self.baseline, self.link, p));
        }
        // Every 1/200 of one with every 1/200 of the other.
        const PARTS: u32 = 200;
        let middles = |of: &dyn Fn(f64) -> f64| -> Vec<f64> {
            (0..PARTS)
                .map(|k| of((f64::from(k) + 0.5) / f64::from(PARTS)))
                .collect()
        };
        let curve = self.baseline.curve(self.link);
        let baseline = match curve {
            Some(curve) => curve.quantiles(PARTS),
            None => middles(&|p| after(self.baseline, self.link, p)),
        };
        let effects = middles(&|p| quantile(Uncertain::Normal(effect, variance.sqrt()), p));
        let mut sums: Vec<f64> = baseline
            .iter()
            .flat_map(|b| effects.iter().map(move |e| b + e))
            .collect();
        sums.sort_by(f64::total_cmp);
        let at = (p.clamp(0.0, 1.0) * (sums.len() - 1) as f64) as usize;
        sums.get(at).copied()
    }
}

impl Evidence {
    /// The figures, where options have one each; `None` for relative effects.
    pub(crate) fn apart(&self) -> Option<&[Uncertain]> {
        match self {
            Self::Apart(cells) | Self::Alike(cells, _) => Some(cells),
            Self::Together(_) => None,
        }
    }

    /// The place of the option whose figure an option has: its own place, unless they have the same by design.
    pub(crate) fn whose(&self, option: usize) -> usize {
        match self {
            Self::Alike(_, of) => of.get(option).copied().unwrap_or(option),
            Self::Apart(_) | Self::Together(_) => option,
        }
    }

    /// Whether another option has the same figure by design.
    pub(crate) fn is_shared(&self, option: usize) -> bool {
        let whose = self.whose(option);
        match self {
            Self::Alike(cells, _) => (0..cells.len()).any(|at| at != option && self.whose(at) == whose),
            Self::Apart(_) | Self::Together(_) => false,
        }
    }

    /// The lowest and the highest figure of the options, at its middle; of one that nobody knows, its ends.
    pub(crate) fn extent(&self) -> [f64; 2] {
        let ends = |cell: &Uncertain| match *cell {
            Uncertain::Unknown(low, high) => [low, high],
            known => [known.mean(); 2],
        };
        let all: Vec<f64> = match self.apart() {
            Some(cells) => cells.iter().flat_map(ends).collect(),
            None => self.middle(),
        };
        let low = all.iter().copied().fold(f64::INFINITY, f64::min);
        let high = all.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        [low, high]
    }

    /// Figures at their middle: the mean of each, and for relative effects the figure at the mean baseline and effect
    /// (its median where the baseline is normal).
    #[must_use]
    pub fn middle(&self) -> Vec<f64> {
        match self {
            Self::Apart(cells) | Self::Alike(cells, _) => cells.iter().map(|c| c.mean()).collect(),
            Self::Together(r) => {
                let baseline = r.middle();
                r.mean.iter().map(|d| r.link.inverse(baseline + d)).collect()
            }
        }
    }

    /// The `p` quantile of an option's figure, for display. For relative effects, that of baseline and effect together,
    /// which links keep in order. `None` when there is no such option.
    #[must_use]
    pub fn quantile(&self, option: usize, p: f64) -> Option<f64> {
        match self {
            Self::Apart(cells) | Self::Alike(cells, _) => cells.get(option).map(|c| quantile(*c, p)),
            Self::Together(r) => r.quantile(option, p).map(|x| r.link.inverse(x)),
        }
    }

    /// Whether nothing about it is uncertain.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        match self {
            Self::Apart(cells) | Self::Alike(cells, _) => cells.iter().all(|c| c.is_exact()),
            Self::Together(r) => r.baseline.is_exact() && r.covariance.iter().flatten().all(|x| *x == 0.0),
        }
    }

    /// Checks every parameter.
    ///
    /// # Errors
    /// The first [`FitError`], with the option's place for figures given apart.
    pub fn check(&self) -> Result<(), (Option<usize>, FitError)> {
        match self {
            Self::Apart(cells) | Self::Alike(cells, _) => {
                for (i, c) in cells.iter().enumerate() {
                    c.check().map_err(|e| (Some(i), e))?;
                }
                Ok(())
            }
            Self::Together(r) => {
                r.baseline.check().map_err(|e| (None, e))?;
                if !r.baseline.is_on_the_scale() && r.baseline.curve(r.link).is_none() {
                    let why = match r.baseline {
                        Uncertain::Survival(..) => {
                            "take `loglog`, or a mean and a standard deviation on its scale"
                        }
                        _ => "take `log`, or a mean and a standard deviation on its scale",
                    };
                    let kind = r.baseline.kind();
                    return Err((None, FitError::Baseline { kind, why }));
                }
                if let Some((i, m)) = r.mean.iter().enumerate().find(|(_, m)| is_too_large(**m)) {
                    let (kind, why) = ("relative", "give a mean effect below 1e12");
                    let given = Given(vec![*m]);
                    return Err((Some(i), FitError::Parameter { kind, given, why }));
                }
                factor(&r.covariance).map(|_| ()).map_err(|e| (None, e))
            }
        }
    }
}

/// Lower-triangular `L` with `L Lᵀ = covariance` (Cholesky); options without variance get a row of zeros.
pub(crate) fn factor(covariance: &[Vec<f64>]) -> Result<Vec<Vec<f64>>, FitError> {
    let n = covariance.len();
    let at = |i: usize, j: usize| {
        covariance
            .get(i)
            .and_then(|r| r.get(j))
            .copied()
            .unwrap_or(f64::NAN)
    };
    if covariance.iter().any(|r| r.len() != n) {
        return Err(FitError::Covariance(
            "give as many numbers in each row as there are rows",
        ));
    }
    if covariance.iter().flatten().any(|x| is_too_large(*x)) {
        return Err(FitError::Covariance("give numbers below 1e12"));
    }
    let scale = (0..n).fold(0.0f64, |m, i| m.max(at(i, i).abs()));
    let tolerance = 1e-9 * scale;
    for i in 0..n {
        for j in 0..i {
            if (at(i, j) - at(j, i)).abs() > tolerance {
                return Err(FitError::Covariance("it must be symmetric"));
            }
        }
    }
    let mut l: Vec<Vec<f64>> = vec![vec![0.0; n]; n];
    for i in 0..n {
        for j in 0..=i {
            let (Some(li), Some(lj)) = (l.get(i), l.get(j)) else {
                continue;
            };
            let known: f64 = li.iter().zip(lj).take(j).map(|(a, b)| a * b).sum();
            let left = at(i, j) - known;
            let diagonal = lj.get(j).copied().unwrap_or(0.0);
            let entry = if i == j {
                if left < -tolerance {
                    return Err(FitError::Covariance("it must be positive semi-definite"));
                }
                if left <= tolerance * 1e-3 {
                    0.0
                } else {
                    left.sqrt()
                }
            } else if diagonal > 0.0 {
                left / diagonal
            } else if left.abs() <= tolerance.max(1e-300).sqrt() * scale.sqrt() {
                0.0
            } else {
                return Err(FitError::Covariance("it must be positive semi-definite"));
            };
            if let Some(x) = l.get_mut(i).and_then(|r| r.get_mut(j)) {
                *x = entry;
            }
        }
    }
    Ok(l)
}

/// One outcome as the engine takes it: its evidence, and the function that says how good each figure is.
#[derive(Clone, Debug)]
pub(crate) struct Column<'a> {
    pub(crate) value: &'a PartialValue,
    pub(crate) evidence: &'a Evidence,
}
