//! The copy of the repository that is broken.

use crate::find::{self, Mutant};
use crate::put;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use weighup_copied::{Copied, Switch, known_to_git};

/// What each crate that is broken gets.
const SWITCH: Switch = Switch {
    module: "weighup_mutant",
    text: include_str!("switch.txt"),
};

/// The copy, and every slip in it by its number.
pub(crate) struct Copy {
    copied: Copied,
    pub(crate) mutants: BTreeMap<u32, Mutant>,
    /// The sources that are broken, as they are.
    sources: BTreeMap<String, String>,
}

impl Copy {
    /// Copies what git knows from `from`, with every slip in the sources under `rooms`.
    pub(crate) fn make(from: &Path, rooms: &[String]) -> Result<Self> {
        let mut sources = BTreeMap::new();
        let mut mutants = BTreeMap::new();
        for name in known_to_git(from)?
            .into_iter()
            .filter(|name| is_meant(name, rooms))
        {
            let source =
                fs::read_to_string(from.join(&name)).with_context(|| format!("{name} could not be read"))?;
            for mutant in find::find(&name, &source)? {
                let number = u32::try_from(mutants.len() + 1)?;
                mutants.insert(number, mutant);
            }
            sources.insert(name, source);
        }
        if sources.is_empty() {
            bail!("no source stands under {}", rooms.join(", "));
        }
        let broken = broken(&sources, &mutants);
        let root = from.join("target/mutants");
        Ok(Self {
            copied: Copied::make(from, root, SWITCH, &broken, |_| true)?,
            mutants,
            sources,
        })
    }

    pub(crate) fn root(&self) -> &Path {
        self.copied.root()
    }

    /// Writes the sources with the slips that are left.
    pub(crate) fn write_sources(&self) -> Result<()> {
        broken(&self.sources, &self.mutants)
            .into_iter()
            .try_for_each(|(name, text)| self.copied.put(&name, text).map(|_| ()))
    }
}

/// Each source with its slips in it.
fn broken(sources: &BTreeMap<String, String>, mutants: &BTreeMap<u32, Mutant>) -> BTreeMap<String, String> {
    let with_slips = |name: &String, source: &String| {
        let here: Vec<_> = mutants
            .iter()
            .filter(|(_, mutant)| mutant.file == *name)
            .map(|(number, mutant)| (*number, mutant))
            .collect();
        put::put(source, &here)
    };
    sources
        .iter()
        .map(|(name, source)| (name.clone(), with_slips(name, source)))
        .collect()
}

fn is_meant(name: &str, rooms: &[String]) -> bool {
    let in_room = |room: &String| {
        let room = room.trim_end_matches('/');
        name == room
            || name
                .strip_prefix(room)
                .is_some_and(|rest| rest.starts_with('/') || rest == ".rs")
    };
    name.ends_with(".rs") && name.contains("/src/") && rooms.iter().any(in_room)
}
