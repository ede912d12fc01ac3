//! `check`: a compiled aid as JSON text in, what is wrong with it out.

use crate::plain;
use serde::Serialize;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};
use weighup_core::aid::{Aid, AidError, Problem};

/// Whether an aid can be shown, and every reason why not.
#[derive(Serialize)]
struct Checked {
    ok: bool,
    problems: Vec<ProblemOut>,
}

/// One problem. `code` and the rest are those of `weighup check --format json`.
#[derive(Serialize)]
struct ProblemOut {
    code: String,
    severity: &'static str,
    place: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
    message: String,
    remedy: String,
}

/// Checks a compiled aid as strictly as the build that wrote it: an object of `ok` and `problems`.
///
/// # Errors
/// None that an aid can cause: a text that is no aid at all is a problem too.
#[wasm_bindgen]
pub fn check(aid: &str) -> Result<JsValue, JsError> {
    let problems = match Aid::from_json(aid) {
        Ok(_) => Vec::new(),
        Err(error) => problems(error),
    };
    let ok = problems.iter().all(|problem| problem.severity != "error");
    plain(&Checked { ok, problems })
}

fn problems(error: AidError) -> Vec<ProblemOut> {
    match error {
        AidError::Problems(problems) => problems.into_iter().map(ProblemOut::from).collect(),
        AidError::TooLarge { .. } => vec![ProblemOut {
            code: "too-large".to_owned(),
            severity: "error",
            place: ".".to_owned(),
            line: None,
            column: None,
            message: error.to_string(),
            remedy: "shorten its texts or split it".to_owned(),
        }],
    }
}

impl From<Problem> for ProblemOut {
    fn from(problem: Problem) -> Self {
        Self {
            code: problem.code.as_str().to_owned(),
            severity: if problem.is_error() { "error" } else { "warning" },
            // The whole file, when it is not JSON at all.
            place: if problem.path.steps().is_empty() {
                ".".to_owned()
            } else {
                problem.path.to_string()
            },
            line: problem.line,
            column: problem.column,
            message: problem.message,
            remedy: problem.remedy,
        }
    }
}
