//! Keeping a consultation as a file and reading it back against the aid as it is now.
//!
//! A saved consultation is only kept where a person asks for it. It names the aid, its version, its content and
//! its *ranges*: weights belong to the ranges they were asked about, so they are void when those have changed.

use serde::{Deserialize, Serialize};

use crate::aid::Aid;
use crate::view::Engine;
use crate::words::{Words, say};

use super::{
    Answers, ConcernId, Consultation, DealBreaker, Leaning, OutcomeOrder, Step, Weighable,
    ground::Ground,
    reduce::{FIRST_POINTS, MAX_CONCERNS, MAX_RATING, MAX_WORDS, POINT_STEP, number},
    swings::swings,
};

/// The version of the saved form.
pub const SAVED_FORMAT: u32 = 1;

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Saved {
    format: u32,
    aid: String,
    version: String,
    content: String,
    ranges: String,
    denominator: u32,
    answers: Answers,
}

/// A consultation read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// The consultation, without history.
    pub consultation: Consultation,
    /// What no longer applies, in the order found.
    pub dropped: Vec<Dropped>,
    /// The aid's content has changed since, even if nothing was dropped; so too when nobody knows it.
    pub content_changed: bool,
}

/// Something that was said and no longer applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dropped {
    /// Weights: the outcomes, options or figures they were asked about have changed.
    Weights,
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
        }
    }
}

/// Why a saved consultation could not be read at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RestoreError {
    /// Not a saved consultation.
    #[error("not a saved consultation: at `{place}`, {what}. choose a file that was saved from this page")]
    Unreadable {
        /// Path inside the file.
        place: String,
        /// What is wrong.
        what: String,
    },
    /// From another version of the saved form.
    #[error(
        "saved form {found} is not one this page can read: use the page it was saved from, or start again"
    )]
    Format {
        /// Its format.
        found: u32,
    },
    /// About another aid.
    #[error("saved from the decision aid `{found}`, but this page shows `{expected}`: open it there")]
    OtherAid {
        /// The aid it was saved from.
        found: String,
        /// This aid.
        expected: String,
    },
}

impl Consultation {
    /// The answers as JSON, tagged with the aid, its version, its content hash and its ranges hash. History is
    /// not saved. `engine` knows the content hash.
    #[must_use]
    pub fn save(&self, aid: &Aid, engine: &dyn Engine) -> String {
        let swings = swings(&self.answers().seen(aid));
        let saved = Saved {
            format: SAVED_FORMAT,
            aid: aid.id().to_owned(),
            version: aid.version().to_owned(),
            content: engine.hash(aid).unwrap_or_default().to_owned(),
            ranges: swings.hash(),
            denominator: swings.denominator,
            answers: self.answers().clone(),
        };
        // Plain data with string keys: serialising it cannot fail.
        serde_json::to_string(&saved).unwrap_or_default()
    }

    /// Reads saved answers against the aid as it is now, keeps all that still applies and says what was dropped.
    ///
    /// # Errors
    /// A file that is not a saved consultation, of another form, or about another aid.
    pub fn restore(aid: &Aid, text: &str, engine: &dyn Engine) -> Result<Restored, RestoreError> {
        let json = &mut serde_json::Deserializer::from_str(text);
        let saved: Saved =
            serde_path_to_error::deserialize(json).map_err(|error| RestoreError::Unreadable {
                place: error.path().to_string(),
                what: error.inner().to_string(),
            })?;
        if saved.format != SAVED_FORMAT {
            return Err(RestoreError::Format { found: saved.format });
        }
        if saved.aid != aid.id() {
            return Err(RestoreError::OtherAid {
                found: saved.aid,
                expected: aid.id().to_owned(),
            });
        }
        let mut answers = saved.answers;
        let changed = super::group::sift(&mut answers, aid, &Ground::new(aid));
        let seen = answers.seen(aid);
        let now = swings(&seen);
        let mut sift = Sift {
            ground: Ground::new(&seen),
            aid,
            dropped: Vec::new(),
        };
        sift.words(&mut answers);
        sift.display(&mut answers);
        sift.concerns(&mut answers);
        if saved.ranges == now.hash() {
            sift.points(&mut answers);
        } else if answers.swing != super::Swing::default() {
            answers.swing = super::Swing::default();
            sift.dropped.push(Dropped::Weights);
        }
        if changed && !sift.dropped.contains(&Dropped::Weights) {
            sift.dropped.push(Dropped::Weights);
        }
        sift.deal_breakers(&mut answers, saved.denominator == now.denominator);
        sift.leaning(&mut answers);
        answers.visited.insert(answers.step);
        answers.visited.insert(Step::About);
        Ok(Restored {
            consultation: Self::with(answers),
            dropped: sift.dropped,
            content_changed: engine.hash(aid) != Some(&*saved.content),
        })
    }
}

