//! `aids/index.json`: the list of the aids of a site, which pages beside them read.

use std::collections::BTreeSet;

use serde::Serialize;

use super::ReadyAid;
use crate::aid::document::TranslatedDoc;
use crate::authoring::Finding;
use crate::view::review_notice;

/// One aid of the list.
#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    title: &'a str,
    short_title: &'a str,
    condition: &'a str,
    decision: &'a str,
    version: &'a str,
    language: &'a str,
    /// SHA-256 of the compact JSON.
    hash: &'a str,
    options: Vec<&'a str>,
    minutes: u16,
    /// What helps to find it: whom it is for, and where in care.
    #[serde(skip_serializing_if = "Option::is_none")]
    finding: Option<&'a Finding>,
    /// The same in words: "women, 50 to 70 years".
    for_whom: String,
    /// "a GP surgery, a clinic".
    places: String,
    reviewed: bool,
    review: String,
    last_reviewed: &'a str,
    next_review: &'a str,
    /// Its translations, with the names of their files.
    translations: &'a [TranslatedDoc],
    /// The checked aid, beside the list.
    json: String,
    /// The page that needs no script, beside it, where pages are made.
    #[serde(skip_serializing_if = "Option::is_none")]
    html: Option<String>,
}

/// The list as a file; `pages` says that every aid has a page beside it.
#[must_use]
pub fn list(aids: &[ReadyAid], pages: bool) -> String {
    let entries: Vec<Entry<'_>> = aids.iter().map(|ready| entry(ready, pages)).collect();
    // Structs of strings and numbers always serialise.
    serde_json::to_string_pretty(&entries).unwrap_or_default()
}

/// An id that two of them have: their files would have the same names.
#[must_use]
pub fn twice(aids: &[ReadyAid]) -> Option<&str> {
    let mut ids = BTreeSet::new();
    let mut all = aids.iter().map(|ready| ready.aid.id());
    all.find(|id| !ids.insert(*id))
}

fn entry(ready: &ReadyAid, pages: bool) -> Entry<'_> {
    let (aid, finding) = (&ready.aid, ready.finding.as_ref());
    let about = &aid.document().about;
    let review = review_notice(aid);
    Entry {
        id: aid.id(),
        title: aid.title(),
        short_title: aid.short_title(),
        condition: &about.condition,
        decision: &about.decision,
        version: aid.version(),
        language: &aid.document().language,
        hash: aid.hash().as_str(),
        options: aid.options().iter().map(|option| option.name()).collect(),
        minutes: about.minutes,
        finding,
        for_whom: finding.map(Finding::whom).unwrap_or_default(),
        places: finding.map(Finding::places_said).unwrap_or_default(),
        reviewed: review.reviewed,
        review: review.text,
        last_reviewed: &about.last_reviewed,
        next_review: &about.next_review,
        translations: &aid.document().translations,
        json: format!("{}.json", aid.id()),
        html: pages.then(|| format!("{}.html", aid.id())),
    }
}
