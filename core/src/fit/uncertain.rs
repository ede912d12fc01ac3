//! What is known of each figure: exactly, or as a distribution.

use weighup_kernel::Quantiles;

use super::value::PartialValue;

/// A figure for one option on one outcome.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Uncertain {
    /// Known exactly, or treated so.
    Exactly(f64),
    /// A proportion with a beta distribution: `alpha` and `beta`, for `r` of `n` often `r + 1` and `n - r + 1`.
    Beta(f64, f64),
    /// Normal, by mean and standard deviation.
    Normal(f64, f64),
    /// Anything from the first to the second, equally plausible.
    Uniform(f64, f64),
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
}

impl Link {
    /// From the scale of the effects to the scale of the figure.
    #[must_use]
    pub fn inverse(self, x: f64) -> f64 {
        match self {
            Self::Logit => weighup_kernel::logistic(x),
            Self::Log => weighup_kernel::exp(x),
            Self::Identity => x,
        }
    }
}

/// Effects relative to one baseline that all options share: `link(figure) = b + d_o`, the baseline `b` normal and
/// drawn once for all options, the effects `d` jointly normal and independent of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Relative {
    /// The scale.
    pub link: Link,
    /// Mean and standard deviation of the baseline on that scale.
    pub baseline: (f64, f64),
    /// Mean effect of each option (0 for the one that is the baseline).
    pub mean: Vec<f64>,
    /// Covariance of the effects, one row and column an option.
    pub covariance: Vec<Vec<f64>>,
}

/// What is known of one outcome for all options.
#[derive(Clone, Debug, PartialEq)]
pub enum Evidence {
    /// Each option on its own.
    Apart(Vec<Uncertain>),
    /// Relative to a shared baseline.
    Together(Relative),
}

/// Evidence that cannot be drawn from.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum FitError {
    /// A parameter out of its range.
    #[error("{kind} [{a}, {b}] is not usable: {why}")]
    Parameter {
        /// Kind of figure.
        kind: &'static str,
        /// First parameter.
        a: f64,
        /// Second parameter.
        b: f64,
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
    /// The covariance is not one.
    #[error("the covariance is not usable: {0}")]
    Covariance(
        /// What to do.
        &'static str,
    ),
}

impl Uncertain {
    /// Checks the parameters.
    ///
    /// # Errors
    /// [`FitError::Parameter`].
    pub fn check(self) -> Result<Self, FitError> {
        let wrong = |kind, a, b, why| Err(FitError::Parameter { kind, a, b, why });
        let finite = |a: f64, b: f64| a.is_finite() && b.is_finite();
        match self {
            Self::Exactly(x) if !x.is_finite() => wrong("number", x, x, "give a finite number"),
            Self::Beta(a, b) if !(finite(a, b) && a > 0.0 && b > 0.0 && a < 1e12 && b < 1e12) => {
                wrong("beta", a, b, "give two numbers above 0 and below 1e12")
            }
            Self::Normal(m, s) if !(finite(m, s) && s >= 0.0) => wrong(
                "normal",
                m,
                s,
                "give a finite mean and a standard deviation of 0 or more",
            ),
            Self::Uniform(lo, hi) if !(finite(lo, hi) && lo <= hi && (hi - lo).is_finite()) => {
                wrong("uniform", lo, hi, "give two finite numbers, the lower one first")
            }
            _ => Ok(self),
        }
    }

    /// Whether nothing about it is uncertain.
    #[must_use]
    pub fn is_exact(self) -> bool {
        match self {
            Self::Exactly(_) => true,
            Self::Beta(..) => false,
            Self::Normal(_, s) => s == 0.0,
            Self::Uniform(lo, hi) => lo == hi,
        }
    }

    /// The mean.
    #[must_use]
    pub fn mean(self) -> f64 {
        match self {
            Self::Exactly(x) | Self::Normal(x, _) => x,
            Self::Beta(a, b) => a / (a + b),
            Self::Uniform(lo, hi) => lo + 0.5 * (hi - lo),
        }
    }
}

/// The `p` quantile of a figure, for display: a range of 95 % is `quantile(0.025)` to `quantile(0.975)`.
#[must_use]
pub fn quantile(figure: Uncertain, p: f64) -> f64 {
    let p = p.clamp(0.0, 1.0);
    match figure {
        Uncertain::Exactly(x) | Uncertain::Normal(x, 0.0) => x,
        Uncertain::Normal(m, s) => m + s * weighup_kernel::normal_quantile(p),
        Uncertain::Uniform(lo, hi) => lo + p * (hi - lo),
        Uncertain::Beta(a, b) => Quantiles::beta(a, b).at(p),
    }
}

impl Evidence {
    /// Figures at their middle: the mean of each, and for relative effects the figure at the mean baseline and effect
    /// (its median).
    #[must_use]
    pub fn middle(&self) -> Vec<f64> {
        match self {
            Self::Apart(cells) => cells.iter().map(|c| c.mean()).collect(),
            Self::Together(r) => r.mean.iter().map(|d| r.link.inverse(r.baseline.0 + d)).collect(),
        }
    }

    /// The `p` quantile of an option's figure, for display. For relative effects, that of baseline and effect together,
    /// which links keep in order. `None` when there is no such option.
    #[must_use]
    pub fn quantile(&self, option: usize, p: f64) -> Option<f64> {
        match self {
            Self::Apart(cells) => cells.get(option).map(|c| quantile(*c, p)),
            Self::Together(r) => {
                let own = r.covariance.get(option).and_then(|row| row.get(option));
                let variance = r.baseline.1 * r.baseline.1 + own.copied().unwrap_or(0.0);
                let on_scale =
                    Uncertain::Normal(r.baseline.0 + r.mean.get(option)?, variance.max(0.0).sqrt());
                Some(r.link.inverse(quantile(on_scale, p)))
            }
        }
    }

    /// Whether nothing about it is uncertain.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        match self {
            Self::Apart(cells) => cells.iter().all(|c| c.is_exact()),
            Self::Together(r) => r.baseline.1 == 0.0 && r.covariance.iter().flatten().all(|x| *x == 0.0),
        }
    }

    /// Checks every parameter.
    ///
    /// # Errors
    /// The first [`FitError`], with the option's place for figures given apart.
    pub fn check(&self) -> Result<(), (Option<usize>, FitError)> {
        match self {
            Self::Apart(cells) => {
                for (i, c) in cells.iter().enumerate() {
                    c.check().map_err(|e| (Some(i), e))?;
                }
                Ok(())
            }
            Self::Together(r) => {
                Uncertain::Normal(r.baseline.0, r.baseline.1)
                    .check()
                    .map_err(|e| (None, e))?;
                if let Some(i) = r.mean.iter().position(|m| !m.is_finite()) {
                    let m = r.mean.get(i).copied().unwrap_or(f64::NAN);
                    let why = "give a finite mean effect";
                    return Err((
                        Some(i),
                        FitError::Parameter {
                            kind: "relative",
                            a: m,
                            b: 0.0,
                            why,
                        },
                    ));
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
    if covariance.iter().flatten().any(|x| !x.is_finite()) {
        return Err(FitError::Covariance("give finite numbers"));
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

/// Evidence with the value function of its outcome.
#[derive(Clone, Debug)]
pub(crate) struct Column<'a> {
    pub(crate) value: &'a PartialValue,
    pub(crate) evidence: &'a Evidence,
}
