//! `figures`: every figure of an aid with everything it may not be shown without, and its sentences.

use crate::plain;
use serde::Serialize;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};
use weighup_core::aid::{Aid, Cell, GapKind, Measure, Outcome, Row, SourceId, TreatmentOption};
use weighup_core::chance::wording::{AmountWords, FigureWords, Saying};
use weighup_core::chance::{
    Across, Amount, AmountSays, Average, Certainty, Effect, Figure, RangeBasis, Scale, Spread, Status,
};

/// An aid's figures.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Figures<'a> {
    id: &'a str,
    title: &'a str,
    version: &'a str,
    /// SHA-256 of the compact JSON.
    hash: &'a str,
    language: &'a str,
    /// "Not clinically reviewed …", or who reviewed it.
    review: String,
    reviewed: bool,
    figures: Vec<Entry<'a>>,
    /// Differences and ratios as they were published.
    comparisons: Vec<Comparison<'a>>,
}

/// A published difference or ratio between two options.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Comparison<'a> {
    outcome: Named<'a>,
    horizon: Horizon<'a>,
    group: Group<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    study: Option<&'a str>,
    from: &'a str,
    to: &'a str,
    /// People in every `per`, or an amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    difference: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    per: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ratio: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    adjusted: Option<&'a str>,
    status: Status,
    sources: Vec<Source<'a>>,
}

/// One outcome of one option at one horizon.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry<'a> {
    outcome: Named<'a>,
    option: Named<'a>,
    horizon: Horizon<'a>,
    group: Group<'a>,
    /// The study it is of, where that is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    study: Option<&'a str>,
    /// What the counts in the sentences of this outcome are out of; none of an amount or a level.
    #[serde(skip_serializing_if = "Option::is_none")]
    denominator: Option<u32>,
    sources: Vec<Source<'a>>,
    /// The option whose figure this is by design.
    #[serde(skip_serializing_if = "Option::is_none")]
    same_as: Option<&'a str>,
    #[serde(flatten)]
    cell: CellOut<'a>,
}

#[derive(Serialize)]
struct Named<'a> {
    id: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
struct Horizon<'a> {
    id: &'a str,
    words: String,
}

#[derive(Serialize)]
struct Group<'a> {
    id: &'a str,
    words: String,
}

#[derive(Serialize)]
struct Source<'a> {
    id: &'a str,
    citation: &'a str,
}

/// A figure, an amount, a level, or why there is none: never 0 by default.
#[derive(Serialize)]
#[serde(untagged)]
enum CellOut<'a> {
    Amount {
        /// Always true.
        known: bool,
        amount: AmountOut<'a>,
        certainty: Option<Certainty>,
        status: Status,
        sentences: Box<AmountSentences>,
    },
    Level {
        /// Always true.
        known: bool,
        level: LevelOut<'a>,
        certainty: Certainty,
        status: Status,
        sentences: LevelSentences,
    },
    Figure {
        /// Always true.
        known: bool,
        counted: Counted,
        range: Option<Range>,
        certainty: Option<Certainty>,
        status: Status,
        sentences: Box<Sentences>,
    },
    NotKnown {
        /// Always false.
        known: bool,
        gap: &'static str,
        why: &'a str,
        whole: String,
    },
}

/// A mean, a median or a rate on its scale, and what is known of its range.
#[derive(Serialize)]
struct AmountOut<'a> {
    value: f64,
    unit: &'a str,
    average: Option<Average>,
    #[serde(rename = "personYears")]
    person_years: Option<u32>,
    scale: [f64; 2],
    low: Option<f64>,
    high: Option<f64>,
    method: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AmountSentences {
    value: String,
    whole: String,
    picture: String,
    range: String,
    certainty: String,
    worked_out: String,
    status: String,
}

#[derive(Serialize)]
struct LevelSentences {
    whole: String,
    certainty: String,
    status: String,
}

/// A level by its place in the list, from 0.
#[derive(Serialize)]
struct LevelOut<'a> {
    place: usize,
    of: usize,
    name: &'a str,
    means: &'a str,
}

/// As the source gives it.
#[derive(Serialize)]
struct Counted {
    count: u32,
    of: u32,
}

