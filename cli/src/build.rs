//! `weighup build`: checked aids as compact JSON and as pages that need no script, and the list of them.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use weighup_core::aid::{Code, Date};
use weighup_core::folder::{ReadyAid, ScoresKept, list, twice};

use crate::address::{Address, AddressError};
use crate::aids::{self, FindError};
use crate::clock;
use crate::hosts::{self, Places};
use crate::print::{self, Format};
#[cfg(feature = "pages")]
use crate::report::escaped;
use crate::sign::{self, KeyError, SecretKey, SignatureError};

/// Build aids for the web: `aids/ID.json`, `aids/ID.html` and `aids/ID.first.html` for each, and `aids/index.json`, the list that pages
/// beside them read.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folder to write into; `aids` is made inside it.
    #[arg(long)]
    out: PathBuf,
    /// An organisation's overlay to lay over the one aid [default: `overlay.toml` beside it].
    #[arg(long)]
    overlay: Option<PathBuf>,
    /// Build nothing when there are warnings, such as a review that is past.
    #[arg(long)]
    deny_warnings: bool,
    /// `off` leaves the point scores out: people then choose their group themselves.
    #[arg(long, value_enum, default_value_t = Scores::On)]
    scores: Scores,
    /// The day reviews are compared with, as 2026-03-31 [default: today].
    #[arg(long, value_parser = clock::day)]
    today: Option<Date>,
    /// One file for each aid, `ID.html`, that opens from a disk, instead of a folder of files.
    #[cfg(feature = "pages")]
    #[arg(long)]
    single: bool,
    /// The built npm package, `dist/weighup`: puts the widget itself into `--single` files.
    #[cfg(feature = "pages")]
    #[arg(long, requires = "single")]
    widget: Option<PathBuf>,
    /// Add `index.html` with a list of the aids, and the stylesheet: a whole site for any static server.
    #[cfg(feature = "pages")]
    #[arg(long, conflicts_with_all = ["single", "stylesheet"])]
    site: bool,
    /// Pages on which reviewers comment, in place of those for patients: `ID.html` in every language of each aid, with their script and
    /// styles beside them and a list of them, or one file each with `--single`. The aids are shown as published, without overlays.
    #[cfg(feature = "pages")]
    #[arg(long, conflicts_with_all = ["site", "stylesheet", "kit", "hosts", "widget", "overlay", "scores"])]
    review: bool,
    /// With `--review`: a file of questions that the author of the one aid asks its reviewers.
    #[cfg(feature = "pages")]
    #[arg(long, requires = "review")]
    ask: Option<PathBuf>,
    /// Where the pages find the stylesheet, from `aids/` on, and from a page in another folder beside it.
    #[cfg(feature = "pages")]
    #[arg(long, default_value = "../weighup/weighup.css")]
    stylesheet: String,
    /// The address at which people open an aid, with {id} for its id: writes for each a slip for the clinic, a poster with a QR code,
    /// the words of an invitation and a card for other pages, into `kit`.
    #[cfg(feature = "pages")]
    #[arg(long, value_name = "ADDRESS", conflicts_with = "single")]
    kit: Option<String>,
    /// The address at which people open an aid, with {id} for its id: writes `aids.json`, the list that record systems and directories
    /// read, and for each aid a card for CDS Hooks, into `cards`.
    #[arg(long, value_name = "ADDRESS")]
    #[cfg_attr(feature = "pages", arg(conflicts_with = "single"))]
    hosts: Option<String>,
    /// The address that starts an aid as a SMART app, with {id} for its id: cards lead there.
    #[arg(long, value_name = "ADDRESS", requires = "hosts")]
    launch: Option<String>,
    /// A secret key of minisign: writes `ID.json.minisig` beside every compiled aid and translation, for pages that name the key. See
    /// `weighup sign`.
    #[arg(long, value_name = "KEY")]
    #[cfg_attr(feature = "pages", arg(conflicts_with_all = ["single", "review"]))]
    sign: Option<PathBuf>,
    /// Aids: `aid.toml` files, their folders, or folders of such folders [default: decision-aids].
    paths: Vec<PathBuf>,
}

/// Whether point scores are in what is built.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Scores {
    /// As the aids have them.
    On,
    /// Left out.
    Off,
}

impl From<Scores> for ScoresKept {
    fn from(scores: Scores) -> Self {
        match scores {
            Scores::On => Self::All,
            Scores::Off => Self::None,
        }
    }
}

