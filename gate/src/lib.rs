//! The way through a gate of `wasm_split` to code in a file of its own that the page has loaded already.
//!
//! The build cuts a module at a function marked `wasm_split`: what is reached only through it goes into a second file. The mark makes
//! a future of the function, for pages that load the file when they come to it. Here the page loads it first, by `pkg/js/lib/rest.js`
//! or `record.js`, so the future has nothing to wait for and is asked once. A gate is marked with
//! `wasm_split_path = weighup_gate::loaded`.
#![warn(missing_docs)]

use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// What stands behind a gate; `None` where its file would still have to come.
pub fn through<T>(gate: impl Future<Output = T>) -> Option<T> {
    match pin!(gate).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(code) => Some(code),
        Poll::Pending => None,
    }
}

/// What the mark on a gate calls in a browser before it goes through.
#[cfg(target_family = "wasm")]
pub mod loaded {
    /// The names that the mark expects.
    pub mod rt {
        use std::convert::Infallible;
        use std::ffi::c_void;
        use std::pin::Pin;

        /// Called when the file is there, by what would load it.
        pub type LoadCallbackFn = extern "C" fn(*const c_void, bool);

        /// A function that would load the file, were it called.
        pub struct LazySplitLoader;

        impl LazySplitLoader {
            /// Takes the function, and never calls it.
            #[must_use]
            pub const fn new(_: unsafe extern "C" fn(LoadCallbackFn, *const c_void)) -> Self {
                Self
            }
        }

        /// The file is there.
        ///
        /// # Errors
        /// None.
        pub async fn ensure_loaded(_: Pin<&LazySplitLoader>) -> Result<(), Infallible> {
            Ok(())
        }
    }
}
