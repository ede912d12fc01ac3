//! Sentences about amounts, written in English, which is also the name of each message.

use super::{AmountWords, Hedge, Words, joined};
use crate::chance::{Across, Amount, AmountSays, Average, Decimal, Horizon, Scale, Spread, Status};
use crate::words::say;

impl Words {
    /// "5.2", "1,200", "minus 3", in the decimals shown.
    pub(super) fn decimal(&self, steps: i64, decimals: u8) -> String {
        let size = u32::try_from(steps.unsigned_abs()).unwrap_or(u32::MAX);
        let point = self.language().point();
        let number = match decimals {
            0 => self.number(size),
            1 => [&self.number(size / 10), point, &(size % 10).to_string()].concat(),
            _ => {
                let zero = if size % 100 < 10 { "0" } else { "" };
                [&self.number(size / 100), point, zero, &(size % 100).to_string()].concat()
            }
        };
        if steps < 0 {
            say!(self, context "a number below 0", "minus {number}", number)
        } else {
            number
        }
    }

    fn rounded(&self, value: Decimal, scale: &Scale) -> String {
        self.decimal(value.steps(scale.decimals), scale.decimals)
    }

    pub(super) fn of_steps(&self, steps: i64, scale: &Scale) -> String {
        let (number, unit) = (self.decimal(steps, scale.decimals), unit(steps, scale));
        match scale.told {
            AmountSays::Average(_) => {
                say!(self, context "a number and its unit", "{number} {unit}", number, unit)
            }
            AmountSays::Rate { person_years } => say!(
                self,
                context "a rate",
                "{number} {unit} a year in every {n} people",
                number,
                unit,
                n = self.number(person_years)
            ),
        }
    }

    fn with_unit(&self, value: Decimal, scale: &Scale) -> String {
        self.of_steps(value.steps(scale.decimals), scale)
    }

    /// "7 days".
    #[must_use]
    pub fn amount(&self, amount: &Amount) -> String {
        self.with_unit(amount.value(), amount.scale())
    }

    /// The amount so many of the shown steps above the low end of a scale: "7 days".
    #[must_use]
    pub fn amount_at(&self, scale: &Scale, steps: u32) -> String {
        self.of_steps(scale.low.steps(scale.decimals) + i64::from(steps), scale)
    }

    /// Everything an amount says, of an option's name inside a sentence.
    #[must_use]
    pub fn amount_words(&self, amount: &Amount, option: &str) -> AmountWords {
        let scale = amount.scale();
        let when = self.horizon(amount.horizon());
        let value = self.with_unit(amount.value(), scale);
        let (people, phrase) = (&amount.class().people, &scale.phrase);
        let range_short = amount.range().and_then(|(low, high)| {
            let (low, high) = (self.rounded(low, scale), self.rounded(high, scale));
            let across = match amount.spread() {
                Some(Spread::Span { across, .. }) => Some(across),
                _ => None,
            };
            self.short_range(low, high, across)
        });
        let sentence = match scale.told {
            AmountSays::Rate { .. } => say!(
                self,
                "With {option}, {people} {phrase} about {value}, {when}. One person can be counted more than once.",
                option,
                people,
                phrase,
                value,
                when
            ),
            AmountSays::Average(Average::Mean) => say!(
                self,
                "With {option}, {people} {phrase} about {value} on average, {when}.",
                option,
                people,
                phrase,
                value,
                when
            ),
            AmountSays::Average(Average::Median) => say!(
                self,
                "With {option}, {people} {phrase} about {value}, {when}. Half have less than this, and half have more.",
                option,
                people,
                phrase,
                value,
                when
            ),
        };
        let (low, high) = (
            self.with_unit(scale.low, scale),
            self.with_unit(scale.high, scale),
        );
        let drawn = range_short.as_ref().filter(|_| amount.interval().is_some());
        let picture = match drawn {
            Some(range) => say!(
                self,
                "About {value}, range {range}, on a line from {low} to {high}.",
                value,
                range,
                low,
                high
            ),
            None => say!(
                self,
                "About {value}, on a line from {low} to {high}.",
                value,
                low,
                high
            ),
        };
        AmountWords {
            sentence,
            picture,
            range: self.amount_range(amount),
            range_short,
            certainty: self.certainty(amount.certainty(), amount.certainty_why()),
            worked_out: self.amount_worked_out(amount),
            status: self.status(amount.status()),
            value,
        }
    }

    fn amount_range(&self, amount: &Amount) -> String {
        let scale = amount.scale();
        let Some((low, high)) = amount.range() else {
            return say!(self, "We have no range for this number.");
        };
        let (low, high) = (self.rounded(low, scale), self.with_unit(high, scale));
        match amount.spread() {
            Some(Spread::Span { across, .. }) => match across {
                Across::Studies => say!(self, "Different studies found from {low} to {high}.", low, high),
                Across::Times => say!(self, "Over time it was from {low} to {high}.", low, high),
                Across::NotSaid => say!(self, "The published figures run from {low} to {high}.", low, high),
            },
            Some(Spread::MiddleHalf { .. }) => say!(
                self,
                "For the middle half of people it is between {low} and {high}.",
                low,
                high
            ),
            _ if matches!(scale.told, AmountSays::Rate { .. }) => {
                say!(
                    self,
                    "The studies suggest the rate is between {low} and {high}.",
                    low,
                    high
                )
            }
            _ => say!(
                self,
                "The studies suggest the average is between {low} and {high}.",
                low,
                high
            ),
        }
    }

