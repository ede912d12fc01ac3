//! Reading the fields of a table, reporting what is missing, wrong or not known, and going on.

use std::cell::RefCell;
use std::ops::Range;

use serde::de::DeserializeOwned;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as ValueError, StrDeserializer};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::aid::{Code, Place, PlaceStep, Problem};

type Value<'t> = Spanned<DeValue<'t>>;

/// Problems found so far, each with a span when it is not simply the place's.
#[derive(Default)]
pub(super) struct Found(RefCell<Vec<(Problem, Option<Range<usize>>)>>);

impl Found {
    pub(super) fn into_problems(self) -> Vec<(Problem, Option<Range<usize>>)> {
        self.0.into_inner()
    }
}

/// The fields of one table. What is not asked for before [`Fields::end`] is reported as unknown.
pub(super) struct Fields<'t, 'f> {
    table: Option<&'t DeTable<'t>>,
    place: Place,
    asked: Vec<&'static str>,
    found: &'f Found,
}

impl<'t, 'f> Fields<'t, 'f> {
    pub(super) fn root(table: &'t DeTable<'t>, found: &'f Found) -> Self {
        Self {
            table: Some(table),
            place: Place::root(),
            asked: Vec::new(),
            found,
        }
    }

    /// A stand-in for a table that is missing or of the wrong type; it reports nothing more.
    fn absent(place: Place, found: &'f Found) -> Self {
        Self {
            table: None,
            place,
            asked: Vec::new(),
            found,
        }
    }

    fn report(&self, problem: Problem, span: Option<Range<usize>>) {
        if self.table.is_some() {
            self.found.0.borrow_mut().push((problem, span));
        }
    }

    fn value(&mut self, key: &'static str) -> Option<&'t Value<'t>> {
        self.asked.push(key);
        self.table?.get(key)
    }

    fn needed(&mut self, key: &'static str, what: &str) -> Option<&'t Value<'t>> {
        let value = self.value(key);
        if value.is_none() {
            let place = self.place.key(key);
            let problem = Problem::new(
                Code::MissingField,
                place,
                format!("`{key}` is missing"),
                format!("add `{key}`, {what}"),
            );
            self.report(problem, None);
        }
        value
    }

    fn wrong(&self, place: Place, value: &Value<'_>, what: &str) {
        let kind = value.get_ref().type_str();
        let message = format!("this is {} where {what} is wanted", with_article(kind));
        self.report(
            Problem::new(
                Code::WrongType,
                place,
                message,
                format!("write {}", what.trim_end_matches(',')),
            ),
            Some(value.span()),
        );
    }

    /// A text that must be there.
    pub(super) fn text(&mut self, key: &'static str) -> String {
        let value = self.needed(key, "a text in quotes");
        value
            .and_then(|value| self.as_text(self.place.key(key), value))
            .unwrap_or_default()
    }

    /// A text that may be left out.
    pub(super) fn maybe_text(&mut self, key: &'static str) -> Option<String> {
        let value = self.value(key)?;
        self.as_text(self.place.key(key), value)
    }

    fn as_text(&self, place: Place, value: &Value<'_>) -> Option<String> {
        match value.get_ref() {
            DeValue::String(text) => Some(text.to_string()),
            _ => {
                self.wrong(place, value, "a text in quotes");
                None
            }
        }
    }

