//! How to read the pictures.

use yew::Html;

use crate::Ui;
use crate::markup::{el, is, keyed, line, list, tag};
use crate::parts::picture::{Icon, icon};

/// The key, one line a state.
pub fn key(ui: &Ui, per_row: u32) -> Html {
    let texts = &ui.texts.compare;
    let states = [
        (Icon::Certain, texts.key_certain),
        (Icon::Band, texts.key_band),
        (Icon::Rest, texts.key_rest),
    ];
    let items = states.into_iter().map(|(state, words)| {
        let child = vec![icon(ui, state, per_row), line("span", "", words)];
        keyed(words, el("li", "", child))
    });
    tag(
        "ul",
        &["aria-label", "class"],
        vec![is(texts.key), is("wu-key")],
        list(items.collect()),
    )
}
