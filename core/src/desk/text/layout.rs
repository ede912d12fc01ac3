//! The lines of a file of TOML: which of them is which field, and where the tables begin and end.

use std::collections::BTreeMap;
use std::ops::Range;

use super::literal::{Cursor, Holds, Literal};
use crate::aid::{Place, PlaceStep};

/// Every statement of a file, in its order.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) statements: Vec<Statement>,
    /// How long the text is.
    pub(super) end: usize,
}

/// A field, or the header of a table, with the whole lines it takes.
#[derive(Debug)]
pub(super) struct Statement {
    /// Its lines, with the line end.
    pub(super) lines: Range<usize>,
    /// Where the comment lines begin that stand directly above it.
    pub(super) lead: usize,
    /// Where what belongs to the statement before it ends. A comment apart from both by empty lines is of neither: it heads a part of
    /// the file, and stays where it is when entries around it are added, moved or removed.
    pub(super) apart: usize,
    /// What it names.
    pub(super) place: Place,
    /// Each of its names with the place it is the name of.
    pub(super) names: Vec<(Place, Range<usize>)>,
    /// The value of a field; `None` of a header.
    pub(super) value: Option<Literal>,
}

impl Layout {
    /// Reads the lines of a text that is known to be TOML. `None` when there is something it does not know.
    pub(super) fn of(text: &str) -> Option<Self> {
        let mut cursor = Cursor { text, at: 0 };
        let mut here = Place::root();
        let mut counts: BTreeMap<Place, usize> = BTreeMap::new();
        let (mut statements, mut lead) = (Vec::new(), None);
        // The first comment below an empty line, and whether there was one since the last statement.
        let (mut apart, mut gap) = (None, false);
        while cursor.at < text.len() {
            let start = cursor.at;
            cursor.blanks();
            if cursor.starts("#") || cursor.starts("\n") || cursor.starts("\r") || cursor.at == text.len() {
                if cursor.starts("#") {
                    lead = lead.or(Some(start));
                    apart = apart.or(gap.then_some(start));
                } else {
                    (lead, gap) = (None, true);
                }
                cursor.line_end();
                cursor.pass("\n");
                continue;
            }
            let mut names = Vec::new();
            let (place, value) = if cursor.pass("[") {
                let list = cursor.pass("[");
                let keys = cursor.keys()?;
                let mut place = Place::root();
                let last = keys.len();
                for (index, (key, span)) in keys.into_iter().enumerate() {
                    place = place.key(key);
                    names.push((place.clone(), span));
                    if list && index + 1 == last {
                        let count = counts.entry(place.clone()).or_default();
                        *count += 1;
                        place = place.index(*count - 1);
                    } else if let Some(count) = counts.get(&place) {
                        place = place.index(count.checked_sub(1)?);
                    }
                }
                here = place.clone();
                cursor.pass(if list { "]]" } else { "]" }).then_some(())?;
                (place, None)
            } else {
                let mut place = here.clone();
                for (key, span) in cursor.keys()? {
                    place = place.key(key);
                    names.push((place.clone(), span));
                }
                cursor.pass("=").then_some(())?;
                cursor.blanks();
                (place, Some(cursor.literal()?))
            };
            cursor.line_end();
            cursor.pass("\n");
            let above = lead.take().unwrap_or(start);
            statements.push(Statement {
                lines: start..cursor.at,
                lead: above,
                apart: apart.take().unwrap_or(above),
                place,
                names,
                value,
            });
            gap = false;
        }
        Some(Self {
            statements,
            end: text.len(),
        })
    }

    /// The value that is written at a place.
    pub(super) fn value(&self, place: &Place) -> Option<&Literal> {
        self.statements.iter().find_map(|statement| {
            let value = statement.value.as_ref()?;
            let inside = place.steps().strip_prefix(statement.place.steps())?;
            value.at(inside)
        })
    }

    /// The header of a table or of an entry of a list.
    pub(super) fn header(&self, place: &Place) -> Option<usize> {
        let mut all = self.statements.iter();
        all.position(|statement| statement.value.is_none() && statement.place == *place)
    }

    /// The lines of a table with a header: from the comments above it to those that are apart from it, or above the next that is not part
    /// of it.
    pub(super) fn block(&self, place: &Place) -> Option<Range<usize>> {
        let first = self.header(place)?;
        let start = self.statements.get(first)?.lead;
        let mut after = self.statements.iter().skip(first + 1);
        let next = after.find(|other| other.value.is_none() && !place.holds(&other.place));
        Some(start..next.map_or(self.end, |next| next.apart))
    }

    /// The last statement of a table's own body, below its header or at the top of the file.
    pub(super) fn last_of_body(&self, place: &Place) -> Option<&Statement> {
        let first = if place.steps().is_empty() {
            0
        } else {
            self.header(place)? + 1
        };
        let body = self.statements.iter().skip(first);
        body.take_while(|statement| statement.value.is_some()).last()
    }

    /// The blocks of the entries of a list, when they have headers.
    pub(super) fn blocks(&self, list: &Place) -> Vec<Range<usize>> {
        (0..).map_while(|index| self.block(&list.index(index))).collect()
    }

    /// Every name that is the name of this place.
    pub(super) fn names(&self, place: &Place) -> Vec<Range<usize>> {
        let mut out = Vec::new();
        for statement in &self.statements {
            out.extend(
                statement
                    .names
                    .iter()
                    .filter(|name| name.0 == *place)
                    .map(|name| name.1.clone()),
            );
            if let Some(value) = &statement.value {
                held(value, &statement.place, place, &mut out);
            }
        }
        out
    }
}

/// The names inside a value.
fn held(value: &Literal, here: &Place, wanted: &Place, out: &mut Vec<Range<usize>>) {
    if !here.holds(wanted) {
        return;
    }
    match &value.holds {
        Holds::One => {}
        Holds::List(list) => {
            for (index, value) in list.iter().enumerate() {
                held(value, &here.index(index), wanted, out);
            }
        }
        Holds::Table(fields) => {
            for field in fields {
                let mut place = here.clone();
                for (key, span) in &field.keys {
                    place = place.key(key);
                    if place == *wanted {
                        out.push(span.clone());
                    }
                }
                held(&field.value, &place, wanted, out);
            }
        }
    }
}

/// The place around a place, and its last step.
pub(super) fn around(place: &Place) -> Option<(Place, &PlaceStep)> {
    let (last, before) = place.steps().split_last()?;
    let around = before.iter().fold(Place::root(), |place, step| match step {
        PlaceStep::Key(key) => place.key(key),
        PlaceStep::Index(index) => place.index(*index),
    });
    Some((around, last))
}
