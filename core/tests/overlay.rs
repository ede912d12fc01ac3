//! A trust's layer over a published aid: what it may do, and that it reaches no published figure.
#![cfg(feature = "authoring")]
#![expect(clippy::expect_used, reason = "helpers of tests fail the test")]

use weighup_core::aid::Aid;
use weighup_core::authoring::{Laid, Reading, SourceFile, lay, read};
use weighup_core::view;

const AID: &str = include_str!("../../tests/fixtures/aids/sound/aid.toml");
const OVERLAY: &str = include_str!("../../tests/fixtures/aids/overlay/overlay.toml");

/// The fixture with a third option, so that one can be hidden.
fn three_options() -> String {
    let tablet = AID
        .find("[[option]]\nid = \"tablet\"")
        .expect("the option is there");
    let end = AID.find("[[outcome]]").expect("the outcomes are there");
    let cream = AID
        .get(tablet..end)
        .expect("the text of an option")
        .replace("\"tablet\"", "\"cream\"")
        .replace("\"Tablet\"", "\"Cream\"")
        .replace("the tablet", "the cream")
        .replace("itch.tablet@", "itch.cream@");
    let mut whole = AID.to_owned();
    whole.insert_str(end, &cream);
    whole
        .replace("cells.tablet = { events = 20, people = 200, interval = \"wilson95\" }", "cells.tablet = { events = 20, people = 200, interval = \"wilson95\" }\ncells.cream = { events = 50, people = 200, interval = \"wilson95\" }")
        .replace("cells.tablet = { count = 30, per = 100, range = [25, 35], range_kind = \"interval95\" }", "cells.tablet = { count = 30, per = 100, range = [25, 35], range_kind = \"interval95\" }\ncells.cream = { unknown = \"No one counted.\" }")
        .replace("natural_course = [\"About {itch.wait@1y} itch at 1 year.\"]", "natural_course = [\"About {itch.wait@1y} itch at 1 year. With the cream it is {itch.cream@1y}.\"]")
}

fn reading(aid: &str) -> Reading {
    let reading = read(
        SourceFile {
            name: "aid.toml",
            bytes: aid.as_bytes(),
        },
        None,
    );
    assert!(reading.aid.is_some(), "{:?}", reading.problems);
    reading
}

fn over(aid: &str, overlay: &str) -> Laid {
    lay(
        &reading(aid),
        SourceFile {
            name: "overlay.toml",
            bytes: overlay.as_bytes(),
        },
    )
}

fn lines(laid: &Laid) -> String {
    laid.problems
        .iter()
        .map(|problem| format!("{problem}\n"))
        .collect()
}

#[test]
fn a_local_layer_adds_and_says_what_it_changed() {
    let laid = over(AID, OVERLAY);
    assert_eq!(lines(&laid), "");
    let aid = laid.aid.expect("it is sound");
    let published = reading(AID).aid.expect("it is sound");
    assert_ne!(aid.hash(), published.hash());
    let notice = view::review_notice(&aid).text;
    assert!(
        notice.starts_with(&view::review_notice(&published).text),
        "{notice}"
    );
    insta::assert_snapshot!(notice.replace(&view::review_notice(&published).text, "…"), @"… Changed by Anytown Hospital on 1 March 2026: local information about the tablet; figures of its own about coming back; local contacts; more questions to ask.");
    assert!(aid.to_json().contains("At Anytown Hospital: You collect it"));
    let again = Aid::from_json(aid.to_json()).expect("its own JSON");
    assert_eq!(
        (again.hash(), view::review_notice(&again).text),
        (aid.hash(), notice)
    );
}

#[test]
fn a_hidden_option_is_gone_with_its_figures_and_said() {
    let overlay = format!(
        "{OVERLAY}\n[[hide]]\noption = \"cream\"\nreason = \"the pharmacy here does not make it.\"\n"
    );
    let laid = over(&three_options(), &overlay);
    assert_eq!(lines(&laid), "");
    assert_eq!(
        laid.changes.first().map(String::as_str),
        Some(
            "“Cream” is not offered here, because the pharmacy here does not make it, and 1 sentence with its figures left out"
        )
    );
    let aid = laid.aid.expect("it is sound");
    assert_eq!(
        aid.options()
            .iter()
            .map(|option| option.id.as_str())
            .collect::<Vec<_>>(),
        ["wait", "tablet"]
    );
    assert!(
        aid.to_json().contains("About {itch.wait@1y} itch at 1 year.\"")
            && !aid.to_json().contains("itch.cream@")
    );
    assert!(
        view::review_notice(&aid)
            .text
            .contains("“Cream” is not offered here")
    );
}

