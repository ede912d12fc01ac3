//! What several steps share: runs of text, marks, sources.

use serde::Serialize;

use crate::aid::{OptionId, SourceId};
use crate::format::Form;

/// A run of text. Figures are kept apart so that a page can mark them `translate="no"` and replace them whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Run {
    /// Words.
    Words(String),
    /// A figure written out, "24 of every 100 men".
    Figure(String),
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Rich(pub Vec<Run>);

impl Rich {
    /// Its text without the runs.
    #[must_use]
    pub fn plain(&self) -> String {
        let runs = self.0.iter();
        runs.map(|run| match run {
            Run::Words(text) | Run::Figure(text) => text.as_str(),
        })
        .collect()
    }
}

/// A mark that stands for an option everywhere: a shape first, a colour second, none better than another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// First option.
    Circle,
    /// Second option.
    Square,
    /// Third option.
    Triangle,
    /// Fourth option.
    Diamond,
    /// Fifth option.
    Hexagon,
    /// Sixth option.
    Pentagon,
}

/// An option's heading.
#[derive(Clone, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct OptionHead {
    /// Identifier.
    pub id: OptionId,
    /// "Active monitoring".
    pub name: String,
    /// "active monitoring".
    pub in_sentence: String,
    /// Its mark.
    pub mark: Mark,
}

/// A source, for the drawer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct SourceView {
    /// Identifier.
    pub id: SourceId,
    /// Short name.
    pub short: String,
    /// Citation.
    pub citation: String,
    /// Link, when there is one.
    pub href: Option<String>,
    /// What was read.
    pub read: String,
}
