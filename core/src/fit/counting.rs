//! A count under way: blocks are counted, then confidence factors, as far at a time as whoever waits can wait.
//!
//! However often it is set aside the result is the same to the last bit, since blocks are counted whole and in order.

use weighup_kernel::{LANES, Mixture, Singles, unbeaten};

use super::acceptability::Acceptability;
use super::additive::TIE;
use super::count::{Count, Part, Scratch};
use crate::values::Budget;

/// The acceptability of options while it is being worked out.
pub(crate) enum Counting {
    /// There was nothing to count.
    Known(Box<Acceptability>),
    /// Draws are being counted.
    Draws(Box<Draws>),
}

/// Draws that are being counted.
pub(crate) struct Draws {
    count: Count,
    scratch: Scratch,
    /// What was found so far, until all blocks are counted.
    part: Option<Part>,
    /// The next block.
    next: u64,
    /// What comes after the blocks.
    confidence: Option<Confidence>,
}

/// Confidence factors being counted: the share of the readings of the figures in which an option is first with its own central
/// weights.
struct Confidence {
    /// All the rest.
    result: Acceptability,
    kept: Vec<Singles>,
    /// The totals of all options with the central weights of each.
    candidates: Vec<Option<Vec<Mixture>>>,
    firsts: Vec<usize>,
    drawn: Vec<Singles>,
    draws: u64,
    /// Blocks that are left.
    left: u64,
}

impl Counting {
    /// Begins to count.
    pub(crate) fn new(count: Count) -> Self {
        let (part, scratch) = count.begin(count.blocks());
        Self::Draws(Box::new(Draws {
            count,
            scratch,
            part: Some(part),
            next: 0,
            confidence: None,
        }))
    }

    /// Goes on until everything is counted (`true`) or the budget is spent.
    pub(crate) fn go(&mut self, budget: &mut Budget) -> bool {
        match self {
            Self::Known(_) => true,
            Self::Draws(draws) => draws.go(budget),
        }
    }

    /// The acceptability; what is not yet counted is counted first.
    pub(crate) fn finish(self) -> Acceptability {
        match self {
            Self::Known(result) => *result,
            Self::Draws(draws) => draws.finish(),
        }
    }
}

impl Draws {
    /// Counts the next block; `false` when there is none.
    fn block(&mut self, budget: &mut Budget) -> bool {
        let end = self.count.blocks();
        let (true, Some(part)) = (self.next < end, &mut self.part) else {
            return false;
        };
        self.count.one(self.next, end, &mut self.scratch, part);
        self.next += 1;
        budget.take(self.count.steps());
        true
    }

    fn go(&mut self, budget: &mut Budget) -> bool {
        while !budget.is_spent() {
            if self.block(budget) {
                continue;
            }
            let (count, part) = (&self.count, &mut self.part);
            let confidence = self
                .confidence
                .get_or_insert_with(|| Confidence::new(count, part.take()));
            if !confidence.block(count, budget) {
                return true;
            }
        }
        false
    }

    fn finish(mut self) -> Acceptability {
        let mut budget = Budget::endless();
        while self.block(&mut budget) {}
        let (count, part) = (&self.count, self.part);
        let mut confidence = self.confidence.unwrap_or_else(|| Confidence::new(count, part));
        while confidence.block(count, &mut budget) {}
        confidence.finish()
    }
}

impl Confidence {
    fn new(count: &Count, part: Option<Part>) -> Self {
        let (result, kept) = count.merge(part.into_iter().collect());
        let all = |w: &Vec<f64>| {
            (0..count.options)
                .map(|o| count.cells.fixed_weights(o, w))
                .collect()
        };
        let candidates: Vec<Option<Vec<Mixture>>> = result
            .central_weights
            .iter()
            .map(|w| w.as_ref().map(all))
            .collect();
        // Fixed figures have one reading.
        let draws = if count.cells.fixed() { 1 } else { count.draws };
        Self {
            firsts: vec![0; candidates.len()],
            drawn: vec![[0.0; LANES]; count.cells.rows()],
            left: draws.div_ceil(LANES as u64),
            result,
            kept,
            candidates,
            draws,
        }
    }

    /// Counts one block more; `false` when there is none. The last blocks come first: those the processor still has at hand.
    fn block(&mut self, count: &Count, budget: &mut Budget) -> bool {
        let Some(block) = self.left.checked_sub(1) else {
            return false;
        };
        self.left = block;
        let drawn = self.drawn.as_mut_slice();
        let from = block as usize * drawn.len();
        match self.kept.get(from..from + drawn.len()) {
            // A copy is read in order, which memory is quick at, and then used again and again.
            Some(rows) if count.keep => drawn.copy_from_slice(rows),
            _ => count.cells.block(block, drawn),
        }
        let live = (self.draws - block * LANES as u64).min(LANES as u64) as usize;
        for (option, (candidate, first)) in self.candidates.iter().zip(&mut self.firsts).enumerate() {
            if let Some(totals) = candidate {
                *first += unbeaten(totals, drawn, option, TIE, live);
            }
        }
        // Every total is worked out once for every option.
        budget.take(((self.candidates.len() + 1) * drawn.len().max(1) * LANES) as u64);
        true
    }

    fn finish(self) -> Acceptability {
        let mut result = self.result;
        result.confidence = self
            .candidates
            .iter()
            .zip(self.firsts)
            .map(|(candidate, first)| candidate.as_ref().map(|_| first as f64 / self.draws as f64))
            .collect();
        result
    }
}
