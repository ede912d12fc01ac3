//! The one listener of a widget, and how it finds what a control does.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlTextAreaElement};

use crate::act::ATTRIBUTE;
use crate::forms::written;

/// What has an act.
const ACTING: &str = "[data-act]";

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
    let control = target.closest(ACTING).ok()??;
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
        "change" => control.dyn_ref::<HtmlInputElement>()?.value(),
        "submit" => {
            event.prevent_default();
            written(&control)?
        }
        _ => String::new(),
    };
    Some((act, text))
}
