//! Small numbers: what could point at somebody is not shown, and neither is what it could be worked out from.
//!
//! Everything that is published is a sum of something else that is: answers add up to a group, groups to everybody, aids to
//! all aids. Each such sum is written down once ([`sums`]), and numbers are hidden until no sum gives a hidden one away.

mod guard;
mod solve;
mod sums;

use std::collections::BTreeMap;

use crate::ask::{AnswerCounts, Question};
use guard::Guard;
use sums::{Cell, Sums};

/// A group of people: the aid, what it is by, and which.
pub type Group = (Option<String>, String, String);

/// Everything that may be shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Release {
    /// People of each group, or nothing where that is hidden.
    pub people: BTreeMap<Group, Option<u64>>,
    /// Of each question, people by group and answer.
    pub tables: BTreeMap<String, BTreeMap<Group, BTreeMap<String, Option<u64>>>>,
    /// How many numbers there are, and how many of them are hidden since they are small, and since a sum would tell them.
    pub numbers: usize,
    /// Hidden since they are small.
    pub small: usize,
    /// Hidden since a sum would tell a small one.
    pub beside: usize,
}

/// Hides what must be.
#[must_use]
pub fn release(questions: &[Question], all: &[AnswerCounts]) -> Release {
    let sums = Sums::of(questions, all);
    let mut guard = Guard::new(&sums);
    guard.hide_small(questions);
    let small = guard.hidden();
    guard.hide_beside();
    let mut release = Release {
        numbers: sums.cells.len(),
        small,
        beside: guard.hidden() - small,
        ..Release::default()
    };
    for (place, (cell, people)) in sums.cells.iter().enumerate() {
        let shown = (!guard.is_hidden(place)).then_some(*people);
        match cell {
            Cell::Group(group) => {
                release.people.insert(group.clone(), shown);
            }
            Cell::Answer(question, group, answer) => {
                let table = release.tables.entry(question.clone()).or_default();
                table
                    .entry(group.clone())
                    .or_default()
                    .insert(answer.clone(), shown);
            }
        }
    }
    release
}
