//! `weighup comments`: comments of any number of reviewers merged, answered, and carried into the record of involvement.

mod csv;
mod links;
mod said;
mod xlsx;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use weighup_core::aid::{Aid, Date};
use weighup_core::authoring::{Locator, SourceFile};
use weighup_core::involvement::{
    AidPlaces, CommentAnswers, CommentFile, CommentProblem, Merged, append_answers, merge, read_answers,
    read_comments, said_of, settle_answers,
};

use crate::aids::{self, FindError, Folder};
use crate::clock;
use crate::print::{self, WriteError};

/// Merge reviewers' comments on an aid: each at the place it has now, with its line, what nobody can place any more, and where
/// groups do not agree. Answers stand in a text file of yours.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Files of comments, one a reviewer; texts with links that reviewers sent; or folders of both.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The aid: its `aid.toml` or its folder.
    #[arg(long)]
    aid: PathBuf,
    /// The file of answers.
    #[arg(long)]
    answers: Option<PathBuf>,
    /// Add a table to the file of answers for every comment that has none. Nothing that stands there is changed.
    #[arg(long, requires = "answers")]
    add: bool,
    /// Take over `Response` and `What changed` of a table that was filled in, for comments that are still open.
    #[arg(long, requires = "answers")]
    from: Option<PathBuf>,
    /// How it is written.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// For `record`: the day the comments closed, as 2026-03-31 [default: today].
    #[arg(long, value_parser = clock::day)]
    closed: Option<Date>,
    /// File to write to, in place of standard output.
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For a terminal.
    Text,
    /// For a spreadsheet: the columns of NICE's comment form, a response and what changed.
    Csv,
    /// The same table as a workbook, into the file that `--out` names.
    Xlsx,
    /// A draft of `involvement.toml` from what was answered.
    Record,
}

/// Why comments were not merged.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CommentsError {
    #[error(transparent)]
    Find(#[from] FindError),
    #[error("{given} aids were found; name one")]
    Several { given: usize },
    #[error("cannot read `{path}`: {cause}; check the path")]
    Read { path: String, cause: io::Error },
    #[error("`{path}`: {cause}")]
    Table { path: String, cause: csv::TableError },
    #[error("a record is made of answers: name their file with `--answers`")]
    NoAnswers,
    #[error("a workbook is no text: name the file to write it to with `--out`")]
    NoOut,
    #[error(
        "there is no file of comments in `{path}`; their names end in .json, and of texts with links in .txt"
    )]
    Empty { path: String },
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// An aid with its places in every language it has.
pub(crate) struct Reviewed {
    pub(crate) aid: Aid,
    pub(crate) places: Vec<(String, AidPlaces)>,
}

/// Reads the one aid at a path. `None` when it has errors, which are told.
pub(crate) fn reviewed(folder: &Folder) -> Option<Reviewed> {
    let Some(aid) = folder.check().aid else {
        eprintln!("weighup: {} has errors; `weighup check` lists them", folder.aid.0);
        return None;
    };
    let mut places = vec![(aid.document().language.clone(), AidPlaces::of(&aid))];
    for (_, made) in folder.translated(&aid) {
        if let Some(translated) = made.aid {
            places.push((translated.document().language.clone(), AidPlaces::of(&translated)));
        }
    }
    Some(Reviewed { aid, places })
}

/// Runs the command: 1 when a file could not be read or an answer is wrong.
pub(crate) fn run(args: &Args) -> Result<ExitCode, CommentsError> {
    print::spare(
        args.out.as_deref(),
        args.files.iter().chain([&args.aid]).chain(&args.answers),
    )?;
    let folders = aids::find(std::slice::from_ref(&args.aid))?;
    let [folder] = folders.as_slice() else {
        return Err(CommentsError::Several { given: folders.len() });
    };
    let Some(reviewed) = reviewed(folder) else {
        return Ok(ExitCode::from(1));
    };
    if args.format == Format::Xlsx && args.out.is_none() {
        return Err(CommentsError::NoOut);
    }
    let (files, mut problems) = read_all(&args.files)?;
    let id = reviewed.aid.id();
    let mut merged = merge(id, &reviewed.places, files);
    problems.append(&mut merged.problems);
    for problem in &problems {
        eprintln!("weighup: {problem}");
    }
    if problems
        .iter()
        .any(|problem| matches!(problem, CommentProblem::TooMany { .. }))
    {
        return Ok(ExitCode::from(1));
    }
    let locator = Locator::new(folder.sources());
    let line = |name: &str| {
        let (_, places) = reviewed.places.first()?;
        let place = places.first_in(name)?;
        Some(locator.line(&place.place)?.1)
    };
    let (answers, sound) = match &args.answers {
        Some(path) => answered(args, path, id, &merged, &line)?,
        None => (CommentAnswers::default(), true),
    };
    let written = match args.format {
        Format::Text => said::text(&reviewed, &merged, &answers, &line),
        Format::Csv => csv::table(&csv::rows(&reviewed, &merged, &answers)),
        Format::Xlsx => {
            let out = args.out.as_deref().ok_or(CommentsError::NoOut)?;
            let rows = csv::rows(&reviewed, &merged, &answers);
            print::bytes_to(out, &xlsx::workbook(csv::HEAD, &rows, WIDTHS))?;
            return Ok(ended(&problems, sound));
        }
        Format::Record if args.answers.is_none() => return Err(CommentsError::NoAnswers),
        Format::Record => {
            let day = args.closed.or_else(clock::today).map(|day| day.to_string());
            said_of(id, &answers, &merged, &day.unwrap_or_default())
        }
    };
    print::to(args.out.as_deref(), &written)?;
    Ok(ended(&problems, sound))
}

