//! The wasm boundary of the npm package's functions: parse, call, serialise. There is one file per function.
#![warn(missing_docs)]

mod check;
mod compute;
mod figures;
mod given;
mod record;

pub use check::check;
pub use compute::compute;
pub use figures::figures;
pub use given::given;
pub use record::record;

use serde::Serialize;
use wasm_bindgen::prelude::{JsError, JsValue};

/// A plain object, made by `JSON.parse`: there every key is a field of the object's own, even one called `__proto__`.
fn plain(value: &impl Serialize) -> Result<JsValue, JsError> {
    let text = serde_json::to_string(value)?;
    js_sys::JSON::parse(&text)
        .map_err(|_| JsError::new("the result could not be read back as JSON; report this"))
}
