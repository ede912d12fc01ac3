//! `weighup import`: a draft of an aid from figures that others published, with every gap marked and none filled in.

mod cochrane;
mod draft;
mod evidence;
mod fhir;
#[cfg(test)]
mod hostile;
mod magicapp;
mod number;
mod sheet;
mod table;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use self::draft::Draft;
use self::sheet::Sheet;
use crate::print::{self, WriteError};

/// Make a draft of an aid from published figures: a Cochrane data package, a table of a spreadsheet (options as columns), the
/// CSV of `weighup evidence`, a MAGICapp guideline or an EBM-on-FHIR summary of findings. What cannot be read is listed.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Files to read, or the folder of an unpacked data package.
    #[arg(required = true)]
    from: Vec<PathBuf>,
    /// Folder to make, with `aid.toml` and `review.toml` in it.
    #[arg(long)]
    out: PathBuf,
    /// What the files are [default: as they look].
    #[arg(long, value_enum)]
    kind: Option<Kind>,
    /// Name of the condition [default: still to be written].
    #[arg(long)]
    condition: Option<String>,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Kind {
    /// CSV files of a Cochrane data package.
    Cochrane,
    /// A table with options as columns.
    Table,
    /// The CSV of `weighup evidence`.
    Evidence,
    /// JSON of a MAGICapp guideline.
    Magicapp,
    /// A FHIR Bundle or Composition: a summary of findings.
    Fhir,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ImportError {
    #[error("cannot read `{path}`: {cause}; check the path")]
    Read { path: String, cause: io::Error },
    #[error(
        "`{path}` is {bytes} bytes, and the most is {MOST_BYTES}; import the part of it that the aid needs"
    )]
    TooLarge { path: String, bytes: u64 },
    #[error("there is no CSV or JSON file in `{path}`; unpack the data package first")]
    Nothing { path: String },
    #[error("`{path}` is there already; name another folder, or remove it")]
    There { path: String },
    #[error("cannot make `{path}`: {cause}; check that the folder around it is yours")]
    Folder { path: String, cause: io::Error },
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// Largest file that is read.
const MOST_BYTES: u64 = 20 * 1024 * 1024;

/// Runs the command: 0 when all was read, 1 when the draft lacks what could not be read.
pub(crate) fn run(args: &Args) -> Result<ExitCode, ImportError> {
    let target = args.out.join("aid.toml");
    if target.exists() {
        return Err(ImportError::There {
            path: target.display().to_string(),
        });
    }
    let mut draft = Draft::new(args.condition.clone());
    let mut read = Vec::new();
    for path in files(&args.from)? {
        let size = fs::metadata(&path).map_err(|cause| cannot(&path, cause))?.len();
        if size > MOST_BYTES {
            return Err(ImportError::TooLarge {
                path: path.display().to_string(),
                bytes: size,
            });
        }
        let bytes = fs::read(&path).map_err(|cause| cannot(&path, cause))?;
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        read.push((name, bytes));
    }
    // A package's overall estimates name its options and outcomes; the rows of its studies do not.
    read.sort_by_key(|(_, bytes)| cochrane::is_of_studies(bytes));
    for (name, bytes) in &read {
        one(name, bytes, args.kind, &mut draft);
    }
    fs::create_dir_all(&args.out).map_err(|cause| ImportError::Folder {
        path: args.out.display().to_string(),
        cause,
    })?;
    print::to(Some(&target), &draft.written(&args.out))?;
    print::to(
        Some(&args.out.join("review.toml")),
        weighup_core::authoring::REVIEW,
    )?;
    print::out(&draft.summary(&args.out));
    for unread in draft.unread() {
        eprintln!("{unread}");
    }
    Ok(ExitCode::from(u8::from(!draft.unread().is_empty())))
}

fn cannot(path: &Path, cause: io::Error) -> ImportError {
    ImportError::Read {
        path: path.display().to_string(),
        cause,
    }
}

/// The files named, and the CSV and JSON files of the folders named, in order of name, two folders deep.
fn files(from: &[PathBuf]) -> Result<Vec<PathBuf>, ImportError> {
    let mut found = Vec::new();
    for path in from {
        if !fs::metadata(path).map_err(|cause| cannot(path, cause))?.is_dir() {
            found.push(path.clone());
            continue;
        }
        let before = found.len();
        inside(path, 2, &mut found)?;
        if found.len() == before {
            return Err(ImportError::Nothing {
                path: path.display().to_string(),
            });
        }
    }
    Ok(found)
}

fn inside(folder: &Path, deep: u8, found: &mut Vec<PathBuf>) -> Result<(), ImportError> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(|cause| cannot(folder, cause))? {
        entries.push(entry.map_err(|cause| cannot(folder, cause))?.path());
    }
    entries.sort();
    for path in entries {
        let known = path.extension().is_some_and(|extension| {
            ["csv", "tsv", "json"]
                .iter()
                .any(|known| extension.eq_ignore_ascii_case(known))
        });
        if path.is_dir() && deep > 0 {
            inside(&path, deep - 1, found)?;
        } else if path.is_file() && known {
            found.push(path);
        }
    }
    Ok(())
}

/// Reads one file into the draft. Nothing in it ends the command: what cannot be read is listed.
fn one(name: &str, bytes: &[u8], kind: Option<Kind>, draft: &mut Draft) {
    if bytes.starts_with(b"PK\x03\x04") {
        draft.cannot(
            name,
            "it is a zip or Excel file",
            "unpack it, or save the sheet as CSV",
        );
        return;
    }
    let text = sheet::decoded(name, bytes, draft);
    let json = matches!(kind, Some(Kind::Magicapp | Kind::Fhir))
        || (kind.is_none() && text.trim_start().starts_with(['{', '[']));
    if json {
        match serde_json::from_str::<serde_json::Value>(&text) {
            Ok(value) => {
                let is_fhir = value.get("resourceType").is_some();
                match kind {
                    Some(Kind::Fhir) => fhir::read(name, &value, draft),
                    Some(Kind::Magicapp) => magicapp::read(name, &value, draft),
                    _ if is_fhir => fhir::read(name, &value, draft),
                    _ => magicapp::read(name, &value, draft),
                }
            }
            Err(wrong) => draft.cannot(
                &format!("{name}, line {}, column {}", wrong.line(), wrong.column()),
                &format!("it is no JSON: {wrong}"),
                "save or download it again; the whole of it must be there",
            ),
        }
        return;
    }
    let Some(sheet) = Sheet::read(name, &text, draft) else {
        return;
    };
    let kind = kind.unwrap_or_else(|| {
        if evidence::is_it(&sheet) {
            Kind::Evidence
        } else if cochrane::is_it(&sheet) {
            Kind::Cochrane
        } else {
            Kind::Table
        }
    });
    match kind {
        Kind::Evidence => evidence::read(&sheet, draft),
        Kind::Cochrane => cochrane::read(&sheet, draft),
        _ => table::read(&sheet, draft),
    }
}
