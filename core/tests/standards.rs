//! Verdicts: each has a reason, a place and a remedy. What they say of every aid is pinned in `aids.rs`.
#![cfg(feature = "authoring")]

#[cfg(test)]
mod common;

use std::fs;
use std::path::Path;

use common::report;

use weighup_core::authoring::SourceFile;
use weighup_core::standards::{RuleSet, Verdict, examine};

#[test]
fn what_is_not_met_says_what_to_do() {
    insta::glob!("../../decision-aids", "*/aid.toml", |path| {
        for item in report(path).sets.iter().flat_map(|set| &set.items) {
            assert!(!item.because.is_empty(), "{} has no reason", item.rule.id);
            let wanting = matches!(item.verdict, Verdict::NotMet | Verdict::PartlyMet);
            assert_eq!(item.remedy.is_some(), wanting, "{}", item.rule.id);
            assert!(
                !wanting || !item.evidence.is_empty(),
                "{} has no place",
                item.rule.id
            );
        }
    });
}

#[test]
fn evidence_is_at_its_line() {
    let sound = Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../tests/fixtures/aids/sound/aid.toml"
    ));
    let text = fs::read_to_string(sound).expect("the fixture is there");
    let report = report(sound);
    let items: Vec<_> = report.sets.iter().flat_map(|set| &set.items).collect();
    for (rule, begins) in [
        ("IPDAS4-Q2", "decision = \"Should I wait"),
        ("IPDAS4-C6", "funding = "),
        ("IPDAS4-C3", "published = "),
        ("ECD8-1m", ""),
    ] {
        let item = items
            .iter()
            .find(|item| item.rule.id == rule)
            .expect("the rule is there");
        let line = item.evidence.iter().find_map(|seen| seen.line);
        let Some(line) = line else {
            assert_eq!(begins, "", "{rule} has no line");
            continue;
        };
        let line = text.lines().nth(line as usize - 1).expect("the line is there");
        assert!(line.starts_with(begins), "{rule}: {line}");
    }
}

#[test]
fn the_same_aid_with_a_test_is_judged_by_the_rules_for_tests() {
    let sound = include_str!("../../tests/fixtures/aids/sound/aid.toml")
        .replace("format = 1", "format = 2")
        .replace("kind = \"active\"", "kind = \"test\"");
    let whole = format!(
        "{sound}\n[test]\npurpose = \"It looks for itching.\"\nif_positive = \"You come back.\"\nif_negative = \"You do not.\"\n\
         overdiagnosis = \"Some itching would never be felt.\"\n[test.results]\npeople = 1000\ntrue_positive = 30\nfalse_positive = 50\n\
         true_negative = 910\nfalse_negative = 10\nfound_without = 20\ngroup = \"adults\"\nat = \"1y\"\nsources = [\"made-up\"]\nstatus = \"verified\"\n"
    );
    let verdicts = |text: &str| {
        let aid = SourceFile {
            name: "aid.toml",
            bytes: text.as_bytes(),
        };
        let found = examine(aid, None, None);
        assert!(found.aid.is_some(), "{:?}", found.problems);
        let sets = [RuleSet::named("ipdas-4.0").expect("it is there")];
        let report = found.report(&sets, aid, None, None).expect("it is read");
        let items = report.sets.into_iter().flat_map(|set| set.items);
        items
            .filter(|item| item.rule.when == weighup_core::standards::When::Tests)
            .map(|item| item.verdict)
            .collect::<Vec<_>>()
    };
    assert!(verdicts(&sound).iter().all(|verdict| *verdict == Verdict::NotMet));
    let met = verdicts(&whole);
    assert_eq!(met.iter().filter(|verdict| **verdict == Verdict::Met).count(), 5);
    assert_eq!(
        met.iter()
            .filter(|verdict| **verdict == Verdict::NeedsPerson)
            .count(),
        4
    );
}

#[test]
fn a_relative_effect_is_worked_out_and_the_arithmetic_shown() {
    let sound = include_str!("../../tests/fixtures/aids/sound/aid.toml");
    let whole = sound
        .replacen("status = \"verified\"", "status = \"derived\"", 1)
        .replacen(
            "cells.tablet = { events = 20, people = 200, interval = \"wilson95\" }",
            "cells.tablet = { of = \"wait\", ratio = \"0.36\", low = \"0.26\", high = \"0.51\" }",
            1,
        );
    let file = SourceFile {
        name: "aid.toml",
        bytes: whole.as_bytes(),
    };
    let found = examine(file, None, None);
    let aid = found.aid.unwrap_or_else(|| panic!("{:?}", found.problems));
    let row = aid
        .outcomes()
        .first()
        .and_then(|outcome| outcome.rows.first())
        .expect("the row is there");
    // 60 of 200 is 300 of 1,000; times 0.36 is 108; the ends are 78 and 153, and 73 and 161 with Wilson's interval of the 60.
    assert_eq!(
        row.note.as_deref(),
        Some(
            "Worked out: 60 of 200 times 0.36 is 108 of 1,000; from 0.26 to 0.51 it is 78 to 153; with the range of the first figure as well, 73 to 161."
        )
    );
    assert!(
        aid.to_json().contains(
            "\"tablet\":{\"count\":108,\"per\":1000,\"range\":[73,161],\"range_kind\":\"interval95\"}"
        ),
        "{}",
        aid.to_json()
    );
    // The ratio itself stands beside the two figures: it tells them apart where their own ranges overlap.
    assert!(aid.to_json().contains("\"ratio\":\"0.36\""), "{}", aid.to_json());
}
