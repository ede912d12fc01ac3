//! Keeping a consultation as a file and reading it back against the aid as it is now.
//!
//! A saved consultation is only kept where a person asks for it. It names the aid, its version, its content and
//! its *ranges*: weights belong to the ranges they were asked about, so they are void when those have changed.

use crate::aid::{Aid, Date, OutcomeId};
use crate::format::tree::{Entry, Value, field};
use crate::format::{At, Fields, Form, Found, Node, Out, Word as _, json};

use super::{
    Answers, ConcernId, Consultation, DealBreaker, DecisionStatus, Dropped, Leaning, MAX_NOTES, Method, Note,
    OutcomeOrder, SHARE_STEP, SHARED, Step, TIMES, Weighable, Weighing,
    bounds::Bounds,
    reduce::{FIRST_POINTS, MAX_CONCERNS, MAX_RATING, POINT_STEP, number},
    room::{MAX_LINE, MAX_WORDS},
    swings::{End, SwingOf, swings},
};

/// The version of the saved form. Form 1 held one person's swing answers; no release wrote it. Form 2 knew no answers in words, and
/// form 3 nothing of what two people speak about, of questions ticked or of what is told at home, form 4 only weighing at the author's times: each
/// is read as form 5 without any.
pub const SAVED_FORMAT: u32 = 5;
/// The oldest form that is read.
const OLDEST: u32 = 2;

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
    /// The day on which they left the page, where the file says so.
    pub saved_on: Option<Date>,
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
        // All of the file follows from what may leave: the times that a hidden guess holds would show that there is one, and the
        // ranges would not be those that the answers in the file are about.
        let shown = self.answers().without_what_is_hidden();
        let seen = shown.seen(aid);
        let swings = swings(&seen);
        let mut out = Out(String::new());
        out.open('{').key("format").number(SAVED_FORMAT);
        out.key("aid").text(aid.id());
        out.key("version").text(aid.version());
        out.key("content").text(content.unwrap_or_default());
        out.key("ranges").text(&swings.hash());
        out.key("limits_of").open('{');
        for swing in &swings.weighed {
            if shown.limit_on(&swing.outcome).is_some() {
                out.key(swing.outcome.as_str()).number(swing.most);
            }
        }
        out.close('}');
        if shown.says_how_much() {
            write_weighed(&seen, &swings.weighed, &mut out);
        }
        let said_of = shown.outcomes_said_of();
        if !said_of.is_empty() {
            // Named, so that what was said of an outcome can be told of when that is gone.
            out.key("marked").open('{');
            for id in said_of {
                let name = aid
                    .outcome(id)
                    .map_or(id.as_str(), |outcome| outcome.name.as_str());
                out.key(id.as_str()).text(name);
            }
            out.close('}');
        }
        out.key("answers");
        shown.write(&mut out);
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
            Some(OLDEST..=SAVED_FORMAT) => {}
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
            let what = match get(&node, "answers").and_then(unknown_way) {
                Some(way) => format!("`{way}` is no way of weighing that this page knows"),
                None => "this is nothing that the page writes there".to_owned(),
            };
            unreadable(&["answers.", &at].concat(), &what)
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
        if sift.weighings(&mut answers, ranges == now.hash()) {
            let changed = now
                .weighed
                .iter()
                .filter_map(|swing| range_changed(&node, &seen, swing));
            sift.dropped.extend(changed);
        }
        if changed && !sift.dropped.contains(&Dropped::Weights) {
            sift.dropped.push(Dropped::Weights);
        }
        answers.anyway.retain(|id| sift.whole.known(id).is_ok());
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
        // A question is known by its place, which is the same in every language of a version and in no other version.
        let asks = answers.asks.len();
        let same = words("version")? == aid.version();
        answers
            .asks
            .retain(|question| same && sift.bounds.ask(*question).is_ok());
        if answers.asks.len() != asks {
            sift.dropped.push(Dropped::Asks);
        }
        if !answers.is_about_times() {
            answers.weighed_at = super::Map::default();
        }
        answers.visited.insert(answers.step);
        answers.visited.insert(Step::About);
        Ok(Restored {
            consultation: Self::with(answers),
            dropped: sift.dropped,
            // Answers of before anybody had checked the aid whole say nothing of its content.
            content_changed: !saved_content.is_empty() && content != Some(saved_content),
            saved_on: words("saved").ok().and_then(Date::parse),
        })
    }
}

