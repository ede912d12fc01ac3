//! Where figures come from: citations, and a link when there is one.

use weighup_core::view::SourceView;
use yew::{Html, html};

use crate::Ui;
use crate::parts::said::numerals;

/// The list.
pub fn sources(ui: &Ui, sources: &[SourceView]) -> Html {
    html! {
        <ul class="wu-list">
            for source in sources {
                <li key={source.id.as_str().to_owned()}>
                    <span key={source.citation.clone()}>{ numerals(&source.citation) }</span>
                    <span>{ " " }</span>
                    <span key={source.read.clone()} class="wu-soft">{ numerals(&source.read) }</span>
                    if let Some(href) = &source.href {
                        <span>{ " " }</span>
                        { away(ui, href, &source.short) }
                    }
                </li>
            }
        </ul>
    }
}

/// A link to another site. It opens apart from this page, since leaving the page would lose every answer.
pub fn away(ui: &Ui, href: &str, text: &str) -> Html {
    html! {
        <a href={href.to_owned()} target="_blank" rel="noopener noreferrer external" referrerpolicy="no-referrer">
            <span key={text.to_owned()}>{ numerals(text) }</span>
            <span class="wu-noprint">{ format!(" {}", ui.texts.shell.opens_away) }</span>
        </a>
    }
}
