//! What a control does, and how a press, a choice or a letter typed finds it.
//!
//! Every control carries the place of its act in a list that is made anew with the page, in the attribute
//! `data-act`, and the widget listens once for all of them. Yew's own listeners are not used: it never lets go of
//! those, so that every widget taken off a page would leave its root behind (decision 0009).

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlTextAreaElement};
use weighup_core::consultation::{Action, WordsBox};

/// What a control does.
#[derive(Clone, Debug)]
pub enum Act {
    /// Something about the answers.
    Do(Action),
    /// What is typed goes into a box of own words.
    Words(WordsBox),
    /// What is typed goes into the questions to ask.
    Questions,
    /// The form's text becomes a concern.
    AddConcern,
    /// Opens or closes the list of steps.
    Steps,
    /// Asks whether to start again, or no longer asks.
    AskAgain(bool),
    /// Copies the summary.
    Copy,
    /// Prints the page.
    Print,
}

/// The name of the attribute.
const ATTRIBUTE: &str = "data-act";

/// Listens on the widget's root until the returned listeners are dropped; `told` hears the place of the act and
/// the text of the control, if it has any.
pub(crate) fn listen(root: &Element, told: impl Fn(usize, String) + Clone + 'static) -> [EventListener; 4] {
    ["click", "change", "input", "submit"].map(|kind| {
        let told = told.clone();
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(root, kind, options, move |event| {
            if let Some((act, text)) = heard(event) {
                told(act, text);
            }
        })
    })
}

fn heard(event: &Event) -> Option<(usize, String)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let control = target.closest("[data-act]").ok()??;
    let kind = match control.tag_name().as_str() {
        "INPUT" => "change",
        "TEXTAREA" => "input",
        "FORM" => "submit",
        _ => "click",
    };
    if event.type_() != kind {
        return None;
    }
    let act = control.get_attribute(ATTRIBUTE)?.parse().ok()?;
    let text = match kind {
        "input" => control.dyn_ref::<HtmlTextAreaElement>()?.value(),
        "submit" => {
            event.prevent_default();
            let field = control.query_selector("input").ok()??;
            let field = field.dyn_ref::<HtmlInputElement>()?;
            let typed = field.value();
            field.set_value("");
            typed
        }
        _ => String::new(),
    };
    Some((act, text))
}
