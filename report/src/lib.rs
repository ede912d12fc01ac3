//! Did it help: counts what people chose to give, and tells it in tables, sentences and pictures.
//!
//! Lines or tables of answers are taken in (`take`), from object stores too (`store`), the questions in `queries/` are asked of them (`ask`), what could point
//! at somebody is left out (`small`, or hidden by noise: `private`), and what remains is told on one page and written as tables (`page`, `write`).

pub mod ask;
pub mod error;
pub mod find;
pub mod line;
pub mod names;
pub mod page;
pub mod private;
pub mod row;
pub mod run;
pub mod sample;
pub mod small;
pub mod stats;
pub mod store;
pub mod tables;
pub mod take;
pub mod write;
