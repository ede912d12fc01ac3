//! What people said, what was done, and what moved when the aid changed.

use super::html::{list, p, row, safe, table, tag};
use super::{PageContent, words};
use crate::find::BeforeAfter;
use crate::stats;

/// Every change of an aid.
pub(super) fn changes(told: &PageContent<'_>) -> String {
    let all = &told.findings.changes;
    if all.is_empty() {
        return p("No aid changed its version in these answers.");
    }
    let mut out = p(
        "Each change of an aid, with those who gave answers before it and those who gave them after. Other things change over time too, so a number that moved is a reason to look and not a proof.",
    );
    let mut rest = &all[..];
    while let Some(first) = rest.first() {
        let same = |change: &&BeforeAfter| {
            (&change.aid, &change.from, &change.to) == (&first.aid, &first.from, &first.to)
        };
        let here = rest.iter().take_while(same).count();
        let (these, others) = rest.split_at(here);
        out += &one(told, first, these);
        rest = others;
    }
    out
}

fn one(told: &PageContent<'_>, first: &BeforeAfter, changes: &[BeforeAfter]) -> String {
    let name = told.names.aid_name(&first.aid);
    let mut out = tag(
        "h3",
        &safe(&format!("{name}: from version {} to {}", first.from, first.to)),
    );
    out += &said(told, first);
    let title = |change: &BeforeAfter| {
        let mut questions = told.questions.iter();
        questions.find(|question| question.id == change.question)
    };
    let moved: Vec<String> = changes
        .iter()
        .filter(|change| change.moved)
        .filter_map(|change| {
            let (before, after) = change.before.zip(change.after)?;
            Some(safe(&format!(
                "Who {}: {} of every 100 before, {} of every 100 after.",
                title(change)?.says,
                words::of_100(before.share),
                words::of_100(after.share)
            )))
        })
        .collect();
    out += &if moved.is_empty() {
        p("Nothing that is compared moved by more than chance explains.")
    } else {
        tag("p", "And this moved, by more than chance explains:") + &list(&moved)
    };
    let rows: String = changes
        .iter()
        .filter_map(|change| {
            let question = title(change)?;
            let share = |share: Option<stats::Share>| {
                share.map_or_else(
                    || "too few people".to_owned(),
                    |share| {
                        format!(
                            "{} of every 100 ({} people)",
                            words::of_100(share.share),
                            words::count(share.of)
                        )
                    },
                )
            };
            let both = change.before.zip(change.after);
            let ends = both.map(|(before, after)| stats::difference(&before, &after));
            let verdict = match (both.is_some(), change.moved) {
                (false, _) => "cannot be said",
                (true, true) => "moved by more than chance explains",
                (true, false) => "chance alone may explain it",
            };
            Some(row(
                &question.title,
                &[
                    share(change.before),
                    share(change.after),
                    ends.map(|(d, _, _)| words::difference(d)).unwrap_or_default(),
                    ends.map(|(_, low, high)| words::difference_between(low, high))
                        .unwrap_or_default(),
                    verdict.to_owned(),
                ],
            ))
        })
        .collect();
    let head = [
        "Question",
        "Before",
        "After",
        "After, of every 100",
        "Interval",
        "What can be said",
    ];
    out + &table(
        &format!("{name}: before and after version {}", first.to),
        &head,
        &tag("tbody", &rows),
    )
}

/// What the record of involvement says of the version.
fn said(told: &PageContent<'_>, change: &BeforeAfter) -> String {
    let Some(record) = told.names.involvement.get(&change.aid) else {
        return p(
            "There is no record of who asked for this change. Name the aid's folder with --aids to tell what people said and what was done.",
        );
    };
    let here = record
        .said
        .iter()
        .filter(|said| said.version.as_deref() == Some(change.to.as_str()));
    let lines: String = here
        .map(|said| {
            let did = said.did.as_deref().unwrap_or("Nothing yet.");
            let mut lines = tag("p", &format!("<strong>You said:</strong> {}", safe(&said.said)))
                + &tag("p", &format!("<strong>You hoped:</strong> {}", safe(&said.hoped)))
                + &tag("p", &format!("<strong>We did:</strong> {}", safe(did)));
            if let Some(why) = &said.not_changed_because {
                lines += &tag(
                    "p",
                    &format!("<strong>Not all of it, because:</strong> {}", safe(why)),
                );
            }
            format!("<div class=\"said\">{lines}</div>\n")
        })
        .collect();
    let example = if record.example {
        p("This record of involvement is an example. Nobody took part.")
    } else {
        String::new()
    };
    if lines.is_empty() {
        example + &p("Nothing in the record of involvement names this version.")
    } else {
        example + &lines
    }
}
