//! Files beside an aid: which is a translation, and which only looks like a part of the aid.

use super::{SourceFile, Text, tree};
use crate::aid::{Code, Place, Problem};
use crate::format::tree::{Value, field};
use crate::words::{SPOKEN, Spoken};

/// What a file beside an aid is.
#[derive(Clone, Debug)]
pub enum Beside {
    /// A translation of it.
    Translation,
    /// It looks like a part of the aid and is not read: why, and what to do.
    Stray(Box<Problem>),
    /// It has nothing to do with the aid.
    Other,
}

/// What a file `NAME.toml` beside an aid is, by its name and by what it says: a backup is an aid, whatever it is called, and a
/// translation says which version it was made from.
#[must_use]
pub fn beside(file: SourceFile<'_>) -> Beside {
    let name = file.name.rsplit(['/', '\\']).next().unwrap_or(file.name);
    let stem = name.strip_suffix(".toml").unwrap_or(name);
    if ["aid", "review", "overlay", "involvement"].contains(&stem) {
        return Beside::Other;
    }
    let language = stem.split('-').next().unwrap_or_default();
    let tagged = Spoken::named(stem).is_some()
        || ((2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_lowercase()));
    let text = Text::of(file).ok();
    let parsed = text
        .as_ref()
        .and_then(|text| tree::parse(text.text, text.name).ok());
    let has = |key: &str| match parsed.as_ref().map(|tree| &tree.value) {
        Some(Value::Table(entries)) => field(entries, key).is_some(),
        _ => false,
    };
    let stray = |message: String, remedy: &str| {
        let mut problem = Problem::new(Code::StrayFile, Place::root(), message, remedy);
        problem.file = Some(file.name.to_owned());
        (problem.line, problem.column, problem.span) = (Some(1), Some(1), Some((0, 0)));
        Beside::Stray(Box::new(problem))
    };
    if has("format") && has("version") && has("option") {
        return stray(
            format!("`{name}` is a whole aid, a copy perhaps, and is not read"),
            "move it out of the folder; version control keeps older versions",
        );
    }
    let known = Spoken::named(stem).or_else(|| Spoken::of(stem)).is_some();
    match (tagged, known || has("from_version") || parsed.is_none()) {
        (true, true) => Beside::Translation,
        (false, _) if has("from_version") => stray(
            format!("`{name}` is a translation by what it says, and is not read"),
            &format!(
                "call it by its language: {}; any other by its tag, `pt-BR.toml`",
                named().join(", ")
            ),
        ),
        (true, false) => stray(
            format!("`{name}` is called like a translation, does not say `from_version`, and is not read"),
            "add `from_version`, the version of the aid it was made from; or call it by another name",
        ),
        _ => Beside::Other,
    }
}

/// How translations into the languages of the interface are called.
fn named() -> Vec<String> {
    SPOKEN
        .iter()
        .map(|spoken| format!("`{}.toml` for {}", spoken.name, spoken.english))
        .collect()
}
