//! The section of each aid: what is compared, group by group, and what its people open, mark and understand.

use super::html::{p, row, safe, table, tag};
use super::{PageContent, shares, words};
use crate::ask::{Kind, Question};
use crate::find::{everyone, share};
use crate::small::Group;

/// Every aid.
pub(super) fn aids(told: &PageContent<'_>) -> String {
    crate::find::aids(told.release)
        .iter()
        .map(|aid| one(told, aid))
        .collect()
}

fn one(told: &PageContent<'_>, aid: &str) -> String {
    let name = told.names.aid_name(aid);
    let mut out = tag("h3", &safe(name));
    let people = told.release.people.get(&everyone(Some(aid))).copied().flatten();
    out += &p(&format!("People who gave answers: {}.", words::shown(people)));
    for question in told.questions.iter().filter(|question| question.compare) {
        out += &tag("h4", &safe(&question.title));
        out += &match share(question, told.release, &everyone(Some(aid))) {
            Some(share) => p(&words::sentence(question, &share)),
            None => p(&words::too_few(question)),
        };
        out += &shares::by_group(
            told,
            question,
            Some(aid),
            &format!("{name}: who {}", question.says),
        );
    }
    for question in told
        .questions
        .iter()
        .filter(|question| question.kind == Kind::Items)
    {
        out += &items(told, question, aid);
    }
    out
}

fn items(told: &PageContent<'_>, question: &Question, aid: &str) -> String {
    let Some(table_of) = told.release.tables.get(&question.id) else {
        return String::new();
    };
    let mine: Vec<&Group> = table_of
        .keys()
        .filter(|group| group.0.as_deref() == Some(aid))
        .collect();
    if mine.is_empty() {
        return String::new();
    }
    let named: Vec<&(String, String)> = question.answers.iter().collect();
    let rows: String = mine
        .iter()
        .map(|group| {
            let counts = table_of.get(*group);
            let mut cells: Vec<String> = named
                .iter()
                .map(|(answer, _)| {
                    words::shown(counts.and_then(|counts| counts.get(answer)).copied().flatten())
                })
                .collect();
            cells.extend(
                shares::cells(share(question, told.release, group))
                    .into_iter()
                    .skip(1),
            );
            row(&told.names.item(Some(aid), &group.2), &cells)
        })
        .collect();
    let mut head = vec![question.things.as_str()];
    head.extend(named.iter().map(|(_, words)| words.as_str()));
    head.extend(shares::HEAD.into_iter().skip(1));
    let share_of = format!("Of every 100: who {}.", question.says);
    tag("h4", &safe(&question.title))
        + &p(&format!("{} {share_of}", question.asks))
        + &table(
            &format!("{}: {}", told.names.aid_name(aid), question.title),
            &head,
            &tag("tbody", &rows),
        )
}
