//! What came of a question, whichever engine answered it: how many people of which group gave which answer.

use std::collections::BTreeMap;

use datafusion::arrow::array::{Array, ArrayRef, AsArray, RecordBatch};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::{DataType, Int64Type};

use crate::error::ReportError;
use crate::row::{NEEDS, need_column};

/// A group of people and an answer, with how many gave it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count {
    /// The aid, or nothing for all of them.
    pub aid: Option<String>,
    /// What the group is by: `everyone`, `language`, `month`, `version`, `easy-read`, a need, or `item`.
    pub by: String,
    /// Which group of those.
    pub group: String,
    /// The answer.
    pub answer: String,
    /// How many.
    pub people: u64,
}

/// The counts of one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerCounts {
    /// The question's name.
    pub question: String,
    /// Sorted, each group and answer once.
    pub counts: Vec<Count>,
}

/// Reads what an engine answered.
///
/// # Errors
/// Columns that are not those of `groups.sql` and `items.sql`.
pub fn counts(question: &str, batches: &[RecordBatch]) -> Result<AnswerCounts, ReportError> {
    let wrong = |cause: String| ReportError::Question {
        question: question.to_owned(),
        cause,
    };
    let mut all: BTreeMap<(Option<String>, String, String, String), u64> = BTreeMap::new();
    for batch in batches {
        let column = |name: &str, kind: &DataType| -> Result<Option<ArrayRef>, ReportError> {
            batch
                .column_by_name(name)
                .map(|column| cast(column, kind))
                .transpose()
                .map_err(Into::into)
        };
        let must = |name: &str| wrong(format!("its result has no column `{name}`"));
        let people = column("people", &DataType::Int64)?.ok_or_else(|| must("people"))?;
        let answer = column("answer", &DataType::Utf8)?.ok_or_else(|| must("answer"))?;
        let aid = column("aid", &DataType::Utf8)?.ok_or_else(|| must("aid"))?;
        let mut by: Vec<(String, ArrayRef)> = Vec::new();
        for name in ["version", "language", "month", "item"] {
            by.extend(column(name, &DataType::Utf8)?.map(|column| (name.to_owned(), column)));
        }
        by.extend(column("easy_read", &DataType::Utf8)?.map(|column| ("easy-read".to_owned(), column)));
        for &need in NEEDS {
            by.extend(column(&need_column(need), &DataType::Utf8)?.map(|column| (need.to_owned(), column)));
        }
        // As this command writes counts; engines fill a column for each way to group.
        let written = column("by", &DataType::Utf8)?.zip(column("group", &DataType::Utf8)?);
        let text = |column: &ArrayRef, row: usize| -> Option<String> {
            let column = column.as_string_opt::<i32>()?;
            column.is_valid(row).then(|| column.value(row).to_owned())
        };
        for row in 0..batch.num_rows() {
            let number = people
                .as_primitive_opt::<Int64Type>()
                .filter(|column| column.is_valid(row));
            let number = number.and_then(|column| u64::try_from(column.value(row)).ok());
            let number =
                number.ok_or_else(|| wrong("a number of people is missing or negative".to_owned()))?;
            let mut filled = by
                .iter()
                .filter_map(|(name, column)| Some((name.clone(), text(column, row)?)));
            let told = written
                .as_ref()
                .and_then(|(by, group)| Some((text(by, row)?, text(group, row)?)));
            let (by, group) = told
                .or_else(|| filled.next())
                .unwrap_or_else(|| ("everyone".to_owned(), String::new()));
            let group = match group.as_str() {
                "true" => "yes".to_owned(),
                "false" => "no".to_owned(),
                _ => group,
            };
            let answer = text(&answer, row).ok_or_else(|| wrong("an answer is empty".to_owned()))?;
            if all.insert((text(&aid, row), by, group, answer), number).is_some() {
                return Err(wrong("a group has the same answer twice".to_owned()));
            }
        }
    }
    let counts = all
        .into_iter()
        .map(|((aid, by, group, answer), people)| Count {
            aid,
            by,
            group,
            answer,
            people,
        })
        // An answer that nobody gave says nothing, and one engine may tell it where another does not.
        .filter(|count| count.people > 0)
        .collect();
    Ok(AnswerCounts {
        question: question.to_owned(),
        counts,
    })
}
