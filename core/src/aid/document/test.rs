//! A test: what it is for, what follows, how often it is right.

use serde::Serialize;

use crate::chance::Status;
use crate::format::Form;

/// A test: what it is for and what follows.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct TestDoc {
    /// What it is meant to find.
    pub purpose: String,
    /// What usually happens next when it finds something.
    pub if_positive: String,
    /// What happens next when it finds nothing.
    pub if_negative: String,
    /// What it means to find something that would never have caused trouble.
    pub overdiagnosis: String,
    /// Why there is no count of right and wrong results; needed when there are no `results`, and shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_results: Option<String>,
    /// How many results are right and wrong, of one number of people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub results: Option<TestResults>,
}

/// Results of a test as counts of one number of people.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct TestResults {
    /// People tested.
    pub people: u32,
    /// Have the condition, and the test says so.
    pub true_positive: u32,
    /// Do not have it, and the test says they do.
    pub false_positive: u32,
    /// Do not have it, and the test says so.
    pub true_negative: u32,
    /// Have the condition, and the test says they do not.
    pub false_negative: u32,
    /// People of the same number whose condition is found without the test.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found_without: Option<u32>,
    /// Reference class the people belong to.
    pub group: String,
    /// Point in time.
    pub at: String,
    /// Where the figures are from.
    pub sources: Vec<String>,
    /// How far the source was read.
    pub status: Status,
}
