//! What the numbers amount to: changes of an aid, languages that differ, months beyond their limits. Only from numbers that
//! are shown, so that no finding says more than the tables do.

mod months;

use crate::ask::{AnswerCounts, Kind, Question};
use crate::sample;
use crate::small::{Group, Release};
use crate::stats::{self, Share};

pub use months::{Chart, Month, charts};

/// How often a page may tell a difference that chance made: one page in a hundred, over all its comparisons together.
pub const RATE: f64 = 0.01;

/// One question before and after a change of an aid.
#[derive(Clone, Debug, PartialEq)]
pub struct BeforeAfter {
    /// The aid.
    pub aid: String,
    /// The version before.
    pub from: String,
    /// The version after.
    pub to: String,
    /// The question.
    pub question: String,
    /// The share before, where enough people said.
    pub before: Option<Share>,
    /// The share after.
    pub after: Option<Share>,
    /// Whether it moved by more than chance explains.
    pub moved: bool,
}

/// One question by language.
#[derive(Clone, Debug, PartialEq)]
pub struct Languages {
    /// The aid, or nothing for all of them.
    pub aid: Option<String>,
    /// The question.
    pub question: String,
    /// The shares, by the tag of the language; never by size.
    pub shares: Vec<(String, Share)>,
    /// Whether they differ by more than chance explains.
    pub differ: bool,
}

/// Everything that was compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// Changes of aids.
    pub changes: Vec<BeforeAfter>,
    /// Languages.
    pub languages: Vec<Languages>,
    /// Months.
    pub charts: Vec<Chart>,
}

/// The group of everybody, or of everybody with an aid.
#[must_use]
pub fn everyone(aid: Option<&str>) -> Group {
    (aid.map(str::to_owned), "everyone".to_owned(), String::new())
}

/// The share of a group, if it may be told: from the numbers that are shown, of enough people.
#[must_use]
pub fn share(question: &Question, release: &Release, group: &Group) -> Option<Share> {
    let answers = release.tables.get(&question.id)?.get(group)?;
    let shown = |wanted: &dyn Fn(&String) -> bool| -> Option<u64> {
        answers
            .iter()
            .filter(|(answer, _)| wanted(answer))
            .map(|(_, people)| *people)
            .sum()
    };
    let whole = match question.kind {
        Kind::People => release.people.get(group).copied().flatten(),
        Kind::Items => release
            .people
            .get(&everyone(group.0.as_deref()))
            .copied()
            .flatten(),
    };
    let left_out = |answer: &String| question.left_out.contains(answer);
    let others = |answer: &String| !left_out(answer) && !question.share.contains(answer);
    let of = shown(&|answer| !left_out(answer)).or_else(|| whole?.checked_sub(shown(&left_out)?))?;
    let people =
        shown(&|answer| question.share.contains(answer)).or_else(|| of.checked_sub(shown(&others)?))?;
    if of < question.least {
        None
    } else {
        stats::share(people, of)
    }
}

/// The aids, in the order of their names.
#[must_use]
pub fn aids(release: &Release) -> Vec<String> {
    let everyone = release.people.keys().filter(|(_, by, _)| by == "everyone");
    everyone.filter_map(|(aid, _, _)| aid.clone()).collect()
}

/// The groups of one way to group people, in order.
#[must_use]
pub fn groups(release: &Release, aid: Option<&str>, by: &str) -> Vec<String> {
    let mut groups: Vec<String> = release
        .people
        .keys()
        .filter(|(of, way, _)| of.as_deref() == aid && way == by)
        .map(|(_, _, group)| group.clone())
        .collect();
    if by == "version" {
        groups.sort_by_key(|version| {
            version
                .split('.')
                .map(|part| part.parse().unwrap_or(0))
                .collect::<Vec<u32>>()
        });
    }
    groups
}

/// Whether anything of it was made up.
#[must_use]
pub fn made_up(release: &Release) -> bool {
    aids(release).iter().any(|aid| aid.starts_with(sample::SYNTHETIC))
}

/// The same of counts that are not released yet.
#[must_use]
pub fn made_up_in(all: &[AnswerCounts]) -> bool {
    let counts = all.iter().flat_map(|counts| &counts.counts);
    counts
        .filter_map(|count| count.aid.as_deref())
        .any(|aid| aid.starts_with(sample::SYNTHETIC))
}

/// Compares what can be compared.
#[must_use]
pub fn findings(questions: &[Question], release: &Release) -> Findings {
    let compared = || questions.iter().filter(|question| question.compare);
    let mut found = Findings::default();
    let mut chances = Vec::new();
    let pair = |share: &Share| (share.people, share.of);
    for aid in aids(release) {
        let versions = groups(release, Some(&aid), "version");
        for (from, to) in versions.iter().zip(versions.iter().skip(1)) {
            for question in compared() {
                let of = |version: &String| {
                    share(
                        question,
                        release,
                        &(Some(aid.clone()), "version".to_owned(), version.clone()),
                    )
                };
                let (before, after) = (of(from), of(to));
                chances.push(
                    before
                        .zip(after)
                        .and_then(|(a, b)| stats::two(pair(&a), pair(&b))),
                );
                found.changes.push(BeforeAfter {
                    aid: aid.clone(),
                    from: from.clone(),
                    to: to.clone(),
                    question: question.id.clone(),
                    before,
                    after,
                    moved: false,
                });
            }
        }
    }
    let everywhere = std::iter::once(None).chain(aids(release).into_iter().map(Some));
    for aid in everywhere {
        for question in compared() {
            let shares: Vec<(String, Share)> = groups(release, aid.as_deref(), "language")
                .into_iter()
                .filter_map(|tag| {
                    let share = share(
                        question,
                        release,
                        &(aid.clone(), "language".to_owned(), tag.clone()),
                    )?;
                    Some((tag, share))
                })
                .collect();
            // Languages with too few people for the formula are told in the table and not compared.
            let enough: Vec<(u64, u64)> = shares
                .iter()
                .map(|(_, share)| pair(share))
                .filter(|(_, of)| *of >= 25)
                .collect();
            chances.push(stats::many(&enough));
            found.languages.push(Languages {
                aid: aid.clone(),
                question: question.id.clone(),
                shares,
                differ: false,
            });
        }
    }
    let holds = stats::holm(&chances, RATE);
    let (changes, languages) = holds.split_at(found.changes.len().min(holds.len()));
    for (change, holds) in found.changes.iter_mut().zip(changes) {
        change.moved = *holds;
    }
    for (language, holds) in found.languages.iter_mut().zip(languages) {
        language.differ = *holds;
    }
    found.charts = charts(questions, release);
    found
}
