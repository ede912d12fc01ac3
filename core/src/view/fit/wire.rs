//! The question to an engine in another file, and its answer, as text.

use crate::aid::OptionId;
use crate::aid::read::Word;
use crate::aid::read::fields::{Fields, Found};
use crate::aid::read::{json, quote};
use crate::aid::{At, OutcomeId, document::Results};
use crate::consultation::{Answers, ConcernId, DealBreaker, Method, Person, Step, Weighable, Weighing};

use super::super::{
    BesideView, FitBar, FitPart, FitResult, FitView, GapLine, GapMark, GapView, Mark, OptionHead, ReadingView,
};

/// What the fit depends on, as the JSON of [`Answers`] with the rest left out.
#[must_use]
pub fn ask(answers: &Answers) -> String {
    let mut out = String::from("{");
    if let Some(group) = &answers.group {
        out.push_str("\"group\":");
        quote(group.as_str(), &mut out);
        out.push(',');
    }
    out.push_str("\"people\":{\"turn\":");
    quote(who(answers.people.turn), &mut out);
    out.push_str(if answers.people.revealed {
        ",\"revealed\":true"
    } else {
        ",\"revealed\":false"
    });
    out.push_str(if answers.people.changed_after {
        ",\"changed_after\":true},\"weighings\":{"
    } else {
        ",\"changed_after\":false},\"weighings\":{"
    });
    for (at, (person, said)) in answers.weighings.iter().enumerate() {
        comma(at, &mut out);
        quote(who(*person), &mut out);
        out.push(':');
        weighing(said, &mut out);
    }
    out.push_str("},\"concerns\":[");
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

fn comma(at: usize, out: &mut String) {
    if at > 0 {
        out.push(',');
    }
}

fn who(person: Person) -> &'static str {
    Person::WORDS.get(person as usize).copied().unwrap_or_default()
}

fn weighing(said: &Weighing, out: &mut String) {
    out.push_str("{\"method\":");
    match said.method {
        Some(method) => quote(
            Method::WORDS.get(method as usize).copied().unwrap_or_default(),
            out,
        ),
        None => out.push_str("null"),
    }
    out.push_str(",\"swing\":{\"first\":");
    maybe(said.swing.first.as_ref(), out);
    out.push_str(",\"points\":[");
    rows(
        &mut said
            .swing
            .points
            .iter()
            .map(|(what, points)| ([what].to_vec(), Some(*points))),
        out,
    );
    out.push_str("]},\"ranking\":[");
    rows(
        &mut said
            .ranking
            .iter()
            .map(|together| (together.iter().collect(), None)),
        out,
    );
    out.push_str("],\"shares\":[");
    rows(
        &mut said
            .shares
            .iter()
            .map(|(what, points)| ([what].to_vec(), Some(*points))),
        out,
    );
    out.push_str("],\"best_worst\":{\"best\":");
    maybe(said.best_worst.best.as_ref(), out);
    out.push_str(",\"worst\":");
    maybe(said.best_worst.worst.as_ref(), out);
    out.push_str(",\"times\":[");
    rows(
        &mut said
            .best_worst
            .times
            .iter()
            .map(|(more, less, times)| ([more, less].to_vec(), Some(*times))),
        out,
    );
    out.push_str("]}}");
}

/// Lists of things, each with a number or without.
fn rows(rows: &mut dyn Iterator<Item = (Vec<&Weighable>, Option<u8>)>, out: &mut String) {
    for (at, (whats, number)) in rows.enumerate() {
        comma(at, out);
        out.push('[');
        for (at, what) in whats.into_iter().enumerate() {
            comma(at, out);
            weighable(what, out);
        }
        if let Some(number) = number {
            out.push(',');
            out.push_str(&number.to_string());
        }
        out.push(']');
    }
}

fn maybe(what: Option<&Weighable>, out: &mut String) {
    match what {
        Some(what) => weighable(what, out),
        None => out.push_str("null"),
    }
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

/// The engine's side: the answer to what [`ask`] or [`ask_beside`] wrote. `None` when it is not such a text.
#[cfg(feature = "spoken")]
#[must_use]
pub fn answer(aid: &crate::aid::Aid, asked: &str) -> Option<String> {
    let [fit, facts] = BESIDE;
    let beside = [(facts, Results::Facts), (fit, Results::Fit)]
        .into_iter()
        .find_map(|(about, results)| Some((asked.strip_prefix(about)?, results)));
    if let Some((asked, results)) = beside {
        let answers: Answers = serde_json::from_str(asked).ok()?;
        return serde_json::to_string(&super::beside::beside(aid, &answers, results)).ok();
    }
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
