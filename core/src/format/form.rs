//! What a type is in a file: how it is read, with every problem at its place, and how it is written.
//!
//! `#[derive(Form)]` makes both from the declaration of a struct or an enum (decision 0027). Here are the rules by which
//! the parts of a declaration are read: texts, numbers, lists, what may be left out.

use super::json::MOST_ENTRIES;
use super::reader::{Found, MOST_TABLES, few, number, report, text, wrong};
use super::tree::{Node, Value};
use super::{At, Code, Decimal, Out, Word};

pub(crate) use weighup_macros::Form;

/// A value that a file can hold.
pub(crate) trait Form: Sized {
    /// What is asked for where a field of this type is missing. `None` when it may be left out. `{}` becomes the
    /// field's name as it stands in the brackets of a table.
    const WANTED: Option<&'static str>;
    /// The same for a list of them, and what is asked for where a field is no list.
    const LIST: [&'static str; 2] = ["one or more tables `[[{}]]`", "`[[{}]]`, with two brackets,"];
    /// How many of them a list holds at most. Tables are looked through for each other's names.
    const MOST: usize = MOST_TABLES;

    /// Reads one, and reports what is wrong. `None` when nothing can be made of it.
    fn read(node: &Node<'_>, at: &At<'_>, found: &Found) -> Option<Self>;

    /// What stands where a field is left out, or where nothing could be read: then something was reported, and no more
    /// comes of the value than further problems.
    fn stand_in() -> Self;

    /// Writes it as JSON.
    fn write(&self, out: &mut Out);
}

/// What is asked for in place of a missing table.
pub(crate) const TABLE: &str = "a table `[{}]`";
/// What is asked for in place of a missing word.
pub(crate) const WORD: &str = "one of its words in quotes; see docs/authoring.md";
pub(super) const TEXT: &str = "a text in quotes";
const TEXTS: &str = "a list of texts in square brackets";
const DECIMAL: &str = "a number, in quotes when it has decimals, such as \"5.2\",";

/// Reads a part, or takes what stands in for it.
pub(crate) fn read_or_stand_in<T: Form>(node: &Node<'_>, at: &At<'_>, found: &Found) -> T {
    T::read(node, at, found).unwrap_or_else(T::stand_in)
}

/// Whether a value says more than what stands where it is left out.
pub(crate) fn says_something<T: Form + PartialEq>(value: &T) -> bool {
    *value != T::stand_in()
}

/// One of a few words.
pub(crate) fn word<T: Word>(node: &Node<'_>, at: &At<'_>, found: &Found) -> Option<T> {
    place_of(node, at, found, T::WORDS).and_then(T::at)
}

/// The place of a word among the words of its field.
fn place_of(node: &Node<'_>, at: &At<'_>, found: &Found, words: &[&str]) -> Option<usize> {
    let word = text(found, at, node)?;
    let place = words.iter().position(|known| *known == word);
    if place.is_none() {
        not_known(word, node, at, found, words);
    }
    place
}

/// Which variant of an enum a node is: its word alone, or its word and what it holds.
pub(crate) fn chosen<'n>(node: &'n Node<'_>) -> (&'n str, Option<&'n Node<'n>>) {
    match &node.value {
        Value::Text(word) => (&**word, None),
        Value::Table(entries) if let [entry] = entries.as_slice() => (&*entry.key, Some(&entry.node)),
        _ => ("", None),
    }
}

/// Reports a node that is none of the variants.
pub(crate) fn not_chosen(node: &Node<'_>, at: &At<'_>, found: &Found, words: &[&str]) {
    match chosen(node) {
        ("", None) => wrong(found, at, node, WORD),
        (word, _) => not_known(word, node, at, found, words),
    }
}

fn not_known(word: &str, node: &Node<'_>, at: &At<'_>, found: &Found, words: &[&str]) {
    report(found, Code::WrongType, at, Some(node.span.clone()), || {
        (
            format!("`{word}` is not a word this field knows"),
            format!("write {}", either(words)),
        )
    });
}

/// "`fit` or `facts`"; "one of `a`, `b`, `c`".
fn either(words: &[&str]) -> String {
    match words {
        [a, b] => format!("`{a}` or `{b}`"),
        _ => format!("one of `{}`", words.join("`, `")),
    }
}

