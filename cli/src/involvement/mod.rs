//! `weighup involvement`: who was heard while aids were made, and what came of it, for a board.

mod csv;
mod page;

use std::path::PathBuf;
use std::process::ExitCode;
use std::{fs, io};

use weighup_core::aid::document::Document;
use weighup_core::authoring::{Involvement, begin_involvement};

use crate::aids::{self, FindError};
use crate::print::{self, WriteError};

/// Tell a board who was heard while aids were made, what they changed and what was not changed, from `involvement.toml` beside
/// each aid; or begin that file.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Aids: `aid.toml` files, their folders, or folders of such folders [default: decision-aids].
    paths: Vec<PathBuf>,
    /// A page to print and file, or one line per thing that was said, for a spreadsheet.
    #[arg(long, value_enum, default_value = "html")]
    format: Format,
    /// Begin `involvement.toml` beside the one aid, with what its files say already.
    #[arg(long, conflicts_with_all = ["format", "out"])]
    begin: bool,
    /// File to write to, in place of standard output.
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// A page to print and file.
    Html,
    /// For a spreadsheet.
    Csv,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum InvolvementError {
    #[error(transparent)]
    Find(#[from] FindError),
    #[error("{given} aids were found, and a record is begun for one; name one")]
    Several { given: usize },
    #[error("`{path}` is there already, and nothing was written over it; add to it, or move it away")]
    There { path: String },
    #[error("cannot write `{path}`: {cause}; check that the folder is yours")]
    Begin { path: String, cause: io::Error },
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// An aid, with its record when it has one.
pub(crate) struct Told {
    pub(crate) document: Document,
    pub(crate) record: Option<Involvement>,
}

/// Runs the command: 1 when a file has errors.
pub(crate) fn run(args: &Args) -> Result<ExitCode, InvolvementError> {
    print::spare(args.out.as_deref(), &args.paths)?;
    let folders = aids::find(&args.paths)?;
    let mut told = Vec::new();
    let mut wrong = false;
    for folder in &folders {
        let reading = folder.check();
        let about_record = |problem: &&weighup_core::aid::Problem| {
            let record = folder.involvement.as_ref().map(|file| file.0.as_str());
            problem.is_error() && record.is_some() && problem.file.as_deref() == record
        };
        for problem in reading.problems.iter().filter(about_record) {
            eprintln!("{problem}");
            wrong = true;
        }
        match reading.document {
            Some(document) => told.push(Told {
                document,
                record: reading.dossier.involvement,
            }),
            None => {
                eprintln!(
                    "weighup: {}: not of the format's shape; `weighup check` says what is wrong",
                    folder.aid.0
                );
                wrong = true;
            }
        }
    }
    if wrong {
        return Ok(ExitCode::from(1));
    }
    if args.begin {
        let ([folder], [one]) = (folders.as_slice(), told.as_slice()) else {
            return Err(InvolvementError::Several { given: folders.len() });
        };
        let text = begin_involvement(&one.document, &folder.check().dossier);
        return write_new(&folder.aid.0, &text);
    }
    let written = match args.format {
        Format::Html => page::page(&told),
        Format::Csv => csv::table(&told),
    };
    print::to(args.out.as_deref(), &written)?;
    Ok(ExitCode::SUCCESS)
}

/// Writes a file that must not be there yet, beside the aid.
fn write_new(aid: &str, text: &str) -> Result<ExitCode, InvolvementError> {
    let path = PathBuf::from(aid).with_file_name("involvement.toml");
    let name = path.display().to_string();
    let mut options = fs::OpenOptions::new();
    let opened = options.write(true).create_new(true).open(&path);
    let written = opened.and_then(|mut file| io::Write::write_all(&mut file, text.as_bytes()));
    match written {
        Ok(()) => {
            eprintln!("weighup: wrote {name}; `weighup check` says what is still to be written");
            Ok(ExitCode::SUCCESS)
        }
        Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => {
            Err(InvolvementError::There { path: name })
        }
        Err(cause) => Err(InvolvementError::Begin { path: name, cause }),
    }
}
