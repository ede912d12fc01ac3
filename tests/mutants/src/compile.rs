//! Compiles the copy. A slip that the compiler refuses is taken out, and what is left is compiled again.

use crate::copy::Copy;
use crate::put;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// A program of tests.
#[derive(Clone, Debug)]
pub(crate) struct Program {
    /// The crate and the name of its target.
    pub(crate) name: String,
    /// The folder of its crate.
    pub(crate) package: PathBuf,
    pub(crate) path: PathBuf,
}

#[derive(Deserialize)]
struct Message {
    reason: String,
    manifest_path: Option<PathBuf>,
    target: Option<Target>,
    executable: Option<PathBuf>,
    profile: Option<Profile>,
    message: Option<Diagnostic>,
}

#[derive(Deserialize)]
struct Profile {
    test: bool,
}

#[derive(Deserialize)]
struct Target {
    name: String,
}

#[derive(Deserialize)]
struct Diagnostic {
    level: String,
    rendered: Option<String>,
    spans: Vec<Span>,
}

#[derive(Deserialize)]
struct Span {
    file_name: PathBuf,
    byte_start: usize,
    is_primary: bool,
}

/// How often the compiler is asked, at most: it tells errors of one kind before it looks for the next.
const ROUNDS: usize = 25;

/// The programs of tests of these packages, and how many slips the compiler refused.
pub(crate) fn compile(copy: &mut Copy, packages: &[String]) -> Result<(Vec<Program>, usize)> {
    let before = copy.mutants.len();
    for round in 1..=ROUNDS {
        let messages = cargo(copy, packages, &["check", "--all-features", "--keep-going"])?;
        let refused = refused(copy, &messages)?;
        if refused.is_empty() {
            let programs = programs(&cargo(copy, packages, &["test", "--no-run", "--all-features"])?);
            if programs.is_empty() {
                bail!("the tests do not compile, though the crates do");
            }
            return Ok((programs, before - copy.mutants.len()));
        }
        eprintln!(
            "round {round}: the compiler refuses {} of {}",
            refused.len(),
            copy.mutants.len()
        );
        copy.mutants.retain(|number, _| !refused.contains(number));
        copy.write_sources()?;
    }
    bail!("after {ROUNDS} rounds the compiler still refuses something")
}

fn cargo(copy: &Copy, packages: &[String], words: &[&str]) -> Result<Vec<Message>> {
    let mut cargo = Command::new("cargo");
    cargo
        .current_dir(&copy.root)
        .env_remove("CARGO_TARGET_DIR")
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "none")
        .args(words)
        .args(["--quiet", "--message-format=json"])
        .stderr(Stdio::null());
    for package in packages {
        cargo.args(["--package", package]);
    }
    let said = cargo.output().context("cargo does not answer")?;
    Ok(said
        .stdout
        .split(|byte| *byte == b'\n')
        .filter_map(|line| serde_json::from_slice(line).ok())
        .collect())
}

fn refused(copy: &Copy, messages: &[Message]) -> Result<BTreeSet<u32>> {
    let mut refused = BTreeSet::new();
    let errors = messages
        .iter()
        .filter_map(|message| message.message.as_ref())
        .filter(|said| said.level == "error" && !said.spans.is_empty());
    for error in errors {
        let here = error
            .spans
            .iter()
            .filter(|span| span.is_primary)
            .chain(&error.spans);
        let slip = here.into_iter().find_map(|span| {
            let written = fs::read_to_string(copy.root.join(&span.file_name)).ok()?;
            put::at(&written, span.byte_start)
        });
        match slip {
            Some(number) => refused.insert(number),
            None => bail!(
                "the copy does not compile, and not for a slip:\n{}",
                error.rendered.as_deref().unwrap_or_default()
            ),
        };
    }
    Ok(refused)
}

fn programs(messages: &[Message]) -> Vec<Program> {
    messages
        .iter()
        .filter(|message| message.reason == "compiler-artifact")
        .filter(|message| message.profile.as_ref().is_some_and(|profile| profile.test))
        .filter_map(|message| {
            let package = message.manifest_path.as_ref()?.parent()?.to_path_buf();
            let folder = package.file_name()?.to_string_lossy().into_owned();
            Some(Program {
                name: format!("{folder}/{}", message.target.as_ref()?.name),
                package,
                path: message.executable.clone()?,
            })
        })
        .collect()
}
