//! A point score to work out by ticking.

use serde::Serialize;

use super::SourceView;

/// A score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct ScoreView {
    /// Identifier, for actions.
    pub id: String,
    /// "CHA2DS2-VASc".
    pub name: String,
    /// Its items.
    pub items: Vec<ScoreItemView>,
    /// "None of these": what is ticked, for actions, and whether it is; `None` where a question says as much.
    pub none: Option<(String, bool)>,
    /// How far it is worked out: the sum in words, what is still open, and which group is chosen by it.
    pub said: Vec<String>,
    /// In whom it was tried out.
    pub validated_in: String,
    /// Whom it is not for.
    pub not_for: String,
    /// Who published it.
    pub source: Option<SourceView>,
}

/// An item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct ScoreItemView {
    /// What it is called.
    pub name: String,
    /// What counts.
    pub help: Option<String>,
    /// What can be ticked: the item itself, alone; or its levels, of which one can be chosen.
    pub ticks: Vec<TickView>,
    /// Whether the ticks are levels.
    pub levels: bool,
}

/// Something to tick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct TickView {
    /// What is ticked, for actions.
    pub what: String,
    /// What it is called.
    pub name: String,
    /// "2 points".
    pub points: String,
    /// Whether it is ticked.
    pub ticked: bool,
}
