//! What speaks for each option and against it: the figures themselves, and no score.

use crate::consultation::swings::WeighedAs;
use crate::words::say;

use super::super::FitSides;
use super::super::heads::head;
use super::super::items::{Item, Kind};
use super::super::matrix::told_apart_weighed;
use super::bars::measured;
use super::problem::WorkedOut;

/// Values closer than this are the same.
const SAME: f64 = 1e-9;

impl WorkedOut<'_> {
    /// The options that are set side by side: those that are not ruled out, or all where that leaves fewer than two.
    fn side_by_side(&self) -> Vec<usize> {
        match self.kept.as_slice() {
            [] | [_] => (0..self.candidates.len()).collect(),
            kept => kept.to_vec(),
        }
    }

    /// Whether the studies tell these options apart on an item. What a person rated is theirs, and always does.
    pub(super) fn tells_apart(&self, item: usize, options: &[usize]) -> bool {
        let options: Vec<_> = options
            .iter()
            .filter_map(|at| Some(self.candidates.get(*at)?.option))
            .collect();
        self.items.get(item).is_none_or(|item| match item.kind {
            Kind::Outcome(_, row) => told_apart_weighed(row, &options),
            Kind::Rated(_) | Kind::Unrated => true,
        })
    }

    /// Whether there is a figure for an option, or the author says what it counts as where the outcome does not apply.
    fn stands(&self, item: &Item<'_>, option: usize) -> bool {
        let Kind::Outcome(_, row) = item.kind else {
            return true;
        };
        matches!(row.cell(option).and_then(WeighedAs::of), Some(WeighedAs::At(_)))
    }

    /// Whether a difference between options on an item is a reason to give: there are figures, and the studies tell them apart.
    pub(super) fn is_reason(&self, item: usize, options: &[usize]) -> bool {
        let Some(found) = self.items.get(item) else {
            return false;
        };
        options.iter().all(|option| self.stands(found, *option)) && self.tells_apart(item, options)
    }

    fn value(&self, option: usize, item: usize) -> f64 {
        let row = self.values.get(option);
        row.and_then(|row| row.get(item)).copied().unwrap_or(0.0)
    }

    /// The items, what counts most to the person first.
    fn by_weight(&self) -> Vec<usize> {
        let weight = |item: &usize| self.weights.get(*item).copied().unwrap_or(0.0);
        let mut order: Vec<usize> = (0..self.items.len()).collect();
        order.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
        order
    }
}

/// What speaks for and against each option that is set beside others, in the aid's order.
pub(super) fn sides(problem: &WorkedOut<'_>) -> Vec<FitSides> {
    let words = problem.aid.wording();
    let beside = problem.side_by_side();
    let order: Vec<usize> = problem
        .by_weight()
        .into_iter()
        .filter(|item| problem.tells_apart(*item, &beside))
        .collect();
    // What nobody knows of an option speaks neither for nor against any.
    let known = |item: usize, option: usize| {
        let found = problem.items.get(item);
        found.is_some_and(|found| problem.stands(found, option))
    };
    let end = |item: usize, pick: fn(f64, f64) -> f64, from: f64| {
        let values = beside.iter().filter(|at| known(item, **at));
        values.map(|at| problem.value(*at, item)).fold(from, pick)
    };
    let said = |option: usize, speaks: &dyn Fn(f64, f64, f64) -> bool| -> Vec<String> {
        let mut out = Vec::new();
        for &at in &order {
            let (worst, best) = (end(at, f64::min, f64::MAX), end(at, f64::max, f64::MIN));
            let Some(item) = problem.items.get(at).filter(|_| best - worst > SAME) else {
                continue;
            };
            if known(at, option) && speaks(problem.value(option, at), worst, best) {
                let (name, figure) = (&item.name, measured(problem, item, option));
                out.push(match item.kind {
                    Kind::Outcome(_, row) => say!(
                        words,
                        context "something weighed and the figure of an option",
                        "{name}: {figure}, {when}",
                        name,
                        figure,
                        when = words.horizon(&row.horizon)
                    ),
                    Kind::Rated(_) | Kind::Unrated => say!(
                        words,
                        context "something weighed and the figure of an option",
                        "{name}: {figure}",
                        name,
                        figure
                    ),
                });
            }
        }
        out
    };
    beside
        .iter()
        .filter_map(|at| {
            Some(FitSides {
                option: head(problem.candidates.get(*at)?.option),
                speaks_for: said(*at, &|value, _, best| best - value < SAME),
                against: said(*at, &|value, worst, _| value - worst < SAME),
            })
        })
        .collect()
}

/// What the studies cannot tell the options apart on, in a sentence.
pub(super) fn not_told_apart(problem: &WorkedOut<'_>) -> Vec<String> {
    let (words, beside) = (problem.aid.wording(), problem.side_by_side());
    let list: Vec<String> = problem
        .by_weight()
        .into_iter()
        .filter(|item| !problem.tells_apart(*item, &beside))
        .filter_map(|item| Some(problem.items.get(item)?.in_sentence.clone()))
        .collect();
    if list.is_empty() {
        return Vec::new();
    }
    vec![say!(
        words,
        "The studies cannot tell the options apart on {list}.",
        list = words.list(&list)
    )]
}

/// Where most of what puts one option in front is a difference that the studies cannot tell apart: that, in a sentence.
pub(super) fn rests_on(problem: &WorkedOut<'_>, one: usize, others: &[usize]) -> Option<String> {
    let part = |option: usize, item: usize| {
        let row = problem.sums.parts.get(option);
        row.and_then(|row| row.get(item)).copied().unwrap_or(0.0)
    };
    let shaky: Vec<usize> = (0..problem.items.len())
        .filter(|item| !problem.tells_apart(*item, &problem.kept))
        .collect();
    let ahead = |item: usize, other: usize| part(one, item) - part(other, item);
    let rests = |other: &usize| {
        let whole = problem.total(one) - problem.total(*other);
        let open: f64 = shaky.iter().map(|item| ahead(*item, *other).max(0.0)).sum();
        open > whole / 2.0
    };
    let other = others.iter().find(|other| rests(other))?;
    let most = shaky.iter().fold(None, |most: Option<usize>, item| match most {
        Some(found) if ahead(found, *other) >= ahead(*item, *other) => Some(found),
        _ => Some(*item),
    })?;
    Some(say!(
        problem.aid.wording(),
        "Most of that comes from {what}, where the studies cannot tell the options apart.",
        what = problem.items.get(most)?.in_sentence
    ))
}
