//! How hard an aid's texts are to read. English only: for other languages nothing is computed.
//!
//! Flesch reading ease and Flesch-Kincaid grade (Kincaid 1975), SMOG (McLaughlin 1969). Syllables are counted by
//! rule, so scores are estimates. A figure counts as the words it is shown as; words of the glossary, which are
//! explained, do not count as long.

use serde::Serialize;

use crate::aid::document::Document;
use crate::aid::{Piece, Place, PlaceStep, Text, TextKind, pieces, sentences, texts};
use crate::authoring::{Dossier, dossier_texts};

/// Longest sentence that reads well, in words.
pub const LONG_SENTENCE: usize = 20;

/// Scores of one block of text. Tenths: 74 is 7.4.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Block {
    /// What it is: "Everything", "About this aid", an option's name.
    pub name: String,
    /// How many words it has.
    pub words: usize,
    /// How many sentences it has.
    pub sentences: usize,
    /// How many of its sentences have more than 20 words.
    pub long_sentences: usize,
    /// Flesch reading ease: higher is easier; 80 to 90 is easy.
    pub reading_ease: f64,
    /// Flesch-Kincaid grade (United States school year).
    pub grade: f64,
    /// About the age of a reader in the United Kingdom: the grade and 5.
    pub reading_age: f64,
    /// SMOG grade; `None` for fewer than 30 sentences, for which it was not made.
    pub smog: Option<f64>,
}

/// A sentence that is longer than reads well.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LongSentence {
    /// The place of the sentence in the aid.
    pub place: Place,
    /// Its first words.
    pub begins: String,
    /// How many words it has.
    pub words: usize,
}

/// How hard the aid is to read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Readability {
    /// Everything a patient reads.
    pub all: Block,
    /// The scores of each part of the aid, one block per part.
    pub blocks: Vec<Block>,
    /// Sentences of more than 20 words, in the order of the aid.
    pub long_sentences: Vec<LongSentence>,
}

#[derive(Default)]
struct Tally {
    words: usize,
    sentences: usize,
    syllables: usize,
    polysyllables: usize,
    long: usize,
}

/// Measures the texts patients read; `None` when they are not English.
#[must_use]
pub(super) fn readability(doc: &Document, dossier: &Dossier) -> Option<Readability> {
    if !doc.language.starts_with("en") {
        return None;
    }
    let glossary: Vec<String> = doc
        .terms
        .iter()
        .flat_map(|term| term.term.split_whitespace().map(str::to_lowercase))
        .collect();
    let mut all = Tally::default();
    let mut blocks: Vec<(String, Tally)> = Vec::new();
    let mut long_sentences = Vec::new();
    let (shown, made) = (texts(doc), dossier_texts(dossier));
    for Text { place, text, kind } in shown.iter().chain(&made) {
        if !matches!(kind, TextKind::Rich | TextKind::Plain) {
            continue;
        }
        let name = block(place, doc);
        if blocks.last().is_none_or(|(last, _)| *last != name) {
            blocks.push((name, Tally::default()));
        }
        for sentence in sentences(&shown_as(text)) {
            let mut one = Tally::default();
            for word in sentence.split_whitespace() {
                one.word(word, &glossary);
            }
            if one.words == 0 {
                continue;
            }
            one.sentences = 1;
            one.long = usize::from(one.words > LONG_SENTENCE);
            if one.long == 1 {
                let begins: Vec<&str> = sentence.split_whitespace().take(5).collect();
                long_sentences.push(LongSentence {
                    place: place.clone(),
                    begins: begins.join(" "),
                    words: one.words,
                });
            }
            all.add(&one);
            if let Some((_, tally)) = blocks.last_mut() {
                tally.add(&one);
            }
        }
    }
    Some(Readability {
        all: all.score("Everything".to_owned()),
        blocks: blocks
            .into_iter()
            .map(|(name, tally)| tally.score(name))
            .collect(),
        long_sentences,
    })
}

/// Measures a few texts by themselves, as [`readability`] measures an aid. `glossary` are the words that the aid explains. It says
/// nothing of texts in other languages than English; whoever asks knows theirs.
#[cfg(feature = "desk")]
#[must_use]
pub(crate) fn reading<'t>(texts: impl IntoIterator<Item = &'t str>, glossary: &[String]) -> Block {
    let mut all = Tally::default();
    for text in texts {
        for sentence in sentences(&shown_as(text)) {
            let mut one = Tally::default();
            for word in sentence.split_whitespace() {
                one.word(word, glossary);
            }
            if one.words > 0 {
                one.sentences = 1;
                one.long = usize::from(one.words > LONG_SENTENCE);
                all.add(&one);
            }
        }
    }
    all.score(String::new())
}

/// A text with its figures written about as they are shown.
fn shown_as(text: &str) -> String {
    pieces(text)
        .into_iter()
        .map(|piece| match piece {
            Piece::Words(words) | Piece::Malformed(words) => words,
            Piece::Figure(_) => "9 of every 100 people",
        })
        .collect()
}

fn block(place: &Place, doc: &Document) -> String {
    match place.steps() {
        [PlaceStep::Key(list), PlaceStep::Index(index), ..] if list == "option" => doc
            .options
            .get(*index)
            .map_or_else(|| "An option".to_owned(), |option| option.name.clone()),
        [PlaceStep::Key(first), ..] => match first.as_str() {
            "about" => "About this aid",
            "choice" => "The choice",
            "prompt" => "What matters",
            "reference_class" => "Groups of people",
            "outcome" => "Outcomes",
            "term" => "Words explained",
            "retold" => "Told to children or carers",
            "test" => "The test",
            "understanding" => "Check of understanding",
            _ => "Questions and support",
        }
        .to_owned(),
        _ => "Titles".to_owned(),
    }
}

