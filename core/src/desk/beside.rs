//! Translations: the aid and each of them side by side, with the numbers locked.

use serde_json::Value;

use super::error::DeskError;
use super::file::File;
use super::sheet::FileKind;
use super::text::{Op, at};
use super::value;
use super::words;
use super::{AID, AuthorDesk, Done, Pair, PairState, marks};
use crate::aid::Place;
use crate::authoring::{self, MADE_FROM, SourceFile, locked, mark_of, other_numbers, side_by_side};
use crate::words::{Language, SPOKEN, Spoken};

impl AuthorDesk {
    /// The aid and a translation side by side.
    ///
    /// # Errors
    /// When there is no such translation, or it or the aid is only text.
    pub fn translation(&self, language: &str) -> Result<Vec<Pair>, DeskError> {
        let file = self.translated_file(language)?;
        let document = self
            .document()
            .ok_or_else(|| DeskError::OnlyText(AID.to_owned()))?;
        let source = SourceFile {
            name: &file.name,
            bytes: &file.now.bytes,
        };
        let (from, sides) =
            side_by_side(&document, source).ok_or_else(|| DeskError::OnlyText(file.name.clone()))?;
        let current = from.as_deref() == Some(document.version.as_str());
        let plainer = plainer(language);
        let pairs = sides.into_iter().map(|side| Pair {
            name: side.name.join("."),
            path: side.place.to_string(),
            place: words::place(self.said(AID), &side.place),
            state: match (&side.translated, &side.made_from) {
                (None, _) => PairState::Missing,
                (Some(_), Some(mark)) if *mark == mark_of(&side.original) => PairState::Done,
                (Some(_), Some(_)) => PairState::Changed,
                (Some(_), None) if current => PairState::Done,
                (Some(_), None) => PairState::Stale,
            },
            locked: locked(&side.original),
            problem: side
                .translated
                .as_deref()
                .and_then(|text| other_numbers(&side.original, text, plainer)),
            original: side.original,
            translated: side.translated,
        });
        Ok(pairs.collect())
    }

    /// Writes one text of a translation; an empty one is taken out. One step of undo.
    ///
    /// # Errors
    /// When the aid has no such text, or the numbers of the two are not the same.
    pub fn translate(&mut self, language: &str, name: &str, text: &str) -> Result<Done, DeskError> {
        let file = self.translated_file(language)?.name.clone();
        let pairs = self.translation(language)?;
        let nowhere = |hint: &str| super::doing::nowhere(&file, name, hint);
        let pair = pairs
            .iter()
            .find(|pair| pair.name == name)
            .ok_or_else(|| nowhere(": the aid has no such text"))?;
        if pair.translated.as_deref().unwrap_or_default() == text {
            return Ok(Done::nothing());
        }
        let refuse = |why: String| DeskError::Numbers {
            path: name.to_owned(),
            place: pair.place.clone(),
            why,
        };
        value::sound(text).map_err(refuse)?;
        if !text.trim().is_empty()
            && let Some(why) = other_numbers(&pair.original, text, plainer(language))
        {
            return Err(refuse(why));
        }
        let said = self
            .said(&file)
            .ok_or_else(|| DeskError::OnlyText(file.clone()))?;
        let write =
            op(said, name, text).ok_or_else(|| nowhere(": something else stands there in the file"))?;
        let place = pair.place.clone();
        let words = format!("translation of {place} in {file}");
        // What is written now was made from the original as it is; a text that is set back to what it was leaves no trace.
        let bare: Vec<Op> = marks::op(said, name, None)
            .into_iter()
            .chain([write.clone()])
            .collect();
        let known = self.file(&file)?;
        let first = known.after(&bare).is_some_and(|state| known.is_first(&state));
        let original = (!first && !text.trim().is_empty()).then_some(pair.original.as_str());
        let ops: Vec<Op> = marks::op(said, name, original)
            .into_iter()
            .chain([write])
            .collect();
        self.write(&file, &ops, words, name)
    }

    /// Says that a translated text is right as it is, though its original was changed. One step of undo.
    ///
    /// # Errors
    /// When there is no such text, or it is not translated.
    pub fn still_right(&mut self, language: &str, name: &str) -> Result<Done, DeskError> {
        let file = self.translated_file(language)?.name.clone();
        let pairs = self.translation(language)?;
        let found = pairs
            .iter()
            .find(|pair| pair.name == name && pair.translated.is_some());
        let pair =
            found.ok_or_else(|| super::doing::nowhere(&file, name, ": there is no translation of it"))?;
        let said = self
            .said(&file)
            .ok_or_else(|| DeskError::OnlyText(file.clone()))?;
        let place = pair.place.clone();
        let ops: Vec<Op> = marks::op(said, name, Some(&pair.original)).into_iter().collect();
        self.write(
            &file,
            &ops,
            format!("{place} in {file}, which is right as it is"),
            name,
        )
    }

