//! The parts of the page that are about everything: the findings in short, languages, months, and how it was counted.

use super::html::{list, p, row, safe, table, tag};
use super::words::HIDDEN;
use super::{PageContent, pictures, words};
use crate::ask::{Dialect, Kind, Question, SMALL};
use crate::find::{everyone, share};
use crate::names;

fn question<'t>(told: &'t PageContent<'_>, id: &str) -> Option<&'t Question> {
    told.questions.iter().find(|question| question.id == id)
}

/// A sentence for every question, and what stands out.
pub(super) fn short(told: &PageContent<'_>) -> String {
    let people = told.release.people.get(&everyone(None)).copied().flatten();
    let mut out = p(&format!("{} people gave answers.", words::shown(people)));
    let compared = told.questions.iter().filter(|question| question.compare);
    let lines: Vec<String> = compared
        .filter_map(|question| {
            let share = share(question, told.release, &everyone(None))?;
            Some(safe(&format!(
                "{} of every 100 {}.",
                capital(&words::of_100(share.share)),
                question.says
            )))
        })
        .collect();
    out += &list(&lines);
    let moved = told.findings.changes.iter().filter(|change| change.moved).count();
    let differ = told.findings.languages.iter().filter(|each| each.differ).count();
    out += &p(&match (moved, differ) {
        (0, 0) => {
            "No difference before and after a change, or between languages, is larger than chance explains."
                .to_owned()
        }
        _ => format!(
            "Larger than chance explains: {moved} {} before and after a change, and {differ} {} between languages.",
            if moved == 1 { "difference" } else { "differences" },
            if differ == 1 { "difference" } else { "differences" },
        ),
    });
    out
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// Where languages differ by more than chance.
pub(super) fn languages(told: &PageContent<'_>) -> String {
    let differ: Vec<_> = told
        .findings
        .languages
        .iter()
        .filter(|each| each.differ)
        .collect();
    let compared = told
        .findings
        .languages
        .iter()
        .filter(|each| each.shares.len() > 1)
        .count();
    if compared == 0 {
        return p("Too few people in more than one language gave answers, so languages cannot be compared.");
    }
    if differ.is_empty() {
        return p(&format!(
            "{compared} comparisons between languages were made, and none differs by more than chance explains."
        ));
    }
    let mut out = p(
        "Between these languages there is a difference that is larger than chance explains. It may lie in the translation, in who reads it, or in how they are served.",
    );
    for each in differ {
        let Some(question) = question(told, &each.question) else {
            continue;
        };
        let aid = each
            .aid
            .as_deref()
            .map_or("All aids", |aid| told.names.aid_name(aid));
        let rows: String = each
            .shares
            .iter()
            .map(|(tag, share)| row(&names::language(tag), &super::shares::cells(Some(*share))))
            .collect();
        let head: Vec<&str> = std::iter::once("Language").chain(super::shares::HEAD).collect();
        out += &tag("h3", &safe(&format!("{aid}: {}", question.title)));
        out += &table(
            &format!("{aid}, by language: who {}", question.says),
            &head,
            &tag("tbody", &rows),
        );
    }
    out
}

/// The control charts.
pub(super) fn months(told: &PageContent<'_>) -> String {
    let mut out = p(
        "The broken lines are limits for each month. If nothing but chance moves the numbers, 27 of every 10,000 months lie beyond them. A month beyond them is a square.",
    );
    if told.findings.charts.is_empty() {
        return p("Too few people answered CollaboRATE or SURE for a chart by month.");
    }
    for chart in &told.findings.charts {
        let Some(question) = question(told, &chart.question) else {
            continue;
        };
        out += &tag("h3", &safe(&format!("{} by month", question.title)));
        let beyond: Vec<String> = chart
            .months
            .iter()
            .filter(|month| month.beyond)
            .map(|month| names::month(&month.month))
            .collect();
        out += &p(&if beyond.is_empty() {
            "No month is beyond the limits.".to_owned()
        } else {
            format!("Beyond the limits: {}.", beyond.join(", "))
        });
        out += &pictures::chart(chart);
        let rows: String = chart
            .months
            .iter()
            .map(|month| {
                let cells = match month.share.zip(month.limits) {
                    Some((share, limits)) => vec![
                        words::count(share.of),
                        words::count(share.people),
                        format!("{} to {}", words::count(limits.low), words::count(limits.high)),
                        if month.beyond {
                            "beyond the limits"
                        } else {
                            "within"
                        }
                        .to_owned(),
                    ],
                    None => vec![HIDDEN.to_owned(), HIDDEN.to_owned(), String::new(), String::new()],
                };
                row(&names::month(&month.month), &cells)
            })
            .collect();
        let says = format!("People who {}", question.says);
        let head = ["Month", "People who said", &says, "Limits", "Beyond them?"];
        out += &table(
            &format!("{} by month", question.title),
            &head,
            &tag("tbody", &rows),
        );
    }
    out
}

/// How it was counted, with every question as it was asked.
pub(super) fn how(told: &PageContent<'_>) -> String {
    let release = told.release;
    let mut out = list(&[
        safe(&format!(
            "Numbers from 1 to {} are not shown, and neither is what they could be worked out from. Of {} numbers {} are hidden since they are small, and {} more since a sum would tell a small one.",
            SMALL - 1,
            words::count(release.numbers as u64),
            words::count(release.small as u64),
            words::count(release.beside as u64)
        )),
        safe("A share of CollaboRATE is told of 25 people or more, as its rules say."),
        safe(
            "Intervals of shares are Wilson's, of differences Newcombe's, both of 95 in 100. They say how far chance alone can move a number, and nothing of those who gave no answers.",
        ),
        safe(
            "Differences before and after a change and between languages are tested together (chi-squared, Holm's correction): at most 1 page in 100 tells one that chance made.",
        ),
        safe("Limits by month are exact for shares: 27 in 20,000 below, as many above."),
        safe(&format!(
            "Counted by {}. The same questions, asked of the same files, give the same tables.",
            told.engine
        )),
        safe(
            "Every table is beside this page as CSV and Parquet. Empty cells are numbers that are not shown.",
        ),
    ]);
    out += &tag("h3", "The questions");
    for question in told.questions {
        let frame = match question.kind {
            Kind::People => "groups.sql",
            Kind::Items => "items.sql",
        };
        out += &tag("h4", &safe(&question.title));
        out += &p(&format!("{} Counted as {frame} says.", question.asks));
        out += &format!(
            "<pre tabindex=\"0\">{}</pre>\n",
            safe(&Dialect::Embedded.said(&question.sql))
        );
    }
    out
}
