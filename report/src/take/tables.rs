//! Parquet, checked row by row as lines are.

use std::fs::File;
use std::path::Path;
use std::sync::mpsc::SendError;

use datafusion::arrow::array::{BooleanArray, RecordBatch};
use datafusion::arrow::compute::filter_record_batch;
use datafusion::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use super::{Piece, Pieces, ROWS};
use crate::row::{check, fitted, number, rows, schema};

/// Reads a file to its end. What is wrong with it is a piece like any other.
pub(super) fn read(path: &Path, send: &Pieces) -> Result<(), SendError<Piece>> {
    let opened = File::open(path)
        .map_err(|cause| cause.to_string())
        .and_then(|file| {
            let builder =
                ParquetRecordBatchReaderBuilder::try_new(file).map_err(|cause| cause.to_string())?;
            let all = u64::try_from(builder.metadata().file_metadata().num_rows()).unwrap_or_default();
            let reader = builder
                .with_batch_size(ROWS)
                .build()
                .map_err(|cause| cause.to_string())?;
            Ok((all, reader))
        });
    let (all, reader) = match opened {
        Ok(opened) => opened,
        Err(_) => return send.send(Piece::Broken(None, "it is no whole Parquet file".to_owned())),
    };
    let mut done = 0_u64;
    for batch in reader {
        let Ok(batch) = batch else {
            let why = "it is damaged from some row on, or compressed in a way that is not known here";
            return send.send(Piece::Broken(Some(all.saturating_sub(done)), why.to_owned()));
        };
        let columns = match fitted(&batch) {
            Ok(columns) => columns,
            Err(why) => return send.send(Piece::Broken(Some(all.saturating_sub(done)), why.to_string())),
        };
        let mut sound = Vec::with_capacity(batch.num_rows());
        let mut ids = Vec::with_capacity(batch.num_rows());
        let mut refused = Vec::new();
        rows(&columns, |place, row| {
            let checked = check(row);
            sound.push(checked.is_ok());
            match checked {
                Ok(()) => ids.push(number(row.id).unwrap_or_default()),
                Err(why) => refused.push((done + place as u64 + 1, why.to_string())),
            }
        });
        done += batch.num_rows() as u64;
        for (place, why) in refused {
            send.send(Piece::Refused(place, why))?;
        }
        let kept = RecordBatch::try_new(schema(), columns).and_then(|batch| {
            if ids.len() == sound.len() {
                Ok(batch)
            } else {
                filter_record_batch(&batch, &BooleanArray::from(sound))
            }
        });
        match kept {
            Ok(batch) => send.send(Piece::Rows(batch, ids))?,
            Err(cause) => return send.send(Piece::Broken(Some(all - done), cause.to_string())),
        }
    }
    Ok(())
}
