//! What a person may give at the end: what is in the line, what can never be, how it is read, and which questions are refused.

#![cfg(feature = "authoring")]
#![expect(clippy::unwrap_used, reason = "a test: failing is how it reports")]

#[cfg(test)]
mod common;

use std::collections::BTreeSet;

use common::{after, aid, aids, example, script};
use proptest::prelude::*;
use serde_json::{Value, json};
use weighup_core::aid::{Aid, document::Results};
use weighup_core::consultation::{
    Action, ConcernId, Consultation, DecisionStage, DecisionStatus, Leaning, Liking, List, Mode, OutcomeMark,
    Person, Presence, ReadinessPrompt, Step, WordsBox,
};
use weighup_core::given::{
    FirstSaid, Given, GivenAnswer, GivenAsked, GivenError, GivenOffer, Questions, QuestionsError,
    given_schema, questions_schema,
};
use weighup_core::record::QrPicture;
use weighup_core::view::{Engine as _, Here};

const ID: &str = "AAAAAAAAAAAAAAAAAAAA_-";

fn asked(said: &Consultation) -> GivenAsked {
    GivenAsked {
        id: ID.to_owned(),
        day: "2026-11-30".to_owned(),
        before: FirstSaid::of(said),
        ..GivenAsked::default()
    }
}

fn offer(aid: &Aid, said: &Consultation, asked: &GivenAsked) -> Result<GivenOffer, GivenError> {
    let saved = said.save(aid, Here.hash(aid));
    GivenOffer::of_saved(aid, &saved, Results::Fit, &Here, asked)
}

fn line(aid: &Aid, said: &Consultation) -> Value {
    let offer = offer(aid, said, &asked(said)).unwrap();
    assert_eq!(
        GivenOffer::read_back(&offer.to_json()),
        Some(offer.clone()),
        "it crosses whole"
    );
    assert_eq!(
        Given::read(&offer.line).unwrap().to_json(),
        offer.line,
        "it is read as it was written"
    );
    serde_json::from_str(&offer.line).unwrap()
}

fn questions(id: &str, items: usize) -> Value {
    json!({
        "format": "weighup-questions", "version": 1, "id": id, "licence": "Invented for a test", "when": "after",
        "low": 0, "high": 9,
        "wordings": [{ "lang": "en", "intro": "About the visit.", "items": vec!["An invented question?"; items],
            "low_end": "None", "high_end": "All" }],
    })
}

/// Everything a person can type, with a word that stands in no aid.
fn typed(aid: &Aid, words: &str) -> Vec<Action> {
    let mut actions: Vec<Action> = WordsBox::ALL
        .into_iter()
        .map(|place| Action::set_words(place, format!("zqx {words}")))
        .collect();
    let task = |list| {
        Action::add_note(
            list,
            Presence::Me,
            format!("zqx {words}"),
            "zqx Friday".to_owned(),
        )
    };
    actions.extend([
        Action::set_questions(format!("zqx {words}")),
        Action::add_concern(format!("zqx {words}")),
        task(List::Agenda),
        task(List::Actions),
        Action::set_review("2027-03-14".to_owned()),
    ]);
    actions.extend(
        aid.outcomes()
            .iter()
            .map(|outcome| Action::say_about(outcome.id.clone(), format!("zqx {words}"))),
    );
    actions
}

#[test]
fn a_visit_in_which_nothing_was_said_gives_that_and_nothing_else() {
    let aid = example();
    let line = line(&aid, &Consultation::new(&aid));
    assert_eq!(line["steps"], json!(["about"]));
    let nulls = [
        "use",
        "who",
        "method",
        "decision",
        "leaning",
        "fits_choice",
        "gap",
        "stopped",
    ];
    for field in nulls {
        assert_eq!(line[field], Value::Null, "{field}");
    }
    assert_eq!(line["stage"], json!({ "before": null, "after": null }));
    assert_eq!(line["ready"], json!({ "before": null, "after": null }));
    assert_eq!(
        (&line["finished"], &line["month"]),
        (&json!(false), &json!("2026-11"))
    );
    for field in ["needs", "opened", "marked", "measures"] {
        assert_eq!(line[field], json!([]), "{field}");
    }
}

