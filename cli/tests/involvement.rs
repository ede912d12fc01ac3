//! `weighup involvement` and the record beside an aid, as a person runs them.

mod common;

use std::fs;

use common::{folder, root, text, weighup};

const INVOLVED: &str = "tests/fixtures/aids/involved";

#[test]
fn a_record_is_checked_with_its_aid() {
    let sound = weighup(&["check", "--today", "2026-07-01", "--format", "plain", INVOLVED]);
    assert_eq!(sound.status.code(), Some(0), "{}", text(&sound.stdout));
    let wrong = "tests/fixtures/aids/broken/involvement-wrong";
    let found = text(&weighup(&["check", "--today", "2026-07-01", "--format", "plain", wrong]).stdout);
    for said in [
        "involvement.toml:",
        "error[bad-involvement]",
        "the record is of `another`",
    ] {
        assert!(found.contains(said), "{said}: {found}");
    }
}

#[test]
fn a_board_reads_a_page_and_a_table_over_any_number_of_aids() {
    let page = weighup(&["involvement", INVOLVED, "tests/fixtures/aids/sound"]);
    assert_eq!(page.status.code(), Some(0), "{}", text(&page.stderr));
    let page = text(&page.stdout);
    for said in [
        "Of 2 aids, 0 have a record of who was heard. One record is an example",
        "<h2>No record</h2>",
        "This is an example. Nobody took part.",
        "Nobody. There was no interpreter.",
        "<strong>You said</strong> Show photos of skin.",
        "<strong>We could not</strong> We have no photos",
        "Support and learning: nothing that was said speaks to it.",
        "GRIPP2 short form",
        "Of 3 things that were said, 1 were done, 1 in part, 1 not.",
    ] {
        assert!(page.contains(said), "{said}");
    }
    assert!(!page.contains("<script") && !page.contains("src="));
    let table = text(
        &weighup(&[
            "involvement",
            "--format",
            "csv",
            INVOLVED,
            "tests/fixtures/aids/sound",
        ])
        .stdout,
    );
    let lines: Vec<&str> = table.split("\r\n").collect();
    assert_eq!(lines.len(), 1 + 2 + 3 + 1 + 1, "{table}");
    assert!(lines[0].starts_with("line is,aid,aid version,example,for whom"));
    assert!(lines[1].starts_with("for whom,involved,1.0.0,example,Adults whose skin itches,,,"));
    assert!(lines[6].starts_with("no record,fixture,1.0.0"));
}

#[test]
fn a_real_record_is_counted() {
    let out = folder("involvement-real");
    for file in ["aid.toml", "involvement.toml"] {
        let whole = fs::read_to_string(root().join(INVOLVED).join(file)).unwrap();
        fs::write(out.join(file), whole.replace("example = true\n", "")).unwrap();
    }
    let page = text(&weighup(&["involvement", out.to_str().unwrap()]).stdout);
    assert!(page.contains("Of 1 aid, 1 has a record"), "{page}");
    assert!(
        page.contains(
            "<td>8 patients; 1 carers and families; health professionals (how many is not said)</td>"
        )
    );
    assert!(page.contains("<td>Adults who do not read English</td>"));
    let sundae = text(&weighup(&["sundae", out.to_str().unwrap()]).stdout);
    assert!(
        sundae.contains("With patients: Two meetings of an hour each"),
        "{sundae}"
    );
}

#[test]
fn hostile_words_stay_words_on_the_page_and_in_the_table() {
    let out = folder("involvement-hostile");
    for file in ["aid.toml", "involvement.toml"] {
        fs::copy(root().join(INVOLVED).join(file), out.join(file)).unwrap();
    }
    let file = out.join("involvement.toml");
    let record = fs::read_to_string(&file).unwrap();
    let record = record.replace(
        "That the pages say what a tablet is like.",
        "=cmd|'/c calc'!A1 \\\"<img src=x onerror=alert(1)>",
    );
    fs::write(&file, record).unwrap();
    let page = text(&weighup(&["involvement", out.to_str().unwrap()]).stdout);
    assert!(!page.contains("<img") && page.contains("&lt;img"), "{page}");
    let table = text(&weighup(&["involvement", "--format", "csv", out.to_str().unwrap()]).stdout);
    assert!(table.contains("\"'=cmd|'/c calc'!A1 \"\"<img"), "{table}");
}

#[test]
fn a_record_is_begun_once_and_never_written_over() {
    let out = folder("involvement-begun");
    fs::copy(
        root().join("tests/fixtures/aids/sound/aid.toml"),
        out.join("aid.toml"),
    )
    .unwrap();
    let begin = || weighup(&["involvement", "--begin", out.to_str().unwrap()]);
    let first = begin();
    assert_eq!(first.status.code(), Some(0), "{}", text(&first.stderr));
    let written = fs::read_to_string(out.join("involvement.toml")).unwrap();
    assert!(written.contains("who = \"Tests.\""), "{written}");
    let again = begin();
    assert_eq!(again.status.code(), Some(2));
    assert!(text(&again.stderr).contains("is there already"));
    assert_eq!(fs::read_to_string(out.join("involvement.toml")).unwrap(), written);
    let check = weighup(&[
        "check",
        "--today",
        "2026-07-01",
        "--format",
        "plain",
        out.to_str().unwrap(),
    ]);
    assert_eq!(check.status.code(), Some(0), "{}", text(&check.stdout));
    assert!(text(&check.stdout).contains("warning[placeholder]"));
    let several = weighup(&["involvement", "--begin", "decision-aids"]);
    assert_eq!(several.status.code(), Some(2));
}
