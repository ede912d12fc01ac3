//! `cargo xtask bench`: how fast the engine is, natively and in the browser's WebAssembly.

use crate::{build, process, project, tools};
use anyhow::Result;
use std::process::Command;
use walkdir::WalkDir;

/// The verb: Rust's benchmarks, then every `tests/bench/*.mjs` against the published wasm.
pub(crate) fn run(filter: Option<&str>) -> Result<()> {
    let mut native = Command::new("cargo");
    native
        .current_dir(project::root())
        .args(["bench", "--quiet", "--package", "weighup-bench"]);
    native.arg("--").args(filter);
    process::run(&mut native)?;

    let tests = project::root().join("tests");
    let scripts = WalkDir::new(tests.join("bench"))
        .max_depth(1)
        .sort_by_file_name()
        .into_iter()
        .flatten();
    let scripts: Vec<_> = scripts
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|extension| extension == "mjs"))
        .collect();
    if scripts.is_empty() {
        return Ok(());
    }
    tools::ready(false, true)?;
    build::all(
        &build::Flavour {
            release: true,
            offline: false,
        },
        true,
    )?;
    for script in scripts {
        process::run(Command::new("node").current_dir(&tests).arg(script).args(filter))?;
    }
    Ok(())
}
