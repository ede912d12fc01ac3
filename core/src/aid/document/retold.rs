//! The decision told to somebody else: a child it is about, or someone who helps to look after the person.

use serde::Serialize;

use crate::format::{Form, Word as _};

/// Whom it is told to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RetoldTo {
    /// Children who can have their say, though somebody else decides.
    Children,
    /// People who help to look after the person and do not decide.
    Carers,
}

impl RetoldTo {
    /// Its word in the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.word()
    }
}

/// The decision told to somebody else, in the author's words. It has no figures of its own: who decides reads those.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct RetoldDoc {
    /// Whom it is told to.
    pub to: RetoldTo,
    /// Its heading, which says whom it is for: "For children: your sore ear".
    pub title: String,
    /// What is told, a question or a heading at a time.
    #[serde(rename = "part")]
    pub parts: Vec<RetoldPart>,
}

/// A part of it.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct RetoldPart {
    /// Its heading: "Why does my ear hurt?"
    pub title: String,
    /// Sentences, each a line of its own.
    pub text: Vec<String>,
}
