//! Runs programs of tests: once with no slip on, to see what each reaches and how long it takes, and then for each slip those that
//! reach it, the quickest first, until one notices.

use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use weighup_copied::Program;

/// A program that passes where nothing is broken.
pub(crate) struct Sound {
    pub(crate) program: Program,
    pub(crate) took: Duration,
    pub(crate) reached: BTreeSet<u32>,
}

/// What came of a slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Came {
    Noticed,
    /// A test never ended, which is noticed too.
    Endless,
    Survived,
    /// No test comes by it.
    Unreached,
}

/// Runs a program with no slip on.
pub(crate) fn sound(root: &Path, program: &Program) -> Result<Option<Sound>> {
    let reached = root.join("target/reached");
    let _ = fs::remove_file(&reached);
    let begun = Instant::now();
    let mut command = command(root, program);
    command.env("WEIGHUP_REACHED", &reached);
    let end = Ending::of(&mut command, Duration::from_secs(600))?;
    if end != Ending::Passed {
        return Ok(None);
    }
    let numbers = fs::read_to_string(&reached).unwrap_or_default();
    Ok(Some(Sound {
        program: program.clone(),
        took: begun.elapsed(),
        reached: numbers.lines().filter_map(|line| line.parse().ok()).collect(),
    }))
}

/// Puts one slip on and asks the tests that reach it, until one notices. Which one is not kept: it is the quickest, and says nothing of
/// the others.
pub(crate) fn trial(root: &Path, sound: &[Sound], number: u32) -> Result<Came> {
    let mut came = Came::Unreached;
    for each in sound.iter().filter(|each| each.reached.contains(&number)) {
        came = Came::Survived;
        let mut command = command(root, &each.program);
        command.env("WEIGHUP_MUTANT", number.to_string());
        let patience = each.took * 6 + Duration::from_secs(15);
        match Ending::of(&mut command, patience)? {
            Ending::Passed => {}
            Ending::Failed => return Ok(Came::Noticed),
            Ending::Stopped => return Ok(Came::Endless),
        }
    }
    Ok(came)
}

fn command(root: &Path, program: &Program) -> Command {
    let mut command = program.command(root);
    command.env("PROPTEST_CASES", "25").arg("--test-threads=1");
    command
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    Passed,
    Failed,
    Stopped,
}

impl Ending {
    /// Runs it until it ends, a test fails, or time is up.
    fn of(command: &mut Command, patience: Duration) -> Result<Self> {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} does not start", command.get_program().to_string_lossy()))?;
        let out = child
            .stdout
            .take()
            .context("nothing is heard of a program of tests")?;
        let child = Arc::new(Mutex::new(child));
        let ended = Arc::new(AtomicBool::new(false));
        let late = Arc::new(AtomicBool::new(false));
        let watch = {
            let (child, ended, late) = (Arc::clone(&child), Arc::clone(&ended), Arc::clone(&late));
            std::thread::spawn(move || {
                let begun = Instant::now();
                while !ended.load(Ordering::Relaxed) {
                    if begun.elapsed() > patience {
                        late.store(true, Ordering::Relaxed);
                        stop(&child);
                        return;
                    }
                    std::thread::park_timeout(Duration::from_millis(200));
                }
            })
        };
        let mut failed = false;
        for line in BufReader::new(out).split(b'\n') {
            if line?.ends_with(b"... FAILED") {
                failed = true;
                stop(&child);
                break;
            }
        }
        ended.store(true, Ordering::Relaxed);
        watch.thread().unpark();
        let _ = watch.join();
        let status = match child.lock() {
            Ok(mut child) => child.wait()?,
            Err(poisoned) => poisoned.into_inner().wait()?,
        };
        Ok(if late.load(Ordering::Relaxed) {
            Self::Stopped
        } else if failed || !status.success() {
            Self::Failed
        } else {
            Self::Passed
        })
    }
}

fn stop(child: &Mutex<Child>) {
    let mut child = match child.lock() {
        Ok(child) => child,
        Err(poisoned) => poisoned.into_inner(),
    };
    let _ = child.kill();
}
