//! Problems of numbers alone, in our form and in that of drugis.
//!
//! What is worked out is finite, and the same when it is worked out again.

use super::of_json;
use crate::corpus;
use serde_json::Value;
use weighup_core::compute::{compute as solve, compute_json, from_drugis};
use weighup_fuzz::{Came, Tried, run};

/// Draws that are made for a problem: time, not sense.
const DRAWS: u64 = 100;

/// `weighup compute` and the function of the package.
pub(crate) fn compute(seed: u64, from: u64, executions: u64) -> Tried {
    let mut trees: Vec<Value> = corpus::trees(&corpus::texts("tests/canonical", ".case.json"))
        .into_iter()
        .filter_map(|case| case.get("problem").cloned())
        // The large ones take seconds each.
        .filter(|problem| {
            problem
                .get("outcomes")
                .and_then(Value::as_array)
                .is_some_and(|all| all.len() <= 7)
        })
        .collect();
    for problem in &mut trees {
        fewer(problem);
    }
    let texts: Vec<String> = trees.iter().map(Value::to_string).collect();
    run(
        seed,
        from,
        executions,
        |draw| bounded(of_json(draw, &trees, &texts)),
        |text: &String| match (compute_json(text), compute_json(text)) {
            (Ok(once), Ok(again)) => same(&told(&once), &told(&again)),
            (Err(_), Err(_)) => Came::Refused,
            _ => Came::Broken("it is worked out once, and refused once".to_owned()),
        },
        Clone::clone,
    )
}

/// Files of drugis and mcda.drugis.org.
pub(crate) fn drugis(seed: u64, from: u64, executions: u64) -> Tried {
    let texts = corpus::texts("core/tests/drugis", ".json");
    let trees = corpus::trees(&texts);
    run(
        seed,
        from,
        executions,
        |draw| of_json(draw, &trees, &texts),
        |text: &String| {
            let Ok(problem) = from_drugis(text) else {
                return Came::Refused;
            };
            match (solve(&problem), solve(&problem)) {
                (Ok(once), Ok(again)) => same(&told(&once), &told(&again)),
                (Err(_), Err(_)) => Came::Refused,
                _ => Came::Broken("it is worked out once, and refused once".to_owned()),
            }
        },
        Clone::clone,
    )
}

fn told(solution: &impl serde::Serialize) -> String {
    // What cannot be written is told as nothing, which is then found.
    serde_json::to_string(solution).unwrap_or_default()
}

fn same(once: &str, again: &str) -> Came {
    if once.is_empty() {
        return Came::Broken("the answer cannot be written".to_owned());
    }
    if once != again {
        return Came::Broken("worked out again it is another".to_owned());
    }
    Came::Accepted
}

fn fewer(problem: &mut Value) {
    if let Some(map) = problem.as_object_mut() {
        map.insert("draws".to_owned(), Value::from(DRAWS));
    }
}

/// A text whose damage asks for more draws is given few again.
fn bounded(text: String) -> String {
    match serde_json::from_str::<Value>(&text) {
        Ok(mut problem)
            if problem
                .get("draws")
                .and_then(Value::as_u64)
                .is_none_or(|draws| draws > DRAWS) =>
        {
            fewer(&mut problem);
            problem.to_string()
        }
        _ => text,
    }
}
