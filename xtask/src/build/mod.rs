//! `cargo xtask build`: from crates, styles and aids to `dist/`.
//!
//! Everything is put together in a stage beside the last build and moved over it at the end, so that a build
//! that fails leaves the last good one as it was.

mod aids;
mod bundle;
mod components;
mod gallery;
mod pack;
mod package;
mod stage;
mod styles;
mod wasm;

pub(crate) use wasm::glue;

use crate::{project, say, tools};
use anyhow::Result;
use std::time::Instant;

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

/// Builds the site; a `whole` one has the pages without scripts and the half of the npm package that only programs
/// use, which nobody needs while working on a component.
pub(crate) fn all(flavour: &Flavour, whole: bool) -> Result<()> {
    let stage = stage::Stage::empty()?;

    let begun = Instant::now();
    let count = aids::compile(&stage, flavour, whole)?;
    say::step("aids", &format!("{count} checked and compiled"), begun.elapsed());

    let mut modules = vec![wasm::Module::Element, wasm::Module::Fit];
    if whole {
        modules.push(wasm::Module::Api);
    }
    for module in modules {
        let begun = Instant::now();
        let size = wasm::build(module, &stage, flavour)?;
        say::step(
            module.what(),
            &format!("{} of wasm", say::kilobytes(size)),
            begun.elapsed(),
        );
    }

    let begun = Instant::now();
    let size = styles::gather(&stage, flavour.release)?;
    package::lay_out(&stage, whole)?;
    bundle::entries(&stage, whole, flavour.release)?;
    gallery::lay_out(&stage)?;
    if whole {
        components::lay_out(&stage, flavour)?;
    } else {
        components::keep(&stage)?;
    }
    let changed = stage.put_in_place()?;
    say::step(
        "site",
        &format!("{} of styles, {changed} files changed", say::kilobytes(size)),
        begun.elapsed(),
    );
    Ok(())
}
