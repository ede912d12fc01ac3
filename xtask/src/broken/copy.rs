//! The copy of the repository that slips are put into. It stays between runs, so that only what has changed is compiled anew.

use super::list::{Break, Kind};
use crate::{project, say};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Instant, SystemTime};
use weighup_copied::{Copied, Switch};

/// Where it is.
pub(super) struct Copy {
    copied: Copied,
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
        let from = project::root();
        let mut broken: BTreeMap<String, String> = BTreeMap::new();
        for slip in breaks.iter().filter(|each| each.kind() == Kind::Switch) {
            let text = match broken.get(&slip.file) {
                Some(text) => slip.put_into(text),
                None => slip.put_into(
                    &fs::read_to_string(from.join(&slip.file))
                        .with_context(|| format!("{} could not be read", slip.file))?,
                ),
            };
            broken.insert(slip.file.clone(), text);
        }
        let root = project::target().join("broken");
        let copy = Self {
            copied: Copied::make(&from, root, SWITCH, &broken, is_source)?,
        };
        copy.tools()?;
        say::step("copy", &project::shown(copy.root()), begun.elapsed());
        Ok(copy)
    }

    pub(super) fn root(&self) -> &Path {
        self.copied.root()
    }

    pub(super) fn at(&self, name: &str) -> PathBuf {
        self.copied.at(name)
    }

    /// A source that has changed since the run before, where there is one.
    pub(super) fn changed(&self) -> Option<&str> {
        self.copied.changed()
    }

    /// The slip in its file, until what comes back goes.
    pub(super) fn edited(&self, each: &Break) -> Result<Changed> {
        let mut changed = Changed::default();
        let path = self.at(&each.file);
        let text = fs::read_to_string(&path)?;
        changed.put(&path, each.put_into(&text).as_bytes())?;
        Ok(changed)
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
            anyhow::bail!("put a link to {} at {}", theirs.display(), ours.display());
        }
        Ok(())
    }
}

/// What a crate gets that has slips: a number from outside, in a browser written into the module by [`super::site::switched`].
const SWITCH: Switch = Switch {
    module: "weighup_broken",
    text: include_str!("switch.txt"),
};

/// Whether the site is built of it: tests and documents are read where they stand.
fn is_source(name: &str) -> bool {
    !name.starts_with("tests/") && !name.starts_with("docs/") && !name.ends_with(".md")
}
