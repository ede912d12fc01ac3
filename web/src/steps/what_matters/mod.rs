//! What matters: free words first, with gentle prompts; where the person is with the decision.

use weighup_core::consultation::{Action, Stage, WordsBox};
use weighup_core::view::WhatMattersView;
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{card, el, folded, keyed, line, list, p, wrap};
use crate::parts::choices::{Choice, Kind, choices};
use crate::parts::own_words::own_words;
use crate::parts::said::{LINED, Words, sentences};

/// The step.
pub fn what_matters(ui: &Ui, view: &WhatMattersView) -> Html {
    let texts = &ui.texts.matters;
    let stages = view.stages.iter().map(|(stage, chosen)| {
        let action = Action::set_stage(*stage);
        Choice::new(
            stage_id(*stage),
            Words::Ours(ui.texts.stage(*stage)),
            *chosen,
            action,
        )
    });
    let boxes = view.boxes.iter().map(|(which, text)| {
        let name = name(*which);
        let words = own_words(ui, name, ui.texts.words_box(*which), text, Act::Words(*which));
        keyed(name, wrap("div", "", words))
    });
    let prompts = folded(
        ui,
        line("h2", "wu-h3", texts.prompts),
        vec![sentences(LINED, &view.prompts)],
    );
    el(
        "div",
        "wu-matters",
        vec![
            card(vec![list(boxes.collect()), p("wu-soft", texts.skip)]),
            wrap("aside", "wu-card wu-matters__prompts", prompts),
            card(vec![choices(
                ui,
                "stage",
                Kind::One,
                Words::Ours(texts.stage.title),
                Some(Words::Ours(texts.stage.hint)),
                stages.collect(),
            )]),
        ],
    )
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

const fn stage_id(stage: Stage) -> &'static str {
    match stage {
        Stage::NotStarted => "not-started",
        Stage::Considering => "considering",
        Stage::CloseToChoosing => "close-to-choosing",
        Stage::Chosen => "chosen",
    }
}
