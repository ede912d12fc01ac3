//! `weighup diff`: what changed for the people who read an aid.

use std::path::PathBuf;
use std::process::ExitCode;

use serde::Serialize;
use serde_json::Value;
use weighup_core::authoring::{Change, DifferenceKind, difference_of, whole};

use crate::aids::{self, FindError};
use crate::print;

/// Say what changed between two versions of an aid: options, figures, texts.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The older aid: its `aid.toml` or folder.
    old: PathBuf,
    /// The newer aid.
    new: PathBuf,
    /// How changes are printed.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Leave out changes of texts.
    #[arg(long)]
    no_texts: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Plain words.
    Text,
    /// One JSON document.
    Json,
}

/// Why two aids could not be compared.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DiffError {
    #[error(transparent)]
    Find(#[from] FindError),
    #[error("`{path}` holds {found} aids; name one")]
    NotOne { path: String, found: usize },
    #[error("`{path}` is not of the format's shape; `weighup check` says what is wrong")]
    Unreadable { path: String },
}

#[derive(Serialize)]
struct Whole<'a> {
    old: String,
    new: String,
    changes: &'a [Change],
}

/// Runs the command: 0 whether or not there are changes, for both are right; 1 when one of the two cannot be read as an aid.
pub(crate) fn run(args: &Args) -> Result<ExitCode, DiffError> {
    let (old, new) = match (one(&args.old), one(&args.new)) {
        (Ok(old), Ok(new)) => (old, new),
        (Err(error @ DiffError::Unreadable { .. }), _) | (_, Err(error @ DiffError::Unreadable { .. })) => {
            eprintln!("weighup: {error}");
            return Ok(ExitCode::from(1));
        }
        (Err(error), _) | (_, Err(error)) => return Err(error),
    };
    let mut changes = difference_of(&old, &new);
    if args.no_texts {
        changes.retain(|change| change.kind != DifferenceKind::Text);
    }
    let stamp = |doc: &Value| {
        let text = |field: &str| doc.get(field).and_then(Value::as_str).unwrap_or_default();
        format!("{} {}", text("id"), text("version"))
    };
    let text = match args.format {
        Format::Json => {
            let whole = Whole {
                old: stamp(&old),
                new: stamp(&new),
                changes: &changes,
            };
            // Structs of strings always serialise.
            serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n"
        }
        Format::Text => words(&changes, &format!("{} to {}", stamp(&old), stamp(&new))),
    };
    print::out(&text);
    Ok(ExitCode::SUCCESS)
}

fn one(path: &PathBuf) -> Result<Value, DiffError> {
    let folders = aids::find(std::slice::from_ref(path))?;
    let [folder] = folders.as_slice() else {
        return Err(DiffError::NotOne {
            path: path.display().to_string(),
            found: folders.len(),
        });
    };
    let reading = folder.check();
    let document = reading.document.ok_or_else(|| DiffError::Unreadable {
        path: path.display().to_string(),
    })?;
    Ok(whole(&document, &reading.dossier))
}

fn words(changes: &[Change], what: &str) -> String {
    let mut out = format!("{what}\n");
    if changes.is_empty() {
        return out + "Nothing changed for those who read it.\n";
    }
    let mut kind = None;
    for change in changes {
        if kind != Some(change.kind) {
            kind = Some(change.kind);
            out += match change.kind {
                DifferenceKind::Option => "\nOptions\n",
                DifferenceKind::Outcome => "\nOutcomes\n",
                DifferenceKind::Figure => "\nFigures\n",
                DifferenceKind::Source => "\nSources\n",
                DifferenceKind::Making => "\nHow it was made\n",
                DifferenceKind::Version => "\nVersion and dates\n",
                DifferenceKind::Text => "\nTexts\n",
            };
        }
        out += &match (&change.before, &change.after) {
            (Some(before), Some(after)) if change.kind == DifferenceKind::Text => {
                format!("- {}\n    was: {before}\n    is:  {after}\n", change.about)
            }
            (Some(before), Some(after)) => format!("- {}: {before} becomes {after}\n", change.about),
            (None, Some(after)) => format!("- new, {}: {after}\n", change.about),
            (Some(before), None) => format!("- gone, {}: {before}\n", change.about),
            (None, None) => String::new(),
        };
    }
    out
}
