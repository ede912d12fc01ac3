//! Every table as CSV, for a spreadsheet, and as Parquet, for whoever counts on.

mod private;

use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, Float64Array, Int64Array, RecordBatch, StringArray};
use datafusion::parquet::arrow::ArrowWriter;

use crate::ask::Question;
use crate::error::ReportError;
use crate::find::{Findings, share};
use crate::small::Release;
use crate::take::Taken;

pub use private::private_tables;

/// A column on its way into both.
enum Column {
    Text(Vec<String>),
    Count(Vec<Option<u64>>),
    Share(Vec<Option<f64>>),
    /// A number with noise in it, which can be below zero.
    Noisy(Vec<i64>),
}

/// A table.
struct Table {
    name: String,
    columns: Vec<(&'static str, Column)>,
}

/// Writes them all, and says their names.
///
/// # Errors
/// Where there is no room.
pub fn tables(
    folder: &Path,
    questions: &[Question],
    taken: &Taken,
    release: &Release,
    findings: &Findings,
) -> Result<Vec<String>, ReportError> {
    fs::create_dir_all(folder).map_err(ReportError::write(folder))?;
    let mut all: Vec<Table> = questions
        .iter()
        .map(|question| counts(question, release))
        .collect();
    all.extend([
        people(release),
        read(taken),
        changes(findings),
        languages(findings),
        months(findings),
    ]);
    for table in &all {
        csv(folder, table)?;
        parquet(folder, table)?;
    }
    Ok(all.into_iter().map(|table| table.name).collect())
}

fn people(release: &Release) -> Table {
    let rows: Vec<_> = release.people.iter().collect();
    let text =
        |of: &dyn Fn(&crate::small::Group) -> String| rows.iter().map(|(group, _)| of(group)).collect();
    Table {
        name: "people".to_owned(),
        columns: vec![
            (
                "aid",
                Column::Text(text(&|group| group.0.clone().unwrap_or_default())),
            ),
            ("by", Column::Text(text(&|group| group.1.clone()))),
            ("group", Column::Text(text(&|group| group.2.clone()))),
            (
                "people",
                Column::Count(rows.iter().map(|(_, people)| **people).collect()),
            ),
        ],
    }
}

fn counts(question: &Question, release: &Release) -> Table {
    let mut text: [Vec<String>; 4] = Default::default();
    let mut people = Vec::new();
    let mut shares = Vec::new();
    for (group, answers) in release.tables.get(&question.id).into_iter().flatten() {
        let told = share(question, release, group);
        for (answer, count) in answers {
            let row = [
                group.0.clone().unwrap_or_default(),
                group.1.clone(),
                group.2.clone(),
                answer.clone(),
            ];
            for (column, value) in text.iter_mut().zip(row) {
                column.push(value);
            }
            people.push(*count);
            shares.push(told);
        }
    }
    let [aid, by, group, answer] = text;
    Table {
        name: question.id.clone(),
        columns: vec![
            ("aid", Column::Text(aid)),
            ("by", Column::Text(by)),
            ("group", Column::Text(group)),
            ("answer", Column::Text(answer)),
            ("people", Column::Count(people)),
            (
                "share_of",
                Column::Count(shares.iter().map(|share| share.map(|share| share.of)).collect()),
            ),
            (
                "share",
                Column::Share(
                    shares
                        .iter()
                        .map(|share| share.map(|share| share.share))
                        .collect(),
                ),
            ),
            (
                "low",
                Column::Share(shares.iter().map(|share| share.map(|share| share.low)).collect()),
            ),
            (
                "high",
                Column::Share(shares.iter().map(|share| share.map(|share| share.high)).collect()),
            ),
        ],
    }
}

/// What was read: totals, reasons, and the files that something was wrong with. Not every file: one may be one person's.
fn read(taken: &Taken) -> Table {
    let all = || "all files".to_owned();
    let mut rows: Vec<(String, String, u64)> = vec![
        (all(), "counted".to_owned(), taken.people()),
        (all(), "given twice".to_owned(), taken.again()),
        (all(), "lost in damaged tables".to_owned(), taken.lost()),
    ];
    rows.extend(
        taken
            .refused
            .iter()
            .map(|(why, rows)| (all(), format!("refused: {why}"), *rows)),
    );
    for file in taken.troubled() {
        for (what, rows_of) in [("refused", file.refused), ("lost", file.lost)] {
            rows.push((file.name.clone(), what.to_owned(), rows_of));
        }
    }
    Table {
        name: "read".to_owned(),
        columns: vec![
            (
                "file",
                Column::Text(rows.iter().map(|row| row.0.clone()).collect()),
            ),
            (
                "what",
                Column::Text(rows.iter().map(|row| row.1.clone()).collect()),
            ),
            (
                "rows",
                Column::Count(rows.iter().map(|row| Some(row.2)).collect()),
            ),
        ],
    }
}

fn changes(findings: &Findings) -> Table {
    let all = &findings.changes;
    let text = |of: &dyn Fn(&crate::find::BeforeAfter) -> String| Column::Text(all.iter().map(of).collect());
    let number =
        |of: &dyn Fn(&crate::find::BeforeAfter) -> Option<f64>| Column::Share(all.iter().map(of).collect());
    let ends = |change: &crate::find::BeforeAfter| {
        Some(crate::stats::difference(
            change.before.as_ref()?,
            change.after.as_ref()?,
        ))
    };
    Table {
        name: "changes".to_owned(),
        columns: vec![
            ("aid", text(&|change| change.aid.clone())),
            ("from", text(&|change| change.from.clone())),
            ("to", text(&|change| change.to.clone())),
            ("question", text(&|change| change.question.clone())),
            ("before", number(&|change| change.before.map(|share| share.share))),
            ("after", number(&|change| change.after.map(|share| share.share))),
            ("difference", number(&|change| ends(change).map(|ends| ends.0))),
            ("low", number(&|change| ends(change).map(|ends| ends.1))),
            ("high", number(&|change| ends(change).map(|ends| ends.2))),
            (
                "moved",
                text(&|change| if change.moved { "yes" } else { "no" }.to_owned()),
            ),
        ],
    }
}

fn languages(findings: &Findings) -> Table {
    let all = &findings.languages;
    let text = |of: &dyn Fn(&crate::find::Languages) -> String| Column::Text(all.iter().map(of).collect());
    Table {
        name: "languages".to_owned(),
        columns: vec![
            ("aid", text(&|each| each.aid.clone().unwrap_or_default())),
            ("question", text(&|each| each.question.clone())),
            (
                "compared",
                text(&|each| {
                    each.shares
                        .iter()
                        .map(|(tag, _)| tag.clone())
                        .collect::<Vec<_>>()
                        .join(" ")
                }),
            ),
            (
                "differ",
                text(&|each| if each.differ { "yes" } else { "no" }.to_owned()),
            ),
        ],
    }
}

fn months(findings: &Findings) -> Table {
    let all: Vec<_> = findings
        .charts
        .iter()
        .flat_map(|chart| chart.months.iter().map(move |month| (chart, month)))
        .collect();
    Table {
        name: "months".to_owned(),
        columns: vec![
            (
                "question",
                Column::Text(all.iter().map(|(chart, _)| chart.question.clone()).collect()),
            ),
            (
                "month",
                Column::Text(all.iter().map(|(_, month)| month.month.clone()).collect()),
            ),
            (
                "people",
                Column::Count(
                    all.iter()
                        .map(|(_, month)| month.share.map(|share| share.people))
                        .collect(),
                ),
            ),
            (
                "of",
                Column::Count(
                    all.iter()
                        .map(|(_, month)| month.share.map(|share| share.of))
                        .collect(),
                ),
            ),
            (
                "lowest",
                Column::Count(
                    all.iter()
                        .map(|(_, month)| month.limits.map(|limits| limits.low))
                        .collect(),
                ),
            ),
            (
                "highest",
                Column::Count(
                    all.iter()
                        .map(|(_, month)| month.limits.map(|limits| limits.high))
                        .collect(),
                ),
            ),
            (
                "beyond",
                Column::Text(
                    all.iter()
                        .map(|(_, month)| if month.beyond { "yes" } else { "no" }.to_owned())
                        .collect(),
                ),
            ),
        ],
    }
}

fn csv(folder: &Path, table: &Table) -> Result<(), ReportError> {
    let mut text = table
        .columns
        .iter()
        .map(|(name, _)| *name)
        .collect::<Vec<_>>()
        .join(",")
        + "\r\n";
    let rows = table.columns.first().map_or(0, |(_, column)| column.len());
    for row in 0..rows {
        let cells: Vec<String> = table.columns.iter().map(|(_, column)| column.text(row)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    let path = folder.join(format!("{}.csv", table.name));
    fs::write(&path, text).map_err(ReportError::write(&path))
}

impl Column {
    fn len(&self) -> usize {
        match self {
            Self::Text(column) => column.len(),
            Self::Count(column) => column.len(),
            Self::Share(column) => column.len(),
            Self::Noisy(column) => column.len(),
        }
    }

    /// A cell as a spreadsheet reads it. Nothing stands where a number is hidden.
    fn text(&self, row: usize) -> String {
        match self {
            Self::Text(column) => quoted(column.get(row).map_or("", String::as_str)),
            Self::Count(column) => column
                .get(row)
                .copied()
                .flatten()
                .map(|count| count.to_string())
                .unwrap_or_default(),
            Self::Share(column) => column
                .get(row)
                .copied()
                .flatten()
                .map(|share| format!("{share:.4}"))
                .unwrap_or_default(),
            Self::Noisy(column) => column.get(row).map(i64::to_string).unwrap_or_default(),
        }
    }

    fn array(&self) -> ArrayRef {
        match self {
            Self::Text(column) => Arc::new(StringArray::from_iter_values(column)),
            Self::Count(column) => {
                let counts = column
                    .iter()
                    .map(|count| count.and_then(|count| i64::try_from(count).ok()));
                Arc::new(counts.collect::<Int64Array>())
            }
            Self::Share(column) => Arc::new(column.iter().copied().collect::<Float64Array>()),
            Self::Noisy(column) => Arc::new(Int64Array::from(column.clone())),
        }
    }
}

/// A text that a spreadsheet takes for a text: one that begins like a formula gets a mark before it.
fn quoted(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

fn parquet(folder: &Path, table: &Table) -> Result<(), ReportError> {
    let arrays = table
        .columns
        .iter()
        .map(|(name, column)| (*name, column.array(), true));
    let batch = RecordBatch::try_from_iter_with_nullable(arrays)?;
    let path = folder.join(format!("{}.parquet", table.name));
    let file = File::create(&path).map_err(ReportError::write(&path))?;
    let mut writer = ArrowWriter::try_new(file, batch.schema(), None)?;
    writer.write(&batch)?;
    writer.close()?;
    Ok(())
}
