//! Large type for a screen across the room, one card at a time.
//!
//! The cards are those of the step; of the table of Compare each row is one. Which of them is seen is set on the elements themselves once they are in the page:
//! a step does not know how it is cut up.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::markup;
use crate::texts::fill;

const CARDS: &str =
    ".wu-step :is(.wu-card, .wu-sheet):not(.wu-noprint, .wu-glance), .wu-glance .wu-matrix__row";

/// The bar under the card.
pub fn large_type(ui: &Ui) -> Html {
    let texts = &ui.texts.later().large_type;
    let place = place(ui);
    markup! { ui,
        <div class="wu-room__bar wu-noprint">
            <button type="button" class="wu-button wu-button--quiet" act={Act::Turn(false)}>{texts.back}</button>
            <p key={&place.clone()} class="wu-room__place">{place}</p>
            <button type="button" class="wu-button" act={Act::Turn(true)}>{texts.next}</button>
            <div>
                if !ui.second {
                    <button type="button" class="wu-button wu-button--quiet" act={Act::Large}>{texts.leave}</button>
                }
            </div>
        </div>
    }
}

/// "Card 2 of 7".
pub(crate) fn place(ui: &Ui) -> String {
    let (at, all) = ui.cards;
    let all = all.max(1);
    let n = at.min(all - 1) + 1;
    fill(
        ui.texts.later().large_type.card,
        &[("n", &n.to_string()), ("all", &all.to_string())],
    )
}

/// Shows card `at` alone, or all of them; how many there are comes back.
pub(crate) fn show(root: &Element, at: Option<u32>) -> u32 {
    let Ok(cards) = root.query_selector_all(CARDS) else {
        return 0;
    };
    let all = cards.length();
    for place in 0..all {
        if let Some(card) = cards
            .get(place)
            .and_then(|card| card.dyn_into::<HtmlElement>().ok())
        {
            card.set_hidden(at.is_some_and(|at| place != at.min(all - 1)));
        }
    }
    all
}
