//! Keeping a consultation as a file and reading it back against the aid as it is now.
//!
//! A saved consultation is only kept where a person asks for it. It names the aid, its version, its content and
//! its *ranges*: weights belong to the ranges they were asked about, so they are void when those have changed.

use serde::{Deserialize, Serialize};

use crate::aid::Aid;
use crate::view::Engine;
use crate::words::{Words, say};

use super::{
    Answers, ConcernId, Consultation, DealBreaker, Leaning, SHARE_STEP, SHARED, Step, TIMES, Weighable,
    Weighing,
    ground::Ground,
    reduce::{FIRST_POINTS, MAX_CONCERNS, MAX_RATING, MAX_WORDS, POINT_STEP, number},
    swings::swings,
};

/// The version of the saved form. Form 1 held one person's swing answers; it still opens.
pub const SAVED_FORMAT: u32 = 2;

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
        let newer = from_form_1(text);
        let json = &mut serde_json::Deserializer::from_str(newer.as_deref().unwrap_or(text));
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
        sift.weighings(&mut answers, saved.ranges == now.hash());
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

/// A consultation saved in form 1, as form 2: the swing answers become the patient's. `None` when it is not in form 1.
fn from_form_1(text: &str) -> Option<String> {
    let mut saved: serde_json::Value = serde_json::from_str(text).ok()?;
    if saved.get("format")?.as_u64() != Some(1) {
        return None;
    }
    let answers = saved.get_mut("answers")?.as_object_mut()?;
    patients(answers);
    for aside in answers
        .get_mut("set_aside")
        .and_then(serde_json::Value::as_array_mut)
        .into_iter()
        .flatten()
    {
        patients(aside.as_object_mut()?);
    }
    saved
        .as_object_mut()?
        .insert("format".to_owned(), SAVED_FORMAT.into());
    Some(saved.to_string())
}

/// Swing answers of form 1, under the person who gave them.
fn patients(answers: &mut serde_json::Map<String, serde_json::Value>) {
    if let Some(swing) = answers.remove("swing") {
        let said = serde_json::json!({ "patient": { "method": "swing", "swing": swing } });
        answers.insert("weighings".to_owned(), said);
    }
}

/// Whether nothing is named twice.
fn once<T: PartialEq>(items: impl Iterator<Item = T>) -> bool {
    let mut seen = Vec::new();
    for item in items {
        if seen.contains(&item) {
            return false;
        }
        seen.push(item);
    }
    true
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
        if before != (answers.horizons.len(), answers.hidden.len()) {
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

    /// Weights belong to the ranges they were asked about. When those are the same, anything odd was edited by hand:
    /// what that person said is void.
    fn weighings(&mut self, answers: &mut Answers, same_ranges: bool) {
        let concerns = &answers.concerns;
        let before = answers.weighings.len();
        answers.weighings.retain(|_, said| {
            *said
                == Weighing {
                    method: said.method,
                    ..Weighing::default()
                }
                || (same_ranges && self.sound(said, concerns))
        });
        if answers.weighings.len() != before {
            self.dropped.push(Dropped::Weights);
        }
    }

    fn sound(&self, said: &Weighing, concerns: &[super::Concern]) -> bool {
        let on_step = |points: u8, step: u8, most: u8| points <= most && points.is_multiple_of(step);
        let placed: Vec<&Weighable> = said.ranking.iter().flatten().collect();
        let pairs = &said.best_worst.times;
        let chosen = said.best_worst.best.as_ref();
        said.named()
            .iter()
            .all(|what| self.ground.weighable(what, concerns).is_ok())
            && once(said.swing.points.iter().map(|(what, _)| what))
            && once(said.shares.iter().map(|(what, _)| what))
            && once(placed.into_iter())
            && once(pairs.iter().map(|(a, b, _)| (a, b)))
            && said
                .swing
                .points
                .iter()
                .all(|(_, points)| on_step(*points, POINT_STEP, FIRST_POINTS))
            && said
                .shares
                .iter()
                .all(|(_, points)| on_step(*points, SHARE_STEP, SHARED))
            && said.ranking.iter().all(|together| !together.is_empty())
            && pairs.iter().all(|(a, b, times)| a != b && TIMES.contains(times))
            && (chosen.is_none() || chosen != said.best_worst.worst.as_ref())
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
