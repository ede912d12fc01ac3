//! What happens in the widget, as it crosses to JavaScript: a name and at most one word of detail.

use wasm_bindgen::JsValue;
use weighup_web::settings::Event;
use yew::Callback;

/// A callback that tells `listener`.
pub(crate) fn to(listener: &js_sys::Function) -> Callback<Event> {
    let listener = listener.clone();
    Callback::from(move |event| {
        let (name, detail) = match event {
            Event::Ready => ("ready", ""),
            Event::Step(step) => ("step", step.name()),
            Event::Changed => ("changed", ""),
            Event::Second => ("second", ""),
            Event::Save => ("save", ""),
            Event::Open => ("open", ""),
            Event::Keep(true) => ("keep", "true"),
            Event::Keep(false) => ("keep", ""),
        };
        // A listener that throws is the host page's matter, and its console says so.
        listener
            .call2(
                &JsValue::NULL,
                &JsValue::from_str(name),
                &JsValue::from_str(detail),
            )
            .ok();
    })
}
