//! A text as patterns look at it: one kind of space, of digit, of hyphen, whatever was typed, with the way back.
//!
//! Word processors put no-break and thin spaces between a number and its noun, translators their own digits, and a text of
//! several lines has line ends. A rule that knows one space and ten digits misses what readers read all the same.

use super::digits::ascii_digit;

/// A text with what looks alike made alike.
pub(crate) struct Plain<'t> {
    original: &'t str,
    text: String,
    /// For each byte of `text`, the byte of the original it comes from; one more for the end.
    from: Vec<u32>,
}

impl<'t> Plain<'t> {
    /// Makes spaces, digits, hyphens, signs and quotation marks alike, and leaves out what nobody sees.
    pub(crate) fn of(original: &'t str) -> Self {
        let mut plain = Self {
            original,
            text: String::with_capacity(original.len()),
            from: Vec::with_capacity(original.len() + 1),
        };
        for (at, c) in original.char_indices() {
            plain.add(at, c);
        }
        plain.from.push(u32::try_from(original.len()).unwrap_or(u32::MAX));
        plain
    }

    /// The text to look at.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The words of the original between two bytes of [`Self::text`].
    pub(crate) fn excerpt(&self, start: usize, end: usize) -> &'t str {
        let at = |byte: usize| self.from.get(byte).and_then(|from| usize::try_from(*from).ok());
        // What was left out after the last letter is no part of it.
        let last = end.checked_sub(1).and_then(at);
        let (Some(start), Some(last)) = (at(start), last) else {
            return "";
        };
        let end = last
            + self
                .original
                .get(last..)
                .and_then(|rest| rest.chars().next())
                .map_or(0, char::len_utf8);
        self.original.get(start..end).unwrap_or_default()
    }

    fn add(&mut self, at: usize, c: char) {
        if let Some(digit) = ascii_digit(c) {
            self.put(at, digit);
            return;
        }
        if let Some(number) = raised(c) {
            // "10²" is no 102; "²⁴" is 24.
            let before = self
                .original
                .get(..at)
                .and_then(|before| before.chars().next_back());
            if before.is_some_and(|before| ascii_digit(before).is_some()) {
                self.put(at, ' ');
            }
            for c in number.to_string().chars() {
                self.put(at, c);
            }
            return;
        }
        if let Some((part, whole)) = fraction(c) {
            // "1½" is one and a half, not eleven halves.
            if self.text.ends_with(|last: char| last.is_ascii_digit()) {
                self.put(at, ' ');
            }
            for c in part.chars().chain("/".chars()).chain(whole.chars()) {
                self.put(at, c);
            }
            return;
        }
        match c {
            // Between digits it hides in a number; elsewhere it parts words.
            '\u{200B}' => {
                let after = self
                    .original
                    .get(at + c.len_utf8()..)
                    .and_then(|rest| rest.chars().next());
                let inside = self.text.ends_with(|last: char| last.is_ascii_digit())
                    && after.is_some_and(|next| ascii_digit(next).is_some());
                if !inside {
                    self.space(at);
                }
            }
            c if is_unseen(c) => {}
            c if c.is_whitespace() || c == '\u{2800}' || c == '\u{3164}' => self.space(at),
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => self.put(at, '-'),
            '\u{066A}' | '\u{FF05}' | '\u{FE6A}' | '\u{2030}' | '\u{2031}' | '\u{0609}' | '\u{060A}' => {
                self.put(at, '%');
            }
            '\u{2044}' | '\u{2215}' | '\u{FF0F}' => self.put(at, '/'),
            '\u{2236}' | '\u{FF1A}' => self.put(at, ':'),
            '\u{066B}' | '\u{06D4}' | '\u{FF0E}' | '\u{3002}' => self.put(at, '.'),
            '\u{066C}' | '\u{060C}' | '\u{FF0C}' => self.put(at, ','),
            '\u{061B}' => self.put(at, ';'),
            '\u{061F}' => self.put(at, '?'),
            '\u{2018}' | '\u{2019}' | '\u{02BC}' | '\u{FF07}' => self.put(at, '\''),
            '\u{00D7}' | '\u{2715}' => self.put(at, 'x'),
            // Letters and signs of full width.
            '\u{FF01}'..='\u{FF5E}' => {
                self.put(at, char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c));
            }
            _ => self.put(at, c),
        }
    }

    fn space(&mut self, at: usize) {
        if !self.text.ends_with(' ') {
            self.put(at, ' ');
        }
    }

    fn put(&mut self, at: usize, c: char) {
        self.text.push(c);
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        self.from.extend(std::iter::repeat_n(at, c.len_utf8()));
    }
}

/// What takes no room between letters: joiners, marks of direction, soft hyphens, marks above and below a letter.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{0300}'..='\u{036F}' | '\u{061C}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}'
        | '\u{180E}' | '\u{200C}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{E0000}'..='\u{E007F}')
}