#[test]
fn no_published_figure_changes() {
    let whole = three_options();
    let overlay = format!("{OVERLAY}\n[[hide]]\noption = \"cream\"\nreason = \"it is not made here\"\n");
    let published = reading(&whole).aid.expect("it is sound");
    let local = over(&whole, &overlay).aid.expect("it is sound");
    for (before, after) in published
        .document()
        .outcomes
        .iter()
        .zip(&local.document().outcomes)
    {
        assert_eq!(before.id, after.id);
        for (was, is) in before.rows.iter().zip(&after.rows) {
            let kept: Vec<_> = was
                .cells
                .iter()
                .filter(|(option, _)| option != "cream")
                .cloned()
                .collect();
            assert_eq!(kept, is.cells);
            assert_eq!(
                (&was.sources, was.certainty, &was.note),
                (&is.sources, is.certainty, &is.note)
            );
        }
    }
}

#[test]
fn what_an_overlay_gets_wrong_is_named_at_its_line() {
    let overlay = OVERLAY
        .replace("aid = \"fixture\"", "aid = \"another\"")
        .replace("date = \"2026-03-01\"", "date = \"soon\"")
        .replace("id = \"local-return\"", "id = \"itch\"")
        .replace("sources = [\"local-audit\"]", "sources = [\"made-up\"]")
        .replace("option = \"tablet\"", "option = \"pill\"")
        + "\n[[hide]]\noption = \"tablet\"\nreason = \"\"\n";
    insta::assert_snapshot!(lines(&over(AID, &overlay)));
    // The published table has no field for figures.
    let figures = format!("{OVERLAY}\n[figures]\n\"itch.wait@1y\" = 3\n");
    insta::assert_snapshot!(lines(&over(AID, &figures)));
    // Two options, one hidden: nothing is left to decide.
    let hides = format!("{OVERLAY}\n[[hide]]\noption = \"wait\"\nreason = \"we treat everyone\"\n");
    insta::assert_snapshot!(lines(&over(AID, &hides)));
    let behind = OVERLAY
        .replace("version = \"1.0.0\"", "version = \"0.9.0\"")
        .replace("events = 30, people = 100", "events = 30, people = 0");
    insta::assert_snapshot!(lines(&over(AID, &behind)));
}

/// Fields that are missing hide nothing: an option that does not exist, a text that refers to no figure and an identifier of
/// the published aid are told beside them, and nothing is told twice. An aid with errors of its own hides nothing either.
#[test]
fn everything_wrong_is_told_at_once() {
    let overlay = OVERLAY
        .replace("date = \"2026-03-01\"\n", "")
        .replace("id = \"local-return\"", "id = \"itch\"")
        + "\n[[hide]]\noption = \"pill\"\n\n[[hide]]\nreason = \"it is not made here\"\n\n[[practicality]]\noption = \"wait\"\ntext = \"About {itch.pill@1y} come.\"\n";
    insta::assert_snapshot!(lines(&over(AID, &overlay)));
    let unsound = AID.replace("id = \"tablet\"\nname = \"Tablet\"", "id = \"tablet\"");
    let reading = read(
        SourceFile {
            name: "aid.toml",
            bytes: unsound.as_bytes(),
        },
        None,
    );
    assert!(reading.aid.is_none());
    let laid = lay(
        &reading,
        SourceFile {
            name: "overlay.toml",
            bytes: overlay.as_bytes(),
        },
    );
    let told = lines(&laid);
    assert!(
        told.contains("unknown-option") && told.contains("overlay-national"),
        "{told}"
    );
    assert!(told.contains("missing-field"), "{told}");
}

/// Each option of each aid: an overlay hides it, or says truly why none can. What still names it is told where it stands.
#[test]
fn every_option_of_every_aid_can_be_hidden() {
    let aids = concat!(env!("CARGO_MANIFEST_DIR"), "/../decision-aids");
    let (mut hidden, mut refused) = (0, Vec::new());
    for folder in std::fs::read_dir(aids).expect("there are aids") {
        let Ok(text) = std::fs::read_to_string(folder.expect("a folder").path().join("aid.toml")) else {
            continue;
        };
        let published = reading(&text);
        let doc = published.document.as_ref().expect("it is sound");
        let kind = |option: &weighup_core::aid::document::OptionDoc| {
            let word = serde_json::to_value(option.kind).expect("a word");
            word.as_str().unwrap_or_default().to_owned()
        };
        let inactive = |option| !["active", "test"].contains(&&*kind(option));
        let resting = doc.options.iter().filter(|option| inactive(option)).count();
        for option in &doc.options {
            let overlay = format!(
                "organisation = \"Anytown\"\ndate = \"2026-03-01\"\naid = \"{}\"\nversion = \"{}\"\n\n[[hide]]\noption = \"{}\"\nreason = \"We do not offer it.\"\n",
                doc.id, doc.version, option.id
            );
            let laid = lay(
                &published,
                SourceFile {
                    name: "overlay.toml",
                    bytes: overlay.as_bytes(),
                },
            );
            let said = lines(&laid);
            let at = format!("{} without {}", doc.id, option.id);
            if let Some(aid) = &laid.aid {
                hidden += 1;
                assert!(
                    !aid.to_json().contains(&format!(".{}@", option.id)),
                    "{at}: a figure of it is left"
                );
                assert!(
                    aid.to_json().contains(&format!(
                        "“{}” is not offered here, because we do not offer it",
                        option.name
                    )),
                    "{at}: nobody is told"
                );
                let named = laid
                    .problems
                    .iter()
                    .any(|problem| problem.code == weighup_core::aid::Code::OverlayMentions);
                let title = aid.title().to_lowercase().contains(&option.name.to_lowercase());
                assert!(named || !title, "{at}: {said}");
            } else {
                let few = doc.options.len() == 2 && said.contains("too-few-options");
                let last = inactive(option) && resting == 1 && said.contains("no-inactive-option");
                assert!(few || last, "{at}: {said}");
                assert!(!said.contains("there is no option called"), "{at}: {said}");
                refused.push(at);
            }
        }
    }
    assert!(
        hidden >= 30 && refused.len() < hidden,
        "{hidden} hidden, refused: {refused:?}"
    );
}

