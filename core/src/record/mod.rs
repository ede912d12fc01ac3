//! What leaves the page. The [`Record`] is one value; plain text, a short text for a small field, a letter, a page, JSON, the
//! headings of two British record standards and FHIR R4 are all made from it, so that they cannot say different things.
//!
//! ```
//! use weighup_core::aid::Aid;
//! use weighup_core::aid::document::Results;
//! use weighup_core::consultation::{Action, Consultation, WordsBox};
//! use weighup_core::record::{Made, Record, html_page, letter_text, short_text};
//! use weighup_core::view::Here;
//!
//! let aid = Aid::from_json(include_str!("../../examples/made-up.json"))?;
//! let mut consultation = Consultation::new(&aid);
//! consultation.apply(&aid, Action::set_words(WordsBox::Worries, "The taste".to_owned()))?;
//!
//! let made = Made { at: "2026-11-30T10:15:00Z", software: "an example", address: None };
//! let record = Record::of(&aid, &consultation, Results::Fit, &Here, made)?;
//! for text in [letter_text(aid.wording(), &record), html_page(aid.wording(), &record), record.to_json()] {
//!     assert!(text.contains("The taste"));
//! }
//! assert!(short_text(aid.wording(), &record).len() < 2_000);
//!
//! let made = Made { at: "yesterday", software: "an example", address: None };
//! assert!(Record::of(&aid, &consultation, Results::Fit, &Here, made).is_err());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod fhir;
mod forms;
mod html;
mod making;
mod plain;
mod plan;
mod prsb;
mod qr;
mod said;
mod short;
mod value;

pub use fhir::{Coding, Fhir, FhirError};
pub use forms::{NoForm, RecordAsked, RecordFailure, RecordForm, RecordWritten, record_of_saved};
pub use html::html_page;
pub use making::{Made, RecordError};
pub use plain::plain_text;
pub use plan::{PLAN_STANDARD, Plan};
pub use prsb::{Host, PRSB_STANDARD, Prsb};
pub use qr::QrPicture;
pub use short::{SHORT_LIMIT, letter_text, short_text};
pub use value::*;

/// Headings of a standard with their entries, each heading on a line of its own; `nothing` stands where one has none.
fn headings(text: &mut String, headings: &[(&str, Vec<String>)], nothing: &str) {
    for (heading, entries) in headings {
        text.push('\n');
        text.push_str(heading);
        text.push('\n');
        if entries.is_empty() {
            item(text, nothing);
        }
        entries.iter().for_each(|entry| item(text, entry));
    }
}

/// Adds an item to a text; its further lines are set in, so that it stays one item.
fn item(text: &mut String, item: &str) {
    for (at, line) in item.lines().enumerate() {
        text.push_str(if at == 0 { "- " } else { "  " });
        text.push_str(line.trim());
        text.push('\n');
    }
}

/// The JSON Schema of [`Record::to_json`].
#[cfg(feature = "authoring")]
#[must_use]
pub fn record_schema() -> serde_json::Value {
    let mut schema = schemars::schema_for!(Record).to_value();
    if let Some(whole) = schema.as_object_mut() {
        whole.insert("title".to_owned(), "Weighup record of a consultation".into());
    }
    schema
}
