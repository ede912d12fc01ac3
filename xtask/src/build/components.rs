//! The component gallery: every state and every part of the fixtures, rendered on this machine by the widget's own
//! components.

use super::Flavour;
use super::stage::{Stage, files};
use crate::artefacts::{self, Unit};
use crate::{process, project, say};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// Renders the gallery onto the stage.
pub(super) fn lay_out(stage: &Stage, flavour: &Flavour) -> Result<()> {
    let folder = stage.path("components");
    render(&folder, flavour)
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
    render(&folder, flavour)?;
    let count = files(&folder).count();
    say::step(
        "components",
        &format!("{count} files in the gallery"),
        begun.elapsed(),
    );
    Ok(())
}

fn render(folder: &Path, flavour: &Flavour) -> Result<()> {
    let command = artefacts::compile(&Unit {
        what: "components",
        packages: &["weighup-web"],
        example: Some("states"),
        features: "ssr",
        profile: "xtask",
        target: None,
        offline: flavour.offline,
        published: false,
        relocations: false,
    })?;
    let mut states = Command::new(command.first().context("the fixtures' program is not there")?);
    states.current_dir(project::root()).arg(folder);
    process::run(states.arg("../weighup/weighup.css")).context("the fixtures could not be rendered")?;
    let template = project::root().join("pkg/demo/templates/components.html");
    let page =
        fs::read_to_string(&template).with_context(|| format!("could not read {}", template.display()))?;
    fs::write(folder.join("index.html"), page)?;
    Ok(())
}
