//! Problem files of drugis MCDA: each `drugis/NAME.json` gives what `drugis/NAME.problem.json` says, or its error. Files
//! are written for these tests after the published shape of each version. To write what they give anew:
//! `DRUGIS=write cargo test -p weighup-core --features compute --test drugis`.
#![cfg(feature = "compute")]

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use weighup_core::compute::{compute, from_drugis};

#[test]
fn every_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drugis");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|f| f.unwrap().path())
        .collect();
    files.retain(|f| !f.to_string_lossy().ends_with(".problem.json"));
    files.sort();
    assert!(files.len() >= 8, "the files have gone missing");
    let mut wrong = Vec::new();
    for file in files {
        let got: Value = match from_drugis(&fs::read_to_string(&file).unwrap()) {
            Ok(mut problem) => {
                let whole = serde_json::to_value(&problem).unwrap();
                problem.draws = 2_000;
                match compute(&problem) {
                    Ok(solution) => assert!(solution.fit.is_some(), "{}", file.display()),
                    Err(e) => panic!("{}: {e}", file.display()),
                }
                whole
            }
            Err(e) => json!({"error": e.to_string()}),
        };
        let beside = file.with_extension("problem.json");
        if std::env::var_os("DRUGIS").is_some() {
            fs::write(&beside, serde_json::to_string_pretty(&got).unwrap() + "\n").unwrap();
        } else if fs::read_to_string(&beside)
            .ok()
            .and_then(|t| serde_json::from_str::<Value>(&t).ok())
            != Some(got)
        {
            wrong.push(file);
        }
    }
    assert!(
        wrong.is_empty(),
        "different from what stands beside them: {wrong:?}"
    );
}
