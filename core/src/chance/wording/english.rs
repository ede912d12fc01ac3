//! The sentences, in their English.

use super::{Event, FigureWords, Saying, Words};
use crate::chance::{
    Analysis, Basis, Certainty, Denominator, Figure, Horizon, Icons, PeopleCount, Range, RangeKind,
    ReferenceClass, Status, TimeUnit,
};
use crate::words::{Chances, Plural, capital, say};

/// Screen readers are given the picture in one breath.
const PICTURE_LIMIT: usize = 125;

impl Words {
    /// Everything a figure says.
    #[must_use]
    pub fn figure(&self, saying: &Saying<'_>) -> FigureWords {
        let (figure, of, option) = (saying.figure, saying.of, saying.option);
        let people = saying.people();
        let (count, others) = (self.count(people), self.count(people.complement()));
        let n = self.number(of.people_in_all());
        let who = &figure.class().people;
        let event = saying.event.happens(self.verb(people));
        let not = saying.event.not(self.verb(people.complement()));
        let when = self.horizon(figure.horizon());
        let (about, about_others) = (self.about(people), self.about(people.complement()));
        let (of_every, happens, does_not, sentence) = match self.chances() {
            Chances::Counts => (
                say!(self, context "after a count", "of every {n} {who}", n, who),
                say!(self, "{count} of every {n} {who} {event}", count, n, who, event),
                say!(self, "{Others} of every {n} {not}.", others, n, not),
                say!(
                    self,
                    "With {option}, {count} of every {n} {who} {event} {when}. {Others} of every {n} {not}.",
                    option,
                    count = about,
                    n,
                    who,
                    event,
                    when,
                    others = about_others,
                    not
                ),
            ),
            Chances::Percent => (
                say!(self, context "after a percentage", "of {who}", who),
                say!(
                    self,
                    context "a percentage",
                    "{percent} of {who} {event}",
                    percent = count,
                    who,
                    event
                ),
                say!(self, context "a percentage of the same people", "{Others} {not}.", others, not),
                say!(
                    self,
                    context "a percentage",
                    "With {option}, {percent} of {who} {event} {when}. {Others} {not}.",
                    option,
                    percent = about,
                    who,
                    event,
                    when,
                    others = about_others,
                    not
                ),
            ),
        };
        FigureWords {
            of_every,
            happens,
            does_not,
            sentence,
            picture: self.picture(figure, of, saying.event),
            icons: Icons::of(figure, of),
            range: self.range_sentence(figure, of),
            range_short: self.range_short(figure, of),
            certainty: self.certainty(figure.certainty(), figure.certainty_why()),
            worked_out: self.worked_out(figure),
            status: self.status(figure.status()),
            count,
        }
    }

    /// "24", "1,024", "fewer than 1", "more than 99"; "24%", "less than 1%" where chances are said in percent.
    #[must_use]
    pub fn count(&self, count: PeopleCount) -> String {
        self.counted(count, self.chances())
    }

    /// The same as people, however chances are said: for pictures, which are people.
    #[must_use]
    pub fn people(&self, count: PeopleCount) -> String {
        self.counted(count, Chances::Counts)
    }

    fn counted(&self, count: PeopleCount, chances: Chances) -> String {
        match count {
            PeopleCount::Exactly(k, of) => self.so_many(k, of, chances),
            PeopleCount::FewerThanOne(of) => match chances {
                Chances::Counts => say!(self, context "a count of people", "fewer than 1"),
                Chances::Percent => {
                    say!(self, context "a percentage", "less than {percent}", percent = self.percent(1, of))
                }
            },
            PeopleCount::AllButFewerThanOne(of) => {
                let n = self.so_many(of.people_in_all() - 1, of, chances);
                say!(self, context "a count of people", "more than {n}", n)
            }
        }
    }

    fn so_many(&self, people: u32, of: Denominator, chances: Chances) -> String {
        match chances {
            Chances::Counts => self.number(people),
            Chances::Percent => self.percent(people, of),
        }
    }

    /// "24%" of 100, "24.0%" of 1,000: exact, and no finer than the denominator.
    #[must_use]
    pub fn percent(&self, people: u32, of: Denominator) -> String {
        [
            &self.decimal(i64::from(people), of.percent_decimals()),
            self.language().percent(),
        ]
        .concat()
    }

    /// "about 24"; nobody, everybody and bounds are not "about".
    #[must_use]
    pub fn about(&self, count: PeopleCount) -> String {
        self.around(count, self.chances())
    }

