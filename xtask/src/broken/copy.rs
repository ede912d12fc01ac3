//! The copy of the repository that slips are put into. It stays between runs, so that only what has changed is compiled anew.

use super::list::{Break, Kind};
use crate::{process, project, say};
use anyhow::{Context, Result, bail};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Instant, SystemTime};

/// Where it is.
pub(super) struct Copy {
    root: PathBuf,
    /// A source that had to be written anew: what was built before is not of these sources.
    anew: RefCell<Option<String>>,
}

/// Files with something else in them, until this goes.
#[derive(Default)]
pub(super) struct Changed {
    before: Vec<(PathBuf, Vec<u8>, SystemTime)>,
}

impl Changed {
    /// Writes, and remembers what was there.
    pub(super) fn put(&mut self, path: &Path, now: &[u8]) -> Result<()> {
        let before = fs::read(path).with_context(|| format!("could not read {}", path.display()))?;
        let time = fs::metadata(path)?.modified()?;
        self.before.push((path.to_path_buf(), before, time));
        fs::write(path, now)?;
        Ok(())
    }
}

impl Drop for Changed {
    fn drop(&mut self) {
        for (path, before, time) in self.before.drain(..).rev() {
            // With its time, so that nothing is compiled anew for it.
            let back = fs::write(&path, before)
                .and_then(|()| fs::File::options().write(true).open(&path)?.set_modified(time));
            if let Err(error) = back {
                say::failure(&anyhow::anyhow!(
                    "{} could not be put back: {error}",
                    path.display()
                ));
            }
        }
    }
}

impl Copy {
    /// Brings the copy up to what stands here, with every switch in its place.
    pub(super) fn make(breaks: &[Break]) -> Result<Self> {
        let begun = Instant::now();
        let copy = Self {
            root: project::target().join("broken"),
            anew: RefCell::new(None),
        };
        let mut switches: BTreeMap<&str, Vec<&Break>> = BTreeMap::new();
        for each in breaks.iter().filter(|each| each.kind() == Kind::Switch) {
            switches.entry(&each.file).or_default().push(each);
        }
        let mut roots: BTreeSet<String> = BTreeSet::new();
        for file in switches.keys() {
            roots.insert(crate_root(file)?);
        }
        let names = known_to_git()?;
        for name in &names {
            let Ok(mut bytes) = fs::read(project::root().join(name)) else {
                continue;
            };
            let slips = switches.get(name.as_str());
            if slips.is_some() || roots.contains(name) {
                let mut text = String::from_utf8(bytes)?;
                for slip in slips.into_iter().flatten() {
                    text = slip.put_into(&text);
                }
                if roots.contains(name) {
                    text.push_str("\nmod weighup_broken;\n");
                    copy.write(&beside(name), SWITCH.as_bytes())?;
                }
                bytes = text.into_bytes();
            }
            copy.write(name, &bytes)?;
        }
        let kept: BTreeSet<String> = names
            .into_iter()
            .chain(roots.iter().map(|root| beside(root)))
            .collect();
        copy.sweep(&kept)?;
        copy.tools()?;
        say::step("copy", &project::shown(&copy.root), begun.elapsed());
        Ok(copy)
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    pub(super) fn at(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// The slip in its file, until what comes back goes.
    pub(super) fn edited(&self, each: &Break) -> Result<Changed> {
        let mut changed = Changed::default();
        let path = self.at(&each.file);
        let text = fs::read_to_string(&path)?;
        changed.put(&path, each.put_into(&text).as_bytes())?;
        Ok(changed)
    }

    /// Writes what differs: what is the same keeps its time, and is not compiled anew.
    fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let path = self.at(name);
        if fs::read(&path).is_ok_and(|found| found == bytes) {
            return Ok(());
        }
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        if is_source(name) {
            self.anew.borrow_mut().get_or_insert_with(|| name.to_owned());
        }
        fs::write(&path, bytes).with_context(|| format!("could not write {}", path.display()))
    }

    /// A source that has changed since the run before, where there is one.
    pub(super) fn changed(&self) -> Option<String> {
        self.anew.borrow().clone()
    }

    /// Takes away what is no longer in the repository.
    fn sweep(&self, kept: &BTreeSet<String>) -> Result<()> {
        let made = ["target", "dist", "node_modules", ".results"];
        let files = walkdir::WalkDir::new(&self.root)
            .into_iter()
            .filter_entry(|entry| !made.contains(&&*entry.file_name().to_string_lossy()));
        for entry in files.flatten().filter(|entry| entry.file_type().is_file()) {
            let inside = entry.path().strip_prefix(&self.root)?;
            if !kept.contains(&inside.to_string_lossy().replace('\\', "/")) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }

    /// The test tools from npm are those of the repository.
    fn tools(&self) -> Result<()> {
        let (theirs, ours) = (
            project::root().join("tests/node_modules"),
            self.at("tests/node_modules"),
        );
        if theirs.is_dir() && !ours.exists() {
            #[cfg(unix)]
            std::os::unix::fs::symlink(&theirs, &ours)?;
            #[cfg(not(unix))]
            bail!("put a link to {} at {}", theirs.display(), ours.display());
        }
        Ok(())
    }
}

/// What a crate gets that has slips: a number from outside, in a browser written into the module by [`super::site::switched`].
const SWITCH: &str = include_str!("switch.txt");

/// Whether the site is built of it: tests and documents are read where they stand.
fn is_source(name: &str) -> bool {
    !name.starts_with("tests/") && !name.starts_with("docs/") && !name.ends_with(".md")
}

fn known_to_git() -> Result<Vec<String>> {
    let mut git = Command::new("git");
    git.current_dir(project::root())
        .args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"]);
    let listed = process::output(&mut git).context("git lists what is copied, and does not answer here")?;
    let mut names: Vec<String> = listed
        .split('\0')
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect();
    names.sort();
    names.dedup();
    Ok(names)
}

/// The root of the crate that a source belongs to.
fn crate_root(file: &str) -> Result<String> {
    let Some((folder, _)) = file.split_once("/src/") else {
        bail!("{file} is no source of a crate: a slip in Rust goes into `src`");
    };
    let found = ["lib.rs", "main.rs"]
        .map(|name| format!("{folder}/src/{name}"))
        .into_iter()
        .find(|root| project::root().join(root).is_file());
    found.with_context(|| format!("{folder}/src has neither lib.rs nor main.rs"))
}

fn beside(root: &str) -> String {
    let (folder, _) = root.rsplit_once('/').unwrap_or_default();
    format!("{folder}/weighup_broken.rs")
}
