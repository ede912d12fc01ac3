//! `cargo xtask`: everything that turns the crates into something a person runs.
//!
//! One file a verb. Nothing here depends on Weighup's own crates: `start` rebuilds them while it runs.

mod artefacts;
mod build;
mod process;
mod project;
mod say;
mod start;
mod tools;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Builds, serves, tests and measures Weighup.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Build, serve on this machine, and rebuild when a file changes
    Start(start::Options),
    /// Build the site and the npm package into `dist/`
    Build(build::Flavour),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().verb {
        Verb::Start(options) => start::run(&options),
        Verb::Build(flavour) => build::run(&flavour),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say::failure(&error);
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_verbs_are_well_formed() {
        super::Cli::command().debug_assert();
    }
}
