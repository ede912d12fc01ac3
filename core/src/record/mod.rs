//! What leaves the page. The [`Record`] is one value; plain text, a short text for a small field, a letter, a page, JSON, the
//! headings of two British record standards and FHIR R4 are all made from it, so that they cannot say different things.

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
