//! `cargo xtask bench`: how fast the engine is, natively and as WebAssembly in Node and in Chromium, beside plain JavaScript
//! and against `tests/bench/targets.json`.

use crate::{build, process, project, test, tools};
use anyhow::Result;
use std::process::Command;

/// The verb: Rust's benchmarks, then the same workloads against the published wasm.
pub(crate) fn run(filter: Option<&str>) -> Result<()> {
    let mut native = Command::new("cargo");
    native
        .current_dir(project::root())
        .args(["bench", "--quiet", "--package", "weighup-bench"]);
    native.arg("--").args(filter);
    process::run(&mut native)?;

    let tests = project::root().join("tests");
    test::browser_ready()?;
    tools::ready(false, true)?;
    build::all(
        &build::Flavour {
            release: true,
            offline: false,
        },
        true,
    )?;
    let mut node = Command::new("node");
    node.current_dir(&tests)
        .arg("bench/acceptability.mjs")
        .env("WEIGHUP_CRITERION", project::target().join("criterion"));
    process::run(&mut node)
}
