//! `cargo xtask twice`: the site and the package built once more in another folder, and compared with what was built here, byte by byte.

use crate::{process, project, say};
use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// The verb.
pub(crate) fn run() -> Result<()> {
    let here = project::dist();
    if !here.join("integrity.json").is_file() {
        bail!("there is no built site in dist/: run `cargo xtask build --release` first");
    }
    let begun = Instant::now();
    let there = other_folder()?;
    let mut own = Command::new(std::env::current_exe()?);
    // With nothing compiled before, as on a machine that has never seen it.
    own.env("WEIGHUP_ROOT", &there)
        .env_remove("CARGO_TARGET_DIR")
        .args(["build", "--release"]);
    process::run(&mut own).context("the second build did not succeed")?;
    say::step("twice", &there.display().to_string(), begun.elapsed());
    let (first, second) = (hashes(&here)?, hashes(&there.join("dist"))?);
    let differ = differences(&first, &second);
    for line in &differ {
        println!("{line}");
    }
    println!("{} files, {} differ", first.len(), differ.len());
    if !differ.is_empty() {
        bail!(
            "two builds of the same sources are not the same: docs/decisions/0077-the-same-bytes-from-any-folder.md says what may cause that"
        );
    }
    Ok(())
}

/// A copy of what git knows, in a folder with a name of another length, so that whatever holds a path is seen.
fn other_folder() -> Result<std::path::PathBuf> {
    let there = std::env::temp_dir().join("weighup-built-once-more-in-a-folder-with-a-long-name");
    if there.exists() {
        fs::remove_dir_all(&there)?;
    }
    let mut git = Command::new("git");
    git.current_dir(project::root())
        .args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"]);
    let listed = process::output(&mut git).context("git lists what is built, and does not answer here")?;
    for name in listed.split('\0').filter(|name| !name.is_empty()) {
        let (from, to) = (project::root().join(name), there.join(name));
        if !from.is_file() {
            continue;
        }
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(&from, &to).with_context(|| format!("{name} could not be copied"))?;
    }
    Ok(there)
}

type Hashes = BTreeMap<String, String>;

/// Every file of a site by its hash.
fn hashes(site: &Path) -> Result<Hashes> {
    let mut found = Hashes::new();
    for entry in walkdir::WalkDir::new(site).sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_file() {
            let name = entry
                .path()
                .strip_prefix(site)?
                .to_string_lossy()
                .replace('\\', "/");
            let hash = Sha256::digest(fs::read(entry.path())?);
            found.insert(name, hash.iter().map(|byte| format!("{byte:02x}")).collect());
        }
    }
    Ok(found)
}

/// A line for each file that only one of them has, or that is another.
fn differences(first: &Hashes, second: &Hashes) -> Vec<String> {
    let mut names: Vec<&String> = first.keys().chain(second.keys()).collect();
    names.sort();
    names.dedup();
    let told = names
        .into_iter()
        .filter_map(|name| match (first.get(name), second.get(name)) {
            (Some(one), Some(other)) if one == other => None,
            (Some(one), Some(other)) => Some(format!("{name} differs: {one} here, {other} there")),
            (Some(_), None) => Some(format!("{name} is here alone")),
            (None, _) => Some(format!("{name} is there alone")),
        });
    told.collect()
}

#[cfg(test)]
mod tests {
    use super::{Hashes, differences};

    #[test]
    fn what_is_another_or_alone_is_told() {
        let of = |pairs: &[(&str, &str)]| -> Hashes {
            pairs
                .iter()
                .map(|(name, hash)| ((*name).to_owned(), (*hash).to_owned()))
                .collect()
        };
        let first = of(&[("a", "1"), ("b", "2"), ("c", "3")]);
        assert!(differences(&first, &first).is_empty());
        let second = of(&[("a", "1"), ("b", "9"), ("d", "3")]);
        assert_eq!(
            differences(&first, &second),
            [
                "b differs: 2 here, 9 there",
                "c is here alone",
                "d is there alone"
            ]
        );
    }
}
