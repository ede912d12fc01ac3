//! The command as a person runs it: what it prints, what it writes, its exit codes.

mod common;

use std::fs;

use common::{folder, root, text, weighup};

#[test]
fn check_lists_everything_and_exits_1() {
    let output = weighup(&[
        "check",
        "--today",
        "2026-07-01",
        "tests/fixtures/aids/broken/many-at-once",
    ]);
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stdout);
    for code in [
        "bad-version",
        "missing-field",
        "unknown-field",
        "typed-count",
        "unknown-horizon",
        "no-people",
    ] {
        assert!(said.contains(&format!("[{code}]")), "{said}");
    }
    assert!(
        said.contains("many-at-once/aid.toml:4:11: error[bad-version] version:"),
        "{said}"
    );
    assert!(said.ends_with("6 errors and 0 warnings in 1 aid\n"), "{said}");
}

#[test]
fn check_shows_the_line_when_asked() {
    let output = weighup(&[
        "check",
        "--today",
        "2026-07-01",
        "--format",
        "pretty",
        "tests/fixtures/aids/broken/above-denominator",
    ]);
    let said = text(&output.stdout);
    assert!(
        said.contains("93 | cells.wait = { events = 260, people = 200"),
        "{said}"
    );
    assert!(
        said.contains("= help: check both numbers against the source"),
        "{said}"
    );
}

