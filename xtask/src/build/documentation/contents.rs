//! `docs/contents.toml`: the groups of pages, in their order, and what each is about.

use super::super::gallery::escape;
use super::{Pages, address};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::fs;
use std::path::Path;

/// What stands in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Contents {
    #[serde(rename = "group")]
    groups: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    title: String,
    #[serde(rename = "page")]
    pages: Vec<Listed>,
}

/// A page of a group.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Listed {
    file: String,
    says: String,
    /// Tests that run its examples as they stand.
    #[serde(default)]
    pub(super) run: Vec<String>,
    /// Tests that read it.
    #[serde(default)]
    pub(super) held: Vec<String>,
}

impl Contents {
    /// The groups, with a last one for pages that somebody has not put into any yet.
    pub(super) fn read(folder: &Path, pages: &Pages) -> Result<Self> {
        let path = folder.join("contents.toml");
        let text = fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
        let mut contents: Self =
            toml::from_str(&text).context("docs/contents.toml is not what is expected")?;
        for listed in contents.groups.iter().flat_map(|group| &group.pages) {
            if !pages.contains_key(&listed.file) {
                bail!("docs/contents.toml names `{}`, which is not there", listed.file);
            }
        }
        let rest: Vec<Listed> = pages
            .keys()
            .filter(|name| is_listed(name) && contents.listed(name).is_none())
            .map(|name| Listed {
                file: name.clone(),
                says: String::new(),
                run: Vec::new(),
                held: Vec::new(),
            })
            .collect();
        if !rest.is_empty() {
            contents.groups.push(Group {
                title: "More".to_owned(),
                pages: rest,
            });
        }
        Ok(contents)
    }

    /// What is said of a page.
    pub(super) fn listed(&self, name: &str) -> Option<&Listed> {
        self.groups
            .iter()
            .flat_map(|group| &group.pages)
            .find(|listed| listed.file == name)
    }

    /// The list beside every page; `here` is the page it stands beside.
    pub(super) fn list(&self, here: &str, up: &str, pages: &Pages) -> String {
        let group = |group: &Group| {
            let links: String = group
                .pages
                .iter()
                .map(|listed| link(listed, here, up, pages))
                .collect();
            format!("<li><p>{}</p><ul>{links}</ul></li>", escape(&group.title))
        };
        let groups: String = self.groups.iter().map(group).collect();
        format!("<ul>{groups}</ul>")
    }

    /// The groups with what each page is about.
    pub(super) fn told(&self, pages: &Pages) -> String {
        let group = |group: &Group| {
            let links: String = group
                .pages
                .iter()
                .map(|listed| {
                    let (href, title) = (address(&listed.file), title(listed, pages));
                    format!(
                        "<li><a href=\"{href}\">{title}</a><br>{}</li>",
                        escape(&listed.says)
                    )
                })
                .collect();
            format!("<h2>{}</h2><ul class=\"told\">{links}</ul>", escape(&group.title))
        };
        self.groups.iter().map(group).collect()
    }
}

/// Whether a page is expected in a group: those in a folder are reached from the list of the folder.
fn is_listed(name: &str) -> bool {
    !name.contains('/') || name.ends_with("/README.md")
}

fn title(listed: &Listed, pages: &Pages) -> String {
    pages
        .get(&listed.file)
        .map(|page| escape(&page.title))
        .unwrap_or_default()
}

fn link(listed: &Listed, here: &str, up: &str, pages: &Pages) -> String {
    let current = if listed.file == here {
        " aria-current=\"page\""
    } else {
        ""
    };
    format!(
        "<li><a href=\"{up}{}\"{current}>{}</a></li>",
        address(&listed.file),
        title(listed, pages)
    )
}
