//! Rows into columns. The layout is that of the Parquet files that `weighup-report take` writes.

use std::sync::Arc;

use datafusion::arrow::array::{
    ArrayRef, BooleanBuilder, Int8Builder, ListBuilder, RecordBatch, StringBuilder,
};
use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef};

use super::{GivenRow, NEEDS, need_column};
use crate::error::ReportError;

/// Columns of texts that are always there.
pub(super) const TEXTS: [&str; 5] = ["id", "month", "aid", "version", "language"];
/// Columns of texts that may be missing.
pub(super) const WORDS: [&str; 8] = [
    "used", "who", "method", "decision", "leaning", "fits", "gap", "stopped",
];
/// Columns of whole numbers that may be missing.
pub(super) const NUMBERS: [&str; 4] = ["stage_before", "stage_after", "collaborate", "sure"];
/// Columns of whole numbers that are always there.
pub(super) const COUNTS: [&str; 4] = ["asked", "answered_right", "answered_otherwise", "unscored"];
/// Columns of yes and no that may be missing.
pub(super) const MAYBE: [&str; 2] = ["ready_before", "ready_after"];
/// Columns of lists.
pub(super) const LISTS: [&str; 9] = [
    "fine",
    "not_yet",
    "understood",
    "understood_otherwise",
    "opened",
    "matters",
    "worries",
    "does_not_matter",
    "steps",
];

/// Columns of yes and no that are always there.
pub(super) fn flags() -> Vec<String> {
    let mut flags = vec!["finished".to_owned(), "easy_read".to_owned()];
    flags.extend(NEEDS.iter().map(|need| need_column(need)));
    flags
}

/// The columns, in their order.
#[must_use]
pub fn schema() -> SchemaRef {
    let item = || DataType::List(Arc::new(Field::new("item", DataType::Utf8, true)));
    let mut fields = Vec::new();
    fields.extend(TEXTS.map(|name| Field::new(name, DataType::Utf8, false)));
    fields.extend(WORDS.map(|name| Field::new(name, DataType::Utf8, true)));
    fields.extend(NUMBERS.map(|name| Field::new(name, DataType::Int8, true)));
    fields.extend(COUNTS.map(|name| Field::new(name, DataType::Int8, false)));
    fields.extend(MAYBE.map(|name| Field::new(name, DataType::Boolean, true)));
    fields.extend(
        flags()
            .into_iter()
            .map(|name| Field::new(name, DataType::Boolean, false)),
    );
    fields.extend(LISTS.map(|name| Field::new(name, item(), false)));
    Arc::new(Schema::new(fields))
}

/// Rows on their way into columns.
pub struct Columns {
    texts: [StringBuilder; TEXTS.len()],
    words: [StringBuilder; WORDS.len()],
    numbers: [Int8Builder; NUMBERS.len()],
    counts: [Int8Builder; COUNTS.len()],
    maybe: [BooleanBuilder; MAYBE.len()],
    flags: Vec<BooleanBuilder>,
    lists: [ListBuilder<StringBuilder>; LISTS.len()],
    rows: usize,
}

impl Default for Columns {
    fn default() -> Self {
        Self {
            texts: std::array::from_fn(|_| StringBuilder::new()),
            words: std::array::from_fn(|_| StringBuilder::new()),
            numbers: std::array::from_fn(|_| Int8Builder::new()),
            counts: std::array::from_fn(|_| Int8Builder::new()),
            maybe: std::array::from_fn(|_| BooleanBuilder::new()),
            flags: flags().iter().map(|_| BooleanBuilder::new()).collect(),
            lists: std::array::from_fn(|_| ListBuilder::new(StringBuilder::new())),
            rows: 0,
        }
    }
}

impl Columns {
    /// How many rows stand in it.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.rows
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// Adds a row that was checked.
    pub fn push(&mut self, row: &GivenRow<'_>) {
        let texts = [row.id, row.month, row.aid, row.version, row.language];
        for (column, text) in self.texts.iter_mut().zip(texts) {
            column.append_value(text);
        }
        let words = [
            row.used,
            row.who,
            row.method,
            row.decision,
            row.leaning,
            row.fits,
            row.gap,
            row.stopped,
        ];
        for (column, word) in self.words.iter_mut().zip(words) {
            column.append_option(word);
        }
        let numbers = [row.stage_before, row.stage_after, row.collaborate, row.sure];
        for (column, number) in self.numbers.iter_mut().zip(numbers) {
            column.append_option(number);
        }
        let counts = [
            row.asked,
            row.answered_right,
            row.answered_otherwise,
            row.unscored,
        ];
        for (column, count) in self.counts.iter_mut().zip(counts) {
            column.append_value(count);
        }
        for (column, flag) in self.maybe.iter_mut().zip([row.ready_before, row.ready_after]) {
            column.append_option(flag);
        }
        let flags = [row.finished, row.easy_read].into_iter().chain(row.needs);
        for (column, flag) in self.flags.iter_mut().zip(flags) {
            column.append_value(flag);
        }
        let lists = [
            &row.fine,
            &row.not_yet,
            &row.right,
            &row.other,
            &row.opened,
            &row.matters,
            &row.worries,
            &row.does_not_matter,
            &row.steps,
        ];
        for (column, list) in self.lists.iter_mut().zip(lists) {
            for item in list {
                column.values().append_value(item);
            }
            column.append(true);
        }
        self.rows += 1;
    }

    /// The rows so far, as columns; none are left.
    ///
    /// # Errors
    /// Only where the columns do not fit the layout, which no row can cause.
    pub fn take(&mut self) -> Result<RecordBatch, ReportError> {
        let mut columns: Vec<ArrayRef> = Vec::new();
        columns.extend(
            self.texts
                .iter_mut()
                .map(|column| Arc::new(column.finish()) as ArrayRef),
        );
        columns.extend(
            self.words
                .iter_mut()
                .map(|column| Arc::new(column.finish()) as ArrayRef),
        );
        columns.extend(
            self.numbers
                .iter_mut()
                .map(|column| Arc::new(column.finish()) as ArrayRef),
        );
        columns.extend(
            self.counts
                .iter_mut()
                .map(|column| Arc::new(column.finish()) as ArrayRef),
        );
        columns.extend(
            self.maybe
                .iter_mut()
                .map(|column| Arc::new(column.finish()) as ArrayRef),
        );
        columns.extend(
            self.flags
                .iter_mut()
                .map(|column| Arc::new(column.finish()) as ArrayRef),
        );
        columns.extend(
            self.lists
                .iter_mut()
                .map(|column| Arc::new(column.finish()) as ArrayRef),
        );
        self.rows = 0;
        Ok(RecordBatch::try_new(schema(), columns)?)
    }
}
