//! The gap: where people differ on how much things matter, and whether that changes which option fits most.

use crate::aid::{Aid, document::Results};
use crate::consultation::{Answers, Person, Weighable};
use crate::fit::contributions;
use crate::words::{Words, say};

use super::super::super::items::{Item, Items};
use super::super::super::limits::ruled_out;
use super::super::super::weigh::{MAIN, usable};
use super::super::super::{GapLine, GapMark, GapView};
use super::super::elicit::{elicit, hundredths};
use super::super::in_front::TIE_BAND;
use super::super::problem::{Column, column, thousandths};

/// Two people's weights closer than this are about the same.
const SMALL: f64 = 0.05;

/// One person's weights.
struct Weighed {
    who: Person,
    weights: Vec<f64>,
}

impl Weighed {
    /// The weight of the thing at a place; 0 where there is none.
    fn weight(&self, at: usize) -> f64 {
        self.weights.get(at).copied().unwrap_or(0.0)
    }
}

/// The gap between the person deciding and the others, where there are others who may be shown.
pub(super) fn gap(aid: &Aid, answers: &Answers, items: &Items<'_>, results: Results) -> Option<GapView> {
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

/// How large the gap between the person deciding and another is over one thing: with whichever other it is largest.
struct Gap<'a> {
    /// Place of the thing among those weighed.
    at: usize,
    size: f64,
    other: &'a Weighed,
}

/// The gap over every thing, the largest first.
fn gaps<'a>(things: usize, patient: &Weighed, others: &'a [Weighed]) -> Vec<Gap<'a>> {
    let mut gaps: Vec<Gap<'a>> = Vec::new();
    for at in 0..things {
        let most = others.iter().fold(None, |most: Option<Gap<'a>>, other| {
            let size = (other.weight(at) - patient.weight(at)).abs();
            match most {
                Some(found) if found.size >= size => Some(found),
                _ => Some(Gap { at, size, other }),
            }
        });
        gaps.extend(most);
    }
    gaps.sort_by(|a, b| b.size.total_cmp(&a.size));
    gaps
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
    let everyone: Vec<&Weighed> = std::iter::once(patient).chain(others).collect();
    let widest = everyone
        .iter()
        .flat_map(|weighed| &weighed.weights)
        .copied()
        .fold(0.01, f64::max);
    let gaps = gaps(of.len(), patient, others);
    let lines = gaps
        .iter()
        .filter_map(|gap| Some(line(words, of.get(gap.at)?, gap.at, &everyone, widest)));
    let lines = lines.collect();
    let (lead, next) = match gaps.first().filter(|gap| gap.size >= SMALL) {
        Some(gap) => {
            let more = patient.weight(gap.at) > gap.other.weight(gap.at);
            spoken(words, of.get(gap.at).copied(), gap.other.who, more)
        }
        None => (
            vec![say!(
                words,
                "You weigh these things much the same. No gap stands out."
            )],
            say!(
                words,
                "Next: ask each other whether anything that matters is missing from this list."
            ),
        ),
    };
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
        notes: notes(words, answers, without_own, others),
    }
}

/// One thing that matters, with everyone's mark on the same line.
fn line(words: &Words, item: &Item<'_>, at: usize, everyone: &[&Weighed], widest: f64) -> GapLine {
    let marks: Vec<GapMark> = everyone
        .iter()
        .map(|each| GapMark {
            who: each.who,
            count: hundredths(each.weight(at)),
            place: thousandths(each.weight(at) / widest),
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
    GapLine {
        what: item.what.clone(),
        name: item.name.clone(),
        words: say!(words, "Of 100 for everything together: {people}.", people),
        marks,
    }
}

/// What to know about the picture of the gap.
fn notes(words: &Words, answers: &Answers, without_own: bool, others: &[Weighed]) -> Vec<String> {
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
    notes
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
            let Column { value, xs, .. } = column(aid, item)?;
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
