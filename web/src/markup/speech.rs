//! Whose language words are in, and how they are laid out: as they are, or in Easy Read a line for each sentence.

use weighup_core::aid::document::Document;
use weighup_core::words::{Language, is_easy};
use yew::{AttrValue, Html};

use super::{copied, make, markup};
use crate::Ui;

/// How the words of a page are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Speech {
    /// The language of the aid's words where it is not the interface's: all of them, or what has no translation.
    pub original: Option<AttrValue>,
    /// Whether the whole aid is in another language than the interface.
    pub foreign: bool,
    /// Whether that is so because it has no translation, and not because the texts of the interface are missing.
    pub untranslated: bool,
    /// Whether each sentence has a line of its own.
    pub easy: bool,
}

impl Speech {
    /// How the words of an aid are shown where the interface is in the language `lang`.
    pub(crate) fn of(document: &Document, lang: &str) -> Self {
        let own = &document.language;
        let easy = is_easy(lang);
        let foreign = Language::of(own) != Language::of(lang) || easy && !is_easy(own);
        let from = document.translation.as_ref().map(|made| &made.from);
        let original = if foreign { Some(own) } else { from };
        Self {
            original: original.map(|language| AttrValue::from(language.clone())),
            foreign,
            untranslated: foreign && from.is_none(),
            easy,
        }
    }
}

/// A text of the interface.
pub(crate) fn text(ui: &Ui, words: &'static str) -> Html {
    if ui.speech.easy {
        return broken(lines_of(ui, words).into_iter().map(copied).collect());
    }
    make::fixed(words)
}

/// The sentences of a text, where each is to have a line of its own; elsewhere the whole text.
pub(crate) fn lines_of<'a>(ui: &Ui, text: &'a str) -> Vec<&'a str> {
    let mut lines = Vec::new();
    let mut rest = text;
    if ui.speech.easy {
        let ends = |at: usize| {
            let before = text.get(..at).map(|before| before.trim_end_matches(['”', ')']));
            before.is_some_and(|before| before.ends_with(['.', '?', '!']))
        };
        for (at, _) in text.match_indices(' ') {
            if let Some((line, tail)) = rest.split_at_checked(at + rest.len() - text.len())
                && ends(at)
            {
                lines.push(line);
                rest = tail.get(1..).unwrap_or_default();
            }
        }
    }
    lines.push(rest);
    lines
}

/// Lines one under another, with real breaks between them: they are copied as they are seen.
pub(crate) fn broken(mut lines: Vec<Html>) -> Html {
    if lines.len() == 1 {
        return lines.remove(0);
    }
    let mut all = Vec::new();
    for line in lines {
        if !all.is_empty() {
            // The space is for whoever reads the text without its layout: reading aloud, a translator.
            all.push(make::fixed(" "));
            all.push(markup! { <br/> });
        }
        all.push(markup! { <span class="wu-line">{line}</span> });
    }
    make::list_of(all)
}

/// In Easy Read, a place for a picture of the page's own, by its name in parts; what is ours stands there until it has one.
/// Its words are beside it in any case.
pub(crate) fn picture_slot(ui: &Ui, name: &[&str], ours: Html) -> Html {
    if !ui.speech.easy {
        return ours;
    }
    markup! { <slot name={name.concat()}>{ours}</slot> }
}

/// The aid's own words: marked where the whole aid is in another language than the interface.
pub(crate) fn content(ui: &Ui, html: Html) -> Html {
    if ui.speech.foreign {
        original(ui, html)
    } else {
        html
    }
}

/// Words in the language of the original.
pub(crate) fn original(ui: &Ui, html: Html) -> Html {
    let language = ui.speech.original.clone();
    let rtl = language
        .as_deref()
        .and_then(Language::of)
        .is_some_and(Language::is_rtl);
    markup! { <span lang={language} dir={if rtl { "rtl" } else { "ltr" }}>{html}</span> }
}
