//! Comments on an aid: read within bounds, each found again in another version, answered in a file that is only added to.
#![cfg(feature = "authoring")]
#![expect(clippy::panic, reason = "helpers of tests fail the test")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::time::Instant;

use weighup_core::aid::{Aid, Problem};
use weighup_core::authoring::{HeardAs, SourceFile, read};
use weighup_core::involvement::{
    AidPlaces, AnswerState, Comment, CommentAnswers, CommentFile, CommentProblem, CommentPurpose, Commented,
    CommentedBy, FORM_QUESTIONS, Found, MOST_COMMENT_BYTES, MOST_COMMENTS, Merged, Responded, append_answers,
    merge, paper_form, read_answers, read_comments, said_of, settle_answers, typed_comments, typed_template,
    write_comments,
};

const AID: &str = include_str!("../../tests/fixtures/aids/sound/aid.toml");

fn source<'a>(name: &'a str, text: &'a str) -> SourceFile<'a> {
    SourceFile {
        name,
        bytes: text.as_bytes(),
    }
}

fn aid(text: &str) -> Aid {
    let reading = read(source("aid.toml", text), None);
    reading.aid.unwrap_or_else(|| panic!("{:?}", reading.problems))
}

fn places(aid: &Aid) -> Vec<(String, AidPlaces)> {
    vec![("en-GB".to_owned(), AidPlaces::of(aid))]
}

fn file(name: &str, kind: HeardAs, comments: Vec<Comment>) -> CommentFile {
    CommentFile {
        file: name.to_owned(),
        about: Commented {
            aid: "fixture".to_owned(),
            version: "1.0.0".to_owned(),
            content: "abc".to_owned(),
            language: "en-GB".to_owned(),
        },
        reviewer: CommentedBy {
            kind,
            role: "someone".to_owned(),
            organisation: None,
            name: None,
        },
        example: true,
        comments,
    }
}

fn comment(id: &str, place: &str, quote: Option<&str>, text: &str) -> Comment {
    Comment {
        id: id.to_owned(),
        place: place.to_owned(),
        quote: quote.map(str::to_owned),
        purpose: CommentPurpose::Commenting,
        text: text.to_owned(),
        question: None,
        yes: None,
    }
}

fn vote(id: &str, place: &str, yes: bool) -> Comment {
    Comment {
        purpose: CommentPurpose::Assessing,
        question: Some(FORM_QUESTIONS[1].to_owned()),
        yes: Some(yes),
        ..comment(id, place, None, "")
    }
}

fn written(file: &CommentFile) -> String {
    write_comments(file, "2026-11-30T10:00:00Z", "a test")
}

fn known(merged: &Merged) -> BTreeSet<&str> {
    merged
        .placed
        .iter()
        .chain(&merged.orphans)
        .map(|one| one.comment.id.as_str())
        .collect()
}

#[test]
fn a_file_is_read_as_it_was_written() {
    let mut one = file(
        "a.json",
        HeardAs::Carers,
        vec![
            comment(
                "urn:1",
                "option.tablet.risks.0",
                Some("taste bitter"),
                "Say <b>how</b> \u{202e}bitter\n\"very\".",
            ),
            vote("urn:2", "outcome.itch", false),
            Comment {
                purpose: CommentPurpose::Editing,
                ..comment("urn:3", "title", None, "Another title")
            },
            Comment {
                purpose: CommentPurpose::Questioning,
                ..comment("urn:4", "about", None, "Who is it for?")
            },
        ],
    );
    one.reviewer.organisation = Some("A charity".to_owned());
    one.reviewer.name = Some("Jo".to_owned());
    let (read, problems) = read_comments("a.json", &written(&one));
    assert_eq!(problems, []);
    assert_eq!(read.expect("it is whole"), one);
}

