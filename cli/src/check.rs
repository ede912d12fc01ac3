//! `weighup check`: every problem of every aid, and what rule sets say of it.

use std::path::PathBuf;
use std::process::ExitCode;

use serde::Serialize;
use weighup_core::aid::{Date, Problem};
use weighup_core::standards::{self, Examination, RuleSet};

use crate::aids::{self, FindError, Folder};
use crate::print::{self, Format, WriteError};
use crate::{clock, parallel, report};

/// Check aids, and list every problem with its place and what to do.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Aids: `aid.toml` files, their folders, or folders of such folders [default: decision-aids].
    paths: Vec<PathBuf>,
    /// How problems are printed.
    #[arg(long, value_enum, default_value = "auto")]
    format: Format,
    /// Rule sets to judge by, with commas between: ipdas-4.0, nice-ecd8, risk [default: none; all for html].
    #[arg(long, value_delimiter = ',', value_parser = rule_set)]
    rules: Vec<RuleSet>,
    /// Exit with 1 when there are warnings too.
    #[arg(long)]
    deny_warnings: bool,
    /// The day reviews are compared with, as 2026-03-31 [default: today].
    #[arg(long, value_parser = clock::day)]
    today: Option<Date>,
    /// An organisation's overlay to lay over the one aid [default: `overlay.toml` beside it].
    #[arg(long)]
    overlay: Option<PathBuf>,
    /// File to write to, in place of standard output.
    #[arg(long)]
    out: Option<PathBuf>,
}

/// Why a report was not written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CheckError {
    #[error(transparent)]
    Find(#[from] FindError),
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// `--format json`.
#[derive(Serialize)]
struct Whole<'a> {
    aids: usize,
    errors: usize,
    warnings: usize,
    problems: &'a [&'a Problem],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reports: Vec<&'a standards::Report>,
}

/// An aid that was looked at.
pub(crate) struct Checked<'a> {
    /// Its files.
    pub(crate) folder: &'a Folder,
    /// What was found.
    pub(crate) found: Examination,
    /// What rule sets say; `None` when none was asked, or the files are not of the format's shape.
    pub(crate) report: Option<standards::Report>,
}

fn rule_set(name: &str) -> Result<RuleSet, String> {
    RuleSet::named(name).ok_or_else(|| {
        let known: Vec<String> = RuleSet::all().into_iter().map(|set| set.id).collect();
        format!("there is no rule set `{name}`; use {}", known.join(", "))
    })
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<ExitCode, CheckError> {
    print::spare(args.out.as_deref(), &args.paths)?;
    let folders = aids::find_with(&args.paths, args.overlay.as_deref())?;
    let day = args.today.or_else(clock::today);
    let rules = if args.rules.is_empty() && args.format == Format::Html {
        RuleSet::all()
    } else {
        args.rules.clone()
    };
    let checked = parallel::map(&folders, |folder| {
        let mut one = look(folder, &rules, day);
        // What was said of it is kept, not the aid: a thousand of them fill the memory.
        (one.found.aid, one.found.document) = (None, None);
        one
    });
    let problems: Vec<&Problem> = checked.iter().flat_map(|one| &one.found.problems).collect();
    let errors = problems.iter().filter(|problem| problem.is_error()).count();
    let warnings = problems.len() - errors;
    let text = match args.format {
        Format::Json => {
            let whole = Whole {
                aids: folders.len(),
                errors,
                warnings,
                problems: &problems,
                reports: checked.iter().filter_map(|one| one.report.as_ref()).collect(),
            };
            // Structs of strings and numbers always serialise.
            serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n"
        }
        Format::Sarif => report::sarif(&checked),
        Format::Html => report::page(&checked),
        Format::Auto | Format::Pretty | Format::Plain => {
            let pretty = args.format.is_pretty();
            let mut text = String::new();
            for one in &checked {
                for problem in &one.found.problems {
                    text += &print::problem(problem, one.folder, pretty);
                    text.push('\n');
                }
                if let Some(judged) = &one.report {
                    text += &report::words(judged);
                }
            }
            text + &print::summary(errors, warnings, folders.len()) + "\n"
        }
    };
    print::to(args.out.as_deref(), &text)?;
    let bad = errors > 0 || (args.deny_warnings && warnings > 0);
    Ok(ExitCode::from(u8::from(bad)))
}

/// Looks at one aid.
pub(crate) fn look<'a>(folder: &'a Folder, rules: &[RuleSet], day: Option<Date>) -> Checked<'a> {
    let found = folder.examine(day);
    let report = folder.report(&found, rules, day);
    Checked {
        folder,
        found,
        report,
    }
}
