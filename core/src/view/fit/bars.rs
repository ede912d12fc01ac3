//! Bars, one per option, in the aid's order, with the arithmetic of each part.

use crate::aid::document::Better;
use crate::aid::{Cell, Measure};
use crate::consultation::{Method, Weighable};

use super::super::heads::head;
use super::super::items::{Item, Kind};
use super::super::{FitBar, FitPart};
use super::problem::{WorkedOut, thousandths};
use crate::words::{Words, say};

/// Of 100, from thousandths.
fn of_hundred(thousandths: u16) -> u16 {
    (thousandths + 5) / 10
}

pub(super) fn bars(problem: &WorkedOut<'_>) -> Vec<FitBar> {
    problem
        .candidates
        .iter()
        .enumerate()
        .map(|(at, candidate)| {
            let mut parts = parts(problem, at);
            // The bar is as long as its parts, so that they add up for anyone who checks.
            let point = within(&mut parts);
            let (low, high) = problem.all.spread.get(at).copied().unwrap_or((0.0, 0.0));
            let (low, high) = (thousandths(low).min(point), thousandths(high).max(point));
            parts.sort_by_key(|part| std::cmp::Reverse(part.length));
            FitBar {
                option: head(candidate.option),
                low,
                point,
                high,
                words: length(
                    problem.aid.wording(),
                    candidate.option.in_sentence(),
                    low,
                    point,
                    high,
                ),
                ruled_out: (!candidate.out.is_empty()).then(|| candidate.out.join(" ")),
                parts,
            }
        })
        .collect()
}

/// The sum of the parts. Each is rounded by itself, so all of what there is may come to a few thousandths more than 1,000: the
/// longest gives them up.
fn within(parts: &mut [FitPart]) -> u16 {
    let sum: u16 = parts.iter().map(|part| part.length).sum();
    let over = sum.saturating_sub(1000);
    if let Some(longest) = parts.iter_mut().max_by_key(|part| part.length) {
        longest.length = longest.length.saturating_sub(over);
    }
    sum.min(1000)
}

fn length(words: &Words, option: &str, low: u16, point: u16, high: u16) -> String {
    let [low, point, high] = [low, point, high].map(|end| words.number(of_hundred(end)));
    if low == high {
        return say!(
            words,
            "The dot for {option} is at {point} of 100, however your answers are read.",
            option,
            point
        );
    }
    say!(
        words,
        "The dot for {option} is at {point} of 100. Read in other ways that fit your answers and the evidence, it is \
         mostly between {low} and {high}.",
        option,
        point,
        low,
        high
    )
}

fn parts(problem: &WorkedOut<'_>, option: usize) -> Vec<FitPart> {
    problem
        .items
        .iter()
        .enumerate()
        .map(|(at, item)| {
            let get = |table: &[Vec<f64>]| {
                table
                    .get(option)
                    .and_then(|row| row.get(at))
                    .copied()
                    .unwrap_or(0.0)
            };
            FitPart {
                what: Weighable::clone(&item.what),
                name: item.name.clone(),
                length: thousandths(get(&problem.sums.parts)),
                sum: sum(problem, item, option, at, get(&problem.values)),
            }
        })
        .collect()
}

/// The part as arithmetic: what it counts for, times how far the option is from the worst to the best.
fn sum(problem: &WorkedOut<'_>, item: &Item<'_>, option: usize, at: usize, value: f64) -> String {
    let counted = &problem.counted;
    let (points, total) = (counted.points.get(at).copied().unwrap_or(0), counted.total());
    let way = u32::from(of_hundred(thousandths(value)));
    let part = (points * way + total / 2).checked_div(total).unwrap_or(0);
    let words = problem.aid.wording();
    let read = if matches!(item.kind, Kind::Rated(_)) || !problem.has_figure(item, option) {
        Read::Aside
    } else if from_shown(item, option).is_none_or(|shown| shown.abs_diff(way) <= 1) {
        Read::Shown
    } else {
        Read::BeforeRounding
    };
    let terms = Terms {
        measured: measured(problem, item, option),
        points: words.number(points),
        total: words.number(total),
        way: words.number(way),
        part: words.number(part),
    };
    // Points are read out in one message; what other ways make of the answers stands in a sentence before.
    match counts(words, counted.method, &terms) {
        None => given(words, read, terms),
        Some(counts) => [counts, steps(words, read, terms)].join(" "),
    }
}

/// How a reader comes to the steps of a part from what is on the screen.
#[derive(Clone, Copy)]
enum Read {
    /// The option was rated in words, or has no figure: what it is read as stands between commas.
    Aside,
    /// From the figures as they are shown.
    Shown,
    /// Only from the figures before they were rounded.
    BeforeRounding,
}

