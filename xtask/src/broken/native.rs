//! Programs of tests that cargo compiles in the copy, once for all slips, and one test of them run with a switch on.

use super::copy::Copy;
use crate::safety::{Kind, Test};
use crate::test::WORKSPACE;
use crate::{build, process, project, say, times};
use anyhow::{Context, Result, anyhow, bail};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Instant;
use weighup_copied::{CargoLine, Program, cargo};

/// What was compiled.
#[derive(Default)]
pub(super) struct Compiled {
    programs: Vec<Program>,
}

/// Compiles the programs that these tests stand in.
pub(super) fn compile(copy: &Copy, tests: &[&Test]) -> Result<Compiled> {
    let names: BTreeSet<&str> = tests.iter().map(|test| stem(&test.file)).collect();
    let mut compiled = Compiled::default();
    if names.is_empty() {
        return Ok(compiled);
    }
    let mut words = [&["test", "--no-run"][..], &WORKSPACE].concat();
    words.extend(names.iter().flat_map(|name| ["--test", name]));
    made(copy.root(), &words, |line| {
        compiled.programs.extend(line.program())
    })?;
    Ok(compiled)
}

/// The programs that make a part of the site, of the copy's own sources and compiled as its tests are: so that what both stand on is
/// compiled once. Clippy, which would tell of every slip, is not asked.
pub(super) fn site_programs() -> Result<build::Programs> {
    let words = [&["build"][..], &WORKSPACE, &["--bins", "--examples"]].concat();
    let (mut authors, mut states) = (None, None);
    made(&project::root(), &words, |line| match line.executable() {
        Some(("weighup", path)) => authors = Some(path.to_path_buf()),
        Some(("states", path)) => states = Some(path.to_path_buf()),
        _ => {}
    })?;
    Ok(build::Programs {
        authors: authors.context("cargo compiled no `weighup` in the copy")?,
        states: states.context("cargo compiled no `states` in the copy")?,
    })
}

/// Runs cargo in the copy, handing on what it says.
fn made(root: &Path, words: &[&str], mut each: impl FnMut(&CargoLine)) -> Result<()> {
    let begun = Instant::now();
    let mut progress = say::Progress::new("broken");
    let done = process::lines(&mut cargo(root, words), |line| {
        let Some(line) = CargoLine::read(line) else { return };
        if let Some(said) = line.error() {
            say::verbatim(said.rendered.as_deref().unwrap_or_default());
        }
        if let Some(name) = line.compiled() {
            progress.show(name);
        }
        each(&line);
    })?;
    times::note(times::Kind::Build, "broken", begun.elapsed());
    if !done {
        bail!("the copy does not compile with every switch in it; what is wrong stands above");
    }
    Ok(())
}

impl Compiled {
    /// Whether a test passes with the switch of that number on.
    pub(super) fn passes(&self, copy: &Copy, test: &Test, number: u16) -> Result<bool> {
        let kind = test.found().map_err(|missing| anyhow!(missing))?;
        let source = copy.at(&test.file);
        let program = self.programs.iter().find(|program| program.source == source);
        let program = program.with_context(|| format!("cargo compiled no program of {}", test.file))?;
        let mut command = program.command(copy.root());
        command.env("WEIGHUP_BROKEN", number.to_string()).arg(&test.name);
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
