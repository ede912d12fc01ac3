//! Sentences about figures. Nothing else in the product puts a number into words.
//!
//! Each language writes whole sentences of its own behind [`Wording`]; no sentence is glued together from
//! translated fragments. [`Language::of`] picks one.

mod amounts;
mod english;
#[cfg(test)]
mod tests;

use super::{
    Amount, Analysis, Certainty, Denominator, Figure, Horizon, Icons, PeopleCount, ReferenceClass, Scale,
    Status,
};

/// A language core can put numbers into words in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English, British spelling.
    English,
}

impl Language {
    /// The language of a BCP 47 tag (`en`, `en-GB`), when core words it.
    #[must_use]
    pub fn of(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or_default();
        primary.eq_ignore_ascii_case("en").then_some(Self::English)
    }

    /// Its sentences.
    #[must_use]
    pub fn wording(self) -> &'static dyn Wording {
        match self {
            Self::English => &english::English,
        }
    }
}

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
    /// Option, count, group, event, horizon, and the other frame.
    pub sentence: String,
    /// Text for the picture, at most 125 characters.
    pub picture: String,
    /// The picture.
    pub icons: Icons,
    /// The range in a sentence, or that there is none.
    pub range: String,
    /// "20 to 28".
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

/// Sentences about numbers, in one language.
pub trait Wording: Sync {
    /// Everything a figure says.
    fn figure(&self, saying: &Saying<'_>) -> FigureWords;

    /// "24", "1,024", "fewer than 1", "more than 99".
    fn count(&self, count: PeopleCount) -> String;

    /// A whole number with its thousands marked: "1,643".
    fn number(&self, number: u32) -> String;

    /// A figure inside an author's sentence: "24 of every 100 men".
    fn inline(&self, figure: &Figure, of: Denominator) -> String;

    /// How `with` differs from `than`, in rounded people, never relative (R04, R10). Softened by the lower of
    /// the two certainties (R15).
    fn difference(&self, with: &Saying<'_>, than: &Saying<'_>) -> String;

    /// From one rounded count to another: "from 24 to 8 of every 100 men, at 12 years". `from` and `to` share
    /// a denominator.
    fn swing(&self, from: &Figure, to: &Figure, of: Denominator) -> String;

    /// Inside a sentence: "at 12 years", "over about 15 years".
    fn horizon(&self, horizon: &Horizon) -> String;

    /// On a control: "12 years", "about 15 years".
    fn horizon_label(&self, horizon: &Horizon) -> String;

    /// On its own, with a capital: "At 12 years".
    fn horizon_heading(&self, horizon: &Horizon) -> String;

    /// Who the numbers are about, in a sentence.
    fn group(&self, class: &ReferenceClass) -> String;

    /// How people were grouped, in a sentence, with the author's note.
    fn analysis(&self, class: &ReferenceClass) -> String;

    /// In words only: "high".
    fn certainty_word(&self, certainty: Certainty) -> &'static str;

    /// "All numbers on this page are people in every 100."
    fn denominator_note(&self, of: Denominator) -> String;

    /// "No one can know which of the 100 people you would be." (R16)
    fn no_one_can_know(&self, of: Denominator) -> String;

    /// "We do not know." (R17)
    fn not_known(&self) -> &'static str;

    /// The plain word for how people were grouped.
    fn analysis_word(&self, analysis: Analysis) -> &'static str;

    /// "7 days".
    fn amount(&self, amount: &Amount) -> String;

    /// How sure, and why, in sentences.
    fn certainty(&self, certainty: Option<Certainty>, why: Option<&str>) -> String;

    /// How far a source was read, in a sentence.
    fn status(&self, status: Status) -> &'static str;

    /// Words of a level, marked as such: "“a little”".
    fn quoted(&self, words: &str) -> String;

    /// Everything an amount says, of an option's name inside a sentence.
    fn amount_words(&self, amount: &Amount, option: &str) -> AmountWords;

    /// How `with` differs from `than` on average, softened by the lower of the two certainties.
    fn amount_difference(&self, with: (&Amount, &str), than: (&Amount, &str)) -> String;

    /// "from 7 days down to 3 days, within 90 days".
    fn amount_swing(&self, from: &Amount, to: &Amount) -> String;

    /// "With the tablet, effort each day is “a little”, at 1 year."
    fn level_sentence(&self, option: &str, outcome: &str, level: &str, horizon: &Horizon) -> String;

    /// The amount so many of the shown steps above the low end of a scale: "7 days".
    fn amount_at(&self, scale: &Scale, steps: u32) -> String;

    /// The singular of "do not" and its like, when the language knows it.
    fn no_event_one(&self, no_event: &str) -> Option<&'static str>;
}