/// Shares of 1.
#[derive(Serialize)]
struct Range {
    low: f64,
    high: f64,
    method: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Sentences {
    count: String,
    of_every: String,
    happens: String,
    does_not: String,
    whole: String,
    picture: String,
    range: String,
    certainty: String,
    worked_out: String,
    status: String,
}

/// Every figure of a compiled aid, in the aid's own order.
///
/// # Errors
/// An `Error` whose message names what is wrong with the aid, and where; `check` lists every problem.
#[wasm_bindgen]
pub fn figures(aid: &str) -> Result<JsValue, JsError> {
    let aid = Aid::from_json(aid)?;
    let review = weighup_core::view::review_notice(&aid);
    let all = Figures {
        id: aid.id(),
        title: aid.title(),
        version: aid.version(),
        hash: aid.hash().as_str(),
        language: &aid.document().language,
        review: review.text,
        reviewed: review.reviewed,
        figures: entries(&aid),
        comparisons: comparisons(&aid),
    };
    plain(&all)
}

/// The rows of every study of every outcome.
fn rows(aid: &Aid) -> impl Iterator<Item = (&Outcome, &Row)> {
    aid.outcomes().iter().flat_map(|outcome| {
        let rows = outcome.rows.iter().flat_map(Row::studies);
        rows.map(move |row| (outcome, row))
    })
}

fn comparisons(aid: &Aid) -> Vec<Comparison<'_>> {
    let id = |at: usize| aid.options().get(at).map_or("", |option| option.id.as_str());
    let all =
        rows(aid).flat_map(|(outcome, row)| row.compared.iter().map(move |found| (outcome, row, found)));
    all.map(|(outcome, row, found)| {
        let value = found.contrast.value().value();
        let (difference, per, ratio) = match found.contrast.effect() {
            Effect::People { per } => (Some(value), Some(per), None),
            Effect::Amount => (Some(value), None, None),
            Effect::Ratio => (None, None, Some(value)),
        };
        let ends = found.contrast.ends();
        Comparison {
            outcome: named(outcome),
            horizon: when(aid, row),
            group: who(aid, row),
            study: row.study.as_ref().map(|study| study.name.as_str()),
            from: id(found.from),
            to: id(found.to),
            difference,
            per,
            ratio,
            low: ends.map(|[low, _]| low.value()),
            high: ends.map(|[_, high]| high.value()),
            adjusted: found.adjusted.as_deref(),
            status: found.status,
            sources: cited(aid, &found.sources),
        }
    })
    .collect()
}

fn named(outcome: &Outcome) -> Named<'_> {
    Named {
        id: outcome.id.as_str(),
        name: &outcome.name,
    }
}

fn when<'a>(aid: &Aid, row: &'a Row) -> Horizon<'a> {
    Horizon {
        id: row.horizon.id.as_str(),
        words: aid.wording().horizon(&row.horizon),
    }
}

fn who<'a>(aid: &Aid, row: &'a Row) -> Group<'a> {
    Group {
        id: row.group.id.as_str(),
        words: aid.wording().group(&row.group),
    }
}

fn cited<'a>(aid: &'a Aid, sources: &'a [SourceId]) -> Vec<Source<'a>> {
    let found = sources.iter().filter_map(|id| {
        let citation = &aid.source(id)?.citation;
        Some(Source {
            id: id.as_str(),
            citation,
        })
    });
    found.collect()
}

fn entries(aid: &Aid) -> Vec<Entry<'_>> {
    rows(aid)
        .flat_map(|(outcome, row)| {
            aid.options()
                .iter()
                .filter_map(move |option| entry(aid, outcome, row, option))
        })
        .collect()
}

