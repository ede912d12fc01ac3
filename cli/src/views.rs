//! `weighup views`: what every step shows of an aid, in every way of showing it, as data for programs.

mod answered;

use std::path::PathBuf;
use std::process::ExitCode;

use serde_json::{Value, json};
use weighup_core::aid::{Aid, ReferenceClassId};
use weighup_core::consultation::{Action, Chances, CompareAs, Consultation};
use weighup_core::view::{self, Here};

use crate::aids::{self, FindError};
use crate::print::{self, WriteError};

/// Write what every step shows before anything is weighed, as JSON: a line for each aid, with a state for each group, each way
/// of saying chances and of comparing, each point in time, and the options hidden from the first on. For programs that check
/// what is said.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Aids: `aid.toml` files, their folders, or folders of such folders [default: decision-aids].
    paths: Vec<PathBuf>,
    /// Write how the options fit after these answers instead, `[{"aid", "name", "actions"}, …]` as JSON: a line for each, in order.
    #[arg(long, value_name = "FILE")]
    after: Option<PathBuf>,
    /// File to write to, in place of standard output.
    #[arg(long)]
    out: Option<PathBuf>,
}

/// Why no views were written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ViewsError {
    #[error(transparent)]
    Find(#[from] FindError),
    #[error(transparent)]
    Write(#[from] WriteError),
    #[error("{aid}: a view cannot be written as JSON: {cause}; report this")]
    Json { aid: String, cause: serde_json::Error },
    #[error(transparent)]
    Answered(#[from] answered::AnsweredError),
}

/// Runs the command: 1 when an aid has errors.
pub(crate) fn run(args: &Args) -> Result<ExitCode, ViewsError> {
    print::spare(args.out.as_deref(), &args.paths)?;
    let mut out = String::new();
    let sets = args.after.as_deref().map(answered::read).transpose()?;
    let mut open = Vec::new();
    for folder in aids::find(&args.paths)? {
        let Some(aid) = folder.check().aid else {
            eprintln!("weighup: {} has errors; `weighup check` lists them", folder.aid.0);
            return Ok(ExitCode::from(1));
        };
        if sets.is_some() {
            open.push(aid);
            continue;
        }
        let states = states(&aid).map_err(|cause| ViewsError::Json {
            aid: aid.id().to_owned(),
            cause,
        })?;
        let line = json!({ "aid": aid.id(), "version": aid.version(), "states": states });
        out.push_str(&line.to_string());
        out.push('\n');
    }
    for set in sets.iter().flatten() {
        out.push_str(&set.fit(&open)?.to_string());
        out.push('\n');
    }
    print::to(args.out.as_deref(), &out)?;
    Ok(ExitCode::SUCCESS)
}

/// What a state is of, beside what it shows.
struct Told<'a> {
    /// One group of each question, or none.
    groups: &'a [&'a str],
    chances: Chances,
    at: Option<&'a str>,
    hidden: usize,
    way: CompareAs,
}

fn states(aid: &Aid) -> Result<Vec<Value>, serde_json::Error> {
    let doc = aid.document();
    // Nobody's group; every group of the first question by itself; and one of each question.
    let mut groups: Vec<Vec<&str>> = vec![Vec::new()];
    let mut whole = groups.clone();
    for axis in doc.axes() {
        let mut further = Vec::new();
        for before in &whole {
            for group in axis.groups {
                further.push([before.as_slice(), &[group.id.as_str()]].concat());
            }
        }
        groups.extend(further.iter().cloned());
        whole = further;
    }
    let mut out = Vec::new();
    for groups in &groups {
        for chances in [Chances::Counts, Chances::Percent] {
            let told = |at, hidden, way| Told {
                groups,
                chances,
                at,
                hidden,
                way,
            };
            for way in [
                CompareAs::Pictures,
                CompareAs::Difference,
                CompareAs::Table,
                CompareAs::Numbers,
            ] {
                out.push(state(aid, &told(None, 0, way))?);
            }
            for horizon in &doc.horizons {
                out.push(state(aid, &told(Some(&horizon.id), 0, CompareAs::Difference))?);
            }
            // With more than three options on the screen not every pair is told: so without the first, the first two, and so on.
            for hidden in 1..doc.options.len().saturating_sub(1) {
                out.push(state(aid, &told(None, hidden, CompareAs::Difference))?);
            }
        }
    }
    Ok(out)
}

fn state(aid: &Aid, told: &Told<'_>) -> Result<Value, serde_json::Error> {
    let mut consultation = Consultation::new(aid);
    let groups = told.groups.iter();
    let groups = groups.filter_map(|id| ReferenceClassId::try_from(*id).ok());
    let at = told.at.and_then(|id| id.try_into().ok());
    let hidden = aid.options().iter().take(told.hidden);
    let actions = [
        Some(Action::say_chances(told.chances)),
        Some(Action::compare_as(told.way)),
        at.map(Action::choose_horizon_for_all),
    ];
    let actions = groups
        .map(Action::choose_group)
        .chain(actions.into_iter().flatten())
        .chain(hidden.map(|option| Action::toggle_option(option.id.clone())));
    let mut refused = Vec::new();
    for action in actions {
        // A time at which nothing has figures changes nothing; it is told, so that nobody takes it for a state of its own.
        if let Err(error) = consultation.apply(aid, action) {
            refused.push(error.to_string());
        }
    }
    let mut out = json!({
        "groups": told.groups,
        "chances": serde_json::to_value(told.chances)?,
        "at": told.at,
        "hidden": aid.options().iter().take(told.hidden).map(|option| option.id.as_str()).collect::<Vec<_>>(),
        "way": serde_json::to_value(told.way)?,
        "refused": refused,
        "compare": serde_json::to_value(view::compare(aid, &consultation))?,
    });
    let steps = [
        (
            told.way == CompareAs::Table,
            "table",
            serde_json::to_value(view::compare_table(aid, &consultation))?,
        ),
        (
            told.way == CompareAs::Pictures,
            "choice",
            serde_json::to_value(view::choice(aid, &consultation))?,
        ),
        (
            told.way == CompareAs::Pictures,
            "options",
            serde_json::to_value(view::options(aid, &consultation))?,
        ),
        (
            told.way == CompareAs::Pictures,
            "weigh",
            serde_json::to_value(view::weigh(aid, &consultation))?,
        ),
        (
            told.way == CompareAs::Pictures,
            "marks",
            serde_json::to_value(view::marks(aid, &consultation, aid.results()))?,
        ),
        (
            told.way == CompareAs::Pictures,
            "ready",
            serde_json::to_value(view::ready(aid, &consultation))?,
        ),
        (
            told.way == CompareAs::Pictures,
            "summary",
            serde_json::to_value(view::summary(aid, &consultation, aid.results(), &Here))?,
        ),
    ];
    if let Value::Object(fields) = &mut out {
        for (_, name, value) in steps.into_iter().filter(|(shown, ..)| *shown) {
            fields.insert(name.to_owned(), value);
        }
    }
    Ok(out)
}
