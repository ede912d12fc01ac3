//! The person's own words, in the same quiet strip on every later step: what they wrote in every box.

use weighup_core::consultation::{Action, Step, WordsBox};
use yew::Html;

use crate::Ui;
use crate::markup::{Keyed, markup, theirs};

/// The strip.
pub fn words_strip(ui: &Ui, words: &[(WordsBox, String)]) -> Html {
    let texts = &ui.texts.shell;
    // Where nothing was said, the question is still there to be asked.
    let label = if words.is_empty() {
        ui.texts.step(Step::WhatMatters).heading
    } else {
        texts.change_words
    };
    markup! { ui,
        <aside aria-label={texts.you_said} class="wu-words">
            <div class="wu-words__all">for (which, words) in words { {said(ui, *which, words)} }</div>
            if !ui.still {
                <button key={label} type="button" class="wu-link" act={Action::go_to(Step::WhatMatters)}>{label}</button>
            }
        </aside>
    }
}

/// What stands in one box. What matters most needs no question before it.
fn said(ui: &Ui, which: WordsBox, words: &str) -> Keyed {
    let label = match which {
        WordsBox::Matters => [ui.texts.shell.you_said, ":"].concat(),
        other => ui.texts.words_box(other).title.to_owned(),
    };
    markup! { ui,
        <p key={&[&*label, words].concat()} class="wu-words__said">
            <span class="wu-words__label">{label}</span>
            " "
            {theirs("q", "wu-words__quote", words)}
        </p>
    }
}
