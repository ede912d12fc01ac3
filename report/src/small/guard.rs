//! Which numbers are hidden, and why.

use std::collections::{BTreeMap, BTreeSet};

use super::solve::told;
use super::sums::{Cell, Sums};
use crate::ask::{Question, SMALL};

/// The hidden numbers.
pub(super) struct Guard<'s> {
    sums: &'s Sums,
    hidden: Vec<bool>,
    /// The sums that a number stands in.
    within: Vec<Vec<usize>>,
}

impl<'s> Guard<'s> {
    pub(super) fn new(sums: &'s Sums) -> Self {
        let mut within = vec![Vec::new(); sums.cells.len()];
        for (place, sum) in sums.sums.iter().enumerate() {
            for cell in sum.parts.iter().chain([&sum.whole]) {
                if let Some(list) = within.get_mut(*cell) {
                    list.push(place);
                }
            }
        }
        Self {
            sums,
            hidden: vec![false; sums.cells.len()],
            within,
        }
    }

    pub(super) fn is_hidden(&self, place: usize) -> bool {
        self.hidden.get(place).copied().unwrap_or(true)
    }

    pub(super) fn hidden(&self) -> usize {
        self.hidden.iter().filter(|hidden| **hidden).count()
    }

    fn hide(&mut self, place: usize) {
        if let Some(hidden) = self.hidden.get_mut(place) {
            *hidden = true;
        }
    }

    fn people(&self, place: usize) -> u64 {
        self.sums.cells.get(place).map_or(0, |(_, people)| *people)
    }

    /// Hides numbers from 1 to 4; everything about a group of 1 to 4; and scores of fewer people than their rules allow.
    pub(super) fn hide_small(&mut self, questions: &[Question]) {
        let small = |people: u64| (1..SMALL).contains(&people);
        let few: BTreeSet<_> = self
            .sums
            .cells
            .iter()
            .filter_map(|(cell, people)| {
                if let Cell::Group(group) = cell {
                    small(*people).then(|| group.clone())
                } else {
                    None
                }
            })
            .collect();
        let mut scored: BTreeMap<(&str, &super::Group), u64> = BTreeMap::new();
        let rule = |id: &str, answer: &str| {
            let question = questions
                .iter()
                .find(|question| question.id == id && question.least > SMALL)?;
            (!question.left_out.iter().any(|left| left == answer)).then_some(question.least)
        };
        for (cell, people) in &self.sums.cells {
            if let Cell::Answer(question, group, answer) = cell
                && rule(question, answer).is_some()
            {
                *scored.entry((question, group)).or_default() += people;
            }
        }
        for (place, (cell, people)) in self.sums.cells.iter().enumerate() {
            let hide = match cell {
                Cell::Group(_) => small(*people),
                Cell::Answer(question, group, answer) => {
                    let scored = scored
                        .get(&(question.as_str(), group))
                        .copied()
                        .unwrap_or_default();
                    let unscored = rule(question, answer).is_some_and(|least| (1..least).contains(&scored));
                    small(*people) || unscored || few.contains(group)
                }
            };
            if hide {
                self.hide(place);
            }
        }
        self.show_nobody();
    }

    /// Shows what nobody can have said: parts of a whole that is shown and nobody are nobody, and hiding them hides nothing.
    fn show_nobody(&mut self) {
        let mut more = true;
        while more {
            more = false;
            for sum in &self.sums.sums {
                if self.hidden.get(sum.whole).copied().unwrap_or(true) || self.people(sum.whole) > 0 {
                    continue;
                }
                for part in &sum.parts {
                    if let Some(hidden) = self.hidden.get_mut(*part).filter(|hidden| **hidden) {
                        *hidden = false;
                        more = true;
                    }
                }
            }
        }
    }

    /// Hides more, until no sum tells a hidden number or leaves it fewer than [`SMALL`] other values.
    pub(super) fn hide_beside(&mut self) {
        loop {
            while self.one_round() {}
            let told = told(self.sums, |place| self.is_hidden(place));
            if told.is_empty() {
                return;
            }
            let mut more = false;
            for place in told {
                more |= self
                    .within
                    .get(place)
                    .cloned()
                    .unwrap_or_default()
                    .into_iter()
                    .any(|sum| self.hide_one(sum));
            }
            // Nothing is left that could be hidden: everything that tells it is hidden itself, or a zero.
            if !more {
                return;
            }
        }
    }

    fn one_round(&mut self) -> bool {
        let mut more = false;
        for place in 0..self.sums.sums.len() {
            if self.tells(place) {
                more |= self.hide_one(place);
            }
        }
        more
    }

    /// Whether a sum says too much: one hidden number in it, or hidden parts that together are few.
    fn tells(&self, place: usize) -> bool {
        let Some(sum) = self.sums.sums.get(place) else {
            return false;
        };
        let parts: Vec<usize> = sum
            .parts
            .iter()
            .copied()
            .filter(|part| self.is_hidden(*part))
            .collect();
        if self.is_hidden(sum.whole) {
            return parts.is_empty();
        }
        let together: u64 = parts.iter().map(|part| self.people(*part)).sum();
        parts.len() == 1 || (!parts.is_empty() && together < SMALL)
    }

    /// Hides the smallest number of a sum that is shown and not zero, a part before the whole.
    fn hide_one(&mut self, place: usize) -> bool {
        let Some(sum) = self.sums.sums.get(place) else {
            return false;
        };
        let open = |cell: &usize| !self.is_hidden(*cell) && self.people(*cell) > 0;
        let part = sum
            .parts
            .iter()
            .copied()
            .filter(open)
            .min_by_key(|part| (self.people(*part), *part));
        let Some(next) = part.or_else(|| Some(sum.whole).filter(open)) else {
            return false;
        };
        self.hide(next);
        true
    }
}
