//! Which texts changed since they were translated, text by text and without another version: what each was made from stands in the
//! translation's own file, is written by the desk, and is read by the check.
#![cfg(feature = "desk")]
#![expect(clippy::expect_used, clippy::panic, reason = "helpers of tests fail the test")]

#[path = "common/desk.rs"]
mod common;

use common::{desk, same, set, sorted, text};
use weighup_core::aid::Code;
use weighup_core::authoring::{SourceFile, read, skeleton};
use weighup_core::desk::{AuthorDesk, DeskChange, Pair, PairState};

const SOUND: &str = include_str!("../../tests/fixtures/aids/sound/aid.toml");

fn changed(desk: &AuthorDesk, language: &str) -> Vec<String> {
    let pairs = desk.translation(language).expect("it is there");
    let of = |pair: &&Pair| pair.state == PairState::Changed;
    pairs.iter().filter(of).map(|pair| pair.name.clone()).collect()
}

fn behind(desk: &AuthorDesk) -> Vec<String> {
    let found = desk.problems(None);
    let of = found
        .iter()
        .filter(|remark| remark.problem.code == Code::TranslationBehind);
    of.map(|remark| {
        format!(
            "{} {}",
            remark.file.as_deref().unwrap_or_default(),
            remark.path.as_deref().unwrap_or_default()
        )
    })
    .collect()
}

#[test]
fn a_changed_original_is_told_of_each_translation_and_set_back_leaves_no_trace() {
    let mut desk = desk("otitis-media");
    let before = sorted(&desk);
    assert!(behind(&desk).is_empty());
    let old = desk
        .translation("cy")
        .expect("there")
        .into_iter()
        .find(|pair| pair.name == "about.funding")
        .expect("a text");
    desk.change(&set(
        "aid.toml",
        "about.funding",
        text("A charity paid for this aid."),
    ))
    .expect("it is set");
    for language in ["cy", "ur", "easy"] {
        assert_eq!(changed(&desk, language), ["about.funding"], "{language}");
        let file = desk.text(&format!("{language}.toml")).expect("text");
        assert!(file.contains("[made_from]\n\"about.funding\" = \""), "{language}");
    }
    assert_eq!(
        behind(&desk),
        [
            "cy.toml about.funding",
            "easy.toml about.funding",
            "ur.toml about.funding"
        ]
    );
    // A second change of the same text says nothing new, one step back at a time.
    let marked = sorted(&desk);
    desk.change(&set(
        "aid.toml",
        "about.funding",
        text("Two charities paid for it."),
    ))
    .expect("it is set");
    assert_eq!(changed(&desk, "cy"), ["about.funding"]);
    desk.undo().expect("a step");
    same(&desk, &marked, "one step back");
    desk.change(&set("aid.toml", "about.funding", text(&old.original)))
        .expect("it is set back");
    same(&desk, &before, "set back");
    while desk.undo().is_some() {}
    same(&desk, &before, "all taken back");
}

#[test]
fn a_text_that_is_translated_anew_or_said_to_be_right_is_of_the_original_as_it_is() {
    let mut desk = desk("otitis-media");
    desk.change(&set(
        "aid.toml",
        "about.funding",
        text("A charity paid for this aid."),
    ))
    .expect("it is set");
    desk.translate("cy", "about.funding", "Elusen a dalodd am y cymorth hwn.")
        .expect("it is written");
    assert!(changed(&desk, "cy").is_empty());
    desk.still_right("ur", "about.funding").expect("it is said");
    assert!(changed(&desk, "ur").is_empty());
    assert_eq!(behind(&desk), ["easy.toml about.funding"]);
    // What is kept is opened again, and says the same.
    let again = AuthorDesk::open(sorted(&desk)).expect("it opens");
    assert_eq!(
        (changed(&again, "cy").len(), changed(&again, "easy").len()),
        (0, 1)
    );
    desk.translation_is_current("easy").expect("it is said");
    assert!(behind(&desk).is_empty());
    // A text that is taken out takes its mark along.
    desk.translate("cy", "about.funding", "")
        .expect("it is taken out");
    assert!(!desk.text("cy.toml").expect("text").contains("\"about.funding\""));
    assert!(desk.still_right("cy", "about.funding").is_err());
    assert!(desk.still_right("cy", "no.such.text").is_err());
}

