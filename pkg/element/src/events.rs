//! What happens in the widget, as it crosses to JavaScript: a name and at most one word of detail.

use std::borrow::Cow;

use wasm_bindgen::JsValue;
use weighup_core::consultation::Step;
use weighup_web::settings::Event;
use yew::Callback;

/// A callback that tells `listener`.
pub(crate) fn to(listener: &js_sys::Function) -> Callback<Event> {
    let listener = listener.clone();
    Callback::from(move |event| {
        let (name, detail) = match event {
            Event::Ready => ("ready", Cow::Borrowed("")),
            Event::Step(step) => ("step", Cow::Borrowed(name_of(step))),
            Event::Changed => ("changed", Cow::Borrowed("")),
            Event::Failed(message) => ("failed", Cow::Owned(message)),
        };
        // A listener that throws is the host page's matter, and its console says so.
        listener
            .call2(
                &JsValue::NULL,
                &JsValue::from_str(name),
                &JsValue::from_str(&detail),
            )
            .ok();
    })
}

/// The step's name, as in the consultation's own JSON.
const fn name_of(step: Step) -> &'static str {
    match step {
        Step::About => "about",
        Step::WhatMatters => "what-matters",
        Step::Choice => "choice",
        Step::Options => "options",
        Step::Compare => "compare",
        Step::Weigh => "weigh",
        Step::Fit => "fit",
        Step::Summary => "summary",
    }
}

#[cfg(test)]
mod tests {
    use super::name_of;
    use weighup_core::consultation::Step;

    #[test]
    fn steps_are_named_as_in_a_saved_consultation() {
        for step in Step::ALL {
            assert_eq!(serde_json::to_value(step).ok(), Some(name_of(step).into()));
        }
    }
}
