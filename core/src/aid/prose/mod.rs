//! What may not stand in a patient's text: typed counts, relative effects, bare words for chance.
//!
//! Forms, not understanding: each is narrow enough that years, ages, doses, durations and telephone numbers pass.
//! `docs/authoring.md` gives examples of both. A text is made plain first, so that it does not matter which space, digit
//! or hyphen was typed.

mod digits;
mod forms;
mod plain;
mod tokens;

use std::sync::LazyLock;

use regex::{Regex, RegexSet};

use self::forms::Forms;
pub(crate) use self::plain::{Plain, numbers};
use super::check::{TextKind, clipped};
use super::reference::{Piece, pieces};
use crate::format::At;
use crate::format::{Code, Problem};
use crate::words::Language;

/// Stands for a reference while patterns look at the words around it.
const FIGURE: char = '\u{FFFC}';

/// Longest sentence without a warning, in words.
const LONGEST: usize = 25;

/// A word for chance must have a count this near (R12).
const NEAR: usize = 12;

struct Rule {
    code: Code,
    pattern: LazyLock<Option<Regex>>,
    message: &'static str,
    remedy: &'static str,
}

const BY_REFERENCE: &str =
    "refer to the figure, `{outcome.option@time}`, so that its source and range come with it";
const ABSOLUTE: &str = "give both counts instead, by reference; the difference is worked out from them";

/// A pattern with ASCII word boundaries: with Unicode ones, a curly quote in a text makes the search ten times slower.
pub(crate) fn ascii(pattern: &str) -> String {
    pattern.replace(r"\b", r"(?-u:\b)")
}

/// A pattern, not heeding case, compiled once. A test compiles every one, so `None` never ships.
macro_rules! rule {
    ($code:ident, $pattern:expr, $message:literal, $remedy:expr) => {
        Rule {
            code: Code::$code,
            pattern: LazyLock::new(|| Regex::new(&ascii($pattern)).ok()),
            message: $message,
            remedy: $remedy,
        }
    };
}

static VERBAL: [Rule; 2] = [
    rule!(
        VerbalProbability,
        r"(?i)\b(very (common|rare)|uncommon(ly)?|common(ly)?|rare(ly)?|likely|unlikely|(high|low|small|good|strong|slight) (risk|chance)|(high|low) probability)\b",
        "is read as very different numbers by different people (R12)",
        "put the count beside it by reference, or leave the word out"
    ),
    rule!(
        RiskWord,
        r"(?i)\b(at risk|risks?)\b",
        "is harder to read than \"chance\" (R24)",
        "write \"chance\", or name what can happen"
    ),
];

/// All patterns at once: most texts match none, and one look says so.
static ANY: LazyLock<Option<RegexSet>> = LazyLock::new(|| {
    RegexSet::new(
        VERBAL
            .iter()
            .filter_map(|rule| rule.pattern.as_ref())
            .map(Regex::as_str),
    )
    .ok()
});

/// Adds what is wrong with one text. Only English is looked at for words for chance and long sentences.
pub(crate) fn lint(
    text: &str,
    kind: TextKind,
    language: Language,
    place: &At<'_>,
    problems: &mut Vec<Problem>,
) {
    if kind == TextKind::Label {
        return;
    }
    let mut figures = 0;
    let joined: String = pieces(clipped(text))
        .into_iter()
        .map(|piece| match piece {
            Piece::Words(words) => words.to_owned(),
            Piece::Figure(_) | Piece::Malformed(_) => {
                figures += 1;
                FIGURE.to_string()
            }
        })
        .collect();
    let plain = Plain::of(&joined);
    if kind != TextKind::Working {
        typed(&plain, figures, language, place, problems);
    }
    if language != Language::English {
        return;
    }
    if matches!(kind, TextKind::Rich | TextKind::Plain)
        && ANY.as_ref().is_none_or(|any| any.is_match(plain.text()))
    {
        chances(&plain, place, problems);
    }
    if kind != TextKind::Phrase {
        sentence_lengths(&joined, place, problems);
    }
}

/// Counts and relative effects that were typed.
fn typed(plain: &Plain<'_>, figures: usize, language: Language, place: &At<'_>, problems: &mut Vec<Problem>) {
    let Some(forms) = Forms::of(language) else { return };
    for found in forms.find(plain.text()) {
        let remedy = match found.code {
            // Both absolute counts in the same text make a relative word bearable (R04).
            Code::RelativeRisk if figures >= 2 => continue,
            Code::RelativeRisk => ABSOLUTE,
            _ => BY_REFERENCE,
        };
        let excerpt = plain.excerpt(found.start, found.end);
        let message = format!("\"{excerpt}\" {}", found.says);
        problems.push(Problem::new(found.code, place.place(), message, remedy).about(excerpt));
    }
}

