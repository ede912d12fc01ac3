//! Concerns of one's own: added in words, each option rated for them. Those that were added are in view, the box to add one is
//! one tap away.

use weighup_core::consultation::Action;
use weighup_core::view::{ConcernView, OptionHead};
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{button, copied, el, folded, h2, input, is, keyed, line, list, none, p, tag, text, wrap};
use crate::parts::option_mark::option_name;
use crate::texts::fill;

/// The section.
pub(super) fn concerns(ui: &Ui, concerns: &[ConcernView]) -> Html {
    let words = ui.texts.weigh.own;
    let all = concerns
        .iter()
        .map(|concern| keyed(&concern.id.0, el("div", "wu-concern", one(ui, concern))));
    el(
        "section",
        "wu-kept",
        vec![
            folded(ui, h2(words.title), vec![p("", words.hint), add(ui)]),
            el("div", "wu-kept__seen", all.collect()),
        ],
    )
}

fn one(ui: &Ui, concern: &ConcernView) -> Vec<Html> {
    let texts = &ui.texts.weigh;
    let said = |template: &str| {
        let words = fill(template, &[("words", &concern.words)]);
        keyed(&words, wrap("span", "", copied(&words)))
    };
    let ratings = concern.ratings.iter().map(|(option, rating)| {
        let rate = rate(ui, concern, option, *rating);
        keyed(option.id.as_str(), wrap("div", "", rate))
    });
    let remove = ui.does(Action::remove_concern(concern.id.clone()));
    vec![
        wrap("h3", "wu-h3", said(texts.own_rate)),
        list(ratings.collect()),
        button("wu-link", remove, said(texts.own_remove)),
    ]
}

/// One option's rating, 0 to 4 in words.
fn rate(ui: &Ui, concern: &ConcernView, option: &OptionHead, rating: Option<u8>) -> Html {
    let group = ui.id(&["rate", &concern.id.0, option.id.as_str()].join("-"));
    let choices = ui
        .texts
        .weigh
        .ratings
        .into_iter()
        .zip(0_u8..)
        .map(|(label, value)| {
            let action = Action::rate_concern(concern.id.clone(), option.id.clone(), value);
            let control = input(
                &["type", "name", "class", "data-act"],
                vec![
                    is("radio"),
                    Some(group.clone()),
                    is("wu-choice__input wu-rate__input"),
                    ui.does(action),
                ],
                rating == Some(value),
            );
            el("label", "wu-rate__choice", vec![control, line("span", "", label)])
        });
    el(
        "fieldset",
        "wu-rate",
        vec![
            wrap("legend", "wu-rate__option", option_name(option)),
            el("div", "wu-rate__row", choices.collect()),
        ],
    )
}

/// The box to add one. It keeps its own text until it is added.
fn add(ui: &Ui) -> Html {
    let texts = &ui.texts.weigh;
    let id = ui.id("own-concern");
    let field = tag(
        "input",
        &["id", "type", "dir", "maxlength", "autocomplete", "class", "part"],
        vec![
            Some(id.clone()),
            is("text"),
            is("auto"),
            is("120"),
            is("off"),
            is("wu-input"),
            is("input"),
        ],
        none(),
    );
    let button = tag(
        "button",
        &["type", "class", "part"],
        vec![
            is("submit"),
            is("wu-button wu-button--quiet"),
            is("button button-secondary"),
        ],
        text(texts.own_add),
    );
    let label = tag(
        "label",
        &["for", "class"],
        vec![Some(id), is("wu-field__label")],
        text(texts.own_label),
    );
    tag(
        "form",
        &["class", "data-act"],
        vec![is("wu-add"), ui.act(Act::AddConcern)],
        list(vec![label, el("div", "wu-add__row", vec![field, button])]),
    )
}
