//! What happens in the widget, as it crosses to JavaScript: a name, and one word of detail or the lines of a picture.

use js_sys::Array;
use wasm_bindgen::JsValue;
use weighup_web::settings::WidgetEvent;
use yew::Callback;

/// A callback that tells `listener`.
pub(crate) fn to(listener: &js_sys::Function) -> Callback<WidgetEvent> {
    let listener = listener.clone();
    Callback::from(move |event| {
        let (name, detail) = match event {
            WidgetEvent::Ready => ("ready", JsValue::from_str("")),
            WidgetEvent::Waiting => ("waiting", JsValue::from_str("")),
            WidgetEvent::Step(step) => ("step", JsValue::from_str(step.name())),
            WidgetEvent::Begun => ("begun", JsValue::from_str("")),
            WidgetEvent::Changed => ("changed", JsValue::from_str("")),
            WidgetEvent::Picture(lines) => ("picture", picture(&lines)),
            WidgetEvent::Second => ("second", JsValue::from_str("")),
            WidgetEvent::Save => ("save", JsValue::from_str("")),
            WidgetEvent::Open => ("open", JsValue::from_str("")),
            WidgetEvent::Kept => ("kept", JsValue::from_str("")),
            WidgetEvent::Again => ("again", JsValue::from_str("")),
            WidgetEvent::Keep(yes) => ("keep", JsValue::from_str(if yes { "true" } else { "" })),
            WidgetEvent::Print => ("print", JsValue::from_str("")),
            WidgetEvent::Link(code) => ("link", JsValue::from_str(if code { "code" } else { "" })),
            WidgetEvent::Scan => ("scan", JsValue::from_str("")),
            WidgetEvent::List => ("list", JsValue::from_str("")),
            WidgetEvent::ClearKept => ("clear-kept", JsValue::from_str("")),
            WidgetEvent::Unlock => ("unlock", JsValue::from_str("")),
            WidgetEvent::SeeGift => ("give", JsValue::from_str("see")),
            WidgetEvent::Give => ("give", JsValue::from_str("go")),
            WidgetEvent::Done => ("give", JsValue::from_str("done")),
            WidgetEvent::Given(what) => ("given", JsValue::from_str(what)),
            WidgetEvent::Record(form) => ("record", JsValue::from_str(form.name())),
        };
        // A listener that throws is the host page's matter, and its console says so.
        listener
            .call2(&JsValue::NULL, &JsValue::from_str(name), &detail)
            .ok();
    })
}

/// What each line is and its text, one after another.
fn picture(lines: &[(&'static str, String)]) -> JsValue {
    let flat = Array::new();
    for (kind, text) in lines {
        flat.push(&JsValue::from_str(kind));
        flat.push(&JsValue::from_str(text));
    }
    flat.into()
}
