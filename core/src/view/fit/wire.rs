//! The question to an engine in another file, and its answer, as text.

use crate::aid::OptionId;
use crate::aid::read::fields::{Fields, Found};
use crate::aid::read::{json, quote};
use crate::aid::{At, OutcomeId};
use crate::consultation::{Answers, ConcernId, DealBreaker, Step, Weighable};

use super::super::{FitBar, FitPart, FitResult, FitView, Mark, OptionHead};

/// What the fit depends on, as the JSON of [`Answers`] with the rest left out.
#[must_use]
pub fn ask(answers: &Answers) -> String {
    let mut out = String::from("{");
    if let Some(group) = &answers.group {
        out.push_str("\"group\":");
        quote(group.as_str(), &mut out);
        out.push(',');
    }
    out.push_str("\"swing\":{\"first\":");
    match &answers.swing.first {
        Some(first) => weighable(first, &mut out),
        None => out.push_str("null"),
    }
    out.push_str(",\"points\":[");
    for (at, (what, points)) in answers.swing.points.iter().enumerate() {
        comma(at, &mut out);
        out.push('[');
        weighable(what, &mut out);
        number(u32::from(*points), &mut out);
        out.push(']');
    }
    out.push_str("]},\"concerns\":[");
    for (at, concern) in answers.concerns.iter().enumerate() {
        comma(at, &mut out);
        out.push_str("{\"id\":");
        quote(&concern.id.0, &mut out);
        out.push_str(",\"words\":");
        quote(&concern.words, &mut out);
        out.push_str(",\"ratings\":{");
        for (at, (option, rating)) in concern.ratings.iter().enumerate() {
            comma(at, &mut out);
            quote(option.as_str(), &mut out);
            out.push(':');
            out.push_str(&rating.to_string());
        }
        out.push_str("}}");
    }
    out.push_str("],\"deal_breakers\":[");
    for (at, breaker) in answers.deal_breakers.iter().enumerate() {
        comma(at, &mut out);
        match breaker {
            DealBreaker::Option(option) => {
                out.push_str("{\"option\":");
                quote(option.as_str(), &mut out);
            }
            DealBreaker::Limit { outcome, count } => {
                out.push_str("{\"limit\":{\"outcome\":");
                quote(outcome.as_str(), &mut out);
                out.push_str(",\"count\":");
                out.push_str(&count.to_string());
                out.push('}');
            }
        }
        out.push('}');
    }
    out.push_str("]}");
    out
}

fn comma(at: usize, out: &mut String) {
    if at > 0 {
        out.push(',');
    }
}

fn number(number: u32, out: &mut String) {
    out.push(',');
    out.push_str(&number.to_string());
}

fn weighable(what: &Weighable, out: &mut String) {
    let (kind, id) = match what {
        Weighable::Outcome(id) => ("{\"outcome\":", id.as_str()),
        Weighable::Concern(id) => ("{\"concern\":", id.0.as_str()),
    };
    out.push_str(kind);
    quote(id, out);
    out.push('}');
}

/// The engine's side: the answer to what [`ask`] wrote. `None` when it is not such a text.
#[cfg(feature = "spoken")]
#[must_use]
pub fn answer(aid: &crate::aid::Aid, asked: &str) -> Option<String> {
    let answers: Answers = serde_json::from_str(asked).ok()?;
    serde_json::to_string(&super::work_out(aid, &answers)).ok()
}

/// The view that an engine answered with. `None` when it is not one.
#[must_use]
pub fn told(text: &str) -> Option<FitView> {
    let node = json::parse(text).ok()?;
    let found = Found::default();
    let view = Fields::read(&node, &At::ROOT, &found, view);
    view.filter(|_| found.is_sound())
}

fn view(f: &mut Fields<'_, '_>) -> Option<FitView> {
    if let Some(result) = f.maybe_table("ready", result) {
        return result.map(|result| FitView::Ready(Box::new(result)));
    }
    f.maybe_table("not-yet", |f| FitView::NotYet {
        text: f.text("text"),
        go_to: f.choice("go_to", Step::Weigh),
    })
}

fn result(f: &mut Fields<'_, '_>) -> Option<FitResult> {
    let bars = f.tables("bars", bar);
    let count = bars.len();
    let bars: Vec<FitBar> = bars.into_iter().flatten().collect();
    (bars.len() == count).then(|| FitResult {
        lead: f.texts("lead"),
        bars,
        why: f.texts("why"),
        would_change: f.texts("would_change"),
        how_sure: f.texts("how_sure"),
        dominance: f.texts("dominance"),
        leaves_out: f.texts("leaves_out"),
        not_advice: f.text("not_advice"),
    })
}

fn bar(f: &mut Fields<'_, '_>) -> Option<FitBar> {
    let parts = f.tables("parts", part);
    Some(FitBar {
        option: f.table("option", head)?,
        low: f.number("low"),
        point: f.number("point"),
        high: f.number("high"),
        words: f.text("words"),
        ruled_out: f.maybe_text("ruled_out"),
        parts: parts.into_iter().flatten().collect(),
    })
}

fn head(f: &mut Fields<'_, '_>) -> Option<OptionHead> {
    Some(OptionHead {
        id: OptionId::try_from(f.text("id")).ok()?,
        name: f.text("name"),
        in_sentence: f.text("in_sentence"),
        mark: f.choice("mark", Mark::Circle),
    })
}

fn part(f: &mut Fields<'_, '_>) -> Option<FitPart> {
    Some(FitPart {
        what: f.table("what", |f| match f.maybe_text("outcome") {
            Some(id) => OutcomeId::try_from(id).ok().map(Weighable::Outcome),
            None => Some(Weighable::Concern(ConcernId(f.text("concern")))),
        })?,
        name: f.text("name"),
        length: f.number("length"),
        sum: f.text("sum"),
    })
}