fn entry<'a>(
    aid: &'a Aid,
    outcome: &'a Outcome,
    row: &'a Row,
    option: &'a TreatmentOption,
) -> Option<Entry<'a>> {
    let cell = match row.cell(option.index)? {
        Cell::Gap(gap) => CellOut::NotKnown {
            known: false,
            gap: match gap.kind {
                GapKind::DoesNotApply { .. } => "does-not-apply",
                GapKind::NoStudy { .. } => "no-study",
                GapKind::NotRead { .. } => "not-read",
                GapKind::NotSaid => "not-said",
            },
            why: &gap.why,
            whole: [&gap.said(aid.wording()), " ", &gap.reason(aid.wording())].concat(),
        },
        Cell::Amount(amount) => {
            let words = aid.wording().amount_words(amount, option.in_sentence());
            measured(amount, amount.scale(), words)
        }
        Cell::Level(level) => CellOut::Level {
            known: true,
            level: LevelOut {
                place: level.place(),
                of: match &outcome.measure {
                    Measure::Levels(levels) => levels.len(),
                    Measure::Chance | Measure::Amount(_) => 0,
                },
                name: level.name(),
                means: level.means(),
            },
            certainty: level.certainty(),
            status: row.status,
            sentences: LevelSentences {
                whole: aid.wording().level_sentence(
                    option.in_sentence(),
                    &outcome.in_sentence,
                    level.name(),
                    &row.horizon,
                ),
                certainty: aid
                    .wording()
                    .certainty(Some(level.certainty()), level.certainty_why()),
                status: aid.wording().status(row.status).to_owned(),
            },
        },
        Cell::Known(figure) => known(
            figure,
            aid.wording().figure(&Saying {
                figure,
                of: outcome.of,
                event: &outcome.event,
                option: option.in_sentence(),
            }),
        ),
    };
    Some(Entry {
        outcome: named(outcome),
        option: Named {
            id: option.id.as_str(),
            name: option.name(),
        },
        horizon: when(aid, row),
        group: who(aid, row),
        study: row.study.as_ref().map(|study| study.name.as_str()),
        denominator: matches!(outcome.measure, Measure::Chance).then(|| outcome.of.people_in_all()),
        sources: cited(aid, &row.sources),
        same_as: row
            .same(option.index)
            .and_then(|same| aid.options().get(same.of))
            .map(|other| other.id.as_str()),
        cell,
    })
}

fn measured<'a>(amount: &Amount, scale: &'a Scale, words: AmountWords) -> CellOut<'a> {
    let range = amount.range();
    CellOut::Amount {
        known: true,
        amount: AmountOut {
            value: amount.value().value(),
            unit: &scale.many,
            average: match scale.told {
                AmountSays::Average(average) => Some(average),
                AmountSays::Rate { .. } => None,
            },
            person_years: match scale.told {
                AmountSays::Average(_) => None,
                AmountSays::Rate { person_years } => Some(person_years),
            },
            scale: [scale.low.value(), scale.high.value()],
            low: range.map(|(low, _)| low.value()),
            high: range.map(|(_, high)| high.value()),
            method: amount.spread().map(|spread| match spread {
                Spread::Interval95 { .. } => "published-95",
                Spread::Span { across, .. } => span(across),
                Spread::MiddleHalf { .. } => "middle-half",
                Spread::Deviation { .. } => "normal-95",
            }),
        },
        certainty: amount.certainty(),
        status: amount.status(),
        sentences: Box::new(AmountSentences {
            value: words.value,
            whole: words.sentence,
            picture: words.picture,
            range: words.range,
            certainty: words.certainty,
            worked_out: words.worked_out,
            status: words.status,
        }),
    }
}

/// What differs between the published figures of a range.
fn span(across: Across) -> &'static str {
    match across {
        Across::Studies => "between-studies",
        Across::Times => "over-time",
        Across::NotSaid => "span",
    }
}

fn known(figure: &Figure, words: FigureWords) -> CellOut<'static> {
    let (count, of) = figure.basis().counts();
    CellOut::Figure {
        known: true,
        counted: Counted { count, of },
        range: figure.range().map(|range| Range {
            low: range.low().value(),
            high: range.high().value(),
            method: match range.kind() {
                RangeBasis::Wilson95 => "wilson-95",
                RangeBasis::Exact95 => "exact-95",
                RangeBasis::PublishedInterval95 => "published-95",
                RangeBasis::Span(across) => span(across),
            },
        }),
        certainty: figure.certainty(),
        status: figure.status(),
        sentences: Box::new(Sentences {
            count: words.count,
            of_every: words.of_every,
            happens: words.happens,
            does_not: words.does_not,
            whole: words.sentence,
            picture: words.picture,
            range: words.range,
            certainty: words.certainty,
            worked_out: words.worked_out,
            status: words.status,
        }),
    }
}
