//! Writes every slip of a source into it, each behind a switch, between marks by which an error of the compiler finds its slip.

use crate::find::{Mutant, Place};
use std::ops::Range;

/// A slip with the number of its switch.
pub(crate) type Numbered<'a> = (u32, &'a Mutant);

/// The source with all of them in it.
pub(crate) fn put(source: &str, mutants: &[Numbered<'_>]) -> String {
    let mut edits: Vec<Edit<'_>> = Vec::new();
    for &(number, mutant) in mutants {
        let at = mutant.place.range();
        match edits.iter_mut().find(|edit| edit.at == at) {
            Some(edit) => edit.slips.push((number, &mutant.place)),
            None => edits.push(Edit {
                at,
                slips: vec![(number, &mutant.place)],
            }),
        }
    }
    // A place between two bytes comes before what begins there, and what holds others before them.
    edits.sort_by_key(|edit| (edit.at.start, !edit.at.is_empty(), std::cmp::Reverse(edit.at.end)));
    let mut writer = Writer {
        source,
        edits: &edits,
        next: 0,
        out: String::with_capacity(source.len() * 2),
    };
    writer.between(0, source.len());
    writer.out
}

/// The slip that a place of a source that was written stands in, the innermost.
pub(crate) fn at(written: &str, byte: usize) -> Option<u32> {
    let before = written.get(..byte)?;
    let mut open: Vec<u32> = Vec::new();
    for (start, _) in before.match_indices("/*m") {
        let rest = before.get(start + 3..).unwrap_or_default();
        let closes = rest.starts_with('/');
        let number = rest
            .trim_start_matches('/')
            .split('*')
            .next()
            .and_then(|text| text.parse().ok());
        match number {
            Some(number) if closes => open.retain(|other| *other != number),
            Some(number) => open.push(number),
            None => {}
        }
    }
    open.pop()
}

impl Place {
    fn range(&self) -> Range<usize> {
        match self {
            Self::Instead(at, _) => at.clone(),
            Self::First(at, _) | Self::Never(at) => *at..*at,
        }
    }
}

struct Edit<'a> {
    at: Range<usize>,
    slips: Vec<(u32, &'a Place)>,
}

struct Writer<'a> {
    source: &'a str,
    edits: &'a [Edit<'a>],
    next: usize,
    out: String,
}

impl<'a> Writer<'a> {
    /// Writes these bytes, with the slips that stand in them.
    fn between(&mut self, from: usize, end: usize) {
        let edits = self.edits;
        let mut done = from;
        while let Some(edit) = edits
            .get(self.next)
            .filter(|edit| edit.at.end <= end && edit.at.start < end)
        {
            self.next += 1;
            self.as_it_is(done, edit.at.start);
            self.one(edit);
            done = edit.at.end;
        }
        self.as_it_is(done, end);
    }

    fn as_it_is(&mut self, from: usize, end: usize) {
        self.out.push_str(self.source.get(from..end).unwrap_or_default());
    }

    fn one(&mut self, edit: &Edit<'a>) {
        let mut instead = String::new();
        for (number, place) in &edit.slips {
            let (open, close) = (format!("/*m{number}*/"), format!("/*m/{number}*/"));
            let on = format!("crate::weighup_mutant::on({number})");
            match place {
                Place::Instead(_, now) => {
                    instead.push_str(&format!("if {on} {{ {open} {now} {close} }} else "));
                }
                Place::First(_, value) => {
                    self.out
                        .push_str(&format!(" if {on} {{ {open} return {value}; {close} }} "));
                }
                Place::Never(_) => self.out.push_str(&format!(" {open} if !{on} {close} ")),
            }
        }
        if !instead.is_empty() {
            self.out.push_str(&format!("({instead}{{ "));
            self.between(edit.at.start, edit.at.end);
            self.out.push_str(" })");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{at, put};
    use crate::find::find;

    const SOURCE: &str = "
/// A limit.
const LIMIT: u32 = 3 + 4;
fn near(a: u32, b: u32) -> bool {
    a < b && !(a + 1 == b)
}
fn name(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::One if kind.is_last() => None,
        Kind::Two => Some(\"two\"),
        _ => None,
    }
}
#[test]
fn tested() { assert!(1 < 2); }
";

    #[test]
    fn every_slip_of_a_source_is_behind_its_own_switch() {
        let mutants = find("core/src/a.rs", SOURCE).unwrap_or_default();
        let whats: Vec<&str> = mutants.iter().map(|mutant| mutant.what.as_str()).collect();
        for what in [
            "`near` gives back `true`",
            "`a < b` becomes `a <= b`",
            "`a < b` becomes `a > b`",
            "`a + 1` becomes `a - 1`",
            "`!(a + 1 == b)` becomes `(a + 1 == b)`",
            "`a < b && !(a + 1 == b)` becomes `a < b || !(a + 1 == b)`",
            "the arm `Kind::Two` is never taken",
            "`kind.is_last()` becomes `false`",
            "`name` gives back `None`",
            "`name` gives back `Some(\"xyzzy\")`",
        ] {
            assert!(whats.contains(&what), "{what} is not among {whats:#?}");
        }
        assert!(
            !whats
                .iter()
                .any(|what| what.contains("3 + 4") || what.contains("1 < 2")),
            "{whats:#?}"
        );
        let numbered: Vec<_> = (1..).zip(&mutants).collect();
        let written = put(SOURCE, &numbered);
        assert!(syn::parse_file(&written).is_ok(), "{written}");
        for (number, _) in numbered {
            assert_eq!(written.matches(&format!("on({number})")).count(), 1, "{written}");
        }
    }

    #[test]
    fn an_error_of_the_compiler_finds_its_slip() {
        let mutants = find("core/src/a.rs", SOURCE).unwrap_or_default();
        let numbered: Vec<_> = (1..).zip(&mutants).collect();
        let written = put(SOURCE, &numbered);
        let sum = numbered
            .iter()
            .find(|(_, mutant)| mutant.what == "`a + 1` becomes `a - 1`");
        let byte = written.find("a - 1").unwrap_or_default();
        assert_eq!(at(&written, byte), sum.map(|(number, _)| *number));
        assert_eq!(at(&written, written.find("tested").unwrap_or_default()), None);
        assert_eq!(
            at(&written, written.find("const LIMIT").unwrap_or_default()),
            None
        );
    }
}
