//! Nothing that is read stops the work, and nothing is dropped without being counted and named.

use std::fs;

use weighup_report::line::{self, Refused};
use weighup_report::run;
use weighup_report::take::Taken;

use crate::support::{counted, file, folder, lines};

fn taken(path: &std::path::Path) -> Taken {
    let to = folder();
    run::take_in(
        &[path.display().to_string()],
        to.path(),
        &std::env::temp_dir(),
        &mut |_| {},
    )
    .unwrap()
}

fn refused(line: &str) -> Refused {
    line::read(line.as_bytes(), |_| ()).unwrap_err()
}

#[test]
fn every_kind_of_wrong_row_is_counted_and_named() {
    let good = lines(9, 3);
    let rows: Vec<&str> = good.lines().collect();
    let future = rows[1].replace("\"version\":1,", "\"version\":2,\"mood\":\"calm\",");
    let unknown = rows[2].replace("\"finished\":", "\"name\":\"Anna\",\"finished\":");
    let unlisted = rows[3].replace("\"month\":\"", "\"month\":\"in ");
    let wrong_kind = rows[4].replace("\"asked\":3", "\"asked\":\"my own words\"");
    let missing = rows[5].replace("\"hash\":null", "\"hash\":null,\"hash\":null");
    let cut = &rows[6][..rows[6].len() / 2];
    let long = format!("{{\"format\":\"{}\"}}", "x".repeat(100_000));
    let text = [
        rows[0],
        &future,
        &unknown,
        &unlisted,
        &wrong_kind,
        &missing,
        rows[0],
        "[1,2]",
        "hello",
        "",
        &long,
        rows[8],
        cut,
    ]
    .join("\n");
    let place = folder();
    let mut bytes = text.into_bytes();
    bytes.splice(0..0, b"\xff\xfe\n".iter().copied());
    let path = file(place.path(), "clinic.jsonl", bytes);
    let taken = taken(&path);
    assert_eq!((taken.people(), taken.again(), taken.refusals()), (2, 1, 10));
    let reasons: Vec<&str> = taken.refused.keys().map(String::as_str).collect();
    assert_eq!(
        reasons,
        [
            "`month` is not a month such as 2026-11",
            "`understanding.asked` is not a whole number of 0 or more",
            "a field is there twice: hash",
            "a field that this version does not have: name",
            "the line is cut off",
            "the line is longer than 64 KB",
            "the line is not JSON",
            "the line is not a record of given answers",
            "the line is not text in UTF-8",
            "the line is of a later version than this report knows; use a newer report",
        ]
    );
    assert!(taken.refused.values().all(|rows| *rows == 1));
    assert_eq!(taken.examples[0].row, 1);
    assert!(
        taken
            .examples
            .iter()
            .all(|example| example.file.ends_with("clinic.jsonl"))
    );
    let said = serde_json::to_string(&taken).unwrap();
    assert!(
        !said.contains("Anna") && !said.contains("own words"),
        "what stood there is never repeated"
    );
}

#[test]
fn a_field_with_a_hostile_name_is_named_safely() {
    let row = lines(1, 1);
    let hostile = row.replace(
        "\"finished\":",
        "\"<script>alert(1)</script> and a very long tail\":1,\"finished\":",
    );
    let Refused::Unknown(name) = refused(hostile.trim()) else {
        panic!("read")
    };
    assert_eq!(name, "?script?alert?1???script??and?a?…");
}

#[test]
fn values_that_cannot_be_are_refused_by_their_column() {
    let text = lines(400, 5);
    let with = |part: &str| text.lines().find(|line| line.contains(part)).unwrap();
    let changed = |from: &str, to: &str| refused(&with(from).replace(from, to)).to_string();
    assert_eq!(
        changed("\"before\":\"considering\"", "\"before\":\"keen\""),
        "`stage.before` is not one of `not-started`, `considering`, `close-to-choosing`, `chosen`"
    );
    assert_eq!(
        changed("\"needs\":[\"in-full\"]", "\"needs\":[\"in-full\",\"in-full\"]"),
        "`needs` is not a list that names each once"
    );
    assert_eq!(
        changed("\"gap\":\"some\"", "\"gap\":\"wide\""),
        "`gap` is not one of `none`, `some`, `large`"
    );
    assert_eq!(
        changed("\"answers\":[9,9,9]", "\"answers\":[9,9,10]"),
        "`measures` is not answers to a questionnaire, on its scale and as many as it has"
    );
    assert_eq!(
        changed(
            "\"asked\":3,\"right\":[\"which-lasts\"",
            "\"asked\":0,\"right\":[\"which-lasts\""
        ),
        "`understanding` is not answers to as many questions as are asked, 100 at most"
    );
    let id = changed("\"id\":\"", "\"id\":\"!");
    assert_eq!(id, "`id` is not 22 letters, digits, hyphens and underscores");
    // A questionnaire with a gap has no score, and its row counts all the same.
    let gap = with("\"answers\":[9,9,9]").replace("\"answers\":[9,9,9]", "\"answers\":[9,null,9]");
    line::read(gap.as_bytes(), |row| {
        assert_eq!((row.collaborate, row.unscored), (None, 1))
    })
    .unwrap();
}

