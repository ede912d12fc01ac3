//! The section of a question: a sentence, what everybody answered, and the share in every group, each with its picture.

use super::html::{p, row, rows_of, safe, table, tag};
use super::words::{self, HIDDEN};
use super::{PageContent, pictures};
use crate::ask::Question;
use crate::find::{everyone, groups, share};
use crate::names;
use crate::small::Group;
use crate::stats::Share;

/// The whole section.
pub(super) fn question(told: &PageContent<'_>, question: &Question) -> String {
    let mut out = tag("h3", &safe(&question.title));
    out += &p(&question.asks);
    out += &match share(question, told.release, &everyone(None)) {
        Some(share) => p(&words::sentence(question, &share)),
        None => p(&words::too_few(question)),
    };
    out += &answers(
        told,
        question,
        &everyone(None),
        &format!("{}: what everybody answered", question.title),
    );
    out += &by_group(
        told,
        question,
        None,
        &format!("{}: who {}", question.title, question.says),
    );
    out
}

/// Every answer of a group, with a bar.
pub(super) fn answers(told: &PageContent<'_>, question: &Question, group: &Group, caption: &str) -> String {
    let Some(counts) = told
        .release
        .tables
        .get(&question.id)
        .and_then(|table| table.get(group))
    else {
        return String::new();
    };
    let whole = told
        .release
        .people
        .get(&everyone(group.0.as_deref()))
        .copied()
        .flatten();
    let line = |answer: &str, people: Option<u64>| {
        let picture = people
            .zip(whole)
            .map(|(people, whole)| pictures::bar(people, whole))
            .unwrap_or_default();
        row(question.words(answer), &[words::shown(people), picture])
    };
    let known = question
        .answers
        .iter()
        .filter_map(|(answer, _)| Some((answer, counts.get(answer)?)));
    let mut body: String = known.map(|(answer, people)| line(answer, *people)).collect();
    let named = |answer: &String| question.answers.iter().any(|(known, _)| known == answer);
    let others = counts.iter().filter(|(answer, _)| !named(answer));
    body += &others
        .map(|(answer, people)| line(answer, *people))
        .collect::<String>();
    table(
        caption,
        &["Answer", "People", "Of everybody"],
        &tag("tbody", &body),
    )
}

/// The cells of a share.
pub(super) fn cells(share: Option<Share>) -> Vec<String> {
    match share {
        Some(share) => vec![
            words::count(share.of),
            words::of_100(share.share),
            words::interval(share.low, share.high),
            pictures::line(&share),
        ],
        None => vec![HIDDEN.to_owned(), HIDDEN.to_owned(), String::new(), String::new()],
    }
}

/// What the columns of a share are called.
pub(super) const HEAD: [&str; 4] = [
    "People who said",
    "Of every 100",
    "Interval",
    "From nobody to everybody",
];

/// The share in every group, of everybody or of those with an aid.
pub(super) fn by_group(
    told: &PageContent<'_>,
    question: &Question,
    aid: Option<&str>,
    caption: &str,
) -> String {
    let of = |by: &str, group: &str, aid: Option<&str>| {
        share(
            question,
            told.release,
            &(aid.map(str::to_owned), by.to_owned(), group.to_owned()),
        )
    };
    let mut body = tag("tbody", &row("Everybody", &cells(of("everyone", "", aid))));
    if aid.is_none() {
        let rows: String = find_aids(told)
            .iter()
            .map(|id| row(told.names.aid_name(id), &cells(of("everyone", "", Some(id)))))
            .collect();
        body += &tag("tbody", &(rows_of("By aid", HEAD.len() + 1) + &rows));
    }
    let ways = aid.iter().map(|_| "version").chain(names::ways());
    for by in ways {
        let all = groups(told.release, aid, by);
        if all.is_empty() {
            continue;
        }
        let rows: String = all
            .iter()
            .map(|group| row(&label(by, group), &cells(of(by, group, aid))))
            .collect();
        body += &tag("tbody", &(rows_of(names::way(by), HEAD.len() + 1) + &rows));
    }
    let head: Vec<&str> = std::iter::once("Group").chain(HEAD).collect();
    table(caption, &head, &body)
}

fn find_aids(told: &PageContent<'_>) -> Vec<String> {
    crate::find::aids(told.release)
}

/// What a group is called.
pub(super) fn label(by: &str, group: &str) -> String {
    match by {
        "language" => names::language(group),
        "month" => names::month(group),
        "version" => format!("Version {group}"),
        _ => match group {
            "yes" => "Yes".to_owned(),
            "no" => "No".to_owned(),
            other => other.to_owned(),
        },
    }
}
