//! `weighup check` with rule sets, as SARIF and as a page.

mod common;

use common::{folder, text, weighup};
use serde_json::Value;

const DAY: [&str; 2] = ["--today", "2026-12-01"];

#[test]
fn rules_are_judged_in_words_and_in_json() {
    let aid = "decision-aids/prostate-localised";
    let said = text(&weighup(&["check", DAY[0], DAY[1], "--rules", "ipdas-4.0,risk", aid]).stdout);
    assert!(
        said.contains("ipdas-4.0 4.0: ") && said.contains("risk 1: ") && !said.contains("nice-ecd8"),
        "{said}"
    );
    assert!(said.contains("IPDAS4-K12 not met: "), "{said}");
    let json = weighup(&[
        "check",
        DAY[0],
        DAY[1],
        "--format",
        "json",
        "--rules",
        "nice-ecd8",
        aid,
    ]);
    let whole: Value = serde_json::from_slice(&json.stdout).unwrap();
    let report = &whole["reports"][0];
    assert_eq!(report["aid"], "prostate-localised");
    assert_eq!(report["day"], "2026-12-01");
    let items = report["sets"][0]["items"].as_array().unwrap();
    assert_eq!(items.len(), 36);
    for item in items {
        let verdict = item["verdict"].as_str().unwrap();
        assert!(
            ["met", "partly-met", "not-met", "not-applicable", "needs-person"].contains(&verdict),
            "{item}"
        );
    }
    let unknown = weighup(&["check", "--rules", "ipdas-5.0"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(text(&unknown.stderr).contains("use ipdas-4.0, nice-ecd8, risk"));
}

#[test]
fn an_aid_past_its_review_is_an_error_on_that_day_alone() {
    let aid = "decision-aids/prostate-localised";
    let late = weighup(&["check", "--today", "2099-01-01", aid]);
    assert_eq!(late.status.code(), Some(1));
    assert!(text(&late.stdout).contains("error[expired] about.next_review"));
    assert_eq!(weighup(&["check", DAY[0], DAY[1], aid]).status.code(), Some(0));
    assert_eq!(
        weighup(&["check", "--today", "yesterday", aid]).status.code(),
        Some(2)
    );
}

#[test]
fn sarif_has_the_shape_of_2_1_0() {
    let output = weighup(&[
        "check",
        DAY[0],
        DAY[1],
        "--format",
        "sarif",
        "--rules",
        "ipdas-4.0",
        "tests/fixtures/aids/broken/many-at-once",
        "tests/fixtures/aids/broken/not-utf8",
        "decision-aids/prostate-localised",
    ]);
    assert_eq!(output.status.code(), Some(1));
    let log: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "weighup");
    let rules: Vec<&str> = driver["rules"]
        .as_array()
        .unwrap()
        .iter()
        .map(|rule| rule["id"].as_str().unwrap())
        .collect();
    let mut once = rules.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), rules.len(), "rules are listed once");
    let results = run["results"].as_array().unwrap();
    assert!(results.len() > 6);
    for result in results {
        assert!(rules.contains(&result["ruleId"].as_str().unwrap()), "{result}");
        assert!(["none", "note", "warning", "error"].contains(&result["level"].as_str().unwrap()));
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        let Some(place) = result
            .get("locations")
            .map(|places| &places[0]["physicalLocation"])
        else {
            continue;
        };
        assert!(
            place["artifactLocation"]["uri"]
                .as_str()
                .unwrap()
                .ends_with(".toml")
        );
        if let Some(region) = place.get("region") {
            assert!(region["startLine"].as_u64().unwrap() >= 1, "{result}");
        }
    }
    assert!(results.iter().any(|result| result["level"] == "error"));
}

#[test]
fn the_page_stands_alone_and_never_says_compliant() {
    let out = folder("page").join("report.html");
    let output = weighup(&[
        "check",
        DAY[0],
        DAY[1],
        "--format",
        "html",
        "--out",
        out.to_str().unwrap(),
        "decision-aids/prostate-localised",
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(output.stdout.is_empty());
    let page = std::fs::read_to_string(out).unwrap();
    for has in [
        "<html lang=\"en-GB\">",
        "<h1>Localised prostate cancer",
        "International Patient Decision Aid Standards",
        "NICE standards framework",
        "Telling people about chances",
        "needs a person",
        "☐ met",
        "wording to be checked",
        "Reviewed by",
    ] {
        assert!(page.contains(has), "no {has}");
    }
    for never in ["<script", "http-equiv", "src=", "<link", "url(", "complian"] {
        assert!(!page.to_lowercase().contains(never), "{never}");
    }
    assert_eq!(page.matches("<tr id=").count(), 44 + 36 + 30);
}

#[test]
fn an_aid_that_cannot_be_read_has_a_page_too() {
    let output = weighup(&["check", "--format", "html", "tests/fixtures/aids/broken/not-toml"]);
    assert_eq!(output.status.code(), Some(1));
    let page = text(&output.stdout);
    assert!(
        page.contains("nothing can be judged") && page.contains("<strong>Error</strong>"),
        "{page}"
    );
}
