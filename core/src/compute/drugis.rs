//! Problems of drugis MCDA (mcda-elicitation-web): schema 1.0.0 to 1.4.7, and files from before versions were written.
//!
//! What differs between versions is read by its shape, because shipped files do not keep to the version they state:
//! a criterion holds its scale and value function itself (before 1.0.0) or in `dataSources`; a performance is a bare
//! effect, or an `effect` beside a `distribution`; which end is better stands in a value function, in `isFavorable`, or in
//! the `valueTree` of old files. Percentages are the trap: a source may have the scale `[0, 100]` while its figures, its
//! value function or both are proportions; each is brought to proportions where the two disagree.
//! Measurements outside the value function's range extrapolate, as they do there.

use serde::Deserialize;
use serde_json::Value;

use super::Keyed;
use super::problem::{Cell, Cells, Covariance, Outcome, Problem, RelativeCells, Shape, Statement, Weights};
use crate::fit::{Better, Link, Outside, Uncertain, quantile};

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
    criteria: Keyed<Value>,
    alternatives: Keyed<Value>,
    #[serde(rename = "performanceTable")]
    table: Vec<Entry>,
    preferences: Option<Vec<Preference>>,
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

#[derive(Deserialize)]
struct Preference {
    #[serde(rename = "type")]
    kind: String,
    criteria: [String; 2],
    ratio: Option<f64>,
    bound: Option<f64>,
    bounds: Option<[f64; 2]>,
}

/// Reads a drugis problem. A criterion with several data sources is read from the first that has a figure for every
/// alternative. Without a value function the range is what the figures span (95 % of each distribution) and
/// `isFavorable` says which end is better.
///
/// # Errors
/// What is wrong and where: not such a file, a version above 1.4.7, a missing figure, or a distribution that has no
/// counterpart here (`dt`, `dgamma`, survival, complementary log-log).
pub fn from_drugis(text: &str) -> Result<Problem, DrugisError> {
    let mut json = serde_json::Deserializer::from_str(text.trim_start_matches('\u{feff}'));
    let file: File = serde_path_to_error::deserialize(&mut json)
        .map_err(|e| DrugisError::new(e.path().to_string(), e.inner().to_string()))?;
    if let Some(v) = &file.version {
        check_version(v)?;
    }
    let options: Vec<String> = file.alternatives.iter().map(|(id, _)| id.to_owned()).collect();
    let mut outcomes = Vec::new();
    let mut cells = Keyed::default();
    for (id, criterion) in file.criteria.iter() {
        let (outcome, figures) = criterion_of(id, criterion, &file, &options)?;
        cells.push(id, figures);
        outcomes.push(outcome);
    }
    let weights = weights(file.preferences.as_deref().unwrap_or_default())?;
    Ok(Problem {
        outcomes,
        options,
        cells,
        weights,
        draws: Problem::DRAWS,
        seed: 1,
    })
}

fn check_version(version: &str) -> Result<(), DrugisError> {
    let parts: Vec<u32> = version.split('.').filter_map(|p| p.parse().ok()).collect();
    match parts.as_slice() {
        [a, b, c] if (*a, *b, *c) <= (1, 4, 7) => Ok(()),
        _ => Err(DrugisError::new(
            "schemaVersion",
            format!("`{version}` is not a version this reads: save the problem as 1.4.7 or earlier"),
        )),
    }
}

fn criterion_of(
    id: &str,
    criterion: &Value,
    file: &File,
    options: &[String],
) -> Result<(Outcome, Cells), DrugisError> {
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
        let read = figures(id, &entries, options)
            .and_then(|cells| Ok((outcome(id, criterion, source, &cells, file, options)?, cells)));
        match read {
            Ok((outcome, cells)) => {
                let unit = written_in(source, criterion, &entries, file);
                return Ok(percentages(outcome, cells, source, unit));
            }
            Err(e) => first_error = first_error.or(Some(e)),
        }
    }
    Err(first_error.unwrap_or_else(|| DrugisError::new(place, "it has no figures")))
}

fn figures(id: &str, entries: &[&Entry], options: &[String]) -> Result<Cells, DrugisError> {
    let place = format!("performanceTable.{id}");
    if let Some(shared) = entries.iter().find(|e| e.alternative.is_none()) {
        return relative(&place, &shared.performance, options).map(|relative| Cells::Relative { relative });
    }
    let mut cells = Keyed::default();
    for option in options {
        let place = format!("{place}.{option}");
        let entry = entries
            .iter()
            .find(|e| e.alternative.as_deref() == Some(option))
            .ok_or_else(|| DrugisError::new(&place, "there is no figure: give one for every alternative"))?;
        cells.push(option, figure(&place, &entry.performance)?);
    }
    Ok(Cells::Apart(cells))
}

