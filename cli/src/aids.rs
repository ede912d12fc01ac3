//! Aids on disk: one folder per aid, with `aid.toml` and whatever stands beside it.

use std::path::{Path, PathBuf};
use std::{fs, io};

use weighup_core::folder::NamedFile;
pub(crate) use weighup_core::folder::{AidFolder as Folder, tag};

/// Where aids are when no path is given.
pub(crate) const DEFAULT: &str = "decision-aids";

/// Why aids could not be found or read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FindError {
    #[error("cannot read `{path}`: {cause}; check the path")]
    Read { path: String, cause: io::Error },
    #[error(
        "there is no folder `{DEFAULT}` here; name an aid's folder, or go to the folder that holds `{DEFAULT}`"
    )]
    NoDefault,
    #[error("an overlay is for one aid, and {found} were found; name one")]
    ManyUnderOverlay { found: usize },
    #[error("there is no aid in `{path}`; name a folder with an `aid.toml`, or a folder of such folders")]
    None { path: String },
}

/// Every aid at the paths: an `aid.toml`, its folder, or a folder of such folders. In order of name.
pub(crate) fn find(paths: &[PathBuf]) -> Result<Vec<Folder>, FindError> {
    let default = [PathBuf::from(DEFAULT)];
    if paths.is_empty() && !Path::new(DEFAULT).exists() {
        return Err(FindError::NoDefault);
    }
    let paths = if paths.is_empty() { &default[..] } else { paths };
    let mut found = Vec::new();
    for path in paths {
        for file in aid_files(path)? {
            found.push(Folder::new(read(&file)?, beside(&file)?));
        }
    }
    Ok(found)
}

/// The same, with an overlay named by hand on the one aid there is.
pub(crate) fn find_with(paths: &[PathBuf], overlay: Option<&Path>) -> Result<Vec<Folder>, FindError> {
    let mut folders = find(paths)?;
    if let Some(overlay) = overlay {
        let found = folders.len();
        let [folder] = folders.as_mut_slice() else {
            return Err(FindError::ManyUnderOverlay { found });
        };
        folder.overlay = Some(read(overlay)?);
    }
    Ok(folders)
}

/// Every other file of the author's beside the aid, in order of name.
fn beside(aid: &Path) -> Result<Vec<NamedFile>, FindError> {
    let folder = aid
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let cannot = |cause| FindError::Read {
        path: folder.display().to_string(),
        cause,
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(cannot)? {
        // Named as the aid is.
        let path = aid.with_file_name(entry.map_err(cannot)?.file_name());
        if path.is_file()
            && path.extension().is_some_and(|extension| extension == "toml")
            && path.file_name() != aid.file_name()
        {
            files.push(path);
        }
    }
    files.sort();
    files.iter().map(|file| read(file)).collect()
}

fn aid_files(path: &Path) -> Result<Vec<PathBuf>, FindError> {
    let cannot = |cause| FindError::Read {
        path: path.display().to_string(),
        cause,
    };
    if fs::metadata(path).map_err(cannot)?.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    if path.join("aid.toml").is_file() {
        return Ok(vec![path.join("aid.toml")]);
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path).map_err(cannot)? {
        let file = entry.map_err(cannot)?.path().join("aid.toml");
        if file.is_file() {
            files.push(file);
        }
    }
    files.sort();
    if files.is_empty() {
        Err(FindError::None {
            path: path.display().to_string(),
        })
    } else {
        Ok(files)
    }
}

fn read(path: &Path) -> Result<NamedFile, FindError> {
    let name = path.display().to_string();
    match fs::read(path) {
        Ok(bytes) => Ok((name, bytes)),
        Err(cause) => Err(FindError::Read { path: name, cause }),
    }
}
