//! Marks of what each translated text was made from (`authoring::made_from`), kept as an aid is written: when an original changes, its
//! translations say that they are of the old one, and when it is set back they say nothing more than they did.

use std::collections::BTreeMap;

use serde_json::Value;

use super::file::File;
use super::sheet::FileKind;
use super::text::{Op, at};
use super::{AID, AuthorDesk, States};
use crate::aid::Place;
use crate::aid::document::Document;
use crate::authoring::{MADE_FROM, SourceFile, mark_of, named_texts, side_by_side};

/// Where the mark of a text stands.
pub(super) fn place_of(name: &str) -> Place {
    Place::root().key(MADE_FROM).key(name)
}

/// Writes a text's mark, or takes it out.
pub(super) fn op(said: &Value, name: &str, original: Option<&str>) -> Option<Op> {
    let place = place_of(name);
    match (original, at(said, place.steps())) {
        (Some(original), _) => Some(Op::Set(place, Value::from(mark_of(original)))),
        (None, Some(_)) => Some(Op::Unset(place)),
        (None, None) => None,
    }
}

impl AuthorDesk {
    /// The translations of an aid whose texts were these and are those now, with the marks that come of it.
    pub(super) fn marked(&self, before: &Document, after: &Document) -> States {
        let now: BTreeMap<String, String> = named_texts(after)
            .into_iter()
            .map(|(name, _, text)| (name, text))
            .collect();
        let of = |file: &&File| file.kind() == FileKind::Translation;
        let mut states = Vec::new();
        for file in self.files.iter().filter(of) {
            let source = SourceFile {
                name: &file.name,
                bytes: &file.now.bytes,
            };
            let (Some(said), Some((from, sides))) = (file.now.said.as_deref(), side_by_side(before, source))
            else {
                continue;
            };
            let current = from.as_deref() == Some(before.version.as_str());
            let mut ops = Vec::new();
            for side in sides.iter().filter(|side| side.translated.is_some()) {
                let name = side.name.join(".");
                let Some(new) = now.get(&name).filter(|new| **new != side.original) else {
                    continue;
                };
                match &side.made_from {
                    // It was of this text, by the version alone: that it no longer is has to be said.
                    None if current => ops.extend(op(said, &name, Some(&side.original))),
                    // It is again what the translation was made from, which was not said where the file was opened.
                    Some(mark) if *mark == mark_of(new) && !file.had(&place_of(&name)) => {
                        ops.extend(op(said, &name, None));
                    }
                    _ => {}
                }
            }
            if !ops.is_empty()
                && let Some(state) = file.after(&ops)
            {
                states.push((file.name.clone(), Some(state)));
            }
        }
        states
    }

    /// The document of the aid if its file were in this state.
    pub(super) fn document_with(&self, state: &super::file::State) -> Option<Document> {
        let mut other = self.clone();
        other.put(&[(AID.to_owned(), Some(state.clone()))], false);
        other.document()
    }

    /// Whether there is a translation whose texts could be marked.
    pub(super) fn is_translated(&self) -> bool {
        self.files
            .iter()
            .any(|file| file.kind() == FileKind::Translation && file.now.said.is_some())
    }
}
