//! How the options fit with what the person said: words first, then bars.

mod bars;
mod change;
mod engine;
mod lead;
mod problem;
mod why;
mod wire;

use crate::aid::{Aid, document::Results};
use crate::consultation::{Answers, Consultation, Step};
use crate::words::{Words, say};

use super::items::{Item, Items, Kind, items};
use super::{FitResult, FitView};
use problem::{Problem, solve};

pub use engine::{Absent, Engine, Here, NoEngine};
pub use problem::{DRAWS, SWING_BAND};
#[cfg(feature = "spoken")]
pub use wire::answer;
pub use wire::{ask, told};

/// How the options fit. `site` is the site's own setting: facts only when either it or the aid says so. `engine`
/// works it out.
#[must_use]
pub fn fit(aid: &Aid, consultation: &Consultation, site: Results, engine: &dyn Engine) -> FitView {
    let words = aid.wording();
    if aid.results() == Results::Facts || site == Results::Facts {
        return FitView::FactsOnly {
            text: say!(
                words,
                "This page shows the facts and your own answers. It does not work out how the options fit them."
            ),
        };
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

fn work_out(aid: &Aid, answers: &Answers) -> FitView {
    let aid = &answers.seen(aid);
    if let (Some(baseline), None) = (&aid.document().baseline, aid.group()) {
        let question = &baseline.question;
        return FitView::NotYet {
            text: say!(
                aid.wording(),
                "To see how the options fit, first choose your group. {question}",
                question
            ),
            go_to: Step::Compare,
        };
    }
    let items = items(aid, answers);
    if let Some((text, go_to)) = missing(aid.wording(), answers, &items) {
        return FitView::NotYet { text, go_to };
    }
    let usable: Vec<&Item<'_>> = items.all.iter().filter(|item| item.usable()).collect();
    match solve(aid, answers, usable) {
        Some(problem) => FitView::Ready(Box::new(result(&problem, &items))),
        None => FitView::NotYet {
            text: say!(
                aid.wording(),
                "These answers cannot be worked out. Please look at them again."
            ),
            go_to: Step::Weigh,
        },
    }
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
    let Some(first) = items
        .all
        .iter()
        .find(|item| answers.swing.first.as_ref() == Some(&item.what))
    else {
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
    let open: Vec<String> = items
        .all
        .iter()
        .filter(|item| item.usable() && item.points.is_none())
        .map(|item| item.in_sentence.clone())
        .collect();
    (!open.is_empty()).then(|| {
        let text = say!(
            words,
            "To see how the options fit, say how much these matter to you: {list}.",
            list = words.list(&open)
        );
        (text, Step::Weigh)
    })
}

fn result(problem: &Problem<'_>, items: &Items<'_>) -> FitResult {
    FitResult {
        lead: lead::lead(problem),
        ahead: lead::ahead(problem),
        bars: bars::bars(problem),
        why: why::why(problem),
        would_change: change::would_change(problem),
        how_sure: lead::how_sure(problem),
        dominance: why::dominance(problem),
        leaves_out: leaves_out(problem, items),
        not_advice: say!(
            problem.aid.wording(),
            "This is not advice. It shows your own answers back to you, next to the figures. Talk it over with your \
             health team before you decide."
        ),
    }
}

/// What the result does not count.
fn leaves_out(problem: &Problem<'_>, items: &Items<'_>) -> Vec<String> {
    let words = problem.aid.wording();
    let mut out: Vec<String> = items
        .left_out
        .iter()
        .map(|(name, reason)| say!(words, "{name} is not counted. {reason}", name, reason))
        .collect();
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
