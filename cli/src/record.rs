//! `weighup record`: what leaves a consultation, from an aid and a saved file, in every form there is.

use std::path::PathBuf;
use std::process::ExitCode;
use std::{fs, io};

use weighup_core::aid::document::Results;
use weighup_core::consultation::RestoreError;
use weighup_core::record::{Fhir, Host, Made, RecordAsked, RecordFailure, RecordForm, record_of_saved};
use weighup_core::view::Here;

use crate::aids::{self, FindError};
use crate::print::{self, WriteError};

/// Write the record of a consultation that was saved as a file: as text, a short text, a letter, a page, JSON, under the headings
/// of two British record standards, or as FHIR R4. Everything is made here; nothing is sent.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The aid: its `aid.toml` or its folder.
    aid: PathBuf,
    /// The saved file.
    saved: PathBuf,
    /// What to write.
    #[arg(long = "as", value_enum, default_value = "text")]
    form: Form,
    /// The moment of the record, as 2026-11-30T10:15:00Z [default: now].
    #[arg(long)]
    at: Option<String>,
    /// Where the aid stands, for the record.
    #[arg(long)]
    address: Option<String>,
    /// The problem that the decision is about, as the host's record has it.
    #[arg(long)]
    problem: Option<String>,
    /// When, where and with whom the contact was.
    #[arg(long)]
    contact: Option<String>,
    /// FHIR: the patient, as Patient/123.
    #[arg(long)]
    patient: Option<String>,
    /// FHIR: with a care plan, its goals and tasks.
    #[arg(long)]
    plan: bool,
    /// FHIR: claim the profiles of UK Core.
    #[arg(long)]
    uk_core: bool,
    /// File to write to, in place of standard output.
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Form {
    /// The whole record as plain text.
    Text,
    /// At most 500 characters, for a small field.
    Short,
    /// A letter to the health team.
    Letter,
    /// A page of its own.
    Html,
    /// JSON; `weighup schema record` has its schema.
    Json,
    /// The headings of the PRSB Shared Decision Making Standard v1.0.
    Prsb,
    /// The headings of the PRSB Personalised Care and Support Plan v2.0.
    Plan,
    /// A FHIR R4 Bundle.
    Fhir,
}

impl Form {
    fn named(self) -> RecordForm {
        match self {
            Self::Text => RecordForm::Text,
            Self::Short => RecordForm::Short,
            Self::Letter => RecordForm::Letter,
            Self::Html => RecordForm::Html,
            Self::Json => RecordForm::Json,
            Self::Prsb => RecordForm::Prsb,
            Self::Plan => RecordForm::Plan,
            Self::Fhir => RecordForm::Fhir,
        }
    }
}

/// Why no record was written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RecordCommandError {
    #[error(transparent)]
    Find(#[from] FindError),
    #[error("{given} aids were found; name one")]
    Several { given: usize },
    #[error("cannot read `{path}`: {cause}; check the path")]
    Read { path: String, cause: io::Error },
    #[error("`{path}`: {cause}")]
    Restore { path: String, cause: RestoreError },
    #[error(transparent)]
    Record(RecordFailure),
    #[error("this machine's clock stands before 1970: say when with --at")]
    Clock,
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// Runs the command: 1 when the aid has errors.
pub(crate) fn run(args: &Args) -> Result<ExitCode, RecordCommandError> {
    print::spare(args.out.as_deref(), [&args.aid, &args.saved])?;
    let folders = aids::find(std::slice::from_ref(&args.aid))?;
    let [folder] = folders.as_slice() else {
        return Err(RecordCommandError::Several { given: folders.len() });
    };
    let Some(aid) = folder.check().aid else {
        eprintln!("weighup: {} has errors; `weighup check` lists them", folder.aid.0);
        return Ok(ExitCode::from(1));
    };
    let path = args.saved.display().to_string();
    let saved = fs::read_to_string(&args.saved).map_err(|cause| RecordCommandError::Read {
        path: path.clone(),
        cause,
    })?;
    let now = match &args.at {
        Some(at) => at.clone(),
        None => crate::clock::now().ok_or(RecordCommandError::Clock)?,
    };
    let asked = RecordAsked {
        form: args.form.named(),
        made: Made {
            at: &now,
            software: concat!("weighup ", env!("CARGO_PKG_VERSION")),
            address: args.address.as_deref(),
        },
        host: Host {
            problem: args.problem.as_deref(),
            contact: args.contact.as_deref(),
        },
        fhir: Fhir {
            patient: args.patient.as_deref(),
            plan: args.plan,
            uk_core: args.uk_core,
            document: None,
        },
        site: Results::Fit,
    };
    let written = record_of_saved(&aid, &saved, &Here, asked).map_err(|failure| match failure {
        RecordFailure::Restore(cause) => RecordCommandError::Restore { path, cause },
        failure => RecordCommandError::Record(failure),
    })?;
    // What no longer applies is told: the record is of what is left.
    for dropped in &written.dropped {
        eprintln!("weighup: {dropped}");
    }
    let mut text = written.text;
    if !text.ends_with('\n') {
        text.push('\n');
    }
    print::to(args.out.as_deref(), &text)?;
    Ok(ExitCode::SUCCESS)
}
