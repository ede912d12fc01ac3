//! Words that speak for an option, figures of speech, unexplained terms: what a careful editor would mark.
//! English only.

use std::sync::LazyLock;

use regex::{Regex, RegexSet};

use crate::aid::document::{CellDoc, Document, RowDoc};
use crate::aid::{
    Code, FigureRef, Piece, Place, PlaceStep, Plain, Problem, Text, TextKind, ascii, pieces, sentences,
};
use crate::chance::Certainty;

/// A paragraph of more sentences than this gets a warning.
const LONGEST_PARAGRAPH: usize = 4;

/// A frequency word this near a figure is about that figure, in words.
const NEAR: usize = 12;

struct Rule {
    code: Code,
    pattern: &'static str,
    message: &'static str,
    remedy: &'static str,
}

const RULES: [Rule; 4] = [
    Rule {
        code: Code::LoadedWord,
        pattern: r"(?i)\b(gold[- ]standard|(the |your )?(best|safest|right|obvious) (option|choice|treatment)s?|(perfectly|completely|totally) safe|unfortunately|fortunately|sadly|luckily|thankfully|merely|only a (small|minor|slight|few)|just a (small|minor|simple|quick|few)|refus(e|es|ed|ing) (treatment|surgery|the)|non-?complian\w+|we recommend|is recommended|recommended (option|choice|treatment)|miracle|breakthrough|superior to|inferior to|drastic|worth it)\b",
        message: "speaks for or against an option",
        remedy: "say what happens, and leave the judging to the reader",
    },
    Rule {
        code: Code::Metaphor,
        pattern: r"(?i)\b(fight(s|ing)? (the |your |against )|battl(e|es|ing)\b|journey|war (on|against)|beat(ing)? (the |your )?(cancer|illness|disease)|lost (his|her|their) fight)",
        message: "is a figure of speech that not everyone shares",
        remedy: "say it plainly: \"have treatment for\", \"live with\"",
    },
    Rule {
        code: Code::DoubleNegative,
        pattern: r"(?i)\b(not|never|cannot|isn.t|aren.t|don.t|won.t) (un(common|usual|likely|able|known|safe|pleasant)\w*|without|infrequent\w*|insignificant\w*|impossible)\b",
        message: "has two negatives",
        remedy: "say it the other way round",
    },
    Rule {
        code: Code::AveragePerson,
        pattern: r"(?i)\b((the |an? )?(average|typical) (person|man|woman|patient|adult)s?|than (the )?average|than most people)\b",
        message: "compares people with an average one, which sways more than it tells (R26)",
        remedy: "give the figure for the group instead",
    },
];

static ANY: LazyLock<Option<RegexSet>> =
    LazyLock::new(|| RegexSet::new(RULES.iter().map(|rule| ascii(rule.pattern))).ok());
static EACH: LazyLock<Vec<Option<Regex>>> = LazyLock::new(|| {
    RULES
        .iter()
        .map(|rule| Regex::new(&ascii(rule.pattern)).ok())
        .collect()
});

/// How the texts of a new aid begin.
const PLACEHOLDER: &str = "to be written";

/// Abbreviations in capitals that readers know without an explanation.
const KNOWN: [&str; 22] = [
    "NHS", "UK", "USA", "US", "GP", "GPS", "TV", "ID", "OK", "COVID", "AIDS", "HIV", "DVD", "PM", "AM",
    "BMI", "EU", "DNA", "III", "II", "IV", "SMS",
];

