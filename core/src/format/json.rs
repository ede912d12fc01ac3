//! Reads JSON (RFC 8259) into the tree of a file: strictly, with the place of whatever is wrong.
//!
//! serde reads JSON too, but the code it makes for each of the format's twenty tables is a third of what a phone
//! downloads, and it stops at the first thing wrong. See `docs/decisions/0008-one-reader.md`.

use std::borrow::Cow;

use super::tree::{Entry, Node, Value};

/// Deepest nesting read; the format is 6 deep.
const DEEPEST: u8 = 24;

/// Most fields of one table, and most entries of one list. Nothing the format has comes near; what looks a name up among
/// them is then bounded, whatever arrives.
pub(crate) const MOST_FIELDS: usize = 500;
pub(crate) const MOST_ENTRIES: usize = 10_000;

/// What is said of a field that is given twice.
pub(crate) const TWICE: &str = "this field is given twice";

/// What is said of a character whose digits are not all there.
pub(crate) const DIGITS: &str = "`\\u` wants four hexadecimal digits";

/// Why a text is not JSON, and at which byte.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NotJson {
    pub(crate) at: usize,
    pub(crate) what: &'static str,
}

/// Takes a text apart.
pub(crate) fn parse(text: &str) -> Result<Node<'_>, NotJson> {
    let mut reader = Reader { text, at: 0 };
    let node = reader.value(0)?;
    reader.space();
    if reader.at < text.len() {
        return Err(reader.wrong("there is more after the end"));
    }
    Ok(node)
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    fn wrong(&self, what: &'static str) -> NotJson {
        NotJson { at: self.at, what }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// Takes a byte when it comes next.
    fn take(&mut self, byte: u8) -> bool {
        let next = self.peek() == Some(byte);
        self.at += usize::from(next);
        next
    }

    fn word(&mut self, word: &'static str, value: Value<'t>) -> Result<Value<'t>, NotJson> {
        if !self
            .text
            .get(self.at..)
            .is_some_and(|rest| rest.starts_with(word))
        {
            return Err(self.wrong("this is not a value"));
        }
        self.at += word.len();
        Ok(value)
    }

    fn value(&mut self, depth: u8) -> Result<Node<'t>, NotJson> {
        self.space();
        let start = self.at;
        if depth > DEEPEST {
            return Err(self.wrong("tables or lists are nested too deep"));
        }
        let value = match self.peek() {
            Some(b'{') => self.table(depth)?,
            Some(b'[') => self.list(depth)?,
            Some(b'"') => Value::Text(self.string()?),
            Some(b't') => self.word("true", Value::Flag(true))?,
            Some(b'f') => self.word("false", Value::Flag(false))?,
            Some(b'n') => self.word("null", Value::Null)?,
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(_) => return Err(self.wrong("this is not a value")),
            None => return Err(self.wrong("the file ends in the middle of a value")),
        };
        Ok(Node {
            value,
            span: start..self.at,
        })
    }

    fn list(&mut self, depth: u8) -> Result<Value<'t>, NotJson> {
        self.at += 1;
        let mut list = Vec::new();
        self.space();
        if self.take(b']') {
            return Ok(Value::List(list));
        }
        loop {
            if list.len() == MOST_ENTRIES {
                return Err(self.wrong("a list has more than 10000 entries, which is the most"));
            }
            list.push(self.value(depth + 1)?);
            self.space();
            if self.take(b']') {
                return Ok(Value::List(list));
            }
            if !self.take(b',') {
                return Err(self.wrong("a comma or `]` is wanted here"));
            }
        }
    }

    fn table(&mut self, depth: u8) -> Result<Value<'t>, NotJson> {
        self.at += 1;
        let mut entries: Vec<Entry<'t>> = Vec::new();
        self.space();
        if self.take(b'}') {
            return Ok(Value::Table(entries));
        }
        loop {
            self.space();
            if self.peek() != Some(b'"') {
                return Err(self.wrong("a field's name in quotes is wanted here"));
            }
            if entries.len() == MOST_FIELDS {
                return Err(self.wrong("a table has more than 500 fields, which is the most"));
            }
            let start = self.at;
            let key = self.string()?;
            let key_span = start..self.at;
            if entries.iter().any(|entry| entry.key == key) {
                self.at = start;
                return Err(self.wrong(TWICE));
            }
            self.space();
            if !self.take(b':') {
                return Err(self.wrong("a colon is wanted here"));
            }
            let node = self.value(depth + 1)?;
            entries.push(Entry { key, key_span, node });
            self.space();
            if self.take(b'}') {
                return Ok(Value::Table(entries));
            }
            if !self.take(b',') {
                return Err(self.wrong("a comma or `}` is wanted here"));
            }
        }
    }

    /// A whole number by its value; anything else only by its kind, since the format has no field for it.
    fn number(&mut self) -> Result<Value<'t>, NotJson> {
        let negative = self.take(b'-');
        let digits = self.digits();
        let text = self.text.get(digits.clone()).unwrap_or_default();
        if text.is_empty() || (text.len() > 1 && text.starts_with('0')) {
            return Err(self.wrong("this is not a number"));
        }
        let mut fraction = false;
        if self.take(b'.') {
            fraction = true;
            if self.digits().is_empty() {
                return Err(self.wrong("this is not a number"));
            }
        }
        if let Some(b'e' | b'E') = self.peek() {
            fraction = true;
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            if self.digits().is_empty() {
                return Err(self.wrong("this is not a number"));
            }
        }
        Ok(match text.parse() {
            _ if fraction => Value::Other("float"),
            Ok(number) if !negative => Value::Number(number),
            _ => Value::Other("integer"),
        })
    }

    fn digits(&mut self) -> std::ops::Range<usize> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        start..self.at
    }

    fn string(&mut self) -> Result<Cow<'t, str>, NotJson> {
        self.at += 1;
        let mut owned: Option<String> = None;
        let mut from = self.at;
        loop {
            let Some(byte) = self.peek() else {
                return Err(self.wrong("the file ends in the middle of a text"));
            };
            match byte {
                b'"' | b'\\' => {
                    let piece = self.text.get(from..self.at).unwrap_or_default();
                    self.at += 1;
                    if byte == b'"' {
                        return Ok(match owned {
                            Some(text) => Cow::Owned(text + piece),
                            None => Cow::Borrowed(piece),
                        });
                    }
                    let text = owned.get_or_insert_default();
                    text.push_str(piece);
                    text.push(self.escape()?);
                    from = self.at;
                }
                0..0x20 => return Err(self.wrong("a control character stands in a text")),
                _ => self.at += 1,
            }
        }
    }

    fn escape(&mut self) -> Result<char, NotJson> {
        let byte = self.peek();
        self.at += 1;
        Ok(match byte {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(),
            _ => return Err(self.wrong("this is not an escape")),
        })
    }

    /// `\u` and four digits, or the two halves of a character beyond U+FFFF.
    fn unicode(&mut self) -> Result<char, NotJson> {
        let mut code = self.hex()?;
        if (0xD800..0xDC00).contains(&code) && self.take(b'\\') && self.take(b'u') {
            let low = self.hex()?;
            if !(0xDC00..0xE000).contains(&low) {
                return Err(self.wrong("half a character stands in a text"));
            }
            code = 0x1_0000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        }
        char::from_u32(code).ok_or_else(|| self.wrong("half a character stands in a text"))
    }

    fn hex(&mut self) -> Result<u32, NotJson> {
        let digits = self.text.get(self.at..self.at + 4);
        let code = digits
            .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let code = code.ok_or_else(|| self.wrong(DIGITS))?;
        self.at += 4;
        Ok(code)
    }
}

