//! The wasm boundary of the engine behind the widget: an aid opened once, questions answered.
#![warn(missing_docs)]

mod record;

use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use weighup_core::aid::{Aid, document::Results};
use weighup_core::record::{Fhir, Host, Made, RecordAsked, RecordForm};
use weighup_core::view::Desk;

/// An aid, checked as strictly as the build that made it.
#[wasm_bindgen]
pub struct Opened {
    aid: Aid,
    desk: Desk,
}

#[wasm_bindgen]
impl Opened {
    /// Opens a compiled aid.
    ///
    /// # Errors
    /// An `Error` whose message lists every problem of the aid, one per line.
    #[wasm_bindgen(constructor)]
    pub fn new(aid: &str) -> Result<Opened, JsError> {
        Aid::from_json(aid)
            .map(|aid| Opened {
                aid,
                desk: Desk::default(),
            })
            .map_err(|error| JsError::new(&error.in_full()))
    }

    /// The hash of the aid's content, in hex.
    #[must_use]
    pub fn hash(&self) -> String {
        self.aid.hash().to_string()
    }

    /// Works for a few milliseconds on a question for the fit; `true` when its answer is ready.
    pub fn work(&mut self, asked: &str) -> bool {
        self.desk.work(&self.aid, asked)
    }

    /// The answer to a widget's question; `undefined` when it is not one. What is left to do is done first.
    #[must_use]
    pub fn fit(&mut self, asked: &str) -> Option<String> {
        self.desk.answer(&self.aid, asked)
    }

    /// The record of saved answers in the form of that name, made at `at`, where the aid stands at `address`. `facts` says that the site
    /// shows no fit, `scores` that it has scores worked out. It may be called once the file of records is there.
    ///
    /// # Errors
    /// An `Error` that says what was asked for and cannot be.
    pub fn record(
        &self,
        saved: &str,
        form: &str,
        at: &str,
        address: Option<String>,
        facts: bool,
        scores: bool,
    ) -> Result<String, JsError> {
        let form = RecordForm::from_name(form)?;
        let code = record::record_code()
            .ok_or_else(|| JsError::new("the file of records is not here yet: load it first"))?;
        let asked = RecordAsked {
            form,
            made: Made {
                at,
                software: concat!("weighup ", env!("CARGO_PKG_VERSION")),
                address: address.as_deref(),
            },
            host: Host::default(),
            fhir: Fhir::default(),
            site: if facts { Results::Facts } else { Results::Fit },
        };
        let aid = self.aid.with_scores(scores).on(at.get(..10).unwrap_or_default());
        (code.write)(&aid, saved, asked)
            .map(|written| written.text)
            .map_err(|failure| JsError::new(&failure.to_string()))
    }

    /// What a person could give at the end, in words and as it is stored, as JSON: of saved answers, or of a line that was made before
    /// and what was answered since. `asked` is JSON. It may be called once the file of records is there.
    ///
    /// # Errors
    /// An `Error` that says what was asked for and cannot be.
    pub fn given(
        &self,
        saved: &str,
        line: Option<String>,
        asked: &str,
        facts: bool,
        scores: bool,
    ) -> Result<String, JsError> {
        let code =
            record::record_code().ok_or_else(|| JsError::new("the file of records is not here yet"))?;
        let aid = self.aid.with_scores(scores);
        let site = if facts { Results::Facts } else { Results::Fit };
        (code.give)(&aid, saved, line.as_deref(), site, asked)
            .map_err(|failure| JsError::new(&failure.to_string()))
    }

    /// A QR code of a text: its side in modules, a space, and the dark ones as an SVG path. It may be called once the file of
    /// records is there.
    ///
    /// # Errors
    /// An `Error` for a text that is more than one code can hold.
    pub fn drawn(&self, text: &str) -> Result<String, JsError> {
        let code =
            record::record_code().ok_or_else(|| JsError::new("the file of records is not here yet"))?;
        (code.draw)(text).ok_or_else(|| JsError::new("the text is more than a QR code can hold"))
    }
}