    fn around(&self, count: PeopleCount, chances: Chances) -> String {
        match count {
            PeopleCount::Exactly(k, of) if k > 0 && k < of.people_in_all() => {
                let n = self.so_many(k, of, chances);
                say!(self, context "a count of people", "about {n}", n)
            }
            other => self.counted(other, chances),
        }
    }

    /// The form of a verb phrase after a count as it is said; after a percentage it is always the same.
    fn verb(&self, count: PeopleCount) -> Plural {
        match self.chances() {
            Chances::Counts => self.plural_of(count),
            Chances::Percent => self.language().last_plural(),
        }
    }

    /// The form of a verb phrase after a count.
    #[must_use]
    pub fn plural_of(&self, count: PeopleCount) -> Plural {
        self.language().plural(match count {
            PeopleCount::Exactly(k, _) => k,
            PeopleCount::FewerThanOne(_) => 1,
            PeopleCount::AllButFewerThanOne(of) => of.people_in_all() - 1,
        })
    }

    /// A figure inside an author's sentence: "24 of every 100 men".
    #[must_use]
    pub fn inline(&self, figure: &Figure, of: Denominator) -> String {
        let (count, who) = (self.count(figure.people(of)), &figure.class().people);
        match self.chances() {
            Chances::Counts => say!(
                self,
                "{count} of every {n} {who}",
                count,
                n = self.number(of.people_in_all()),
                who
            ),
            Chances::Percent => {
                say!(self, context "a percentage", "{percent} of {who}", percent = count, who)
            }
        }
    }

