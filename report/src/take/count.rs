//! What became of every row: kept, given twice, or refused and why. Nothing is dropped without a line here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The most rows that are named one by one; all are counted.
const NAMED: usize = 20;
/// The most reasons that are told apart: hostile files could have one a line.
const REASONS: usize = 100;

/// Everything that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Taken {
    /// Every file.
    pub files: Vec<FileTaken>,
    /// Why rows were refused, and how many for that reason.
    pub refused: BTreeMap<String, u64>,
    /// The first rows that were refused, by name.
    pub examples: Vec<Example>,
    /// Files of other kinds in the folders, which were not read.
    #[serde(default)]
    pub passed_over: u64,
}

/// One file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileTaken {
    /// Its name.
    pub name: String,
    /// Rows that count.
    pub kept: u64,
    /// Rows whose random number was there before.
    pub again: u64,
    /// Rows that were refused.
    pub refused: u64,
    /// Rows of a damaged table that can no longer be read, where it says how many it had.
    pub lost: u64,
    /// Why the file could not be read to its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub broken: Option<String>,
}

/// A row that was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// Its file.
    pub file: String,
    /// Its place there, from 1.
    pub row: u64,
    /// Why. Never what stood there.
    pub why: String,
}

impl Taken {
    /// Rows that were read.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.files
            .iter()
            .map(|file| file.kept + file.again + file.refused)
            .sum()
    }

    /// Rows that count.
    #[must_use]
    pub fn people(&self) -> u64 {
        self.files.iter().map(|file| file.kept).sum()
    }

    /// Rows that came a second time.
    #[must_use]
    pub fn again(&self) -> u64 {
        self.files.iter().map(|file| file.again).sum()
    }

    /// Rows of damaged tables that can no longer be read.
    #[must_use]
    pub fn lost(&self) -> u64 {
        self.files.iter().map(|file| file.lost).sum()
    }

    /// The files that something was wrong with.
    pub fn troubled(&self) -> impl Iterator<Item = &FileTaken> {
        self.files
            .iter()
            .filter(|file| file.refused > 0 || file.lost > 0 || file.broken.is_some())
    }

    /// Rows that were refused.
    #[must_use]
    pub fn refusals(&self) -> u64 {
        self.files.iter().map(|file| file.refused).sum()
    }

    pub(super) fn begin(&mut self, name: String) {
        self.files.push(FileTaken {
            name,
            ..FileTaken::default()
        });
    }

    pub(super) fn kept(&mut self, kept: usize, again: usize) {
        if let Some(file) = self.files.last_mut() {
            file.kept += kept as u64;
            file.again += again as u64;
        }
    }

    pub(super) fn refuse(&mut self, row: u64, why: String) {
        if let Some(file) = self.files.last_mut() {
            file.refused += 1;
            if self.examples.len() < NAMED {
                self.examples.push(Example {
                    file: file.name.clone(),
                    row,
                    why: why.clone(),
                });
            }
        }
        let room = self.refused.len() < REASONS || self.refused.contains_key(&why);
        let why = if room { why } else { "other reasons".to_owned() };
        *self.refused.entry(why).or_default() += 1;
    }

    pub(super) fn broken(&mut self, lost: Option<u64>, why: String) {
        if let Some(file) = self.files.last_mut() {
            file.lost += lost.unwrap_or_default();
            file.broken = Some(why);
        }
    }

    /// Adds what was taken elsewhere.
    pub fn add(&mut self, other: Self) {
        self.files.extend(other.files);
        for (why, count) in other.refused {
            *self.refused.entry(why).or_default() += count;
        }
        self.examples.extend(other.examples);
        self.examples.truncate(NAMED);
        self.passed_over += other.passed_over;
    }
}