/// The nodes of a list.
fn list<'n>(node: &'n Node<'_>, at: &At<'_>, found: &Found, what: &str) -> &'n [Node<'n>] {
    if let Value::List(list) = &node.value {
        return list;
    }
    wrong(found, at, node, what);
    &[]
}

impl Form for String {
    const WANTED: Option<&'static str> = Some(TEXT);
    const LIST: [&'static str; 2] = [TEXTS; 2];
    const MOST: usize = MOST_ENTRIES;

    fn read(node: &Node<'_>, at: &At<'_>, found: &Found) -> Option<Self> {
        text(found, at, node).map(str::to_owned)
    }

    fn stand_in() -> Self {
        Self::new()
    }

    fn write(&self, out: &mut Out) {
        out.text(self);
    }
}

impl Form for bool {
    const WANTED: Option<&'static str> = Some("true or false");

    fn read(node: &Node<'_>, at: &At<'_>, found: &Found) -> Option<Self> {
        if let Value::Flag(flag) = &node.value {
            return Some(*flag);
        }
        wrong(found, at, node, "true or false");
        None
    }

    fn stand_in() -> Self {
        false
    }

    fn write(&self, out: &mut Out) {
        out.flag(*self);
    }
}

macro_rules! whole_numbers {
    ($($type:ty)*) => {$(
        impl Form for $type {
            const WANTED: Option<&'static str> = Some("a whole number");

            fn read(node: &Node<'_>, at: &At<'_>, found: &Found) -> Option<Self> {
                number(found, at, node)
            }

            fn stand_in() -> Self {
                0
            }

            fn write(&self, out: &mut Out) {
                out.number(u32::from(*self));
            }
        }
    )*};
}

whole_numbers! { u8 u16 u32 }

/// A number with decimals, written whole or in quotes.
impl Form for Decimal {
    const WANTED: Option<&'static str> = Some(DECIMAL);

    fn read(node: &Node<'_>, at: &At<'_>, found: &Found) -> Option<Self> {
        let number = match &node.value {
            Value::Number(number) => Self::whole(*number),
            Value::Text(text) => Self::parse(text),
            _ => None,
        };
        if number.is_none() {
            wrong(found, at, node, DECIMAL);
        }
        number
    }

    fn stand_in() -> Self {
        Self::default()
    }

    fn write(&self, out: &mut Out) {
        let text = self.to_string();
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            out.bare(&text);
        } else {
            out.text(&text);
        }
    }
}

/// Two whole numbers, `[low, high]`.
impl Form for [u32; 2] {
    const WANTED: Option<&'static str> = Some("two whole numbers, `[low, high]`");

    fn read(node: &Node<'_>, at: &At<'_>, found: &Found) -> Option<Self> {
        match &node.value {
            Value::List(list) if let [low, high] = list.as_slice() => {
                let low = number(found, &at.index(0), low);
                let high = number(found, &at.index(1), high);
                Some([low?, high?])
            }
            _ => {
                wrong(found, at, node, "two whole numbers, `[low, high]`");
                None
            }
        }
    }

    fn stand_in() -> Self {
        [0; 2]
    }

    fn write(&self, out: &mut Out) {
        let [low, high] = self;
        out.open('[').number(*low);
        out.number(*high);
        out.close(']');
    }
}

/// What may be left out.
impl<T: Form> Form for Option<T> {
    const WANTED: Option<&'static str> = None;

    fn read(node: &Node<'_>, at: &At<'_>, found: &Found) -> Option<Self> {
        T::read(node, at, found).map(Some)
    }

    fn stand_in() -> Self {
        None
    }

    fn write(&self, out: &mut Out) {
        match self {
            Some(value) => value.write(out),
            None => out.bare("null"),
        }
    }
}

impl<T: Form> Form for Box<T> {
    const WANTED: Option<&'static str> = T::WANTED;

    fn read(node: &Node<'_>, at: &At<'_>, found: &Found) -> Option<Self> {
        T::read(node, at, found).map(Self::new)
    }

    fn stand_in() -> Self {
        Self::new(T::stand_in())
    }

    fn write(&self, out: &mut Out) {
        (**self).write(out);
    }
}

