//! The record of a consultation in every form it leaves in: snapshots of three aids in two languages, and what has to hold of
//! every aid after every script.

#![cfg(feature = "authoring")]
#![expect(clippy::unwrap_used, reason = "a test: failing is how it reports")]

#[cfg(test)]
mod common;

use std::collections::BTreeSet;
use std::path::Path;

use common::{after, aid, aids, script};
use serde_json::Value;
use weighup_core::aid::{Aid, document::Results};
use weighup_core::authoring::{SourceFile, translate};
use weighup_core::consultation::{
    Action, Consultation, DecisionStatus, Leaning, List, Person, Presence, Weighable, WordsBox,
};
use weighup_core::record::{
    Coding, Fhir, Host, Made, Record, RecordAsked, RecordError, RecordForm, SHORT_LIMIT, html_page,
    letter_text, plain_text, record_of_saved, short_text,
};
use weighup_core::view::{self, Engine as _, Here};

const MADE: Made<'static> = Made {
    at: "2026-11-30T10:15:00Z",
    software: "weighup 0.1.0",
    address: Some("https://aids.example/prostate-localised/"),
};

fn record(aid: &Aid, consultation: &Consultation) -> Record {
    Record::of(aid, consultation, Results::Fit, &Here, MADE).unwrap()
}

fn bundle(aid: &Aid, consultation: &Consultation, wanted: Fhir<'_>) -> Value {
    let summary = view::summary(aid, consultation, Results::Fit, &Here);
    let text = record(aid, consultation)
        .fhir(aid.wording(), &summary, wanted)
        .unwrap();
    serde_json::from_str(&text).unwrap()
}

const WHOLE: Fhir<'static> = Fhir {
    patient: Some("Patient/123"),
    plan: true,
    uk_core: true,
    document: Some(Coding {
        system: "https://codes.example",
        code: "sdm",
        display: "Shared decision",
    }),
};

/// Every form, one after the other. What changes with every word of the aid is left out.
fn every_form(aid: &Aid, consultation: &Consultation) -> String {
    let (record, words) = (record(aid, consultation), aid.wording());
    let summary = view::summary(aid, consultation, Results::Fit, &Here);
    let host = Host {
        problem: Some("Localised prostate cancer"),
        contact: None,
    };
    let parts = [
        ("short", short_text(words, &record)),
        ("letter", letter_text(words, &record)),
        ("prsb", record.prsb(host).text()),
        ("plan", record.plan().text()),
        ("text", plain_text(words, &summary)),
        ("json", serde_json::to_string_pretty(&record).unwrap()),
        ("html", html_page(words, &record).replace('>', ">\n")),
    ];
    let hash = aid.hash();
    parts
        .iter()
        .map(|(name, text)| format!("=== {name}\n{text}\n"))
        .collect::<String>()
        .replace(hash.as_str(), "HASH")
        .replace(hash.short(), "HASH")
}

fn folder(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../decision-aids")
        .join(name)
}

fn in_language(aid: &Aid, name: &str, tag: &str) -> Aid {
    let path = folder(name).join(format!("{tag}.toml"));
    let bytes = std::fs::read(path).unwrap();
    let file = SourceFile {
        name: "translation",
        bytes: &bytes,
    };
    translate(aid.document(), file, tag).aid.unwrap()
}

fn decided(aid: &Aid, status: DecisionStatus) -> Consultation {
    let prepared = include_str!("scripts/prepared.json");
    let mut consultation = after(aid, script(aid, prepared));
    consultation.apply(aid, Action::set_status(status)).unwrap();
    consultation
}

#[test]
fn three_aids_in_two_languages() {
    for (name, status) in [
        ("prostate-localised", DecisionStatus::Made),
        ("otitis-media", DecisionStatus::InProgress),
        ("carpal-tunnel", DecisionStatus::Withdrawn),
        ("atrial-fibrillation", DecisionStatus::Withdrawn),
    ] {
        let aid = aid(&folder(name));
        insta::assert_snapshot!(format!("{name}__en"), every_form(&aid, &decided(&aid, status)));
        for tag in ["cy", "ur"] {
            if folder(name).join(format!("{tag}.toml")).exists() {
                let there = in_language(&aid, name, tag);
                insta::assert_snapshot!(
                    format!("{name}__{tag}"),
                    every_form(&there, &decided(&there, status))
                );
            }
        }
    }
}

