//! The forms in which a number, a share or a relative effect can be typed, by language. They are data: `forms.toml` in the folder
//! of each language, whose format is in `docs/decisions/0034-forms-of-numbers-are-data.md`.

mod matching;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use serde::Deserialize;

use self::matching::{Class, Element, Form, Want};
use super::tokens::{Kind, Lexicon, tokens};
use crate::aid::Code;
use crate::words::{Language, SPOKEN};

/// A language's forms as they are written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    /// Words for numbers.
    numbers: BTreeMap<String, u64>,
    /// Lists of words or phrases, by the name that forms call them by.
    words: BTreeMap<String, Vec<String>>,
    form: Vec<WrittenForm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenForm {
    code: WrittenCode,
    says: String,
    form: String,
    /// Classes that may not stand just before.
    #[serde(default)]
    not_before: Vec<String>,
    /// Classes that may not stand shortly before, in the same part of the sentence.
    #[serde(default)]
    not_near: Vec<String>,
    /// Classes that may not stand just after.
    #[serde(default)]
    not_after: Vec<String>,
    /// Which of two numbers is the part of the other.
    #[serde(default)]
    part: Part,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum WrittenCode {
    TypedCount,
    RelativeRisk,
}

/// Which of two numbers of a form is the part, and which the whole: where the part is not smaller it is no count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Part {
    /// There are no two.
    #[default]
    None,
    /// "1 in 4".
    First,
    /// "Of 4, 1".
    Last,
}

/// A language's forms, to look with.
#[derive(Debug)]
pub(crate) struct Forms {
    lexicon: Lexicon,
    numbers: HashMap<u16, u64>,
    classes: Vec<Class>,
    named: BTreeMap<String, usize>,
    forms: Vec<Form>,
    /// The forms that can begin with a word, a number in digits, a sign.
    starts: HashMap<Kind, Vec<usize>>,
}

/// Something that was found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found<'f> {
    /// First byte in the plain text.
    pub(crate) start: usize,
    /// Byte after the last.
    pub(crate) end: usize,
    /// What kind of problem it is.
    pub(crate) code: Code,
    /// What it is, after its words in quotes.
    pub(crate) says: &'f str,
}

/// The forms of each language, read when the first of its texts is looked at; in the order of [`SPOKEN`].
static READ: [OnceLock<Option<Forms>>; SPOKEN.len()] = [const { OnceLock::new() }; SPOKEN.len()];

impl Forms {
    /// The forms of a language; a test reads each, so `None` never ships.
    pub(crate) fn of(language: Language) -> Option<&'static Self> {
        let (spoken, read) = SPOKEN
            .iter()
            .zip(&READ)
            .find(|(spoken, _)| spoken.language == language && !spoken.is_variant)?;
        read.get_or_init(|| Self::read(spoken.forms).ok()).as_ref()
    }

    /// Reads a table; what is wrong with it is for the test that reads each.
    fn read(text: &str) -> Result<Self, String> {
        let written: Written = toml::from_str(text).map_err(|error| error.to_string())?;
        let mut forms = Self {
            lexicon: Lexicon::default(),
            numbers: HashMap::new(),
            classes: Vec::new(),
            named: BTreeMap::new(),
            forms: Vec::new(),
            starts: HashMap::new(),
        };
        for (word, value) in &written.numbers {
            let word = forms.lexicon.learn(word);
            forms.numbers.insert(word, *value);
        }
        for (name, phrases) in &written.words {
            for word in phrases.iter().flat_map(|phrase| phrase.split([' ', '-'])) {
                if word.chars().all(|c| c.is_alphabetic() || c == '\'') {
                    forms.lexicon.learn(word);
                }
            }
            forms.named.insert(name.clone(), forms.classes.len());
            let phrases = phrases.iter().map(|phrase| forms.kinds(phrase));
            let class = Class::of(phrases.collect());
            forms.classes.push(class);
        }
        for form in &written.form {
            let unknown = || format!("`{}` names a list that is not there", form.form);
            let classes = |names: &[String]| -> Option<Vec<usize>> {
                names.iter().map(|name| forms.named.get(name).copied()).collect()
            };
            let before = classes(&form.not_before).ok_or_else(unknown)?;
            let near = classes(&form.not_near).ok_or_else(unknown)?;
            let after = classes(&form.not_after).ok_or_else(unknown)?;
            let elements: Option<Vec<Element>> = form
                .form
                .split_whitespace()
                .map(|word| forms.element(word))
                .collect();
            let elements = elements.ok_or_else(unknown)?;
            let form = Form {
                code: match form.code {
                    WrittenCode::TypedCount => Code::TypedCount,
                    WrittenCode::RelativeRisk => Code::RelativeRisk,
                },
                says: form.says.clone(),
                elements,
                before,
                near,
                after,
                part: form.part,
            };
            let index = forms.forms.len();
            for kind in forms.beginnings(&form.elements) {
                forms.starts.entry(kind).or_default().push(index);
            }
            forms.forms.push(form);
        }
        Ok(forms)
    }

    fn kinds(&self, phrase: &str) -> Vec<Kind> {
        tokens(phrase, &self.lexicon)
            .iter()
            .map(|token| token.kind)
            .collect()
    }

    /// `N` a number, `D` one in digits, `W` one in words, `F` one below one, `S` a share such as "a third", `*` up to three
    /// words, `fig` a reference; any other word is the name of a list. `|` between two means either, `?` after it that it can be
    /// left out, `,` before it that a comma may stand before it.
    fn element(&self, word: &str) -> Option<Element> {
        let (word, optional) = word.strip_suffix('?').map_or((word, false), |word| (word, true));
        let (word, across) = word.strip_prefix(',').map_or((word, false), |word| (word, true));
        let wants = word.split('|').map(|want| {
            Some(match want {
                "N" => Want::Number {
                    digits: true,
                    words: true,
                },
                "D" => Want::Number {
                    digits: true,
                    words: false,
                },
                "W" => Want::Number {
                    digits: false,
                    words: true,
                },
                "F" => Want::Below,
                "S" => Want::Share,
                "*" => Want::Any,
                "fig" => Want::One(Kind::Figure),
                "/" | ":" | "%" => Want::One(Kind::Sign(want.chars().next()?)),
                name => Want::Class(*self.named.get(name)?),
            })
        });
        Some(Element {
            wants: wants.collect::<Option<Vec<_>>>()?,
            optional,
            across,
        })
    }

    /// Everything typed in a plain text, in its order: forms that lie inside others are left out.
    pub(crate) fn find(&self, text: &str) -> Vec<Found<'_>> {
        let all = tokens(text, &self.lexicon);
        let mut found: Vec<Found<'_>> = Vec::new();
        for at in 0..all.len() {
            for index in self.starting(&all, at) {
                let Some(form) = self.forms.get(index) else {
                    continue;
                };
                if let Some(end) = self.matches(form, &all, at)
                    && let (Some(first), Some(last)) =
                        (all.get(at), end.checked_sub(1).and_then(|last| all.get(last)))
                {
                    found.push(Found {
                        start: first.start,
                        end: last.end,
                        code: form.code,
                        says: &form.says,
                    });
                }
            }
        }
        found.sort_by_key(|one| (one.start, std::cmp::Reverse(one.end)));
        let (mut counted, mut compared) = (0, 0);
        found.retain(|one| {
            let covered = if one.code == Code::TypedCount {
                &mut counted
            } else {
                &mut compared
            };
            let new = one.start >= *covered;
            if new {
                *covered = one.end;
            }
            new
        });
        found
    }
}
