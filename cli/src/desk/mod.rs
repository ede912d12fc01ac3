//! `weighup desk`: the page of the desk, and the files of the one folder it was started for.
//!
//! What a form knows is in `core/desk`, in the page. Here is only what a page cannot do: read a folder, write a whole file or none of
//! it, and say when somebody else has written one.

mod answer;
mod folder;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use weighup_serve::{Bell, BindError, Seen, Server, forever};

use crate::print;
use folder::Folder;

/// The page of the desk in the npm package.
const PAGE: &str = "desk/index.html";

/// Write an aid in a form in the browser, over the files of its folder, with a preview beside it. The files stay text: what is changed
/// is changed on its own lines. On this machine alone. Ends with Ctrl+C.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The aid: its folder, its `aid.toml`, or its id in `decision-aids`. `weighup new` makes a new one.
    #[arg(default_value = ".")]
    aid: PathBuf,
    /// Port; 0 takes a free one.
    #[arg(long, default_value_t = 8092)]
    port: u16,
    /// The npm package, which has the page [default: dist/weighup, or node_modules/weighup].
    #[arg(long)]
    widget: Option<PathBuf>,
}

/// Why there is no desk.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DeskCommandError {
    #[error("there is no `aid.toml` in `{path}`; name the folder of one aid, or make one with `weighup new`")]
    NoAid { path: String },
    #[error(
        "the page of the desk is not in `{path}`; name the npm package with `--widget` (it is in `node_modules/weighup` after `npm install weighup`), or build it here with `cargo xtask build`"
    )]
    NoPage { path: String },
    #[error("the system gave no random number for the desk's address: {0}")]
    Random(String),
    #[error(transparent)]
    Port(#[from] BindError),
}

/// Runs the command until it is ended.
pub(crate) fn run(args: &Args) -> Result<ExitCode, DeskCommandError> {
    let path = found(args)?;
    let widget = page(args.widget.as_deref())?;
    let desk = Ready::new(&path, widget, args.port)?;
    print::out(&format!("{} Ctrl+C ends.\n", desk.said()));
    desk.run()
}

/// A desk that has its address, and answers once it is run.
pub(crate) struct Ready {
    server: Server,
    desk: answer::Desk,
}

impl Ready {
    /// The desk of the aid in a folder, with the page in an npm package.
    pub(crate) fn new(path: &Path, widget: PathBuf, port: u16) -> Result<Self, DeskCommandError> {
        let folder = Folder::new(path).map_err(|_| DeskCommandError::NoAid {
            path: path.display().to_string(),
        })?;
        let (token, bell) = (token()?, Arc::new(Bell::default()));
        let server = Server::bind(port)?.taking(folder::MOST_BYTES);
        Ok(Self {
            server,
            desk: answer::Desk {
                folder,
                widget,
                token,
                bell,
            },
        })
    }

    /// Its address, in a line of its own, and who may have it.
    pub(crate) fn said(&self) -> String {
        format!(
            "{}-/desk/?token={}\nThe address is for this browser alone: whoever has it can write to `{}`.",
            self.server.address(),
            self.desk.token,
            self.desk.folder.root().display()
        )
    }

    /// Answers until the command is ended.
    pub(crate) fn run(self) -> ! {
        let Self { server, desk } = self;
        let (root, rung) = (desk.folder.root().to_owned(), Arc::clone(&desk.bell));
        std::thread::spawn(move || {
            let look = || Seen::now([root.clone()], 1);
            forever(look(), &root.clone(), look, |_| rung.ring());
        });
        server.run(move |request| answer::answer(request, &desk))
    }
}

/// The folder that is meant.
fn found(args: &Args) -> Result<PathBuf, DeskCommandError> {
    let usual = PathBuf::from(crate::aids::DEFAULT).join(&args.aid);
    let given = if args.aid.ends_with("aid.toml") {
        let around = args.aid.parent().filter(|around| !around.as_os_str().is_empty());
        around.map_or_else(|| PathBuf::from("."), PathBuf::from)
    } else {
        args.aid.clone()
    };
    [given.clone(), usual]
        .into_iter()
        .find(|path| path.join("aid.toml").is_file())
        .ok_or_else(|| DeskCommandError::NoAid {
            path: given.display().to_string(),
        })
}

/// The npm package with the page.
pub(crate) fn page(widget: Option<&Path>) -> Result<PathBuf, DeskCommandError> {
    let usual = [
        PathBuf::from("dist/weighup"),
        PathBuf::from("node_modules/weighup"),
    ];
    let places = widget.map_or_else(|| usual.to_vec(), |widget| vec![widget.to_owned()]);
    let first = places
        .first()
        .map(|path| path.display().to_string())
        .unwrap_or_default();
    places
        .into_iter()
        .find(|path| path.join(PAGE).is_file())
        .ok_or(DeskCommandError::NoPage { path: first })
}

/// What only whoever started the command knows.
fn token() -> Result<String, DeskCommandError> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|error| DeskCommandError::Random(error.to_string()))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
