//! The pages around the element: the gallery, one page per aid, and the demonstration host pages.

use super::aids::{Entry, entries};
use super::languages::{self, Language};
use super::stage::Stage;
use crate::project;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::fs;

/// The aids a visitor should meet first; the others follow by title.
const FIRST: [&str; 1] = ["prostate-localised"];

/// An aid in another language, as its own file has it.
#[derive(Deserialize)]
struct Translated {
    title: String,
    about: About,
}

#[derive(Deserialize)]
struct About {
    decision: String,
}

/// Lays out every page of the site that is not the package.
pub(super) fn lay_out(stage: &Stage) -> Result<()> {
    let demo = project::root().join("pkg/demo");
    stage.copy_folder(&demo.join("site"), "site")?;
    stage.copy_folder(&demo.join("host"), "host")?;
    // What stands at the root of a site by its name.
    stage.copy(&demo.join("root/llms.txt"), "llms.txt")?;

    let aids = sorted(stage)?;
    let languages = languages::all()?;
    let card = template("card.html")?;
    let cards = aids
        .iter()
        .map(|aid| {
            let links = links(stage, aid, &languages);
            fill(&card, aid, "ltr", "").map(|card| card.replace("<!-- languages -->", &links))
        })
        .collect::<Result<String>>()?;
    stage.write(
        "index.html",
        template("gallery.html")?
            .replace("{{cards}}", &cards)
            .replace("{{places}}", &places(&aids)),
    )?;

    let (page, frame) = (template("aid.html")?, template("frame.html")?);
    for aid in &aids {
        one(stage, &page, aid, &aid.id, "ltr")?;
        framed(stage, &frame, aid, &aid.id, "ltr")?;
        for language in translations(stage, aid, &languages) {
            let file = format!("{}.{}", aid.id, language.folder);
            let text = fs::read_to_string(stage.path(&format!("aids/{file}.json")))?;
            let made: Translated = serde_json::from_str(&text)
                .with_context(|| format!("aids/{file}.json has no title or decision"))?;
            let aid = Entry {
                title: made.title,
                decision: made.about.decision,
                language: language.tag.clone(),
                ..aid.clone()
            };
            one(stage, &page, &aid, &file, &language.direction)?;
            framed(stage, &frame, &aid, &file, &language.direction)?;
        }
    }
    Ok(())
}

/// The aids in the order in which they are listed.
pub(super) fn sorted(stage: &Stage) -> Result<Vec<Entry>> {
    let mut aids = entries(stage)?;
    aids.sort_by_cached_key(|aid| {
        let place = FIRST.iter().position(|id| *id == aid.id).unwrap_or(FIRST.len());
        (place, aid.title.clone())
    });
    Ok(aids)
}

/// A page before anything is filled in.
pub(super) fn template(name: &str) -> Result<String> {
    let path = project::root().join("pkg/demo/templates").join(name);
    fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))
}

/// The languages that the build has made this aid in.
pub(super) fn translations<'l>(stage: &Stage, aid: &Entry, languages: &'l [Language]) -> Vec<&'l Language> {
    let made = |name: &str| stage.path(&format!("aids/{}.{name}.json", aid.id)).is_file();
    languages
        .iter()
        .filter(|language| made(&language.folder))
        .collect()
}

/// Links to the aid's pages in other languages, in a paragraph; nothing when there are none.
fn links(stage: &Stage, aid: &Entry, languages: &[Language]) -> String {
    let links: Vec<String> = translations(stage, aid, languages)
        .iter()
        .map(|language| {
            let Language {
                folder,
                tag,
                name,
                direction,
                ..
            } = language;
            let id = escape(&aid.id);
            format!(
                "<a href=\"{id}.{folder}/\" lang=\"{tag}\" hreflang=\"{tag}\" dir=\"{direction}\">{}</a>",
                escape(name)
            )
        })
        .collect();
    if links.is_empty() {
        return String::new();
    }
    format!(
        "<p class=\"languages\" lang=\"en-GB\">Also in {}.</p>",
        links.join(", ")
    )
}

