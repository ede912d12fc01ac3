//! The part of `weighup build --kit` that is for screens: a card that leads to an aid, for editors that keep nothing but paragraphs and links, and
//! what lets an editor make a card of an address by itself (oEmbed).

use serde::Serialize;
use weighup_core::aid::Aid;

use crate::report::escaped;

/// How long another website may keep what it was told, in seconds: a day, as an aid may be mended at any time.
const KEPT: u32 = 86_400;

/// An aid's page as oEmbed has it. A link and not a frame: editors shut frames of others in so far that an aid cannot run in them.
#[derive(Serialize)]
struct Embed<'a> {
    version: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    provider_url: &'a str,
    cache_age: u32,
}

/// The files, each a name and a text; `address` is that of the page with the aid.
pub(crate) fn card(aid: &Aid, address: &str) -> [(String, String); 3] {
    let name = |what: &str| format!("{}.{what}", aid.id());
    let embed = Embed {
        version: "1.0",
        kind: "link",
        title: aid.title(),
        provider_url: origin(address),
        cache_age: KEPT,
    };
    let beside = beside(address, &name("oembed.json"));
    [
        (name("card.html"), paragraphs(aid, address)),
        (name("head.html"), head(aid, address, &beside)),
        // Texts and numbers always serialise.
        (
            name("oembed.json"),
            serde_json::to_string_pretty(&embed).unwrap_or_default() + "\n",
        ),
    ]
}

/// Paragraphs and a link, and nothing that an editor takes away.
fn paragraphs(aid: &Aid, address: &str) -> String {
    let document = aid.document();
    let options: Vec<&str> = aid.options().iter().map(|option| option.name()).collect();
    let said = |text: &str| {
        format!(
            "<span lang=\"{}\">{}</span>",
            escaped(&document.language),
            escaped(text)
        )
    };
    format!(
        "<p><a href=\"{}\">{}</a></p>\n<p>{}</p>\n<p>The options: {}. About {} minutes. What you write stays in your browser. {}</p>\n",
        escaped(address),
        said(aid.title()),
        said(&document.about.decision),
        said(&options.join("; ")),
        document.about.minutes,
        escaped(&weighup_core::view::review_notice(aid).text),
    )
}

/// Lines for the head of the page at the address.
fn head(aid: &Aid, address: &str, beside: &str) -> String {
    let title = escaped(aid.title());
    format!(
        "<!-- Into the head of {address}, with {beside} beside that page. -->\n\
         <link rel=\"alternate\" type=\"application/json+oembed\" href=\"{beside}\" title=\"{title}\">\n\
         <meta property=\"og:type\" content=\"website\">\n<meta property=\"og:url\" content=\"{address}\">\n\
         <meta property=\"og:title\" content=\"{title}\">\n<meta property=\"og:description\" content=\"{}\">\n",
        escaped(&aid.document().about.decision),
        address = escaped(address),
        beside = escaped(beside),
    )
}

/// The website that an address is on: `https://clinic.example`.
fn origin(address: &str) -> &str {
    let start = address.find("://").map_or(0, |at| at + 3);
    let rest = address.get(start..).unwrap_or_default();
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    address.get(..start + end).unwrap_or(address)
}

/// The address of a file in the folder that an address is in.
fn beside(address: &str, file: &str) -> String {
    let origin = origin(address);
    let path = address.get(origin.len()..).unwrap_or_default();
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let folder = path.rfind('/').and_then(|at| path.get(..=at)).unwrap_or("/");
    format!("{origin}{folder}{file}")
}

#[cfg(test)]
mod tests {
    use super::{beside, origin};

    #[test]
    fn a_file_lies_in_the_folder_of_a_page() {
        for (address, folder) in [
            ("https://clinic.example/hip/", "https://clinic.example/hip/"),
            ("https://clinic.example/hip", "https://clinic.example/"),
            ("https://clinic.example", "https://clinic.example/"),
            (
                "https://clinic.example/a/b.html?c=/d#e/",
                "https://clinic.example/a/",
            ),
            ("http://clinic.example:8080?id=hip", "http://clinic.example:8080/"),
        ] {
            assert_eq!(beside(address, "x.json"), format!("{folder}x.json"), "{address}");
        }
    }

    #[test]
    fn the_website_of_an_address() {
        assert_eq!(origin("https://clinic.example/hip/"), "https://clinic.example");
        assert_eq!(
            origin("http://clinic.example:8080?id=hip"),
            "http://clinic.example:8080"
        );
    }
}
