//! Preferences: statements about weights.

use serde::Deserialize;

use super::DrugisError;
use crate::compute::problem::{WeightStatement, Weights};

#[derive(Deserialize)]
pub(super) struct Preference {
    #[serde(rename = "type")]
    kind: String,
    criteria: [String; 2],
    ratio: Option<f64>,
    bound: Option<f64>,
    bounds: Option<[f64; 2]>,
}

/// What a file has under `preferences`: a list, or the empty object that drugis wrote for "nothing said" until October 2020.
#[derive(Deserialize)]
#[serde(untagged, expecting = "give a list of preferences, or leave them out")]
pub(super) enum Preferences {
    List(Vec<Preference>),
    Nothing(Nothing),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Nothing {}

impl Preferences {
    pub(super) fn list(&self) -> &[Preference] {
        match self {
            Self::List(list) => list,
            Self::Nothing(_) => &[],
        }
    }
}

pub(super) fn weights(preferences: &[Preference]) -> Result<Weights, DrugisError> {
    if preferences.is_empty() {
        return Ok(Weights::Any);
    }
    let mut said = Vec::new();
    for (i, p) in preferences.iter().enumerate() {
        let [a, b] = p.criteria.clone();
        let wrong = |what: &str| DrugisError::new(format!("preferences[{i}]"), what.to_owned());
        said.push(match p.kind.as_str() {
            "ordinal" => WeightStatement::AtLeast(a, b),
            "exact swing" | "exact" => {
                WeightStatement::ExactRatio(a, b, p.ratio.ok_or_else(|| wrong("`ratio` is missing"))?)
            }
            "ratio bound" | "ratio" => {
                let [x, y] = p.bounds.ok_or_else(|| wrong("`bounds` is missing"))?;
                WeightStatement::Ratio(a, b, x.min(y), x.max(y))
            }
            "upper ratio" => {
                WeightStatement::Ratio(a, b, 0.0, p.bound.ok_or_else(|| wrong("`bound` is missing"))?)
            }
            other => return Err(wrong(&format!("a preference of type `{other}` is not read"))),
        });
    }
    Ok(Weights::Statements(said))
}
