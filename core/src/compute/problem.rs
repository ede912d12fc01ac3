//! A problem: outcomes, options, figures and what was said about what matters.

use serde::{Deserialize, Serialize};

use super::ById;
use crate::fit::{Link, Outside, PreferenceDirection};

/// A decision, ready to be worked out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DecisionProblem {
    /// Outcomes.
    pub outcomes: Vec<Criterion>,
    /// Options, by id. May be empty, and `cells` with it: then only weights are worked out.
    pub options: Vec<String>,
    /// Figures by outcome.
    pub cells: ById<Performances>,
    /// What was said about what matters.
    pub weights: Weights,
    /// Draws, where something has to be drawn.
    pub draws: u32,
    /// Seed of the draws.
    pub seed: u64,
}

impl DecisionProblem {
    /// Draws unless told otherwise.
    pub const DRAWS: u32 = 100_000;

    /// A problem with the usual number of draws and seed 1.
    pub fn new<O: Into<String>, C: Into<String>>(
        outcomes: impl IntoIterator<Item = Criterion>,
        options: impl IntoIterator<Item = O>,
        cells: impl IntoIterator<Item = (C, Performances)>,
        weights: Weights,
    ) -> Self {
        Self {
            outcomes: outcomes.into_iter().collect(),
            options: options.into_iter().map(Into::into).collect(),
            cells: cells.into_iter().collect(),
            weights,
            draws: Self::DRAWS,
            seed: 1,
        }
    }
}

/// An outcome as the engine takes it (a criterion, in the words of multi-criteria decision analysis): what is better, over which
/// range.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Criterion {
    /// Id, as used in `cells` and `weights`.
    pub id: String,
    /// Which end of the range is better. Needed where there are options.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub better: Option<PreferenceDirection>,
    /// Lower and higher end of the range the weights are about, in the unit of the figures. Where there are options and no
    /// range, it is that of the figures compared and `outside` is [`Outside::Extrapolate`], as the widget reads an aid. An
    /// outcome whose range is a single number drops out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<[f64; 2]>,
    /// Shape of the value function.
    pub value: Shape,
    /// What happens to figures outside the range.
    pub outside: Outside,
}

impl Criterion {
    /// An outcome of which less is better, linear over a range.
    pub fn lower(id: impl Into<String>, low: f64, high: f64) -> Self {
        Self::linear(id, PreferenceDirection::Lower, low, high)
    }

    /// An outcome of which more is better, linear over a range.
    pub fn higher(id: impl Into<String>, low: f64, high: f64) -> Self {
        Self::linear(id, PreferenceDirection::Higher, low, high)
    }

    fn linear(id: impl Into<String>, better: PreferenceDirection, low: f64, high: f64) -> Self {
        Self {
            id: id.into(),
            better: Some(better),
            range: Some([low, high]),
            value: Shape::Linear,
            outside: Outside::Clip,
        }
    }
}

/// Shape of a value function.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// A straight line.
    #[default]
    Linear,
    /// Straight lines between cut-offs (ascending) with a value each, 0 the worst and 1 the best.
    #[serde(untagged)]
    Piecewise {
        /// Measurements.
        cutoffs: Vec<f64>,
        /// Value at each.
        values: Vec<f64>,
    },
}

/// How the options perform on one criterion: a row of the performance table.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Performances {
    /// Each option on its own.
    Apart(ById<Performance>),
    /// Relative to a baseline all options share.
    Relative {
        /// The effects.
        relative: RelativePerformances,
    },
}

impl Performances {
    /// Figures of each option on its own.
    pub fn apart<K: Into<String>>(cells: impl IntoIterator<Item = (K, Performance)>) -> Self {
        Self::Apart(cells.into_iter().collect())
    }
}

/// How one option performs on one criterion: a number, or how it is distributed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Performance {
    /// A proportion: beta with parameters alpha and beta.
    Beta([f64; 2]),
    /// Normal: mean and standard deviation.
    Normal([f64; 2]),
    /// Anything from the first number to the second.
    Uniform([f64; 2]),
    /// Nobody knows: anything from the first number to the second. Its share of the doubt is told apart.
    Unknown([f64; 2]),
    /// A rate or an amount above 0: gamma with shape and rate.
    Gamma([f64; 2]),
    /// The mean time to an event that comes at a gamma rate: inverse gamma with shape and scale.
    #[serde(rename = "inverse_gamma")]
    InverseGamma([f64; 2]),
    /// The share without an event that comes at a gamma rate: shape, rate and time.
    Survival([f64; 3]),
    /// Student's t: mean, scale and degrees of freedom.
    T([f64; 3]),
    /// Exactly this.
    #[serde(untagged)]
    Number(f64),
}

