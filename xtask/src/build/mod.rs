//! `cargo xtask build`: from crates, styles and aids to `dist/`.
//!
//! Everything is put together in a stage beside the last build and moved over it at the end, so that a build
//! that fails leaves the last good one as it was.

mod aids;
mod bundle;
mod components;
mod documentation;
mod embed;
mod gallery;
mod integrity;
mod languages;
mod offline;
mod pack;
mod package;
mod require;
mod section;
mod sizes;
mod stage;
mod stamp;
mod styles;
mod wasm;

pub(crate) use wasm::glue;

use crate::{project, say, tools};
use anyhow::{Result, anyhow};
use std::path::PathBuf;
use std::time::Instant;

/// `cargo xtask desk`: the desk alone, put into the site that is there.
pub(crate) fn desk(flavour: &Flavour) -> Result<()> {
    let begun = Instant::now();
    tools::ready(flavour.offline, flavour.release)?;
    let stage = stage::Stage::empty()?;
    wasm::build(&[wasm::Module::Desk], &stage, flavour)?;
    let root = project::root();
    stage.copy_folder(&root.join("pkg/js"), "weighup")?;
    stage.copy_folder(&root.join("pkg/desk/page"), "weighup/desk")?;
    stamp::stamp(&stage)?;
    bundle::one(&stage, bundle::DESK, flavour.release)?;
    let wasm = format!("weighup/wasm/{}_bg.wasm", wasm::Module::Desk.stem());
    let page = stage::files(&stage.path("weighup/desk")).collect::<Vec<PathBuf>>();
    for path in page.into_iter().chain([stage.path(&wasm)]) {
        let inside = path.strip_prefix(stage.path(""))?.to_owned();
        let target = project::dist().join(inside);
        if let Some(folder) = target.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::copy(&path, target)?;
    }
    say::step("desk", &project::dist().display().to_string(), begun.elapsed());
    Ok(())
}

/// What `cargo xtask build` can be asked for.
#[derive(clap::Args, Clone)]
pub(crate) struct Flavour {
    /// Optimise for size, as it is published (slower to build)
    #[arg(long)]
    pub(crate) release: bool,
    /// Never use the network: everything needed has been fetched before
    #[arg(long)]
    pub(crate) offline: bool,
}

/// The verb.
pub(crate) fn run(flavour: &Flavour) -> Result<()> {
    let begun = Instant::now();
    tools::ready(flavour.offline, flavour.release)?;
    all(flavour, true)?;
    say::step("built", &project::dist().display().to_string(), begun.elapsed());
    Ok(())
}

pub(crate) use components::refresh;
pub(crate) use pack::plain;
pub(crate) use styles::squeeze as squeezed;

/// The programs that make a part of the site, compiled for this machine.
#[derive(Clone)]
pub(crate) struct Programs {
    /// The authors' command, with its pages.
    pub(crate) authors: PathBuf,
    /// What renders the states of the widget.
    pub(crate) states: PathBuf,
}

/// Builds the site; a `whole` one has the pages without scripts and the half of the npm package that only programs
/// use, which nobody needs while working on a component.
pub(crate) fn all(flavour: &Flavour, whole: bool) -> Result<()> {
    made(flavour, whole, None)
}

/// Builds the site with programs that somebody else compiles; they are asked for when they are needed.
pub(crate) fn with(flavour: &Flavour, whole: bool, programs: fn() -> Result<Programs>) -> Result<()> {
    made(flavour, whole, Some(programs))
}

fn made(flavour: &Flavour, whole: bool, programs: Option<fn() -> Result<Programs>>) -> Result<()> {
    let stage = stage::Stage::empty()?;

    let mut modules = vec![wasm::Module::Element, wasm::Module::Fit];
    if whole {
        modules.extend([
            wasm::Module::Api,
            wasm::Module::Headless,
            wasm::Module::Author,
            wasm::Module::Desk,
        ]);
    }
    // Side by side: each is compiled in a profile of its own, so cargo lets them.
    std::thread::scope(|scope| {
        let checked = scope.spawn(|| {
            let begun = Instant::now();
            let command = match programs {
                Some(programs) => programs()?.authors,
                None => aids::command(flavour.offline, whole)?,
            };
            let count = aids::compile(&stage, &command, flavour, whole)?;
            say::step("aids", &format!("{count} checked and compiled"), begun.elapsed());
            Ok(())
        });
        let built = wasm::build(&modules, &stage, flavour);
        let checked = checked
            .join()
            .unwrap_or_else(|_| Err(anyhow!("the build of the aids stopped")));
        // Both are told: the one may have nothing to do with the other.
        match (checked, built) {
            (Err(first), Err(second)) => {
                say::failure(&first);
                Err(second)
            }
            (one, other) => one.and(other),
        }
    })?;

    let begun = Instant::now();
    let size = styles::gather(&stage, flavour.release)?;
    package::lay_out(&stage, whole, flavour.release)?;
    bundle::entries(&stage, whole, flavour.release)?;
    require::types(&stage)?;
    sizes::tell(&stage, whole && flavour.release)?;
    gallery::lay_out(&stage)?;
    documentation::lay_out(&stage)?;
    let package = integrity::list(&stage, "weighup")?;
    embed::lay_out(&stage, &package)?;
    if whole {
        let program = match programs {
            Some(programs) => programs()?.states,
            None => components::program(flavour)?,
        };
        components::lay_out(&stage, &program)?;
    } else {
        components::keep(&stage)?;
    }
    offline::lay_out(&stage)?;
    // The last: it has the hash of every other file.
    integrity::list(&stage, "")?;
    let changed = stage.put_in_place()?;
    say::step(
        "site",
        &format!("{} of styles, {changed} files changed", say::kilobytes(size)),
        begun.elapsed(),
    );
    Ok(())
}
