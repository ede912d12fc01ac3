//! Answers next to each other: whether one person's agree, and where several people's differ.

use crate::aid::{Aid, document::Results};
use crate::consultation::{Answers, Method, Person, Weighable};
use crate::fit::contributions;
use crate::values::{Consistency, best_worst, compare_methods};
use crate::words::{Words, say};

use super::super::english::Ratio;
use super::super::items::{Item, Items, items};
use super::super::limits::ruled_out;
use super::super::weigh::{MAIN, method_name, usable};
use super::super::{BesideView, GapLine, GapMark, GapView};
use super::elicit::{comparisons, elicit, elicit_in, hundredths, misfit};
use super::lead::TIE_BAND;
use super::problem::{column, thousandths};

/// Two people's weights closer than this are about the same.
const SMALL: f64 = 0.05;
/// Two weights of one person closer than this have no order to speak of.
const LEVEL: f64 = 0.02;
/// Three comparisons this many times apart pull apart, where no threshold is published.
const APART: f64 = 2.0;

/// Everything there is to set side by side.
pub(super) fn beside(aid: &Aid, answers: &Answers, results: Results) -> BesideView {
    let aid = &answers.seen(aid);
    let items = items(aid, answers);
    BesideView {
        check: check(aid.wording(), answers, &items),
        gap: gap(aid, answers, &items, results),
    }
}

/// Whether the answers of the person whose turn it is agree: comparisons with each other, one way with another.
fn check(words: &Words, answers: &Answers, items: &Items<'_>) -> Vec<String> {
    let said = answers.mine();
    let of = usable(items);
    let method = said.used(MAIN);
    let mut out = Vec::new();
    if method == Method::BestWorst {
        out.extend(pulling_apart(words, answers, items, &of));
    }
    let Some((this, _)) = elicit_in(said, method, &of) else {
        return out;
    };
    let other = Method::ALL
        .into_iter()
        .filter(|other| *other != method)
        .find_map(|other| elicit_in(said, other, &of).map(|(found, _)| (other, found.point)));
    let Some((other, that)) = other else {
        return out;
    };
    let apart = |at: &(usize, usize)| {
        let between = |w: &[f64]| match (w.get(at.0), w.get(at.1)) {
            (Some(a), Some(b)) => (a - b).abs(),
            _ => 0.0,
        };
        between(&this.point).min(between(&that))
    };
    let reversed = compare_methods(&this.point, &that).reversed;
    let most = reversed.into_iter().filter(|pair| apart(pair) > LEVEL).fold(
        None,
        |most: Option<(usize, usize)>, pair| match most {
            Some(found) if apart(&found) >= apart(&pair) => Some(found),
            _ => Some(pair),
        },
    );
    let Some((a, b)) = most else {
        out.push(say!(
            words,
            "You have answered in two ways, and both put these things in the same order."
        ));
        return out;
    };
    let first = this.point.get(a) > this.point.get(b);
    let name = |at: usize| of.get(at).map_or_else(String::new, |what| name(items, what));
    let (more, less) = if first {
        (name(a), name(b))
    } else {
        (name(b), name(a))
    };
    let (this_way, other_way) = (method_name(words, method), method_name(words, other));
    out.push(say!(
        words,
        "Your two ways of answering pull apart. With “{this_way}”, {more} matters more than {less}. With “{other_way}”, it \
         is the other way round. Which is nearer to what you feel?",
        this_way,
        more,
        less,
        other_way
    ));
    out
}

fn name(items: &Items<'_>, what: &Weighable) -> String {
    items
        .of(what)
        .map_or_else(String::new, |item| item.in_sentence.clone())
}

/// "These two answers pull apart", when comparisons agree less than is usually accepted.
fn pulling_apart(words: &Words, answers: &Answers, items: &Items<'_>, of: &[&Weighable]) -> Vec<String> {
    let Some(numbers) = comparisons(answers.mine(), of) else {
        return Vec::new();
    };
    let get = |all: &[f64], at: usize| all.get(at).copied().unwrap_or(1.0);
    let whole = get(&numbers.best_to_others, numbers.worst);
    let most = (0..of.len())
        .filter(|at| *at != numbers.best && *at != numbers.worst)
        .fold(None, |most: Option<(usize, f64)>, at| match most {
            Some(found) if found.1 >= misfit(&numbers, at) => Some(found),
            _ => Some((at, misfit(&numbers, at))),
        });
    let Some((at, times)) = most else {
        return Vec::new();
    };
    let apart = match best_worst(&numbers).map(|found| found.consistency) {
        Ok(Some(Consistency::BestWorst {
            input_based,
            threshold: Some(threshold),
            ..
        })) => input_based > threshold,
        // A comparison beyond that of the most with the least important, or answers for which none is published.
        _ => times >= APART,
    };
    if !apart {
        return Vec::new();
    }
    let name = |at: usize| of.get(at).map_or_else(String::new, |what| name(items, what));
    let (best, this, worst) = (name(numbers.best), name(at), name(numbers.worst));
    let (up, down) = (
        get(&numbers.best_to_others, at),
        get(&numbers.others_to_worst, at),
    );
    // A bare name; Welsh would change its first letter there.
    let bare = |what: &String| say!(words, context "a name, after: as much as", "{what}", what);
    let (to_this, to_worst) = (
        Ratio::of(up).than(words, &bare(&this)),
        Ratio::of(down).than(words, &bare(&worst)),
    );
    let whole_said = Ratio::of(whole).than(words, &bare(&worst));
    vec![
        say!(
            words,
            "These two answers pull apart: {best} matters {to_this}, and {this} matters {to_worst}.",
            best,
            to_this,
            this,
            to_worst
        ),
        if up * down > whole {
            say!(
                words,
                "Together they put {best} higher than your answer that it matters {whole_said}.",
                best,
                whole_said
            )
        } else {
            say!(
                words,
                "Together they put {best} lower than your answer that it matters {whole_said}.",
                best,
                whole_said
            )
        },
        say!(
            words,
            "That happens to most people. You can change any of them, or leave them: the result allows for all."
        ),
    ]
}

