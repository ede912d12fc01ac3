//! One line of JSON Lines that a person chose to give, strictly read.

mod form;
mod scored;

use form::Line;

use crate::row::{self, GivenRow, MARKS, NEEDS, Wrong};

/// The version of the form that is read here.
pub const VERSION: u32 = 1;

/// The longest line that is read. The longest that can be given has a few kilobytes.
pub const LONGEST: usize = 64 * 1024;

/// Why a line does not count.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[non_exhaustive]
pub enum Refused {
    /// Longer than [`LONGEST`].
    #[error("the line is longer than 64 KB")]
    Long,
    /// Bytes that are no text.
    #[error("the line is not text in UTF-8")]
    Bytes,
    /// It ends too early.
    #[error("the line is cut off")]
    Cut,
    /// No JSON.
    #[error("the line is not JSON")]
    Json,
    /// Something else in JSON.
    #[error("the line is not a record of given answers")]
    Other,
    /// A later version of the form.
    #[error("the line is of a later version than this report knows; use a newer report")]
    Future,
    /// A field that is not in this version, which may be anything.
    #[error("a field that this version does not have: {0}")]
    Unknown(String),
    /// A field is missing, there twice, or of another kind.
    #[error("the shape is wrong: {0}")]
    Shape(String),
    /// A value is in no list.
    #[error(transparent)]
    Value(#[from] Wrong),
}

/// Reads a line and hands its row on.
///
/// # Errors
/// Why it does not count.
pub fn read<T>(line: &[u8], with: impl FnOnce(&GivenRow<'_>) -> T) -> Result<T, Refused> {
    if line.len() > LONGEST {
        return Err(Refused::Long);
    }
    let text = std::str::from_utf8(line).map_err(|_| Refused::Bytes)?;
    let line: Line<'_> = serde_json::from_str(text).map_err(|error| why(text, &error))?;
    if line.format != form::FORMAT || line.version == 0 {
        return Err(Refused::Other);
    }
    if line.version > VERSION {
        return Err(Refused::Future);
    }
    let row = flat(&line)?;
    row::check(&row)?;
    Ok(with(&row))
}

/// Says what is wrong with a line that is not read: what it is first, then what is wrong in it.
fn why(text: &str, error: &serde_json::Error) -> Refused {
    if error.is_eof() {
        return Refused::Cut;
    }
    if error.is_syntax() {
        return Refused::Json;
    }
    let Ok(head) = serde_json::from_str::<form::Head>(text) else {
        // Whole JSON in which even the first two fields are of another kind, or a mistake after the first.
        let whole = serde_json::from_str::<serde::de::IgnoredAny>(text);
        return match whole {
            Ok(_) => Refused::Other,
            Err(error) if error.is_eof() => Refused::Cut,
            Err(_) => Refused::Json,
        };
    };
    if head.format.as_deref() != Some(form::FORMAT) {
        return Refused::Other;
    }
    if head.version.is_some_and(|version| version > u64::from(VERSION)) {
        return Refused::Future;
    }
    let said = error.to_string();
    if let Some(rest) = said.strip_prefix("unknown field `") {
        return Refused::Unknown(shown(rest.split('`').next().unwrap_or_default()));
    }
    for kind in ["missing field `", "duplicate field `"] {
        if let Some(rest) = said.strip_prefix(kind) {
            let name = rest.split('`').next().unwrap_or_default();
            return Refused::Shape(format!("{}{name}`", kind));
        }
    }
    // What else the reader says repeats what stands there, which may be anybody's words.
    Refused::Shape("a value of another kind".to_owned())
}

/// A name from elsewhere, so that it can stand in a list: short, and of plain characters.
fn shown(name: &str) -> String {
    let plain = |c: char| {
        if c.is_ascii_alphanumeric() || matches!(c, '_' | '-') {
            c
        } else {
            '?'
        }
    };
    let mut short: String = name.chars().take(32).map(plain).collect();
    if name.chars().count() > 32 {
        short.push('…');
    }
    short
}

fn flat<'a>(line: &'a Line<'a>) -> Result<GivenRow<'a>, Refused> {
    let mut row = GivenRow {
        id: &line.id,
        month: &line.month,
        aid: &line.aid.id,
        version: &line.aid.version,
        language: &line.language,
        easy_read: line.easy_read,
        used: line.used.as_deref(),
        who: line.who.as_deref(),
        stage_before: stage(line.stage.before.as_deref(), "stage before")?,
        stage_after: stage(line.stage.after.as_deref(), "stage after")?,
        asked: i8::try_from(line.understanding.asked).map_err(|_| Wrong {
            column: "understanding",
            expected: "at most 100 questions",
        })?,
        right: texts(&line.understanding.right),
        other: texts(&line.understanding.other),
        opened: texts(&line.opened),
        method: line.method.as_deref(),
        decision: line.decision.as_deref(),
        leaning: line.leaning.as_deref(),
        fits: line.fits_choice.as_deref(),
        gap: line.gap.as_deref(),
        steps: texts(&line.steps),
        stopped: line.stopped.as_deref(),
        finished: line.finished,
        ..GivenRow::default()
    };
    row.answered_right = i8::try_from(row.right.len()).unwrap_or(i8::MAX);
    row.answered_otherwise = i8::try_from(row.other.len()).unwrap_or(i8::MAX);
    if let Some(hash) = &line.aid.hash {
        let hex = hash.len() == 12 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if !hex {
            Err(Wrong {
                column: "hash",
                expected: "12 hexadecimal digits",
            })?;
        }
    }
    for need in &line.needs {
        let place = NEEDS.iter().position(|known| known == need);
        match place
            .and_then(|place| row.needs.get_mut(place))
            .filter(|there| !**there)
        {
            Some(there) => *there = true,
            None => Err(Wrong {
                column: "needs",
                expected: "a list of the needs, each once",
            })?,
        }
    }
    if let Some(before) = &line.ready.before {
        row.ready_before = ready(before);
        check_prompts(before)?;
    }
    if let Some(after) = &line.ready.after {
        row.ready_after = ready(after);
        row.fine = texts(&after.fine);
        row.not_yet = texts(&after.not_yet);
    }
    for marked in &line.marked {
        let list = match MARKS.iter().position(|mark| *mark == marked.mark) {
            Some(0) => &mut row.matters,
            Some(1) => &mut row.worries,
            Some(2) => &mut row.does_not_matter,
            _ => {
                return Err(Wrong {
                    column: "marked",
                    expected: "a list of the marks",
                }
                .into());
            }
        };
        list.push(&marked.outcome);
    }
    scored::score(&line.measures, &mut row)?;
    Ok(row)
}

fn texts<'a>(list: &'a [std::borrow::Cow<'a, str>]) -> Vec<&'a str> {
    list.iter().map(AsRef::as_ref).collect()
}

fn stage(word: Option<&str>, column: &'static str) -> Result<Option<i8>, Wrong> {
    let wrong = Wrong {
        column,
        expected: "one of the stages",
    };
    word.map(|word| row::stage(word).ok_or(wrong)).transpose()
}

/// Whether every prompt that was answered was fine; nothing where none was.
fn ready(prompts: &form::Prompts<'_>) -> Option<bool> {
    let answered = !(prompts.fine.is_empty() && prompts.not_yet.is_empty());
    answered.then_some(prompts.not_yet.is_empty())
}

/// The first answers leave only whether all were fine, so their prompts are checked here.
fn check_prompts(prompts: &form::Prompts<'_>) -> Result<(), Wrong> {
    let all: Vec<&str> = prompts
        .fine
        .iter()
        .chain(&prompts.not_yet)
        .map(AsRef::as_ref)
        .collect();
    let known = all.iter().all(|prompt| row::PROMPTS.contains(prompt));
    let once = all
        .iter()
        .enumerate()
        .all(|(place, prompt)| !all.iter().take(place).any(|other| other == prompt));
    if known && once {
        Ok(())
    } else {
        Err(Wrong {
            column: "ready",
            expected: "a list of the prompts, each once",
        })
    }
}
