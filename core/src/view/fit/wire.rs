//! The question to an engine in another file, and its answer, as text.

use crate::aid::OptionId;
use crate::aid::read::fields::{Fields, Found};
use crate::aid::read::json;
use crate::aid::{At, OutcomeId};
#[cfg(feature = "spoken")]
use crate::consultation::written::read;
use crate::consultation::written::{Out, weighing};
use crate::consultation::{Answers, ConcernId, Step, Weighable};

use super::super::{FitBar, FitPart, FitResult, FitView, Mark, OptionHead};

/// What the fit depends on, as the JSON of [`Answers`] with the rest left out.
#[must_use]
pub fn ask(answers: &Answers) -> String {
    let mut out = Out(String::new());
    out.open('{');
    weighing(answers, &mut out);
    out.close('}');
    out.0
}

/// The engine's side: the answer to what [`ask`] wrote. `None` when it is not such a text.
#[cfg(feature = "spoken")]
#[must_use]
pub fn answer(aid: &crate::aid::Aid, asked: &str) -> Option<String> {
    let answers = read(&json::parse(asked).ok()?).ok()?;
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
        ahead: f
            .texts("ahead")
            .into_iter()
            .filter_map(|id| OptionId::try_from(id).ok())
            .collect(),
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
