//! Why there is no report.

use std::io;
use std::path::Path;

use crate::store::StoreError;

/// What stops the work. A wrong row or a damaged file never does: those are counted and named.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReportError {
    /// A file or folder cannot be read.
    #[error("cannot read `{path}`: {cause}; check the name and that it may be read")]
    Read {
        /// Which.
        path: String,
        /// What the system says.
        cause: io::Error,
    },
    /// A file or folder cannot be written.
    #[error("cannot write `{path}`: {cause}; check that the folder is yours and that there is room")]
    Write {
        /// Which.
        path: String,
        /// What the system says.
        cause: io::Error,
    },
    /// Nothing is at a path.
    #[error(
        "nothing was found at `{0}`; name a folder, a file that ends in .jsonl or .parquet, a pattern such as answers/*.jsonl, or an address such as s3://bucket/answers/"
    )]
    Nothing(String),
    /// A table was written to while it was read.
    #[error("`{0}` changed while it was read; run the report again when nobody writes to it")]
    Changed(String),
    /// The system has no random bits.
    #[error("the machine gave no random bits for the noise: {0}; nothing was released")]
    Random(String),
    /// An object store, or an address of one.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Not one row is left.
    #[error(
        "no answers are left to count: {read} rows were read and every one was refused, the first because {why}"
    )]
    NoRows {
        /// Rows that were read.
        read: u64,
        /// Why the first was refused.
        why: String,
    },
    /// A question in SQL cannot be asked.
    #[error("the question `{question}` cannot be asked: {cause}")]
    Question {
        /// Its name.
        question: String,
        /// What is wrong.
        cause: String,
    },
    /// A folder of tables is not one.
    #[error("`{path}` holds no tables for a page: {cause}; name the folder that the Spark job wrote")]
    Tables {
        /// The folder.
        path: String,
        /// What is missing.
        cause: String,
    },
    /// An aid or its record of involvement has mistakes.
    #[error("`{path}` cannot be used: {cause}; `weighup check` says all that is wrong with it")]
    Aid {
        /// The file.
        path: String,
        /// The first mistake.
        cause: String,
    },
    /// The columns could not be made.
    #[error("the rows could not be put into columns: {0}")]
    Columns(#[from] datafusion::arrow::error::ArrowError),
    /// A table could not be written or read.
    #[error("a Parquet file could not be written or read: {0}; check that there is room")]
    Parquet(#[from] datafusion::parquet::errors::ParquetError),
    /// The engine stopped.
    #[error("the query engine stopped: {0}; more memory may help, see --memory")]
    QueryEngine(#[from] Box<datafusion::error::DataFusionError>),
    /// A text is no JSON.
    #[error("`{path}` is not what this command writes: {cause}")]
    Json {
        /// The file.
        path: String,
        /// What is wrong.
        cause: serde_json::Error,
    },
}

impl ReportError {
    /// A file that cannot be read.
    pub(crate) fn read(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.display().to_string();
        move |cause| Self::Read { path, cause }
    }

    /// A file that cannot be written.
    pub(crate) fn write(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.display().to_string();
        move |cause| Self::Write { path, cause }
    }
}

impl From<datafusion::error::DataFusionError> for ReportError {
    fn from(error: datafusion::error::DataFusionError) -> Self {
        Self::QueryEngine(Box::new(error))
    }
}
