//! An aid in another language: the texts of a translation in the place of the original's.

use serde_json::{Value, json};

use super::overlay::without;
use super::translation::{Translated, is_form, originals, walk};
use super::{SourceFile, Text, built_in, taken_apart};
use crate::aid::document::Document;
use crate::aid::{Aid, AidError, Code, Place, PlaceStep, Problem};
use crate::words::{Language, TRANSLATED, UNTRANSLATED};

/// An aid in another language, and what is wrong with it.
#[derive(Clone, Debug)]
pub struct Translation {
    /// The aid in the other language, when nothing stops it.
    pub aid: Option<Aid>,
    /// What is wrong with it as an aid; [`super::translation`] says what is wrong with the file.
    pub problems: Vec<Problem>,
}

/// Puts the texts of a translation into an aid. What has no translation stays as it is and is marked. `language` is the BCP 47 tag
/// of the file.
#[must_use]
pub fn translate(original: &Document, file: SourceFile<'_>, language: &str) -> Translation {
    translate_laid(original, original, file, language)
}

/// The same of an aid with an overlay, whose translation was made from the `published` one: a line that an overlay left out of a list
/// moves the lines below it, and each keeps its own translation; of a translated text the sentences that refer to figures of a hidden
/// option are left out, as they are of the original.
#[must_use]
pub fn translate_laid(
    original: &Document,
    published: &Document,
    file: SourceFile<'_>,
    language: &str,
) -> Translation {
    let text = Text::of(file);
    let mut problems = Vec::new();
    let Some((text, tree)) = taken_apart(&text, &mut problems) else {
        return Translation { aid: None, problems };
    };
    let mut given = Vec::new();
    walk(&tree, &mut Vec::new(), &mut given);
    // Structs of strings and numbers always serialise.
    let mut whole = serde_json::to_value(original).unwrap_or_default();
    let (mut done, mut all) = (0_u32, 0_u32);
    let kept = Kept::of(original, published);
    for one in originals(original) {
        let found = said(&given, &kept.name(&one.name)).map(|text| without(text, &kept.hidden));
        let found = found.filter(|text| !text.is_empty());
        let Some(place) = at(&mut whole, &one.place) else {
            continue;
        };
        // The form of another language is no fallback: its own plural is.
        if found.is_none() && is_form(&one.name) {
            *place = Value::Null;
            continue;
        }
        all += 1;
        done += u32::from(found.is_some());
        *place = match found {
            Some(text) => json!(text),
            None => json!(format!("{UNTRANSLATED}{}{TRANSLATED}", one.text)),
        };
    }
    for form in given.iter().filter(|given| is_form(&given.name)) {
        add_form(&mut whole, original, form);
    }
    let checked = |field: &str| said(&given, &["checked".to_owned(), field.to_owned()]);
    let signature = checked("version")
        .filter(|version| *version == original.version)
        .map(|version| {
            json!({
                "name": checked("name").unwrap_or_default(),
                "role": checked("role").unwrap_or_default(),
                "date": checked("date").unwrap_or_default(),
                "version": version,
            })
        });
    if let Some(whole) = whole.as_object_mut() {
        whole.insert("language".to_owned(), json!(language));
        whole.insert("sentences".to_owned(), json!(built_in(language)));
        whole.remove("translations");
        let mut translation = json!({ "from": original.language, "done": done, "all": all });
        if let (Some(signature), Some(translation)) = (signature, translation.as_object_mut()) {
            translation.insert("checked".to_owned(), signature);
        }
        whole.insert("translation".to_owned(), translation);
    }
    match Aid::from_json(&without_nothing(whole).to_string()) {
        Ok(aid) => Translation {
            aid: Some(aid),
            problems,
        },
        Err(AidError::Problems(found)) => {
            problems.extend(found.into_iter().filter(Problem::is_error).map(|mut problem| {
                problem.file = Some(text.name.to_owned());
                (problem.line, problem.column, problem.span) = (None, None, None);
                if problem.code == Code::BadLanguage {
                    let known: Vec<&str> = Language::ALL.into_iter().map(Language::tag).collect();
                    problem.message = format!("there are no sentences for numbers in `{language}` yet");
                    problem.remedy = format!(
                        "the languages are {}; another needs a folder in `languages` first; or call the file by another name",
                        known.join(", ")
                    );
                }
                problem
            }));
            Translation { aid: None, problems }
        }
        Err(AidError::TooLarge { .. }) => Translation { aid: None, problems },
    }
}

