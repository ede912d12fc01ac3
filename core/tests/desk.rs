//! The desk over every aid: what is opened and not changed stays byte for byte, a value that is set back leaves no trace, and no
//! change, however odd, breaks a file.
#![cfg(feature = "desk")]
#![expect(clippy::expect_used, clippy::panic, reason = "helpers of tests fail the test")]

#[path = "common/desk.rs"]
mod common;

use common::{Files, aids, cells, desk, fields, files, same, set, sorted, text};
use proptest::prelude::*;
use serde_json::Value;
use weighup_core::desk::{DeskChange, DeskError, DeskSeen, FieldSaid, PasteColumns};
use weighup_core::folder::{AidFolder, ScoresKept};

#[test]
fn what_is_opened_and_not_changed_stays_byte_for_byte_and_builds_the_same() {
    for aid in aids() {
        let files = files(&aid);
        let desk = desk(&aid);
        same(&desk, &files, &aid);
        let sheet = desk.sheet();
        assert!(sheet.files.iter().all(|file| !file.changed && file.form), "{aid}");
        assert_eq!((sheet.undo, sheet.redo), (None, None));
        let (own, beside): (Files, Files) = files.into_iter().partition(|file| file.0 == "aid.toml");
        let folder = AidFolder::new(own[0].clone(), beside);
        let ready = folder.ready(None, ScoresKept::All).aid.expect("it builds");
        assert_eq!(
            desk.built(&DeskSeen::Aid).expect("it builds"),
            ready.aid.to_json(),
            "{aid}"
        );
        for (stem, translated) in &ready.translations {
            assert_eq!(
                desk.built(&DeskSeen::Translation(stem.clone()))
                    .expect("it builds"),
                translated.to_json(),
                "{aid} {stem}"
            );
        }
    }
}

/// What stands in the sheet is what stands in the file: every text of an aid is in a field or a cell.
#[test]
fn every_value_of_every_aid_is_on_the_sheet() {
    fn leaves(value: &Value, out: &mut usize) {
        match value {
            Value::Object(fields) => fields.values().for_each(|value| leaves(value, out)),
            Value::Array(list) if list.iter().any(Value::is_object) => {
                list.iter().for_each(|value| leaves(value, out))
            }
            _ => *out += 1,
        }
    }
    for aid in aids() {
        let desk = desk(&aid);
        let file: Value = toml::from_str(desk.text("aid.toml").expect("text")).expect("TOML");
        let mut wanted = 0;
        leaves(&file, &mut wanted);
        let shown = fields(&desk)
            .into_iter()
            .filter(|field| field.0 == "aid.toml" && field.3.is_some())
            .count();
        let in_cells: usize = cells(&desk).iter().map(|cell| cell.values.len()).sum();
        assert_eq!(shown + in_cells, wanted, "{aid}");
    }
}

#[test]
fn a_field_that_is_set_to_something_else_and_back_leaves_no_trace() {
    // A few of each aid, others of each, so that together they are of every kind.
    const STRIDE: usize = 61;
    for (nth, aid) in aids().iter().enumerate() {
        let before = files(aid);
        let mut desk = desk(aid);
        let fields = fields(&desk);
        for (file, path, _, value) in fields.iter().skip(nth * 7 % STRIDE).step_by(STRIDE) {
            let other = match value {
                Some(FieldSaid::Flag(flag)) => FieldSaid::Flag(!flag),
                Some(FieldSaid::List(list))
                    if list.iter().all(|one| one.parse::<u32>().is_ok()) && list.len() == 2 =>
                {
                    FieldSaid::List(vec!["1".to_owned(), "2".to_owned()])
                }
                Some(FieldSaid::List(list)) => FieldSaid::List(
                    list.iter()
                        .skip(1)
                        .cloned()
                        .chain(["Something else".to_owned()])
                        .collect(),
                ),
                Some(FieldSaid::Text(_)) | None => FieldSaid::Text("another-one".to_owned()),
            };
            let done = desk.change(&set(file, path, Some(other)));
            let done = match done {
                Ok(done) => done,
                // Words and numbers that this is none of: refused, and nothing is changed.
                Err(DeskError::Value { .. }) => {
                    same(&desk, &before, &format!("{aid} {path}"));
                    continue;
                }
                Err(error) => panic!("{aid} {path}: {error}"),
            };
            assert!(!done.words.is_empty(), "{aid} {path}");
            let changed = desk.text(file).expect("text");
            let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
            let was = before
                .iter()
                .find(|known| known.0 == *file)
                .expect("it was there");
            let was = lines(std::str::from_utf8(&was.1).expect("text"));
            let kept = lines(changed).iter().filter(|line| was.contains(line)).count();
            // An identifier is changed wherever it stands; any other field only on its own lines.
            if !path.ends_with(".id") {
                let list = value.as_ref().map_or(1, |said| {
                    if let FieldSaid::List(list) = said {
                        list.len() + 2
                    } else {
                        1
                    }
                });
                assert!(kept + list >= was.len().min(lines(changed).len()), "{aid} {path}");
            }
            desk.change(&set(file, path, value.clone()))
                .expect("it is set back");
            same(&desk, &before, &format!("{aid} {path}"));
        }
    }
}

