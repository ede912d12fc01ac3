//! JSON Lines, a bounded piece at a time, on as many cores as there are parts of a file.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::SendError;

use super::work::{Job, Part, Piece, Pieces};
use super::{LocalFile, ROWS};
use crate::line::{self, LONGEST, Refused};
use crate::row::{Columns, number};

/// What one core reads at a time of a large file, in bytes.
const PART: u64 = 64 << 20;

/// The parts of a file. Whatever the system calls it, its first part is read: that says what is wrong with it.
pub(super) fn jobs(file: &Arc<LocalFile>) -> Vec<Job> {
    let length = file.path.metadata().map_or(0, |about| about.len());
    let begin = |part: u64| part * PART;
    (0..=length / PART)
        .filter(|part| *part == 0 || begin(*part) < length)
        .map(|part| {
            // A pipe has no length, and a file that still grows is read to its end.
            let last = begin(part + 1) >= length;
            let to = if last { u64::MAX } else { begin(part + 1) };
            Job::new(
                file,
                part == 0,
                Part::Lines {
                    from: begin(part),
                    to,
                },
            )
        })
        .collect()
}

/// A reader at the first line that begins at or behind a place, and that place.
fn at(path: &Path, from: u64) -> io::Result<(BufReader<File>, u64)> {
    let mut file = File::open(path)?;
    if from == 0 {
        return Ok((BufReader::with_capacity(1 << 20, file), 0));
    }
    // A line begins behind the end of another: the byte before this place may be one.
    file.seek(SeekFrom::Start(from - 1))?;
    let mut file = BufReader::with_capacity(1 << 20, file);
    let skipped = one(&mut file, &mut Vec::new())?;
    Ok((file, from - 1 + skipped as u64))
}

/// Reads the lines that begin between two places. What is wrong with them is a piece like any other.
pub(super) fn read(path: &Path, from: u64, to: u64, send: &Pieces) -> Result<(), SendError<Piece>> {
    let (mut from, mut here) = match at(path, from) {
        Ok(at) => at,
        Err(cause) => return send.send(Piece::Broken(None, cause.to_string())),
    };
    let begins_the_file = here == 0;
    let mut rows = Rows {
        columns: Columns::default(),
        ids: Vec::new(),
        send,
    };
    let mut text = Vec::new();
    let mut place = 0_u64;
    while here < to {
        text.clear();
        match one(&mut from, &mut text) {
            Ok(0) => break,
            Ok(read) => here += read as u64,
            Err(cause) => {
                rows.flush()?;
                return send.send(Piece::Broken(None, cause.to_string()));
            }
        }
        place += 1;
        // A file that other programs wrote may begin with the mark of its encoding.
        let from = if place == 1 && begins_the_file {
            text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&text)
        } else {
            &text
        };
        let line = from.trim_ascii();
        if line.is_empty() {
            continue;
        }
        let read = line::read(line, |row| {
            rows.columns.push(row);
            rows.ids.push(number(row.id).unwrap_or_default());
        });
        if let Err(why) = read {
            send.send(Piece::Refused(place, Refused::to_string(&why)))?;
        }
        if rows.columns.len() == ROWS {
            rows.flush()?;
        }
    }
    rows.flush()?;
    send.send(Piece::Read(place))
}

struct Rows<'s> {
    columns: Columns,
    ids: Vec<u128>,
    send: &'s Pieces,
}

impl Rows<'_> {
    fn flush(&mut self) -> Result<(), SendError<Piece>> {
        if self.columns.is_empty() {
            return Ok(());
        }
        match self.columns.take() {
            Ok(batch) => self.send.send(Piece::Rows(batch, std::mem::take(&mut self.ids))),
            Err(cause) => self
                .send
                .send(Piece::Broken(Some(self.ids.len() as u64), cause.to_string())),
        }
    }
}

/// Reads a line, and of one that is too long only so much that it is known to be.
fn one(from: &mut impl BufRead, text: &mut Vec<u8>) -> io::Result<usize> {
    let mut read = 0;
    loop {
        let piece = from.fill_buf()?;
        if piece.is_empty() {
            return Ok(read);
        }
        let end = piece.iter().position(|byte| *byte == b'\n');
        let upto = end.map_or(piece.len(), |end| end + 1);
        let room = (LONGEST + 2).saturating_sub(text.len());
        text.extend(piece.iter().take(upto.min(room)));
        from.consume(upto);
        read += upto;
        if end.is_some() {
            return Ok(read);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::sync_channel;

    use super::{Piece, read};
    use crate::run::Scratch;
    use crate::sample::{MadeUp, Truths};

    /// Whatever the size of a part, and wherever a line ends, each line is read once and stands where it stands.
    #[test]
    fn parts_of_a_file_are_the_file() {
        let mut text = vec![0xef, 0xbb, 0xbf];
        let made = MadeUp {
            rows: 9,
            seed: 3,
            truths: Truths::Known,
        };
        made.lines(&mut text).unwrap();
        text.extend(b"\n\nnot one\r\n\n");
        made.lines(&mut text).unwrap();
        text.extend(b"{\"cut");
        let place = Scratch::new(&std::env::temp_dir()).unwrap();
        let path = place.path().join("all.jsonl");
        std::fs::write(&path, &text).unwrap();
        let all = text.len() as u64;
        let parts_of = |part: u64| {
            let (mut ids, mut refused, mut before) = (Vec::new(), Vec::new(), 0);
            for from in (0..all).step_by(part as usize) {
                let (send, receive) = sync_channel(100);
                let to = if from + part >= all { u64::MAX } else { from + part };
                read(&path, from, to, &send).unwrap();
                drop(send);
                for piece in receive {
                    match piece {
                        Piece::Rows(_, more) => ids.extend(more),
                        Piece::Refused(row, _) => refused.push(before + row),
                        Piece::Read(lines) => before += lines,
                        _ => panic!("nothing else is in it"),
                    }
                }
            }
            (ids, refused, before)
        };
        let whole = parts_of(all);
        assert_eq!((whole.0.len(), &whole.1[..], whole.2), (18, &[12, 23][..], 23));
        for part in [1, 7, 100, 733, 734, 735, 4_096] {
            assert_eq!(parts_of(part), whole, "parts of {part} bytes");
        }
    }
}
