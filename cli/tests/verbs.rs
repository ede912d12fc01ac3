//! `new`, `schema`, `evidence`, `diff`, `sundae`, `completions` and `man` as a person runs them.

mod common;
mod shape;

use std::fs;
use std::path::PathBuf;

use common::{folder, root, text, weighup};
use serde_json::Value;

#[test]
fn a_new_aid_checks_and_builds() {
    let out = folder("new");
    let aid = out.join("tennis-elbow");
    let made = weighup(&[
        "new",
        aid.to_str().unwrap(),
        "--condition",
        "Tennis \"elbow\"",
        "--decision",
        "Should I have an injection?",
        "--option",
        "Steroid injection",
        "--option",
        "Exercises",
        "--outcome",
        "Pain",
        "--better",
        "lower",
        "--outcome",
        "Free of \"all\" pain",
        "--better",
        "higher",
        "--today",
        "2026-11-23",
    ]);
    assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
    let written = std::fs::read_to_string(aid.join("aid.toml")).unwrap();
    let better: Vec<&str> = written
        .lines()
        .filter(|line| line.starts_with("better"))
        .collect();
    assert_eq!(better, ["better = \"lower\"", "better = \"higher\""]);
    let check = weighup(&["check", "--today", "2026-11-23", aid.to_str().unwrap()]);
    let said = text(&check.stdout);
    assert_eq!(check.status.code(), Some(0), "{said}");
    let others = said
        .lines()
        .filter(|line| line.contains("warning[") && !line.contains("[placeholder]"));
    assert_eq!(others.count(), 0, "{said}");
    let site = out.join("site");
    let built = weighup(&["build", "--out", site.to_str().unwrap(), aid.to_str().unwrap()]);
    assert_eq!(built.status.code(), Some(0), "{}", text(&built.stderr));
    assert!(site.join("aids/tennis-elbow.json").is_file());
    let again = weighup(&[
        "new",
        aid.to_str().unwrap(),
        "--condition",
        "x",
        "--decision",
        "y?",
        "--option",
        "z",
        "--outcome",
        "w",
        "--better",
        "lower",
    ]);
    assert_eq!(again.status.code(), Some(2));
    assert!(
        text(&again.stderr).contains("is there already"),
        "{}",
        text(&again.stderr)
    );
}

#[test]
fn new_without_a_terminal_says_which_flag_is_missing() {
    let output = weighup(&["new", "--condition", "A cough"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("`--decision` is missing"));
    // Which end of an outcome is wanted is never guessed.
    let given = [
        "new",
        "--condition",
        "A cough",
        "--decision",
        "Syrup?",
        "--option",
        "Syrup",
        "--outcome",
        "Coughing",
    ];
    let output = weighup(&given);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("`--better` is given 0 times for 1 outcomes"));
}

#[test]
fn the_schema_is_published_and_every_aid_keeps_it() {
    for (of, file) in [
        ("aid", "aid.schema.json"),
        ("review", "review.schema.json"),
        ("overlay", "overlay.schema.json"),
        ("involvement", "involvement.schema.json"),
        ("review-questions", "review-questions.schema.json"),
        ("record", "record.schema.json"),
    ] {
        let schema = text(&weighup(&["schema", of]).stdout);
        let published = fs::read_to_string(root().join("docs/schema").join(file)).unwrap_or_default();
        assert_eq!(
            schema, published,
            "run: weighup schema {of} --out docs/schema/{file}"
        );
        let schema: Value = serde_json::from_str(&schema).unwrap();
        for entry in fs::read_dir(root().join("decision-aids")).unwrap() {
            let path = entry.unwrap().path().join(format!("{of}.toml"));
            let Ok(toml) = fs::read_to_string(&path) else {
                continue;
            };
            let value: Value = toml::from_str(&toml).unwrap();
            assert_eq!(
                shape::wrong(&schema, &value),
                Vec::<String>::new(),
                "{}",
                path.display()
            );
        }
        let misspelt = serde_json::json!({ "titel": "x" });
        assert!(!shape::wrong(&schema, &misspelt).is_empty());
    }
}

#[test]
fn every_field_of_the_schema_is_described() {
    fn walk(value: &Value, path: &str, missing: &mut Vec<String>) {
        if let Some(properties) = value.get("properties").and_then(Value::as_object) {
            for (name, property) in properties {
                if property.get("description").is_none() {
                    missing.push(format!("{path}.{name}"));
                }
            }
        }
        if let Some(types) = value.get("$defs").and_then(Value::as_object) {
            for (name, one) in types {
                walk(one, name, missing);
            }
        }
    }
    for of in ["aid", "review", "overlay", "compute-result"] {
        let schema: Value = serde_json::from_slice(&weighup(&["schema", of]).stdout).unwrap();
        let mut missing = Vec::new();
        walk(&schema, of, &mut missing);
        assert_eq!(missing, Vec::<String>::new());
    }
}

