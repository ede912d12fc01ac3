//! What matters: free words first, with gentle prompts; where the person is with the decision.

use weighup_core::consultation::{Action, DecisionStage, WordsBox};
use weighup_core::view::WhatMattersView;
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{folded, markup};
use crate::parts::choices::{ChoiceItem, HowMany, choices};
use crate::parts::own_words::own_words;
use crate::parts::sentences::{LINED, WordsOf, sentences};

/// The step.
pub fn what_matters(ui: &Ui, view: &WhatMattersView) -> Html {
    let texts = &ui.texts.matters;
    let stages = view.stages.iter().map(|(stage, chosen)| {
        let action = Action::set_stage(*stage);
        ChoiceItem::new(
            ui,
            stage_id(*stage),
            WordsOf::Ours(ui.texts.stage(*stage)),
            *chosen,
            action,
        )
    });
    let stages = choices(
        ui,
        "stage",
        HowMany::One,
        WordsOf::Ours(texts.stage.title),
        Some(WordsOf::Ours(texts.stage.hint)),
        stages.collect(),
    );
    let prompts = sentences(ui, LINED, &view.prompts).into();
    markup! { ui,
        <div class="wu-matters">
            <section class="wu-card">
                for (which, text) in &view.boxes {
                    <div key={name(*which)}>
                        {own_words(ui, name(*which), ui.texts.words_box(*which), text, Act::Words(*which))}
                    </div>
                }
                <p class="wu-soft">{texts.skip}</p>
            </section>
            <aside class="wu-card wu-matters__prompts">
                {folded(ui, markup! { ui, <h2 class="wu-h3">{texts.prompts}</h2> }, prompts)}
            </aside>
            <section class="wu-card">{stages}</section>
        </div>
    }
}

const fn name(which: WordsBox) -> &'static str {
    match which {
        WordsBox::Matters => "matters",
        WordsBox::Worries => "worries",
        WordsBox::Hopes => "hopes",
        WordsBox::WouldNotAccept => "would-not-accept",
        WordsBox::Reservations => "reservations",
        WordsBox::Companion => "companion",
        WordsBox::Professional => "professional",
    }
}

const fn stage_id(stage: DecisionStage) -> &'static str {
    match stage {
        DecisionStage::NotStarted => "not-started",
        DecisionStage::Considering => "considering",
        DecisionStage::CloseToChoosing => "close-to-choosing",
        DecisionStage::Chosen => "chosen",
    }
}
