//! `cargo xtask test`: every check there is, in groups; a group that fails does not stop the others.

mod browsers;
mod licences;
mod node;
mod rust;
mod tally;

use crate::{build, process, project, say, size, tools};
use anyhow::{Result, bail};
use std::process::Command;
use std::time::Instant;

pub(crate) use node::script;
pub(crate) use tally::Tally;

/// What `cargo xtask test` can be asked for.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Also what takes long: other browser engines, every bundler, leaks, fuzzing
    #[arg(long)]
    slow: bool,
    /// Only the groups whose names contain one of these words
    filter: Vec<String>,
}

/// A group of checks.
struct Group {
    name: &'static str,
    /// Whether only `--slow` runs it.
    slow: bool,
    /// What must have been done before.
    needs: &'static [Need],
    run: fn() -> Result<Tally>,
}

/// What a group stands on. Each is done once, when the first group needs it.
#[derive(Clone, Copy, PartialEq)]
enum Need {
    /// The published site and package in `dist/`.
    Site,
    /// The test tools from npm.
    Npm,
    Chromium,
    /// Firefox and WebKit.
    Engines,
}

const GROUPS: [Group; 15] = [
    Group {
        name: "format",
        slow: false,
        needs: &[],
        run: rust::format,
    },
    Group {
        name: "lint",
        slow: false,
        needs: &[],
        run: rust::lint,
    },
    Group {
        name: "licences",
        slow: false,
        needs: &[],
        run: licences::check,
    },
    Group {
        name: "rust",
        slow: false,
        needs: &[],
        run: rust::tests,
    },
    Group {
        name: "docs",
        slow: false,
        needs: &[],
        run: rust::docs,
    },
    Group {
        name: "aids",
        slow: false,
        needs: &[],
        run: rust::aids,
    },
    Group {
        name: "size",
        slow: false,
        needs: &[Need::Site],
        run: size::check,
    },
    Group {
        name: "types",
        slow: false,
        needs: &[Need::Site, Need::Npm],
        run: node::types,
    },
    Group {
        name: "packaging",
        slow: false,
        needs: &[Need::Site, Need::Npm, Need::Chromium],
        run: || node::tests("packaging"),
    },
    Group {
        name: "canonical",
        slow: false,
        needs: &[Need::Site, Need::Npm],
        run: || node::tests("canonical"),
    },
    Group {
        name: "element",
        slow: false,
        needs: &[Need::Site, Need::Npm, Need::Chromium],
        run: || node::tests("element"),
    },
    Group {
        name: "browser",
        slow: false,
        needs: &[Need::Site, Need::Npm, Need::Chromium],
        run: || node::tests("browser"),
    },
    Group {
        name: "rust-slow",
        slow: true,
        needs: &[],
        run: rust::slow_tests,
    },
    Group {
        name: "engines",
        slow: true,
        needs: &[Need::Site, Need::Npm, Need::Engines],
        run: || node::tests("engines"),
    },
    Group {
        name: "slow",
        slow: true,
        needs: &[Need::Site, Need::Npm, Need::Chromium],
        run: || node::tests("slow"),
    },
];

/// The verb. The last line it prints is `N passed, N failed`.
pub(crate) fn run(options: &Options) -> Result<()> {
    let chosen: Vec<&Group> = GROUPS.iter().filter(|group| wanted(group, options)).collect();
    if chosen.is_empty() {
        let names = GROUPS.map(|group| group.name).join(", ");
        bail!(
            "No group of tests is called `{}`. There are: {names}.",
            options.filter.join("`, `")
        );
    }
    let mut total = Tally::default();
    let mut done: Vec<(Need, Option<String>)> = Vec::new();
    // The site is built in profiles of its own, so cargo lets it go beside the groups that come before it is needed.
    let mut site = early(&chosen);
    let mut table = Vec::new();
    for group in chosen {
        println!("\n== {}", group.name);
        let begun = Instant::now();
        let tally = provide(group, &mut done, &mut site)
            .and_then(|()| (group.run)())
            .unwrap_or_else(|error| {
                say::failure(&error);
                Tally::failed(1)
            });
        table.push((group.name, tally, begun.elapsed()));
        total += tally;
    }
    println!("\n== result");
    for (name, tally, took) in table {
        let mark = if tally.failed > 0 { "FAILED" } else { "ok" };
        println!(
            "{name:<12} {mark:<8} {:>5} passed {:>4} failed {:>7.1} s",
            tally.passed,
            tally.failed,
            took.as_secs_f64()
        );
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    if total.failed > 0 || total.passed == 0 {
        std::process::exit(1);
    }
    Ok(())
}

fn wanted(group: &Group, options: &Options) -> bool {
    let named = options
        .filter
        .iter()
        .any(|word| group.name.contains(word.as_str()));
    // A group asked for by its whole name runs even when it is slow.
    let exactly = options.filter.iter().any(|word| word == group.name);
    (options.filter.is_empty() || named) && (!group.slow || options.slow || exactly)
}

/// The site, being built.
type Early = std::thread::JoinHandle<Result<()>>;

/// Begins with the site when something else runs before the first group that needs it.
fn early(chosen: &[&Group]) -> Option<Early> {
    let first = chosen
        .iter()
        .position(|group| group.needs.contains(&Need::Site))?;
    // Alone: two runs of rustup would stand in each other's way. What is missing is told when the site is needed.
    if first == 0 || tools::ready(false, true).is_err() {
        return None;
    }
    Some(std::thread::spawn(|| prepare(Need::Site)))
}

/// Does what the group stands on, or says why it cannot be run.
fn provide(group: &Group, done: &mut Vec<(Need, Option<String>)>, site: &mut Option<Early>) -> Result<()> {
    for need in group.needs {
        let known = done
            .iter()
            .find(|(other, _)| other == need)
            .map(|(_, outcome)| outcome.clone());
        let outcome = match known {
            Some(outcome) => outcome,
            None => {
                let begun = if *need == Need::Site { site.take() } else { None };
                let outcome = match begun {
                    Some(site) => site
                        .join()
                        .unwrap_or_else(|_| bail!("the build of the site stopped")),
                    None => prepare(*need),
                };
                let outcome = outcome.err().map(|error| format!("{error:#}"));
                done.push((*need, outcome.clone()));
                outcome
            }
        };
        if let Some(problem) = outcome {
            bail!("`{}` was not run: {problem}", group.name);
        }
    }
    Ok(())
}

fn prepare(need: Need) -> Result<()> {
    match need {
        Need::Site => {
            tools::ready(false, true)?;
            build::all(
                &build::Flavour {
                    release: true,
                    offline: false,
                },
                true,
            )
        }
        Need::Npm => node::install(),
        Need::Chromium => browsers::chromium(),
        Need::Engines => browsers::others(),
    }
}

/// A cargo command in the repository's root.
fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(project::root()).args(arguments);
    command
}

/// One command as one check.
fn one(command: &mut Command) -> Tally {
    match process::run(command) {
        Ok(()) => Tally::passed(1),
        Err(error) => {
            say::failure(&error);
            Tally::failed(1)
        }
    }
}
