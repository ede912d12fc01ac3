//! What others did with an aid: reviewers signed it, an organisation changed it.

use serde::Serialize;

/// What an organisation changed: options it does not offer, words and figures of its own. Never a published figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
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

/// A clinician's review. An aid without one says "not clinically reviewed" on every screen.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct ReviewDoc {
    /// Who reviewed it; empty until someone has.
    #[cfg_attr(feature = "authoring", schemars(default))]
    pub reviewers: Vec<Reviewer>,
    /// What was checked against which source, and what was found.
    #[serde(rename = "check")]
    #[cfg_attr(feature = "authoring", schemars(default))]
    pub checks: Vec<EvidenceCheck>,
}

/// One reviewer's signature.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
}

/// What was found when a figure was checked against a second source.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
