//! `given`: lines that people chose to give as text in, each as a value or refused with its place out.

use crate::plain;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};
use weighup_core::given::Given;

/// Reads lines that people gave: an object of `given`, `refused` and `refusals`. A line that is wrong stops none of the others.
///
/// # Errors
/// An `Error` that names the limit, for a text that is too long to be read at once.
#[wasm_bindgen]
pub fn given(lines: &str) -> Result<JsValue, JsError> {
    plain(&Given::read_lines(lines)?)
}
