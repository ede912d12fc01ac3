//! Where figures come from, who can help, words explained.

use serde::Serialize;

use crate::format::Form;

/// A source.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct SourceDoc {
    /// Identifier.
    pub id: String,
    /// Short name for a button: "ProtecT, Hamdy 2023".
    pub short: String,
    /// Full citation.
    pub citation: String,
    /// DOI without a resolver, when there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doi: Option<String>,
    /// Address, when there is no DOI.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Year.
    pub year: u16,
    /// What was read: the paper, its abstract, a secondary page.
    pub read: String,
}

/// Someone who can help.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Support {
    /// Name.
    pub name: String,
    /// What they do.
    pub what: String,
    /// Telephone, when there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Address of their site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// A term explained.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Term {
    /// The word or words.
    pub term: String,
    /// What they mean, in a sentence.
    pub means: String,
}
