//! `weighup-mutants ROOM…`: puts slips into sources, each behind a switch, compiles all of them once, and says which no test notices.
//! `cargo xtask mutants` calls it.
//!
//! A program that compiles each slip by itself needs minutes for one, and this repository has thousands.

mod compile;
mod copy;
mod find;
mod put;
mod record;
mod run;

use anyhow::{Result, bail};
use clap::Parser;
use run::{Came, Sound};
use std::io::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Slips that a program puts into our sources, and which of them no test notices.
#[derive(Parser)]
struct Asked {
    /// Rooms or sources, from the root of the repository: `core/src/chance`, `core/src/record/csv.rs`
    #[arg(required = true)]
    rooms: Vec<String>,
    /// The repository
    #[arg(long, default_value = ".")]
    root: PathBuf,
    /// Every so many slips only: 10 tries a tenth of them
    #[arg(long, default_value_t = 1)]
    every: u32,
    /// Stop after so many seconds; what was not tried is told as that
    #[arg(long = "for")]
    seconds: Option<u64>,
    /// How many run beside one another
    #[arg(long, default_value_t = 2)]
    jobs: usize,
    /// Write what came of it into this file
    #[arg(long)]
    record: Option<PathBuf>,
    /// The commit, for what is written
    #[arg(long, default_value = "a commit that was not named")]
    at: String,
    /// Only list them
    #[arg(long)]
    list: bool,
}

fn main() -> Result<()> {
    let asked = Asked::parse();
    let begun = Instant::now();
    let mut copy = copy::Copy::make(&asked.root.canonicalize()?, &asked.rooms)?;
    println!("{} slips in {}", copy.mutants.len(), asked.rooms.join(", "));
    if asked.list {
        for mutant in copy.mutants.values() {
            // Whoever reads the first lines only may go.
            if writeln!(
                std::io::stdout(),
                "{}:{}: {}",
                mutant.file,
                mutant.line,
                mutant.what
            )
            .is_err()
            {
                break;
            }
        }
        return Ok(());
    }
    let packages = packages(&asked.rooms);
    let (programs, refused) = compile::compile(&mut copy, &packages)?;
    println!(
        "{refused} do not compile; {} programs of tests, {} s",
        programs.len(),
        begun.elapsed().as_secs()
    );
    let mut sound: Vec<Sound> = Vec::new();
    for program in &programs {
        match run::sound(copy.root(), program)? {
            Some(passed) => sound.push(passed),
            // Some tests read the sources themselves, and those of the copy are not as they should be.
            None => println!(
                "left out, since it fails where nothing is broken: {} of {}",
                program.name,
                program.package.display()
            ),
        }
    }
    sound.sort_by_key(|each| each.took);
    let whole: Duration = sound.iter().map(|each| each.took).sum();
    println!("all tests once: {} s", whole.as_secs());
    let chosen: Vec<u32> = copy
        .mutants
        .keys()
        .copied()
        .filter(|number| number % asked.every == 0)
        .collect();
    if sound.is_empty() || chosen.is_empty() {
        bail!("there is nothing to try");
    }
    let until = asked
        .seconds
        .map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let came = record::try_all(&copy, &sound, &chosen, asked.jobs, until)?;
    let tally = record::Tally::of(&copy, &came);
    println!("{} of {} tried", came.len(), chosen.len());
    print!("{tally}");
    for (number, _) in came
        .iter()
        .filter(|(_, came)| matches!(came, Came::Survived | Came::Unreached))
    {
        if let Some(mutant) = copy.mutants.get(number) {
            println!("{}:{}: {}", mutant.file, mutant.line, mutant.what);
        }
    }
    if let Some(path) = &asked.record {
        record::write(&asked.root.join(path), &copy, &came, tally, &asked.at)?;
    }
    Ok(())
}

/// The packages whose tests are asked: the crate itself, and of `core` also what is built on it alone.
fn packages(rooms: &[String]) -> Vec<String> {
    let mut packages: Vec<String> = Vec::new();
    for room in rooms {
        let name = match room.split('/').next() {
            Some("core") => "weighup-core",
            Some("cli") => "weighup",
            Some("web") => "weighup-web",
            _ => "weighup-core",
        };
        if !packages.iter().any(|package| package == name) {
            packages.push(name.to_owned());
        }
    }
    packages
}
