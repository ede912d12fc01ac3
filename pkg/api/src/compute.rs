//! `compute`: a problem as JSON text in, its solution as a plain object out.

use crate::plain;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use weighup_core::compute::{ErrorReport, compute_json};

/// Works out a problem in the format of `docs/compute.md`.
///
/// # Errors
/// Throws an `Error` with the fields `code`, `place` and, where known, `line`, `column` and `statements`.
#[wasm_bindgen(js_name = compute)]
pub fn compute(problem: &str) -> Result<JsValue, JsValue> {
    let solution = compute_json(problem).map_err(|e| thrown(&e))?;
    plain(&solution).map_err(Into::into)
}

/// An `Error` that carries the fields of the report.
fn thrown(report: &ErrorReport) -> JsValue {
    let error = js_sys::Error::new(&report.error.message);
    error.set_name("WeighupError");
    if let Ok(fields) = plain(&report.error) {
        for field in ["code", "place", "line", "column", "statements"] {
            let name = JsValue::from_str(field);
            if let Ok(value) = js_sys::Reflect::get(&fields, &name)
                && !value.is_undefined()
            {
                // Setting a field of an ordinary object cannot fail.
                let _ = js_sys::Reflect::set(&error, &name, &value);
            }
        }
    }
    error.into()
}
