//! Keeping a consultation as a file and reading it back against the aid as it is now.
//!
//! A saved consultation is only kept where a person asks for it. It names the aid, its version, its content and
//! its *ranges*: weights belong to the ranges they were asked about, so they are void when those have changed.

use crate::aid::{Aid, Date, OutcomeId};
use crate::format::tree::{Entry, Value, field};
use crate::format::{At, Fields, Form, Found, Node, Out, json};
use crate::words::{Words, say};

use super::{
    Answers, ConcernId, Consultation, DealBreaker, Leaning, MAX_NOTES, Note, OutcomeOrder, SHARE_STEP,
    SHARED, Step, TIMES, Weighable, Weighing,
    bounds::Bounds,
    reduce::{FIRST_POINTS, MAX_CONCERNS, MAX_RATING, POINT_STEP, number},
    room::{MAX_LINE, MAX_WORDS},
    swings::{End, swings},
};

/// The version of the saved form. Form 1 held one person's swing answers; no release wrote it.
pub const SAVED_FORMAT: u32 = 2;

/// Largest saved file that is opened. All that a person can write, in every box to its limit, is a fraction of it.
pub const MAX_SAVED_BYTES: usize = 2 * 1024 * 1024;

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
    /// Answers to questions that are no longer in the aid.
    Understood,
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
            Self::Understood => say!(
                words,
                "Some questions about the facts have changed since you answered them."
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
    /// Larger than anything the page saves.
    #[error(
        "the file is {bytes} bytes and the limit is {MAX_SAVED_BYTES}: choose a file that was saved from this page"
    )]
    TooLarge {
        /// How large it is.
        bytes: usize,
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
    /// The answers as JSON, tagged with the aid, its version, its content hash and its ranges hash. This text is all that
    /// ever leaves the page: a file, the device and another window get it. So a guess that is still hidden is not in it
    /// ([`super::Answers::without_what_is_hidden`]), and neither is the history. `content` is the content
    /// hash, from whoever knows it.
    #[must_use]
    pub fn save(&self, aid: &Aid, content: Option<&str>) -> String {
        let swings = swings(&self.answers().seen(aid));
        let mut out = Out(String::new());
        out.open('{').key("format").number(SAVED_FORMAT);
        out.key("aid").text(aid.id());
        out.key("version").text(aid.version());
        out.key("content").text(content.unwrap_or_default());
        out.key("ranges").text(&swings.hash());
        out.key("limits_of").open('{');
        for swing in &swings.weighed {
            if self.answers().limit_on(&swing.outcome).is_some() {
                out.key(swing.outcome.as_str()).number(swing.most);
            }
        }
        out.close('}');
        if !self.answers().marks.is_empty() {
            // Named, so that a mark can be told of when its outcome is gone.
            out.key("marked").open('{');
            for (id, _) in self.answers().marks.iter() {
                let name = aid
                    .outcome(id)
                    .map_or(id.as_str(), |outcome| outcome.name.as_str());
                out.key(id.as_str()).text(name);
            }
            out.close('}');
        }
        out.key("answers");
        self.answers().without_what_is_hidden().write(&mut out);
        out.close('}');
        out.0
    }

    /// Reads saved answers against the aid as it is now, keeps all that still applies and says what was dropped.
    ///
    /// # Errors
    /// A file that is not a saved consultation, of another form, or about another aid.
    pub fn restore(aid: &Aid, text: &str, content: Option<&str>) -> Result<Restored, RestoreError> {
        let unreadable = |place: &str, what: &str| RestoreError::Unreadable {
            place: place.to_owned(),
            what: what.to_owned(),
        };
        if text.len() > MAX_SAVED_BYTES {
            return Err(RestoreError::TooLarge { bytes: text.len() });
        }
        let node = json::parse(text).map_err(|wrong| unreadable("the file", wrong.what))?;
        let number = |key: &str| get(&node, key).and_then(whole_number);
        let words = |key: &str| match get(&node, key).map(|node| &node.value) {
            Some(Value::Text(text)) => Ok(&**text),
            _ => Err(unreadable(key, "a text is wanted here")),
        };
        match number("format") {
            Some(SAVED_FORMAT) => {}
            Some(found) => return Err(RestoreError::Format { found }),
            None => return Err(unreadable("format", "a number is wanted here")),
        }
        let of = words("aid")?;
        if of != aid.id() {
            return Err(RestoreError::OtherAid {
                found: of.to_owned(),
                expected: aid.id().to_owned(),
            });
        }
        let (saved_content, ranges) = (words("content")?, words("ranges")?);
        let answers = get(&node, "answers").map(answers_of);
        let mut answers = answers.unwrap_or_else(|| Err(String::new())).map_err(|at| {
            unreadable(
                &["answers.", &at].concat(),
                "this is nothing that the page writes there",
            )
        })?;
        let whole = Bounds::new(aid);
        let changed = super::group::sift(&mut answers, aid, &whole);
        let seen = answers.seen(aid);
        let now = swings(&seen);
        let mut sift = Sift {
            bounds: Bounds::new(&seen),
            whole,
            aid,
            dropped: Vec::new(),
        };
        sift.words(&mut answers);
        let name = |id: &OutcomeId| match get(get(&node, "marked")?, id.as_str()).map(|node| &node.value) {
            Some(Value::Text(name)) => Some(name.to_string()),
            _ => None,
        };
        let whole = &sift.whole;
        let lost = super::marks::sift(&mut answers, |id| whole.known(id).is_ok(), name);
        sift.dropped.extend(lost);
        sift.display(&mut answers);
        sift.concerns(&mut answers);
        sift.weighings(&mut answers, ranges == now.hash());
        if changed && !sift.dropped.contains(&Dropped::Weights) {
            sift.dropped.push(Dropped::Weights);
        }
        sift.deal_breakers(&mut answers, |outcome| {
            let mut weighed = now.weighed.iter();
            weighed
                .find(|swing| swing.outcome == *outcome)
                .is_some_and(|swing| {
                    let counted = matches!(swing.worst_end, End::People(_));
                    match get(&node, "limits_of") {
                        Some(of) => get(of, outcome.as_str()).and_then(whole_number) == Some(swing.most),
                        // Saved when all counts of an aid were out of the same number of people.
                        None => !counted || number("denominator") == Some(swing.most),
                    }
                })
        });
        sift.leaning(&mut answers);
        if super::score::sift(&mut answers, aid) {
            sift.dropped.push(Dropped::Ticked);
        }
        sift.talk(&mut answers);
        answers.visited.insert(answers.step);
        answers.visited.insert(Step::About);
        Ok(Restored {
            consultation: Self::with(answers),
            dropped: sift.dropped,
            // Answers of before anybody had checked the aid whole say nothing of its content.
            content_changed: !saved_content.is_empty() && content != Some(saved_content),
        })
    }
}