    /// A list of texts that must be there.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<String> {
        match self.needed(key, "a list of texts in square brackets") {
            Some(value) => self.as_texts(key, value),
            None => Vec::new(),
        }
    }

    /// A list of texts that may be left out.
    pub(super) fn maybe_texts(&mut self, key: &'static str) -> Vec<String> {
        self.value(key)
            .map(|value| self.as_texts(key, value))
            .unwrap_or_default()
    }

    fn as_texts(&self, key: &str, value: &Value<'_>) -> Vec<String> {
        let place = self.place.key(key);
        let DeValue::Array(list) = value.get_ref() else {
            self.wrong(place, value, "a list of texts in square brackets");
            return Vec::new();
        };
        let text = |(index, value)| self.as_text(place.index(index), value).unwrap_or_default();
        list.iter().enumerate().map(text).collect()
    }

    /// A whole number that must be there.
    pub(super) fn number<T: TryFrom<u64> + Default>(&mut self, key: &'static str) -> T {
        let value = self.needed(key, "a whole number");
        value
            .and_then(|value| self.as_number(self.place.key(key), value))
            .unwrap_or_default()
    }

    /// A whole number that may be left out.
    pub(super) fn maybe_number<T: TryFrom<u64>>(&mut self, key: &'static str) -> Option<T> {
        let value = self.value(key)?;
        self.as_number(self.place.key(key), value)
    }

    fn as_number<T: TryFrom<u64>>(&self, place: Place, value: &Value<'_>) -> Option<T> {
        let number = match value.get_ref() {
            DeValue::Integer(number) => u64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        let number = number.and_then(|number| T::try_from(number).ok());
        if number.is_none() {
            self.wrong(place, value, "a whole number of 0 or more");
        }
        number
    }

    /// Two whole numbers, `[low, high]`, that may be left out.
    pub(super) fn maybe_pair(&mut self, key: &'static str) -> Option<[u32; 2]> {
        let value = self.value(key)?;
        let place = self.place.key(key);
        match value.get_ref() {
            DeValue::Array(list) if list.len() == 2 => {
                let mut ends = list
                    .iter()
                    .enumerate()
                    .map(|(i, end)| self.as_number(place.index(i), end));
                let (low, high) = (ends.next().flatten(), ends.next().flatten());
                Some([low?, high?])
            }
            _ => {
                self.wrong(place, value, "two whole numbers, `[low, high]`");
                None
            }
        }
    }

    /// True or false, with what it is when left out.
    pub(super) fn flag(&mut self, key: &'static str, otherwise: bool) -> bool {
        let Some(value) = self.value(key) else {
            return otherwise;
        };
        match value.get_ref() {
            DeValue::Boolean(flag) => *flag,
            _ => {
                self.wrong(self.place.key(key), value, "true or false");
                otherwise
            }
        }
    }

    /// One of a few words that must be there.
    pub(super) fn choice<T: DeserializeOwned>(&mut self, key: &'static str, otherwise: T) -> T {
        match self.needed(key, "one of its words in quotes; see docs/authoring.md") {
            Some(value) => self.as_choice(key, value).unwrap_or(otherwise),
            None => otherwise,
        }
    }

    /// One of a few words that may be left out.
    pub(super) fn maybe_choice<T: DeserializeOwned>(&mut self, key: &'static str) -> Option<T> {
        let value = self.value(key)?;
        self.as_choice(key, value)
    }

    fn as_choice<T: DeserializeOwned>(&self, key: &str, value: &Value<'_>) -> Option<T> {
        let place = self.place.key(key);
        let word = self.as_text(place.clone(), value)?;
        let reader: StrDeserializer<'_, ValueError> = word.as_str().into_deserializer();
        match T::deserialize(reader) {
            Ok(choice) => Some(choice),
            Err(error) => {
                // serde says "unknown variant `x`, expected one of `a`, `b`".
                let error = error.to_string();
                let expected = error
                    .split_once("expected ")
                    .map_or("another word", |(_, words)| words);
                let problem = Problem::new(
                    Code::WrongType,
                    place,
                    format!("`{word}` is not a word this field knows"),
                    format!("write {expected}"),
                );
                self.report(problem, Some(value.span()));
                None
            }
        }
    }

    /// A table that must be there.
    pub(super) fn table<T>(&mut self, key: &'static str, read: impl Fn(Fields<'t, 'f>) -> T) -> T {
        let place = self.place.key(key);
        match self.needed(key, &format!("a table `[{key}]`")) {
            Some(value) => self.as_table(place, value, read),
            None => read(Fields::absent(place, self.found)),
        }
    }

    fn as_table<T>(&self, place: Place, value: &'t Value<'t>, read: impl Fn(Fields<'t, 'f>) -> T) -> T {
        let table = match value.get_ref() {
            DeValue::Table(table) => Some(table),
            _ => {
                self.wrong(place.clone(), value, "a table");
                None
            }
        };
        read(Fields {
            table,
            place,
            asked: Vec::new(),
            found: self.found,
        })
    }

    /// A list of tables that must be there.
    pub(super) fn tables<T>(&mut self, key: &'static str, read: impl Fn(Fields<'t, 'f>) -> T) -> Vec<T> {
        match self.needed(key, &format!("one or more tables `[[{}]]`", self.header(key))) {
            Some(value) => self.as_tables(key, value, read),
            None => Vec::new(),
        }
    }

    /// A list of tables that may be left out.
    pub(super) fn maybe_tables<T>(
        &mut self,
        key: &'static str,
        read: impl Fn(Fields<'t, 'f>) -> T,
    ) -> Vec<T> {
        self.value(key)
            .map(|value| self.as_tables(key, value, read))
            .unwrap_or_default()
    }

    fn as_tables<T>(&self, key: &str, value: &'t Value<'t>, read: impl Fn(Fields<'t, 'f>) -> T) -> Vec<T> {
        let place = self.place.key(key);
        let DeValue::Array(list) = value.get_ref() else {
            self.wrong(
                place,
                value,
                &format!("`[[{}]]`, with two brackets,", self.header(key)),
            );
            return Vec::new();
        };
        list.iter()
            .enumerate()
            .map(|(index, value)| self.as_table(place.index(index), value, &read))
            .collect()
    }

    /// A key as it stands in the brackets of a table: `outcome.figures`.
    fn header(&self, key: &str) -> String {
        let keys = self.place.steps().iter().filter_map(|step| match step {
            PlaceStep::Key(key) => Some(key.as_str()),
            PlaceStep::Index(_) => None,
        });
        keys.chain([key]).collect::<Vec<_>>().join(".")
    }

    /// Every field of a table whose names are the author's.
    pub(super) fn each<T>(
        &mut self,
        key: &'static str,
        read: impl Fn(Fields<'t, 'f>) -> T,
    ) -> Vec<(String, T)> {
        let place = self.place.key(key);
        let Some(value) = self.needed(key, &format!("a table, such as `{key}.surgery = {{ … }}`")) else {
            return Vec::new();
        };
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong(place, value, "a table");
            return Vec::new();
        };
        let entry = |(name, value): (&'t Spanned<toml::de::DeString<'t>>, &'t Value<'t>)| {
            let name = name.get_ref().to_string();
            let read = self.as_table(place.key(name.clone()), value, &read);
            (name, read)
        };
        table.iter().map(entry).collect()
    }

    /// Reports every field that was not asked for.
    pub(super) fn end(self) {
        let Some(table) = self.table else { return };
        for (key, _) in table.iter() {
            let name = key.get_ref().as_ref();
            if self.asked.contains(&name) {
                continue;
            }
            let near = self
                .asked
                .iter()
                .map(|known| (strsim::damerau_levenshtein(known, name), known))
                .min();
            let remedy = match near {
                Some((distance, known)) if distance <= 2 => format!("did you mean `{known}`?"),
                _ => format!("remove it; the fields here are {}", self.asked.join(", ")),
            };
            let place = self.place.key(name);
            let problem = Problem::new(
                Code::UnknownField,
                place,
                format!("there is no field `{name}` here"),
                remedy,
            );
            self.report(problem, Some(key.span()));
        }
    }
}

fn with_article(kind: &str) -> String {
    let article = if kind.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {kind}")
}
