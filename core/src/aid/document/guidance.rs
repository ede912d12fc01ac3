//! What guidelines say of the options, and what is left out on purpose.

use serde::Serialize;

use crate::format::Form;

/// A guideline, with what it says of every option.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct GuidelineDoc {
    /// Who made it: "NICE".
    pub body: String,
    /// Its number or name: "NG196".
    pub number: String,
    /// ISO date of the version that was read.
    pub date: String,
    /// Whom it is for, as a noun phrase: "adults with atrial fibrillation".
    pub for_whom: String,
    /// Its source.
    pub source: String,
    /// What it says of each option: every option once.
    pub says: Vec<SaysDoc>,
}

/// What a guideline says of an option.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct SaysDoc {
    /// Option id.
    pub option: String,
    /// Where it puts the option.
    pub line: Line,
    /// What else it says, in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// Where a guideline puts an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Line {
    /// Among what to offer first.
    First,
    /// For when what comes first does not suit or has not worked.
    Second,
    /// Among what may be offered, without an order.
    Named,
    /// It does not name it.
    NotNamed,
    /// It says not to offer it.
    NotOffered,
}

/// Something that is left out on purpose.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct LeftOutDoc {
    /// What: "Bupropion".
    pub what: String,
    /// Why, in a sentence.
    pub why: String,
}
