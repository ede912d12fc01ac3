//! The wasm boundary of the npm package's functions: parse, call, serialise. One file a function.
#![warn(missing_docs)]

mod check;
mod compute;
mod figures;

pub use check::check;
pub use compute::compute;
pub use figures::figures;

use serde::Serialize;
use wasm_bindgen::prelude::JsValue;

/// A plain object, as `JSON.parse` would give.
fn plain(value: &impl Serialize) -> Result<JsValue, serde_wasm_bindgen::Error> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())
}
