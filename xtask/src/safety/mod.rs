//! `cargo xtask safety`: the safety file of `docs/safety`, written from what is said in `docs/safety/source` and held against the
//! tests that are named there.
//!
//! A control is worth what shows it. So a test that is named and not there is an error, a page that differs from its sources is an
//! error, and in a run of the suite every named test of a group that ran whole has to have run and passed.

mod log;
mod pages;
mod shown;
mod sources;

use crate::project;
use crate::test::Tally;
use anyhow::{Context, Result, bail};
use sources::Sources;
use std::fs;

pub(crate) use shown::{Kind, Test, pieces};

/// Where the pages stand; what they are written from is in `source` there.
const FOLDER: &str = "docs/safety";

/// The verb: writes every page, or only says which would change.
pub(crate) fn run(check: bool) -> Result<()> {
    if check {
        let tally = checked()?;
        if tally.failed > 0 {
            bail!("{} of {FOLDER} failed", plural(tally.failed, "check"));
        }
        return Ok(());
    }
    let sources = Sources::read()?;
    let wrong = sources.wrong();
    if !wrong.is_empty() {
        bail!("{FOLDER} was not written:\n{}", wrong.join("\n"));
    }
    let pages = pages::all(&sources)?;
    for (name, text) in &pages {
        fs::write(place(name), text).with_context(|| format!("{FOLDER}/{name} could not be written"))?;
    }
    println!(
        "{} in {FOLDER}, with {} and {} named for them",
        plural(pages.len(), "page"),
        plural(sources.hazards.len(), "hazard"),
        plural(sources.tests().len(), "test"),
    );
    Ok(())
}

/// The group of the suite: one check for what is wrong in the sources, one for each test that is named, one for each page.
pub(crate) fn checked() -> Result<Tally> {
    let sources = Sources::read()?;
    let wrong = sources.wrong();
    for line in &wrong {
        println!("{line}");
    }
    let mut tally = Tally {
        passed: sources.tests().len(),
        failed: wrong.len(),
    };
    tally += crate::broken::checked()?;
    if tally.failed > 0 {
        return Ok(tally);
    }
    for (name, text) in pages::all(&sources)? {
        if fs::read_to_string(place(&name)).is_ok_and(|found| found == text) {
            tally.passed += 1;
        } else {
            println!("{FOLDER}/{name} is not what its sources say: run `cargo xtask safety` and commit it");
            tally.failed += 1;
        }
    }
    Ok(tally)
}

/// Every test that a control names.
pub(crate) fn tests() -> Result<Vec<Test>> {
    Ok(Sources::read()?.tests())
}

fn place(name: &str) -> std::path::PathBuf {
    project::root().join(FOLDER).join(name)
}

/// `1 page`, `2 pages`.
fn plural(count: usize, what: &str) -> String {
    if count == 1 {
        format!("1 {what}")
    } else {
        format!("{count} {what}s")
    }
}
