//! Compiling with cargo, and learning where the result is.

use crate::{process, project, say, tools};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::path::PathBuf;
use std::process::Command;

#[derive(Deserialize)]
struct Message {
    reason: String,
    #[serde(default)]
    fresh: bool,
    target: Option<Target>,
    #[serde(default)]
    filenames: Vec<PathBuf>,
    executable: Option<PathBuf>,
    message: Option<Diagnostic>,
}

#[derive(Deserialize)]
struct Diagnostic {
    level: String,
    rendered: Option<String>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
}

/// What to compile.
pub(crate) struct Unit<'a> {
    /// The first word of the progress line.
    pub(crate) what: &'static str,
    /// The packages, as in `cargo build -p`: those built together share what they stand on, with the features of each.
    pub(crate) packages: &'a [&'a str],
    /// The example to compile instead of the package's own program.
    pub(crate) example: Option<&'a str>,
    /// Cargo features, joined by commas; may be empty.
    pub(crate) features: &'a str,
    /// The cargo profile.
    pub(crate) profile: &'a str,
    /// The target, or `None` for this machine.
    pub(crate) target: Option<&'a str>,
    /// Whether cargo must not use the network.
    pub(crate) offline: bool,
    /// Whether the result is published, and so must not name folders of this machine.
    pub(crate) published: bool,
    /// Whether a published result writes nothing with `{:?}`: then all that would is left out.
    pub(crate) terse: bool,
}

/// Compiles, showing errors as cargo does, and returns the executable or the `.wasm` file of each package, in their order.
pub(crate) fn compile(unit: &Unit<'_>) -> Result<Vec<PathBuf>> {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(project::root());
    cargo.args(["build", "--quiet", "--message-format=json"]);
    cargo.args(["--profile", unit.profile]);
    for package in unit.packages {
        cargo.args(["--package", package]);
    }
    if let Some(target) = unit.target {
        cargo.args(["--target", target]);
    }
    if let Some(example) = unit.example {
        cargo.args(["--example", example]);
    }
    if !unit.features.is_empty() {
        cargo.args(["--features", unit.features]);
    }
    if unit.offline {
        cargo.arg("--offline");
    }
    let mut flags = std::env::var("RUSTFLAGS").unwrap_or_default();
    if unit.target == Some(tools::WASM) {
        flags.push_str(VECTORS);
    }
    if unit.published {
        flags.push_str(&without_paths());
        if unit.target == Some(tools::WASM) && tools::std_source().is_some() {
            // The standard library made anew for size, without the words of panics: the page learns that the code
            // stopped, which is all it can use. These are unstable options of a stable compiler: they only make the
            // file smaller, and a build without them is the same program.
            cargo.env("RUSTC_BOOTSTRAP", "1");
            cargo.args([
                "-Zbuild-std=std,panic_abort",
                "-Zbuild-std-features=optimize_for_size",
            ]);
            flags.push_str(" -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none");
            if unit.terse {
                flags.push_str(" -Zfmt-debug=none");
                // Cargo keeps one set of flags in a folder: beside the others each would be compiled anew at every build.
                cargo.arg("--target-dir").arg(project::target().join("terse"));
            }
        }
    }
    if !flags.is_empty() {
        cargo.env("RUSTFLAGS", flags);
    }
    let names: Vec<String> = match unit.example {
        Some(example) => vec![example.replace('-', "_")],
        None => unit
            .packages
            .iter()
            .map(|package| package.replace('-', "_"))
            .collect(),
    };
    let mut made: Vec<Option<PathBuf>> = vec![None; names.len()];
    let mut compiled = 0_usize;
    let mut progress = say::Progress::new(unit.what);
    let done = process::lines(&mut cargo, |line| {
        let Ok(message) = serde_json::from_str::<Message>(line) else {
            return;
        };
        if let Some(diagnostic) = message.message {
            // Warnings are `cargo xtask test`'s matter: here they would bury the progress.
            if diagnostic.level.starts_with("error") {
                say::verbatim(diagnostic.rendered.as_deref().unwrap_or_default());
            }
        }
        if message.reason != "compiler-artifact" {
            return;
        }
        let name = message.target.map(|target| target.name).unwrap_or_default();
        if !message.fresh {
            compiled += 1;
            progress.show(&format!("{compiled} crates, just now {name}"));
        }
        let place = names.iter().position(|each| *each == name.replace('-', "_"));
        if let Some(result) = place.and_then(|place| made.get_mut(place)) {
            let wasm = message
                .filenames
                .into_iter()
                .find(|file| file.extension().is_some_and(|e| e == "wasm"));
            *result = message.executable.or(wasm).or(result.take());
        }
    })?;
    let packages = unit.packages.join("` and `");
    if !done {
        bail!("`{packages}` does not compile; what is wrong stands above. Mend it and try again.");
    }
    made.into_iter()
        .collect::<Option<_>>()
        .with_context(|| format!("cargo compiled `{packages}` without saying where the result is"))
}

/// WebAssembly's vector instructions: every browser that has constructable style sheets has them (Safari 16.4, Chrome 91,
/// Firefox 101). Results are the same without, to the last bit.
const VECTORS: &str = " -C target-feature=+simd128";

/// Panic messages hold the paths of source files: published ones start at the repository or the registry.
fn without_paths() -> String {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let mut flags = String::new();
    let places = [(home, "cargo"), (Some(project::root()), "weighup")];
    for (place, name) in places
        .into_iter()
        .filter_map(|(place, name)| Some((place?, name)))
    {
        flags.push_str(&format!(" --remap-path-prefix={}=/{name}", place.display()));
    }
    flags
}
