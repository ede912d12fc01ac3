//! What Node runs: the package as a consumer meets it, and the widget in browsers.

use super::one;
use super::tally::{Tally, counts};
use crate::{process, project, say};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;
use walkdir::WalkDir;

/// Longer than any test should take, so that a hang becomes a failure.
const TIMEOUT_MS: u32 = 10 * 60 * 1000;

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

/// Runs a script of `tests/` that writes something.
pub(crate) fn script(path: &str) -> Result<()> {
    install()?;
    let tests = project::root().join("tests");
    process::run(Command::new("node").current_dir(&tests).arg(path))
}

/// The hand-written types, and a consumer's program against them.
pub(super) fn types() -> Result<Tally> {
    let tests = project::root().join("tests");
    let compiler = tests.join("node_modules/typescript/bin/tsc");
    Ok(one(Command::new("node")
        .current_dir(&tests)
        .arg(compiler)
        .args(["--project", "types"])))
}

/// Every `*.test.mjs` under `tests/FOLDER`.
pub(super) fn tests(folder: &str) -> Result<Tally> {
    let tests = project::root().join("tests");
    let files = test_files(&tests.join(folder));
    if files.is_empty() {
        bail!("there is no test in tests/{folder}");
    }
    let results = tests.join(".results");
    fs::create_dir_all(&results)?;
    let report = results.join(format!("{folder}.tap"));
    let mut node = Command::new("node");
    node.current_dir(&tests)
        .arg("--test")
        .arg(format!("--test-timeout={TIMEOUT_MS}"))
        .arg(format!("--test-concurrency={}", side_by_side(folder)));
    node.args([
        "--test-reporter=spec",
        "--test-reporter-destination=stdout",
        "--test-reporter=tap",
    ]);
    node.arg(format!("--test-reporter-destination={}", report.display()))
        .args(files);
    let succeeded = process::run(&mut node).is_ok();
    let text = fs::read_to_string(&report).unwrap_or_default();
    // Counts of the whole run stand unindented at the end; each file's own stand indented before.
    let tally = text
        .lines()
        .filter(|line| line.starts_with('#'))
        .filter_map(counts)
        .fold(Tally::default(), |a, b| a + b);
    Ok(Tally::of_run(tally, succeeded))
}

/// How many files at once. Node would leave one processor of two idle; what is measured in `slow` has the machine to itself.
fn side_by_side(folder: &str) -> usize {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    if folder == "slow" { 1 } else { processors.min(4) }
}

fn test_files(folder: &Path) -> Vec<PathBuf> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    let entries = entries
        .filter_entry(|entry| entry.file_name() != "node_modules")
        .flatten();
    entries
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect()
}

fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}
