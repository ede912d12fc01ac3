//! Reading on several cores: parts of files are read at once, and what comes of them is handed on in their order.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, SendError, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

use datafusion::arrow::array::RecordBatch;

use super::write::Stamp;
use super::{LocalFile, lines, tables};
use crate::error::ReportError;

/// What the reading of a part hands on.
pub(super) enum Piece {
    /// Rows that were checked, and the numbers of those who gave them.
    Rows(RecordBatch, Vec<u128>),
    /// Rows of a table that stays where it stands: the numbers alone, and nothing for a row that was refused.
    Checked(Vec<Option<u128>>),
    /// A row that does not count, and where it stands in this part, counted from 1.
    Refused(u64, String),
    /// The rest of the file cannot be read: how many rows are lost, where that is known, and why.
    Broken(Option<u64>, String),
    /// The part is read: so many rows, empty lines among them.
    Read(u64),
}

/// Where pieces go. What receives them may be gone when it met an error; then reading ends too.
pub(super) type Pieces = SyncSender<Piece>;

/// How many pieces wait for their turn at most, so that memory is bounded. Of checked rows, as many as a group of ours has.
const WAITING: usize = 8;
const WAITING_CHECKED: usize = 64;

/// A part of a file.
#[derive(Clone)]
pub(super) struct Job {
    pub(super) file: Arc<LocalFile>,
    /// Whether it is the first of its file.
    pub(super) first: bool,
    pub(super) part: Part,
}

/// Which part, of what.
#[derive(Clone)]
pub(super) enum Part {
    /// The lines that begin between two places, in bytes.
    Lines { from: u64, to: u64 },
    /// A group of rows of a table.
    Group(tables::Group),
    /// Nothing, of a table without rows.
    Empty,
    /// A file that cannot be opened, and why.
    Unread(String),
}

impl Job {
    pub(super) fn new(file: &Arc<LocalFile>, first: bool, part: Part) -> Self {
        Self {
            file: Arc::clone(file),
            first,
            part,
        }
    }

    /// How its file was before the check, where it may stay where it stands.
    pub(super) fn stands(&self) -> Option<Stamp> {
        match &self.part {
            Part::Group(group) => group.stands,
            _ => None,
        }
    }

    fn read(self, send: &Pieces) -> Result<(), SendError<Piece>> {
        match self.part {
            Part::Lines { from, to } => lines::read(&self.file.path, from, to, send),
            Part::Group(group) => tables::read(&self.file.path, &group, send),
            Part::Empty => Ok(()),
            Part::Unread(why) => send.send(Piece::Broken(None, why)),
        }
    }
}

/// Reads parts on so many cores and hands what comes of each to `each`, in the order of the parts.
pub(super) fn in_order(
    mut jobs: impl Iterator<Item = Result<Job, ReportError>>,
    cores: usize,
    mut each: impl FnMut(Job, Receiver<Piece>) -> Result<(), ReportError>,
) -> Result<(), ReportError> {
    let (hand_out, handed) = channel::<(Job, Pieces)>();
    let handed = Mutex::new(handed);
    thread::scope(|scope| {
        for _ in 0..cores.max(1) {
            scope.spawn(|| {
                loop {
                    // Held while it waits: whoever waits behind it would find nothing sooner.
                    let next = handed.lock().map_or(None, |handed| handed.recv().ok());
                    let Some((job, send)) = next else { return };
                    if job.read(&send).is_err() {
                        return;
                    }
                }
            });
        }
        // Moved in here, so that the readers end when this does, however it ends.
        let hand_out = hand_out;
        let mut begun: VecDeque<(Job, Receiver<Piece>)> = VecDeque::new();
        loop {
            while begun.len() <= cores {
                let Some(job) = jobs.next().transpose()? else {
                    break;
                };
                let (send, receive) = sync_channel(if job.stands().is_some() {
                    WAITING_CHECKED
                } else {
                    WAITING
                });
                if hand_out.send((job.clone(), send)).is_err() {
                    break;
                }
                begun.push_back((job, receive));
            }
            let Some((job, pieces)) = begun.pop_front() else {
                return Ok(());
            };
            each(job, pieces)?;
        }
    })
}
