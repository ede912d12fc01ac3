//! What the repository stands on: a reason for every library, and a sound bill of what is released. Nothing here asks the network;
//! advisories do, and are read before a release (`cargo xtask advisories`).

use super::cargo;
use super::tally::Tally;
use crate::{process, project, sbom};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

/// The page with the reasons.
const PAGE: &str = "docs/dependencies.md";

/// One check for every library that is named, and one for every bill.
pub(super) fn check() -> Result<Tally> {
    let page = fs::read_to_string(project::root().join(PAGE))
        .with_context(|| format!("{PAGE} could not be read"))?;
    let (rust, npm) = page
        .split_once("\n## npm\n")
        .with_context(|| format!("{PAGE} has no part about npm"))?;
    let mut tally = held(&reasons(rust), &crates()?) + held(&reasons(npm), &packages()?);
    for release in &sbom::RELEASES {
        let bom = sbom::bom(release)?;
        let mut wrong = sbom::faults(&bom);
        let components = sbom::list(&bom, "components").iter();
        let names: BTreeSet<&str> = components.filter_map(|each| each.get("name")?.as_str()).collect();
        let missing = release.has.iter().filter(|name| !names.contains(**name));
        wrong.extend(missing.map(|name| format!("{name} is not in it")));
        let strange = release.has_not.iter().filter(|name| names.contains(**name));
        wrong.extend(strange.map(|name| format!("{name} is in it, and nothing of it is released")));
        for line in &wrong {
            println!("the bill of {}: {line}", release.name);
        }
        tally += if wrong.is_empty() {
            Tally::passed(1)
        } else {
            Tally::failed(1)
        };
    }
    Ok(tally)
}

/// The verb `advisories`: known weaknesses, versions that were taken back, sources. Both tools ask the network, so no group runs them.
pub(crate) fn advisories() -> Result<()> {
    if !process::answers("cargo-deny", "--version") {
        bail!("cargo-deny is not installed: run `cargo install cargo-deny --locked` and try again.");
    }
    process::run(&mut cargo(&["deny", "check"]))?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let tests = project::root().join("tests");
    process::run(
        Command::new(npm)
            .current_dir(tests)
            .args(["audit", "--audit-level=high"]),
    )
}

/// Holds the libraries that stand on the page against those that are named in manifests.
fn held(told: &BTreeMap<String, String>, named: &BTreeSet<String>) -> Tally {
    let mut tally = Tally::default();
    for name in named {
        // A word or two is no reason.
        if told.get(name).is_some_and(|why| why.split(' ').count() > 2) {
            tally.passed += 1;
        } else {
            println!("{PAGE} has no reason for `{name}`: say what it is for, or do without it");
            tally.failed += 1;
        }
    }
    for name in told.keys().filter(|name| !named.contains(*name)) {
        println!("{PAGE} gives a reason for `{name}`, which nothing names: take it out");
        tally.failed += 1;
    }
    tally
}

/// `| `name` | why | …`, by name.
fn reasons(text: &str) -> BTreeMap<String, String> {
    let rows = text.lines().filter_map(|line| {
        let (name, rest) = line.strip_prefix("| `")?.split_once("` | ")?;
        let why = rest.split(" |").next()?;
        Some((name.to_owned(), why.to_owned()))
    });
    rows.collect()
}

/// The libraries that the crates name themselves.
fn crates() -> Result<BTreeSet<String>> {
    #[derive(Deserialize)]
    struct Metadata {
        packages: Vec<Package>,
    }
    #[derive(Deserialize)]
    struct Package {
        dependencies: Vec<Dependency>,
    }
    #[derive(Deserialize)]
    struct Dependency {
        name: String,
        source: Option<String>,
    }
    let text = process::output(&mut cargo(&[
        "metadata",
        "--no-deps",
        "--format-version",
        "1",
        "--quiet",
    ]))?;
    let metadata: Metadata = serde_json::from_str(&text)?;
    let all = metadata
        .packages
        .into_iter()
        .flat_map(|package| package.dependencies);
    // What has no source is a crate of ours.
    Ok(all
        .filter(|each| each.source.is_some())
        .map(|each| each.name)
        .collect())
}

/// The packages that the tests and the npm package name themselves.
fn packages() -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for file in [
        "tests/package.json",
        "tests/slow/fhir/package.json",
        "tests/slow/react/18/package.json",
        "tests/slow/react/next/package.json",
        "tests/slow/runners/package.json",
        "pkg/package.json",
    ] {
        let manifest: Value = serde_json::from_str(&fs::read_to_string(project::root().join(file))?)
            .with_context(|| format!("{file} is not JSON"))?;
        for kind in ["dependencies", "devDependencies", "peerDependencies"] {
            let names = manifest
                .get(kind)
                .and_then(Value::as_object)
                .into_iter()
                .flatten();
            found.extend(names.map(|(name, _)| name.clone()));
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::{held, reasons};

    #[test]
    fn a_library_has_a_reason_and_a_reason_a_library() {
        let told = reasons("| library | why |\n|---|---|\n| `a` | what it is for | yes |\n| `b` | short |\n");
        let named = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(held(&told, &named(&["a"])).failed, 1, "b is not named");
        let both = held(&told, &named(&["a", "b", "c"]));
        assert_eq!(
            (both.passed, both.failed),
            (1, 2),
            "b has no reason, c does not stand there"
        );
    }
}
