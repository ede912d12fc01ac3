//! Comments of any number of reviewers, each at the place it has in the aid as it is now.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{AidPlaces, Comment, CommentFile, CommentProblem, CommentPurpose, CommentedBy, MOST_COMMENTS};
use crate::authoring::HeardAs;

/// Where a comment stands now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Where it was.
    There,
    /// The place is there, and its words have changed since.
    Changed,
    /// Its words stand at another place now.
    Moved,
    /// Neither its place nor its words are there any more.
    Orphan,
}

/// A comment, who made it, and where it stands now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedComment {
    /// The comment; `comment.place` is where it was made.
    pub comment: Comment,
    /// Who made it.
    pub by: CommentedBy,
    /// The version it was made on.
    pub version: String,
    /// The language it was made in.
    pub language: String,
    /// Nobody made it.
    pub example: bool,
    /// The file it came in.
    pub file: String,
    /// Where it stands now; the old place of an orphan.
    pub place: String,
    /// How it was found again.
    pub found: Found,
}

/// Groups that say different things of one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// The place.
    pub place: String,
    /// The question they were asked; `None` where they suggest different words.
    pub question: Option<String>,
    /// Each group, with how many said yes and how many no; or with the words it suggests.
    pub sides: Vec<(HeardAs, String)>,
}

/// All comments there are, in the order of the aid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Comments that have a place in the aid.
    pub placed: Vec<PlacedComment>,
    /// Comments that have none any more. None is ever dropped.
    pub orphans: Vec<PlacedComment>,
    /// Where groups do not agree.
    pub disagreements: Vec<Disagreement>,
    /// What was wrong with files.
    pub problems: Vec<CommentProblem>,
}

/// Merges files. `places` has the aid in each of its languages, its own first.
#[must_use]
pub fn merge(aid: &str, places: &[(String, AidPlaces)], files: Vec<CommentFile>) -> Merged {
    let mut merged = Merged::default();
    let count: usize = files.iter().map(|file| file.comments.len()).sum();
    if count > MOST_COMMENTS {
        merged.problems.push(CommentProblem::TooMany { count });
        return merged;
    }
    let mut known: HashMap<String, (String, Comment)> = HashMap::new();
    for file in files {
        if file.about.aid != aid {
            merged.problems.push(CommentProblem::OtherAid {
                file: file.file,
                found: file.about.aid,
                aid: aid.to_owned(),
            });
            continue;
        }
        let Some((_, there)) = places.iter().find(|(tag, _)| *tag == file.about.language) else {
            merged.problems.push(CommentProblem::OtherLanguage {
                file: file.file,
                aid: aid.to_owned(),
                language: file.about.language,
            });
            continue;
        };
        let mut twice: BTreeMap<String, usize> = BTreeMap::new();
        for mut comment in file.comments {
            if let Some((first, same)) = known.get(&comment.id) {
                if *same == comment {
                    *twice.entry(first.clone()).or_default() += 1;
                    continue;
                }
                let numbered = (2..).map(|n: usize| format!("{}~{n}", comment.id));
                let renamed = numbered
                    .into_iter()
                    .find(|id| !known.contains_key(id))
                    .unwrap_or_default();
                merged.problems.push(CommentProblem::SameId {
                    file: file.file.clone(),
                    id: comment.id.clone(),
                    renamed: renamed.clone(),
                });
                comment.id = renamed;
            }
            known.insert(comment.id.clone(), (file.file.clone(), comment.clone()));
            let (place, found) = anchored(&comment, there, file.about.content == there.content());
            let one = PlacedComment {
                by: file.reviewer.clone(),
                version: file.about.version.clone(),
                language: file.about.language.clone(),
                example: file.example,
                file: file.file.clone(),
                place,
                found,
                comment,
            };
            if one.found == Found::Orphan {
                merged.orphans.push(one);
            } else {
                merged.placed.push(one);
            }
        }
        merged
            .problems
            .extend(twice.into_iter().map(|(first, count)| CommentProblem::Twice {
                file: file.file.clone(),
                first,
                count,
            }));
    }
    if let Some((_, own)) = places.first() {
        let mut begins: HashMap<String, (usize, usize)> = HashMap::new();
        for one in &merged.placed {
            begins
                .entry(one.place.clone())
                .or_insert_with(|| own.order(&one.place).unwrap_or((usize::MAX, 0)));
        }
        merged.placed.sort_by_key(|one| begins.get(&one.place).copied());
    }
    merged.disagreements = disagreements(&merged.placed);
    merged
}

