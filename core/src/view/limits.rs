//! Deal-breakers: what the person would not accept. They exclude options and never score.

use crate::aid::{Aid, Cell, Measure, Outcome, OutcomeId, Row, TreatmentOption, document::Better};
use crate::chance::{AmountSays, PeopleCount};
use crate::consultation::swings::{End, SwingOf, Swings, WeighedAs};
use crate::consultation::{Action, Answers, DealBreaker};
use crate::words::{Chances, say};

use super::LimitView;
use super::matrix::told_apart_weighed;

/// Why an option is ruled out, in the person's own terms; empty when it is not.
pub(crate) fn ruled_out(aid: &Aid, answers: &Answers, option: &TreatmentOption) -> Vec<String> {
    let (words, option_id) = (aid.wording(), &option.id);
    answers
        .deal_breakers
        .iter()
        .filter_map(|given| match given {
            DealBreaker::Option(id) => {
                let option = option.in_sentence();
                (id == option_id).then(|| say!(words, "You said you would not accept {option}.", option))
            }
            DealBreaker::Limit { outcome, count } => {
                let (outcome, row) = weighed(aid, outcome)?;
                breaks(outcome, row, option, *count).then(|| {
                    say!(
                        words,
                        "You said: “{limit}”",
                        limit = limit_sentence(aid, outcome, row, *count)
                    )
                })
            }
        })
        .collect()
}

/// An outcome and the row it is weighed by, which a limit is about.
fn weighed<'a>(aid: &'a Aid, outcome: &OutcomeId) -> Option<(&'a Outcome, &'a Row)> {
    let outcome = aid.outcome(outcome)?;
    Some((outcome, outcome.weigh_row()?))
}

/// Whether an option is past a limit, on the rounded numbers that stand on the screen.
fn breaks(outcome: &Outcome, row: &Row, option: &TreatmentOption, limit: u32) -> bool {
    let count = match (row.cell(option.index), &outcome.measure) {
        (Some(Cell::Known(figure)), _) => twice(figure.people(outcome.of)),
        (Some(Cell::Amount(amount)), Measure::Amount(scale)) => 2 * u64::from(scale.steps_up(amount.value())),
        (Some(Cell::Level(level)), _) => 2 * u64::try_from(level.place()).unwrap_or(u64::MAX / 2),
        _ => return false,
    };
    match outcome.better {
        Better::Lower => count > 2 * u64::from(limit),
        Better::Higher => count < 2 * u64::from(limit),
    }
}

/// Twice the count, so that "fewer than 1" is between 0 and 1 and "more than 99" between 99 and 100.
fn twice(count: PeopleCount) -> u64 {
    match count {
        PeopleCount::Exactly(people, _) => 2 * u64::from(people),
        PeopleCount::FewerThanOne(_) => 1,
        PeopleCount::AllButFewerThanOne(of) => (2 * u64::from(of.people_in_all())).saturating_sub(1),
    }
}

/// "I would not accept more than 20 of every 100 men wearing pads …", as a sentence of the person's.
pub(crate) fn limit_sentence(aid: &Aid, outcome: &Outcome, row: &Row, count: u32) -> String {
    let words = aid.wording();
    let who = &row.group.people;
    let when = words.horizon(&row.horizon);
    match (&outcome.measure, outcome.better) {
        (Measure::Chance, better) => {
            if words.chances() == Chances::Percent {
                let limit = words.percent(count, outcome.of);
                let event = outcome.event.happens(words.language().last_plural());
                return match better {
                    Better::Lower => say!(
                        words,
                        context "a percentage",
                        "I would not accept an option with which more than {limit} of {who} {event}, {when}.",
                        limit,
                        who,
                        event,
                        when
                    ),
                    Better::Higher => say!(
                        words,
                        context "a percentage",
                        "I would not accept an option with which less than {limit} of {who} {event}, {when}.",
                        limit,
                        who,
                        event,
                        when
                    ),
                };
            }
            let limit = words.number(count);
            let n = words.number(outcome.of.people_in_all());
            // After "more than 1" and "fewer than 1" English has the plural.
            let event = outcome.event.happens(words.language().plural(count.max(2)));
            match better {
                Better::Lower => say!(
                    words,
                    "I would not accept an option with which more than {limit} of every {n} {who} {event}, {when}.",
                    limit,
                    n,
                    who,
                    event,
                    when
                ),
                Better::Higher => say!(
                    words,
                    "I would not accept an option with which fewer than {limit} of every {n} {who} {event}, {when}.",
                    limit,
                    n,
                    who,
                    event,
                    when
                ),
            }
        }
        (Measure::Amount(scale), better) => {
            let (phrase, amount) = (&scale.phrase, words.amount_at(scale, count));
            let rate = matches!(scale.told, AmountSays::Rate { .. });
            match better {
                Better::Lower if rate => say!(
                    words,
                    "I would not accept an option with which {who} {phrase} more than {amount}, {when}.",
                    who,
                    phrase,
                    amount,
                    when
                ),
                Better::Higher if rate => say!(
                    words,
                    "I would not accept an option with which {who} {phrase} less than {amount}, {when}.",
                    who,
                    phrase,
                    amount,
                    when
                ),
                Better::Lower => say!(
                    words,
                    "I would not accept an option with which {who} {phrase} more than {amount} on average, {when}.",
                    who,
                    phrase,
                    amount,
                    when
                ),
                Better::Higher => say!(
                    words,
                    "I would not accept an option with which {who} {phrase} less than {amount} on average, {when}.",
                    who,
                    phrase,
                    amount,
                    when
                ),
            }
        }
        (Measure::Levels(levels), _) => {
            let level = usize::try_from(count).ok().and_then(|place| levels.get(place));
            let level = words.quoted(level.map_or("", |level| &level.name));
            say!(
                words,
                "I would not accept an option with which {what} is worse than {level}, {when}.",
                what = outcome.in_sentence,
                level,
                when
            )
        }
    }
}