#[test]
fn every_fact_is_in_the_line_in_bands_and_in_words() {
    let aid = example();
    let asks = &aid.document().understanding;
    let mut actions = vec![
        Action::toggle_presence(Presence::Me),
        Action::toggle_presence(Presence::SomeoneWithMe),
        Action::set_mode(Mode::After),
        Action::toggle_liking(Liking::Large),
        Action::set_stage(DecisionStage::Considering),
        Action::go_to(Step::Compare),
        Action::mark(aid.outcomes()[0].id.clone(), OutcomeMark::Worries),
        Action::go_to(Step::Ready),
        Action::set_ready(ReadinessPrompt::Chances, false),
        Action::set_ready(ReadinessPrompt::Chances, true),
        Action::set_stage(DecisionStage::CloseToChoosing),
        Action::set_leaning(Leaning::Option(aid.options()[0].id.clone())),
        Action::set_status(DecisionStatus::Made),
    ];
    actions.extend(
        asks.iter()
            .map(|asked| Action::understand(asked.id.clone(), asked.right)),
    );
    let said = after(&aid, actions);
    let opened = aid.outcomes()[0].id.to_string();
    let given = offer(
        &aid,
        &said,
        &GivenAsked {
            opened: vec![opened.clone(), "of-no-aid".to_owned()],
            read_aloud: true,
            stage: Some(DecisionStage::Chosen),
            ..asked(&said)
        },
    )
    .unwrap();
    let line: Value = serde_json::from_str(&given.line).unwrap();
    assert_eq!(
        line["needs"],
        json!(["larger-type", "read-aloud", "someone-helped"])
    );
    assert_eq!(
        (&line["use"], &line["who"]),
        (&json!("after"), &json!("with-someone"))
    );
    assert_eq!(
        line["stage"],
        json!({ "before": "considering", "after": "chosen" })
    );
    assert_eq!(
        line["ready"],
        json!({ "before": { "fine": [], "not_yet": ["chances"] }, "after": { "fine": ["chances"], "not_yet": [] } })
    );
    assert_eq!(line["opened"], json!([opened]));
    assert_eq!(line["marked"], json!([{ "outcome": opened, "mark": "worries" }]));
    assert_eq!(
        (&line["decision"], &line["leaning"]),
        (&json!("made"), &json!("option"))
    );
    assert_eq!(
        (&line["stopped"], &line["finished"]),
        (&json!("decide"), &json!(true))
    );
    assert_eq!(
        line["understanding"]["right"].as_array().unwrap().len(),
        asks.len()
    );
    let words: Vec<String> = given
        .lines
        .iter()
        .map(|line| format!("{}\n  {}\n", line.what, line.said.join("\n  ")))
        .collect();
    insta::assert_snapshot!("given_in_words", words.concat());
    let hash = Here.hash(&aid).unwrap();
    insta::assert_snapshot!("given_line", given.line.replace(&hash[..12], "<hash>"));
}

#[test]
fn which_option_is_chosen_is_in_no_line() {
    let aid = example();
    let [one, other] = [0, 1].map(|at| {
        let leaning = Leaning::Option(aid.options()[at].id.clone());
        line(&aid, &after(&aid, [Action::set_leaning(leaning)]))
    });
    assert_eq!(one, other);
}

#[test]
fn a_guess_that_is_hidden_is_in_no_line_and_whoever_has_the_turn_it_is_about_the_person_who_decides() {
    let aid = example();
    let fresh = Consultation::new(&aid);
    let items = weighup_core::view::weigh(&aid, &fresh).items;
    let whats: &Vec<_> = &items.into_iter().map(|item| item.what).collect();
    // Each has another first, and the least of all else.
    let answers = |first: usize| {
        let others = whats.iter().filter(move |what| **what != whats[first]);
        let mut actions = vec![Action::choose_first(whats[first].clone())];
        actions.extend(others.map(|what| Action::set_points(what.clone(), 10)));
        actions
    };
    let mut both = vec![Action::go_to(Step::Weigh)];
    both.extend(answers(0));
    both.push(Action::take_turn(Person::Clinician));
    both.extend(answers(1));
    let hidden = line(&aid, &after(&aid, both.clone()));
    assert_eq!(hidden["gap"], Value::Null);
    assert_eq!(hidden["method"], json!("swing"));
    let shown = both
        .into_iter()
        .chain([Action::take_turn(Person::Patient), Action::reveal_guess()]);
    assert_eq!(line(&aid, &after(&aid, shown))["gap"], json!("large"));
}