/// Where a comment stands now. Of the very content it was made on (`same`) no word has changed, so what a page made of its texts and
/// figures need not be found in one of them.
fn anchored(comment: &Comment, places: &AidPlaces, same: bool) -> (String, Found) {
    let here = places.holds(&comment.place);
    if here && same {
        return (comment.place.clone(), Found::There);
    }
    let Some(quote) = &comment.quote else {
        return (
            comment.place.clone(),
            if here { Found::There } else { Found::Orphan },
        );
    };
    if here && places.says(&comment.place, quote) {
        return (comment.place.clone(), Found::There);
    }
    match places.find(quote, &comment.place) {
        Some(now) => (now.name.clone(), Found::Moved),
        None if here => (comment.place.clone(), Found::Changed),
        None => (comment.place.clone(), Found::Orphan),
    }
}

/// Yes and no of each group.
type Votes = BTreeMap<HeardAs, (usize, usize)>;

/// Where most of one group say yes and most of another no, and where groups suggest different words for the same ones.
fn disagreements(placed: &[PlacedComment]) -> Vec<Disagreement> {
    let mut answers: BTreeMap<(usize, &str, &str), Votes> = BTreeMap::new();
    let mut words: BTreeMap<(usize, &str), BTreeMap<HeardAs, BTreeSet<&str>>> = BTreeMap::new();
    let mut first: HashMap<&str, usize> = HashMap::new();
    for (at, one) in placed.iter().enumerate() {
        let at = *first.entry(&one.place).or_insert(at);
        if let (Some(yes), Some(question)) = (one.comment.yes, &one.comment.question) {
            let groups = answers.entry((at, &one.place, question)).or_default();
            let (ayes, noes) = groups.entry(one.by.kind).or_default();
            if yes { *ayes += 1 } else { *noes += 1 }
        }
        if one.comment.purpose == CommentPurpose::Editing {
            let groups = words.entry((at, &one.place)).or_default();
            groups
                .entry(one.by.kind)
                .or_default()
                .insert(one.comment.text.trim());
        }
    }
    let mut found: Vec<(usize, Disagreement)> = Vec::new();
    for ((at, place, question), groups) in answers {
        let any = |ask: fn(usize, usize) -> bool| groups.values().any(|(yes, no)| ask(*yes, *no));
        if any(|yes, no| yes > no) && any(|yes, no| no > yes) {
            let side = |(kind, (yes, no)): (HeardAs, (usize, usize))| (kind, format!("{yes} yes, {no} no"));
            found.push((
                at,
                Disagreement {
                    place: place.to_owned(),
                    question: Some(question.to_owned()),
                    sides: groups.into_iter().map(side).collect(),
                },
            ));
        }
    }
    for ((at, place), groups) in words {
        let all: BTreeSet<&&str> = groups.values().flatten().collect();
        if groups.len() > 1 && all.len() > 1 {
            let side = |(kind, words): (HeardAs, BTreeSet<&str>)| {
                let words: Vec<String> = words.into_iter().map(|word| format!("“{word}”")).collect();
                (kind, words.join(", "))
            };
            found.push((
                at,
                Disagreement {
                    place: place.to_owned(),
                    question: None,
                    sides: groups.into_iter().map(side).collect(),
                },
            ));
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, one)| one).collect()
}
