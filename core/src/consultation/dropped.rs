//! What was said in a saved consultation and no longer applies, in a sentence each: nothing is left out without a word.

use crate::words::{Words, say};

/// Something that was said and no longer applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dropped {
    /// Weights: the outcomes, options or figures they were asked about have changed.
    Weights,
    /// What one of those weights was about, in the words of when they were saved, and what it would be about now.
    Range {
        /// The outcome.
        outcome: String,
        /// Its range as it was shown.
        was: String,
        /// Its range now.
        now: String,
    },
    /// A limit on an outcome.
    Limit(String),
    /// An option ruled out that is no longer in the aid.
    RuledOut(String),
    /// A rating of an option that is no longer in the aid, or off the scale.
    Rating(String),
    /// A concern that could not be read.
    Concern(String),
    /// A leaning towards an option that is no longer in the aid.
    Leaning(String),
    /// How figures were shown.
    Display,
    /// Words beyond the length of a box.
    Words,
    /// Answers to questions that are no longer in the aid.
    Understood,
    /// Questions to ask that were ticked in another version of the aid.
    Asks,
    /// Lines of a list, or a day, that could not be read.
    Notes,
    /// What was ticked in a score that has changed.
    Ticked,
    /// A mark on an outcome that is no longer in the aid, and whether there were words with it, which now stand in a box.
    Mark {
        /// Its name when it was marked.
        outcome: String,
        /// There were words.
        words: bool,
    },
    /// What said that words of theirs are about an outcome that is no longer in the aid. The words are still there.
    Link(String),
}

impl Dropped {
    /// What to tell the person.
    #[must_use]
    pub fn sentence(&self, words: &Words) -> String {
        match self {
            Self::Weights => say!(
                words,
                "The figures or options have changed since you weighed them. Your answers about how much each outcome \
                 matters no longer fit, so please weigh them again."
            ),
            // Translators: `was` and `now` are ranges: "from 24 down to 8 of every 100 men, at 12 years".
            Self::Range { outcome, was, now } => {
                say!(
                    words,
                    "“{outcome}”: before, {was}; now, {now}.",
                    outcome,
                    was,
                    now
                )
            }
            Self::Limit(outcome) => say!(
                words,
                "Your limit on “{outcome}” no longer fits the figures, so it was taken away.",
                outcome
            ),
            Self::RuledOut(option) => say!(
                words,
                "You had ruled out “{option}”. It is no longer one of the options.",
                option
            ),
            Self::Rating(concern) => say!(
                words,
                "Some of your ratings for “{concern}” no longer fit, so they were taken away.",
                concern
            ),
            Self::Concern(concern) => say!(
                words,
                "“{concern}” could not be read back. You can add it again.",
                concern
            ),
            Self::Leaning(option) => say!(
                words,
                "You were leaning towards “{option}”. It is no longer one of the options.",
                option
            ),
            Self::Display => say!(
                words,
                "How you chose to see the figures no longer fits, so they are shown as at first."
            ),
            Self::Words => say!(
                words,
                "Some of your own words were too long to read back in full."
            ),
            Self::Link(outcome) => say!(
                words,
                "Some of your words were about “{outcome}”, which is no longer one of the outcomes here. Your words are still \
                 there.",
                outcome
            ),
            Self::Understood => say!(
                words,
                "Some questions about the facts have changed since you answered them."
            ),
            Self::Asks => say!(
                words,
                "The questions to ask may have changed since you ticked some. Please tick them again."
            ),
            Self::Notes => say!(
                words,
                "Some of what you planned could not be read back. You can add it again."
            ),
            Self::Ticked => say!(
                words,
                "Some of what you ticked to work out a score no longer fits. Please look at the score again."
            ),
            Self::Mark {
                outcome,
                words: false,
            } => say!(
                words,
                "You had marked “{outcome}”. It is no longer one of the outcomes here.",
                outcome
            ),
            Self::Mark { outcome, words: true } => say!(
                words,
                "You had marked “{outcome}”. It is no longer one of the outcomes here. What you wrote about it now \
                 stands with your own words.",
                outcome
            ),
        }
    }
}
