//! Comments as a table with the columns of NICE's comment form, a response and what changed; and that table read back.

use std::collections::BTreeSet;

use weighup_core::involvement::{CommentAnswers, Merged, PlacedComment, Responded};

use super::Reviewed;
use crate::evidence::quoted;

/// The columns: those of NICE's comment form, a response, what changed, and the name of the comment.
pub(super) const HEAD: [&str; 15] = [
    "Document",
    "Section header",
    "Section number",
    "Selected text",
    "Comment",
    "Question",
    "Yes/No",
    "Answer",
    "Represents an organisation",
    "Organisation",
    "Group",
    "Role",
    "Response",
    "What changed",
    "Comment id",
];

/// What was made of a table that came back.
#[derive(Debug)]
pub(super) struct Back {
    pub(super) responses: Vec<Responded>,
    pub(super) told: Vec<String>,
}

/// Why a table was not read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TableError {
    #[error("it is not a table with commas between ({0}); save it as CSV, UTF-8")]
    NotCsv(::csv::Error),
    #[error("there is no column `{0}`; keep the first line as `weighup comments --format csv` wrote it")]
    NoColumn(&'static str),
}

/// RFC 4180, with a header line.
pub(super) fn table(rows: &[[String; 15]]) -> String {
    let mut out = String::new();
    let mut line = |fields: [&str; 15]| {
        out.push_str(&fields.map(quoted).join(","));
        out.push_str("\r\n");
    };
    line(HEAD);
    for row in rows {
        line(row.each_ref().map(String::as_str));
    }
    out
}

/// A row for each comment, those without a place last.
pub(super) fn rows(reviewed: &Reviewed, merged: &Merged, answers: &CommentAnswers) -> Vec<[String; 15]> {
    let row = |one: &PlacedComment| {
        let comment = &one.comment;
        let document = format!("{} {}", reviewed.aid.document().title, one.version);
        let (header, number) = section(reviewed, one);
        let (remark, answer) = match comment.yes {
            Some(_) => (String::new(), comment.text.clone()),
            None => (comment.text.clone(), String::new()),
        };
        let yes = comment.yes.map_or("", |yes| if yes { "Yes" } else { "No" });
        let organisation = one.by.organisation.clone().unwrap_or_default();
        let speaks = if organisation.is_empty() { "No" } else { "Yes" };
        let answered = answers.of(&comment.id);
        let text = |text: Option<&String>| text.cloned().unwrap_or_default();
        let response = text(answered.and_then(|answer| answer.because.as_ref()));
        let changed = text(answered.and_then(|answer| answer.did.as_ref()));
        [
            document,
            header,
            number,
            comment.quote.clone().unwrap_or_default(),
            remark,
            comment.question.clone().unwrap_or_default(),
            yes.to_owned(),
            answer,
            speaks.to_owned(),
            organisation,
            one.by.kind.name().to_owned(),
            one.by.role.clone(),
            response,
            changed,
            comment.id.clone(),
        ]
    };
    merged.placed.iter().chain(&merged.orphans).map(row).collect()
}

/// The part of the aid a comment is in; of an orphan, the place it had.
fn section(reviewed: &Reviewed, one: &PlacedComment) -> (String, String) {
    let places = reviewed.places.first().map(|(_, places)| places);
    match places.and_then(|places| places.section(&one.place)) {
        Some(section) => (section.heading.clone(), section.number.to_string()),
        None => (format!("no longer there: {}", one.place), String::new()),
    }
}

/// Reads the responses of a table. Only its last three columns count, wherever they stand.
pub(super) fn read(bytes: &[u8], known: &BTreeSet<&str>) -> Result<Back, TableError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut reader = ::csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let head = reader.headers().map_err(TableError::NotCsv)?.clone();
    let column = |name: &'static str| {
        let found = head.iter().position(|known| known.trim() == name);
        found.ok_or(TableError::NoColumn(name))
    };
    let (id, response, changed) = (
        column("Comment id")?,
        column("Response")?,
        column("What changed")?,
    );
    let mut back = Back {
        responses: Vec::new(),
        told: Vec::new(),
    };
    for (index, row) in reader.records().enumerate() {
        let row = row.map_err(TableError::NotCsv)?;
        let text = |column: usize| unguarded(row.get(column).unwrap_or_default());
        let one = Responded {
            id: text(id).trim().to_owned(),
            response: text(response),
            changed: text(changed),
        };
        let number = index + 2;
        if one.id.is_empty() {
            if row.iter().any(|cell| !cell.trim().is_empty()) {
                back.told.push(format!(
                    "row {number} has no comment id, so it was not taken over; type new comments in with `weighup form --typed`"
                ));
            }
        } else if known.contains(one.id.as_str()) {
            back.responses.push(one);
        } else {
            back.told.push(format!(
                "row {number} answers `{}`, which is in none of the files",
                one.id
            ));
        }
    }
    Ok(back)
}

/// Without the apostrophe that keeps a spreadsheet from taking a text for a formula.
fn unguarded(cell: &str) -> String {
    let rest = cell
        .strip_prefix('\'')
        .filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r']));
    rest.unwrap_or(cell).to_owned()
}
