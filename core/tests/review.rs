//! A page for comments: what its script knows of an aid, the places of figures, and questions of the author's own.
#![cfg(feature = "authoring")]
#![expect(clippy::panic, clippy::unwrap_used, reason = "helpers of tests fail the test")]

use std::collections::BTreeSet;

use serde_json::Value;
use weighup_core::aid::{Aid, Problem};
use weighup_core::authoring::{HeardAs, SourceFile, read};
use weighup_core::involvement::{
    AidPlaces, Comment, CommentFile, CommentPurpose, Commented, CommentedBy, Found, MOST_ON_A_PAGE, merge,
    read_asks, review_page_data,
};
use weighup_core::view::every_card;

const AID: &str = include_str!("../../tests/fixtures/aids/sound/aid.toml");
const SCORED: &str = include_str!("../../tests/fixtures/aids/scored/aid.toml");

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

fn data(aid: &Aid) -> Value {
    serde_json::from_str(&review_page_data(aid, None, "test 1")).unwrap()
}

/// One comment on a figure, as it was made on an aid.
fn on_figure(aid: &Aid, place: &str, quote: &str) -> CommentFile {
    CommentFile {
        file: "r1".to_owned(),
        about: Commented {
            aid: aid.id().to_owned(),
            version: aid.version().to_owned(),
            content: Aid::content_of(aid.document()).to_string(),
            language: "en-GB".to_owned(),
        },
        reviewer: CommentedBy {
            kind: HeardAs::Public,
            role: String::new(),
            organisation: None,
            name: None,
        },
        example: true,
        comments: vec![Comment {
            id: "urn:1".to_owned(),
            place: place.to_owned(),
            quote: Some(quote.to_owned()),
            purpose: CommentPurpose::Commenting,
            text: "Too many.".to_owned(),
            question: None,
            yes: None,
        }],
    }
}

#[test]
fn the_page_knows_every_part_every_text_and_a_path_for_each_card() {
    for text in [AID, SCORED] {
        let aid = aid(text);
        let data = data(&aid);
        let places = AidPlaces::of(&aid);
        let cards = data["cards"].as_array().unwrap();
        assert_eq!(cards.len(), every_card(&aid).len());
        assert!(!cards.is_empty());
        for card in cards {
            let name = card.as_str().unwrap();
            assert!(name.contains(".figures."), "{name}");
            assert!(places.holds(name) && places.section(name).is_some(), "{name}");
            for option in data["options"].as_array().unwrap() {
                let cell = format!("{name}.cells.{}", option[0].as_str().unwrap());
                assert!(places.holds(&cell), "{cell}");
            }
        }
        assert_eq!(data["places"].as_array().unwrap().len(), places.all().len());
        for part in data["parts"].as_array().unwrap() {
            assert!(places.holds(part["name"].as_str().unwrap()));
        }
        assert_eq!(
            data["source"],
            format!(
                "urn:weighup:aid:{}:{}:{}",
                aid.id(),
                aid.version(),
                places.content()
            )
        );
        assert_eq!(data["questions"].as_array().unwrap().len(), 3);
        assert_eq!(data["most"], MOST_ON_A_PAGE);
        let texts = data["texts"].as_object().unwrap();
        assert!(texts.values().all(|text| !text.as_str().unwrap().is_empty()));
        // No two parts of a card stand for one path.
        let unlike: BTreeSet<&str> = cards.iter().filter_map(Value::as_str).collect();
        assert_eq!(unlike.len(), cards.len());
    }
}

#[test]
fn a_step_that_holds_several_parts_is_a_place_of_its_own() {
    let aid = aid(AID);
    let places = AidPlaces::of(&aid);
    for (name, heading) in [("option", "All options"), ("outcome", "All outcomes")] {
        assert!(places.holds(name));
        assert_eq!(
            places.section(name).map(|section| section.heading.as_str()),
            Some(heading)
        );
    }
    // They are no parts of the form on paper, whose numbers stay.
    assert!(
        places
            .sections()
            .iter()
            .all(|section| section.name.contains('.') || section.heading != "All options")
    );
}

