//! The same work on many aids, on every processor, with a count on a terminal.

use std::io::{IsTerminal as _, Write as _};
use std::sync::atomic::{AtomicUsize, Ordering};

/// From this many on, a terminal shows how far it is.
const MANY: usize = 50;

/// Does the work on each, in the order given.
pub(crate) fn map<'t, T: Sync, R: Send>(all: &'t [T], work: impl Fn(&'t T) -> R + Sync) -> Vec<R> {
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let shown = all.len() >= MANY && std::io::stderr().is_terminal();
    let done = AtomicUsize::new(0);
    let one = |item: &'t T| {
        let result = work(item);
        let done = done.fetch_add(1, Ordering::Relaxed) + 1;
        if shown && (done.is_multiple_of(20) || done == all.len()) {
            let mut terminal = std::io::stderr().lock();
            // A terminal that is gone needs no count.
            let _ = write!(terminal, "\r{done} of {} aids", all.len());
        }
        result
    };
    let share = all.len().div_ceil(workers).max(1);
    let results = std::thread::scope(|scope| {
        let threads: Vec<_> = all
            .chunks(share)
            .map(|part| scope.spawn(|| part.iter().map(one).collect::<Vec<R>>()))
            .collect();
        threads
            .into_iter()
            .flat_map(|thread| {
                thread
                    .join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            })
            .collect()
    });
    if shown {
        let _ = write!(std::io::stderr(), "\r\x1b[K");
    }
    results
}
