//! The decision aids, checked and compiled by the authors' command.

use super::Flavour;
use super::stage::Stage;
use crate::artefacts::{self, Unit};
use crate::{process, project};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::fs;
use std::process::Command;

/// An aid as the gallery shows it: one entry of `aids/index.json`.
#[derive(Deserialize, Clone)]
pub(super) struct Entry {
    /// The name of its folder.
    pub(super) id: String,
    /// Its title, in its language.
    pub(super) title: String,
    /// What it is about, in a sentence.
    #[serde(default, alias = "description", alias = "question")]
    pub(super) summary: String,
    /// The names of its options.
    #[serde(default)]
    pub(super) options: Vec<String>,
    /// Who has reviewed it, in words.
    #[serde(default, alias = "review", alias = "review_status")]
    pub(super) status: String,
    /// A BCP 47 tag.
    #[serde(default = "english", alias = "language")]
    pub(super) lang: String,
}

fn english() -> String {
    "en-GB".to_owned()
}

/// Writes `aids/ID.json`, `aids/ID.html` and `aids/index.json`; returns how many aids there are.
pub(super) fn compile(stage: &Stage, flavour: &Flavour) -> Result<usize> {
    let command = artefacts::compile(&Unit {
        what: "aids",
        package: "weighup",
        profile: "dev",
        target: None,
        offline: flavour.offline,
    })?;
    let mut build = Command::new(command);
    build
        .current_dir(project::root())
        .arg("build")
        .arg("--out")
        .arg(stage.path(""))
        .arg("decision-aids");
    if process::run(&mut build).is_err() {
        bail!("The decision aids have problems; each stands above with its file, its place and what to do.");
    }
    if !stage.path("aids/index.json").is_file() {
        stand_in(stage)?;
    }
    Ok(entries(stage)?.len())
}

/// Until the authors' command builds aids: one that shows that the page works.
fn stand_in(stage: &Stage) -> Result<()> {
    let title = "Localised prostate cancer: active monitoring, surgery or radiotherapy";
    let entry = serde_json::json!({ "id": "prostate-localised", "title": title });
    stage.write("aids/index.json", serde_json::to_string(&[&entry])?)?;
    stage.write("aids/prostate-localised.json", entry.to_string())
}

/// The aids of the build on the stage.
pub(super) fn entries(stage: &Stage) -> Result<Vec<Entry>> {
    let path = stage.path("aids/index.json");
    let text = fs::read_to_string(&path)
        .context("`weighup build` wrote no aids/index.json: is there an aid in decision-aids/?")?;
    serde_json::from_str(&text).with_context(|| format!("{} is not a list of aids", path.display()))
}
