//! The engine in the other wasm file, as the page hands it over.

use js_sys::Function;
use wasm_bindgen::JsValue;
use weighup_core::aid::Aid;
use weighup_core::consultation::Answers;
use weighup_core::view::{Engine, FitView, NoEngine, ask, told};

/// A JavaScript function from a question to its answer, both text, for the aid of this widget.
pub(crate) struct Remote(pub(crate) Function);

impl Engine for Remote {
    fn fit(&self, _: &Aid, answers: &Answers) -> Result<FitView, NoEngine> {
        let asked = JsValue::from_str(&ask(answers));
        let answer = self.0.call1(&JsValue::NULL, &asked).ok();
        answer
            .and_then(|answer| told(&answer.as_string()?))
            .ok_or(NoEngine::Missing)
    }
}
