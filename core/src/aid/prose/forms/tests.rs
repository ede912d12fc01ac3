use std::path::Path;

use super::*;
use crate::aid::prose::FIGURE;
use crate::aid::prose::plain::Plain;

/// What a person must be able to write, and what not, by hand.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    count: Vec<String>,
    relative: Vec<String>,
    pass: Vec<String>,
}

fn tables() -> Vec<(Language, &'static Forms, Cases, &'static str)> {
    let languages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../languages");
    let found: Vec<_> = SPOKEN
        .iter()
        .filter(|spoken| !spoken.is_variant)
        .map(|spoken| {
            let path = languages.join(spoken.name).join("cases.toml");
            let cases =
                std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
            let forms = Forms::of(spoken.language).unwrap_or_else(|| {
                let why = Forms::read(spoken.forms).err();
                panic!("languages/{}/forms.toml: {why:?}", spoken.name)
            });
            let cases = toml::from_str(&cases).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
            (spoken.language, forms, cases, spoken.forms)
        })
        .collect();
    assert_eq!(found.len(), Language::ALL.len());
    found
}

/// Spaces of word processors, editors and translators; nothing at all is tried where digits stand beside letters.
const SPACES: [&str; 17] = [
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\u{85}",
    "\u{a0}",
    "\u{1680}",
    "\u{2002}",
    "\u{2007}",
    "\u{2009}",
    "\u{200a}",
    "\u{200b}",
    "\u{202f}",
    "\u{205f}",
    "\u{3000}",
    " \u{2060}",
];

/// The zero of scripts whose digits stand in texts.
const ZEROS: [char; 8] = ['0', '٠', '۰', '०', '০', '๐', '０', '𝟎'];

/// The text with other spaces and digits.
fn typed(text: &str, space: &str, zero: char) -> String {
    let text = text.replace("{}", &FIGURE.to_string());
    let mut out = String::new();
    for c in text.chars() {
        match c.to_digit(10) {
            _ if c == ' ' => out.push_str(space),
            Some(value) => out.extend(char::from_u32(u32::from(zero) + value)),
            None => out.push(c),
        }
    }
    out
}

fn codes(forms: &Forms, text: &str) -> Vec<Code> {
    let plain = Plain::of(text);
    forms.find(plain.text()).iter().map(|found| found.code).collect()
}

/// Every case, at the start and in the middle of a sentence, with every space and the digits of every script.
fn each_case(list: &[String], mut look: impl FnMut(&str, &str)) {
    for case in list {
        let (spaces, digits) = (case.contains(' '), case.contains(|c: char| c.is_ascii_digit()));
        for space in SPACES.into_iter().take(if spaces { SPACES.len() } else { 1 }) {
            for zero in ZEROS.into_iter().take(if digits { ZEROS.len() } else { 1 }) {
                let text = typed(case, space, zero);
                look(&text, case);
                if space == " " {
                    look(&format!("This is so ({text})."), case);
                }
            }
        }
    }
}

#[test]
fn whatever_is_typed_is_caught() {
    let mut missed = Vec::new();
    for (language, forms, cases, _) in tables() {
        for (list, code) in [
            (&cases.count, Code::TypedCount),
            (&cases.relative, Code::RelativeRisk),
        ] {
            each_case(list, |text, case| {
                if !codes(forms, text).contains(&code) {
                    missed.push(format!("{language:?}: {case}: {text:?}"));
                }
            });
        }
    }
    assert!(
        missed.is_empty(),
        "{} missed:\n{}",
        missed.len(),
        missed.join("\n")
    );
}

#[test]
fn what_is_no_chance_passes() {
    let mut caught = Vec::new();
    for (language, forms, cases, _) in tables() {
        each_case(&cases.pass, |text, case| {
            let plain = Plain::of(text);
            for found in forms.find(plain.text()) {
                let words = plain.excerpt(found.start, found.end);
                caught.push(format!("{language:?}: {case}: {words:?} {}", found.says));
            }
        });
    }
    caught.dedup();
    assert!(
        caught.is_empty(),
        "{} caught:\n{}",
        caught.len(),
        caught.join("\n")
    );
}

/// Phrases that stand for an element of a form; a few of each list.
fn spelled(word: &str, written: &Written) -> Vec<String> {
    let word = word.trim_end_matches('?').trim_start_matches(',');
    let number = || {
        written
            .numbers
            .iter()
            .find(|(_, value)| **value == 3)
            .map(|(word, _)| word.clone())
    };
    let named = |name: &str| -> Vec<String> {
        let list = written.words.get(name).cloned().unwrap_or_default();
        let step = (list.len() / 3).max(1);
        list.into_iter().step_by(step).collect()
    };
    word.split('|')
        .flat_map(|want| match want {
            "N" => std::iter::once("3".to_owned()).chain(number()).collect(),
            "D" => vec!["3".to_owned()],
            "F" => vec!["0.24".to_owned()],
            "W" => number().into_iter().collect(),
            "S" => named("share"),
            "*" => vec!["xx yy".to_owned()],
            "fig" => vec![FIGURE.to_string()],
            "/" | ":" | "%" => vec![want.to_owned()],
            name => named(name),
        })
        .collect()
}

/// Form by form: the words of its lists, one list at a time, with every space and the digits of every script.
#[test]
fn every_form_of_every_table_is_caught_whatever_the_space_and_the_digits() {
    let (mut tried, mut missed) = (0, Vec::new());
    for (language, forms, _, written) in tables() {
        let written: Written = toml::from_str(written).expect("a table");
        for form in &written.form {
            let words: Vec<&str> = form.form.split_whitespace().collect();
            let spelled: Vec<Vec<String>> = words.iter().map(|word| spelled(word, &written)).collect();
            // The last of two numbers is the larger, or the smaller where it comes first.
            let pick = |at: usize, n: usize| -> String {
                let one = spelled[at]
                    .get(n % spelled[at].len())
                    .cloned()
                    .unwrap_or_default();
                let last = words
                    .iter()
                    .rposition(|word| matches!(word.trim_end_matches('?'), "N" | "D"));
                let whole = match form.part {
                    Part::First => last == Some(at) && one == "3",
                    Part::Last => {
                        words.iter().position(|word| word.starts_with(['N', 'D'])) == Some(at) && one == "3"
                    }
                    Part::None => false,
                };
                if whole { "40".to_owned() } else { one }
            };
            let most = spelled.iter().map(Vec::len).max().unwrap_or_default();
            for n in 0..most {
                let phrase: Vec<String> = (0..words.len())
                    .filter(|at| !words[*at].ends_with('?') || n % 2 == 0)
                    .map(|at| pick(at, if form.part == Part::None { n } else { 2 * n }))
                    .collect();
                let phrase = phrase.join(" ");
                for space in SPACES {
                    for zero in ZEROS {
                        // Two numbers with nothing to be seen between them are one number.
                        let joined = phrase
                            .split(' ')
                            .all(|word| word.chars().all(|c| c.is_ascii_digit()));
                        if joined && space == "\u{200B}" {
                            continue;
                        }
                        let text = typed(&phrase, space, zero);
                        tried += 1;
                        if codes(forms, &text).is_empty() {
                            missed.push(format!("{language:?} `{}`: {phrase}: {text:?}", form.form));
                        }
                    }
                }
            }
        }
    }
    assert!(tried > 30_000, "{tried}");
    missed.dedup();
    assert!(
        missed.is_empty(),
        "{} of {tried} missed:\n{}",
        missed.len(),
        missed.join("\n")
    );
}
