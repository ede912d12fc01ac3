//! The person's own words, in the same quiet strip on every later step.

use weighup_core::consultation::{Action, Step};
use yew::{Html, html};

use crate::Ui;

/// The strip.
pub fn words_strip(ui: &Ui, words: &str) -> Html {
    html! {
        <aside class="wu-words" aria-label={ui.texts.shell.you_said}>
            <p key={words.to_owned()} class="wu-words__said">
                <span class="wu-words__label">{ format!("{}: ", ui.texts.shell.you_said) }</span>
                <q class="wu-words__quote">{ words.to_owned() }</q>
            </p>
            if !ui.still {
                <button type="button" class="wu-link" onclick={ui.act(Action::GoTo(Step::WhatMatters))}>
                    { ui.texts.shell.change_words }
                </button>
            }
        </aside>
    }
}