/// What the arithmetic of a part is made of, written out.
struct Terms {
    measured: String,
    points: String,
    total: String,
    way: String,
    part: String,
}

/// What ways of weighing other than points make of the answers.
fn counts(words: &Words, method: Method, terms: &Terms) -> Option<String> {
    let Terms { points, total, .. } = terms;
    match method {
        Method::Swing | Method::Points => None,
        Method::Ranking => Some(say!(
            words,
            "Its place in your order counts for {points} of {total}.",
            points,
            total
        )),
        Method::Pairs => Some(say!(
            words,
            "Your words come to {points} of {total} for it, in the middle of what they leave open.",
            points,
            total
        )),
        Method::BestWorst => Some(say!(
            words,
            "Your comparisons come to {points} of {total} for it.",
            points,
            total
        )),
    }
}

/// The steps of a part, after a sentence that says what it counts for.
fn steps(words: &Words, read: Read, terms: Terms) -> String {
    let Terms {
        measured,
        points,
        total,
        way,
        part,
    } = terms;
    match read {
        Read::Aside => say!(
            words,
            "{Measured}, is {way} of 100 steps from the worst to the best. {points} ÷ {total} × {way} = {part} of 100.",
            measured,
            way,
            points,
            total,
            part
        ),
        Read::Shown => say!(
            words,
            "{Measured} is {way} of 100 steps from the worst to the best. {points} ÷ {total} × {way} = {part} of 100.",
            measured,
            way,
            points,
            total,
            part
        ),
        Read::BeforeRounding => say!(
            words,
            "{Measured} is {way} of 100 steps from the worst to the best, worked out before rounding. {points} ÷ \
             {total} × {way} = {part} of 100.",
            measured,
            way,
            points,
            total,
            part
        ),
    }
}

/// The points that a person gave, and the steps.
fn given(words: &Words, read: Read, terms: Terms) -> String {
    let Terms {
        measured,
        points,
        total,
        way,
        part,
    } = terms;
    match read {
        Read::Aside => say!(
            words,
            "You gave it {points} of {total} points. {Measured}, is {way} of 100 steps from the worst to the best. \
             {points} ÷ {total} × {way} = {part} of 100.",
            points,
            total,
            measured,
            way,
            part
        ),
        Read::Shown => say!(
            words,
            "You gave it {points} of {total} points. {Measured} is {way} of 100 steps from the worst to the best. \
             {points} ÷ {total} × {way} = {part} of 100.",
            points,
            total,
            measured,
            way,
            part
        ),
        Read::BeforeRounding => say!(
            words,
            "You gave it {points} of {total} points. {Measured} is {way} of 100 steps from the worst to the best, worked out \
             before rounding. {points} ÷ {total} × {way} = {part} of 100.",
            points,
            total,
            measured,
            way,
            part
        ),
    }
}

/// The same steps from the rounded counts on the screen, where there are some.
fn from_shown(item: &Item<'_>, option: usize) -> Option<u32> {
    let Kind::Outcome(outcome, row) = item.kind else {
        return None;
    };
    let count = |at: usize| match (row.cell(at)?, &outcome.measure) {
        (Cell::Known(figure), _) => Some(f64::from(figure.people(outcome.of).rounded())),
        (Cell::Amount(amount), Measure::Amount(scale)) => Some(f64::from(scale.steps_up(amount.value()))),
        _ => None,
    };
    let [worst, best] = item.ends?.map(f64::from);
    let (low, high) = (worst.min(best), worst.max(best));
    let here = count(option)?;
    let way = match outcome.better {
        Better::Lower => (high - here) / (high - low),
        Better::Higher => (here - low) / (high - low),
    };
    Some(u32::from(of_hundred(thousandths(way))))
}

/// The figure or rating an option has: "10 of every 100 men", "your rating, good".
pub(super) fn measured(problem: &WorkedOut<'_>, item: &Item<'_>, option: usize) -> String {
    match item.kind {
        Kind::Outcome(outcome, row) => problem.read_as(outcome, row, option).unwrap_or_else(|| {
            row.cell(option)
                .map_or_else(String::new, |cell| problem.aid.inline(outcome, cell))
        }),
        Kind::Rated(concern) => problem
            .aid
            .options()
            .get(option)
            .and_then(|found| concern.ratings.get(&found.id))
            .map_or_else(String::new, |rating| {
                let words = problem.aid.wording();
                say!(
                    words,
                    "your rating, {rating}",
                    rating = super::super::items::rating(words, *rating)
                )
            }),
        Kind::Unrated => String::new(),
    }
}
