//! An aid and its translation side by side, text by text, and whether a text may stand beside another: its figures and its numbers
//! have to be the same.

use super::translation::{figures, is_form, numbers, originals, walk};
use super::{SourceFile, Text, made_from, taken_apart};
use crate::aid::Place;
use crate::aid::document::Document;

/// A text of the aid, and what a translation says of it.
#[derive(Clone, Debug)]
pub(crate) struct Side {
    /// Its name in a translation.
    pub(crate) name: Vec<String>,
    /// Its place in the aid.
    pub(crate) place: Place,
    /// What the aid says.
    pub(crate) original: String,
    /// What the translation says; `None` when there is none.
    pub(crate) translated: Option<String>,
    /// The mark of the original that the translation was made from; `None` where the file does not say.
    pub(crate) made_from: Option<String>,
}

/// The texts of an aid in its order, each with its translation, and the version that was translated. `None` when the file is no TOML.
pub(crate) fn side_by_side(document: &Document, file: SourceFile<'_>) -> Option<(Option<String>, Vec<Side>)> {
    let text = Text::of(file);
    let (_, tree) = taken_apart(&text, &mut Vec::new())?;
    let mut given = Vec::new();
    walk(&tree, &mut Vec::new(), &mut given);
    let said = |name: &[String]| {
        let found = given
            .iter()
            .find(|one| one.name == name)
            .map(|one| one.text.to_owned());
        found.filter(|text| !text.trim().is_empty())
    };
    let from = said(&["from_version".to_owned()]);
    let all = originals(document).into_iter().filter_map(|one| {
        let translated = said(&one.name);
        // Forms that the other language may not have are no gap.
        (translated.is_some() || !is_form(&one.name)).then(|| Side {
            translated,
            made_from: made_from::mark(&given, &one.name).map(str::to_owned),
            original: one.text.to_owned(),
            place: one.place,
            name: one.name,
        })
    });
    Some((from, all.collect()))
}

/// What both sides have to have: figures by their references, and numbers.
pub(crate) fn locked(original: &str) -> Vec<String> {
    let mut all: Vec<String> = figures(original);
    for number in numbers(original) {
        if !all.contains(&number) {
            all.push(number);
        }
    }
    all
}

/// Why a translation does not say the numbers of its original: what is missing, and what is too much. `plainer` is a translation into
/// plainer words of the same language, which may leave a number out and never add one.
pub(crate) fn other_numbers(original: &str, translated: &str, plainer: bool) -> Option<String> {
    let (mut before, mut after) = (figures(original), figures(translated));
    before.sort_unstable();
    after.sort_unstable();
    let (known, typed) = (numbers(original), numbers(translated));
    let lacking = |from: &[String], of: &[String]| -> Vec<String> {
        let mut left = of.to_vec();
        from.iter()
            .filter(|one| match left.iter().position(|other| other == *one) {
                Some(at) => {
                    left.remove(at);
                    false
                }
                None => true,
            })
            .cloned()
            .collect()
    };
    let mut missing: Vec<String> = lacking(&before, &after);
    let mut more: Vec<String> = lacking(&after, &before);
    if !plainer {
        missing.extend(known.iter().filter(|number| !typed.contains(number)).cloned());
    }
    more.extend(typed.into_iter().filter(|number| !known.contains(number)));
    let said = |what: &str, list: &[String]| {
        let is = if list.len() == 1 { "is" } else { "are" };
        (!list.is_empty()).then(|| format!("{} {is} {what}", list.join(", ")))
    };
    let all = [said("missing", &missing), said("not in the original", &more)];
    let all: Vec<String> = all.into_iter().flatten().collect();
    (!all.is_empty()).then(|| all.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_to_be_the_same() {
        let said = |a: &str, b: &str| other_numbers(a, b, false);
        assert_eq!(said("In 12 of {p.s@1y}", "Mewn 12 o {p.s@1y}"), None);
        assert_eq!(said("{p.s@1y} and {p.t@1y}", "{p.t@1y} a {p.s@1y}"), None);
        assert_eq!(
            said("In 12 weeks", "Mewn 21 wythnos").as_deref(),
            Some("12 is missing; 21 is not in the original")
        );
        assert_eq!(said("{p.s@1y}", "un").as_deref(), Some("{p.s@1y} is missing"));
        assert_eq!(
            said("{p.s@1y}", "{p.s@1y} {p.s@1y}").as_deref(),
            Some("{p.s@1y} is not in the original")
        );
        // Digits of another script are the same numbers.
        assert_eq!(said("12 weeks", "۱۲ ہفتے"), None);
        assert_eq!(other_numbers("2 to 3 days", "some days", true), None);
        assert!(other_numbers("2 to 3 days", "4 days", true).is_some());
    }

    #[test]
    fn what_is_locked_is_listed_once() {
        assert_eq!(locked("12 of {p.s@1y}, and 12 more"), ["{p.s@1y}", "12"]);
    }
}
