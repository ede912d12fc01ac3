//! What patients are told of those who were heard while the aid was made. `weighup build` writes it from `involvement.toml`.

use serde::Serialize;

use crate::format::Form;

/// Who was heard, what they said, what was done and what was not.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct InvolvementDoc {
    /// An example: nobody took part.
    #[serde(default)]
    pub example: bool,
    /// Groups of people who were heard.
    #[serde(default)]
    pub heard: Vec<HeardDoc>,
    /// What they said, and what came of it.
    #[serde(default)]
    pub said: Vec<SaidDoc>,
}

/// A group of people who were heard.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct HeardDoc {
    /// Who, never by name.
    pub who: String,
    /// How many, where that is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
}

/// Something they said, and what came of it.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct SaidDoc {
    /// Identifier.
    pub id: String,
    /// What they said.
    pub said: String,
    /// What was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub did: Option<String>,
    /// Why it was not done, or not all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_changed_because: Option<String>,
}
