//! British English.

use super::{AmountWords, Event, FigureWords, Saying, Wording, amounts};
use crate::chance::{
    Amount, Analysis, Basis, Certainty, Denominator, Figure, Horizon, Icons, PeopleCount, RangeKind,
    ReferenceClass, Scale, Status, TimeUnit,
};

/// Said after a difference that sampling error alone may have made.
pub(super) const OVERLAP: &str = "The ranges overlap, so there may be no real difference.";

/// Screen readers are given the picture in one breath.
const PICTURE_LIMIT: usize = 125;

pub(super) struct English;

impl Wording for English {
    fn figure(&self, saying: &Saying<'_>) -> FigureWords {
        let (figure, of) = (saying.figure, saying.of);
        let people = saying.people();
        let (count, others) = (said(people), said(people.complement()));
        let n = thousands(of.people_in_all());
        let who = &figure.class().people;
        let event = event_for(saying.event, people);
        let not = not_event_for(saying.event, people.complement());
        let when = self.horizon(figure.horizon());
        FigureWords {
            of_every: format!("of every {n} {who}"),
            happens: format!("{count} of every {n} {who} {event}"),
            does_not: format!("{} of every {n} {not}.", capital(&others)),
            sentence: format!(
                "With {}, {} of every {n} {who} {event} {when}. {} of every {n} {not}.",
                saying.option,
                about(people),
                capital(&about(people.complement())),
            ),
            picture: picture(figure, of, saying.event),
            icons: Icons::of(figure, of),
            range: range_sentence(figure, of),
            range_short: range_short(figure, of),
            certainty: certainty_sentence(figure.certainty(), figure.certainty_why()),
            worked_out: worked_out(figure),
            status: status_sentence(figure.status()).to_owned(),
            count,
        }
    }

    fn count(&self, count: PeopleCount) -> String {
        said(count)
    }

    fn number(&self, number: u32) -> String {
        thousands(number)
    }

    fn inline(&self, figure: &Figure, of: Denominator) -> String {
        format!(
            "{} of every {} {}",
            said(figure.people(of)),
            thousands(of.people_in_all()),
            figure.class().people
        )
    }

    fn difference(&self, with: &Saying<'_>, than: &Saying<'_>) -> String {
        let of = with.of;
        let (a, b) = (with.people(), than.people());
        let (n, who) = (thousands(of.people_in_all()), &with.figure.class().people);
        let when = self.horizon(with.figure.horizon());
        let hedge = Hedge::of(with.figure.certainty(), than.figure.certainty());
        let (option, other) = (with.option, than.option);
        let (PeopleCount::Exactly(x, _), PeopleCount::Exactly(y, _)) = (a, b) else {
            let first = event_for(with.event, a);
            return hedge.say(
                option,
                &format!(
                    "{} of every {n} {who} {first} {when}. With {other}, it is {}.",
                    about(a),
                    about(b)
                ),
            );
        };
        let difference = x.abs_diff(y);
        if difference == 0 {
            let event = &with.event.many;
            return hedge.say(
                option,
                &format!("about the same number of {who} {event} {when} as with {other}."),
            );
        }
        let direction = if x > y { "more" } else { "fewer" };
        let event = if difference == 1 {
            &with.event.one
        } else {
            &with.event.many
        };
        let difference = thousands(difference);
        let sentence = hedge.say(
            option,
            &format!("about {difference} {direction} of every {n} {who} {event} {when} than with {other}."),
        );
        joined(
            &sentence,
            if may_be_none(with.figure, than.figure) {
                OVERLAP
            } else {
                ""
            },
        )
    }

    fn swing(&self, from: &Figure, to: &Figure, of: Denominator) -> String {
        let (a, b) = (from.people(of), to.people(of));
        let (n, who) = (thousands(of.people_in_all()), &from.class().people);
        let when = self.horizon(from.horizon());
        let way = if b.rounded() < a.rounded() {
            "down to"
        } else {
            "up to"
        };
        format!("from {} {way} {} of every {n} {who}, {when}", said(a), said(b))
    }

    fn horizon(&self, horizon: &Horizon) -> String {
        let length = length(horizon);
        if horizon.median {
            format!("over about {length}")
        } else if horizon.within {
            format!("within {length}")
        } else {
            format!("at {length}")
        }
    }

    fn horizon_label(&self, horizon: &Horizon) -> String {
        let length = length(horizon);
        if horizon.median {
            format!("about {length}")
        } else if horizon.within {
            format!("within {length}")
        } else {
            length
        }
    }

