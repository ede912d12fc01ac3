//! Counts on their way between an engine and the page: a folder with a Parquet file, or a folder of them, for every question.
//! Small numbers stand in it, so it is kept and never published.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, Int64Array, RecordBatch, StringArray};
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use crate::ask::{AnswerCounts, Question, counts};
use crate::error::ReportError;
use crate::take::{Taken, Written};

/// What such a folder says of itself.
const WARNING: &str = "These counts have small numbers in them that could point at somebody. Keep them where the answers are kept.\n\
    `weighup-report --from` makes the page and the tables that can be published.\n";

/// Writes the counts of every question.
///
/// # Errors
/// Where there is no room.
pub fn write(folder: &Path, all: &[AnswerCounts], taken: &Taken) -> Result<(), ReportError> {
    fs::create_dir_all(folder).map_err(ReportError::write(folder))?;
    let note = folder.join("NOT-FOR-PUBLISHING.txt");
    fs::write(&note, WARNING).map_err(ReportError::write(&note))?;
    for table in all {
        let rows = &table.counts;
        let text = |of: &dyn Fn(&crate::ask::Count) -> Option<String>| {
            Arc::new(rows.iter().map(of).collect::<StringArray>()) as ArrayRef
        };
        let people = rows
            .iter()
            .map(|count| i64::try_from(count.people).ok())
            .collect::<Int64Array>();
        let batch = RecordBatch::try_from_iter_with_nullable([
            ("aid", text(&|count| count.aid.clone()), true),
            ("by", text(&|count| Some(count.by.clone())), true),
            ("group", text(&|count| Some(count.group.clone())), true),
            ("answer", text(&|count| Some(count.answer.clone())), true),
            ("people", Arc::new(people) as ArrayRef, true),
        ])?;
        let path = folder.join(format!("{}.parquet", table.question));
        let file = File::create(&path).map_err(ReportError::write(&path))?;
        let mut writer = ArrowWriter::try_new(file, batch.schema(), None)?;
        writer.write(&batch)?;
        writer.close()?;
    }
    Written::counts(folder, taken)
}

/// Reads them again, whichever engine wrote them.
///
/// # Errors
/// A question without a table, or a file that is none.
pub fn read(folder: &Path, questions: &[Question]) -> Result<(Vec<AnswerCounts>, Taken), ReportError> {
    let wrong = |cause: String| ReportError::Tables {
        path: folder.display().to_string(),
        cause,
    };
    let mut all = Vec::new();
    for question in questions {
        let mut batches = Vec::new();
        for path in files(folder, &question.id).map_err(|cause| wrong(cause.to_string()))? {
            let file = File::open(&path).map_err(ReportError::read(&path))?;
            let reader = ParquetRecordBatchReaderBuilder::try_new(file)?.build()?;
            for batch in reader {
                batches.push(batch?);
            }
        }
        if batches.is_empty() {
            return Err(wrong(format!("there is no table `{}`", question.id)));
        }
        all.push(counts(&question.id, &batches)?);
    }
    let path = folder.join("taken.json");
    let text = fs::read_to_string(&path).map_err(ReportError::read(&path))?;
    let taken = serde_json::from_str(&text).map_err(|cause| ReportError::Json {
        path: path.display().to_string(),
        cause,
    })?;
    Ok((all, taken))
}

fn files(folder: &Path, question: &str) -> std::io::Result<Vec<PathBuf>> {
    let one = folder.join(format!("{question}.parquet"));
    if one.is_file() {
        return Ok(vec![one]);
    }
    let inside = if one.is_dir() { one } else { folder.join(question) };
    if !inside.is_dir() {
        return Ok(Vec::new());
    }
    let mut files: Vec<PathBuf> = fs::read_dir(inside)?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "parquet"));
    files.sort();
    Ok(files)
}
