//! What Node runs: the package as a consumer meets it, and the widget in browsers.

use super::pick::{Only, test_files};
use super::remembered::Memory;
use super::tally::Tally;
use super::{compiled, one, ran};
use crate::times::{self, Kind};
use crate::{process, project, say};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

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

/// Runs a script of `tests/`; the tools are there.
pub(super) fn script(path: &str) -> Result<()> {
    let tests = project::root().join("tests");
    process::run(Command::new("node").current_dir(&tests).arg(path))
}

/// The hand-written types, and a consumer's programs against them: with the types of React 19, with those of 18, and without.
pub(super) fn types() -> Result<Tally> {
    let tests = project::root().join("tests");
    let compiler = tests.join("node_modules/typescript/bin/tsc");
    let compiled = ["tsconfig.json", "react-18.json", "without-react.json"].map(|program| {
        one(Command::new("node")
            .current_dir(&tests)
            .arg(&compiler)
            .arg("--project")
            .arg(format!("types/{program}")))
    });
    Ok(compiled
        .into_iter()
        .fold(Tally::default(), |all, each| all + each))
}

/// What `support/run.mjs` says of a file.
#[derive(Deserialize)]
struct Ran {
    file: String,
    ms: f64,
    passed: usize,
    failed: usize,
    /// The titles of those that passed.
    titles: Vec<String>,
}

impl Ran {
    /// Whether something of the file failed, or nothing of it ran.
    fn is_short(&self) -> bool {
        self.failed > 0 || self.passed == 0
    }
}

static TWICE: AtomicBool = AtomicBool::new(false);

/// From now on a file that fails is run once more, alone. Browser tests wait for what a busy machine may do late; one that passes only
/// alone is told by its name, so that it is seen to.
pub(super) fn second_try() {
    TWICE.store(true, Ordering::Relaxed);
}

fn twice() -> bool {
    TWICE.load(Ordering::Relaxed)
}

/// Every `*.test.mjs` under `tests/FOLDER`, or those that are asked for.
pub(super) fn tests(folder: &str, only: &Only) -> Result<Tally> {
    let tests = project::root().join("tests");
    let whole = only.files.is_empty();
    let all: Vec<PathBuf> = if whole {
        test_files(&tests.join(folder))
    } else {
        only.files.iter().map(|path| project::root().join(path)).collect()
    };
    if all.is_empty() {
        bail!("there is no test in tests/{folder}");
    }
    let mut memory = Memory::of(folder)?;
    let (mut files, mut before) = (Vec::new(), Tally::default());
    for file in all {
        // What is measured is measured anew, and so is what somebody asks for.
        let passed = if whole && !MEASURED.contains(&folder) {
            memory.passed(&file)?
        } else {
            None
        };
        match passed {
            Some(titles) => {
                before += Tally::passed(titles.len());
                let place = project::shown(&file);
                titles.iter().for_each(|title| ran::note(&place, title));
            }
            None => files.push(file),
        }
    }
    if before.passed > 0 {
        say::line(
            "remembered",
            &format!(
                "{} checks passed here on the same inputs; `--again` runs them too",
                before.passed
            ),
        );
    }
    if files.is_empty() {
        return Ok(before);
    }
    let (mut told, mut succeeded) = run(folder, &files, side_by_side(folder))?;
    if twice() && told.iter().any(Ran::is_short) {
        let (short, mut whole): (Vec<Ran>, Vec<Ran>) = told.into_iter().partition(Ran::is_short);
        let again: Vec<PathBuf> = short.iter().map(|ran| tests.join(&ran.file)).collect();
        for ran in &short {
            let line = format!("tests/{} failed; it is run once more, alone", ran.file);
            say::line("second try", &line);
        }
        let (second, ended) = run(folder, &again, 1)?;
        for ran in second.iter().filter(|ran| !ran.is_short()) {
            let line = format!("tests/{} PASSED ONLY WHEN IT WAS RUN ALONE", ran.file);
            say::line("second try", &line);
        }
        whole.extend(second);
        (told, succeeded) = (whole, ended);
    }
    let mut tally = before;
    for ran in told {
        let millis = Duration::try_from_secs_f64(ran.ms / 1000.0).unwrap_or_default();
        let place = format!("tests/{}", ran.file);
        times::note(Kind::File, &place, millis);
        for title in &ran.titles {
            ran::note(&place, title);
        }
        tally += Tally {
            passed: ran.passed,
            failed: ran.failed,
        };
        // A file of which a check was left out, or told without its title, is asked again.
        let whole = !ran.is_short() && ran.titles.len() == ran.passed;
        memory.note(&tests.join(&ran.file), whole.then_some(ran.titles))?;
    }
    memory.keep()?;
    Ok(Tally::of_run(tally, succeeded))
}

/// Runs files of one folder, so many side by side: what each came to, and whether the run ended well.
fn run(folder: &str, files: &[PathBuf], side_by_side: usize) -> Result<(Vec<Ran>, bool)> {
    let tests = project::root().join("tests");
    let results = tests.join(".results");
    fs::create_dir_all(&results)?;
    let report = results.join(format!("{folder}.json"));
    // What an earlier run has said is not said again by one that stops.
    if report.exists() {
        fs::remove_file(&report)?;
    }
    let mut node = Command::new("node");
    node.current_dir(&tests)
        .arg("support/run.mjs")
        .arg(&report)
        .arg(side_by_side.to_string());
    if ALONE.contains(&folder) {
        node.arg("--own-browsers");
    }
    if [SECOND_OPINION, "browser", "packaging", "slow"].contains(&folder) {
        // Compiled for the site already.
        node.env("WEIGHUP_COMMAND", compiled::programs()?.authors);
    }
    let succeeded = process::run(node.args(files)).is_ok();
    let text = fs::read_to_string(&report)
        .with_context(|| format!("the tests of tests/{folder} stopped before their end"))?;
    Ok((serde_json::from_str(&text)?, succeeded))
}

/// Folders whose files start the browsers they need, and not one for all.
const ALONE: [&str; 6] = ["slow", "engines", "servers", "canonical", "types", SECOND_OPINION];

/// Folders whose files measure, or start what is not ours.
const MEASURED: [&str; 3] = ["slow", "engines", "servers"];

/// Whether the files of a folder start the browsers they need.
pub(crate) fn starts_browsers(folder: &str) -> bool {
    ALONE.contains(&folder)
}

/// Folder whose files ask the authors’ command what it says; some of `browser`, `packaging` and `slow` do too.
const SECOND_OPINION: &str = "second-opinion";

/// How many files at once. Node would leave one processor of two idle; what is measured in `slow` has the machine to itself.
fn side_by_side(folder: &str) -> usize {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    if folder == "slow" { 1 } else { processors.min(4) }
}

fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}
