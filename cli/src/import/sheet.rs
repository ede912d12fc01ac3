//! Sheets: rows of cells with the names that spreadsheets give them.

use super::draft::Draft;

/// A file of rows: the header, and the rows below it.
pub(super) struct Sheet {
    /// The file.
    pub(super) name: String,
    /// Names of the columns.
    pub(super) header: Vec<String>,
    /// Rows with the number of their line in the sheet, from 1.
    pub(super) rows: Vec<(u64, Vec<String>)>,
}

/// Most rows that are read of a sheet, and most cells of a row.
const MOST_ROWS: usize = 5_000;
const MOST_CELLS: usize = 200;
/// Most letters of a cell.
const MOST_LETTERS: usize = 5_000;

/// The text of a file, in whatever encoding spreadsheets save. What is no letter in it is told.
pub(super) fn decoded(name: &str, bytes: &[u8], draft: &mut Draft) -> String {
    let wide = |big: bool| {
        let units = bytes
            .get(2..)
            .unwrap_or_default()
            .chunks_exact(2)
            .map(|pair| match (pair, big) {
                ([high, low], true) => u16::from_be_bytes([*high, *low]),
                ([low, high], false) => u16::from_le_bytes([*low, *high]),
                _ => 0,
            });
        char::decode_utf16(units)
            .map(|unit| unit.unwrap_or('\u{FFFD}'))
            .collect::<String>()
    };
    let text = match bytes {
        [0xff, 0xfe, ..] => wide(false),
        [0xfe, 0xff, ..] => wide(true),
        _ => {
            let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
            String::from_utf8_lossy(bytes).into_owned()
        }
    };
    if let Some(at) = text.find('\u{FFFD}') {
        let line = text.get(..at).unwrap_or_default().matches('\n').count() + 1;
        draft.cannot(
            &format!("{name}, line {line}"),
            "letters there are not UTF-8",
            "save the file again as \"CSV UTF-8\"; the letters stand as \u{FFFD} in the draft",
        );
    }
    text
}

impl Sheet {
    /// Takes a file apart. `None` when there is no header with two columns.
    pub(super) fn read(name: &str, text: &str, draft: &mut Draft) -> Option<Self> {
        let first = text
            .lines()
            .find(|line| !line.trim().is_empty())
            .unwrap_or_default();
        let separator = [b'\t', b';', b',']
            .into_iter()
            .max_by_key(|mark| first.bytes().filter(|byte| byte == mark).count())
            .unwrap_or(b',');
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let mut header: Vec<String> = Vec::new();
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = match record {
                Ok(record) => record,
                Err(wrong) => {
                    draft.cannot(
                        name,
                        &format!("a row cannot be read: {wrong}"),
                        "look for a quotation mark that is not closed",
                    );
                    continue;
                }
            };
            let line = record.position().map_or(0, csv::Position::line);
            if record.iter().all(str::is_empty) {
                continue;
            }
            let cells: Vec<String> = record.iter().take(MOST_CELLS).map(cell).collect();
            if record.len() > MOST_CELLS {
                draft.cannot(
                    &format!("{name}, line {line}"),
                    "the row has more than 200 cells",
                    "remove the others",
                );
            }
            if header.is_empty() {
                header = cells;
            } else if rows.len() < MOST_ROWS {
                rows.push((line, cells));
            } else {
                draft.cannot(
                    &format!("{name}, from line {line} on"),
                    "there are more than 5,000 rows",
                    "import the part that the aid needs",
                );
                break;
            }
        }
        if header.len() < 2 {
            draft.cannot(
                name,
                "no table was found",
                "the first row names the columns, with commas, semicolons or tabs between them",
            );
            return None;
        }
        Some(Self {
            name: name.to_owned(),
            header,
            rows,
        })
    }

    /// The place of a column by one of its names, whatever their capitals.
    pub(super) fn column(&self, names: &[&str]) -> Option<usize> {
        let plain = |text: &str| {
            text.to_lowercase()
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        };
        names
            .iter()
            .find_map(|name| self.header.iter().position(|column| plain(column) == plain(name)))
    }

    /// What stands in a cell of a row; empty when there is none.
    pub(super) fn at<'r>(&self, row: &'r [String], column: Option<usize>) -> &'r str {
        column
            .and_then(|column| row.get(column))
            .map_or("", String::as_str)
    }

    /// A cell by its name in the sheet: "figures.csv, cell C5".
    pub(super) fn place(&self, line: u64, column: usize) -> String {
        format!("{}, cell {}{line}", self.name, letters(column))
    }
}

/// A cell without what a spreadsheet adds: an apostrophe before what would be a formula.
fn cell(text: &str) -> String {
    let text = match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => text,
    };
    text.chars().take(MOST_LETTERS).collect()
}

/// "A", "B", … "Z", "AA".
fn letters(column: usize) -> String {
    let mut out = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        left -= 1;
        out.push(char::from(b'A' + u8::try_from(left % 26).unwrap_or(0)));
        left /= 26;
    }
    out.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_spreadsheets() {
        assert_eq!(
            [0, 1, 25, 26, 27, 701, 702].map(letters),
            ["A", "B", "Z", "AA", "AB", "ZZ", "AAA"]
        );
    }
}
