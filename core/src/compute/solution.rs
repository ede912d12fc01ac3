//! Everything there is to say about a problem, keyed by id, in the order of the problem.

use serde::Serialize;

use super::Keyed;
use crate::fit::How;

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
    pub point: Keyed<f64>,
    /// Centroid of the allowed set.
    pub mean: Keyed<f64>,
    /// Smallest allowed weight.
    pub min: Keyed<f64>,
    /// Largest allowed weight.
    pub max: Keyed<f64>,
}

/// How well comparisons agree with each other.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Consistency {
    /// Pairwise comparison.
    Pairwise {
        /// Principal eigenvalue.
        lambda_max: f64,
        /// Consistency index.
        ci: f64,
        /// Consistency ratio; `null` above 15 outcomes.
        cr: Option<f64>,
    },
    /// Best-worst.
    BestWorst {
        /// Largest misfit of the linear model.
        xi: f64,
        /// Input-based consistency ratio.
        input_based: f64,
        /// Highest input-based ratio usually accepted for this number of outcomes and this scale, where published.
        #[serde(skip_serializing_if = "Option::is_none")]
        threshold: Option<f64>,
    },
}

/// How the options fit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fit {
    /// Total value with the point weights and the evidence at its middle.
    pub values: Keyed<f64>,
    /// What each outcome adds to it.
    pub contributions: Keyed<Keyed<f64>>,
    /// Place by total value; ties share the better place.
    pub ranks: Keyed<usize>,
    /// Share of all readings in which each option is first.
    pub first_rank: Keyed<f64>,
    /// Share of all readings in which each option is first, second, ….
    pub rank_acceptability: Keyed<Vec<f64>>,
    /// Mean of the weights with which an option is first; `null` when it never is.
    pub central_weights: Keyed<Option<Keyed<f64>>>,
    /// Share of the readings of the evidence in which an option is first with its own central weights.
    pub confidence: Keyed<Option<f64>>,
    /// Share of all readings in which the first option is above the second.
    pub pairwise: Keyed<Keyed<f64>>,
    /// Entropy in bits of the distribution over complete rankings.
    pub entropy: f64,
    /// Standard error of `first_rank`; 0 where exact.
    pub mc_error: Keyed<f64>,
    /// Exact volumes, or draws.
    pub how: How,
    /// Total value over all readings: its whole extent when exact, the middle 90 % of the draws otherwise.
    pub spread: Keyed<[f64; 2]>,
    /// Weights of each outcome at which two options tie.
    pub switch_points: Keyed<Vec<SwitchPoint>>,
    /// The options that dominate each.
    pub dominated: Keyed<Vec<String>>,
}

/// Two options tie at this weight of the outcome, the others rescaled in proportion.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SwitchPoint {
    /// The weight.
    pub weight: f64,
    /// The two options.
    pub between: [String; 2],
}
