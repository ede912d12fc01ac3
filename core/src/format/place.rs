//! Where in a file something stands, in the names of its fields.

use std::fmt;

use serde::{Serialize, Serializer};

/// One step of a [`Place`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceStep {
    /// A field of a table.
    Key(String),
    /// An element of a list, from 0.
    Index(usize),
}

/// Where in the document: `outcome[2].figures[0].cells.surgery.events`, in the field names of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place(Vec<PlaceStep>);

impl Place {
    /// The whole document.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// A field of this place.
    #[must_use]
    pub fn key(&self, key: impl Into<String>) -> Self {
        self.with(PlaceStep::Key(key.into()))
    }

    /// An element of this place.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.with(PlaceStep::Index(index))
    }

    /// The steps from the document down.
    #[must_use]
    pub fn steps(&self) -> &[PlaceStep] {
        &self.0
    }

    /// Whether `other` is this place or inside it.
    #[must_use]
    pub fn holds(&self, other: &Self) -> bool {
        other.0.starts_with(&self.0)
    }

    /// A place inside this one.
    #[must_use]
    pub fn join(&self, inside: &Self) -> Self {
        Self(self.0.iter().chain(&inside.0).cloned().collect())
    }

    #[cfg(feature = "spoken")]
    pub(super) fn push(&mut self, step: PlaceStep) {
        self.0.push(step);
    }

    fn with(&self, step: PlaceStep) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, step) in self.0.iter().enumerate() {
            match step {
                PlaceStep::Key(key) if position == 0 => f.write_str(key)?,
                PlaceStep::Key(key) => write!(f, ".{key}")?,
                PlaceStep::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