/// Effects relative to a shared baseline: `link(figure) = baseline + effect`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RelativePerformances {
    /// The scale on which they add.
    pub link: Link,
    /// The baseline. Normal, with mean and standard deviation on that scale (in JSON those two numbers alone), t on that
    /// scale; or what the baseline's own figure is, of which the link is taken.
    #[serde(serialize_with = "plain")]
    pub baseline: Performance,
    /// Mean effect of each option; 0 for the baseline option.
    pub mean: ById<f64>,
    /// Covariance of the effects; options it leaves out have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cov: Option<Covariance>,
}

fn plain<S: serde::Serializer>(baseline: &Performance, serializer: S) -> Result<S::Ok, S::Error> {
    match baseline {
        Performance::Normal(pair) => pair.serialize(serializer),
        other => other.serialize(serializer),
    }
}

/// A covariance matrix with the order of its rows and columns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Covariance {
    /// Options.
    pub order: Vec<String>,
    /// Rows.
    pub data: Vec<Vec<f64>>,
}

/// What was said about what matters.
#[derive(Clone, Debug, PartialEq)]
pub enum Weights {
    /// These weights.
    Exact(ById<f64>),
    /// Swing: the outcome to change first 100, the others next to it.
    Swing {
        /// Points.
        points: ById<f64>,
        /// Each answer may be off by this fraction either way; exact when absent.
        band: Option<f64>,
    },
    /// Points shared out, or direct importance.
    Points {
        /// Points.
        points: ById<f64>,
        /// As for swing.
        band: Option<f64>,
    },
    /// In order, most important first.
    Ranking(Vec<Tied>),
    /// Comparisons of every pair.
    Pairwise {
        /// Outcomes in the order of rows and columns.
        order: Vec<String>,
        /// How many times more the row's outcome matters than the column's.
        matrix: Vec<Vec<f64>>,
    },
    /// Best-worst comparisons.
    BestWorst {
        /// Most important.
        best: String,
        /// Least important.
        worst: String,
        /// How many times more the best matters than each.
        best_to_others: ById<f64>,
        /// How many times more each matters than the worst.
        others_to_worst: ById<f64>,
    },
    /// Free statements.
    Statements(Vec<WeightStatement>),
    /// Nothing was said: any weights.
    Any,
}

impl Weights {
    /// Swing answers.
    pub fn swing<K: Into<String>>(points: impl IntoIterator<Item = (K, f64)>, band: Option<f64>) -> Self {
        Self::Swing {
            points: points.into_iter().collect(),
            band,
        }
    }

    /// Exact weights.
    pub fn exact<K: Into<String>>(weights: impl IntoIterator<Item = (K, f64)>) -> Self {
        Self::Exact(weights.into_iter().collect())
    }
}

/// A place in a ranking: one outcome, or several that matter equally.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Tied {
    /// One.
    One(String),
    /// Several.
    Several(Vec<String>),
}

/// A statement about weights that names outcomes by id; [`crate::values::Statement`] has them by place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WeightStatement {
    /// The first matters at least as much as the second.
    AtLeast(String, String),
    /// The first matters from `lo` to `hi` times as much as the second.
    Ratio(String, String, f64, f64),
    /// The first matters exactly this many times as much as the second.
    ExactRatio(String, String, f64),
    /// The weight lies between two bounds.
    Weight(String, f64, f64),
}

impl Serialize for Weights {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        #[derive(Serialize)]
        struct Matrix<'a> {
            order: &'a [String],
            matrix: &'a [Vec<f64>],
        }
        #[derive(Serialize)]
        struct BestWorst<'a> {
            best: &'a str,
            worst: &'a str,
            best_to_others: &'a ById<f64>,
            others_to_worst: &'a ById<f64>,
        }
        let mut map = serializer.serialize_map(None)?;
        match self {
            Self::Exact(w) => map.serialize_entry("exact", w)?,
            Self::Swing { points, band } | Self::Points { points, band } => {
                let key = if matches!(self, Self::Swing { .. }) {
                    "swing"
                } else {
                    "points"
                };
                map.serialize_entry(key, points)?;
                if let Some(band) = band {
                    map.serialize_entry("band", band)?;
                }
            }
            Self::Ranking(order) => map.serialize_entry("ranking", order)?,
            Self::Pairwise { order, matrix } => map.serialize_entry("pairwise", &Matrix { order, matrix })?,
            Self::BestWorst {
                best,
                worst,
                best_to_others,
                others_to_worst,
            } => {
                map.serialize_entry(
                    "best_worst",
                    &BestWorst {
                        best,
                        worst,
                        best_to_others,
                        others_to_worst,
                    },
                )?;
            }
            Self::Statements(s) => map.serialize_entry("statements", s)?,
            Self::Any => map.serialize_entry("any", &true)?,
        }
        map.end()
    }
}
