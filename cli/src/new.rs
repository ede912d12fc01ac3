//! `weighup new`: an aid that builds, to be filled in.

use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use weighup_core::aid::Date;
use weighup_core::authoring::{self, BeginError, Start, Wanted, slug};

use crate::print::{self, WriteError};
use crate::{aids, clock};

/// Make a new aid. On a terminal it asks for what no flag gives.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folder to make [default: decision-aids/ID].
    folder: Option<PathBuf>,
    /// Identifier: lower-case letters, digits and hyphens [default: from the condition].
    #[arg(long)]
    id: Option<String>,
    /// Plain name of the condition.
    #[arg(long)]
    condition: Option<String>,
    /// The decision, as the question a person would ask.
    #[arg(long)]
    decision: Option<String>,
    /// A treatment or test; give it once for each. Doing nothing for now is always there: see `--nothing`.
    #[arg(long = "option")]
    options: Vec<String>,
    /// Name of the option of doing nothing for now [default: No treatment].
    #[arg(long)]
    nothing: Option<String>,
    /// An outcome that may matter, as people would say it; give it once for each.
    #[arg(long = "outcome")]
    outcomes: Vec<String>,
    /// Whether most people want more of an outcome (`higher`) or less (`lower`); once for each outcome, in their order.
    #[arg(long = "better", value_enum)]
    better: Vec<Better>,
    /// The day it is made, as 2026-03-31 [default: today].
    #[arg(long, value_parser = clock::day)]
    today: Option<Date>,
}

/// Which end of an outcome most people want.
#[derive(Clone, Copy, Debug, PartialEq, clap::ValueEnum)]
enum Better {
    /// Less of it.
    Lower,
    /// More of it.
    Higher,
}

impl Better {
    fn wanted(self) -> Wanted {
        match self {
            Self::Lower => Wanted::Lower,
            Self::Higher => Wanted::Higher,
        }
    }
}