/// One person's weights.
struct Weighed {
    who: Person,
    weights: Vec<f64>,
}

fn gap(aid: &Aid, answers: &Answers, items: &Items<'_>, results: Results) -> Option<GapView> {
    let turn = answers.people.turn;
    let all = usable(items);
    let mine = elicit(answers.mine(), &all);
    // Nobody sees what others said before they have answered for themselves.
    if mine.is_none() || !answers.may_show(turn) {
        return None;
    }
    let (patient, _) = elicit(answers.weighing(Person::Patient), &all)?;
    let shown = |who: &Person| *who != Person::Patient && answers.may_show(*who);
    let begun = |who: &Person| {
        let said = answers.weighing(*who);
        said.has_begun(said.used(MAIN), &all)
    };
    // Over everything, or without own concerns when someone else has not weighed those.
    let outcomes: Vec<&Weighable> = all
        .iter()
        .copied()
        .filter(|what| matches!(what, Weighable::Outcome(_)))
        .collect();
    let over = |of: &[&Weighable]| -> Vec<Weighed> {
        let others = Person::ALL.into_iter().filter(shown);
        others
            .filter_map(|who| {
                let weights = elicit(answers.weighing(who), of)?.0.point;
                Some(Weighed { who, weights })
            })
            .collect()
    };
    let (mut of, mut others) = (&all, over(&all));
    if others.len() < Person::ALL.into_iter().filter(shown).filter(begun).count() {
        let fewer = over(&outcomes);
        if fewer.len() > others.len() {
            (of, others) = (&outcomes, fewer);
        }
    }
    if others.is_empty() {
        return None;
    }
    let kept = all
        .iter()
        .zip(&patient.point)
        .filter(|(what, _)| of.contains(what));
    let weights: Vec<f64> = kept.map(|(_, weight)| *weight).collect();
    let sum: f64 = weights.iter().sum();
    if sum <= 0.0 {
        return None;
    }
    let patient = Weighed {
        who: Person::Patient,
        weights: weights.iter().map(|weight| weight / sum).collect(),
    };
    let of: Vec<&Item<'_>> = of.iter().filter_map(|what| items.of(what)).collect();
    Some(view(
        aid,
        answers,
        &of,
        of.len() < all.len(),
        &patient,
        &others,
        results,
    ))
}