/// What of a list cannot be read has something in its place, so that the others keep theirs.
impl<T: Form> Form for Vec<T> {
    const WANTED: Option<&'static str> = Some(T::LIST[0]);

    fn read(node: &Node<'_>, at: &At<'_>, found: &Found) -> Option<Self> {
        let mut all = Self::new();
        let nodes = list(node, at, found, T::LIST[1]);
        for (index, node) in few(found, at, nodes, T::MOST).iter().enumerate() {
            all.push(read_or_stand_in(node, &at.index(index), found));
        }
        Some(all)
    }

    fn stand_in() -> Self {
        Self::new()
    }

    fn write(&self, out: &mut Out) {
        out.open('[');
        for value in self {
            value.write(out);
        }
        out.close(']');
    }
}

macro_rules! lists_of_different_things {
    ($($count:literal $what:literal ($($name:ident: $type:ident),*);)*) => {$(
        #[doc = $what]
        impl<$($type: Form),*> Form for ($($type),*) {
            const WANTED: Option<&'static str> = Some($what);

            fn read(node: &Node<'_>, at: &At<'_>, found: &Found) -> Option<Self> {
                match &node.value {
                    Value::List(list) if let [$($name),*] = list.as_slice() => {
                        Some(($(read_or_stand_in($name, at, found)),*))
                    }
                    _ => {
                        wrong(found, at, node, $what);
                        None
                    }
                }
            }

            fn stand_in() -> Self {
                ($($type::stand_in()),*)
            }

            fn write(&self, out: &mut Out) {
                let ($($name),*) = self;
                out.open('[');
                $($name.write(out);)*
                out.close(']');
            }
        }
    )*};
}

lists_of_different_things! {
    2 "a list of two" (a: A, b: B);
    3 "a list of three" (a: A, b: B, c: C);
    4 "a list of four" (a: A, b: B, c: C, d: D);
}

/// A value that can be the name of a field.
pub(crate) trait Key: Sized {
    /// The value of a name.
    fn of(name: &str) -> Option<Self>;

    /// Its name.
    fn name(&self) -> &str;
}

impl<T: Word> Key for T {
    fn of(name: &str) -> Option<Self> {
        Self::at(Self::WORDS.iter().position(|known| *known == name)?)
    }

    fn name(&self) -> &str {
        self.word()
    }
}

impl Key for String {
    fn of(name: &str) -> Option<Self> {
        Some(name.to_owned())
    }

    fn name(&self) -> &str {
        self
    }
}

/// The fields of a table whose names are values too.
pub(crate) fn entries<K: Key, V: Form>(
    node: &Node<'_>,
    at: &At<'_>,
    found: &Found,
    mut each: impl FnMut(K, V),
) {
    let Value::Table(entries) = &node.value else {
        wrong(found, at, node, "a table");
        return;
    };
    for entry in entries {
        let at = at.key(&entry.key);
        match K::of(&entry.key) {
            Some(key) => each(key, read_or_stand_in(&entry.node, &at, found)),
            None => report(
                found,
                Code::UnknownField,
                &at,
                Some(entry.key_span.clone()),
                || {
                    let name = &entry.key;
                    (format!("there is no field `{name}` here"), "remove it".to_owned())
                },
            ),
        }
    }
}

/// A value as the text of a file.
#[cfg(any(test, feature = "spoken"))]
pub(crate) fn written<T: Form>(value: &T) -> String {
    let mut out = Out(String::new());
    value.write(&mut out);
    out.0
}

#[cfg(all(test, feature = "spoken"))]
mod tests {
    use proptest::prelude::*;
    use serde::Serialize;

    use super::super::json;
    use super::*;

    /// Every kind of part that a declaration can have.
    #[derive(Clone, Debug, PartialEq, Form, Serialize)]
    struct Everything {
        text: String,
        maybe: Option<u32>,
        #[serde(default, skip_serializing_if = "Vec::is_empty", rename = "named")]
        texts: Vec<String>,
        #[form(default = true)]
        flag: bool,
        pair: (u8, String),
        range: Option<[u32; 2]>,
        word: Way,
        held: Vec<Held>,
        inside: Inside,
    }