fn get<'n, 't>(node: &'n Node<'t>, key: &str) -> Option<&'n Node<'t>> {
    match &node.value {
        Value::Table(entries) => field(entries, key),
        _ => None,
    }
}

fn whole_number(node: &Node<'_>) -> Option<u32> {
    match &node.value {
        Value::Number(number) => u32::try_from(*number).ok(),
        _ => None,
    }
}

/// The answers a node holds; what is left out is as at first.
///
/// # Errors
/// The name of the field that cannot be read. Any field may be left out, so each is at fault by itself.
pub(crate) fn answers_of(node: &Node<'_>) -> Result<Answers, String> {
    let read = |node: &Node<'_>| {
        let found = Found::default();
        let answers = Answers::read(node, &At::ROOT, &found);
        answers.filter(|_| found.is_sound())
    };
    if let Some(answers) = read(node) {
        return Ok(answers);
    }
    let Value::Table(entries) = &node.value else {
        return Err(String::new());
    };
    let sound = |entry: &&Entry<'_>| {
        let found = Found::default();
        Fields::of_entry(entry, &found, Answers::of_fields);
        found.is_sound()
    };
    let wrong = entries.iter().find(|entry| !sound(entry));
    Err(wrong.map(|entry| entry.key.to_string()).unwrap_or_default())
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
    /// The aid as this person sees it.
    bounds: Bounds,
    /// The aid with the figures of every group.
    whole: Bounds,
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
        // A time may have figures for another group only, whose choice was undone: it is found again with the group.
        answers
            .horizons
            .retain(|outcome, horizon| self.whole.horizon(outcome, horizon).is_ok());
        answers.hidden.retain(|option| self.bounds.option(option).is_ok());
        if answers.hidden.len() + 2 > self.bounds.options.len() {
            answers.hidden.clear();
        }
        let ordered = self.bounds.order(&answers.order).is_ok();
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
            let readable = number(&concern.id).is_some()
                && !concern.words.trim().is_empty()
                && concern.words.chars().count() <= MAX_LINE
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
                .retain(|option, rating| self.bounds.option(option).is_ok() && *rating <= MAX_RATING);
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
            .all(|what| self.bounds.weighable(what, concerns).is_ok())
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

    /// `same_of`: whether a limit on an outcome was set out of as many as there are now.
    fn deal_breakers(&mut self, answers: &mut Answers, same_of: impl Fn(&OutcomeId) -> bool) {
        let mut limited = Vec::new();
        answers.deal_breakers.retain(|given| match given {
            DealBreaker::Option(id) if self.bounds.option(id).is_err() => {
                self.dropped.push(Dropped::RuledOut(id.to_string()));
                false
            }
            DealBreaker::Option(_) => true,
            DealBreaker::Limit { outcome, count } => {
                let applies = same_of(outcome)
                    && self.bounds.limit(outcome, *count).is_ok()
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
            && self.bounds.option(id).is_err()
        {
            self.dropped.push(Dropped::Leaning(id.to_string()));
            answers.leaning = None;
        }
    }

    fn talk(&mut self, answers: &mut Answers) {
        let before = answers.understood.len();
        answers
            .understood
            .retain(|id, answer| self.bounds.answer(id, *answer).is_ok());
        if answers.understood.len() != before {
            self.dropped.push(Dropped::Understood);
        }
        let mut lost = sound(&mut answers.agenda) | sound(&mut answers.actions);
        if !answers.review.is_empty() && Date::parse(&answers.review).is_none() {
            answers.review.clear();
            lost = true;
        }
        if lost {
            self.dropped.push(Dropped::Notes);
        }
    }
}

/// Keeps the lines of a list that can be; true when one was lost.
fn sound(notes: &mut Vec<Note>) -> bool {
    let before = notes.len();
    let mut kept: Vec<u32> = Vec::new();
    notes.retain(|note| {
        let fits = |words: &str| words.chars().count() <= MAX_LINE;
        let keep = !note.words.trim().is_empty()
            && fits(&note.words)
            && fits(&note.when)
            && !kept.contains(&note.id)
            && kept.len() < MAX_NOTES;
        if keep {
            kept.push(note.id);
        }
        keep
    });
    notes.len() != before
}
