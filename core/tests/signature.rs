//! A review is of one content and of a day that has come; else it is void, and every notice says why.
#![cfg(feature = "authoring")]
#![expect(clippy::panic, reason = "a test: failing is how it reports")]

use weighup_core::aid::Aid;
use weighup_core::authoring::{Reading, SourceFile, read};
use weighup_core::view::review_notice;

const TEXT: &str = include_str!("aids/gaps/aid.toml");

fn reading(text: &str, review: &str) -> Reading {
    let file = |name, text: &'static str| SourceFile {
        name,
        bytes: text.as_bytes(),
    };
    let leak = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
    read(
        file("aid.toml", leak(text)),
        Some(file("review.toml", leak(review))),
    )
}

fn aid(text: &str, review: &str) -> Aid {
    let reading = reading(text, review);
    reading.aid.unwrap_or_else(|| panic!("{:?}", reading.problems))
}

fn review(date: &str, version: &str, content: Option<&str>) -> String {
    let content = content.map_or_else(String::new, |content| format!("content = \"{content}\"\n"));
    format!(
        "[[reviewers]]\nname = \"Dr B\"\nrole = \"Consultant\"\ndate = \"{date}\"\nversion = \"{version}\"\n{content}"
    )
}

/// What `check` says is to be signed.
fn content(text: &str) -> String {
    let found = reading(text, &review("2026-03-01", "1.0.0", None)).problems;
    let void = found
        .iter()
        .find(|problem| problem.code.as_str() == "review-void");
    let remedy = void.map(|problem| problem.remedy.clone()).unwrap_or_default();
    let mut quoted = remedy.split('"');
    quoted.nth(1).unwrap_or_default().to_owned()
}

#[test]
fn what_check_says_makes_it_count_until_something_changes() {
    let signed = content(TEXT);
    assert_eq!(signed.len(), 64, "{signed}");
    let review = review("2026-03-01", "1.0.0", Some(&signed));
    let now = review_notice(&aid(TEXT, &review));
    assert_eq!(
        (now.reviewed, now.text.as_str()),
        (true, "Reviewed by Dr B, Consultant, on 1 March 2026.")
    );
    for (from, to) in [
        ("events = 90, people = 300", "events = 91, people = 300"),
        ("You wait, and see how it goes.", "You wait and see how it goes."),
        ("counts_as = \"nobody\"", "counts_as = \"everybody\""),
    ] {
        let changed = review_notice(&aid(&TEXT.replacen(from, to, 1), &review));
        assert!(!changed.reviewed, "{to}");
        assert_eq!(
            changed.text,
            "Not clinically reviewed. Dr B reviewed this version on 1 March 2026, and a text or a figure has changed since."
        );
    }
}

#[test]
fn what_cannot_count_says_why() {
    let signed = content(TEXT);
    let told = |date: &str, version: &str, content: Option<&str>| {
        let notice = review_notice(&aid(TEXT, &review(date, version, content)).on("2026-11-29"));
        assert!(!notice.reviewed);
        notice.text
    };
    let to_come = told("2027-12-01", "1.0.0", Some(&signed));
    assert!(
        to_come.contains("dated 1 December 2027, a day still to come"),
        "{to_come}"
    );
    let of_nothing = told("2026-03-01", "1.0.0", None);
    assert!(
        of_nothing.contains("does not say which texts and figures"),
        "{of_nothing}"
    );
    let no_such = told("2026-03-01", "9.0.0", Some(&signed));
    assert!(
        no_such.contains("is of version 9.0.0, and this is version 1.0.0"),
        "{no_such}"
    );
    let earlier = told("2026-03-01", "0.9.0", Some(&signed));
    assert!(
        earlier.contains("Version 0.9.0 was reviewed by Dr B"),
        "{earlier}"
    );
}

#[test]
fn no_author_writes_what_is_there_to_sign() {
    let text = format!("content = \"abc\"\n{}", review("2026-03-01", "1.0.0", None));
    let found = reading(TEXT, &text).problems;
    assert!(
        found
            .iter()
            .any(|problem| problem.code.as_str() == "unknown-field"),
        "{found:?}"
    );
}
