//! The front end of Weighup: what core's view models look like, and nothing else.
//!
//! No arithmetic on figures and no wording of numbers happens here: every sentence about people arrives
//! finished from [`weighup_core::view`]. The parts are small functions, the steps put them together, and
//! [`app::App`] owns the one consultation. With the feature `csr` the app is mounted in a page ([`mount`]);
//! with `ssr` the same components become a page that needs no script ([`page`]).
#![warn(missing_docs)]

mod act;
pub mod app;
#[cfg_attr(not(test), doc(hidden))]
pub mod fixtures;
mod forms;
// Public for the examples of `Keyed`, which are compiled as a component is.
#[doc(hidden)]
pub mod markup;
pub mod notice;
pub mod parts;
mod scroll;
pub mod settings;
pub mod steps;
pub mod texts;

#[cfg(feature = "csr")]
mod listen;
#[cfg(feature = "csr")]
pub mod mount;
#[cfg(feature = "ssr")]
pub mod page;

pub use markup::ui::Ui;
pub use markup::{Keyed, Speech};

use markup::ui;
