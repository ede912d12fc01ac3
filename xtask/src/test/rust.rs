//! What cargo checks.

use super::pick::{Only, stem};
use super::tally::{Tally, counts};
use super::{cargo, compiled, one, ran};
use crate::times::{self, Kind};
use crate::{process, project, tools};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// The crates that a browser runs.
const BOUNDARY: [&str; 12] = [
    "--package",
    "weighup-element",
    "--package",
    "weighup-fit",
    "--package",
    "weighup-api",
    "--package",
    "weighup-headless",
    "--package",
    "weighup-author",
    "--package",
    "weighup-desk",
];

pub(super) fn format() -> Result<Tally> {
    Ok(one(&mut cargo(&["fmt", "--all", "--check"])))
}

/// Everything that cargo compiles, for this machine and for a browser; a warning fails.
pub(super) fn lint() -> Result<Tally> {
    tools::ready(false, false)?;
    if compiled::driver().is_none() {
        bail!("Clippy is not installed: run `rustup component add clippy` and try again.");
    }
    // First, so that the site need not wait for the tests. What is wrong is told by the next.
    let _ = compiled::programs();
    let native = [
        &["test", "--no-run"][..],
        &compiled::WORKSPACE,
        &["--all-targets"],
    ]
    .concat();
    let own = ["test", "--no-run", "--package", "xtask", "--profile", "xtask"];
    // As it was compiled for this run: what only its tests use is not seen above.
    let plain = ["build", "--package", "xtask", "--profile", "xtask"];
    let browser = [&["clippy", "--target", tools::WASM][..], &BOUNDARY].concat();
    let mut tally = Tally::default();
    for (what, command) in [
        ("tests", &mut compiled::linting(&native)),
        ("build tool", &mut compiled::linting(&own)),
        ("build tool", &mut cargo(&plain)),
        ("lint wasm", &mut cargo(&browser)),
    ] {
        tally += if compiled::compile(what, command)?.clean() {
            Tally::passed(1)
        } else {
            Tally::failed(1)
        };
    }
    Ok(tally)
}

/// The crates, and this tool in the profile it has been compiled in already.
pub(super) fn tests(only: &Only) -> Result<Tally> {
    const RUN: [&str; 4] = ["test", "--no-fail-fast", "--bins", "--tests"];
    if only.files.is_empty() {
        let crates = counted(&[&RUN[..], &["--lib"], &compiled::WORKSPACE].concat())?;
        return Ok(crates + counted(&[&RUN[..], &["--package", "xtask", "--profile", "xtask"]].concat())?);
    }
    let mut tally = Tally::default();
    for file in &only.files {
        tally += one_file(file)?;
    }
    Ok(tally)
}

/// The tests of one file `CRATE/tests/NAME.rs`: a program of tests, or a module of one.
fn one_file(file: &Path) -> Result<Tally> {
    let folder = file.parent().and_then(Path::parent).unwrap_or(Path::new(""));
    let package = package(folder)?;
    let name = stem(file);
    let (program, inside) = match program(&project::root().join(file))? {
        Some(program) => (program, format!("{name}::")),
        None => (name.to_owned(), String::new()),
    };
    counted(&[
        "test",
        "--package",
        &package,
        "--all-features",
        "--test",
        &program,
        "--",
        &inside,
    ])
}

/// The program that a file of tests is a module of: one that stands beside it and names it.
fn program(file: &Path) -> Result<Option<String>> {
    let line = format!("mod {};", stem(file));
    let beside = file.parent().context("a file of tests stands in a folder")?;
    let mut programs = Vec::new();
    for entry in fs::read_dir(beside)? {
        let path = entry?.path();
        let names = path.extension().is_some_and(|end| end == "rs")
            && fs::read_to_string(&path)?.lines().any(|found| found == line);
        if names {
            programs.push(stem(&path).to_owned());
        }
    }
    programs.sort();
    Ok(programs.into_iter().next())
}

/// The name of the crate in a folder.
fn package(folder: &Path) -> Result<String> {
    #[derive(Deserialize)]
    struct Manifest {
        package: Package,
    }
    #[derive(Deserialize)]
    struct Package {
        name: String,
    }
    let path = project::root().join(folder).join("Cargo.toml");
    let text = fs::read_to_string(&path).with_context(|| format!("{} could not be read", path.display()))?;
    let manifest: Manifest =
        toml::from_str(&text).with_context(|| format!("{} is not as expected", path.display()))?;
    Ok(manifest.package.name)
}

