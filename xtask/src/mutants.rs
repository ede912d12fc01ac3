//! `cargo xtask mutants`: slips that a program puts into our sources, thousands of them, and which no test notices.
//!
//! The work is done by the crate `tests/mutants`, so that this tool need not be compiled with what reads Rust.

use crate::{process, project, safety};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::fmt::Write;
use std::fs;
use std::process::Command;

/// What `cargo xtask mutants` can be asked for.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Rooms or sources, from the root of the repository: `core/src/chance`, `core/src/record/csv.rs`
    #[arg(required = true)]
    rooms: Vec<String>,
    /// Every so many slips only: 10 tries a tenth of them
    #[arg(long, default_value_t = 1)]
    every: u32,
    /// Stop after so many seconds; what was not tried is told as that
    #[arg(long = "for", value_name = "SECONDS")]
    seconds: Option<u64>,
    /// How many run beside one another
    #[arg(long, default_value_t = 2)]
    jobs: usize,
    /// Only list them
    #[arg(long)]
    list: bool,
    /// Write what came of it into docs/safety
    #[arg(long)]
    record: bool,
}

/// What came of the last run of each room.
const SEEN: &str = "tests/mutants/seen.toml";

/// Why a slip that nothing notices is left.
const REASONS: &str = "tests/mutants/reasons.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Seen {
    #[serde(default)]
    room: Vec<Room>,
    #[serde(default)]
    left: Vec<Left>,
}

/// Counts of a room.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Room {
    name: String,
    /// Slips that compile.
    slips: u64,
    noticed: u64,
    endless: u64,
    survived: u64,
    unreached: u64,
    /// The commit and its day.
    at: String,
}

impl Room {
    fn tried(&self) -> u64 {
        self.noticed + self.endless + self.survived + self.unreached
    }
}

/// A slip that no test noticed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Left {
    room: String,
    file: String,
    line: u64,
    what: String,
    came: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reasons {
    #[serde(default)]
    reason: Vec<Reason>,
}

/// What is known of slips of one kind.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reason {
    /// The source, and words that the slip has in it.
    file: String,
    has: String,
    why: String,
}

/// The verb.
pub(crate) fn run(options: &Options) -> Result<()> {
    let mut command = Command::new("cargo");
    command
        .current_dir(project::root())
        .args(["run", "--quiet", "--package", "weighup-mutants", "--"])
        .args(&options.rooms)
        .args([
            "--every",
            &options.every.to_string(),
            "--jobs",
            &options.jobs.to_string(),
        ]);
    if let Some(seconds) = options.seconds {
        command.args(["--for", &seconds.to_string()]);
    }
    if options.list {
        command.arg("--list");
    }
    if options.record {
        let output = process::output(Command::new("git").current_dir(project::root()).args([
            "log",
            "-1",
            "--format=%h of %cs",
        ]))?;
        command.args(["--record", SEEN, "--at", &output]);
    }
    process::run(&mut command)?;
    if options.record {
        safety::run(false)?;
    }
    Ok(())
}

fn read<T: for<'de> Deserialize<'de>>(name: &str) -> Result<T> {
    let text = fs::read_to_string(project::root().join(name))
        .with_context(|| format!("{name} could not be read"))?;
    toml::from_str(&text).with_context(|| format!("{name} is not as expected"))
}

/// The table of rooms, and each slip that no test noticed with why it is left.
pub(crate) fn page() -> Result<String> {
    let seen: Seen = read(SEEN)?;
    let reasons: Reasons = read(REASONS)?;
    let mut out = String::from(
        "| room | slips | tried | noticed | of these never end | not noticed | no test comes by | commit |\n|---|---|---|---|---|---|---|---|\n",
    );
    for room in &seen.room {
        let noticed = room.noticed + room.endless;
        let _ = writeln!(
            out,
            "| `{}` | {} | {} | {} ({}) | {} | {} | {} | {} |",
            room.name,
            room.slips,
            room.tried(),
            noticed,
            share(noticed, room.tried()),
            room.endless,
            room.survived,
            room.unreached,
            room.at
        );
    }
    if !seen.left.is_empty() {
        out.push_str("\n| not noticed | slip | why it is left |\n|---|---|---|\n");
    }
    for left in &seen.left {
        let reason = reasons
            .reason
            .iter()
            .find(|reason| reason.file == left.file && left.what.contains(&reason.has));
        let why = reason.map_or("not looked at yet", |reason| &reason.why);
        let reached = if left.came == "unreached" {
            " (no test comes by)"
        } else {
            ""
        };
        let _ = writeln!(
            out,
            "| {}:{}{reached} | {} | {} |",
            left.file,
            left.line,
            left.what.replace('|', "\\|"),
            why
        );
        debug_assert!(
            left.file
                .starts_with(left.room.split('/').next().unwrap_or_default())
        );
    }
    Ok(out.trim_end().to_owned())
}

/// A share in percent with one decimal, cut and never rounded up.
fn share(part: u64, whole: u64) -> String {
    let tenths = (part * 1000).checked_div(whole).unwrap_or(0);
    format!("{}.{} %", tenths / 10, tenths % 10)
}
