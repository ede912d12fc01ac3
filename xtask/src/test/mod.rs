//! `cargo xtask test`: every check there is, in groups; a group that fails does not stop the others.

mod browsers;
mod changed;
mod compiled;
mod groups;
mod licences;
mod node;
mod pick;
mod ran;
mod remembered;
mod rust;
mod supply;
mod tally;

use crate::times::{self, Kind};
use crate::{project, say};
use anyhow::{Result, bail};
use groups::{GROUPS, Group, Prepared};
use pick::Job;
use std::process::Command;
use std::time::{Duration, Instant};

pub(crate) use compiled::WORKSPACE;
pub(crate) use groups::{browser_ready, script};
pub(crate) use node::starts_browsers;
pub(crate) use pick::files_of_tests;
pub(crate) use supply::advisories;
pub(crate) use tally::Tally;

/// What `cargo xtask test` can be asked for.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Also what takes long: other browser engines, every bundler, every theme, leaks, speed
    #[arg(long)]
    slow: bool,
    /// Only what can be touched by what has changed since the main branch, committed or not
    #[arg(long)]
    changed: bool,
    /// Also what has passed on this machine on the very same inputs
    #[arg(long)]
    again: bool,
    /// Run a file of browser tests that fails once more, alone, and say so: for machines that do other work beside
    #[arg(long)]
    second_try: bool,
    /// Only these: a group (`lint`), a file of tests (`walk` for tests/browser/walk.test.mjs, `saved` for core/tests/saved.rs),
    /// or part of the name of one
    names: Vec<String>,
}

/// A group that has been run.
struct Done {
    name: &'static str,
    tally: Tally,
    took: Duration,
    processor: Option<Duration>,
}

/// The verb. The last line it prints is `N passed, N failed`.
pub(crate) fn run(options: &Options) -> Result<()> {
    let jobs = if options.changed {
        if !options.names.is_empty() {
            bail!(
                "`--changed` chooses by itself: leave out `{}`.",
                options.names.join(" ")
            );
        }
        changed::jobs(options.slow)?
    } else {
        pick::jobs(&options.names, options.slow)?
    };
    if options.again {
        remembered::again();
    }
    if options.second_try {
        node::second_try();
    }
    let begun = Instant::now();
    let mut prepared = Prepared::new(&jobs);
    let mut done = Vec::new();
    for job in &jobs {
        println!("\n== {}", title(job));
        done.push(one_group(job, &mut prepared));
    }
    done.extend(named(&jobs));
    let total = done.iter().fold(Tally::default(), |sum, group| sum + group.tally);
    table(&done, begun.elapsed());
    println!("{} passed, {} failed", total.passed, total.failed);
    if total.failed > 0 || total.passed == 0 {
        std::process::exit(1);
    }
    Ok(())
}

/// Whether every test that the safety file names has run, where its group ran whole.
fn named(jobs: &[Job]) -> Option<Done> {
    let begun = Instant::now();
    let tally = ran::named(jobs).unwrap_or_else(|error| {
        say::failure(&error);
        Some(Tally::failed(1))
    })?;
    Some(Done {
        name: "safety: ran",
        tally,
        took: begun.elapsed(),
        processor: None,
    })
}

fn title(job: &Job) -> String {
    let only: Vec<String> = job.only.files.iter().map(|path| project::shown(path)).collect();
    let only = [only, job.only.packages.clone()].concat().join(", ");
    if only.is_empty() {
        job.group.name.to_owned()
    } else {
        format!("{}: {only}", job.group.name)
    }
}

fn one_group(job: &Job, prepared: &mut Prepared) -> Done {
    let (begun, before) = (Instant::now(), times::processor());
    let tally = prepared
        .provide(job.group)
        .and_then(|()| (job.group.run)(&job.only))
        .and_then(|tally| something(job.group, tally))
        .unwrap_or_else(|error| {
            say::failure(&error);
            Tally::failed(1)
        });
    Done {
        name: job.group.name,
        tally,
        took: begun.elapsed(),
        processor: before
            .zip(times::processor())
            .and_then(|(before, now)| now.checked_sub(before)),
    }
}

/// A group that ran nothing has shown nothing.
fn something(group: &Group, tally: Tally) -> Result<Tally> {
    if tally == Tally::default() {
        bail!("`{}` ran nothing: nothing has been shown.", group.name);
    }
    Ok(tally)
}

/// Where the time went, and what came of it.
fn table(done: &[Done], took: Duration) {
    println!("\n== where the time went");
    print!("builds, some side by side\n{}", times::slowest(Kind::Build, 12));
    print!(
        "files of tests, some side by side\n{}",
        times::slowest(Kind::File, 20)
    );
    println!("\n== result");
    for group in done {
        let mark = if group.tally.failed > 0 { "FAILED" } else { "ok" };
        println!(
            "{:<12} {mark:<8} {:>5} passed {:>4} failed {:>7.1} s {}",
            group.name,
            group.tally.passed,
            group.tally.failed,
            group.took.as_secs_f64(),
            processor(group.processor),
        );
    }
    let all: Option<Duration> = done.iter().map(|group| group.processor).sum();
    println!("{:<44} {:>7.1} s {}", "all", took.as_secs_f64(), processor(all));
}

fn processor(used: Option<Duration>) -> String {
    used.map(|used| format!("({:.1} s of processors)", used.as_secs_f64()))
        .unwrap_or_default()
}

/// A cargo command in the repository's root.
fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(project::root()).args(arguments);
    command
}

/// One command as one check.
fn one(command: &mut Command) -> Tally {
    match crate::process::run(command) {
        Ok(()) => Tally::passed(1),
        Err(error) => {
            say::failure(&error);
            Tally::failed(1)
        }
    }
}

/// Every group, for the words of an error.
fn names() -> String {
    GROUPS
        .iter()
        .map(|group| group.name)
        .collect::<Vec<_>>()
        .join(", ")
}
