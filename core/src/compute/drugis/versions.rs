//! What versions wrote differently: which they are, where a performance and its direction stand, and what percentages are
//! written in.

use serde_json::Value;

use super::{DrugisError, Entry, File, kind};

pub(super) fn check(version: &str) -> Result<(), DrugisError> {
    let parts: Vec<u32> = version.split('.').filter_map(|p| p.parse().ok()).collect();
    match parts.as_slice() {
        [a, b, c] if (*a, *b, *c) <= (1, 4, 7) => Ok(()),
        _ => Err(DrugisError::new(
            "schemaVersion",
            format!("`{version}` is not a version this reads: save the problem as 1.4.7 or earlier"),
        )),
    }
}

/// The distribution where there is one, otherwise the effect.
pub(super) fn stated(performance: &Value) -> &Value {
    let said = |key: &str| {
        performance
            .get(key)
            .filter(|v| !kind(v).is_empty() && kind(v) != "empty")
    };
    said("distribution")
        .or_else(|| said("effect"))
        .unwrap_or(performance)
}

/// Whether a value tree has a criterion among its favourable effects, its first branch; `None` when it has it nowhere.
pub(super) fn favourable_in(tree: &Value, id: &str) -> Option<bool> {
    let branches = tree.get("children").and_then(Value::as_array)?;
    branches
        .iter()
        .position(|branch| holds(branch, id, 8))
        .map(|at| at == 0)
}

fn holds(branch: &Value, id: &str, depth: u8) -> bool {
    let list = |key: &str| branch.get(key).and_then(Value::as_array).into_iter().flatten();
    list("criteria").any(|c| c.as_str() == Some(id))
        || (depth > 0 && list("children").any(|child| holds(child, id, depth - 1)))
}

/// What the figures of a percentage source are written in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum WrittenIn {
    Proportions,
    Percent,
    Unsaid,
}

/// Since 1.4.0 a source whose unit is of the type `percentage` holds proportions, and so does every figure that was typed
/// as one; before, bare numbers under the unit `%` are per hundred.
pub(super) fn written_in(source: &Value, criterion: &Value, entries: &[&Entry], file: &File) -> WrittenIn {
    let unit = source
        .get("unitOfMeasurement")
        .or_else(|| criterion.get("unitOfMeasurement"));
    let inputs = |e: &&Entry| {
        let part = |key: &str| e.performance.get(key).and_then(|v| v.get("input"));
        [part("effect"), part("distribution"), e.performance.get("input")]
            .into_iter()
            .flatten()
            .any(|input| input.get("scale").and_then(Value::as_str) == Some("percentage"))
    };
    let typed = unit.is_some_and(|u| kind(u) == "percentage");
    if typed || entries.iter().any(inputs) {
        return WrittenIn::Proportions;
    }
    let old = file.version.as_deref().is_none_or(|v| v < "1.4");
    let bare = |e: &&Entry| e.performance.get("effect").is_none() && kind(stated(&e.performance)) == "exact";
    if old && unit.and_then(Value::as_str) == Some("%") && entries.iter().all(bare) {
        WrittenIn::Percent
    } else {
        WrittenIn::Unsaid
    }
}
