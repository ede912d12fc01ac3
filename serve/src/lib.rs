//! What `cargo xtask start` and `weighup serve` have in common: a small server for the person at this machine, and a watcher of
//! files.
//!
//! It knows nothing of decision aids, so that the build tool may stand on it while it rebuilds everything else.
//!
//! The server takes requests from a browser on this machine and from nobody else: it listens on the loopback address, answers only
//! to the names of this machine, reads no request that is longer or slower than a browser's, and keeps no more connections than a
//! browser opens. Each request is answered on a connection of its own.

mod answer;
mod bell;
mod files;
mod request;
mod server;
mod watch;

pub use answer::Answer;
pub use bell::Bell;
pub use files::{file_in, kind_of};
pub use request::{Request, RequestKind, encoded};
pub use server::{BindError, Server};
pub use watch::{Seen, forever};