    fn amount_worked_out(&self, amount: &Amount) -> String {
        let derived = amount.status() == Status::Derived;
        let (value, scale) = (amount.value().to_string(), amount.scale());
        let unit = unit(amount.value().steps(scale.decimals), scale);
        let number = match (derived, scale.told) {
            (false, AmountSays::Average(Average::Mean)) => {
                say!(self, "Published as a mean of {value} {unit}.", value, unit)
            }
            (false, AmountSays::Average(Average::Median)) => {
                say!(self, "Published as a median of {value} {unit}.", value, unit)
            }
            (true, AmountSays::Average(Average::Mean)) => {
                say!(self, "Worked out as a mean of {value} {unit}.", value, unit)
            }
            (true, AmountSays::Average(Average::Median)) => {
                say!(self, "Worked out as a median of {value} {unit}.", value, unit)
            }
            (false, AmountSays::Rate { person_years }) => say!(
                self,
                "Published as a rate of {value} {unit} in {n} person-years.",
                value,
                unit,
                n = self.number(person_years)
            ),
            (true, AmountSays::Rate { person_years }) => say!(
                self,
                "Worked out as a rate of {value} {unit} in {n} person-years.",
                value,
                unit,
                n = self.number(person_years)
            ),
        };
        let people = &amount.class().people;
        let range = match amount.spread() {
            None => String::new(),
            Some(Spread::Interval95 { .. }) if derived => {
                say!(self, "The range was worked out from a published one (95%).")
            }
            Some(Spread::Interval95 { .. }) => say!(self, "The range was published with it (95%)."),
            Some(Spread::Span { across, .. }) => self.span_worked_out(across),
            Some(Spread::MiddleHalf { people: count, .. }) => say!(
                self,
                "The range is the middle half of {count} {people}.",
                count = self.number(count),
                people
            ),
            Some(Spread::Deviation { sd, people: count }) => say!(
                self,
                "The standard deviation was {deviation}, in {count} {people}. The range was worked out from these (95%).",
                deviation = sd.to_string(),
                count = self.number(count),
                people
            ),
        };
        joined(&number, &range)
    }

    /// How `with` differs from `than` on average, softened by the lower of the two certainties. From rounded numbers, so
    /// that anyone can check it against the screen.
    #[must_use]
    pub fn amount_difference(&self, with: (&Amount, &str), than: (&Amount, &str)) -> String {
        let (a, b) = (with.0, than.0);
        let decimals = a.scale().decimals;
        let more = a.value().steps(decimals) - b.value().steps(decimals);
        let hedge = Hedge::of(a.certainty(), b.certainty());
        let sentence = self.averages_apart(hedge, more, with, than.1);
        if more != 0 && may_be_none(a, b) {
            joined(&sentence, &self.overlap())
        } else {
            sentence
        }
    }

    /// So many of the shown steps more, or less where `more` is below 0, with one option than with the other.
    pub(super) fn averages_apart(
        &self,
        hedge: Hedge,
        more: i64,
        (a, option): (&Amount, &str),
        other: &str,
    ) -> String {
        let when = self.horizon(a.horizon());
        let scale = a.scale();
        let clause = match more.cmp(&0) {
            way if matches!(scale.told, AmountSays::Rate { .. }) => {
                let difference = self.of_steps(more.abs(), scale);
                self.rates_apart(way, &difference, &when, other)
            }
            std::cmp::Ordering::Equal => {
                say!(
                    self,
                    context "after: With an option,",
                    "the average is about the same, {when}, as with {other}.",
                    when,
                    other
                )
            }
            way => {
                let difference = self.of_steps(more.abs(), scale);
                if way.is_gt() {
                    say!(
                        self,
                        context "after: With an option,",
                        "the average is about {difference} more, {when}, than with {other}.",
                        difference,
                        when,
                        other
                    )
                } else {
                    say!(
                        self,
                        context "after: With an option,",
                        "the average is about {difference} less, {when}, than with {other}.",
                        difference,
                        when,
                        other
                    )
                }
            }
        };
        self.hedged(hedge, option, &clause)
    }

    /// How one rate differs from another, as a clause about an option.
    fn rates_apart(&self, way: std::cmp::Ordering, difference: &str, when: &str, other: &str) -> String {
        match way {
            std::cmp::Ordering::Equal => say!(
                self,
                context "after: With an option,",
                "the rate is about the same, {when}, as with {other}.",
                when,
                other
            ),
            std::cmp::Ordering::Greater => say!(
                self,
                context "after: With an option,",
                "the rate is higher than with {other}, {when}, by about {difference}.",
                difference,
                when,
                other
            ),
            std::cmp::Ordering::Less => say!(
                self,
                context "after: With an option,",
                "the rate is lower than with {other}, {when}, by about {difference}.",
                difference,
                when,
                other
            ),
        }
    }

    /// From so many of the shown steps above the low end of a scale to so many: "from 7 days down to 3 days, within 90
    /// days".
    #[must_use]
    pub fn amount_swing(&self, scale: &Scale, [from, to]: [u32; 2], horizon: &Horizon) -> String {
        let when = self.horizon(horizon);
        let down = to < from;
        let (from, to) = (self.amount_at(scale, from), self.amount_at(scale, to));
        if down {
            say!(self, "from {from} down to {to}, {when}", from, to, when)
        } else {
            say!(self, "from {from} up to {to}, {when}", from, to, when)
        }
    }
}

fn unit(steps: i64, scale: &Scale) -> &str {
    let one = match scale.decimals {
        0 => 1,
        1 => 10,
        _ => 100,
    };
    if steps == one { &scale.one } else { &scale.many }
}

/// Whether both ranges are of the average at 95 % and overlap.
fn may_be_none(a: &Amount, b: &Amount) -> bool {
    match (a.interval(), b.interval()) {
        (Some(a), Some(b)) => a.0.max(b.0) <= a.1.min(b.1),
        _ => false,
    }
}