#[test]
fn answers_at_the_end_are_held_to_their_questionnaire() {
    let aid = example();
    let said = after(&aid, [Action::set_mode(Mode::After)]);
    let with = |brought: Value, answers: &[Option<u8>]| {
        let asked = GivenAsked {
            questions: Some(brought.to_string()),
            answers: answers.iter().copied().map(GivenAnswer).collect(),
            ..asked(&said)
        };
        offer(&aid, &said, &asked)
    };
    let collaborate = questions("collaborate", 3);
    let given = with(collaborate.clone(), &[Some(9), None, Some(7)]).unwrap();
    assert!(
        !given.asks_stage,
        "three questions are the most that anybody is asked"
    );
    assert!(
        given
            .line
            .ends_with(r#""measures":[{"id":"collaborate","answers":[9,null,7]}]}"#)
    );
    assert_eq!(given.questions.unwrap().scale, (0..=9).collect::<Vec<u8>>());
    assert!(
        with(collaborate.clone(), &[None; 3])
            .unwrap()
            .line
            .ends_with(r#""measures":[]}"#)
    );
    let wrong = with(collaborate.clone(), &[Some(10), Some(0), Some(0)]).unwrap_err();
    assert_eq!(
        wrong.to_string(),
        "the answers to `collaborate` cannot be given: item 1 is 10: answers go from 0 to 9"
    );
    assert!(with(collaborate.clone(), &[Some(1); 4]).is_err());
    let own = with(questions("own-clinic", 2), &[Some(3), Some(4), None]);
    assert!(own.is_ok() || own.unwrap_err().to_string().contains("own-clinic"));
    let before = after(&aid, [Action::set_mode(Mode::Prepare)]);
    let asked_before = GivenAsked {
        questions: Some(collaborate.to_string()),
        answers: vec![GivenAnswer(Some(9)); 3],
        ..asked(&before)
    };
    let nothing = offer(&aid, &before, &asked_before).unwrap();
    assert!(
        nothing.questions.is_none() && nothing.asks_stage,
        "nobody can answer for a visit that was not"
    );
    assert!(nothing.line.ends_with(r#""measures":[]}"#));
    // What is answered afterwards changes that alone.
    let again = GivenAsked {
        stage: Some(DecisionStage::Chosen),
        ..asked_before
    };
    let answered = GivenOffer::answered(&aid, &nothing.line, &again).unwrap();
    assert_eq!(
        answered.line,
        nothing
            .line
            .replace(r#""after":null},"ready""#, r#""after":"chosen"},"ready""#)
    );
}

#[test]
fn sure_is_asked_whole_before_a_visit_too_and_is_given_as_it_is_scored() {
    let aid = example();
    let said = after(&aid, [Action::set_mode(Mode::Prepare)]);
    let mut file = questions("sure", 4);
    file["when"] = json!("always");
    file["high"] = json!(1);
    let with = |answers: [Option<u8>; 4]| {
        let asked = GivenAsked {
            questions: Some(file.to_string()),
            answers: answers.map(GivenAnswer).to_vec(),
            ..asked(&said)
        };
        offer(&aid, &said, &asked)
    };
    let given = with([Some(1), Some(0), Some(1), None]).unwrap();
    assert!(!given.asks_stage, "four are more than enough");
    assert!(
        given
            .line
            .ends_with(r#""measures":[{"id":"sure","answers":[1,0,1,null]}]}"#)
    );
    let words = given.lines.iter().rev().nth(1).unwrap();
    assert_eq!(
        words.said,
        [
            "Question 1: All",
            "Question 2: None",
            "Question 3: All",
            "Question 4: left out"
        ],
        "two answers have words, and a person reads those"
    );
    // A line that comes back without its questions has the answers as it holds them.
    let back = GivenOffer::answered(&aid, &given.line, &GivenAsked::default()).unwrap();
    assert!(
        back.line.ends_with(r#""measures":[]}"#),
        "and asked nothing now it gives none"
    );
    assert_eq!(Given::read(&given.line).unwrap().to_json(), given.line);
    let whole = with([Some(1), Some(1), Some(0), Some(1)]).unwrap();
    let measure = &Given::read(&whole.line).unwrap().measures[0];
    let answers: Vec<Option<u8>> = measure.answers.iter().map(|answer| answer.0).collect();
    let score = weighup_core::measures::sure(&answers).unwrap();
    assert_eq!((score.score, score.conflict_likely), (3, true));
    assert_eq!(
        with([Some(2), None, None, None]).unwrap_err().to_string(),
        "the answers to `sure` cannot be given: item 1 is 2: answers go from 0 to 1"
    );
}

#[test]
fn questions_that_may_not_be_asked_are_refused_by_name() {
    let refused = |change: fn(&mut Value)| {
        let mut file = questions("collaborate", 3);
        change(&mut file);
        Questions::from_json(&file.to_string()).unwrap_err()
    };
    assert!(Questions::from_json(&questions("collaborate", 3).to_string()).is_ok());
    assert!(Questions::from_json(&questions("own-clinic", 1).to_string()).is_ok());
    let said = [
        refused(|file| file["id"] = json!("regret")),
        refused(|file| file["id"] = json!("sure")),
        refused(|file| file["when"] = json!("always")),
        refused(|file| file["licence"] = json!(" ")),
        refused(|file| file["high"] = json!(10)),
        refused(|file| file["wordings"][0]["items"] = json!(["One?", "Two?"])),
        refused(|file| file["wordings"][0]["low_end"] = json!("")),
        refused(|file| file["wordings"] = json!([])),
        refused(|file| file["version"] = json!(2)),
        refused(|file| file["colour"] = json!("red")),
        refused(|file| {
            let again = file["wordings"][0].clone();
            file["wordings"].as_array_mut().unwrap().push(again);
        }),
    ];
    let said: Vec<String> = said.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!("questions_refused", said.join("\n"));
    let four = Questions::from_json(&questions("own-clinic", 4).to_string());
    assert!(matches!(four, Err(QuestionsError::Items { .. })));
    // A file that cannot be used stops nothing: the facts can be given without it.
    let aid = example();
    let said = after(&aid, [Action::set_mode(Mode::After)]);
    let asked = GivenAsked {
        questions: Some("{}".to_owned()),
        ..asked(&said)
    };
    let given = offer(&aid, &said, &asked).unwrap();
    assert!(given.questions.is_none() && given.refused.is_some());
}

#[test]
fn a_line_that_is_not_one_is_refused_with_its_place() {
    let aid = example();
    let said = Consultation::new(&aid);
    let good = offer(&aid, &said, &asked(&said)).unwrap().line;
    let wrong = |line: &str| Given::read(line).unwrap_err().to_string();
    let mut said = vec![
        wrong(&good[..good.len() - 5]),
        wrong(&good.replace("\"finished\"", "\"note\":\"my name\",\"finished\"")),
        wrong(&good.replace("\"version\":1,\"id\"", "\"version\":2,\"name\":1,\"id\"")),
        wrong(&good.replace(ID, "me")),
        wrong(&good.replace("2026-11", "2026-13")),
        wrong(&good.replace("\"version\":\"0.1.0\"", "\"version\":\"my name is\"")),
        wrong(&good.replace("\"language\":\"en\"", "\"language\":\"\"")),
        wrong(&good.replace("\"opened\":[]", "\"opened\":[\"A sentence.\"]")),
        wrong(&good.replace(
            "\"measures\":[]",
            "\"measures\":[{\"id\":\"sure\",\"answers\":[1]}]",
        )),
        wrong(&good.replace(
            "\"measures\":[]",
            "\"measures\":[{\"id\":\"regret\",\"answers\":[1]}]",
        )),
        wrong("[]"),
    ];
    said.push(wrong(&" ".repeat(70_000)));
    insta::assert_snapshot!("lines_refused", said.join("\n"));
    assert_eq!(
        offer(&aid, &Consultation::new(&aid), &GivenAsked::default()),
        Err(GivenError::NotAnId { given: String::new() })
    );
}

#[test]
fn the_longest_line_of_every_aid_fits_into_a_qr_code() {
    for folder in aids() {
        let aid = aid(&folder);
        let mut actions: Vec<Action> = aid
            .outcomes()
            .iter()
            .map(|outcome| Action::mark(outcome.id.clone(), OutcomeMark::DoesNotMatter))
            .collect();
        actions.extend(Step::ALL.map(Action::go_to));
        actions.extend(ReadinessPrompt::ALL.map(|prompt| Action::set_ready(prompt, false)));
        actions.extend([
            Action::set_mode(Mode::Together),
            Action::set_leaning(Leaning::PleaseAdvise),
            Action::set_status(DecisionStatus::InProgress),
        ]);
        let understood = aid.document().understanding.iter();
        actions.extend(understood.map(|asked| Action::understand(asked.id.clone(), asked.right)));
        let said = after(&aid, actions);
        let opened = aid.outcomes().iter().map(|outcome| outcome.id.to_string());
        let asked = GivenAsked {
            opened: opened.collect(),
            read_aloud: true,
            stage: Some(DecisionStage::CloseToChoosing),
            ..asked(&said)
        };
        let line = offer(&aid, &said, &asked).unwrap().line;
        assert!(
            QrPicture::of(&line, false).is_some(),
            "{}: {} bytes",
            folder.display(),
            line.len()
        );
    }
}

/// Every text that may stand in a line of an aid.
fn allowed(aid: &Aid, schema: &Value) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    closed(schema, &mut words);
    words.extend(aid.outcomes().iter().map(|outcome| outcome.id.to_string()));
    words.extend(aid.document().understanding.iter().map(|asked| asked.id.clone()));
    words.extend([aid.id(), aid.version(), "en", ID, "2026-11"].map(str::to_owned));
    words.insert(Here.hash(aid).unwrap()[..12].to_owned());
    words
}

/// The words of every closed list of the schema.
fn closed(schema: &Value, words: &mut BTreeSet<String>) {
    match schema {
        Value::Object(table) => {
            words.extend(table.get("const").and_then(Value::as_str).map(str::to_owned));
            let list = table.get("enum").and_then(Value::as_array).into_iter().flatten();
            words.extend(list.filter_map(Value::as_str).map(str::to_owned));
            table.values().for_each(|part| closed(part, words));
        }
        Value::Array(list) => list.iter().for_each(|part| closed(part, words)),
        _ => {}
    }
}

fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(list) => list.iter().for_each(|part| texts(part, found)),
        Value::Object(table) => table.values().for_each(|part| texts(part, found)),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Whatever is typed, and after every script: each text of the line is a word of a closed list or an id of the aid.
    #[test]
    fn nothing_that_was_written_and_no_id_of_the_answers_is_in_a_line(words in "\\PC{1,40}", which in 0usize..8) {
        let aid = example();
        let scripts = scripts();
        let mut said = after(&aid, script(&aid, &scripts[which % scripts.len()]));
        for action in [Action::take_turn(Person::Patient)].into_iter().chain(typed(&aid, &words)) {
            // A box may be full, or a list.
            drop(said.apply(&aid, action));
        }
        prop_assert!(said.answers().concerns.iter().any(|concern| matches!(&concern.id, ConcernId(id) if id.starts_with("own-"))));
        let line = line(&aid, &said);
        let allowed = allowed(&aid, &given_schema());
        let mut found = Vec::new();
        texts(&line, &mut found);
        for text in found {
            prop_assert!(allowed.contains(&text), "`{text}` is in the line");
        }
        prop_assert!(!line.to_string().contains("zqx"));
    }
}

fn scripts() -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scripts");
    let mut found: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    found.sort();
    found.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    found
        .iter()
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect()
}

#[test]
fn the_published_schemas_are_those_of_the_types() {
    let docs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/schema");
    for (name, schema) in [
        ("given.schema.json", given_schema()),
        ("given-questions.schema.json", questions_schema()),
    ] {
        let wanted = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        let path = docs.join(name);
        if std::env::var("INSTA_UPDATE").as_deref() == Ok("always") {
            std::fs::write(&path, &wanted).unwrap();
        }
        assert!(
            std::fs::read_to_string(&path).unwrap_or_default() == wanted,
            "{name}: run with INSTA_UPDATE=always"
        );
    }
}
