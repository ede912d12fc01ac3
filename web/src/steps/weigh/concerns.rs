//! Concerns of one's own: added in words, each option rated for them.

use web_sys::{HtmlInputElement, SubmitEvent};
use weighup_core::consultation::Action;
use weighup_core::view::{ConcernView, OptionHead};
use yew::{Event, Html, Properties, function_component, html, use_context, use_node_ref};

use crate::Ui;
use crate::parts::option_mark::option_name;
use crate::texts::fill;

/// The section.
pub(super) fn concerns(ui: &Ui, concerns: &[ConcernView]) -> Html {
    let text = ui.texts.weigh.own;
    html! {
        <section class="wu-card">
            <h2 class="wu-h2">{ text.title }</h2>
            <p>{ text.hint }</p>
            <div class="wu-concerns">
                for concern in concerns {
                    <div key={concern.id.0.clone()} class="wu-concern">{ one(ui, concern) }</div>
                }
            </div>
            <AddConcern count={concerns.len()} />
        </section>
    }
}

fn one(ui: &Ui, concern: &ConcernView) -> Html {
    let texts = &ui.texts.weigh;
    html! {
        <>
            <h3 class="wu-h3">
                <span key={concern.words.clone()}>{ fill(texts.own_rate, &[("words", &concern.words)]) }</span>
            </h3>
            for (option, rating) in &concern.ratings {
                <div key={option.id.as_str().to_owned()}>{ rate(ui, concern, option, *rating) }</div>
            }
            <button type="button" class="wu-link" onclick={ui.act(Action::RemoveConcern(concern.id.clone()))}>
                <span key={concern.words.clone()}>{ fill(texts.own_remove, &[("words", &concern.words)]) }</span>
            </button>
        </>
    }
}

/// One option's rating, 0 to 4 in words.
fn rate(ui: &Ui, concern: &ConcernView, option: &OptionHead, rating: Option<u8>) -> Html {
    let group = ui.id(&format!("rate-{}-{}", concern.id.0, option.id));
    html! {
        <fieldset class="wu-rate">
            <legend class="wu-rate__option">{ option_name(option) }</legend>
            <div class="wu-rate__row">
                for (label, value) in ui.texts.weigh.ratings.into_iter().zip(0_u8..) {
                    <label key={label} class="wu-rate__choice">
                        <input type="radio" class="wu-choice__input wu-rate__input" name={group.clone()} checked={rating == Some(value)}
                            onchange={ui.act::<Event>(Action::RateConcern(concern.id.clone(), option.id.clone(), value))} />
                        <span>{ label }</span>
                    </label>
                }
            </div>
        </fieldset>
    }
}

#[derive(PartialEq, Properties)]
struct AddProps {
    /// How many there are: another number means that the last one was taken.
    count: usize,
}

/// The box to add one. It keeps its own text until it is added.
#[function_component]
fn AddConcern(props: &AddProps) -> Html {
    let input = use_node_ref();
    let Some(ui) = use_context::<Ui>() else {
        return html! { <form /> };
    };
    let id = ui.id("own-concern");
    let add = {
        let (ui, input) = (ui.clone(), input.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let Some(input) = input.cast::<HtmlInputElement>() else {
                return;
            };
            let words = input.value();
            if !words.trim().is_empty() {
                ui.send(Action::AddConcern(words.trim().to_owned()));
                input.set_value("");
            }
        }
    };
    html! {
        <form class="wu-add" onsubmit={add} data-count={props.count.to_string()}>
            <label class="wu-field__label" for={id.clone()}>{ ui.texts.weigh.own_label }</label>
            <div class="wu-add__row">
                <input ref={input} class="wu-input" id={id} type="text" maxlength="120" autocomplete="off" />
                <button type="submit" class="wu-button wu-button--quiet">{ ui.texts.weigh.own_add }</button>
            </div>
        </form>
    }
}
