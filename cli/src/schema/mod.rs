//! `weighup schema`: the JSON Schema of an author's files, for editors, and of `weighup compute`, for programs.

mod types;

use std::path::PathBuf;
use std::process::ExitCode;

use weighup_core::authoring::{AuthorFile, schema};
use weighup_core::given::{given_schema, questions_schema};
use weighup_core::involvement::review_asks_schema;
use weighup_core::record::record_schema;
use weighup_core::view::headless_schema;

use crate::hosts;
use crate::print::{self, WriteError};

/// Print a JSON Schema: of an author's file, so that editors complete and explain its fields, or of what `compute` reads
/// and answers.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Which file.
    #[arg(value_enum, default_value = "aid")]
    of: Of,
    /// File to write to, in place of standard output.
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Of {
    /// `aid.toml`.
    Aid,
    /// `review.toml`.
    Review,
    /// `overlay.toml`.
    Overlay,
    /// `involvement.toml`.
    Involvement,
    /// Questions for reviewers, as `weighup review --ask` reads them.
    ReviewQuestions,
    /// `aids.json`, as `weighup build --hosts` writes it.
    Aids,
    /// The record of a consultation, as `weighup record --as json` writes it.
    Record,
    /// One line of what a person gave at the end.
    Given,
    /// Questions that a deployment asks at the end.
    Questions,
    /// What `weighup/headless` of the npm package takes and gives: every action and every view.
    Headless,
    /// The same as types for TypeScript, as the npm package has them.
    HeadlessTypes,
    /// A problem for `weighup compute`.
    Compute,
    /// What `weighup compute` answers, errors as JSON included.
    ComputeResult,
}

// What is published is what is printed.
const COMPUTE: &str = include_str!("../../../docs/schema/compute.schema.json");
const COMPUTE_RESULT: &str = include_str!("../../../docs/schema/compute-result.schema.json");

/// Why no schema was written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SchemaError {
    #[error(transparent)]
    Types(#[from] types::TypesError),
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<ExitCode, SchemaError> {
    print::spare(args.out.as_deref(), [])?;
    // A tree of strings and numbers always serialises.
    let written =
        |schema: &serde_json::Value| serde_json::to_string_pretty(schema).unwrap_or_default() + "\n";
    let of = |file| written(&schema(file));
    let text = match args.of {
        Of::Aid => of(AuthorFile::Aid),
        Of::Review => of(AuthorFile::Review),
        Of::Overlay => of(AuthorFile::Overlay),
        Of::Involvement => of(AuthorFile::Involvement),
        Of::ReviewQuestions => written(&review_asks_schema()),
        Of::Aids => written(&hosts::schema()),
        Of::Record => written(&record_schema()),
        Of::Given => written(&given_schema()),
        Of::Questions => written(&questions_schema()),
        Of::Headless => written(&headless_schema()),
        Of::HeadlessTypes => types::types(&headless_schema())?,
        Of::Compute => COMPUTE.to_owned(),
        Of::ComputeResult => COMPUTE_RESULT.to_owned(),
    };
    print::to(args.out.as_deref(), &text)?;
    Ok(ExitCode::SUCCESS)
}