/// Words for how likely something is.
fn chances(plain: &Plain<'_>, place: &At<'_>, problems: &mut Vec<Problem>) {
    for rule in &VERBAL {
        let found = rule
            .pattern
            .iter()
            .flat_map(|pattern| pattern.find_iter(plain.text()));
        for found in found {
            let (start, end) = (found.start(), found.end());
            if rule.code != Code::VerbalProbability || !figure_near(plain.text(), start, end) {
                let excerpt = plain.excerpt(start, end);
                let message = format!("\"{excerpt}\" {}", rule.message);
                problems.push(Problem::new(rule.code, place.place(), message, rule.remedy).about(excerpt));
            }
        }
    }
}

fn sentence_lengths(plain: &str, place: &At<'_>, problems: &mut Vec<Problem>) {
    for sentence in sentences(plain) {
        let words = sentence.split_whitespace().count();
        if words > LONGEST {
            let start: Vec<&str> = sentence.split_whitespace().take(4).collect();
            let start = start.join(" ");
            let message = format!("the sentence \"{start} …\" has {words} words");
            let remedy = format!("split it; up to 20 words read well, {LONGEST} is the most");
            problems.push(Problem::new(Code::LongSentence, place.place(), message, remedy).about(start));
        }
    }
}

/// Whether a figure stands near, in the same sentence: one in the next is mostly about something else.
fn figure_near(text: &str, start: usize, end: usize) -> bool {
    let ends = |c: char| matches!(c, '.' | '?' | '!');
    let before = text.get(..start).unwrap_or_default().split_whitespace().rev();
    for word in before.take(NEAR) {
        let own = word.rsplit(ends).next().unwrap_or(word);
        if own.contains(FIGURE) {
            return true;
        }
        if own.len() < word.len() {
            break;
        }
    }
    let after = text.get(end..).unwrap_or_default().split_whitespace();
    for word in after.take(NEAR) {
        if word.contains(FIGURE) {
            return true;
        }
        if word.ends_with(ends) {
            break;
        }
    }
    false
}

/// Sentences: up to a full stop, question or exclamation mark before a space or the end.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut previous = ' ';
    for (at, letter) in text.char_indices() {
        if letter.is_whitespace() && matches!(previous, '.' | '?' | '!') {
            out.extend(text.get(start..at));
            start = at;
        }
        previous = letter;
    }
    out.extend(text.get(start..));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<&'static str> {
        let mut problems = Vec::new();
        lint(text, TextKind::Rich, Language::English, &At::ROOT, &mut problems);
        problems.iter().map(|p| p.code.as_str()).collect()
    }

    #[test]
    fn every_pattern_compiles() {
        assert!(VERBAL.iter().all(|rule| rule.pattern.is_some()));
    }

    #[test]
    fn numbers_that_are_not_chances_pass() {
        for text in [
            "You have a blood test every 3 to 4 months.",
            "Take 2 tablets twice a day, 500 mg each.",
            "Ring 0800 074 8383 on weekdays, 9 to 5.",
            "They were aged 50 to 69 in 1999.",
            "The trial began in 2001 and had 1,643 men.",
            "It takes 1 of the nurses an hour.",
            "About {pads.surgery@12y} wore pads at 12 years.",
            "One of the two nurses calls you.",
            "Half were followed for 15 years or more.",
            "The gland is half the size of a walnut.",
            "It stays in for 1 to 3 weeks.",
        ] {
            assert_eq!(codes(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn typed_counts_are_found_once() {
        for text in [
            "About 24% wear pads.",
            "About 24 per cent wear pads.",
            "About ten percent wear pads.",
            "24 of every 100 men wear pads.",
            "24 men out of 100 wear pads.",
            "1 in 4 men wear pads.",
            "One in four men wear pads.",
            "Two out of three wear pads.",
            "About 3 in 1,000 die.",
            "Half of men wear pads.",
            "Two thirds of the women bleed.",
            "About {a.b@1y} of every 100 wear pads.",
            "17 of 545 died.",
        ] {
            assert_eq!(codes(text), ["typed-count"], "{text}");
        }
    }

    #[test]
    fn relative_effects_are_refused_without_both_counts() {
        for text in [
            "Surgery doubles leaking.",
            "It halves deaths.",
            "Leaking is three times as likely.",
            "Leaking is twice as common.",
            "The hazard ratio favours surgery.",
            "It cuts deaths by a third.",
            "The number needed to treat is large.",
        ] {
            assert!(codes(text).contains(&"relative-risk"), "{text}");
        }
        assert!(codes("It doubles, from {a.b@1y} to {a.c@1y}.").is_empty());
    }

    #[test]
    fn words_for_chance_need_a_count_near() {
        assert_eq!(codes("Leaking is very common."), ["verbal-probability"]);
        assert!(codes("Leaking is common: {a.b@1y} have it.").is_empty());
        assert_eq!(codes("You run a risk."), ["risk-word"]);
        assert_eq!(codes(&"word ".repeat(26)), ["long-sentence"]);
    }
}