#[cfg(test)]
#[cfg(feature = "spoken")]
mod tests {
    use proptest::prelude::*;

    use super::super::canonical::canonical;
    use super::*;

    fn refused(text: &str) -> &'static str {
        parse(text).expect_err(text).what
    }

    #[test]
    fn says_what_is_wrong() {
        assert_eq!(refused(""), "the file ends in the middle of a value");
        assert_eq!(refused(r#"{"a": "b"#), "the file ends in the middle of a text");
        assert_eq!(refused(r#"{"a": 1, "a": 2}"#), "this field is given twice");
        assert_eq!(refused("[1,]"), "this is not a value");
        assert_eq!(refused("[1] 2"), "there is more after the end");
        assert_eq!(refused(r#"["\ud800"]"#), "half a character stands in a text");
        assert_eq!(refused(&"[".repeat(99)), "tables or lists are nested too deep");
        let keys = |n: usize| {
            format!(
                "{{{}}}",
                (0..n).map(|n| format!("\"{n}\":0")).collect::<Vec<_>>().join(",")
            )
        };
        assert_eq!(
            refused(&keys(MOST_FIELDS + 1)),
            format!("a table has more than {MOST_FIELDS} fields, which is the most")
        );
        assert!(parse(&keys(MOST_FIELDS)).is_ok());
        let list = |n: usize| format!("[{}]", vec!["0"; n].join(","));
        assert_eq!(
            refused(&list(MOST_ENTRIES + 1)),
            format!("a list has more than {MOST_ENTRIES} entries, which is the most")
        );
        assert!(parse(&list(MOST_ENTRIES)).is_ok());
    }

    #[test]
    fn numbers_are_whole_or_named() {
        let kind = |text: &str| parse(text).expect(text).kind();
        assert_eq!(kind("18446744073709551615"), "a number");
        assert!(matches!(
            parse("-1").expect("a number").value,
            Value::Other("integer")
        ));
        assert!(matches!(
            parse("18446744073709551616").expect("a number").value,
            Value::Other("integer")
        ));
        assert_eq!(kind("1.5e-3"), "a number with a decimal point");
        assert_eq!(refused("01"), "this is not a number");
    }

    fn json() -> impl Strategy<Value = serde_json::Value> {
        let leaf = prop_oneof![
            Just(serde_json::Value::Bool(true)),
            any::<u64>().prop_map(Into::into),
            any::<String>().prop_map(Into::into),
        ];
        leaf.prop_recursive(4, 24, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Into::into),
                prop::collection::btree_map("[a-z]{1,4}", inner, 0..5)
                    .prop_map(|fields| { serde_json::Value::Object(fields.into_iter().collect()) }),
            ]
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        /// What serde_json writes is read, and its canonical text means the same.
        #[test]
        fn reads_what_serde_writes(value in json()) {
            let text = serde_json::to_string_pretty(&value).expect("JSON");
            let again = canonical(&parse(&text).expect("JSON"));
            prop_assert_eq!(serde_json::from_str::<serde_json::Value>(&again).expect("JSON"), value);
            prop_assert_eq!(canonical(&parse(&again).expect("JSON")), again);
        }

        /// Damaged JSON is refused exactly when serde_json refuses it, save a field given twice and a number too large.
        #[test]
        fn refuses_what_serde_refuses(value in json(), at in any::<prop::sample::Index>(), by in any::<char>()) {
            let mut text: Vec<char> = serde_json::to_string(&value).expect("JSON").chars().collect();
            let at = at.index(text.len());
            text[at] = by;
            let text: String = text.into_iter().collect();
            let ours = parse(&text);
            let theirs = serde_json::from_str::<serde_json::Value>(&text);
            // Only serde_json minds how large a number is; the format refuses every number with a fraction.
            let large = theirs.as_ref().is_err_and(|error| error.to_string().contains("out of range"));
            let twice = ours.as_ref().is_err_and(|wrong| wrong.what == "this field is given twice");
            prop_assert!(large || twice || ours.is_ok() == theirs.is_ok(), "{}", text);
        }
    }
}
