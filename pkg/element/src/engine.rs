//! The engine in the other wasm file, as the page hands it over.

use js_sys::{Float64Array, Function};
use wasm_bindgen::{JsCast, JsValue};
use weighup_core::fit::{Engine, NoReading, Question, Reading};

/// A JavaScript function from a question's numbers to its reading's, or `undefined`.
pub(crate) struct Remote(pub(crate) Function);

impl Engine for Remote {
    fn read(&self, question: &Question) -> Result<Reading, NoReading> {
        let numbers = Float64Array::from(question.to_numbers().as_slice());
        let answer = self
            .0
            .call1(&JsValue::NULL, &numbers)
            .map_err(|_| NoReading::Missing)?;
        let answer: Float64Array = answer.dyn_into().map_err(|_| NoReading::Refused)?;
        Reading::from_numbers(&answer.to_vec(), question.options).ok_or(NoReading::Refused)
    }
}
