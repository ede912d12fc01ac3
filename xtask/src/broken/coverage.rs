//! What has to have a slip: every file of tests, and every fault that a review found and that was mended.

use super::list::{FOLDER, List};
use crate::{project, test};
use anyhow::{Context, Result};
use std::fs;

/// The review whose rows are held against the list.
const REVIEW: &str = "docs/reviews/2026-11.md";

/// What has neither a slip nor a reason, and reasons that are about nothing.
pub(super) fn wrong(list: &List) -> Result<Vec<String>> {
    let files = test::files_of_tests();
    let text = fs::read_to_string(project::root().join(REVIEW))
        .with_context(|| format!("{REVIEW} could not be read"))?;
    let rows = mended(&text);
    let mut wrong = Vec::new();
    for file in &files {
        let broken = list
            .breaks
            .iter()
            .any(|each| each.tests.iter().any(|test| test.file == *file));
        let excused = list.without.iter().any(|each| each.file.as_deref() == Some(file));
        if broken == excused {
            wrong.push(format!(
                "{FOLDER}: {file} needs one slip that it notices{}",
                if broken {
                    ", or a reason why not: it has both"
                } else {
                    ", or a reason why not"
                }
            ));
        }
    }
    for file in list.without.iter().filter_map(|each| each.file.as_ref()) {
        if !files.contains(file) {
            wrong.push(format!(
                "{FOLDER}: {file} is said to have no slip, and is no file of tests"
            ));
        }
    }
    let findings = || {
        let broken = list.breaks.iter().flat_map(|each| &each.findings);
        broken.chain(list.without.iter().filter_map(|each| each.finding.as_ref()))
    };
    for row in &rows {
        if !findings().any(|finding| row.starts_with(finding.as_str())) {
            wrong.push(format!(
                "{FOLDER}: “{row}” was mended ({REVIEW}) and needs the slip that brings it back, or a reason why not"
            ));
        }
    }
    for finding in findings() {
        let meant = rows
            .iter()
            .filter(|row| row.starts_with(finding.as_str()))
            .count();
        if meant != 1 {
            wrong.push(format!("{FOLDER}: “{finding}” begins {meant} rows of {REVIEW} that are marked as fixed, and has to begin one"));
        }
    }
    Ok(wrong)
}

/// The first cells of the rows that say that something was fixed; those that lead to another row are that one's.
fn mended(text: &str) -> Vec<String> {
    let rows = text.lines().filter_map(|line| {
        let (first, rest) = line.strip_prefix("| ")?.split_once(" | ")?;
        let fixed = rest.starts_with("fixed") || rest.starts_with("mended");
        (fixed && !rest.contains(", see *")).then(|| first.to_owned())
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::mended;

    #[test]
    fn rows_that_were_mended_are_found() {
        let text = "| finding | answer |\n|---|---|\n| a (b) | fixed: c |\n| d | refused because e |\n| f | fixed, see *G* |\n| h | mended |\n";
        assert_eq!(mended(text), ["a (b)", "h"]);
    }
}
