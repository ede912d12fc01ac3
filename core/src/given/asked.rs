//! What whoever asks for the line knows and core cannot: the random bits, the day, what was opened on screen, and the answers at
//! the end.

#[cfg(feature = "spoken")]
use super::GivenError;
use super::value::GivenAnswer;
use crate::consultation::{Consultation, DecisionStage, Map, ReadinessPrompt};
#[cfg(feature = "spoken")]
use crate::format::{At, Found, json};
use crate::format::{Form, Out};

/// What a person said first in a visit. Saved answers hold only what they said last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
pub struct FirstSaid {
    /// Where they were with the decision.
    #[serde(default)]
    pub stage: Option<DecisionStage>,
    /// Whether they were fine with each prompt.
    #[serde(default)]
    pub ready: Map<ReadinessPrompt, bool>,
}

impl FirstSaid {
    /// What was said first, as far back as undo reaches.
    #[must_use]
    pub fn of(said: &Consultation) -> Self {
        let mut first = Self::default();
        for answers in said.all_along() {
            first.stage = first.stage.or(answers.stage);
            for (prompt, fine) in answers.ready.iter() {
                if first.ready.get(prompt).is_none() {
                    first.ready.insert(*prompt, *fine);
                }
            }
        }
        first
    }
}

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
pub struct GivenAsked {
    /// 128 random bits in 22 letters of base64url.
    #[serde(default)]
    pub id: String,
    /// The day where the reader is; only its month is given.
    #[serde(default)]
    pub day: String,
    /// Outcomes that were opened on screen. What is not in the aid is passed over.
    #[serde(default)]
    pub opened: Vec<String>,
    /// The page was read aloud.
    #[serde(default)]
    pub read_aloud: bool,
    /// What was said first.
    #[serde(default)]
    pub before: FirstSaid,
    /// Where they are with the decision, as asked at the end.
    #[serde(default)]
    pub stage: Option<DecisionStage>,
    /// Answers to the questions of the deployment, in the order of the items.
    #[serde(default)]
    pub answers: Vec<GivenAnswer>,
    /// The text of the deployment's file of questions.
    #[serde(default)]
    pub questions: Option<String>,
}

impl GivenAsked {
    /// Reads what a page or a program asks for.
    ///
    /// # Errors
    /// [`GivenError::Asked`], which names the place.
    #[cfg(feature = "spoken")]
    pub fn from_json(text: &str) -> Result<Self, GivenError> {
        let asked = |place: String, what: String| GivenError::Asked { place, what };
        let node = json::parse(text).map_err(|wrong| asked("the text".to_owned(), wrong.what.to_owned()))?;
        let found = Found::default();
        let read = Self::read(&node, &At::ROOT, &found);
        match (read, found.into_problems().into_iter().next()) {
            (Some(read), None) => Ok(read),
            (_, Some((problem, _))) => Err(asked(problem.path.to_string(), problem.message)),
            (None, None) => Err(asked("the text".to_owned(), "it is not a table".to_owned())),
        }
    }

    /// The same as a page hands it on.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = Out(String::new());
        self.write(&mut out);
        out.0
    }
}
