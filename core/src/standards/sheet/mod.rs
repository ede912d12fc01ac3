//! What an aid's evidence amounts to, on one line a clinician can judge it by: what is known and what is not, how far it was
//! read, whether somebody else's count was compared, and what speaks most for and against each option.

mod mains;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::aid::document::{BaselineGroupDoc, Document, EvidenceCheck, GapField, Results};
use crate::aid::{Aid, OutcomeId, ReferenceClassId};
use crate::authoring::Finding;
use crate::consultation::{Action, Consultation};
use crate::view;

use self::mains::mains;
pub use self::mains::{Main, Mains};

/// How many cells of every hundred that could have a figure may be without one.
pub const FEW_GAPS: usize = 10;

/// How many outcomes there should be to weigh.
pub const ENOUGH_TO_WEIGH: usize = 4;

/// The evidence of one aid.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sheet {
    /// Identifier of the aid.
    pub aid: String,
    /// Its version.
    pub version: String,
    /// What helps to find it, where its author says so.
    pub finding: Option<Finding>,
    /// Cells of its figures.
    pub cells: Cells,
    /// Sources, by the most that was read of each.
    pub read: BTreeMap<ReadLevel, usize>,
    /// Outcomes whose figures the review file holds against somebody else's count, of all outcomes.
    pub second: (usize, usize),
    /// The group the aid was looked at for, where its figures depend on one: the first of each question.
    pub group: Option<String>,
    /// What speaks most for and against each option, in the aid's order.
    pub options: Vec<Mains>,
    /// Names of the outcomes that can be weighed.
    pub weighable: Vec<String>,
    /// Whether the aid works out how the options fit.
    pub fit: bool,
    /// Outcomes that cannot be weighed, each with what the screen says of why.
    pub left_out: Vec<(String, String)>,
}

/// The cells of an aid's rows, by what is in them. A figure that is another option's by design is a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Cells {
    /// With a figure.
    pub known: usize,
    /// Of these, the same as another option's by design.
    pub same: usize,
    /// The outcome does not apply.
    pub does_not_apply: usize,
    /// Looked for, and no study found.
    pub no_study: usize,
    /// Not read.
    pub not_read: usize,
    /// Without a kind: of formats 1 and 2.
    pub not_said: usize,
}

impl Cells {
    fn of(doc: &Document) -> Self {
        let mut found = Self::default();
        let rows = doc.outcomes.iter().flat_map(|outcome| &outcome.rows);
        for cell in rows.flat_map(|row| row.cells()) {
            match cell.gap() {
                None => {
                    found.known += 1;
                    found.same += usize::from(cell.same_as.is_some());
                }
                Some(GapField::DoesNotApply) => found.does_not_apply += 1,
                // The format asks where somebody looked; a search that is not said is none.
                Some(GapField::NoStudy) if cell.searched.is_some() => found.no_study += 1,
                Some(GapField::NotRead) => found.not_read += 1,
                Some(GapField::NoStudy | GapField::Unknown) => found.not_said += 1,
            }
        }
        found
    }

    /// Cells that could have a figure.
    #[must_use]
    pub fn could(self) -> usize {
        self.known + self.no_study + self.not_read + self.not_said
    }

    /// Those of them that nobody has looked for, or that were not read.
    #[must_use]
    pub fn unknown(self) -> usize {
        self.not_read + self.not_said
    }

    /// Cells that could have a figure and have none: not read, or looked for and no study found.
    #[must_use]
    pub fn without(self) -> usize {
        self.unknown() + self.no_study
    }

    /// Whether the gaps are few enough.
    #[must_use]
    pub fn few_gaps(self) -> bool {
        self.unknown() * 100 <= self.could() * FEW_GAPS
    }
}

/// The most that was read of a source, by the words of its `read`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReadLevel {
    /// The paper.
    Paper,
    /// A table of it, in the paper or in a copy.
    Table,
    /// Its abstract.
    Abstract,
    /// Neither: a page, a report, a quotation.
    Other,
}

impl ReadLevel {
    /// All, the most first.
    pub const ALL: [Self; 4] = [Self::Paper, Self::Table, Self::Abstract, Self::Other];

    /// What a `read` says: the most of what its sentences name. A sentence about what was not read says nothing.
    #[must_use]
    pub fn of(read: &str) -> Self {
        let said: Vec<String> = read.split(". ").map(str::to_lowercase).collect();
        let not = |sentence: &str| {
            sentence.starts_with("not ")
                || [
                    "not read",
                    "not be read",
                    "not found",
                    "no table",
                    "stood behind",
                    "does not show",
                ]
                .iter()
                .any(|no| sentence.contains(no))
        };
        let names = |words: &[&str]| {
            said.iter()
                .filter(|sentence| !not(sentence))
                .any(|sentence| words.iter().any(|word| sentence.contains(word)))
        };
        let begins = |words: &[&str]| words.iter().any(|word| read.to_lowercase().starts_with(word));
        if begins(&["the paper", "the whole paper", "the article"]) || names(&["full text", "whole paper"]) {
            Self::Paper
        } else if names(&["table", "caption"]) {
            Self::Table
        } else if names(&["abstract"]) {
            Self::Abstract
        } else {
            Self::Other
        }
    }

