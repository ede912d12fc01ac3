//! `weighup serve`: the aid as a patient sees it with what the linter finds beside it, made again at every save.

mod answer;
mod pages;
mod work;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use weighup_serve::{BindError, Server};

use crate::aids::FindError;
use crate::desk::{self, DeskCommandError, Ready};
use crate::print;
use work::Work;

/// See aids while you write them: page and findings side by side, on this machine alone. Ends with Ctrl+C.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Aids: `aid.toml` files, their folders, or folders of such folders [default: decision-aids].
    paths: Vec<PathBuf>,
    /// An organisation's overlay to lay over the one aid [default: `overlay.toml` beside it].
    #[arg(long)]
    overlay: Option<PathBuf>,
    /// Language to begin with, as the translation's file is called without its ending [default: the aid's own].
    #[arg(long)]
    lang: Option<String>,
    /// Port; 0 takes a free one.
    #[arg(long, default_value_t = 8090)]
    port: u16,
    /// The built npm package: shows the widget itself beside the page [default: dist/weighup when it is there].
    #[arg(long)]
    widget: Option<PathBuf>,
}

/// Why nothing is served.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ServeError {
    #[error(transparent)]
    Find(#[from] FindError),
    #[error(
        "no aid here has a translation `{lang}.toml`; `weighup translate FOLDER {lang}` writes one to start from"
    )]
    NoTranslation { lang: String },
    #[error(transparent)]
    Port(#[from] BindError),
    #[error(transparent)]
    Desk(#[from] DeskCommandError),
}

/// Runs the command until it is ended.
pub(crate) fn run(args: &Args) -> Result<ExitCode, ServeError> {
    let usual = PathBuf::from("dist/weighup");
    let widget = args
        .widget
        .clone()
        .or_else(|| usual.join("index.js").is_file().then_some(usual));
    let work = Arc::new(Work::new(
        args.paths.clone(),
        args.overlay.clone(),
        args.lang.clone(),
        widget,
    )?);
    let server = Server::bind(args.port)?;
    let desk = desk(&work, args.widget.as_deref())?;
    let form = desk
        .as_ref()
        .map(|desk| format!("To change it in a form:\n{}\n", desk.said()));
    print::out(&format!(
        "{}\nSave a file to see it again. Ctrl+C ends.\n{}",
        server.address(),
        form.unwrap_or_default()
    ));
    let has_desk = desk.is_some();
    if let Some(desk) = desk {
        std::thread::spawn(move || desk.run());
    }
    let watched = Arc::clone(&work);
    std::thread::spawn(move || watched.watch());
    server.run(move |request| answer::answer(request, &work, has_desk))
}

/// The desk of the one aid that is served. Of several, and where the package has no page of it, there is none, and the page names the command.
fn desk(work: &Work, widget: Option<&Path>) -> Result<Option<Ready>, ServeError> {
    let state = work.state();
    let ([shown], Ok(widget)) = (state.shown.as_slice(), desk::page(widget)) else {
        return Ok(None);
    };
    Ok(Some(Ready::new(shown.at(), widget, 0)?))
}
