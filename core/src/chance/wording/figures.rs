//! Sentences about one figure, written in English, which is also the name of each message.

use super::{Event, FigureWords, Saying, Words};
use crate::chance::{
    Across, Analysis, Basis, Certainty, Denominator, Figure, Horizon, Icons, PeopleCount, Range, RangeBasis,
    ReferenceClass, Status, TimeUnit,
};
use crate::words::{Chances, capital, say};

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
        let does_not_brief = say!(self, context "others of the same people", "{Others} {not}.", others, not);
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
                does_not_brief.clone(),
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
            does_not_brief,
            sentence,
            picture: self.picture(figure, of, saying.event),
            icons: Icons::of(figure, of),
            range: self.range_sentence(figure, of),
            range_brief: self.range_brief(figure, of),
            range_short: self.range_short(figure, of),
            certainty: self.certainty(figure.certainty(), figure.certainty_why()),
            worked_out: self.worked_out(figure),
            status: self.status(figure.status()),
            count,
        }
    }

    /// A figure inside an author's sentence: "24 of every 100 men".
    #[must_use]
    pub fn inline(&self, figure: &Figure, of: Denominator) -> String {
        self.people_of(figure.people(of), of, figure.class())
    }

    /// A count of a group inside a sentence: "24 of every 100 men".
    #[must_use]
    pub fn people_of(&self, people: PeopleCount, of: Denominator, class: &ReferenceClass) -> String {
        let (count, who) = (self.count(people), &class.people);
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

    /// Inside a sentence: "at 12 years", "over about 15 years".
    #[must_use]
    pub fn horizon(&self, horizon: &Horizon) -> String {
        let n = horizon.amount;
        let time = match horizon.unit {
            TimeUnit::Days => say!(self, context "inside a sentence", n => "1 day", "{n} days"),
            TimeUnit::Weeks => say!(self, context "inside a sentence", n => "1 week", "{n} weeks"),
            TimeUnit::Months => say!(self, context "inside a sentence", n => "1 month", "{n} months"),
            TimeUnit::Years => say!(self, context "inside a sentence", n => "1 year", "{n} years"),
            TimeUnit::FromStartToEnd => return say!(self, context "a duration", "from start to end"),
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
            TimeUnit::FromStartToEnd => return say!(self, context "a duration", "from start to end"),
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

    /// "All numbers on this page are people in every 100." Where outcomes differ, which there are.
    #[must_use]
    pub fn denominator_note(&self, all: &[Denominator]) -> String {
        let of = smallest(all);
        let n = self.number(of.people_in_all());
        match (self.chances(), all) {
            (Chances::Counts, [_, _, ..]) => {
                let sizes: Vec<String> = all.iter().map(|of| self.number(of.people_in_all())).collect();
                say!(
                    self,
                    "The numbers on this page are for groups of {sizes} people. Each outcome says which.",
                    sizes = self.list(&sizes)
                )
            }
            (Chances::Counts, _) => say!(self, "All numbers on this page are people in every {n}.", n),
            (Chances::Percent, _) => say!(
                self,
                "All chances on this page are percentages. {percent} is 1 of every {n} people.",
                percent = self.percent(1, of),
                n
            ),
        }
    }

    /// On the control that has chances said in the other way.
    #[must_use]
    pub fn other_chances(&self, all: &[Denominator]) -> String {
        match (self.chances(), all) {
            (Chances::Counts, _) => say!(self, context "on a control", "Say chances as percentages (%)"),
            (Chances::Percent, [_, _, ..]) => {
                say!(self, context "on a control", "Say chances as numbers of people")
            }
            (Chances::Percent, _) => say!(
                self,
                context "on a control",
                "Say chances as people in every {n}",
                n = self.number(smallest(all).people_in_all())
            ),
        }
    }

    /// "No one can know which of the 100 people you would be." (R16)
    #[must_use]
    pub fn no_one_can_know(&self, all: &[Denominator]) -> String {
        if all.len() > 1 {
            return say!(self, "No one can know which of these people you would be.");
        }
        say!(
            self,
            "No one can know which of the {n} people you would be.",
            n = self.number(smallest(all).people_in_all())
        )
    }

    /// That a larger crowd is a larger picture, where a page draws several.
    #[must_use]
    pub fn larger_crowds(&self) -> String {
        say!(self, "Pictures of more people are larger.")
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
                (RangeBasis::Span(_), true) => say!(self, "The published figures are all about {low}.", low),
                (RangeBasis::Span(Across::Studies), false) => {
                    say!(self, "Different studies found from {low} to {high}.", low, high)
                }
                (RangeBasis::Span(Across::Times), false) => {
                    say!(self, "Over time it was from {low} to {high}.", low, high)
                }
                (RangeBasis::Span(Across::NotSaid), false) => {
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
            (RangeBasis::Span(_), true) => {
                say!(
                    self,
                    "The published figures are all about {low} of every {n}.",
                    low,
                    n
                )
            }
            (RangeBasis::Span(Across::Studies), false) => say!(
                self,
                "Different studies found from {low} to {high} of every {n}.",
                low,
                high,
                n
            ),
            (RangeBasis::Span(Across::Times), false) => say!(
                self,
                "Over time it was from {low} to {high} of every {n}.",
                low,
                high,
                n
            ),
            (RangeBasis::Span(Across::NotSaid), false) => say!(
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

    fn range_brief(&self, figure: &Figure, of: Denominator) -> String {
        let Some(range) = figure.range() else {
            return say!(self, "We have no range.");
        };
        let (low, high) = self.ends(range, of);
        match self.short_range(low, high, across(range)) {
            Some(range) => say!(self, "Range: {range}.", range),
            None => self.range_sentence(figure, of),
        }
    }

    fn range_short(&self, figure: &Figure, of: Denominator) -> Option<String> {
        let range = figure.range()?;
        let (low, high) = self.ends(range, of);
        let short = self.short_range(low, high, across(range));
        Some(short.unwrap_or_else(|| {
            let least = match self.chances() {
                Chances::Counts => self.number(1_u32),
                Chances::Percent => self.percent(1, of),
            };
            say!(self, context "a range of counts", "give or take less than {least}", least)
        }))
    }

    /// "20 to 28", and what differs where it is no range of chance; `None` when both ends are shown as the same number,
    /// since a range of one number, "2 (2)", tells nobody anything.
    pub(super) fn short_range(&self, low: String, high: String, across: Option<Across>) -> Option<String> {
        if low == high {
            return None;
        }
        Some(match across {
            None | Some(Across::NotSaid) => {
                say!(self, context "a range of counts", "{low} to {high}", low, high)
            }
            Some(Across::Studies) => {
                say!(self, context "a range of counts", "{low} to {high} in different studies", low, high)
            }
            Some(Across::Times) => {
                say!(self, context "a range of counts", "{low} to {high} over time", low, high)
            }
        })
    }

    /// What a range between published figures runs between.
    pub(super) fn span_worked_out(&self, across: Across) -> String {
        match across {
            Across::Studies => say!(self, "The range runs from the lowest to the highest study."),
            Across::Times => say!(
                self,
                "The range runs from the lowest to the highest point in time."
            ),
            Across::NotSaid => say!(
                self,
                "The range runs from the lowest to the highest published figure."
            ),
        }
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
            Some(RangeBasis::Wilson95) => say!(self, "Range worked out with Wilson's method (95%)."),
            Some(RangeBasis::Exact95) => say!(self, "Range worked out with the exact binomial method (95%)."),
            Some(RangeBasis::PublishedInterval95) if derived => {
                say!(self, "The range was worked out from a published one (95%).")
            }
            Some(RangeBasis::PublishedInterval95) => say!(self, "The range was published with it (95%)."),
            Some(RangeBasis::Span(across)) => self.span_worked_out(across),
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

/// What differs within a range that is none of chance.
fn across(range: Range) -> Option<Across> {
    match range.kind() {
        RangeBasis::Span(across) => Some(across),
        _ => None,
    }
}

/// The smallest of the denominators of a page.
fn smallest(all: &[Denominator]) -> Denominator {
    all.first().copied().unwrap_or_default()
}
