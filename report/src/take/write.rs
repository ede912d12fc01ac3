//! What was taken in, as Parquet files that the engine reads: a part for so many rows, so that two cores can read at once.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use datafusion::arrow::array::RecordBatch;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::basic::Compression;
use datafusion::parquet::file::properties::{EnabledStatistics, WriterProperties};
use datafusion::parquet::schema::types::ColumnPath;

use super::Taken;
use crate::error::ReportError;
use crate::row::schema;

/// The file of counts beside the rows.
pub(super) const COUNTS: &str = "taken.json";

/// Rows of one group of a file: what one core reads at a time.
const GROUP: usize = 250_000;
/// Rows of a file.
const PART: usize = 4_000_000;

/// The name of a part.
#[must_use]
pub fn named(part: usize) -> String {
    format!("given-{part:05}.parquet")
}

/// A folder that rows are written into.
pub struct Written {
    folder: PathBuf,
    /// Without who gave it: the engine counts and needs no numbers of people. Tables that are whole are linked, not copied.
    nameless: bool,
    part: Option<ArrowWriter<File>>,
    in_part: usize,
    parts: usize,
    linked: Linked,
}

/// Tables that are read where they stand, as they were when they were checked.
#[derive(Debug, Default)]
pub struct Linked(Vec<(PathBuf, Stamp)>);

impl Linked {
    /// Whether they are still what was checked. Ask when everything was read.
    ///
    /// # Errors
    /// The first that somebody wrote to.
    pub fn unchanged(&self) -> Result<(), ReportError> {
        match self.0.iter().find(|(path, was)| Stamp::of(path) != Some(*was)) {
            Some((path, _)) => Err(ReportError::Changed(path.display().to_string())),
            None => Ok(()),
        }
    }
}

/// How long a file is and when it was last written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp(u64, SystemTime);

impl Stamp {
    pub(super) fn of(path: &Path) -> Option<Self> {
        let about = path.metadata().ok()?;
        Some(Self(about.len(), about.modified().ok()?))
    }
}

impl Written {
    /// Begins a folder, which may be there.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub fn begin(folder: &Path, nameless: bool) -> Result<Self, ReportError> {
        fs::create_dir_all(folder).map_err(ReportError::write(folder))?;
        Ok(Self {
            folder: folder.to_owned(),
            nameless,
            part: None,
            in_part: 0,
            parts: 0,
            linked: Linked::default(),
        })
    }

    /// Writes rows.
    ///
    /// # Errors
    /// Where there is no room.
    pub fn rows(&mut self, batch: &RecordBatch) -> Result<(), ReportError> {
        let batch = if self.nameless {
            batch.project(&(1..batch.num_columns()).collect::<Vec<_>>())?
        } else {
            batch.clone()
        };
        if self.in_part >= PART {
            self.close()?;
        }
        let part = match &mut self.part {
            Some(part) => part,
            None => {
                let path = self.folder.join(named(self.parts));
                let file = File::create(&path).map_err(ReportError::write(&path))?;
                let settings = WriterProperties::builder()
                    .set_compression(Compression::UNCOMPRESSED)
                    .set_statistics_enabled(EnabledStatistics::None)
                    .set_column_dictionary_enabled(ColumnPath::from("id"), false)
                    .set_max_row_group_row_count(Some(GROUP))
                    .build();
                self.parts += 1;
                self.in_part = 0;
                self.part
                    .insert(ArrowWriter::try_new(file, batch.schema(), Some(settings))?)
            }
        };
        part.write(&batch)?;
        self.in_part += batch.num_rows();
        Ok(())
    }

    /// Whether tables can stay where they stand.
    pub(super) fn links(&self) -> bool {
        self.nameless && cfg!(unix)
    }

    /// Links a table of which every row counts, where the system does that.
    ///
    /// # Errors
    /// Where it cannot be linked though the system does.
    #[cfg(unix)]
    pub(super) fn link(&mut self, path: &Path, was: Stamp) -> Result<bool, ReportError> {
        let whole = path.canonicalize().map_err(ReportError::read(path))?;
        let link = self.folder.join(named(self.parts));
        std::os::unix::fs::symlink(whole, &link).map_err(ReportError::write(&link))?;
        self.parts += 1;
        self.linked.0.push((path.to_owned(), was));
        Ok(true)
    }

    /// Other systems ask who may make a link.
    #[cfg(not(unix))]
    pub(super) fn link(&mut self, _path: &Path, _was: Stamp) -> Result<bool, ReportError> {
        Ok(false)
    }

    fn close(&mut self) -> Result<(), ReportError> {
        if let Some(part) = self.part.take() {
            part.close()?;
        }
        Ok(())
    }

    /// Ends the last part. A folder without rows has one empty part, so that it is a table all the same.
    ///
    /// # Errors
    /// Where there is no room.
    pub fn end(mut self) -> Result<Linked, ReportError> {
        if self.parts == 0 {
            self.rows(&RecordBatch::new_empty(schema()))?;
        }
        self.close()?;
        Ok(self.linked)
    }

    /// Writes what was counted beside the rows.
    ///
    /// # Errors
    /// Where there is no room.
    pub fn counts(folder: &Path, taken: &Taken) -> Result<(), ReportError> {
        let path = folder.join(COUNTS);
        let text = serde_json::to_string_pretty(taken).map_err(|cause| ReportError::Json {
            path: path.display().to_string(),
            cause,
        })?;
        fs::write(&path, text + "\n").map_err(ReportError::write(&path))
    }
}
