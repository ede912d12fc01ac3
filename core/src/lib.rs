//! Weighup's core: the decision aid, its figures, what matters to a person, and how the options fit.
//!
//! Nothing here knows a browser, a clock, a locale or a source of randomness. The flow is one way: a checked
//! [`aid`], the [`consultation`] about it, the [`fit`] of options with what matters, and the [`view`] of each
//! step as data.
//!
//! Each module is a room on a floor and knows only rooms on lower ones; `docs/architecture.md` has the table, and a test
//! holds every path in the source to it.
#![warn(missing_docs)]

pub mod aid;
#[cfg(feature = "authoring")]
pub mod authoring;
pub mod chance;
pub mod compute;
pub mod consultation;
pub mod date;
#[cfg(feature = "desk")]
pub mod desk;
pub mod fit;
#[cfg(feature = "authoring")]
pub mod folder;
pub mod format;
pub mod given;
pub mod ids;
#[cfg(feature = "authoring")]
pub mod involvement;
pub mod measures;
pub mod record;
#[cfg(feature = "authoring")]
pub mod standards;
pub mod values;
pub mod view;
pub mod words;