/// What an overlay left of the lists of an aid.
struct Kept<'d> {
    /// The options that are hidden.
    hidden: Vec<&'d str>,
    /// The lists that have lost a line, by name: the places that are left, and how many there were.
    lists: Vec<(Vec<String>, Vec<usize>, usize)>,
}

impl<'d> Kept<'d> {
    fn of(laid: &Document, published: &'d Document) -> Self {
        let offered = |id: &str| laid.options.iter().any(|option| option.id == id);
        let all = published.options.iter().map(|option| option.id.as_str());
        let hidden: Vec<&str> = all.filter(|id| !offered(id)).collect();
        let mut lists: Vec<(Vec<String>, Vec<usize>, usize)> = Vec::new();
        if !hidden.is_empty() {
            for one in originals(published) {
                let (Some(PlaceStep::Index(at)), Some((_, list))) =
                    (one.place.steps().last(), one.name.split_last())
                else {
                    continue;
                };
                if lists.last().is_none_or(|(name, ..)| name != list) {
                    lists.push((list.to_vec(), Vec::new(), 0));
                }
                if let Some((_, left, count)) = lists.last_mut() {
                    *count += 1;
                    if !without(one.text, &hidden).is_empty() {
                        left.push(*at);
                    }
                }
            }
            for (at, guideline) in published.guidelines.iter().enumerate() {
                let says = guideline.says.iter().enumerate();
                let left = says.filter(|(_, says)| !hidden.contains(&says.option.as_str()));
                lists.push((
                    vec!["guideline".to_owned(), at.to_string(), "says".to_owned()],
                    left.map(|(line, _)| line).collect(),
                    guideline.says.len(),
                ));
            }
            lists.retain(|(_, left, count)| left.len() < *count);
        }
        Self { hidden, lists }
    }

    /// The name that a text of the laid aid has in the published one. A line of the overlay's own comes after all of those.
    fn name(&self, name: &[String]) -> Vec<String> {
        let mut name = name.to_vec();
        for at in 0..name.len() {
            let (list, rest) = name.split_at_mut(at);
            let found = self.lists.iter().find(|(known, ..)| known.as_slice() == list);
            if let (Some((_, left, count)), Some(step)) = (found, rest.first_mut())
                && let Ok(line) = step.parse::<usize>()
            {
                let before = left
                    .get(line)
                    .copied()
                    .unwrap_or_else(|| count + line - left.len());
                *step = before.to_string();
            }
        }
        name
    }
}

/// What a translation says under a name; nothing is as good as no translation.
fn said<'t>(given: &'t [Translated<'t>], name: &[String]) -> Option<&'t str> {
    let found = given.iter().find(|given| given.name == name)?;
    (!found.text.trim().is_empty()).then_some(found.text)
}

/// Adds a form that the original does not have.
fn add_form(whole: &mut Value, original: &Document, form: &Translated<'_>) {
    let [_, id, field] = form.name.as_slice() else {
        return;
    };
    let Some(index) = original.outcomes.iter().position(|outcome| outcome.id == *id) else {
        return;
    };
    let place = Place::root().key("outcome").index(index);
    if let Some(outcome) = at(whole, &place).and_then(Value::as_object_mut) {
        outcome.insert(field.clone(), json!(form.text));
    }
}

fn at<'v>(whole: &'v mut Value, place: &Place) -> Option<&'v mut Value> {
    place.steps().iter().try_fold(whole, |here, step| match step {
        PlaceStep::Key(key) => here.get_mut(key),
        PlaceStep::Index(index) => here.get_mut(index),
    })
}

/// Leaves a field out that says nothing: the reader takes no empty fields.
pub(super) fn without_nothing(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .filter(|(_, field)| !field.is_null())
            .map(|(name, field)| (name, without_nothing(field)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        Value::Array(items) => items.into_iter().map(without_nothing).collect(),
        other => other,
    }
}