#[test]
fn the_evidence_pages_are_current() {
    let out = folder("evidence");
    let output = weighup(&["evidence", "--format", "markdown", "--out", out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let index = fs::read_to_string(root().join("docs/evidence/README.md")).unwrap();
    for entry in fs::read_dir(&out).unwrap() {
        let made: PathBuf = entry.unwrap().path();
        let name = made.file_name().unwrap().to_str().unwrap();
        let committed = fs::read_to_string(root().join("docs/evidence").join(name)).unwrap_or_default();
        assert!(
            fs::read_to_string(&made).unwrap() == committed,
            "docs/evidence/{name} is old; run: weighup evidence --format markdown --out docs/evidence"
        );
        assert!(
            index.contains(name),
            "docs/evidence/README.md does not list {name}"
        );
    }
}

#[test]
fn the_table_of_all_aids_is_current() {
    let output = weighup(&["evidence", "--table", "--format", "markdown"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let committed = fs::read_to_string(root().join("docs/evidence/table.md")).unwrap_or_default();
    let (head, table) = committed.split_once("\n\n").unwrap_or_default();
    assert!(head.starts_with("# "), "docs/evidence/table.md has a heading");
    assert!(
        table == text(&output.stdout),
        "docs/evidence/table.md is old; below its heading put what this writes: weighup evidence --table --format markdown"
    );
}

#[test]
fn evidence_has_a_line_for_every_figure() {
    let output = weighup(&["evidence", "tests/fixtures/aids/sound"]);
    let csv = text(&output.stdout);
    let lines: Vec<&str> = csv.lines().collect();
    // A header, and two options in two rows.
    assert_eq!(lines.len(), 5, "{csv}");
    assert!(lines.contains(&"fixture,1.0.0,itch,1y,adults,wait,60,200,,,,,Wilson,,low,It is made up.,verified,made-up,https://example.org/made-up,,,,,,,,,,,"), "{csv}");
    let page = text(&weighup(&["evidence", "--format", "html", "tests/fixtures/aids/sound"]).stdout);
    assert!(
        page.contains("<td>60 of 200 (30.0 %), Wilson</td>") && !page.contains("<script"),
        "{page}"
    );
}

#[test]
fn diff_says_what_changed_for_a_patient() {
    let out = folder("diff");
    let old = fs::read_to_string(root().join("tests/fixtures/aids/sound/aid.toml")).unwrap();
    let new = old
        .replace("version = \"1.0.0\"", "version = \"1.1.0\"")
        .replace("events = 60", "events = 64")
        .replace("It can taste bitter.", "It tastes bitter.")
        .replace(
            "id = \"tablet\"\nname = \"Tablet\"",
            "id = \"pill\"\nname = \"Pill\"",
        )
        .replace("cells.tablet", "cells.pill")
        .replace("itch.tablet@", "itch.pill@");
    let new_file = out.join("aid.toml");
    fs::write(&new_file, new).unwrap();
    let args = ["diff", "tests/fixtures/aids/sound", new_file.to_str().unwrap()];
    let said = text(&weighup(&args).stdout);
    for line in [
        "- gone, an option: Tablet",
        "- new, an option: Pill",
        "- Itching, at 1 year, adults, Wait: 30 of every 100 adults (60 of 200, a 95% range worked out (Wilson)) becomes 32 of every 100 adults (64 of 200, ",
        "- version: 1.0.0 becomes 1.1.0",
        "It tastes bitter.",
    ] {
        assert!(said.contains(line), "no {line} in {said}");
    }
    let json = weighup(&[args[0], "--format", "json", "--no-texts", args[1], args[2]]);
    let whole: Value = serde_json::from_slice(&json.stdout).unwrap();
    let changes = whole.get("changes").and_then(Value::as_array).unwrap();
    assert!(
        changes
            .iter()
            .all(|change| change.get("kind").and_then(Value::as_str) != Some("text"))
    );
    let same = text(&weighup(&["diff", args[1], args[1]]).stdout);
    assert!(same.contains("Nothing changed"), "{same}");
    assert_eq!(
        weighup(&["diff", "decision-aids", args[1]]).status.code(),
        Some(2)
    );
}

#[test]
fn sundae_has_26_items_and_fills_in_what_is_known() {
    let said = text(&weighup(&["sundae", "tests/fixtures/aids/sound"]).stdout);
    let numbered = said.lines().filter(|line| {
        line.split_once(". **")
            .is_some_and(|(n, _)| n.parse::<u8>().is_ok())
    });
    assert_eq!(numbered.count(), 26);
    assert!(
        said.contains("10. **Methods: the options.** Wait; Tablet"),
        "{said}"
    );
    assert_eq!(
        weighup(&["sundae", "tests/fixtures/aids/broken/no-people"])
            .status
            .code(),
        Some(1)
    );
}

#[test]
fn shells_and_the_manual_know_every_command() {
    let commands = [
        "new", "check", "build", "evidence", "diff", "sundae", "schema", "compute",
    ];
    let help = text(&weighup(&["--help"]).stdout);
    let man = text(&weighup(&["man"]).stdout);
    assert!(man.contains("Exit codes"), "{man}");
    for shell in ["bash", "zsh", "fish"] {
        let script = text(&weighup(&["completions", shell]).stdout);
        for command in commands {
            assert!(
                script.contains(command) && help.contains(command),
                "{shell}: {command}"
            );
            assert!(
                man.contains(&format!("weighup\\-{command}(1)")),
                "{command} is not in the manual"
            );
        }
    }
    let check = text(&weighup(&["man", "check"]).stdout);
    assert!(
        check.contains("deny") && check.contains(".TH weighup-check"),
        "{check}"
    );
    assert_eq!(weighup(&["man", "nothing"]).status.code(), Some(2));
}

#[test]
fn an_overlay_and_a_translation_are_checked_with_their_aid() {
    let out = folder("overlay");
    let overlay = "tests/fixtures/aids/overlay/overlay.toml";
    let aid = "tests/fixtures/aids/sound";
    let check = weighup(&["check", "--today", "2026-07-01", "--overlay", overlay, aid]);
    assert_eq!(check.status.code(), Some(0), "{}", text(&check.stdout));
    let built = weighup(&["build", "--overlay", overlay, "--out", out.to_str().unwrap(), aid]);
    assert_eq!(built.status.code(), Some(0), "{}", text(&built.stderr));
    let json = fs::read_to_string(out.join("aids/fixture.json")).unwrap();
    let local = weighup_core::aid::Aid::from_json(&json).unwrap();
    assert!(
        weighup_core::view::review_notice(&local)
            .text
            .contains("Changed by Anytown Hospital")
    );
    let wrong = weighup(&["check", "--overlay", overlay, "decision-aids/prostate-localised"]);
    assert_eq!(wrong.status.code(), Some(1));
    assert!(text(&wrong.stdout).contains("overlay.toml:4:7: error[overlay-mismatch]"));
    let many = weighup(&["check", "--overlay", overlay, "decision-aids"]);
    assert_eq!(many.status.code(), Some(2));
    let drift = weighup(&[
        "check",
        "--today",
        "2026-07-01",
        "tests/fixtures/aids/broken/translation-drift",
    ]);
    assert_eq!(drift.status.code(), Some(1));
    assert!(
        text(&drift.stdout).contains("cy.toml:58:8: error[translation-drift]"),
        "{}",
        text(&drift.stdout)
    );
}

/// Whatever the build writes beside the aids has a name that no aid may take.
#[test]
fn no_aid_takes_a_name_of_the_build() {
    let out = folder("names-of-the-build");
    let sound = root().join("tests/fixtures/aids/sound");
    let (from, to) = (sound.display().to_string(), out.display().to_string());
    let built = weighup(&["build", &from, "--out", &to, "--today", "2026-07-01"]);
    assert!(built.status.success(), "{}", text(&built.stderr));
    let mut others = 0;
    for file in fs::read_dir(out.join("aids")).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        let stem = name.split('.').next().unwrap().to_owned();
        if stem == "fixture" {
            continue;
        }
        others += 1;
        let aid = fs::read_to_string(sound.join("aid.toml")).unwrap();
        let path = out.join("aid.toml");
        fs::write(
            &path,
            aid.replace("id = \"fixture\"", &format!("id = \"{stem}\"")),
        )
        .unwrap();
        let checked = weighup(&[
            "check",
            path.to_str().unwrap(),
            "--format",
            "plain",
            "--today",
            "2026-07-01",
        ]);
        let said = text(&checked.stdout);
        assert!(
            said.contains("error[bad-id]") && said.contains("is taken"),
            "{stem}: {said}"
        );
    }
    assert!(others > 0, "the build writes a list of the aids");
}

/// The questions that the guide shows keep the schema that is published for them.
#[test]
fn the_questions_of_the_guide_keep_their_schema() {
    let guide = fs::read_to_string(root().join("docs/involving-people.md")).unwrap();
    let (_, behind) = guide.split_once("--ask asks.toml").unwrap();
    let (_, block) = behind.split_once("```toml\n").unwrap();
    let (asks, _) = block.split_once("```").unwrap();
    let value: Value = toml::from_str(asks).unwrap();
    let schema: Value =
        serde_json::from_str(&text(&weighup(&["schema", "review-questions"]).stdout)).unwrap();
    assert_eq!(shape::wrong(&schema, &value), Vec::<String>::new());
    let misspelt: Value = toml::from_str(&asks.replace("question = ", "qestion = ")).unwrap();
    assert!(!shape::wrong(&schema, &misspelt).is_empty());
}
