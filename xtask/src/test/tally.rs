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

/// One line of cargo test, when it closes a run.
pub(crate) fn counts(line: &str) -> Option<Tally> {
    let rest = line.trim().strip_prefix("test result:")?;
    Some(Tally {
        passed: before(rest, "passed")?,
        failed: before(rest, "failed")?,
    })
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
    fn reads_what_closes_a_run() {
        let line = "test result: FAILED. 12 passed; 1 failed; 0 ignored; 0 measured";
        assert_eq!(
            counts(line),
            Some(Tally {
                passed: 12,
                failed: 1
            })
        );
        for line in ["test a ... ok", "12 passed, 0 failed", "# a remark"] {
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
