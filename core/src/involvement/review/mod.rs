//! A page on which people comment on an aid on screen: what its script knows of the aid, and what it says.

mod asks;
mod texts;

use serde_json::json;

use super::comments::{SOURCE, row_of};
use super::form::{FORM_QUESTIONS, content, heading, is_asked, kinds, questions};
use super::{AidPlaces, AidSection};
use crate::aid::Aid;
use crate::authoring::{named, reviewers_words};
use crate::view::every_card;
use crate::words::Language;

pub use asks::{ReviewAsk, ReviewAskSaid, ReviewAsks, read_asks, review_asks_schema};

/// Comments that one page holds. Twenty times what a patient reader of a draft writes; a file of more is given back as it is.
pub const MOST_ON_A_PAGE: usize = 1_000;

/// What the page's script knows, as JSON: which aid and version, its parts and texts by their paths, the questions, and every
/// sentence it says. `software` is what files say they were made with.
#[must_use]
pub fn review_page_data(aid: &Aid, asks: Option<&ReviewAsks>, software: &str) -> String {
    let (doc, words) = (aid.document(), &reviewers_words(aid));
    let places = AidPlaces::of(aid);
    let language = &doc.language;
    let own = asks.map(|asks| asks.ask.as_slice()).unwrap_or_default();
    let usual = questions(words);
    let usual = FORM_QUESTIONS
        .iter()
        .zip(&usual)
        .filter(|_| asks.is_none_or(|asks| asks.usual));
    let asked: Vec<_> = usual
        .map(|(known, shown)| json!({ "known": known, "shown": shown, "of": [""] }))
        .chain(own.iter().map(|ask| {
            let all = [String::new()];
            let of = if ask.of.is_empty() { &all[..] } else { &ask.of };
            json!({ "known": ask.question, "shown": ask.in_language(language), "of": of })
        }))
        .collect();
    let part = |section: &AidSection| json!({ "name": section.name, "heading": heading(words, section) });
    let parts = places
        .sections()
        .iter()
        .filter(|section| is_asked(&section.name))
        .map(part);
    let cards = every_card(aid).into_iter().map(|card| {
        let row = row_of(aid, &card).map(|row| named(doc, &row).join("."));
        row.unwrap_or_else(|| format!("outcome.{}", card.id.as_str()))
    });
    let rtl = Language::of(language).is_some_and(Language::is_rtl);
    let content = content(aid);
    let data = json!({
        "aid": doc.id,
        "title": doc.title,
        "version": doc.version,
        "content": content,
        "language": language,
        "direction": if rtl { "rtl" } else { "ltr" },
        "source": format!("{SOURCE}{}:{}:{content}", doc.id, doc.version),
        "software": software,
        "most": MOST_ON_A_PAGE,
        "parts": parts.collect::<Vec<_>>(),
        "places": places.all().iter().map(|place| (&place.name, &place.text)).collect::<Vec<_>>(),
        "options": aid.options().iter().map(|option| (option.id.as_str(), option.name())).collect::<Vec<_>>(),
        "cards": cards.collect::<Vec<_>>(),
        "kinds": kinds(words),
        "questions": asked,
        "texts": texts::texts(words),
    });
    data.to_string()
}

/// What the page says where its script does not run, in the language of the aid.
#[must_use]
pub fn review_without_script(aid: &Aid) -> String {
    texts::texts(&reviewers_words(aid))
        .remove("noscript")
        .unwrap_or_default()
}
