//! Each person once: which random numbers have been seen. 17 bytes a person, so ten million people stand in 300 MB.

use std::collections::HashSet;

/// The numbers that have been seen.
#[derive(Default)]
pub struct Once {
    seen: HashSet<u128>,
}

impl Once {
    /// Whether the number comes for the first time.
    pub fn first(&mut self, number: u128) -> bool {
        self.seen.insert(number)
    }
}
