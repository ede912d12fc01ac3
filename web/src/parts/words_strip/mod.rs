//! The person's own words, in the same quiet strip on every later step.

use weighup_core::consultation::{Action, Step};
use yew::Html;

use crate::Ui;
use crate::markup::{markup, theirs};

/// The strip.
pub fn words_strip(ui: &Ui, words: &str) -> Html {
    let texts = &ui.texts.shell;
    markup! { ui,
        <aside aria-label={texts.you_said} class="wu-words">
            <p key={words} class="wu-words__said">
                <span class="wu-words__label">{[texts.you_said, ": "].concat()}</span>
                {theirs("q", "wu-words__quote", words)}
            </p>
            if !ui.still {
                <button type="button" class="wu-link" act={Action::go_to(Step::WhatMatters)}>
                    {texts.change_words}
                </button>
            }
        </aside>
    }
}