fn view(
    aid: &Aid,
    answers: &Answers,
    of: &[&Item<'_>],
    without_own: bool,
    patient: &Weighed,
    others: &[Weighed],
    results: Results,
) -> GapView {
    let words = aid.wording();
    let at = |weighed: &Weighed, at: usize| weighed.weights.get(at).copied().unwrap_or(0.0);
    let everyone: Vec<&Weighed> = std::iter::once(patient).chain(others).collect();
    let widest = everyone
        .iter()
        .flat_map(|weighed| &weighed.weights)
        .copied()
        .fold(0.01, f64::max);
    // The other person with whom the gap is largest, and how large: for every thing.
    let mut gaps: Vec<(usize, f64, &Weighed)> = Vec::new();
    for place in 0..of.len() {
        let most = others.iter().fold(None, |most: Option<(f64, &Weighed)>, other| {
            let size = (at(other, place) - at(patient, place)).abs();
            match most {
                Some(found) if found.0 >= size => Some(found),
                _ => Some((size, other)),
            }
        });
        if let Some((size, other)) = most {
            gaps.push((place, size, other));
        }
    }
    gaps.sort_by(|a, b| b.1.total_cmp(&a.1));
    let lines = gaps.iter().filter_map(|(place, ..)| {
        let item = of.get(*place)?;
        let marks: Vec<GapMark> = everyone
            .iter()
            .map(|each| GapMark {
                who: each.who,
                count: hundredths(at(each, *place)),
                place: thousandths(at(each, *place) / widest),
            })
            .collect();
        let said: Vec<String> = marks
            .iter()
            .map(|mark| {
                let count = words.number(mark.count);
                match mark.who {
                    Person::Patient => say!(words, "you, {count}", count),
                    Person::Companion => say!(words, "the person with you, {count}", count),
                    Person::Clinician => say!(words, "the health professional’s guess, {count}", count),
                }
            })
            .collect();
        let people = words.parts(&said);
        Some(GapLine {
            what: item.what.clone(),
            name: item.name.clone(),
            words: say!(words, "Of 100 for everything together: {people}.", people),
            marks,
        })
    });
    let lines = lines.collect();
    let largest = gaps.first().filter(|(_, size, _)| *size >= SMALL);
    let (lead, next) = largest.map_or_else(
        || {
            (
                vec![say!(
                    words,
                    "You weigh these things much the same. No gap stands out."
                )],
                say!(
                    words,
                    "Next: ask each other whether anything that matters is missing from this list."
                ),
            )
        },
        |(place, _, other)| {
            let more = at(patient, *place) > at(other, *place);
            spoken(words, of.get(*place).copied(), other.who, more)
        },
    );
    let mut notes = Vec::new();
    if without_own {
        notes.push(say!(
            words,
            "Own concerns are not in this picture: not everyone has weighed them."
        ));
    }
    if answers.people.changed_after && others.iter().any(|other| other.who == Person::Clinician) {
        notes.push(say!(
            words,
            "The health professional’s guess was changed after it had been shown."
        ));
    }
    notes.push(say!(
        words,
        "Nobody’s answers are the right ones. Each person weighed apart."
    ));
    GapView {
        lead,
        lines,
        changes: match results {
            Results::Fit => others
                .iter()
                .filter_map(|other| changes(aid, answers, of, patient, other))
                .collect(),
            Results::Facts => Vec::new(),
        },
        next,
        notes,
    }
}

/// The largest gap in words, and what to do about it.
fn spoken(words: &Words, item: Option<&Item<'_>>, other: Person, more: bool) -> (Vec<String>, String) {
    let what = item.map_or("", |item| item.in_sentence.as_str());
    let gap = match (other, more) {
        (Person::Clinician, true) => say!(
            words,
            "It matters more to you than the health professional thought."
        ),
        (Person::Clinician, false) => say!(
            words,
            "It matters less to you than the health professional thought."
        ),
        (_, true) => say!(words, "It matters more to you than to the person with you."),
        (_, false) => say!(words, "It matters less to you than to the person with you."),
    };
    let next = match other {
        Person::Clinician => say!(
            words,
            "Next: say in your own words what {what} would mean for you from day to day. Then the health professional \
             says back what they heard.",
            what
        ),
        _ => say!(
            words,
            "Next: say to each other what {what} would mean from day to day. One speaks, the other listens.",
            what
        ),
    };
    (
        vec![
            say!(words, "The conversation to have is about {what}.", what),
            gap,
        ],
        next,
    )
}

/// Whether another person's weights bring other options in front, from the figures as published.
fn changes(
    aid: &Aid,
    answers: &Answers,
    of: &[&Item<'_>],
    patient: &Weighed,
    other: &Weighed,
) -> Option<String> {
    let columns: Vec<Vec<f64>> = of
        .iter()
        .map(|item| {
            let (value, xs, _) = column(aid, item)?;
            Some(xs.iter().map(|x| value.at(*x)).collect())
        })
        .collect::<Option<_>>()?;
    let options = aid
        .options()
        .iter()
        .filter(|option| ruled_out(aid, answers, option).is_empty());
    let options: Vec<_> = options.collect();
    if options.len() < 2 {
        return None;
    }
    let values: Vec<Vec<f64>> = options
        .iter()
        .map(|option| {
            columns
                .iter()
                .map(|column| column.get(option.index).copied().unwrap_or(0.0))
                .collect()
        })
        .collect();
    let front = |weighed: &Weighed| -> Vec<String> {
        let totals = contributions(&values, &weighed.weights).totals;
        let top = totals.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let near = options
            .iter()
            .zip(&totals)
            .filter(|(_, total)| top - **total < TIE_BAND);
        near.map(|(option, _)| option.in_sentence().to_owned()).collect()
    };
    let (mine, theirs) = (front(patient), front(other));
    let words = aid.wording();
    let (same, yours, theirs) = (mine == theirs, words.list(&mine), words.list(&theirs));
    Some(match (same, mine.len(), other.who) {
        (true, 1, Person::Clinician) => say!(
            words,
            "This does not change which option fits most, as the figures stand: {yours}, with your answers and with the \
             guess.",
            yours
        ),
        (true, 1, _) => say!(
            words,
            "This does not change which option fits most, as the figures stand: {yours}, with either person’s answers.",
            yours
        ),
        (true, _, _) => say!(
            words,
            "This changes nothing here, as the figures stand. {Yours} fit about the same with either set of answers.",
            yours
        ),
        (false, _, Person::Clinician) => say!(
            words,
            "This changes what fits most, as the figures stand: {yours} with your answers, {theirs} with the guess.",
            yours,
            theirs
        ),
        (false, _, _) => say!(
            words,
            "This changes what fits most, as the figures stand: {yours} with your answers, {theirs} with those of the \
             person with you.",
            yours,
            theirs
        ),
    })
}
