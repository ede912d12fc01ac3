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
    /// A target of tests/fuzz, `imports`, `carried`, or `all`
    #[arg(required_unless_present = "all")]
    target: Option<String>,
    /// Every target
    #[arg(long, conflicts_with = "target")]
    all: bool,
    /// How many inputs each target gets; with `--for`, as many as there is time for
    #[arg(long)]
    executions: Option<u64>,
    /// How many seconds all of it takes, each target the same share; what came of it is written into docs/safety
    #[arg(long = "for", value_name = "SECONDS")]
    seconds: Option<u64>,
    /// Compile for speed first, which takes minutes: for long runs. Overflows are told all the same
    #[arg(long)]
    optimised: bool,
    /// Other inputs
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The number of the first input, to come back to one that was found
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// Begin where the figures of a target end, and add to them: ten million inputs on a few evenings
    #[arg(long, conflicts_with_all = ["from", "all", "seed"])]
    more: bool,
    /// Write the figures into docs/safety
    #[arg(long)]
    record: bool,
}

/// The importers are part of the command, which is no library: their inputs are drawn in a test of it.
const IMPORTS: &str = "imports";

/// What links and codes carry is read by a script: its inputs are drawn in one.
const CARRIED: &str = "carried";

/// How many inputs each target gets where nobody says how many, or how long.
const EXECUTIONS: u64 = 10_000;

/// What is said of a run that says nothing of the times.
const NOT_OPTIMISED: &str = ", not optimised";

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
    /// The commit and its day; of a run in several sittings, each of them.
    pub(crate) at: String,
}

impl Ran {
    /// Both sittings of one run as one: the inputs of the second begin where those of the first end.
    fn and(self, later: Ran) -> Ran {
        let at = if self.at == later.at {
            self.at
        } else {
            format!("{}; {}", self.at, later.at)
        };
        Ran {
            target: self.target,
            executions: self.executions + later.executions,
            accepted: self.accepted + later.accepted,
            found: self.found + later.found,
            slowest_ms: self.slowest_ms.max(later.slowest_ms),
            seed: self.seed,
            at,
        }
    }
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

/// What is run, and how.
struct Asked<'a> {
    target: &'a str,
    executions: u64,
    seed: u64,
    from: u64,
    /// For so long each, at most.
    seconds: Option<u64>,
    profile: &'static str,
}

impl Asked<'_> {
    fn of<'a>(options: &'a Options, before: Option<&Ran>) -> Asked<'a> {
        let target = options.target.as_deref().unwrap_or(ALL);
        let count = if target == ALL { COUNT } else { 1 };
        Asked {
            target,
            executions: options.executions.unwrap_or(match options.seconds {
                Some(_) => u64::MAX,
                None => EXECUTIONS,
            }),
            seed: before.map_or(options.seed, |ran| ran.seed),
            from: before.map_or(options.from, |ran| ran.executions),
            seconds: options.seconds.map(|all| (all / count).max(1)),
            profile: if options.optimised { "fuzz" } else { "dev" },
        }
    }

    fn is_asked_for(&self, target: &str) -> bool {
        self.target == target || self.target == ALL
    }
}

/// Every target.
const ALL: &str = "all";

/// How many there are: those of `tests/fuzz/src/targets`, the importers, and what is carried.
const COUNT: u64 = 16;

/// The verb.
pub(crate) fn run(options: &Options) -> Result<()> {
    let before = if options.more { before(options)? } else { None };
    let asked = Asked::of(options, before.as_ref());
    let at = commit()? + if options.optimised { "" } else { NOT_OPTIMISED };
    let mut ran = Vec::new();
    let mut sound = true;
    let mut commands = Vec::new();
    if ![IMPORTS, CARRIED].contains(&asked.target) {
        commands.push(targets(&asked));
    }
    if asked.is_asked_for(IMPORTS) {
        commands.push(imports(&asked));
    }
    if asked.is_asked_for(CARRIED) {
        commands.push(carried(&asked));
    }
    for command in &mut commands {
        sound &= process::lines(command, |line| keep(line, asked.seed, &at, &mut ran))?;
    }
    if options.record || options.more || options.seconds.is_some() {
        if let Some(before) = before {
            ran = ran.into_iter().map(|later| before.clone().and(later)).collect();
        }
        record(ran)?;
        safety::run(false)?;
    }
    if !sound {
        bail!("something was found, or nothing could be run: see above");
    }
    Ok(())
}

