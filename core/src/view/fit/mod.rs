//! How the options fit with what the person said: words first, then bars.

mod agreement;
mod bars;
mod change;
mod elicit;
mod engine;
mod in_front;
mod in_words;
mod open;
mod problem;
mod sampling;
mod sides;
mod why;
mod wire;
mod working;

use crate::aid::{Aid, Outcome, Row, document::Results};
use crate::consultation::{Answers, Consultation, Method, OutcomeMark, Person, Step, Weighable};
use crate::words::{Words, say};

use super::compare::chosen_row;
use super::items::{Items, Kind, items, untold_reason};
use super::marks::{facts_only, mark_sentences};
use super::order::by_marks;
use super::table::table;
use super::times;
use super::weigh::{MAIN, Voice, at_odds, read_back, still_to_answer, usable};
use super::{AgreementView, FitResult, FitView};
use problem::WorkedOut;

pub use elicit::{SWING_BAND, TIMES_BAND};
pub use engine::{Absent, Engine, Here, NoEngine};
#[cfg(feature = "authoring")]
pub(crate) use open::standing;
pub use sampling::{DRAWS, WORK};
#[cfg(feature = "spoken")]
pub use wire::Desk;
pub use wire::{ask, ask_agreement, read_agreement, read_fit};
pub use working::{SLICE, Slice, Working};

/// How the options fit. `site` is the site's own setting: facts only when either it or the aid says so. `engine`
/// works it out.
#[must_use]
pub fn fit(aid: &Aid, consultation: &Consultation, site: Results, engine: &dyn Engine) -> FitView {
    let words = aid.wording();
    if aid.results() == Results::Facts || site == Results::Facts {
        return facts(&consultation.answers().seen(aid), consultation.answers());
    }
    engine
        .fit(aid, consultation.answers())
        .unwrap_or_else(|none| FitView::Waiting {
            text: match none {
                NoEngine::Loading => say!(words, "This is being worked out."),
                NoEngine::Missing => say!(
                    words,
                    "The part of this page that works out the fit did not arrive. Everything else works. Your summary \
                     keeps the figures and your answers."
                ),
            },
        })
}

/// The figures of what was marked as mattering or worrying, in that order.
fn marked<'a>(aid: &'a Aid, answers: &Answers) -> Vec<(&'a Outcome, &'a Row)> {
    let counts = |outcome: &&Outcome| {
        matches!(
            answers.mark_of(&outcome.id),
            Some(OutcomeMark::Matters | OutcomeMark::Worries)
        )
    };
    let outcomes = by_marks(aid, answers).into_iter().filter(counts);
    outcomes
        .filter_map(|outcome| Some((outcome, chosen_row(outcome, answers)?)))
        .collect()
}

/// The answers and the figures, and nothing worked out from both. What was marked comes first.
fn facts(aid: &Aid, answers: &Answers) -> FitView {
    let items = items(aid, answers);
    let said = answers.weighing(Person::Patient);
    let method = said.used(MAIN);
    let marked = marked(aid, answers);
    let others = |outcome: &Outcome| marked.iter().all(|(known, _)| known.id != outcome.id);
    let mut rows: Vec<(f64, (&Outcome, &Row))> = items
        .all
        .iter()
        .filter_map(|item| match item.kind {
            Kind::Outcome(outcome, row) => Some((said.standing(method, &item.what), (outcome, row))),
            _ => None,
        })
        // Beside what was marked, only what was weighed too.
        .filter(|(standing, (outcome, _))| others(outcome) && (marked.is_empty() || *standing >= 0.0))
        .collect();
    rows.sort_by(|a, b| b.0.total_cmp(&a.0));
    let rest = rows.into_iter().map(|(_, row)| row);
    let rows: Vec<(&Outcome, &Row)> = marked.iter().copied().chain(rest).collect();
    let options: Vec<_> = aid.options().iter().collect();
    let read_back = read_back(aid.wording(), &items, said, method, Voice::You);
    FitView::FactsOnly {
        text: facts_only(aid.wording()),
        said: mark_sentences(aid, answers)
            .into_iter()
            .chain(read_back)
            .collect(),
        figures: (!rows.is_empty()).then(|| table(aid, &options, &rows)),
    }
}

/// How far answers agree: whether one person's agree with each other, and where people differ. Empty until there is
/// something to set side by side, or while there is no engine.
#[must_use]
pub fn agreement(
    aid: &Aid,
    consultation: &Consultation,
    site: Results,
    engine: &dyn Engine,
) -> AgreementView {
    let answers = consultation.answers();
    let mine = answers.mine();
    let seen = answers.seen(aid);
    let items = items(&seen, answers);
    let whats = items.whats();
    let ways = Method::ALL.into_iter().filter(|way| mine.has_begun(*way, &whats));
    if ways.count() < 2 && answers.weighings.len() < 2 && mine.used(MAIN) != Method::BestWorst {
        return AgreementView::default();
    }
    let facts = aid.results() == Results::Facts || site == Results::Facts;
    let results = if facts { Results::Facts } else { Results::Fit };
    engine.agreement(aid, answers, results).unwrap_or_default()
}

/// Has the fit worked out before it is opened, where the engine can: whoever weighs up opens it next. Nothing is asked where only
/// facts are shown.
pub fn fit_ahead(aid: &Aid, consultation: &Consultation, site: Results, engine: &dyn Engine) {
    if aid.results() == Results::Fit && site == Results::Fit {
        engine.ahead(consultation.answers());
    }
}

fn work_out(aid: &Aid, answers: &Answers) -> FitView {
    Working::new(aid, answers.clone()).finish(aid)
}

