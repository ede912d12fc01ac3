//! `weighup-report`: reads answers that people chose to give, and writes one page and its tables.
//!
//! Exit codes: 0 a page was written, also where rows were refused; 2 no page could be made.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use weighup_core::words::Language;
use weighup_report::ask::{Dialect, Limits, questions};
use weighup_report::error::ReportError;
use weighup_report::names::Names;
use weighup_report::private::{self, Epsilon, PublicGroups};
use weighup_report::row::Columns;
use weighup_report::run::{self, Scratch};
use weighup_report::sample::{self, MadeUp, Truths};
use weighup_report::tables;
use weighup_report::take::{Taken, Written};

/// Did it help? Reads answers that people chose to give, and writes one page and its tables.
#[derive(Parser)]
#[command(name = "weighup-report", version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    report: ReportArgs,
}

#[derive(clap::Args)]
struct ReportArgs {
    /// Folders, files that end in .jsonl or .parquet, patterns of them, or addresses of them (s3://, gs://, az://, https://)
    paths: Vec<String>,
    /// Folder that the page and its tables are written into
    #[arg(long, default_value = "report-out")]
    out: PathBuf,
    /// Folders of aids, for their names and for who asked for what
    #[arg(long, num_args = 1..)]
    aids: Vec<PathBuf>,
    /// Counts that `weighup-report count` or the Spark job wrote, in place of answers
    #[arg(long, conflicts_with_all = ["paths", "sample"])]
    from: Option<PathBuf>,
    /// Release few tables with noise that hides each person, for this budget (epsilon), such as 1: see docs/measuring.md
    #[arg(long, value_name = "EPSILON")]
    private: Option<Epsilon>,
    /// The months of a private release, first and last, such as 2026-01..2026-12; without it there is no table by month
    #[arg(long, requires = "private", value_parser = months_of, value_name = "FIRST..LAST")]
    months: Option<Months>,
    /// A first page of made-up answers
    #[arg(long, conflicts_with = "paths")]
    sample: bool,
    #[command(flatten)]
    machine: Machine,
}

