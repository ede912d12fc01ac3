//! Reading the fields of a table, reporting what is missing, wrong or not known, and going on.

#[cfg(not(feature = "spoken"))]
use std::cell::Cell;
#[cfg(feature = "spoken")]
use std::cell::RefCell;
use std::ops::Range;

use super::json::MOST_ENTRIES;
#[cfg(feature = "spoken")]
use super::problem::{MOST_PROBLEMS, Problem, Severity};
use super::tree::{Entry, Node, Value, field};
use super::{At, Code, Decimal, Word};

/// Problems found so far, each with a span when it is not simply the place's; only counted where none are spoken.
#[cfg(feature = "spoken")]
#[derive(Default)]
pub(crate) struct Found {
    said: RefCell<Vec<(Problem, Option<Range<usize>>)>>,
    /// Problems beyond the most that are listed.
    rest: std::cell::Cell<usize>,
}

#[cfg(not(feature = "spoken"))]
#[derive(Default)]
pub(crate) struct Found(Cell<bool>);

impl Found {
    #[cfg(feature = "spoken")]
    pub(crate) fn into_problems(self) -> Vec<(Problem, Option<Range<usize>>)> {
        let mut said = self.said.into_inner();
        let rest = self.rest.get();
        if rest > 0 {
            // All that is wrong with the form is an error.
            said.push((Problem::more(rest, Severity::Error), Some(0..0)));
        }
        said
    }

    /// Whether nothing is wrong.
    #[cfg(feature = "spoken")]
    pub(crate) fn is_sound(&self) -> bool {
        self.said.borrow().is_empty()
    }

    /// Whether nothing is wrong.
    #[cfg(not(feature = "spoken"))]
    pub(crate) fn is_sound(&self) -> bool {
        !self.0.get()
    }
}

/// The fields of one table. What its reader does not ask for is reported as unknown.
pub(crate) struct Fields<'t, 'a> {
    /// `None` stands for a table that is missing or of the wrong type: it reports nothing more.
    table: Option<&'t [Entry<'t>]>,
    at: &'a At<'a>,
    asked: Vec<&'static str>,
    found: &'a Found,
}

/// Reads a table into a part of the document.
pub(crate) type Reader<'t, T> = fn(&mut Fields<'t, '_>) -> T;

/// Most tables of one list, and most fields of a table whose names are the author's.
const MOST_TABLES: usize = 1_000;

const TEXT: &str = "a text in quotes";
const DECIMAL: &str = "a number, in quotes when it has decimals, such as \"5.2\",";
const TEXTS: &str = "a list of texts in square brackets";

impl<'t, 'a> Fields<'t, 'a> {
    /// Reads a table, and reports what the reader left.
    pub(crate) fn read<T>(node: &'t Node<'t>, at: &'a At<'a>, found: &'a Found, read: Reader<'t, T>) -> T {
        let mut fields = Self::of(node, at, found);
        let value = read(&mut fields);
        fields.end();
        value
    }

    fn of(node: &'t Node<'t>, at: &'a At<'a>, found: &'a Found) -> Self {
        let table = match &node.value {
            Value::Table(table) => Some(&**table),
            _ => {
                wrong(found, at, node, "a table");
                None
            }
        };
        Self {
            table,
            at,
            asked: Vec::new(),
            found,
        }
    }

    fn absent(at: &'a At<'a>, found: &'a Found) -> Self {
        Self {
            table: None,
            at,
            asked: Vec::new(),
            found,
        }
    }

    fn value(&mut self, key: &'static str) -> Option<&'t Node<'t>> {
        self.asked.push(key);
        field(self.table?, key).filter(|node| !matches!(node.value, Value::Null))
    }

    /// A field that must be there. `{}` in `what` becomes its name as it stands in the brackets of a table.
    fn needed(&mut self, key: &'static str, what: &str) -> Option<&'t Node<'t>> {
        let value = self.value(key);
        if value.is_none() && self.table.is_some() {
            let at = self.at.key(key);
            report(self.found, Code::MissingField, &at, None, || {
                let what = what.replace("{}", &header(&at));
                (format!("`{key}` is missing"), format!("add `{key}`, {what}"))
            });
        }
        value
    }

