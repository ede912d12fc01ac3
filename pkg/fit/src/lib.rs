//! The wasm boundary of the engine behind the widget: numbers in, numbers out; and why an aid is refused.
#![warn(missing_docs)]

use wasm_bindgen::prelude::wasm_bindgen;
use weighup_core::aid::Aid;
use weighup_core::fit::Question;

/// Answers a question: the numbers of a `weighup_core::fit::Question` in, those of its `Reading` out, or `undefined`
/// when it cannot be answered.
#[wasm_bindgen]
#[must_use]
pub fn answer(question: &[f64]) -> Option<Vec<f64>> {
    let question = Question::from_numbers(question)?;
    question.answer().map(|reading| reading.to_numbers())
}

/// Why an aid is refused, every problem of it on a line; `undefined` when it is not.
#[wasm_bindgen]
#[must_use]
pub fn explain(aid: &str) -> Option<String> {
    Aid::from_json(aid).err().map(|error| error.in_full())
}