/// Keeps what applies, one kind of answer at a time.
struct Sift<'a> {
    ground: Ground,
    aid: &'a Aid,
    dropped: Vec<Dropped>,
}

impl Sift<'_> {
    fn words(&mut self, answers: &mut Answers) {
        let boxes = answers
            .words
            .values_mut()
            .chain(std::iter::once(&mut answers.questions));
        let mut cut = false;
        for words in boxes {
            if let Some((end, _)) = words.char_indices().nth(MAX_WORDS) {
                words.truncate(end);
                cut = true;
            }
        }
        answers.words.retain(|_, words| !words.is_empty());
        if cut {
            self.dropped.push(Dropped::Words);
        }
    }

    fn display(&mut self, answers: &mut Answers) {
        let before = (answers.horizons.len(), answers.hidden.len());
        answers
            .horizons
            .retain(|outcome, horizon| self.ground.horizon(outcome, horizon).is_ok());
        answers.hidden.retain(|option| self.ground.option(option).is_ok());
        if answers.hidden.len() + 2 > self.ground.options.len() {
            answers.hidden.clear();
        }
        let ordered = self.ground.order(&answers.order).is_ok();
        if !ordered {
            answers.order = OutcomeOrder::default();
        }
        if !ordered || before != (answers.horizons.len(), answers.hidden.len()) {
            self.dropped.push(Dropped::Display);
        }
    }

    fn concerns(&mut self, answers: &mut Answers) {
        let mut kept: Vec<ConcernId> = Vec::new();
        let mut lost = Vec::new();
        answers.concerns.retain_mut(|concern| {
            let readable = number(&concern.id).is_some_and(|n| n < u32::MAX)
                && !concern.words.trim().is_empty()
                && concern.words.chars().count() <= MAX_WORDS
                && !kept.contains(&concern.id)
                && kept.len() < MAX_CONCERNS;
            if !readable {
                self.dropped
                    .push(Dropped::Concern(concern.words.chars().take(80).collect()));
                return false;
            }
            kept.push(concern.id.clone());
            let ratings = concern.ratings.len();
            concern
                .ratings
                .retain(|option, rating| self.ground.option(option).is_ok() && *rating <= MAX_RATING);
            if concern.ratings.len() != ratings {
                lost.push(Dropped::Rating(concern.words.clone()));
            }
            true
        });
        self.dropped.append(&mut lost);
    }

    /// Only reached when the ranges are the same, so anything odd here was edited by hand: it is void.
    fn points(&mut self, answers: &mut Answers) {
        let mut seen: Vec<Weighable> = Vec::new();
        let sound = answers.swing.points.iter().all(|(what, points)| {
            let once = !seen.contains(what);
            seen.push(what.clone());
            once && *points <= FIRST_POINTS
                && points.is_multiple_of(POINT_STEP)
                && self.ground.weighable(what, &answers.concerns).is_ok()
        });
        let first = answers.swing.first.as_ref();
        if !sound || first.is_some_and(|what| self.ground.weighable(what, &answers.concerns).is_err()) {
            answers.swing = super::Swing::default();
            self.dropped.push(Dropped::Weights);
        }
    }

    fn deal_breakers(&mut self, answers: &mut Answers, same_denominator: bool) {
        let mut limited = Vec::new();
        answers.deal_breakers.retain(|given| match given {
            DealBreaker::Option(id) if self.ground.option(id).is_err() => {
                self.dropped.push(Dropped::RuledOut(id.to_string()));
                false
            }
            DealBreaker::Option(_) => true,
            DealBreaker::Limit { outcome, count } => {
                let applies = same_denominator
                    && self.ground.limit(outcome, *count).is_ok()
                    && !limited.contains(outcome);
                limited.push(outcome.clone());
                if !applies {
                    let name = self
                        .aid
                        .outcome(outcome)
                        .map_or(outcome.as_str(), |found| found.name.as_str());
                    self.dropped.push(Dropped::Limit(name.to_owned()));
                }
                applies
            }
        });
    }

    fn leaning(&mut self, answers: &mut Answers) {
        if let Some(Leaning::Option(id)) = &answers.leaning
            && self.ground.option(id).is_err()
        {
            self.dropped.push(Dropped::Leaning(id.to_string()));
            answers.leaning = None;
        }
    }
}
