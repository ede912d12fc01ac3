//! The crates compiled once for everything that is asked of them: lints, tests, and the programs that make the site.
//!
//! Clippy's driver is the compiler with more lints. With it in the compiler's place one build of the workspace gives the
//! warnings and what the tests run; with a run of Clippy beside it every library would be read twice and every crate of the
//! workspace compiled twice.

use super::cargo;
use crate::times::{self, Kind};
use crate::{build, process, project, say, tools};
use anyhow::{Context, Result, anyhow, bail};
use serde::Deserialize;
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;
use std::time::Instant;

/// What cargo says of a build, a line each.
#[derive(Deserialize)]
struct Message {
    reason: String,
    target: Option<Target>,
    executable: Option<PathBuf>,
    message: Option<Diagnostic>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Diagnostic {
    level: String,
    rendered: Option<String>,
}

/// What came of a build.
#[derive(Default)]
pub(super) struct Outcome {
    /// Warnings and errors, each as the compiler words it.
    pub(super) said: Vec<String>,
    programs: Vec<(String, PathBuf)>,
    succeeded: bool,
}

impl Outcome {
    /// Whether there is nothing to mend.
    pub(super) fn clean(&self) -> bool {
        self.succeeded && self.said.is_empty()
    }
}

/// Every crate but this one and the report, with every feature. The report stands on a query engine that takes minutes to compile: its
/// checks are a group of their own.
pub(crate) const WORKSPACE: [&str; 6] = [
    "--workspace",
    "--exclude",
    "xtask",
    "--exclude",
    "weighup-report",
    "--all-features",
];

/// A cargo command whose compiler for the crates of the workspace is Clippy's driver, where that is installed.
pub(super) fn linting(arguments: &[&str]) -> Command {
    let mut command = cargo(arguments);
    if let Some(driver) = driver() {
        command.env("RUSTC_WORKSPACE_WRAPPER", driver);
    }
    command
}

/// Clippy's driver, which stands beside the compiler.
pub(super) fn driver() -> Option<&'static PathBuf> {
    static DRIVER: OnceLock<Option<PathBuf>> = OnceLock::new();
    let found = || {
        let root = process::output(Command::new("rustc").args(["--print", "sysroot"])).ok()?;
        let name = format!("clippy-driver{}", std::env::consts::EXE_SUFFIX);
        Some(PathBuf::from(root).join("bin").join(name)).filter(|path| path.is_file())
    };
    DRIVER.get_or_init(found).as_ref()
}

/// Compiles, with progress under `what`, and gathers what the compiler says. What it has said of a crate before, it says again.
pub(super) fn compile(what: &'static str, command: &mut Command) -> Result<Outcome> {
    let begun = Instant::now();
    let mut outcome = Outcome::default();
    let mut progress = say::Progress::new(what);
    outcome.succeeded = process::lines(command.args(["--quiet", "--message-format=json"]), |line| {
        let Ok(message) = serde_json::from_str::<Message>(line) else {
            return;
        };
        if let Some(said) = message.message {
            let rendered = said.rendered.unwrap_or_default();
            // A library and its tests are compiled one by one and say the same.
            if matches!(said.level.as_str(), "warning" | "error") && !outcome.said.contains(&rendered) {
                say::verbatim(&rendered);
                outcome.said.push(rendered);
            }
        }
        let Some(target) = message.target.filter(|_| message.reason == "compiler-artifact") else {
            return;
        };
        progress.show(&target.name);
        if let Some(program) = message.executable
            && target.kind.iter().any(|kind| kind == "bin" || kind == "example")
        {
            outcome.programs.push((target.name, program));
        }
    })?;
    times::note(Kind::Build, what, begun.elapsed());
    Ok(outcome)
}

/// The authors' command and the program that renders the states: those that the tests run, so that they are compiled once.
pub(super) fn programs() -> Result<build::Programs> {
    static MADE: OnceLock<Result<build::Programs, String>> = OnceLock::new();
    let made = MADE.get_or_init(|| make().map_err(|error| format!("{error:#}")));
    made.clone().map_err(|error| anyhow!(error))
}

fn make() -> Result<build::Programs> {
    tools::ready(false, false)?;
    // With the examples, so that cargo chooses the features of libraries as for the tests.
    let arguments = [&["build"][..], &WORKSPACE, &["--bins", "--examples"]].concat();
    let outcome = compile("programs", &mut linting(&arguments))?;
    if !outcome.succeeded {
        bail!("the authors' command or the states of the widget do not compile; what is wrong stands above");
    }
    let program = |name: &str| {
        let found = outcome.programs.iter().find(|(known, _)| known == name);
        found
            .map(|(_, path)| project::root().join(path))
            .with_context(|| format!("cargo compiled `{name}` without saying where it is"))
    };
    Ok(build::Programs {
        authors: program("weighup")?,
        states: program("states")?,
    })
}
