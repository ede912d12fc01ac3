//! Every dependency is under a licence that `deny.toml` allows. `cargo deny check` says more, where it is installed.

use super::cargo;
use super::tally::Tally;
use crate::{process, project};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fs;

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
}

#[derive(Deserialize)]
struct Deny {
    licenses: Licences,
}

#[derive(Deserialize)]
struct Licences {
    allow: BTreeSet<String>,
}

/// One check per dependency.
pub(super) fn check() -> Result<Tally> {
    let deny =
        fs::read_to_string(project::root().join("deny.toml")).context("deny.toml could not be read")?;
    let allowed = toml::from_str::<Deny>(&deny)
        .context("deny.toml is not as expected")?
        .licenses
        .allow;
    let text = process::output(&mut cargo(&["metadata", "--format-version", "1", "--quiet"]))?;
    let metadata: Metadata = serde_json::from_str(&text)?;
    let mut tally = Tally::default();
    for package in metadata.packages {
        let licence = package.license.unwrap_or_default();
        if permits(&licence, &allowed) {
            tally.passed += 1;
        } else {
            tally.failed += 1;
            println!(
                "{} {} is under `{licence}`, which deny.toml does not allow: use another library, or allow the licence there",
                package.name, package.version
            );
        }
    }
    Ok(tally)
}

/// Whether an SPDX expression can be met with the allowed licences. Old manifests write `/` for `OR`.
fn permits(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let plain = expression.replace('/', " OR ").replace(['(', ')'], " ");
    // Without nesting deeper than the registry's own: every part joined by AND needs one allowed alternative.
    plain
        .split(" AND ")
        .all(|part| part.split(" OR ").any(|name| allowed.contains(name.trim())))
}

#[cfg(test)]
mod tests {
    use super::permits;

    #[test]
    fn reads_the_expressions_of_the_registry() {
        let allowed = ["MIT", "Apache-2.0", "Unicode-3.0"].map(str::to_owned).into();
        for good in [
            "MIT",
            "MIT/Apache-2.0",
            "GPL-2.0 OR MIT",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
        ] {
            assert!(permits(good, &allowed), "{good}");
        }
        for bad in ["", "GPL-3.0", "MIT AND GPL-3.0", "LGPL-2.1-or-later"] {
            assert!(!permits(bad, &allowed), "{bad}");
        }
    }
}