#[derive(clap::Args)]
struct Machine {
    /// Megabytes for what questions gather; what does not fit goes to the disk
    #[arg(long, default_value_t = 1024)]
    memory: usize,
    /// Folder for what is gone at the end [default: the system's]
    #[arg(long)]
    scratch: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// Check answers and write them as Parquet, each person once: for Spark, or to read them faster again
    Take {
        /// As for a report
        #[arg(required = true)]
        paths: Vec<String>,
        /// Folder to write into
        #[arg(long)]
        to: PathBuf,
        /// Folder for what is gone at the end [default: the system's]
        #[arg(long)]
        scratch: Option<PathBuf>,
    },
    /// Count without a page. Small numbers stand in what is written: keep it
    Count {
        /// As for a report
        #[arg(required = true)]
        paths: Vec<String>,
        /// Folder to write into
        #[arg(long)]
        to: PathBuf,
        #[command(flatten)]
        machine: Machine,
    },
    /// Write made-up answers, marked as such, with known truths in them
    Sample {
        /// File that ends in .jsonl, or folder for Parquet
        #[arg(long)]
        to: PathBuf,
        /// How many people
        #[arg(long, default_value_t = 10_000)]
        rows: u64,
        /// Another seed gives other people
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// Without any truth to find
        #[arg(long)]
        nothing: bool,
    },
    /// Write the questions as an engine reads them, a file of SQL each
    Questions {
        /// Folder to write into
        #[arg(long)]
        to: PathBuf,
        /// Which engine
        #[arg(long, value_enum, default_value = "embedded")]
        dialect: Dialect,
    },
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.command {
        None => report(&cli.report),
        Some(command) => other(command),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn say(line: String) {
    eprintln!("{line}");
}

impl Machine {
    fn limits(&self) -> Limits {
        Limits {
            memory: self.memory,
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            scratch: self.scratch.clone().unwrap_or_else(std::env::temp_dir),
        }
    }
}

fn report(args: &ReportArgs) -> Result<(), ReportError> {
    let questions = questions()?;
    let names = Names::read(&args.aids)?;
    let limits = args.machine.limits();
    let mut said = say;
    let (all, taken, engine) = if let Some(folder) = &args.from {
        let (all, taken) = tables::read(folder, &questions)?;
        (all, taken, "the engine that wrote the tables".to_owned())
    } else {
        let made = if args.sample {
            Some(made_up(&limits)?)
        } else {
            None
        };
        let paths = match &made {
            Some((_, file)) => std::slice::from_ref(file),
            None => &args.paths[..],
        };
        if paths.is_empty() {
            return Err(ReportError::Nothing(String::new()));
        }
        let (all, taken) = run::count(paths, &questions, &limits, &mut said)?;
        (all, taken, "Apache DataFusion".to_owned())
    };
    tell_refusals(&taken);
    let page = match &args.private {
        Some(epsilon) => {
            let groups = public_groups(args, &names);
            run::tell_privately(&questions, &all, &names, &groups, epsilon, &args.out)?
        }
        None => run::tell(&questions, &all, &taken, &names, &engine, &args.out)?,
    };
    println!("{}", page.display());
    Ok(())
}

/// Months as the command line has them; a list by itself would be an argument for each.
#[derive(Clone)]
struct Months(Vec<String>);

fn months_of(text: &str) -> Result<Months, String> {
    private::months(text).map(Months)
}

/// The groups of a private release: never from the answers. Those of made-up answers are known to everybody.
fn public_groups(args: &ReportArgs, names: &Names) -> PublicGroups {
    let mut groups = PublicGroups {
        aids: names.aids().map(str::to_owned).collect(),
        languages: Language::ALL
            .iter()
            .map(|language| language.tag().to_owned())
            .collect(),
        months: args.months.clone().map(|months| months.0).unwrap_or_default(),
    };
    if args.sample {
        groups.aids.extend(sample::AIDS.map(str::to_owned));
    }
    groups
}

/// Made-up answers for a first page.
fn made_up(limits: &Limits) -> Result<(Scratch, String), ReportError> {
    let scratch = Scratch::new(&limits.scratch)?;
    let path = scratch.path().join("made-up.jsonl");
    let sample = MadeUp {
        rows: 20_000,
        seed: 1,
        truths: Truths::Known,
    };
    lines(&sample, &path)?;
    let name = path.display().to_string();
    Ok((scratch, name))
}

fn lines(sample: &MadeUp, path: &std::path::Path) -> Result<(), ReportError> {
    let write = |path: &std::path::Path| -> std::io::Result<()> {
        let mut file = BufWriter::with_capacity(1 << 20, File::create(path)?);
        sample.lines(&mut file)?;
        file.flush()
    };
    write(path).map_err(|cause| ReportError::Write {
        path: path.display().to_string(),
        cause,
    })
}

/// What did not count, in a line or two.
fn tell_refusals(taken: &Taken) {
    say(format!(
        "{} rows read, {} people counted",
        taken.rows(),
        taken.people()
    ));
    if taken.again() > 0 {
        say(format!("{} rows given twice and counted once", taken.again()));
    }
    for (why, rows) in &taken.refused {
        say(format!("{rows} refused: {why}"));
    }
    for file in taken.files.iter().filter(|file| file.broken.is_some()) {
        say(format!(
            "{} could not be read to its end, {} rows are lost: {}",
            file.name,
            file.lost,
            file.broken.as_deref().unwrap_or_default()
        ));
    }
}

fn other(command: Command) -> Result<(), ReportError> {
    let mut said = say;
    match command {
        Command::Take { paths, to, scratch } => {
            let scratch = scratch.unwrap_or_else(std::env::temp_dir);
            let taken = run::take_in(&paths, &to, &scratch, &mut said)?;
            Written::counts(&to, &taken)?;
            tell_refusals(&taken);
        }
        Command::Count { paths, to, machine } => {
            let (all, taken) = run::count(&paths, &questions()?, &machine.limits(), &mut said)?;
            tables::write(&to, &all, &taken)?;
            tell_refusals(&taken);
        }
        Command::Sample {
            to,
            rows,
            seed,
            nothing,
        } => {
            let truths = if nothing { Truths::Nothing } else { Truths::Known };
            let sample = MadeUp { rows, seed, truths };
            if to.extension().is_some_and(|end| end == "jsonl") {
                lines(&sample, &to)?;
            } else {
                let mut written = Written::begin(&to, false)?;
                let mut columns = Columns::default();
                sample.each(|row| {
                    columns.push(row);
                    if columns.len() == 8192 {
                        written.rows(&columns.take()?)
                    } else {
                        Ok(())
                    }
                })?;
                if !columns.is_empty() {
                    written.rows(&columns.take()?)?;
                }
                written.end()?;
            }
        }
        Command::Questions { to, dialect } => {
            fs::create_dir_all(&to).map_err(|cause| ReportError::Write {
                path: to.display().to_string(),
                cause,
            })?;
            for question in questions()? {
                let path = to.join(format!("{}.sql", question.id));
                fs::write(&path, question.whole(dialect) + "\n").map_err(|cause| ReportError::Write {
                    path: path.display().to_string(),
                    cause,
                })?;
            }
        }
    }
    Ok(())
}
