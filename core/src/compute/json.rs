//! The JSON form of a problem: strict about fields, with the place and a remedy in every error.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize as Derive, Serialize};

use super::problem::{
    Covariance, Criterion, DecisionProblem, Performance, Performances, RelativePerformances, Shape, Tied,
    WeightStatement, Weights,
};
use super::{ById, ComputeError, Solution, compute_with};
use crate::fit::{AcceptabilitySettings, How, Link, Outside, PreferenceDirection};
use crate::values::Told;

/// Text that is not a problem.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {message}")]
pub struct ReadError {
    /// Where in the problem, as a path of field names and ids; `.` for the whole.
    pub place: String,
    /// What is wrong.
    pub message: String,
    /// Line of the text, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
}

/// An error as JSON: `{"error": {"code", "place", "message", …}}`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ErrorReport {
    /// The error.
    pub error: ErrorBody,
}

/// What is wrong, for programs and for people.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ErrorBody {
    /// Short, stable name of the kind of error.
    pub code: &'static str,
    /// Where in the problem.
    pub place: String,
    /// The sentence.
    pub message: String,
    /// Line of the text, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// Column, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// The statements that contradict each other, by place in the list.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<usize>,
}

impl fmt::Display for ErrorReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.error.message)
    }
}

impl From<ReadError> for ErrorReport {
    fn from(e: ReadError) -> Self {
        Self {
            error: ErrorBody {
                code: "format",
                message: format!("{e} (line {}, column {})", e.line, e.column),
                place: e.place,
                line: Some(e.line),
                column: Some(e.column),
                statements: Vec::new(),
            },
        }
    }
}

/// The JSON form of an error.
#[must_use]
pub fn report(e: &ComputeError) -> ErrorReport {
    let statements = match e {
        ComputeError::Contradiction { places, .. } => places.clone(),
        _ => Vec::new(),
    };
    let place = e.place().to_owned();
    ErrorReport {
        error: ErrorBody {
            code: e.code(),
            place,
            message: e.to_string(),
            line: None,
            column: None,
            statements,
        },
    }
}

/// A problem, and how to work it out: `"how": "draws"` never uses exact volumes.
struct Request {
    problem: DecisionProblem,
    how: Option<How>,
}

/// Largest problem that is read: 64 outcomes of 64 options with everything that can be said of them is far below.
const MAX_BYTES: usize = 2 * 1024 * 1024;

fn read(text: &str) -> Result<Request, ReadError> {
    if text.len() > MAX_BYTES {
        return Err(ReadError {
            place: ".".to_owned(),
            message: format!(
                "the problem is {} bytes and the limit is {MAX_BYTES}: give fewer outcomes or options",
                text.len()
            ),
            line: 1,
            column: 1,
        });
    }
    let mut json = serde_json::Deserializer::from_str(text.trim_start_matches('\u{feff}'));
    let wrong = |place: String, e: &serde_json::Error| {
        let full = e.to_string();
        let message = full.rsplit_once(" at line ").map_or(full.as_str(), |(m, _)| m);
        let message = with_short_number(message);
        ReadError {
            place,
            message,
            line: e.line(),
            column: e.column(),
        }
    };
    let request =
        serde_path_to_error::deserialize(&mut json).map_err(|e| wrong(e.path().to_string(), e.inner()))?;
    json.end().map_err(|e| wrong(".".to_owned(), &e))?;
    Ok(request)
}

/// A message of the reader, which writes out every digit of a number.
fn with_short_number(message: &str) -> String {
    const NUMBER: &str = "floating point `";
    message
        .split_once(NUMBER)
        .and_then(|(before, rest)| {
            let (number, after) = rest.split_once('`')?;
            let number = number.parse().ok()?;
            Some(format!("{before}{NUMBER}{}`{after}", Told(&number)))
        })
        .unwrap_or_else(|| message.to_owned())
}

/// Reads a problem and works it out.
///
/// ```
/// use weighup_core::compute::compute_json;
///
/// let ranking = r#"{"outcomes": [{"id": "a"}, {"id": "b"}, {"id": "c"}], "weights": {"ranking": ["a", "b", "c"]}}"#;
/// let weights = compute_json(ranking).map_err(|report| report.error.message)?.weights;
/// assert!((weights.point["a"] - 11.0 / 18.0).abs() < 1e-12);
///
/// // What is wrong names the place.
/// let problem = compute_json(r#"{"outcomes": [], "weigths": {}}"#).unwrap_err();
/// assert!(problem.error.message.contains("weigths"));
/// # Ok::<(), String>(())
/// ```
///
/// # Errors
/// What is wrong, in the form other programs read.
pub fn compute_json(text: &str) -> Result<Solution, ErrorReport> {
    let Request { problem, how } = read(text)?;
    let most = if how == Some(How::Draws) {
        0
    } else {
        AcceptabilitySettings::default().most_simplices
    };
    compute_with(&problem, most).map_err(|e| report(&e))
}