/// A number that stands raised, lowered or in a ring, in one character.
fn raised(c: char) -> Option<u32> {
    Some(match c {
        '¹' => 1,
        '²' => 2,
        '³' => 3,
        '\u{2070}' | '\u{24EA}' | '\u{24FF}' => 0,
        '\u{2074}'..='\u{2079}' => u32::from(c) - 0x2070,
        '\u{2080}'..='\u{2089}' => u32::from(c) - 0x2080,
        '\u{2460}'..='\u{2473}' => u32::from(c) - 0x245F,
        '\u{2474}'..='\u{2487}' => u32::from(c) - 0x2473,
        '\u{2488}'..='\u{249B}' => u32::from(c) - 0x2487,
        '\u{24F5}'..='\u{24FE}' => u32::from(c) - 0x24F4,
        '\u{2776}'..='\u{277F}' => u32::from(c) - 0x2775,
        '\u{2780}'..='\u{2789}' => u32::from(c) - 0x277F,
        '\u{278A}'..='\u{2793}' => u32::from(c) - 0x2789,
        _ => return None,
    })
}

/// A fraction in one character.
fn fraction(c: char) -> Option<(&'static str, &'static str)> {
    Some(match c {
        '½' => ("1", "2"),
        '⅓' => ("1", "3"),
        '⅔' => ("2", "3"),
        '¼' => ("1", "4"),
        '¾' => ("3", "4"),
        '⅕' => ("1", "5"),
        '⅖' => ("2", "5"),
        '⅗' => ("3", "5"),
        '⅘' => ("4", "5"),
        '⅙' => ("1", "6"),
        '⅚' => ("5", "6"),
        '⅐' => ("1", "7"),
        '⅛' => ("1", "8"),
        '⅜' => ("3", "8"),
        '⅝' => ("5", "8"),
        '⅞' => ("7", "8"),
        '⅑' => ("1", "9"),
        '⅒' => ("1", "10"),
        _ => return None,
    })
}

/// Numbers in digits of any script, each as it is written in English.
pub(crate) fn numbers(text: &str) -> Vec<String> {
    let plain = Plain::of(text);
    let parts = plain.text.split(|c: char| !c.is_ascii_digit());
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// A word as it is compared: small letters, without what is written above or below them, and with one form of the
/// letters that keyboards of one script write in two ways.
pub(super) fn fold(word: &str, out: &mut String) {
    out.clear();
    for c in word.chars().flat_map(char::to_lowercase) {
        let plain = match c {
            'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' | 'ą' => 'a',
            'ć' | 'č' | 'ç' => 'c',
            'è' | 'é' | 'ê' | 'ë' | 'ę' => 'e',
            'ì' | 'í' | 'î' | 'ï' => 'i',
            'ł' => 'l',
            'ń' | 'ñ' => 'n',
            'ò' | 'ó' | 'ô' | 'ö' | 'õ' => 'o',
            'ś' | 'š' => 's',
            'ù' | 'ú' | 'û' | 'ü' => 'u',
            'ẁ' | 'ẃ' | 'ŵ' | 'ẅ' => 'w',
            'ỳ' | 'ý' | 'ŷ' | 'ÿ' => 'y',
            'ź' | 'ż' | 'ž' => 'z',
            'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
            'ى' | 'ي' | 'ئ' | 'ې' => 'ی',
            'ؤ' => 'و',
            'ك' => 'ک',
            'ة' | 'ہ' | 'ۂ' | 'ۃ' | 'ھ' | 'ە' => 'ه',
            other if is_unseen(other) => continue,
            other => other,
        };
        out.push(plain);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_alike_is_made_alike() {
        for (text, plain) in [
            ("1\u{a0}in\u{2009}4", "1 in 4"),
            ("1  in\r\n\t4", "1 in 4"),
            ("1\u{200b}in\u{200b}4", "1 in 4"),
            ("2\u{200b}4\u{2060} of 1\u{ad}00", "24 of 100"),
            ("1‑in‑10", "1-in-10"),
            ("٢٤٪ и ２４％", "24% и 24%"),
            ("1½ ⁄ ½", "1 1/2 / 1/2"),
            ("isn’t", "isn't"),
            ("²⁴⁄₁₀₀ and 10² and ②④ of ⑩ m²", "24/100 and 10 2 and 24 of 10 m2"),
        ] {
            assert_eq!(Plain::of(text).text(), plain, "{text:?}");
        }
    }

    #[test]
    fn an_excerpt_is_as_it_was_typed() {
        let text = "About ١\u{a0}in\u{200b}٤ men";
        let plain = Plain::of(text);
        let start = plain.text().find("1 in 4").expect("it is there");
        assert_eq!(plain.excerpt(start, start + 6), "١\u{a0}in\u{200b}٤");
    }

    #[test]
    fn numbers_are_the_same_in_every_script() {
        assert_eq!(numbers("24 of 1,200"), numbers("۲۴ میں سے ۱٬۲۰۰"));
        assert_eq!(numbers("٢٤ من كل ١٠٠"), ["24", "100"]);
    }
}
