//! The wasm boundary of the consultation for hosts that draw it themselves: parse, call, serialise.
#![warn(missing_docs)]

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};
use weighup_core::aid::{Aid, document::Results};
use weighup_core::consultation::{Action, Applied, Consultation};
use weighup_core::given::{FirstSaid, GivenAsked, GivenOffer};
use weighup_core::record::{Fhir, Host, Made, RecordAsked, RecordForm, record_of_saved};
use weighup_core::view::{self, Here, ViewName};

/// What only the caller knows of an aid that is opened.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Opening {
    /// The day, as 2026-11-30: past its next review the aid says so.
    day: String,
    /// The site shows facts only, no fit.
    #[serde(default)]
    facts: bool,
    /// Whether scores are worked out here.
    #[serde(default)]
    scores: bool,
}

/// What only the caller knows of a record.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Asked {
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
}

/// What saved answers came to.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Opened {
    dropped: Vec<String>,
    content_changed: bool,
}

/// One consultation about one aid: actions in, views out.
#[wasm_bindgen]
pub struct Talk {
    aid: Aid,
    said: Consultation,
    site: Results,
}

#[wasm_bindgen]
impl Talk {
    /// Begins a consultation about a compiled aid. `given` is JSON: the day, and what the site shows.
    ///
    /// # Errors
    /// An `Error` whose message lists every problem of the aid, one per line.
    #[wasm_bindgen(constructor)]
    pub fn new(aid: &str, given: &str) -> Result<Talk, JsError> {
        let given: Opening = read("what was given", given)?;
        let aid = Aid::from_json(aid).map_err(|error| JsError::new(&error.in_full()))?;
        let aid = aid.on(&given.day).with_scores(given.scores);
        Ok(Self {
            said: Consultation::new(&aid),
            site: if given.facts { Results::Facts } else { Results::Fit },
            aid,
        })
    }

    /// Does what a person did, an action as JSON; `true` when it changed something.
    ///
    /// # Errors
    /// An `Error` that names what is not an action, or what it names that is not in this aid. Nothing has changed then.
    pub fn act(&mut self, action: &str) -> Result<bool, JsError> {
        let action: Action = action
            .parse()
            .map_err(|wrong: String| JsError::new(&["this is not an action: ", &wrong].concat()))?;
        Ok(self.said.apply(&self.aid, action)? == Applied::Changed)
    }

    /// What a view shows, as JSON.
    ///
    /// # Errors
    /// An `Error` that names every view there is.
    pub fn view(&self, name: &str) -> Result<JsValue, JsError> {
        let name: ViewName = name.parse()?;
        plain(&view::view(&self.aid, &self.said, self.site, name))
    }

    /// The answers as text, as the widget saves them: a hidden guess is not in it.
    #[must_use]
    pub fn saved(&self) -> String {
        let hash = self.aid.hash().to_string();
        self.said.save(&self.aid, Some(&hash))
    }

    /// Goes on with saved answers in place of what is here; one undo gives back what was.
    ///
    /// # Errors
    /// An `Error` that says what is wrong with the text. Nothing has changed then.
    pub fn open(&mut self, saved: &str) -> Result<JsValue, JsError> {
        let hash = self.aid.hash().to_string();
        let restored = Consultation::restore(&self.aid, saved, Some(&hash))?;
        self.said.open(&restored.consultation);
        let words = self.aid.wording();
        plain(&Opened {
            dropped: restored.dropped.iter().map(|each| each.sentence(words)).collect(),
            content_changed: restored.content_changed,
        })
    }

    /// What the person could give at the end, in words and as it is stored; with `line`, the same line with what was answered since.
    /// `asked` is JSON.
    ///
    /// # Errors
    /// An `Error` that says what was asked for and cannot be.
    pub fn given(&self, asked: &str, line: Option<String>) -> Result<JsValue, JsError> {
        let mut asked = GivenAsked::from_json(asked)?;
        asked.before = FirstSaid::of(&self.said);
        plain(&match line {
            Some(line) => GivenOffer::answered(&self.aid, &line, &asked)?,
            None => GivenOffer::of_saved(&self.aid, &self.saved(), self.site, &Here, &asked)?,
        })
    }

    /// The record of the consultation in a form, as text. `asked` is JSON.
    ///
    /// # Errors
    /// An `Error` that says what was asked for and cannot be.
    pub fn record(&self, asked: &str) -> Result<String, JsError> {
        let asked: Asked = read("what was asked for", asked)?;
        let form = RecordForm::from_name(&asked.form)?;
        let aid = self.aid.clone().on(asked.at.get(..10).unwrap_or_default());
        let written = record_of_saved(
            &aid,
            &self.saved(),
            &Here,
            RecordAsked {
                form,
                made: Made {
                    at: &asked.at,
                    software: concat!("weighup ", env!("CARGO_PKG_VERSION")),
                    address: asked.address.as_deref(),
                },
                host: Host {
                    problem: asked.problem.as_deref(),
                    contact: asked.contact.as_deref(),
                },
                fhir: Fhir {
                    patient: asked.patient.as_deref(),
                    plan: asked.plan,
                    uk_core: asked.uk_core,
                    document: None,
                },
                site: self.site,
            },
        )?;
        Ok(written.text)
    }
}

/// The names of all views, in the order of the path.
#[wasm_bindgen]
#[must_use]
pub fn views() -> Vec<String> {
    ViewName::ALL.map(|view| view.name().to_owned()).to_vec()
}

fn read<'a, T: Deserialize<'a>>(what: &str, json: &'a str) -> Result<T, JsError> {
    serde_json::from_str(json).map_err(|wrong| JsError::new(&format!("{what}: {wrong}")))
}

/// A plain object, made by `JSON.parse`: there every key is a field of the object's own, even one called `__proto__`.
fn plain(value: &impl Serialize) -> Result<JsValue, JsError> {
    let text = serde_json::to_string(value)?;
    js_sys::JSON::parse(&text)
        .map_err(|_| JsError::new("the result could not be read back as JSON; report this"))
}
