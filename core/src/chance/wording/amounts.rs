//! Amounts in British English.

use super::AmountWords;
use super::english::{Hedge, OVERLAP, certainty_sentence, joined, status_sentence, thousands};
use crate::chance::{Amount, Average, Decimal, Scale, Spread, Status};

/// "5.2", "1,200", "minus 3", in the decimals shown.
fn number(steps: i64, decimals: u8) -> String {
    let below = if steps < 0 { "minus " } else { "" };
    let size = u32::try_from(steps.unsigned_abs()).unwrap_or(u32::MAX);
    let (whole, part) = match decimals {
        0 => return [below, &thousands(size)].concat(),
        1 => (size / 10, (size % 10).to_string()),
        _ => (
            size / 100,
            [if size % 100 < 10 { "0" } else { "" }, &(size % 100).to_string()].concat(),
        ),
    };
    [below, &thousands(whole), ".", &part].concat()
}

fn rounded(value: Decimal, scale: &Scale) -> String {
    number(value.steps(scale.decimals), scale.decimals)
}

fn unit(steps: i64, scale: &Scale) -> &str {
    let one = match scale.decimals {
        0 => 1,
        1 => 10,
        _ => 100,
    };
    if steps == one { &scale.one } else { &scale.many }
}

fn of_steps(steps: i64, scale: &Scale) -> String {
    [&number(steps, scale.decimals), " ", unit(steps, scale)].concat()
}

/// "7 days".
pub(super) fn with_unit(value: Decimal, scale: &Scale) -> String {
    of_steps(value.steps(scale.decimals), scale)
}

/// The amount so many steps above the low end.
pub(super) fn at(scale: &Scale, steps: u32) -> String {
    of_steps(scale.low.steps(scale.decimals) + i64::from(steps), scale)
}

pub(super) fn words(amount: &Amount, option: &str, when: &str) -> AmountWords {
    let scale = amount.scale();
    let value = with_unit(amount.value(), scale);
    let (people, phrase) = (&amount.class().people, &scale.phrase);
    let range_short = amount.range().map(|(low, high)| {
        let (low, high) = (rounded(low, scale), rounded(high, scale));
        if low == high {
            low
        } else {
            format!("{low} to {high}")
        }
    });
    let sentence = match scale.average {
        Average::Mean => format!("With {option}, {people} {phrase} about {value} on average, {when}."),
        Average::Median => {
            format!(
                "With {option}, {people} {phrase} about {value}, {when}. Half have less than this, and half have more."
            )
        }
    };
    let ends = (with_unit(scale.low, scale), with_unit(scale.high, scale));
    let picture = match &range_short {
        Some(range) => format!(
            "About {value}, range {range}, on a line from {} to {}.",
            ends.0, ends.1
        ),
        None => format!("About {value}, on a line from {} to {}.", ends.0, ends.1),
    };
    AmountWords {
        sentence,
        picture,
        range: range(amount),
        range_short,
        certainty: certainty_sentence(amount.certainty(), amount.certainty_why()),
        worked_out: worked_out(amount),
        status: status_sentence(amount.status()).to_owned(),
        value,
    }
}

fn range(amount: &Amount) -> String {
    let scale = amount.scale();
    let Some((low, high)) = amount.range() else {
        return "We have no range for this number.".to_owned();
    };
    let (low, high) = (rounded(low, scale), with_unit(high, scale));
    match amount.spread() {
        Some(Spread::Span { .. }) => format!("The published figures run from {low} to {high}."),
        Some(Spread::MiddleHalf { .. }) => {
            format!("For the middle half of people it is between {low} and {high}.")
        }
        _ => format!("The studies suggest the average is between {low} and {high}."),
    }
}

fn worked_out(amount: &Amount) -> String {
    let derived = amount.status() == Status::Derived;
    let (value, scale) = (amount.value(), amount.scale());
    let unit = unit(value.steps(scale.decimals), scale);
    let number = match (derived, scale.average) {
        (false, Average::Mean) => format!("Published as a mean of {value} {unit}."),
        (false, Average::Median) => format!("Published as a median of {value} {unit}."),
        (true, Average::Mean) => format!("Worked out as a mean of {value} {unit}."),
        (true, Average::Median) => format!("Worked out as a median of {value} {unit}."),
    };
    let people = &amount.class().people;
    let range = match amount.spread() {
        None => String::new(),
        Some(Spread::Interval95 { .. }) if derived => {
            "The range was worked out from a published one (95%).".to_owned()
        }
        Some(Spread::Interval95 { .. }) => "The range was published with it (95%).".to_owned(),
        Some(Spread::Span { .. }) => {
            "The range runs from the lowest to the highest published figure.".to_owned()
        }
        Some(Spread::MiddleHalf { people: count, .. }) => {
            let count = thousands(count);
            format!("The range is the middle half of {count} {people}.")
        }
        Some(Spread::Deviation { sd, people: count }) => {
            let count = thousands(count);
            format!(
                "The standard deviation was {sd}, in {count} {people}. The range was worked out from these (95%)."
            )
        }
    };
    joined(&number, &range)
}

/// Whether both ranges are of the average at 95 % and overlap.
fn may_be_none(a: &Amount, b: &Amount) -> bool {
    let interval = |amount: &Amount| match amount.spread() {
        Some(Spread::Interval95 { .. } | Spread::Deviation { .. }) => amount.range(),
        _ => None,
    };
    match (interval(a), interval(b)) {
        (Some(a), Some(b)) => a.0.max(b.0) <= a.1.min(b.1),
        _ => false,
    }
}

/// From rounded numbers, so that anyone can check it against the screen.
pub(super) fn difference(with: (&Amount, &str), than: (&Amount, &str), when: &str) -> String {
    let ((a, option), (b, other)) = (with, than);
    let scale = a.scale();
    let (x, y) = (a.value().steps(scale.decimals), b.value().steps(scale.decimals));
    let hedge = Hedge::of(a.certainty(), b.certainty());
    if x == y {
        return hedge.say(
            option,
            &format!("the average is about the same, {when}, as with {other}."),
        );
    }
    let difference = of_steps((x - y).abs(), scale);
    let way = if x > y { "more" } else { "less" };
    let sentence = hedge.say(
        option,
        &format!("the average is about {difference} {way}, {when}, than with {other}."),
    );
    joined(&sentence, if may_be_none(a, b) { OVERLAP } else { "" })
}

pub(super) fn swing(from: &Amount, to: &Amount, when: &str) -> String {
    let scale = from.scale();
    let way = if to.value() < from.value() {
        "down to"
    } else {
        "up to"
    };
    let (from, to) = (with_unit(from.value(), scale), with_unit(to.value(), scale));
    format!("from {from} {way} {to}, {when}")
}
