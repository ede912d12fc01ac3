//! `cargo xtask fuzz`: hostile input by the million, and what came of it.

use crate::{process, project, safety};
use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::process::Command;

/// What `cargo xtask fuzz` can be asked for.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// A target of tests/fuzz, `imports`, or `all`
    target: String,
    /// How many inputs each target gets
    #[arg(long, default_value_t = 10_000)]
    executions: u64,
    /// Other inputs
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The number of the first input, to come back to one that was found
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// Write the figures into docs/safety
    #[arg(long)]
    record: bool,
}

/// The importers are part of the command, which is no library: their inputs are drawn in a test of it.
const IMPORTS: &str = "imports";

/// Where the figures stand.
const FIGURES: &str = "docs/safety/source/executions.toml";

/// What came of one target.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ran {
    pub(crate) target: String,
    pub(crate) executions: u64,
    pub(crate) accepted: u64,
    pub(crate) found: u64,
    pub(crate) slowest_ms: u64,
    pub(crate) seed: u64,
    /// The commit and its day.
    pub(crate) at: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Figures {
    #[serde(default)]
    run: Vec<Ran>,
}

/// The figures that are committed.
pub(crate) fn figures() -> Result<Vec<Ran>> {
    let text = fs::read_to_string(project::root().join(FIGURES))
        .with_context(|| format!("{FIGURES} could not be read"))?;
    Ok(toml::from_str::<Figures>(&text)
        .with_context(|| format!("{FIGURES} is not as expected"))?
        .run)
}

/// The verb.
pub(crate) fn run(options: &Options) -> Result<()> {
    let at = commit()?;
    let mut ran = Vec::new();
    let mut sound = true;
    if options.target != IMPORTS {
        sound &= process::lines(&mut targets(options), |line| {
            keep(line, options.seed, &at, &mut ran)
        })?;
    }
    if options.target == IMPORTS || options.target == "all" {
        sound &= process::lines(&mut imports(options), |line| {
            keep(line, options.seed, &at, &mut ran)
        })?;
    }
    if options.record {
        record(ran)?;
        safety::run(false)?;
    }
    if !sound {
        bail!("something was found, or nothing could be run: see above");
    }
    Ok(())
}

fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(project::root());
    command
}

fn targets(options: &Options) -> Command {
    let mut command = cargo();
    command.args([
        "run",
        "--quiet",
        "--profile",
        "fuzz",
        "--package",
        "weighup-fuzz",
        "--",
    ]);
    command.arg(&options.target);
    for (name, number) in [
        ("--executions", options.executions),
        ("--seed", options.seed),
        ("--from", options.from),
    ] {
        command.arg(name).arg(number.to_string());
    }
    command
}

fn imports(options: &Options) -> Command {
    let mut command = cargo();
    command
        .args([
            "test",
            "--quiet",
            "--profile",
            "fuzz",
            "--package",
            "weighup",
            "--bin",
            "weighup",
        ])
        .args(["--", "--ignored", "--nocapture", "import::hostile"])
        .env("WEIGHUP_EXECUTIONS", options.executions.to_string())
        .env("WEIGHUP_SEED", options.seed.to_string())
        .env("WEIGHUP_FROM", options.from.to_string());
    command
}

/// Shows a line, and keeps what it counts.
fn keep(line: &str, seed: u64, at: &str, ran: &mut Vec<Ran>) {
    println!("{line}");
    ran.extend(counted(line, seed, at));
}

/// `fuzz NAME executions 1 accepted 1 found 0 slowest_ms 1 seconds 1`.
fn counted(line: &str, seed: u64, at: &str) -> Option<Ran> {
    let (_, rest) = line.split_once("fuzz ")?;
    let mut words = rest.split_whitespace();
    let target = words.next()?.to_owned();
    let mut number = |name: &str| -> Option<u64> {
        (words.next()? == name).then_some(())?;
        words.next()?.parse().ok()
    };
    Some(Ran {
        target,
        executions: number("executions")?,
        accepted: number("accepted")?,
        found: number("found")?,
        slowest_ms: number("slowest_ms")?,
        seed,
        at: at.to_owned(),
    })
}

/// Puts runs in the place of shorter ones.
fn record(ran: Vec<Ran>) -> Result<()> {
    let mut all: BTreeMap<String, Ran> = figures()?
        .into_iter()
        .map(|each| (each.target.clone(), each))
        .collect();
    for each in ran {
        let longer = all
            .get(&each.target)
            .is_none_or(|known| known.executions <= each.executions);
        if longer {
            all.insert(each.target.clone(), each);
        }
    }
    let mut text = String::from(
        "# The longest run of each target of tests/fuzz. `cargo xtask fuzz NAME --executions N --record` writes it.\n",
    );
    for each in all.values() {
        let _ = write!(text, "\n[[run]]\n{}", toml_of(each));
    }
    fs::write(project::root().join(FIGURES), text)?;
    Ok(())
}

fn toml_of(each: &Ran) -> String {
    format!(
        "target = \"{}\"\nexecutions = {}\naccepted = {}\nfound = {}\nslowest_ms = {}\nseed = {}\nat = \"{}\"\n",
        each.target, each.executions, each.accepted, each.found, each.slowest_ms, each.seed, each.at
    )
}

/// The commit that is run, and its day.
fn commit() -> Result<String> {
    let mut git = Command::new("git");
    git.current_dir(project::root())
        .args(["log", "-1", "--format=%h of %cs"]);
    process::output(&mut git)
}

#[cfg(test)]
mod tests {
    use super::{Figures, counted, toml_of};

    #[test]
    fn a_line_is_counted_and_written_down() {
        let line = "fuzz aid-toml executions 12 accepted 3 found 0 slowest_ms 7 seconds 1";
        let ran = counted(line, 1, "abc of 2026-11-30").unwrap();
        assert_eq!(
            (ran.target.as_str(), ran.executions, ran.accepted),
            ("aid-toml", 12, 3)
        );
        let text = format!("[[run]]\n{}", toml_of(&ran));
        assert_eq!(toml::from_str::<Figures>(&text).unwrap().run, [ran]);
        // As a test prints it, behind its own name.
        assert!(
            counted(
                "test x ... fuzz imports executions 1 accepted 1 found 0 slowest_ms 1 seconds 0",
                1,
                ""
            )
            .is_some()
        );
        assert_eq!(counted("fuzz all over", 1, ""), None);
    }
}