    /// In a word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Table => "table",
            Self::Abstract => "abstract",
            Self::Other => "other",
        }
    }
}

impl Sheet {
    /// Looks at an aid. Where its figures depend on a group, at those of the first.
    #[must_use]
    pub fn of(aid: &Aid) -> Self {
        let doc = aid.document();
        let first = doc.axes().filter_map(|axis| axis.groups.first());
        let first: Vec<&BaselineGroupDoc> = first.collect();
        let mut consultation = Consultation::new(aid);
        for group in &first {
            // A group of a checked aid can be chosen; where it could not, its figures would wait and be told as left out.
            if let Ok(id) = ReferenceClassId::try_from(group.id.as_str())
                && consultation.apply(aid, Action::choose_group(id)).is_err()
            {
                break;
            }
        }
        let shown = aid.seen_by(consultation.answers().groups());
        let weigh = view::weigh(aid, &consultation);
        let mut read = BTreeMap::new();
        for source in &doc.sources {
            *read.entry(ReadLevel::of(&source.read)).or_default() += 1;
        }
        let names: Vec<&str> = first.iter().map(|group| group.name.as_str()).collect();
        Self {
            aid: doc.id.clone(),
            version: doc.version.clone(),
            finding: None,
            cells: Cells::of(doc),
            read,
            second: second(doc, aid),
            group: (!names.is_empty()).then(|| names.join("; ")),
            options: mains(&shown),
            weighable: weigh.items.into_iter().map(|item| item.name).collect(),
            fit: aid.results() == Results::Fit,
            left_out: weigh.left_out,
        }
    }

    /// With what helps to find the aid, which stands in its file beside the document.
    #[must_use]
    pub fn found_by(self, finding: Option<Finding>) -> Self {
        Self { finding, ..self }
    }

    /// What the aid falls short of, in words; empty when it meets all.
    #[must_use]
    pub fn short_of(&self) -> Vec<String> {
        let mut found = Vec::new();
        if !self.cells.few_gaps() {
            found.push("gaps".to_owned());
        }
        // What is left out stands on the screen with its reason.
        if self.weighable.len() < ENOUGH_TO_WEIGH
            && self.weighable.len() + self.left_out.len() < ENOUGH_TO_WEIGH
        {
            found.push("outcomes".to_owned());
        }
        for option in &self.options {
            if option.benefit.is_none() {
                found.push(format!("benefit of {}", option.option));
            }
            if option.harm.is_none() {
                found.push(format!("harm of {}", option.option));
            }
        }
        found
    }
}

/// How many outcomes a check of the review file names and holds against a source, of all.
fn second(doc: &Document, aid: &Aid) -> (usize, usize) {
    let checks = doc.review.iter().flat_map(|review| &review.checks);
    let held: Vec<&EvidenceCheck> = checks.filter(|check| is_held(&check.against)).collect();
    let named = |id: &OutcomeId| held.iter().any(|check| names(&check.what, id.as_str()));
    let outcomes = aid.outcomes();
    let count = outcomes.iter().filter(|outcome| named(&outcome.id)).count();
    (count, outcomes.len())
}

/// Whether a check was against something that can be looked up.
fn is_held(against: &str) -> bool {
    let against = against.to_lowercase();
    !["none", "not found", "general knowledge", "working notes"]
        .iter()
        .any(|nothing| against.starts_with(nothing))
}

/// Whether a text has an identifier as a word of its own.
fn names(text: &str, id: &str) -> bool {
    text.split(|c: char| !(c.is_alphanumeric() || c == '-'))
        .any(|word| word == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_is_told_by_its_words() {
        for (read, level) in [
            ("The paper.", ReadLevel::Paper),
            ("On 2026-11-29: the full text, and a summary.", ReadLevel::Paper),
            ("Table 1a and the abstract.", ReadLevel::Table),
            (
                "The abstract, on 2026-11-29. The tables were not read.",
                ReadLevel::Abstract,
            ),
            (
                "The abstract up to its methods. Not its tables.",
                ReadLevel::Abstract,
            ),
            ("A news report of the paper. Not the paper.", ReadLevel::Other),
            ("The page, on 2026-11-29. It bears no date.", ReadLevel::Other),
        ] {
            assert_eq!(ReadLevel::of(read), level, "{read}");
        }
    }

    #[test]
    fn an_outcome_is_named_by_its_whole_identifier() {
        assert!(names("pads (12 years) and later-surgery", "later-surgery"));
        assert!(!names("later-surgery", "surgery"));
        assert!(!is_held("None: the trials give no ratings"));
        assert!(!is_held("General knowledge"));
        assert!(is_held("Abstract of Gerritsen 2002"));
    }

    #[test]
    fn one_in_ten_gaps_is_few_and_more_is_not() {
        let cells = |known, not_read, does_not_apply| Cells {
            known,
            not_read,
            does_not_apply,
            ..Cells::default()
        };
        assert!(cells(9, 1, 0).few_gaps());
        assert!(!cells(8, 1, 40).few_gaps());
        assert!(cells(1, 0, 0).few_gaps());
    }
}
