//! What the search of the documentation reads: every part of every page as plain text. It is looked through in the browser, which asks for
//! it when somebody first searches.

use super::{Pages, address};
use anyhow::Result;
use serde::Serialize;

/// What stands in `docs/search.json`.
#[derive(Serialize)]
struct Index<'p> {
    pages: Vec<Page<'p>>,
}

/// A page: its address from `docs/`, its title, and its parts as anchor, heading and text.
#[derive(Serialize)]
struct Page<'p>(String, &'p str, Vec<(&'p str, &'p str, &'p str)>);

/// The index of all pages, in the order of their files.
pub(super) fn index(pages: &Pages) -> Result<String> {
    let pages = pages
        .iter()
        .map(|(name, page)| {
            let parts = page
                .sections
                .iter()
                .map(|part| (part.anchor.as_str(), part.heading.as_str(), part.text.as_str()));
            Page(address(name), &page.title, parts.collect())
        })
        .collect();
    Ok(serde_json::to_string(&Index { pages })?)
}
