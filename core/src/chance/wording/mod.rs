//! Sentences about figures. Nothing else in the product puts a count of people into words.
//!
//! They are methods of [`Words`], in whatever language it has; see [`crate::words`] for how a sentence is written.

mod amounts;
mod contrasts;
mod counts;
mod differences;
mod figures;
#[cfg(test)]
mod tests;

use differences::Hedge;
use figures::joined;

use super::{Denominator, Figure, Icons, PeopleCount};
pub use crate::words::{Language, Plural, Words};

/// What happens or does not, as verb phrases after a count of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// After a plural count: "wear pads".
    pub many: String,
    /// After "1 of every 100 men": "wears pads".
    pub one: String,
    /// After a plural count of the others: "do not".
    pub none_many: String,
    /// After a single other: "does not".
    pub none_one: String,
    /// After other counts, in languages that have more than two forms.
    pub more: Vec<EventForm>,
}

/// What follows one kind of count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventForm {
    /// Which.
    pub plural: Plural,
    /// When it happens; `None` is said like the plural.
    pub happens: Option<String>,
    /// When it does not; `None` is said like the plural.
    pub not: Option<String>,
}

impl Event {
    /// The verb phrase after a count.
    #[must_use]
    pub fn happens(&self, plural: Plural) -> &str {
        let more = self.more.iter().find(|form| form.plural == plural);
        match (plural, more.and_then(|form| form.happens.as_deref())) {
            (_, Some(text)) => text,
            (Plural::One, None) => &self.one,
            _ => &self.many,
        }
    }

    /// The verb phrase after a count of the others.
    #[must_use]
    pub fn not(&self, plural: Plural) -> &str {
        let more = self.more.iter().find(|form| form.plural == plural);
        match (plural, more.and_then(|form| form.not.as_deref())) {
            (_, Some(text)) => text,
            (Plural::One, None) => &self.none_one,
            _ => &self.none_many,
        }
    }
}

/// A figure about to be put into words.
#[derive(Clone, Copy, Debug)]
pub struct Saying<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// The denominator of the screen.
    pub of: Denominator,
    /// What happens.
    pub event: &'a Event,
    /// The option's name inside a sentence: "active monitoring".
    pub option: &'a str,
}

impl Saying<'_> {
    /// The rounded count both frames come from.
    #[must_use]
    pub fn people(&self) -> PeopleCount {
        self.figure.people(self.of)
    }
}

/// A figure in every form it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureWords {
    /// "24", "fewer than 1".
    pub count: String,
    /// "of every 100 men".
    pub of_every: String,
    /// "24 of every 100 men wear pads".
    pub happens: String,
    /// "76 of every 100 do not."
    pub does_not: String,
    /// "76 do not.", right under the count.
    pub does_not_brief: String,
    /// Option, count, group, event, horizon, and the other frame.
    pub sentence: String,
    /// Text for the picture, at most 125 characters.
    pub picture: String,
    /// The picture.
    pub icons: Icons,
    /// The range in a sentence, or that there is none.
    pub range: String,
    /// "Range: 20 to 28.", or that there is none.
    pub range_brief: String,
    /// "20 to 28"; "give or take less than 1" where both ends are shown as one number.
    pub range_short: Option<String>,
    /// How sure, and why.
    pub certainty: String,
    /// How the number and its range were worked out.
    pub worked_out: String,
    /// How far the source was read.
    pub status: String,
}

/// An amount in every form it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmountWords {
    /// "7 days".
    pub value: String,
    /// Option, amount, group, horizon.
    pub sentence: String,
    /// Text for the picture.
    pub picture: String,
    /// The range in a sentence, or that there is none.
    pub range: String,
    /// "5 to 9".
    pub range_short: Option<String>,
    /// How sure, and why.
    pub certainty: String,
    /// How the number and its range were worked out.
    pub worked_out: String,
    /// How far the source was read.
    pub status: String,
}

/// The singular of "do not" and its like in English, when it is known.
pub(crate) fn no_event_one(no_event: &str) -> Option<&'static str> {
    match no_event {
        "do not" => Some("does not"),
        "are not" => Some("is not"),
        "have not" => Some("has not"),
        "did not" => Some("did not"),
        "were not" => Some("was not"),
        "will not" => Some("will not"),
        "cannot" => Some("cannot"),
        _ => None,
    }
}
