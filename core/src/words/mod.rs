//! The sentences core makes, in every language.
//!
//! A sentence is written where it is needed, in English, with named holes:
//!
//! ```text
//! say!(words, "With {option}, {count} of every {n} {who} {event} {when}.", option, count, n, who, event, when)
//! say!(words, "This rules out {options}.", options = words.list(&names))
//! say!(words, open => "1 still to answer: {list}.", "{open} still to answer: {list}.", list)
//! say!(words, context "a rating", "good")
//! ```
//!
//! The English sentence is the name of the message, as in gettext; a catalogue of another language
//! (`languages/NAME/sentences.toml`) has a sentence under that name. `words` is what [`crate::aid::Aid::wording`] gives: English
//! is compiled in, another language comes with the aid that `weighup build` compiled.
//!
//! How to write one:
//!
//! - A whole sentence, or a phrase that a reader meets as one ("about 24"). Never a sentence glued from pieces: other
//!   languages put the words in another order. Two whole sentences may follow each other with a space between.
//! - Every word that changes is a hole with a name that says what comes: `{option}`, `{list}`. A hole filled by something
//!   called the same needs no `= …`. Values are texts; a number is a hole filled by [`Words::number`].
//! - A sentence that differs with a count has the count first, `n => "one …", "{n} …"`: the sentence for 1, which may
//!   leave the count out, and the one for all others. Other languages have up to six. Write the same sentence twice when
//!   only other languages differ.
//! - `{Option}`, with a capital, is the value of `option` with a capital first letter: for the start of a sentence.
//! - The same English with two meanings has a `context`; so has a single word, for translators' sake.
//! - A comment `// Translators: …` on the line before goes to them.
//!
//! A hole without a value, or a value without a hole, does not compile. `authoring::sentences` holds a catalogue to the
//! messages it is given. Sentences for authors (problems, reports) are English and stay `format!`.

mod day;
mod language;
mod message;
#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::format::{At, Form, Found, Out, json};

pub use language::{Language, Plural, SPOKEN, Spoken, is_easy};
pub use message::{Counted, Message, hashed, key, key_for};
pub(crate) use message::{say, whole};

/// How chances are said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Chances {
    /// "8 of every 100 men".
    #[default]
    Counts,
    /// "8% of men".
    Percent,
}

impl Chances {
    /// The other way.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Counts => Self::Percent,
            Self::Percent => Self::Counts,
        }
    }
}

/// The sentences of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    language: Language,
    chances: Chances,
    /// Sentences by key; English where there is none.
    sentences: Vec<(u32, String)>,
}

static ENGLISH: Words = Words::new(Language::English, Vec::new());

impl Words {
    /// A language with its sentences by key ([`Message::key`], [`Counted::key`]).
    #[must_use]
    pub const fn new(language: Language, sentences: Vec<(u32, String)>) -> Self {
        Self {
            language,
            chances: Chances::Counts,
            sentences,
        }
    }

    /// The same, saying chances this way.
    #[must_use]
    pub fn saying(mut self, chances: Chances) -> Self {
        self.chances = chances;
        self
    }

    /// How chances are said.
    #[must_use]
    pub const fn chances(&self) -> Chances {
        self.chances
    }

    /// A language with the sentences an aid carries: each behind its key in hexadecimal digits and a space.
    #[must_use]
    pub fn read(language: Language, sentences: &[String]) -> Self {
        let mut read = Vec::new();
        for sentence in sentences {
            if let Some((key, text)) = sentence.split_once(' ')
                && let Ok(key) = u32::from_str_radix(key, 16)
            {
                read.push((key, text.to_owned()));
            }
        }
        Self::new(language, read)
    }

    /// English.
    #[must_use]
    pub fn english() -> &'static Self {
        &ENGLISH
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// A message with its holes filled by `values`, which stand in the order of its names.
    #[must_use]
    pub fn say(&self, message: &Message, values: &[&str]) -> String {
        let text = self.sentence(message.key).unwrap_or(message.text);
        self.fill(text, message.names, values)
    }

    /// The sentence of a message that goes with a count. The count is the first of its names.
    #[must_use]
    pub fn say_counted(&self, message: &Counted, count: u32, values: &[&str]) -> String {
        let plural = self.language.plural(count);
        let text = self
            .sentence(message.key_for(plural))
            .or_else(|| self.sentence(message.key))
            .unwrap_or(if count == 1 { message.one } else { message.other });
        self.fill(text, message.names, values)
    }

    fn sentence(&self, key: u32) -> Option<&str> {
        let found = self.sentences.iter().find(|(known, _)| *known == key);
        found.map(|(_, text)| text.as_str())
    }

    /// Holes filled, what runs in the other direction apart.
    fn fill(&self, text: &str, names: &[&str], values: &[&str]) -> String {
        filled(text, &mut |name, out| {
            let at = names.iter().position(|known| known.eq_ignore_ascii_case(name));
            let value = at.and_then(|at| values.get(at)).copied().unwrap_or_default();
            let apart = runs_against(value, self.language.is_rtl());
            if apart {
                out.push(APART);
            }
            if name.starts_with(|first: char| first.is_ascii_uppercase()) {
                out.push_str(&capital(value));
            } else {
                out.push_str(value);
            }
            if apart {
                out.push(TRANSLATED);
            }
        })
    }

    /// A whole number with its thousands marked: "1,643".
    #[must_use]
    pub fn number(&self, number: impl TryInto<u32>) -> String {
        self.language.grouped(whole(number))
    }

