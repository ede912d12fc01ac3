//! What Node runs: the package as a consumer meets it, and the widget in browsers.

use super::pick::{Only, test_files};
use super::tally::Tally;
use super::{compiled, one};
use crate::times::{self, Kind};
use crate::{process, project, say};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

/// Installs the test tools as the lock file has them, unless they are there.
pub(super) fn install() -> Result<()> {
    let begun = Instant::now();
    let version = process::output(Command::new("node").arg("--version"))
        .context("The tests need Node 20 or later; install it (Debian: nodejs and npm) and try again")?;
    let major: u32 = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .unwrap_or_default()
        .parse()
        .unwrap_or(0);
    if major < 20 {
        bail!("The tests need Node 20 or later and found {version}; install a newer one and try again.");
    }
    let tests = project::root().join("tests");
    let lock = fs::read(tests.join("package-lock.json")).context("tests/package-lock.json is not there")?;
    let mark = tests.join("node_modules/.installed-from");
    if fs::read(&mark).is_ok_and(|old| old == lock) {
        return Ok(());
    }
    say::line("npm", "installing the test tools (npm ci in tests/)");
    process::run(Command::new(npm()).current_dir(&tests).args([
        "ci",
        "--no-audit",
        "--no-fund",
        "--prefer-offline",
    ]))
    .context("the test tools could not be installed; check the network and try again")?;
    fs::write(mark, lock)?;
    say::step(
        "npm",
        &format!("test tools installed, Node {version}"),
        begun.elapsed(),
    );
    Ok(())
}

/// Runs a script of `tests/`; the tools are there.
pub(super) fn script(path: &str) -> Result<()> {
    let tests = project::root().join("tests");
    process::run(Command::new("node").current_dir(&tests).arg(path))
}

/// The hand-written types, and a consumer's programs against them: with the types of React 19, with those of 18, and without.
pub(super) fn types() -> Result<Tally> {
    let tests = project::root().join("tests");
    let compiler = tests.join("node_modules/typescript/bin/tsc");
    let compiled = ["tsconfig.json", "react-18.json", "without-react.json"].map(|program| {
        one(Command::new("node")
            .current_dir(&tests)
            .arg(&compiler)
            .arg("--project")
            .arg(format!("types/{program}")))
    });
    Ok(compiled
        .into_iter()
        .fold(Tally::default(), |all, each| all + each))
}

/// What `support/run.mjs` says of a file.
#[derive(Deserialize)]
struct Ran {
    file: String,
    ms: f64,
    passed: usize,
    failed: usize,
}

/// Every `*.test.mjs` under `tests/FOLDER`, or those that are asked for.
pub(super) fn tests(folder: &str, only: &Only) -> Result<Tally> {
    let tests = project::root().join("tests");
    let files: Vec<PathBuf> = if only.files.is_empty() {
        test_files(&tests.join(folder))
    } else {
        only.files.iter().map(|path| project::root().join(path)).collect()
    };
    if files.is_empty() {
        bail!("there is no test in tests/{folder}");
    }
    let results = tests.join(".results");
    fs::create_dir_all(&results)?;
    let report = results.join(format!("{folder}.json"));
    // What an earlier run has said is not said again by one that stops.
    if report.exists() {
        fs::remove_file(&report)?;
    }
    let mut node = Command::new("node");
    node.current_dir(&tests)
        .arg("support/run.mjs")
        .arg(&report)
        .arg(side_by_side(folder).to_string());
    if ALONE.contains(&folder) {
        node.arg("--own-browsers");
    }
    if folder == SECOND_OPINION {
        // Compiled for the site already.
        node.env("WEIGHUP_COMMAND", compiled::programs()?.authors);
    }
    let succeeded = process::run(node.args(&files)).is_ok();
    let text = fs::read_to_string(&report)
        .with_context(|| format!("the tests of tests/{folder} stopped before their end"))?;
    let ran: Vec<Ran> = serde_json::from_str(&text)?;
    let mut tally = Tally::default();
    for file in ran {
        let millis = Duration::try_from_secs_f64(file.ms / 1000.0).unwrap_or_default();
        times::note(Kind::File, &format!("tests/{}", file.file), millis);
        tally += Tally {
            passed: file.passed,
            failed: file.failed,
        };
    }
    Ok(Tally::of_run(tally, succeeded))
}

/// Folders whose files start the browsers they need, and not one for all.
const ALONE: [&str; 5] = ["slow", "engines", "canonical", "types", SECOND_OPINION];

/// Folder whose files ask the authors' command what it says.
const SECOND_OPINION: &str = "second-opinion";

/// How many files at once. Node would leave one processor of two idle; what is measured in `slow` has the machine to itself.
fn side_by_side(folder: &str) -> usize {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    if folder == "slow" { 1 } else { processors.min(4) }
}

fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}
