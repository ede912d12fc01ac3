//! `weighup migrate`: an older file rewritten to the newest format, comments and all.

use std::path::PathBuf;
use std::process::ExitCode;
use std::{fs, io};

use weighup_core::authoring::{MigrateError, Migrated, migrate};

use crate::print::{self, WriteError};

/// Rewrite an `aid.toml` of an older format to the newest one, keeping its comments.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The `aid.toml`, or its folder.
    path: PathBuf,
    /// Only say what would be done.
    #[arg(long)]
    dry_run: bool,
    /// File to write to, in place of the file itself.
    #[arg(long)]
    out: Option<PathBuf>,
}

/// Why nothing was rewritten.
#[derive(Debug, thiserror::Error)]
pub(crate) enum MigrateFileError {
    #[error("cannot read `{path}`: {cause}; check the path")]
    Read { path: String, cause: io::Error },
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// Runs the command: 1 when the file cannot be rewritten, and then it is as it was.
pub(crate) fn run(args: &Args) -> Result<ExitCode, MigrateFileError> {
    let path = if args.path.is_dir() {
        args.path.join("aid.toml")
    } else {
        args.path.clone()
    };
    // The file itself may be named; any other that somebody wrote is not written over.
    if args.out.as_deref().and_then(|out| out.canonicalize().ok()) != path.canonicalize().ok() {
        print::spare(args.out.as_deref(), [])?;
    }
    let name = path.display().to_string();
    let text = fs::read_to_string(&path).map_err(|cause| MigrateFileError::Read {
        path: name.clone(),
        cause,
    })?;
    match migrate(&text, &name) {
        Ok(migrated) => {
            eprint!("{}", said(&name, &migrated));
            let changed = migrated.text != text;
            if !args.dry_run && (changed || args.out.is_some()) {
                print::to(Some(args.out.as_deref().unwrap_or(&path)), &migrated.text)?;
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => {
            eprint!("{}", refused(&name, &error));
            Ok(ExitCode::from(1))
        }
    }
}

fn said(name: &str, migrated: &Migrated) -> String {
    if migrated.done.is_empty() {
        return format!("weighup: {name}: is of format {} already\n", migrated.to);
    }
    let mut out = format!(
        "weighup: {name}: format {} to format {}\n",
        migrated.from, migrated.to
    );
    for done in &migrated.done {
        out += &format!("  {done}\n");
    }
    out
}

fn refused(name: &str, error: &MigrateError) -> String {
    match error {
        MigrateError::NotToml(problems) => problems.iter().map(|problem| format!("{problem}\n")).collect(),
        other => format!("weighup: {name}: {other}\n"),
    }
}
