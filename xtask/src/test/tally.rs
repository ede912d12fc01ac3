//! Counting, and reading the counts of the runners.

use std::ops::{Add, AddAssign};

/// Checks passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

impl Tally {
    pub(crate) fn passed(passed: usize) -> Self {
        Self { passed, failed: 0 }
    }

    pub(crate) fn failed(failed: usize) -> Self {
        Self { passed: 0, failed }
    }

    /// The tally of a runner: its own counts, and one failure more when it failed without saying of what.
    pub(crate) fn of_run(counted: Self, succeeded: bool) -> Self {
        if succeeded || counted.failed > 0 {
            counted
        } else {
            counted + Self::failed(1)
        }
    }
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

/// One line of cargo test, cargo nextest or Node's TAP reporter, when it closes a run.
pub(crate) fn counts(line: &str) -> Option<Tally> {
    let line = line.trim();
    if let Some(rest) = line.strip_prefix("test result:") {
        return Some(Tally {
            passed: before(rest, "passed")?,
            failed: before(rest, "failed")?,
        });
    }
    if line.starts_with("Summary [") {
        let failed = ["failed", "timed out", "exec failed"]
            .iter()
            .filter_map(|word| before(line, word))
            .sum();
        return Some(Tally {
            passed: before(line, "passed").unwrap_or(0),
            failed,
        });
    }
    let (name, number) = line.strip_prefix("# ")?.split_once(' ')?;
    let number = number.parse().ok()?;
    match name {
        "pass" => Some(Tally::passed(number)),
        "fail" | "cancelled" => Some(Tally::failed(number)),
        _ => None,
    }
}

/// The number that stands before a word.
fn before(text: &str, word: &str) -> Option<usize> {
    let (head, _) = text.split_once(&format!(" {word}"))?;
    head.rsplit([' ', '(']).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{Tally, counts};

    #[test]
    fn reads_the_runners() {
        let pairs = [
            (
                "test result: FAILED. 12 passed; 1 failed; 0 ignored; 0 measured",
                12,
                1,
            ),
            (
                "     Summary [   0.512s] 45 tests run: 44 passed (2 slow), 1 failed, 3 skipped",
                44,
                1,
            ),
            (
                "     Summary [   0.512s] 4 tests run: 2 passed, 1 failed, 1 timed out, 0 skipped",
                2,
                2,
            ),
            (
                "     Summary [   0.512s] 45 tests run: 45 passed, 0 skipped",
                45,
                0,
            ),
            ("# pass 7", 7, 0),
            ("# fail 2", 0, 2),
        ];
        for (line, passed, failed) in pairs {
            assert_eq!(counts(line), Some(Tally { passed, failed }), "{line}");
        }
        for line in ["# tests 3", "ok 1 - a", "12 passed, 0 failed", "# a remark"] {
            assert_eq!(counts(line), None, "{line}");
        }
    }

    #[test]
    fn a_run_that_fails_silently_is_a_failure() {
        assert_eq!(
            Tally::of_run(Tally::passed(3), false),
            Tally { passed: 3, failed: 1 }
        );
        assert_eq!(Tally::of_run(Tally { passed: 3, failed: 2 }, false).failed, 2);
    }
}
