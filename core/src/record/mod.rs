//! What is kept of a consultation: the summary as data and as plain text.

mod plain;
mod summary;

pub use plain::plain_text;
pub use summary::summary;
pub(crate) use summary::{said_words, weighed};
