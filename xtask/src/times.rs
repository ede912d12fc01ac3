//! Where the time of a run goes: every build and every file of tests, kept until they are printed.

use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// What took time.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Something was compiled, installed or laid out.
    Build,
    /// A file of tests was run.
    File,
}

struct Row {
    kind: Kind,
    name: String,
    took: Duration,
}

static ROWS: Mutex<Vec<Row>> = Mutex::new(Vec::new());

/// Keeps how long something took.
pub(crate) fn note(kind: Kind, name: &str, took: Duration) {
    ROWS.lock().unwrap_or_else(PoisonError::into_inner).push(Row {
        kind,
        name: name.to_owned(),
        took,
    });
}

/// The slowest of a kind, slowest first, one on a line; what took less than a tenth of a second is left out.
pub(crate) fn slowest(kind: Kind, most: usize) -> String {
    let rows = ROWS.lock().unwrap_or_else(PoisonError::into_inner);
    let mut found: Vec<&Row> = rows
        .iter()
        .filter(|row| row.kind == kind && row.took >= Duration::from_millis(100))
        .collect();
    found.sort_by(|a, b| b.took.cmp(&a.took).then_with(|| a.name.cmp(&b.name)));
    let mut out = String::new();
    for row in found.iter().take(most) {
        // A string takes any text.
        let _ = writeln!(out, "  {:<66} {:>7.1} s", row.name, row.took.as_secs_f64());
    }
    if let Some(more) = found.len().checked_sub(most).filter(|more| *more > 0) {
        let sum: Duration = found.iter().skip(most).map(|row| row.took).sum();
        let name = format!("{more} others");
        let _ = writeln!(out, "  {name:<66} {:>7.1} s", sum.as_secs_f64());
    }
    out
}

/// The processor time of the programs that this one has started and that have ended, where the system tells it (Linux): on a
/// machine that others use too it says more than a clock does.
pub(crate) fn processor() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The name in brackets may hold spaces: fields are counted behind it. 16 and 17 of `man proc` are those of children.
    let (_, fields) = text.rsplit_once(") ")?;
    let mut fields = fields.split(' ').skip(13);
    let (user, system): (u64, u64) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
    // In hundredths of a second on every Linux.
    Some(Duration::from_millis((user + system) * 10))
}

#[cfg(test)]
mod tests {
    use super::{Kind, note, slowest};
    use std::time::Duration;

    #[test]
    fn the_slowest_stand_first_and_the_rest_are_summed() {
        for (name, seconds) in [("a", 1), ("b", 3), ("c", 2), ("d", 4)] {
            note(Kind::File, name, Duration::from_secs(seconds));
        }
        note(Kind::Build, "not a file", Duration::from_secs(9));
        let table = slowest(Kind::File, 2);
        let words: Vec<&str> = table.split_whitespace().collect();
        assert_eq!(
            words,
            ["d", "4.0", "s", "b", "3.0", "s", "2", "others", "3.0", "s"]
        );
    }
}