#[test]
fn collaborate_is_scored_as_core_scores_it() {
    let text = lines(3_000, 8);
    let mut forms = Vec::new();
    let mut top = 0;
    for row in text.lines() {
        line::read(row.as_bytes(), |row| {
            if let Some(sum) = row.collaborate {
                let part = |place: i8| Some((sum - 9 * place).clamp(0, 9) as u8);
                forms.push([part(0), part(1), part(2)]);
                top += u32::from(sum == 27);
            }
        })
        .unwrap();
    }
    let score = weighup_core::measures::collaborate(&forms).unwrap();
    assert!((score.top_score - 100.0 * f64::from(top) / forms.len() as f64).abs() < 1e-9);
}

#[test]
fn folders_patterns_and_files_are_read_each_once() {
    let place = folder();
    let text = lines(30, 2);
    let rows: Vec<&str> = text.lines().collect();
    file(place.path(), "a/one.jsonl", rows[..10].join("\n"));
    file(place.path(), "a/deep/two.ndjson", rows[10..20].join("\r\n"));
    file(
        place.path(),
        "b/three.JSONL",
        format!("\u{feff}{}", rows[20..].join("\n")),
    );
    file(place.path(), "b/notes.txt", "not read");
    let at = place.path().display();
    let paths = [
        format!("{at}"),
        format!("{at}/a/one.jsonl"),
        format!("{at}/?/*.[jJ]*"),
    ];
    let to = folder();
    let taken = run::take_in(&paths, to.path(), &std::env::temp_dir(), &mut |_| {}).unwrap();
    assert_eq!(
        (
            taken.files.len(),
            taken.people(),
            taken.again(),
            taken.passed_over
        ),
        (3, 30, 0, 1)
    );
}

/// A table of which every row counts is read where it stands, and of another the rows that count: whichever it is, people are those of
/// the lines.
#[test]
fn tables_that_stand_where_they_are_give_what_their_lines_give() {
    let place = folder();
    let (first, second) = (lines(300, 31), lines(300, 32));
    let again: Vec<&str> = first.lines().skip(200).chain(second.lines()).collect();
    let one = file(place.path(), "one.jsonl", &first);
    let two = file(place.path(), "two.jsonl", again.join("\n"));
    let mut tables = Vec::new();
    for path in [&one, &two] {
        let to = place.path().join(path.file_stem().unwrap());
        run::take_in(
            &[path.display().to_string()],
            &to,
            &std::env::temp_dir(),
            &mut |_| {},
        )
        .unwrap();
        tables.push(to);
    }
    let (_, of_lines, _) = counted(&[&one, &two]);
    let (_, of_tables, taken) = counted(&[&tables[0], &tables[1]]);
    assert_eq!((taken.people(), taken.again()), (600, 100));
    assert_eq!(of_tables, of_lines);
    // The tables are where they were, and as they were.
    let (_, once_more, _) = counted(&[&tables[0], &tables[1]]);
    assert_eq!(once_more, of_lines);
}

#[test]
fn tables_are_checked_as_lines_are() {
    let place = folder();
    let path = file(place.path(), "all.jsonl", lines(500, 4));
    let once = folder();
    run::take_in(
        &[path.display().to_string()],
        once.path(),
        &std::env::temp_dir(),
        &mut |_| {},
    )
    .unwrap();
    let again = folder();
    let both = [once.path().display().to_string(), path.display().to_string()];
    let read = run::take_in(&both, again.path(), &std::env::temp_dir(), &mut |_| {}).unwrap();
    assert_eq!((read.people(), read.again(), read.refusals()), (500, 500, 0));
    // A damaged table: cut off, and with bytes turned over in the middle.
    let table = once.path().join("given-00000.parquet");
    let bytes = fs::read(&table).unwrap();
    let cut = file(place.path(), "cut.parquet", &bytes[..bytes.len() / 2]);
    let read = taken(&cut);
    assert_eq!(
        (read.people(), read.files[0].broken.as_deref()),
        (0, Some("it is no whole Parquet file"))
    );
    for start in [100, bytes.len() / 3, bytes.len() / 2] {
        let mut turned = bytes.clone();
        turned[start..start + 400]
            .iter_mut()
            .for_each(|byte| *byte = !*byte);
        let read = taken(&file(place.path(), "turned.parquet", turned));
        // Whatever can still be read is checked; the rest is counted as lost.
        assert_eq!(read.rows() + read.lost(), 500, "{start}");
    }
}