/// All the ids that are defined, and all that are pointed at.
fn references(value: &Value, defined: &mut BTreeSet<String>, pointed: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text) if name == "fullUrl" => {
                        assert!(defined.insert(text.clone()), "{text} twice");
                    }
                    Value::String(text) if name == "reference" && text.starts_with("urn:") => {
                        pointed.insert(text.clone());
                    }
                    Value::Object(_) | Value::Array(_) => references(value, defined, pointed),
                    // FHIR knows no null and no empty text.
                    other => assert!(!other.is_null() && other != "", "{name}"),
                }
            }
            assert!(!fields.is_empty());
        }
        Value::Array(list) => {
            assert!(!list.is_empty());
            list.iter().for_each(|value| references(value, defined, pointed));
        }
        _ => {}
    }
}

fn link_ids(items: &Value, found: &mut Vec<String>) {
    for item in items.as_array().into_iter().flatten() {
        found.push(item["linkId"].as_str().unwrap().to_owned());
        link_ids(&item["item"], found);
    }
}

#[test]
fn every_aid_after_every_script_leaves_in_every_form() {
    let mut seen = 0;
    for folder in aids() {
        let aid = aid(&folder);
        for path in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scripts")).unwrap() {
            let text = std::fs::read_to_string(path.unwrap().path()).unwrap();
            let consultation = after(&aid, script(&aid, &text));
            let (record, words) = (record(&aid, &consultation), aid.wording());
            let short = short_text(words, &record);
            assert!(short.encode_utf16().count() <= SHORT_LIMIT, "{short}");
            assert!(
                short.contains(&record.status.said) && short.ends_with("More is in the full record."),
                "{short}"
            );
            let letter = letter_text(words, &record);
            for own in &record.words {
                let line = own.words.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(letter.contains(&line), "{letter}");
            }
            for wanted in [Fhir::default(), WHOLE] {
                let bundle = bundle(&aid, &consultation, wanted);
                let (mut defined, mut pointed) = (BTreeSet::new(), BTreeSet::new());
                references(&bundle, &mut defined, &mut pointed);
                assert!(pointed.is_subset(&defined), "{pointed:?} of {defined:?}");
                let of = |kind: &str| {
                    let entries = bundle["entry"].as_array().unwrap();
                    entries
                        .iter()
                        .map(|entry| &entry["resource"])
                        .find(|found| found["resourceType"] == kind)
                };
                let (mut asked, mut answered) = (Vec::new(), Vec::new());
                link_ids(&of("Questionnaire").unwrap()["item"], &mut asked);
                link_ids(&of("QuestionnaireResponse").unwrap()["item"], &mut answered);
                assert_eq!(
                    asked.len(),
                    asked.iter().collect::<BTreeSet<_>>().len(),
                    "{asked:?}"
                );
                assert!(answered.iter().all(|id| asked.contains(id)), "{answered:?}");
                assert_eq!(of("CarePlan").is_some(), wanted.plan);
                // Asked again it is the same, to the last identifier.
                assert_eq!(bundle, self::bundle(&aid, &consultation, wanted));
            }
            seen += 1;
        }
    }
    assert!(seen > 200, "{seen}");
}

#[test]
fn words_that_look_like_markup_stay_words_in_every_form() {
    let hostile = "<script>alert(1)</script> & \"x\" ' <img src=x onerror=alert(1)> ]]> \u{202e}\u{0}\u{b}";
    let aid = aid(&folder("prostate-localised"));
    let mut actions = vec![
        Action::set_leaning(Leaning::Option(aid.options()[0].id.clone())),
        Action::set_status(DecisionStatus::Made),
        Action::set_questions(hostile.to_owned()),
        Action::add_concern(hostile.to_owned()),
        Action::add_note(
            List::Actions,
            Presence::Me,
            hostile.to_owned(),
            hostile.to_owned(),
        ),
        Action::add_note(
            List::Agenda,
            Presence::Professional,
            hostile.to_owned(),
            String::new(),
        ),
        Action::say_about(aid.outcomes()[0].id.clone(), hostile.to_owned()),
    ];
    for place in WordsBox::ALL {
        actions.push(Action::set_words(place, hostile.to_owned()));
    }
    let consultation = after(&aid, actions);
    let record = record(&aid, &consultation);
    let page = html_page(aid.wording(), &record);
    assert!(!page.contains("<script") && !page.contains("<img") && !page.contains(['\u{0}', '\u{b}']));
    // All markup is of the page's own few tags.
    for tag in page.split('<').skip(1) {
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        let own = [
            "", "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "ul", "li",
            "table", "caption", "thead", "tbody", "tr", "td", "th", "br", "footer",
        ];
        assert!(own.contains(&name.as_str()), "{name}");
    }
    for entry in bundle(&aid, &consultation, WHOLE)["entry"].as_array().unwrap() {
        let said = entry["resource"]["text"]["div"].as_str().unwrap();
        assert!(
            said.starts_with("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>"),
            "{said}"
        );
        let inside = said
            .trim_start_matches("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>")
            .trim_end_matches("</p></div>");
        assert!(!inside.contains(['<', '>', '\u{0}', '\u{b}']), "{inside}");
    }
}

