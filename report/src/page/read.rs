//! What was read, and what became of every row.

use super::html::{list, p, row, safe, table, tag};
use super::{PageContent, words};

/// The section.
pub(super) fn read(told: &PageContent<'_>) -> String {
    let taken = told.taken;
    let files = taken.files.len() as u64;
    let mut out = p(&format!(
        "{} rows in {} were read. {} count, each person once.",
        words::count(taken.rows()),
        if files == 1 {
            "1 file".to_owned()
        } else {
            format!("{} files", words::count(files))
        },
        words::count(taken.people()),
    ));
    let rows = [
        ("Counted", taken.people()),
        ("Given twice, and counted once", taken.again()),
        ("Refused", taken.refusals()),
        ("Lost in damaged tables", taken.lost()),
        ("Files of other kinds, not read", taken.passed_over),
    ];
    let body: String = rows
        .iter()
        .map(|(what, rows)| row(what, &[words::count(*rows)]))
        .collect();
    out += &table(
        "What became of every row",
        &["What", "How many"],
        &tag("tbody", &body),
    );
    if !taken.refused.is_empty() {
        let body: String = taken
            .refused
            .iter()
            .map(|(why, rows)| row(why, &[words::count(*rows)]))
            .collect();
        out += &table("Why rows were refused", &["Why", "Rows"], &tag("tbody", &body));
    }
    if !taken.examples.is_empty() {
        let lines: Vec<String> = taken
            .examples
            .iter()
            .map(|example| {
                safe(&format!(
                    "{}, row {}: {}",
                    example.file,
                    words::count(example.row),
                    example.why
                ))
            })
            .collect();
        out += &p("The first of them:");
        out += &list(&lines);
    }
    let broken: Vec<String> = taken
        .files
        .iter()
        .filter_map(|file| Some(safe(&format!("{}: {}", file.name, file.broken.as_ref()?))))
        .collect();
    if !broken.is_empty() {
        out += &p("Files that could not be read to their end:");
        out += &list(&broken);
    }
    out
}