    fn horizon_heading(&self, horizon: &Horizon) -> String {
        capital(&self.horizon(horizon))
    }

    fn group(&self, class: &ReferenceClass) -> String {
        format!("These numbers are about {}.", trimmed(&class.description))
    }

    fn analysis(&self, class: &ReferenceClass) -> String {
        let how = match class.analysis {
            Analysis::IntentionToTreat => {
                "People were counted in the group they were first put in, even if they later changed to \
                 something else. This is called intention to treat."
            }
            Analysis::AsTreated => "People were counted by what they actually had.",
            Analysis::Observational => {
                "People were not put into groups by chance, so the groups may have differed from the start."
            }
        };
        joined(how, &class.analysis_note)
    }

    fn certainty_word(&self, certainty: Certainty) -> &'static str {
        match certainty {
            Certainty::High => "high",
            Certainty::Moderate => "moderate",
            Certainty::Low => "low",
            Certainty::VeryLow => "very low",
        }
    }

    fn denominator_note(&self, of: Denominator) -> String {
        format!(
            "All numbers on this page are people in every {}.",
            thousands(of.people_in_all())
        )
    }

    fn no_one_can_know(&self, of: Denominator) -> String {
        format!(
            "No one can know which of the {} people you would be.",
            thousands(of.people_in_all())
        )
    }

    fn not_known(&self) -> &'static str {
        "We do not know."
    }

    fn analysis_word(&self, analysis: Analysis) -> &'static str {
        match analysis {
            Analysis::IntentionToTreat => "counted by first group",
            Analysis::AsTreated => "counted by what they had",
            Analysis::Observational => "observed, not put into groups by chance",
        }
    }

    fn amount(&self, amount: &Amount) -> String {
        amounts::with_unit(amount.value(), amount.scale())
    }

    fn certainty(&self, certainty: Option<Certainty>, why: Option<&str>) -> String {
        certainty_sentence(certainty, why)
    }

    fn status(&self, status: Status) -> &'static str {
        status_sentence(status)
    }

    fn quoted(&self, words: &str) -> String {
        format!("“{words}”")
    }

    fn amount_words(&self, amount: &Amount, option: &str) -> AmountWords {
        amounts::words(amount, option, &self.horizon(amount.horizon()))
    }

    fn amount_difference(&self, with: (&Amount, &str), than: (&Amount, &str)) -> String {
        amounts::difference(with, than, &self.horizon(with.0.horizon()))
    }

    fn amount_swing(&self, from: &Amount, to: &Amount) -> String {
        amounts::swing(from, to, &self.horizon(from.horizon()))
    }

    fn level_sentence(&self, option: &str, outcome: &str, level: &str, horizon: &Horizon) -> String {
        let (level, when) = (self.quoted(level), self.horizon(horizon));
        format!("With {option}, {outcome} is {level}, {when}.")
    }

    fn amount_at(&self, scale: &Scale, steps: u32) -> String {
        amounts::at(scale, steps)
    }

    fn no_event_one(&self, no_event: &str) -> Option<&'static str> {
        match no_event {
            "do not" => Some("does not"),
            "are not" => Some("is not"),
            "have not" => Some("has not"),
            "did not" => Some("did not"),
            "were not" => Some("was not"),
            "will not" => Some("will not"),
            "cannot" => Some("cannot"),
            _ => None,
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

    pub(super) fn say(self, option: &str, rest: &str) -> String {
        match self {
            Self::Plain => format!("With {option}, {rest}"),
            Self::Probably => format!("With {option}, probably {rest}"),
            Self::May => format!("It may be that with {option}, {rest}"),
            Self::VeryUnsure => format!("We are very unsure, but it may be that with {option}, {rest}"),
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

fn event_for(event: &Event, count: PeopleCount) -> &str {
    if count.is_singular() {
        &event.one
    } else {
        &event.many
    }
}

fn not_event_for(event: &Event, count: PeopleCount) -> &str {
    if count.is_singular() {
        &event.none_one
    } else {
        &event.none_many
    }
}

/// "24", "fewer than 1", "more than 99".
fn said(count: PeopleCount) -> String {
    match count {
        PeopleCount::Exactly(k, _) => thousands(k),
        PeopleCount::FewerThanOne(_) => "fewer than 1".to_owned(),
        PeopleCount::AllButFewerThanOne(of) => format!("more than {}", thousands(of.people_in_all() - 1)),
    }
}

/// "about 24"; nobody, everybody and bounds are not "about".
fn about(count: PeopleCount) -> String {
    match count {
        PeopleCount::Exactly(k, of) if k > 0 && k < of.people_in_all() => format!("about {}", thousands(k)),
        other => said(other),
    }
}

fn picture(figure: &Figure, of: Denominator, event: &Event) -> String {
    let people = figure.people(of);
    let (who, n) = (&figure.class().people, thousands(of.people_in_all()));
    let (count, others) = (about(people), about(people.complement()));
    let not = not_event_for(event, people.complement());
    let full = format!("{n} {who}: {count} {}, {others} {not}.", event_for(event, people));
    if full.chars().count() <= PICTURE_LIMIT {
        return full;
    }
    format!("{n} {who}: it happens to {count}, and does not happen to {others}.")
}

fn range_sentence(figure: &Figure, of: Denominator) -> String {
    let Some(range) = figure.range() else {
        return "We have no range for this number.".to_owned();
    };
    let n = thousands(of.people_in_all());
    let (low, high) = (said(of.people(range.low())), said(of.people(range.high())));
    match (range.kind(), low == high) {
        (RangeKind::Span, true) => format!("The published figures are all about {low} of every {n}."),
        (RangeKind::Span, false) => format!("The published figures run from {low} to {high} of every {n}."),
        (_, true) => format!("The studies suggest it is {low} of every {n}, give or take less than 1."),
        (_, false) => format!("The studies suggest it is between {low} and {high} of every {n}."),
    }
}

fn range_short(figure: &Figure, of: Denominator) -> Option<String> {
    let range = figure.range()?;
    let (low, high) = (said(of.people(range.low())), said(of.people(range.high())));
    Some(if low == high {
        low
    } else {
        format!("{low} to {high}")
    })
}

pub(super) fn certainty_sentence(certainty: Option<Certainty>, why: Option<&str>) -> String {
    let sure = match certainty {
        Some(Certainty::High) => "We are very sure of this.",
        Some(Certainty::Moderate) => "We are fairly sure of this.",
        Some(Certainty::Low) => "We are not very sure of this.",
        Some(Certainty::VeryLow) => "We are very unsure of this.",
        None => "No one has rated how sure this evidence is. The range shows part of the doubt.",
    };
    joined(sure, why.unwrap_or_default())
}

fn worked_out(figure: &Figure) -> String {
    let derived = figure.status() == Status::Derived;
    let who = &figure.class().people;
    let number = match figure.basis() {
        Basis::Counted { events, people } => {
            format!(
                "{} of {} {who} in the study.",
                thousands(events),
                thousands(people)
            )
        }
        Basis::Published { count, per } => {
            // A derived figure was not published as such; its note shows the working.
            let how = if derived { "Worked out as" } else { "Published as" };
            format!("{how} {} of every {} {who}.", thousands(count), thousands(per))
        }
    };
    let pooled = if figure.pooled() {
        "One figure was published for all the groups together."
    } else {
        ""
    };
    let range = match figure.range().map(crate::chance::Range::kind) {
        None => "",
        Some(RangeKind::Wilson95) => "Range worked out with Wilson's method (95%).",
        Some(RangeKind::Exact95) => "Range worked out with the exact binomial method (95%).",
        Some(RangeKind::PublishedInterval95) if derived => {
            "The range was worked out from a published one (95%)."
        }
        Some(RangeKind::PublishedInterval95) => "The range was published with it (95%).",
        Some(RangeKind::Span) => "The range runs from the lowest to the highest published figure.",
    };
    joined(&joined(&number, pooled), range)
}

pub(super) fn status_sentence(status: Status) -> &'static str {
    match status {
        Status::Verified => "Checked against the published source.",
        Status::VerifiedSecondary => "Checked against a second publication that quotes the source.",
        Status::Derived => "Worked out from figures checked against the published source.",
    }
}

fn length(horizon: &Horizon) -> String {
    let (one, many) = match horizon.unit {
        TimeUnit::Days => ("day", "days"),
        TimeUnit::Weeks => ("week", "weeks"),
        TimeUnit::Months => ("month", "months"),
        TimeUnit::Years => ("year", "years"),
    };
    let unit = if horizon.amount == 1 { one } else { many };
    format!("{} {unit}", thousands(u32::from(horizon.amount)))
}

/// Two sentences with one space between; either may be empty.
pub(super) fn joined(first: &str, second: &str) -> String {
    let second = second.trim();
    if second.is_empty() {
        first.to_owned()
    } else {
        format!("{first} {second}")
    }
}

/// Without its full stop, so that one can follow.
fn trimmed(text: &str) -> &str {
    text.trim().trim_end_matches('.')
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// 1643 -> "1,643".
pub(super) fn thousands(number: u32) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
