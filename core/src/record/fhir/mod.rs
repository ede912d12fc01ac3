//! The record as FHIR R4: a Bundle of type `collection` with the questions and answers, the readable page, who made it and with
//! what; on request a care plan with goals and tasks.
//!
//! It is written by hand: the crates that hold FHIR's types add some 180 packages or do not know R4. No code is invented:
//! everything is text, and a code stands only where whoever asks gives one. The patient is who the host says, or nobody.

mod documents;
mod plan;
mod questions;

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::html::html_page;
use super::plain::plain_text;
use super::value::Record;
use crate::view::SummaryView;
use crate::words::Words;

/// A code that whoever deploys the aid gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coding<'a> {
    /// The system, as a URI.
    pub system: &'a str,
    /// The code.
    pub code: &'a str,
    /// What it stands for.
    pub display: &'a str,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fhir<'a> {
    /// The patient, as `Patient/123`; without one the record names nobody.
    pub patient: Option<&'a str>,
    /// Whether a care plan, its goals and its tasks come with it.
    pub plan: bool,
    /// Whether resources claim the profiles of UK Core. Nothing is changed to fit them: who claims them checks them.
    pub uk_core: bool,
    /// The kind of document, where the deployer has a code for it.
    pub document: Option<Coding<'a>>,
}

/// Why there is no bundle.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FhirError {
    /// Not a reference to a patient.
    #[error("`{given}` is not a reference to a patient: write it as Patient/123")]
    NotAPatient {
        /// What was given.
        given: String,
    },
}

impl Record {
    /// The bundle as JSON. The same record gives the same bundle, its identifiers too. `summary` is what the record was made
    /// from: the plain text is made of it.
    ///
    /// # Errors
    ///
    /// [`FhirError::NotAPatient`] where `wanted.patient` is none.
    pub fn fhir(&self, words: &Words, summary: &SummaryView, wanted: Fhir<'_>) -> Result<String, FhirError> {
        let patient = wanted.patient.map(patient).transpose()?;
        let bundle = Bundle {
            record: self,
            wanted,
            patient,
            seed: Sha256::digest(self.to_json()).into(),
        };
        let [page, text] = [html_page(words, self), plain_text(words, summary)];
        let mut resources = vec![
            bundle.questionnaire(),
            bundle.response(),
            bundle.document(&page, &text),
            bundle.device(),
        ];
        if wanted.plan {
            resources.extend(bundle.plan());
        }
        resources.push(bundle.provenance(&resources));
        let entries: Vec<Value> = resources.into_iter().map(Resource::entry).collect();
        let whole = json!({
            "resourceType": "Bundle",
            "id": bundle.id("bundle"),
            "type": "collection",
            "timestamp": self.made.at,
            "entry": entries,
        });
        Ok(whole.to_string())
    }
}

/// A resource and its place in the bundle.
struct Resource {
    id: String,
    body: Map<String, Value>,
}

impl Resource {
    fn entry(self) -> Value {
        json!({ "fullUrl": format!("urn:uuid:{}", self.id), "resource": self.body })
    }

    fn reference(&self) -> Value {
        reference(&self.id)
    }
}

fn reference(id: &str) -> Value {
    json!({ "reference": format!("urn:uuid:{id}") })
}

/// A concept in words alone.
fn concept(text: &str) -> Value {
    json!({ "text": text })
}

/// A reference to a patient: `Patient/` and an id as FHIR has them.
fn patient(given: &str) -> Result<&str, FhirError> {
    let id = given.strip_prefix("Patient/").unwrap_or_default();
    let fits = (1..=64).contains(&id.len())
        && id
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.');
    if fits {
        Ok(given)
    } else {
        Err(FhirError::NotAPatient {
            given: given.chars().take(80).collect(),
        })
    }
}

/// What all resources of a bundle share.
struct Bundle<'a> {
    record: &'a Record,
    wanted: Fhir<'a>,
    patient: Option<&'a str>,
    seed: [u8; 32],
}

impl Bundle<'_> {
    /// The id of a part: a UUID of version 8 (RFC 9562), made from the record and the part's name.
    fn id(&self, part: &str) -> String {
        uuid(&[&self.seed, part.as_bytes()])
    }

    /// A resource with its narrative, so that a reader without the form can read it.
    fn resource(&self, kind: &str, part: &str, says: &str, body: Value) -> Resource {
        let id = self.id(part);
        let mut whole = Map::new();
        whole.insert("resourceType".to_owned(), json!(kind));
        whole.insert("id".to_owned(), json!(id));
        if self.wanted.uk_core && kind != "Goal" {
            let profile = ["https://fhir.hl7.org.uk/StructureDefinition/UKCore-", kind].concat();
            whole.insert("meta".to_owned(), json!({ "profile": [profile] }));
        }
        whole.insert(
            "text".to_owned(),
            json!({
                "status": "generated",
                "div": format!("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>{}</p></div>", escaped(says)),
            }),
        );
        if let Value::Object(fields) = body {
            whole.extend(fields.into_iter().filter(|(_, value)| !value.is_null()));
        }
        Resource { id, body: whole }
    }

    /// Whom a record is about; nothing where nobody said.
    fn subject(&self) -> Value {
        self.patient
            .map_or(Value::Null, |patient| json!({ "reference": patient }))
    }

    /// The same where FHIR asks for somebody.
    fn somebody(&self) -> Value {
        match self.subject() {
            Value::Null => json!({ "display": "The person whose decision this is" }),
            known => known,
        }
    }
}

/// A UUID of version 8 from what names it.
fn uuid(of: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for part in of {
        // Each part behind its length: no two lists of parts run together to the same bytes.
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    let mut bytes: Vec<u8> = hash.finalize().into_iter().take(16).collect();
    for (at, keep, set) in [(6, 0x0f, 0x80), (8, 0x3f, 0x80)] {
        if let Some(byte) = bytes.get_mut(at) {
            *byte = (*byte & keep) | set;
        }
    }
    let mut text = String::with_capacity(36);
    for (at, byte) in bytes.iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        text.push_str(&format!("{byte:02x}"));
    }
    text
}

/// Text as XHTML has it; characters that XML does not know are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            other if other.is_control() && other != '\n' && other != '\t' => {}
            other => out.push(other),
        }
    }
    out
}
