//! The decision aids, checked and compiled by the authors' command.

use super::Flavour;
use super::stage::{Stage, files};
use crate::artefacts::{self, Unit};
use crate::{process, project};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

/// An aid as the gallery shows it: one entry of `aids/index.json`.
#[derive(Clone, Deserialize)]
pub(super) struct Entry {
    /// The name of its files.
    pub(super) id: String,
    /// Its title, in its language.
    pub(super) title: String,
    /// The question it helps with.
    pub(super) decision: String,
    /// What it is about, in the words of its authors.
    pub(super) condition: String,
    /// The names of its options.
    pub(super) options: Vec<String>,
    /// How long it takes.
    pub(super) minutes: u16,
    /// Whom it is for, in words; empty where it does not say.
    pub(super) for_whom: String,
    /// Where in care, in words.
    pub(super) places: String,
    /// The same as facts; none where it does not say.
    pub(super) finding: Option<Finding>,
    /// Who has reviewed it, in words.
    pub(super) review: String,
    /// A BCP 47 tag.
    pub(super) language: String,
}

/// What helps to find an aid, as far as the gallery narrows its list by it.
#[derive(Clone, Deserialize)]
pub(super) struct Finding {
    /// Other names of the condition.
    #[serde(default)]
    pub(super) also: Vec<String>,
    /// "adults", "children".
    pub(super) life: Vec<String>,
    /// The youngest, in years, where an age is said.
    pub(super) from: Option<u32>,
    /// The oldest.
    pub(super) to: Option<u32>,
    /// "women", "men" or "anyone".
    pub(super) sex: String,
}

/// Writes `aids/ID.json`, `aids/index.json` and, for a `whole` build, `aids/ID.html`; returns how many aids there are.
pub(super) fn compile(stage: &Stage, command: &Path, flavour: &Flavour, whole: bool) -> Result<usize> {
    if whole {
        texts(command, stage, flavour.release)?;
        types(command, stage)?;
    }

    // A change to a component changes neither the command nor the aids: what they made is kept.
    let kept = project::scratch().join(if whole { "aids-whole" } else { "aids" });
    let (out, made_from) = (kept.join("out"), kept.join("made-from"));
    let mark = mark(command)?;
    if fs::read_to_string(&made_from).ok().as_deref() != Some(mark.as_str()) {
        if kept.exists() {
            fs::remove_dir_all(&kept)?;
        }
        run(command, &out)?;
        fs::write(made_from, mark)?;
    }
    stage.copy_folder(&out.join("aids"), "aids")?;
    Ok(entries(stage)?.len())
}

/// The authors' command, compiled; `with_pages` as a whole build needs it.
pub(super) fn command(offline: bool, with_pages: bool) -> Result<PathBuf> {
    let made = artefacts::compile(&Unit {
        what: "aids",
        packages: &["weighup"],
        example: None,
        // The pages need the front end compiled for this machine too: not while somebody waits for a change.
        features: if with_pages { "pages" } else { "" },
        profile: "xtask",
        target: None,
        offline,
        published: false,
        terse: false,
    })?;
    made.into_iter()
        .next()
        .context("cargo did not say where the authors' command is")
}

fn run(command: &Path, out: &Path) -> Result<()> {
    let mut build = Command::new(command);
    build
        .current_dir(project::root())
        .arg("build")
        .arg("--out")
        .arg(out)
        .arg("decision-aids");
    build.stdout(std::process::Stdio::null());
    if process::run(&mut build).is_err() {
        bail!("The decision aids have problems; each stands above with its file, its place and what to do.");
    }
    Ok(())
}

/// What the kept output was made from: the command, and every file of the aids.
fn mark(command: &Path) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    let aids = files(&project::root().join("decision-aids")).collect::<Vec<PathBuf>>();
    for path in aids.iter().map(PathBuf::as_path).chain([command]) {
        path.hash(&mut hasher);
        let content = fs::read(path).with_context(|| format!("could not read {}", path.display()))?;
        content.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Holds the catalogues of other languages to the sources and writes the interface in each. Work on a sentence can go on
/// before it is translated; what is published waits for its translations.
fn texts(command: &Path, stage: &Stage, published: bool) -> Result<()> {
    let mut texts = Command::new(command);
    texts
        .current_dir(project::root())
        .arg("texts")
        .arg("--out")
        .arg(stage.path("weighup/texts"));
    if !published {
        texts.arg("--unfinished");
    }
    texts.stdout(std::process::Stdio::null());
    if process::run(&mut texts).is_err() {
        bail!(
            "Catalogues of other languages do not fit the sources; each place stands above with what to do."
        );
    }
    Ok(())
}

/// Writes the types of `weighup/headless`, which are made of the code's own schema.
fn types(command: &Path, stage: &Stage) -> Result<()> {
    let mut types = Command::new(command);
    types
        .args(["schema", "headless-types", "--out"])
        .arg(stage.path("weighup/headless.views.d.ts"));
    process::run(&mut types).context("the types of weighup/headless could not be made; why stands above")
}

/// The aids of the build on the stage.
pub(super) fn entries(stage: &Stage) -> Result<Vec<Entry>> {
    let path = stage.path("aids/index.json");
    let text = fs::read_to_string(&path)
        .context("`weighup build` wrote no aids/index.json: is there an aid in decision-aids/?")?;
    serde_json::from_str(&text).with_context(|| format!("{} is not a list of aids", path.display()))
}