/// Words of medicine that many people do not know, in the singular.
const MEDICAL: [&str; 64] = [
    "adjuvant",
    "anaesthetic",
    "analgesic",
    "aneurysm",
    "angina",
    "antihypertensive",
    "arrhythmia",
    "atrial",
    "benign",
    "biopsy",
    "brachytherapy",
    "cardiovascular",
    "catheter",
    "cognitive",
    "colonoscopy",
    "comorbidity",
    "contraindication",
    "embolism",
    "endometrium",
    "endoscopy",
    "fibrillation",
    "gestational",
    "haematoma",
    "haemorrhage",
    "histology",
    "hyperplasia",
    "hypertension",
    "hysterectomy",
    "idiopathic",
    "intravenous",
    "ischaemia",
    "laparoscopic",
    "lesion",
    "lumpectomy",
    "malignant",
    "mammogram",
    "mastectomy",
    "menorrhagia",
    "metastasis",
    "metastatic",
    "morbidity",
    "mortality",
    "myocardial",
    "neoplasm",
    "neuropathy",
    "oedema",
    "oestrogen",
    "osteoporosis",
    "otitis",
    "palliative",
    "pathology",
    "perforation",
    "placebo",
    "prognosis",
    "prophylaxis",
    "prostatectomy",
    "pulmonary",
    "sepsis",
    "stenosis",
    "thrombosis",
    "titration",
    "toxicity",
    "tympanic",
    "vascular",
];

static CAPITALS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&ascii(r"\b[A-Z]{2}[A-Z0-9]*[A-Z][A-Z0-9]*\b|\b[A-Z]{2}\b")).ok());
static WORDS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let list = MEDICAL.join("|");
    Regex::new(&ascii(&format!(r"(?i)\b({list})s?\b"))).ok()
});
static SURE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&ascii(
        r"(?i)\b(will|proves?|proven|definitely|certainly|always|never)\b",
    ))
    .ok()
});
static LEAFLET: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&ascii(r"(?i)\b(very common|very rare|uncommon|common|rare)\b")).ok());

