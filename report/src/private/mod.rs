//! A release in which nobody can be told to be: differentially private counts, for whoever publishes numbers that others hold more
//! knowledge about. It stands beside the hiding of small numbers and not on top of it: a page is one or the other.
//!
//! What is protected is one line: with it or without it, any release is at most exp(budget) times as likely. One line stands in one
//! answer of one group of a table, so it moves one number of each table by 1, and the budget is shared out over the tables. Which groups
//! there are is never taken from the answers, since that alone could tell of somebody: aids are those whose folders were named, languages
//! those of Weighup, months those that were asked for, and everybody else is in "other".

mod noise;

use std::collections::BTreeMap;
use std::str::FromStr;

pub use noise::{Noise, RandomBits, SystemBits};

use crate::ask::{AnswerCounts, Kind, Question};
use crate::error::ReportError;

/// The group of everybody who is in none that is named.
pub const OTHER: &str = "other";

/// The whole budget, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Epsilon {
    text: String,
    /// In thousandths.
    thousandths: u64,
}

/// Why a text is no budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("write a number from 0.001 to 10, such as 1 or 0.5: above 10 nobody is protected")]
pub struct NoEpsilon;

impl FromStr for Epsilon {
    type Err = NoEpsilon;

    fn from_str(text: &str) -> Result<Self, NoEpsilon> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 2 || part.len() > 3 || !digits(whole) || !digits(part) {
            return Err(NoEpsilon);
        }
        let thousandths = format!("{whole}{part:0<3}").parse().map_err(|_| NoEpsilon)?;
        if (1..=10_000).contains(&thousandths) {
            let text = text.to_owned();
            Ok(Self { text, thousandths })
        } else {
            Err(NoEpsilon)
        }
    }
}

impl std::fmt::Display for Epsilon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

impl Epsilon {
    /// The noise of each of so many tables that share it.
    fn shared(&self, tables: u64) -> Noise {
        Noise {
            over: self.thousandths,
            under: tables.max(1).saturating_mul(1_000),
        }
    }

    /// As a number.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.thousandths as f64 / 1_000.0
    }
}

/// The groups there are, from what anybody may know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublicGroups {
    /// Aids.
    pub aids: Vec<String>,
    /// Tags of languages.
    pub languages: Vec<String>,
    /// Months.
    pub months: Vec<String>,
}

/// Months from one to another, written `2026-01..2026-12`.
///
/// # Errors
/// A text that names none, or more than ten years.
pub fn months(text: &str) -> Result<Vec<String>, String> {
    let wrong =
        || format!("`{text}` names no months: write the first and the last, such as 2026-01..2026-12");
    let month = |text: &str| -> Option<u32> {
        let (year, month) = text.split_once('-')?;
        let (year, month): (u32, u32) = (year.parse().ok()?, month.parse().ok()?);
        ((2020..2100).contains(&year) && (1..=12).contains(&month)).then_some(year * 12 + month - 1)
    };
    let (first, last) = text.split_once("..").ok_or_else(wrong)?;
    let (first, last) = month(first).zip(month(last)).ok_or_else(wrong)?;
    if first > last || last - first >= 120 {
        return Err(wrong());
    }
    Ok((first..=last)
        .map(|month| format!("{:04}-{:02}", month / 12, month % 12 + 1))
        .collect())
}

/// A table with noise in every number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrivateTable {
    /// The question.
    pub question: String,
    /// What its groups are by: `aid`, `language` or `month`.
    pub by: &'static str,
    /// Of each group, the number of each answer, in the order of the question. A number can be below zero.
    pub rows: Vec<(String, Vec<i64>)>,
}

/// All that is released.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrivateRelease {
    /// The whole budget.
    pub epsilon: Epsilon,
    /// The noise of each table: each has an equal part of the budget.
    pub noise: Noise,
    /// The tables.
    pub tables: Vec<PrivateTable>,
    /// Titles of questions that are left out.
    pub left_out: Vec<String>,
}

/// Counts and adds the noise.
///
/// # Errors
/// Where there is no randomness.
pub fn release(
    questions: &[Question],
    all: &[AnswerCounts],
    groups: &PublicGroups,
    epsilon: &Epsilon,
    from: &mut dyn RandomBits,
) -> Result<PrivateRelease, ReportError> {
    let mut tables = exact(questions, all, groups);
    let noise = epsilon.shared(tables.len() as u64);
    for number in tables
        .iter_mut()
        .flat_map(|table| &mut table.rows)
        .flat_map(|(_, numbers)| numbers)
    {
        *number = number.saturating_add(noise.draw(from)?);
    }
    // A person stands in as many things of such a question as they said something about, so nothing bounds what one line moves.
    let items = questions.iter().filter(|question| question.kind == Kind::Items);
    Ok(PrivateRelease {
        epsilon: epsilon.clone(),
        noise,
        tables,
        left_out: items.map(|question| question.title.clone()).collect(),
    })
}

