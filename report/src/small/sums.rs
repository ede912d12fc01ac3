//! Every number that is published, and every sum that ties them together.

use std::collections::{BTreeMap, BTreeSet};

use super::Group;
use crate::ask::{AnswerCounts, Kind, Question};

/// What a number is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cell {
    /// The people of a group.
    Group(Group),
    /// Those of a group who gave an answer to a question.
    Answer(String, Group, String),
}

/// Some numbers that add up to another.
#[derive(Clone, Debug)]
pub(super) struct Sum {
    /// Places of the parts.
    pub(super) parts: Vec<usize>,
    /// Place of the whole.
    pub(super) whole: usize,
}

/// All of it.
#[derive(Debug, Default)]
pub(super) struct Sums {
    pub(super) cells: Vec<(Cell, u64)>,
    pub(super) sums: Vec<Sum>,
    places: BTreeMap<Cell, usize>,
}

impl Sums {
    /// Writes down every number, the zeros too, and every sum.
    pub(super) fn of(questions: &[Question], all: &[AnswerCounts]) -> Self {
        let mut out = Self::default();
        let kinds: BTreeMap<&str, Kind> = questions
            .iter()
            .map(|each| (each.id.as_str(), each.kind))
            .collect();
        let people = || {
            all.iter()
                .filter(|each| kinds.get(each.question.as_str()) == Some(&Kind::People))
        };
        // Every question counts everybody, so the first one says how many people a group has.
        for count in people().next().iter().flat_map(|counts| &counts.counts) {
            let group = (count.aid.clone(), count.by.clone(), count.group.clone());
            out.count(Cell::Group(group), count.people);
        }
        let groups: BTreeSet<Group> = out
            .cells
            .iter()
            .filter_map(|(cell, _)| {
                if let Cell::Group(group) = cell {
                    Some(group.clone())
                } else {
                    None
                }
            })
            .collect();
        out.add_groups(&groups, Cell::Group);
        for counts in all {
            let mut answers: BTreeSet<&str> =
                counts.counts.iter().map(|count| count.answer.as_str()).collect();
            let question = questions.iter().find(|each| each.id == counts.question);
            answers.extend(
                question
                    .iter()
                    .flat_map(|each| each.answers.iter().map(|(answer, _)| answer.as_str())),
            );
            let mine: BTreeSet<Group> = match kinds.get(counts.question.as_str()) {
                Some(Kind::People) => groups.clone(),
                _ => counts
                    .counts
                    .iter()
                    .map(|count| (count.aid.clone(), count.by.clone(), count.group.clone()))
                    .collect(),
            };
            let cell = |group: &Group, answer: &str| {
                Cell::Answer(counts.question.clone(), group.clone(), answer.to_owned())
            };
            for group in &mine {
                for answer in &answers {
                    out.count(cell(group, answer), 0);
                }
            }
            for count in &counts.counts {
                let group = (count.aid.clone(), count.by.clone(), count.group.clone());
                out.count(cell(&group, &count.answer), count.people);
            }
            for group in &mine {
                // What is said of a thing adds up to everybody with the aid.
                let whole = if group.1 == "item" {
                    (group.0.clone(), "everyone".to_owned(), String::new())
                } else {
                    group.clone()
                };
                let parts: Vec<Cell> = answers.iter().map(|answer| cell(group, answer)).collect();
                out.add(&parts, &Cell::Group(whole));
            }
            for answer in answers {
                out.add_groups(&mine, |group| cell(&group, answer));
            }
        }
        out
    }

    /// Adds people to a number, which is written down if it was not.
    fn count(&mut self, cell: Cell, people: u64) {
        let place = *self.places.entry(cell.clone()).or_insert(self.cells.len());
        match self.cells.get_mut(place) {
            Some((_, known)) => *known += people,
            None => self.cells.push((cell, people)),
        }
    }

    fn add(&mut self, parts: &[Cell], whole: &Cell) {
        let parts: Vec<usize> = parts
            .iter()
            .filter_map(|cell| self.places.get(cell).copied())
            .collect();
        if let Some(whole) = self.places.get(whole).copied().filter(|_| !parts.is_empty()) {
            self.sums.push(Sum { parts, whole });
        }
    }

    /// The sums over groups: the parts of every way to group add up to everybody, and so do the aids, group by group.
    fn add_groups(&mut self, groups: &BTreeSet<Group>, cell: impl Fn(Group) -> Cell) {
        let mut ways: BTreeMap<(Option<String>, String), Vec<Cell>> = BTreeMap::new();
        let mut aids: BTreeMap<(String, String), Vec<Cell>> = BTreeMap::new();
        for (aid, by, group) in groups {
            let this = || cell((aid.clone(), by.clone(), group.clone()));
            if by != "item" && by != "everyone" {
                ways.entry((aid.clone(), by.clone())).or_default().push(this());
            }
            if aid.is_some() && by != "item" && by != "version" {
                aids.entry((by.clone(), group.clone())).or_default().push(this());
            }
        }
        for ((aid, _), parts) in ways {
            self.add(&parts, &cell((aid, "everyone".to_owned(), String::new())));
        }
        for ((by, group), parts) in aids {
            self.add(&parts, &cell((None, by, group)));
        }
    }
}
