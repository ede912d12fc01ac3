//! The record of involvement: what patients read of it, what rule sets make of it, what it never changes.
#![cfg(feature = "authoring")]
#![expect(clippy::expect_used, reason = "helpers of tests fail the test")]

use weighup_core::aid::{Aid, Code, Problem};
use weighup_core::authoring::{
    AidFiles, Reading, SourceFile, begin_involvement, read, read_files, translate,
};
use weighup_core::consultation::Consultation;
use weighup_core::involvement::board;
use weighup_core::standards::{RuleSet, Verdict, remarked};
use weighup_core::view::{Here, about};
use weighup_core::words::SPOKEN;

const AID: &str = include_str!("../../tests/fixtures/aids/involved/aid.toml");
const RECORD: &str = include_str!("../../tests/fixtures/aids/involved/involvement.toml");

fn files<'a>(aid: &'a str, record: &'a str) -> AidFiles<'a> {
    AidFiles {
        aid: SourceFile {
            name: "aid.toml",
            bytes: aid.as_bytes(),
        },
        review: None,
        involvement: Some(SourceFile {
            name: "involvement.toml",
            bytes: record.as_bytes(),
        }),
    }
}

fn reading(record: &str) -> Reading {
    read_files(files(AID, record))
}

/// What About says of who was heard, term by term.
fn told(aid: &Aid) -> Vec<(String, String)> {
    let mut facts = about(aid, &Consultation::new(aid), &Here).facts;
    let made_by = facts
        .iter()
        .position(|(_, said)| said.contains("Made it up"))
        .unwrap_or(0);
    let after = facts.split_off(made_by + 1);
    let funding = after.iter().position(|(_, said)| said.contains("No one paid"));
    after.into_iter().take(funding.unwrap_or(0)).collect()
}

#[test]
fn under_who_made_it_stands_what_was_said_done_and_not_done() {
    let aid = reading(RECORD).aid.expect("it is sound");
    let told = told(&aid);
    let told: Vec<String> = told
        .iter()
        .map(|(term, means)| format!("{term}: {means}"))
        .collect();
    assert_eq!(
        told,
        [
            "Who was heard: This is an example of how it will look. Nobody took part.",
            "Who was heard: Adults whose skin itches: 8 people",
            "Who was heard: A person who cares for someone: 1 person",
            "Who was heard: Skin nurses",
            "You said: Say what the tablet tastes like.",
            "We did: The page says that it can taste bitter.",
            "You said: Show photos of skin.",
            "We could not: We have no photos of many kinds of skin that we may show.",
            "You said: Use fewer medical words.",
            "We did: Two medical words are gone.",
            "We could not: The name of the tablet stays, as it is on the packet.",
        ]
    );
    let real = reading(&RECORD.replace("example = true\n", ""))
        .aid
        .expect("it is sound");
    assert!(
        !self::told(&real)
            .iter()
            .any(|(_, said)| said.contains("Nobody took part"))
    );
    let without = read(files(AID, "").aid, None).aid.expect("it is sound");
    assert_eq!(self::told(&without), []);
}

#[test]
fn it_is_said_in_every_language_with_what_is_not_translated_marked() {
    let aid = reading(RECORD).aid.expect("it is sound");
    for spoken in SPOKEN
        .iter()
        .filter(|spoken| spoken.tag != "en-GB" && !spoken.tag.is_empty())
    {
        let text = format!(
            "from_version = \"1.0.0\"\n[involvement.said.taste]\nsaid = \"Translated {}.\"\n",
            spoken.tag
        );
        let file = SourceFile {
            name: "x.toml",
            bytes: text.as_bytes(),
        };
        let made = translate(aid.document(), file, spoken.tag);
        let aid = made
            .aid
            .unwrap_or_else(|| panic!("{}: {:?}", spoken.tag, made.problems));
        let facts = about(&aid, &Consultation::new(&aid), &Here).facts;
        let said = |text: &str| facts.iter().any(|(_, said)| said.contains(text));
        assert!(said(&format!("Translated {}.", spoken.tag)), "{}", spoken.tag);
        assert!(said("\u{2066}Show photos of skin.\u{2069}"), "{}", spoken.tag);
        let english = spoken.tag.starts_with("en") && spoken.name == "en";
        assert_eq!(
            said("This is an example of how it will look"),
            english,
            "{} says it in its own words",
            spoken.tag
        );
    }
}

#[test]
fn a_record_never_changes_what_a_reviewer_signed() {
    let (with, without) = (reading(RECORD), read(files(AID, "").aid, None));
    let content = |reading: &Reading| Aid::content_of(reading.document.as_ref().expect("it is read"));
    assert_eq!(content(&with), content(&without));
    let hash = |reading: Reading| reading.aid.expect("it is sound").hash().to_string();
    assert_ne!(hash(with), hash(without), "a build tells the two apart");
}

/// A verdict, with the files and lines it rests on.
type Judged = (Verdict, Vec<(Option<String>, Option<u32>)>);

