//! Takes answers in: reads whatever stands at the paths, checks every row, counts each person once, and names what it refuses.

mod count;
mod lines;
mod once;
mod paths;
mod tables;
mod write;

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use datafusion::arrow::array::{BooleanArray, RecordBatch};
use datafusion::arrow::compute::filter_record_batch;

pub use count::{Example, FileTaken, Taken};
pub use once::Once;
pub use paths::{FoundFiles, found};
pub use write::{Written, named as written_name};

use crate::error::ReportError;

/// What the reading of files hands on.
pub(crate) enum Piece {
    /// A file begins.
    File(String),
    /// Rows that were checked, and the numbers of those who gave them.
    Rows(RecordBatch, Vec<u128>),
    /// A row that does not count, and where it stands, counted from 1.
    Refused(u64, String),
    /// The rest of a file cannot be read: how many rows are lost, where that is known, and why.
    Broken(Option<u64>, String),
}

/// How many rows go on at a time.
pub(crate) const ROWS: usize = 8192;

/// Where pieces go. What receives them may be gone when it met an error; then reading ends too.
pub(crate) type Pieces = SyncSender<Piece>;

/// Reads the files one after the other, in a thread beside the one that hands the rows on.
///
/// # Errors
/// Where `rows` cannot take them.
pub fn take(
    files: &[PathBuf],
    mut rows: impl FnMut(RecordBatch) -> Result<(), ReportError>,
    mut progress: impl FnMut(&Taken),
) -> Result<Taken, ReportError> {
    let (send, receive) = sync_channel(8);
    thread::scope(|scope| {
        scope.spawn(move || {
            for file in files {
                let begun = send.send(Piece::File(paths::name(file)));
                let read = if paths::is_table(file) {
                    tables::read
                } else {
                    lines::read
                };
                if begun.is_err() || read(file, &send).is_err() {
                    return;
                }
            }
        });
        counted(receive, &mut rows, &mut progress)
    })
}

fn counted(
    pieces: Receiver<Piece>,
    rows: &mut impl FnMut(RecordBatch) -> Result<(), ReportError>,
    progress: &mut impl FnMut(&Taken),
) -> Result<Taken, ReportError> {
    let mut taken = Taken::default();
    let mut once = Once::default();
    let mut next = 1_000_000;
    for piece in pieces {
        match piece {
            Piece::File(name) => taken.begin(name),
            Piece::Refused(row, why) => taken.refuse(row, why),
            Piece::Broken(lost, why) => taken.broken(lost, why),
            Piece::Rows(batch, ids) => {
                let first: Vec<bool> = ids.into_iter().map(|id| once.first(id)).collect();
                let again = first.iter().filter(|first| !**first).count();
                taken.kept(first.len() - again, again);
                if again == 0 {
                    rows(batch)?;
                } else {
                    rows(filter_record_batch(&batch, &BooleanArray::from(first))?)?;
                }
            }
        }
        if taken.rows() >= next {
            next += 1_000_000;
            progress(&taken);
        }
    }
    Ok(taken)
}