#[test]
fn a_guess_that_is_not_shown_is_in_no_form() {
    let aid = aid(&folder("prostate-localised"));
    let limits = view::weigh(&aid, &Consultation::new(&aid)).limits;
    let weighed = |at: usize| Weighable::Outcome(limits[at].outcome.clone());
    let theirs = vec![Action::choose_first(weighed(0))];
    let mut with = theirs.clone();
    with.extend([
        Action::take_turn(Person::Clinician),
        Action::choose_first(weighed(1)),
        Action::take_turn(Person::Patient),
    ]);
    let forms = |actions: Vec<Action>| every_form(&aid, &after(&aid, actions));
    assert_eq!(forms(with), forms(theirs));
}

#[test]
fn a_decision_is_for_an_option_and_ends_with_it() {
    let aid = aid(&folder("prostate-localised"));
    let option = |at: usize| Leaning::Option(aid.options()[at].id.clone());
    let mut consultation = Consultation::new(&aid);
    let refused = consultation
        .apply(&aid, Action::set_status(DecisionStatus::Made))
        .unwrap_err();
    assert!(
        refused
            .to_string()
            .starts_with("nothing is decided without an option"),
        "{refused}"
    );
    let mut consultation = after(
        &aid,
        [
            Action::set_leaning(option(0)),
            Action::set_status(DecisionStatus::Made),
        ],
    );
    assert_eq!(record(&aid, &consultation).status.code, DecisionStatus::Made);
    // Saved and opened again it stands; leaning to another option it does not.
    let saved = consultation.save(&aid, None);
    let opened = Consultation::restore(&aid, &saved, None).unwrap().consultation;
    assert_eq!(record(&aid, &opened).status.said, "Decided: active monitoring.");
    consultation.apply(&aid, Action::set_leaning(option(1))).unwrap();
    assert_eq!(
        record(&aid, &consultation).status.code,
        DecisionStatus::InProgress
    );
    // What was taken back was taken back of one option, and is said of no other.
    let mut back = after(
        &aid,
        [
            Action::set_leaning(option(0)),
            Action::set_status(DecisionStatus::Withdrawn),
        ],
    );
    let said = record(&aid, &back).status.said;
    assert_eq!(
        said,
        "Withdrawn: active monitoring was decided before, and that no longer stands."
    );
    back.apply(&aid, Action::set_leaning(option(1))).unwrap();
    assert_eq!(record(&aid, &back).status.code, DecisionStatus::InProgress);
    // A file that says so of no option is not believed.
    let forged = saved.replace(
        "\"leaning\":{\"option\":\"monitoring\"}",
        "\"leaning\":\"undecided\"",
    );
    assert_ne!(forged, saved);
    let opened = Consultation::restore(&aid, &forged, None).unwrap().consultation;
    assert_eq!(record(&aid, &opened).status.code, DecisionStatus::InProgress);
}

#[test]
fn what_the_standard_calls_mandatory_is_named_where_it_is_missing() {
    let aid = aid(&folder("prostate-localised"));
    let nothing = Consultation::new(&aid);
    let empty = record(&aid, &nothing).prsb(Host::default());
    assert_eq!(empty.status, "in progress");
    assert_eq!(
        empty.missing,
        [
            "Contacts with professionals",
            "Problem list",
            "What matters to the person",
            "Options discussed: the option of doing nothing",
            "Recording the decision: the decision",
        ]
    );
    assert!(
        empty
            .text()
            .contains("incomplete against PRSB SDM v1.0: Contacts with professionals; ")
    );
    // An aid with the option of no treatment, what matters and a decision lacks what only the host knows, until it is given.
    let aid = self::aid(&folder("otitis-media"));
    let consultation = decided(&aid, DecisionStatus::Made);
    let record = record(&aid, &consultation);
    assert_eq!(
        record.prsb(Host::default()).missing,
        ["Contacts with professionals", "Problem list"]
    );
    assert_eq!(record.prsb(Host::default()).status, "in progress");
    let given = Host {
        problem: Some("Ear infection"),
        contact: Some("30 November 2026, surgery, Dr Example"),
    };
    assert_eq!(record.prsb(given).status, "valid");
    assert!(record.prsb(given).is_complete());
}

