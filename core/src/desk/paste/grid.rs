//! A text taken apart into the cells of a table, as spreadsheets write it.

use super::super::error::DeskError;
use crate::aid::MAX_BYTES;

/// Most rows and columns of a pasted table.
pub(super) const MOST_ROWS: usize = 1_000;
const MOST_COLUMNS: usize = 100;

/// A pasted table: its cells, row by row.
pub(super) type Grid = Vec<Vec<String>>;

/// Takes a text apart as spreadsheets write it: cells apart by tabs, or by commas when there is no tab; a cell in quotation marks may
/// hold any of these and line ends.
pub(super) fn grid(text: &str) -> Result<Grid, DeskError> {
    if text.len() > MAX_BYTES {
        return Err(DeskError::PasteWhole(format!(
            "the table is {} bytes and the most is {MAX_BYTES}",
            text.len()
        )));
    }
    let between = if text.contains('\t') { '\t' } else { ',' };
    let (mut rows, mut row, mut cell) = (Grid::new(), Vec::new(), String::new());
    let mut letters = text.strip_prefix('\u{feff}').unwrap_or(text).chars().peekable();
    let mut quoted = false;
    let too_much = |what: &str, most: usize| {
        DeskError::PasteWhole(format!(
            "the table has more than {most} {what}; paste it in parts, or look whether it is the right one"
        ))
    };
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            letter if quoted => cell.push(letter),
            '\r' => {}
            '\n' => {
                row.push(std::mem::take(&mut cell).trim().to_owned());
                rows.push(std::mem::take(&mut row));
                if rows.len() > MOST_ROWS {
                    return Err(too_much("rows", MOST_ROWS));
                }
            }
            letter if letter == between => {
                row.push(std::mem::take(&mut cell).trim().to_owned());
                if row.len() > MOST_COLUMNS {
                    return Err(too_much("columns", MOST_COLUMNS));
                }
            }
            letter => cell.push(letter),
        }
    }
    if quoted {
        return Err(DeskError::PasteWhole(
            "a quotation mark is opened in the table and never closed".to_owned(),
        ));
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell.trim().to_owned());
        rows.push(row);
    }
    while rows.last().is_some_and(|row| row.iter().all(String::is_empty)) {
        rows.pop();
    }
    if rows.is_empty() {
        return Err(DeskError::PasteWhole("the table is empty".to_owned()));
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_taken_apart_as_spreadsheets_write_it() {
        let said = |text: &str| grid(text).expect("a table");
        assert_eq!(said("1 / 2\t3 / 4\r\n5\t\r\n"), [["1 / 2", "3 / 4"], ["5", ""]]);
        assert_eq!(said("a,\"b, c\"\n\"d\"\"e\",f"), [["a", "b, c"], ["d\"e", "f"]]);
        assert_eq!(said("\u{feff}a\t\"two\nlines\"\n"), [["a", "two\nlines"]]);
        // Numbers with commas in them stand between tabs.
        assert_eq!(said("1,234 / 5,678\t2"), [["1,234 / 5,678", "2"]]);
    }

    #[test]
    fn what_is_no_table_is_refused_by_name() {
        let why = |text: &str| grid(text).expect_err("no table").to_string();
        assert!(why("").contains("empty"));
        assert!(why("\n\n\t\n").contains("empty"));
        assert!(why("a,\"b").contains("never closed"));
        assert!(why(&"1\n".repeat(100_000)).contains("1000 rows"));
        assert!(why(&"1,".repeat(200)).contains("100 columns"));
        assert!(why(&"x".repeat(MAX_BYTES + 1)).contains("bytes"));
    }
}
