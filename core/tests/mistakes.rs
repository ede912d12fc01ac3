//! What authors get wrong, a row a kind, with what must be said of it: `tests/fixtures/mistakes/mistakes.toml`.
#![cfg(feature = "authoring")]
#![expect(clippy::expect_used, reason = "helpers of tests fail the test")]

use std::fs;

use weighup_core::aid::{Code, Date, Problem};
use weighup_core::authoring::{Beside, SourceFile, beside, lay, read, translation};
use weighup_core::standards::examine;

const SOUND: &str = include_str!("../../tests/fixtures/aids/sound/aid.toml");
const MEASURED: &str = include_str!("aids/measured/aid.toml");
const TABLE: &str = include_str!("../../tests/fixtures/mistakes/mistakes.toml");

/// Every mistake, as TOML.
fn mistakes() -> Vec<toml::Table> {
    let table: toml::Table = toml::from_str(TABLE).expect("the table is TOML");
    let rows = table
        .get("mistake")
        .and_then(toml::Value::as_array)
        .expect("it has rows");
    rows.iter()
        .map(|row| row.as_table().expect("a row is a table").clone())
        .collect()
}

fn text<'r>(row: &'r toml::Table, key: &str) -> &'r str {
    row.get(key).and_then(toml::Value::as_str).unwrap_or_default()
}

fn list<'r>(row: &'r toml::Table, key: &str) -> Vec<&'r str> {
    let found = row.get(key).and_then(toml::Value::as_array);
    found
        .map(|list| list.iter().filter_map(toml::Value::as_str).collect())
        .unwrap_or_default()
}

/// What is said of a file beside the sound aid, or of the aid itself.
fn said(file: &str, aid: &str, bytes: &str) -> Vec<Problem> {
    let source = SourceFile {
        name: file,
        bytes: bytes.as_bytes(),
    };
    let original = SourceFile {
        name: "aid.toml",
        bytes: aid.as_bytes(),
    };
    match file {
        "aid.toml" => examine(source, None, Date::parse("2026-07-01")).problems,
        "overlay.toml" => lay(&read(original, None), source).problems,
        _ => match beside(source) {
            Beside::Translation => translation(&read(original, None), source).0,
            Beside::Stray(problem) => vec![*problem],
            Beside::Other => Vec::new(),
        },
    }
}

#[test]
fn every_mistake_is_told_by_what_it_is_and_what_to_do() {
    let mut wrong = Vec::new();
    for row in mistakes() {
        let what = text(&row, "what");
        let aid = if text(&row, "aid") == "measured" {
            MEASURED
        } else {
            SOUND
        };
        let file = if text(&row, "file").is_empty() {
            "aid.toml"
        } else {
            text(&row, "file")
        };
        let most = row.get("most").and_then(toml::Value::as_integer).unwrap_or(1);
        let ways = list(&row, "is");
        assert!(!ways.is_empty(), "{what}: no way to get it wrong");
        let before: Vec<String> = said("aid.toml", aid, aid)
            .iter()
            .map(ToString::to_string)
            .collect();
        for way in ways {
            let bytes = if file == "aid.toml" {
                assert!(
                    aid.contains(text(&row, "was")),
                    "{what}: the aid does not have what is replaced"
                );
                let times = if row.contains_key("everywhere") {
                    usize::MAX
                } else {
                    1
                };
                aid.replacen(text(&row, "was"), way, times)
            } else {
                way.replace("@aid", aid)
            };
            let found = said(file, aid, &bytes);
            let found: Vec<&Problem> = found
                .iter()
                .filter(|one| !before.contains(&one.to_string()))
                .collect();
            let told: Vec<String> = found.iter().map(ToString::to_string).collect();
            let told_all = told.join("\n");
            let fits = found.iter().any(|problem| {
                let line = problem.to_string();
                problem.code.as_str() == text(&row, "code")
                    && list(&row, "says").iter().all(|says| line.contains(says))
                    && (text(&row, "at").is_empty() || problem.place() == text(&row, "at"))
            });
            let many = i64::try_from(found.len()).expect("few");
            if !fits || many > most || told_all.contains("outcome[") || told_all.contains("option[") {
                wrong.push(format!("{what}: {way:?} gave\n{told_all}\n"));
            }
            assert!(
                found
                    .iter()
                    .all(|problem| problem.file.is_some() && problem.line.is_some()),
                "{what}: {told_all}"
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A file of another program is named as what it is.
#[test]
fn files_of_other_programs_are_named() {
    let utf16: Vec<u8> = SOUND.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked: Vec<u8> = [0xff, 0xfe].into_iter().chain(utf16.iter().copied()).collect();
    let big: Vec<u8> = SOUND.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (bytes, says) in [
        (&utf16[..], "UTF-16"),
        (&marked[..], "UTF-16"),
        (&big[..], "UTF-16"),
        (&b"PK\x03\x04\x14\x00\x06\x00word/document.xml"[..], "Word"),
        (&b"{\\rtf1\\ansi"[..], "rich text"),
        (&b"%PDF-1.7"[..], "PDF"),
    ] {
        let reading = read(
            SourceFile {
                name: "aid.toml",
                bytes,
            },
            None,
        );
        let said: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].contains(says) && said[0].contains("UTF-8"), "{said:?}");
    }
}

/// Each aid here has none of these: what is looked for is wrong wherever it stands.
#[test]
fn no_aid_here_is_told_off_for_nothing() {
    let aids = concat!(env!("CARGO_MANIFEST_DIR"), "/../decision-aids");
    let quiet = [
        Code::MarkupInText,
        Code::PastedSign,
        Code::SameName,
        Code::LongName,
        Code::BadContact,
        Code::BadYear,
        Code::BetterDirection,
        Code::VerbsDiffer,
        Code::NotPlural,
        Code::NoReason,
    ];
    let mut told = Vec::new();
    for folder in fs::read_dir(aids).expect("there are aids") {
        let path = folder.expect("a folder").path().join("aid.toml");
        let Ok(bytes) = fs::read(&path) else { continue };
        let found = examine(
            SourceFile {
                name: "aid.toml",
                bytes: &bytes,
            },
            None,
            Date::parse("2026-11-29"),
        );
        let mine = found
            .problems
            .iter()
            .filter(|problem| quiet.contains(&problem.code));
        told.extend(mine.map(|problem| format!("{}: {problem}", path.display())));
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
}
