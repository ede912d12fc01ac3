//! What others did with an aid: reviewers signed it, an organisation changed it.

use serde::Serialize;

use crate::format::Form;

/// What an organisation changed: options it does not offer, words and figures of its own. Never a published figure.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct OverlayDoc {
    /// Who changed it.
    pub organisation: String,
    /// ISO date.
    pub date: String,
    /// Each change, as the end of a sentence.
    pub changes: Vec<String>,
}

/// What was made of a translation. `weighup build` writes it; no author does.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct TranslationDoc {
    /// Language of the texts that have no translation: the original's.
    pub from: String,
    /// Texts that are translated.
    pub done: u32,
    /// Texts there are.
    pub all: u32,
    /// Who checked the translation of this version, when somebody did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checked: Option<Reviewer>,
}

/// A translation of this aid, beside it. `weighup build` writes it; no author does.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct TranslatedDoc {
    /// BCP 47 language.
    pub language: String,
    /// Name of the file, in the same folder.
    pub file: String,
    /// SHA-256 of its canonical JSON.
    pub hash: String,
}

/// A clinician's review. An aid without one says "not clinically reviewed" on every screen.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct ReviewDoc {
    /// Who reviewed it; empty until someone has.
    #[serde(default)]
    pub reviewers: Vec<Reviewer>,
    /// What was checked against which source, and what was found.
    #[serde(default, rename = "check")]
    pub checks: Vec<EvidenceCheck>,
    /// Hash of what there is to sign: the aid's texts and figures as its authors wrote them. `weighup build` writes it; no
    /// author does.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[form(built)]
    pub content: Option<String>,
}

/// One reviewer's signature.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Reviewer {
    /// Name.
    pub name: String,
    /// Role and registration.
    pub role: String,
    /// ISO date.
    pub date: String,
    /// The aid version reviewed; a later version is unreviewed again.
    pub version: String,
    /// Hash of what was reviewed, as `weighup check` says it. Without it, or when anything has changed since, the review
    /// does not count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
}

/// What was found when a figure was checked against a second source.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct EvidenceCheck {
    /// Outcome id or a short name.
    pub what: String,
    /// Second source.
    pub against: String,
    /// What was found.
    pub found: String,
}
