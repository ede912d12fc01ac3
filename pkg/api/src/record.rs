//! `record`: a compiled aid and saved answers as JSON text in, the record in one form out.

use crate::plain;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};
use weighup_core::aid::{Aid, document::Results};
use weighup_core::record::{Fhir, Host, Made, RecordAsked, RecordForm, record_of_saved};
use weighup_core::view::Here;

/// What only the caller knows.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Given {
    form: String,
    at: String,
    address: Option<String>,
    problem: Option<String>,
    contact: Option<String>,
    patient: Option<String>,
    #[serde(default)]
    plan: bool,
    #[serde(default)]
    uk_core: bool,
    #[serde(default)]
    facts: bool,
}

#[derive(Serialize)]
struct Written {
    text: String,
    dropped: Vec<String>,
}

/// The record of saved answers in a form: an object of `text` and of what no longer applies of the answers, in sentences.
///
/// # Errors
/// An `Error` whose message names what is wrong with the aid, the answers or what was asked for, and where.
#[wasm_bindgen]
pub fn record(aid: &str, answers: &str, given: &str) -> Result<JsValue, JsError> {
    let given: Given =
        serde_json::from_str(given).map_err(|wrong| JsError::new(&format!("what was asked for: {wrong}")))?;
    let form = RecordForm::from_name(&given.form)?;
    let aid = Aid::from_json(aid)?.on(given.at.get(..10).unwrap_or_default());
    let asked = RecordAsked {
        form,
        made: Made {
            at: &given.at,
            software: concat!("weighup ", env!("CARGO_PKG_VERSION")),
            address: given.address.as_deref(),
        },
        host: Host {
            problem: given.problem.as_deref(),
            contact: given.contact.as_deref(),
        },
        fhir: Fhir {
            patient: given.patient.as_deref(),
            plan: given.plan,
            uk_core: given.uk_core,
            document: None,
        },
        site: if given.facts { Results::Facts } else { Results::Fit },
    };
    let written = record_of_saved(&aid, answers, &Here, asked)?;
    plain(&Written {
        text: written.text,
        dropped: written.dropped,
    })
}
