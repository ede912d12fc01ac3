//! Stands in for `weighup_web::mount` until it is there.

use crate::settings::Settings;
use wasm_bindgen::prelude::*;

/// A mounted widget.
pub(crate) struct Handle {
    root: web_sys::Element,
}

/// Shows that the element works.
pub(crate) fn mount(root: web_sys::Element, aid: &str, settings: Settings) -> Result<Handle, JsError> {
    let aid: serde_json::Value = serde_json::from_str(aid)?;
    let title = aid
        .get("title")
        .and_then(serde_json::Value::as_str)
        .unwrap_or("A decision aid");
    root.set_text_content(Some(title));
    settings.tell("ready", "{}");
    Ok(Handle { root })
}

impl Handle {
    pub(crate) fn update(&self, settings: Settings) {
        let _ = (&self.root, settings);
    }

    pub(crate) fn answers(&self) -> String {
        "{}".to_owned()
    }

    pub(crate) fn destroy(self) {
        self.root.set_text_content(None);
    }
}
