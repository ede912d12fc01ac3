//! Sentences about differences and ratios as they were published.

use super::{Hedge, Saying, Words, joined};
use crate::chance::{Amount, Contrast, Decimal, Effect};
use crate::words::{Chances, say};

/// Of so many people a ratio is told: whole people, whatever the outcome is counted of.
const RATIO_OF: u32 = 100;

impl Words {
    /// How `with` differs from `than` as published, `adjusted` for something or for nothing: in people of the outcome's
    /// denominator, or for a ratio as so many for every 100. A published difference is told in place of one worked out from
    /// the two counts; a ratio stands after it, beside both of them (R04).
    #[must_use]
    pub fn contrast(
        &self,
        contrast: &Contrast,
        adjusted: Option<&str>,
        with: &Saying<'_>,
        than: &Saying<'_>,
    ) -> String {
        let hedge = Hedge::of(with.figure.certainty(), than.figure.certainty());
        let Effect::People { per } = contrast.effect() else {
            return self.ratio(contrast, adjusted, hedge, (with, than));
        };
        let of = with.of;
        let people = |number: Decimal| number.people_of(per, of.people_in_all());
        let sentence = self.apart(hedge, people(contrast.value()), with, than);
        let end = |end: Decimal| {
            let people = people(end);
            let size = people.abs();
            let size = match self.chances() {
                Chances::Counts => self.decimal(size, 0),
                Chances::Percent => self.decimal(size, of.percent_decimals()),
            };
            self.way(people, &size, false)
        };
        joined(&sentence, &self.as_published(contrast, adjusted, end))
    }

    /// How the average with one option differs from that with another, as published.
    #[must_use]
    pub fn amount_contrast(
        &self,
        contrast: &Contrast,
        adjusted: Option<&str>,
        with: (&Amount, &str),
        than: (&Amount, &str),
    ) -> String {
        let scale = with.0.scale();
        let steps = |number: Decimal| number.steps(scale.decimals);
        let hedge = Hedge::of(with.0.certainty(), than.0.certainty());
        let sentence = self.averages_apart(hedge, steps(contrast.value()), with, than.1);
        let end = |end: Decimal| self.way(steps(end), &self.of_steps(steps(end).abs(), scale), true);
        joined(&sentence, &self.as_published(contrast, adjusted, end))
    }

    fn ratio(
        &self,
        contrast: &Contrast,
        adjusted: Option<&str>,
        hedge: Hedge,
        (with, than): (&Saying<'_>, &Saying<'_>),
    ) -> String {
        let number = |number: Decimal| self.decimal(number.people_of(1, RATIO_OF), 0);
        let clause = say!(
            self,
            context "after: With an option,",
            "about {count} {who} {event} {when} for every {n} who do with {other}.",
            count = number(contrast.value()),
            who = with.figure.class().people,
            event = with.event.happens(self.language().last_plural()),
            when = self.horizon(with.figure.horizon()),
            n = self.number(RATIO_OF),
            other = than.option
        );
        let sentence = self.hedged(hedge, with.option, &clause);
        joined(&sentence, &self.as_published(contrast, adjusted, number))
    }

    /// That a number is as published, what it is adjusted for, and the ends of its interval.
    fn as_published(
        &self,
        contrast: &Contrast,
        adjusted: Option<&str>,
        end: impl Fn(Decimal) -> String,
    ) -> String {
        let mut out = match adjusted {
            Some(what) => say!(self, "This is as published, adjusted for {what}.", what),
            None => say!(self, "This is as published."),
        };
        if let Some([low, high]) = contrast.ends() {
            let (low, high) = (end(low), end(high));
            out = joined(
                &out,
                &say!(
                    self,
                    "The studies suggest it is between {low} and {high}.",
                    low,
                    high
                ),
            );
        }
        if contrast.may_be_none() {
            out = joined(&out, &say!(self, "So there may be no real difference."));
        }
        out
    }

    /// "3 more", "3 fewer", "2 days less", "no difference".
    fn way(&self, number: i64, size: &str, measured: bool) -> String {
        match (number.signum(), measured) {
            (0, _) => say!(self, context "a difference", "no difference"),
            (1, _) => say!(self, context "a difference", "{count} more", count = size),
            (_, false) => say!(self, context "a difference", "{count} fewer", count = size),
            (_, true) => say!(self, context "a difference", "{count} less", count = size),
        }
    }
}