impl<'de> Deserialize<'de> for DecisionProblem {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Request::deserialize(deserializer).map(|request| request.problem)
    }
}

impl<'de> Deserialize<'de> for Request {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Derive)]
        #[serde(
            deny_unknown_fields,
            expecting = "a problem: an object with `outcomes`, `weights` and, to compare options, `options` and `cells`"
        )]
        struct Raw {
            outcomes: Vec<Criterion>,
            #[serde(default)]
            options: Vec<String>,
            #[serde(default)]
            cells: ById<Performances>,
            weights: Weights,
            #[serde(default = "draws")]
            draws: Whole<{ u32::MAX as u64 }>,
            #[serde(default = "seed")]
            seed: Whole<{ u64::MAX }>,
            #[serde(default, deserialize_with = "some")]
            how: Option<How>,
        }
        fn draws<const MOST: u64>() -> Whole<MOST> {
            Whole(DecisionProblem::DRAWS.into())
        }
        fn seed<const MOST: u64>() -> Whole<MOST> {
            Whole(1)
        }
        let raw = Raw::deserialize(deserializer)?;
        Ok(Self {
            problem: DecisionProblem {
                outcomes: raw.outcomes,
                options: raw.options,
                cells: raw.cells,
                weights: raw.weights,
                draws: raw.draws.0 as u32,
                seed: raw.seed.0,
            },
            how: raw.how,
        })
    }
}

/// A field that may be left out, but is no `null`: that is what programs write for a number they do not have.
fn some<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// A whole number of 0 to `MOST`, which some programs write as `100000.0` or `1e5`.
struct Whole<const MOST: u64>(u64);

impl<'de, const MOST: u64> Deserialize<'de> for Whole<MOST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read<const MOST: u64>;
        impl<const MOST: u64> Visitor<'_> for Read<MOST> {
            type Value = Whole<MOST>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a whole number from 0 to {MOST}")
            }
            fn visit_u64<E: Error>(self, x: u64) -> Result<Whole<MOST>, E> {
                if x <= MOST {
                    Ok(Whole(x))
                } else {
                    Err(E::invalid_value(serde::de::Unexpected::Unsigned(x), &self))
                }
            }
            fn visit_f64<E: Error>(self, x: f64) -> Result<Whole<MOST>, E> {
                // Up to here every whole number is a float of its own.
                if (0.0..=9_007_199_254_740_992.0).contains(&x) && x == x.trunc() {
                    self.visit_u64(x as u64)
                } else {
                    Err(E::invalid_value(serde::de::Unexpected::Float(x), &self))
                }
            }
        }
        deserializer.deserialize_any(Read::<MOST>)
    }
}

impl<'de> Deserialize<'de> for Criterion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Derive)]
        #[serde(deny_unknown_fields, expecting = "an outcome: an object with an `id`")]
        struct Raw {
            id: String,
            #[serde(default, deserialize_with = "some")]
            better: Option<PreferenceDirection>,
            #[serde(default, deserialize_with = "some")]
            range: Option<[f64; 2]>,
            #[serde(default)]
            value: Shape,
            #[serde(default)]
            outside: Outside,
        }
        let Raw {
            id,
            better,
            range,
            value,
            outside,
        } = Raw::deserialize(deserializer)?;
        Ok(Self {
            id,
            better,
            range,
            value,
            outside,
        })
    }
}

impl<'de> Deserialize<'de> for Shape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Shape;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("\"linear\" or {\"cutoffs\": […], \"values\": […]}")
            }
            fn visit_str<E: Error>(self, s: &str) -> Result<Shape, E> {
                if s == "linear" {
                    Ok(Shape::Linear)
                } else {
                    Err(E::invalid_value(serde::de::Unexpected::Str(s), &self))
                }
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Shape, A::Error> {
                #[derive(Derive)]
                #[serde(deny_unknown_fields)]
                struct Raw {
                    cutoffs: Vec<f64>,
                    values: Vec<f64>,
                }
                let Raw { cutoffs, values } =
                    Raw::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
                Ok(Shape::Piecewise { cutoffs, values })
            }
        }
        deserializer.deserialize_any(Read)
    }
}

