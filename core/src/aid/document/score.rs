//! Point scores: published items with their points, and the group that each sum belongs to.

use serde::Serialize;

use crate::format::Form;

/// What is ticked when none of a score's items applies: nothing ticked is no answer yet.
pub const NONE: &str = "none";

/// A published score. The person ticks what applies; the sum says which group of `baseline` is theirs.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct ScoreDoc {
    /// Identifier.
    pub id: String,
    /// As it is called: "CHA2DS2-VASc".
    pub name: String,
    /// Id of the source that published its items and points.
    pub source: String,
    /// In whom it was tried out, in a sentence or two.
    pub validated_in: String,
    /// Whom it is not for, in a sentence or two.
    pub not_for: String,
    /// Its items, in the order shown.
    #[serde(rename = "item")]
    pub items: Vec<ScoreItemDoc>,
    /// What each sum means: every sum that there can be, once.
    #[serde(rename = "sum")]
    pub sums: Vec<SumDoc>,
}

/// One item: something that applies or not, or a question with levels of which exactly one applies.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct ScoreItemDoc {
    /// Identifier, of this score.
    pub id: String,
    /// On the control: "High blood pressure", or what is asked of levels: "Age".
    pub name: String,
    /// What counts, in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Inside a sentence, after "1 for": "high blood pressure". Of items without levels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_sentence: Option<String>,
    /// Its points, 1 to 100. Of items without levels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<u8>,
    /// Levels of which one applies, such as bands of age; those without points too.
    #[serde(default, rename = "level", skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<ScoreLevelDoc>,
}

/// One level of an item.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct ScoreLevelDoc {
    /// Identifier, of this item.
    pub id: String,
    /// On the control: "75 or over".
    pub name: String,
    /// Inside a sentence, after "2 for": "age 75 or over".
    pub in_sentence: String,
    /// Its points, 0 to 100.
    pub points: u8,
}

/// What a sum, or every sum from one to another, means.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct SumDoc {
    /// The sum, or the lowest of several.
    pub from: u32,
    /// The highest of several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<u32>,
    /// The group of `baseline` that is chosen. Without one, `says` has to say why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// What is said beside it, in a sentence or two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
}

/// A score worked out from what is ticked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally<'d> {
    /// Points and what they are for, of all that is ticked and has points.
    pub parts: Vec<(u8, &'d str)>,
    /// Questions with levels that are still open.
    pub open: Vec<&'d str>,
    /// Whether anything is ticked.
    pub begun: bool,
}

/// What can be ticked.
#[derive(Clone, Copy, Debug)]
pub enum Tick<'d> {
    /// That none of the items applies.
    None,
    /// An item.
    Item,
    /// A level of this item.
    Level(&'d ScoreItemDoc),
}

impl Tally<'_> {
    /// The points added up.
    #[must_use]
    pub fn sum(&self) -> u32 {
        self.parts.iter().map(|(points, _)| u32::from(*points)).sum()
    }

    /// Whether the sum stands: something is ticked and no question is open.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.begun && self.open.is_empty()
    }
}

impl SumDoc {
    /// The highest sum it is about.
    #[must_use]
    pub fn last(&self) -> u32 {
        self.to.unwrap_or(self.from)
    }
}

impl ScoreDoc {
    /// Place of the question of `baseline` that it answers, from 0: that of the first group it names.
    #[must_use]
    pub fn axis(&self, doc: &super::Document) -> Option<usize> {
        self.sums
            .iter()
            .find_map(|sum| doc.axis_of(sum.group.as_deref()?))
    }

    /// Works it out. `ticked` says of an item, or of an item and its level, whether it is ticked: "diabetes",
    /// "age.75-or-over", or [`NONE`].
    #[must_use]
    pub fn tally(&self, ticked: &dyn Fn(&str) -> bool) -> Tally<'_> {
        let mut tally = Tally {
            parts: Vec::new(),
            open: Vec::new(),
            begun: ticked(NONE),
        };
        for item in &self.items {
            let level = item.levels.iter().find(|level| ticked(&item.tick(&level.id)));
            match (item.points, level) {
                (_, Some(level)) => {
                    tally.begun = true;
                    if level.points > 0 {
                        tally.parts.push((level.points, &level.in_sentence));
                    }
                }
                (None, None) => tally.open.push(&item.name),
                (Some(points), None) => {
                    if ticked(&item.id) {
                        tally.begun = true;
                        tally
                            .parts
                            .push((points, item.in_sentence.as_deref().unwrap_or(&item.name)));
                    }
                }
            }
        }
        tally
    }

    /// What a sum means.
    #[must_use]
    pub fn meaning(&self, sum: u32) -> Option<&SumDoc> {
        self.sums
            .iter()
            .find(|known| known.from <= sum && sum <= known.last())
    }

    /// The highest sum there can be.
    #[must_use]
    pub fn most(&self) -> u32 {
        let item = |item: &ScoreItemDoc| {
            let levels = item.levels.iter().map(|level| level.points).max();
            u32::from(levels.or(item.points).unwrap_or(0))
        };
        self.items.iter().map(item).sum()
    }

    /// Whether none of the items is a question with levels, so that [`NONE`] can be ticked.
    #[must_use]
    pub fn has_none(&self) -> bool {
        self.items.iter().all(|item| item.levels.is_empty())
    }

    /// What something ticked is; `None` when the score has no such thing.
    #[must_use]
    pub fn known(&self, what: &str) -> Option<Tick<'_>> {
        if what == NONE {
            return self.has_none().then_some(Tick::None);
        }
        self.items.iter().find_map(|item| {
            if item.levels.is_empty() {
                return (item.id == what).then_some(Tick::Item);
            }
            let mut levels = item.levels.iter();
            levels
                .any(|level| item.tick(&level.id) == what)
                .then_some(Tick::Level(item))
        })
    }
}

impl ScoreItemDoc {
    /// What is ticked for one of its levels: "age.75-or-over".
    #[must_use]
    pub fn tick(&self, level: &str) -> String {
        [&self.id, ".", level].concat()
    }
}
