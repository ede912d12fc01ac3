//! Judging an aid: rule sets as data, readability, balance, expiry. The day is the caller's: core has no clock.
//!
//! A verdict is met, partly met, not met, not applicable, or that a person is needed. Nothing here says
//! "compliant": a program sees whether something is there, people judge whether it is good.

mod balance;
mod judge;
mod readability;
mod rules;
mod sheet;
mod slips;
mod style;
mod verdict;

use serde::Serialize;

pub use self::balance::{Balance, LOPSIDED, Told, UNEVEN};
#[cfg(feature = "desk")]
pub(crate) use self::readability::reading;
pub use self::readability::{Block, LONG_SENTENCE, LongSentence, Readability};
pub use self::rules::{Judged, Rule, RuleSet, When, Wording};
pub use self::sheet::{Cells, ENOUGH_TO_WEIGH, FEW_GAPS, Main, Mains, ReadLevel, Sheet};
pub use self::verdict::{Item, SetReport, Verdict, VerdictPlace};

use self::judge::Case;
use self::verdict::Judgement;
use crate::aid::document::Document;
use crate::aid::{Aid, Code, Date, Place, Problem, first, texts};
use crate::authoring::{AidFiles, Dossier, Locator, Reading, SourceFile, dossier_texts, read_files};
use crate::view::review_notice;

/// A review this many days away is due.
pub const DUE: i64 = 90;

/// An aid read, checked and looked at as an editor would.
#[derive(Clone, Debug)]
pub struct Examination {
    /// The aid, when nothing stops it. One past its review is still an aid.
    pub aid: Option<Aid>,
    /// What its files say; `None` when they are not of the format's shape.
    pub document: Option<Document>,
    /// How it was made.
    pub dossier: Dossier,
    /// Everything found, in the order of the files.
    pub problems: Vec<Problem>,
}

/// Everything that is said of an aid by rule sets.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// Identifier of the aid.
    pub aid: String,
    /// Its title.
    pub title: String,
    /// Its version.
    pub version: String,
    /// SHA-256 of its canonical JSON; `None` while it has errors.
    pub hash: Option<String>,
    /// The day it was judged on, as given.
    pub day: Option<String>,
    /// Whether a clinician has signed this version, in a sentence; `None` while it has errors.
    pub review: Option<String>,
    /// How hard it is to read; `None` for languages without a measure.
    pub readability: Option<Readability>,
    /// Whether the options are told alike.
    pub balance: Balance,
    /// One entry per rule set.
    pub sets: Vec<SetReport>,
}

/// Reads and checks an aid's files, and adds what an editor would mark. `day` is today, for expiry; without it
/// nothing is said of dates.
#[must_use]
pub fn examine(aid: SourceFile<'_>, review: Option<SourceFile<'_>>, day: Option<Date>) -> Examination {
    let files = AidFiles {
        aid,
        review,
        involvement: None,
    };
    remarked(read_files(files), files, day)
}

/// The same for files that were read already.
#[must_use]
pub fn remarked(reading: Reading, files: AidFiles<'_>, day: Option<Date>) -> Examination {
    let mut problems = reading.problems;
    if let Some(doc) = &reading.document {
        let mut marked = remarks(doc, &reading.dossier, day);
        first(&mut marked);
        if !marked.is_empty() {
            let locator = Locator::new(files);
            for problem in &mut marked {
                locator.locate(problem);
            }
            problems.append(&mut marked);
            problems.sort_by_key(|problem| (files.order(problem), problem.line, problem.column));
            first(&mut problems);
        }
    }
    Examination {
        aid: reading.aid,
        document: reading.document,
        dossier: reading.dossier,
        problems,
    }
}

/// What an editor would mark in a document that is sound in form.
#[must_use]
pub fn remarks(doc: &Document, dossier: &Dossier, day: Option<Date>) -> Vec<Problem> {
    let mut problems = Vec::new();
    expiry(doc, day, &mut problems);
    to_come(doc, day, &mut problems);
    let mut all = texts(doc);
    all.append(&mut dossier_texts(dossier));
    style::remarks(doc, &all, &mut problems);
    slips::remarks(doc, &all, day, &mut problems);
    balance::remarks(&balance::balance(doc), &mut problems);
    problems
}

