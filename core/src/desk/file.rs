//! A file on the desk, and the steps back.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use serde_json::Value;

use super::sheet::FileKind;
use super::text::{self, Op};
use crate::aid::Place;
use crate::authoring::{Beside, SourceFile, beside};

/// How many earlier states of a file are looked through for one that says the same.
const REMEMBERED: usize = 300;

/// How spreadsheets and some editors begin a file.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// A file at one moment.
#[derive(Clone, Debug)]
pub(super) struct State {
    /// Its bytes.
    pub(super) bytes: Arc<[u8]>,
    /// What it says, when it is TOML.
    pub(super) said: Option<Arc<Value>>,
    /// Of what it says, without what is empty.
    hash: u64,
}

/// A file on the desk.
#[derive(Clone, Debug)]
pub(super) struct File {
    pub(super) name: String,
    pub(super) now: State,
    /// Its bytes where it is kept; `None` for one that never was.
    pub(super) kept: Option<Arc<[u8]>>,
    /// What it was since it was last written as text: bytes, and the hash of what they say. What they say is read again where it
    /// is asked for, so that many steps take little memory.
    known: Vec<(u64, Arc<[u8]>)>,
}

impl State {
    pub(super) fn of(bytes: Vec<u8>) -> Self {
        let said = std::str::from_utf8(bytes.strip_prefix(MARK).unwrap_or(&bytes))
            .ok()
            .and_then(text::content);
        Self {
            hash: said.as_ref().map_or(0, hash),
            said: said.map(Arc::new),
            bytes: bytes.into(),
        }
    }

    /// The same bytes again.
    pub(super) fn again(bytes: &Arc<[u8]>) -> Self {
        Self {
            bytes: Arc::clone(bytes),
            ..Self::of(bytes.to_vec())
        }
    }

    /// Its text, without a byte-order mark; `None` when it is no text.
    pub(super) fn text(&self) -> Option<&str> {
        std::str::from_utf8(self.bytes.strip_prefix(MARK).unwrap_or(&self.bytes)).ok()
    }

    /// The same file with another text.
    fn with(&self, text: &str, said: Value) -> Self {
        let mut bytes = if self.bytes.starts_with(MARK) {
            MARK.to_vec()
        } else {
            Vec::new()
        };
        bytes.extend_from_slice(text.as_bytes());
        Self {
            hash: hash(&said),
            said: Some(Arc::new(said)),
            bytes: bytes.into(),
        }
    }
}

fn hash(said: &Value) -> u64 {
    let mut hasher = DefaultHasher::new();
    text::bare(said).to_string().hash(&mut hasher);
    hasher.finish()
}

impl File {
    pub(super) fn new(name: String, bytes: Vec<u8>, kept: bool) -> Self {
        let now = State::of(bytes);
        Self {
            name,
            kept: kept.then(|| Arc::clone(&now.bytes)),
            known: vec![(now.hash, Arc::clone(&now.bytes))],
            now,
        }
    }

    pub(super) fn kind(&self) -> FileKind {
        match self.name.as_str() {
            super::AID => FileKind::Aid,
            "review.toml" => FileKind::Review,
            "involvement.toml" => FileKind::Involvement,
            "overlay.toml" => FileKind::Overlay,
            name if name.ends_with(".toml") => {
                let file = SourceFile {
                    name,
                    bytes: &self.now.bytes,
                };
                if matches!(beside(file), Beside::Translation) {
                    FileKind::Translation
                } else {
                    FileKind::Other
                }
            }
            _ => FileKind::Other,
        }
    }

    pub(super) fn changed(&self) -> bool {
        self.kept.as_ref() != Some(&self.now.bytes)
    }

    /// The file after these changes; `None` when they cannot be made as they are meant. What says the same as an earlier state is
    /// that state, byte for byte, so that a value which was set
    /// back leaves no trace.
    pub(super) fn after(&self, ops: &[Op]) -> Option<State> {
        let (text, said) = text::changed(self.now.text()?, self.now.said.as_deref()?, ops)?;
        let new = self.now.with(&text, said);
        let alike = || {
            let known = self.known.iter().rev().filter(|known| known.0 == new.hash);
            known.map(|known| State::again(&known.1))
        };
        let same = alike().find(|state| state.said == new.said);
        // A table that a form made and emptied again is as good as none.
        let back = || alike().find(|state| state.bytes != self.now.bytes);
        Some(same.or_else(back).unwrap_or(new))
    }

    /// Whether there was something at a place when the file was opened, or last written as text.
    pub(super) fn had(&self, place: &Place) -> bool {
        let first = self.known.first().map(|known| State::again(&known.1));
        first
            .and_then(|state| state.said)
            .is_some_and(|said| text::at(&said, place.steps()).is_some())
    }

    /// Whether a state is the file as it was opened.
    pub(super) fn is_first(&self, state: &State) -> bool {
        self.known.first().is_some_and(|known| known.1 == state.bytes)
    }

    /// Takes a state on that a form made.
    pub(super) fn take(&mut self, state: State) {
        if !self.known.iter().any(|known| known.1 == state.bytes) {
            if self.known.len() >= REMEMBERED {
                // The first is the file as it was opened.
                self.known.remove(1);
            }
            self.known.push((state.hash, Arc::clone(&state.bytes)));
        }
        self.now = state;
    }

    /// Takes a state on that somebody wrote as text: what was known before is no measure any more.
    pub(super) fn retype(&mut self, state: State) {
        self.known = vec![(state.hash, Arc::clone(&state.bytes))];
        self.now = state;
    }
}
