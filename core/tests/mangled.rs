//! Problems damaged at random: every one of them has a result of finite numbers, or an error that says where.
#![cfg(feature = "compute")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test: failing is how it reports"
)]

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use serde_json::{Value, json};
use weighup_core::compute::compute_json;

fn cases() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/canonical");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    let files = files
        .iter()
        .filter(|f| f.to_string_lossy().ends_with(".case.json"));
    let read = |f| -> Value { serde_json::from_str(&fs::read_to_string(f).unwrap()).unwrap() };
    files.map(|f| read(f)["problem"].clone()).collect()
}

/// Places in a document, as paths.
fn places(v: &Value, here: &str, out: &mut Vec<String>) {
    out.push(here.to_owned());
    match v {
        Value::Object(map) => map
            .iter()
            .for_each(|(k, v)| places(v, &format!("{here}/{k}"), out)),
        Value::Array(list) => (0..)
            .zip(list)
            .for_each(|(i, v)| places(v, &format!("{here}/{i}"), out)),
        _ => {}
    }
}

/// What can be put in the place of anything.
fn odd() -> Vec<Value> {
    vec![
        json!(null),
        json!(0),
        json!(-1),
        json!(1),
        json!(1e308),
        json!(-1e308),
        json!(1e-308),
        json!(5e-324),
        json!(0.5),
        json!(100),
        json!(u64::MAX),
        json!(""),
        json!("nobody"),
        json!([]),
        json!({}),
        json!(true),
        json!([0, 0]),
        json!([1, 0]),
        json!([1e308, -1e308]),
        json!([-1e308, 1e308]),
        json!({"beta": [1e-300, 1e11]}),
        json!({"normal": [0, 1e300]}),
        json!({"normal": [0, -1]}),
        json!({"uniform": [-1e307, 1e307]}),
        json!({"any": true}),
        json!({"cutoffs": [5, 1], "values": [0.5, 0.2]}),
    ]
}

fn finite(v: &Value, place: &str) -> Result<(), TestCaseError> {
    match v {
        // What JSON has for a number that is not one; central weights and confidence have it where there are none.
        Value::Null => prop_assert!(
            place.contains("central_weights") || place.contains("confidence") || place.ends_with("/cr"),
            "{place} is not finite"
        ),
        Value::Object(map) => {
            for (k, v) in map {
                finite(v, &format!("{place}/{k}"))?;
            }
        }
        Value::Array(list) => {
            for (i, v) in list.iter().enumerate() {
                finite(v, &format!("{place}/{i}"))?;
            }
        }
        _ => {}
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_problem_is_answered(
        which in any::<prop::sample::Index>(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0u8..4), 1..4),
    ) {
        let all = cases();
        let mut problem = all[which.index(all.len())].clone();
        for (place, with, how) in damage {
            let mut found = Vec::new();
            places(&problem, "", &mut found);
            let at = found[place.index(found.len())].clone();
            let odd = odd();
            let (parent, key) = at.rsplit_once('/').unwrap_or(("", ""));
            match (how, problem.pointer_mut(parent)) {
                (0, Some(Value::Object(map))) => { map.remove(key); }
                (0, Some(Value::Array(list))) if !list.is_empty() => { list.pop(); }
                (1, Some(Value::Array(list))) if !list.is_empty() => { let last = list[0].clone(); list.push(last); }
                _ => if let Some(v) = problem.pointer_mut(&at) { *v = odd[with.index(odd.len())].clone(); }
            }
        }
        // Time, not sense: as few draws as there can be of them, unless it is their number that was damaged.
        if let Some(draws) = problem.get_mut("draws").filter(|d| d.as_u64().is_some_and(|d| d > 500 && d <= 100_000_000)) {
            *draws = json!(500);
        } else if let Some(map) = problem.as_object_mut() {
            map.entry("draws").or_insert(json!(500));
        }
        match compute_json(&problem.to_string()) {
            Ok(solution) => finite(&serde_json::to_value(&solution).unwrap(), "")?,
            Err(report) => {
                prop_assert!(!report.error.code.is_empty() && !report.error.place.is_empty());
                prop_assert!(report.error.message.len() > 10, "{}", report.error.message);
            }
        }
    }
}

fn code(problem: Value) -> String {
    compute_json(&problem.to_string())
        .unwrap_err()
        .error
        .code
        .to_owned()
}

#[test]
fn limits_have_errors_of_their_own() {
    let problem = |draws: u64| {
        json!({
            "outcomes": [{"id": "a", "better": "lower", "range": [0, 1]}], "options": ["x"],
            "cells": {"a": {"x": {"normal": [0.5, 0.1]}}}, "weights": {"any": true}, "draws": draws,
        })
    };
    assert_eq!(code(problem(1_000_000_000)), "draws");
    assert_eq!(code(problem(0)), "draws");
    assert_eq!(code(problem(10_000_000_000)), "format");
    let alone = compute_json(&problem(100).to_string()).unwrap().fit.unwrap();
    assert_eq!(alone.first_rank["x"], 1.0);
    assert_eq!(alone.entropy, 0.0);
    let many: Vec<Value> = (0..65).map(|i| json!({"id": format!("o{i}")})).collect();
    assert_eq!(
        code(json!({"outcomes": many, "weights": {"any": true}})),
        "too-many"
    );
    assert_eq!(
        code(json!({"outcomes": [], "weights": {"any": true}})),
        "no-outcomes"
    );
}

#[test]
fn a_figure_far_outside_the_range() {
    let problem = |x: f64| {
        json!({
            "outcomes": [{"id": "a", "better": "lower", "range": [0, 1e-300], "outside": "extrapolate"}],
            "options": ["x", "y"], "cells": {"a": {"x": x, "y": 0}}, "weights": {"any": true},
        })
    };
    let error = compute_json(&problem(1e300).to_string()).unwrap_err().error;
    assert_eq!((error.code, error.place.as_str()), ("figure", "cells.a.x"));
    assert!(compute_json(&problem(1e-300).to_string()).is_ok());
}

#[test]
fn text_that_is_no_problem() {
    for text in [
        "",
        "{",
        "[]",
        "null",
        "\u{feff}",
        "{\"outcomes\": NaN}",
        "{\"outcomes\": [1e999]}",
        "\0",
    ] {
        let error = compute_json(text).unwrap_err().error;
        assert_eq!(error.code, "format", "{text:?}");
    }
}
