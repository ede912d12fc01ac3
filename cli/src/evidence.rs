//! `weighup evidence`: every figure with its source and how far it was read.

mod html;
mod markdown;
mod table;

use std::path::PathBuf;
use std::process::ExitCode;
use std::{fs, io};

use weighup_core::aid::document::{
    AmountDoc, CellDoc, ContrastDoc, Document, IntervalMethod, RangeKind, RowDoc, ScoreDoc, ScoreItemDoc,
    SourceDoc,
};
use weighup_core::authoring::thousands;
use weighup_core::chance::Decimal;
use weighup_core::chance::{Analysis, Certainty, Status};
use weighup_core::standards::Sheet;

use crate::aids::{self, FindError};
use crate::print::{self, WriteError};

/// List every figure of aids with its group, source, certainty and how far the source was read.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Aids: `aid.toml` files, their folders, or folders of such folders [default: decision-aids].
    paths: Vec<PathBuf>,
    /// What the evidence of each aid amounts to, in place of every figure: cells with and without a figure, how far sources were
    /// read, what speaks most for and against each option.
    #[arg(long)]
    table: bool,
    /// How it is written [default: csv; text for a table].
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Folder for one Markdown page per aid, or file for anything else, in place of standard output.
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For a terminal. Of `--table` only.
    Text,
    /// One line per figure, for a spreadsheet; of a table, one per option.
    Csv,
    /// A page to print and file.
    Html,
    /// One page per aid, as in `docs/evidence`.
    Markdown,
}