    #[derive(Clone, Copy, Debug, PartialEq, Form, Serialize)]
    #[serde(rename_all = "kebab-case")]
    enum Way {
        StraightOn,
        Back,
    }

    #[derive(Clone, Debug, PartialEq, Form, Serialize)]
    #[serde(rename_all = "kebab-case")]
    enum Held {
        Nothing,
        One(String),
        Two(u8, bool),
        Named { left: u16, right: Way },
    }

    #[derive(Clone, Debug, PartialEq, Form, Serialize)]
    struct Inside {
        number: Decimal,
    }

    fn held() -> impl Strategy<Value = Held> {
        prop_oneof![
            Just(Held::Nothing),
            ".{0,3}".prop_map(Held::One),
            any::<(u8, bool)>().prop_map(|(a, b)| Held::Two(a, b)),
            (any::<u16>(), way()).prop_map(|(left, right)| Held::Named { left, right }),
        ]
    }

    fn way() -> impl Strategy<Value = Way> {
        prop::sample::select(vec![Way::StraightOn, Way::Back])
    }

    fn everything() -> impl Strategy<Value = Everything> {
        let numbers = (any::<Option<u32>>(), any::<bool>(), any::<Option<[u32; 2]>>());
        let texts = (
            ".{0,3}",
            prop::collection::vec(".{0,3}", 0..3),
            any::<(u8, String)>(),
        );
        (
            numbers,
            texts,
            way(),
            prop::collection::vec(held(), 0..3),
            -9999i32..9999,
        )
            .prop_map(
                |((maybe, flag, range), (text, texts, pair), word, held, number)| Everything {
                    text,
                    maybe,
                    texts,
                    flag,
                    pair,
                    range,
                    word,
                    held,
                    inside: Inside {
                        number: Decimal::nearest(f64::from(number) / 100.0),
                    },
                },
            )
    }

    fn problems(text: &str) -> Vec<String> {
        let node = json::parse(text).unwrap_or_else(|_| unreachable!("the tests give JSON"));
        let found = Found::default();
        let _ = Everything::read(&node, &At::ROOT, &found);
        let problems = found.into_problems().into_iter();
        problems
            .map(|(problem, _)| format!("{} {}", problem.path, problem.message))
            .collect()
    }

    proptest! {
        /// What is written is what serde writes, to the byte, and it is read back as it was.
        #[test]
        fn written_like_serde_and_read_back(value in everything()) {
            let text = written(&value);
            prop_assert_eq!(&text, &serde_json::to_string(&value).expect("JSON"));
            let node = json::parse(&text).expect("JSON");
            let found = Found::default();
            let again = Everything::read(&node, &At::ROOT, &found);
            prop_assert!(found.is_sound());
            prop_assert_eq!(again, Some(value));
        }
    }

    #[test]
    fn every_problem_is_told_at_its_place() {
        let told = problems(
            r#"{"maybe": -1, "named": ["a", 1], "pair": [1], "word": "left", "held": [{"two": [1, 2]}, {"no": 1}, 3],
            "inside": {"number": "a lot", "more": 1}, "other": 1}"#,
        );
        let text = told.join("\n");
        for says in [
            "text `text` is missing",
            "maybe this is a number below 0",
            "named[1] this is a number where a text in quotes is wanted",
            "pair this is a list where a list of two is wanted",
            "word `left` is not a word this field knows",
            "held[0].two this is a number where true or false is wanted",
            "held[1] `no` is not a word this field knows",
            "held[2] this is a number where one of its words",
            "inside.number this is a text where a number",
            "inside.more there is no field `more` here",
            "other there is no field `other` here",
        ] {
            assert!(text.contains(says), "{says}\nin\n{text}");
        }
        assert_eq!(told.len(), 11, "{text}");
    }

    #[test]
    fn what_may_be_left_out_is_as_declared() {
        let text = r#"{"text": "", "pair": [1, ""], "word": "back", "held": [], "inside": {"number": 1}}"#;
        assert_eq!(problems(text), Vec::<String>::new());
        let node = json::parse(text).expect("JSON");
        let read = Everything::read(&node, &At::ROOT, &Found::default()).expect("a table");
        assert_eq!(
            (read.maybe, read.texts.len(), read.flag, read.range),
            (None, 0, true, None)
        );
    }
}
