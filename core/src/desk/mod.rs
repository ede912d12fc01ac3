//! An author's folder while a form edits it: what the form shows, what it changes, and the files that come of it.
//!
//! Only names and bytes go in and out: no disk, no clock, no browser. The text of a file is the only truth. A change replaces the
//! bytes that it is about and no others, so that a file is as its author wrote it, comments and all, and a colleague reads a change as
//! a difference of lines. See decision 0083.

mod beside;
mod cell;
mod change;
mod doing;
mod error;
mod file;
mod gather;
mod look;
mod marks;
mod paste;
mod place;
mod remove;
mod rename;
mod shape;
mod sheet;
mod show;
mod sign;
mod spoken;
mod text;
mod value;
mod words;

pub use self::change::DeskChange;
pub use self::error::{DeskError, PasteMistake};
pub use self::paste::{PasteColumns, PasteLine, PastePreview};
pub use self::sheet::{
    CellKind, Column, DeskChoice, DeskSheet, EntryList, Field, FieldKind, FieldSaid, FieldTable, FigureCell,
    FigureKind, FigureRow, Figures, FileKind, FileSheet, Part, Section, TextReading,
};

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;

use self::file::{File, State};
use crate::aid::{Date, MAX_BYTES, Problem};
use crate::authoring;
pub use crate::authoring::{Start, Wanted};
use crate::folder::NamedFile;

/// The file every folder has.
pub(crate) const AID: &str = "aid.toml";

/// Most files of a folder.
const MOST_FILES: usize = 200;

/// Most bytes of a folder.
const MOST_TOGETHER: usize = 32 * 1024 * 1024;

/// Most steps that can be taken back.
const MOST_STEPS: usize = 500;

/// A folder on the desk.
#[derive(Clone, Debug)]
pub struct AuthorDesk {
    files: Vec<File>,
    past: Vec<Step>,
    future: Vec<Step>,
}

/// Files by name, each as it is to be; `None` where there is to be none.
type States = Vec<(String, Option<State>)>;

/// The same, kept for later as bytes alone.
type Stored = Vec<(String, Option<Arc<[u8]>>)>;

/// A step that can be taken back.
#[derive(Clone, Debug)]
struct Step {
    words: String,
    before: Stored,
    after: Stored,
    /// Whether it was written as text, so that what was known of the files before is no measure any more.
    typed: bool,
}

/// What a change did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Done {
    /// What it was, in words; empty when everything was so already.
    pub words: String,
    /// What else came of it, a sentence each.
    pub also: Vec<String>,
}

impl Done {
    fn nothing() -> Self {
        Self::default()
    }
}

/// Something the check says, and the field it belongs to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Remark {
    /// The file it is in; `None` when it is about no file.
    pub file: Option<String>,
    /// The field it belongs to, as the sheet names it; `None` when it is about a whole file. Of a translation, the text's name there.
    pub path: Option<String>,
    /// That place in words: outcome, time, group, option, and what the form calls the field. Empty when it is about a whole file.
    pub place: String,
    /// What is wrong, in the words of the form.
    pub said: String,
    /// What to do, in the words of the form.
    pub todo: String,
    /// Every field it belongs to, where it stands for several; the first is `path`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    /// What stands beside each of these, where it stands for several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub each: Option<String>,
    /// The line of the file it is about, as it stands there; only where the file cannot be shown as a form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What is wrong, with its line, its code and what to do, in the words of the file.
    #[serde(flatten)]
    pub problem: Problem,
}

/// Which form of the aid is to be seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeskSeen {
    /// The aid as it is published, with its overlay when there is one.
    Aid,
    /// The aid without its overlay.
    National,
    /// A translation, by the stem of its file's name: the part before `.toml`.
    Translation(String),
}

/// A text of the aid beside its translation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pair {
    /// Its name in the translation: `option.surgery.summary`.
    pub name: String,
    /// Its place in the aid: `option[1].summary`.
    pub path: String,
    /// That place in the words of the form.
    pub place: String,
    /// What the aid says.
    pub original: String,
    /// What the translation says.
    pub translated: Option<String>,
    /// Where it stands.
    pub state: PairState,
    /// References and numbers that both have to have, in the order of the original.
    pub locked: Vec<String>,
    /// What is wrong with its numbers.
    pub problem: Option<String>,
}

/// Where a translated text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PairState {
    /// There is no translation.
    Missing,
    /// The translation was made from another version of the aid, and does not say from which text.
    Stale,
    /// The original was changed since it was translated.
    Changed,
    /// It is translated.
    Done,
}