/// Why evidence was not written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum EvidenceError {
    #[error(transparent)]
    Find(#[from] FindError),
    #[error(transparent)]
    Write(#[from] WriteError),
    #[error("cannot make the folder `{path}`: {cause}")]
    Folder { path: String, cause: io::Error },
    #[error("every figure is not written as text; add `--table`, or choose `--format csv`")]
    NoText,
}

/// Runs the command: 1 when an aid is not of the format's shape.
pub(crate) fn run(args: &Args) -> Result<ExitCode, EvidenceError> {
    print::spare(args.out.as_deref(), &args.paths)?;
    let folders = aids::find(&args.paths)?;
    if args.table {
        return sheets(&folders, args);
    }
    let mut documents = Vec::new();
    for folder in &folders {
        match folder.check().document {
            Some(document) => documents.push(document),
            None => {
                eprintln!(
                    "weighup: {}: not of the format's shape; `weighup check` says what is wrong",
                    folder.aid.0
                );
                return Ok(ExitCode::from(1));
            }
        }
    }
    match (args.format.unwrap_or(Format::Csv), &args.out) {
        (Format::Text, _) => return Err(EvidenceError::NoText),
        (Format::Markdown, Some(folder)) => {
            fs::create_dir_all(folder).map_err(|cause| EvidenceError::Folder {
                path: folder.display().to_string(),
                cause,
            })?;
            for doc in &documents {
                print::to(Some(&folder.join(format!("{}.md", doc.id))), &markdown::page(doc))?;
            }
        }
        (Format::Markdown, None) => print::out(
            &documents
                .iter()
                .map(markdown::page)
                .collect::<Vec<_>>()
                .join("\n"),
        ),
        (Format::Csv, out) => print::to(out.as_deref(), &csv(&documents))?,
        (Format::Html, out) => print::to(out.as_deref(), &html::page(&documents))?,
    }
    Ok(ExitCode::SUCCESS)
}

/// A score, with its points and where they come from.
fn score(doc: &Document, score: &ScoreDoc) -> String {
    let item = |item: &ScoreItemDoc| match item.points {
        Some(points) => format!("{} {points}", item.name),
        None => {
            let levels = item.levels.iter();
            let levels: Vec<String> = levels
                .map(|level| format!("{} {}", level.name, level.points))
                .collect();
            format!("{} ({})", item.name, levels.join(", "))
        }
    };
    let items: Vec<String> = score.items.iter().map(item).collect();
    let source = doc.sources.iter().find(|source| source.id == score.source);
    format!(
        "\nScore {}: {}. Tried out in: {} Not for: {} Source: {}",
        score.name,
        items.join("; "),
        score.validated_in,
        score.not_for,
        source.map_or(score.source.as_str(), |source| &source.short)
    )
}

/// The table: 1 when an aid has errors.
fn sheets(folders: &[aids::Folder], args: &Args) -> Result<ExitCode, EvidenceError> {
    let mut sheets = Vec::new();
    for folder in folders {
        let reading = folder.check();
        let Some(aid) = reading.aid else {
            eprintln!("weighup: {} has errors; `weighup check` lists them", folder.aid.0);
            return Ok(ExitCode::from(1));
        };
        sheets.push(Sheet::of(&aid).found_by(reading.dossier.finding));
    }
    let written = match args.format.unwrap_or(Format::Text) {
        Format::Text => table::text(&sheets),
        Format::Csv => table::csv(&sheets),
        Format::Html => table::html(&sheets),
        Format::Markdown => table::markdown(&sheets),
    };
    print::to(args.out.as_deref(), &written)?;
    Ok(ExitCode::SUCCESS)
}

/// RFC 4180, with a header line. A field that a spreadsheet would take for a formula starts with an apostrophe.
pub(crate) fn csv(documents: &[Document]) -> String {
    let mut out = String::new();
    let mut line = |fields: &[&str]| {
        let fields: Vec<String> = fields.iter().map(|field| quoted(field)).collect();
        out.push_str(&fields.join(","));
        out.push_str("\r\n");
    };
    line(&[
        "aid",
        "version",
        "outcome",
        "at",
        "group",
        "option",
        "events",
        "people",
        "count",
        "per",
        "low",
        "high",
        "range is",
        "unknown",
        "certainty",
        "certainty why",
        "status",
        "sources",
        "doi or address",
        "note",
        "value",
        "sd",
        "unit",
        "level",
        "study",
        "weighed because",
        "compared with",
        "difference",
        "ratio",
        "adjusted for",
    ]);
    for doc in documents {
        for outcome in &doc.outcomes {
            for row in &outcome.rows {
                for (option, cell) in in_order(doc, row) {
                    let number = |number: Option<u32>| number.map(|n| n.to_string()).unwrap_or_default();
                    let end = |end: Option<Decimal>| end.map(|end| end.to_string());
                    let (low, high) = match cell.range {
                        Some([low, high]) => (number(Some(low)), number(Some(high))),
                        None => (
                            end(cell.low).unwrap_or_default(),
                            end(cell.high).unwrap_or_default(),
                        ),
                    };
                    let named = sources_of(row, cell);
                    let addresses: Vec<String> = sources(doc, named).map(address).collect();
                    line(&[
                        &doc.id,
                        &doc.version,
                        &outcome.id,
                        row.time(),
                        &row.group,
                        option,
                        &number(cell.events),
                        &number(cell.people),
                        &number(cell.count),
                        &number(cell.per),
                        &low,
                        &high,
                        range_is(cell),
                        &why_not(cell),
                        row.certainty.map_or("", certainty),
                        row.certainty_why.as_deref().unwrap_or_default(),
                        status(cell.status.unwrap_or(row.status)),
                        &named.join("; "),
                        &addresses.join("; "),
                        row.note.as_deref().unwrap_or_default(),
                        &end(cell.value).unwrap_or_default(),
                        &end(cell.sd).unwrap_or_default(),
                        &outcome.amount.as_ref().map(unit).unwrap_or_default(),
                        cell.level.as_deref().unwrap_or_default(),
                        row.study.as_deref().unwrap_or_default(),
                        row.weighed_because.as_deref().unwrap_or_default(),
                        "",
                        "",
                        "",
                        "",
                    ]);
                }
                for compared in &row.compared {
                    let end = |end: Option<Decimal>| end.map(|end| end.to_string()).unwrap_or_default();
                    let per = compared.per.map(|per| per.to_string()).unwrap_or_default();
                    let from = if compared.sources.is_empty() {
                        &row.sources
                    } else {
                        &compared.sources
                    };
                    let ends = compared.low.map_or("", |_| "95 % interval");
                    let mut fields = vec![""; 30];
                    let (low, high) = (end(compared.low), end(compared.high));
                    let (difference, ratio) = (end(compared.difference), end(compared.ratio));
                    let sources = from.join("; ");
                    for (at, text) in [
                        (0, doc.id.as_str()),
                        (1, doc.version.as_str()),
                        (2, outcome.id.as_str()),
                        (3, row.time()),
                        (4, row.group.as_str()),
                        (5, compared.to.as_str()),
                        (9, per.as_str()),
                        (10, low.as_str()),
                        (11, high.as_str()),
                        (12, ends),
                        (16, status(compared.status.unwrap_or(row.status))),
                        (17, sources.as_str()),
                        (24, row.study.as_deref().unwrap_or_default()),
                        (26, compared.from.as_str()),
                        (27, difference.as_str()),
                        (28, ratio.as_str()),
                        (29, compared.adjusted.as_deref().unwrap_or_default()),
                    ] {
                        if let Some(field) = fields.get_mut(at) {
                            *field = text;
                        }
                    }
                    line(&fields);
                }
            }
        }
    }
    out
}

pub(crate) fn quoted(field: &str) -> String {
    let safe = if field.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{field}")
    } else {
        field.to_owned()
    };
    if safe.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", safe.replace('"', "\"\""))
    } else {
        safe
    }
}