/// Why no aid was made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NewError {
    #[error("`--{flag}` is missing; there is no terminal to ask on")]
    Missing { flag: &'static str },
    #[error(
        "`--better` is given {given} times for {outcomes} outcomes; give it once for each, in their order: `higher` when most people want more of it, `lower` when they want less"
    )]
    Better { given: usize, outcomes: usize },
    #[error("`{id}` is not an identifier; give `--id` with 1 to 64 lower-case letters, digits and hyphens")]
    BadId { id: String },
    #[error(transparent)]
    Begin(#[from] BeginError),
    #[error("`{path}` is there already; name another folder, or remove it")]
    There { path: String },
    #[error("cannot make `{path}`: {cause}; check that the folder around it is yours")]
    Folder { path: String, cause: io::Error },
    #[error("cannot read the answer: {0}")]
    Answer(io::Error),
    #[error("the machine's clock gives no day; give `--today`")]
    NoDay,
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<ExitCode, NewError> {
    let condition = ask(
        args.condition.as_deref(),
        "condition",
        "What is the condition, in plain words?",
    )?;
    let id = match &args.id {
        Some(id) => id.clone(),
        None => slug(&condition),
    };
    if id.is_empty() || id.len() > 64 || slug(&id) != id {
        return Err(NewError::BadId { id });
    }
    let decision = ask(
        args.decision.as_deref(),
        "decision",
        "What is the decision, as the question a person would ask?",
    )?;
    let nothing = match &args.nothing {
        Some(nothing) => nothing.clone(),
        None if args.options.is_empty() && io::stdin().is_terminal() => {
            let said = answer(&format!("What is doing nothing for now called? [{NOTHING}]"))?;
            if said.is_empty() { NOTHING.to_owned() } else { said }
        }
        None => NOTHING.to_owned(),
    };
    let options = many(
        &args.options,
        "option",
        &format!("A treatment or test, one at a time, not counting \"{nothing}\""),
    )?;
    let outcomes = many(
        &args.outcomes,
        "outcome",
        "An outcome that may matter, one at a time, such as pain",
    )?;
    let better = directions(&args.better, &outcomes)?;
    let start = Start {
        id: id.clone(),
        condition,
        decision,
        options: std::iter::once(nothing).chain(options).collect(),
        outcomes: outcomes.into_iter().zip(better).collect(),
    };
    let day = args.today.or_else(clock::today).ok_or(NewError::NoDay)?;
    let files = authoring::begin(&start, day)?;
    let folder = args
        .folder
        .clone()
        .unwrap_or_else(|| Path::new(aids::DEFAULT).join(&id));
    if folder.join("aid.toml").exists() {
        return Err(NewError::There {
            path: folder.join("aid.toml").display().to_string(),
        });
    }
    fs::create_dir_all(&folder).map_err(|cause| NewError::Folder {
        path: folder.display().to_string(),
        cause,
    })?;
    let schema = schema(&folder)?;
    for (name, bytes) in files {
        let text = String::from_utf8_lossy(&bytes);
        let head = if name == "aid.toml" {
            format!("#:schema {schema}\n")
        } else {
            String::new()
        };
        print::to(Some(&folder.join(name)), &format!("{head}{text}"))?;
    }
    print::out(&format!(
        "made {}\nEvery text marked \"To be written\" is yours to write. Next:\n  weighup serve {0}\n(in the folder of Weighup itself: cargo weighup serve {0})\n",
        folder.display()
    ));
    Ok(ExitCode::SUCCESS)
}

const NOTHING: &str = "No treatment";

/// Which end of each outcome is wanted. Never guessed: with the wrong one every comparison is upside down.
fn directions(given: &[Better], outcomes: &[String]) -> Result<Vec<Wanted>, NewError> {
    if given.len() == outcomes.len() {
        return Ok(given.iter().map(|better| better.wanted()).collect());
    }
    if !given.is_empty() || !io::stdin().is_terminal() {
        return Err(NewError::Better {
            given: given.len(),
            outcomes: outcomes.len(),
        });
    }
    let direction = |outcome: &String| loop {
        match &*answer(&format!(
            "Do most people want more of \"{outcome}\", or less? (more/less)"
        ))? {
            "more" => return Ok(Wanted::Higher),
            "less" => return Ok(Wanted::Lower),
            _ => {}
        }
    };
    outcomes.iter().map(direction).collect()
}

fn ask(given: Option<&str>, flag: &'static str, question: &str) -> Result<String, NewError> {
    if let Some(given) = given.map(str::trim).filter(|given| !given.is_empty()) {
        return Ok(given.to_owned());
    }
    if !io::stdin().is_terminal() {
        return Err(NewError::Missing { flag });
    }
    loop {
        let answer = answer(question)?;
        if !answer.is_empty() {
            return Ok(answer);
        }
    }
}

fn many(given: &[String], flag: &'static str, question: &str) -> Result<Vec<String>, NewError> {
    if !given.is_empty() {
        return Ok(given.to_vec());
    }
    let mut all = vec![ask(None, flag, &format!("{question}:"))?];
    loop {
        let more = answer("Another? Press Enter when there are no more:")?;
        if more.is_empty() {
            return Ok(all);
        }
        all.push(more);
    }
}

fn answer(question: &str) -> Result<String, NewError> {
    let mut line = String::new();
    print!("{question} ");
    io::stdout().flush().map_err(NewError::Answer)?;
    let read = io::stdin()
        .lock()
        .read_line(&mut line)
        .map_err(NewError::Answer)?;
    if read == 0 {
        return Err(NewError::Answer(io::ErrorKind::UnexpectedEof.into()));
    }
    Ok(line.trim().to_owned())
}

/// Where editors find what the fields are: in this repository, or in a file that is written beside the aid.
fn schema(folder: &Path) -> Result<&'static str, WriteError> {
    const PUBLISHED: &str = "../../docs/schema/aid.schema.json";
    const BESIDE: &str = "aid.schema.json";
    if folder.join(PUBLISHED).is_file() {
        return Ok(PUBLISHED);
    }
    let schema = authoring::schema(authoring::AuthorFile::Aid);
    // A value of JSON always serialises.
    let text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    print::to(Some(&folder.join(BESIDE)), &format!("{text}\n"))?;
    Ok(BESIDE)
}