/// Why nothing was built.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BuildError {
    #[error(transparent)]
    Find(#[from] FindError),
    #[error("cannot write `{path}`: {cause}; check that the folder exists and is yours")]
    Write { path: String, cause: io::Error },
    #[cfg(feature = "pages")]
    #[error(transparent)]
    Standalone(#[from] crate::standalone::StandaloneError),
    #[cfg(feature = "pages")]
    #[error("cannot make the page of `{id}`: {cause}")]
    Page {
        id: String,
        cause: weighup_web::page::PageError,
    },
    #[cfg(feature = "pages")]
    #[error(transparent)]
    Review(#[from] crate::review::ReviewError),
    #[cfg(feature = "pages")]
    #[error(transparent)]
    ReviewPages(#[from] crate::review::PagesError),
    #[cfg(feature = "pages")]
    #[error("questions are asked about one aid, and {given} were found; name one")]
    ManyAsked { given: usize },
    #[cfg(feature = "pages")]
    #[error(transparent)]
    Kit(#[from] crate::kit::KitError),
    #[error(transparent)]
    Address(#[from] AddressError),
    #[error(transparent)]
    Key(#[from] KeyError),
    #[error(transparent)]
    Sign(#[from] SignatureError),
    #[error("two aids are called `{id}`; give one another `id`")]
    SameId { id: String },
}

/// Runs the command. Nothing is written unless every aid is sound. An aid past its review is: what a site shows can still be
/// mended, and every page says by itself that the review was due. The command says it too.
pub(crate) fn run(args: &Args) -> Result<ExitCode, BuildError> {
    let folders = aids::find_with(&args.paths, args.overlay.as_deref())?;
    #[cfg(feature = "pages")]
    if args.review {
        return review(args, &folders);
    }
    let day = args.today.or_else(clock::today);
    let (mut built, mut errors, mut warnings) = (Vec::new(), 0, 0);
    for folder in &folders {
        let ready = folder.ready(day, args.scores.into());
        for problem in &ready.problems {
            let counted = if problem.is_error() {
                &mut errors
            } else {
                &mut warnings
            };
            *counted += 1;
            if problem.code == Code::Expired || problem.is_error() || args.deny_warnings {
                eprintln!("{}", print::problem(problem, folder, Format::Auto.is_pretty()));
            }
        }
        built.extend(ready.aid);
    }
    if errors > 0 || (args.deny_warnings && warnings > 0) {
        eprintln!(
            "nothing built: {}",
            print::summary(errors, warnings, folders.len())
        );
        return Ok(ExitCode::from(1));
    }
    if let Some(id) = twice(&built) {
        return Err(BuildError::SameId { id: id.to_owned() });
    }
    // Before anything is written: a key that does not open stops the build.
    let key = args.sign.as_deref().map(SecretKey::open).transpose()?;
    #[cfg(feature = "pages")]
    let kit = args
        .kit
        .as_deref()
        .map(|given| Address::of(given, built.len()))
        .transpose()?;
    let places = match &args.hosts {
        Some(page) => Some(Places {
            page: Address::of(page, built.len())?,
            launch: args
                .launch
                .as_deref()
                .map(|given| Address::of(given, built.len()))
                .transpose()?,
        }),
        None => None,
    };
    #[cfg(feature = "pages")]
    if args.single {
        fs::create_dir_all(&args.out).map_err(|cause| cannot(&args.out, cause))?;
        for ready in &built {
            let page = crate::standalone::page(ready, args.widget.as_deref())?;
            write(&args.out.join(format!("{}.html", ready.aid.id())), &page)?;
        }
        print::line(format_args!(
            "{} in {}",
            print::summary(errors, warnings, built.len()),
            args.out.display()
        ));
        return Ok(ExitCode::SUCCESS);
    }
    #[cfg(feature = "pages")]
    if args.site {
        site(&args.out, &built)?;
    }
    let folder = args.out.join("aids");
    fs::create_dir_all(&folder).map_err(|cause| cannot(&folder, cause))?;
    for (name, aid) in built.iter().flat_map(ReadyAid::named) {
        let file = format!("{name}.json");
        write(&folder.join(&file), aid.to_json())?;
        if let Some(key) = &key {
            let signature = sign::signed(key, aid, &file)?;
            write(&folder.join(file + sign::ENDING), &signature)?;
        }
        #[cfg(feature = "pages")]
        page(&folder, aid, &name, &args.stylesheet)?;
    }
    #[cfg(feature = "pages")]
    if let Some(address) = kit {
        let folder = args.out.join("kit");
        fs::create_dir_all(&folder).map_err(|cause| cannot(&folder, cause))?;
        for ReadyAid { aid, .. } in &built {
            for (name, text) in crate::kit::kit(aid, address)? {
                write(&folder.join(name), &text)?;
            }
        }
    }
    if let Some(at) = places {
        let aids: Vec<_> = built
            .iter()
            .map(|ready| (&ready.aid, ready.finding.as_ref()))
            .collect();
        let folder = args.out.join("cards");
        fs::create_dir_all(&folder).map_err(|cause| cannot(&folder, cause))?;
        for (name, text) in hosts::files(&aids, at) {
            write(&args.out.join(name), &text)?;
        }
    }
    write(&folder.join("index.json"), &list(&built, cfg!(feature = "pages")))?;
    print::line(format_args!(
        "{} in {}",
        print::summary(errors, warnings, built.len()),
        folder.display()
    ));
    Ok(ExitCode::SUCCESS)
}

/// Pages for reviewers. A draft with warnings is what they are for; one with errors is not.
#[cfg(feature = "pages")]
fn review(args: &Args, folders: &[aids::Folder]) -> Result<ExitCode, BuildError> {
    if args.ask.is_some() && folders.len() != 1 {
        return Err(BuildError::ManyAsked { given: folders.len() });
    }
    let mut all = Vec::new();
    for folder in folders {
        let Some(aid) = folder.check().aid else {
            eprintln!("weighup: {} has errors; `weighup check` lists them", folder.aid.0);
            return Ok(ExitCode::from(1));
        };
        let asks = match &args.ask {
            Some(file) => match crate::review::questions(&aid, file)? {
                Some(asks) => Some(asks),
                None => return Ok(ExitCode::from(1)),
            },
            None => None,
        };
        all.append(&mut crate::review::in_languages(folder, aid, asks.as_ref()));
    }
    let mut names = std::collections::BTreeSet::new();
    if let Some(twice) = all.iter().find(|one| !names.insert(one.name.as_str())) {
        return Err(BuildError::SameId {
            id: twice.name.clone(),
        });
    }
    if args.single {
        fs::create_dir_all(&args.out).map_err(|cause| cannot(&args.out, cause))?;
        for one in &all {
            write(
                &args.out.join(format!("{}.html", one.name)),
                &crate::review::single(one)?,
            )?;
        }
    } else {
        crate::review::site(&args.out, &all)?;
    }
    print::line(format_args!(
        "{} pages to comment on, in {}",
        all.len(),
        args.out.display()
    ));
    Ok(ExitCode::SUCCESS)
}

/// The list of aids and the stylesheet.
#[cfg(feature = "pages")]
fn site(out: &Path, aids: &[ReadyAid]) -> Result<(), BuildError> {
    let styles = out.join("weighup");
    fs::create_dir_all(&styles).map_err(|cause| cannot(&styles, cause))?;
    write(&styles.join("weighup.css"), weighup_web::page::STYLES)?;
    let entries = aids.iter().map(|ReadyAid { aid, .. }| {
        format!(
            "<li class=\"wu-card\"><h2 class=\"wu-h2\"><a href=\"aids/{}.html\">{}</a></h2><p>{}</p></li>\n",
            aid.id(),
            escaped(aid.title()),
            escaped(&aid.document().about.decision)
        )
    });
    let page = format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Decision aids</title>\n\
         <link rel=\"stylesheet\" href=\"weighup/weighup.css\">\n</head>\n<body class=\"wu-page\">\n\
         <main class=\"weighup wu-static\" data-theme=\"auto\"><div class=\"wu-body\">\n<h1 class=\"wu-h1\">Decision aids</h1>\n\
         <ul>\n{}</ul>\n</div></main>\n</body>\n</html>\n",
        entries.collect::<String>()
    );
    write(&out.join("index.html"), &page)
}

#[cfg(feature = "pages")]
fn page(folder: &Path, aid: &weighup_core::aid::Aid, name: &str, stylesheet: &str) -> Result<(), BuildError> {
    let pages = weighup_web::page::pages(aid, name, stylesheet).map_err(|cause| BuildError::Page {
        id: aid.id().to_owned(),
        cause,
    })?;
    for (name, html) in pages {
        write(&folder.join(name), &html)?;
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<(), BuildError> {
    // An unchanged file keeps its time, so that watchers and caches leave it alone.
    if fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(());
    }
    fs::write(path, text).map_err(|cause| cannot(path, cause))
}

fn cannot(path: &Path, cause: io::Error) -> BuildError {
    BuildError::Write {
        path: path.display().to_string(),
        cause,
    }
}
