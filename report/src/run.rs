//! From paths to a page.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};

use crate::ask::{AnswerCounts, Limits, QueryEngine, Question};
use crate::error::ReportError;
use crate::find;
use crate::names::Names;
use crate::page::{PageContent, PrivatePage, page, private_page};
use crate::private::{self, Epsilon, PublicGroups, SystemBits};
use crate::small;
use crate::take::{self, Linked, LocalFiles, Taken, Written};
use crate::write;

/// A folder that is gone when the work is done, or when it fails: answers of people stand in it.
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes it, for nobody else to look into.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub fn new(inside: &Path) -> Result<Self, ReportError> {
        let mut free = 0;
        loop {
            let path = inside.join(format!("weighup-report-{}-{free}", std::process::id()));
            let mut builder = fs::DirBuilder::new();
            #[cfg(unix)]
            std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
            match builder.create(&path) {
                Ok(()) => return Ok(Self(path)),
                Err(cause) if cause.kind() == std::io::ErrorKind::AlreadyExists => free += 1,
                Err(cause) => return Err(ReportError::write(&path)(cause)),
            }
        }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be removed is in the system's folder for such things, and nobody else's to read.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What is told while the work goes on.
pub type Say<'s> = &'s mut dyn FnMut(String);

/// Takes answers in and writes them into a folder as tables. What is fetched for it stands in another folder meanwhile.
///
/// # Errors
/// Nothing at a path, a store that cannot be read, or no room. A row or a file that is wrong is counted and is none.
pub fn take_in(paths: &[String], to: &Path, scratch: &Path, say: Say<'_>) -> Result<Taken, ReportError> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let scratch = Scratch::new(scratch)?;
    Ok(taken_in(paths, to, scratch.path(), false, cores, say)?.0)
}

fn taken_in(
    paths: &[String],
    to: &Path,
    scratch: &Path,
    nameless: bool,
    cores: usize,
    say: Say<'_>,
) -> Result<(Taken, Linked), ReportError> {
    let found = take::found(paths)?;
    let passed_over = found.passed_over;
    let mut written = Written::begin(to, nameless)?;
    let say = RefCell::new(say);
    let files = LocalFiles::begin(found, scratch, &say);
    let progress =
        |taken: &Taken| say.borrow_mut()(format!("{} million rows read", taken.rows() / 1_000_000));
    let mut taken = take::take(files, cores, &mut written, progress)?;
    let linked = written.end()?;
    taken.passed_over = passed_over;
    Ok((taken, linked))
}

/// Asks every question of the answers at the paths.
///
/// # Errors
/// As [`take_in`]; not one row that counts; or an engine that stops.
pub fn count(
    paths: &[String],
    questions: &[Question],
    limits: &Limits,
    say: Say<'_>,
) -> Result<(Vec<AnswerCounts>, Taken), ReportError> {
    let scratch = Scratch::new(&limits.scratch)?;
    let rows = scratch.path().join("rows");
    let (taken, linked) = taken_in(paths, &rows, scratch.path(), true, limits.cores, say)?;
    if taken.people() == 0 {
        let broken = taken.files.iter().find_map(|file| file.broken.clone());
        let why = taken
            .examples
            .first()
            .map(|example| example.why.clone())
            .or(broken);
        return Err(ReportError::NoRows {
            read: taken.rows(),
            why: why.unwrap_or_else(|| "the files are empty".to_owned()),
        });
    }
    let limits = Limits {
        scratch: scratch.path().to_owned(),
        ..limits.clone()
    };
    let engine = QueryEngine::open(&rows, &limits)?;
    let mut all = Vec::new();
    for (place, question) in questions.iter().enumerate() {
        say(format!(
            "question {} of {}: {}",
            place + 1,
            questions.len(),
            question.title
        ));
        all.push(engine.ask(question)?);
    }
    linked.unchanged()?;
    Ok((all, taken))
}

/// Writes the page and the tables of a private release.
///
/// # Errors
/// Where there is no room or no randomness.
pub fn tell_privately(
    questions: &[Question],
    all: &[AnswerCounts],
    names: &Names,
    groups: &PublicGroups,
    epsilon: &Epsilon,
    out: &Path,
) -> Result<PathBuf, ReportError> {
    let release = private::release(questions, all, groups, epsilon, &mut SystemBits::default())?;
    fs::create_dir_all(out).map_err(ReportError::write(out))?;
    write::private_tables(&out.join("tables"), questions, &release)?;
    let told = PrivatePage {
        questions,
        release: &release,
        names,
        made_up: find::made_up_in(all),
    };
    let path = out.join("report.html");
    fs::write(&path, private_page(&told)).map_err(ReportError::write(&path))?;
    Ok(path)
}

/// Writes the page and its tables.
///
/// # Errors
/// Where there is no room.
pub fn tell(
    questions: &[Question],
    all: &[AnswerCounts],
    taken: &Taken,
    names: &Names,
    engine: &str,
    out: &Path,
) -> Result<PathBuf, ReportError> {
    let release = small::release(questions, all);
    let findings = find::findings(questions, &release);
    fs::create_dir_all(out).map_err(ReportError::write(out))?;
    write::tables(&out.join("tables"), questions, taken, &release, &findings)?;
    let told = PageContent {
        questions,
        release: &release,
        findings: &findings,
        taken,
        names,
        engine,
    };
    let path = out.join("report.html");
    fs::write(&path, page(&told)).map_err(ReportError::write(&path))?;
    Ok(path)
}