#[test]
fn check_speaks_json() {
    let output = weighup(&[
        "check",
        "--today",
        "2026-07-01",
        "--format",
        "json",
        "tests/fixtures/aids/broken/above-denominator",
    ]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    insta::assert_json_snapshot!(report);
}

#[test]
fn sound_aids_pass_and_warnings_count_when_asked() {
    assert_eq!(
        weighup(&["check", "--today", "2026-12-01"]).status.code(),
        Some(0)
    );
    let warned = "tests/fixtures/aids/broken/long-sentence";
    assert_eq!(
        weighup(&["check", "--today", "2026-07-01", warned]).status.code(),
        Some(0)
    );
    assert_eq!(
        weighup(&["check", "--today", "2026-07-01", "--deny-warnings", warned])
            .status
            .code(),
        Some(1)
    );
}

#[test]
fn what_cannot_run_exits_2() {
    for args in [
        &["check", "no/such/folder"][..],
        &["check", "docs"],
        &["build", "--out", "x", "no/such/folder"],
        &["check", "--frmt"],
    ] {
        let output = weighup(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(!output.stderr.is_empty(), "{args:?}");
    }
}

#[test]
fn build_writes_every_aid_and_the_list() {
    let out = folder("build");
    let output = weighup(&["build", "--out", out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let index = fs::read_to_string(out.join("aids/index.json")).unwrap();
    let index: Vec<serde_json::Value> = serde_json::from_str(&index).unwrap();
    assert_eq!(
        index.len(),
        fs::read_dir(root().join("decision-aids")).unwrap().count()
    );
    for entry in &index {
        let field = |name: &str| {
            entry
                .get(name)
                .and_then(serde_json::Value::as_str)
                .unwrap()
                .to_owned()
        };
        let json = fs::read_to_string(out.join("aids").join(field("json"))).unwrap();
        #[cfg(feature = "pages")]
        {
            let page = fs::read_to_string(out.join("aids").join(field("html"))).unwrap();
            assert!(
                page.contains(&field("title").replace('&', "&amp;")),
                "no title in {}",
                field("html")
            );
            assert!(page.contains("href=\"../weighup/weighup.css\"") && !page.contains("<script"));
        }
        let aid = weighup_core::aid::Aid::from_json(&json).unwrap();
        assert_eq!(
            (aid.id(), aid.hash().as_str()),
            (field("id").as_str(), field("hash").as_str())
        );
    }
}

#[test]
fn build_writes_nothing_when_an_aid_has_errors() {
    let out = folder("nothing");
    let output = weighup(&[
        "build",
        "--out",
        out.to_str().unwrap(),
        "tests/fixtures/aids/broken",
    ]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("nothing built: "));
    assert_eq!(fs::read_dir(&out).unwrap().count(), 0);
}

/// An aid past its review is built, for its pages say so; the command says it too, and can be told to refuse.
#[test]
fn build_of_an_aid_past_its_review_says_so() {
    let out = folder("past");
    let sound = "tests/fixtures/aids/sound";
    let build = |extra: &[&str]| {
        let mut args = vec!["build", "--today", "2099-01-01", "--out", out.to_str().unwrap()];
        args.extend(extra);
        args.push(sound);
        weighup(&args)
    };
    let refused = build(&["--deny-warnings"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused.stderr).contains("nothing built: 0 errors and 1 warning in 1 aid"));
    assert_eq!(fs::read_dir(&out).unwrap().count(), 0);
    let built = build(&[]);
    assert_eq!(built.status.code(), Some(0));
    let said = text(&built.stderr);
    assert!(
        said.contains("warning[expired]") && said.contains("every page says so"),
        "{said}"
    );
    assert!(out.join("aids/fixture.json").exists());
    let due = weighup(&[
        "build",
        "--today",
        "2026-07-01",
        "--out",
        out.to_str().unwrap(),
        sound,
    ]);
    assert_eq!((due.status.code(), text(&due.stderr).as_str()), (Some(0), ""));
}

#[test]
fn two_aids_of_one_name_are_refused() {
    let out = folder("twice");
    let sound = "tests/fixtures/aids/sound";
    let output = weighup(&["build", "--out", out.to_str().unwrap(), sound, sound]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("two aids are called `fixture`"));
}

/// `--out` by mistake at what people wrote: every command says so, and the file is as it was.
#[test]
fn no_report_is_written_over_what_people_wrote() {
    let out = folder("written-over");
    let aid = out.join("aid.toml");
    let from = root().join("decision-aids/sore-throat");
    for name in ["aid.toml", "review.toml"] {
        std::fs::copy(from.join(name), out.join(name)).unwrap();
    }
    let saved = out.join("saved.json");
    std::fs::write(&saved, "{}").unwrap();
    std::fs::create_dir_all(out.join("sub")).unwrap();
    let there = out.to_str().unwrap();
    let by_another_name = out.join("sub/../aid.toml");
    let (aid_at, saved_at) = (aid.to_str().unwrap(), saved.to_str().unwrap());
    let before = std::fs::read(&aid).unwrap();
    for (run, target) in [
        (&["check", there, "--format", "json"][..], aid_at),
        (
            &["check", there, "--format", "sarif"],
            by_another_name.to_str().unwrap(),
        ),
        (
            &["check", there, "--format", "html"],
            out.join("review.toml").to_str().unwrap(),
        ),
        (&["evidence", there], aid_at),
        (&["evidence", there, "--table"], aid_at),
        (&["views", there], aid_at),
        (&["sundae", there], aid_at),
        (&["form", there], aid_at),
        (&["involvement", there], aid_at),
        (&["schema", "aid"], aid_at),
        (&["translate", there, "cy"], aid_at),
        (&["translate", there, "cy", "--again"], aid_at),
        (&["migrate", from.to_str().unwrap()], aid_at),
        (&["record", there, saved_at], saved_at),
        (&["comments", "--aid", there, saved_at], saved_at),
    ] {
        let ran = weighup(&[run, &["--out", target]].concat());
        let said = text(&ran.stderr);
        assert_eq!(ran.status.code(), Some(2), "{run:?}: {said}");
        assert!(said.contains("name another file"), "{run:?}: {said}");
        assert!(said.contains(target), "{run:?}: {said}");
        assert_eq!(std::fs::read(&aid).unwrap(), before, "{run:?}");
        assert_eq!(std::fs::read(&saved).unwrap(), b"{}", "{run:?}");
    }
    // A report of before makes room for the next.
    let report = out.join("report.json");
    std::fs::write(&report, "old").unwrap();
    let ran = weighup(&[
        "check",
        there,
        "--format",
        "json",
        "--out",
        report.to_str().unwrap(),
    ]);
    assert_eq!(ran.status.code(), Some(0), "{}", text(&ran.stderr));
    assert_ne!(std::fs::read(&report).unwrap(), b"old");
}