/// The cells of a row in the order of the options.
fn in_order<'d>(doc: &'d Document, row: &'d RowDoc) -> impl Iterator<Item = (&'d str, &'d CellDoc)> {
    let cells = doc
        .options
        .iter()
        .map(|option| (option.id.as_str(), row.cell(&option.id)));
    cells.filter_map(|(id, cell)| Some((id, cell?)))
}

fn sources<'d>(doc: &'d Document, named: &'d [String]) -> impl Iterator<Item = &'d SourceDoc> {
    named
        .iter()
        .filter_map(|id| doc.sources.iter().find(|source| source.id == *id))
}

/// Why a cell has no figure of its own, with its kind; empty when it has one.
fn why_not(cell: &CellDoc) -> String {
    let beside = |what: &str, text: &Option<String>| {
        let said = text.as_ref().map(|text| format!(" ({what}: {text})"));
        said.unwrap_or_default()
    };
    if let Some(of) = &cell.same_as {
        return format!("same as {of}: {}", cell.because.as_deref().unwrap_or_default());
    }
    let kinds = [
        (
            "does not apply",
            &cell.does_not_apply,
            beside("counts as", &cell.counts_as),
        ),
        (
            "no study found",
            &cell.no_study,
            beside("searched", &cell.searched),
        ),
        ("not read", &cell.not_read, String::new()),
        ("not known", &cell.unknown, String::new()),
    ];
    let said = kinds.into_iter().find_map(|(kind, why, beside)| {
        let why = why.as_ref()?;
        Some(format!("{kind}: {why}{beside}"))
    });
    said.unwrap_or_default()
}

/// The sources a cell's figure stands on.
fn sources_of<'d>(row: &'d RowDoc, cell: &'d CellDoc) -> &'d [String] {
    if cell.sources.is_empty() {
        &row.sources
    } else {
        &cell.sources
    }
}

/// Where a source is, as an address.
fn address(source: &SourceDoc) -> String {
    match (&source.doi, &source.url) {
        (Some(doi), _) => format!("https://doi.org/{doi}"),
        (None, Some(url)) => url.clone(),
        (None, None) => String::new(),
    }
}

fn range_is(cell: &CellDoc) -> &'static str {
    match (cell.range_kind, cell.interval) {
        (Some(RangeKind::Interval95), _) => "95 % interval",
        (Some(RangeKind::BetweenStudies), _) => "between studies",
        (Some(RangeKind::OverTime), _) => "over time",
        (Some(RangeKind::Span), _) => "span",
        (Some(RangeKind::MiddleHalf), _) => "middle half",
        (None, Some(IntervalMethod::Wilson95)) => "Wilson",
        (None, Some(IntervalMethod::Exact95)) => "exact",
        (None, None) => "",
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Verified => "verified",
        Status::VerifiedSecondary => "verified-secondary",
        Status::Derived => "derived",
    }
}

fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::VeryLow => "very low",
        Certainty::Low => "low",
        Certainty::Moderate => "moderate",
        Certainty::High => "high",
    }
}

fn analysis(analysis: Analysis) -> &'static str {
    match analysis {
        Analysis::IntentionToTreat => "Intention to treat",
        Analysis::AsTreated => "As treated",
        Analysis::Observational => "Observational",
    }
}

/// "46 of 86 (53.5 %), Wilson"; "8 of 10,000, 8 to 9 (95 % interval)"; "not known: why".
fn figure(cell: &CellDoc) -> String {
    if let Some(level) = &cell.level {
        return format!("level: {level}");
    }
    if let Some(value) = cell.value {
        let spread = match (cell.low, cell.high, cell.sd, cell.people) {
            (Some(low), Some(high), ..) => format!(", {low} to {high} ({})", range_is(cell)),
            (_, _, Some(sd), Some(people)) => format!(", SD {sd} in {} people", thousands(people)),
            _ => String::new(),
        };
        return format!("{value}{spread}");
    }
    let pooled = if cell.pooled { ", all groups together" } else { "" };
    let range =
        |low: u32, high: u32| format!(", {} to {} ({})", thousands(low), thousands(high), range_is(cell));
    match (cell.events, cell.people, cell.count, cell.per) {
        (Some(events), Some(people), ..) => {
            let share = if people == 0 {
                0
            } else {
                u64::from(events) * 1000 / u64::from(people)
            };
            let next = u64::from(events) * 10_000 / u64::from(people.max(1)) % 10;
            let tenths = share + u64::from(next >= 5);
            let worked = match (cell.range, cell.interval) {
                (Some([low, high]), _) => range(low, high),
                (None, Some(_)) => format!(", {}", range_is(cell)),
                (None, None) => String::new(),
            };
            format!(
                "{} of {} ({}.{} %){worked}{pooled}",
                thousands(events),
                thousands(people),
                tenths / 10,
                tenths % 10
            )
        }
        (_, _, Some(count), Some(per)) => {
            let worked = cell
                .range
                .map_or_else(String::new, |[low, high]| range(low, high));
            format!("{} of {}{worked}{pooled}", thousands(count), thousands(per))
        }
        _ => why_not(cell),
    }
}

