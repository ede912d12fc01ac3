//! What the host page sets, as it crosses from JavaScript.

use serde::Deserialize;
use wasm_bindgen::prelude::*;

/// What the host page sets.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Settings {
    /// Tells one widget of a page from another; part of every id inside it.
    pub(crate) instance: String,
    /// A BCP 47 tag.
    pub(crate) lang: String,
    /// `ltr` or `rtl`.
    pub(crate) dir: String,
    /// The name of a theme, or nothing for the neutral one.
    #[serde(default)]
    pub(crate) theme: Option<String>,
    #[serde(skip)]
    on_event: Option<js_sys::Function>,
}

impl Settings {
    pub(crate) fn parse(text: &str) -> Result<Self, JsError> {
        Ok(serde_json::from_str(text)?)
    }

    pub(crate) fn with_events(mut self, on_event: js_sys::Function) -> Self {
        self.on_event = Some(on_event);
        self
    }

    pub(crate) fn tell(&self, name: &str, detail: &str) {
        let _ = (&self.instance, &self.lang, &self.dir, &self.theme);
        if let Some(on_event) = &self.on_event {
            on_event
                .call2(
                    &JsValue::NULL,
                    &JsValue::from_str(name),
                    &JsValue::from_str(detail),
                )
                .ok();
        }
    }
}
