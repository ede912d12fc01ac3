//! The forms that a record leaves in, each by its name, so that the command, the page and the functions offer the same ones.

use crate::aid::Aid;
use crate::aid::document::Results;
use crate::consultation::{Consultation, RestoreError};
use crate::view::{self, Engine};

use super::{
    Fhir, FhirError, Host, Made, Record, RecordError, html_page, letter_text, plain_text, short_text,
};

/// A form that the record leaves in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordForm {
    /// The whole record as plain text.
    Text,
    /// A letter to the health team.
    Letter,
    /// At most [`super::SHORT_LIMIT`] units, for a small field.
    Short,
    /// A page of its own.
    Html,
    /// JSON in the published form.
    Json,
    /// The headings of the shared decision making standard.
    Prsb,
    /// The headings of the care and support plan.
    Plan,
    /// A FHIR R4 bundle.
    Fhir,
}

impl RecordForm {
    /// The lengths of plain text that are copied.
    pub const TEXTS: [Self; 3] = [Self::Text, Self::Letter, Self::Short];
    /// The forms that are saved as files.
    pub const FILES: [Self; 5] = [Self::Html, Self::Json, Self::Prsb, Self::Plan, Self::Fhir];

    /// Its name, the same in every language.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Letter => "letter",
            Self::Short => "short",
            Self::Html => "html",
            Self::Json => "json",
            Self::Prsb => "prsb",
            Self::Plan => "plan",
            Self::Fhir => "fhir",
        }
    }

    /// Every form.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::TEXTS.into_iter().chain(Self::FILES)
    }

    /// The one of this name.
    ///
    /// # Errors
    /// [`NoForm`] where there is none of this name.
    pub fn from_name(name: &str) -> Result<Self, NoForm> {
        Self::all()
            .find(|form| form.name() == name)
            .ok_or_else(|| NoForm {
                name: name.to_owned(),
            })
    }

    /// The most UTF-16 units that it may have, where a field sets a limit.
    #[must_use]
    pub const fn limit(self) -> Option<usize> {
        match self {
            Self::Short => Some(super::SHORT_LIMIT),
            _ => None,
        }
    }

    /// How many UTF-16 units a text has: what a field counts as its characters.
    #[must_use]
    pub fn units(text: &str) -> usize {
        text.encode_utf16().count()
    }
}

/// A name of no form.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{name}` is no form of a record: choose one of {}", names())]
pub struct NoForm {
    /// As it was given.
    pub name: String,
}

fn names() -> String {
    let names: Vec<&str> = RecordForm::all().map(RecordForm::name).collect();
    names.join(", ")
}

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct RecordAsked<'a> {
    /// In which form.
    pub form: RecordForm,
    /// What only whoever asks knows.
    pub made: Made<'a>,
    /// What the host knows of the appointment.
    pub host: Host<'a>,
    /// What goes into a bundle.
    pub fhir: Fhir<'a>,
    /// The site's own setting, as for [`view::fit`].
    pub site: Results,
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordWritten {
    /// The record in that form.
    pub text: String,
    /// What no longer applies of the saved answers, in sentences: the record is of what is left.
    pub dropped: Vec<String>,
}

/// Why there is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordFailure {
    /// The answers could not be read.
    #[error(transparent)]
    Restore(#[from] RestoreError),
    /// No record was made.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// No bundle was made.
    #[error(transparent)]
    Fhir(#[from] FhirError),
}

/// The record of saved answers in one of its forms. Saved answers hold no guess that is still hidden, and so neither does this.
///
/// # Errors
///
/// [`RecordFailure`] where the answers are not of this aid, or something that was asked for cannot be.
pub fn record_of_saved(
    aid: &Aid,
    saved: &str,
    engine: &dyn Engine,
    asked: RecordAsked<'_>,
) -> Result<RecordWritten, RecordFailure> {
    let restored = Consultation::restore(aid, saved, engine.hash(aid))?;
    let words = aid.wording();
    let dropped = restored.dropped.iter().map(|lost| lost.sentence(words)).collect();
    let said = &restored.consultation;
    let record = Record::of(aid, said, asked.site, engine, asked.made)?;
    let summary = || view::summary(aid, said, asked.site, engine);
    let text = match asked.form {
        RecordForm::Text => plain_text(words, &summary()),
        RecordForm::Short => short_text(words, &record),
        RecordForm::Letter => letter_text(words, &record),
        RecordForm::Html => html_page(words, &record),
        RecordForm::Json => record.to_json(),
        RecordForm::Prsb => record.prsb(asked.host).text(),
        RecordForm::Plan => record.plan().text(),
        RecordForm::Fhir => record.fhir(words, &summary(), asked.fhir)?,
    };
    Ok(RecordWritten { text, dropped })
}

#[cfg(test)]
mod tests {
    use super::RecordForm;

    #[test]
    fn every_form_is_found_by_its_name() {
        for form in RecordForm::all() {
            assert_eq!(RecordForm::from_name(form.name()), Ok(form));
        }
        assert_eq!(
            RecordForm::from_name("pdf").map_err(|wrong| wrong.to_string()),
            Err(
                "`pdf` is no form of a record: choose one of text, letter, short, html, json, prsb, plan, fhir"
                    .to_owned()
            )
        );
    }
}