impl Tally {
    fn word(&mut self, word: &str, glossary: &[String]) {
        let letters: String = word
            .chars()
            .filter(|c| c.is_alphanumeric() || *c == '\'' || *c == '’')
            .collect();
        if letters.is_empty() {
            return;
        }
        self.words += 1;
        let syllables = syllables(&letters);
        let explained = glossary.contains(&letters.to_lowercase());
        self.syllables += if explained { syllables.min(2) } else { syllables };
        self.polysyllables += usize::from(syllables >= 3 && !explained);
    }

    fn add(&mut self, other: &Self) {
        self.words += other.words;
        self.sentences += other.sentences;
        self.syllables += other.syllables;
        self.polysyllables += other.polysyllables;
        self.long += other.long;
    }

    fn score(&self, name: String) -> Block {
        let (words, sentences) = (count(self.words.max(1)), count(self.sentences.max(1)));
        let (length, weight) = (words / sentences, count(self.syllables) / words);
        let grade = 0.39 * length + 11.8 * weight - 15.59;
        let smog = 1.043 * (count(self.polysyllables) * 30.0 / sentences).sqrt() + 3.1291;
        Block {
            name,
            words: self.words,
            sentences: self.sentences,
            long_sentences: self.long,
            reading_ease: tenth(206.835 - 1.015 * length - 84.6 * weight),
            grade: tenth(grade),
            reading_age: tenth((grade + 5.0).max(5.0)),
            smog: (self.sentences >= 30).then(|| tenth(smog)),
        }
    }
}

fn count(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::MAX, f64::from)
}

fn tenth(x: f64) -> f64 {
    (x * 10.0).round() / 10.0
}

/// Syllables of an English word, by rule.
fn syllables(word: &str) -> usize {
    let lower = word.to_lowercase();
    let whole: String = lower.chars().filter(|c| c.is_ascii_alphabetic()).collect();
    if whole.len() <= 3 {
        return 1;
    }
    let ends = |tails: &[&str]| tails.iter().any(|tail| whole.ends_with(tail));
    let plural = ends(&["es"]) && !ends(&["ses", "zes", "ches", "shes", "xes", "ces", "ges", "ies"]);
    let past = ends(&["ed"]) && !ends(&["ted", "ded", "eed"]);
    let silent = if plural || past {
        2
    } else if ends(&["ely", "eless", "eful", "ement", "ements"]) {
        // The e inside "lively", "useful", "movement" is silent: leave one vowel out below.
        0
    } else {
        usize::from(
            ends(&["e"])
                && !ends(&[
                    "ble", "cle", "dle", "fle", "gle", "kle", "ple", "tle", "zle", "ee", "ie", "oe",
                ]),
        )
    };
    let stem = whole.get(..whole.len() - silent).unwrap_or(&whole);
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut groups = 0;
    let mut before = ' ';
    for letter in stem.chars() {
        if vowel(letter) && !vowel(before) {
            groups += 1;
        }
        before = letter;
    }
    // Two vowels that are two syllables: "radio", "biopsy", "area"; not in "-tion", "-cial".
    for (pair, but) in [
        ("io", &["tio", "sio", "cio", "gio"][..]),
        ("ia", &["tia", "cia"]),
        ("eo", &["peo"]),
        ("ea", &[]),
    ] {
        let twice =
            stem.matches(pair).count() - but.iter().map(|but| stem.matches(but).count()).sum::<usize>();
        groups += if pair == "ea" {
            usize::from(stem.ends_with("rea"))
        } else {
            twice
        };
    }
    let inside =
        ends(&["ely", "eless", "eful", "ement", "ements"]) && !ends(&["plement", "plements", "lement"]);
    groups.saturating_sub(usize::from(inside)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_of_common_words() {
        for (word, expected) in [
            ("the", 1),
            ("people", 2),
            ("every", 3),
            ("chance", 1),
            ("treatment", 2),
            ("surgery", 3),
            ("radiotherapy", 6),
            ("biopsy", 3),
            ("medication", 4),
            ("wanted", 2),
            ("walked", 1),
            ("changes", 2),
            ("lives", 1),
            ("table", 2),
            ("decision", 3),
            ("patient", 2),
            ("monitoring", 4),
            ("prostate", 2),
            ("cancer", 2),
            ("area", 3),
            ("movement", 2),
        ] {
            assert_eq!(syllables(word), expected, "{word}");
        }
    }

    #[test]
    fn scores_follow_the_published_formulae() {
        // 30 sentences of 10 words, 14 syllables and one long word each.
        let tally = Tally {
            words: 300,
            sentences: 30,
            syllables: 420,
            polysyllables: 30,
            long: 0,
        };
        let block = tally.score("x".to_owned());
        assert!((block.reading_ease - 78.2).abs() < 0.05, "{block:?}");
        assert!((block.grade - 4.8).abs() < 0.05 && (block.reading_age - 9.8).abs() < 0.05);
        assert_eq!(block.smog, Some(8.8));
        assert_eq!(
            Tally {
                sentences: 29,
                ..tally
            }
            .score(String::new())
            .smog,
            None
        );
    }
}
