//! The person's own words, in the same quiet strip on every later step.

use weighup_core::consultation::{Action, Step};
use yew::Html;

use crate::Ui;
use crate::markup::{button, copied, el, is, keyed, list, maybe, tag, text, theirs, wrap};

/// The strip.
pub fn words_strip(ui: &Ui, words: &str) -> Html {
    let texts = &ui.texts.shell;
    let said = vec![
        wrap(
            "span",
            "wu-words__label",
            copied(&[texts.you_said, ": "].concat()),
        ),
        theirs("q", "wu-words__quote", words),
    ];
    let change = (!ui.still).then(|| {
        let act = ui.does(Action::go_to(Step::WhatMatters));
        button("wu-link", act, text(texts.change_words))
    });
    tag(
        "aside",
        &["aria-label", "class", "part"],
        vec![is(texts.you_said), is("wu-words"), is("words")],
        list(vec![keyed(words, el("p", "wu-words__said", said)), maybe(change)]),
    )
}
