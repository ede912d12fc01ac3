//! The questions, which are files of SQL, and what answers them.

mod dialect;
mod engine;
mod question;
mod table;

pub use dialect::Dialect;
pub use engine::{Limits, QueryEngine};
pub use question::{Kind, QUESTIONS, Question, SMALL, questions};
pub use table::{AnswerCounts, Count, counts};
