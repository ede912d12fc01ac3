//! Which files of tests have passed on the very same inputs, so that a second run of the suite asks only what is new.
//!
//! A file's inputs are everything in the repository that its group may read, by the table that `--changed` goes by, the file itself,
//! and the versions of Node and Chromium; what is built is built from these. Other files of tests are none of its inputs. Only a
//! file that passed whole is remembered, only on this machine, in `target/`. A file that is asked for by name is always run, and
//! `--again` runs all.

use super::{browsers, changed};
use crate::{process, project};
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

/// Set by `--again`: nothing is remembered in this run, and what passes is for the next.
static AGAIN: AtomicBool = AtomicBool::new(false);

/// Has everything run, whatever passed before.
pub(super) fn again() {
    AGAIN.store(true, Ordering::Relaxed);
}

/// What has passed, by file: the inputs it passed on, and the titles of its checks.
pub(super) struct Memory {
    passed: BTreeMap<String, (String, Vec<String>)>,
    base: Sha256,
}

impl Memory {
    /// What is remembered for a group of tests.
    pub(super) fn of(group: &str) -> Result<Self> {
        let kept = fs::read(place())
            .ok()
            .and_then(|text| serde_json::from_slice(&text).ok());
        Ok(Self {
            passed: kept.unwrap_or_default(),
            base: base(group)?,
        })
    }

    /// The titles of the checks of a file, where all of them passed on what there is now.
    pub(super) fn passed(&self, file: &Path) -> Result<Option<&[String]>> {
        if AGAIN.load(Ordering::Relaxed) {
            return Ok(None);
        }
        let (key, now) = (project::shown(file), self.key(file)?);
        Ok(self
            .passed
            .get(&key)
            .filter(|(then, _)| *then == now)
            .map(|(_, titles)| titles.as_slice()))
    }

    /// Remembers that a file passed whole, or forgets that it once did.
    pub(super) fn note(&mut self, file: &Path, titles: Option<Vec<String>>) -> Result<()> {
        let name = project::shown(file);
        match titles {
            Some(titles) => {
                let key = self.key(file)?;
                self.passed.insert(name, (key, titles));
            }
            None => {
                self.passed.remove(&name);
            }
        }
        Ok(())
    }

    /// Keeps it for the next run.
    pub(super) fn keep(&self) -> Result<()> {
        let place = place();
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&place, serde_json::to_vec(&self.passed)?).with_context(|| project::shown(&place))
    }

    fn key(&self, file: &Path) -> Result<String> {
        let mut hash = self.base.clone();
        add(&mut hash, &project::shown(file), &fs::read(file)?);
        Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

fn place() -> PathBuf {
    project::root().join("target/xtask/passed.json")
}

/// A part behind its name and both their lengths, so that no two lists of parts make the same bytes.
fn add(hash: &mut Sha256, name: &str, bytes: &[u8]) {
    for part in [name.as_bytes(), bytes] {
        hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(part);
    }
}

/// What all files of a group stand on.
fn base(group: &str) -> Result<Sha256> {
    let mut hash = Sha256::new();
    let chromium = browsers::program().unwrap_or_default();
    for program in ["node", chromium.as_str(), "rustc"] {
        let version = process::output(Command::new(program).arg("--version")).unwrap_or_default();
        add(&mut hash, program, version.as_bytes());
    }
    let mut git = Command::new("git");
    git.current_dir(project::root())
        .args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"]);
    let listed = process::output(&mut git)
        .context("git lists the files that tests stand on, and does not answer here")?;
    let mut files: Vec<&str> = listed.split('\0').filter(|path| !path.is_empty()).collect();
    files.sort_unstable();
    files.dedup();
    for path in files {
        // One that git knows and that is gone is not there for the tests either.
        let whole = project::root().join(path);
        if changed::may_read(group, path) && whole.is_file() {
            add(&mut hash, path, &fs::read(whole)?);
        }
    }
    Ok(hash)
}

#[cfg(test)]
mod tests {
    use super::{Memory, add};
    use crate::project;
    use sha2::{Digest, Sha256};
    use std::collections::BTreeMap;

    fn memory(base: &[u8]) -> Memory {
        Memory {
            passed: BTreeMap::new(),
            base: Sha256::new_with_prefix(base),
        }
    }

    #[test]
    fn what_passed_is_forgotten_with_any_input() {
        let file = project::root().join("tests/browser/walk.test.mjs");
        let mut then = memory(b"inputs");
        let titles = vec!["one".to_owned(), "two".to_owned()];
        then.note(&file, Some(titles.clone())).unwrap();
        assert_eq!(then.passed(&file).unwrap(), Some(titles.as_slice()));
        // Other inputs, another file, and a run that failed.
        let mut now = memory(b"other inputs");
        now.passed.clone_from(&then.passed);
        assert_eq!(now.passed(&file).unwrap(), None);
        let other = project::root().join("tests/browser/marks.test.mjs");
        assert_eq!(then.passed(&other).unwrap(), None);
        then.note(&file, None).unwrap();
        assert_eq!(then.passed(&file).unwrap(), None);
    }

    #[test]
    fn parts_do_not_run_together() {
        let made = |parts: [(&str, &[u8]); 2]| {
            let mut hash = Sha256::new();
            for (name, bytes) in parts {
                add(&mut hash, name, bytes);
            }
            hash.finalize()
        };
        assert_ne!(made([("a", b"b"), ("c", b"")]), made([("a", b""), ("bc", b"")]));
    }
}