/// What an editor would mark, in the order of the texts.
pub(super) fn remarks(doc: &Document, texts: &[Text<'_>], problems: &mut Vec<Problem>) {
    if !doc.language.starts_with("en") {
        return;
    }
    for text in texts {
        if text.text.to_lowercase().starts_with(PLACEHOLDER) {
            let message = format!(
                "\"{}\" still stands here",
                text.text.get(..PLACEHOLDER.len()).unwrap_or_default()
            );
            let problem = Problem::new(
                Code::Placeholder,
                text.place.clone(),
                message,
                "write it, or remove it",
            );
            problems.push(problem);
            continue;
        }
        if matches!(text.kind, TextKind::Rich | TextKind::Plain) {
            phrases(text, problems);
            // One of a list of paragraphs; a field of one text cannot be split.
            let split = matches!(text.place.steps().last(), Some(PlaceStep::Index(_)));
            if split && sentences(text.text).len() > LONGEST_PARAGRAPH {
                let message = format!("the paragraph has {} sentences", sentences(text.text).len());
                let remedy = "make it two paragraphs; up to 3 sentences read well";
                problems.push(Problem::new(
                    Code::LongParagraph,
                    text.place.clone(),
                    message,
                    remedy,
                ));
            }
            figures(doc, text, problems);
        }
    }
    terms(doc, texts, problems);
}

fn phrases(text: &Text<'_>, problems: &mut Vec<Problem>) {
    let Some(any) = ANY.as_ref() else { return };
    let plain = Plain::of(text.text);
    for index in any.matches(plain.text()) {
        let (Some(rule), Some(Some(pattern))) = (RULES.get(index), EACH.get(index)) else {
            continue;
        };
        for found in pattern.find_iter(plain.text()) {
            let words = plain.excerpt(found.start(), found.end()).trim();
            let problem = Problem::new(
                rule.code,
                text.place.clone(),
                format!("\"{words}\" {}", rule.message),
                rule.remedy,
            );
            problems.push(problem.about(words));
        }
    }
}

/// Finds words for how often something happens, and for how sure it is, beside a figure that says it better.
fn figures(doc: &Document, text: &Text<'_>, problems: &mut Vec<Problem>) {
    if !text.text.contains('{') {
        return;
    }
    let plain = Plain::of(text.text);
    for sentence in sentences(plain.text()) {
        let parts = pieces(sentence);
        let referred: Vec<&FigureRef> = parts
            .iter()
            .filter_map(|piece| match piece {
                Piece::Figure(figure) => Some(figure),
                _ => None,
            })
            .collect();
        if let ([figure], Some(pattern)) = (referred.as_slice(), LEAFLET.as_ref())
            && let Some(found) = pattern.find(sentence)
            && near(sentence, found.start(), found.end())
            && let Some((low, high)) = bounds(found.as_str())
            && let Some((_, cell)) = cell(doc, figure)
            && let Some((part, whole)) = counts(cell)
            && !(u64::from(part) * high.1 < u64::from(whole) * high.0
                && u64::from(part) * low.1 >= u64::from(whole) * low.0)
        {
            let message = format!(
                "\"{}\" in a medicines leaflet means another number than the {part} of {whole} it stands beside",
                found.as_str()
            );
            let problem = Problem::new(
                Code::LeafletWord,
                text.place.clone(),
                message,
                "leave the word out: numbers alone are read more accurately",
            );
            problems.push(problem.about(found.as_str()));
        }
        let unsure = referred
            .iter()
            .filter_map(|figure| cell(doc, figure))
            .find(|(row, _)| matches!(row.certainty, Some(Certainty::Low | Certainty::VeryLow)));
        if let (Some((row, _)), Some(pattern)) = (unsure, SURE.as_ref())
            && let Some(found) = pattern.find(sentence)
        {
            let level = if row.certainty == Some(Certainty::Low) {
                "low"
            } else {
                "very low"
            };
            let problem = Problem::new(
                Code::CertaintyWord,
                text.place.clone(),
                format!(
                    "\"{}\" is sure, and the figure beside it has {level} certainty",
                    found.as_str()
                ),
                "write \"may\" for low certainty; for very low, that we are very unsure",
            );
            problems.push(problem.about(found.as_str()));
        }
    }
}

fn near(sentence: &str, start: usize, end: usize) -> bool {
    let before = sentence
        .get(..start)
        .unwrap_or_default()
        .split_whitespace()
        .rev()
        .take(NEAR);
    let after = sentence
        .get(end..)
        .unwrap_or_default()
        .split_whitespace()
        .take(NEAR);
    before.chain(after).any(|word| word.contains('{'))
}

type Share = (u64, u64);

/// From the first share on, below the second (European Commission's guideline on the readability of leaflets).
fn bounds(word: &str) -> Option<(Share, Share)> {
    match word.to_lowercase().as_str() {
        "very common" => Some(((1, 10), (2, 1))),
        "common" => Some(((1, 100), (1, 10))),
        "uncommon" => Some(((1, 1_000), (1, 100))),
        "rare" => Some(((1, 10_000), (1, 1_000))),
        "very rare" => Some(((0, 1), (1, 10_000))),
        _ => None,
    }
}

fn cell<'d>(doc: &'d Document, figure: &FigureRef) -> Option<(&'d RowDoc, &'d CellDoc)> {
    let outcome = doc
        .outcomes
        .iter()
        .find(|outcome| outcome.id == figure.outcome.as_str())?;
    let row = outcome.rows.iter().find(|row| {
        let group = figure.group.as_ref();
        row.time() == figure.horizon.as_str() && group.is_none_or(|group| row.group == group.as_str())
    })?;
    Some((row, row.cell(figure.option.as_str())?))
}

fn counts(cell: &CellDoc) -> Option<(u32, u32)> {
    match (cell.events, cell.people, cell.count, cell.per) {
        (Some(part), Some(whole), ..) | (_, _, Some(part), Some(whole)) => Some((part, whole)),
        _ => None,
    }
}

