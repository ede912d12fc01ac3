//! What a board reads of an aid's record of involvement: who was heard of those the aid is for, and what they changed.

use std::collections::BTreeMap;

use crate::aid::document::Document;
use crate::authoring::{Activity, Heard, HeardAs, Involvement, Said, UkStandard};

/// An aid with its record as a board reads it.
#[derive(Clone, Debug, PartialEq)]
pub struct BoardAid<'r> {
    /// The aid.
    pub doc: &'r Document,
    /// The record.
    pub record: &'r Involvement,
    /// Those the aid is for, in the order of the record.
    pub population: Vec<BoardPopulation<'r>>,
    /// Groups that were heard and are of none of them.
    pub others: Vec<&'r Heard>,
    /// What was said, by what people hoped to change, in the order of the record.
    pub goals: Vec<BoardGoal<'r>>,
    /// How many things that were said speak to each of the UK standards, with the standards that nothing speaks to.
    pub standards: Vec<(UkStandard, usize)>,
}

/// A group of people an aid is for.
#[derive(Clone, Debug, PartialEq)]
pub struct BoardPopulation<'r> {
    /// Who.
    pub who: &'r str,
    /// How large a part they are, and where that is from.
    pub share: Option<(&'r str, &'r str)>,
    /// Those of them who were heard; empty when nobody was.
    pub heard: Vec<&'r Heard>,
    /// Why nobody was, where that is said.
    pub why_not: Option<&'r str>,
}

/// What people hoped to change, with all they said about it.
#[derive(Clone, Debug, PartialEq)]
pub struct BoardGoal<'r> {
    /// What they hoped to change.
    pub hoped: &'r str,
    /// What was said about it.
    pub points: Vec<BoardPoint<'r>>,
}

/// Something that was said.
#[derive(Clone, Debug, PartialEq)]
pub struct BoardPoint<'r> {
    /// What, and what came of it.
    pub said: &'r Said,
    /// Where it was said.
    pub activity: Option<&'r Activity>,
    /// Who said it.
    pub by: Vec<&'r Heard>,
}

/// An aid's record as a board reads it.
#[must_use]
pub fn board<'r>(doc: &'r Document, record: &'r Involvement) -> BoardAid<'r> {
    let population = record.populations.iter().map(|one| BoardPopulation {
        who: &one.who,
        share: one.share.as_deref().zip(one.source.as_deref()),
        heard: record
            .heard
            .iter()
            .filter(|heard| heard.population.contains(&one.id))
            .collect(),
        why_not: one.not_heard_because.as_deref(),
    });
    let mut goals: Vec<BoardGoal<'r>> = Vec::new();
    for said in &record.said {
        let point = BoardPoint {
            said,
            activity: record.activities.iter().find(|activity| activity.id == said.at),
            by: record.speakers(said).collect(),
        };
        match goals.iter_mut().find(|goal| goal.hoped == said.hoped) {
            Some(goal) => goal.points.push(point),
            None => goals.push(BoardGoal {
                hoped: &said.hoped,
                points: vec![point],
            }),
        }
    }
    let speaks = |standard| {
        record
            .said
            .iter()
            .filter(|said| said.standards.contains(&standard))
            .count()
    };
    BoardAid {
        doc,
        record,
        population: population.collect(),
        others: record
            .heard
            .iter()
            .filter(|heard| heard.population.is_empty())
            .collect(),
        goals,
        standards: UkStandard::ALL
            .map(|standard| (standard, speaks(standard)))
            .to_vec(),
    }
}

impl BoardAid<'_> {
    /// How many people were heard, by as whom, with how many groups do not say how many they were.
    #[must_use]
    pub fn counted(&self) -> BTreeMap<HeardAs, (u64, usize)> {
        let mut all = BTreeMap::new();
        for heard in &self.record.heard {
            let (people, untold) = all.entry(heard.kind).or_insert((0, 0));
            match heard.people {
                Some(count) => *people += u64::from(count),
                None => *untold += 1,
            }
        }
        all
    }

    /// Things that were said of which something was done, was not done, and both.
    #[must_use]
    pub fn came_of(&self) -> (usize, usize, usize) {
        let (mut done, mut not, mut both) = (0, 0, 0);
        for said in &self.record.said {
            match (&said.did, &said.not_changed_because) {
                (Some(_), Some(_)) => both += 1,
                (Some(_), None) => done += 1,
                (None, _) => not += 1,
            }
        }
        (done, not, both)
    }

    /// The five items of the GRIPP2 short form, in our own words, with what the record says of each.
    #[must_use]
    pub fn gripp2(&self) -> [(&'static str, Vec<String>); 5] {
        let record = self.record;
        let methods = record.activities.iter().map(|activity| {
            let groups = record
                .heard
                .iter()
                .filter(|heard| activity.groups.contains(&heard.id));
            let groups: Vec<String> = groups.map(group).collect();
            format!(
                "{} ({}): {} With {}.",
                activity.date,
                activity.stage.name(),
                activity.how,
                groups.join("; ")
            )
        });
        let results = record.said.iter().flat_map(|said| {
            let did = said.did.iter().map(|did| format!("“{}” Done: {did}", said.said));
            let not = said.not_changed_because.iter();
            did.chain(not.map(|why| format!("“{}” Not changed: {why}", said.said)))
        });
        let (done, not, both) = self.came_of();
        let influence = format!(
            "Of {} things that were said, {done} were done, {both} in part, {not} not.",
            done + not + both
        );
        let matters = record.said.iter().filter_map(|said| said.why_it_matters.clone());
        [
            ("Aim: why people were involved", vec![record.aim.clone()]),
            ("Methods: who was involved, and how", methods.collect()),
            (
                "Results: what came of it, what was not done included",
                results.collect(),
            ),
            (
                "Discussion: how far involvement changed the aid",
                std::iter::once(influence).chain(matters).collect(),
            ),
            (
                "Reflections: what went well, and what did not",
                vec![record.reflections.clone()],
            ),
        ]
    }
}

/// "parents of young children (8 carers and families; expenses paid)".
fn group(heard: &Heard) -> String {
    let people = heard
        .people
        .map(|people| format!("{people}, "))
        .unwrap_or_default();
    format!(
        "{} ({people}{}, {})",
        heard.who,
        heard.kind.name(),
        heard.paid.name()
    )
}
