//! Reading the fields of a table, reporting what is missing, wrong or not known, and going on.

use std::borrow::Cow;
#[cfg(not(feature = "spoken"))]
use std::cell::Cell;
#[cfg(feature = "spoken")]
use std::cell::RefCell;
use std::ops::Range;

use super::form::read_or_stand_in;
#[cfg(feature = "spoken")]
use super::problem::{MOST_PROBLEMS, Problem, Severity};
use super::tree::{Entry, Node, Value, field};
use super::{At, Code, Form};

/// Problems found so far, each with a span when it is not simply the place's; only counted where none are spoken.
#[cfg(feature = "spoken")]
#[derive(Default)]
pub(crate) struct Found {
    said: RefCell<Vec<(Problem, Option<Range<usize>>)>>,
    /// Problems beyond the most that are listed.
    rest: std::cell::Cell<usize>,
    /// Every field has to be there, also one that may hold nothing.
    all_fields: bool,
}

#[cfg(not(feature = "spoken"))]
#[derive(Default)]
pub(crate) struct Found(Cell<bool>);

impl Found {
    /// Problems of a file in which every field has to be there, also one that may hold nothing: `null` says so.
    #[cfg(feature = "spoken")]
    pub(crate) fn of_all_fields() -> Self {
        Self {
            all_fields: true,
            ..Self::default()
        }
    }

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
    #[cfg(feature = "authoring")]
    built: bool,
}

/// Reads a table into a part of the document.
pub(crate) type Reader<'t, T> = fn(&mut Fields<'t, '_>) -> T;

/// Most tables of one list, and most fields of a table whose names are the author's.
pub(super) const MOST_TABLES: usize = 1_000;