    /// How `with` differs from `than`, in rounded people, never relative (R04, R10). Softened by the lower of
    /// the two certainties (R15).
    #[must_use]
    pub fn difference(&self, with: &Saying<'_>, than: &Saying<'_>) -> String {
        let of = with.of;
        let (a, b) = (with.people(), than.people());
        let (n, who) = (self.number(of.people_in_all()), &with.figure.class().people);
        let when = self.horizon(with.figure.horizon());
        let hedge = Hedge::of(with.figure.certainty(), than.figure.certainty());
        let (option, other) = (with.option, than.option);
        let (PeopleCount::Exactly(x, _), PeopleCount::Exactly(y, _)) = (a, b) else {
            return self.hedged(hedge, option, &self.both(with, than));
        };
        let difference = x.abs_diff(y);
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
        let overlap = |sentence: String| {
            if may_be_none(with.figure, than.figure) {
                joined(&sentence, &self.overlap())
            } else {
                sentence
            }
        };
        if self.chances() == Chances::Percent {
            // A difference of percentages alone would read as a relative one: both stand before it (R04).
            let both = self.hedged(hedge, option, &self.both(with, than));
            let points = say!(
                self,
                "In percentage points, the difference is about {difference}.",
                difference = self.decimal(i64::from(difference), of.percent_decimals())
            );
            return overlap(joined(&both, &points));
        }
        // "1 fewer of every 100 men die": English has the plural here.
        let event = with.event.happens(self.language().plural(difference.max(2)));
        let count = self.number(difference);
        let clause = if x > y {
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
        overlap(self.hedged(hedge, option, &clause))
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

    /// From one rounded count to another: "from 24 to 8 of every 100 men, at 12 years". `from` and `to` share
    /// a denominator.
    #[must_use]
    pub fn swing(&self, from: &Figure, to: &Figure, of: Denominator) -> String {
        let (a, b) = (from.people(of), to.people(of));
        let (n, who) = (self.number(of.people_in_all()), &from.class().people);
        let when = self.horizon(from.horizon());
        let down = b.rounded() < a.rounded();
        let (from, to) = (self.count(a), self.count(b));
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

    /// Inside a sentence: "at 12 years", "over about 15 years".
    #[must_use]
    pub fn horizon(&self, horizon: &Horizon) -> String {
        let n = horizon.amount;
        let time = match horizon.unit {
            TimeUnit::Days => say!(self, context "inside a sentence", n => "1 day", "{n} days"),
            TimeUnit::Weeks => say!(self, context "inside a sentence", n => "1 week", "{n} weeks"),
            TimeUnit::Months => say!(self, context "inside a sentence", n => "1 month", "{n} months"),
            TimeUnit::Years => say!(self, context "inside a sentence", n => "1 year", "{n} years"),
        };
        if horizon.median {
            say!(self, context "inside a sentence", "over about {time}", time)
        } else if horizon.within {
            say!(self, context "inside a sentence", "within {time}", time)
        } else {
            say!(self, context "inside a sentence", "at {time}", time)
        }
    }

    /// On a control: "12 years", "about 15 years".
    #[must_use]
    pub fn horizon_label(&self, horizon: &Horizon) -> String {
        if horizon.within && !horizon.median {
            return self.horizon(horizon);
        }
        let n = horizon.amount;
        let time = match horizon.unit {
            TimeUnit::Days => say!(self, context "on its own", n => "1 day", "{n} days"),
            TimeUnit::Weeks => say!(self, context "on its own", n => "1 week", "{n} weeks"),
            TimeUnit::Months => say!(self, context "on its own", n => "1 month", "{n} months"),
            TimeUnit::Years => say!(self, context "on its own", n => "1 year", "{n} years"),
        };
        if horizon.median {
            say!(self, context "on its own", "about {time}", time)
        } else {
            time
        }
    }

    /// On its own, with a capital: "At 12 years".
    #[must_use]
    pub fn horizon_heading(&self, horizon: &Horizon) -> String {
        capital(&self.horizon(horizon))
    }

    /// Who the numbers are about, in a sentence.
    #[must_use]
    pub fn group(&self, class: &ReferenceClass) -> String {
        say!(
            self,
            "These numbers are about {people}.",
            people = trimmed(&class.description)
        )
    }

    /// How people were grouped, in a sentence, with the author's note.
    #[must_use]
    pub fn analysis(&self, class: &ReferenceClass) -> String {
        let how = match class.analysis {
            Analysis::IntentionToTreat => say!(
                self,
                "People were counted in the group they were first put in, even if they later changed to something \
                 else. This is called intention to treat."
            ),
            Analysis::AsTreated => say!(self, "People were counted by what they actually had."),
            Analysis::Observational => say!(
                self,
                "People were not put into groups by chance, so the groups may have differed from the start."
            ),
        };
        joined(&how, &class.analysis_note)
    }

    /// "All numbers on this page are people in every 100."
    #[must_use]
    pub fn denominator_note(&self, of: Denominator) -> String {
        let n = self.number(of.people_in_all());
        match self.chances() {
            Chances::Counts => say!(self, "All numbers on this page are people in every {n}.", n),
            Chances::Percent => say!(
                self,
                "All chances on this page are percentages. {percent} is 1 of every {n} people.",
                percent = self.percent(1, of),
                n
            ),
        }
    }

    /// On the control that has chances said in the other way.
    #[must_use]
    pub fn other_chances(&self, of: Denominator) -> String {
        match self.chances() {
            Chances::Counts => say!(self, context "on a control", "Say chances as percentages (%)"),
            Chances::Percent => say!(
                self,
                context "on a control",
                "Say chances as people in every {n}",
                n = self.number(of.people_in_all())
            ),
        }
    }

    /// "No one can know which of the 100 people you would be." (R16)
    #[must_use]
    pub fn no_one_can_know(&self, of: Denominator) -> String {
        say!(
            self,
            "No one can know which of the {n} people you would be.",
            n = self.number(of.people_in_all())
        )
    }

    /// "We do not know." (R17)
    #[must_use]
    pub fn not_known(&self) -> String {
        say!(self, "We do not know.")
    }

    fn picture(&self, figure: &Figure, of: Denominator, event: &Event) -> String {
        let people = figure.people(of);
        let (who, n) = (&figure.class().people, self.number(of.people_in_all()));
        let around = |people| self.around(people, Chances::Counts);
        let (count, others) = (around(people), around(people.complement()));
        let happens = event.happens(self.plural_of(people));
        let not = event.not(self.plural_of(people.complement()));
        let full = say!(
            self,
            "{n} {who}: {count} {event}, {others} {not}.",
            n,
            who,
            count,
            event = happens,
            others,
            not
        );
        if full.chars().count() <= PICTURE_LIMIT {
            return full;
        }
        say!(
            self,
            "{n} {who}: it happens to {count}, and does not happen to {others}.",
            n,
            who,
            count,
            others
        )
    }

    fn range_sentence(&self, figure: &Figure, of: Denominator) -> String {
        let Some(range) = figure.range() else {
            return say!(self, "We have no range for this number.");
        };
        let n = self.number(of.people_in_all());
        let (low, high) = self.ends(range, of);
        if self.chances() == Chances::Percent {
            return match (range.kind(), low == high) {
                (RangeKind::Span, true) => say!(self, "The published figures are all about {low}.", low),
                (RangeKind::Span, false) => {
                    say!(self, "The published figures run from {low} to {high}.", low, high)
                }
                (_, true) => say!(
                    self,
                    "The studies suggest it is {low}, give or take less than {percent}.",
                    low,
                    percent = self.percent(1, of)
                ),
                (_, false) => say!(
                    self,
                    "The studies suggest it is between {low} and {high}.",
                    low,
                    high
                ),
            };
        }
        match (range.kind(), low == high) {
            (RangeKind::Span, true) => {
                say!(
                    self,
                    "The published figures are all about {low} of every {n}.",
                    low,
                    n
                )
            }
            (RangeKind::Span, false) => say!(
                self,
                "The published figures run from {low} to {high} of every {n}.",
                low,
                high,
                n
            ),
            (_, true) => say!(
                self,
                "The studies suggest it is {low} of every {n}, give or take less than 1.",
                low,
                n
            ),
            (_, false) => say!(
                self,
                "The studies suggest it is between {low} and {high} of every {n}.",
                low,
                high,
                n
            ),
        }
    }

    fn range_short(&self, figure: &Figure, of: Denominator) -> Option<String> {
        let (low, high) = self.ends(figure.range()?, of);
        Some(if low == high {
            low
        } else {
            say!(self, context "a range of counts", "{low} to {high}", low, high)
        })
    }

    fn ends(&self, range: Range, of: Denominator) -> (String, String) {
        (
            self.count(of.people(range.low())),
            self.count(of.people(range.high())),
        )
    }

    /// How sure, and why, in sentences.
    #[must_use]
    pub fn certainty(&self, certainty: Option<Certainty>, why: Option<&str>) -> String {
        let sure = match certainty {
            Some(Certainty::High) => say!(self, "We are very sure of this."),
            Some(Certainty::Moderate) => say!(self, "We are fairly sure of this."),
            Some(Certainty::Low) => say!(self, "We are not very sure of this."),
            Some(Certainty::VeryLow) => say!(self, "We are very unsure of this."),
            None => say!(
                self,
                "No one has rated how sure this evidence is. The range shows part of the doubt."
            ),
        };
        joined(&sure, why.unwrap_or_default())
    }

    fn worked_out(&self, figure: &Figure) -> String {
        let derived = figure.status() == Status::Derived;
        let who = &figure.class().people;
        let (count, of) = figure.basis().counts();
        let (count, of) = (self.number(count), self.number(of));
        let number = match figure.basis() {
            Basis::Counted { .. } => say!(self, "{count} of {of} {who} in the study.", count, of, who),
            // A derived figure was not published as such; its note shows the working.
            Basis::Published { .. } if derived => {
                say!(self, "Worked out as {count} of every {of} {who}.", count, of, who)
            }
            Basis::Published { .. } => {
                say!(self, "Published as {count} of every {of} {who}.", count, of, who)
            }
        };
        let pooled = if figure.pooled() {
            say!(self, "One figure was published for all the groups together.")
        } else {
            String::new()
        };
        let range = match figure.range().map(Range::kind) {
            None => String::new(),
            Some(RangeKind::Wilson95) => say!(self, "Range worked out with Wilson's method (95%)."),
            Some(RangeKind::Exact95) => say!(self, "Range worked out with the exact binomial method (95%)."),
            Some(RangeKind::PublishedInterval95) if derived => {
                say!(self, "The range was worked out from a published one (95%).")
            }
            Some(RangeKind::PublishedInterval95) => say!(self, "The range was published with it (95%)."),
            Some(RangeKind::Span) => {
                say!(
                    self,
                    "The range runs from the lowest to the highest published figure."
                )
            }
        };
        joined(&joined(&number, &pooled), &range)
    }

    /// Words of a level, marked as such: "“a little”".
    #[must_use]
    pub fn quoted(&self, words: &str) -> String {
        say!(self, context "words of the aid, marked as such", "“{words}”", words)
    }

    /// "With the tablet, effort each day is “a little”, at 1 year."
    #[must_use]
    pub fn level_sentence(&self, option: &str, outcome: &str, level: &str, horizon: &Horizon) -> String {
        say!(
            self,
            "With {option}, {what} is {level}, {when}.",
            option,
            what = outcome,
            level = self.quoted(level),
            when = self.horizon(horizon)
        )
    }

    /// How far a source was read, in a sentence.
    #[must_use]
    pub fn status(&self, status: Status) -> String {
        match status {
            Status::Verified => say!(self, "Checked against the published source."),
            Status::VerifiedSecondary => {
                say!(
                    self,
                    "Checked against a second publication that quotes the source."
                )
            }
            Status::Derived => {
                say!(
                    self,
                    "Worked out from figures checked against the published source."
                )
            }
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

/// Two sentences with one space between; either may be empty.
pub(super) fn joined(first: &str, second: &str) -> String {
    let second = second.trim();
    if second.is_empty() {
        first.to_owned()
    } else {
        [first, " ", second].concat()
    }
}

/// Without its full stop, so that one can follow.
fn trimmed(text: &str) -> &str {
    text.trim().trim_end_matches(['.', '۔'])
}