#[test]
fn a_reason_ends_the_sentence_it_is_put_into() {
    for (reason, says) in [
        (
            "the nearest centre is in Leeds",
            "not offered here, because the nearest centre is in Leeds",
        ),
        (
            "We do not offer it.",
            "not offered here, because we do not offer it",
        ),
        (
            "Because it is not made here.",
            "not offered here, because it is not made here",
        ),
        ("Leeds has it.", "not offered here, because Leeds has it"),
        (
            "We do not offer it. Leeds does.",
            "not offered here: We do not offer it. Leeds does",
        ),
    ] {
        let overlay = format!("{OVERLAY}\n[[hide]]\noption = \"cream\"\nreason = \"{reason}\"\n");
        let laid = over(&three_options(), &overlay);
        let said = laid.changes.first().cloned().unwrap_or_default();
        assert!(said.contains(says), "{said}");
    }
}

/// A question about an option that is not offered goes with it; a list whose every sentence was about it says so.
#[test]
fn what_goes_with_an_option_goes() {
    let aid = three_options()
        .replace("alternatives = [\"Waiting.\"]", "alternatives = [\"About {itch.tablet@1y} itch.\", \"Waiting.\"]")
        .replace("alternatives = [\"The tablet.\"]", "alternatives = [\"Of those with the cream, {itch.cream@1y} itch.\"]")
        .replace(
            "[[source]]",
            "[[understanding]]\nid = \"which\"\nquestion = \"How many itch with the cream?\"\nanswers = [\"{itch.cream@1y}\", \"All.\"]\nright = 1\nbecause = \"It was counted.\"\n\n[[source]]",
        );
    let overlay = format!("{OVERLAY}\n[[hide]]\noption = \"cream\"\nreason = \"it is not made here\"\n");
    let laid = over(&aid, &overlay);
    let said = laid.changes.first().cloned().unwrap_or_default();
    assert!(said.ends_with("and 1 question about it left out"), "{said}");
    let json = laid.aid.expect("it is sound").to_json().to_owned();
    assert!(
        json.contains("What was said here is about an option that is not offered here."),
        "{json}"
    );
    assert!(!json.contains("How many itch with the cream?"));
}

/// The file a translation starts from is a translation, with nothing translated; what is written in it stays.
#[test]
fn a_translation_starts_from_the_original() {
    use weighup_core::authoring::{skeleton, translate, translation};
    use weighup_core::words::Language;
    fn file(text: &str) -> SourceFile<'_> {
        SourceFile {
            name: "cy.toml",
            bytes: text.as_bytes(),
        }
    }
    let original = reading(AID);
    let doc = original.document.as_ref().expect("it is sound");
    let start = skeleton(doc, Some(Language::Welsh), None).expect("it is written");
    assert!(start.contains("# You take a tablet.\nsummary = \"\""), "{start}");
    let (problems, done, all) = translation(&original, file(&start));
    assert!(problems.iter().all(|problem| !problem.is_error()), "{problems:?}");
    assert!(done < all, "{done} of {all}");
    let made = translate(doc, file(&start), "cy");
    assert!(made.aid.is_some(), "{:?}", made.problems);
    // Written, and brought up to the aid again.
    let written = start.replace(
        "# You take a tablet.\nsummary = \"\"",
        "# You take a tablet.\nsummary = \"Cymryd tabled.\"",
    );
    let again = skeleton(doc, Some(Language::Welsh), Some(file(&written))).expect("it is written");
    assert!(again.contains("summary = \"Cymryd tabled.\""), "{again}");
    // A whole translation loses nothing.
    let whole = include_str!("../../tests/fixtures/aids/translated/cy.toml");
    let translated = reading(include_str!("../../tests/fixtures/aids/translated/aid.toml"));
    let doc = translated.document.as_ref().expect("it is sound");
    let again = skeleton(doc, Some(Language::Welsh), Some(file(whole))).expect("it is written");
    let before = translate(doc, file(whole), "cy").aid.expect("it is sound");
    let after = translate(doc, file(&again), "cy").aid.expect("it is sound");
    assert_eq!(before.to_json(), after.to_json());
}
