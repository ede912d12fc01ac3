//! Prints problems: on a terminal with the line of the file, anywhere else one problem per line.

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use weighup_core::aid::{Problem, Severity};

use crate::aids::Folder;

/// How problems are printed.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// With the line of the file, in colour, on a terminal; plain otherwise.
    Auto,
    /// With the line of the file.
    Pretty,
    /// One problem per line: `file:line:column: severity[code] place: message; remedy`.
    Plain,
    /// One JSON document.
    Json,
    /// SARIF 2.1.0, for editors and code hosts.
    Sarif,
    /// A self-assessment to print and file: one page, no script.
    Html,
}

impl Format {
    /// Whether to show the lines of the file.
    pub(crate) fn is_pretty(self) -> bool {
        self == Self::Pretty || (self == Self::Auto && std::io::stdout().is_terminal())
    }
}

/// Why a file was not written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum WriteError {
    #[error("cannot write `{path}`: {cause}; check that the folder exists and is yours")]
    Cannot { path: String, cause: std::io::Error },
    #[error("`{path}` holds what somebody wrote, which would be lost; name another file, or remove it")]
    Written { path: String },
}

/// Refuses to write a report over what people wrote: a file that the command reads, or any file of an author (`.toml`).
pub(crate) fn spare<'p>(
    out: Option<&Path>,
    read: impl IntoIterator<Item = &'p PathBuf>,
) -> Result<(), WriteError> {
    let Some(out) = out.filter(|out| out.is_file()) else {
        return Ok(());
    };
    // Two names of one file are one file: by way of `..`, or of a link.
    let one = |path: &Path| path.canonicalize().ok();
    let authored = out
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    if authored || read.into_iter().any(|path| one(path) == one(out)) {
        return Err(WriteError::Written {
            path: out.display().to_string(),
        });
    }
    Ok(())
}

/// Writes to a file, or to standard output when none is named. An unchanged file keeps its time.
pub(crate) fn to(path: Option<&Path>, text: &str) -> Result<(), WriteError> {
    let Some(path) = path else {
        out(text);
        return Ok(());
    };
    bytes_to(path, text.as_bytes())
}

/// Writes to a file. An unchanged file keeps its time.
pub(crate) fn bytes_to(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    if std::fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    std::fs::write(path, bytes).map_err(|cause| WriteError::Cannot {
        path: path.display().to_string(),
        cause,
    })
}

/// Prints a line to standard output, as [`out`] does.
pub(crate) fn line(text: std::fmt::Arguments<'_>) {
    out(&format!("{text}\n"));
}

/// Prints to standard output. A reader that closed it, such as `head`, wants no more.
pub(crate) fn out(text: &str) {
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}

/// One problem.
pub(crate) fn problem(problem: &Problem, folder: &Folder, pretty: bool) -> String {
    if !pretty || is_long(problem, folder) {
        return problem.to_string();
    }
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let file = problem.file.as_deref().unwrap_or_default();
    let place = problem.place();
    let help = Level::HELP.message(&problem.remedy);
    let report = match (folder.text(file), problem.span) {
        (Some(text), Some((start, end))) => {
            let mark = AnnotationKind::Primary.span(start..end).label(&place);
            let snippet = Snippet::source(text).line_start(1).path(file).annotation(mark);
            let title = level.primary_title(&problem.message).id(problem.code.as_str());
            title.element(snippet).element(help)
        }
        _ => {
            let message = format!("{}, in {file}", problem.message);
            level
                .primary_title(message)
                .id(problem.code.as_str())
                .element(help)
        }
    };
    let plain = std::env::var_os("NO_COLOR").is_some_and(|set| !set.is_empty())
        || std::env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
    let colour = std::io::stdout().is_terminal() && !plain;
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let groups: [Group<'_>; 1] = [report];
    renderer.render(&groups).to_string()
}

/// Lines of more bytes than this are not shown: a picture of a megabyte tells nobody anything.
const LONGEST_SHOWN: usize = 4_000;

/// Whether the lines a problem is about are too long to be shown.
fn is_long(problem: &Problem, folder: &Folder) -> bool {
    let file = problem.file.as_deref().unwrap_or_default();
    let (Some(text), Some((start, end))) = (folder.text(file), problem.span) else {
        return false;
    };
    let from = text
        .get(..start)
        .map_or(0, |before| before.rfind('\n').unwrap_or(0));
    let after = text.get(end..).unwrap_or_default();
    end + after.find('\n').unwrap_or(after.len()) - from > LONGEST_SHOWN
}

/// "2 errors and 1 warning in 3 aids".
pub(crate) fn summary(errors: usize, warnings: usize, aids: usize) -> String {
    let many = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    format!(
        "{} and {} in {}",
        many(errors, "error"),
        many(warnings, "warning"),
        many(aids, "aid")
    )
}
