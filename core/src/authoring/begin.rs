//! A new aid that builds, to be filled in: the files that `weighup new` writes and that a desk begins with.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use crate::aid::Date;

/// The head of an aid's file, with places to fill in between `@` signs.
pub const HEAD: &str = include_str!("begin/head.toml");
/// An option of it.
pub const OPTION: &str = include_str!("begin/option.toml");
/// A review file that nobody has signed.
pub const REVIEW: &str = include_str!("begin/review.toml");

/// Days until a new aid is to be reviewed: a year and a half.
const UNTIL_REVIEW: i64 = 547;

/// Options there are marks and room for.
const MOST: usize = 6;

/// What a new aid begins with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Start {
    /// Plain name of the condition.
    pub condition: String,
    /// Identifier; made of the condition when it is empty.
    #[serde(default)]
    pub id: String,
    /// The decision, as the question a person would ask.
    pub decision: String,
    /// Every option by name, the first of them that of doing nothing for now.
    pub options: Vec<String>,
    /// Every outcome by name, and whether most people want more of it.
    pub outcomes: Vec<(String, Wanted)>,
}

/// Whether most people want more of an outcome. Never guessed: with the wrong one every comparison is upside down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wanted {
    /// More of it.
    Higher,
    /// Less of it.
    Lower,
}

/// Why no aid can begin so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BeginError {
    /// Something was not said.
    #[error("{0} is missing; an aid cannot begin without it")]
    Missing(&'static str),
    /// What cannot be an identifier.
    #[error("`{0}` is not an identifier; give one with 1 to 64 lower-case letters, digits and hyphens")]
    BadId(String),
    /// A name of which no identifier can be made.
    #[error(
        "`{0}` has no letter or digit to make an identifier of; name it with some of a to z, and change the name in the file"
    )]
    NoName(String),
    /// More options than an aid can have.
    #[error(
        "{options} options with `{nothing}`; an aid has at most {MOST}: leave some out, or make two aids"
    )]
    TooMany {
        /// How many.
        options: usize,
        /// The option of doing nothing.
        nothing: String,
    },
    /// Two names that become one identifier.
    #[error("`{a}` and `{b}` have the same identifier; name one otherwise")]
    Alike {
        /// One of them.
        a: String,
        /// The other.
        b: String,
    },
}

impl Start {
    /// Its identifier: as it was given, or made of the condition.
    #[must_use]
    pub fn identifier(&self) -> String {
        if self.id.is_empty() {
            slug(&self.condition)
        } else {
            self.id.clone()
        }
    }

    fn sound(&self) -> Result<(), BeginError> {
        for (what, text) in [
            ("the condition", &self.condition),
            ("the decision", &self.decision),
        ] {
            if text.trim().is_empty() {
                return Err(BeginError::Missing(what));
            }
        }
        let id = self.identifier();
        if id.is_empty() || id.len() > 64 || slug(&id) != id {
            return Err(BeginError::BadId(id));
        }
        if self.options.len() < 2 {
            return Err(BeginError::Missing(
                "a second option, beside doing nothing for now,",
            ));
        }
        if self.outcomes.is_empty() {
            return Err(BeginError::Missing("an outcome that may matter"));
        }
        if self.options.len() > MOST {
            return Err(BeginError::TooMany {
                options: self.options.len(),
                nothing: self.options.first().cloned().unwrap_or_default(),
            });
        }
        alike(&self.options.iter().map(String::as_str).collect::<Vec<_>>())?;
        alike(
            &self
                .outcomes
                .iter()
                .map(|outcome| outcome.0.as_str())
                .collect::<Vec<_>>(),
        )
    }
}

/// The files of a new aid: `aid.toml` and `review.toml`. `day` is today.
///
/// # Errors
/// When something is missing, or a name or the identifier cannot be one.
pub fn begin(start: &Start, day: Date) -> Result<Vec<(String, Vec<u8>)>, BeginError> {
    start.sound()?;
    Ok(vec![
        ("aid.toml".to_owned(), aid(start, day).into_bytes()),
        ("review.toml".to_owned(), REVIEW.as_bytes().to_vec()),
    ])
}

fn alike(names: &[&str]) -> Result<(), BeginError> {
    for (index, a) in names.iter().enumerate() {
        if slug(a).is_empty() {
            return Err(BeginError::NoName((*a).to_owned()));
        }
        if let Some(b) = names.iter().skip(index + 1).find(|b| slug(a) == slug(b)) {
            return Err(BeginError::Alike {
                a: (*a).to_owned(),
                b: (*b).to_owned(),
            });
        }
    }
    Ok(())
}

