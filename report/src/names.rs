//! What aids, outcomes, languages and months are called. Names come from the aids where their folders are given.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use weighup_core::words::Spoken;

use crate::error::ReportError;
use crate::row::NEEDS;

/// What a report tells of `aid.toml`. `weighup check` is what judges the file.
#[derive(Deserialize)]
struct AidFile {
    id: String,
    title: String,
    #[serde(default, rename = "outcome")]
    outcomes: Vec<OutcomeOf>,
}

#[derive(Deserialize)]
struct OutcomeOf {
    id: String,
    name: String,
}

/// What a report tells of `involvement.toml`.
#[derive(Debug, Deserialize)]
pub struct HeardRecord {
    /// An example: nobody took part.
    #[serde(default)]
    pub example: bool,
    /// What people said, and what came of it.
    #[serde(default)]
    pub said: Vec<SaidLine>,
}

/// Something that was said.
#[derive(Debug, Deserialize)]
pub struct SaidLine {
    /// What they hoped to change.
    pub hoped: String,
    /// What they said.
    pub said: String,
    /// What was done.
    pub did: Option<String>,
    /// The version in which it was done.
    pub version: Option<String>,
    /// Why it was not done, or not all of it.
    pub not_changed_because: Option<String>,
}

/// Names, and the records of involvement.
#[derive(Debug, Default)]
pub struct Names {
    aids: BTreeMap<String, String>,
    outcomes: BTreeMap<(String, String), String>,
    /// The record of each aid that has one.
    pub involvement: BTreeMap<String, HeardRecord>,
}

impl Names {
    /// Reads aids: folders with an `aid.toml`, or folders of such folders.
    ///
    /// # Errors
    /// An aid that cannot be read, or whose files have mistakes.
    pub fn read(folders: &[PathBuf]) -> Result<Self, ReportError> {
        let mut names = Self::default();
        for folder in folders {
            if folder.join("aid.toml").is_file() {
                names.aid(folder)?;
                continue;
            }
            let before = names.aids.len();
            let mut inside: Vec<PathBuf> = fs::read_dir(folder)
                .map_err(ReportError::read(folder))?
                .flatten()
                .map(|entry| entry.path())
                .filter(|path| path.join("aid.toml").is_file())
                .collect();
            inside.sort();
            for path in inside {
                names.aid(&path)?;
            }
            if names.aids.len() == before {
                return Err(ReportError::Aid {
                    path: folder.display().to_string(),
                    cause: "there is no `aid.toml` in it".to_owned(),
                });
            }
        }
        Ok(names)
    }

    fn aid(&mut self, folder: &Path) -> Result<(), ReportError> {
        let document: AidFile = read(&folder.join("aid.toml"))?;
        let record = folder.join("involvement.toml");
        if record.is_file() {
            self.involvement.insert(document.id.clone(), read(&record)?);
        }
        for outcome in document.outcomes {
            self.outcomes
                .insert((document.id.clone(), outcome.id), outcome.name);
        }
        self.aids.insert(document.id, document.title);
        Ok(())
    }

    /// The aids whose folders were named.
    pub fn aids(&self) -> impl Iterator<Item = &str> {
        self.aids.keys().map(String::as_str)
    }

    /// An aid.
    #[must_use]
    pub fn aid_name<'n>(&'n self, id: &'n str) -> &'n str {
        self.aids.get(id).map_or(id, String::as_str)
    }

    /// A thing that a question is about.
    #[must_use]
    pub fn item(&self, aid: Option<&str>, id: &str) -> String {
        let key = (aid.unwrap_or_default().to_owned(), id.to_owned());
        self.outcomes
            .get(&key)
            .cloned()
            .unwrap_or_else(|| id.replace('-', " "))
    }
}

/// Reads a file of an aid.
fn read<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<T, ReportError> {
    let text = fs::read_to_string(path).map_err(ReportError::read(path))?;
    toml::from_str(&text).map_err(|cause| ReportError::Aid {
        path: path.display().to_string(),
        cause: cause.message().to_owned(),
    })
}

/// A language by its English name.
#[must_use]
pub fn language(tag: &str) -> String {
    Spoken::of(tag).map_or_else(|| tag.to_owned(), |spoken| spoken.english.to_owned())
}

/// A month in words.
#[must_use]
pub fn month(month: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let parts = month.split_once('-').and_then(|(year, month)| {
        let place: usize = month.parse().ok()?;
        Some(format!("{} {year}", MONTHS.get(place.checked_sub(1)?)?))
    });
    parts.unwrap_or_else(|| month.to_owned())
}

/// What a way to group people is called.
#[must_use]
pub fn way(by: &str) -> &str {
    match by {
        "language" => "By language",
        "month" => "By month",
        "version" => "By version",
        "easy-read" => "Read in Easy Read",
        "larger-type" => "Made the type larger",
        "in-full" => "Had everything in full",
        "one-by-one" => "Took it one by one",
        "read-aloud" => "Had it read aloud",
        "someone-helped" => "Someone helped",
        other => other,
    }
}

/// The ways to group people that every table has, in the order in which they are shown.
#[must_use]
pub fn ways() -> Vec<&'static str> {
    let mut ways = vec!["language", "easy-read"];
    ways.extend(NEEDS.iter().copied());
    ways.push("month");
    ways
}