/// What the figures hold of the one target that is gone on with. A run of a build that is not optimised is begun anew: its times say nothing.
fn before(options: &Options) -> Result<Option<Ran>> {
    let target = options.target.as_deref().unwrap_or(ALL);
    if target == ALL {
        bail!("`--more` goes on with one target: name it");
    }
    Ok(figures()?
        .into_iter()
        .find(|ran| ran.target == target && !ran.at.contains(NOT_OPTIMISED)))
}

fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(project::root());
    command
}

fn targets(asked: &Asked<'_>) -> Command {
    let mut command = cargo();
    command.args([
        "run",
        "--quiet",
        "--profile",
        asked.profile,
        "--package",
        "weighup-fuzz",
        "--",
    ]);
    command.arg(asked.target);
    for (name, number) in [
        ("--executions", Some(asked.executions)),
        ("--seed", Some(asked.seed)),
        ("--from", Some(asked.from)),
        ("--for", asked.seconds),
    ] {
        if let Some(number) = number {
            command.arg(name).arg(number.to_string());
        }
    }
    command
}

fn imports(asked: &Asked<'_>) -> Command {
    let mut command = cargo();
    command
        .args([
            "test",
            "--quiet",
            "--profile",
            asked.profile,
            "--package",
            "weighup",
            "--bin",
            "weighup",
        ])
        .args(["--", "--ignored", "--nocapture", "import::hostile"]);
    given(&mut command, asked);
    command
}

fn carried(asked: &Asked<'_>) -> Command {
    let mut command = Command::new("node");
    command.current_dir(project::root()).arg("tests/fuzz/carried.mjs");
    given(&mut command, asked);
    command
}

/// Numbers for programs that take no arguments.
fn given(command: &mut Command, asked: &Asked<'_>) {
    command
        .env("WEIGHUP_EXECUTIONS", asked.executions.to_string())
        .env("WEIGHUP_SEED", asked.seed.to_string())
        .env("WEIGHUP_FROM", asked.from.to_string())
        .env("WEIGHUP_FOR", asked.seconds.unwrap_or(0).to_string());
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
    use super::{COUNT, Figures, Ran, counted, toml_of};

    /// Each has the same share of the time that is given.
    #[test]
    fn every_target_is_counted() {
        let list = include_str!("../../tests/fuzz/src/targets/mod.rs");
        let (_, list) = list.split_once("TARGETS: [(&str, Run); ").unwrap();
        let (number, _) = list.split_once(']').unwrap();
        assert_eq!(number.parse::<u64>().unwrap() + 2, COUNT);
    }

    #[test]
    fn two_sittings_are_one_run() {
        let line = "fuzz form executions 12 accepted 3 found 0 slowest_ms 7 seconds 1";
        let first = counted(line, 2, "abc of 2026-11-30").unwrap();
        let again = first.clone().and(first.clone());
        assert_eq!((again.executions, again.accepted, again.seed), (24, 6, 2));
        assert_eq!(again.at, "abc of 2026-11-30");
        let later = Ran {
            slowest_ms: 9,
            found: 1,
            at: "def of 2026-12-01".to_owned(),
            ..first.clone()
        };
        let both = first.and(later);
        assert_eq!((both.slowest_ms, both.found), (9, 1));
        assert_eq!(both.at, "abc of 2026-11-30; def of 2026-12-01");
    }

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