/// "surgery compared with watch: -3 of 100, -6 to 1 (95 % interval)".
fn comparison(doc: &Document, compared: &ContrastDoc) -> String {
    let name = |id: &str| {
        let option = doc.options.iter().find(|option| option.id == id);
        option.map_or_else(|| id.to_owned(), |option| option.name.clone())
    };
    let number = match (compared.difference, compared.per, compared.ratio) {
        (Some(difference), Some(per), _) => format!("{difference} of {}", thousands(per)),
        (Some(difference), None, _) => difference.to_string(),
        (None, _, Some(ratio)) => format!("ratio {ratio}"),
        (None, _, None) => String::new(),
    };
    let ends = compared
        .low
        .zip(compared.high)
        .map(|(low, high)| format!(", {low} to {high} (95 % interval)"))
        .unwrap_or_default();
    let adjusted = compared
        .adjusted
        .as_ref()
        .map(|what| format!(", adjusted for {what}"))
        .unwrap_or_default();
    format!(
        "{} compared with {}: {number}{ends}{adjusted}",
        name(&compared.to),
        name(&compared.from)
    )
}

/// What an amount is measured in: "days", "strokes per 100 person-years".
fn unit(amount: &AmountDoc) -> String {
    match amount.person_years {
        Some(years) => format!("{} per {years} person-years", amount.unit),
        None => amount.unit.clone(),
    }
}

/// When, and of which study.
fn when_of(doc: &Document, row: &RowDoc) -> String {
    match &row.study {
        Some(study) => format!("{}, {study}", when(doc, &row.at)),
        None => when(doc, &row.at),
    }
}

/// "3 months", "15 years (median)".
fn when(doc: &Document, at: &str) -> String {
    if at.is_empty() {
        return "from start to end".to_owned();
    }
    let Some(horizon) = doc.horizons.iter().find(|horizon| horizon.id == at) else {
        return at.to_owned();
    };
    let lengths = [
        (horizon.days, "day"),
        (horizon.weeks, "week"),
        (horizon.months, "month"),
        (horizon.years, "year"),
    ];
    let Some((amount, unit)) = lengths
        .into_iter()
        .find_map(|(amount, unit)| Some((amount?, unit)))
    else {
        return at.to_owned();
    };
    let many = if amount == 1 { "" } else { "s" };
    let within = if horizon.within { "within " } else { "" };
    let median = if horizon.median { " (median)" } else { "" };
    format!("{within}{amount} {unit}{many}{median}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_with_what_they_carry() {
        let cell = |f: fn(&mut CellDoc)| {
            let mut cell = CellDoc::default();
            f(&mut cell);
            figure(&cell)
        };
        assert_eq!(
            cell(|c| (c.events, c.people, c.interval) = (Some(46), Some(86), Some(IntervalMethod::Wilson95))),
            "46 of 86 (53.5 %), Wilson"
        );
        assert_eq!(
            cell(|c| (c.events, c.people) = (Some(1999), Some(2000))),
            "1,999 of 2,000 (100.0 %)"
        );
        assert_eq!(
            cell(|c| (c.count, c.per, c.range, c.range_kind) =
                (Some(8), Some(10_000), Some([8, 9]), Some(RangeKind::Interval95))),
            "8 of 10,000, 8 to 9 (95 % interval)"
        );
        assert_eq!(
            cell(|c| c.unknown = Some("No trial.".to_owned())),
            "not known: No trial."
        );
    }

    #[test]
    fn a_spreadsheet_takes_no_field_for_a_formula() {
        assert_eq!(quoted("=1+1"), "'=1+1");
        assert_eq!(quoted("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(quoted("plain"), "plain");
    }
}
