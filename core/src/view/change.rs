//! One option against another in one picture: what happens in both groups, how many more or fewer, what does not happen. It tells of
//! groups: nobody can know what would have happened to one person with the other option.
//!
//! From the two rounded counts that stand on the screen: the smaller one, the difference, and everybody else. They sum to
//! the denominator as they are, so nothing is left to share out.

use crate::aid::{Aid, Outcome, Row, TreatmentOption, document::OptionKind};
use crate::chance::wording::{Saying, Words};
use crate::chance::{Analysis, Certainty, Figure, PeopleCount};
use crate::words::say;

use super::compare::{apart, cell, how_they_differ, per_row, saying};
use super::heads::head;
use super::{ChangeCell, ChangeKind, ChangeState, ChangeView, ChangesView};

/// Every other option against the one without active treatment, or against the first with a figure where that one has
/// none. `None` when no two options have figures.
pub(super) fn changes(
    aid: &Aid,
    outcome: &Outcome,
    row: &Row,
    shown: &[&TreatmentOption],
) -> Option<ChangesView> {
    let known =
        |option: &&&TreatmentOption| row.cell(option.index).is_some_and(|cell| cell.figure().is_some());
    let against = shown
        .iter()
        .filter(known)
        .find(|option| !active(option))
        .or_else(|| shown.iter().find(known))
        .copied()?;
    let than = saying(outcome, row, against)?;
    let others = shown.iter().filter(|option| option.index != against.index);
    let cells: Vec<ChangeCell> = others
        .map(|option| change(aid, outcome, row, option, against, &than))
        .collect();
    let words = aid.wording();
    let drawn = cells.iter().any(|cell| matches!(cell, ChangeCell::Drawn(_)));
    let mut assumes = Vec::new();
    if drawn {
        assumes.push(say!(
            words,
            "Each picture takes one number from the other. It shows how many people change, not who they are."
        ));
        assumes.push(if by_chance(row) {
            say!(
                words,
                "Some people may be helped while others are harmed. Only the difference can be seen."
            )
        } else {
            say!(
                words,
                "People were not put into these groups by chance, so the difference may have another cause."
            )
        });
    }
    Some(ChangesView {
        heading: say!(words, "Compared with {option}", option = against.in_sentence()),
        against: cell(aid, outcome, row, against),
        cells,
        assumes,
    })
}

fn active(option: &TreatmentOption) -> bool {
    matches!(option.kind, OptionKind::Active | OptionKind::Test)
}

/// Whether people were put into the groups by chance, and counted where they were put.
fn by_chance(row: &Row) -> bool {
    row.group.analysis == Analysis::IntentionToTreat
}

fn change(
    aid: &Aid,
    outcome: &Outcome,
    row: &Row,
    option: &TreatmentOption,
    against: &TreatmentOption,
    than: &Saying<'_>,
) -> ChangeCell {
    let words = aid.wording();
    let not = |why: String| ChangeCell::NotDrawn {
        option: head(option),
        why,
    };
    let Some(with) = saying(outcome, row, option) else {
        if let Some(apart) = apart(aid, row, &[option]) {
            return not(apart);
        }
        let options = option.in_sentence();
        return not(say!(
            words,
            "There is no figure for {options}, so we do not know how it compares.",
            options
        ));
    };
    if with.figure.pooled() && than.figure.pooled() {
        return not(say!(
            words,
            "One figure was published for all the groups together, so it cannot show how they differ."
        ));
    }
    if unsure(with.figure) || unsure(than.figure) {
        return not(say!(
            words,
            "We are too unsure of these numbers to draw the difference between them."
        ));
    }
    let (PeopleCount::Exactly(count, of), PeopleCount::Exactly(base, _)) = (with.people(), than.people())
    else {
        return not(words.difference(&with, than, row.tells_apart(option.index, against.index)));
    };
    let total = of.people_in_all();
    let said = Said {
        words,
        with: &with,
        than,
    };
    let both = count.min(base);
    let mut states = vec![said.state(ChangeKind::Both, both, PeopleCount::Exactly(both, of))];
    let difference = PeopleCount::Exactly(count.abs_diff(base), of);
    if count != base {
        let kind = if count > base {
            ChangeKind::Added
        } else {
            ChangeKind::Taken
        };
        states.push(said.state(kind, count.abs_diff(base), difference));
    }
    let neither = total - count.max(base);
    states.push(said.state(ChangeKind::Neither, neither, PeopleCount::Exactly(neither, of)));
    let picture = picture(words, &with, &states);
    ChangeCell::Drawn(Box::new(ChangeView {
        option: head(option),
        states,
        total,
        per_row: per_row(total),
        sentence: how_they_differ(aid, row, &(option.index, with), &(against.index, *than)),
        picture,
    }))
}

/// Evidence on which a picture of single people would say too much.
fn unsure(figure: &Figure) -> bool {
    figure.certainty() == Some(Certainty::VeryLow)
}

/// The states one after another. A picture of people is told in one breath, so the group comes first.
fn picture(words: &Words, with: &Saying<'_>, states: &[ChangeState]) -> String {
    let mut out = say!(
        words,
        "{n} {who}.",
        n = words.number(with.of.people_in_all()),
        who = with.figure.class().people
    );
    for state in states {
        out.push(' ');
        out.push_str(&state.words);
    }
    out
}

struct Said<'a> {
    words: &'a Words,
    with: &'a Saying<'a>,
    than: &'a Saying<'a>,
}

impl Said<'_> {
    fn state(&self, kind: ChangeKind, count: u32, people: PeopleCount) -> ChangeState {
        ChangeState {
            kind,
            count,
            words: self.sentence(kind, people),
        }
    }

    fn sentence(&self, kind: ChangeKind, people: PeopleCount) -> String {
        let words = self.words;
        let (option, other) = (self.with.option, self.than.option);
        let count = words.people(people);
        let event = self.with.event.happens(words.plural_of(people));
        match kind {
            ChangeKind::Both => say!(words, "{count} {event} in both groups.", count, event),
            ChangeKind::Neither => {
                let not = self.with.event.not(words.plural_of(people));
                say!(words, "{count} {not}, in both groups.", count, not)
            }
            ChangeKind::Added => say!(
                words,
                "{count} more {event} with {option} than with {other}.",
                count,
                event,
                option,
                other
            ),
            ChangeKind::Taken => say!(
                words,
                "{count} fewer {event} with {option} than with {other}.",
                count,
                event,
                option,
                other
            ),
        }
    }
}
