//! Compiles the copy. A slip that the compiler refuses is taken out, and what is left is compiled again.

use crate::copy::Copy;
use crate::put;
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs;
use std::process::Stdio;
use weighup_copied::{CargoLine, Program};

/// How often the compiler is asked, at most: it tells errors of one kind before it looks for the next.
const ROUNDS: usize = 25;

/// The programs of tests of these packages, and how many slips the compiler refused.
pub(crate) fn compile(copy: &mut Copy, packages: &[String]) -> Result<(Vec<Program>, usize)> {
    let before = copy.mutants.len();
    for round in 1..=ROUNDS {
        let said = cargo(copy, packages, &["check", "--all-features", "--keep-going"])?;
        let mut refused = refused(copy, &said)?;
        if refused.is_empty() {
            // Sums that cannot come out are told only where code is made.
            let said = cargo(copy, packages, &["test", "--no-run", "--all-features"])?;
            refused = self::refused(copy, &said)?;
            if refused.is_empty() {
                let programs: Vec<Program> = said.iter().filter_map(CargoLine::program).collect();
                if programs.is_empty() {
                    bail!("the tests do not compile, though the crates do");
                }
                return Ok((programs, before - copy.mutants.len()));
            }
        }
        eprintln!(
            "round {round}: the compiler refuses {} of {}",
            refused.len(),
            copy.mutants.len()
        );
        copy.mutants.retain(|number, _| !refused.contains(number));
        copy.write_sources()?;
    }
    bail!("after {ROUNDS} rounds the compiler still refuses something")
}

fn cargo(copy: &Copy, packages: &[String], words: &[&str]) -> Result<Vec<CargoLine>> {
    let mut cargo = weighup_copied::cargo(copy.root(), words);
    cargo.stderr(Stdio::null());
    for package in packages {
        cargo.args(["--package", package]);
    }
    let said = cargo.output().context("cargo does not answer")?;
    Ok(String::from_utf8_lossy(&said.stdout)
        .lines()
        .filter_map(CargoLine::read)
        .collect())
}

fn refused(copy: &Copy, said: &[CargoLine]) -> Result<BTreeSet<u32>> {
    let mut refused = BTreeSet::new();
    let errors = said.iter().filter_map(CargoLine::error);
    for error in errors.filter(|error| !error.spans.is_empty()) {
        let here = error
            .spans
            .iter()
            .filter(|span| span.is_primary)
            .chain(&error.spans);
        let slip = here.into_iter().find_map(|span| {
            let written = fs::read_to_string(copy.root().join(&span.file_name)).ok()?;
            put::at(&written, span.byte_start)
        });
        match slip {
            Some(number) => refused.insert(number),
            None => bail!(
                "the copy does not compile, and not for a slip:\n{}",
                error.rendered.as_deref().unwrap_or_default()
            ),
        };
    }
    Ok(refused)
}
