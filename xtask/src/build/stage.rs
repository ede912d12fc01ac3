//! The folder a build is put together in, and its move over the last build.

use crate::project;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// A build being put together: the same folders as `dist/`.
pub(super) struct Stage {
    root: PathBuf,
}

impl Stage {
    /// An empty stage.
    pub(super) fn empty() -> Result<Self> {
        let root = project::scratch().join("stage");
        if root.exists() {
            fs::remove_dir_all(&root).with_context(|| format!("could not empty {}", root.display()))?;
        }
        fs::create_dir_all(root.join("weighup"))
            .with_context(|| format!("could not make {}", root.display()))?;
        Ok(Self { root })
    }

    /// A path on the stage.
    pub(super) fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    /// Writes a file, making its folders.
    pub(super) fn write(&self, inside: &str, content: impl AsRef<[u8]>) -> Result<()> {
        let path = self.path(inside);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&path, content).with_context(|| format!("could not write {}", path.display()))
    }

    /// Copies a file of the repository.
    pub(super) fn copy(&self, from: &Path, inside: &str) -> Result<()> {
        let content = fs::read(from).with_context(|| format!("could not read {}", from.display()))?;
        self.write(inside, content)
    }

    /// Copies a folder of the repository.
    pub(super) fn copy_folder(&self, from: &Path, inside: &str) -> Result<()> {
        for path in files(from) {
            let name = path.strip_prefix(from)?.to_string_lossy().replace('\\', "/");
            self.copy(&path, &format!("{inside}/{name}"))?;
        }
        Ok(())
    }

    /// Makes `dist/` equal to the stage and returns how many files changed.
    pub(super) fn put_in_place(self) -> Result<usize> {
        let dist = project::dist();
        let mut changed = 0;
        for path in files(&self.root) {
            let target = dist.join(path.strip_prefix(&self.root)?);
            let new = fs::read(&path)?;
            if fs::read(&target).is_ok_and(|old| old == new) {
                continue;
            }
            if let Some(parent) = target.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(&target, new).with_context(|| format!("could not write {}", target.display()))?;
            changed += 1;
        }
        for path in files(&dist) {
            if !self.root.join(path.strip_prefix(&dist)?).exists() {
                fs::remove_file(&path).with_context(|| format!("could not remove {}", path.display()))?;
                changed += 1;
            }
        }
        Ok(changed)
    }
}

/// Every file under a folder, in a fixed order.
pub(super) fn files(folder: &Path) -> impl Iterator<Item = PathBuf> {
    WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .flatten()
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
}
