//! Partial values: how good a measurement is on one outcome, from 0 (worst) to 1 (best).

use serde::{Deserialize, Serialize};

use crate::values::Told;

/// Which end of an outcome's range is the better one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PreferenceDirection {
    /// Fewer or less is better.
    Lower,
    /// More is better.
    Higher,
}

/// What value a measurement outside the range of its outcome has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outside {
    /// It counts as the nearer end, so values stay within 0 to 1.
    #[default]
    Clip,
    /// The line goes on, so values below 0 or above 1 occur.
    Extrapolate,
}

/// A linear or piecewise-linear value function over a range of measurements.
#[derive(Clone, Debug, PartialEq)]
pub struct PartialValue {
    /// Measurements, strictly ascending, the ends of the range included.
    xs: Vec<f64>,
    /// The value at each of these measurements, in the same order.
    vs: Vec<f64>,
    outside: Outside,
}

/// Why a value function cannot be built from what was given.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ValueError {
    /// The range is not two finite numbers in ascending order.
    #[error(
        "the range [{}, {}] is not usable: give two finite numbers, the lower one first",
        Told(.low),
        Told(.high)
    )]
    Range {
        /// The first of the two numbers that were given.
        low: f64,
        /// The second of them.
        high: f64,
    },
    /// The range is a single point.
    #[error(
        "the range is the single number {}: the options do not differ, so the outcome cannot be weighed",
        Told(.0)
    )]
    NoRange(
        /// The number that is both ends of the range.
        f64,
    ),
    /// There are not as many values as cut-offs.
    #[error("{cutoffs} cut-offs and {values} values: give one value for each cut-off")]
    Count {
        /// How many cut-offs were given.
        cutoffs: usize,
        /// How many values were given.
        values: usize,
    },
    /// A cut-off out of order or outside the range.
    #[error("the cut-off {} is out of place: cut-offs ascend and lie within the range", Told(.0))]
    Cutoff(
        /// The cut-off that was refused.
        f64,
    ),
    /// A value outside 0 to 1 or in the wrong direction.
    #[error(
        "the value {} is out of place: values lie between 0 (worst) and 1 (best) and rise towards the better end",
        Told(.0)
    )]
    Value(
        /// The value that was refused.
        f64,
    ),
}

impl PartialValue {
    /// A straight line from 0 at the worse end of the range to 1 at the better end.
    ///
    /// # Errors
    /// A range that is not two finite ascending numbers ([`ValueError::Range`]), or a single point
    /// ([`ValueError::NoRange`]): such an outcome drops out, by name, before any weighing.
    pub fn linear(
        better: PreferenceDirection,
        range: [f64; 2],
        outside: Outside,
    ) -> Result<Self, ValueError> {
        Self::piecewise(better, range, &[], &[], outside)
    }

    /// Straight lines between cut-offs. An end of the range that is not itself a cut-off has value 0 or 1, as
    /// `better` says.
    ///
    /// # Errors
    /// As [`PartialValue::linear`], and for cut-offs or values out of order or out of bounds.
    pub fn piecewise(
        better: PreferenceDirection,
        range: [f64; 2],
        cutoffs: &[f64],
        values: &[f64],
        outside: Outside,
    ) -> Result<Self, ValueError> {
        let [low, high] = range;
        if !(low.is_finite() && high.is_finite() && low <= high && (high - low).is_finite()) {
            return Err(ValueError::Range { low, high });
        }
        if low == high {
            return Err(ValueError::NoRange(low));
        }
        if cutoffs.len() != values.len() {
            return Err(ValueError::Count {
                cutoffs: cutoffs.len(),
                values: values.len(),
            });
        }
        let (at_low, at_high) = match better {
            PreferenceDirection::Lower => (1.0, 0.0),
            PreferenceDirection::Higher => (0.0, 1.0),
        };
        let (mut xs, mut vs): (Vec<f64>, Vec<f64>) = (Vec::new(), Vec::new());
        if cutoffs.first() != Some(&low) {
            xs.push(low);
            vs.push(at_low);
        }
        for (&x, &v) in cutoffs.iter().zip(values) {
            let rising = xs.last().is_none_or(|last| x > *last);
            if !(rising && x >= low && x <= high) {
                return Err(ValueError::Cutoff(x));
            }
            if !(0.0..=1.0).contains(&v) {
                return Err(ValueError::Value(v));
            }
            xs.push(x);
            vs.push(v);
        }
        if xs.last() != Some(&high) {
            xs.push(high);
            vs.push(at_high);
        }
        for (a, b) in vs.iter().zip(vs.iter().skip(1)) {
            let forwards = match better {
                PreferenceDirection::Lower => b <= a,
                PreferenceDirection::Higher => b >= a,
            };
            if !forwards {
                return Err(ValueError::Value(*b));
            }
        }
        Ok(Self { xs, vs, outside })
    }

    /// The value of a measurement.
    #[must_use]
    pub fn at(&self, x: f64) -> f64 {
        let last = self.xs.len().saturating_sub(2);
        let segment = self
            .xs
            .iter()
            .skip(1)
            .take(last)
            .take_while(|cut| x >= **cut)
            .count();
        let ends = |k: usize| Some((*self.xs.get(k)?, *self.vs.get(k)?));
        let (Some((x0, v0)), Some((x1, v1))) = (ends(segment), ends(segment + 1)) else {
            return 0.0;
        };
        if self.outside == Outside::Clip {
            if x <= x0 && segment == 0 {
                return v0;
            }
            if x >= x1 && segment == last {
                return v1;
            }
        }
        if v0 == 0.0 && v1 == 1.0 {
            return (x - x0) / (x1 - x0);
        }
        if v0 == 1.0 && v1 == 0.0 {
            return (x1 - x) / (x1 - x0);
        }
        v0 + (v1 - v0) * ((x - x0) / (x1 - x0))
    }

    /// `(a, b)` with `value = a + b x` for every measurement, where the function is one unbounded line.
    pub(crate) fn line(&self) -> Option<(f64, f64)> {
        match (self.xs.as_slice(), self.vs.as_slice()) {
            ([x0, x1], [v0, v1]) if self.outside == Outside::Extrapolate => {
                let b = (v1 - v0) / (x1 - x0);
                Some((v0 - b * x0, b))
            }
            _ => None,
        }
    }

    /// `(low, high, value at low, value at high)`, where the function is one line clipped to its range.
    pub(crate) fn clipped_line(&self) -> Option<(f64, f64, f64, f64)> {
        match (self.xs.as_slice(), self.vs.as_slice()) {
            ([x0, x1], [v0, v1]) if self.outside == Outside::Clip => Some((*x0, *x1, *v0, *v1)),
            _ => None,
        }
    }

    /// The lower end of the range, and how wide the range is.
    pub(crate) fn extent(&self) -> (f64, f64) {
        match (self.xs.first(), self.xs.last()) {
            (Some(low), Some(high)) => (*low, high - low),
            _ => (0.0, 1.0),
        }
    }

    /// The measurements at which the line bends or ends, ascending.
    #[must_use]
    pub fn cutoffs(&self) -> &[f64] {
        &self.xs
    }
}