    /// A text that must be there.
    pub(crate) fn text(&mut self, key: &'static str) -> String {
        let node = self.needed(key, TEXT);
        self.as_text(key, node).unwrap_or_default()
    }

    /// A text that may be left out.
    pub(crate) fn maybe_text(&mut self, key: &'static str) -> Option<String> {
        let node = self.value(key);
        self.as_text(key, node)
    }

    fn as_text(&self, key: &str, node: Option<&Node<'_>>) -> Option<String> {
        text(self.found, &self.at.key(key), node?).map(str::to_owned)
    }

    /// A list of texts that must be there.
    pub(crate) fn texts(&mut self, key: &'static str) -> Vec<String> {
        let node = self.needed(key, TEXTS);
        self.as_texts(key, node)
    }

    /// A list of texts that may be left out.
    pub(crate) fn maybe_texts(&mut self, key: &'static str) -> Vec<String> {
        let node = self.value(key);
        self.as_texts(key, node)
    }

    fn as_texts(&self, key: &str, node: Option<&'t Node<'t>>) -> Vec<String> {
        let mut texts = Vec::new();
        let Some(node) = node else { return texts };
        let at = self.at.key(key);
        let Value::List(list) = &node.value else {
            wrong(self.found, &at, node, TEXTS);
            return texts;
        };
        for (index, node) in Self::few(self.found, &at, list, MOST_ENTRIES).iter().enumerate() {
            texts.push(
                text(self.found, &at.index(index), node)
                    .unwrap_or_default()
                    .to_owned(),
            );
        }
        texts
    }

    /// A whole number that must be there.
    pub(crate) fn number<T: TryFrom<u64> + Default>(&mut self, key: &'static str) -> T {
        let node = self.needed(key, "a whole number");
        self.as_number(key, node).unwrap_or_default()
    }

    /// A whole number that may be left out.
    pub(crate) fn maybe_number<T: TryFrom<u64>>(&mut self, key: &'static str) -> Option<T> {
        let node = self.value(key);
        self.as_number(key, node)
    }

    fn as_number<T: TryFrom<u64>>(&self, key: &str, node: Option<&Node<'_>>) -> Option<T> {
        number(self.found, &self.at.key(key), node?)
    }

