//! What leaves the page: the summary as plain text, made from the view of it.

mod plain;

pub use plain::plain_text;