#[test]
fn a_comment_on_a_figure_stands_at_its_cell_and_knows_when_the_figure_changed() {
    let then = aid(AID);
    let data = data(&then);
    let row = data["cards"][0].as_str().unwrap();
    let cell = format!("{row}.cells.tablet");
    let said = AidPlaces::of(&then).get(&cell).unwrap().text.clone();
    let card = every_card(&then).into_iter().next().unwrap();
    let weighup_core::view::CellView::Known(figure) = card.cells.iter().find(|cell| matches!(cell, weighup_core::view::CellView::Known(figure) if figure.option.id.as_str() == "tablet")).unwrap() else {
        panic!("the tablet has a figure")
    };
    let quote = format!("{} {}", figure.count, figure.of_every);
    assert!(said.contains(&figure.happens), "{said}");
    let stands = |now: &Aid, quote: &str| {
        let places = vec![("en-GB".to_owned(), AidPlaces::of(now))];
        let merged = merge(then.id(), &places, vec![on_figure(&then, &cell, quote)]);
        assert!(merged.problems.is_empty() && merged.orphans.is_empty());
        let one = merged.placed.first().unwrap();
        assert_eq!(one.place, cell);
        one.found.clone()
    };
    assert_eq!(stands(&then, &quote), Found::There);
    // What a page laid out over several lines is there too, as nothing has changed.
    assert_eq!(stands(&then, "words over several lines"), Found::There);
    let later = aid(&AID.replace("version = \"1.0.0\"", "version = \"1.1.0\""));
    assert_eq!(
        stands(&later, &quote),
        Found::There,
        "only the version is another"
    );
    let changed = aid(&AID.replace(
        "cells.tablet = { events = 20, people = 200",
        "cells.tablet = { events = 44, people = 200",
    ));
    assert_ne!(
        Aid::content_of(changed.document()),
        Aid::content_of(then.document())
    );
    assert_eq!(
        stands(&changed, &quote),
        Found::Changed,
        "and not where another figure is the same number"
    );
}

#[test]
fn the_authors_own_questions_are_asked_of_their_parts_in_each_language() {
    let aid = aid(AID);
    let asks = "aid = \"fixture\"\nusual = false\n[[ask]]\nof = [\"option\"]\nquestion = \"Could you do this?\"\n\
                said = [{ language = \"cy\", text = \"A allech chi wneud hyn?\" }]\n[[ask]]\nquestion = \"Would you show it to a friend?\"\n";
    let (read, problems) = read_asks(&aid, source("asks.toml", asks));
    assert!(problems.is_empty(), "{problems:?}");
    let data: Value = serde_json::from_str(&review_page_data(&aid, read.as_ref(), "test 1")).unwrap();
    let questions = data["questions"].as_array().unwrap();
    assert_eq!(questions.len(), 2, "the usual three are left out");
    assert_eq!(questions[0]["of"], serde_json::json!(["option"]));
    assert_eq!(questions[0]["shown"], "Could you do this?");
    assert_eq!(questions[1]["of"], serde_json::json!([""]));
}

#[test]
fn wrong_questions_are_named_at_their_line() {
    let aid = aid(AID);
    let many: String = (0..6)
        .map(|n| format!("[[ask]]\nquestion = \"Q{n}?\"\n"))
        .collect();
    for (text, said, line) in [
        (
            "aid = \"other\"\n",
            "the questions are about `other`, and the aid is `fixture`",
            1,
        ),
        (
            "aid = \"fixture\"\n[[ask]]\nof = [\"option.nobody\"]\nquestion = \"Q?\"\n",
            "the aid has no part `option.nobody`",
            3,
        ),
        (
            "aid = \"fixture\"\n[[ask]]\nquestion = \" \"\n",
            "the question has 1 characters",
            3,
        ),
        (
            "aid = \"fixture\"\n[[ask]]\nquestion = \"Q?\"\n[[ask]]\nquestion = \"Q?\"\n",
            "“Q?” is asked twice",
            5,
        ),
        (
            &format!("aid = \"fixture\"\n{many}"),
            "is asked 6 questions, and the most is 5",
            2,
        ),
        ("aid = \"fixture\"\nask = 3\n", "", 2),
    ] {
        let (_, problems) = read_asks(&aid, source("asks.toml", text));
        let first = problems.iter().find(|problem| problem.is_error());
        let first: &Problem = first.unwrap_or_else(|| panic!("{text} is refused"));
        assert!(first.message.contains(said), "{said}: {first}");
        assert_eq!(first.line, Some(line), "{first}");
    }
}
