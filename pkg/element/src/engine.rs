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
    /// From a question to its answer, both text; `null` while it is being worked out. With a second argument nobody waits for it.
    pub(crate) answer: Function,
    /// Of the aid's content.
    pub(crate) hash: String,
}

/// What stands beside a question whose answer nobody waits for.
const AHEAD: JsValue = JsValue::TRUE;

impl Remote {
    fn ask(&self, question: &str) -> Result<String, NoEngine> {
        match self.answer.call1(&JsValue::NULL, &JsValue::from_str(question)) {
            // The page hands the settings over again when it is worked out, and then this is asked again.
            Ok(answer) if answer.is_null() => Err(NoEngine::Loading),
            Ok(answer) => answer.as_string().ok_or(NoEngine::Missing),
            Err(_) => Err(NoEngine::Missing),
        }
    }
}

impl Engine for Remote {
    fn fit(&self, _: &Aid, answers: &Answers) -> Result<FitView, NoEngine> {
        read_fit(&self.ask(&ask(answers))?).ok_or(NoEngine::Missing)
    }

    fn ahead(&self, answers: &Answers) {
        let question = JsValue::from_str(&ask(answers));
        // What could not be begun is worked out when it is asked for.
        drop(self.answer.call2(&JsValue::NULL, &question, &AHEAD));
    }

    fn agreement(&self, _: &Aid, answers: &Answers, results: Results) -> Result<AgreementView, NoEngine> {
        read_agreement(&self.ask(&ask_agreement(answers, results))?).ok_or(NoEngine::Missing)
    }

    fn hash<'a>(&'a self, _: &'a Aid) -> Option<&'a str> {
        Some(&self.hash)
    }
}
