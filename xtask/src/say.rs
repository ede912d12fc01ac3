//! What the person at the terminal reads.

use crate::times::{self, Kind};
use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// A line of progress: what, in one word; then what came of it; then how long it took.
pub(crate) fn step(what: &str, outcome: &str, took: Duration) {
    clear();
    times::note(Kind::Build, what, took);
    eprintln!("  {what:<10} {outcome:<58} {:>6.1} s", took.as_secs_f64());
}

/// A line without a time.
pub(crate) fn line(what: &str, text: &str) {
    clear();
    eprintln!("  {what:<10} {text}");
}

/// What another program said, as it said it.
pub(crate) fn verbatim(text: &str) {
    clear();
    eprintln!("{}", text.trim_end());
}

/// How far each step has come that is under way: some are, side by side, and a terminal shows them on one line.
static UNDER_WAY: Mutex<BTreeMap<&str, String>> = Mutex::new(BTreeMap::new());

/// Says how far a long step has come, in place on a terminal and rarely elsewhere.
pub(crate) struct Progress {
    what: &'static str,
    last: Instant,
}

impl Progress {
    /// Starts silently: a short step says nothing but its outcome.
    pub(crate) fn new(what: &'static str) -> Self {
        Self {
            what,
            last: Instant::now(),
        }
    }

    /// Shows `text` when the last showing is long enough ago.
    pub(crate) fn show(&mut self, text: &str) {
        let terminal = std::io::stderr().is_terminal();
        let pause = if terminal {
            Duration::from_millis(120)
        } else {
            Duration::from_secs(10)
        };
        if self.last.elapsed() < pause {
            return;
        }
        self.last = Instant::now();
        if !terminal {
            return eprintln!("  {:<10} {text}", self.what);
        }
        let mut all = UNDER_WAY.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(self.what, text.to_owned());
        let shown: Vec<String> = all.iter().map(|(what, text)| format!("{what}: {text}")).collect();
        clear();
        // No longer than a line of any terminal: a second line could not be taken back.
        eprint!("  {:.78}", shown.join("; "));
        std::io::stderr().flush().ok();
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        let mut all = UNDER_WAY.lock().unwrap_or_else(PoisonError::into_inner);
        all.remove(self.what);
    }
}

/// The error and its causes, the first as a sentence, the others indented.
pub(crate) fn failure(error: &anyhow::Error) {
    clear();
    eprintln!("\n{error}");
    for cause in error.chain().skip(1) {
        eprintln!("  because: {cause}");
    }
}

fn clear() {
    if std::io::stderr().is_terminal() {
        eprint!("\r\x1b[2K");
    }
}

/// `12345` as `12.3 KB` (1 KB = 1000 bytes, as download sizes are told).
pub(crate) fn kilobytes(bytes: usize) -> String {
    format!("{}.{} KB", bytes / 1000, bytes % 1000 / 100)
}
