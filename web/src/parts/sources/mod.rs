//! Where figures come from: citations, and a link when there is one.

use weighup_core::view::SourceView;
use yew::Html;

use crate::Ui;
use crate::markup::{copied, el, is, keyed, list, maybe, says, space, tag, wrap};
use crate::parts::said::phrase;

/// The list.
pub fn sources(ui: &Ui, sources: &[SourceView]) -> Html {
    let items = sources.iter().map(|source| {
        let link = source
            .href
            .as_ref()
            .map(|href| list(vec![space(), away(ui, href, &source.short)]));
        let words = vec![
            phrase("", &source.citation),
            space(),
            phrase("wu-soft", &source.read),
            maybe(link),
        ];
        keyed(source.id.as_str(), el("li", "", words))
    });
    el("ul", "wu-list", items.collect())
}

/// A link to another site. It opens apart from this page, since leaving the page would lose every answer.
pub fn away(ui: &Ui, href: &str, words: &str) -> Html {
    tag(
        "a",
        &["href", "target", "rel", "referrerpolicy"],
        vec![
            // The build lets nothing else through; a page whose engine cannot come has only this.
            if href.starts_with("https://") {
                says(href)
            } else {
                None
            },
            is("_blank"),
            is("noopener noreferrer external"),
            is("no-referrer"),
        ],
        list(vec![
            phrase("", words),
            wrap(
                "span",
                "wu-noprint",
                copied(&[" ", ui.texts.shell.opens_away].concat()),
            ),
        ]),
    )
}
