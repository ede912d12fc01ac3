//! One line of JSON Lines that a person chose to give. `weighup-core` reads it, as it reads every line; here it becomes a row, and one
//! that is refused becomes a reason that can be counted and shown.

mod flat;
mod scored;

use weighup_core::given::{Given, GivenError, GivenFault, MAX_GIVEN_BYTES};

use crate::row::{self, GivenRow, Wrong};

/// The longest line that is read. The longest that can be given has a few kilobytes.
pub const LONGEST: usize = MAX_GIVEN_BYTES;

/// Why a line does not count. No reason repeats what stood there: that may be somebody's own words.
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
    /// A field that is not there.
    #[error("the field `{0}` is missing")]
    Missing(String),
    /// A field that is there twice.
    #[error("a field is there twice: {0}")]
    Twice(String),
    /// Something else stands there than what has to.
    #[error("`{place}` is not {wanted}")]
    Value {
        /// Where, without the places in lists.
        place: String,
        /// What has to stand there.
        wanted: String,
    },
    /// A value that no person can have given.
    #[error(transparent)]
    Wrong(#[from] Wrong),
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
    let given = Given::read(text).map_err(|error| Refused::of(&error))?;
    // Core knows no day; when answers can have been given is a question for whoever counts them.
    row::possible_month(given.month.as_str())?;
    Ok(with(&flat::row(&given)))
}

impl Refused {
    /// The reason that core has, as one that can be counted.
    fn of(error: &GivenError) -> Self {
        match error {
            GivenError::TooLong { .. } => Self::Long,
            GivenError::Newer { .. } => Self::Future,
            GivenError::Unreadable { place, fault, .. } => match fault {
                GivenFault::Cut => Self::Cut,
                GivenFault::NotJson => Self::Json,
                GivenFault::Other => Self::Other,
                GivenFault::Unknown => Self::Unknown(shown(place.rsplit('.').next().unwrap_or_default())),
                GivenFault::Missing => Self::Missing(without_places(place)),
                GivenFault::Twice => Self::Twice(shown(place)),
                GivenFault::Wanted(wanted) => Self::Value {
                    place: without_places(place),
                    wanted: wanted.clone(),
                },
            },
            // The rest is about making a line, but for answers that are on no scale.
            _ => Self::Value {
                place: "measures".to_owned(),
                wanted: "answers to a questionnaire, on its scale and as many as it has".to_owned(),
            },
        }
    }
}

/// A place in a line without the places in its lists, of which there could be a hundred.
fn without_places(place: &str) -> String {
    let parts = place.split('[');
    parts
        .map(|part| part.split_once(']').map_or(part, |(_, rest)| rest))
        .collect()
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
