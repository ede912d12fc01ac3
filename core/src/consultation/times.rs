//! The times that outcomes are weighed at: those the person chose, until somebody says how much things matter.
//!
//! A time that is chosen holds everywhere, the weighing included. But an answer is about the change it was asked about: who looks at another
//! time afterwards has not answered anew. So what was chosen is held from the first answer on, the page says where it differs from what
//! is looked at, and weighing with the times that are shown is one press, which undo takes back. Where an outcome cannot be weighed at the
//! time that is looked at, since an option has no figure then, it is weighed at its author's: an outcome does not leave the weighing
//! because somebody looks at another time.

use crate::aid::{HorizonId, OutcomeId};

use super::{Answers, DealBreaker, Map, Person, Weighing};

impl Answers {
    /// Whether anything is said that is about the change of an outcome from one number to another.
    pub(super) fn is_about_times(&self) -> bool {
        let mut breakers = self.deal_breakers.iter();
        self.says_how_much() || breakers.any(|breaker| matches!(breaker, DealBreaker::Limit { .. }))
    }

    /// The times in force for the weighing, where the person chose any.
    pub(super) fn times(&self) -> &Map<OutcomeId, HorizonId> {
        if self.is_about_times() {
            &self.weighed_at
        } else {
            &self.horizons
        }
    }

    /// Holds the times from the first answer on, and lets them go with the last.
    pub(super) fn hold_times(&mut self, before: &Self) {
        if !self.is_about_times() {
            self.weighed_at = Map::default();
        } else if !before.is_about_times() {
            self.weighed_at = self.horizons.clone();
        }
    }

    /// Whether what is said so far may go: nobody takes away what another person answered.
    pub(crate) fn may_begin_again(&self) -> bool {
        let mut others = self.weighings.iter().filter(|(who, _)| *who != Person::Patient);
        self.people.turn == Person::Patient && !others.any(|(_, said)| said.says_anything())
    }

    /// Begins again with the times that are looked at: the way someone answers in and their limits stay, what they said about other
    /// changes goes.
    pub(super) fn weigh_at_shown(&mut self) {
        let way = Weighing {
            method: self.weighing(Person::Patient).method,
            ..Weighing::default()
        };
        self.weighings.insert(Person::Patient, way);
        self.weighed_at = self.horizons.clone();
    }
}