#[test]
fn what_is_no_file_of_comments_on_this_aid_is_named() {
    let why = |text: &str| {
        let (file, problems) = read_comments("x.json", text);
        assert!(file.is_none());
        problems[0].to_string()
    };
    assert!(why("<html>").contains("is not JSON"));
    assert!(why(&"[".repeat(100_000)).contains("is not JSON"));
    assert!(why("{}").contains("no collection of annotations"));
    let hypothesis = r#"{"type":"AnnotationCollection","creator":{"schema:audienceType":"public"},"items":[{"type":"Annotation",
        "id":"x","target":{"source":"https://example.org/page"},"body":{"value":"hello"}}]}"#;
    assert!(
        why(hypothesis).contains("it is about `https://example.org/page`"),
        "{}",
        why(hypothesis)
    );
    let nobody = written(&file("a", HeardAs::Public, vec![])).replace("\"public\"", "\"robots\"");
    assert!(why(&nobody).contains("“robots”"));
    assert!(why(&" ".repeat(MOST_COMMENT_BYTES + 1)).contains("the most is"));
    let aid = aid(AID);
    let mut other = file(
        "b.json",
        HeardAs::Public,
        vec![comment("urn:1", "title", None, "Hm.")],
    );
    other.about.aid = "another".to_owned();
    let mut welsh = file(
        "c.json",
        HeardAs::Public,
        vec![comment("urn:1", "title", None, "Hm.")],
    );
    welsh.about.language = "cy".to_owned();
    let merged = merge("fixture", &places(&aid), vec![other, welsh]);
    let said: Vec<String> = merged.problems.iter().map(CommentProblem::to_string).collect();
    assert!(
        said[0].contains("`b.json` has comments on `another`, and this is `fixture`"),
        "{said:?}"
    );
    assert!(said[1].contains("no such translation"), "{said:?}");
    assert_eq!((merged.placed.len(), merged.orphans.len()), (0, 0));
}

#[test]
fn a_comment_that_is_not_whole_is_named_and_the_others_are_read() {
    let one = file(
        "a.json",
        HeardAs::Public,
        (0..5)
            .map(|n| comment(&format!("urn:{n}"), "title", None, &format!("Text {n}")))
            .collect(),
    );
    let broken = written(&one)
        .replace("\"urn:1\"", "\"\"")
        .replace("\"Text 2\"", "\"  \"")
        .replacen("\"Annotation\"", "\"Tag\"", 1);
    let (read, problems) = read_comments("a.json", &broken);
    let said: Vec<String> = problems.iter().map(CommentProblem::to_string).collect();
    assert_eq!(said.len(), 3, "{said:?}");
    assert!(said[1].contains("comment 2: it has no `id`"), "{said:?}");
    assert!(
        said[2].contains("comment 3: nothing is written in it"),
        "{said:?}"
    );
    let left: Vec<String> = read
        .expect("the rest")
        .comments
        .into_iter()
        .map(|one| one.id)
        .collect();
    assert_eq!(left, ["urn:3", "urn:4"]);
}

#[test]
fn comments_find_their_place_in_a_later_version_and_none_is_dropped() {
    let later = AID
        .replace(
            "risks = [\"It can taste bitter.\"]",
            "risks = [\"You may itch on.\", \"It can taste bitter.\"]",
        )
        .replace(
            "summary = \"You take a tablet.\"",
            "summary = \"You take a pill.\"",
        )
        .replace("version = \"1.0.0\"", "version = \"1.1.0\"");
    let aid = aid(&later);
    let made = file(
        "a.json",
        HeardAs::Patients,
        vec![
            comment("urn:there", "option.wait.summary", Some("you  WAIT"), "Fine."),
            comment("urn:moved", "option.tablet.risks.0", Some("taste bitter"), "How?"),
            comment(
                "urn:changed",
                "option.tablet.summary",
                Some("take a tablet"),
                "Which?",
            ),
            comment(
                "urn:figure",
                "option.wait.risks.0",
                Some("About 30 of every 100 adults"),
                "Many.",
            ),
            comment("urn:whole", "outcome.itch", None, "More."),
            comment(
                "urn:gone",
                "option.cream.summary",
                Some("You rub it in."),
                "Nice.",
            ),
            comment("urn:nowhere", "option.cream", None, "Nice."),
        ],
    );
    let merged = merge("fixture", &places(&aid), vec![made]);
    let found: Vec<(&str, &str, Found)> = merged
        .placed
        .iter()
        .map(|one| (one.comment.id.as_str(), one.place.as_str(), one.found.clone()))
        .collect();
    assert_eq!(
        found,
        [
            ("urn:there", "option.wait.summary", Found::There),
            ("urn:figure", "option.wait.risks.0", Found::There),
            ("urn:changed", "option.tablet.summary", Found::Changed),
            ("urn:moved", "option.tablet.risks.1", Found::Moved),
            ("urn:whole", "outcome.itch", Found::There),
        ]
    );
    let orphans: Vec<&str> = merged.orphans.iter().map(|one| one.comment.id.as_str()).collect();
    assert_eq!(orphans, ["urn:gone", "urn:nowhere"]);
}

