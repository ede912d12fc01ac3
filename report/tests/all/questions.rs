//! The questions: that they can be asked, that every row stands in exactly one answer, and that their SQL is common to engines.

use std::collections::BTreeSet;

use weighup_report::ask::{Dialect, Kind, QUESTIONS, questions};
use weighup_report::row::{NEEDS, need_column};

use crate::support::{counted, file, folder, lines};

/// Every word of SQL that a question uses, names of columns and answers aside. A new one is tried with every engine first.
const COMMON: [&str; 33] = [
    "select", "from", "given", "as", "case", "when", "then", "else", "end", "is", "null", "and", "or",
    "union", "all", "coalesce", "unnest", "count", "sum", "max", "group", "by", "grouping", "sets", "with",
    "join", "on", "not", "in", "true", "false", "cast", "int",
];

#[test]
fn questions_are_in_sql_that_every_engine_knows() {
    let columns: BTreeSet<String> = weighup_report::row::schema()
        .fields()
        .iter()
        .map(|field| field.name().clone())
        .collect();
    let names = [
        "answers",
        "answer",
        "collapsed",
        "people",
        "people_of_aid",
        "counted",
        "rest",
        "item",
        "numbered",
        "needs",
        "told",
    ];
    for question in questions().unwrap() {
        let sql = question.whole(Dialect::Embedded);
        let outside: String = sql.split('\'').step_by(2).collect::<Vec<_>>().join(" ");
        for word in outside
            .split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
            .filter(|word| !word.is_empty())
        {
            let lower = word.to_lowercase();
            let number = word.bytes().all(|byte| byte.is_ascii_digit());
            let known =
                COMMON.contains(&lower.as_str()) || names.contains(&word) || columns.contains(word) || number;
            assert!(known, "{}: `{word}` is not in the common words", question.id);
        }
        assert!(!sql.contains('{'), "{}: a hole is left", question.id);
        let spark = question.whole(Dialect::Spark);
        assert!(!spark.contains("unnest("), "{}", question.id);
        assert_eq!(
            spark.replace("explode(", "unnest("),
            sql,
            "{}: nothing else differs",
            question.id
        );
    }
    for need in NEEDS {
        assert!(
            questions().unwrap()[0]
                .whole(Dialect::Spark)
                .contains(&format!("(aid, {}, answer)", need_column(need))),
            "{need}"
        );
    }
}

#[test]
fn every_file_of_a_question_is_asked() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("queries");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.retain(|name| name.starts_with(|c: char| c.is_ascii_digit()));
    files.sort();
    let asked: Vec<&str> = QUESTIONS.iter().map(|(id, _)| *id).collect();
    let named: Vec<&str> = files
        .iter()
        .map(|name| name.split_once('-').unwrap().1.trim_end_matches(".sql"))
        .collect();
    assert_eq!(named, asked);
}

#[test]
fn everybody_stands_in_one_answer_of_every_question() {
    let place = folder();
    let path = file(place.path(), "all.jsonl", lines(2_000, 6));
    let (questions, all, taken) = counted(&[&path]);
    assert_eq!((all.len(), taken.people()), (QUESTIONS.len(), 2_000));
    for (question, counts) in questions.iter().zip(&all) {
        let mut ways: BTreeSet<&str> = BTreeSet::new();
        for count in &counts.counts {
            ways.insert(&count.by);
            assert!(
                question.answers.iter().any(|(answer, _)| *answer == count.answer),
                "{}: {}",
                question.id,
                count.answer
            );
        }
        if question.kind == Kind::Items {
            assert_eq!(ways.into_iter().collect::<Vec<_>>(), ["item"]);
            continue;
        }
        assert_eq!(ways.len(), 10, "{}: {ways:?}", question.id);
        for by in ways {
            let people: u64 = counts
                .counts
                .iter()
                .filter(|count| count.aid.is_none() && count.by == by)
                .map(|count| count.people)
                .sum();
            // Versions are only counted within an aid.
            assert_eq!(
                people,
                if by == "version" { 0 } else { 2_000 },
                "{} by {by}",
                question.id
            );
            let within: u64 = counts
                .counts
                .iter()
                .filter(|count| count.aid.is_some() && count.by == by)
                .map(|count| count.people)
                .sum();
            assert_eq!(within, 2_000, "{} by {by}, within aids", question.id);
        }
    }
}

/// Whoever weighed with a daughter and no professional is in no number about clinicians.
#[test]
fn a_gap_to_a_clinician_needs_one_who_was_there() {
    let place = folder();
    let text = lines(2_000, 7);
    let path = file(place.path(), "all.jsonl", &text);
    let (_, all, _) = counted(&[&path]);
    let counts = all.iter().find(|counts| counts.question == "gap").unwrap();
    let mut asked = 0;
    for (answer, gap) in [("none", "none"), ("some", "some"), ("large", "large")] {
        let here = |line: &&str| {
            line.contains(&format!("\"gap\":\"{gap}\"")) && line.contains("\"who\":\"with-professional\"")
        };
        let counted = counts
            .counts
            .iter()
            .find(|count| count.aid.is_none() && count.by == "everyone" && count.answer == answer);
        let counted = counted.map_or(0, |count| count.people);
        assert_eq!(counted, text.lines().filter(here).count() as u64, "{answer}");
        asked += counted;
    }
    assert!(asked > 20, "{asked}");
}
