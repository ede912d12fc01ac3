//! `weighup import` and `cite` as a person runs them: drafts with every gap marked, and a list of what could not be read.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail the test")]

mod common;

use std::fs;
use std::path::PathBuf;

use common::{folder, root, text, weighup};

/// Imports files of the fixtures into a folder of this test's own: the exit code, the draft, what was said of the rest.
fn import(name: &str, files: &[&str]) -> (Option<i32>, String, String) {
    let out = folder(&format!("import-{name}")).join("made-up-itch");
    let files: Vec<String> = files
        .iter()
        .map(|file| format!("tests/fixtures/import/{file}"))
        .collect();
    let mut args: Vec<&str> = vec!["import", "--out", out.to_str().unwrap()];
    args.extend(files.iter().map(String::as_str));
    let ran = weighup(&args);
    let draft = fs::read_to_string(out.join("aid.toml")).unwrap_or_default();
    (ran.status.code(), draft, text(&ran.stderr))
}

fn lines(draft: &str, begins: &str) -> Vec<String> {
    draft
        .lines()
        .filter(|line| line.starts_with(begins))
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_cochrane_package_becomes_a_draft_and_no_baseline_is_made_up() {
    let (code, draft, unread) = import("cochrane", &["CD000000-overall-estimates-and-settings.csv"]);
    assert_eq!(code, Some(1), "{unread}");
    let cells = lines(&draft, "cells.");
    assert!(
        cells.contains(&"cells.tablet = { events = 20, people = 200, interval = \"wilson95\" }".to_owned()),
        "{draft}"
    );
    assert!(
        cells
            .contains(&"cells.no-tablet = { events = 60, people = 200, interval = \"wilson95\" }".to_owned()),
        "{draft}"
    );
    // Only a ratio was published: it stands in a comment, and both options are gaps.
    let taste = draft
        .split("name = \"Bitter taste\"")
        .nth(1)
        .unwrap()
        .split("[[outcome]]")
        .next()
        .unwrap();
    assert!(
        taste.contains("cells.tablet = { unknown = ") && taste.contains("cells.no-tablet = { unknown = "),
        "{taste}"
    );
    assert!(
        draft.contains("# Published Risk Ratio: 15.0 (3.6 to 61.8). A ratio needs a baseline"),
        "{draft}"
    );
    assert!(!draft.contains("ratio = "), "{draft}");
    assert!(
        unread.contains("cell L4: \"260\" of \"200\" is no count of people"),
        "{unread}"
    );
    // Which end is better, how long it was, and how sure it is, no file says.
    for gap in [
        "# better = \"\"",
        "# years = ",
        "# Gap: certainty",
        "# kind = \"\"",
    ] {
        assert!(draft.contains(gap), "{gap} in\n{draft}");
    }
    assert!(draft.parse::<toml::Table>().is_ok(), "{draft}");
}

/// Both files of a package make one draft: the rows of studies fill what the overall estimates leave open, under the names that only
/// those have, and the name of an analysis says when.
#[test]
fn rows_of_studies_fill_the_overall_estimates_of_their_package() {
    let (code, draft, unread) = import(
        "package",
        &[
            "CD000001-data-rows.csv",
            "CD000001-overall-estimates-and-settings.csv",
        ],
    );
    assert_eq!((code, unread.as_str()), (Some(0), ""));
    assert_eq!(lines(&draft, "[[option]]").len(), 2, "{draft}");
    assert_eq!(lines(&draft, "[[outcome]]").len(), 3, "{draft}");
    assert_eq!(lines(&draft, "[[outcome.figures]]").len(), 3, "{draft}");
    for line in [
        "cells.tablet = { events = 20, people = 200, interval = \"wilson95\" }",
        "cells.no-tablet = { value = \"7.4\", sd = \"1.3\", people = 88 }",
        "cells.tablet = { value = \"5.2\", sd = \"1.1\", people = 90 }",
        "amount = { unit = \"days\", average = \"mean\" }",
        "id = \"1y\"",
        "id = \"within-30d\"",
        "within = true",
    ] {
        assert!(draft.lines().any(|written| written == line), "{line} in\n{draft}");
    }
    assert!(draft.parse::<toml::Table>().is_ok(), "{draft}");
}

#[test]
fn rows_of_studies_are_read_with_amounts() {
    let (code, draft, unread) = import("rows", &["CD000000-data-rows.csv"]);
    assert_eq!((code, unread.as_str()), (Some(0), ""));
    assert!(
        draft.contains("{ value = \"5.2\", sd = \"1.1\", people = 90 }"),
        "{draft}"
    );
    assert!(
        draft.contains("{ events = 12, people = 90, interval = \"wilson95\" }"),
        "{draft}"
    );
    assert!(draft.contains("# Gap: the scale."), "{draft}");
}

#[test]
fn a_pasted_table_is_read_by_its_columns() {
    let (code, draft, unread) = import("table", &["table.tsv"]);
    assert_eq!(code, Some(1), "{unread}");
    for line in [
        "cells.tablet = { events = 20, people = 200, interval = \"wilson95\" }",
        "cells.no-tablet = { events = 60, people = 200, interval = \"wilson95\" }",
        "cells.tablet = { count = 30, per = 100 }",
        "cells.no-tablet = { count = 2, per = 100, range = [0, 5], range_kind = \"interval95\" }",
        "cells.tablet = { value = \"5.2\", low = \"4.1\", high = \"6.3\", range_kind = \"interval95\" }",
        "cells.no-tablet = { value = \"7.4\", sd = \"1.3\", people = 88 }",
        "certainty = \"moderate\"",
        "certainty = \"low\"",
        "better = \"lower\"",
        "weeks = 6",
    ] {
        assert!(draft.contains(line), "{line} in\n{draft}");
    }
    assert!(
        unread.contains("table.tsv, cell E4: \"soso\" is no certainty"),
        "{unread}"
    );
    assert!(
        unread.contains("table.tsv, cell B5: \"about half\": it is no number that is known"),
        "{unread}"
    );
    assert!(draft.contains("# not read: table.tsv, cell B5"), "{draft}");
}

#[test]
fn a_summary_of_findings_and_a_guideline_are_read() {
    let (code, draft, unread) = import("fhir", &["summary.fhir.json"]);
    assert_eq!(code, Some(1), "{unread}");
    assert!(
        draft.contains("cells.no-tablet = { events = 60, people = 200, interval = \"wilson95\" }"),
        "{draft}"
    );
    assert!(
        draft.contains("cells.tablet = { count = 105, per = 1000 }"),
        "{draft}"
    );
    assert!(
        draft.contains("certainty = \"low\"")
            && draft.contains("# Published: Risk Ratio 0.33 (0.21 to 0.53)"),
        "{draft}"
    );
    assert!(
        unread.contains("refers to a resource that is not in the file"),
        "{unread}"
    );
    let (code, draft, unread) = import("magicapp", &["guideline.magicapp.json"]);
    assert_eq!(code, Some(1), "{unread}");
    assert!(
        draft.contains("cells.tablet = { count = 100, per = 1000 }") && draft.contains("months = 12"),
        "{draft}"
    );
    assert!(unread.contains("no figure for \"Tablet\" was found"), "{unread}");
}

/// What is broken or hostile ends in a list, and never in a draft that is no TOML.
#[test]
fn broken_and_hostile_files_end_in_a_list() {
    let out = folder("import-hostile");
    let huge: String = (0..6_000).map(|n| format!("o{n},1/2\n")).collect();
    let files: [(&str, Vec<u8>); 10] = [
        ("empty.csv", Vec::new()),
        ("one-column.csv", b"a\nb\nc\n".to_vec()),
        ("open-quote.csv", b"Outcome,Tablet\n\"never closed,1/2\n".to_vec()),
        (
            "formula.csv",
            b"Outcome,Tablet,Wait\n=HYPERLINK(\"x\"),=1+1,'=2\n".to_vec(),
        ),
        (
            "quotes.csv",
            "Outcome,\"Ta\"\"b\\let\n\u{7}\",Wait\n\"[[x]]\"\"\",1/2,\"\u{202e}3/4\"\n"
                .as_bytes()
                .to_vec(),
        ),
        ("latin1.csv", b"Outcome,Caf\xe9,Wait\nItch,1/2,1/3\n".to_vec()),
        ("many.csv", format!("Outcome,Tablet\n{huge}").into_bytes()),
        ("book.xlsx", b"PK\x03\x04rest".to_vec()),
        ("half.json", b"{\"name\": ".to_vec()),
        (
            "other.json",
            b"{\"resourceType\": \"Patient\", \"id\": \"1\"}".to_vec(),
        ),
    ];
    for (name, bytes) in files {
        let file = out.join(name);
        fs::write(&file, bytes).unwrap();
        let made = out.join(format!("made-{name}"));
        let ran = weighup(&["import", "--out", made.to_str().unwrap(), file.to_str().unwrap()]);
        let said = text(&ran.stderr);
        assert_eq!(ran.status.code(), Some(1), "{name}: {said}");
        assert!(
            said.contains("not read: ") && said.contains(name),
            "{name}: {said}"
        );
        let draft = fs::read_to_string(made.join("aid.toml")).unwrap();
        assert!(draft.parse::<toml::Table>().is_ok(), "{name}:\n{draft}");
        assert!(!said.contains("panicked"), "{name}: {said}");
    }
    let deep = out.join("deep.json");
    fs::write(&deep, "[".repeat(100_000)).unwrap();
    let ran = weighup(&[
        "import",
        "--out",
        out.join("made-deep").to_str().unwrap(),
        deep.to_str().unwrap(),
    ]);
    assert_eq!(ran.status.code(), Some(1), "{}", text(&ran.stderr));
}

/// The columns of figures, without who and which version.
fn figures(csv: &str) -> Vec<String> {
    csv.lines()
        .map(|line| {
            line.split_once(',')
                .map_or("", |(_, rest)| rest)
                .split_once(',')
                .map_or("", |(_, rest)| rest)
                .to_owned()
        })
        .collect()
}

/// What `evidence` writes, `import` reads: the same figures, with the same sources, groups, times and reasons.
#[test]
fn the_csv_of_evidence_comes_back_as_it_was() {
    let out = folder("import-evidence");
    let mut aids: Vec<PathBuf> = fs::read_dir(root().join("decision-aids"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    aids.sort();
    aids.push(root().join("core/tests/aids/measured"));
    for aid in aids {
        let name = aid.file_name().unwrap().to_string_lossy().into_owned();
        let before = text(&weighup(&["evidence", "--format", "csv", aid.to_str().unwrap()]).stdout);
        let file = out.join(format!("{name}.csv"));
        fs::write(&file, &before).unwrap();
        let made = out.join(&name);
        let ran = weighup(&["import", "--out", made.to_str().unwrap(), file.to_str().unwrap()]);
        assert_eq!(
            (ran.status.code(), text(&ran.stderr).as_str()),
            (Some(0), ""),
            "{name}"
        );
        let after = text(&weighup(&["evidence", "--format", "csv", made.to_str().unwrap()]).stdout);
        let (mut before, mut after) = (figures(&before), figures(&after));
        // Rows of one outcome may come in another order of options: each line is a figure by itself.
        before.sort();
        after.sort();
        let lost: Vec<&String> = before.iter().filter(|line| !after.contains(line)).collect();
        assert!(lost.is_empty(), "{name} lost {lost:#?}\n{}", after.join("\n"));
    }
}

#[test]
fn references_become_sources() {
    let out = folder("cite");
    let file = out.join("one.ris");
    fs::write(&file, "TY  - JOUR\nAU  - Author, Ann\nTI  - A made-up trial\nJO  - Nothing\nPY  - 2026\nDO  - 10.1000/x\nER  - \n").unwrap();
    let ran = weighup(&["cite", file.to_str().unwrap()]);
    assert_eq!(ran.status.code(), Some(0), "{}", text(&ran.stderr));
    assert!(text(&ran.stdout).contains(
        "citation = \"Author A. A made-up trial. Nothing. 2026.\"\ndoi = \"10.1000/x\"\nyear = 2026\n"
    ));
    fs::write(&file, "nothing").unwrap();
    assert_eq!(weighup(&["cite", file.to_str().unwrap()]).status.code(), Some(1));
}

/// Each block of a new aid, taken out of its comments, is right: the editor's schema line is the first.
#[test]
fn every_block_of_a_new_aid_can_be_used() {
    let out = folder("blocks");
    let aid = out.join("itch");
    let made = weighup(&[
        "new",
        aid.to_str().unwrap(),
        "--condition",
        "Itch",
        "--decision",
        "Tablet?",
        "--option",
        "Tablet",
        "--outcome",
        "Itching",
        "--better",
        "lower",
        "--today",
        "2026-11-23",
    ]);
    assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
    let file = aid.join("aid.toml");
    let written = fs::read_to_string(&file).unwrap();
    let first = written.lines().next().unwrap();
    assert_eq!(first, "#:schema aid.schema.json");
    assert!(aid.join("aid.schema.json").is_file());
    let is_field = |line: &str| {
        line.starts_with('#')
            && !line.starts_with("# ")
            && !line.starts_with("##")
            && !line.starts_with("#:")
            && line.len() > 1
    };
    let blocks = written.lines().filter(|line| line.starts_with("## ")).count();
    assert!(blocks >= 8, "{written}");
    let used: String = written
        .lines()
        .map(|line| {
            if is_field(line) {
                line.get(1..).unwrap()
            } else {
                line
            }
            .to_owned()
                + "\n"
        })
        .collect();
    fs::write(&file, used).unwrap();
    let check = weighup(&["check", "--today", "2026-11-23", aid.to_str().unwrap()]);
    let said = text(&check.stdout);
    assert_eq!(check.status.code(), Some(0), "{said}");
    assert!(said.contains("[placeholder]"), "{said}");
}

/// A published difference, and which study figures are of, stand in the CSV of the evidence and come back from it.
#[test]
fn differences_and_studies_come_back_from_the_evidence() {
    let out = folder("differences");
    let aid = out.join("itch");
    fs::create_dir_all(&aid).unwrap();
    let sound = fs::read_to_string(root().join("tests/fixtures/aids/sound/aid.toml")).unwrap();
    let cell = "cells.tablet = { events = 20, people = 200, interval = \"wilson95\" }\n";
    let compared = "from = \"wait\"\nto = \"tablet\"\ndifference = \"-20\"\nlow = \"-28\"\nhigh = \"-12\"\nadjusted = \"age\"\nper = 100\n";
    assert!(sound.contains(cell));
    let written = sound.replacen("format = 1", "format = 3", 1).replacen(
        cell,
        &format!("study = \"FIRST\"\n{cell}\n[[outcome.figures.compared]]\n{compared}"),
        1,
    );
    fs::write(aid.join("aid.toml"), written).unwrap();
    let sheet = out.join("evidence.csv");
    let told = weighup(&[
        "evidence",
        "--out",
        sheet.to_str().unwrap(),
        aid.to_str().unwrap(),
    ]);
    assert_eq!(told.status.code(), Some(0), "{}", text(&told.stderr));
    let draft = out.join("draft");
    weighup(&[
        "import",
        sheet.to_str().unwrap(),
        "--out",
        draft.to_str().unwrap(),
    ]);
    let back = fs::read_to_string(draft.join("aid.toml")).unwrap();
    assert!(
        back.contains(&format!("[[outcome.figures.compared]]\n{compared}")),
        "{back}"
    );
    assert!(back.contains("study = \"FIRST\""), "{back}");
}
