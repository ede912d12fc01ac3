//! Object stores: what stands at an address is found, fetched once, and from then on a file like any other until the report is made.
//!
//! The engine could read a store where it is, but it would fetch every table once for each question, and perhaps another table
//! than the one that was checked.

mod address;
mod connect;
mod error;
mod fetch;
mod find;

use std::sync::Arc;

use object_store::ObjectStore;
use object_store::path::Path as Key;
use tokio::runtime::{Builder, Runtime};

pub use address::{Address, StoreKind, is_address};
pub use error::StoreError;
pub(crate) use fetch::Fetching;
pub(crate) use find::find;

/// An object that was found.
#[derive(Clone, Debug)]
pub struct StoredObject {
    store: Arc<dyn ObjectStore>,
    /// Its whole address, without anything that opens a door.
    pub address: String,
    key: Key,
    /// Bytes, as the store said when it was found.
    pub size: u64,
    /// What says that it is still the same.
    version: Option<String>,
    kind: StoreKind,
}

/// Where requests wait. It is made only where an address was named.
pub(crate) fn runtime() -> Result<Runtime, StoreError> {
    Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(StoreError::Threads)
}