/// Widths of the columns of a workbook, in letters: the texts that are read and written are wide.
const WIDTHS: [u32; 15] = [24, 22, 9, 40, 50, 24, 8, 40, 12, 20, 18, 20, 50, 50, 24];

/// 1 when a file could not be read as it stands, or an answer is wrong.
fn ended(problems: &[CommentProblem], sound: bool) -> ExitCode {
    let unread = problems.iter().any(|problem| {
        !matches!(
            problem,
            CommentProblem::SameId { .. } | CommentProblem::Twice { .. }
        )
    });
    ExitCode::from(u8::from(unread || !sound))
}

/// Every file that was named, and every `.json` and `.txt` of a folder that was, in order of name.
fn read_all(named: &[PathBuf]) -> Result<(Vec<CommentFile>, Vec<CommentProblem>), CommentsError> {
    let cannot = |path: &Path, cause| CommentsError::Read {
        path: path.display().to_string(),
        cause,
    };
    let mut paths = Vec::new();
    for path in named {
        if !path.is_dir() {
            paths.push(path.clone());
            continue;
        }
        let mut inside = Vec::new();
        for entry in fs::read_dir(path).map_err(|cause| cannot(path, cause))? {
            let entry = entry.map_err(|cause| cannot(path, cause))?.path();
            if entry
                .extension()
                .is_some_and(|extension| extension == "json" || extension == "txt")
            {
                inside.push(entry);
            }
        }
        if inside.is_empty() {
            return Err(CommentsError::Empty {
                path: path.display().to_string(),
            });
        }
        inside.sort();
        paths.append(&mut inside);
    }
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    for path in &paths {
        let name = path.display().to_string();
        let bytes = fs::read(path).map_err(|cause| cannot(path, cause))?;
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                problems.push(CommentProblem::NotJson {
                    file: name,
                    why: error.to_string(),
                });
                continue;
            }
        };
        let is_text = path.extension().is_some_and(|extension| extension == "txt");
        if !is_text && !links::is_links(&text) {
            let (file, mut found) = read_comments(&name, &text);
            files.extend(file);
            problems.append(&mut found);
            continue;
        }
        for (at, link) in links::texts(&text).into_iter().enumerate() {
            let name = format!("{name}, link {}", at + 1);
            match link {
                Ok(text) => {
                    let (file, mut found) = read_comments(&name, &text);
                    files.extend(file);
                    problems.append(&mut found);
                }
                Err(why) => problems.push(CommentProblem::Link {
                    file: name,
                    why: why.to_string(),
                }),
            }
        }
    }
    Ok((files, problems))
}

/// The answers, after what was asked for was added to them; and whether nothing is wrong with them.
fn answered(
    args: &Args,
    path: &Path,
    id: &str,
    merged: &Merged,
    line: &dyn Fn(&str) -> Option<u32>,
) -> Result<(CommentAnswers, bool), CommentsError> {
    let name = path.display().to_string();
    let mut text = match fs::read_to_string(path) {
        Ok(text) => text,
        // A first round begins the file.
        Err(cause) if cause.kind() == io::ErrorKind::NotFound && (args.add || args.from.is_some()) => {
            String::new()
        }
        Err(cause) => return Err(CommentsError::Read { path: name, cause }),
    };
    let known: BTreeSet<&str> = merged
        .placed
        .iter()
        .chain(&merged.orphans)
        .map(|one| one.comment.id.as_str())
        .collect();
    let mut sound = true;
    let mut read = |text: &str| {
        let file = SourceFile {
            name: &name,
            bytes: text.as_bytes(),
        };
        let (answers, problems) = read_answers(file, id, &known);
        for problem in &problems {
            eprintln!("{problem}");
        }
        sound = sound && !problems.iter().any(weighup_core::aid::Problem::is_error);
        answers
    };
    let mut answers = if text.is_empty() {
        Some(CommentAnswers::default())
    } else {
        read(&text)
    };
    let before = text.clone();
    if let (Some(there), true) = (&answers, args.add || args.from.is_some()) {
        let (added, left) = append_answers(&text, id, there, merged, line);
        text = added;
        if left > 0 {
            eprintln!(
                "weighup: {name}: {left} comments have no table yet, as a file has 1,000 at most; let comments that say the same share \
                 one, then add again"
            );
        }
    }
    if let (Some(_), Some(from)) = (&answers, &args.from) {
        let table = from.display().to_string();
        let bytes = fs::read(from).map_err(|cause| CommentsError::Read {
            path: table.clone(),
            cause,
        })?;
        let responded = csv::read(&bytes, &known).map_err(|cause| CommentsError::Table {
            path: table.clone(),
            cause,
        })?;
        for told in &responded.told {
            eprintln!("weighup: {table}: {told}");
        }
        let (settled, told) = settle_answers(&text, &responded.responses);
        for told in told {
            eprintln!("weighup: {table}: {told}");
        }
        text = settled;
    }
    if text != before {
        print::to(Some(path), &text)?;
        answers = read(&text);
    }
    Ok((answers.unwrap_or_default(), sound))
}
