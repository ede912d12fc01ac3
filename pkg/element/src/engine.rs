//! The engine in the other wasm file, as the page hands it over.

use js_sys::Function;
use wasm_bindgen::JsValue;
use weighup_core::aid::{Aid, document::Results};
use weighup_core::consultation::Answers;
use weighup_core::view::{
    AgreementView, Engine, FitView, NoEngine, ask, ask_agreement, read_agreement, read_fit,
};

/// The engine opened with this widget's aid.
pub(crate) struct Remote {
    /// From a question to its answer, both text.
    pub(crate) answer: Function,
    /// Of the aid's content.
    pub(crate) hash: String,
}

impl Remote {
    fn ask(&self, question: &str) -> Option<String> {
        let answer = self.answer.call1(&JsValue::NULL, &JsValue::from_str(question));
        answer.ok()?.as_string()
    }
}

impl Engine for Remote {
    fn fit(&self, _: &Aid, answers: &Answers) -> Result<FitView, NoEngine> {
        let answer = self.ask(&ask(answers));
        answer
            .and_then(|answer| read_fit(&answer))
            .ok_or(NoEngine::Missing)
    }

    fn agreement(&self, _: &Aid, answers: &Answers, results: Results) -> Result<AgreementView, NoEngine> {
        let answer = self.ask(&ask_agreement(answers, results));
        answer
            .and_then(|answer| read_agreement(&answer))
            .ok_or(NoEngine::Missing)
    }

    fn hash<'a>(&'a self, _: &'a Aid) -> Option<&'a str> {
        Some(&self.hash)
    }
}
