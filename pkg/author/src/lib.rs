//! The wasm boundary of the author's reader and of the pages without scripts: parse, call, serialise. Programs load it, never a page with
//! the widget.
#![warn(missing_docs)]

mod files;
mod pages;

pub use files::{Building, Files};
pub use pages::{first, page, styles};

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::{JsError, JsValue};

/// A plain object, made by `JSON.parse`: there every key is a field of the object's own, even one called `__proto__`.
fn plain(value: &impl Serialize) -> Result<JsValue, JsError> {
    let text = serde_json::to_string(value)?;
    js_sys::JSON::parse(&text)
        .map_err(|_| JsError::new("the result could not be read back as JSON; report this"))
}

/// What only the caller knows, as JSON.
fn given<'a, T: Deserialize<'a>>(json: &'a str) -> Result<T, JsError> {
    serde_json::from_str(json).map_err(|wrong| JsError::new(&format!("what was given: {wrong}")))
}