/// The tables before the noise, never to be published: every question by aid, those that are compared by language, those that are charted by month.
#[must_use]
pub fn exact(questions: &[Question], all: &[AnswerCounts], groups: &PublicGroups) -> Vec<PrivateTable> {
    let mut tables = Vec::new();
    for question in questions.iter().filter(|question| question.kind == Kind::People) {
        let Some(counts) = all.iter().find(|counts| counts.question == question.id) else {
            continue;
        };
        let ways: [(&'static str, &[String], bool); 3] = [
            ("aid", &groups.aids, true),
            ("language", &groups.languages, question.compare),
            (
                "month",
                &groups.months,
                question.chart && !groups.months.is_empty(),
            ),
        ];
        for (by, named, _) in ways.into_iter().filter(|(_, _, wanted)| *wanted) {
            tables.push(PrivateTable {
                question: question.id.clone(),
                by,
                rows: rows(question, counts, by, named),
            });
        }
    }
    tables
}

/// The numbers of each named group, and of everybody else.
fn rows(question: &Question, counts: &AnswerCounts, by: &str, named: &[String]) -> Vec<(String, Vec<i64>)> {
    let mut found: BTreeMap<(&str, &str), i64> = BTreeMap::new();
    for count in &counts.counts {
        let group = match (&count.aid, count.by.as_str()) {
            (Some(aid), "everyone") if by == "aid" => aid.as_str(),
            (None, way) if way == by => count.group.as_str(),
            _ => continue,
        };
        let group = if named.iter().any(|known| known == group) {
            group
        } else {
            OTHER
        };
        *found.entry((group, &count.answer)).or_default() += i64::try_from(count.people).unwrap_or(i64::MAX);
    }
    let groups = named.iter().map(String::as_str).chain([OTHER]);
    groups
        .map(|group| {
            let number = |(answer, _): &(String, String)| {
                found.get(&(group, answer.as_str())).copied().unwrap_or_default()
            };
            (group.to_owned(), question.answers.iter().map(number).collect())
        })
        .collect()
}

/// A share of noisy numbers with an interval of 95 % for chance and noise together, by their variances; nothing where noise could be most of
/// it, or where there are too few people for the question to be told of.
#[must_use]
pub fn share(question: &Question, noise: Noise, numbers: &[i64]) -> Option<(f64, f64, f64)> {
    let (mut people, mut of, mut shared, mut cells) = (0_i64, 0_i64, 0.0, 0.0);
    for ((answer, _), number) in question.answers.iter().zip(numbers) {
        if question.left_out.contains(answer) {
            continue;
        }
        of += number;
        cells += 1.0;
        if question.share.contains(answer) {
            people += number;
            shared += 1.0;
        }
    }
    let n = of as f64;
    if of < i64::try_from(question.least).unwrap_or(i64::MAX) || n < 10.0 * (cells * noise.variance()).sqrt()
    {
        return None;
    }
    let share = (people as f64 / n).clamp(0.0, 1.0);
    let by_noise = noise.variance() * (shared * (1.0 - share).powi(2) + (cells - shared) * share.powi(2));
    let half = 1.96 * (share * (1.0 - share) / n + by_noise / (n * n)).sqrt();
    Some((share, (share - half).max(0.0), (share + half).min(1.0)))
}

#[cfg(test)]
mod tests {
    use super::{Epsilon, OTHER, PublicGroups, exact, months, release, share};
    use crate::ask::{AnswerCounts, Count, questions};
    use crate::sample::SeededDraw;

    fn counts(people: u64) -> Vec<AnswerCounts> {
        let count = |aid: Option<&str>, by: &str, group: &str, answer: &str| Count {
            aid: aid.map(str::to_owned),
            by: by.to_owned(),
            group: group.to_owned(),
            answer: answer.to_owned(),
            people,
        };
        let of = |question: &str, answer: &str| AnswerCounts {
            question: question.to_owned(),
            counts: vec![
                count(Some("knee"), "everyone", "", answer),
                count(Some("rare"), "everyone", "", answer),
                count(None, "language", "cy", answer),
                count(None, "language", "yi", answer),
                count(None, "month", "2026-03", answer),
                count(None, "month", "2031-01", answer),
                count(Some("knee"), "language", "cy", answer),
            ],
        };
        vec![of("end", "finished"), of("sure", "all-four")]
    }

    fn groups() -> PublicGroups {
        PublicGroups {
            aids: vec!["knee".to_owned()],
            languages: vec!["cy".to_owned(), "en".to_owned()],
            months: months("2026-02..2026-04").unwrap(),
        }
    }

    #[test]
    fn groups_come_from_what_anybody_knows_and_all_others_are_together() {
        let tables = exact(&questions().unwrap(), &counts(7), &groups());
        let named: Vec<(&str, &str)> = tables
            .iter()
            .map(|table| (table.question.as_str(), table.by))
            .collect();
        let wanted = [
            ("end", "aid"),
            ("end", "language"),
            ("sure", "aid"),
            ("sure", "language"),
            ("sure", "month"),
        ];
        assert_eq!(named, wanted);
        let rows = |at: usize| -> Vec<(&str, i64)> {
            tables[at]
                .rows
                .iter()
                .map(|(group, numbers)| (group.as_str(), numbers.iter().sum()))
                .collect()
        };
        assert_eq!(rows(0), [("knee", 7), (OTHER, 7)]);
        assert_eq!(rows(1), [("cy", 7), ("en", 0), (OTHER, 7)]);
        assert_eq!(
            rows(4),
            [("2026-02", 0), ("2026-03", 7), ("2026-04", 0), (OTHER, 7)]
        );
    }

    #[test]
    fn the_budget_is_shared_out_whole() {
        let epsilon: Epsilon = "1.5".parse().unwrap();
        let private = release(
            &questions().unwrap(),
            &counts(900),
            &groups(),
            &epsilon,
            &mut SeededDraw::new(5),
        )
        .unwrap();
        // As whole numbers: so many tables, each with over / under, are 1.5.
        let all = private.noise.over * private.tables.len() as u64;
        assert_eq!(all * 1_000, 1_500 * private.noise.under);
        assert_eq!(private.left_out.len(), 5, "{:?}", private.left_out);
        let exact = exact(&questions().unwrap(), &counts(900), &groups());
        assert_ne!(private.tables, exact, "there is noise in it");
        let most = i64::try_from(private.noise.mostly_within()).unwrap() * 5;
        for (noisy, exact) in private.tables.iter().zip(&exact) {
            for ((_, noisy), (_, exact)) in noisy.rows.iter().zip(&exact.rows) {
                assert!(
                    noisy
                        .iter()
                        .zip(exact)
                        .all(|(noisy, exact)| (noisy - exact).abs() <= most)
                );
            }
        }
    }

    #[test]
    fn budgets_and_months_are_read_strictly() {
        for wrong in ["", "0", "-1", "1e3", "11", "10.001", "0.0001", "NaN", "1,5", "."] {
            assert!(wrong.parse::<Epsilon>().is_err(), "{wrong}");
        }
        assert_eq!("0.25".parse::<Epsilon>().unwrap().value(), 0.25);
        for wrong in [
            "2026-01",
            "2026-13..2027-01",
            "2026-02..2026-01",
            "2020-01..2040-01",
            "x..y",
        ] {
            assert!(months(wrong).is_err(), "{wrong}");
        }
        assert_eq!(months("2026-12..2027-01").unwrap(), ["2026-12", "2027-01"]);
    }

    #[test]
    fn no_share_is_told_where_noise_is_most_of_it() {
        let questions = questions().unwrap();
        let sure = questions.iter().find(|question| question.id == "sure").unwrap();
        let noise = "1".parse::<Epsilon>().unwrap().shared(20);
        assert_eq!(share(sure, noise, &[60, 40, 9_000]), None);
        assert_eq!(share(sure, noise, &[-60, 40, 9_000]), None);
        let (told, low, high) = share(sure, noise, &[6_000, 4_000, 9_000]).unwrap();
        assert!(
            (told - 0.6).abs() < 1e-12 && low < 0.59 && high > 0.61,
            "{low} {high}"
        );
        // Where nothing else is, the interval is that of chance alone.
        let none = "10".parse::<Epsilon>().unwrap().shared(1);
        let (_, low, high) = share(sure, none, &[6_000, 4_000, 0]).unwrap();
        assert!(((high - low) / 2.0 - 1.96 * (0.24_f64 / 10_000.0).sqrt()).abs() < 1e-6);
    }
}
