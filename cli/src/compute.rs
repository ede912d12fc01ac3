//! `weighup compute`: a problem in, its solution out.

use std::io::Read;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use weighup_core::compute::{ErrorBody, ErrorReport, Solution, compute_json};

/// Work out weights and how the options fit, from a problem as JSON.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The problem; `-` reads standard input.
    file: PathBuf,
    /// How errors are written; the result is always JSON.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Another program's file to read.
    #[arg(long, value_enum)]
    from: Option<From>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One sentence.
    Text,
    /// `{"error": {"code", "place", "message"}}`.
    Json,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum From {
    /// A problem of drugis MCDA, schema 1.0.0 to 1.4.7.
    Drugis,
}

/// Runs the command: 0 and the result, 1 when the problem has an error, 2 when it cannot be read.
pub(crate) fn run(args: &Args) -> ExitCode {
    match read(args) {
        Err((code, report)) => fail(args, code, &report),
        Ok(text) => match solve(args, &text) {
            Ok(solution) => print(args, &solution),
            Err(report) => fail(args, 1, &report),
        },
    }
}

fn read(args: &Args) -> Result<String, (u8, Box<ErrorReport>)> {
    let name = args.file.display().to_string();
    let bytes = if name == "-" {
        let mut all = Vec::new();
        std::io::stdin().read_to_end(&mut all).map(|_| all)
    } else {
        std::fs::read(&args.file)
    };
    let bytes = bytes.map_err(|e| {
        (
            2,
            Box::new(plain(
                "unreadable",
                &name,
                &format!("{name}: cannot be read: {e}"),
            )),
        )
    })?;
    String::from_utf8(bytes).map_err(|e| {
        let at = e.utf8_error().valid_up_to();
        (
            1,
            Box::new(plain(
                "format",
                &name,
                &format!("{name}: byte {at} is not UTF-8 text: save the file as UTF-8"),
            )),
        )
    })
}

fn solve(args: &Args, text: &str) -> Result<Solution, ErrorReport> {
    match args.from {
        None => compute_json(text),
        Some(From::Drugis) => {
            let problem = weighup_core::compute::from_drugis(text)
                .map_err(|e| plain("drugis", e.place(), &e.to_string()))?;
            weighup_core::compute::compute(&problem).map_err(|e| weighup_core::compute::report(&e))
        }
    }
}

fn print(args: &Args, solution: &Solution) -> ExitCode {
    match serde_json::to_string_pretty(solution) {
        Ok(json) => {
            crate::print::line(format_args!("{json}"));
            ExitCode::SUCCESS
        }
        Err(e) => fail(
            args,
            2,
            &plain(
                "output",
                "",
                &format!("the result cannot be written as JSON: {e}"),
            ),
        ),
    }
}

fn plain(code: &'static str, place: &str, message: &str) -> ErrorReport {
    ErrorReport {
        error: ErrorBody {
            code,
            place: place.to_owned(),
            message: message.to_owned(),
            line: None,
            column: None,
            statements: Vec::new(),
        },
    }
}

fn fail(args: &Args, code: u8, report: &ErrorReport) -> ExitCode {
    match args.format {
        Format::Text => eprintln!("weighup: {report}"),
        Format::Json => match serde_json::to_string(report) {
            Ok(json) => eprintln!("{json}"),
            Err(_) => eprintln!("weighup: {report}"),
        },
    }
    ExitCode::from(code)
}