#[test]
fn marks_follow_an_identifier_that_is_called_otherwise() {
    let mut desk = desk("otitis-media");
    let pairs = desk.translation("cy").expect("there");
    let of = |pair: &&Pair| pair.name.starts_with("option.now.") && pair.translated.is_some();
    for pair in pairs.iter().filter(of) {
        desk.still_right("cy", &pair.name).expect("it is said");
    }
    let before = sorted(&desk);
    let rename = |desk: &mut AuthorDesk, path: &str, to: &str| {
        desk.change(&DeskChange::Rename {
            path: path.to_owned(),
            to: to.to_owned(),
        })
        .expect("it is called otherwise");
    };
    let option = pairs
        .iter()
        .find(of)
        .and_then(|pair| pair.path.split('.').next().map(str::to_owned))
        .expect("an option");
    rename(&mut desk, &option, "at-once");
    assert!(
        desk.text("cy.toml")
            .expect("text")
            .contains("\"option.at-once.name\"")
    );
    assert!(changed(&desk, "cy").is_empty());
    // Texts refer to outcomes by their identifiers, and say nothing else for that.
    rename(&mut desk, "outcome[0]", "ache");
    assert!(changed(&desk, "cy").is_empty());
    rename(&mut desk, "outcome[0]", "pain");
    rename(&mut desk, &option, "now");
    same(&desk, &before, "called as before");
}

#[test]
fn the_check_reads_marks_and_the_file_to_start_from_keeps_them() {
    let files = common::files("otitis-media");
    let bytes = |name: &str| {
        files
            .iter()
            .find(|file| file.0 == name)
            .map(|file| file.1.clone())
            .expect("a file")
    };
    let (aid, cy) = (
        bytes("aid.toml"),
        String::from_utf8(bytes("cy.toml")).expect("text"),
    );
    fn source<'f>(name: &'f str, bytes: &'f [u8]) -> SourceFile<'f> {
        SourceFile { name, bytes }
    }
    let reading = read(source("aid.toml", &aid), None);
    let told = |text: &str| -> Vec<String> {
        let (problems, ..) =
            weighup_core::authoring::translation(&reading, source("cy.toml", text.as_bytes()));
        problems.iter().map(ToString::to_string).collect()
    };
    assert!(told(&cy).is_empty(), "{:?}", told(&cy));
    let old = format!("{cy}\n[made_from]\n\"about.funding\" = \"00000000\"\n\"no.such\" = \"1\"\n");
    let said = told(&old);
    assert!(
        said.len() == 1
            && said[0].contains("translation-behind")
            && said[0].contains("the original was changed since"),
        "{said:?}"
    );
    let document = reading.document.as_ref().expect("a document");
    let kept = skeleton(document, None, Some(source("cy.toml", old.as_bytes()))).expect("TOML");
    assert!(kept.contains("[made_from]\n\"about.funding\" = \"00000000\"\n") && !kept.contains("no.such"));
    // Where every text says what it was made from, another version of the aid says no more.
    let small = |made_from: &str| {
        let cy = format!("from_version = \"0.0.1\"\nshort_title = \"Cosi\"\n{made_from}");
        let files = vec![
            ("aid.toml".to_owned(), SOUND.as_bytes().to_vec()),
            ("cy.toml".to_owned(), cy.into_bytes()),
        ];
        AuthorDesk::open(files).expect("it opens")
    };
    let mut desk = small("");
    assert_eq!(behind(&desk), ["cy.toml from_version"]);
    desk.still_right("cy", "short_title").expect("it is said");
    assert!(behind(&desk).is_empty() && changed(&desk, "cy").is_empty());
    assert_eq!(
        behind(&small("[made_from]\nshort_title = \"00000000\"\n")),
        ["cy.toml short_title"]
    );
}
