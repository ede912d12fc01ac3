//! A number that grows with every change, and a bell for the pages that wait for the next.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// Pages that may wait at once. More than a person has open; each holds a connection.
const MOST: usize = 24;

/// Which version is served.
#[derive(Debug, Default)]
pub struct Bell {
    state: Mutex<State>,
    rung: Condvar,
}

#[derive(Debug, Default)]
struct State {
    number: u64,
    waiting: usize,
}

impl Bell {
    /// The version now; the first is 0.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).number
    }

    /// There is a new version: everybody who waits is told.
    pub fn ring(&self) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).number += 1;
        self.rung.notify_all();
    }

    /// Waits up to `patience` for a version after `number` and gives the newest. `None` when too many wait already: the page asks
    /// again later.
    #[must_use]
    pub fn after(&self, number: u64, patience: Duration) -> Option<u64> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.waiting >= MOST {
            return None;
        }
        state.waiting += 1;
        let waited = self
            .rung
            .wait_timeout_while(state, patience, |state| state.number <= number);
        let (mut state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        state.waiting -= 1;
        Some(state.number)
    }
}
