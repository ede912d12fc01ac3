//! The engine in the other wasm file, as the page hands it over.

use js_sys::Function;
use wasm_bindgen::JsValue;
use weighup_core::aid::Aid;
use weighup_core::consultation::Answers;
use weighup_core::view::{Engine, FitView, NoEngine, ask, told};

/// The engine opened with this widget's aid.
pub(crate) struct Remote {
    /// From a question to its answer, both text.
    pub(crate) answer: Function,
    /// Of the aid's content.
    pub(crate) hash: String,
}

impl Engine for Remote {
    fn fit(&self, _: &Aid, answers: &Answers) -> Result<FitView, NoEngine> {
        let asked = JsValue::from_str(&ask(answers));
        let answer = self.answer.call1(&JsValue::NULL, &asked).ok();
        answer
            .and_then(|answer| told(&answer.as_string()?))
            .ok_or(NoEngine::Missing)
    }

    fn hash<'a>(&'a self, _: &'a Aid) -> Option<&'a str> {
        Some(&self.hash)
    }
}
