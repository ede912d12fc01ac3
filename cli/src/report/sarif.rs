//! SARIF 2.1.0 (OASIS), which editors and code hosts read.

use serde_json::{Value, json};
use weighup_core::aid::{Code, Problem, Severity};
use weighup_core::standards::{Item, Verdict};

use crate::check::Checked;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

/// Every problem, and every rule that is not met, as one run.
pub(crate) fn sarif(checked: &[Checked<'_>]) -> String {
    let mut rules: Vec<Value> = Code::ALL
        .iter()
        .map(|code| {
            json!({
                "id": code.as_str(),
                "shortDescription": { "text": code.meaning() },
                "defaultConfiguration": { "level": level(code.severity()) },
            })
        })
        .collect();
    let reports = || checked.iter().filter_map(|one| one.report.as_ref());
    for set in reports().take(1).flat_map(|report| &report.sets) {
        rules.extend(set.items.iter().map(|item| {
            json!({
                "id": item.rule.id,
                "shortDescription": { "text": item.rule.text },
                "defaultConfiguration": { "level": "note" },
            })
        }));
    }
    let problems = checked.iter().flat_map(|one| &one.found.problems).map(problem);
    let judged = reports()
        .flat_map(|report| &report.sets)
        .flat_map(|set| &set.items);
    let judged = judged.filter(|item| matches!(item.verdict, Verdict::NotMet | Verdict::PartlyMet));
    let results: Vec<Value> = problems.chain(judged.map(verdict)).collect();
    let run = json!({
        "tool": { "driver": {
            "name": "weighup",
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "informationUri": env!("CARGO_PKG_REPOSITORY"),
            "rules": rules,
        } },
        "columnKind": "unicodeCodePoints",
        "results": results,
    });
    let log = json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": [run] });
    // A tree of strings and numbers always serialises.
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn problem(problem: &Problem) -> Value {
    let mut result = json!({
        "ruleId": problem.code.as_str(),
        "level": level(problem.severity),
        "message": { "text": format!("{}; {}", problem.message, problem.remedy) },
    });
    if let Some(file) = &problem.file {
        add(
            &mut result,
            location(file, problem.line, problem.column, &problem.place()),
        );
    }
    result
}

fn verdict(item: &Item) -> Value {
    let remedy = item.remedy.as_deref().unwrap_or_default();
    let mut result = json!({
        "ruleId": item.rule.id,
        "level": "note",
        "kind": "review",
        "message": { "text": format!("{} {}: {} {remedy}", item.rule.text, item.verdict.words(), item.because) },
    });
    // A result that is not a failure has no level.
    if let Some(object) = result.as_object_mut() {
        object.insert("level".to_owned(), json!("none"));
    }
    if let Some((file, place)) = item
        .evidence
        .first()
        .and_then(|seen| Some((seen.file.as_ref()?, seen)))
    {
        add(
            &mut result,
            location(file, place.line, None, &place.place.to_string()),
        );
    }
    result
}

fn add(result: &mut Value, location: Value) {
    if let Some(object) = result.as_object_mut() {
        object.insert("locations".to_owned(), json!([location]));
    }
}

fn location(file: &str, line: Option<u32>, column: Option<u32>, place: &str) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(file) } });
    if let (Some(line), Some(object)) = (line, physical.as_object_mut()) {
        let region = match column {
            Some(column) => json!({ "startLine": line, "startColumn": column }),
            None => json!({ "startLine": line }),
        };
        object.insert("region".to_owned(), region);
    }
    let mut location = json!({ "physicalLocation": physical });
    if let (false, Some(object)) = (place.is_empty(), location.as_object_mut()) {
        object.insert(
            "logicalLocations".to_owned(),
            json!([{ "fullyQualifiedName": place }]),
        );
    }
    location
}

/// A path as a relative or file reference (RFC 3986).
fn uri(path: &str) -> String {
    let mut out = String::new();
    for byte in path.replace('\\', "/").bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte))
            }
            other => out += &format!("%{other:02X}"),
        }
    }
    if out.starts_with('/') {
        format!("file://{out}")
    } else {
        out
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn paths_become_references() {
        assert_eq!(super::uri("aids/a b/aid.toml"), "aids/a%20b/aid.toml");
        assert_eq!(super::uri("/x/é.toml"), "file:///x/%C3%A9.toml");
    }
}
