//! `weighup`: the author's and integrator's command.
//!
//! Exit codes: 0 nothing wrong (warnings may be printed), 1 the input has errors, 2 the command could not run.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod aids;
mod build;
mod check;
mod clock;
mod compute;
mod parallel;
mod print;
mod report;

/// Check and build decision aids.
#[derive(Parser)]
#[command(name = "weighup", version, after_help = EXIT_CODES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXIT_CODES: &str = "Exit codes:
  0  nothing wrong; there may be warnings
  1  the input has errors; all of them are printed
  2  the command could not run: no such file, or it cannot be read or written";

#[derive(Subcommand)]
enum Command {
    Check(check::Args),
    Build(build::Args),
    Compute(compute::Args),
}

/// Why a command could not run at all: exit code 2.
#[derive(Debug, thiserror::Error)]
enum CommandError {
    #[error(transparent)]
    Check(#[from] check::CheckError),
    #[error(transparent)]
    Build(#[from] build::BuildError),
}

fn main() -> ExitCode {
    let outcome: Result<ExitCode, CommandError> = match Cli::parse().command {
        Command::Check(args) => check::run(&args).map_err(CommandError::from),
        Command::Build(args) => build::run(&args).map_err(CommandError::from),
        Command::Compute(args) => Ok(compute::run(&args)),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("weighup: {error}");
        ExitCode::from(2)
    })
}
