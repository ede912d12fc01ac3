//! The question to an engine in another file, and its answer, as text.

use crate::aid::OptionId;
use crate::aid::{OutcomeId, document::Results};
#[cfg(feature = "spoken")]
use crate::consultation::written::read;
use crate::consultation::written::weighing;
use crate::consultation::{Answers, ConcernId, Person, Step, Weighable};
use crate::format::reader::Found;
use crate::format::{At, Fields, Out, json};

use super::super::{
    BesideView, FitBar, FitPart, FitResult, FitView, GapLine, GapMark, GapView, Mark, OptionHead, ReadingView,
};

/// What the fit depends on, as the JSON of [`Answers`] with the rest left out.
#[must_use]
pub fn ask(answers: &Answers) -> String {
    let mut out = Out(String::new());
    out.open('{');
    weighing(answers, &mut out);
    out.close('}');
    out.0
}

/// Before a question about answers next to each other, by what may be shown.
const BESIDE: [&str; 2] = ["beside ", "beside facts "];

/// The question about answers next to each other.
#[must_use]
pub fn ask_beside(answers: &Answers, results: Results) -> String {
    let [fit, facts] = BESIDE;
    let about = match results {
        Results::Fit => fit,
        Results::Facts => facts,
    };
    [about, &ask(answers)].concat()
}

/// The engine's side: the answer to what [`ask`] or [`ask_beside`] wrote. `None` when it is not such a text.
#[cfg(feature = "spoken")]
#[must_use]
pub fn answer(aid: &crate::aid::Aid, asked: &str) -> Option<String> {
    let [fit, facts] = BESIDE;
    let beside = [(facts, Results::Facts), (fit, Results::Fit)]
        .into_iter()
        .find_map(|(about, results)| Some((asked.strip_prefix(about)?, results)));
    let read = |text: &str| read(&json::parse(text).ok()?).ok();
    if let Some((asked, results)) = beside {
        let answers = read(asked)?;
        return serde_json::to_string(&super::beside::beside(aid, &answers, results)).ok();
    }
    let answers = read(asked)?;
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

/// What an engine answered about answers next to each other. `None` when it is not such an answer.
#[must_use]
pub fn told_beside(text: &str) -> Option<BesideView> {
    let node = json::parse(text).ok()?;
    let found = Found::default();
    let view = Fields::read(&node, &At::ROOT, &found, |f| BesideView {
        check: f.texts("check"),
        gap: f.maybe_table("gap", gap),
    });
    found.is_sound().then_some(view)
}

fn gap(f: &mut Fields<'_, '_>) -> GapView {
    GapView {
        lead: f.texts("lead"),
        lines: f.tables("lines", gap_line).into_iter().flatten().collect(),
        changes: f.texts("changes"),
        next: f.text("next"),
        notes: f.texts("notes"),
    }
}

fn gap_line(f: &mut Fields<'_, '_>) -> Option<GapLine> {
    Some(GapLine {
        what: f.table("what", what)?,
        name: f.text("name"),
        marks: f.tables("marks", |f| GapMark {
            who: f.choice("who", Person::Patient),
            count: f.number("count"),
            place: f.number("place"),
        }),
        words: f.text("words"),
    })
}

fn what(f: &mut Fields<'_, '_>) -> Option<Weighable> {
    match f.maybe_text("outcome") {
        Some(id) => OutcomeId::try_from(id).ok().map(Weighable::Outcome),
        None => Some(Weighable::Concern(ConcernId(f.text("concern")))),
    }
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
        of_bars: f.texts("of_bars"),
        ahead: f
            .texts("ahead")
            .into_iter()
            .filter_map(|id| OptionId::try_from(id).ok())
            .collect(),
        bars,
        why: f.texts("why"),
        would_change: f.texts("would_change"),
        how_sure: f.texts("how_sure"),
        readings: f.tables("readings", reading).into_iter().flatten().collect(),
        dominance: f.texts("dominance"),
        leaves_out: f.texts("leaves_out"),
        not_advice: f.text("not_advice"),
    })
}

fn reading(f: &mut Fields<'_, '_>) -> Option<ReadingView> {
    Some(ReadingView {
        option: f.table("option", head)?,
        count: f.number("count"),
        words: f.text("words"),
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
        what: f.table("what", what)?,
        name: f.text("name"),
        length: f.number("length"),
        sum: f.text("sum"),
    })
}
