//! What each entry of the package weighs, measured when it is built and told in its README.

use super::stage::Stage;
use crate::{say, size};
use anyhow::{Context, Result, bail};
use std::fs;

/// Where the table goes in `pkg/README.md`.
const PLACE: &str = "<!-- What each entry weighs stands here in the published package. -->\n";

/// The entries, with what a page or a program loads of each: at once, and when it is needed.
const ENTRIES: [(&str, &[&str], &[&str]); 5] = [
    (
        "weighup",
        &["index.js", "wasm/weighup_element_bg.wasm"],
        &["wasm/weighup_rest.wasm", "wasm/weighup_fit_bg.wasm"],
    ),
    ("weighup/api", &["api.js", "wasm/weighup_api_bg.wasm"], &[]),
    (
        "weighup/headless",
        &["headless.js", "wasm/weighup_headless_bg.wasm"],
        &[],
    ),
    (
        "weighup/static",
        &["static.js", "wasm/weighup_author_bg.wasm"],
        &[],
    ),
    (
        "weighup/author",
        &["author.js", "wasm/weighup_author_bg.wasm"],
        &[],
    ),
];

/// Puts the table into the README of a `published` package. One in development keeps the line that says where it would stand.
pub(super) fn tell(stage: &Stage, published: bool) -> Result<()> {
    let path = stage.path("weighup/README.md");
    let readme = fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
    if readme.matches(PLACE).count() != 1 {
        bail!("pkg/README.md no longer holds `{}` once", PLACE.trim_end());
    }
    if !published {
        return Ok(());
    }
    let mut table = String::from("| entry | before the first call or control | behind it |\n|---|---|---|\n");
    for (entry, first, later) in ENTRIES {
        let behind = if later.is_empty() {
            String::new()
        } else {
            say::kilobytes(weight(stage, later)?)
        };
        table += &format!(
            "| `{entry}` | {} | {behind} |\n",
            say::kilobytes(weight(stage, first)?)
        );
    }
    fs::write(path, readme.replace(PLACE, &table))?;
    Ok(())
}

fn weight(stage: &Stage, files: &[&str]) -> Result<usize> {
    files.iter().try_fold(0, |sum, file| {
        let path = stage.path(&format!("weighup/{file}"));
        let content = fs::read(&path).with_context(|| format!("could not read {}", path.display()))?;
        Ok(sum + size::packed(&content)?)
    })
}