/// What a reviewer signs, and what the folder's signatures say of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SignOff {
    /// The version.
    pub version: String,
    /// SHA-256 of the content; `None` while the aid has errors.
    pub content: Option<String>,
    /// The same of the whole published aid, as it stands on every screen.
    pub hash: Option<String>,
    /// What every page says of the review, in a sentence.
    pub notice: Option<String>,
    /// Who has signed.
    pub signed: Vec<Signed>,
}

/// One signature of `review.toml`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Signed {
    /// Its place: `reviewers[0]`.
    pub path: String,
    /// Who.
    pub name: String,
    /// In what role.
    pub role: String,
    /// When.
    pub date: String,
    /// Of which version.
    pub version: String,
    /// Whether it is of the content as it is now.
    pub counts: bool,
}

impl AuthorDesk {
    /// Opens a folder. A file that is no TOML is opened as text.
    ///
    /// # Errors
    /// When there is no `aid.toml`, a name is there twice, or there is more than a folder can hold.
    pub fn open(files: Vec<NamedFile>) -> Result<Self, DeskError> {
        Self::with(files, true)
    }

    fn with(files: Vec<NamedFile>, kept: bool) -> Result<Self, DeskError> {
        if files.len() > MOST_FILES {
            return Err(DeskError::TooMuch {
                what: format!("there are {} files", files.len()),
                limit: MOST_FILES.to_string(),
            });
        }
        let together: usize = files.iter().map(|file| file.1.len()).sum();
        if together > MOST_TOGETHER {
            return Err(DeskError::TooMuch {
                what: format!("the files are {together} bytes together"),
                limit: format!("{MOST_TOGETHER} bytes"),
            });
        }
        let mut names = BTreeSet::new();
        for (name, _) in &files {
            named(name)?;
            if !names.insert(name.to_lowercase()) {
                return Err(DeskError::Twice(name.clone()));
            }
        }
        if !files.iter().any(|file| file.0 == AID) {
            return Err(DeskError::NoAid);
        }
        let mut files: Vec<File> = files
            .into_iter()
            .map(|(name, bytes)| File::new(name, bytes, kept))
            .collect();
        files.sort_by_key(|file| (file.kind() as u8, file.name.clone()));
        Ok(Self {
            files,
            past: Vec::new(),
            future: Vec::new(),
        })
    }

    /// Begins a new aid: the files that `weighup new` writes. `day` is today.
    ///
    /// # Errors
    /// When a name, an option or an outcome cannot be one.
    pub fn start(start: &Start, day: Date) -> Result<Self, DeskError> {
        let files = authoring::begin(start, day).map_err(|error| DeskError::Start(error.to_string()))?;
        Self::with(files, false)
    }

    /// What a form shows.
    #[must_use]
    pub fn sheet(&self) -> DeskSheet {
        self.make_sheet()
    }

    /// Changes a file. One step of undo.
    ///
    /// # Errors
    /// When it cannot be done as it was meant; then nothing was changed.
    pub fn change(&mut self, change: &DeskChange) -> Result<Done, DeskError> {
        self.do_change(change)
    }

    /// The text of a file as it is now, without a byte-order mark; `None` when there is no such file or it is no text.
    #[must_use]
    pub fn text(&self, file: &str) -> Option<&str> {
        self.file(file).ok()?.now.text()
    }

    /// Writes a whole file as text, damaged or not; a file that is not there is made. One step of undo.
    ///
    /// # Errors
    /// When the name is none for a file of the folder, or the text is larger than a file can be.
    pub fn set_text(&mut self, file: &str, text: &str) -> Result<Done, DeskError> {
        named(file)?;
        if self.text(file) == Some(text) {
            return Ok(Done::nothing());
        }
        let there = self.file(file).is_ok();
        if !there && self.files.len() >= MOST_FILES {
            return Err(DeskError::TooMuch {
                what: format!("there are {} files already", self.files.len()),
                limit: MOST_FILES.to_string(),
            });
        }
        let words = if there {
            format!("text of {file}")
        } else {
            format!("new file {file}")
        };
        let state = State::of(text.as_bytes().to_vec());
        self.step(words.clone(), vec![(file.to_owned(), Some(state))], true)?;
        Ok(Done {
            words,
            also: Vec::new(),
        })
    }

    /// Takes the last step back, in words; `None` when there is none.
    pub fn undo(&mut self) -> Option<String> {
        let step = self.past.pop()?;
        self.put(&again(&step.before), step.typed);
        let words = step.words.clone();
        self.future.push(step);
        Some(words)
    }

