//! What matters: free words first, with gentle prompts; where the person is with the decision.

use weighup_core::consultation::{Action, Stage, WordsBox};
use weighup_core::view::WhatMattersView;
use yew::{Html, html};

use crate::Ui;
use crate::parts::choices::{Choice, Kind, choices};
use crate::parts::own_words::own_words;
use crate::parts::said::sentences;

/// The step.
pub fn what_matters(ui: &Ui, view: &WhatMattersView) -> Html {
    let texts = &ui.texts.matters;
    let stages = view.stages.iter().map(|(stage, chosen)| {
        Choice::new(
            stage_id(*stage),
            ui.texts.stage(*stage),
            *chosen,
            Action::SetStage(*stage),
        )
    });
    html! {
        <>
            <div class="wu-matters">
                <section class="wu-card">
                    for (which, text) in &view.boxes {
                        <div key={name(*which)}>{ words(ui, *which, text) }</div>
                    }
                    <p class="wu-soft">{ texts.skip }</p>
                </section>
                <aside class="wu-card wu-matters__prompts">
                    <h2 class="wu-h3">{ texts.prompts }</h2>
                    { sentences("wu-list--plain wu-list--lined", &view.prompts) }
                </aside>
            </div>
            <section class="wu-card">
                { choices(ui, "stage", Kind::One, texts.stage.title, Some(texts.stage.hint), stages.collect()) }
            </section>
        </>
    }
}

fn words(ui: &Ui, which: WordsBox, text: &str) -> Html {
    own_words(ui, name(which), ui.texts.words_box(which), text, move |typed| {
        Action::SetWords(which, typed)
    })
}

const fn name(which: WordsBox) -> &'static str {
    match which {
        WordsBox::Matters => "matters",
        WordsBox::Worries => "worries",
        WordsBox::Hopes => "hopes",
        WordsBox::WouldNotAccept => "would-not-accept",
    }
}

const fn stage_id(stage: Stage) -> &'static str {
    match stage {
        Stage::NotStarted => "not-started",
        Stage::Considering => "considering",
        Stage::CloseToChoosing => "close-to-choosing",
        Stage::Chosen => "chosen",
    }
}
