//! What came of each slip when it was last tried, test by test, kept in the repository and shown on a page of the safety file.

use super::list::{Break, List};
use crate::project;
use crate::safety::Test;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

/// Where it is kept.
const KEPT: &str = "docs/safety/source/noticed.toml";

/// What came of a slip, for one of its tests.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(super) enum Came {
    /// The test failed, as it has to.
    Noticed,
    /// It passed all the same.
    Survived,
}

/// The same, kept.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tried {
    slip: String,
    /// `FILE: NAME`.
    test: String,
    /// Of the slip as it was.
    mark: String,
    came: Came,
    /// The commit and its day.
    at: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    tried: Vec<Tried>,
}

/// All of them.
pub(super) struct Table {
    tried: BTreeMap<(String, String), Tried>,
    /// Those of this run: another may write its own meanwhile.
    own: BTreeSet<(String, String)>,
}

impl Came {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Noticed => "noticed",
            Self::Survived => "survived",
        }
    }
}

impl Table {
    pub(super) fn read() -> Result<Self> {
        let text = fs::read_to_string(project::root().join(KEPT))
            .with_context(|| format!("{KEPT} could not be read"))?;
        let file: File = toml::from_str(&text).with_context(|| format!("{KEPT} is not as expected"))?;
        let pairs = file
            .tried
            .into_iter()
            .map(|each| ((each.slip.clone(), each.test.clone()), each));
        Ok(Self {
            tried: pairs.collect(),
            own: BTreeSet::new(),
        })
    }

    /// What came of a slip for a test, where it was tried as it stands.
    pub(super) fn came(&self, slip: &Break, test: &Test) -> Option<Came> {
        self.of(slip, test).map(|tried| tried.came)
    }

    fn of(&self, slip: &Break, test: &Test) -> Option<&Tried> {
        let found = self.tried.get(&(slip.name.clone(), named(test)));
        found.filter(|tried| tried.mark == slip.mark())
    }

    pub(super) fn note(&mut self, slip: &Break, test: &Test, came: Came, at: &str) {
        let tried = Tried {
            slip: slip.name.clone(),
            test: named(test),
            mark: slip.mark(),
            came,
            at: at.to_owned(),
        };
        let key = (slip.name.clone(), named(test));
        self.own.insert(key.clone());
        self.tried.insert(key, tried);
    }

    /// Keeps it, without what is about slips that are no longer there: on the disk, where a longer run does not know of those that
    /// were added since it began.
    pub(super) fn write(&mut self) -> Result<()> {
        let list = List::read()?;
        for (key, theirs) in Self::read()?.tried {
            if !self.own.contains(&key) {
                self.tried.insert(key, theirs);
            }
        }
        let mut text = String::from(
            "# What came of each slip of tests/broken. `cargo xtask broken NAME --record` writes it.\n",
        );
        for each in self.tried.values() {
            let there = list
                .breaks
                .iter()
                .any(|slip| slip.name == each.slip && slip.tests.iter().any(|test| named(test) == each.test));
            if there {
                // A text of JSON is one of TOML.
                let test = serde_json::to_string(&each.test)?;
                let _ = write!(
                    text,
                    "\n[[tried]]\nslip = \"{}\"\ntest = {test}\nmark = \"{}\"\ncame = \"{}\"\nat = \"{}\"\n",
                    each.slip,
                    each.mark,
                    each.came.word(),
                    each.at
                );
            }
        }
        fs::write(project::root().join(KEPT), text).with_context(|| format!("{KEPT} could not be written"))
    }

    /// The counts, a row a slip and test, and what has none.
    pub(super) fn page(&self, list: &List) -> String {
        let (mut noticed, mut survived, mut not_run) = (0, 0, 0);
        let mut rows = String::new();
        for slip in &list.breaks {
            for test in &slip.tests {
                let tried = self.of(slip, test);
                *match tried.map(|tried| tried.came) {
                    Some(Came::Noticed) => &mut noticed,
                    Some(Came::Survived) => &mut survived,
                    None => &mut not_run,
                } += 1;
                let came = tried.map_or("not run", |tried| match tried.came {
                    Came::Noticed => Came::Noticed.word(),
                    Came::Survived => "**survived**",
                });
                let _ = writeln!(
                    rows,
                    "| {} | {} | {came} | {} |",
                    told(slip),
                    test.link(),
                    tried.map_or("", |tried| &tried.at)
                );
            }
        }
        let mut out = format!(
            "{} slips, {} times a test that has to notice one: {noticed} noticed, {survived} survived, {not_run} not run as they stand.\n\n\
             | slip | has to be noticed by | came | at |\n|---|---|---|---|\n{rows}",
            list.breaks.len(),
            noticed + survived + not_run
        );
        out.push_str("\n## Without a slip\n\n| file of tests, or what was mended | why |\n|---|---|\n");
        for each in &list.without {
            let what = each.file.as_ref().or(each.finding.as_ref());
            let _ = writeln!(
                out,
                "| {} | {} |",
                cell(what.map_or("", String::as_str)),
                cell(&each.why)
            );
        }
        out.trim_end().to_owned()
    }
}

fn told(slip: &Break) -> String {
    let mut out = format!("`{}` in {}. {}", slip.name, slip.file, cell(&slip.why));
    if !slip.findings.is_empty() {
        let _ = write!(out, " Mended once: {}.", cell(&slip.findings.join("; ")));
    }
    out
}

fn named(test: &Test) -> String {
    format!("{}: {}", test.file, test.name)
}

/// A text that does not end the cell of a table it stands in.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}