/// The report: compiled without a warning, and its tests.
pub(super) fn report() -> Result<Tally> {
    const CRATE: [&str; 3] = ["test", "--package", "weighup-report"];
    let compiled = compiled::compile(
        "report",
        &mut compiled::linting(&[&CRATE[..], &["--no-run", "--all-targets"]].concat()),
    )?;
    let lint = if compiled.clean() {
        Tally::passed(1)
    } else {
        Tally::failed(1)
    };
    Ok(lint + counted(&[&CRATE[..], &["--no-fail-fast"]].concat())?)
}

/// Proofs too long for every day carry `#[ignore]` with the reason.
pub(super) fn slow_tests() -> Result<Tally> {
    let every = [
        &["test", "--no-fail-fast", "--lib", "--bins", "--tests"][..],
        &compiled::WORKSPACE,
    ]
    .concat();
    let all = counted(&[&every[..], &["--", "--ignored", "--skip", RELEASE]].concat())?;
    // How fast the authors' command is says something of the one that authors have.
    let release = counted(&[
        "test",
        "--release",
        "--package",
        "weighup",
        "--test",
        "slow",
        "--",
        "--ignored",
        "--nocapture",
        RELEASE,
    ])?;
    Ok(all + release)
}

/// The test that measures a release build.
const RELEASE: &str = "a_thousand_aids";

/// The examples in the documentation.
pub(super) fn docs() -> Result<Tally> {
    counted(&[&["test", "--no-fail-fast", "--doc"][..], &compiled::WORKSPACE].concat())
}

/// Every aid of the repository passes its own check, by the command that the tests run: not compiled once more.
pub(super) fn aids() -> Result<Tally> {
    let mut check = Command::new(compiled::programs()?.authors);
    check.current_dir(project::root());
    Ok(one(check.args(["check", "decision-aids"])))
}

fn counted(arguments: &[&str]) -> Result<Tally> {
    let mut tally = Tally::default();
    let mut running = String::new();
    let succeeded = process::watched(&mut compiled::linting(arguments), |line| {
        println!("{line}");
        if let Some(name) = running_now(line) {
            running = name;
        }
        if let Some(name) = passed(line) {
            ran::note(&running, name);
        }
        if let Some(counted) = counts(line) {
            tally += counted;
            times::note(Kind::File, &running, took(line).unwrap_or_default());
        }
    })?;
    Ok(Tally::of_run(tally, succeeded))
}

/// The file that cargo says it runs: `Running tests/saved.rs (target/debug/deps/saved-0123456789abcdef)`.
fn running_now(line: &str) -> Option<String> {
    let line = line.trim();
    if let Some(name) = line.strip_prefix("Doc-tests ") {
        return Some(format!("examples in the documentation of {name}"));
    }
    let (file, program) = line.strip_prefix("Running ")?.split_once(" (")?;
    let file = file.trim_start_matches("unittests ");
    let program = Path::new(program.trim_end_matches(')')).file_name()?.to_str()?;
    let (name, _) = program.rsplit_once('-')?;
    Some(format!("{file} of {name}"))
}

/// The test that a line says passed: `test module::name ... ok`.
fn passed(line: &str) -> Option<&str> {
    let name = line.strip_prefix("test ")?.strip_suffix(" ... ok")?;
    // Some are told with what they should do.
    Some(name.split_once(" - ").map_or(name, |(name, _)| name))
}

/// How long a program of tests says that it took: `…; finished in 1.25s`.
fn took(line: &str) -> Option<Duration> {
    let (_, seconds) = line.split_once("finished in ")?;
    Duration::try_from_secs_f64(seconds.trim().trim_end_matches('s').parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::{passed, running_now, took};
    use std::time::Duration;

    #[test]
    fn what_cargo_runs_is_named_and_timed() {
        let line = "     Running tests/saved.rs (target/debug/deps/saved-0123456789abcdef)";
        assert_eq!(running_now(line).as_deref(), Some("tests/saved.rs of saved"));
        let line = "     Running unittests src/lib.rs (target/debug/deps/weighup_core-0123)";
        assert_eq!(running_now(line).as_deref(), Some("src/lib.rs of weighup_core"));
        assert_eq!(running_now("test a ... ok"), None);
        assert_eq!(passed("test a::b ... ok"), Some("a::b"));
        assert_eq!(passed("test a::b - should panic ... ok"), Some("a::b"));
        assert_eq!(passed("test a::b ... FAILED"), None);
        let line =
            "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.25s";
        assert_eq!(took(line), Some(Duration::from_millis(1250)));
    }
}
