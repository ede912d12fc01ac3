//! The tools the build stands on: found, added, or asked for in a sentence.

use crate::{process, say};
use anyhow::{Result, bail};
use std::process::Command;
use std::time::Instant;

/// The target a browser runs.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that Rust can compile for the browser.
pub(crate) fn ready(offline: bool) -> Result<()> {
    let begun = Instant::now();
    let version = process::output(Command::new("rustc").arg("--version"))?;
    let added = if has_target()? { "" } else { add_target(offline)? };
    let short = version.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    say::step("tools", &format!("{short}, {WASM}{added}"), begun.elapsed());
    Ok(())
}

fn has_target() -> Result<bool> {
    let place = process::output(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
    Ok(std::path::Path::new(&place).is_dir())
}

fn add_target(offline: bool) -> Result<&'static str> {
    if offline {
        bail!(
            "The Rust target {WASM} is not installed, and --offline forbids fetching it. \
             Run `rustup target add {WASM}` once with a network."
        );
    }
    if !process::answers("rustup", "--version") {
        bail!(
            "The Rust target {WASM} is not installed, and rustup is not here to add it. \
             Install Rust with rustup, or your distribution's package of that target \
             (Debian: libstd-rust-dev-wasm32), and try again."
        );
    }
    say::line(
        "tools",
        &format!("adding the Rust target {WASM} with rustup (about 20 MB, once)"),
    );
    if process::run(Command::new("rustup").args(["--quiet", "target", "add", WASM])).is_err()
        || !has_target()?
    {
        bail!(
            "The Rust target {WASM} could not be added. Check the network, run `rustup target add {WASM}` \
             by hand to see why, and try again."
        );
    }
    Ok(", added now")
}
