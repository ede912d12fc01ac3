//! What a row of a table may say. It is what the reader of `weighup-core` holds a line to, asked of columns: the lists and the shapes
//! are that reader's, and a test holds one to the other.

use weighup_core::given::shape;

use super::{DECISIONS, FITS, GAPS, GivenRow, LEANINGS, METHODS, PROMPTS, STAGES, STEPS, USES, WHO};

/// The column that is wrong and what it should be. Never what it holds: that may be somebody's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("`{column}` is not {expected}")]
pub struct Wrong {
    /// The column.
    pub column: &'static str,
    /// What stands there in a sound row.
    pub expected: &'static str,
}

/// The most outcomes, questions or marks in one list: more is no consultation.
const MOST: usize = 200;

/// The 128 bits of an identifier, if it is written as one.
#[must_use]
pub fn number(id: &str) -> Option<u128> {
    if id.len() != 22 {
        return None;
    }
    let mut bits = 0_u128;
    for (place, byte) in id.bytes().enumerate() {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'-' => 62,
            b'_' => 63,
            _ => return None,
        };
        if place == 21 {
            // The last character carries the last two bits; what it has below them says nothing.
            return Some((bits << 2) | u128::from(six >> 4));
        }
        bits = (bits << 6) | u128::from(six);
    }
    None
}

/// Checks what a row says.
///
/// # Errors
/// The first column that is wrong.
pub fn check(row: &GivenRow<'_>) -> Result<(), Wrong> {
    need(shape::is_given_id(row.id), "id", "22 characters of base64url")?;
    possible_month(row.month)?;
    need(shape::is_identifier(row.aid), "aid", "the identifier of an aid")?;
    need(
        shape::is_version(row.version),
        "version",
        "three numbers such as 1.2.0",
    )?;
    need(
        shape::is_language(row.language),
        "language",
        "the first part of a language tag",
    )?;
    one_of(row.used, USES, "use", "one of the ways to use the page")?;
    one_of(row.who, WHO, "who", "one of those who can be there")?;
    let stages = 0..STAGES.len() as i8;
    for (column, stage) in [
        ("stage before", row.stage_before),
        ("stage after", row.stage_after),
    ] {
        need(
            stage.is_none_or(|stage| stages.contains(&stage)),
            column,
            "one of the stages",
        )?;
    }
    for prompts in [&row.fine, &row.not_yet] {
        need(
            prompts.iter().all(|prompt| PROMPTS.contains(prompt)),
            "ready",
            "a list of the prompts",
        )?;
    }
    each_once(
        &[&row.fine, &row.not_yet],
        "ready",
        "a list that names a prompt once",
    )?;
    let answered = !(row.fine.is_empty() && row.not_yet.is_empty());
    need(
        row.ready_after == answered.then_some(row.not_yet.is_empty()),
        "ready after",
        "what the prompts say",
    )?;
    let asked = usize::try_from(row.asked).unwrap_or(usize::MAX);
    need(
        asked <= 100 && row.right.len() + row.other.len() <= asked,
        "understanding",
        "at most as many answers as questions",
    )?;
    need(
        usize::try_from(row.answered_right) == Ok(row.right.len())
            && usize::try_from(row.answered_otherwise) == Ok(row.other.len()),
        "understanding",
        "a list as long as its count says",
    )?;
    each_once(
        &[&row.right, &row.other],
        "understanding",
        "a list of questions, each once",
    )?;
    each_once(&[&row.opened], "opened", "a list of outcomes, each once")?;
    let marks = [&row.matters, &row.worries, &row.does_not_matter];
    each_once(&marks, "marked", "a list of outcomes, each with one mark")?;
    one_of(
        row.method,
        METHODS,
        "method",
        "one of the ways of saying what matters",
    )?;
    one_of(row.decision, DECISIONS, "decision", "one of the statuses")?;
    one_of(row.leaning, LEANINGS, "leaning", "one of the leanings")?;
    one_of(row.fits, FITS, "fits_choice", "one of yes, no and not-separated")?;
    one_of(row.gap, GAPS, "gap", "one of the bands")?;
    need(
        row.steps.iter().all(|step| STEPS.contains(step)),
        "steps",
        "a list of the steps",
    )?;
    each_once(&[&row.steps], "steps", "a list that names a step once")?;
    one_of(row.stopped, STEPS, "stopped", "one of the steps")?;
    need(
        row.collaborate.is_none_or(|sum| (0..=27).contains(&sum)),
        "collaborate",
        "0 to 27",
    )?;
    need(
        row.sure.is_none_or(|yes| (0..=4).contains(&yes)),
        "sure",
        "0 to 4",
    )?;
    need((0..=100).contains(&row.unscored), "measures", "a count")
}

/// A month in which answers can have been given.
///
/// # Errors
/// Where it is none.
pub fn possible_month(text: &str) -> Result<(), Wrong> {
    let years = "2020".."2100";
    let year = text.get(..4).unwrap_or_default();
    need(
        shape::is_month(text) && years.contains(&year),
        "month",
        "a month such as 2026-11",
    )
}

fn need(holds: bool, column: &'static str, expected: &'static str) -> Result<(), Wrong> {
    if holds {
        Ok(())
    } else {
        Err(Wrong { column, expected })
    }
}

fn one_of(
    word: Option<&str>,
    list: &[&str],
    column: &'static str,
    expected: &'static str,
) -> Result<(), Wrong> {
    need(word.is_none_or(|word| list.contains(&word)), column, expected)
}

/// Identifiers in lists that share them: each well made and in one place only.
fn each_once(lists: &[&Vec<&str>], column: &'static str, expected: &'static str) -> Result<(), Wrong> {
    let all = || lists.iter().flat_map(|list| list.iter());
    let sound = all().count() <= MOST && all().all(|id| shape::is_identifier(id));
    let once = || {
        all()
            .enumerate()
            .all(|(place, id)| !all().take(place).any(|other| other == id))
    };
    need(sound && once(), column, expected)
}