/// The verdict of a rule with the file and line it rests on.
fn verdict(record: &str, rule: &str) -> Judged {
    let files = files(AID, record);
    let found = remarked(read_files(files), files, None);
    let report = found
        .report_files(&RuleSet::all(), files, None)
        .expect("it is read");
    let item = report
        .sets
        .iter()
        .flat_map(|set| &set.items)
        .find(|item| item.rule.id == rule)
        .expect("the rule is there");
    let places = item.evidence.iter().map(|seen| (seen.file.clone(), seen.line));
    (item.verdict, places.collect())
}

#[test]
fn the_self_assessment_reads_it_and_counts_no_example() {
    let set = RuleSet::named("ipdas-4.0").expect("it is there");
    let rule = set
        .rules
        .iter()
        .find(|rule| rule.check == "review-patients")
        .expect("a rule asks for it");
    assert_eq!(verdict(RECORD, &rule.id).0, Verdict::NotMet);
    let (judged, places) = verdict(&RECORD.replace("example = true\n", ""), &rule.id);
    assert!(
        matches!(judged, Verdict::Met | Verdict::NeedsPerson),
        "{judged:?}"
    );
    let (file, line) = places.first().cloned().expect("it rests on something");
    assert_eq!(file.as_deref(), Some("involvement.toml"));
    let text = RECORD.replace("example = true\n", "");
    let at = text.lines().nth(line.expect("a line") as usize - 1);
    assert!(
        at.is_some_and(|line| line.contains("activity") || line.contains("meeting")),
        "{at:?}"
    );
}

#[test]
fn what_was_not_changed_cannot_be_left_out() {
    let only_done = RECORD.replace("not_changed_because = ", "did = ").replace(
        "did = \"Two medical words are gone.\"\nversion = \"1.0.0\"\ndid =",
        "did =",
    );
    let wrong = |record: &str| -> Vec<String> {
        let errors = reading(record).problems.into_iter().filter(Problem::is_error);
        errors.map(|problem| problem.to_string()).collect()
    };
    let found = wrong(&only_done);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].contains("the record says of nothing why it was not changed"),
        "{found:?}"
    );
    let said = only_done.replace(
        "example = true\n",
        "example = true\nall_was_done = \"They asked for little.\"\n",
    );
    assert_eq!(wrong(&said), Vec::<String>::new());
    let neither = RECORD.replace(
        "did = \"The page says that it can taste bitter.\"\nversion = \"1.0.0\"\n",
        "",
    );
    let found = wrong(&neither);
    assert!(
        found[0].contains("nothing says what came of “Say what the tablet tastes like.”"),
        "{found:?}"
    );
}

#[test]
fn an_author_cannot_write_it_into_the_aid_and_says_it_in_one_place() {
    let inside = format!("{AID}\n[involvement]\nexample = false\n");
    let found = read(files(&inside, "").aid, None).problems;
    assert!(
        found.iter().any(|problem| problem.code == Code::UnknownField),
        "{found:?}"
    );
    let twice = format!(
        "{AID}\n[[development.involved]]\nstage = \"review\"\nwho = \"patients\"\nhow = \"A meeting.\"\ndate = \"2026-02-10\"\n"
    );
    let found = read_files(files(&twice, RECORD)).problems;
    assert!(
        found.iter().any(|problem| problem.code == Code::BadInvolvement),
        "{found:?}"
    );
}

#[test]
fn a_record_begins_with_what_the_aid_says() {
    let twice = format!(
        "{AID}\n[[development.involved]]\nstage = \"field-test\"\nwho = \"patients\"\nhow = \"Six of them \\\"tried\\\" it.\"\ndate = \"2026-02-10\"\n"
    );
    let old = read(files(&twice, "").aid, None);
    let begun = begin_involvement(old.document.as_ref().expect("it is read"), &old.dossier);
    let new = reading(&begun);
    let errors: Vec<_> = new.problems.iter().filter(|problem| problem.is_error()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let record = new.dossier.involvement.as_ref().expect("it is read");
    assert_eq!(record.activities[0].how, "Six of them \"tried\" it.");
    assert_eq!(new.dossier.took_part().len(), 1);
    assert_eq!(record.populations[0].who, "Tests.");
}

#[test]
fn a_board_reads_who_was_heard_of_whom_and_what_changed_by_goal() {
    let reading = reading(RECORD);
    let (doc, record) = (
        reading.document.as_ref().expect("it is read"),
        reading.dossier.involvement.as_ref().expect("it is read"),
    );
    let board = board(doc, record);
    let population: Vec<(&str, usize)> = board
        .population
        .iter()
        .map(|one| (one.who, one.heard.len()))
        .collect();
    assert_eq!(
        population,
        [
            ("Adults whose skin itches", 2),
            ("Adults who do not read English", 0)
        ]
    );
    assert_eq!(board.others.len(), 1);
    let goals: Vec<(&str, usize)> = board
        .goals
        .iter()
        .map(|goal| (goal.hoped, goal.points.len()))
        .collect();
    assert_eq!(
        goals,
        [
            ("That the pages say what a tablet is like.", 1),
            ("That the pages can be read without many words.", 2)
        ]
    );
    assert_eq!(board.came_of(), (1, 1, 1));
    assert_eq!(board.gripp2()[2].1.len(), 4);
}
