//! `cargo xtask`: everything that turns the crates into something a person runs.
//!
//! There is one file per verb. Nothing here depends on Weighup's own crates: `start` rebuilds them while it runs.

mod artefacts;
mod bench;
mod broken;
mod build;
mod fuzz;
mod mutants;
mod process;
mod project;
mod safety;
mod say;
mod sbom;
mod size;
mod start;
mod test;
mod times;
mod tools;
mod twice;

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
    /// Build the page for authors alone, into the site that is in `dist/` already
    Desk(build::Flavour),
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
    /// Write docs/safety from the hazards that are told there and the tests that show their controls
    Safety {
        /// Write nothing: say what is wrong or out of date
        #[arg(long)]
        check: bool,
    },
    /// Hostile input for what Weighup reads, as many as it is asked for
    Fuzz(fuzz::Options),
    /// Break on purpose what tests are about, in a copy, and see whether they notice
    Broken(broken::Options),
    /// Slips that a program puts into our sources, and which of them no test notices
    Mutants(mutants::Options),
    /// Write what each release is made of (CycloneDX) into `dist/sbom/`
    Sbom,
    /// Ask the network for known weaknesses in what we stand on (cargo-deny, npm audit)
    Advisories,
    /// Build everything once more in another folder, and compare it with what was built here, byte by byte
    Twice,
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
        Verb::Desk(flavour) => build::desk(&flavour),
        Verb::Test(options) => test::run(&options),
        Verb::Size { offline } => size::run(offline),
        Verb::Accessibility => test::script("accessibility/report.mjs", false),
        Verb::Safety { check } => safety::run(check),
        Verb::Fuzz(options) => fuzz::run(&options),
        Verb::Broken(options) => broken::run(&options),
        Verb::Mutants(options) => mutants::run(&options),
        Verb::Sbom => sbom::run(),
        Verb::Advisories => test::advisories(),
        Verb::Twice => twice::run(),
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
