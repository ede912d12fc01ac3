//! The listeners of a widget, and how they find what a control does.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent};

use crate::act::ATTRIBUTE;
use crate::forms::written;
use crate::scroll::bring;

/// What has an act.
const ACTING: &str = "[data-act]";

/// Listens on the widget's root until the returned listeners are dropped; `told` hears the place of the act and
/// the text of the control, if it has any.
pub(crate) fn listen(root: &Element, told: impl Fn(usize, String) + Clone + 'static) -> [EventListener; 5] {
    ["click", "change", "input", "submit", "keyup"].map(|kind| {
        let told = told.clone();
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(root, kind, options, move |event| {
            if kind == "keyup" {
                reached(event);
            } else if let Some((act, text)) = heard(event) {
                told(act, text);
            }
        })
    })
}

/// Brings a box for words on screen when a key has led to it. Browsers bring only the line where one writes, which may lie under the
/// bar at the foot.
fn reached(event: &Event) {
    if event
        .dyn_ref::<KeyboardEvent>()
        .is_some_and(|event| event.key() == "Tab")
        && let Some(Ok(control)) = event.target().map(JsCast::dyn_into::<HtmlTextAreaElement>)
    {
        bring(&control);
    }
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