#[test]
fn groups_that_do_not_agree_are_shown_and_groups_that_do_are_not() {
    let aid = aid(AID);
    let words = |id: &str, text: &str| Comment {
        purpose: CommentPurpose::Editing,
        ..comment(id, "title", None, text)
    };
    let files = vec![
        file(
            "p1",
            HeardAs::Patients,
            vec![
                vote("1", "option.wait", false),
                vote("2", "option.tablet", true),
                words("3", "Itching"),
            ],
        ),
        file("p2", HeardAs::Patients, vec![vote("4", "option.wait", false)]),
        file(
            "n1",
            HeardAs::Professionals,
            vec![
                vote("5", "option.wait", true),
                vote("6", "option.tablet", true),
                words("7", "Pruritus"),
            ],
        ),
    ];
    let merged = merge("fixture", &places(&aid), files);
    assert_eq!(merged.disagreements.len(), 2);
    assert_eq!(
        merged.disagreements[0].sides[0],
        (HeardAs::Patients, "“Itching”".to_owned())
    );
    assert_eq!(merged.disagreements[1].question.as_deref(), Some("Is this fair?"));
    assert_eq!(
        merged.disagreements[1].sides,
        [
            (HeardAs::Patients, "0 yes, 2 no".to_owned()),
            (HeardAs::Professionals, "1 yes, 0 no".to_owned())
        ]
    );
}

#[test]
fn a_file_given_twice_counts_once_and_one_name_for_two_comments_keeps_both() {
    let aid = aid(AID);
    let one = file("a", HeardAs::Public, vec![comment("urn:1", "title", None, "A")]);
    let same = CommentFile {
        file: "copy".to_owned(),
        ..one.clone()
    };
    let other = file("b", HeardAs::Public, vec![comment("urn:1", "title", None, "B")]);
    let merged = merge("fixture", &places(&aid), vec![one, same, other]);
    assert_eq!(known(&merged), BTreeSet::from(["urn:1", "urn:1~2"]));
    let said: Vec<String> = merged.problems.iter().map(CommentProblem::to_string).collect();
    assert!(
        said[0].contains("`copy` has 1 comments that `a` has word for word"),
        "{said:?}"
    );
    assert!(said[1].contains("kept as `urn:1~2`"), "{said:?}");
}

#[test]
fn too_many_comments_are_refused_as_a_whole() {
    let aid = aid(AID);
    let one = |n: usize| comment(&format!("urn:{n}"), "title", None, "A");
    let exactly = file("a", HeardAs::Public, (0..MOST_COMMENTS).map(one).collect());
    let more = file("b", HeardAs::Public, vec![one(MOST_COMMENTS)]);
    assert_eq!(
        merge("fixture", &places(&aid), vec![exactly.clone()])
            .placed
            .len(),
        MOST_COMMENTS
    );
    let merged = merge("fixture", &places(&aid), vec![exactly, more]);
    assert_eq!(
        merged.problems,
        [CommentProblem::TooMany {
            count: MOST_COMMENTS + 1
        }]
    );
    assert!(merged.placed.is_empty());
}

/// Twenty reviewers with fifty comments each.
fn a_round() -> Vec<CommentFile> {
    let kinds = [
        HeardAs::Patients,
        HeardAs::Carers,
        HeardAs::Public,
        HeardAs::Professionals,
    ];
    let places = [
        "option.wait.risks.0",
        "option.tablet.summary",
        "outcome.itch.about.0",
        "about.purpose.0",
        "gone.0",
    ];
    let reviewers = kinds.into_iter().cycle().take(20).enumerate();
    reviewers
        .map(|(reviewer, kind)| {
            let places = places.into_iter().cycle().take(50).enumerate();
            let comments = places.map(|(n, place)| {
                comment(
                    &format!("urn:{reviewer}-{n}"),
                    place,
                    Some("words that are nowhere in it"),
                    "A remark of some length about this place.",
                )
            });
            file(&format!("r{reviewer}"), kind, comments.collect())
        })
        .collect()
}

