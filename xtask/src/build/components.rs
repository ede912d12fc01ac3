//! The component gallery: every state and every part of the fixtures, rendered on this machine by the widget's own
//! components.

use super::Flavour;
use super::stage::{Stage, files};
use crate::artefacts::{self, Unit};
use crate::{process, project, say};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// Renders the gallery onto the stage.
pub(super) fn lay_out(stage: &Stage, program: &Path) -> Result<()> {
    render(&stage.path("components"), program)
}

/// Keeps the gallery of the last build: rendering takes as long as all the rest, and nobody waits for it.
pub(super) fn keep(stage: &Stage) -> Result<()> {
    let old = project::dist().join("components");
    if old.is_dir() {
        stage.copy_folder(&old, "components")?;
    }
    Ok(())
}

/// Renders the gallery into the site that is served already.
pub(crate) fn refresh(flavour: &Flavour) -> Result<()> {
    let begun = Instant::now();
    let folder = project::dist().join("components");
    render(&folder, &program(flavour)?)?;
    let count = files(&folder).count();
    say::step(
        "components",
        &format!("{count} files in the gallery"),
        begun.elapsed(),
    );
    Ok(())
}

/// The program that renders the states, compiled.
pub(super) fn program(flavour: &Flavour) -> Result<PathBuf> {
    let made = artefacts::compile(&Unit {
        what: "components",
        packages: &["weighup-web"],
        example: Some("states"),
        features: "ssr",
        profile: "xtask",
        target: None,
        offline: flavour.offline,
        published: false,
        terse: false,
    })?;
    made.into_iter()
        .next()
        .context("the fixtures' program is not there")
}

fn render(folder: &Path, program: &Path) -> Result<()> {
    let mut states = Command::new(program);
    states.current_dir(project::root()).arg(folder);
    process::run(states.arg("../weighup/weighup.css")).context("the fixtures could not be rendered")?;
    let template = project::root().join("pkg/demo/templates/components.html");
    let page =
        fs::read_to_string(&template).with_context(|| format!("could not read {}", template.display()))?;
    fs::write(folder.join("index.html"), page)?;
    Ok(())
}
