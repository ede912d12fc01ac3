//! Takes answers in: reads whatever stands at the paths, checks every row, counts each person once, and names what it refuses.

mod count;
mod lines;
mod local;
mod once;
mod paths;
mod tables;
mod work;
mod write;

use std::sync::Arc;

use datafusion::arrow::array::BooleanArray;
use datafusion::arrow::compute::filter_record_batch;

pub use count::{Example, FileTaken, Taken};
pub use local::LocalFile;
pub(crate) use local::LocalFiles;
pub use once::Once;
pub use paths::{FoundFiles, found};
pub(crate) use paths::{is_answers, is_own_count};
pub use write::{Linked, Written, named as written_name};

use crate::error::ReportError;
use work::{Job, Piece, in_order};
use write::Stamp;

/// How many rows go on at a time.
pub(crate) const ROWS: usize = 8192;

/// Reads the files on so many cores and writes every row that counts. Whichever core is faster, rows count in the order of the
/// files, so that the same files always give the same report.
///
/// # Errors
/// Where rows cannot be written, or a store stops in the middle of a file.
pub fn take(
    files: impl Iterator<Item = Result<LocalFile, ReportError>>,
    cores: usize,
    to: &mut Written,
    mut progress: impl FnMut(&Taken),
) -> Result<Taken, ReportError> {
    let links = to.links();
    let jobs = files.flat_map(|file| match file.map(Arc::new) {
        Ok(file) if paths::is_table(&file.path) => tables::jobs(&file, links).into_iter().map(Ok).collect(),
        Ok(file) => lines::jobs(&file).into_iter().map(Ok).collect(),
        Err(error) => vec![Err(error)],
    });
    let mut all = Counting::default();
    in_order(jobs, cores, |job, pieces| {
        if job.first {
            all.begin(&job, to)?;
        }
        for piece in pieces {
            all.count(piece, to)?;
            if all.taken.rows() >= all.next {
                all.next += 1_000_000;
                progress(&all.taken);
            }
        }
        Ok(())
    })?;
    all.end_file(to)?;
    Ok(all.taken)
}

/// What was counted so far, and the file that is counted now.
struct Counting {
    taken: Taken,
    once: Once,
    /// When the next word about progress is due.
    next: u64,
    /// The file that is counted now.
    file: Option<Arc<LocalFile>>,
    /// Where it is a table that may stay where it stands, how it was before the check, and which of its rows count.
    standing: Option<(Stamp, Vec<bool>)>,
    /// Rows or lines of the file before the part that is counted now.
    before: u64,
    /// Nothing after a place that cannot be read counts.
    broken: bool,
}

impl Default for Counting {
    fn default() -> Self {
        Self {
            taken: Taken::default(),
            once: Once::default(),
            next: 1_000_000,
            file: None,
            standing: None,
            before: 0,
            broken: false,
        }
    }
}

impl Counting {
    fn begin(&mut self, job: &Job, to: &mut Written) -> Result<(), ReportError> {
        self.end_file(to)?;
        self.taken.begin(job.file.name.clone());
        self.standing = job.stands().map(|stamp| (stamp, Vec::new()));
        self.file = Some(Arc::clone(&job.file));
        (self.before, self.broken) = (0, false);
        Ok(())
    }

    fn count(&mut self, piece: Piece, to: &mut Written) -> Result<(), ReportError> {
        if self.broken {
            return Ok(());
        }
        match piece {
            Piece::Refused(row, why) => self.taken.refuse(self.before + row, why),
            Piece::Read(rows) => self.before += rows,
            Piece::Broken(lost, why) => {
                self.broken = true;
                self.taken.broken(lost, why);
            }
            Piece::Checked(ids) => {
                let first: Vec<bool> = ids
                    .iter()
                    .map(|id| id.is_some_and(|id| self.once.first(id)))
                    .collect();
                let kept = first.iter().filter(|first| **first).count();
                self.taken.kept(kept, ids.iter().flatten().count() - kept);
                if let Some((_, rows)) = &mut self.standing {
                    rows.extend(first);
                }
            }
            Piece::Rows(batch, ids) => {
                let first: Vec<bool> = ids.into_iter().map(|id| self.once.first(id)).collect();
                let again = first.iter().filter(|first| !**first).count();
                self.taken.kept(first.len() - again, again);
                if again == 0 {
                    to.rows(&batch)?;
                } else {
                    to.rows(&filter_record_batch(&batch, &BooleanArray::from(first))?)?;
                }
            }
        }
        Ok(())
    }

    /// A table of which every row counts stays where it stands; of any other, the rows that count are written. What was fetched and
    /// is no longer needed goes.
    fn end_file(&mut self, to: &mut Written) -> Result<(), ReportError> {
        let Some(file) = self.file.take() else {
            return Ok(());
        };
        if let Some((was, rows)) = self.standing.take() {
            let whole = !self.broken && !rows.is_empty() && rows.iter().all(|counts| *counts);
            if whole && to.link(&file.path, was)? {
                return Ok(());
            }
            tables::again(&file.path, was, &rows, to)?;
        }
        file.no_longer_needed();
        Ok(())
    }
}