    /// Whether a field is there, without asking for it.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.table.is_some_and(|table| field(table, key).is_some())
    }

    /// A number with decimals, written whole or in quotes, that must be there.
    pub(crate) fn decimal(&mut self, key: &'static str) -> Decimal {
        let node = self.needed(key, DECIMAL);
        self.as_decimal(key, node).unwrap_or_default()
    }

    /// A number with decimals that may be left out.
    pub(crate) fn maybe_decimal(&mut self, key: &'static str) -> Option<Decimal> {
        let node = self.value(key);
        self.as_decimal(key, node)
    }

    fn as_decimal(&self, key: &str, node: Option<&Node<'_>>) -> Option<Decimal> {
        let node = node?;
        let number = match &node.value {
            Value::Number(number) => Decimal::whole(*number),
            Value::Text(text) => Decimal::parse(text),
            _ => None,
        };
        if number.is_none() {
            wrong(self.found, &self.at.key(key), node, DECIMAL);
        }
        number
    }

    /// Two whole numbers, `[low, high]`, that may be left out.
    pub(crate) fn maybe_pair(&mut self, key: &'static str) -> Option<[u32; 2]> {
        let node = self.value(key)?;
        let at = self.at.key(key);
        match &node.value {
            Value::List(list) if let [low, high] = list.as_slice() => {
                let low = number(self.found, &at.index(0), low);
                let high = number(self.found, &at.index(1), high);
                Some([low?, high?])
            }
            _ => {
                wrong(self.found, &at, node, "two whole numbers, `[low, high]`");
                None
            }
        }
    }

    /// True or false, with what it is when left out.
    pub(crate) fn flag(&mut self, key: &'static str, otherwise: bool) -> bool {
        let Some(node) = self.value(key) else {
            return otherwise;
        };
        match &node.value {
            Value::Flag(flag) => *flag,
            _ => {
                wrong(self.found, &self.at.key(key), node, "true or false");
                otherwise
            }
        }
    }

    /// One of a few words that must be there.
    pub(crate) fn choice<T: Word>(&mut self, key: &'static str, otherwise: T) -> T {
        let node = self.needed(key, "one of its words in quotes; see docs/authoring.md");
        self.as_choice(key, node, T::WORDS)
            .and_then(T::at)
            .unwrap_or(otherwise)
    }

    /// One of a few words that may be left out.
    pub(crate) fn maybe_choice<T: Word>(&mut self, key: &'static str) -> Option<T> {
        let node = self.value(key);
        self.as_choice(key, node, T::WORDS).and_then(T::at)
    }

    /// The place of the word among the words of its field.
    fn as_choice(&self, key: &str, node: Option<&Node<'_>>, words: &[&str]) -> Option<usize> {
        let node = node?;
        let at = self.at.key(key);
        let word = text(self.found, &at, node)?;
        let found = words.iter().position(|known| *known == word);
        if found.is_none() {
            let span = Some(node.span.clone());
            report(self.found, Code::WrongType, &at, span, || {
                (
                    format!("`{word}` is not a word this field knows"),
                    format!("write {}", either(words)),
                )
            });
        }
        found
    }

    /// A table that must be there.
    pub(crate) fn table<T>(&mut self, key: &'static str, read: Reader<'t, T>) -> T {
        let node = self.needed(key, "a table `[{}]`");
        let at = self.at.key(key);
        match node {
            Some(node) => Fields::read(node, &at, self.found, read),
            None => read(&mut Fields::absent(&at, self.found)),
        }
    }

    /// A table that may be left out.
    pub(crate) fn maybe_table<T>(&mut self, key: &'static str, read: Reader<'t, T>) -> Option<T> {
        let node = self.value(key)?;
        let at = self.at.key(key);
        Some(Fields::read(node, &at, self.found, read))
    }

    /// A list of tables that must be there.
    pub(crate) fn tables<T>(&mut self, key: &'static str, read: Reader<'t, T>) -> Vec<T> {
        let node = self.needed(key, "one or more tables `[[{}]]`");
        self.as_tables(key, node, read)
    }

    /// A list of tables that may be left out.
    pub(crate) fn maybe_tables<T>(&mut self, key: &'static str, read: Reader<'t, T>) -> Vec<T> {
        let node = self.value(key);
        self.as_tables(key, node, read)
    }

    fn as_tables<T>(&self, key: &str, node: Option<&'t Node<'t>>, read: Reader<'t, T>) -> Vec<T> {
        let mut tables = Vec::new();
        let at = self.at.key(key);
        for (index, node) in Self::few(self.found, &at, self.list(&at, node), MOST_TABLES)
            .iter()
            .enumerate()
        {
            tables.push(Fields::read(node, &at.index(index), self.found, read));
        }
        tables
    }

    /// The first entries of a list, as many as are read: what looks through them for each other's names is then bounded.
    fn few<T>(found: &Found, at: &At<'_>, list: &'t [T], most: usize) -> &'t [T] {
        list.get(..most).map_or(list, |few| {
            if list.len() > most {
                report(found, Code::TooLong, at, None, || {
                    (
                        format!("there are {} entries, and the most is {most}", list.len()),
                        "look for what was pasted too often, or split the aid".to_owned(),
                    )
                });
            }
            few
        })
    }

    fn list(&self, at: &At<'_>, node: Option<&'t Node<'t>>) -> &'t [Node<'t>] {
        match node.map(|node| (&node.value, node)) {
            None => &[],
            Some((Value::List(list), _)) => list,
            Some((_, node)) => {
                wrong(self.found, at, node, "`[[{}]]`, with two brackets,");
                &[]
            }
        }
    }

    /// Every field of a table whose names are the author's, by name.
    pub(crate) fn each<T>(&mut self, key: &'static str, read: Reader<'t, T>) -> Vec<(String, T)> {
        let mut entries = Vec::new();
        let node = self.needed(key, "a table, such as `cells.surgery = { … }`");
        let at = self.at.key(key);
        let table = node.and_then(|node| Fields::of(node, &at, self.found).table);
        for entry in Self::few(self.found, &at, table.unwrap_or_default(), MOST_TABLES) {
            let value = Fields::read(&entry.node, &at.key(&entry.key), self.found, read);
            entries.push((entry.key.to_string(), value));
        }
        entries
    }

    /// Reports every field that was not asked for.
    fn end(self) {
        for entry in self.table.unwrap_or_default() {
            if self.asked.contains(&&*entry.key) {
                continue;
            }
            let (at, span) = (self.at.key(&entry.key), Some(entry.key_span.clone()));
            report(self.found, Code::UnknownField, &at, span, || {
                (
                    format!("there is no field `{}` here", entry.key),
                    self.instead(&entry.key),
                )
            });
        }
    }

    /// What to write instead of a field that is not known.
    fn instead(&self, name: &str) -> String {
        #[cfg(feature = "authoring")]
        {
            let near = self
                .asked
                .iter()
                .map(|known| (strsim::damerau_levenshtein(known, name), known))
                .min();
            if let Some((0..=2, known)) = near {
                return format!("did you mean `{known}`?");
            }
        }
        let _ = name;
        format!("remove it; the fields here are {}", self.asked.join(", "))
    }
}

