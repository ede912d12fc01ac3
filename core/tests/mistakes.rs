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
fn said(file: &str, aid: &str, bytes: &[u8]) -> Vec<Problem> {
    let source = SourceFile { name: file, bytes };
    let original = SourceFile {
        name: "aid.toml",
        bytes: aid.as_bytes(),
    };
    match file {
        "aid.toml" => examine(source, None, Date::parse("2026-07-01")).problems,
        "review.toml" => examine(original, Some(source), Date::parse("2026-07-01")).problems,
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
        let before: Vec<String> = said("aid.toml", aid, aid.as_bytes())
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
            let found = said(file, aid, bytes.as_bytes());
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

const GRADED: &str = include_str!("../../tests/fixtures/mistakes/graded.toml");

/// The grades, best first.
const GRADES: [&str; 5] = ["A", "B", "C", "D", "silent"];

/// What is said of one way of a mistake: its grade as a place in [`GRADES`], the first line that names it, and how many lines there are.
fn graded(row: &toml::Table, found: &[&Problem]) -> (usize, String, usize) {
    let names = list(row, "names");
    let line = |problem: &&Problem| problem.to_string();
    let named = found
        .iter()
        .map(line)
        .find(|line| names.iter().all(|name| line.contains(name)));
    let many = found.len();
    if row.contains_key("fine") {
        return (
            if many == 0 { 0 } else { 3 },
            "nothing, as nothing is wrong".to_owned(),
            many,
        );
    }
    match (many, named) {
        (0, _) => (4, "nothing".to_owned(), 0),
        (_, None) => (3, found.first().map(line).unwrap_or_default(), many),
        (1, Some(line)) => (0, line, many),
        (2..=3, Some(line)) => (1, line, many),
        (_, Some(line)) => (2, line, many),
    }
}

/// A row of the table of what is said of each kind of mistake now.
fn graded_row(number: usize, row: &toml::Table) -> (usize, String) {
    let newest = SOUND.replacen("format = 1", "format = 3", 1);
    let aid = match text(row, "aid") {
        "measured" => MEASURED,
        "newest" => &newest,
        _ => SOUND,
    };
    let file = if text(row, "file").is_empty() {
        "aid.toml"
    } else {
        text(row, "file")
    };
    let mut before = said("aid.toml", aid, aid.as_bytes());
    before.extend(
        said(file, aid, text(row, "right").as_bytes())
            .into_iter()
            .filter(|_| row.contains_key("right")),
    );
    let before: Vec<String> = before.iter().map(ToString::to_string).collect();
    let mut worst = (0, String::new(), 0);
    for way in list(row, "is") {
        let bytes = match text(row, "was") {
            "@utf16" => aid.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "@all" => way.as_bytes().to_vec(),
            _ if file != "aid.toml" => way.replace("@content", &content(aid)).into_bytes(),
            was => {
                assert!(
                    aid.contains(was),
                    "{}: the aid does not have what is replaced",
                    text(row, "what")
                );
                let times = if row.contains_key("everywhere") {
                    usize::MAX
                } else {
                    1
                };
                aid.replacen(was, way, times).into_bytes()
            }
        };
        let found = said(file, aid, &bytes);
        let found: Vec<&Problem> = found
            .iter()
            .filter(|one| !before.contains(&one.to_string()))
            .collect();
        let this = graded(row, &found);
        if this.0 > worst.0 || worst.1.is_empty() {
            worst = this;
        }
    }
    let (grade, says, lines) = worst;
    let cell = |text: &str| text.replace('|', "\\|").replace(['\n', '\u{1}'], " ");
    let line = format!(
        "| {number} | {} | {} | {} | {lines} | {} |",
        cell(text(row, "what")),
        text(row, "then"),
        cell(&says),
        GRADES.get(grade).copied().unwrap_or("?")
    );
    (grade, line)
}

/// What a reviewer of this content signs.
fn content(aid: &str) -> String {
    let unsigned =
        "[[reviewers]]\nname = \"Dr B\"\nrole = \"Consultant\"\ndate = \"2026-03-01\"\nversion = \"1.0.0\"\n";
    let void = said("review.toml", aid, unsigned.as_bytes());
    let void = void
        .iter()
        .find(|problem| problem.code == Code::ReviewVoid)
        .expect("it is void");
    void.remedy
        .split('"')
        .nth(1)
        .expect("it says what to sign")
        .to_owned()
}

const HEAD: &str = "# Mistakes of authors, graded again

An outside trial of writing an aid made 160 typical mistakes in November 2026 and graded what was said of them, kind by kind. Each kind it named is
made anew here by `core/tests/mistakes.rs` from `tests/fixtures/mistakes/graded.toml`, in one to three ways, and graded by a rule and not by a
person: **A** one line that names the fault and its remedy, **B** two or three lines with it among them, **C** more lines, **D** lines that do not name it,
**silent** none. A kind has the grade of its worst way. The trial kept no list of its 160; what is not here cannot be made again. \"A-\" was extra lines for one fault.

| | mistake | then | what is said now | lines | now |
|---|---|---|---|---|---|
";

/// Nobody grades this by hand: the table in the documents is what the rule says, and no kind is below B.
#[test]
fn the_mistakes_of_the_trial_are_graded() {
    let table: toml::Table = toml::from_str(GRADED).expect("the table is TOML");
    let kinds = table
        .get("kind")
        .and_then(toml::Value::as_array)
        .expect("it has kinds");
    let rows: Vec<(usize, String)> = kinds
        .iter()
        .enumerate()
        .map(|(at, kind)| graded_row(at + 1, kind.as_table().expect("a table")))
        .collect();
    let lines: Vec<&str> = rows.iter().map(|(_, line)| line.as_str()).collect();
    let written = format!("{HEAD}{}\n", lines.join("\n"));
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/reviews/2026-11-mistakes.md");
    if std::env::var_os("MISTAKES").is_some() {
        fs::write(file, &written).expect("it can be written");
    }
    let published = fs::read_to_string(file).expect("the table is published");
    assert_eq!(published, written, "run this test with MISTAKES=write");
    let below: Vec<&str> = rows
        .iter()
        .filter(|(grade, _)| *grade > 1)
        .map(|(_, line)| line.as_str())
        .collect();
    assert!(below.is_empty(), "below B:\n{}", below.join("\n"));
}