fn kind(v: &Value) -> &str {
    v.get("type").and_then(Value::as_str).unwrap_or("")
}

/// The distribution where there is one, otherwise the effect.
fn stated(performance: &Value) -> &Value {
    let said = |key: &str| {
        performance
            .get(key)
            .filter(|v| !kind(v).is_empty() && kind(v) != "empty")
    };
    said("distribution")
        .or_else(|| said("effect"))
        .unwrap_or(performance)
}

fn number(place: &str, v: &Value, key: &str) -> Result<f64, DrugisError> {
    v.get("parameters")
        .and_then(|p| p.get(key))
        .or_else(|| v.get(key))
        .and_then(Value::as_f64)
        .ok_or_else(|| DrugisError::new(place, format!("`{key}` is missing or not a number")))
}

fn figure(place: &str, performance: &Value) -> Result<Cell, DrugisError> {
    let v = stated(performance);
    let get = |key| number(place, v, key);
    match kind(v) {
        "exact" => Ok(Cell::Number(get("value")?)),
        "dbeta" => Ok(Cell::Beta([get("alpha")?, get("beta")?])),
        "dnorm" => Ok(Cell::Normal([get("mu")?, get("sigma")?])),
        "range" => Ok(Cell::Uniform([get("lowerBound")?, get("upperBound")?])),
        "empty" | "" => Err(DrugisError::new(
            place,
            "the figure is empty: give one, or leave the criterion out",
        )),
        other => Err(DrugisError::new(
            place,
            format!("a `{other}` distribution is not read: give a normal or beta one"),
        )),
    }
}

fn relative(place: &str, performance: &Value, options: &[String]) -> Result<RelativeCells, DrugisError> {
    let v = stated(performance);
    let link = match kind(v) {
        "relative-logit-normal" => Link::Logit,
        "relative-log-normal" => Link::Log,
        "relative-normal" | "relative-identity-normal" => Link::Identity,
        other => {
            return Err(DrugisError::new(
                place,
                format!("a `{other}` performance is not read: give logit, log or normal"),
            ));
        }
    };
    let part = |key: &str| {
        v.get("parameters")
            .and_then(|p| p.get(key))
            .or_else(|| v.get(key))
            .ok_or_else(|| DrugisError::new(place, format!("`{key}` is missing")))
    };
    let (baseline, effects) = (part("baseline")?, part("relative")?);
    if !matches!(kind(baseline), "dnorm" | "") {
        return Err(DrugisError::new(
            place,
            format!("a `{}` baseline is not read: give a normal one", kind(baseline)),
        ));
    }
    // Files name it by `id` or by `name`.
    let is_baseline = |option: &str| {
        ["id", "name"]
            .iter()
            .any(|key| baseline.get(*key).and_then(Value::as_str) == Some(option))
    };
    let mut mean = Keyed::default();
    for option in options {
        match effects
            .get("mu")
            .and_then(|m| m.get(option))
            .and_then(Value::as_f64)
        {
            Some(m) => mean.push(option, m),
            None if is_baseline(option) => mean.push(option, 0.0),
            None => {
                return Err(DrugisError::new(
                    format!("{place}.{option}"),
                    "there is no relative effect: give one",
                ));
            }
        }
    }
    let cov = match effects.get("cov") {
        None => None,
        Some(c) => {
            let wrong = |e: serde_json::Error| DrugisError::new(format!("{place}.cov"), e.to_string());
            let list = |key: &str| c.get(key).cloned().unwrap_or(Value::Null);
            let mut order: Vec<String> = serde_json::from_value(list("rownames")).map_err(wrong)?;
            let mut data: Vec<Vec<f64>> = serde_json::from_value(list("data")).map_err(wrong)?;
            // Alternatives taken out of the problem stay in its covariance.
            let keep: Vec<bool> = order.iter().map(|o| options.contains(o)).collect();
            let only = |keep: &[bool], at: usize| keep.get(at).copied().unwrap_or(true);
            let strip = |row: Vec<f64>| -> Vec<f64> {
                row.into_iter()
                    .enumerate()
                    .filter(|(i, _)| only(&keep, *i))
                    .map(|(_, x)| x)
                    .collect()
            };
            data = data
                .into_iter()
                .enumerate()
                .filter(|(i, _)| only(&keep, *i))
                .map(|(_, r)| strip(r))
                .collect();
            order.retain(|o| options.contains(o));
            Some(Covariance { order, data })
        }
    };
    let baseline = [number(place, baseline, "mu")?, number(place, baseline, "sigma")?];
    Ok(RelativeCells {
        link,
        baseline,
        mean,
        cov,
    })
}

