//! Which tests have run and passed in this run, so that what names them can be held against it.

use super::pick::Job;
use super::tally::Tally;
use crate::safety::{self, Kind, Test, pieces};
use anyhow::Result;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// A test that passed: the program or file it stands in, and its name there.
type Passed = (String, String);

static PASSED: Mutex<BTreeSet<Passed>> = Mutex::new(BTreeSet::new());

/// Remembers that a test passed.
pub(super) fn note(place: &str, name: &str) {
    let mut all = PASSED.lock().unwrap_or_else(PoisonError::into_inner);
    all.insert((place.to_owned(), name.to_owned()));
}

/// Holds the tests that the safety file names against those that passed; `None` where no group of theirs ran whole.
pub(super) fn named(jobs: &[Job]) -> Result<Option<Tally>> {
    let whole: Vec<&str> = jobs
        .iter()
        .filter(|job| job.only == super::pick::Only::default())
        .map(|job| job.group.name)
        .collect();
    let all = PASSED.lock().unwrap_or_else(PoisonError::into_inner);
    let mut tally = Tally::default();
    for test in safety::tests()? {
        // One that is not there is told by the group `safety`.
        let Ok(kind) = test.found() else { continue };
        if !whole.contains(&group(&test, kind)) {
            continue;
        }
        if all.iter().any(|passed| is(&test, passed)) {
            tally.passed += 1;
        } else {
            println!(
                "docs/safety names a test that did not run and pass: {}: {}",
                test.file, test.name
            );
            tally.failed += 1;
        }
    }
    Ok((tally != Tally::default()).then_some(tally))
}

/// The group that runs a test.
fn group(test: &Test, kind: Kind) -> &str {
    match kind {
        Kind::Rust => "rust",
        Kind::RustSlow => "rust-slow",
        Kind::Node => test.file.split('/').nth(1).unwrap_or_default(),
    }
}

/// Whether it is this test that passed.
fn is(test: &Test, (place, name): &Passed) -> bool {
    if !test.file.ends_with(".rs") {
        return *place == test.file && fits(name, &pieces(&test.name));
    }
    let path: Vec<&str> = name.split("::").collect();
    if path.last() != Some(&test.name.as_str()) {
        return false;
    }
    let file = Path::new(&test.file);
    let stem = file
        .file_stem()
        .and_then(|stem| stem.to_str())
        .unwrap_or_default();
    if test.file.contains("/tests/") && !test.file.contains("/src/") {
        // A program of tests, or a module of one that stands beside it.
        return place.starts_with(&format!("tests/{stem}.rs of "))
            || (place.starts_with("tests/") && path.contains(&stem));
    }
    let module = if stem == "mod" {
        file.parent()
            .and_then(Path::file_name)
            .and_then(|name| name.to_str())
    } else {
        Some(stem).filter(|stem| !["lib", "main"].contains(stem))
    };
    place.starts_with("src/") && module.is_none_or(|module| path.contains(&module))
}

/// Whether a title has the pieces, in order and with nothing around them.
fn fits(title: &str, pieces: &[&str]) -> bool {
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else {
        return false;
    };
    if pieces.len() == 1 {
        return title == *first;
    }
    let Some(mut rest) = title.strip_prefix(first).and_then(|rest| rest.strip_suffix(last)) else {
        return false;
    };
    for piece in pieces.iter().take(pieces.len() - 1).skip(1) {
        let Some((_, after)) = rest.split_once(piece) else {
            return false;
        };
        rest = after;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{fits, is, pieces};
    use crate::safety::Test;

    fn test(text: &str) -> Test {
        text.to_owned().try_into().unwrap()
    }

    #[test]
    fn a_test_is_known_by_where_it_stands() {
        let passed = |place: &str, name: &str| (place.to_owned(), name.to_owned());
        let saved = test("core/tests/saved.rs: it_is_kept");
        assert!(is(&saved, &passed("tests/saved.rs of saved", "it_is_kept")));
        assert!(is(&saved, &passed("tests/all.rs of all", "saved::it_is_kept")));
        assert!(!is(&saved, &passed("tests/other.rs of other", "it_is_kept")));
        assert!(!is(&saved, &passed("tests/saved.rs of saved", "it_is_kept_too")));
        let plan = test("web/src/parts/picture/plan.rs: rows");
        assert!(is(
            &plan,
            &passed("src/lib.rs of weighup_web", "parts::picture::plan::tests::rows")
        ));
        assert!(!is(
            &plan,
            &passed("src/lib.rs of weighup_web", "parts::text::tests::rows")
        ));
        let folder = test("core/src/aid/prose/mod.rs: rows");
        assert!(is(
            &folder,
            &passed("src/lib.rs of weighup_core", "aid::prose::tests::rows")
        ));
        let walk = test("tests/browser/walk.test.mjs: of ${kind}, all");
        assert!(is(
            &walk,
            &passed("tests/browser/walk.test.mjs", "of any kind, all")
        ));
        assert!(!is(
            &walk,
            &passed("tests/element/walk.test.mjs", "of any kind, all")
        ));
    }

    #[test]
    fn a_title_with_holes_fits_what_they_were_filled_with() {
        assert!(fits(
            "static page when it breaks",
            &pieces("static page when ${name}")
        ));
        assert!(fits("a: 1 and 2", &pieces("${x}: ${a} and ${b}")));
        assert!(!fits("b 1 and 2", &pieces("${x}: ${a} and ${b}")));
        assert!(!fits("a whole title, longer", &pieces("a whole title")));
    }
}