/// What is weighed, each with both ends, what they are out of, and how that was said: whoever opens the answers when figures have
/// changed is told which, and how.
fn write_weighed(seen: &Aid, weighed: &[SwingOf], out: &mut Out) {
    out.key("weighed").open('{');
    for swing in weighed {
        let Some(said) = swing.words(seen) else { continue };
        out.key(swing.outcome.as_str()).open('[');
        for count in swing.counts() {
            out.number(count);
        }
        out.text(&said);
        out.close(']');
    }
    out.close('}');
}

/// How a swing differs from what was saved of it; nothing where it is the same, or where nothing was saved.
fn range_changed(saved: &Node<'_>, seen: &Aid, swing: &SwingOf) -> Option<Dropped> {
    let Value::List(was) = &get(get(saved, "weighed")?, swing.outcome.as_str())?.value else {
        return None;
    };
    let counts: Vec<u32> = was.iter().filter_map(whole_number).collect();
    let said = was.iter().find_map(|part| match &part.value {
        Value::Text(said) => Some(said.to_string()),
        _ => None,
    })?;
    let now = swing.words(seen)?;
    (counts != swing.counts()).then(|| Dropped::Range {
        outcome: seen
            .outcome(&swing.outcome)
            .map_or_else(|| swing.outcome.to_string(), |outcome| outcome.name.clone()),
        was: said.chars().take(MAX_LINE).collect(),
        now,
    })
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

/// A way of weighing that is not one of ours: a newer page wrote it.
fn unknown_way<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    match &node.value {
        Value::Table(entries) => entries.iter().find_map(|entry| match &entry.node.value {
            Value::Text(way) if entry.key == "method" => {
                let known = Method::ALL.iter().any(|method| method.word() == &**way);
                (!known).then_some(&**way)
            }
            _ => unknown_way(&entry.node),
        }),
        Value::List(all) => all.iter().find_map(unknown_way),
        _ => None,
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
        answers
            .weighed_at
            .retain(|outcome, horizon| self.whole.horizon(outcome, horizon).is_ok());
        answers.hidden.retain(|option| self.bounds.option(option).is_ok());
        // Nobody misses it: a row that is opened is the next.
        answers.spoken_of = answers.spoken_of.take().filter(|id| self.whole.known(id).is_ok());
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
    /// what that person said is void. True when something was void because ranges have changed.
    fn weighings(&mut self, answers: &mut Answers, same_ranges: bool) -> bool {
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
        let void = answers.weighings.len() != before;
        if void {
            self.dropped.push(Dropped::Weights);
        }
        void && !same_ranges
    }

    fn sound(&self, said: &Weighing, concerns: &[super::Concern]) -> bool {
        let on_step = |points: u8, step: u8, most: u8| points <= most && points.is_multiple_of(step);
        let placed: Vec<&Weighable> = said.ranking.iter().flatten().collect();
        let pairs = &said.best_worst.times;
        let chosen = said.best_worst.best.as_ref();
        let in_words = &said.pairs.said;
        let turned = in_words.iter().filter(|(a, b, _)| a > b).map(|(a, b, _)| (b, a));
        let straight = in_words.iter().filter(|(a, b, _)| a <= b).map(|(a, b, _)| (a, b));
        said.named()
            .iter()
            .all(|what| self.bounds.weighable(what, concerns).is_ok())
            && once(said.swing.points.iter().map(|(what, _)| what))
            && once(said.shares.iter().map(|(what, _)| what))
            && once(placed.into_iter())
            && once(pairs.iter().map(|(a, b, _)| (a, b)))
            && once(straight.chain(turned))
            && in_words.iter().all(|(a, b, _)| a != b)
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
        // What is decided is an option, and one that is there.
        if answers.status == Some(DecisionStatus::Made)
            && !matches!(answers.leaning, Some(Leaning::Option(_)))
        {
            answers.status = None;
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