    /// Does again what was taken back; `None` when there is nothing.
    pub fn redo(&mut self) -> Option<String> {
        let step = self.future.pop()?;
        self.put(&again(&step.after), step.typed);
        let words = step.words.clone();
        self.past.push(step);
        Some(words)
    }

    /// Everything the check says, each with the field it belongs to. `day` is today, for reviews that are due.
    #[must_use]
    pub fn problems(&self, day: Option<Date>) -> Vec<Remark> {
        self.remarks(day)
    }

    /// The compiled aid: the same bytes as `weighup build` writes.
    ///
    /// # Errors
    /// The problems that stop it.
    pub fn built(&self, seen: &DeskSeen) -> Result<String, Vec<Remark>> {
        self.compiled(seen)
    }

    /// The files as they are now. One that was not changed has the bytes it was opened with.
    #[must_use]
    pub fn files(&self) -> Vec<NamedFile> {
        let files = self.files.iter();
        files
            .map(|file| (file.name.clone(), file.now.bytes.to_vec()))
            .collect()
    }

    /// Says that a file was kept as it is now, so that it no longer counts as changed.
    pub fn kept(&mut self, file: &str) {
        if let Some(file) = self.files.iter_mut().find(|known| known.name == file) {
            file.kept = Some(Arc::clone(&file.now.bytes));
        }
    }

    fn file(&self, name: &str) -> Result<&File, DeskError> {
        let found = self.files.iter().find(|file| file.name == name);
        found.ok_or_else(|| DeskError::NoFile(name.to_owned()))
    }

    /// What a file says; `None` when it is not there or not TOML.
    fn said(&self, file: &str) -> Option<&Value> {
        self.file(file).ok()?.now.said.as_deref()
    }

    /// Takes new states of files on as one step.
    fn step(&mut self, words: String, after: States, typed: bool) -> Result<(), DeskError> {
        for (name, state) in &after {
            if let Some(size) = state
                .as_ref()
                .map(|state| state.bytes.len())
                .filter(|size| *size > MAX_BYTES)
            {
                return Err(DeskError::TooMuch {
                    what: format!("`{name}` would be {size} bytes"),
                    limit: format!("{MAX_BYTES} bytes"),
                });
            }
        }
        let before = after.iter().map(|(name, _)| {
            let now = self.file(name).ok().map(|file| Arc::clone(&file.now.bytes));
            (name.clone(), now)
        });
        let step = Step {
            words,
            before: before.collect(),
            after: stored(&after),
            typed,
        };
        self.put(&after, typed);
        if self.past.len() >= MOST_STEPS {
            self.past.remove(0);
        }
        self.past.push(step);
        self.future.clear();
        Ok(())
    }

    fn put(&mut self, states: &[(String, Option<State>)], typed: bool) {
        for (name, state) in states {
            let at = self.files.iter().position(|file| file.name == *name);
            match (at, state) {
                (Some(at), Some(state)) => {
                    if let Some(file) = self.files.get_mut(at) {
                        if typed {
                            file.retype(state.clone());
                        } else {
                            file.take(state.clone());
                        }
                    }
                }
                (Some(at), None) => {
                    self.files.remove(at);
                }
                (None, Some(state)) => {
                    let mut file = File::new(name.clone(), state.bytes.to_vec(), false);
                    file.retype(state.clone());
                    self.files.push(file);
                    self.files
                        .sort_by_key(|file| (file.kind() as u8, file.name.clone()));
                }
                (None, None) => {}
            }
        }
    }
}

fn stored(states: &[(String, Option<State>)]) -> Stored {
    let bytes = |state: &State| Arc::clone(&state.bytes);
    states
        .iter()
        .map(|(name, state)| (name.clone(), state.as_ref().map(bytes)))
        .collect()
}

fn again(stored: &[(String, Option<Arc<[u8]>>)]) -> States {
    stored
        .iter()
        .map(|(name, bytes)| (name.clone(), bytes.as_ref().map(State::again)))
        .collect()
}

/// A name of a file in a folder: no path, nothing hidden, nothing that some system cannot keep.
fn named(name: &str) -> Result<(), DeskError> {
    const LONGEST: usize = 255;
    let plain = |c: char| !c.is_control() && !matches!(c, '/' | '\\' | ':');
    let sound = !name.is_empty()
        && name.len() <= LONGEST
        && name.chars().all(plain)
        && !name.starts_with(['.', ' '])
        && !name.ends_with(['.', ' ']);
    sound
        .then_some(())
        .ok_or_else(|| DeskError::Name(value::quoted(name)))
}