fn outcome(
    id: &str,
    criterion: &Value,
    source: &Value,
    cells: &Cells,
    file: &File,
    options: &[String],
) -> Result<Outcome, DrugisError> {
    let place = format!("criteria.{id}.pvf");
    let own = |v: &'_ Value| v.get("pvf").filter(|p| p.get("range").is_some()).cloned();
    let pvf = own(source).or_else(|| own(criterion));
    let pvf = pvf.as_ref();
    let direction = pvf.and_then(|p| p.get("direction")).and_then(Value::as_str);
    let favourable = criterion.get("isFavorable").and_then(Value::as_bool);
    let favourable = favourable.or_else(|| favourable_in(file.tree.as_ref()?, id));
    let better = match (direction, favourable) {
        (Some("increasing"), _) | (None, Some(true)) => Better::Higher,
        (Some("decreasing"), _) | (None, Some(false)) => Better::Lower,
        (Some(other), _) => {
            return Err(DrugisError::new(
                place,
                format!("`{other}` is not a direction: say increasing or decreasing"),
            ));
        }
        (None, None) => {
            return Err(DrugisError::new(
                place,
                "nothing says which end is better: add a value function or `isFavorable`",
            ));
        }
    };
    let list = |p: &Value, key: &str| -> Result<Vec<f64>, DrugisError> {
        serde_json::from_value(p.get(key).cloned().unwrap_or(Value::Null))
            .map_err(|e| DrugisError::new(format!("{place}.{key}"), e.to_string()))
    };
    let (range, value) = match pvf {
        None => (span(cells, options), Shape::Linear),
        Some(p) => {
            let range = match list(p, "range")?.as_slice() {
                [low, high] => [*low, *high],
                _ => return Err(DrugisError::new(place, "the range must be two numbers")),
            };
            let shape = match kind(p) {
                "linear" | "" => Shape::Linear,
                "piecewise-linear" | "piecewiseLinear" => Shape::Piecewise {
                    cutoffs: list(p, "cutoffs")?,
                    values: list(p, "values")?,
                },
                other => {
                    return Err(DrugisError::new(
                        place,
                        format!("a `{other}` value function is not read: make it linear"),
                    ));
                }
            };
            (range, shape)
        }
    };
    Ok(Outcome {
        id: id.to_owned(),
        better: Some(better),
        range: Some(range),
        value,
        outside: Outside::Extrapolate,
    })
}

/// Whether a value tree has a criterion among its favourable effects, its first branch; `None` when it has it nowhere.
fn favourable_in(tree: &Value, id: &str) -> Option<bool> {
    let branches = tree.get("children").and_then(Value::as_array)?;
    branches
        .iter()
        .position(|branch| holds(branch, id, 8))
        .map(|at| at == 0)
}

fn holds(branch: &Value, id: &str, depth: u8) -> bool {
    let list = |key: &str| branch.get(key).and_then(Value::as_array).into_iter().flatten();
    list("criteria").any(|c| c.as_str() == Some(id))
        || (depth > 0 && list("children").any(|child| holds(child, id, depth - 1)))
}

/// What the figures span: exact ones as they are, 95 % of distributions.
fn span(cells: &Cells, options: &[String]) -> [f64; 2] {
    let ends = |c: Uncertain| [quantile(c, 0.025), quantile(c, 0.975)];
    let all: Vec<f64> = match cells {
        Cells::Apart(cells) => cells
            .iter()
            .flat_map(|(_, c)| match *c {
                Cell::Number(x) => [x, x],
                Cell::Normal([m, s]) => ends(Uncertain::Normal(m, s)),
                Cell::Uniform([lo, hi]) => [lo, hi],
                Cell::Beta([a, b]) if a > 0.0 && b > 0.0 => ends(Uncertain::Beta(a, b)),
                Cell::Beta(_) => [0.0, 1.0],
            })
            .collect(),
        Cells::Relative { relative: r } => options
            .iter()
            .flat_map(|o| {
                let own = r.cov.as_ref().and_then(|c| {
                    let at = c.order.iter().position(|x| x == o)?;
                    c.data.get(at)?.get(at).copied()
                });
                let sd = (r.baseline[1] * r.baseline[1] + own.unwrap_or(0.0))
                    .max(0.0)
                    .sqrt();
                let m = r.baseline[0] + r.mean.get(o).copied().unwrap_or(0.0);
                ends(Uncertain::Normal(m, sd)).map(|x| r.link.inverse(x))
            })
            .collect(),
    };
    all.iter()
        .fold([f64::INFINITY, f64::NEG_INFINITY], |[lo, hi], x| {
            [lo.min(*x), hi.max(*x)]
        })
}

