//! `cargo xtask broken`: is what the tests are about broken on purpose, and does a test notice?
//!
//! A test that cannot fail shows nothing. So `tests/broken` lists slips, each with the tests that have to fail by it: at least one for
//! every file of tests, and one for every fault that a review found and somebody mended. This verb makes a copy of the repository, puts
//! one slip after the other into it, and runs just those tests there, first whole and then broken. The everyday check, part of the group
//! `safety`, runs nothing: it holds the list against the sources, so that a slip whose text is gone is told on the day it goes.

mod copy;
mod coverage;
mod list;
mod native;
mod outcome;
mod scripts;
mod site;

use crate::safety::Test;
use crate::test::Tally;
use crate::{process, project, safety, say};
use anyhow::{Result, bail};
use list::{Break, Kind};
use outcome::{Came, Table};
use std::collections::BTreeMap;
use std::process::Command;
use std::time::{Duration, Instant};

/// What `cargo xtask broken` can be asked for.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Slips whose name, file or tests have this in them; with none, all
    names: Vec<String>,
    /// Only what has not been tried as it stands now
    #[arg(long)]
    new: bool,
    /// Only tests that cargo runs: no site is built
    #[arg(long, conflicts_with = "scripts")]
    native: bool,
    /// Only tests that Node runs: no programs of tests are compiled
    #[arg(long, conflicts_with = "native")]
    node: bool,
    /// Take the site that the run before has built in the copy; refused where a source has changed since
    #[arg(long)]
    built: bool,
    /// Only slips in scripts, styles and texts, for tests that Node runs on the site as it is built: nothing is compiled
    #[arg(long)]
    scripts: bool,
    /// Write what came of it into docs/safety
    #[arg(long)]
    record: bool,
    /// Build the site in the copy, for the verb itself
    #[arg(long, hide = true)]
    site: bool,
}

/// A slip, and a test that has to notice it.
type Pair<'a> = (&'a Break, &'a Test);

fn is_native(test: &Test) -> bool {
    test.file.ends_with(".rs")
}

/// The verb.
pub(crate) fn run(options: &Options) -> Result<()> {
    if options.site {
        return site::own();
    }
    let list = list::List::read()?;
    let wrong = list.wrong()?;
    if !wrong.is_empty() {
        bail!("the list of tests/broken does not fit:\n{}", wrong.join("\n"));
    }
    let mut table = Table::read()?;
    let named =
        |slip: &Break| options.names.is_empty() || options.names.iter().any(|name| slip.is_called(name));
    let pairs = list
        .breaks
        .iter()
        .flat_map(|slip| slip.tests.iter().map(move |test| (slip, test)));
    let chosen: Vec<Pair<'_>> = pairs
        .filter(|(slip, _)| named(slip))
        .filter(|(slip, test)| !options.new || table.came(slip, test).is_none())
        .filter(|(_, test)| !options.native || is_native(test))
        .filter(|(_, test)| !options.node || !is_native(test))
        .filter(|(slip, test)| !options.scripts || (slip.kind() != Kind::Switch && !is_native(test)))
        .collect();
    if chosen.is_empty() {
        bail!("no slip of tests/broken is meant by that");
    }
    let copy = copy::Copy::make(&list.breaks)?;
    let compiled = prepare(&copy, &chosen, options.built)?;
    let mut runner = Runner {
        copy: &copy,
        compiled: &compiled,
        sound: BTreeMap::new(),
    };
    let at = commit()?;
    let (mut noticed, mut survived, mut unshown) = (0_usize, 0_usize, 0_usize);
    for (slip, test) in chosen {
        let begun = Instant::now();
        let said = match runner.one(slip, test) {
            Ok(came) => {
                table.note(slip, test, came, &at);
                *if came == Came::Noticed {
                    &mut noticed
                } else {
                    &mut survived
                } += 1;
                came.word().to_owned()
            }
            Err(error) => {
                unshown += 1;
                format!("NOT SHOWN: {error:#}")
            }
        };
        say::step(
            "broken",
            &format!("{} {said}: {}", slip.name, test.file),
            begun.elapsed(),
        );
        if options.record {
            table.write()?;
        }
    }
    if options.record {
        safety::run(false)?;
    }
    println!("{noticed} noticed, {survived} survived, {unshown} not shown");
    if survived + unshown > 0 {
        bail!("a slip that a test does not notice, or that could not be tried, stands above");
    }
    Ok(())
}

/// What the slips need: programs of tests, and the site.
fn prepare(copy: &copy::Copy, chosen: &[Pair<'_>], built: bool) -> Result<native::Compiled> {
    let in_node = || chosen.iter().filter(|(_, test)| !is_native(test));
    if in_node().any(|(slip, _)| slip.kind() == Kind::Switch) {
        if built {
            site::as_built(copy)?;
        } else {
            site::build(copy)?;
        }
    } else if in_node().next().is_some() {
        site::taken(copy)?;
    }
    let native: Vec<&Test> = chosen
        .iter()
        .map(|(_, test)| *test)
        .filter(|test| is_native(test))
        .collect();
    native::compile(copy, &native)
}

/// Runs tests in the copy, sound and broken.
struct Runner<'a> {
    copy: &'a copy::Copy,
    compiled: &'a native::Compiled,
    /// How long each took that passed when nothing was broken, in this run.
    sound: BTreeMap<Test, Option<Duration>>,
}

impl Runner<'_> {
    fn one(&mut self, slip: &Break, test: &Test) -> Result<Came> {
        let sound = match self.sound.get(test) {
            Some(sound) => *sound,
            None => {
                let begun = Instant::now();
                self.passes(test, 0, scripts::WHOLE)?.then(|| begun.elapsed())
            }
        };
        self.sound.insert(test.clone(), sound);
        let Some(whole) = sound else {
            bail!("{}: {} fails when nothing is broken", test.file, test.name);
        };
        // No slip has the largest number: what is broken otherwise is.
        let number = if slip.kind() == Kind::Switch {
            slip.switch()
        } else {
            u16::MAX
        };
        let _broken = match slip.kind() {
            Kind::Switch if is_native(test) => copy::Changed::default(),
            Kind::Switch => site::switched(self.copy, number)?,
            Kind::Text => self.copy.edited(slip)?,
            Kind::Published => site::edited(self.copy, slip)?,
        };
        Ok(if self.passes(test, number, scripts::patience(whole))? {
            Came::Survived
        } else {
            Came::Noticed
        })
    }

    fn passes(&self, test: &Test, number: u16, limit: Duration) -> Result<bool> {
        if is_native(test) {
            self.compiled.passes(self.copy, test, number)
        } else {
            scripts::passes(self.copy, test, number, limit)
        }
    }
}

/// The part of the group `safety` that is about this list: how many slips still apply, and what is wrong.
pub(crate) fn checked() -> Result<Tally> {
    let list = list::List::read()?;
    let wrong = list.wrong()?;
    for line in &wrong {
        println!("{line}");
    }
    Ok(Tally {
        passed: list.breaks.len(),
        failed: wrong.len(),
    })
}

/// The table for a page of the safety file.
pub(crate) fn page() -> Result<String> {
    Ok(Table::read()?.page(&list::List::read()?))
}

fn commit() -> Result<String> {
    let mut git = Command::new("git");
    git.current_dir(project::root())
        .args(["log", "-1", "--format=%h of %cs"]);
    process::output(&mut git)
}
