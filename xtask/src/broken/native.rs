//! Programs of tests that cargo compiles in the copy, once for all slips, and one test of them run with a switch on.

use super::copy::Copy;
use crate::safety::{Kind, Test};
use crate::{process, project, say, times};
use anyhow::{Context, Result, anyhow, bail};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// What was compiled.
#[derive(Default)]
pub(super) struct Compiled {
    programs: Vec<Program>,
}

struct Program {
    /// The file it is made of, from the root of the copy.
    file: String,
    /// The folder of its crate.
    package: PathBuf,
    path: PathBuf,
}

#[derive(Deserialize)]
struct Message {
    reason: String,
    manifest_path: Option<PathBuf>,
    target: Option<Target>,
    executable: Option<PathBuf>,
    message: Option<Diagnostic>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
    src_path: PathBuf,
}

#[derive(Deserialize)]
struct Diagnostic {
    level: String,
    rendered: Option<String>,
}

/// Compiles the programs that these tests stand in.
pub(super) fn compile(copy: &Copy, tests: &[&Test]) -> Result<Compiled> {
    let names: BTreeSet<&str> = tests.iter().map(|test| stem(&test.file)).collect();
    if names.is_empty() {
        return Ok(Compiled::default());
    }
    let begun = Instant::now();
    let mut cargo = Command::new("cargo");
    cargo
        .current_dir(copy.root())
        .env_remove("CARGO_TARGET_DIR")
        // Nobody steps through the copy, and what changes there is the whole of a crate.
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "none")
        .args(["test", "--no-run", "--quiet", "--message-format=json"])
        // Neither has the report, whose query engine takes minutes to compile, anything that is broken here.
        .args(["--workspace", "--exclude", "xtask", "--exclude", "weighup-report"])
        .arg("--all-features");
    for name in &names {
        cargo.args(["--test", name]);
    }
    let mut compiled = Compiled::default();
    let mut progress = say::Progress::new("broken");
    let done = process::lines(&mut cargo, |line| {
        let Ok(message) = serde_json::from_str::<Message>(line) else {
            return;
        };
        if let Some(said) = message.message.filter(|said| said.level.starts_with("error")) {
            say::verbatim(said.rendered.as_deref().unwrap_or_default());
        }
        let Some(target) = message.target.filter(|_| message.reason == "compiler-artifact") else {
            return;
        };
        progress.show(&target.name);
        if let (Some(path), Some(manifest)) = (message.executable, message.manifest_path) {
            let file = target
                .src_path
                .strip_prefix(copy.root())
                .unwrap_or(&target.src_path);
            compiled.programs.push(Program {
                file: file.to_string_lossy().replace('\\', "/"),
                package: manifest.parent().unwrap_or(Path::new("")).to_path_buf(),
                path,
            });
        }
    })?;
    times::note(times::Kind::Build, "broken", begun.elapsed());
    if !done {
        bail!("the copy does not compile with every switch in it; what is wrong stands above");
    }
    Ok(compiled)
}

impl Compiled {
    /// Whether a test passes with the switch of that number on.
    pub(super) fn passes(&self, copy: &Copy, test: &Test, number: u16) -> Result<bool> {
        let kind = test.found().map_err(|missing| anyhow!(missing))?;
        let program = self.programs.iter().find(|program| program.file == test.file);
        let program = program.with_context(|| format!("cargo compiled no program of {}", test.file))?;
        let mut command = Command::new(&program.path);
        command
            .current_dir(&program.package)
            .env("CARGO_MANIFEST_DIR", &program.package)
            .env("WEIGHUP_BROKEN", number.to_string())
            .env("WEIGHUP_ROOT", copy.root())
            // A snapshot that differs is told, and never written.
            .env("INSTA_UPDATE", "no")
            .env("RUST_BACKTRACE", "0")
            .arg(&test.name);
        if kind == Kind::RustSlow {
            command.arg("--include-ignored");
        }
        let (mut passed, mut ran, mut said) = (true, false, Vec::new());
        let whole = process::watched(&mut command, |line| {
            said.push(line.to_owned());
            let Some((name, came)) = line
                .strip_prefix("test ")
                .and_then(|rest| rest.rsplit_once(" ... "))
            else {
                return;
            };
            if name.rsplit("::").next() == Some(test.name.as_str()) {
                ran = true;
                passed &= came == "ok";
            }
        })?;
        // A test that ends the program says nothing more of itself.
        let stopped = !whole && !said.iter().any(|line| line.starts_with("test result:"));
        if !ran && !stopped {
            bail!("{}: `{}` did not run", test.file, test.name);
        }
        let passed = passed && ran;
        if !passed && number == 0 {
            said.iter().for_each(|line| say::verbatim(line));
        }
        Ok(passed)
    }
}

fn stem(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.strip_suffix(".rs").unwrap_or(name)
}

/// The authors' command: the copy's own, with every switch in it, or the one that the tests of the repository run.
pub(super) fn command(copy: &Copy) -> PathBuf {
    let name = format!("debug/weighup{}", std::env::consts::EXE_SUFFIX);
    let own = copy.at("target").join(&name);
    if own.is_file() {
        own
    } else {
        project::target().join(name)
    }
}
