//! `weighup texts`: the catalogues of this repository held to its sources, and what is still to be translated.

mod scan;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use weighup_core::aid::{Code, Problem};
use weighup_core::authoring::{self, SourceFile, SourceMessage};
use weighup_core::words::Spoken;
#[cfg(feature = "pages")]
use weighup_core::words::is_easy;

use crate::print;

/// Hold the catalogues of other languages to the sources, and write what is still to be translated.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Write `LANGUAGE.json` of every complete interface into this folder.
    #[cfg(feature = "pages")]
    #[arg(long)]
    out: Option<PathBuf>,
    /// Say nothing of what has no translation yet, so that work on a sentence can go on.
    #[arg(long)]
    unfinished: bool,
    /// Write what is still to be translated into this language, as the lines of a catalogue.
    #[arg(long)]
    todo: Option<String>,
    /// The repository.
    #[arg(default_value = ".")]
    root: PathBuf,
}

/// Why nothing could be said.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TextsError {
    #[error("cannot read `{path}`: {cause}; run this in the repository, or name it")]
    Read { path: String, cause: io::Error },
    #[error(transparent)]
    Scan(#[from] scan::ScanError),
    #[error(
        "`{language}` is no folder of `languages` that this command was built with; build it anew, or name another"
    )]
    Language { language: String },
    #[error("{file}: \"{first}\" and \"{second}\" have the same key; change a word of one")]
    SameKey {
        file: String,
        first: String,
        second: String,
    },
    #[cfg(feature = "pages")]
    #[error(transparent)]
    Write(#[from] print::WriteError),
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<ExitCode, TextsError> {
    let messages = messages(&args.root)?;
    if let Some(language) = &args.todo {
        print::out(&todo(&args.root, language, &messages)?);
        return Ok(ExitCode::SUCCESS);
    }
    let mut problems = Vec::new();
    let mut catalogues = 0;
    for (spoken, path) in translations(&args.root, "sentences.toml")? {
        let bytes = read(&path)?;
        let name = path.display().to_string();
        let (_, found) = authoring::sentences(source(&name, &bytes), spoken.language, Some(&messages));
        // Easy Read is English: a sentence that is easy already is not written again.
        let needed = |problem: &Problem| !spoken.is_variant || problem.code != Code::Untranslated;
        problems.extend(found.into_iter().filter(needed));
        catalogues += 1;
    }
    #[cfg(feature = "pages")]
    {
        let names = weighup_web::texts::EN.names();
        for (spoken, path) in translations(&args.root, "texts.toml")? {
            let bytes = read(&path)?;
            let name = path.display().to_string();
            let (texts, mut found) = authoring::interface(source(&name, &bytes), &names);
            // Easy Read is for patients: what stands in the health professional's panel is as in English.
            if is_easy(spoken.tag) {
                let panel = |problem: &Problem| problem.path.to_string().starts_with("panel.");
                found.retain(|problem| problem.code != Code::Untranslated || !panel(problem));
            }
            let sound = |problem: &Problem| problem.code == Code::Untranslated;
            if let (Some(out), true) = (&args.out, found.iter().all(sound)) {
                fs::create_dir_all(out).map_err(|cause| cannot(out, cause))?;
                let json = interface_file(spoken, texts, &names);
                print::to(Some(&out.join(format!("{}.json", spoken.name))), &json)?;
            }
            problems.extend(found);
            catalogues += 1;
        }
    }
    if args.unfinished {
        problems.retain(|problem| problem.code != Code::Untranslated);
    }
    for problem in &problems {
        eprintln!("{problem}");
    }
    print::line(format_args!(
        "{} sentences, {catalogues} catalogues, {} problems",
        messages.len(),
        problems.len()
    ));
    Ok(ExitCode::from(u8::from(problems.iter().any(Problem::is_error))))
}

/// The file of an interface: without the texts of pages, which stand last and which no browser needs.
#[cfg(feature = "pages")]
fn interface_file(spoken: &Spoken, mut texts: Vec<String>, names: &[(String, &str)]) -> String {
    let kept = names
        .iter()
        .filter(|(name, _)| !name.starts_with("page."))
        .count();
    texts.truncate(kept);
    let file = weighup_core::words::TextsFile {
        language: spoken.tag.to_owned(),
        names: weighup_web::texts::NAMES,
        texts,
    };
    file.to_json()
}

/// Every message of core, each once.
fn messages(root: &Path) -> Result<Vec<SourceMessage>, TextsError> {
    let mut found: Vec<SourceMessage> = Vec::new();
    let mut keys: Vec<(u32, usize)> = Vec::new();
    for path in sources(&root.join("core/src"))? {
        let bytes = read(&path)?;
        let text = String::from_utf8_lossy(&bytes);
        for message in scan::messages(&path.display().to_string(), &text)? {
            let key = weighup_core::words::key(&message.context, &message.text);
            let known = keys
                .iter()
                .find(|(known, _)| *known == key)
                .and_then(|(_, at)| found.get(*at));
            match known {
                None => {
                    keys.push((key, found.len()));
                    found.push(message);
                }
                Some(known) if known.context == message.context && known.text == message.text => {}
                Some(known) => {
                    return Err(TextsError::SameKey {
                        file: message.file,
                        first: known.text.clone(),
                        second: message.text,
                    });
                }
            }
        }
    }
    Ok(found)
}

/// What a language has no translation of, as lines to translate.
fn todo(root: &Path, language: &str, messages: &[SourceMessage]) -> Result<String, TextsError> {
    let spoken = Spoken::named(language).ok_or(TextsError::Language {
        language: language.to_owned(),
    })?;
    let (known, folder) = (spoken.language, root.join("languages").join(spoken.name));
    let bytes = fs::read(folder.join("sentences.toml")).unwrap_or_default();
    let (there, _) = authoring::sentences(source("catalogue", &bytes), known, None);
    let mut contexts: Vec<&str> = messages.iter().map(|message| &*message.context).collect();
    contexts.sort_unstable();
    contexts.dedup();
    let mut out = String::new();
    for context in contexts {
        let mut lines = String::new();
        for message in messages.iter().filter(|message| message.context == context) {
            let key = weighup_core::words::key(context, &message.text);
            if there.iter().any(|(known, _)| *known == key) {
                continue;
            }
            if !message.note.is_empty() {
                let _ = writeln!(lines, "# {}", message.note);
            }
            let _ = writeln!(lines, "# {}:{}", message.file, message.line);
            let english = quoted(&message.text);
            let _ = match message.count {
                None => writeln!(lines, "{english} = \"\""),
                Some(_) => {
                    let forms = known
                        .plurals()
                        .iter()
                        .map(|plural| format!("{} = \"\"", plural.name()));
                    writeln!(
                        lines,
                        "{english} = {{ {} }}",
                        forms.collect::<Vec<_>>().join(", ")
                    )
                }
            };
        }
        if !lines.is_empty() {
            let section = if context.is_empty() {
                "[sentences]".to_owned()
            } else {
                format!("[context.{}]", quoted(context))
            };
            let _ = writeln!(out, "{section}\n{lines}");
        }
    }
    #[cfg(feature = "pages")]
    {
        let bytes = fs::read(folder.join("texts.toml")).unwrap_or_default();
        let (_, problems) = authoring::interface(source("texts", &bytes), &weighup_web::texts::EN.names());
        for problem in problems
            .iter()
            .filter(|problem| problem.code == Code::Untranslated)
        {
            let _ = writeln!(out, "# {}\n{} = \"\"", problem.message, problem.path);
        }
    }
    Ok(out)
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn source<'a>(name: &'a str, bytes: &'a [u8]) -> SourceFile<'a> {
    SourceFile { name, bytes }
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn read(path: &Path) -> Result<Vec<u8>, TextsError> {
    fs::read(path).map_err(|cause| cannot(path, cause))
}

fn cannot(path: &Path, cause: io::Error) -> TextsError {
    TextsError::Read {
        path: path.display().to_string(),
        cause,
    }
}

/// The languages that have a file of this name, with its path, in order of name.
fn translations(root: &Path, file: &str) -> Result<Vec<(&'static Spoken, PathBuf)>, TextsError> {
    let folder = root.join("languages");
    let mut found = Vec::new();
    for entry in fs::read_dir(&folder).map_err(|cause| cannot(&folder, cause))? {
        let entry = entry.map_err(|cause| cannot(&folder, cause))?;
        let (language, path) = (
            entry.file_name().to_string_lossy().into_owned(),
            entry.path().join(file),
        );
        if path.is_file() {
            found.push((
                Spoken::named(&language).ok_or(TextsError::Language { language })?,
                path,
            ));
        }
    }
    found.sort_by_key(|(spoken, _)| spoken.name);
    Ok(found)
}

/// Rust sources of a folder and its folders, without tests.
fn sources(folder: &Path) -> Result<Vec<PathBuf>, TextsError> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(|cause| cannot(folder, cause))? {
        let path = entry.map_err(|cause| cannot(folder, cause))?.path();
        if path.is_dir() {
            files.extend(sources(&path)?);
        } else if path.extension().is_some_and(|found| found == "rs") && stem(&path) != "tests" {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
