//! The interface in a language, for pages that are made before there is a browser: out of what translators write, which is compiled in.

use std::sync::{Mutex, PoisonError};

use weighup_core::authoring::{self, SourceFile};
use weighup_core::words::Spoken;

use super::file::FILES;
use super::{EN, Texts};

/// The interface in a language; English where there is none. Each is read once and kept.
#[must_use]
pub fn interface(tag: &str) -> &'static Texts {
    static READ: Mutex<Vec<(&str, &Texts)>> = Mutex::new(Vec::new());
    let wanted = Spoken::of(tag).map(|spoken| spoken.name);
    let Some((stem, text)) = FILES.iter().find(|(stem, _)| Some(*stem) == wanted) else {
        return &EN;
    };
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, known)) = read.iter().find(|(known, _)| known == stem) {
        return known;
    }
    let file = SourceFile {
        name: stem,
        bytes: text.as_bytes(),
    };
    let (texts, _) = authoring::interface(file, &EN.names());
    let texts = Texts::from_list(texts);
    read.push((stem, texts));
    texts
}
