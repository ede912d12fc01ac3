//! The canonical table (`tests/canonical`): each `NAME.case.json` holds a problem, `NAME.result.json` its solution or its
//! error, to the last bit. Other languages run the same files. After a change that is meant to change results, write them
//! anew with `CANONICAL=write cargo test -p weighup-core --features compute --test canonical`.
#![cfg(feature = "compute")]

use std::fs;
use std::path::Path;

use weighup_core::compute::compute_json;

#[test]
fn every_case() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/canonical");
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .filter_map(|f| {
            f.unwrap()
                .file_name()
                .to_str()?
                .strip_suffix(".case.json")
                .map(str::to_owned)
        })
        .collect();
    names.sort();
    assert!(names.len() >= 20, "the table has gone missing");
    let mut wrong = Vec::new();
    for name in &names {
        let case = fs::read_to_string(folder.join(format!("{name}.case.json"))).unwrap();
        let case: serde_json::Value = serde_json::from_str(&case).unwrap();
        let result = match compute_json(&serde_json::to_string(&case["problem"]).unwrap()) {
            Ok(solution) => serde_json::to_string_pretty(&solution).unwrap(),
            Err(mut report) => {
                // Line and column depend on how the text was laid out.
                (report.error.line, report.error.column) = (None, None);
                serde_json::to_string_pretty(&report).unwrap()
            }
        };
        let file = folder.join(format!("{name}.result.json"));
        if std::env::var_os("CANONICAL").is_some() {
            fs::write(&file, format!("{result}\n")).unwrap();
        } else if fs::read_to_string(&file)
            .map(|t| t.trim_end().to_owned())
            .unwrap_or_default()
            != result
        {
            wrong.push(name.clone());
        }
    }
    if !wrong.is_empty() {
        panic!("different from the table: {wrong:?}");
    }
}
