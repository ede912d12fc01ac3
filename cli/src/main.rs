//! `weighup`: the author's and integrator's command.
//!
//! Exit codes: 0 nothing wrong (warnings may be printed), 1 the input has errors, 2 the command could not run.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod address;
mod aids;
mod build;
#[cfg(feature = "pages")]
mod card;
mod check;
mod cite;
mod clock;
mod comments;
mod compute;
#[cfg(feature = "pages")]
mod desk;
mod diff;
mod evidence;
mod form;
mod hosts;
mod import;
mod involvement;
#[cfg(feature = "pages")]
mod kit;
mod migrate;
mod new;
mod parallel;
mod print;
mod record;
mod report;
#[cfg(feature = "pages")]
mod review;
mod schema;
#[cfg(feature = "pages")]
mod serve;
mod shell;
mod sign;
#[cfg(feature = "pages")]
mod standalone;
mod sundae;
mod texts;
mod translate;
mod views;

/// Write, check, compare and build decision aids.
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
    New(new::Args),
    Import(import::Args),
    Cite(cite::Args),
    Check(Box<check::Args>),
    Build(build::Args),
    Sign(sign::SignArgs),
    Verify(sign::VerifyArgs),
    #[cfg(feature = "pages")]
    Serve(serve::Args),
    #[cfg(feature = "pages")]
    Desk(desk::Args),
    Evidence(evidence::Args),
    Diff(diff::Args),
    Sundae(sundae::Args),
    Form(form::Args),
    #[cfg(feature = "pages")]
    Review(review::Args),
    Comments(comments::Args),
    Involvement(involvement::Args),
    Migrate(migrate::Args),
    Schema(schema::Args),
    Translate(translate::Args),
    Texts(texts::Args),
    Views(views::Args),
    Record(record::Args),
    Compute(compute::Args),
    Completions(shell::Completions),
    Man(shell::Man),
}

/// Why a command could not run at all: exit code 2.
#[derive(Debug, thiserror::Error)]
enum CommandError {
    #[error(transparent)]
    Check(#[from] check::CheckError),
    #[error(transparent)]
    Build(#[from] build::BuildError),
    #[error(transparent)]
    Sign(#[from] sign::SignError),
    #[error(transparent)]
    New(#[from] new::NewError),
    #[error(transparent)]
    Import(#[from] import::ImportError),
    #[error(transparent)]
    Cite(#[from] cite::CiteError),
    #[cfg(feature = "pages")]
    #[error(transparent)]
    Serve(#[from] serve::ServeError),
    #[cfg(feature = "pages")]
    #[error(transparent)]
    Desk(#[from] desk::DeskCommandError),
    #[error(transparent)]
    Evidence(#[from] evidence::EvidenceError),
    #[error(transparent)]
    Diff(#[from] diff::DiffError),
    #[error(transparent)]
    Sundae(#[from] sundae::SundaeError),
    #[cfg(feature = "pages")]
    #[error(transparent)]
    Review(#[from] review::ReviewError),
    #[error(transparent)]
    Comments(#[from] comments::CommentsError),
    #[error(transparent)]
    Form(#[from] form::FormError),
    #[error(transparent)]
    Involvement(#[from] involvement::InvolvementError),
    #[error(transparent)]
    Migrate(#[from] migrate::MigrateFileError),
    #[error(transparent)]
    Schema(#[from] schema::SchemaError),
    #[error(transparent)]
    Texts(#[from] texts::TextsError),
    #[error(transparent)]
    Translate(#[from] translate::TranslateError),
    #[error(transparent)]
    Views(#[from] views::ViewsError),
    #[error(transparent)]
    Record(#[from] record::RecordCommandError),
    #[error(transparent)]
    Write(#[from] print::WriteError),
}

fn main() -> ExitCode {
    let outcome: Result<ExitCode, CommandError> = match Cli::parse().command {
        Command::Check(args) => check::run(&args).map_err(CommandError::from),
        Command::Build(args) => build::run(&args).map_err(CommandError::from),
        Command::Sign(args) => sign::sign(&args).map_err(CommandError::from),
        Command::Verify(args) => sign::verify(&args).map_err(CommandError::from),
        #[cfg(feature = "pages")]
        Command::Serve(args) => serve::run(&args).map_err(CommandError::from),
        #[cfg(feature = "pages")]
        Command::Desk(args) => desk::run(&args).map_err(CommandError::from),
        Command::New(args) => new::run(&args).map_err(CommandError::from),
        Command::Import(args) => import::run(&args).map_err(CommandError::from),
        Command::Cite(args) => cite::run(&args).map_err(CommandError::from),
        Command::Evidence(args) => evidence::run(&args).map_err(CommandError::from),
        Command::Diff(args) => diff::run(&args).map_err(CommandError::from),
        Command::Sundae(args) => sundae::run(&args).map_err(CommandError::from),
        #[cfg(feature = "pages")]
        Command::Review(args) => review::run(&args).map_err(CommandError::from),
        Command::Comments(args) => comments::run(&args).map_err(CommandError::from),
        Command::Form(args) => form::run(&args).map_err(CommandError::from),
        Command::Involvement(args) => involvement::run(&args).map_err(CommandError::from),
        Command::Migrate(args) => migrate::run(&args).map_err(CommandError::from),
        Command::Schema(args) => schema::run(&args).map_err(CommandError::from),
        Command::Translate(args) => translate::run(&args).map_err(CommandError::from),
        Command::Texts(args) => texts::run(&args).map_err(CommandError::from),
        Command::Views(args) => views::run(&args).map_err(CommandError::from),
        Command::Record(args) => record::run(&args).map_err(CommandError::from),
        Command::Compute(args) => Ok(compute::run(&args)),
        Command::Completions(args) => Ok(shell::completions(&args)),
        Command::Man(args) => Ok(shell::man(&args)),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("weighup: {error}");
        ExitCode::from(2)
    })
}
