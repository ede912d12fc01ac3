//! What happens in the widget, as it crosses to JavaScript: a name and at most one word of detail.

use wasm_bindgen::JsValue;
use weighup_web::settings::Event;
use yew::Callback;

/// A callback that tells `listener`.
pub(crate) fn to(listener: &js_sys::Function) -> Callback<Event> {
    let listener = listener.clone();
    Callback::from(move |event| {
        let (name, detail) = match event {
            Event::Ready => ("ready", String::new()),
            Event::Step(step) => ("step", name_of(&step)),
            Event::Changed => ("changed", String::new()),
            Event::Failed(message) => ("failed", message),
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

/// The step's name in the consultation's own JSON.
fn name_of(step: &impl serde::Serialize) -> String {
    match serde_json::to_value(step) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}