/// What the figures of a percentage source are written in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WrittenIn {
    Proportions,
    Percent,
    Unsaid,
}

/// Since 1.4.0 a source whose unit is of the type `percentage` holds proportions, and so does every figure that was typed
/// as one; before, bare numbers under the unit `%` are per hundred.
fn written_in(source: &Value, criterion: &Value, entries: &[&Entry], file: &File) -> WrittenIn {
    let unit = source
        .get("unitOfMeasurement")
        .or_else(|| criterion.get("unitOfMeasurement"));
    let inputs = |e: &&Entry| {
        let part = |key: &str| e.performance.get(key).and_then(|v| v.get("input"));
        [part("effect"), part("distribution"), e.performance.get("input")]
            .into_iter()
            .flatten()
            .any(|input| input.get("scale").and_then(Value::as_str) == Some("percentage"))
    };
    let typed = unit.is_some_and(|u| kind(u) == "percentage");
    if typed || entries.iter().any(inputs) {
        return WrittenIn::Proportions;
    }
    let old = file.version.as_deref().is_none_or(|v| v < "1.4");
    let bare = |e: &&Entry| e.performance.get("effect").is_none() && kind(stated(&e.performance)) == "exact";
    if old && unit.and_then(Value::as_str) == Some("%") && entries.iter().all(bare) {
        WrittenIn::Percent
    } else {
        WrittenIn::Unsaid
    }
}

/// Brings a percentage source to proportions where the value function and the figures disagree.
fn percentages(mut outcome: Outcome, mut cells: Cells, source: &Value, unit: WrittenIn) -> (Outcome, Cells) {
    let hundred = source
        .get("scale")
        .and_then(Value::as_array)
        .and_then(|s| s.last())
        .and_then(Value::as_f64);
    let Some([low, high]) = outcome.range else {
        return (outcome, cells);
    };
    if hundred != Some(100.0) {
        return (outcome, cells);
    }
    let middle = |c: &Cell| match *c {
        Cell::Number(x) | Cell::Normal([x, _]) | Cell::Uniform([_, x]) => Some(x),
        Cell::Beta(_) => None,
    };
    let within = |x: f64| (low..=high).contains(&x);
    let figures_in_percent = match (&cells, unit) {
        (Cells::Relative { .. }, _) | (_, WrittenIn::Proportions) => false,
        // Small percentages and a small range agree as they stand.
        (Cells::Apart(c), WrittenIn::Percent) => {
            high > 1.0 || !c.iter().filter_map(|(_, c)| middle(c)).any(within)
        }
        (Cells::Apart(c), WrittenIn::Unsaid) => c.iter().filter_map(|(_, c)| middle(c)).any(|x| x > 1.0),
    };
    let down = |x: f64| x / 100.0;
    match (high > 1.0, figures_in_percent) {
        (true, false) => {
            outcome.range = outcome.range.map(|r| r.map(down));
            if let Shape::Piecewise { cutoffs, .. } = &mut outcome.value {
                cutoffs.iter_mut().for_each(|x| *x = down(*x));
            }
        }
        (false, true) => {
            if let Cells::Apart(old) = &cells {
                cells = Cells::apart(old.iter().map(|(o, c)| {
                    let c = match *c {
                        Cell::Number(x) => Cell::Number(down(x)),
                        Cell::Normal(p) => Cell::Normal(p.map(down)),
                        Cell::Uniform(p) => Cell::Uniform(p.map(down)),
                        beta @ Cell::Beta(_) => beta,
                    };
                    (o, c)
                }));
            }
        }
        _ => {}
    }
    (outcome, cells)
}

fn weights(preferences: &[Preference]) -> Result<Weights, DrugisError> {
    if preferences.is_empty() {
        return Ok(Weights::Any);
    }
    let mut said = Vec::new();
    for (i, p) in preferences.iter().enumerate() {
        let [a, b] = p.criteria.clone();
        let wrong = |what: &str| DrugisError::new(format!("preferences[{i}]"), what.to_owned());
        said.push(match p.kind.as_str() {
            "ordinal" => Statement::AtLeast(a, b),
            "exact swing" | "exact" => {
                Statement::ExactRatio(a, b, p.ratio.ok_or_else(|| wrong("`ratio` is missing"))?)
            }
            "ratio bound" | "ratio" => {
                let [x, y] = p.bounds.ok_or_else(|| wrong("`bounds` is missing"))?;
                Statement::Ratio(a, b, x.min(y), x.max(y))
            }
            "upper ratio" => Statement::Ratio(a, b, 0.0, p.bound.ok_or_else(|| wrong("`bound` is missing"))?),
            other => return Err(wrong(&format!("a preference of type `{other}` is not read"))),
        });
    }
    Ok(Weights::Statements(said))
}
