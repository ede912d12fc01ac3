//! Columns back into rows, to be checked: a table from elsewhere is trusted no more than a line.

use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, BooleanArray, Int8Array, ListArray, RecordBatch, StringArray,
};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::Int8Type;

use super::columns::{COUNTS, LISTS, MAYBE, NUMBERS, TEXTS, WORDS, flags};
use super::{GivenRow, NEEDS, schema};

/// Why a table holds no answers of people.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// A column is not there.
    #[error("it has no column `{0}`; files for the report are written by `weighup-report take`")]
    Missing(String),
    /// A column holds something else.
    #[error("its column `{0}` is of another kind; files for the report are written by `weighup-report take`")]
    Kind(String),
    /// A number or a text is missing where one must be, or a number is too large for its column.
    #[error("its column `{0}` has gaps or numbers that are too large")]
    Gaps(String),
}

/// The columns of the layout, in its order and kinds, of a table that may have them in others.
///
/// # Errors
/// The first column that does not fit.
pub fn fitted(batch: &RecordBatch) -> Result<Vec<ArrayRef>, Misfit> {
    let schema = schema();
    let mut columns = Vec::new();
    for field in schema.fields() {
        let name = field.name();
        let column = batch
            .column_by_name(name)
            .ok_or_else(|| Misfit::Missing(name.clone()))?;
        let fitting = cast(column, field.data_type()).map_err(|_| Misfit::Kind(name.clone()))?;
        // A cast makes a gap of what is too large.
        if fitting.null_count() != column.null_count() || (!field.is_nullable() && fitting.null_count() > 0) {
            return Err(Misfit::Gaps(name.clone()));
        }
        columns.push(fitting);
    }
    Ok(columns)
}

/// Hands every row of fitted columns to `each`.
pub fn rows(columns: &[ArrayRef], mut each: impl FnMut(usize, &GivenRow<'_>)) {
    let mut left = columns.iter();
    let mut next = |count: usize| left.by_ref().take(count).collect::<Vec<_>>();
    let strings = |columns: Vec<&'_ ArrayRef>| -> Vec<StringArray> {
        columns
            .iter()
            .filter_map(|column| column.as_string_opt::<i32>().cloned())
            .collect()
    };
    let numbers = |columns: Vec<&'_ ArrayRef>| -> Vec<Int8Array> {
        columns
            .iter()
            .filter_map(|column| column.as_primitive_opt::<Int8Type>().cloned())
            .collect()
    };
    let booleans = |columns: Vec<&'_ ArrayRef>| -> Vec<BooleanArray> {
        columns
            .iter()
            .filter_map(|column| column.as_boolean_opt().cloned())
            .collect()
    };
    let texts = strings(next(TEXTS.len()));
    let words = strings(next(WORDS.len()));
    let whole = numbers(next(NUMBERS.len()));
    let counts = numbers(next(COUNTS.len()));
    let maybe = booleans(next(MAYBE.len()));
    let yes = booleans(next(flags().len()));
    let lists: Vec<(ListArray, StringArray)> = next(LISTS.len())
        .iter()
        .filter_map(|column| {
            let list = column.as_list_opt::<i32>()?;
            Some((list.clone(), list.values().as_string_opt::<i32>()?.clone()))
        })
        .collect();
    let (
        [id, month, aid, version, language],
        [used, who, method, decision, leaning, fits, gap, stopped],
        [stage_before, stage_after, collaborate, sure],
        [asked, answered_right, answered_otherwise, unscored],
        [ready_before, ready_after],
        [finished, easy_read, needs @ ..],
        [
            fine,
            not_yet,
            right,
            other,
            opened,
            matters,
            worries,
            does_not_matter,
            steps,
        ],
    ) = (
        &texts[..],
        &words[..],
        &whole[..],
        &counts[..],
        &maybe[..],
        &yes[..],
        &lists[..],
    )
    else {
        return;
    };
    fn word(column: &StringArray, row: usize) -> Option<&str> {
        column.is_valid(row).then(|| column.value(row))
    }
    let small = |column: &Int8Array, row: usize| column.is_valid(row).then(|| column.value(row));
    let flag = |column: &BooleanArray, row: usize| column.is_valid(row).then(|| column.value(row));
    let mut it = GivenRow::default();
    for row in 0..id.len() {
        it.id = id.value(row);
        it.month = month.value(row);
        it.aid = aid.value(row);
        it.version = version.value(row);
        it.language = language.value(row);
        it.easy_read = easy_read.value(row);
        it.needs = [false; NEEDS.len()];
        for (place, column) in it.needs.iter_mut().zip(needs) {
            *place = column.value(row);
        }
        it.used = word(used, row);
        it.who = word(who, row);
        it.stage_before = small(stage_before, row);
        it.stage_after = small(stage_after, row);
        it.ready_before = flag(ready_before, row);
        it.ready_after = flag(ready_after, row);
        it.asked = asked.value(row);
        it.answered_right = answered_right.value(row);
        it.answered_otherwise = answered_otherwise.value(row);
        let filled = [
            (&mut it.fine, fine),
            (&mut it.not_yet, not_yet),
            (&mut it.right, right),
            (&mut it.other, other),
            (&mut it.opened, opened),
            (&mut it.matters, matters),
            (&mut it.worries, worries),
            (&mut it.does_not_matter, does_not_matter),
            (&mut it.steps, steps),
        ];
        for (place, (list, values)) in filled {
            place.clear();
            let offsets = list.value_offsets();
            let from = offsets.get(row).copied().unwrap_or_default();
            let to = offsets.get(row + 1).copied().unwrap_or_default();
            place.extend((from..to).filter_map(|item| {
                let item = usize::try_from(item).ok()?;
                // A gap in a list is no identifier, and the check says so.
                Some(if values.is_valid(item) {
                    values.value(item)
                } else {
                    ""
                })
            }));
        }
        it.method = word(method, row);
        it.decision = word(decision, row);
        it.leaning = word(leaning, row);
        it.fits = word(fits, row);
        it.gap = word(gap, row);
        it.stopped = word(stopped, row);
        it.finished = finished.value(row);
        it.collaborate = small(collaborate, row);
        it.sure = small(sure, row);
        it.unscored = unscored.value(row);
        each(row, &it);
    }
}
