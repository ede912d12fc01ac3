//! JSON Lines, a bounded piece at a time.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::sync::mpsc::SendError;

use super::{Piece, Pieces, ROWS};
use crate::line::{self, LONGEST, Refused};
use crate::row::{Columns, number};

/// Reads a file to its end. What is wrong with it is a piece like any other.
pub(super) fn read(path: &Path, send: &Pieces) -> Result<(), SendError<Piece>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(cause) => return send.send(Piece::Broken(None, cause.to_string())),
    };
    let mut from = BufReader::with_capacity(1 << 20, file);
    let mut rows = Rows {
        columns: Columns::default(),
        ids: Vec::new(),
        send,
    };
    let mut text = Vec::new();
    let mut place = 0_u64;
    loop {
        text.clear();
        match one(&mut from, &mut text) {
            Ok(0) => break,
            Ok(_) => {}
            Err(cause) => {
                rows.flush()?;
                return send.send(Piece::Broken(None, cause.to_string()));
            }
        }
        place += 1;
        // A file that other programs wrote may begin with the mark of its encoding.
        let from = if place == 1 {
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
    rows.flush()
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