#[test]
fn a_round_of_a_thousand_comments_is_merged_at_once() {
    let text = include_str!("../../decision-aids/otitis-media/aid.toml");
    let aid = aid(text);
    let mut files = a_round();
    for file in &mut files {
        file.about.aid = "otitis-media".to_owned();
    }
    let texts: Vec<String> = files.iter().map(written).collect();
    let began = Instant::now();
    let read = texts
        .iter()
        .filter_map(|text| read_comments("r", text).0)
        .collect();
    let merged = merge("otitis-media", &places(&aid), read);
    let took = began.elapsed();
    assert_eq!(merged.placed.len() + merged.orphans.len(), 1_000);
    println!("1,000 comments of 20 reviewers: {} ms", took.as_millis());
    // The wish is a second of a quiet machine and an optimised build; this is neither.
    assert!(took.as_secs() < 20, "{took:?}");
}

#[test]
fn answers_are_only_ever_added_to() {
    let aid = aid(AID);
    let merged = merge(
        "fixture",
        &places(&aid),
        vec![file(
            "a",
            HeardAs::Carers,
            vec![
                comment(
                    "urn:1",
                    "option.tablet.risks.0",
                    Some("bitter"),
                    "How \"bitter\"?\n[[answer]]\ncomments = []",
                ),
                comment("urn:2", "title", None, "Shorter."),
            ],
        )],
    );
    let line = |_: &str| Some(7);
    let (begun, left) = append_answers("", "fixture", &CommentAnswers::default(), &merged, &line);
    assert_eq!(left, 0);
    let ids = known(&merged);
    let (answers, problems) = read_answers(source("answers.toml", &begun), "fixture", &ids);
    assert!(problems.is_empty(), "{problems:?}\n{begun}");
    let answers = answers.expect("it is read");
    assert_eq!(
        answers.answers.len(),
        2,
        "words of a comment are never tables:\n{begun}"
    );
    assert!(begun.contains("# option.tablet.risks.0, aid.toml line 7\n# carers and families, someone: “bitter”: How \"bitter\"?\n"));
    let mine = begun.replace("# Answers", "# My own note.\n# Answers");
    assert_eq!(append_answers(&mine, "fixture", &answers, &merged, &line).0, mine);
    // A sheet answers what is open, and nothing else.
    let response = |id: &str, response: &str, changed: &str| Responded {
        id: id.to_owned(),
        response: response.to_owned(),
        changed: changed.to_owned(),
    };
    let sheet = [
        response("urn:1", "", "It says \"very\"."),
        response("urn:2", "It has to name both options.", ""),
        response("urn:9", "x", ""),
    ];
    let (settled, told) = settle_answers(&mine, &sheet);
    assert_eq!(told.len(), 1, "{told:?}");
    let (answers, problems) = read_answers(source("answers.toml", &settled), "fixture", &ids);
    assert!(problems.is_empty(), "{problems:?}");
    let answers = answers.expect("it is read");
    assert_eq!(
        answers.of("urn:1").map(|one| (one.answer, one.did.as_deref())),
        Some((AnswerState::Changed, Some("It says \"very\".")))
    );
    assert_eq!(
        answers.of("urn:2").map(|one| one.answer),
        Some(AnswerState::NotChanged)
    );
    let (again, told) = settle_answers(&settled, &[response("urn:1", "No.", "")]);
    assert_eq!(again, settled);
    assert!(told[0].contains("is answered in the file already"), "{told:?}");
    // What the answers amount to is a record that is sound but for what only the authors know.
    let record = said_of("fixture", &answers, &merged, "2026-11-30");
    let files = weighup_core::authoring::AidFiles {
        aid: source("aid.toml", AID),
        review: None,
        involvement: Some(source("involvement.toml", &record)),
    };
    let reading = weighup_core::authoring::read_files(files);
    let errors: Vec<&Problem> = reading
        .problems
        .iter()
        .filter(|problem| problem.is_error())
        .collect();
    assert!(errors.is_empty(), "{errors:?}\n{record}");
    let record = reading.dossier.involvement.expect("it is read");
    assert!(record.example, "example comments make an example record");
    assert_eq!(record.said.len(), 2);
    assert_eq!(record.said[0].comments, ["urn:2"]);
}

