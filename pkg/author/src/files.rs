//! An author's files as they are, TOML and all: what is to be said of them, and what is published of them.

use std::collections::BTreeMap;

use crate::{given, plain};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};
use weighup_core::aid::{Date, Problem};
use weighup_core::folder::{AidFolder, NamedFile, ReadyAid, ScoresKept, list, twice};
use weighup_core::standards::{Report, RuleSet};

/// The files of one aid: `aid.toml` first, then whatever stands beside it.
#[wasm_bindgen]
#[derive(Default)]
pub struct Files {
    named: Vec<NamedFile>,
}

/// What only the caller knows of a check.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CheckAsked {
    /// The day that reviews are compared with; without one nothing is said of dates.
    day: Option<String>,
    /// Rule sets to judge by.
    #[serde(default)]
    rules: Vec<String>,
}

/// What only the caller knows of a build.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BuildAsked {
    day: Option<String>,
    stylesheet: String,
    scores: bool,
}

/// What is said of an aid's files.
#[derive(Serialize)]
struct Said {
    ok: bool,
    errors: usize,
    warnings: usize,
    problems: Vec<ProblemSaid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<Report>,
}

/// A problem with its line, as the command prints it.
#[derive(Serialize)]
struct ProblemSaid {
    #[serde(flatten)]
    problem: Problem,
    text: String,
}

impl Said {
    fn of(problems: Vec<Problem>, report: Option<Report>) -> Self {
        let errors = problems.iter().filter(|problem| problem.is_error()).count();
        let said = |problem: Problem| ProblemSaid {
            text: problem.to_string(),
            problem,
        };
        Self {
            ok: errors == 0,
            errors,
            warnings: problems.len() - errors,
            problems: problems.into_iter().map(said).collect(),
            report,
        }
    }
}

#[wasm_bindgen]
impl Files {
    /// No files yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file by its name and its bytes.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) {
        self.named.push((name.to_owned(), bytes));
    }

    /// Everything that is to be said of the files, as `weighup check` says it. `asked` is JSON.
    ///
    /// # Errors
    /// An `Error` that names a day that is none, or a rule set that there is not.
    pub fn check(self, asked: &str) -> Result<JsValue, JsError> {
        let asked: CheckAsked = given(asked)?;
        let day = day(asked.day.as_deref())?;
        let rules = asked.rules.iter().map(|name| {
            RuleSet::named(name).ok_or_else(|| {
                let known: Vec<String> = RuleSet::all().into_iter().map(|set| set.id).collect();
                JsError::new(&format!(
                    "there is no rule set `{name}`; use {}",
                    known.join(", ")
                ))
            })
        });
        let rules: Vec<RuleSet> = rules.collect::<Result<_, _>>()?;
        let folder = self.folder()?;
        let found = folder.examine(day);
        let report = folder.report(&found, &rules, day);
        plain(&Said::of(found.problems, report))
    }

    fn folder(self) -> Result<AidFolder, JsError> {
        let mut named = self.named.into_iter();
        let aid = named.next();
        let aid = aid.ok_or_else(|| JsError::new("there is no file; give an aid's `aid.toml` first"))?;
        Ok(AidFolder::new(aid, named.collect()))
    }
}

/// Aids on their way to a site: each is added, and the list is written when all are there.
#[wasm_bindgen]
pub struct Building {
    asked: BuildAsked,
    day: Option<Date>,
    ready: Vec<ReadyAid>,
}

/// What came of one aid: what is said of it, and its files by name when nothing stops it.
#[derive(Serialize)]
struct Built {
    #[serde(flatten)]
    said: Said,
    files: BTreeMap<String, String>,
}

#[wasm_bindgen]
impl Building {
    /// A build of no aid yet. `asked` is JSON.
    ///
    /// # Errors
    /// An `Error` that names what was asked for and cannot be.
    #[wasm_bindgen(constructor)]
    pub fn new(asked: &str) -> Result<Building, JsError> {
        let asked: BuildAsked = given(asked)?;
        Ok(Self {
            day: day(asked.day.as_deref())?,
            asked,
            ready: Vec::new(),
        })
    }

    /// Builds an aid: its JSON, its pages, and those of its translations.
    ///
    /// # Errors
    /// An `Error` when another aid has the same id, or a page cannot be made.
    pub fn add(&mut self, files: Files) -> Result<JsValue, JsError> {
        let scores = if self.asked.scores {
            ScoresKept::All
        } else {
            ScoresKept::None
        };
        let ready = files.folder()?.ready(self.day, scores);
        let mut written = BTreeMap::new();
        let sound = !ready.problems.iter().any(Problem::is_error);
        if let Some(aid) = ready.aid.filter(|_| sound) {
            for (name, aid) in aid.named() {
                written.insert(format!("{name}.json"), aid.to_json().to_owned());
                written.extend(weighup_web::page::pages(aid, &name, &self.asked.stylesheet)?);
            }
            self.ready.push(aid);
            if let Some(id) = twice(&self.ready) {
                return Err(JsError::new(&format!(
                    "two aids are called `{id}`; give one another `id`"
                )));
            }
        }
        plain(&Built {
            said: Said::of(ready.problems, None),
            files: written,
        })
    }

    /// The list of all aids that were built: `index.json`.
    #[must_use]
    pub fn list(&self) -> String {
        list(&self.ready, true)
    }
}

fn day(given: Option<&str>) -> Result<Option<Date>, JsError> {
    let Some(given) = given else { return Ok(None) };
    let wrong = || format!("`{given}` is not a day; write year, month and day, such as 2026-03-31");
    Date::parse(given).map(Some).ok_or_else(|| JsError::new(&wrong()))
}
