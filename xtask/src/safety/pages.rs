//! The pages: each a text of `docs/safety/source` whose holes are filled.

use super::sources::Sources;
use super::{FOLDER, log};
use crate::project;
use anyhow::{Context, Result, anyhow};
use serde::Deserialize;
use std::fs;

/// What stands first on every page.
const NOTICE: &str = "> **This is not a completed assessment, and nobody has signed it.** It is material for whoever supplies or deploys Weighup and \
takes their own clinical-safety, data-protection and regulatory advice. The project has no clinical safety officer.\n>\n\
> Written by `cargo xtask safety` from `docs/safety/hazards.toml` and `docs/safety/source/`; a check of the suite fails when it is out of date.";

/// Every page with its text.
pub(super) fn all(sources: &Sources) -> Result<Vec<(String, String)>> {
    let folder = project::root().join(FOLDER).join("source");
    let mut names: Vec<String> = fs::read_dir(&folder)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<Result<_>>()?;
    names.retain(|name| name.ends_with(".md"));
    names.sort();
    let pages = names.into_iter().map(|name| {
        let text = fs::read_to_string(folder.join(&name))?;
        let page = filled(&text, sources).with_context(|| format!("{FOLDER}/source/{name}"))?;
        Ok((name, page))
    });
    pages.collect()
}

/// The text with every `{{hole}}` filled. The notice comes after the first heading.
fn filled(text: &str, sources: &Sources) -> Result<String> {
    let (heading, rest) = text
        .split_once('\n')
        .ok_or_else(|| anyhow!("a page begins with its heading"))?;
    let mut out = format!("{heading}\n\n{NOTICE}\n");
    let mut rest = rest;
    while let Some((before, after)) = rest.split_once("{{") {
        let (hole, after) = after
            .split_once("}}")
            .ok_or_else(|| anyhow!("a hole is never closed"))?;
        out.push_str(before);
        out.push_str(&part(hole.trim(), sources)?);
        rest = after;
    }
    out.push_str(rest);
    Ok(out.trim_end().to_owned() + "\n")
}

/// What belongs in a hole.
fn part(hole: &str, sources: &Sources) -> Result<String> {
    if let Some(id) = hole.strip_prefix("tests ") {
        let hazard = sources
            .hazard(id)
            .ok_or_else(|| anyhow!("there is no hazard {id}"))?;
        return Ok(log::tests(hazard));
    }
    Ok(match hole {
        "version" => version()?,
        "hazards" => log::hazards(sources),
        "summary" => log::summary(sources),
        "left" => log::left(sources),
        "open" => log::open(sources),
        "deployers" => log::to_do(sources, true),
        "others" => log::to_do(sources, false),
        "slots" => log::slots(sources),
        "read" => sources
            .read
            .iter()
            .map(|line| format!("- {line}"))
            .collect::<Vec<_>>()
            .join("\n"),
        "diagram" => log::diagram(sources),
        "flows" => log::flows(sources, false),
        "personal" => log::flows(sources, true),
        "count" => sources.hazards.len().to_string(),
        "named" => sources.tests().len().to_string(),
        "executions" => log::executions(&crate::fuzz::figures()?),
        "accessibility" => accessibility()?,
        "broken" => crate::broken::page()?,
        "mutants" => crate::mutants::page()?,
        _ => return Err(anyhow!("nothing is called `{hole}`")),
    })
}

/// The version that the pages are of.
fn version() -> Result<String> {
    #[derive(Deserialize)]
    struct Manifest {
        workspace: Workspace,
    }
    #[derive(Deserialize)]
    struct Workspace {
        package: Package,
    }
    #[derive(Deserialize)]
    struct Package {
        version: String,
    }
    let text = fs::read_to_string(project::root().join("Cargo.toml"))?;
    Ok(toml::from_str::<Manifest>(&text)?.workspace.package.version)
}

/// What the conformance report counts, in its own words.
fn accessibility() -> Result<String> {
    let text = fs::read_to_string(project::root().join("docs/accessibility.md"))?;
    let line = text
        .lines()
        .find(|line| line.starts_with("Of ") && line.contains("criteria"));
    line.map(str::to_owned)
        .ok_or_else(|| anyhow!("docs/accessibility.md does not count its criteria"))
}