#[test]
fn a_drafted_record_counts_no_group_that_is_small_enough_to_be_known() {
    let round = |count: usize| {
        let files = (0..count).map(|number| {
            let said = comment(&format!("urn:{number}"), "title", None, "Shorter.");
            file(&format!("r{number}.json"), HeardAs::Carers, vec![said])
        });
        let aid = aid(AID);
        let merged = merge("fixture", &places(&aid), files.collect());
        said_of("fixture", &CommentAnswers::default(), &merged, "2026-11-30")
    };
    for few in 1..5 {
        let record = round(few);
        assert!(
            record.contains("who = \"carers and families\"\nkind = \"carers\"\npaid = "),
            "{record}"
        );
        assert!(record.contains("# They are fewer than 5"), "{record}");
        assert!(
            !record.contains("people = ") && !record.contains("someone"),
            "{record}"
        );
    }
    let record = round(5);
    assert!(
        record.contains("who = \"someone\"\nkind = \"carers\"\npeople = 5\n") && !record.contains("fewer"),
        "{record}"
    );
}

#[test]
fn wrong_answers_are_named_at_their_line() {
    let text = "aid = \"other\"\n[[answer]]\ncomments = [\"urn:1\", \"urn:9\"]\nanswer = \"changed\"\n[[answer]]\ncomments = [\"urn:1\"]\nanswer = \"not-changed\"\ndid = \"x\"\n";
    let (_, problems) = read_answers(
        source("answers.toml", text),
        "fixture",
        &BTreeSet::from(["urn:1"]),
    );
    let said: String = problems.iter().fold(String::new(), |mut all, problem| {
        let _ = writeln!(all, "{problem}");
        all
    });
    for part in [
        "answers.toml:1:7:",
        "the aid is `fixture`",
        "there is no comment `urn:9`",
        "`urn:1` is answered twice",
        "not what; write `did`",
        "not why; write `because`",
    ] {
        assert!(said.contains(part), "{part}\n{said}");
    }
    assert_eq!(problems.len(), 5, "{said}");
}

#[test]
fn a_form_on_paper_is_typed_in_as_the_same_kind_of_file() {
    let aid = aid(AID);
    let form = paper_form(&aid);
    let number = form
        .parts
        .iter()
        .find(|(_, heading, _)| heading == "Tablet")
        .expect("the option")
        .0;
    let template = typed_template(&aid);
    let typed = template.replace(
        "kind = \"\"",
        "kind = \"carers\"\nrole = \"a grandmother\"\nexample = true",
    ) + &format!(
        "\n[[on]]\nnumber = {number}\nclear = true\nmissing = false\nwords = \"Say <how> bitter.\"\n"
    );
    let (made, problems) = typed_comments(&aid, source("r1.toml", &typed), "r1");
    assert!(problems.is_empty(), "{problems:?}\n{typed}");
    let made = made.expect("it is sound");
    let (read, found) = read_comments("r1.toml", &written(&made));
    assert_eq!((read.as_ref(), found.len()), (Some(&made), 0));
    let merged = merge("fixture", &places(&aid), vec![made]);
    assert_eq!(merged.placed.len(), 3);
    assert!(
        merged
            .placed
            .iter()
            .all(|one| one.place == "option.tablet" && one.found == Found::There)
    );
    // A form of another version has other numbers.
    let newer = self::aid(&AID.replace(
        "summary = \"You take a tablet.\"",
        "summary = \"You take a pill.\"",
    ));
    let (none, problems) = typed_comments(&newer, source("r1.toml", &typed), "r1");
    assert!(
        none.is_none()
            && problems
                .iter()
                .any(|problem| problem.message.contains("the form says")),
        "{problems:?}"
    );
    let (none, problems) = typed_comments(&aid, source("r1.toml", &template), "r1");
    assert!(
        none.is_none() && !problems.is_empty(),
        "a form without a group is not taken"
    );
    let wrong = typed.replace(
        &format!("number = {number}\nclear = true\nmissing = false\nwords"),
        "number = 99\nwords",
    );
    let (none, problems) = typed_comments(&aid, source("r1.toml", &wrong), "r1");
    assert!(
        none.is_none()
            && problems
                .iter()
                .any(|problem| problem.message.contains("has no part 99")),
        "{problems:?}"
    );
}
