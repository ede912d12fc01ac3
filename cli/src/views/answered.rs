//! How the options fit after answers that a program gives: the actions a person would take, one after the other.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use weighup_core::aid::Aid;
use weighup_core::consultation::{Action, Consultation};
use weighup_core::view::{self, Here};

/// Why nothing was worked out from answers.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AnsweredError {
    #[error("{file}: these answers cannot be read: {cause}")]
    Read { file: PathBuf, cause: std::io::Error },
    #[error("{file}: these answers are not JSON: {cause}")]
    Json { file: PathBuf, cause: serde_json::Error },
    #[error(
        "{file}: set {place} of the answers has no {field:?}; write [{{\"aid\", \"name\", \"actions\"}}, …]"
    )]
    Field {
        file: PathBuf,
        place: usize,
        field: &'static str,
    },
    #[error("{name}: no aid is called {aid:?}; name its folder too")]
    Aid { name: String, aid: String },
    #[error("{name}: {action} is not an action: {cause}")]
    Action {
        name: String,
        action: Value,
        cause: String,
    },
    #[error("{name}: the fit cannot be written as JSON: {cause}; report this")]
    Write { name: String, cause: serde_json::Error },
}

/// A set of answers to one aid.
pub(crate) struct Answered {
    aid: String,
    name: String,
    actions: Vec<Value>,
}

/// Reads the sets of a file.
pub(crate) fn read(file: &Path) -> Result<Vec<Answered>, AnsweredError> {
    let text = std::fs::read_to_string(file).map_err(|cause| AnsweredError::Read {
        file: file.to_owned(),
        cause,
    })?;
    let sets: Vec<Value> = serde_json::from_str(&text).map_err(|cause| AnsweredError::Json {
        file: file.to_owned(),
        cause,
    })?;
    let read = |(place, set): (usize, &Value)| {
        let missing = |field| AnsweredError::Field {
            file: file.to_owned(),
            place,
            field,
        };
        let text = |field| {
            let found = set.get(field).and_then(Value::as_str);
            found.map(str::to_owned).ok_or_else(|| missing(field))
        };
        let actions = set.get("actions").and_then(Value::as_array);
        Ok(Answered {
            aid: text("aid")?,
            name: text("name")?,
            actions: actions.cloned().ok_or_else(|| missing("actions"))?,
        })
    };
    sets.iter().enumerate().map(read).collect()
}

impl Answered {
    /// What the step shows after all actions. An action that the consultation refuses is told, and the others go on.
    pub(crate) fn fit(&self, aids: &[Aid]) -> Result<Value, AnsweredError> {
        let name = || self.name.clone();
        let aid = aids.iter().find(|aid| aid.id() == self.aid);
        let aid = aid.ok_or_else(|| AnsweredError::Aid {
            name: name(),
            aid: self.aid.clone(),
        })?;
        let mut consultation = Consultation::new(aid);
        let mut refused = Vec::new();
        for action in &self.actions {
            let read: Action = action
                .to_string()
                .parse()
                .map_err(|cause| AnsweredError::Action {
                    name: name(),
                    action: action.clone(),
                    cause,
                })?;
            if let Err(error) = consultation.apply(aid, read) {
                refused.push(error.to_string());
            }
        }
        let write = |cause| AnsweredError::Write { name: name(), cause };
        let fit = serde_json::to_value(view::fit(aid, &consultation, aid.results(), &Here)).map_err(write)?;
        Ok(json!({ "aid": self.aid, "name": self.name, "refused": refused, "fit": fit }))
    }
}
