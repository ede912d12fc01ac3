//! Apache DataFusion, in bounded memory: what does not fit goes to the disk and back.

use std::path::{Path, PathBuf};

use datafusion::execution::disk_manager::{DiskManagerBuilder, DiskManagerMode};
use datafusion::execution::runtime_env::RuntimeEnvBuilder;
use datafusion::prelude::{ParquetReadOptions, SessionConfig, SessionContext};
use tokio::runtime::{Builder, Runtime};

use super::{AnswerCounts, Dialect, Question, counts};
use crate::error::ReportError;

/// How much of the machine may be used.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Megabytes for what questions gather.
    pub memory: usize,
    /// Cores.
    pub cores: usize,
    /// Where what does not fit goes.
    pub scratch: PathBuf,
}

/// The engine, with the answers of people as its table `given`.
pub struct QueryEngine {
    runtime: Runtime,
    context: SessionContext,
}

impl QueryEngine {
    /// Opens a folder that [`crate::take::Written`] wrote.
    ///
    /// # Errors
    /// Where it cannot be opened.
    pub fn open(folder: &Path, limits: &Limits) -> Result<Self, ReportError> {
        let runtime = Builder::new_multi_thread()
            .worker_threads(limits.cores)
            // A build without optimisation plans a question in deep calls.
            .thread_stack_size(16 << 20)
            .build()
            .map_err(ReportError::read(folder))?;
        let disk = DiskManagerBuilder::default()
            .with_mode(DiskManagerMode::Directories(vec![limits.scratch.clone()]));
        let memory = RuntimeEnvBuilder::new()
            .with_memory_limit(limits.memory << 20, 1.0)
            .with_disk_manager_builder(disk)
            .build_arc()?;
        let config = SessionConfig::new()
            .with_target_partitions(limits.cores)
            .with_information_schema(false);
        let context = SessionContext::new_with_config_rt(config, memory);
        let path = format!("{}/", folder.display());
        let table = async {
            let task = context.register_parquet("given", path, ParquetReadOptions::default());
            task.await
        };
        runtime.block_on(table)?;
        Ok(Self { runtime, context })
    }

    /// Asks a question.
    ///
    /// # Errors
    /// SQL that the engine does not understand, or too little room.
    pub fn ask(&self, question: &Question) -> Result<AnswerCounts, ReportError> {
        let context = self.context.clone();
        let sql = question.whole(Dialect::Embedded);
        // In a thread of the engine's own, whose stack is deep enough.
        let task = self
            .runtime
            .spawn(async move { context.sql(&sql).await?.collect().await });
        let batches = self
            .runtime
            .block_on(task)
            .map_err(|cause| ReportError::Question {
                question: question.id.clone(),
                cause: cause.to_string(),
            })?
            .map_err(|cause| ReportError::Question {
                question: question.id.clone(),
                cause: cause.to_string(),
            })?;
        counts(&question.id, &batches)
    }
}
