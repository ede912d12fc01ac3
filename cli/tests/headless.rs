//! The published description of `weighup/headless`: its schema is what the command prints, and types for TypeScript can be made of all of it.

mod common;

use std::fs;

use common::{root, text, weighup};
use serde_json::Value;

fn schema() -> String {
    text(&weighup(&["schema", "headless"]).stdout)
}

#[test]
fn the_schema_that_is_published_is_that_of_the_code() {
    let (path, wanted) = (root().join("docs/schema/headless.schema.json"), schema());
    if std::env::var("HEADLESS").as_deref() == Ok("write") {
        fs::write(&path, &wanted).unwrap();
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == wanted,
        "{} is not what the code says: run this test with HEADLESS=write",
        path.display()
    );
}

#[test]
fn everything_that_the_schema_defines_is_a_type() {
    let types = text(&weighup(&["schema", "headless-types"]).stdout);
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let defined = schema.get("$defs").and_then(Value::as_object).unwrap();
    assert!(defined.len() > 50, "{}", defined.len());
    for name in defined.keys() {
        let declared = [
            format!("export interface {name} {{"),
            format!("export type {name} = "),
        ];
        assert!(
            declared.iter().any(|one| types.contains(one)),
            "{name} is no type"
        );
    }
}
