//! Cuts a text into numbers, words and signs.

use std::collections::HashMap;

use super::FIGURE;
use super::plain::fold;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// A number in digits; its value when it is whole and not too large.
    Number(Option<u64>),
    /// A word, by its number in [`Lexicon`]; `None` for one the table does not have.
    Word(Option<u16>),
    /// A reference to a figure.
    Figure,
    /// A sign that can be part of a number: `%`, `/`, `:`.
    Sign(char),
}

/// A token and where it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
    /// A full stop, a comma or a dash stands before it: nothing reads across.
    pub(super) shut: bool,
    /// It follows a letter without a space, as 12 in "B12", or letters of a name, as 9 in "PHQ-9".
    pub(super) stuck: bool,
    /// A number below one, such as 0.24: where it stands for a chance, it is one.
    pub(super) below_one: bool,
}

/// The words a table knows, each with a number.
#[derive(Debug, Default)]
pub(super) struct Lexicon(HashMap<String, u16>);

impl Lexicon {
    /// The number of a word, new or known.
    pub(super) fn learn(&mut self, word: &str) -> u16 {
        let mut folded = String::new();
        fold(word, &mut folded);
        let next = u16::try_from(self.0.len()).unwrap_or(u16::MAX);
        *self.0.entry(folded).or_insert(next)
    }

    /// The number of a folded word. "And", "by" and "for" are written as part of the next word in
    /// some languages, "the" as part of the last.
    fn look_up(&self, folded: &str) -> Option<u16> {
        let known = |word: &str| self.0.get(word).copied();
        known(folded)
            .or_else(|| known(folded.strip_prefix(['و', 'ف'])?))
            .or_else(|| known(folded.split_once('\'')?.0))
            .or_else(|| {
                let rest = folded.strip_prefix(['ب', 'ل'])?;
                known(rest).filter(|_| rest.chars().count() >= SHORTEST_OF_PREFIX)
            })
    }
}

/// Shortest word that "in", "with" or "for" is taken off: of shorter ones the letter is mostly their own.
const SHORTEST_OF_PREFIX: usize = 3;

/// Cuts a text that was made plain.
pub(super) fn tokens(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let mut letters = text.char_indices().peekable();
    let (mut shut, mut folded) = (false, String::new());
    while let Some((start, c)) = letters.next() {
        let before = text.get(..start).unwrap_or_default().chars().next_back();
        let kind = if c.is_ascii_digit() {
            let end = number_end(text, start);
            while letters.next_if(|(at, _)| *at < end).is_some() {}
            Kind::Number(value(text.get(start..end).unwrap_or_default()))
        } else if c.is_alphabetic() {
            let mut end = start + c.len_utf8();
            while let Some((at, next)) = letters.next_if(|(_, next)| next.is_alphabetic() || *next == '\'') {
                end = at + next.len_utf8();
            }
            fold(
                text.get(start..end).unwrap_or_default().trim_end_matches('\''),
                &mut folded,
            );
            Kind::Word(lexicon.look_up(&folded))
        } else {
            match c {
                FIGURE => Kind::Figure,
                '%' | '/' | ':' => Kind::Sign(c),
                '.' | ',' | ';' | '?' | '!' | '…' | '|' => {
                    shut = true;
                    continue;
                }
                '-' => {
                    let after = letters.peek().map(|(_, next)| *next);
                    // A hyphen joins what stands beside it; a dash between spaces parts it.
                    shut |= before == Some(' ') && after == Some(' ');
                    continue;
                }
                _ => continue,
            }
        };
        let end = letters.peek().map_or(text.len(), |(at, _)| *at);
        out.push(Token {
            kind,
            start,
            end,
            shut: std::mem::take(&mut shut),
            stuck: before.is_some_and(|c| c.is_ascii_alphanumeric()) || after_a_name(text, start),
            below_one: text
                .get(start..end)
                .is_some_and(|token| token.starts_with("0.") || token.starts_with("0,")),
        });
    }
    out
}

/// Whether a hyphen and a capital letter stand before, as in "PHQ-9" and "GAD-7".
fn after_a_name(text: &str, start: usize) -> bool {
    let mut before = text.get(..start).unwrap_or_default().chars().rev();
    before.next() == Some('-') && before.next().is_some_and(|c| c.is_ascii_uppercase())
}

/// The end of a number that starts here: `1,200`, `0.5`, `1 200`.
fn number_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = start;
    while digit(end) {
        end += 1;
    }
    loop {
        match bytes.get(end) {
            Some(b'.' | b',' | b'\'') if digit(end + 1) => {
                end += 1;
                while digit(end) {
                    end += 1;
                }
            }
            // Thousands apart: three digits and no more, after one to three of which the first is no 0.
            Some(b' ')
                if (1..=3).contains(&(end - start).min(4))
                    && bytes.get(start) != Some(&b'0')
                    && (1..=3).all(|n| digit(end + n))
                    && !digit(end + 4) =>
            {
                end += 4;
                while bytes.get(end) == Some(&b' ') && (1..=3).all(|n| digit(end + n)) && !digit(end + 4) {
                    end += 4;
                }
                return end;
            }
            _ => return end,
        }
    }
}

/// The value of a number in digits, when there is no doubt that it is whole.
fn value(text: &str) -> Option<u64> {
    let mut groups = text.split([',', ' ', '\'']);
    let first = groups.next()?;
    let mut whole = first.to_owned();
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        whole.push_str(group);
    }
    whole.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<Kind> {
        tokens(text, &Lexicon::default())
            .iter()
            .map(|token| token.kind)
            .collect()
    }

    #[test]
    fn numbers_are_read_whole() {
        let number = |value| Kind::Number(value);
        assert_eq!(kinds("1,200 24"), [number(Some(1200)), number(Some(24))]);
        assert_eq!(kinds("10 000 0.5"), [number(Some(10_000)), number(None)]);
        assert_eq!(kinds("0800 074 8383").len(), 3);
        assert_eq!(kinds("3x 24%").len(), 4);
    }

    #[test]
    fn nothing_reads_across_a_stop() {
        let parts = tokens("one. two-three - four", &Lexicon::default());
        let shut: Vec<bool> = parts.iter().map(|token| token.shut).collect();
        assert_eq!(shut, [false, true, false, true]);
    }
}
