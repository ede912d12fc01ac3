//! Fetching: several objects at once, in parts, into files that nobody else may look into, and handed on in their order.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

use futures_util::StreamExt;
use object_store::{GetOptions, GetRange};
use tokio::runtime::Runtime;
use tokio::time::timeout;

use super::error::meaning;
use super::{StoreError, StoreKind, StoredObject};

/// Bytes that are asked for at once. What fails is asked again from its beginning.
const PART: u64 = 16 << 20;
/// Objects that are fetched at once; as many wait on the disk for their turn, so that little stands there.
const AT_ONCE: usize = 8;
/// The longest that nothing comes.
const PAUSE: Duration = Duration::from_secs(60);
/// How often it is said how far the fetching is.
const WORD: Duration = Duration::from_secs(10);

/// Objects on their way.
pub(crate) struct Fetching {
    came: Receiver<Result<PathBuf, StoreError>>,
    done: Arc<AtomicU64>,
    all: u64,
}

impl Fetching {
    /// Begins. What was not handed on when this is dropped is not fetched further.
    pub(crate) fn begin(runtime: Runtime, objects: Vec<StoredObject>, into: &Path) -> Self {
        let (send, came) = sync_channel(1);
        let done = Arc::new(AtomicU64::new(0));
        let all = objects.iter().map(|object| object.size).sum();
        let (counted, into) = (Arc::clone(&done), into.to_owned());
        thread::spawn(move || {
            runtime.block_on(async {
                let tasks = objects.into_iter().enumerate().map(|(place, object)| {
                    let end = if object.address.to_lowercase().ends_with(".parquet") {
                        "parquet"
                    } else {
                        "jsonl"
                    };
                    let path = into.join(format!("{place}.{end}"));
                    let counted = Arc::clone(&counted);
                    tokio::spawn(async move { whole(&object, &path, &counted).await.map(|()| path) })
                });
                let mut coming = futures_util::stream::iter(tasks).buffered(AT_ONCE);
                while let Some(fetched) = coming.next().await {
                    let fetched = fetched.unwrap_or_else(|task| Err(StoreError::Threads(task.into())));
                    let failed = fetched.is_err();
                    if send.send(fetched).is_err() || failed {
                        return;
                    }
                }
            });
            runtime.shutdown_background();
        });
        Self { came, done, all }
    }

    /// The next object, when it is here. While it is waited for, `say` hears how far all of them are.
    pub(crate) fn next(&self, mut say: impl FnMut(String)) -> Option<Result<PathBuf, StoreError>> {
        loop {
            match self.came.recv_timeout(WORD) {
                Ok(fetched) => return Some(fetched),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => say(self.so_far()),
            }
        }
    }

    fn so_far(&self) -> String {
        let megabytes = |bytes: u64| bytes.div_ceil(1_000_000);
        let done = self.done.load(Ordering::Relaxed);
        format!("{} of {} megabytes fetched", megabytes(done), megabytes(self.all))
    }
}

/// Fetches an object to its last byte.
async fn whole(object: &StoredObject, to: &Path, done: &AtomicU64) -> Result<(), StoreError> {
    let room = |cause| StoreError::Room {
        address: object.address.clone(),
        cause,
    };
    let mut file = File::create(to).map_err(room)?;
    let mut at = 0;
    while at < object.size {
        let until = match object.kind {
            StoreKind::Web => object.size,
            _ => object.size.min(at + PART),
        };
        let begun = at;
        at = part(object, at, until, |bytes| {
            done.fetch_add(bytes.len() as u64, Ordering::Relaxed);
            file.write_all(bytes).map_err(room)
        })
        .await?;
        if at < until || at == begun {
            return Err(StoreError::Half {
                address: object.address.clone(),
                got: at,
                size: object.size,
            });
        }
    }
    if at > object.size {
        return Err(StoreError::Changed(object.address.clone()));
    }
    file.flush().map_err(room)
}

/// Fetches a part and says how far it came.
async fn part(
    object: &StoredObject,
    from: u64,
    until: u64,
    mut keep: impl FnMut(&[u8]) -> Result<(), StoreError>,
) -> Result<u64, StoreError> {
    let half = |got| StoreError::Half {
        address: object.address.clone(),
        got,
        size: object.size,
    };
    // A plain server may give no parts, and may name versions in a way that it does not compare.
    let parts = object.kind != StoreKind::Web;
    let options = GetOptions {
        if_match: object.version.clone().filter(|_| parts),
        range: parts.then_some(GetRange::Bounded(from..until)),
        ..GetOptions::default()
    };
    let wrong = |error: object_store::Error| meaning(object.kind, &object.address, &error);
    let got = object.store.get_opts(&object.key, options).await.map_err(wrong)?;
    if got.meta.size != object.size {
        return Err(StoreError::Changed(object.address.clone()));
    }
    let mut coming = got.into_stream();
    let mut at = from;
    loop {
        match timeout(PAUSE, coming.next()).await {
            Ok(Some(Ok(bytes))) => {
                at += bytes.len() as u64;
                keep(&bytes)?;
            }
            Ok(None) => return Ok(at),
            Ok(Some(Err(_))) | Err(_) => return Err(half(at)),
        }
    }
}