fn aid(start: &Start, day: Date) -> String {
    let next = Date::from_day_number(day.day_number() + UNTIL_REVIEW).unwrap_or(day);
    let names: Vec<String> = start.options.iter().map(|name| lower(name)).collect();
    let listed = match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => String::new(),
    };
    let mut out = HEAD
        .replace("@id@", &start.identifier())
        .replace("@condition@", &escaped(&start.condition))
        .replace("@options@", &escaped(&listed))
        .replace("@decision@", &escaped(&start.decision))
        .replace("@today@", &day.to_string())
        .replace("@next@", &next.to_string());
    for (index, name) in start.options.iter().enumerate() {
        out += &OPTION
            .replace("@id@", &slug(name))
            .replace("@name@", &escaped(name))
            .replace("@lower@", &escaped(&lower(name)))
            .replace("@kind@", if index == 0 { "no-treatment" } else { "active" });
    }
    let cells = |before: &str, of: &str| {
        start.options.iter().fold(String::new(), |mut all, option| {
            let _ = writeln!(all, "{before}cells.{} = {{ {of} }}", slug(option));
            all
        })
    };
    for (name, wanted) in &start.outcomes {
        out += &include_str!("begin/outcome.toml")
            .replace("@id@", &slug(name))
            .replace("@name@", &escaped(name))
            .replace("@lower@", &escaped(&lower(name)))
            .replace(
                "@better@",
                match wanted {
                    Wanted::Higher => "higher",
                    Wanted::Lower => "lower",
                },
            )
            .replace(
                "@cells@\n",
                &cells(
                    "",
                    "not_read = \"To be written: the figure, or why there is none.\"",
                ),
            );
    }
    let example = cells(
        "#",
        "unknown = \"To be written: the figure, or why it is not known.\"",
    );
    let tail = include_str!("begin/tail.toml");
    let (source, development) = tail.split_once("# How the aid was made").unwrap_or((tail, ""));
    let blocks = include_str!("begin/blocks.toml").replace("#@cells@", example.trim_end());
    format!("{out}{source}{blocks}# How the aid was made{development}")
}

/// "Night splint" -> "night-splint".
#[must_use]
pub fn slug(name: &str) -> String {
    let mut out = String::new();
    for letter in name.to_lowercase().chars() {
        if letter.is_ascii_alphanumeric() {
            out.push(letter);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.trim_end_matches('-').chars().take(64).collect()
}

/// A name inside a sentence. An abbreviation keeps its capitals.
#[must_use]
pub fn lower(name: &str) -> String {
    let mut letters = name.chars();
    let (first, second) = (letters.next(), letters.next());
    match (first, second) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            format!("{}{second}{}", first.to_lowercase(), letters.as_str())
        }
        _ => name.to_owned(),
    }
}

/// A text inside quotation marks of TOML.
#[must_use]
pub fn escaped(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control())
        .collect::<String>()
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_identifiers_and_words() {
        assert_eq!(slug("Night splint (6 weeks)"), "night-splint-6-weeks");
        assert_eq!(slug("Été"), "t");
        assert_eq!(lower("Night splint"), "night splint");
        assert_eq!(lower("HRT"), "HRT");
        assert_eq!(escaped("a \"b\" \\"), "a \\\"b\\\" \\\\");
    }

    #[test]
    fn what_cannot_begin_says_why() {
        let start = |options: &[&str], outcomes: &[&str]| Start {
            condition: "Sore throat".to_owned(),
            id: String::new(),
            decision: "What can I do?".to_owned(),
            options: options.iter().map(|name| (*name).to_owned()).collect(),
            outcomes: outcomes
                .iter()
                .map(|name| ((*name).to_owned(), Wanted::Lower))
                .collect(),
        };
        let day = Date::parse("2026-11-30").expect("a day");
        let error = |start: &Start| begin(start, day).expect_err("it cannot begin").to_string();
        assert!(error(&start(&["None"], &["Pain"])).contains("second option"));
        assert!(error(&start(&["None", "Tea"], &[])).contains("outcome"));
        assert!(error(&start(&["Tea", "tea"], &["Pain"])).contains("same identifier"));
        assert!(error(&start(&["None", "茶"], &["Pain"])).contains("no letter or digit"));
        assert!(error(&start(&["1", "2", "3", "4", "5", "6", "7"], &["Pain"])).contains("at most 6"));
        let mut bad = start(&["None", "Tea"], &["Pain"]);
        bad.id = "Ä".to_owned();
        assert!(error(&bad).contains("not an identifier"));
        assert_eq!(
            begin(&start(&["None", "Tea"], &["Pain"]), day).map(|files| files.len()),
            Ok(2)
        );
    }
}