    /// Begins a translation: the file that `weighup translate` writes. One step of undo.
    ///
    /// # Errors
    /// When it is there already, there are no sentences in the language, or the aid is only text.
    pub fn begin_translation(&mut self, language: &str) -> Result<Done, DeskError> {
        let file = format!("{language}.toml");
        if self.file(&file).is_ok() {
            return Err(DeskError::Language(format!("`{file}` is there already")));
        }
        let mut others = SPOKEN
            .iter()
            .filter(|spoken| spoken.is_variant || spoken.language != Language::English);
        let Some(spoken) = others.clone().find(|spoken| spoken.name == language) else {
            let known: Vec<&str> = others.by_ref().map(|spoken| spoken.name).collect();
            return Err(DeskError::Language(format!(
                "there are no sentences for numbers in {} yet; the languages are {}",
                value::quoted(language),
                known.join(", ")
            )));
        };
        let document = self
            .document()
            .ok_or_else(|| DeskError::OnlyText(AID.to_owned()))?;
        let of = (!spoken.is_variant).then_some(spoken.language);
        let text =
            authoring::skeleton(&document, of, None).ok_or_else(|| DeskError::OnlyText(file.clone()))?;
        self.set_text(&file, &text)
    }

    /// Says that the whole translation was looked through against this version of the aid: `from_version`. One step of undo.
    ///
    /// # Errors
    /// When there is no such translation, or it or the aid is only text.
    pub fn translation_is_current(&mut self, language: &str) -> Result<Done, DeskError> {
        let file = self.translated_file(language)?.name.clone();
        let version = self.said(AID).and_then(|said| said.get("version")?.as_str());
        let version = version
            .ok_or_else(|| DeskError::OnlyText(AID.to_owned()))?
            .to_owned();
        let pairs = self.translation(language)?;
        let said = self
            .said(&file)
            .ok_or_else(|| DeskError::OnlyText(file.clone()))?;
        let mut ops = Vec::new();
        if said.get("from_version").and_then(Value::as_str) != Some(version.as_str()) {
            ops.push(Op::Set(
                Place::root().key("from_version"),
                Value::from(version.as_str()),
            ));
        }
        // Where nothing of it says what it was made from, the version says it of all.
        let marked = said.get(MADE_FROM).is_some();
        let behind =
            |pair: &&Pair| pair.state == PairState::Changed || (marked && pair.state == PairState::Stale);
        for pair in pairs.iter().filter(behind) {
            ops.extend(marks::op(said, &pair.name, Some(&pair.original)));
        }
        self.write(
            &file,
            &ops,
            format!("{file}, which is of version {version} now"),
            "from_version",
        )
    }

    fn translated_file(&self, language: &str) -> Result<&File, DeskError> {
        let file = self.file(&format!("{language}.toml"))?;
        if file.kind() != FileKind::Translation {
            return Err(DeskError::Language(format!("`{}` is no translation", file.name)));
        }
        file.now
            .said
            .as_ref()
            .map(|_| file)
            .ok_or_else(|| DeskError::OnlyText(file.name.clone()))
    }
}

/// Whether a translation is one into plainer words of the same language.
fn plainer(language: &str) -> bool {
    Spoken::named(language).is_some_and(|spoken| spoken.is_variant)
}

/// Writes a text where its name says; the lines of a list before it, which are not translated yet, are empty.
fn op(said: &Value, name: &str, text: &str) -> Option<Op> {
    let steps: Vec<&str> = name.split('.').collect();
    let (last, around) = steps.split_last()?;
    let mut place = Place::root();
    let mut here = Some(said);
    for step in around {
        let index = step
            .parse::<usize>()
            .ok()
            .filter(|_| here.is_some_and(Value::is_array));
        place = match index {
            Some(index) => place.index(index),
            None => place.key(*step),
        };
        here = here.and_then(|here| index.map_or_else(|| here.get(*step), |index| here.get(index)));
    }
    let Ok(index) = last.parse::<usize>() else {
        let place = place.key(*last);
        let there = at(said, place.steps()).is_some();
        return Some(if text.is_empty() && there {
            Op::Unset(place)
        } else {
            Op::Set(place, Value::from(text))
        });
    };
    let mut list = match here {
        None => Vec::new(),
        Some(Value::Array(list)) => list.clone(),
        Some(_) => return None,
    };
    while list.len() <= index {
        list.push(Value::from(""));
    }
    *list.get_mut(index)? = Value::from(text);
    Some(Op::Set(place, Value::Array(list)))
}
