//! What cargo checks.

use super::tally::{Tally, counts};
use super::{cargo, one};
use crate::{build, process, project, tools};
use anyhow::Result;
use std::process::Command;

/// The crates that a browser runs.
const BOUNDARY: [&str; 4] = ["--package", "weighup-element", "--package", "weighup-api"];

pub(super) fn format() -> Result<Tally> {
    Ok(one(&mut cargo(&["fmt", "--all", "--check"])))
}

/// Native and as a browser compiles it; a warning fails.
pub(super) fn lint() -> Result<Tally> {
    tools::ready(false, false)?;
    let native = [
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--all-features",
        "--",
        "-D",
        "warnings",
    ];
    let wasm = [
        &["clippy", "--quiet", "--target", tools::WASM],
        &BOUNDARY[..],
        &["--", "-D", "warnings"],
    ]
    .concat();
    Ok(one(&mut cargo(&native)) + one(&mut cargo(&wasm)))
}

/// The crates, and this tool in the profile it has been compiled in already.
pub(super) fn tests() -> Result<Tally> {
    let (run, profile): (&[&str], _) = if process::answers("cargo-nextest", "--version") {
        (
            &["nextest", "run", "--no-fail-fast", "--status-level", "fail"],
            "--cargo-profile",
        )
    } else {
        (
            &["test", "--no-fail-fast", "--lib", "--bins", "--tests"],
            "--profile",
        )
    };
    let crates = counted(&[run, &["--workspace", "--exclude", "xtask", "--all-features"]].concat())?;
    Ok(crates + counted(&[run, &["--package", "xtask", profile, "xtask"]].concat())?)
}

/// Proofs too long for every day carry `#[ignore]` with the reason.
pub(super) fn slow_tests() -> Result<Tally> {
    let all = counted(&[
        "test",
        "--workspace",
        "--all-features",
        "--no-fail-fast",
        "--lib",
        "--bins",
        "--tests",
        "--",
        "--ignored",
        "--skip",
        RELEASE,
    ])?;
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
    counted(&[
        "test",
        "--workspace",
        "--exclude",
        "xtask",
        "--all-features",
        "--no-fail-fast",
        "--doc",
    ])
}

/// Every aid of the repository passes its own check, by the command that the site is built with: not compiled once more.
pub(super) fn aids() -> Result<Tally> {
    let mut check = Command::new(build::command(false, true)?);
    check.current_dir(project::root());
    Ok(one(check.args(["check", "decision-aids"])))
}

fn counted(arguments: &[&str]) -> Result<Tally> {
    let mut tally = Tally::default();
    let succeeded = process::watched(&mut cargo(arguments), |line| {
        println!("{line}");
        tally += counts(line).unwrap_or_default();
    })?;
    Ok(Tally::of_run(tally, succeeded))
}
