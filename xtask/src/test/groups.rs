//! The groups of checks, and what has to be prepared before each.

use super::pick::{Job, Only};
use super::tally::Tally;
use super::{browsers, compiled, licences, node, rust, supply};
use crate::{build, safety, size, tools};
use anyhow::{Result, bail};

/// A group of checks.
pub(super) struct Group {
    pub(super) name: &'static str,
    /// Whether only `--slow` runs it.
    pub(super) slow: bool,
    /// What must have been done before.
    pub(super) needs: &'static [Need],
    /// Runs it, or the part of it that is asked for.
    pub(super) run: fn(&Only) -> Result<Tally>,
}

/// What a group stands on. Each is done once, when the first group needs it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Need {
    /// The published site and package in `dist/`.
    Site,
    /// The test tools from npm.
    Npm,
    Chromium,
    /// Firefox and WebKit.
    Engines,
    /// nginx, Apache, and WordPress with its database.
    Servers,
}

/// In the order they are run: what is quick to fail first.
pub(super) const GROUPS: [Group; 21] = [
    group("format", &[], |_| rust::format()),
    group("licences", &[], |_| licences::check()),
    group("supply", &[], |_| supply::check()),
    group("safety", &[], |_| safety::checked()),
    group("lint", &[], |_| rust::lint()),
    group("rust", &[], rust::tests),
    group("docs", &[], |_| rust::docs()),
    group("aids", &[], |_| rust::aids()),
    group("size", &[Need::Site], |_| size::check()),
    group("types", &[Need::Site, Need::Npm], |_| node::types()),
    group("second-opinion", &[Need::Site, Need::Npm], |only| {
        node::tests("second-opinion", only)
    }),
    group("packaging", ON_CHROMIUM, |only| node::tests("packaging", only)),
    group("canonical", &[Need::Site, Need::Npm], |only| {
        node::tests("canonical", only)
    }),
    group("element", ON_CHROMIUM, |only| node::tests("element", only)),
    group("browser", ON_CHROMIUM, |only| node::tests("browser", only)),
    group("guides", ON_CHROMIUM, |only| node::tests("guides", only)),
    slow("rust-slow", &[], |_| rust::slow_tests()),
    slow("engines", &[Need::Site, Need::Npm, Need::Engines], |only| {
        node::tests("engines", only)
    }),
    slow(
        "servers",
        &[Need::Site, Need::Npm, Need::Chromium, Need::Servers],
        |only| node::tests("servers", only),
    ),
    slow("slow", ON_CHROMIUM, |only| node::tests("slow", only)),
    // Every day only where its files changed, and always in continuous integration.
    slow(REPORT, &[Need::Npm, Need::Chromium], report),
];

/// The report, whose query engine takes minutes to compile.
pub(super) const REPORT: &str = "report";

/// The crate of the report, and its page in a browser.
fn report(only: &Only) -> Result<Tally> {
    let crates = if only.files.is_empty() {
        rust::report()?
    } else {
        Tally::default()
    };
    Ok(crates + node::tests(REPORT, only)?)
}

const ON_CHROMIUM: &[Need] = &[Need::Site, Need::Npm, Need::Chromium];

const fn group(name: &'static str, needs: &'static [Need], run: fn(&Only) -> Result<Tally>) -> Group {
    Group {
        name,
        slow: false,
        needs,
        run,
    }
}

const fn slow(name: &'static str, needs: &'static [Need], run: fn(&Only) -> Result<Tally>) -> Group {
    Group {
        slow: true,
        ..group(name, needs, run)
    }
}

/// The group of that name.
pub(super) fn named(name: &str) -> Option<&'static Group> {
    GROUPS.iter().find(|group| group.name == name)
}

/// What has been done for the groups so far, and what is under way.
pub(super) struct Prepared {
    done: Vec<(Need, Option<String>)>,
    /// The site is built in profiles of its own, so cargo lets it go beside the groups that come before it is needed.
    site: Option<std::thread::JoinHandle<Result<()>>>,
}

impl Prepared {
    /// Begins with the site when something else runs before the first group that needs it.
    pub(super) fn new(jobs: &[Job]) -> Self {
        let first = jobs.iter().position(|job| job.group.needs.contains(&Need::Site));
        // Alone: two runs of rustup would stand in each other's way. What is missing is told when the site is needed.
        let early = first.is_some_and(|first| first > 0) && tools::ready(false, true).is_ok();
        Self {
            done: Vec::new(),
            site: early.then(|| std::thread::spawn(|| prepare(Need::Site))),
        }
    }

    /// Does what the group stands on, or says why it cannot be run.
    pub(super) fn provide(&mut self, group: &Group) -> Result<()> {
        for need in group.needs {
            let known = self.done.iter().find(|(other, _)| other == need);
            let outcome = match known {
                Some((_, outcome)) => outcome.clone(),
                None => {
                    let outcome = self.prepare(*need).err().map(|error| format!("{error:#}"));
                    self.done.push((*need, outcome.clone()));
                    outcome
                }
            };
            if let Some(problem) = outcome {
                bail!("`{}` was not run: {problem}", group.name);
            }
        }
        Ok(())
    }

    fn prepare(&mut self, need: Need) -> Result<()> {
        match self.site.take_if(|_| need == Need::Site) {
            Some(site) => site
                .join()
                .unwrap_or_else(|_| bail!("the build of the site stopped")),
            None => prepare(need),
        }
    }
}

fn prepare(need: Need) -> Result<()> {
    match need {
        Need::Site => {
            tools::ready(false, true)?;
            let flavour = build::Flavour {
                release: true,
                offline: false,
            };
            build::with(&flavour, true, compiled::programs)
        }
        Need::Npm => node::install(),
        Need::Chromium => browsers::chromium(),
        Need::Engines => browsers::others(),
        Need::Servers => browsers::servers(),
    }
}

/// What scripts in a browser stand on: the tools from npm, and Chromium.
pub(crate) fn browser_ready() -> Result<()> {
    prepare(Need::Npm)?;
    prepare(Need::Chromium)
}

/// Runs a script of `tests/` that writes something, on the site in `dist/` where it needs `site`.
pub(crate) fn script(path: &str, site: bool) -> Result<()> {
    prepare(Need::Npm)?;
    if site {
        prepare(Need::Chromium)?;
        prepare(Need::Site)?;
    }
    node::script(path)
}
