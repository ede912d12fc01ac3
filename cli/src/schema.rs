//! `weighup schema`: the JSON Schema of an author's files, for editors.

use std::path::PathBuf;
use std::process::ExitCode;

use weighup_core::authoring::{AuthorFile, schema};

use crate::print::{self, WriteError};

/// Print the JSON Schema of an author's file. Editors that know TOML schemas then complete and explain its fields.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Which file.
    #[arg(value_enum, default_value = "aid")]
    of: Of,
    /// File to write to, in place of standard output.
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Of {
    /// `aid.toml`.
    Aid,
    /// `review.toml`.
    Review,
    /// `overlay.toml`.
    Overlay,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<ExitCode, WriteError> {
    let file = match args.of {
        Of::Aid => AuthorFile::Aid,
        Of::Review => AuthorFile::Review,
        Of::Overlay => AuthorFile::Overlay,
    };
    // A tree of strings and numbers always serialises.
    let text = serde_json::to_string_pretty(&schema(file)).unwrap_or_default() + "\n";
    print::to(args.out.as_deref(), &text)?;
    Ok(ExitCode::SUCCESS)
}
