//! The file a translation starts from: every text of the aid as a comment, with its place for the translation below.

use std::fmt::Write as _;

use super::made_from::{MADE_FROM, mark};
use super::translation::{Translated, is_form, originals, walk};
use super::{SourceFile, Text, taken_apart};
use crate::aid::document::Document;
use crate::words::Language;

/// Writes the file of a translation: the texts that are translated already with their translation, the others empty. An empty
/// text is shown in the language of the original until it is written. `None` when the file that is there is not TOML.
#[must_use]
pub fn skeleton(
    original: &Document,
    language: Option<Language>,
    there: Option<SourceFile<'_>>,
) -> Option<String> {
    let text = there.map(Text::of);
    let mut problems = Vec::new();
    let tree = match &text {
        Some(text) => Some(taken_apart(text, &mut problems)?),
        None => None,
    };
    let mut given = Vec::new();
    if let Some((_, tree)) = &tree {
        walk(tree, &mut Vec::new(), &mut given);
    }
    let mut out = format!(
        "# A translation of `{}`. Above each text stands the original. Figures are references in braces: keep them as they are.\n\
         # What is empty is shown in the language of the original.\nfrom_version = {}\n",
        original.id,
        quoted(&original.version)
    );
    let mut tables: Vec<Section> = vec![Section::default()];
    for one in originals(original) {
        let (around, field, index) = place(&one.name);
        if is_form(&one.name) && said(&given, &one.name).is_none() {
            continue;
        }
        let at = tables.iter().position(|section| section.name == around);
        let at = at.unwrap_or_else(|| {
            tables.push(Section {
                name: around.to_vec(),
                ..Section::default()
            });
            tables.len() - 1
        });
        let Some(section) = tables.get_mut(at) else {
            continue;
        };
        section.add(
            field,
            index,
            one.text,
            said(&given, &one.name).unwrap_or_default(),
        );
        // Forms of verbs that this language has and the original has not stand beside the form they are of.
        if let ([table, id], "event" | "no_event") = (around, field) {
            let prefix = format!("{field}_");
            let known = |name: &[String]| originals(original).iter().any(|one| one.name == name);
            for form in given
                .iter()
                .filter(|given| is_form(&given.name) && !known(&given.name))
            {
                if let [of, form_of, name] = form.name.as_slice()
                    && (of, form_of) == (table, id)
                    && name.starts_with(&prefix)
                {
                    section.end();
                    let _ = writeln!(section.body, "{} = {}", key(name), quoted(form.text));
                }
            }
        }
    }
    for mut section in tables {
        section.end();
        let names: Vec<String> = section.name.iter().map(|name| key(name)).collect();
        if !names.is_empty() {
            let _ = write!(out, "\n[{}]\n", names.join("."));
        }
        out.push_str(&section.body);
    }
    forms(&mut out, language);
    checked(&mut out, &given);
    marks(&mut out, &given, original);
    Some(out)
}

/// What each translated text was made from, as it was.
fn marks(out: &mut String, given: &[Translated<'_>], original: &Document) {
    let known: Vec<(String, &str)> = originals(original)
        .iter()
        .filter(|one| said(given, &one.name).is_some_and(|text| !text.trim().is_empty()))
        .filter_map(|one| Some((one.name.join("."), mark(given, &one.name)?)))
        .collect();
    if known.is_empty() {
        return;
    }
    let _ = write!(out, "\n[{MADE_FROM}]\n");
    for (name, mark) in known {
        let _ = writeln!(out, "{} = {}", key(&name), quoted(mark));
    }
}

/// A table of the translation's file, with the lines in it.
#[derive(Default)]
struct Section {
    name: Vec<String>,
    body: String,
    /// A list that is being written: its field and its entries.
    list: Option<(String, Vec<(String, String)>)>,
}

impl Section {
    fn add(&mut self, field: &str, index: Option<usize>, original: &str, translation: &str) {
        if index.is_none() || self.list.as_ref().is_some_and(|(name, _)| name != field) {
            self.end();
        }
        if index.is_some() {
            let (_, entries) = self.list.get_or_insert_with(|| (field.to_owned(), Vec::new()));
            entries.push((original.to_owned(), translation.to_owned()));
        } else {
            comment(&mut self.body, "", original);
            let _ = writeln!(self.body, "{} = {}", key(field), quoted(translation));
        }
    }

    fn end(&mut self) {
        let Some((field, entries)) = self.list.take() else {
            return;
        };
        let _ = writeln!(self.body, "{} = [", key(&field));
        for (original, translation) in entries {
            comment(&mut self.body, "  ", &original);
            let _ = writeln!(self.body, "  {},", quoted(&translation));
        }
        self.body.push_str("]\n");
    }
}

/// The table a text is in, its field there, and its number when the field is a list.
fn place(name: &[String]) -> (&[String], &str, Option<usize>) {
    match name {
        [around @ .., field, last] if last.bytes().all(|byte| byte.is_ascii_digit()) => {
            (around, field, last.parse().ok())
        }
        [around @ .., field] => (around, field, None),
        [] => (&[], "", None),
    }
}

fn said<'t>(given: &'t [Translated<'t>], name: &[String]) -> Option<&'t str> {
    given
        .iter()
        .find(|given| given.name == name)
        .map(|given| given.text)
}

fn comment(out: &mut String, before: &str, text: &str) {
    for line in text.lines() {
        let _ = writeln!(out, "{before}# {line}");
    }
}

/// Which other forms of verbs the language has.
fn forms(out: &mut String, language: Option<Language>) {
    let Some(language) = language else { return };
    let names: Vec<&str> = language.plurals().iter().map(|plural| plural.name()).collect();
    if names.len() > 2 {
        let _ = write!(
            out,
            "\n# Counts in this language have the forms {}. An outcome may have `event_FORM` and `no_event_FORM` for each.\n",
            names.join(", ")
        );
    }
}

/// Who checked the translation.
fn checked(out: &mut String, given: &[Translated<'_>]) {
    let field = |field: &str| said(given, &["checked".to_owned(), field.to_owned()]);
    if field("name").is_none() {
        out.push_str("\n# Whoever has checked this version signs here:\n# [checked]\n# name = \"\"\n# role = \"\"\n# date = \"\"\n# version = \"\"\n");
        return;
    }
    out.push_str("\n[checked]\n");
    for name in ["name", "role", "date", "version"] {
        let _ = writeln!(out, "{name} = {}", quoted(field(name).unwrap_or_default()));
    }
}

fn key(name: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !name.is_empty() && name.chars().all(plain) {
        name.to_owned()
    } else {
        quoted(name)
    }
}

pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