#[cfg(feature = "spoken")]
fn report(
    found: &Found,
    code: Code,
    at: &At<'_>,
    span: Option<Range<usize>>,
    said: impl FnOnce() -> (String, String),
) {
    let mut all = found.said.borrow_mut();
    if all.len() >= MOST_PROBLEMS {
        found.rest.set(found.rest.get() + 1);
        return;
    }
    let (message, remedy) = said();
    all.push((Problem::new(code, at.place(), message, remedy), span));
}

#[cfg(not(feature = "spoken"))]
fn report(found: &Found, _: Code, _: &At<'_>, _: Option<Range<usize>>, _: impl FnOnce() -> (String, String)) {
    found.0.set(true);
}

/// `{}` in `what` becomes the place as it stands in the brackets of a table.
fn wrong(found: &Found, at: &At<'_>, node: &Node<'_>, what: &str) {
    report(found, Code::WrongType, at, Some(node.span.clone()), || {
        let what = what.replace("{}", &header(at));
        (
            format!("this is {} where {what} is wanted", node.kind()),
            format!("write {}", what.trim_end_matches(',')),
        )
    });
}

fn text<'n>(found: &Found, at: &At<'_>, node: &'n Node<'_>) -> Option<&'n str> {
    if let Value::Text(text) = &node.value {
        return Some(text);
    }
    wrong(found, at, node, TEXT);
    None
}

fn number<T: TryFrom<u64>>(found: &Found, at: &At<'_>, node: &Node<'_>) -> Option<T> {
    let number = match &node.value {
        Value::Number(number) => T::try_from(*number).ok(),
        _ => None,
    };
    if number.is_none() {
        wrong(found, at, node, "a whole number of 0 or more");
    }
    number
}

/// A place as it stands in the brackets of a table: `outcome.figures`.
#[cfg(feature = "spoken")]
fn header(at: &At<'_>) -> String {
    let mut keys = String::new();
    for step in at.place().steps() {
        if let super::PlaceStep::Key(key) = step {
            if !keys.is_empty() {
                keys.push('.');
            }
            keys.push_str(key);
        }
    }
    keys
}

#[cfg(not(feature = "spoken"))]
fn header(_: &At<'_>) -> String {
    String::new()
}

/// "`fit` or `facts`"; "one of `a`, `b`, `c`".
fn either(words: &[&str]) -> String {
    match words {
        [a, b] => format!("`{a}` or `{b}`"),
        _ => format!("one of `{}`", words.join("`, `")),
    }
}