/// The first entries of a list, as many as are read: what looks through them for each other's names is then bounded.
pub(super) fn few<'t, T>(found: &Found, at: &At<'_>, list: &'t [T], most: usize) -> &'t [T] {
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
        Self::with(table, at, found)
    }

    /// The value that a reader makes of a table that is not there. Nothing is reported.
    pub(crate) fn nothing<T>(read: Reader<'t, T>) -> T {
        let (at, found) = (At::ROOT, Found::default());
        read(&mut Fields::with(None, &at, &found))
    }

    /// The names of the fields that a reader asks for, in the order of their declaration.
    #[cfg(feature = "desk")]
    pub(crate) fn asked_by<T>(read: Reader<'t, T>) -> Vec<&'static str> {
        let (at, found) = (At::ROOT, Found::default());
        let mut fields = Fields::with(None, &at, &found);
        read(&mut fields);
        fields.asked
    }

    /// Reads a table of one field, and reports what is wrong with that.
    pub(crate) fn of_entry<T>(entry: &'t Entry<'t>, found: &Found, read: Reader<'t, T>) -> T {
        let at = At::ROOT;
        let mut fields = Fields::with(Some(std::slice::from_ref(entry)), &at, found);
        let value = read(&mut fields);
        fields.end();
        value
    }

    fn with(table: Option<&'t [Entry<'t>]>, at: &'a At<'a>, found: &'a Found) -> Self {
        Self {
            table,
            at,
            asked: Vec::new(),
            found,
            #[cfg(feature = "authoring")]
            built: true,
        }
    }

    /// Leaves out the fields that the build writes: here they would be somebody's mistake.
    #[cfg(feature = "authoring")]
    pub(crate) fn authored(&mut self) -> &mut Self {
        self.built = false;
        self
    }

    /// Whether the table is of a file that the build wrote.
    #[cfg(feature = "authoring")]
    pub(crate) fn is_built(&self) -> bool {
        self.built
    }

    /// Whether the table is of a file that the build wrote: nothing else comes here.
    #[cfg(not(feature = "authoring"))]
    pub(crate) const fn is_built(&self) -> bool {
        true
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

    /// A field of a form. It is reported as missing where a value of its type must be there.
    pub(crate) fn part<T: Form>(&mut self, key: &'static str) -> T {
        let node = match T::WANTED {
            Some(what) => self.needed(key, what),
            None => self.value(key),
        };
        self.as_form(key, node).unwrap_or_else(T::stand_in)
    }

    /// A field that may be left out.
    pub(crate) fn maybe<T: Form>(&mut self, key: &'static str) -> Option<T> {
        let node = self.value(key);
        self.as_form(key, node)
    }

    fn as_form<T: Form>(&self, key: &str, node: Option<&Node<'_>>) -> Option<T> {
        T::read(node?, &self.at.key(key), self.found)
    }

    /// Whether a field is there, without asking for it.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.table.is_some_and(|table| field(table, key).is_some())
    }

    /// Every field of a table whose names are the author's, by name, in the author's order.
    pub(crate) fn each<T: Form>(&mut self, key: &'static str) -> Vec<(String, T)> {
        let mut entries = Vec::new();
        let node = self.needed(key, "a table, such as `cells.surgery = { … }`");
        let at = self.at.key(key);
        let table = node.and_then(|node| Fields::of(node, &at, self.found).table);
        for entry in few(self.found, &at, table.unwrap_or_default(), MOST_TABLES) {
            let value = read_or_stand_in(&entry.node, &at.key(&entry.key), self.found);
            entries.push((entry.key.to_string(), value));
        }
        entries
    }

    /// Reports every field that was not asked for.
    fn end(self) {
        #[cfg(feature = "spoken")]
        if self.found.all_fields {
            self.end_of_all();
        }
        for entry in self.table.unwrap_or_default() {
            if self.asked.contains(&&*entry.key) {
                continue;
            }
            let (name, span) = (short(&entry.key), Some(entry.key_span.clone()));
            report(self.found, Code::UnknownField, &self.at.key(&name), span, || {
                (format!("there is no field `{name}` here"), self.instead(&name))
            });
        }
    }

    /// Reports every field that was asked for and is not there.
    #[cfg(feature = "spoken")]
    fn end_of_all(&self) {
        let table = self.table.unwrap_or_default();
        for key in &self.asked {
            if self.table.is_some() && field(table, key).is_none() {
                let said = || {
                    (
                        format!("`{key}` is missing"),
                        format!("add `{key}`; `null` says nothing"),
                    )
                };
                report(self.found, Code::MissingField, &self.at.key(key), None, said);
            }
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
pub(super) fn report(
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
pub(super) fn report(
    found: &Found,
    _: Code,
    _: &At<'_>,
    _: Option<Range<usize>>,
    _: impl FnOnce() -> (String, String),
) {
    found.0.set(true);
}

/// Most letters of a name that nobody knows: how near it comes to others is looked for, and it is said three times over.
const LONGEST_NAME: usize = 80;

/// A name that is not known, or the beginning of it.
fn short(name: &str) -> Cow<'_, str> {
    let end = name.char_indices().nth(LONGEST_NAME);
    let begins = end.and_then(|(end, _)| name.get(..end));
    begins.map_or(Cow::Borrowed(name), |begins| Cow::Owned(format!("{begins}…")))
}

/// `{}` in `what` becomes the place as it stands in the brackets of a table.
pub(crate) fn wrong(found: &Found, at: &At<'_>, node: &Node<'_>, what: &str) {
    report(found, Code::WrongType, at, Some(node.span.clone()), || {
        let what = what.replace("{}", &header(at));
        (
            format!("this is {} where {what} is wanted", node.kind()),
            format!("write {}", what.trim_end_matches(',')),
        )
    });
}

pub(super) fn text<'n>(found: &Found, at: &At<'_>, node: &'n Node<'_>) -> Option<&'n str> {
    if let Value::Text(text) = &node.value {
        return Some(text);
    }
    wrong(found, at, node, super::form::TEXT);
    None
}

pub(super) fn number<T: TryFrom<u64>>(found: &Found, at: &At<'_>, node: &Node<'_>) -> Option<T> {
    let given = match &node.value {
        Value::Number(number) => Some(*number),
        _ => None,
    };
    let number = given.and_then(|number| T::try_from(number).ok());
    match given {
        _ if number.is_some() => {}
        Some(given) => report(found, Code::WrongType, at, Some(node.span.clone()), || {
            let bits = 8 * size_of::<T>();
            let most =
                u64::MAX.checked_shr(u64::BITS.saturating_sub(u32::try_from(bits).unwrap_or(u64::BITS)));
            (
                format!("{given} is more than this can be"),
                format!(
                    "write at most {}; see whether digits were pasted twice",
                    most.unwrap_or(u64::MAX)
                ),
            )
        }),
        None => wrong(found, at, node, "a whole number of 0 or more"),
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
