//! The files of one folder, read and written whole.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use sha2::{Digest as _, Sha256};
use weighup_core::aid::MAX_BYTES;

/// The largest file that is taken: what an aid's reader takes.
pub(super) const MOST_BYTES: usize = MAX_BYTES;

/// The longest name.
const LONGEST: usize = 100;

/// One folder.
pub(super) struct Folder {
    root: PathBuf,
    /// One file is written at a time, so that nothing comes between looking and writing.
    writing: Mutex<()>,
}

/// Why a file was not written.
#[derive(Debug)]
pub(super) enum Unwritten {
    /// It is not what the writer knew: what is there now, or `None` when it has gone.
    Changed(Option<Vec<u8>>),
    /// It cannot be written here.
    Refused(&'static str),
    /// The disk says no.
    Failed(io::Error),
}

/// What the writer knows of a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Known<'k> {
    /// Its hash.
    Hash(&'k str),
    /// That there is none.
    Nothing,
}

impl Folder {
    pub(super) fn new(path: &Path) -> io::Result<Self> {
        Ok(Self {
            root: path.canonicalize()?,
            writing: Mutex::new(()),
        })
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// The author's files with their hashes, in order of name.
    pub(super) fn list(&self) -> io::Result<Vec<(String, String)>> {
        let mut all = Vec::new();
        for entry in fs::read_dir(&self.root)? {
            let Some(name) = entry?.file_name().to_str().map(str::to_owned) else {
                continue;
            };
            if let Some(bytes) = self.read(&name)? {
                all.push((name, hash(&bytes)));
            }
        }
        all.sort();
        Ok(all)
    }

    /// A file; `None` when there is none of that name, or it is none of the author's.
    pub(super) fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        let Some(path) = self.path(name) else {
            return Ok(None);
        };
        // Larger than any reader takes: not read into memory, and not the desk's.
        if fs::metadata(&path).is_ok_and(|data| data.len() > MOST_BYTES as u64) {
            return Ok(None);
        }
        match fs::read(path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Writes a file if it is still what the writer knows, and gives its new hash. It is written beside and then put in place, so that
    /// whoever reads it reads the old one or the new one.
    pub(super) fn write(&self, name: &str, bytes: &[u8], known: &Known<'_>) -> Result<String, Unwritten> {
        if !is_name(name) {
            return Err(Unwritten::Refused(
                "A file of an aid is called by letters, digits, `-` and `_`, and ends in .toml.",
            ));
        }
        let _one = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        self.still(name, known)?;
        let path = match self.path(name) {
            Some(path) => path,
            None if self.root.join(name).symlink_metadata().is_ok() => {
                return Err(Unwritten::Refused(
                    "That name is a folder, or leads out of the folder.",
                ));
            }
            None => self.root.join(name),
        };
        let beside = self.root.join(format!(".{name}.{}.new", std::process::id()));
        let written = self.put(&beside, &path, bytes, name, known);
        if written.is_err() {
            // What was begun is not left lying there.
            let _ = fs::remove_file(&beside);
        }
        written.map(|()| hash(bytes))
    }

    fn put(
        &self,
        beside: &Path,
        path: &Path,
        bytes: &[u8],
        name: &str,
        known: &Known<'_>,
    ) -> Result<(), Unwritten> {
        let failed = Unwritten::Failed;
        let mut file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .open(beside)
            .map_err(failed)?;
        file.write_all(bytes).map_err(failed)?;
        if let Ok(data) = fs::metadata(path) {
            if data.permissions().readonly() {
                return Err(Unwritten::Refused("The file is write-protected."));
            }
            file.set_permissions(data.permissions()).map_err(failed)?;
        }
        file.sync_all().map_err(failed)?;
        drop(file);
        // Somebody may have written while this was written beside.
        self.still(name, known)?;
        fs::rename(beside, path).map_err(failed)?;
        // That the new name is on the disk too; where a folder cannot be opened it is as the system keeps it.
        let _ = File::open(&self.root).and_then(|folder| folder.sync_all());
        Ok(())
    }

    /// Whether a file is what the writer knows.
    fn still(&self, name: &str, known: &Known<'_>) -> Result<(), Unwritten> {
        let now = self.read(name).map_err(Unwritten::Failed)?;
        let same = match (known, &now) {
            (Known::Hash(known), Some(now)) => hash(now) == *known,
            (Known::Nothing, None) => true,
            _ => false,
        };
        same.then_some(()).ok_or(Unwritten::Changed(now))
    }

    /// Where a file of the folder is; `None` when there is none, it is none of the author's, or a link leads out.
    fn path(&self, name: &str) -> Option<PathBuf> {
        let path = is_name(name).then(|| self.root.join(name).canonicalize().ok())??;
        (path.parent() == Some(&*self.root) && path.is_file()).then_some(path)
    }
}

/// Whether a name is one of an author's file: no path, nothing hidden.
fn is_name(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    name.len() <= LONGEST
        && name.ends_with(".toml")
        && !name.starts_with('.')
        && !name.contains("..")
        && name.bytes().all(plain)
}

/// SHA-256 in hex.
pub(super) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn only_files_of_an_author_are_named() {
        for good in ["aid.toml", "cy.toml", "pt-BR.toml", "notes_2.toml"] {
            assert!(is_name(good), "{good}");
        }
        let long = format!("{}.toml", "a".repeat(100));
        for bad in [
            "",
            ".toml",
            "../aid.toml",
            "a/b.toml",
            "a\\b.toml",
            "aid.json",
            "a..toml",
            "a b.toml",
            "é.toml",
            &long,
        ] {
            assert!(!is_name(bad), "{bad}");
        }
    }
}