    /// "a; b": what is said of each, one after another.
    #[must_use]
    pub fn parts(&self, items: &[String]) -> String {
        items.join(if self.language.is_rtl() { "؛ " } else { "; " })
    }

    /// "a", "a and b", "a, b and c".
    #[must_use]
    pub fn list(&self, items: &[String]) -> String {
        let mut out = String::new();
        for (at, item) in items.iter().enumerate() {
            out = if at == 0 {
                item.clone()
            } else if at + 1 < items.len() {
                say!(self, context "a list, before its last", "{list}, {item}", list = out, item)
            } else {
                say!(self, context "a list, its last", "{list} and {item}", list = out, item)
            };
        }
        out
    }
}

/// `text` with each `{name}` in it replaced by what `value` writes for that name. What is filled in is not looked at again.
#[must_use]
pub fn filled(text: &str, value: &mut dyn FnMut(&str, &mut String)) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (name, tail) = after.split_once('}').unwrap_or((after, ""));
        value(name, &mut out);
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// The texts of an interface in one language, as a file holds them.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct TextsFile {
    /// BCP 47 language.
    pub language: String,
    /// Which names they belong to.
    pub names: u32,
    /// The texts, in the order of the names.
    pub texts: Vec<String>,
}

impl TextsFile {
    /// Reads its JSON. `None` when it is not such a file.
    #[must_use]
    pub fn read(json: &str) -> Option<Self> {
        let node = json::parse(json).ok()?;
        let found = Found::default();
        <Self as Form>::read(&node, &At::ROOT, &found).filter(|_| found.is_sound())
    }

    /// Its JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = Out(String::new());
        self.write(&mut out);
        out.0
    }
}

/// Begins a text that has no translation (a Unicode isolate from left to right): whoever shows it can say which language
/// it is in, and in a plain text it keeps its own direction. No author's text has it.
pub const UNTRANSLATED: char = '\u{2066}';

/// Ends it.
pub const TRANSLATED: char = '\u{2069}';

/// Begins a value in a sentence that runs in the other direction (a Unicode isolate); [`TRANSLATED`] ends it. Marks and
/// numbers beside it would change places otherwise. See `docs/decisions/0022-isolates-around-own-words.md`.
const APART: char = '\u{2068}';

/// Whether letters of a text run against a direction. What stands apart already does not count: the quotation marks around
/// it are the sentence's.
fn runs_against(text: &str, rtl: bool) -> bool {
    let mut depth = 0_usize;
    text.chars().any(|letter| match letter {
        UNTRANSLATED | APART => {
            depth += 1;
            false
        }
        TRANSLATED => {
            depth = depth.saturating_sub(1);
            false
        }
        // Scripts from right to left.
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => !rtl && depth == 0,
        // Latin, Greek, Cyrillic.
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{58f}' => rtl && depth == 0,
        _ => false,
    })
}

/// A value for a sentence in the direction of `sentence`, apart from it where it runs against it.
#[must_use]
pub fn apart_in(sentence: &str, value: &str) -> String {
    if runs_against(value, runs_against(sentence, false)) {
        [
            APART.encode_utf8(&mut [0; 4]),
            value,
            TRANSLATED.encode_utf8(&mut [0; 4]),
        ]
        .concat()
    } else {
        value.to_owned()
    }
}

/// Between two names in the script of a text.
#[must_use]
pub fn comma_in(text: &str) -> &'static str {
    if runs_against(text, false) { "، " } else { ", " }
}

/// The text between the marks of one that has no translation.
#[must_use]
pub fn untranslated(text: &str) -> Option<&str> {
    text.strip_prefix(UNTRANSLATED)?.strip_suffix(TRANSLATED)
}

/// With a capital first letter.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        std::iter::once(upper(first)).chain(letters).collect()
    })
}

/// The capital of a letter of the Latin, Greek, Cyrillic and Armenian alphabets; any other letter stays as it is, as do those that are
/// two as capitals (ß). `char::to_uppercase` knows every alphabet there is by a table of 14 KB, of which the first file of the widget would
/// be 5 KB larger after brotli.
fn upper(letter: char) -> char {
    let code = u32::from(letter);
    let by = match code {
        0x61..=0x7A | 0xE0..=0xF6 | 0xF8..=0xFE | 0x3B1..=0x3C1 | 0x3C3..=0x3CB | 0x430..=0x44F => 32,
        // Pairs, of which the second is the small one: an odd number, or an even one.
        0x100..=0x12F
        | 0x132..=0x137
        | 0x14A..=0x177
        | 0x1DE..=0x1EF
        | 0x1F8..=0x21F
        | 0x222..=0x233
        | 0x460..=0x481
        | 0x48A..=0x4BF
        | 0x4D0..=0x52F
        | 0x1E00..=0x1E95
        | 0x1EA0..=0x1EFF => code % 2,
        0x139..=0x148 | 0x179..=0x17E | 0x1CD..=0x1DC | 0x4C1..=0x4CE => (code + 1) % 2,
        0x4CF => 15,
        0x3AC => 38,
        0x3AD..=0x3AF => 37,
        0x3CC => 64,
        0x3CD | 0x3CE => 63,
        0x450..=0x45F => 80,
        0x561..=0x586 => 48,
        _ => 0,
    };
    char::from_u32(code - by).unwrap_or(letter)
}
