//! `weighup check`: every problem of every aid.

use std::path::PathBuf;
use std::process::ExitCode;

use serde::Serialize;
use weighup_core::aid::Problem;

use crate::aids::{self, FindError};
use crate::print::{self, Format};

/// Check aids, and list every problem with its place and what to do.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Aids: `aid.toml` files, their folders, or folders of such folders [default: decision-aids].
    paths: Vec<PathBuf>,
    /// How problems are printed.
    #[arg(long, value_enum, default_value = "auto")]
    format: Format,
    /// Exit with 1 when there are warnings too.
    #[arg(long)]
    deny_warnings: bool,
}

#[derive(Serialize)]
struct Report {
    aids: usize,
    errors: usize,
    warnings: usize,
    problems: Vec<Problem>,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<ExitCode, FindError> {
    let folders = aids::find(&args.paths)?;
    let mut problems = Vec::new();
    for folder in &folders {
        let found = folder.check().problems;
        if args.format != Format::Json {
            for problem in &found {
                println!("{}", print::problem(problem, folder, args.format.is_pretty()));
            }
        }
        problems.extend(found);
    }
    let errors = problems.iter().filter(|problem| problem.is_error()).count();
    let warnings = problems.len() - errors;
    if args.format == Format::Json {
        let report = Report {
            aids: folders.len(),
            errors,
            warnings,
            problems,
        };
        // Structs of strings and numbers always serialise.
        println!("{}", serde_json::to_string_pretty(&report).unwrap_or_default());
    } else {
        println!("{}", print::summary(errors, warnings, folders.len()));
    }
    let bad = errors > 0 || (args.deny_warnings && warnings > 0);
    Ok(ExitCode::from(u8::from(bad)))
}