/// A limit for every outcome that is weighed, set or not. An unset one opens at the mildest that rules an option out: at the worst
/// figure but one, so that what it says could matter.
pub(super) fn limits(aid: &Aid, answers: &Answers, swings: &Swings) -> Vec<LimitView> {
    swings
        .weighed
        .iter()
        .filter_map(|swing| {
            let (outcome, row) = weighed(aid, &swing.outcome)?;
            // Of people "more than 0" is asked first; an amount or a level may start at its very end.
            let least = u32::from(matches!(outcome.measure, Measure::Chance));
            let worst = swing.worst_end.count().max(least);
            // A difference that the studies cannot tell apart is no reason to rule anything out.
            let told = told_apart_weighed(row, &aid.options().iter().collect::<Vec<_>>());
            let opens = if told {
                opening(aid, outcome, row, swing, worst)
            } else {
                worst
            };
            Some(limit(aid, answers, (outcome, row), (worst, opens), swing))
        })
        .collect()
}

/// Where a limit opens: at the figure of an option, the worst of those that rule another out; at the worst end where none does.
fn opening(aid: &Aid, outcome: &Outcome, row: &Row, swing: &SwingOf, worst: u32) -> u32 {
    let (from, to) = (worst, swing.best_end.count());
    let between = |count: &u32| (from.min(to)..=from.max(to)).contains(count);
    let own = row.cells.iter().filter_map(|cell| {
        let stand = match WeighedAs::of(cell).filter(|_| cell.is_known())? {
            WeighedAs::At(stand) => stand,
            WeighedAs::Between(..) | WeighedAs::Anything => return None,
        };
        Some(End::of(stand, &outcome.measure, outcome.of)?.count())
    });
    let rules_out = |count: &u32| {
        let mut options = aid.options().iter();
        options.any(|option| breaks(outcome, row, option, *count))
    };
    own.filter(between)
        .filter(rules_out)
        .min_by_key(|count| count.abs_diff(from))
        .unwrap_or(worst)
}

fn limit(
    aid: &Aid,
    answers: &Answers,
    (outcome, row): (&Outcome, &Row),
    (worst, opens): (u32, u32),
    swing: &SwingOf,
) -> LimitView {
    let (best, of) = (swing.best_end.count(), swing.most);
    let set = answers.limit_on(&outcome.id);
    let count = set.unwrap_or(opens);
    // From excluding nothing to excluding everything: beyond either end a step would change nothing.
    let (lowest, highest) = match outcome.better {
        Better::Lower => (best.saturating_sub(1), worst),
        Better::Higher => (worst, best.saturating_add(1).min(of)),
    };
    LimitView {
        outcome: outcome.id.clone(),
        name: outcome.name.clone(),
        set: set.is_some(),
        sentence: limit_sentence(aid, outcome, row, count),
        count: set,
        toggle: Action::toggle_deal_breaker(DealBreaker::Limit {
            outcome: outcome.id.clone(),
            count,
        }),
        can_raise: set.is_some() && count < highest,
        can_lower: set.is_some() && count > lowest,
        excludes: excludes(aid, outcome, row, count),
    }
}

fn excludes(aid: &Aid, outcome: &Outcome, row: &Row, count: u32) -> String {
    let out: Vec<&TreatmentOption> = aid
        .options()
        .iter()
        .filter(|option| breaks(outcome, row, option, count))
        .collect();
    let words = aid.wording();
    let names: Vec<String> = out.iter().map(|option| option.in_sentence().to_owned()).collect();
    match names.len() {
        0 => say!(words, "This rules out no option."),
        n if n == aid.options().len() => say!(words, "This rules out every option."),
        _ => say!(words, "This rules out {options}.", options = words.list(&names)),
    }
}

/// Deal-breakers as sentences, for the summary.
pub(crate) fn limit_sentences(aid: &Aid, answers: &Answers) -> Vec<String> {
    answers
        .deal_breakers
        .iter()
        .filter_map(|given| match given {
            DealBreaker::Option(id) => aid.option(id).map(|option| {
                say!(
                    aid.wording(),
                    "I would not accept {option}.",
                    option = option.in_sentence()
                )
            }),
            DealBreaker::Limit { outcome, count } => limit_in(aid, outcome, *count),
        })
        .collect()
}

fn limit_in(aid: &Aid, outcome: &OutcomeId, count: u32) -> Option<String> {
    let (outcome, row) = weighed(aid, outcome)?;
    Some(
        [
            limit_sentence(aid, outcome, row, count),
            excludes(aid, outcome, row, count),
        ]
        .join(" "),
    )
}
