//! Concerns of one's own: added in words, each option rated for them. Those that were added are in view, the box to add one is
//! one tap away.

use weighup_core::consultation::{Action, MAX_CONCERNS, places_left};
use weighup_core::view::{ConcernView, OptionHead};
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{Keyed, folded, h2, markup};
use crate::parts::notes::places;
use crate::parts::option_mark::option_name;
use crate::texts::fill;

/// The section.
pub(super) fn concerns(ui: &Ui, concerns: &[ConcernView]) -> Html {
    let words = ui.texts.later().weigh.own;
    let body = markup! { ui, <><p>{words.hint}</p>{add(ui, concerns.len())}</> };
    markup! { ui,
        <section class="wu-kept">
            {folded(ui, h2(ui, words.title), body)}
            <div class="wu-kept__seen">
                for concern in concerns { {one(ui, concern)} }
            </div>
        </section>
    }
}

fn one(ui: &Ui, concern: &ConcernView) -> Keyed {
    let texts = &ui.texts.later().weigh;
    let said = |template: &str| {
        let words = fill(template, &[("words", &concern.words)]);
        markup! { <span key={&words.clone()}>{words}</span> }
    };
    markup! { ui,
        <div key={&concern.id.0} class="wu-concern">
            <h3 class="wu-h3">{said(texts.own_rate)}</h3>
            for (option, rating) in &concern.ratings {
                <div key={option.id.as_str()}>{rate(ui, concern, option, *rating)}</div>
            }
            <button type="button" class="wu-link" act={Action::remove_concern(concern.id.clone())}>
                {said(texts.own_remove)}
            </button>
        </div>
    }
}

/// One option's rating, 0 to 4 in words.
fn rate(ui: &Ui, concern: &ConcernView, option: &OptionHead, rating: Option<u8>) -> Html {
    let group = ui.id(&["rate", &concern.id.0, option.id.as_str()].join("-"));
    let act = |value| Action::rate_concern(concern.id.clone(), option.id.clone(), value);
    markup! { ui,
        <fieldset class="wu-rate">
            <legend class="wu-rate__option">{option_name(ui, option)}</legend>
            <div class="wu-rate__row">
                for (label, value) in ui.texts.later().weigh.ratings.into_iter().zip(0_u8..) {
                    <label key={label} class="wu-rate__choice">
                        <input
                            type="radio"
                            name={&group}
                            class="wu-choice__input wu-rate__input"
                            act={act(value)}
                            checked={rating == Some(value)}
                        />
                        <span>{label}</span>
                    </label>
                }
            </div>
        </fieldset>
    }
}

/// The box to add one. It keeps its own text until it is added.
fn add(ui: &Ui, taken: usize) -> Html {
    let texts = &ui.texts.later().weigh;
    let left = places_left(taken, MAX_CONCERNS);
    if left == Some(0) {
        return places(ui, left);
    }
    let id = ui.id("own-concern");
    markup! { ui,
        <form class="wu-add" act={Act::AddConcern}>
            <label for={&id} class="wu-field__label">{texts.own_label}</label>
            <div class="wu-add__row">
                <input id={&id} type="text" dir="auto" autocomplete="off" class="wu-input"/>
                <button type="submit" class="wu-button wu-button--quiet">{texts.own_add}</button>
            </div>
            {places(ui, left)}
        </form>
    }
}
