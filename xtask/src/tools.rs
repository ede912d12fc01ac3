//! The tools the build stands on: found, added, or asked for in a sentence.

use crate::{process, say};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// The target a browser runs.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that Rust can compile for the browser; for a `published` build also that the standard library can be made
/// for size, when rustup is here to fetch its source.
pub(crate) fn ready(offline: bool, published: bool) -> Result<()> {
    let begun = Instant::now();
    let version = process::output(Command::new("rustc").arg("--version"))?;
    let added = if has_target()? { "" } else { add_target(offline)? };
    let short = version.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    let std = match std_source() {
        _ if !published => "",
        Some(_) => ", std's source",
        None => add_std_source(offline),
    };
    say::step("tools", &format!("{short}, {WASM}{added}{std}"), begun.elapsed());
    Ok(())
}

/// Where the source of the standard library is, when it is installed.
pub(crate) fn std_source() -> Option<PathBuf> {
    let root = process::output(Command::new("rustc").args(["--print", "sysroot"])).ok()?;
    let source = Path::new(&root).join("lib/rustlib/src/rust/library/Cargo.lock");
    source.is_file().then_some(source)
}

fn add_std_source(offline: bool) -> &'static str {
    if !offline && process::answers("rustup", "--version") {
        say::line(
            "tools",
            "adding the source of the standard library with rustup (about 4 MB, once)",
        );
        let added = process::run(Command::new("rustup").args(["--quiet", "component", "add", "rust-src"]));
        if added.is_ok() && std_source().is_some() {
            return ", std's source added now";
        }
    }
    say::line(
        "tools",
        "the source of the standard library is not here: what is built works the same and is about 25 KB larger. \
         `rustup component add rust-src` adds it.",
    );
    ""
}

fn has_target() -> Result<bool> {
    let place = process::output(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
    Ok(Path::new(&place).is_dir())
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
