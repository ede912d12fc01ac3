//! From what stands on the command line to files: folders with everything in them, patterns, and files.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::ReportError;

/// The files that were found.
#[derive(Debug, Default)]
pub struct FoundFiles {
    /// What is read, each once, in the order of their names.
    pub files: Vec<PathBuf>,
    /// Files of other kinds in the folders.
    pub passed_over: u64,
}

/// Finds the files.
///
/// # Errors
/// A path or a pattern at which nothing is, or an address of an object store.
pub fn found(paths: &[String]) -> Result<FoundFiles, ReportError> {
    let mut all = FoundFiles::default();
    for given in paths {
        if given
            .split_once("://")
            .is_some_and(|(scheme, _)| scheme.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        {
            return Err(ReportError::Store(given.clone()));
        }
        let before = all.files.len();
        let path = Path::new(given);
        if path.is_dir() {
            folder(path, &mut all)?;
        } else if path.is_file() {
            all.files.push(path.to_owned());
        } else {
            let matching = glob::glob(given).map_err(|_| ReportError::Nothing(given.clone()))?;
            for path in matching.flatten() {
                if path.is_dir() {
                    folder(&path, &mut all)?;
                } else {
                    all.files.push(path);
                }
            }
        }
        if all.files.len() == before {
            return Err(ReportError::Nothing(given.clone()));
        }
    }
    // By name, so that the same files in another order give the same report.
    all.files.sort();
    all.files.dedup();
    Ok(all)
}

fn folder(path: &Path, all: &mut FoundFiles) -> Result<(), ReportError> {
    for entry in fs::read_dir(path).map_err(ReportError::read(path))? {
        let entry = entry.map_err(ReportError::read(path))?;
        let kind = entry.file_type().map_err(ReportError::read(path))?;
        let inside = entry.path();
        if kind.is_dir() {
            folder(&inside, all)?;
        } else if is_table(&inside) || ends(&inside, &["jsonl", "ndjson"]) {
            all.files.push(inside);
        } else if entry.file_name() != super::write::COUNTS {
            all.passed_over += 1;
        }
    }
    Ok(())
}

/// Whether a file is a table and not lines.
pub(super) fn is_table(path: &Path) -> bool {
    ends(path, &["parquet"])
}

fn ends(path: &Path, with: &[&str]) -> bool {
    let end = path.extension().map(|end| end.to_string_lossy().to_lowercase());
    end.is_some_and(|end| with.contains(&end.as_str()))
}

/// A file as it is named in the report: its folder and itself, and no more of where it lies.
pub(super) fn name(path: &Path) -> String {
    let mut parts: Vec<String> = path
        .iter()
        .rev()
        .take(2)
        .map(|part| part.to_string_lossy().into_owned())
        .collect();
    parts.retain(|part| part != "/" && part != "." && part != "..");
    parts.reverse();
    parts.join("/")
}
