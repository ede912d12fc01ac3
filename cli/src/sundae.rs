//! `weighup sundae`: the reporting checklist of studies of decision aids, with what an aid's files say filled in.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use weighup_core::aid::document::{Document, Results};
use weighup_core::authoring::{Dossier, Stage, Who};
use weighup_core::view::{Here, stamp};

use crate::aids::{self, FindError};
use crate::print::{self, WriteError};

/// Write the SUNDAE reporting checklist (Sepucha 2018) for an aid, with what its files say filled in.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The aid: its `aid.toml` or folder.
    path: PathBuf,
    /// File to write to, in place of standard output.
    #[arg(long)]
    out: Option<PathBuf>,
}

/// Why no checklist was written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SundaeError {
    #[error(transparent)]
    Find(#[from] FindError),
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// Runs the command: 1 when the aid has errors.
pub(crate) fn run(args: &Args) -> Result<ExitCode, SundaeError> {
    print::spare(args.out.as_deref(), [&args.path])?;
    let mut out = String::new();
    for folder in aids::find(std::slice::from_ref(&args.path))? {
        let reading = folder.check();
        let Some(aid) = reading.aid else {
            eprintln!("weighup: {} has errors; `weighup check` lists them", folder.aid.0);
            return Ok(ExitCode::from(1));
        };
        checklist(&mut out, aid.document(), &reading.dossier, &stamp(&aid, &Here));
    }
    print::to(args.out.as_deref(), &out)?;
    Ok(ExitCode::SUCCESS)
}

const STUDY: &str = "_For the authors of the study to write._";

fn checklist(out: &mut String, doc: &Document, dossier: &Dossier, stamp: &str) {
    // A string takes any text.
    let _ = writeln!(
        out,
        "# SUNDAE checklist: {}\n\nFor reporting a study of this aid (Sepucha KR, et al. BMJ Qual Saf 2018;27:380-8), in our own words. \
         Numbers after 16 are to be checked against the checklist. What the aid's files say is filled in.\n",
        doc.title
    );
    for (index, (item, text)) in items(doc, dossier, stamp).iter().enumerate() {
        let _ = writeln!(out, "{}. **{item}.** {text}", index + 1);
    }
}

/// The items of the checklist in its order, with what the aid's files say of each.
fn items(doc: &Document, dossier: &Dossier, stamp: &str) -> [(&'static str, String); 26] {
    let about = &doc.about;
    let made = dossier.development.as_ref();
    let need = made.and_then(|made| made.user_need.as_deref());
    let setting = about
        .setting
        .as_deref()
        .or(made.and_then(|made| made.setting.as_deref()));
    [
        (
            "Title or abstract: call it a patient decision aid",
            STUDY.to_owned(),
        ),
        ("Abstract: the main outcomes", STUDY.to_owned()),
        (
            "Introduction: the decision, with its options",
            about.decision.clone(),
        ),
        ("Introduction: who it is meant for", about.who_for.join(" ")),
        ("Introduction: why it is needed", need.unwrap_or(STUDY).to_owned()),
        (
            "Introduction: the purpose, and what it is compared with",
            STUDY.to_owned(),
        ),
        (
            "Methods: how it was made, its evidence, its testing",
            development(doc, dossier),
        ),
        (
            "Methods: name, version or date, where to find it",
            format!(
                "{}. {stamp}. Published {}, evidence last reviewed {}.",
                doc.title, about.published, about.last_reviewed
            ),
        ),
        (
            "Methods: format",
            "Web page that works without a server, static page, print. _Say which was used._".to_owned(),
        ),
        ("Methods: the options", options(doc)),
        (
            "Methods: components",
            components(doc)
                .iter()
                .map(|(name, is)| format!("\n   - {name}: {is}"))
                .collect(),
        ),
        ("Methods: what each component is", STUDY.to_owned()),
        (
            "Methods: how it was delivered",
            format!(
                "{} _Say when, where, by whom, and with what training._",
                setting.unwrap_or_default()
            )
            .trim()
            .to_owned(),
        ),
        ("Methods: fidelity", STUDY.to_owned()),
        ("Methods: process evaluation", STUDY.to_owned()),
        ("Methods: theory, model or framework", STUDY.to_owned()),
        (
            "Methods: how the quality of decisions was measured",
            STUDY.to_owned(),
        ),
        ("Methods: properties of the measures", STUDY.to_owned()),
        ("Methods: analysis", STUDY.to_owned()),
        ("Results: those who took part", STUDY.to_owned()),
        ("Results: how the aid was used", STUDY.to_owned()),
        ("Results: the process evaluation", STUDY.to_owned()),
        ("Results: outcomes, with unwanted ones", STUDY.to_owned()),
        ("Discussion: what was found, and what it means", STUDY.to_owned()),
        (
            "Discussion: strengths and weaknesses of the study",
            STUDY.to_owned(),
        ),
        (
            "Discussion: what follows for research, practice and policy; interests",
            STUDY.to_owned(),
        ),
    ]
}

fn options(doc: &Document) -> String {
    let names: Vec<&str> = doc.options.iter().map(|option| option.name.as_str()).collect();
    names.join("; ")
}

/// How the aid was made, and by whom it was paid for.
fn development(doc: &Document, dossier: &Dossier) -> String {
    let about = &doc.about;
    format!(
        "Evidence: {} Needs: {}. Review: {}. Field test: {}. Funding: {} Interests: {}",
        about.evidence_method,
        involved(dossier, Stage::Needs),
        involved(dossier, Stage::Review),
        involved(dossier, Stage::FieldTest),
        about.funding,
        about.interests
    )
}

/// Who was involved at a stage, and how.
fn involved(dossier: &Dossier, stage: Stage) -> String {
    let told: Vec<String> = dossier
        .took_part()
        .into_iter()
        .filter(|step| step.stage == stage)
        .map(|step| {
            let who = if step.who == Who::Patients {
                "patients"
            } else {
                "professionals"
            };
            format!("With {who}: {} ({})", step.how, step.date)
        })
        .collect();
    if told.is_empty() {
        "nothing is recorded in the aid's files".to_owned()
    } else {
        told.join("; ")
    }
}

/// What the aid has of the components of decision aids.
fn components(doc: &Document) -> [(&'static str, String); 10] {
    let weighed = doc.outcomes.iter().filter(|outcome| outcome.weighed).count();
    [
        ("explicit decision", format!("yes: {}", doc.about.decision)),
        ("health problem described", "yes".to_owned()),
        (
            "options with benefits and harms",
            format!("yes: {}", options(doc)),
        ),
        (
            "values clarification",
            format!(
                "explicit: free text first, then {weighed} outcomes weighed by swing; the same model by ranking, points or best-worst"
            ),
        ),
        (
            "numerical probabilities",
            format!(
                "yes: {} outcomes, as counts of people with ranges and certainty",
                doc.outcomes.len()
            ),
        ),
        (
            "tailoring of information or probabilities",
            "no: figures are for groups, not for one person".to_owned(),
        ),
        (
            "guidance in deliberation",
            match doc.results {
                Results::Fit => {
                    "yes: steps, how the options fit with what matters, what would change it".to_owned()
                }
                Results::Facts => "yes: steps; no fit is worked out for this aid".to_owned(),
            },
        ),
        (
            "guidance in communication",
            format!(
                "yes: {} questions to ask, a summary to take along",
                doc.questions.len()
            ),
        ),
        ("personal stories", "no".to_owned()),
        (
            "reading level or literacy strategies",
            "see `weighup check --format html`".to_owned(),
        ),
    ]
}