/// The page of an aid in one language; `file` is the name of its files.
fn one(stage: &Stage, page: &str, aid: &Entry, file: &str, dir: &str) -> Result<()> {
    // The same content for a browser without scripts, when the authors' command has written it.
    let plain = match stage.path(&format!("aids/{file}.html")).is_file() {
        true => format!("<a href=\"../aids/{file}.html\">Read this decision aid as a plain page</a>"),
        false => "This decision aid needs a browser with JavaScript and WebAssembly.".to_owned(),
    };
    // The first step, on screen before any script.
    let first = fs::read_to_string(stage.path(&format!("aids/{file}.first.html"))).unwrap_or_default();
    let filled = fill(page, aid, dir, &plain)?.replace("<!-- first -->\n", &first);
    stage.write(&format!("{file}/index.html"), filled)
}

/// The page of an aid in one language that is made to stand in a frame of another website's: it goes with the package.
fn framed(stage: &Stage, page: &str, aid: &Entry, file: &str, dir: &str) -> Result<()> {
    let filled = fill(&page.replace("{{file}}", &escape(file)), aid, dir, "")?;
    stage.write(&format!("weighup/frame/{file}.html"), filled)
}

/// Replaces each `{{name}}` of the template.
fn fill(template: &str, aid: &Entry, dir: &str, plain: &str) -> Result<String> {
    let options: String = aid
        .options
        .iter()
        .map(|option| format!("<li>{}</li>", escape(option)))
        .collect();
    let filled = template
        .replace("{{id}}", &escape(&aid.id))
        .replace("{{title}}", &escape(&aid.title))
        .replace("{{decision}}", &escape(&aid.decision))
        .replace("{{found}}", &found(aid))
        .replace("{{facts}}", &facts(aid))
        .replace("{{minutes}}", &aid.minutes.to_string())
        .replace("{{review}}", &escape(&aid.review))
        .replace("{{lang}}", &escape(&aid.language))
        .replace("{{dir}}", dir)
        .replace("{{options}}", &options)
        .replace("{{plain}}", plain);
    if let Some(at) = filled.find("{{") {
        let rest: String = filled.chars().skip(at).take(30).collect();
        bail!("a template in pkg/demo/templates names something unknown: {rest}");
    }
    Ok(filled)
}

/// "For women, 50 to 70 years. Where: screening, a GP surgery."
fn found(aid: &Entry) -> String {
    if aid.for_whom.is_empty() {
        return String::new();
    }
    format!(
        "For {}. Where: {}.<br>",
        escape(&aid.for_whom),
        escape(&aid.places)
    )
}

/// What the list is narrowed by, on the card: whom it is for, ages where one is said, where in care, and words to search.
fn facts(aid: &Entry) -> String {
    let Some(finding) = &aid.finding else {
        return String::new();
    };
    let words = [&aid.title, &aid.condition, &aid.decision]
        .into_iter()
        .chain(&aid.options)
        .chain(&finding.also)
        .cloned()
        .collect::<Vec<_>>()
        .join(" ");
    let age = |name: &str, years: Option<u32>| {
        years
            .map(|years| format!(" data-{name}=\"{years}\""))
            .unwrap_or_default()
    };
    format!(
        " data-words=\"{}\" data-life=\"{}\" data-sex=\"{}\" data-places=\"{}\"{}{}",
        escape(&words),
        escape(&finding.life.join(" ")),
        escape(&finding.sex),
        escape(&aid.places),
        age("from", finding.from),
        age("to", finding.to)
    )
}

/// A choice for each place of care that an aid is for, in the order they come.
fn places(aids: &[Entry]) -> String {
    let mut places: Vec<&str> = Vec::new();
    for place in aids.iter().flat_map(|aid| aid.places.split(", ")) {
        if !place.is_empty() && !places.contains(&place) {
            places.push(place);
        }
    }
    places
        .iter()
        .map(|place| format!("<option>{}</option>", escape(place)))
        .collect()
}

pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
