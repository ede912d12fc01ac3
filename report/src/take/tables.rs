//! Parquet, checked row by row as lines are.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::SendError;

use datafusion::arrow::array::{ArrayRef, BooleanArray, RecordBatch};
use datafusion::arrow::compute::filter_record_batch;
use datafusion::parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder,
};

use super::work::{Job, Part, Piece, Pieces};
use super::write::Stamp;
use super::{LocalFile, ROWS, Written};
use crate::error::ReportError;
use crate::row::{Misfit, Wrong, check, fitted, number, rows, schema};

/// A group of rows of a table, which is read by itself.
#[derive(Clone)]
pub(super) struct Group {
    metadata: ArrowReaderMetadata,
    group: usize,
    /// Rows of the file from this group on.
    left: u64,
    /// Where the file has our layout, so that it can stay where it stands when all of its rows count: how it was before the check.
    pub(super) stands: Option<Stamp>,
}

/// The groups of a file. A file without any has one empty part.
pub(super) fn jobs(file: &Arc<LocalFile>, links: bool) -> Vec<Job> {
    let stamp = Stamp::of(&file.path);
    let Some(metadata) = opened(&file.path) else {
        let why = "it is no whole Parquet file".to_owned();
        return vec![Job::new(file, true, Part::Unread(why))];
    };
    let stands = stamp.filter(|_| links && is_ours(&metadata));
    let groups = metadata.metadata().row_groups();
    let mut left: u64 = groups.iter().map(|group| rows_of(group.num_rows())).sum();
    let mut all = Vec::new();
    for (group, of) in groups.iter().enumerate() {
        let part = Group {
            metadata: metadata.clone(),
            group,
            left,
            stands,
        };
        all.push(Job::new(file, group == 0, Part::Group(part)));
        left = left.saturating_sub(rows_of(of.num_rows()));
    }
    if all.is_empty() {
        all.push(Job::new(file, true, Part::Empty));
    }
    all
}

fn opened(path: &Path) -> Option<ArrowReaderMetadata> {
    let file = File::open(path).ok()?;
    ArrowReaderMetadata::load(&file, Default::default()).ok()
}

fn rows_of(rows: i64) -> u64 {
    u64::try_from(rows).unwrap_or_default()
}

/// Whether the columns are ours, in our order and of our kinds.
fn is_ours(metadata: &ArrowReaderMetadata) -> bool {
    let (ours, theirs) = (schema(), metadata.schema());
    let same = ours.fields().iter().zip(theirs.fields());
    ours.fields().len() == theirs.fields().len()
        && same
            .into_iter()
            .all(|(one, other)| one.name() == other.name() && one.data_type() == other.data_type())
}

fn reader(path: &Path, metadata: &ArrowReaderMetadata, group: usize) -> Option<ParquetRecordBatchReader> {
    let builder =
        ParquetRecordBatchReaderBuilder::new_with_metadata(File::open(path).ok()?, metadata.clone());
    builder
        .with_row_groups(vec![group])
        .with_batch_size(ROWS)
        .build()
        .ok()
}

/// Reads a group to its end. What is wrong with it is a piece like any other.
pub(super) fn read(path: &Path, group: &Group, send: &Pieces) -> Result<(), SendError<Piece>> {
    let mut done = 0_u64;
    let broken =
        |done: u64, why: String| send.send(Piece::Broken(Some(group.left.saturating_sub(done)), why));
    let damaged = "it is damaged from some row on, or compressed in a way that is not known here";
    let Some(reader) = reader(path, &group.metadata, group.group) else {
        return broken(done, damaged.to_owned());
    };
    for batch in reader {
        let Ok(batch) = batch else {
            return broken(done, damaged.to_owned());
        };
        let checked = match Checked::of(&batch) {
            Ok(checked) => checked,
            Err(why) => return broken(done, why.to_string()),
        };
        for (place, why) in &checked.refused {
            send.send(Piece::Refused(done + *place as u64 + 1, why.to_string()))?;
        }
        done += batch.num_rows() as u64;
        if group.stands.is_some() {
            send.send(Piece::Checked(checked.ids))?;
            continue;
        }
        match checked.rows() {
            Ok((batch, ids)) => send.send(Piece::Rows(batch, ids))?,
            Err(cause) => return broken(done, cause.to_string()),
        }
    }
    send.send(Piece::Read(done))
}

/// Rows of a table after the check.
struct Checked {
    columns: Vec<ArrayRef>,
    /// The number of whoever gave a row; nothing for one that was refused.
    ids: Vec<Option<u128>>,
    refused: Vec<(usize, Wrong)>,
}

impl Checked {
    fn of(batch: &RecordBatch) -> Result<Self, Misfit> {
        let columns = fitted(batch)?;
        let mut ids = Vec::with_capacity(batch.num_rows());
        let mut refused = Vec::new();
        rows(&columns, |place, row| match check(row) {
            Ok(()) => ids.push(Some(number(row.id).unwrap_or_default())),
            Err(why) => {
                ids.push(None);
                refused.push((place, why));
            }
        });
        Ok(Self {
            columns,
            ids,
            refused,
        })
    }

    /// Those that were not refused.
    fn rows(self) -> Result<(RecordBatch, Vec<u128>), ReportError> {
        let batch = RecordBatch::try_new(schema(), self.columns)?;
        let sound: BooleanArray = self.ids.iter().map(|id| Some(id.is_some())).collect();
        let batch = if self.refused.is_empty() {
            batch
        } else {
            filter_record_batch(&batch, &sound)?
        };
        Ok((batch, self.ids.into_iter().flatten().collect()))
    }
}

/// Reads a table that was checked once more and writes those of its rows that count.
pub(super) fn again(path: &Path, was: Stamp, counts: &[bool], to: &mut Written) -> Result<(), ReportError> {
    let changed = || ReportError::Changed(path.display().to_string());
    let metadata = opened(path).ok_or_else(changed)?;
    let mut left = counts;
    for group in 0..metadata.metadata().num_row_groups() {
        let mut batches = reader(path, &metadata, group).into_iter().flatten();
        while !left.is_empty() {
            let Some(batch) = batches.next() else { break };
            let batch = batch.map_err(|_| changed())?;
            let (these, others) = left.split_at_checked(batch.num_rows()).ok_or_else(changed)?;
            left = others;
            let columns = fitted(&batch).map_err(|_| changed())?;
            let batch = RecordBatch::try_new(schema(), columns)?;
            to.rows(&filter_record_batch(&batch, &BooleanArray::from(these.to_vec()))?)?;
        }
    }
    if left.is_empty() && Stamp::of(path) == Some(was) {
        Ok(())
    } else {
        Err(changed())
    }
}
