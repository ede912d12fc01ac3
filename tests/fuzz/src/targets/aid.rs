//! Aids, as authors write them and as pages load them.
//!
//! What is accepted says the same again out of its own JSON, and can be shown on every step; what is refused says why.

use super::{of_json, of_lines};
use crate::corpus;
use weighup_core::aid::Aid;
use weighup_core::aid::document::Results;
use weighup_core::authoring::migrate;
use weighup_core::consultation::{Action, Consultation, Step};
use weighup_core::record::{
    Fhir, Host, Made, Record, SHORT_LIMIT, html_page, letter_text, plain_text, short_text,
};
use weighup_core::view::{self, Here};
use weighup_fuzz::{Came, Tried, run};

/// `aid.toml`, and what brings older ones up to date.
pub(crate) fn toml(seed: u64, from: u64, executions: u64) -> Tried {
    let mut sound = corpus::small();
    sound.extend(corpus::texts("decision-aids/sore-throat", "aid.toml"));
    let broken = corpus::broken();
    run(
        seed,
        from,
        executions,
        |draw| of_lines(draw, &sound, &broken),
        |text: &String| tried(text),
        Clone::clone,
    )
}

fn tried(text: &str) -> Came {
    // Whatever it says, it says it.
    let _ = migrate(text, "aid.toml");
    let reading = corpus::reading(text);
    if reading.problems.iter().any(|problem| problem.message.is_empty()) {
        return Came::Broken("a problem says nothing".to_owned());
    }
    match reading.aid {
        Some(aid) => shown(&aid),
        None if reading.problems.iter().any(weighup_core::aid::Problem::is_error) => Came::Refused,
        None => Came::Broken("it was refused and no error says why".to_owned()),
    }
}

/// What `weighup build` writes.
pub(crate) fn json(seed: u64, from: u64, executions: u64) -> Tried {
    let texts: Vec<String> = corpus::sound()
        .iter()
        .map(|aid| aid.to_json().to_owned())
        .collect();
    let trees = corpus::trees(&texts);
    run(
        seed,
        from,
        executions,
        |draw| of_json(draw, &trees, &texts),
        |text: &String| match Aid::from_json(text) {
            Ok(aid) => shown(&aid),
            Err(error) if error.to_string().is_empty() => {
                Came::Broken("it was refused without a word".to_owned())
            }
            Err(_) => Came::Refused,
        },
        Clone::clone,
    )
}

/// Reads the aid again from what it writes, and lays out every step.
pub(super) fn shown(aid: &Aid) -> Came {
    match Aid::from_json(aid.to_json()) {
        Ok(again) if again.to_json() == aid.to_json() && again.hash() == aid.hash() => {}
        Ok(_) => return Came::Broken("its own JSON says something else".to_owned()),
        Err(error) => return Came::Broken(format!("its own JSON is refused: {error}")),
    }
    let mut c = Consultation::new(aid);
    for step in Step::ALL {
        if let Err(error) = c.apply(aid, Action::go_to(step)) {
            return Came::Broken(format!("{step:?} cannot be opened: {error}"));
        }
        if let Some(wrong) = every_view(aid, &c) {
            return Came::Broken(wrong);
        }
    }
    Came::Accepted
}

/// Everything that a page could show, and everything that could leave it; what is wrong with that.
pub(super) fn every_view(aid: &Aid, c: &Consultation) -> Option<String> {
    let _ = view::frame(aid, c, &Here);
    let _ = view::about(aid, c, &Here);
    let _ = view::what_matters(aid, c);
    let _ = view::choice(aid, c);
    let _ = view::options(aid, c);
    let _ = view::compare(aid, c);
    let _ = view::compare_table(aid, c);
    let _ = view::weigh(aid, c);
    let _ = view::fit(aid, c, Results::Fit, &Here);
    let _ = view::ready(aid, c);
    let _ = view::decide(aid, c, Results::Fit, &Here);
    let _ = view::panel(aid, c);
    let (summary, words) = (view::summary(aid, c, Results::Fit, &Here), aid.wording());
    let _ = plain_text(words, &summary);
    let record = match Record::of(aid, c, Results::Fit, &Here, MADE) {
        Ok(record) => record,
        Err(error) => return Some(format!("there is no record of it: {error}")),
    };
    let _ = letter_text(words, &record);
    let _ = record.prsb(Host::default()).text();
    let _ = record.plan().text();
    if html_page(words, &record).contains("<script") {
        return Some("its page has a script".to_owned());
    }
    if short_text(words, &record).encode_utf16().count() > SHORT_LIMIT {
        return Some("its short text is longer than it may be".to_owned());
    }
    let bundle = record.fhir(words, &summary, Fhir::default());
    bundle
        .err()
        .map(|error| format!("there is no bundle of it: {error}"))
}

/// When and by what a record is said to be made.
const MADE: Made<'static> = Made {
    at: "2026-11-30T10:15:00Z",
    software: "weighup-fuzz",
    address: None,
};
