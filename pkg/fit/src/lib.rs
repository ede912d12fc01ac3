//! The wasm boundary of the engine behind the widget: an aid opened once, questions answered.
#![warn(missing_docs)]

use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use weighup_core::aid::Aid;
use weighup_core::view::answer;

/// An aid, checked as strictly as the build that made it.
#[wasm_bindgen]
pub struct Opened(Aid);

#[wasm_bindgen]
impl Opened {
    /// Opens a compiled aid.
    ///
    /// # Errors
    /// An `Error` whose message lists every problem of the aid, one per line.
    #[wasm_bindgen(constructor)]
    pub fn new(aid: &str) -> Result<Opened, JsError> {
        Aid::from_json(aid)
            .map(Opened)
            .map_err(|error| JsError::new(&error.in_full()))
    }

    /// The hash of the aid's content, in hex.
    #[must_use]
    pub fn hash(&self) -> String {
        self.0.hash().to_string()
    }

    /// The answer to a widget's question; `undefined` when it is not one.
    #[must_use]
    pub fn fit(&self, asked: &str) -> Option<String> {
        answer(&self.0, asked)
    }
}
