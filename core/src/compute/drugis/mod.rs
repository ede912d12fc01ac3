//! Problems of drugis MCDA (mcda-elicitation-web): schema 1.0.0 to 1.4.7, and files from before versions were written.
//!
//! Distributions mean what drugis' own sampler makes of them: [`distributions`] for one alternative, [`effects`] for all
//! together. What differs between versions is read by its shape, because shipped files do not keep to the version they state:
//! a criterion holds its scale and value function itself (before 1.0.0) or in `dataSources`; a performance is a bare
//! effect, or an `effect` beside a `distribution`; which end is better stands in a value function, in `isFavorable`, or in
//! the `valueTree` of old files. Percentages are the trap: a source may have the scale `[0, 100]` while its figures, its
//! value function or both are proportions; each is brought to proportions where the two disagree.
//! Measurements outside the value function's range extrapolate, as they do there.

mod distributions;
mod effects;
mod preferences;
mod scales;
mod value_functions;
mod versions;

use serde::Deserialize;
use serde_json::Value;

use super::ById;
use super::problem::{Criterion, DecisionProblem, Performances};
use preferences::{Preferences, weights};

/// A file that cannot be read as a problem.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {message}")]
pub struct DrugisError {
    place: String,
    message: String,
}

impl DrugisError {
    fn new(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            message: message.into(),
        }
    }

    /// Where in the file.
    #[must_use]
    pub fn place(&self) -> &str {
        &self.place
    }
}

#[derive(Deserialize)]
struct File {
    #[serde(rename = "schemaVersion")]
    version: Option<String>,
    criteria: ById<Value>,
    alternatives: ById<Value>,
    #[serde(rename = "performanceTable")]
    table: Vec<Entry>,
    preferences: Option<Preferences>,
    #[serde(rename = "valueTree")]
    tree: Option<Value>,
}

#[derive(Deserialize)]
struct Entry {
    alternative: Option<String>,
    #[serde(alias = "criterionUri")]
    criterion: String,
    #[serde(rename = "dataSource")]
    source: Option<String>,
    performance: Value,
}

/// Reads a drugis problem. A criterion with several data sources is read from the first that has a figure for every
/// alternative. Without a value function the range is what the figures span (95 % of each distribution) and
/// `isFavorable` says which end is better.
///
/// # Errors
/// What is wrong and where: not such a file, a version above 1.4.7, a missing figure, a distribution whose parameters
/// cannot be, or a baseline on another scale than the effects (as a survival one beside odds ratios).
pub fn from_drugis(text: &str) -> Result<DecisionProblem, DrugisError> {
    let mut json = serde_json::Deserializer::from_str(text.trim_start_matches('\u{feff}'));
    let file: File = serde_path_to_error::deserialize(&mut json)
        .map_err(|e| DrugisError::new(e.path().to_string(), e.inner().to_string()))?;
    if let Some(v) = &file.version {
        versions::check(v)?;
    }
    let options: Vec<String> = file.alternatives.iter().map(|(id, _)| id.to_owned()).collect();
    let mut outcomes = Vec::new();
    let mut cells = ById::default();
    for (id, criterion) in file.criteria.iter() {
        let (outcome, figures) = criterion_of(id, criterion, &file, &options)?;
        cells.push(id, figures);
        outcomes.push(outcome);
    }
    let weights = weights(file.preferences.as_ref().map_or(&[], Preferences::list))?;
    Ok(DecisionProblem {
        outcomes,
        options,
        cells,
        weights,
        draws: DecisionProblem::DRAWS,
        seed: 1,
    })
}

fn criterion_of(
    id: &str,
    criterion: &Value,
    file: &File,
    options: &[String],
) -> Result<(Criterion, Performances), DrugisError> {
    let place = format!("criteria.{id}");
    let own = [criterion.clone()];
    let sources = match criterion.get("dataSources").and_then(Value::as_array) {
        Some(sources) if sources.is_empty() => {
            return Err(DrugisError::new(place, "it has no data source: add one"));
        }
        Some(sources) => sources.as_slice(),
        None => own.as_slice(),
    };
    let mut first_error = None;
    for source in sources {
        let name = source.get("id").and_then(Value::as_str);
        let belongs = |e: &&Entry| {
            e.criterion == id && (sources.len() == 1 || e.source.is_none() || e.source.as_deref() == name)
        };
        let entries: Vec<&Entry> = file.table.iter().filter(belongs).collect();
        let read = figures(id, &entries, options).and_then(|cells| {
            Ok((
                value_functions::outcome(id, criterion, source, &cells, file, options)?,
                cells,
            ))
        });
        match read {
            Ok((outcome, cells)) => {
                let unit = versions::written_in(source, criterion, &entries, file);
                return Ok(scales::percentages(outcome, cells, source, unit));
            }
            Err(e) => first_error = first_error.or(Some(e)),
        }
    }
    Err(first_error.unwrap_or_else(|| DrugisError::new(place, "it has no figures")))
}

fn figures(id: &str, entries: &[&Entry], options: &[String]) -> Result<Performances, DrugisError> {
    let place = format!("performanceTable.{id}");
    let mut together = entries.iter().filter(|e| e.alternative.is_none());
    if let Some(shared) = together.next() {
        // The sampler of drugis takes rows in the order of the file, so its last one wins; here neither is guessed.
        let twice = together
            .next()
            .map(|_| "there are two effects for one criterion: give it once");
        let mixed = (entries.len() > 1).then_some(
            "there are figures of single alternatives beside an effect for all of them: give one or the other",
        );
        if let Some(wrong) = twice.or(mixed) {
            return Err(DrugisError::new(&place, wrong));
        }
        return effects::relative(&place, &shared.performance, options)
            .map(|relative| Performances::Relative { relative });
    }
    let mut cells = ById::default();
    for option in options {
        let place = format!("{place}.{option}");
        let mut given = entries
            .iter()
            .filter(|e| e.alternative.as_deref() == Some(option));
        let entry = given
            .next()
            .ok_or_else(|| DrugisError::new(&place, "there is no figure: give one for every alternative"))?;
        if given.next().is_some() {
            return Err(DrugisError::new(
                &place,
                "there are two figures for one cell: give it once",
            ));
        }
        cells.push(option, distributions::figure(&place, &entry.performance)?);
    }
    Ok(Performances::Apart(cells))
}

fn kind(v: &Value) -> &str {
    v.get("type").and_then(Value::as_str).unwrap_or("")
}

/// A part of a distribution, which stands in its `parameters` or, in old files, in itself.
fn part<'v>(place: &str, v: &'v Value, key: &str) -> Result<&'v Value, DrugisError> {
    v.get("parameters")
        .and_then(|p| p.get(key))
        .or_else(|| v.get(key))
        .ok_or_else(|| DrugisError::new(place, format!("`{key}` is missing")))
}

fn number(place: &str, v: &Value, key: &str) -> Result<f64, DrugisError> {
    let wrong = || DrugisError::new(place, format!("`{key}` is missing or not a number"));
    part(place, v, key).ok().and_then(Value::as_f64).ok_or_else(wrong)
}
