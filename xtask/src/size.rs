//! `cargo xtask size`: what a phone downloads, held to `budgets.toml`.

use crate::test::Tally;
use crate::{build, project, say, tools};
use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::fs;

/// `budgets.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budgets {
    download: Vec<Budget>,
}

/// The most that some files may weigh together.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    name: String,
    /// Paths in `dist/`. A path that ends in `*` means the heaviest of those that begin so; `made:STEM.js` is the glue of
    /// a module before it was bundled.
    files: Vec<String>,
    /// Bytes after brotli at its best: the most there may be.
    brotli: usize,
    /// Where it should come down to, when that is not reached yet.
    goal: Option<usize>,
}

/// The verb.
pub(crate) fn run(offline: bool) -> Result<()> {
    tools::ready(offline, true)?;
    build::all(
        &build::Flavour {
            release: true,
            offline,
        },
        true,
    )?;
    println!();
    let tally = check()?;
    if tally.failed > 0 {
        bail!(
            "{} of the sizes is above its budget in budgets.toml. Make it smaller, or raise the budget in a commit that says why.",
            tally.failed
        );
    }
    Ok(())
}

/// Prints every size and holds it to its budget.
pub(crate) fn check() -> Result<Tally> {
    let path = project::root().join("budgets.toml");
    let text = fs::read_to_string(&path).with_context(|| format!("{} could not be read", path.display()))?;
    let budgets: Budgets =
        toml::from_str(&text).with_context(|| format!("{} is not as expected", path.display()))?;
    println!("{:<34} {:>10} {:>10} {:>10}", "", "raw", "brotli", "budget");
    let mut tally = Tally::default();
    for budget in budgets.download {
        let mut weight = Weight::default();
        for pattern in &budget.files {
            weight = weight + heaviest(pattern)?;
        }
        let over = weight.brotli > budget.brotli;
        println!(
            "{:<34} {:>10} {:>10} {:>10}{}",
            budget.name,
            say::kilobytes(weight.raw),
            say::kilobytes(weight.brotli),
            say::kilobytes(budget.brotli),
            remark(&budget, weight.brotli)
        );
        tally += if over { Tally::failed(1) } else { Tally::passed(1) };
    }
    Ok(tally)
}

fn remark(budget: &Budget, brotli: usize) -> String {
    match budget.goal {
        _ if brotli > budget.brotli => "  above its budget".to_owned(),
        Some(goal) if brotli > goal => format!("  its goal is {}", say::kilobytes(goal)),
        _ => String::new(),
    }
}

#[derive(Clone, Copy, Default)]
struct Weight {
    raw: usize,
    brotli: usize,
}

impl std::ops::Add for Weight {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            raw: self.raw + other.raw,
            brotli: self.brotli + other.brotli,
        }
    }
}

fn heaviest(pattern: &str) -> Result<Weight> {
    let Some((folder, _)) = pattern.strip_suffix('*').and_then(|start| start.rsplit_once('/')) else {
        return match pattern.strip_prefix("made:") {
            Some(glue) => weigh(&build::glue(glue.trim_end_matches(".js"))),
            None => weigh(&project::dist().join(pattern)),
        };
    };
    let folder = project::dist().join(folder);
    let entries = fs::read_dir(&folder).with_context(|| format!("{} is not there", folder.display()))?;
    let mut most = Weight::default();
    for entry in entries {
        let weight = weigh(&entry?.path())?;
        if weight.brotli > most.brotli {
            most = weight;
        }
    }
    Ok(most)
}

fn weigh(path: &std::path::Path) -> Result<Weight> {
    let content = fs::read(path).with_context(|| format!("{} could not be read", path.display()))?;
    Ok(Weight {
        raw: content.len(),
        brotli: packed(&content)?,
    })
}

/// The bytes that a content takes after brotli at its best. What was measured once is kept: the best takes seconds.
pub(crate) fn packed(content: &[u8]) -> Result<usize> {
    let sum: String = Sha256::digest(content)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let kept = project::scratch().join("packed").join(sum);
    if let Some(known) = fs::read_to_string(&kept).ok().and_then(|text| text.parse().ok()) {
        return Ok(known);
    }
    let best = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: content.len(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut packed, &best)?;
    fs::create_dir_all(project::scratch().join("packed"))?;
    fs::write(kept, packed.len().to_string())?;
    Ok(packed.len())
}
