//! The sheet for an appointment: what the person wants to ask, three in front with room to write, ticked off with a pen.

use weighup_core::view::SummaryView;
use yew::Html;

use super::here;
use crate::Ui;
use crate::act::Act;
use crate::markup::{Keyed, h3, markup, theirs};
use crate::parts::own_words::own_words;
use crate::parts::sentences::{phrase, quoted};
use crate::steps;

/// The sheet.
pub(super) fn appointment(ui: &Ui, view: &SummaryView) -> Html {
    let texts = &ui.texts.later().summary;
    let asked = &view.appointment;
    let own = own_words(
        ui,
        "questions",
        ui.texts.later().ready.own_questions,
        &view.own_questions,
        Act::Questions,
    );
    let answered = markup! { ui, <>{own}{steps::questions(ui, &asked.questions)}</> };
    markup! { ui,
        <article class="wu-card wu-summary wu-asks">
            <h2 class="wu-h2 wu-summary__title">{quoted(ui, "", &view.title)}</h2>
            if !asked.front.is_empty() {
                <ol class="wu-asks__front">
                    for (at, asked) in asked.front.iter().enumerate() { {question(ui, at, asked, true)} }
                </ol>
            }
            if !asked.front.is_empty() && !asked.more.is_empty() { {h3(ui, texts.asks_more)} }
            if !asked.more.is_empty() {
                <ul class="wu-asks__more">
                    for (at, asked) in asked.more.iter().enumerate() { {question(ui, at, asked, false)} }
                </ul>
            }
            {here(ui, texts.asks.title, answered)}
        </article>
    }
}

/// A question with a box to tick, and in front with lines to write what was answered.
fn question(ui: &Ui, at: usize, (own, text): &(bool, String), room: bool) -> Keyed {
    let words = if *own {
        theirs("span", "", text)
    } else {
        phrase(ui, "", text)
    };
    markup! { ui,
        <li key={&[&at.to_string(), text.as_str()].concat()} class="wu-asks__one">
            <span class="wu-asks__box" aria-hidden="true"></span>
            <div class="wu-asks__words">
                {words}
                if room { <div class="wu-asks__room"></div> }
            </div>
        </li>
    }
}
