//! `weighup build --hosts`: the aids as record systems and directories read them. `aids.json` lists every aid with whom it is for;
//! `cards/ID.json` is what a CDS Hooks service (2.0) shows where an aid applies. Both stand on the aids' own facts alone.

use std::path::Path;

use schemars::JsonSchema;
use serde::Serialize;
use weighup_core::aid::Aid;
use weighup_core::authoring::Finding;

use crate::address::Address;

/// The form of `aids.json`; another number means that programs have to read it differently.
const FORMAT: u32 = 1;
/// A card's summary has to be shorter (CDS Hooks 2.0, card attributes).
const SUMMARY: usize = 140;

/// `aids.json`: the decision aids that stand at somebody's address.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields, title = "Weighup catalogue of decision aids")]
pub(crate) struct Catalogue {
    /// The form of this file: 1.
    format: u32,
    /// What wrote it: "weighup 0.1.0".
    software: String,
    /// One for each aid, by its id.
    aids: Vec<Listed>,
}

/// One aid.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Listed {
    /// Its name for programs, the same in every version.
    id: String,
    /// Its version.
    version: String,
    /// SHA-256 of its content in its own language, as every screen of it shows it.
    hash: String,
    /// Its title, in its own language.
    title: String,
    /// The same, shorter.
    short_title: String,
    /// The decision it helps with, in a sentence.
    decision: String,
    /// What it is about, in the authors' words.
    condition: String,
    /// The options, all of them, in the order of the aid, which says nothing about them.
    options: Vec<String>,
    /// The language it is written in, as a BCP 47 tag.
    language: String,
    /// The languages it is translated into.
    translations: Vec<Translated>,
    /// Where people open it.
    address: String,
    /// About how many minutes it takes.
    minutes: u16,
    /// Whether a clinician has reviewed this version.
    reviewed: bool,
    /// The same in a sentence, which has to be shown wherever the aid is offered.
    review: String,
    /// When its evidence was last looked at, as 2026-03-31.
    last_reviewed: String,
    /// When that is due again.
    next_review: String,
    /// Whom it is for, as facts; left out where its authors do not say. Codes are there only where they give them.
    #[serde(skip_serializing_if = "Option::is_none")]
    applies: Option<Finding>,
    /// The same in words: "women, 50 to 70 years". Empty where its authors do not say.
    for_whom: String,
    /// Where in care, in words: "a GP surgery, a clinic". Empty where its authors do not say.
    places: String,
    /// The CDS Hooks card of it, beside this file.
    card: String,
}

/// An aid in another language.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Translated {
    /// As a BCP 47 tag.
    language: String,
    /// SHA-256 of its content in that language.
    hash: String,
}

/// A card of CDS Hooks 2.0. It suggests nothing: no option, no order, no figure.
#[derive(Serialize)]
struct Card {
    summary: String,
    detail: String,
    indicator: &'static str,
    source: Source,
    links: [Link; 1],
}

#[derive(Serialize)]
struct Source {
    label: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Link {
    label: &'static str,
    url: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    app_context: Option<String>,
}

/// Where people open the aids: in a browser, and by a launch of SMART where there is one.
#[derive(Clone, Copy)]
pub(crate) struct Places<'a> {
    pub(crate) page: Address<'a>,
    pub(crate) launch: Option<Address<'a>>,
}

/// The files of the aids, each a path and a text.
pub(crate) fn files(aids: &[(&Aid, Option<&Finding>)], at: Places<'_>) -> Vec<(std::path::PathBuf, String)> {
    let card = |id: &str| format!("cards/{id}.json");
    let mut aids = aids.to_vec();
    aids.sort_by_key(|(aid, _)| aid.id().to_owned());
    let catalogue = Catalogue {
        format: FORMAT,
        software: concat!("weighup ", env!("CARGO_PKG_VERSION")).to_owned(),
        aids: aids
            .iter()
            .map(|(aid, finding)| listed(aid, *finding, at.page.to(aid.id()), card(aid.id())))
            .collect(),
    };
    let mut files = vec![(Path::new("aids.json").to_owned(), written(&catalogue))];
    for (aid, finding) in aids {
        let path = Path::new(&card(aid.id())).to_owned();
        files.push((path, written(&card_of(aid, finding, at))));
    }
    files
}

fn listed(aid: &Aid, finding: Option<&Finding>, address: String, card: String) -> Listed {
    let document = aid.document();
    let about = &document.about;
    let review = weighup_core::view::review_notice(aid);
    let translations = document.translations.iter().map(|one| Translated {
        language: one.language.clone(),
        hash: one.hash.clone(),
    });
    Listed {
        id: aid.id().to_owned(),
        version: aid.version().to_owned(),
        hash: aid.hash().as_str().to_owned(),
        title: aid.title().to_owned(),
        short_title: aid.short_title().to_owned(),
        decision: about.decision.clone(),
        condition: about.condition.clone(),
        options: aid.options().iter().map(|one| one.name().to_owned()).collect(),
        language: document.language.clone(),
        translations: translations.collect(),
        address,
        minutes: about.minutes,
        reviewed: review.reviewed,
        review: review.text,
        last_reviewed: about.last_reviewed.clone(),
        next_review: about.next_review.clone(),
        applies: finding.cloned(),
        for_whom: finding.map(Finding::whom).unwrap_or_default(),
        places: finding.map(Finding::places_said).unwrap_or_default(),
        card,
    }
}

/// The card: what there is to decide, whom the aid is for, whether it is reviewed, and the way to it.
fn card_of(aid: &Aid, finding: Option<&Finding>, at: Places<'_>) -> Card {
    let whom = finding.map(|finding| format!("\n\nFor {}.", finding.whom()));
    let link = match at.launch {
        Some(launch) => Link {
            label: "Open the decision aid",
            url: launch.to(aid.id()),
            kind: "smart",
            app_context: Some(aid.id().to_owned()),
        },
        None => Link {
            label: "Open the decision aid",
            url: at.page.to(aid.id()),
            kind: "absolute",
            app_context: None,
        },
    };
    Card {
        summary: summary(aid),
        detail: format!(
            "{}\n\nIt shows the options side by side and recommends none of them.{}\n\n{}",
            aid.document().about.decision,
            whom.unwrap_or_default(),
            weighup_core::view::review_notice(aid).text,
        ),
        indicator: "info",
        source: Source {
            label: format!("Weighup, {} {}", aid.id(), aid.version()),
        },
        links: [link],
    }
}

/// Names the aid, by its shorter title where the longer one is too long; a title is never cut.
fn summary(aid: &Aid) -> String {
    let named = |title: &str| format!("Decision aid: {title}");
    [aid.title(), aid.short_title(), aid.id()]
        .map(named)
        .into_iter()
        .find(|text| text.chars().count() < SUMMARY)
        .unwrap_or_else(|| "Decision aid".to_owned())
}

/// The JSON Schema of `aids.json`.
pub(crate) fn schema() -> serde_json::Value {
    schemars::schema_for!(Catalogue).to_value()
}

/// Structs of strings and numbers always serialise.
fn written(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
