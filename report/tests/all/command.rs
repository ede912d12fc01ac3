//! The command as a person runs it.

use std::fs;

use crate::support::{file, folder, lines, weighup_report};

#[test]
fn a_first_page_takes_one_command() {
    let place = folder();
    let out = place.path().join("first");
    let done = weighup_report(&["--sample", "--out", &out.display().to_string()]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let page = fs::read_to_string(out.join("report.html")).unwrap();
    assert!(page.contains("These answers are made up."));
    assert!(
        !page.contains("<script") && !page.contains("://"),
        "no script, and nothing from elsewhere"
    );
    for title in [
        "You said, we did, and this moved",
        "Month by month",
        "CollaboRATE",
        "Aid by aid",
    ] {
        assert!(page.contains(title), "{title}");
    }
    for table in [
        "people",
        "end",
        "collaborate",
        "opened",
        "changes",
        "months",
        "read",
    ] {
        assert!(
            out.join("tables").join(format!("{table}.csv")).is_file(),
            "{table}"
        );
        assert!(
            out.join("tables").join(format!("{table}.parquet")).is_file(),
            "{table}"
        );
    }
    assert!(!page.contains("NaN"));
}

#[test]
fn counts_of_another_engine_give_the_same_page() {
    let place = folder();
    let at = |name: &str| place.path().join(name).display().to_string();
    file(place.path(), "given/all.jsonl", lines(800, 9));
    assert!(
        weighup_report(&[&at("given"), "--out", &at("one")])
            .status
            .success()
    );
    assert!(
        weighup_report(&["count", &at("given"), "--to", &at("counts")])
            .status
            .success()
    );
    assert!(
        weighup_report(&["--from", &at("counts"), "--out", &at("two")])
            .status
            .success()
    );
    let read = |name: &str| fs::read_to_string(place.path().join(name).join("report.html")).unwrap();
    let engine = "Counted by the engine that wrote the tables.";
    assert_eq!(
        read("one").replace("Counted by Apache DataFusion.", engine),
        read("two")
    );
    for table in fs::read_dir(place.path().join("one/tables")).unwrap().flatten() {
        let other = place.path().join("two/tables").join(table.file_name());
        assert_eq!(
            fs::read(table.path()).unwrap(),
            fs::read(other).unwrap(),
            "{:?}",
            table.file_name()
        );
    }
    assert!(place.path().join("counts/NOT-FOR-PUBLISHING.txt").is_file());
}

#[test]
fn what_people_asked_for_stands_beside_what_moved() {
    let place = folder();
    let at = |name: &str| place.path().join(name).display().to_string();
    let aids = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/aids/involved");
    // The made-up answers, of the aid of the fixture and its version.
    let text = lines(3_000, 12)
        .replace("synthetic-ear", "involved")
        .replace("1.1.0", "1.0.0");
    let text: String = text
        .lines()
        .map(|line| {
            let early = ["01", "02", "03", "04", "05", "06"]
                .iter()
                .any(|month| line.contains(&format!("\"month\":\"2026-{month}\"")));
            let line = if early {
                line.replace("\"version\":\"1.0.0\"", "\"version\":\"0.9.0\"")
            } else {
                line.to_owned()
            };
            line + "\n"
        })
        .collect();
    file(place.path(), "given/all.jsonl", text);
    let done = weighup_report(&[
        &at("given"),
        "--aids",
        &aids.display().to_string(),
        "--out",
        &at("out"),
    ]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let page = fs::read_to_string(place.path().join("out/report.html")).unwrap();
    for said in [
        "Say what the tablet tastes like.",
        "The page says that it can taste bitter.",
        "This record of involvement is an example. Nobody took part.",
    ] {
        assert!(page.contains(said), "{said}");
    }
    assert!(
        !page.contains("Show photos of skin."),
        "what changed nothing in this version is not told as a change"
    );
}

#[test]
fn errors_say_what_to_do() {
    let place = folder();
    let out = place.path().join("out").display().to_string();
    let said = |arguments: &[&str]| {
        let done = weighup_report(&[arguments, &["--out", &out]].concat());
        assert_eq!(done.status.code(), Some(2));
        String::from_utf8(done.stderr).unwrap()
    };
    assert!(said(&["nowhere/*.jsonl"]).contains("nothing was found at `nowhere/*.jsonl`"));
    let bad = file(place.path(), "bad.jsonl", "hello\n");
    assert!(
        said(&[&bad.display().to_string()])
            .contains("1 rows were read and every one was refused, the first because the line is not JSON")
    );
    assert!(!place.path().join("out").exists(), "nothing half done is left");
}
