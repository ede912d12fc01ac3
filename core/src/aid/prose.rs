//! What may not stand in a patient's text: typed counts, relative effects, bare words for chance.
//!
//! Patterns, not understanding: each is narrow enough that years, ages, doses, durations and telephone
//! numbers pass. `docs/authoring.md` gives examples of both.

use std::sync::LazyLock;

use regex::{Regex, RegexSet};

use super::check::TextKind;
use super::reference::{Piece, pieces};
use crate::format::At;
use crate::format::{Code, Problem};

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

static TYPED: [Rule; 6] = [
    rule!(
        TypedCount,
        r"(?i)\d[\d.,]*\s?(%|per ?cent\b)",
        "is a typed percentage",
        BY_REFERENCE
    ),
    rule!(
        TypedCount,
        r"(?i)\b(one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred) per ?cent\b",
        "is a typed percentage",
        BY_REFERENCE
    ),
    rule!(
        TypedCount,
        r"(?i)\b(\d[\d,]*|one|two|three|four|five|six|seven|eight|nine) (people |men |women |patients |adults |children |babies )?(out of|in|of)( every| each| the| these)? \d[\d,]*\b",
        "is a typed count",
        BY_REFERENCE
    ),
    rule!(
        TypedCount,
        r"(?i)\b(\d+|one|two|three|four|five|six|seven|eight|nine) (people |men |women |patients |adults |children |babies )?(out of|in)( every| each)? (a |one )?(two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|hundred|thousand)\b",
        "is a typed count",
        BY_REFERENCE
    ),
    rule!(
        TypedCount,
        r"(?i)\b(out of|in|of|per)( every| each)? (100|1,?000|10,?000|a hundred|a thousand)\b",
        "is a typed denominator",
        BY_REFERENCE
    ),
    rule!(
        TypedCount,
        r"(?i)\b(half|a third|two[ -]thirds|a quarter|three[ -]quarters|a fifth|a tenth)( of)?( all)?( the| these| those)? (people|men|women|patients|adults|children|babies|cases)\b",
        "is a typed share of people",
        BY_REFERENCE
    ),
];

static RELATIVE: [Rule; 5] = [
    rule!(
        RelativeRisk,
        r"(?i)\b(doubles?|doubled|doubling|halves|halved|halving|triples?|tripled|tripling)\b",
        "is a relative effect",
        ABSOLUTE
    ),
    rule!(
        RelativeRisk,
        r"(?i)\b(twice|half|\w+ times|\d+x)( as| more| less| the| fewer) (likely|often|common|high|many|great|risk|chance|odds)\b",
        "is a relative effect",
        ABSOLUTE
    ),
    rule!(
        RelativeRisk,
        r"(?i)\b(relative risk|risk ratio|odds ratio|hazard ratio|relative risk reduction)s?\b",
        "is a relative effect",
        ABSOLUTE
    ),
    rule!(
        RelativeRisk,
        r"(?i)\bby (about |around |up to |nearly |over )?(a third|a quarter|a half|half|two[ -]thirds|three[ -]quarters|\d+ ?%)",
        "is a relative effect",
        ABSOLUTE
    ),
    rule!(
        RelativeRisk,
        r"(?i)\bnumbers? needed to (treat|harm|screen)\b|\bNNT\b|\bNNH\b",
        "is not understood by most people (R05)",
        ABSOLUTE
    ),
];

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
    let rules = TYPED.iter().chain(&RELATIVE).chain(&VERBAL);
    RegexSet::new(rules.filter_map(|rule| rule.pattern.as_ref()).map(Regex::as_str)).ok()
});

/// Adds what is wrong with one text.
pub(crate) fn lint(text: &str, kind: TextKind, place: &At<'_>, problems: &mut Vec<Problem>) {
    if kind == TextKind::Label {
        return;
    }
    let mut figures = 0;
    let plain: String = pieces(text)
        .into_iter()
        .map(|piece| match piece {
            Piece::Words(words) => words.to_owned(),
            Piece::Figure(_) | Piece::Malformed(_) => {
                figures += 1;
                FIGURE.to_string()
            }
        })
        .collect();
    if ANY.as_ref().is_none_or(|any| any.is_match(&plain)) {
        words(&plain, kind, figures, place, problems);
    }
    if kind != TextKind::Phrase {
        sentence_lengths(&plain, place, problems);
    }
}

/// Counts, relative effects and words for chance.
fn words(plain: &str, kind: TextKind, figures: usize, place: &At<'_>, problems: &mut Vec<Problem>) {
    let mut report = |rule: &Rule, excerpt: &str| {
        let problem = Problem::new(
            rule.code,
            place.place(),
            format!("\"{excerpt}\" {}", rule.message),
            rule.remedy,
        );
        problems.push(problem.about(excerpt));
    };
    if kind != TextKind::Working {
        // One problem a place in the text: "24 of every 100" is one typed count, not two.
        let mut covered = 0;
        let mut found: Vec<(usize, usize, &Rule)> =
            TYPED.iter().flat_map(|rule| finds(rule, plain)).collect();
        found.sort_by_key(|(start, end, _)| (*start, std::cmp::Reverse(*end)));
        for (start, end, rule) in found {
            let excerpt = plain.get(start..end).unwrap_or_default();
            if start >= covered && !ends_in_year(excerpt) {
                report(rule, excerpt);
                covered = end;
            }
        }
        // Both absolute counts in the same text make a relative word bearable (R04).
        if figures < 2 {
            for rule in &RELATIVE {
                for (start, end, rule) in finds(rule, plain) {
                    report(rule, plain.get(start..end).unwrap_or_default());
                }
            }
        }
    }
    if matches!(kind, TextKind::Rich | TextKind::Plain) {
        for rule in &VERBAL {
            for (start, end, rule) in finds(rule, plain) {
                if rule.code != Code::VerbalProbability || !figure_near(plain, start, end) {
                    report(rule, plain.get(start..end).unwrap_or_default());
                }
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

fn finds<'r>(rule: &'r Rule, text: &str) -> Vec<(usize, usize, &'r Rule)> {
    let pattern = rule.pattern.as_ref();
    pattern.map_or_else(Vec::new, |p| {
        p.find_iter(text).map(|m| (m.start(), m.end(), rule)).collect()
    })
}

/// "aged 60 in 2023": the second number is a year, not people.
fn ends_in_year(excerpt: &str) -> bool {
    let last = excerpt.rsplit(' ').next().unwrap_or_default();
    excerpt.contains(" in ") && last.len() == 4 && (last.starts_with("19") || last.starts_with("20"))
}

fn figure_near(text: &str, start: usize, end: usize) -> bool {
    let before = text
        .get(..start)
        .unwrap_or_default()
        .split_whitespace()
        .rev()
        .take(NEAR);
    let after = text.get(end..).unwrap_or_default().split_whitespace().take(NEAR);
    before.chain(after).any(|word| word.contains(FIGURE))
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
        lint(text, TextKind::Rich, &At::ROOT, &mut problems);
        problems.iter().map(|p| p.code.as_str()).collect()
    }

    #[test]
    fn every_pattern_compiles() {
        assert!(
            TYPED
                .iter()
                .chain(&RELATIVE)
                .chain(&VERBAL)
                .all(|rule| rule.pattern.is_some())
        );
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