#[test]
fn undo_goes_back_to_the_first_byte_and_redo_forward_again() {
    let mut desk = desk("otitis-media");
    let before = sorted(&desk);
    let changes = [
        set("aid.toml", "about.funding", text("Somebody paid.")),
        set("aid.toml", "outcome[0].denominator", text("1,000")),
        DeskChange::Move {
            file: "aid.toml".to_owned(),
            path: "option[2]".to_owned(),
            to: 0,
        },
        DeskChange::Remove {
            file: "aid.toml".to_owned(),
            path: "term[0]".to_owned(),
        },
        DeskChange::Add {
            file: "aid.toml".to_owned(),
            path: "prompt".to_owned(),
            at: Some(1),
            fields: vec![
                ("id".to_owned(), FieldSaid::Text("new".to_owned())),
                ("text".to_owned(), FieldSaid::Text("What is new?".to_owned())),
            ],
        },
        DeskChange::Rename {
            path: "option[0]".to_owned(),
            to: "first".to_owned(),
        },
        set("aid.toml", "finding", None),
    ];
    let mut after = Vec::new();
    for change in &changes[..6] {
        desk.change(change)
            .unwrap_or_else(|error| panic!("{change:?}: {error}"));
        after.push(sorted(&desk));
    }
    // A whole table is left out like a field.
    desk.change(&changes[6]).expect("it is left out");
    assert!(!desk.text("aid.toml").expect("text").contains("[finding]"));
    desk.undo().expect("a step");
    for state in after.iter().rev() {
        same(&desk, state, "");
        desk.undo().expect("a step");
    }
    same(&desk, &before, "");
    assert_eq!(desk.undo(), None);
    for state in &after {
        desk.redo().expect("a step");
        same(&desk, state, "");
    }
    desk.change(&changes[0]).expect("nothing changes");
    assert!(desk.redo().is_some(), "what changes nothing is no step");
}

fn paths() -> impl Strategy<Value = String> {
    let known = [
        "about",
        "about.funding",
        "about.purpose",
        "about.purpose[1]",
        "option",
        "option[0]",
        "option[1].name",
        "option[7]",
        "outcome[0]",
        "outcome[1].figures",
        "outcome[1].figures[0]",
        "outcome[0].figures[0].cells.now",
        "outcome[0].figures[0].cells.now.events",
        "outcome[0].amount.unit",
        "source",
        "source[2]",
        "term[0]",
        "questions",
        "baseline.question",
        "test.results.people",
        "format",
        "id",
        "left_out[0].why",
        "understanding[0].right",
        "about.authors",
        "about.authors[0]",
        "nonsense",
        "",
        "a..b",
        "option[-1]",
        "finding.life",
        "finding",
        "guideline[0].says[0]",
        "retold[0].part[0].text",
    ];
    prop::sample::select(known.to_vec()).prop_map(str::to_owned)
}

fn saids() -> impl Strategy<Value = FieldSaid> {
    prop_oneof![
        any::<bool>().prop_map(FieldSaid::Flag),
        "\\PC{0,12}".prop_map(FieldSaid::Text),
        prop::sample::select(vec![
            "",
            "1",
            "12 / 100",
            "now",
            "higher",
            "\"'\\",
            "{pain.now@3d}",
            "#",
            "]",
            "\u{1b}",
            "a\nb"
        ])
        .prop_map(|said| FieldSaid::Text(said.to_owned())),
        prop::collection::vec("\\PC{0,6}", 0..4).prop_map(FieldSaid::List),
    ]
}

fn changes() -> impl Strategy<Value = DeskChange> {
    let file = || {
        prop::sample::select(vec![
            "aid.toml",
            "aid.toml",
            "aid.toml",
            "review.toml",
            "cy.toml",
            "no.toml",
        ])
        .prop_map(str::to_owned)
    };
    prop_oneof![
        4 => (file(), paths(), prop::option::of(saids())).prop_map(|(file, path, value)| DeskChange::Set { file, path, value }),
        1 => (paths(), "\\PC{0,12}").prop_map(|(path, said)| DeskChange::Cell { path, said }),
        2 => (file(), paths(), prop::option::of(0_usize..9), prop::collection::vec((prop::sample::select(vec!["id", "name", "text", "x"]).prop_map(str::to_owned), saids()), 0..3))
            .prop_map(|(file, path, at, fields)| DeskChange::Add { file, path, at, fields }),
        2 => (file(), paths()).prop_map(|(file, path)| DeskChange::Remove { file, path }),
        2 => (file(), paths(), 0_usize..9).prop_map(|(file, path, to)| DeskChange::Move { file, path, to }),
        1 => (file(), paths(), "[0-9a-z/ \t,\n\"%]{0,30}").prop_map(|(file, path, text)| DeskChange::Paste { file, path, text, columns: PasteColumns::AsTheyAre }),
        1 => (paths(), "[a-z-]{0,5}").prop_map(|(path, to)| DeskChange::Rename { path, to }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn no_change_breaks_a_file_and_all_of_them_can_be_taken_back(changes in prop::collection::vec(changes(), 1..8)) {
        let mut desk = desk("otitis-media");
        let before = sorted(&desk);
        for change in &changes {
            let was = sorted(&desk);
            match desk.change(change) {
                Ok(_) => for (name, _) in desk.files() {
                    let text = desk.text(&name).expect("text");
                    prop_assert!(toml::from_str::<Value>(text).is_ok(), "{change:?} broke {name}");
                },
                Err(error) => {
                    prop_assert!(!error.to_string().is_empty());
                    prop_assert!(sorted(&desk) == was, "{:?} was refused and changed something", change);
                }
            }
        }
        let _ = desk.sheet();
        while desk.undo().is_some() {}
        prop_assert!(sorted(&desk) == before);
    }
}