impl<'de> Deserialize<'de> for Tied {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Tied;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an outcome's id, or a list of those that matter equally")
            }
            fn visit_str<E: Error>(self, s: &str) -> Result<Tied, E> {
                Ok(Tied::One(s.to_owned()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tied, A::Error> {
                let mut all = Vec::new();
                while let Some(id) = seq.next_element()? {
                    all.push(id);
                }
                Ok(Tied::Several(all))
            }
        }
        deserializer.deserialize_any(Read)
    }
}

/// What can stand beside an outcome's option, or instead of them all.
enum Slot {
    Cell(Performance),
    /// Two numbers, which only a baseline is.
    Pair([f64; 2]),
    Relative(RelativePerformances),
}

const CELL: &str = "a number, {\"beta\": [alpha, beta]}, {\"normal\": [mean, sd]}, {\"uniform\": [low, high]}, \
    {\"unknown\": [low, high]}, \
    {\"gamma\": [shape, rate]}, {\"inverse_gamma\": [shape, scale]}, {\"survival\": [shape, rate, time]} or \
    {\"t\": [mean, scale, df]}";

const BASELINE: &str = "a baseline is [mean, sd] on the scale of the link, or {\"t\": …}, {\"beta\": …}, \
    {\"gamma\": …}, {\"inverse_gamma\": …} or {\"survival\": …}";

/// A figure by the name and the parameters of its distribution; `None` when it does not take so many.
fn cell(kind: &str, given: &[f64]) -> Option<Performance> {
    Some(match (kind, given) {
        ("beta", &[a, b]) => Performance::Beta([a, b]),
        ("normal", &[a, b]) => Performance::Normal([a, b]),
        ("uniform", &[a, b]) => Performance::Uniform([a, b]),
        ("unknown", &[a, b]) => Performance::Unknown([a, b]),
        ("gamma", &[a, b]) => Performance::Gamma([a, b]),
        ("inverse_gamma", &[a, b]) => Performance::InverseGamma([a, b]),
        ("survival", &[a, b, c]) => Performance::Survival([a, b, c]),
        ("t", &[a, b, c]) => Performance::T([a, b, c]),
        _ => return None,
    })
}

impl<'de> Deserialize<'de> for Slot {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Slot;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(CELL)
            }
            fn visit_f64<E: Error>(self, x: f64) -> Result<Slot, E> {
                Ok(Slot::Cell(Performance::Number(x)))
            }
            fn visit_u64<E: Error>(self, x: u64) -> Result<Slot, E> {
                self.visit_f64(x as f64)
            }
            fn visit_i64<E: Error>(self, x: i64) -> Result<Slot, E> {
                self.visit_f64(x as f64)
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Slot, A::Error> {
                match (
                    seq.next_element()?,
                    seq.next_element()?,
                    seq.next_element::<f64>()?,
                ) {
                    (Some(a), Some(b), None) => Ok(Slot::Pair([a, b])),
                    _ => Err(A::Error::custom("expected two numbers")),
                }
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Slot, A::Error> {
                let (mut figure, mut link, mut baseline, mut mean, mut cov) = (None, None, None, None, None);
                let mut fields = 0;
                while let Some(key) = map.next_key::<String>()? {
                    fields += 1;
                    match key.as_str() {
                        "beta" | "normal" | "uniform" | "unknown" | "gamma" | "inverse_gamma"
                        | "survival" | "t" => {
                            let found = cell(&key, &map.next_value::<Vec<f64>>()?);
                            let wrong = || A::Error::custom(format_args!("expected {CELL}"));
                            figure = Some(found.ok_or_else(wrong)?);
                        }
                        "link" => link = Some(map.next_value::<Link>()?),
                        "baseline" => baseline = Some(map.next_value::<Slot>()?),
                        "mean" => mean = Some(map.next_value::<ById<f64>>()?),
                        "cov" => cov = Some(map.next_value::<Covariance>()?),
                        other => {
                            return Err(A::Error::custom(format_args!(
                                "unknown field `{other}`, expected {CELL}"
                            )));
                        }
                    }
                }
                match (figure, link, baseline, mean) {
                    (Some(cell), None, None, None) if fields == 1 => Ok(Slot::Cell(cell)),
                    (None, Some(link), Some(baseline), Some(mean)) => {
                        let baseline = match baseline {
                            Slot::Pair(pair) => Performance::Normal(pair),
                            Slot::Cell(
                                cell @ (Performance::Beta(_)
                                | Performance::Gamma(_)
                                | Performance::InverseGamma(_)),
                            )
                            | Slot::Cell(cell @ (Performance::Survival(_) | Performance::T(_))) => cell,
                            _ => return Err(A::Error::custom(BASELINE)),
                        };
                        Ok(Slot::Relative(RelativePerformances {
                            link,
                            baseline,
                            mean,
                            cov,
                        }))
                    }
                    (None, ..) if fields > 0 => Err(A::Error::custom(
                        "a relative effect needs `link`, `baseline` and `mean`",
                    )),
                    _ => Err(A::Error::custom(format_args!("expected {CELL}"))),
                }
            }
        }
        deserializer.deserialize_any(Read)
    }
}