fn expiry(doc: &Document, day: Option<Date>, problems: &mut Vec<Problem>) {
    let (Some(day), Some(next)) = (day, Date::parse(&doc.about.next_review)) else {
        return;
    };
    let left = next.day_number() - day.day_number();
    let place = style::about("next_review");
    if left < 0 {
        problems.push(Problem::new(
            Code::Expired,
            place,
            format!(
                "the review was due on {}, {} days ago",
                doc.about.next_review, -left
            ),
            "look for new evidence, then change `last_reviewed` and `next_review`",
        ));
    } else if left < DUE {
        problems.push(Problem::new(
            Code::ReviewDue,
            place,
            format!("the review is due on {}, in {left} days", doc.about.next_review),
            "begin to look for new evidence",
        ));
    }
}

/// Reviews of a day still to come: they do not count.
fn to_come(doc: &Document, day: Option<Date>, problems: &mut Vec<Problem>) {
    let (Some(day), Some(review)) = (day, &doc.review) else {
        return;
    };
    for (index, by) in review.reviewers.iter().enumerate() {
        if Date::parse(&by.date).is_some_and(|date| day < date) {
            problems.push(Problem::new(
                Code::ReviewVoid,
                Place::root()
                    .key("review")
                    .key("reviewers")
                    .index(index)
                    .key("date"),
                format!(
                    "the review by {} is dated {}, a day still to come, so it does not count",
                    by.name, by.date
                ),
                "write the day on which it was reviewed",
            ));
        }
    }
}

impl Examination {
    /// Judges the aid by rule sets; `None` when its files cannot be read at all. The files are needed again for
    /// the lines verdicts rest on.
    #[must_use]
    pub fn report(
        &self,
        sets: &[RuleSet],
        aid: SourceFile<'_>,
        review: Option<SourceFile<'_>>,
        day: Option<Date>,
    ) -> Option<Report> {
        let files = AidFiles {
            aid,
            review,
            involvement: None,
        };
        self.report_files(sets, files, day)
    }

    /// The same for an aid with all that stands beside it.
    #[must_use]
    pub fn report_files(&self, sets: &[RuleSet], files: AidFiles<'_>, day: Option<Date>) -> Option<Report> {
        let doc = self.document.as_ref()?;
        let case = Case {
            doc,
            dossier: &self.dossier,
            problems: &self.problems,
            balance: balance::balance(doc),
            readability: readability::readability(doc, &self.dossier),
            day,
        };
        let locator = Locator::new(files);
        let sets = sets.iter().map(|set| SetReport {
            set: set.clone(),
            items: set.rules.iter().map(|rule| item(rule, &case, &locator)).collect(),
        });
        let sets = sets.collect();
        Some(Report {
            aid: doc.id.clone(),
            title: doc.title.clone(),
            version: doc.version.clone(),
            hash: self.aid.as_ref().map(|aid| aid.hash().as_str().to_owned()),
            day: day.map(|day| day.to_string()),
            review: self.aid.as_ref().map(|aid| review_notice(aid).text),
            readability: case.readability,
            balance: case.balance,
            sets,
        })
    }
}

fn item(rule: &Rule, case: &Case<'_>, locator: &Locator<'_>) -> Item {
    let judgement = match judge::named(&rule.check) {
        _ if rule.when == When::Tests && !case.has_test() => {
            Judgement::not_applicable("No option is a test.")
        }
        _ if rule.when == When::Stories => Judgement::not_applicable("The format has no personal stories."),
        Some(check) => check(case),
        // A test keeps every rule's check in place.
        None => Judgement::person("No check has this name."),
    };
    let by_hand = rule.judged != Judged::Machine && judgement.verdict == Verdict::Met;
    Item {
        verdict: if by_hand {
            Verdict::NeedsPerson
        } else {
            judgement.verdict
        },
        because: judgement.because,
        evidence: judgement
            .places
            .into_iter()
            .map(|place| {
                let found = locator.line(&place);
                VerdictPlace {
                    file: found.map(|(file, _)| file.to_owned()),
                    line: found.map(|(_, line)| line),
                    place,
                }
            })
            .collect(),
        remedy: judgement.remedy,
        rule: rule.clone(),
    }
}
