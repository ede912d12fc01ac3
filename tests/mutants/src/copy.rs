//! The copy of the repository that is broken. It stays between runs, so that only what differs is compiled anew.

use crate::find::{self, Mutant};
use crate::put;
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What each crate that is broken gets: the switch.
const SWITCH: &str = include_str!("switch.txt");

/// The copy, and every slip in it by its number.
pub(crate) struct Copy {
    pub(crate) root: PathBuf,
    pub(crate) mutants: BTreeMap<u32, Mutant>,
    /// The sources that are broken, as they are.
    sources: BTreeMap<String, String>,
}

impl Copy {
    /// Copies what git knows from `from`, with every slip in the sources under `rooms`.
    pub(crate) fn make(from: &Path, rooms: &[String]) -> Result<Self> {
        let root = from.join("target/mutants");
        let names = known_to_git(from)?;
        let mut sources = BTreeMap::new();
        let mut mutants = BTreeMap::new();
        for name in names.iter().filter(|name| is_meant(name, rooms)) {
            let source =
                fs::read_to_string(from.join(name)).with_context(|| format!("{name} could not be read"))?;
            for mutant in find::find(name, &source)? {
                let number = u32::try_from(mutants.len() + 1)?;
                mutants.insert(number, mutant);
            }
            sources.insert(name.clone(), source);
        }
        if sources.is_empty() {
            bail!("no source stands under {}", rooms.join(", "));
        }
        let copy = Self {
            root,
            mutants,
            sources,
        };
        let roots = copy.crate_roots(from)?;
        let mut kept: BTreeSet<String> = names.iter().cloned().collect();
        for name in &names {
            if copy.sources.contains_key(name) {
                continue;
            }
            let Ok(mut bytes) = fs::read(from.join(name)) else {
                continue;
            };
            if roots.contains(name) {
                bytes.extend_from_slice(b"\nmod weighup_mutant;\n");
            }
            copy.write(name, &bytes)?;
        }
        for name in &roots {
            let beside = beside(name);
            copy.write(&beside, SWITCH.as_bytes())?;
            kept.insert(beside);
        }
        copy.sweep(&kept)?;
        copy.write_sources()?;
        Ok(copy)
    }

    /// Writes the sources with the slips that are left.
    pub(crate) fn write_sources(&self) -> Result<()> {
        for (name, source) in &self.sources {
            let here: Vec<_> = self
                .mutants
                .iter()
                .filter(|(_, mutant)| mutant.file == *name)
                .map(|(number, mutant)| (*number, mutant))
                .collect();
            let mut written = put::put(source, &here);
            if is_root(name) {
                written.push_str("\nmod weighup_mutant;\n");
            }
            self.write(name, written.as_bytes())?;
        }
        Ok(())
    }

    /// The crates that have slips, by their first sources.
    fn crate_roots(&self, from: &Path) -> Result<BTreeSet<String>> {
        let mut roots = BTreeSet::new();
        for name in self.sources.keys() {
            let (folder, _) = name
                .split_once("/src/")
                .with_context(|| format!("{name} is no source of a crate"))?;
            let found = ["lib.rs", "main.rs"]
                .map(|file| format!("{folder}/src/{file}"))
                .into_iter()
                .find(|root| from.join(root).is_file());
            roots.insert(found.with_context(|| format!("{folder}/src has neither lib.rs nor main.rs"))?);
        }
        Ok(roots)
    }

    /// Writes what differs: what is the same keeps its time, and is not compiled anew.
    fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let path = self.root.join(name);
        if fs::read(&path).is_ok_and(|found| found == bytes) {
            return Ok(());
        }
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, bytes).with_context(|| format!("could not write {}", path.display()))
    }

    /// Takes away what is no longer in the repository.
    fn sweep(&self, kept: &BTreeSet<String>) -> Result<()> {
        let files = walkdir::WalkDir::new(&self.root)
            .into_iter()
            .filter_entry(|entry| entry.file_name() != "target");
        for entry in files.flatten().filter(|entry| entry.file_type().is_file()) {
            let inside = entry.path().strip_prefix(&self.root)?;
            if !kept.contains(&inside.to_string_lossy().replace('\\', "/")) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
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

fn is_root(name: &str) -> bool {
    name.ends_with("/src/lib.rs") || name.ends_with("/src/main.rs")
}

fn beside(root: &str) -> String {
    let (folder, _) = root.rsplit_once('/').unwrap_or_default();
    format!("{folder}/weighup_mutant.rs")
}

fn known_to_git(from: &Path) -> Result<Vec<String>> {
    let listed = Command::new("git")
        .current_dir(from)
        .args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
        .output()
        .context("git lists what is copied, and does not answer here")?;
    let listed = String::from_utf8(listed.stdout)?;
    let mut names: Vec<String> = listed
        .split('\0')
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect();
    names.sort();
    names.dedup();
    Ok(names)
}