/// What is missing before anything can be worked out, and where to say it.
fn missing(words: &Words, answers: &Answers, items: &Items<'_>) -> Option<(String, Step)> {
    if items.all.is_empty() {
        let text = say!(
            words,
            "The figures do not tell the options apart, so there is nothing to weigh. You can still compare what each \
             option involves."
        );
        return Some((text, Step::Options));
    }
    let said = answers.weighing(Person::Patient);
    let method = said.used(MAIN);
    let of = usable(items);
    if method == Method::Pairs {
        let odds = at_odds(words, items, said, &of);
        if !odds.is_empty() {
            let text = say!(
                words,
                "Some of your answers cannot all be true, so we cannot say how the options fit: {answers} Nothing is lost: \
                 change one of them.",
                answers = odds.join(" ")
            );
            return Some((text, Step::Weigh));
        }
    }
    if said.can_be_read(method, &of) {
        return None;
    }
    if let Some(most) = said
        .pairs
        .most_of(&items.whats())
        .filter(|_| method == Method::Pairs)
        && let Some(most) = items.of(most)
    {
        let text = say!(
            words,
            "To see how the options fit, rate every option for {what} first.",
            what = most.in_sentence
        );
        return Some((text, Step::Weigh));
    }
    if method != Method::Swing {
        let first = say!(
            words,
            "To see how the options fit, weigh up first what matters to you."
        );
        let still = still_to_answer(words, items, said, method);
        let text = still.map_or_else(|| first.clone(), |still| [first.as_str(), &still].join(" "));
        return Some((text, Step::Weigh));
    }
    let Some(first) = said.swing.first.as_ref().and_then(|first| items.of(first)) else {
        return Some((
            say!(
                words,
                "To see how the options fit, first choose which change matters most to you."
            ),
            Step::Weigh,
        ));
    };
    if !first.usable() {
        let text = say!(
            words,
            "To see how the options fit, rate every option for {what} first.",
            what = first.in_sentence
        );
        return Some((text, Step::Weigh));
    }
    let open: Vec<String> = said
        .open(method, &of)
        .into_iter()
        .filter_map(|what| items.of(what).map(|item| item.in_sentence.clone()))
        .collect();
    let text = say!(
        words,
        "To see how the options fit, say how much these matter to you: {list}.",
        list = words.list(&open)
    );
    Some((text, Step::Weigh))
}

fn result(problem: &WorkedOut<'_>, items: &Items<'_>, answers: &Answers) -> FitResult {
    FitResult {
        lead: in_front::lead(problem),
        of_bars: in_front::of_bars(problem),
        so_far: so_far(problem, items, answers),
        ahead: in_front::ahead(problem),
        separated: in_front::one_ahead(problem).is_some(),
        bars: bars::bars(problem),
        sides: sides::sides(problem),
        not_told_apart: sides::not_told_apart(problem),
        why: why::why(problem),
        would_change: change::would_change(problem),
        how_sure: in_front::how_sure(problem),
        readings: in_front::readings(problem),
        not_known: open::not_known(problem),
        dominance: why::dominance(problem),
        leaves_out: leaves_out(problem, items, answers),
        not_advice: say!(
            problem.aid.wording(),
            "This is not advice. It shows your own answers, next to the figures. Talk it over with your health team \
             before you decide."
        ),
    }
}

/// That some things are not compared yet, and may matter anything until they are; `None` where all are.
fn so_far(problem: &WorkedOut<'_>, items: &Items<'_>, answers: &Answers) -> Option<String> {
    let said = answers.weighing(Person::Patient);
    let method = said.used(MAIN);
    let of = usable(items);
    let open = said.open(method, &of);
    if method != Method::Pairs || open.is_empty() {
        return None;
    }
    let name = |what: &&Weighable| items.of(what).map(|item| item.in_sentence.clone());
    let list: Vec<String> = open.iter().filter_map(name).collect();
    let words = problem.aid.wording();
    Some(say!(
        words,
        "This is the result so far. You have not compared these yet, so they may matter anything from nothing to as much as what \
         matters most: {list}. It gets clearer with each answer.",
        list = words.list(&list)
    ))
}

/// What the result does not count.
fn leaves_out(problem: &WorkedOut<'_>, items: &Items<'_>, answers: &Answers) -> Vec<String> {
    let words = problem.aid.wording();
    let mut out: Vec<String> = items
        .left_out
        .iter()
        .map(|(name, reason)| say!(words, "{name} is not counted. {reason}", name, reason))
        .collect();
    let untold = items.untold.iter().filter(|item| items.of(&item.what).is_none());
    out.extend(untold.map(|item| {
        say!(
            words,
            "{name} is not counted. {reason}",
            name = item.name,
            reason = untold_reason(words, false)
        )
    }));
    out.extend(
        items
            .all
            .iter()
            .filter(|item| matches!(item.kind, Kind::Unrated))
            .map(|item| {
                say!(
                    words,
                    "{name} is not counted. You have not rated every option for it yet.",
                    name = item.name
                )
            }),
    );
    out.extend(times::in_a_sentence(problem.aid, answers));
    if !problem.spans.is_empty() {
        out.push(say!(
            words,
            "The published figures for {list} differ between studies or over time. That does not say how far off they are, \
             so these figures are read as they stand.",
            list = words.list(&problem.spans)
        ));
    }
    if !problem.exact.is_empty() {
        out.push(say!(
            words,
            "We have no range for {list}, so these figures are read as they stand.",
            list = words.list(&problem.exact)
        ));
    }
    out.push(say!(
        words,
        "Only the ranges of the figures are counted. Other doubts about the evidence are not, and nor is anything that has \
         no figure."
    ));
    out
}