impl<'de> Deserialize<'de> for Performances {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let slots = ById::<Slot>::deserialize(deserializer)?;
        let alone = slots.len() == 1;
        let mut cells = ById::default();
        for (id, slot) in slots.iter() {
            match slot {
                Slot::Cell(c) => cells.push(id, *c),
                Slot::Relative(r) if alone && id == "relative" => {
                    return Ok(Self::Relative { relative: r.clone() });
                }
                Slot::Pair(_) => return Err(D::Error::custom(format_args!("expected {CELL}"))),
                Slot::Relative(_) => {
                    return Err(D::Error::custom(
                        "relative effects stand in place of the options' figures, under `relative` and nothing else",
                    ));
                }
            }
        }
        Ok(Self::Apart(cells))
    }
}

impl<'de> Deserialize<'de> for Weights {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Derive)]
        #[serde(deny_unknown_fields)]
        struct Matrix {
            order: Vec<String>,
            matrix: Vec<Vec<f64>>,
        }
        #[derive(Derive)]
        #[serde(deny_unknown_fields)]
        struct BestWorst {
            best: String,
            worst: String,
            best_to_others: ById<f64>,
            others_to_worst: ById<f64>,
        }
        #[derive(Derive)]
        #[serde(deny_unknown_fields)]
        struct Raw {
            #[serde(default, deserialize_with = "some")]
            exact: Option<ById<f64>>,
            #[serde(default, deserialize_with = "some")]
            swing: Option<ById<f64>>,
            #[serde(default, deserialize_with = "some")]
            points: Option<ById<f64>>,
            #[serde(default, deserialize_with = "some")]
            band: Option<f64>,
            #[serde(default, deserialize_with = "some")]
            ranking: Option<Vec<Tied>>,
            #[serde(default, deserialize_with = "some")]
            pairwise: Option<Matrix>,
            #[serde(default, deserialize_with = "some")]
            best_worst: Option<BestWorst>,
            #[serde(default, deserialize_with = "some")]
            statements: Option<Vec<WeightStatement>>,
            #[serde(default, deserialize_with = "some")]
            any: Option<bool>,
        }
        let raw = Raw::deserialize(deserializer)?;
        let band = raw.band;
        let banded = raw.swing.is_some() || raw.points.is_some();
        let mut given = [
            raw.exact.map(Self::Exact),
            raw.swing.map(|points| Self::Swing { points, band }),
            raw.points.map(|points| Self::Points { points, band }),
            raw.ranking.map(Self::Ranking),
            raw.pairwise
                .map(|Matrix { order, matrix }| Self::Pairwise { order, matrix }),
            raw.best_worst.map(|b| Self::BestWorst {
                best: b.best,
                worst: b.worst,
                best_to_others: b.best_to_others,
                others_to_worst: b.others_to_worst,
            }),
            raw.statements.map(Self::Statements),
            raw.any.filter(|any| *any).map(|_| Self::Any),
        ]
        .into_iter()
        .flatten();
        let (Some(weights), None) = (given.next(), given.next()) else {
            return Err(D::Error::custom(
                "give exactly one of `exact`, `swing`, `points`, `ranking`, `pairwise`, `best_worst`, `statements`, or `any`: true",
            ));
        };
        if band.is_some() && !banded {
            return Err(D::Error::custom("`band` goes with `swing` or `points` only"));
        }
        Ok(weights)
    }
}
