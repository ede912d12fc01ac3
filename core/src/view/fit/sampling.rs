//! Draws weights and figures for some answers and counts how the options come out, a slice of work at a time.

use crate::aid::Aid;
use crate::consultation::{Answers, Person};
use crate::fit::{
    Acceptability, AcceptabilitySettings, Counting, Evidence, PartialValue, Preparing, Readings,
};
use crate::values::{Budget, Elicited};

use super::super::items::Item;
use super::super::limits::ruled_out;
use super::elicit::{Counted, elicit};
use super::problem::{Column, column};

/// Readings drawn. The share of readings in front is then known to about 1 in 100.
pub const DRAWS: u32 = 20_000;
/// The seed: the same answers give the same result everywhere.
const SEED: u64 = 1;
/// Steps that walks may take: nobody waits longer, whatever the answers. Up to about ten outcomes that is more than
/// [`DRAWS`] takes; beyond, there are fewer draws.
pub const WORK: u64 = 30_000_000;
/// Always draw: nearly every aid has a figure with a range, and one way of working is easier to check.
const SETTINGS: AcceptabilitySettings = AcceptabilitySettings {
    draws: DRAWS,
    seed: SEED,
    most_simplices: 0,
    spread: true,
    work: WORK,
};

/// The problem while it is being worked out. It holds nothing of the aid, so that it can be set aside.
pub(super) struct Sampling {
    elicited: Elicited,
    counted: Counted,
    columns: Vec<Column>,
    options: usize,
    kept: Vec<usize>,
    stage: Stage,
}

/// What was drawn and counted.
pub(super) struct Sampled {
    pub(super) elicited: Elicited,
    pub(super) counted: Counted,
    pub(super) columns: Vec<Column>,
    /// Places of the options that are not ruled out.
    pub(super) kept: Vec<usize>,
    /// Over every option.
    pub(super) all: Acceptability,
    /// Over those that are not ruled out.
    pub(super) among_kept: Acceptability,
}

enum Stage {
    Weights(Box<Preparing>),
    /// Over every option, and over those that are not ruled out where that is another question.
    Options(Counting, Option<Counting>),
    /// The weights or the figures cannot be drawn from.
    Failed,
}

impl Sampling {
    /// Begins. `None` when there is nothing the engine can use, which complete answers never are.
    pub(super) fn new(aid: &Aid, answers: &Answers, items: &[&Item<'_>]) -> Option<Self> {
        let whats: Vec<_> = items.iter().map(|item| &item.what).collect();
        let (elicited, counted) = elicit(answers.weighing(Person::Patient), &whats)?;
        let columns: Vec<Column> = items
            .iter()
            .map(|item| column(aid, item))
            .collect::<Option<_>>()?;
        let kept = aid
            .options()
            .iter()
            .enumerate()
            .filter(|(_, option)| ruled_out(aid, answers, option).is_empty())
            .map(|(at, _)| at);
        Some(Self {
            stage: Stage::Weights(Box::new(Preparing::new(&elicited.allowed, &SETTINGS))),
            elicited,
            counted,
            columns,
            options: aid.options().len(),
            kept: kept.collect(),
        })
    }

    /// Goes on until everything is known (`true`) or the budget is spent.
    pub(super) fn go(&mut self, budget: &mut Budget) -> bool {
        if let Stage::Weights(preparing) = &mut self.stage {
            if !preparing.go(budget) {
                return false;
            }
            if let Stage::Weights(preparing) = std::mem::replace(&mut self.stage, Stage::Failed) {
                self.stage = preparing
                    .finish()
                    .ok()
                    .and_then(|readings| self.count(&readings))
                    .unwrap_or(Stage::Failed);
            }
        }
        match &mut self.stage {
            Stage::Options(all, kept) => all.go(budget) && kept.as_mut().is_none_or(|kept| kept.go(budget)),
            Stage::Weights(_) | Stage::Failed => true,
        }
    }

    /// Begins to count.
    fn count(&self, readings: &Readings) -> Option<Stage> {
        let functions: Vec<PartialValue> = self.columns.iter().map(|column| column.value.clone()).collect();
        let begin = |of: &[usize]| {
            let evidence: Vec<Evidence> = self.columns.iter().map(|column| column.evidence(of)).collect();
            readings.counting(&functions, &evidence, of.len()).ok()
        };
        let everyone: Vec<usize> = (0..self.options).collect();
        let all = begin(&everyone)?;
        let same = self.kept.len() == everyone.len() || self.kept.is_empty();
        Some(if same {
            Stage::Options(all, None)
        } else {
            Stage::Options(all, Some(begin(&self.kept)?))
        })
    }

    /// What was drawn and counted; what is left to do is done first. `None` when it cannot be drawn from.
    pub(super) fn finish(mut self) -> Option<Sampled> {
        self.go(&mut Budget::endless());
        let Stage::Options(all, among_kept) = self.stage else {
            return None;
        };
        let all = all.finish();
        Some(Sampled {
            elicited: self.elicited,
            counted: self.counted,
            columns: self.columns,
            kept: self.kept,
            among_kept: among_kept.map_or_else(|| all.clone(), Counting::finish),
            all,
        })
    }
}
