//! The toolkit for files: a tree of values with their places, a reader that collects every problem, a writer, and the words
//! that files use. It knows nothing of decision aids beyond the list of what can be wrong with one.

mod at;
mod canonical;
mod decimal;
mod form;
pub(crate) mod json;
#[cfg(feature = "spoken")]
pub(crate) mod locate;
mod place;
#[cfg(feature = "spoken")]
mod placed;
mod problem;
pub(crate) mod reader;
pub(crate) mod tree;
mod word;
mod writer;

pub(crate) use at::{At, SPOKEN};
#[cfg(feature = "spoken")]
pub(crate) use canonical::canonical;
pub(crate) use canonical::quote;
pub use decimal::Decimal;
#[cfg(any(test, feature = "spoken"))]
pub(crate) use form::written;
pub(crate) use form::{
    Form, Key, TABLE, WORD, chosen, entries, not_chosen, read_or_stand_in, says_something, word,
};
pub use place::{Place, PlaceStep};
#[cfg(feature = "spoken")]
pub(crate) use placed::{parse, read};
#[cfg(feature = "spoken")]
pub use problem::MOST_PROBLEMS;
#[cfg(feature = "spoken")]
pub(crate) use problem::first;
pub use problem::{Code, Problem, Severity};
pub(crate) use reader::{Fields, Found, wrong};
pub(crate) use tree::Node;
pub(crate) use word::Word;
pub(crate) use writer::Out;
