//! Ways of saying what matters: weights, and the set of weights they allow.
//!
//! Every method ends in the same thing, an [`Elicited`]: the method's own weights (`point`), and the exact set of
//! weights that are in keeping with what was said (`allowed`). Weights are never negative and sum to 1. Outcomes
//! are numbered here; names belong to the callers.
//!
//! | method | point | allowed |
//! |---|---|---|
//! | [`ratings`] (swing, points, direct) | ratings over their sum | each rating within its band |
//! | [`ranking`] | rank-order centroid | every weight set in that order |
//! | [`pairwise`] | principal eigenvector | the point |
//! | [`best_worst`] | linear model | the point |
//! | [`statements`] | centroid of the set | every weight set that satisfies them |

mod allowed;
mod band;
mod best_worst;
mod budget;
mod compare;
pub(crate) mod geometry;
mod pairwise;
mod ranking;
mod ratings;
mod statements;
mod told;

pub use allowed::{Allowed, Constraint, Extent};
pub(crate) use allowed::{MOST_SIMPLICES, Shape, Shaping};
pub(crate) use band::band_centre;
pub use best_worst::{BestWorst, best_worst, input_based_threshold};
pub(crate) use budget::Budget;
pub use compare::{Gap, MethodsCompared, compare_methods, distance, largest_gap};
pub use pairwise::{pairwise, random_index};
pub use ranking::{rank_order_centroid, ranking, surrogate_with_ties};
pub use ratings::ratings;
pub(crate) use told::Told;

pub(crate) use statements::statements_within;
pub use statements::{Statement, statements};

/// What a method makes of the answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Elicited {
    /// The method's own weights, one per outcome.
    pub point: Vec<f64>,
    /// Every set of weights in keeping with the answers.
    pub allowed: Allowed,
    /// How well the answers agree with each other, where the method can tell.
    pub consistency: Option<Consistency>,
}

/// How well a person's comparisons agree with each other.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
#[serde(untagged)]
pub enum Consistency {
    /// The answers were pairwise comparisons.
    Pairwise {
        /// Principal eigenvalue; equals the number of outcomes when the answers agree perfectly.
        lambda_max: f64,
        /// Consistency index `(lambda - n) / (n - 1)`.
        ci: f64,
        /// Consistency ratio `ci / random index` (Saaty); 0.10 or less is usually accepted. `None` above 15
        /// outcomes, where no index is published.
        cr: Option<f64>,
    },
    /// The answers were comparisons with the best and with the worst outcome.
    BestWorst {
        /// Largest misfit of the linear model, on the scale of the weights.
        xi: f64,
        /// Input-based consistency ratio: 0 is perfect; above 1 only when a comparison is larger than the best with the worst.
        input_based: f64,
        /// The highest input-based ratio usually accepted for this many outcomes and this scale, where published.
        #[serde(skip_serializing_if = "Option::is_none")]
        threshold: Option<f64>,
    },
}

/// Answers no weights can be made of. Outcomes and statements are given by their place, counted from 0.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ValuesError {
    /// There is no outcome to weigh.
    #[error("there is no outcome to weigh: give at least one whose range is more than a point")]
    NoOutcomes,
    /// A number that cannot be used.
    #[error("outcome {at}: {} is not usable here: give a finite number of 0 or more", Told(.value))]
    Number {
        /// Which outcome.
        at: usize,
        /// The value.
        value: f64,
    },
    /// Every rating is 0.
    #[error("every answer is 0: give at least one outcome more than 0")]
    AllZero,
    /// The weights do not sum to 1.
    #[error(
        "the exact weights sum to {}: make them sum to 1, or give them as points, which share any total",
        Told(.sum)
    )]
    Sum {
        /// Their sum.
        sum: f64,
    },
    /// A band outside 0 to 1.
    #[error("the band {} is not usable: give a fraction of at least 0 and less than 1", Told(.value))]
    Band {
        /// The band.
        value: f64,
    },
    /// An outcome is ranked twice.
    #[error("outcome {at} is ranked twice: name each outcome once")]
    RankedTwice {
        /// Which outcome.
        at: usize,
    },
    /// An outcome is not ranked.
    #[error("outcome {at} is not ranked: name every outcome once")]
    NotRanked {
        /// Which outcome.
        at: usize,
    },
    /// The comparison matrix has the wrong shape.
    #[error("the comparison matrix must have {expected} rows of {expected} numbers; row {row} has {found}")]
    Shape {
        /// Rows and columns wanted.
        expected: usize,
        /// First row that is wrong.
        row: usize,
        /// How many numbers it has.
        found: usize,
    },
    /// A comparison that is not a positive number.
    #[error("the comparison in row {row}, column {column} is {}: give a number above 0", Told(.value))]
    Comparison {
        /// Row.
        row: usize,
        /// Column.
        column: usize,
        /// The value.
        value: f64,
    },
    /// A comparison and its mirror do not multiply to 1.
    #[error(
        "the comparisons in row {row}, column {column} and its mirror are {} and {}: one must be 1 divided by the other",
        Told(.value),
        Told(.mirror)
    )]
    Reciprocal {
        /// Row.
        row: usize,
        /// Column.
        column: usize,
        /// The value.
        value: f64,
        /// Its mirror.
        mirror: f64,
    },
    /// Best-worst comparisons that contradict the choice of best and worst.
    #[error("outcome {at}: {} cannot be right in a best-worst comparison: {why}", Told(.value))]
    BestWorst {
        /// Which outcome.
        at: usize,
        /// The value.
        value: f64,
        /// What to do.
        why: &'static str,
    },
    /// A statement that means nothing.
    #[error("statement {at} is not usable: {why}")]
    Statement {
        /// Which statement.
        at: usize,
        /// What to do.
        why: &'static str,
    },
    /// Statements that cannot all be true.
    #[error("statements {0:?} cannot all be true: change one of them")]
    Contradiction(
        /// The smallest set that already contradicts itself, in the order given.
        Vec<usize>,
    ),
    /// A small linear programme had no answer, which only numbers of wildly different sizes can bring about.
    #[error("the answers differ too widely in size to be worked out: check for a slip of the decimal point")]
    Numeric,
}
