//! `weighup translate`: the file a translation starts from, with the original above each text.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use weighup_core::authoring::{self, SourceFile};
use weighup_core::words::{Language, SPOKEN};

use crate::aids::{self, FindError};
use crate::print::{self, WriteError};

/// Write the file a translation starts from, or bring one up to the aid as it is now. What is translated already stays.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The aid: its folder or `aid.toml`.
    aid: PathBuf,
    /// The language, as the file is to be called: the name of its folder in `languages`.
    language: String,
    /// Write again a file that is there: its translations are kept, its comments are not.
    #[arg(long)]
    again: bool,
    /// File to write [default: LANGUAGE.toml beside the aid].
    #[arg(long)]
    out: Option<PathBuf>,
}

/// Why no translation was started.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TranslateError {
    #[error(transparent)]
    Find(#[from] FindError),
    #[error(transparent)]
    Write(#[from] WriteError),
    #[error("`{path}` holds {found} aids; name one")]
    NotOne { path: String, found: usize },
    #[error("there are no sentences for numbers in `{language}` yet; the languages are {known}")]
    Language { language: String, known: String },
    #[error(
        "`{path}` is there already; `--again` writes it with what the aid has now, and keeps its translations"
    )]
    There { path: String },
    #[error("cannot read `{path}`: {cause}")]
    Read { path: String, cause: std::io::Error },
    #[error("`{path}` is not a file of TOML; `weighup check` says what is wrong")]
    NotToml { path: String },
    #[error("`{path}` is not of the format's shape; `weighup check` says what is wrong")]
    Unreadable { path: String },
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<ExitCode, TranslateError> {
    let folders = aids::find(std::slice::from_ref(&args.aid))?;
    let [folder] = folders.as_slice() else {
        return Err(TranslateError::NotOne {
            path: args.aid.display().to_string(),
            found: folders.len(),
        });
    };
    // A plain language has sentences of its own; a variant has those of the aid's own language.
    if !args.again || args.out.as_deref().is_some_and(|out| out.ends_with("aid.toml")) {
        print::spare(args.out.as_deref(), [])?;
    }
    let others = || {
        SPOKEN
            .iter()
            .filter(|spoken| spoken.is_variant || spoken.language != Language::English)
    };
    let Some(spoken) = others().find(|spoken| spoken.name == args.language) else {
        let known: Vec<&str> = others().map(|spoken| spoken.name).collect();
        return Err(TranslateError::Language {
            language: args.language.clone(),
            known: known.join(", "),
        });
    };
    let language = (!spoken.is_variant).then_some(spoken.language);
    let file = Path::new(&folder.aid.0).with_file_name(format!("{}.toml", args.language));
    let there = if file.is_file() {
        if !args.again && args.out.is_none() {
            return Err(TranslateError::There {
                path: file.display().to_string(),
            });
        }
        let bytes = std::fs::read(&file).map_err(|cause| TranslateError::Read {
            path: file.display().to_string(),
            cause,
        })?;
        Some((file.display().to_string(), bytes))
    } else {
        None
    };
    let Some(document) = folder.check().document else {
        return Err(TranslateError::Unreadable {
            path: folder.aid.0.clone(),
        });
    };
    let source = there.as_ref().map(|(name, bytes)| SourceFile { name, bytes });
    let Some(text) = authoring::skeleton(&document, language, source) else {
        return Err(TranslateError::NotToml {
            path: file.display().to_string(),
        });
    };
    let out = args.out.clone().unwrap_or(file);
    print::to(Some(&out), &text)?;
    print::line(format_args!(
        "wrote {}. Write each text below its original, and see it: weighup serve {} --lang {}",
        out.display(),
        args.aid.display(),
        args.language
    ));
    Ok(ExitCode::SUCCESS)
}