#[test]
fn a_moment_is_a_moment_and_a_patient_a_reference() {
    let aid = aid(&folder("prostate-localised"));
    let consultation = Consultation::new(&aid);
    let made = |at| Record::of(&aid, &consultation, Results::Fit, &Here, Made { at, ..MADE });
    for at in [
        "2026-11-30T10:15:00Z",
        "2026-11-30T10:15:00.123Z",
        "2026-11-30T10:15:00+01:00",
        "2028-02-29T23:59:59-05:30",
    ] {
        assert_eq!(made(at).unwrap().made.at, at);
    }
    for at in [
        "",
        "2026-11-30",
        "2026-11-30T10:15Z",
        "2026-13-30T10:15:00Z",
        "2026-02-30T10:15:00Z",
        "2026-11-30T24:15:00Z",
        "2026-11-30T10:15:00",
        "2026-11-30T10:15:00+25:00",
        "2026-11-30 10:15:00Z",
        "2026-11-30T10:15:0éZ",
        "T",
        "éTé",
        "2026-11-30T10:15:00.Z",
        "2026-11-30T+1:15:00Z",
    ] {
        assert_eq!(
            made(at).unwrap_err(),
            RecordError::NotAMoment { given: at.to_owned() }
        );
    }
    let summary = view::summary(&aid, &consultation, Results::Fit, &Here);
    for patient in [
        "",
        "123",
        "Patient/",
        "Patient/a b",
        "Patient/<x>",
        "Practitioner/1",
        "Patient/é",
    ] {
        let wanted = Fhir {
            patient: Some(patient),
            ..Fhir::default()
        };
        let error = record(&aid, &consultation)
            .fhir(aid.wording(), &summary, wanted)
            .unwrap_err();
        assert!(error.to_string().contains("write it as Patient/123"), "{error}");
    }
}

/// Everything that can be written or ticked, and the forms that it is not in, each with the reason.
#[test]
fn what_was_written_or_ticked_is_in_every_form_that_is_not_too_short_for_it() {
    let aid = aid(&folder("prostate-localised"));
    let token = |at: usize| format!("Said in box {at}.");
    let mut c = decided(&aid, DecisionStatus::Made);
    for (at, place) in WordsBox::ALL.into_iter().enumerate() {
        c.apply(&aid, Action::set_words(place, token(at))).unwrap();
    }
    let own = "Asked in their words.";
    c.apply(&aid, Action::set_questions(own.into())).unwrap();
    c.apply(&aid, Action::toggle_ask(2)).unwrap();
    let ticked = aid.document().questions[1].to_string();
    let saved = c.save(&aid, Here.hash(&aid));
    for form in RecordForm::all() {
        let asked = RecordAsked {
            form,
            made: MADE,
            host: Host::default(),
            fhir: Fhir::default(),
            site: Results::Fit,
        };
        let text = record_of_saved(&aid, &saved, &Here, asked).unwrap().text;
        let boxes = WordsBox::ALL
            .into_iter()
            .enumerate()
            .filter(|(at, _)| !text.contains(&token(*at)));
        let missing: Vec<WordsBox> = boxes.map(|(_, place)| place).collect();
        // Some forms list all questions of the aid: what was ticked stands there once more.
        let lists = matches!(form, RecordForm::Text | RecordForm::Html | RecordForm::Json);
        let times = text.matches(&ticked).count();
        let asked = [text.contains(own), times == if lists { 2 } else { 1 }];
        match form {
            RecordForm::Text
            | RecordForm::Letter
            | RecordForm::Html
            | RecordForm::Json
            | RecordForm::Fhir => {
                assert_eq!((missing, asked), (vec![], [true, true]), "{form:?}");
            }
            // The standards have no heading for what others say, or for questions.
            RecordForm::Prsb | RecordForm::Plan => assert_eq!(
                (missing, asked),
                (vec![WordsBox::Companion, WordsBox::Professional], [false, false]),
                "{form:?}"
            ),
            // What matters and what would not be accepted come first, and then the decision.
            RecordForm::Short => assert!(!missing.contains(&WordsBox::Matters), "{missing:?}"),
        }
    }
}
