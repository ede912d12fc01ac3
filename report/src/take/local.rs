//! Files where they can be read: on this machine from the beginning, or fetched when their turn comes.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};

use super::paths::{self, FoundFiles};
use crate::error::ReportError;
use crate::run::Say;
use crate::store::Fetching;

/// A file that can be read.
#[derive(Debug)]
pub struct LocalFile {
    /// Where it is.
    pub path: PathBuf,
    /// How the report names it: by its folder and name, or by its address.
    pub name: String,
    fetched: bool,
}

impl LocalFile {
    /// A copy of what stands in a store goes as soon as it was read. What cannot be removed now goes with its folder.
    pub(super) fn no_longer_needed(&self) {
        if self.fetched {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// The files that were found, one after the other.
pub(crate) struct LocalFiles<'s, 'a> {
    files: std::vec::IntoIter<PathBuf>,
    addresses: std::vec::IntoIter<String>,
    fetching: Option<Fetching>,
    say: &'s RefCell<Say<'a>>,
}

impl<'s, 'a> LocalFiles<'s, 'a> {
    /// Begins to fetch what has to be fetched into a folder.
    pub(crate) fn begin(found: FoundFiles, into: &Path, say: &'s RefCell<Say<'a>>) -> Self {
        let mut addresses = Vec::new();
        let fetching = found.stored.map(|(runtime, objects)| {
            let bytes: u64 = objects.iter().map(|object| object.size).sum();
            say.borrow_mut()(format!(
                "fetching {} files, {} megabytes",
                objects.len(),
                bytes.div_ceil(1_000_000)
            ));
            addresses.extend(objects.iter().map(|object| object.address.clone()));
            Fetching::begin(runtime, objects, into)
        });
        Self {
            files: found.files.into_iter(),
            addresses: addresses.into_iter(),
            fetching,
            say,
        }
    }
}

impl Iterator for LocalFiles<'_, '_> {
    type Item = Result<LocalFile, ReportError>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(path) = self.files.next() {
            let name = paths::name(&path);
            return Some(Ok(LocalFile {
                path,
                name,
                fetched: false,
            }));
        }
        let come = self.fetching.as_ref()?.next(|line| self.say.borrow_mut()(line))?;
        let name = self.addresses.next()?;
        Some(come.map_err(ReportError::from).map(|path| LocalFile {
            path,
            name,
            fetched: true,
        }))
    }
}
