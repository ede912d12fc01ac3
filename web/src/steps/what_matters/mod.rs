//! What matters: free words first, with gentle prompts; where the person is with the decision.

use weighup_core::consultation::{Action, DecisionStage, Liking};
use weighup_core::view::{BoxView, OneView, WhatMattersView};
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{Keyed, details, folded, markup};
use crate::parts::choices::{ChoiceItem, HowMany, choices};
use crate::parts::own_words::{own_words, place_name};
use crate::parts::sentences::{LINED, WordsOf, phrase, sentences};
use crate::texts::Headed;

/// The step.
pub fn what_matters(ui: &Ui, view: &WhatMattersView) -> Html {
    let texts = &ui.texts.later().matters;
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
        ui.full.then_some(WordsOf::Ours(texts.stage.hint)),
        stages.collect(),
    );
    let prompts = sentences(ui, LINED, &view.prompts).into();
    if let Some(one) = &view.one {
        return one_by_one(ui, view, one, stages);
    }
    markup! { ui,
        <div key="sheet" class="wu-matters">
            <section class="wu-card">
                {switch(ui, false)}
                for each in &view.boxes { {own_box(ui, each, ui.full)} }
                if ui.full { <p class="wu-soft">{texts.skip}</p> }
            </section>
            <aside class="wu-card wu-matters__prompts">
                {folded(ui, markup! { ui, <h2 class="wu-h3">{texts.prompts}</h2> }, prompts)}
            </aside>
            <section class="wu-card">{stages}</section>
        </div>
    }
    .into()
}

/// From one question at a time to all on one sheet, or back: the answers stay.
fn switch(ui: &Ui, one: bool) -> Html {
    let texts = &ui.texts.later().matters;
    let name = if one { texts.all_at_once } else { texts.one_by_one };
    markup! { ui,
        <button type="button" class="wu-link wu-noprint" act={Action::toggle_liking(Liking::OneByOne)}>
            <span key={name}>{name}</span>
        </button>
    }
}

/// One question, where it stands among them, and the way to those beside it.
fn one_by_one(ui: &Ui, view: &WhatMattersView, one: &OneView, stages: Html) -> Html {
    let texts = &ui.texts.later().matters;
    let shown = view.boxes.iter().find(|each| Some(each.place) == one.place);
    markup! { ui,
        <div key="one" class="wu-matters wu-matters--one">
            <section key={&one.said} class="wu-card">
                <p tabindex="-1" class="wu-matters__at">{phrase(ui, "", &one.said)}</p>
                if let Some(each) = shown { {own_box(ui, each, true)} } else { <div key="stages">{stages}</div> }
                <div class="wu-row">
                    if let Some(back) = &one.back {
                        <button key="back" type="button" class="wu-button wu-button--quiet" act={back.clone()}>
                            {texts.question_before}
                        </button>
                    }
                    if let Some(next) = &one.next {
                        <button key="next" type="button" class="wu-button wu-matters__next" act={next.clone()}>
                            {texts.next_question}
                        </button>
                    }
                </div>
                {switch(ui, true)}
            </section>
        </div>
    }
    .into()
}

/// A box, and once something is written in it, what that is about. On a sheet of questions each is asked in one line; alone on the
/// screen it has another that helps to begin.
fn own_box(ui: &Ui, view: &BoxView, hinted: bool) -> Keyed {
    let name = place_name(view.place);
    let words = ui.texts.words_box(view.place);
    let words = if hinted {
        words
    } else {
        Headed { hint: "", ..words }
    };
    markup! { ui,
        <div key={name}>
            {own_words(ui, name, words, &view.words, Act::Words(view.place))}
            <div class="wu-matters__about">
                if !view.outcomes.is_empty() { <div key="about">{about(ui, view)}</div> }
            </div>
        </div>
    }
}

/// The outcomes that the words of a box are about: closed, it says which.
fn about(ui: &Ui, view: &BoxView) -> Html {
    let legend = ui.texts.later().matters.about;
    let outcomes = view.outcomes.iter().map(|(id, name, linked)| {
        let action = Action::link_words(view.place, id.clone());
        ChoiceItem::new(ui, id.as_str(), WordsOf::Aid(name), *linked, action)
    });
    let question = choices(
        ui,
        &["about-", place_name(view.place)].concat(),
        HowMany::Any,
        WordsOf::Ours(legend),
        None,
        outcomes.collect(),
    );
    let said = match &view.about {
        Some(about) => phrase(ui, "", about),
        None => markup! { ui, <span key="none">{legend}</span> },
    };
    // To ears, which box it is: on screen it stands under it.
    let asked = [" ", ui.texts.words_box(view.place).title].concat();
    let summary = markup! { ui, <><span>{said}</span><span class="wu-hidden">{asked}</span></> };
    details(ui, summary, question)
}

const fn stage_id(stage: DecisionStage) -> &'static str {
    match stage {
        DecisionStage::NotStarted => "not-started",
        DecisionStage::Considering => "considering",
        DecisionStage::CloseToChoosing => "close-to-choosing",
        DecisionStage::Chosen => "chosen",
    }
}
