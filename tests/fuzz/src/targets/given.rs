//! Lines that people gave, and the questions that a site asks before.
//!
//! A line that is read is written as itself again, and holds nothing but words from closed lists, identifiers and small numbers; what an
//! aid says of it can be said. Questions that are taken can be asked, and no more of them than there may be.

use super::actions::{Stage, stages};
use super::of_json;
use super::saved::consultation;
use crate::corpus;
use serde_json::{Value, json};
use weighup_core::aid::document::Results;
use weighup_core::consultation::Mode;
use weighup_core::given::{
    FirstSaid, Given, GivenAnswer, GivenAsked, GivenOffer, LONGEST_FORM, MOST_ITEMS, Questions,
};
use weighup_core::view::Here;
use weighup_fuzz::{Came, Draw, Tried, run};

const ID: &str = "AAAAAAAAAAAAAAAAAAAA_-";

/// How many lines are made to be damaged.
const LINES: u64 = 60;

/// What is damaged: lines with the stage they were made on, and files of questions.
enum Input {
    Line(usize, String),
    Questions(String),
}

fn asked(questions: Option<String>) -> GivenAsked {
    GivenAsked {
        id: ID.to_owned(),
        day: "2026-11-30".to_owned(),
        before: FirstSaid::default(),
        questions,
        ..GivenAsked::default()
    }
}

/// Lines of consultations that are drawn, each with the aid that it is about.
fn lines(stages: &[Stage]) -> Vec<(usize, String)> {
    let made = (0..LINES).filter_map(|number| {
        let (stage, c) = consultation(stages, 13, number, 80)?;
        let at = stages.iter().position(|each| std::ptr::eq(each, stage))?;
        let saved = c.save(&stage.aid, None);
        let offer = GivenOffer::of_saved(&stage.aid, &saved, Results::Fit, &Here, &asked(None)).ok()?;
        Some((at, offer.line))
    });
    made.collect()
}

/// Questions that a site could bring, made up: as many as there may be, and of each kind.
fn questions() -> Vec<String> {
    let file = |id: &str, when: &str, items: usize, high: u8| {
        json!({
            "format": "weighup-questions", "version": 1, "id": id, "licence": "Invented for a test", "when": when,
            "low": 0, "high": high,
            "wordings": [
                { "lang": "en", "intro": "About the visit.", "items": vec!["An invented question?"; items],
                  "low_end": "None", "high_end": "All" },
                { "lang": "ur", "intro": "\u{645}", "items": vec!["\u{645}\u{61f}"; items], "low_end": "\u{645}", "high_end": "\u{645}" },
            ],
        })
        .to_string()
    };
    [
        ("collaborate", "after", 3, 9),
        ("sure", "always", LONGEST_FORM, 1),
        ("own-visit", "always", 1, 9),
        ("own-other", "after", MOST_ITEMS, 9),
    ]
    .into_iter()
    .map(|(id, when, items, high)| file(id, when, items, high))
    .filter(|text| Questions::from_json(text).is_ok())
    .collect()
}

/// Lines and files of questions, by turns.
pub(crate) fn given(seed: u64, from: u64, executions: u64) -> Tried {
    let stages = stages();
    let made = lines(&stages);
    let texts: Vec<String> = made.iter().map(|(_, line)| line.clone()).collect();
    let trees = corpus::trees(&texts);
    let asking = questions();
    let asking_trees = corpus::trees(&asking);
    run(
        seed,
        from,
        executions,
        |draw| drawn(draw, &made, (&trees, &texts), (&asking_trees, &asking)),
        |input| match input {
            Input::Line(at, text) => stages
                .get(*at)
                .map_or(Came::Refused, |stage| line_read(stage, text)),
            Input::Questions(text) => asked_with(&stages, text),
        },
        |input| match input {
            Input::Line(at, text) => format!("aid {at}\n{text}"),
            Input::Questions(text) => text.clone(),
        },
    )
}

type Corpus<'a> = (&'a [Value], &'a [String]);

fn drawn(draw: &mut Draw, made: &[(usize, String)], lines: Corpus<'_>, asking: Corpus<'_>) -> Input {
    if draw.one_in(3) {
        return Input::Questions(of_json(draw, asking.0, asking.1));
    }
    let at = draw.below(made.len());
    let stage = made.get(at).map_or(0, |(stage, _)| *stage);
    Input::Line(stage, of_json(draw, lines.0, lines.1))
}

fn line_read(stage: &Stage, text: &str) -> Came {
    let given = match Given::read(text) {
        Ok(given) => given,
        Err(wrong) if wrong.to_string().trim().is_empty() => {
            return Came::Broken("it was refused and nothing says why".to_owned());
        }
        Err(_) => return Came::Refused,
    };
    let written = given.to_json();
    match Given::read(&written) {
        Ok(again) if again == given => {}
        Ok(_) => return Came::Broken("written again it says something else".to_owned()),
        Err(wrong) => return Came::Broken(format!("written again it is refused: {wrong}")),
    }
    // Nothing that somebody wrote fits into it: letters of one script, and no spaces.
    let strange =
        |letter: char| !letter.is_ascii() || letter.is_ascii_whitespace() || letter.is_ascii_control();
    if written.contains(strange) {
        return Came::Broken(format!("it holds more than names and numbers: {written}"));
    }
    match GivenOffer::answered(&stage.aid, &written, &asked(None)) {
        Ok(offer)
            if offer
                .lines
                .iter()
                .any(|line| line.said.concat().trim().is_empty()) =>
        {
            Came::Broken("a line says nothing".to_owned())
        }
        Ok(_) | Err(_) => Came::Accepted,
    }
}

fn asked_with(stages: &[Stage], text: &str) -> Came {
    let read = match Questions::from_json(text) {
        Ok(read) => read,
        Err(wrong) if wrong.to_string().trim().is_empty() => {
            return Came::Broken("it was refused and nothing says why".to_owned());
        }
        Err(_) => return Came::Refused,
    };
    for wording in &read.wordings {
        let Some(now) = read.asked(Some(Mode::After), &wording.lang) else {
            return Came::Broken(format!("its words in `{}` are never asked", wording.lang));
        };
        // A published questionnaire is asked whole.
        let most = if read.id.as_str() == "sure" {
            LONGEST_FORM
        } else {
            MOST_ITEMS
        };
        if now.items.is_empty() || now.items.len() > most || now.scale.is_empty() {
            return Came::Broken("what is asked has no questions, too many, or no answers".to_owned());
        }
    }
    // A page that brings it gives a line, whatever the answers are.
    let Some((stage, c)) = consultation(stages, 17, text.len() as u64, 30) else {
        return Came::Refused;
    };
    let with = GivenAsked {
        answers: vec![GivenAnswer(Some(0)); 1],
        ..asked(Some(text.to_owned()))
    };
    match GivenOffer::of_saved(&stage.aid, &c.save(&stage.aid, None), Results::Fit, &Here, &with) {
        Ok(offer) if Given::read(&offer.line).is_err() => {
            Came::Broken("the line that it leads to cannot be read".to_owned())
        }
        Ok(_) | Err(_) => Came::Accepted,
    }
}