/// Abbreviations and medical words nobody explains, each once, at its first place.
fn terms(doc: &Document, texts: &[Text<'_>], problems: &mut Vec<Problem>) {
    let mut seen: Vec<String> = Vec::new();
    let mut lowered = None;
    for text in texts {
        if !matches!(text.kind, TextKind::Rich | TextKind::Plain) {
            continue;
        }
        let capitals = CAPITALS.iter().flat_map(|pattern| pattern.find_iter(text.text));
        let words = WORDS.iter().flat_map(|pattern| pattern.find_iter(text.text));
        for found in capitals.chain(words) {
            let word = found.as_str();
            let key = word.to_lowercase();
            if seen.contains(&key) || KNOWN.contains(&word) || is_inside_reference(text.text, found.start()) {
                continue;
            }
            seen.push(key.clone());
            let lowered = lowered.get_or_insert_with(|| {
                let shown = texts.iter().filter(|text| text.kind != TextKind::Label);
                shown
                    .map(|text| Plain::of(text.text).text().to_lowercase())
                    .collect::<Vec<_>>()
            });
            if explained(doc, lowered, key.trim_end_matches('s')) {
                continue;
            }
            let problem = Problem::new(
                Code::UnexplainedTerm,
                text.place.clone(),
                format!("\"{word}\" is not explained"),
                "use a plain word, put the plain word first and this one in brackets, or add a `[[term]]`",
            );
            problems.push(problem.about(word));
        }
    }
}

fn is_inside_reference(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    before.rfind('{') > before.rfind('}')
}

/// Whether the glossary has the word, or some text gives it beside its meaning.
fn explained(doc: &Document, texts: &[String], word: &str) -> bool {
    if doc
        .terms
        .iter()
        .any(|term| term.term.to_lowercase().contains(word))
    {
        return true;
    }
    texts.iter().any(|text| {
        text.match_indices(word).any(|(at, _)| {
            let before = text.get(..at).unwrap_or_default();
            let after = text.get(at + word.len()..).unwrap_or_default();
            let after = after.strip_prefix('s').unwrap_or(after);
            let called = [
                "called ",
                "called a ",
                "called an ",
                "name is ",
                "known as ",
                "called “",
            ];
            let meaning = [
                " (",
                ", where ",
                ", a ",
                ", which ",
                " means ",
                " is a ",
                " is an ",
                " is when ",
                ": ",
            ];
            before.rfind('(') > before.rfind(')')
                || called.iter().any(|lead| {
                    before.ends_with(lead)
                        || before
                            .rsplit_once(". ")
                            .is_some_and(|(_, last)| last.contains(lead))
                })
                || meaning.iter().any(|lead| after.starts_with(lead))
        })
    })
}

/// A place for remarks on the whole aid.
pub(super) fn about(key: &str) -> Place {
    Place::root().key("about").key(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(text: &str) -> Vec<&'static str> {
        let mut problems = Vec::new();
        let text = Text {
            place: Place::root(),
            text,
            kind: TextKind::Rich,
        };
        phrases(&text, &mut problems);
        problems.iter().map(|problem| problem.code.as_str()).collect()
    }

    #[test]
    fn every_pattern_compiles() {
        assert!(ANY.is_some() && EACH.iter().all(Option::is_some));
        assert!(CAPITALS.is_some() && WORDS.is_some() && SURE.is_some() && LEAFLET.is_some());
    }

    #[test]
    fn loaded_words_and_figures_of_speech() {
        for (text, expected) in [
            ("Surgery is the gold standard.", "loaded-word"),
            ("Unfortunately, some people leak.", "loaded-word"),
            ("It is the best option for most.", "loaded-word"),
            ("Your journey begins here.", "metaphor"),
            ("This is not uncommon.", "double-negative"),
            ("The average man does not.", "average-person"),
        ] {
            assert_eq!(marks(text), [expected], "{text}");
        }
        for space in ["\u{a0}", "\u{202f}", "\u{2009}", "\n", "  ", "\u{200b}"] {
            for (text, expected) in [
                ("a gold standard", "loaded-word"),
                ("not uncommon", "double-negative"),
            ] {
                assert_eq!(
                    marks(&text.replace(' ', space)),
                    [expected],
                    "{text} with {space:?}"
                );
            }
        }
        for text in [
            "Which option fits best is for you to say.",
            "You may refuse at any time.",
            "It does not work without the tablets.",
            "They ask how you feel about it.",
        ] {
            assert_eq!(marks(text), Vec::<&str>::new(), "{text}");
        }
    }
}
