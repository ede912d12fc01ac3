//! Signs in a text that its reader would see: markup, bullets, words that were to be replaced.

use std::sync::LazyLock;

use regex::Regex;

use crate::aid::{Code, Problem, Text, TextKind, ascii};
use crate::authoring::is_bullet;

/// HTML and Markdown, each with what it is called.
static MARKUP: LazyLock<Vec<(Option<Regex>, &'static str)>> = LazyLock::new(|| {
    [
        (r"</?[A-Za-z][A-Za-z0-9]*(\s[^<>]*)?/?>", "a tag of HTML"),
        (r"&(#[0-9]+|#x[0-9A-Fa-f]+|[A-Za-z]{2,8});", "a sign of HTML"),
        (r"\*\*[^*]+\*\*|__[^_]+__", "Markdown for bold letters"),
        (
            r"(?:^|\s)[*_][^\s*_][^*_]*[*_](?:\s|[.,;:!?]|$)",
            "Markdown for letters in italics",
        ),
        (r"!?\[[^\]]*\]\([^)]*\)", "a link of Markdown"),
        (r"(?m)^\s{0,3}#{1,6}\s", "a heading of Markdown"),
        ("`[^`]+`", "Markdown for code"),
    ]
    .into_iter()
    .map(|(pattern, what)| (Regex::new(&ascii(pattern)).ok(), what))
    .collect()
});

/// Words that stand where something is still to be written.
static LEFT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&ascii(
        r"\b(XXX+|xxx+|TODO|FIXME|TBC|TBD|TBA)\b|\?\?\?+|(?i)\blorem ipsum\b|\[(insert|add|your)\b[^\]]*\]|^(have|has) this: ",
    ))
    .ok()
});

/// What is said of one text.
pub(super) fn remarks(text: &Text<'_>, problems: &mut Vec<Problem>) {
    let mut say = |code, message: String, remedy: &str, words: &str| {
        problems.push(Problem::new(code, text.place.clone(), message, remedy).about(words));
    };
    if let Some(found) = LEFT.iter().find_map(|pattern| pattern.find(text.text)) {
        let words = found.as_str().trim();
        let message = format!("\"{words}\" still stands here");
        say(
            Code::Placeholder,
            message,
            "write what belongs here, or remove it",
            words,
        );
    }
    for (pattern, what) in MARKUP.iter() {
        // Citations and names may have signs of their own.
        let signs = text.kind == TextKind::Label && !what.contains("HTML");
        if let Some(found) = pattern
            .iter()
            .find_map(|pattern| pattern.find(text.text))
            .filter(|_| !signs)
        {
            let words = found.as_str().trim();
            say(
                Code::MarkupInText,
                format!("\"{words}\" is {what}, and readers would see its signs"),
                "write plain words; lists and headings come from the fields",
                words,
            );
            break;
        }
    }
    let first = text.text.trim_start().chars().next();
    if let Some(sign) =
        first.filter(|c| is_bullet(*c) || *c == '-' && text.text.trim_start().starts_with("- "))
    {
        say(
            Code::PastedSign,
            format!("the text begins with the bullet `{sign}`"),
            "leave it out: each entry of a list gets its own",
            &sign.to_string(),
        );
    }
    let odd = text.text.chars().find(|c| {
        matches!(
            c,
            '\u{a0}' | '\u{ad}' | '\u{202f}' | '\u{2028}' | '\u{2029}' | '\u{2007}'
        )
    });
    if let Some(odd) = odd {
        let name = match odd {
            '\u{ad}' => "a soft hyphen",
            '\u{2028}' | '\u{2029}' => "a line break of a word processor",
            _ => "a no-break space",
        };
        say(
            Code::PastedSign,
            format!("the text holds {name} (U+{:04X})", u32::from(odd)),
            "type an ordinary space in its place; where lines break is the page's to say",
            &odd.to_string(),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aid::Place;

    fn codes(text: &str) -> Vec<&'static str> {
        let mut problems = Vec::new();
        let text = Text {
            place: Place::root(),
            text,
            kind: TextKind::Rich,
        };
        remarks(&text, &mut problems);
        problems.iter().map(|problem| problem.code.as_str()).collect()
    }

    #[test]
    fn every_pattern_compiles() {
        assert!(MARKUP.iter().all(|(pattern, _)| pattern.is_some()) && LEFT.is_some());
    }

    #[test]
    fn signs_are_found_and_ordinary_texts_pass() {
        for text in [
            "It is <b>bold</b>.",
            "A break<br/>here.",
            "Salt &amp; pepper.",
            "It is **bold**.",
            "It is *slanted*.",
            "[NHS](https://nhs.uk)",
            "# Heading",
            "Type `this`.",
        ] {
            assert_eq!(codes(text), ["markup-in-text"], "{text}");
        }
        for text in [
            "XXX wrote this.",
            "To do: ???",
            "[insert the ward]",
            "have this: pain",
            "TODO",
        ] {
            assert_eq!(codes(text), ["placeholder"], "{text}");
        }
        for text in [
            "• A cut.",
            "- A cut.",
            "– A cut.",
            "A\u{a0}cut.",
            "A soft\u{ad}hyphen.",
        ] {
            assert_eq!(codes(text), ["pasted-sign"], "{text}");
        }
        for text in [
            "Less than 5 < 6 and 7 > 6.",
            "R&D costs; more.",
            "A 5 * 3 cm cut.",
            "well-known",
            "-1.7 is less.",
            "Use_this_name",
            "10 * 2 * 3",
            "They say “yes”, don’t they?",
        ] {
            assert_eq!(codes(text), Vec::<&str>::new(), "{text}");
        }
    }
}
