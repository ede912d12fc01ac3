//! Bounds how much is done before whoever waits has their turn again: work is counted in steps, not in time.

/// Steps that may be taken before work is set aside. A step is about one number of one draw, and takes about a nanosecond on a
/// desk machine; what counts is that it is the same on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Budget {
    steps: u64,
    taken: u64,
}

impl Budget {
    /// A budget of so many steps.
    pub(crate) fn new(steps: u64) -> Self {
        Self { steps, taken: 0 }
    }

    /// A budget that is never spent, for those who wait for all of it.
    pub(crate) fn endless() -> Self {
        Self::new(u64::MAX)
    }

    /// A budget for a part of the work: no more than is left, and at most so many steps.
    pub(crate) fn part(&self, most: u64) -> Self {
        Self::new(self.steps.saturating_sub(self.taken).min(most))
    }

    /// Whether it is time to stop.
    pub(crate) fn is_spent(&self) -> bool {
        self.taken >= self.steps
    }

    /// Counts steps that were taken.
    pub(crate) fn take(&mut self, steps: u64) {
        self.taken = self.taken.saturating_add(steps);
    }

    /// How many steps were taken: as many as there were, and what the last piece of work took beyond them.
    pub(crate) fn taken(&self) -> u64 {
        self.taken
    }
}
