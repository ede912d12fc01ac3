//! Who weighs, whose turn it is, and what is hidden until it is shown on purpose.
//!
//! Each person's answers about how much things matter are kept apart ([`super::Weighing`]). Only the person whose
//! turn it is changes theirs, and taking the turn is an action of its own. The health professional does not weigh for
//! themselves: they guess what matters to the person deciding, and the guess stays hidden until it is revealed.

use serde::{Deserialize, Serialize};

use super::{Answers, Weighing, weighing::NOTHING};

/// Someone who weighs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Person {
    /// The person deciding.
    #[default]
    Patient,
    /// Someone with them, answering for themselves.
    Companion,
    /// A health professional, guessing what matters to the person deciding.
    Clinician,
}

impl Person {
    /// Everyone who can weigh, in the order they are named.
    pub const ALL: [Self; 3] = [Self::Patient, Self::Companion, Self::Clinician];
}

/// Whose turn it is, and what is known of the guess.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct People {
    /// Whose turn it is to weigh.
    pub turn: Person,
    /// The health professional's guess was shown on purpose. There is no way back: what was seen was seen.
    pub revealed: bool,
    /// The guess was changed after it had been shown.
    pub changed_after: bool,
}

impl Answers {
    /// What someone answered; nothing at first.
    #[must_use]
    pub fn weighing(&self, who: Person) -> &Weighing {
        self.weighings.get(&who).unwrap_or(&NOTHING)
    }

    /// What the person answered whose turn it is.
    #[must_use]
    pub fn mine(&self) -> &Weighing {
        self.weighing(self.people.turn)
    }

    /// Whether someone's answers may be shown to everyone here.
    #[must_use]
    pub fn may_show(&self, who: Person) -> bool {
        who != Person::Clinician || self.people.revealed
    }

    /// The same answers without a guess that is still hidden: for a second window, a hand-over, a record.
    #[must_use]
    pub fn without_what_is_hidden(&self) -> Self {
        let mut shown = self.clone();
        if !self.people.revealed {
            shown.weighings.remove(&Person::Clinician);
            shown.people.turn = Person::Patient;
        }
        shown
    }
}
