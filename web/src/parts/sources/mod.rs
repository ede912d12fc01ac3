//! Where figures come from: citations, and a link when there is one.

use weighup_core::view::SourceView;
use yew::Html;

use crate::Ui;
use crate::markup::{markup, space};
use crate::parts::sentences::phrase;

/// The list.
pub fn sources(ui: &Ui, sources: &[SourceView]) -> Html {
    markup! { ui,
        <ul class="wu-list">
            for source in sources {
                <li key={source.id.as_str()}>
                    {phrase(ui, "", &source.citation)}
                    {space()}
                    {phrase(ui, "wu-soft", &source.read)}
                    if let Some(href) = &source.href { {space()} {away(ui, href, &source.short)} }
                </li>
            }
        </ul>
    }
}

/// A link to another site. It opens apart from this page, since leaving the page would lose every answer.
pub fn away(ui: &Ui, href: &str, words: &str) -> Html {
    // The build lets nothing else through; a page whose engine cannot come has only this.
    let safe = href.starts_with("https://").then(|| href.to_owned());
    markup! { ui,
        <a
            href={safe}
            target="_blank"
            rel="noopener noreferrer external"
            referrerpolicy="no-referrer"
        >
            {phrase(ui, "", words)}
            <span class="wu-noprint">{[" ", ui.texts.shell.opens_away].concat()}</span>
        </a>
    }
}
