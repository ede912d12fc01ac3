//! `cargo xtask start`: build, serve, watch.

mod server;

use crate::{build, project, say, tools};
use anyhow::Result;
use std::time::Instant;
use weighup_serve::{Seen, forever};

/// Everything a build reads. A change to `xtask` or `serve` needs a new start.
const WATCHED: [&str; 11] = [
    "core",
    "macros",
    "gate",
    "web",
    "pkg",
    "cli",
    "decision-aids",
    "docs",
    "languages",
    "Cargo.toml",
    "Cargo.lock",
];

/// The files of the build as they are now.
fn look() -> Seen {
    Seen::now(WATCHED.map(|name| project::root().join(name)), usize::MAX)
}

/// What `cargo xtask start` can be asked for.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The port on this machine
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Do not open a browser
    #[arg(long)]
    no_open: bool,
    /// Serve this build without watching for changes and without reloading the page
    #[arg(long)]
    no_watch: bool,
    #[command(flatten)]
    flavour: build::Flavour,
}

/// The verb.
pub(crate) fn run(options: &Options) -> Result<()> {
    let begun = Instant::now();
    // The port first: a person should not wait for a build to learn that it is taken.
    let server = server::Server::bind(options.port)?;
    tools::ready(options.flavour.offline, options.flavour.release)?;
    let seen = look();
    // With nothing built yet there is nothing to serve; later failures keep the last good build.
    build::all(&options.flavour, options.flavour.release)?;

    let address = server.address();
    say::step("ready", &address, begun.elapsed());
    if !options.no_open && open::that_detached(&address).is_err() {
        say::line("", "Open that address in a browser.");
    }
    say::line("", "Stop with Ctrl+C.");
    if options.no_watch {
        server.serve(&project::dist());
    }
    let builds = server.serve_watched(&project::dist());
    components(&options.flavour);
    forever(seen, &project::root(), look, |changed| {
        say::line("changed", changed);
        let begun = Instant::now();
        match build::all(&options.flavour, options.flavour.release) {
            Ok(()) => {
                builds.ring();
                say::step("ready", &address, begun.elapsed());
                components(&options.flavour);
            }
            Err(error) => {
                say::failure(&error);
                eprintln!("\n  The last good build is still served. It is built again when a file changes.");
            }
        }
    })
}

/// Renders the component gallery once the site is served: nobody waits for it. A published build has it already.
fn components(flavour: &build::Flavour) {
    if flavour.release {
        return;
    }
    if let Err(error) = build::refresh(flavour) {
        say::failure(&error);
    }
}
