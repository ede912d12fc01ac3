//! Broken aids, one kind of damage a folder, with the diagnostics they must give beside them.
#![cfg(feature = "authoring")]
#![expect(clippy::expect_used, reason = "helpers of tests fail the test")]

use std::fs;

use weighup_core::aid::{Aid, AidError, Code, Date, MAX_BYTES};
use weighup_core::authoring::{AidFiles, SourceFile, lay, read, read_files, translation};
use weighup_core::standards::{Examination, remarked};

/// Looked at on 1 July 2026, between the dates of the fixtures.
fn check(folder: &std::path::Path) -> Examination {
    let aid = fs::read(folder.join("aid.toml")).expect("the fixture has an aid");
    let review = fs::read(folder.join("review.toml")).ok();
    let review = review.as_deref().map(|bytes| SourceFile {
        name: "review.toml",
        bytes,
    });
    let file = SourceFile {
        name: "aid.toml",
        bytes: &aid,
    };
    let involvement = fs::read(folder.join("involvement.toml")).ok();
    let files = AidFiles {
        aid: file,
        review,
        involvement: involvement.as_deref().map(|bytes| SourceFile {
            name: "involvement.toml",
            bytes,
        }),
    };
    let mut found = remarked(read_files(files), files, Date::parse("2026-07-01"));
    if let Ok(welsh) = fs::read(folder.join("cy.toml")) {
        let (problems, _, _) = translation(
            &read(file, review),
            SourceFile {
                name: "cy.toml",
                bytes: &welsh,
            },
        );
        found.problems.extend(problems);
        found.aid = found
            .aid
            .filter(|_| !found.problems.iter().any(weighup_core::aid::Problem::is_error));
    }
    if let Ok(overlay) = fs::read(folder.join("overlay.toml")) {
        let laid = lay(
            &read(file, review),
            SourceFile {
                name: "overlay.toml",
                bytes: &overlay,
            },
        );
        found.problems.extend(laid.problems);
        found.aid = laid.aid;
    }
    found
}

fn lines(reading: &Examination) -> String {
    reading
        .problems
        .iter()
        .map(|problem| format!("{problem}\n"))
        .collect()
}

#[test]
fn every_kind_of_damage_is_named_at_its_line() {
    insta::glob!("../../tests/fixtures/aids/broken", "*/aid.toml", |path| {
        let folder = path.parent().expect("a fixture is in a folder");
        let reading = check(folder);
        assert!(
            !reading.problems.is_empty(),
            "nothing was found in {}",
            folder.display()
        );
        assert_eq!(
            reading.aid.is_none(),
            reading
                .problems
                .iter()
                .any(|problem| problem.is_error()
                    && ![Code::Expired, Code::LeafletWord].contains(&problem.code)),
            "errors of form, and only those, stop an aid"
        );
        for problem in &reading.problems {
            assert!(
                problem.file.is_some() && problem.line.is_some(),
                "{problem} has no place"
            );
            assert!(!problem.remedy.is_empty(), "{problem} has no remedy");
        }
        insta::with_settings!({
            snapshot_path => folder, snapshot_suffix => "", prepend_module_to_snapshot => false, omit_expression => true
        }, {
            insta::assert_snapshot!("diagnostics", lines(&reading));
        });
    });
}

#[test]
fn every_code_has_a_fixture() {
    let mut seen = std::collections::BTreeSet::new();
    let broken = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fixtures/aids/broken");
    for folder in fs::read_dir(broken).expect("there are fixtures") {
        seen.extend(
            check(&folder.expect("a folder").path())
                .problems
                .iter()
                .map(|problem| problem.code),
        );
    }
    // What authors get wrong in other ways has a table: `mistakes.rs` holds each row to its code.
    let table = include_str!("../../tests/fixtures/mistakes/mistakes.toml");
    let in_table = |code: &Code| table.contains(&format!("code = \"{}\"", code.as_str()));
    let missing: Vec<&str> = Code::ALL
        .iter()
        .filter(|code| !seen.contains(code) && !in_table(code))
        .map(|code| code.as_str())
        .collect();
    assert_eq!(missing, Vec::<&str>::new(), "add a fixture for each");
}

#[test]
fn the_sound_fixture_is_sound() {
    let sound = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fixtures/aids/sound");
    let reading = check(sound.as_ref());
    assert_eq!(lines(&reading), "");
    assert_eq!(reading.aid.expect("it is sound").id(), "fixture");
}

#[test]
fn an_example_of_a_record_of_involvement_has_nothing_wrong() {
    let involved = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fixtures/aids/involved");
    assert_eq!(lines(&check(involved.as_ref())), "");
}

#[test]
fn a_whole_translation_has_nothing_wrong() {
    let translated = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fixtures/aids/translated");
    assert_eq!(lines(&check(translated.as_ref())), "");
}

#[test]
fn huge_files_are_refused_unread() {
    let text = format!("title = \"{}\"\n", "a".repeat(10_000_000));
    let reading = read(
        SourceFile {
            name: "aid.toml",
            bytes: text.as_bytes(),
        },
        None,
    );
    assert_eq!(reading.problems.len(), 1);
    assert_eq!(reading.problems[0].code, Code::Unreadable);
    assert_eq!(
        Aid::from_json(&text),
        Err(AidError::TooLarge { bytes: text.len() })
    );
    assert!(text.len() > MAX_BYTES);
}

#[test]
fn depth_never_ends_the_program() {
    for text in [
        format!("x = {}{}\n", "[".repeat(100_000), "]".repeat(100_000)),
        format!("x = {{{} = 1}}\n", vec!["a"; 100_000].join(".")),
        format!("[{}]\n", vec!["a"; 100_000].join(".")),
        "x = ".to_owned() + &"{a = ".repeat(100_000),
    ] {
        let reading = read(
            SourceFile {
                name: "aid.toml",
                bytes: text.as_bytes(),
            },
            None,
        );
        assert!(
            reading
                .problems
                .iter()
                .any(|problem| problem.code == Code::Syntax)
        );
    }
    assert!(matches!(
        Aid::from_json(&"[".repeat(100_000)),
        Err(AidError::Problems(problems)) if problems.iter().any(|problem| problem.code == Code::Syntax)
    ));
}

#[test]
fn the_guide_explains_every_code() {
    let guide = include_str!("../../docs/authoring.md");
    for code in Code::ALL {
        let severity = format!("{:?}", code.severity()).to_lowercase();
        let row = format!("| `{}` | {severity} | {} |", code.as_str(), code.meaning());
        assert!(guide.contains(&row), "docs/authoring.md lacks {row}");
    }
}
