//! Sentences about how two figures differ, worded no more surely than the difference is known.

use super::{Saying, Words, joined};
use crate::chance::{Certainty, Denominator, Figure, Horizon, PeopleCount, ReferenceClass};
use crate::words::{Chances, say};

impl Words {
    /// How `with` differs from `than`, in rounded people, never relative (R04, R10). Softened by the lower of
    /// the two certainties (R15). `told`: whether the evidence tells the two apart, where it says so of the two together; else their
    /// ranges do.
    #[must_use]
    pub fn difference(&self, with: &Saying<'_>, than: &Saying<'_>, told: Option<bool>) -> String {
        let hedge = Hedge::of(with.figure.certainty(), than.figure.certainty());
        let (PeopleCount::Exactly(x, _), PeopleCount::Exactly(y, _)) = (with.people(), than.people()) else {
            return self.hedged(hedge, with.option, &self.both(with, than));
        };
        let sentence = self.apart(hedge, i64::from(x) - i64::from(y), with, than);
        match told {
            _ if x == y => sentence,
            Some(true) => sentence,
            _ if may_be_none(with.figure, than.figure) => joined(&sentence, &self.overlap()),
            Some(false) => joined(
                &sentence,
                &say!(
                    self,
                    "The studies leave it open that there is no real difference."
                ),
            ),
            None => sentence,
        }
    }

    /// So many people more, or fewer where `more` is below 0, with one option than with the other.
    pub(super) fn apart(&self, hedge: Hedge, more: i64, with: &Saying<'_>, than: &Saying<'_>) -> String {
        let of = with.of;
        let (n, who) = (self.number(of.people_in_all()), &with.figure.class().people);
        let when = self.horizon(with.figure.horizon());
        let (option, other) = (with.option, than.option);
        let difference = u32::try_from(more.unsigned_abs()).unwrap_or(u32::MAX);
        if difference == 0 {
            let event = with.event.happens(self.language().plural(2));
            let clause = say!(
                self,
                context "after: With an option,",
                "about the same number of {who} {event} {when} as with {other}.",
                who,
                event,
                when,
                other
            );
            return self.hedged(hedge, option, &clause);
        }
        if self.chances() == Chances::Percent {
            // A difference of percentages alone would read as a relative one: both stand before it (R04).
            let both = self.hedged(hedge, option, &self.both(with, than));
            let points = say!(
                self,
                "In percentage points, the difference is about {difference}.",
                difference = self.decimal(i64::from(difference), of.percent_decimals())
            );
            return joined(&both, &points);
        }
        // "1 fewer of every 100 men die": English has the plural here.
        let event = with.event.happens(self.language().plural(difference.max(2)));
        let count = self.number(difference);
        let clause = if more > 0 {
            say!(
                self,
                context "after: With an option,",
                "about {count} more of every {n} {who} {event} {when} than with {other}.",
                count,
                n,
                who,
                event,
                when,
                other
            )
        } else {
            say!(
                self,
                context "after: With an option,",
                "about {count} fewer of every {n} {who} {event} {when} than with {other}.",
                count,
                n,
                who,
                event,
                when,
                other
            )
        };
        self.hedged(hedge, option, &clause)
    }

    /// Two chances one after the other.
    fn both(&self, with: &Saying<'_>, than: &Saying<'_>) -> String {
        let (a, b) = (with.people(), than.people());
        let (count, there) = (self.about(a), self.about(b));
        let event = with.event.happens(self.verb(a));
        let (who, other) = (&with.figure.class().people, than.option);
        let when = self.horizon(with.figure.horizon());
        match self.chances() {
            Chances::Counts => say!(
                self,
                context "after: With an option,",
                "{count} of every {n} {who} {event} {when}. With {other}, it is {there}.",
                count,
                n = self.number(with.of.people_in_all()),
                who,
                event,
                when,
                other,
                there
            ),
            Chances::Percent => say!(
                self,
                context "after: With an option,",
                "{percent} of {who} {event} {when}. With {other}, it is {there}.",
                percent = count,
                who,
                event,
                when,
                other,
                there
            ),
        }
    }

    /// Said after a difference that sampling error alone may have made.
    pub(super) fn overlap(&self) -> String {
        say!(self, "The ranges overlap, so there may be no real difference.")
    }

    /// A clause about an option, softened.
    pub(super) fn hedged(&self, hedge: Hedge, option: &str, clause: &str) -> String {
        match hedge {
            Hedge::Plain => say!(self, "With {option}, {clause}", option, clause),
            Hedge::Probably => say!(self, "With {option}, probably {clause}", option, clause),
            Hedge::May => say!(self, "It may be that with {option}, {clause}", option, clause),
            Hedge::VeryUnsure => say!(
                self,
                "We are very unsure, but it may be that with {option}, {clause}",
                option,
                clause
            ),
        }
    }

    /// From one rounded count to another: "from 24 to 8 of every 100 men, at 12 years". Both share a denominator.
    #[must_use]
    pub fn swing(
        &self,
        [from, to]: [PeopleCount; 2],
        of: Denominator,
        class: &ReferenceClass,
        horizon: &Horizon,
    ) -> String {
        let (n, who) = (self.number(of.people_in_all()), &class.people);
        let when = self.horizon(horizon);
        let down = to.rounded() < from.rounded();
        let (from, to) = (self.count(from), self.count(to));
        match (self.chances(), down) {
            (Chances::Counts, true) => say!(
                self,
                "from {from} down to {to} of every {n} {who}, {when}",
                from,
                to,
                n,
                who,
                when
            ),
            (Chances::Counts, false) => say!(
                self,
                "from {from} up to {to} of every {n} {who}, {when}",
                from,
                to,
                n,
                who,
                when
            ),
            (Chances::Percent, true) => say!(
                self,
                context "percentages",
                "from {from} down to {to} of {who}, {when}",
                from,
                to,
                who,
                when
            ),
            (Chances::Percent, false) => say!(
                self,
                context "percentages",
                "from {from} up to {to} of {who}, {when}",
                from,
                to,
                who,
                when
            ),
        }
    }
}

/// How a difference is softened by what is not sure (GRADE's verbs, R15).
#[derive(Clone, Copy)]
pub(super) enum Hedge {
    Plain,
    Probably,
    May,
    VeryUnsure,
}

impl Hedge {
    pub(super) fn of(a: Option<Certainty>, b: Option<Certainty>) -> Self {
        match a.min(b).or(a).or(b) {
            None | Some(Certainty::High) => Self::Plain,
            Some(Certainty::Moderate) => Self::Probably,
            Some(Certainty::Low) => Self::May,
            Some(Certainty::VeryLow) => Self::VeryUnsure,
        }
    }
}

/// Whether both have a 95 % interval and the two overlap. When they do not, the difference is real at 95 %;
/// when they do, it may not be.
fn may_be_none(a: &Figure, b: &Figure) -> bool {
    let (Some(a), Some(b)) = (a.range(), b.range()) else {
        return false;
    };
    let ends = (
        a.low().value().max(b.low().value()),
        a.high().value().min(b.high().value()),
    );
    a.is_interval() && b.is_interval() && ends.0 <= ends.1
}
