//! From what stands on the command line to files: folders with everything in them, patterns, files, and addresses of object stores.

use std::fs;
use std::path::{Path, PathBuf};

use tokio::runtime::Runtime;

use crate::error::ReportError;
use crate::store::{self, Address, StoredObject, is_address};

/// What was found, each once, in the order of the names: the same files named in another order give the same report.
#[derive(Debug, Default)]
pub struct FoundFiles {
    /// Files of this machine.
    pub files: Vec<PathBuf>,
    /// Objects of stores, and what waits for them.
    pub stored: Option<(Runtime, Vec<StoredObject>)>,
    /// Files of other kinds in the folders.
    pub passed_over: u64,
}

/// Finds the files.
///
/// # Errors
/// A path, a pattern or an address at which nothing is, or a store that does not show what is there.
pub fn found(paths: &[String]) -> Result<FoundFiles, ReportError> {
    let mut all = FoundFiles::default();
    for given in paths.iter().filter(|given| !is_address(given)) {
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
    all.files.sort();
    all.files.dedup();
    let addresses = paths.iter().filter(|given| is_address(given));
    let addresses = addresses
        .map(|given| Address::read(given))
        .collect::<Result<Vec<_>, _>>()?;
    if !addresses.is_empty() {
        stored(&addresses, &mut all)?;
    }
    Ok(all)
}

fn stored(addresses: &[Address], all: &mut FoundFiles) -> Result<(), ReportError> {
    let runtime = store::runtime()?;
    let mut objects = Vec::new();
    for address in addresses {
        let (found, passed_over) = runtime.block_on(store::find(address))?;
        if found.is_empty() {
            return Err(ReportError::Nothing(address.whole()));
        }
        objects.extend(found);
        all.passed_over += passed_over;
    }
    // By their parts, as files are.
    objects.sort_by(|one, other| Path::new(&one.address).cmp(Path::new(&other.address)));
    objects.dedup_by(|one, other| one.address == other.address);
    all.stored = Some((runtime, objects));
    Ok(())
}

fn folder(path: &Path, all: &mut FoundFiles) -> Result<(), ReportError> {
    for entry in fs::read_dir(path).map_err(ReportError::read(path))? {
        let entry = entry.map_err(ReportError::read(path))?;
        let kind = entry.file_type().map_err(ReportError::read(path))?;
        let inside = entry.path();
        if kind.is_dir() {
            folder(&inside, all)?;
        } else if ends(&inside, &ANSWERS) {
            all.files.push(inside);
        } else if entry.file_name() != super::write::COUNTS {
            all.passed_over += 1;
        }
    }
    Ok(())
}

/// How the names of files of answers end.
const ANSWERS: [&str; 3] = ["jsonl", "ndjson", "parquet"];

/// Whether a name is one of a file of answers.
pub(crate) fn is_answers(name: &str) -> bool {
    ends(Path::new(name), &ANSWERS)
}

/// Whether a name is one of what this command counted beside a table.
pub(crate) fn is_own_count(name: &str) -> bool {
    Path::new(name)
        .file_name()
        .is_some_and(|name| name == super::write::COUNTS)
}

/// Whether a file is a table and not lines.
pub(super) fn is_table(path: &Path) -> bool {
    ends(path, &["parquet"])
}

fn ends(path: &Path, with: &[&str]) -> bool {
    let end = path.extension().map(|end| end.to_string_lossy().to_lowercase());
    end.is_some_and(|end| with.contains(&end.as_str()))
}

/// A file of this machine as it is named in the report: its folder and itself, and no more of where it lies.
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
