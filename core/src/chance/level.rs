//! Described levels: ordered words where there is no number, and none is invented.

use std::sync::Arc;

use super::Certainty;

/// One level.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// Identifier.
    pub id: String,
    /// In a word or two: "a little".
    pub name: String,
    /// What it means, in a sentence.
    pub means: String,
    /// How good, 0 (the worst level) to 1 (the best).
    pub value: f64,
}

/// The level one option has. It cannot exist without a certainty; its row has when, who and where from.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelFigure {
    levels: Arc<[Level]>,
    place: usize,
    certainty: Certainty,
    certainty_why: Option<String>,
}

impl LevelFigure {
    /// A level by its place in the list; `None` when there is no such place.
    #[must_use]
    pub fn new(
        levels: Arc<[Level]>,
        place: usize,
        certainty: Certainty,
        certainty_why: Option<String>,
    ) -> Option<Self> {
        (place < levels.len()).then_some(Self {
            levels,
            place,
            certainty,
            certainty_why,
        })
    }

    /// Place in the list, from 0.
    #[must_use]
    pub fn place(&self) -> usize {
        self.place
    }

    /// Its name: "a little".
    #[must_use]
    pub fn name(&self) -> &str {
        self.level().map_or("", |level| &level.name)
    }

    /// What it means.
    #[must_use]
    pub fn means(&self) -> &str {
        self.level().map_or("", |level| &level.means)
    }

    /// How good, 0 to 1.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.level().map_or(0.0, |level| level.value)
    }

    /// How sure the evidence is.
    #[must_use]
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// Why that sure.
    #[must_use]
    pub fn certainty_why(&self) -> Option<&str> {
        self.certainty_why.as_deref()
    }

    fn level(&self) -> Option<&Level> {
        self.levels.get(self.place)
    }
}
