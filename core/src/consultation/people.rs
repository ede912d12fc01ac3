//! Who weighs, whose turn it is, and what is hidden until it is shown on purpose.
//!
//! Each person's answers about how much things matter are kept apart ([`super::Weighing`]). Only the person whose
//! turn it is changes theirs, and taking the turn is an action of its own. The health professional does not weigh for
//! themselves: they guess what matters to the person deciding, and the guess stays hidden until it is revealed.

use serde::Serialize;

use super::{Answers, Map, SetAside, Weighing, swings::swings, weighing::NOTHING};
use crate::aid::{Aid, ReferenceClassId};
use crate::format::Form;

/// Someone who weighs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
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

    /// The same answers without a guess that is still hidden: all that a file, the device or another window may have.
    /// The guess goes from the groups that are set aside too, and nobody else learns that it is being made.
    #[must_use]
    pub fn without_what_is_hidden(&self) -> Self {
        let mut shown = self.clone();
        if self.people.revealed {
            return shown;
        }
        shown.weighings.remove(&Person::Clinician);
        for aside in &mut shown.set_aside {
            aside.weighings.remove(&Person::Clinician);
        }
        shown
            .set_aside
            .retain(|aside| aside.weighings.iter().any(|(_, said)| said.says_anything()));
        if shown.people.turn == Person::Clinician {
            shown.people.turn = Person::Patient;
        }
        if !shown.is_about_times() {
            shown.weighed_at = Map::default();
        }
        shown
    }

    /// These answers, which another window sent, with the guess that is hidden in this window (`here`). The guess never
    /// travels, so what comes back is without it; it is lost only when the other window has started again.
    pub(super) fn with_what_is_hidden(mut self, here: &Self, aid: &Aid) -> Self {
        if here.people.revealed || self.people.revealed || self.starts_again_after(here) {
            return self;
        }
        for aside in &here.set_aside {
            if let Some(guess) = aside.weighings.get(&Person::Clinician) {
                self.take_guess(aside, guess.clone());
            }
        }
        if let Some(guess) = here.weighings.get(&Person::Clinician) {
            let made = SetAside {
                group: here.group.clone(),
                also: here.also.clone(),
                ranges: swings(&here.seen(aid)).hash(),
                weighings: Map::default(),
                times: here.weighed_at.clone(),
            };
            self.take_guess(&made, guess.clone());
        }
        if here.people.turn == Person::Clinician && self.people.turn == Person::Patient {
            self.people.turn = Person::Clinician;
        }
        self
    }

    /// Nothing is said any more, and steps that were opened count as not opened: only starting again does that.
    fn starts_again_after(&self, earlier: &Self) -> bool {
        *self == self.showing_the_same(&Self::default())
            && earlier.visited.iter().any(|step| !self.visited.contains(step))
    }

    /// Puts a guess where it belongs: with the answers for the group and the times it was `made` for. What was made before any
    /// group was chosen stays with the answers in use.
    fn take_guess(&mut self, made: &SetAside, mut guess: Weighing) {
        guess.forget_what_is_gone(&self.concerns);
        let same = |group: &Option<ReferenceClassId>, also: &Option<ReferenceClassId>| {
            made.group == *group && made.also == *also
        };
        let of_all = made.group.is_none() && made.also.is_none();
        let about_these = !self.is_about_times() || self.weighed_at == made.times;
        if about_these && (of_all || same(&self.group, &self.also)) {
            self.weighed_at = made.times.clone();
            return self.weighings.insert(Person::Clinician, guess);
        }
        let mut asides = self.set_aside.iter_mut();
        match asides.find(|known| same(&known.group, &known.also) && known.times == made.times) {
            Some(known) => known.weighings.insert(Person::Clinician, guess),
            None => {
                let mut weighings = Map::default();
                weighings.insert(Person::Clinician, guess);
                self.set_aside.push(SetAside {
                    weighings,
                    ..made.clone()
                });
            }
        }
    }
}
