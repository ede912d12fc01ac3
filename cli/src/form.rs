//! `weighup form`: a form on paper for comments on an aid, and what was written on it typed in as a file of comments.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::{fs, io};

use weighup_core::aid::{Aid, Problem};
use weighup_core::authoring::SourceFile;
use weighup_core::involvement::{PaperForm, paper_form, typed_comments, typed_template, write_comments};
use weighup_core::words::Language;

use crate::aids::{self, FindError, tag};
use crate::clock;
use crate::print::{self, WriteError};
use crate::report::escaped;

const STYLE: &str = include_str!("form/form.css");

/// Print a form on which people write what they think of an aid, in large type; or type in what they wrote, as a file of comments
/// for `weighup comments`.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The aid: its `aid.toml` or its folder.
    aid: PathBuf,
    /// In the language of a translation, by the name of its file [default: the aid's own].
    #[arg(long)]
    language: Option<String>,
    /// Write the file to type a form into, in place of the form.
    #[arg(long, conflicts_with = "typed")]
    template: bool,
    /// A file that a form was typed into: write it as comments.
    #[arg(long)]
    typed: Option<PathBuf>,
    /// File to write to, in place of standard output.
    #[arg(long)]
    out: Option<PathBuf>,
}

/// Why no form was written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FormError {
    #[error(transparent)]
    Find(#[from] FindError),
    #[error("{given} aids were found; name one")]
    Several { given: usize },
    #[error("there is no translation `{language}` of the aid; there are {there}")]
    NoLanguage { language: String, there: String },
    #[error("cannot read `{path}`: {cause}; check the path")]
    Read { path: String, cause: io::Error },
    #[error("this machine's clock stands before 1970; set it, as comments say when they were typed in")]
    Clock,
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// Runs the command: 1 when a file has errors.
pub(crate) fn run(args: &Args) -> Result<ExitCode, FormError> {
    print::spare(args.out.as_deref(), std::iter::once(&args.aid).chain(&args.typed))?;
    let folders = aids::find(std::slice::from_ref(&args.aid))?;
    let [folder] = folders.as_slice() else {
        return Err(FormError::Several { given: folders.len() });
    };
    let Some(own) = folder.check().aid else {
        eprintln!("weighup: {} has errors; `weighup check` lists them", folder.aid.0);
        return Ok(ExitCode::from(1));
    };
    let aid = match &args.language {
        Some(language) if tag(language) != own.document().language => {
            let all = folder.translated(&own);
            let named: Vec<String> = all.iter().map(|(stem, _)| format!("`{stem}`")).collect();
            let found = all
                .into_iter()
                .find(|(stem, _)| stem == language || tag(stem) == language);
            found
                .and_then(|(_, made)| made.aid)
                .ok_or_else(|| FormError::NoLanguage {
                    language: language.clone(),
                    there: if named.is_empty() {
                        "none".to_owned()
                    } else {
                        named.join(", ")
                    },
                })?
        }
        _ => own,
    };
    let written = match &args.typed {
        Some(typed) => {
            let path = typed.display().to_string();
            let bytes = fs::read(typed).map_err(|cause| FormError::Read {
                path: path.clone(),
                cause,
            })?;
            let stem = typed.file_stem().unwrap_or_default().to_string_lossy();
            let file = SourceFile {
                name: &path,
                bytes: &bytes,
            };
            let (made, problems) = typed_comments(&aid, file, &stem);
            for problem in &problems {
                eprintln!("{problem}");
            }
            let Some(made) = made.filter(|_| !problems.iter().any(Problem::is_error)) else {
                return Ok(ExitCode::from(1));
            };
            let at = clock::now().ok_or(FormError::Clock)?;
            write_comments(&made, &at, concat!("weighup ", env!("CARGO_PKG_VERSION")))
        }
        None if args.template => typed_template(&aid),
        None => page(&aid, &paper_form(&aid)),
    };
    print::to(args.out.as_deref(), &written)?;
    Ok(ExitCode::SUCCESS)
}

/// The form as a page: one file, no script, no request. A string takes any text.
fn page(aid: &Aid, form: &PaperForm) -> String {
    let doc = aid.document();
    let rtl = Language::of(&doc.language).is_some_and(Language::is_rtl);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}: {}</title>\n<style>\n{STYLE}</style>\n\
         </head>\n<body>\n<main>\n<h1>{}</h1>\n<p class=\"aid\">{}</p>\n",
        escaped(&doc.language),
        if rtl { "rtl" } else { "ltr" },
        escaped(&form.title),
        escaped(&doc.short_title),
        escaped(&form.title),
        words(&doc.title)
    );
    for sentence in &form.lead {
        let _ = writeln!(out, "<p>{}</p>", words(sentence));
    }
    let (i_am, groups) = &form.who;
    let _ = writeln!(
        out,
        "<section class=\"who\">\n<h2>{}</h2>\n<ul class=\"boxes\">",
        words(i_am)
    );
    for group in groups {
        let _ = writeln!(out, "<li>{}</li>", words(group));
    }
    out.push_str("</ul>\n");
    for label in &form.lines {
        let _ = writeln!(
            out,
            "<p class=\"label\">{}</p>\n<div class=\"line\"></div>",
            words(label)
        );
    }
    out.push_str("</section>\n");
    for (number, heading, texts) in &form.parts {
        let _ = writeln!(
            out,
            "<section>\n<h2><span class=\"number\">{number}</span> {}</h2>\n<div class=\"says\">",
            words(heading)
        );
        for text in texts {
            let _ = writeln!(out, "<p>{}</p>", words(text));
        }
        out.push_str("</div>\n<div class=\"asks\">\n");
        for question in &form.questions {
            let [yes, no] = &form.answers;
            let _ = writeln!(
                out,
                "<p class=\"ask\">{}</p>\n<ul class=\"boxes\"><li>{}</li><li>{}</li></ul>",
                words(question),
                words(yes),
                words(no)
            );
        }
        let _ = writeln!(
            out,
            "<p class=\"label\">{}</p>\n<div class=\"line\"></div>\n<div class=\"line\"></div>\n<div class=\"line\"></div>\n</div>\n</section>",
            words(&form.words)
        );
    }
    let _ = writeln!(
        out,
        "<p class=\"stamp\" dir=\"ltr\">{}</p>\n</main>\n</body>\n</html>",
        escaped(&form.stamp)
    );
    out
}

/// A text, with what has no translation marked as English.
fn words(text: &str) -> String {
    match weighup_core::words::untranslated(text) {
        Some(english) => format!("<span lang=\"en-GB\" dir=\"ltr\">{}</span>", escaped(english)),
        None => escaped(text),
    }
}
