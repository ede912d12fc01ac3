//! `weighup review`: an aid beside a margin for comments, on this machine; and the pages of `weighup build --review`.

mod pages;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use weighup_core::aid::{Aid, Problem};
use weighup_core::authoring::SourceFile;
use weighup_core::involvement::{ReviewAsks, read_asks};
use weighup_serve::{Answer, BindError, Request, Server, kind_of};

use crate::aids::{self, FindError, Folder};
use crate::print;
pub(crate) use pages::{PagesError, Reviewed, single, site};

/// What the pages may do. Nothing may be sent or asked for, not even of this machine.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Comment on an aid on this machine: the whole aid in each of its languages, with a margin beside it in which people select words and
/// comment, ask, suggest others and answer questions. They save a file for `weighup comments`. Nothing is sent. Ends with Ctrl+C.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The aid: its id in `decision-aids`, its `aid.toml` or its folder.
    aid: PathBuf,
    /// A file of questions that the author asks, beside “Is this clear?”, “Is this fair?” and “Is anything missing?”.
    #[arg(long)]
    ask: Option<PathBuf>,
    /// Port; 0 takes a free one.
    #[arg(long, default_value_t = 8091)]
    port: u16,
}

/// Why there is nothing to comment on.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ReviewError {
    #[error(transparent)]
    Find(#[from] FindError),
    #[error("{given} aids were found; name one")]
    Several { given: usize },
    #[error("cannot read `{path}`: {cause}; check the path")]
    Read { path: String, cause: io::Error },
    #[error(transparent)]
    Port(#[from] BindError),
}

/// An aid that is named by its id alone stands where aids stand.
fn named(given: &Path) -> PathBuf {
    let usual = Path::new(aids::DEFAULT).join(given);
    if !given.exists() && usual.join("aid.toml").is_file() {
        usual
    } else {
        given.to_owned()
    }
}

/// Runs the command until it is ended; 1 when the aid or the questions have errors.
pub(crate) fn run(args: &Args) -> Result<ExitCode, ReviewError> {
    let path = named(&args.aid);
    // Looked at once before anything is served, so that what is wrong is said on the terminal.
    if read(&path, args.ask.as_deref())?.is_none() {
        return Ok(ExitCode::from(1));
    }
    let server = Server::bind(args.port)?;
    print::out(&format!(
        "{}\nComments are saved by whoever writes them; `weighup comments` reads the files. Ctrl+C ends.\n",
        server.address()
    ));
    let ask = args.ask.clone();
    server.run(move |request| answer(request, &path, ask.as_deref()).with_policy(POLICY))
}

/// The aid in each of its languages as the files are now; `None` when something has errors, which are told.
fn read(path: &Path, ask: Option<&Path>) -> Result<Option<Vec<Reviewed>>, ReviewError> {
    let folders = aids::find(&[path.to_owned()])?;
    let [folder] = folders.as_slice() else {
        return Err(ReviewError::Several { given: folders.len() });
    };
    let Some(aid) = folder.check().aid else {
        eprintln!("weighup: {} has errors; `weighup check` lists them", folder.aid.0);
        return Ok(None);
    };
    let asks = match ask {
        None => None,
        Some(ask) => match questions(&aid, ask)? {
            Some(asks) => Some(asks),
            None => return Ok(None),
        },
    };
    Ok(Some(in_languages(folder, aid, asks.as_ref())))
}

/// The questions of a file; `None` when it has errors, which are told.
pub(crate) fn questions(aid: &Aid, file: &Path) -> Result<Option<ReviewAsks>, ReviewError> {
    let name = file.display().to_string();
    let bytes = fs::read(file).map_err(|cause| ReviewError::Read {
        path: name.clone(),
        cause,
    })?;
    let source = SourceFile {
        name: &name,
        bytes: &bytes,
    };
    let (asks, problems) = read_asks(aid, source);
    for problem in &problems {
        eprintln!("{problem}");
    }
    Ok(asks.filter(|_| !problems.iter().any(Problem::is_error)))
}

/// An aid and its translations, each to be commented on.
pub(crate) fn in_languages(folder: &Folder, aid: Aid, asks: Option<&ReviewAsks>) -> Vec<Reviewed> {
    let translated = folder.translated(&aid).into_iter().filter_map(|(stem, made)| {
        let name = format!("{}.{stem}", aid.id());
        made.aid.map(|aid| Reviewed::new(name, aid, asks))
    });
    let mut all: Vec<Reviewed> = translated.collect();
    all.insert(0, Reviewed::new(aid.id().to_owned(), aid, asks));
    all
}

/// What an address of the server answers. The aid is read anew each time: what is commented on is what its files say now.
fn answer(request: &Request, path: &Path, ask: Option<&Path>) -> Answer {
    let words = request.words();
    let [name] = words.as_slice() else {
        return Answer::not_found("There is nothing here.");
    };
    if let Some(text) = pages::file(name) {
        return Answer::new(kind_of(Path::new(name)), text);
    }
    let reviewed = match read(path, ask) {
        Ok(Some(reviewed)) => reviewed,
        Ok(None) => return Answer::not_found("The aid has errors; the terminal says where they are listed."),
        Err(error) => return Answer::not_found(error.to_string()),
    };
    if name.is_empty() {
        return Answer::html(pages::list(&reviewed));
    }
    let one = name
        .strip_suffix(".html")
        .and_then(|name| reviewed.iter().find(|one| one.name == name));
    match one.map(Reviewed::page) {
        Some(Ok(page)) => Answer::html(page),
        Some(Err(error)) => Answer::not_found(error.to_string()),
        None => Answer::not_found("There is no such page."),
    }
}
