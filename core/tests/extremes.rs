//! Numbers at the ends of what a computer can hold, in every place of a problem where a number can stand: there is a solution of
//! ordinary numbers, or a message of ordinary length that says which number and what to do.

#![cfg(feature = "compute")]
#![expect(clippy::unwrap_used, reason = "a test: failing is how it reports")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use weighup_core::compute::compute_json;

/// The largest and the smallest of both signs, what is near enough to nothing to be lost in rounding, and minus zero.
const EXTREMES: [f64; 9] = [f64::MAX, f64::MIN, 5e-324, -5e-324, 1e-300, 1e-9, 1e9, 1e22, -0.0];

/// The longest run of digits that a number takes when it is written out: all of its own and the noughts of 1e-9.
const DIGITS: usize = 27;

/// Where the numbers of a problem stand.
fn numbers(value: &Value, here: &str, found: &mut Vec<String>) {
    match value {
        Value::Number(_) => found.push(here.to_owned()),
        Value::Array(all) => {
            for (at, each) in all.iter().enumerate() {
                numbers(each, &format!("{here}/{at}"), found);
            }
        }
        Value::Object(all) => {
            for (key, each) in all {
                numbers(each, &format!("{here}/{key}"), found);
            }
        }
        _ => {}
    }
}

/// What is wrong with an answer: numbers that are none, minus zero, shares that do not share out one.
fn faults(solution: &Value) -> Vec<String> {
    let mut found = Vec::new();
    numbers(solution, "", &mut found);
    let mut wrong: Vec<String> = found
        .iter()
        .filter_map(|at| {
            let number = solution.pointer(at)?.as_f64()?;
            (!number.is_finite() || (number == 0.0 && number.is_sign_negative()))
                .then(|| format!("{at} is {number}"))
        })
        .collect();
    for at in ["/weights/point", "/weights/mean"] {
        let shares = solution.pointer(at).and_then(Value::as_object);
        let sum: Option<f64> = shares.map(|s| s.values().filter_map(Value::as_f64).sum());
        wrong.extend(
            sum.filter(|sum| (sum - 1.0).abs() > 1e-6)
                .map(|sum| format!("{at} sum to {sum}")),
        );
    }
    // Ties count for each, so the shares of first places can be more than one, and never less.
    let first = solution.pointer("/first_rank").and_then(Value::as_object);
    let sum: Option<f64> = first.map(|s| s.values().filter_map(Value::as_f64).sum());
    wrong.extend(
        sum.filter(|sum| *sum < 1.0 - 1e-6)
            .map(|sum| format!("/first_rank sums to {sum}")),
    );
    wrong
}

/// The longest run of digits in a text.
fn longest_run(text: &str) -> usize {
    text.split(|c: char| !c.is_ascii_digit())
        .map(str::len)
        .max()
        .unwrap_or_default()
}

/// A place without the names in it, so that each kind of place is tried a few times and not a hundred.
fn kind(case: &str, at: &str) -> String {
    let known = |part: &&str| part.parse::<usize>().is_ok() || KNOWN.contains(part);
    let parts: Vec<&str> = at.split('/').filter(known).collect();
    format!("{} {}", case.split('-').next().unwrap(), parts.join("/"))
}

const KNOWN: [&str; 30] = [
    "outcomes",
    "range",
    "value",
    "cutoffs",
    "values",
    "cells",
    "relative",
    "baseline",
    "mean",
    "cov",
    "order",
    "matrix",
    "beta",
    "normal",
    "uniform",
    "gamma",
    "inverse_gamma",
    "survival",
    "t",
    "weights",
    "exact",
    "swing",
    "points",
    "band",
    "pairwise",
    "best_worst",
    "statements",
    "ratio",
    "weight",
    "draws",
];

#[test]
fn a_number_at_the_end_of_the_scale_is_worked_out_or_refused_in_few_words() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/canonical");
    let mut cases: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|f| f.unwrap().path())
        .collect();
    cases.sort();
    let mut tried = BTreeSet::new();
    let (mut solved, mut refused) = (0, 0);
    let mut wrong = Vec::new();
    for path in cases {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let Some(name) = name.strip_suffix(".case.json") else {
            continue;
        };
        let case: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let mut problem = case["problem"].clone();
        if problem["outcomes"].as_array().is_none_or(|all| all.len() > 7) {
            continue;
        }
        problem["draws"] = json!(60);
        let mut places = Vec::new();
        numbers(&problem, "", &mut places);
        for at in places {
            if !tried.insert(kind(name, &at)) {
                continue;
            }
            // Three of them for each place, in turn: a thousand are tried, and the test stays one of every day.
            for extreme in EXTREMES.into_iter().skip(tried.len() % 3).step_by(3) {
                // As many draws as that would be the work of a day, and are allowed.
                if at == "/draws" && extreme > 1e6 && extreme < 1e22 {
                    continue;
                }
                let mut changed = problem.clone();
                *changed.pointer_mut(&at).unwrap() = json!(extreme);
                match compute_json(&changed.to_string()) {
                    Ok(solution) => {
                        solved += 1;
                        let solution = serde_json::to_value(&solution).unwrap();
                        wrong.extend(
                            faults(&solution)
                                .into_iter()
                                .map(|fault| format!("{name}{at} {extreme:e}: {fault}")),
                        );
                    }
                    Err(report) => {
                        refused += 1;
                        if longest_run(&report.error.message) > DIGITS {
                            wrong.push(format!("{name}{at} {extreme:e}: {}", report.error.message));
                        }
                    }
                }
            }
        }
    }
    assert!(
        solved > 100 && refused > 100,
        "{solved} solved, {refused} refused"
    );
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Differences of such numbers are lost in rounding: options that differ came out as equal, and shares of first places as less
/// than one.
#[test]
fn figures_of_1e12_and_more_are_refused_by_name() {
    for figure in [
        json!(1e12),
        json!(-1e308),
        json!({"normal": [1e300, 1.0]}),
        json!({"normal": [0.0, 1e12]}),
        json!({"uniform": [0.0, 1e308]}),
        json!({"unknown": [-1e308, 0.0]}),
        json!({"t": [0.0, 1e308, 30.0]}),
        json!({"t": [0.0, 1.0, 1e12]}),
        json!({"gamma": [1e12, 1.0]}),
    ] {
        let problem = json!({
            "outcomes": [{"id": "a", "better": "lower"}],
            "options": ["x", "y"],
            "cells": {"a": {"x": figure, "y": 1.0}},
            "weights": {"any": true},
        });
        let refused = compute_json(&problem.to_string()).expect_err("it is too large");
        let message = refused.error.message;
        assert!(
            message.starts_with("cells.a.x: ") && message.contains("below 1e12")
                || message.contains("to 1e12"),
            "{message}"
        );
    }
}
