//! Everything there is to say about a problem, keyed by id, in the order of the problem.

use serde::Serialize;

use super::ById;
use crate::fit::How;
use crate::values::Consistency;

/// A worked-out problem.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Solution {
    /// Weights of the outcomes.
    pub weights: WeightsFound,
    /// How well the answers agree with each other, where the method can tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consistency: Option<Consistency>,
    /// Outcomes that dropped out because their range is a single number; their weight is 0.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dropped: Vec<String>,
    /// How the options fit; absent when the problem has none.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub fit: Option<Fit>,
}

/// Weights found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WeightsFound {
    /// The method's own weights: its estimate, or the centroid of the allowed set where it only names a set. A ranking's
    /// are its rank-order centroid.
    pub point: ById<f64>,
    /// Centroid of the allowed set.
    pub mean: ById<f64>,
    /// Smallest allowed weight.
    pub min: ById<f64>,
    /// Largest allowed weight.
    pub max: ById<f64>,
}

/// How the options fit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fit {
    /// Total value with the point weights and the evidence at its middle.
    pub values: ById<f64>,
    /// What each outcome adds to it.
    pub contributions: ById<ById<f64>>,
    /// Place by total value; ties share the better place.
    pub ranks: ById<usize>,
    /// Share of all readings in which each option is first.
    pub first_rank: ById<f64>,
    /// Share of all readings in which each option is first, second, ….
    pub rank_acceptability: ById<Vec<f64>>,
    /// Mean of the weights with which an option is first; `null` when it never is.
    pub central_weights: ById<Option<ById<f64>>>,
    /// Share of the readings of the evidence in which an option is first with its own central weights.
    pub confidence: ById<Option<f64>>,
    /// Share of all readings in which the first option is above the second.
    pub pairwise: ById<ById<f64>>,
    /// Entropy in bits of the distribution over complete rankings.
    pub entropy: f64,
    /// Standard error of `first_rank`; 0 where exact.
    pub mc_error: ById<f64>,
    /// Exact volumes, or draws.
    pub how: How,
    /// Total value over all readings: its whole extent when exact, the middle 90 % of the draws otherwise.
    pub spread: ById<[f64; 2]>,
    /// Of the variance of the differences between options, the share that comes from figures that nobody knows; absent
    /// when there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown: Option<f64>,
    /// Weights of each outcome at which two options tie.
    pub switch_points: ById<Vec<SwitchWeight>>,
    /// The options that dominate each.
    pub dominated: ById<Vec<String>>,
}

/// A switch point that names options by id ([`crate::fit::SwitchPoint`] has them by place): two options tie at this weight of the
/// outcome, the others rescaled in proportion.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SwitchWeight {
    /// The weight.
    pub weight: f64,
    /// The two options.
    pub between: [String; 2],
}
