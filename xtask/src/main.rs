//! `cargo xtask`: everything that turns the crates into something a person runs.
//!
//! There is one file per verb. Nothing here depends on Weighup's own crates: `start` rebuilds them while it runs.

mod artefacts;
mod bench;
mod build;
mod process;
mod project;
mod say;
mod size;
mod start;
mod test;
mod times;
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
    /// Run every check there is, or those that are named; the last line is `N passed, N failed`
    Test(test::Options),
    /// Print what a phone downloads and hold it to `budgets.toml`
    Size {
        /// Never use the network: everything needed has been fetched before
        #[arg(long)]
        offline: bool,
    },
    /// Write docs/accessibility.md from the tests that show what it says
    Accessibility,
    /// Build the site and take the pictures of docs/screens from it
    Screens,
    /// Measure the engine, natively and in WebAssembly
    Bench {
        /// Only the benchmarks whose names contain this
        filter: Option<String>,
    },
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().verb {
        Verb::Start(options) => start::run(&options),
        Verb::Build(flavour) => build::run(&flavour),
        Verb::Test(options) => test::run(&options),
        Verb::Size { offline } => size::run(offline),
        Verb::Accessibility => test::script("accessibility/report.mjs", false),
        Verb::Screens => test::script("browser/screens.mjs", true),
        Verb::Bench { filter } => bench::run(filter.as_deref()),
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
