//! Marks on outcomes: the list to mark, what was marked with what happens with each option, and the same in sentences.

use crate::aid::{Aid, Outcome, OutcomeId, Row, document::Results};
use crate::consultation::{
    Action, Answers, Consultation, OutcomeMark, Person, Weighable, WordsBox,
    swings::{End, LeftOut, in_words, known_ends},
};
use crate::words::{Words, say};

use super::compare::{chosen_row, unknown};
use super::heads::head;
use super::items::{Items, quoted, reason};
use super::order::by_marks;
use super::{MarkItem, MarkView, MarkedOutcome, MarksView, StartView};

/// The outcomes to mark and what was marked. `site` is the site's own setting, as for [`super::fit`].
#[must_use]
pub fn marks(aid: &Aid, consultation: &Consultation, site: Results) -> MarksView {
    let answers = consultation.answers();
    let aid = &answers.seen(aid);
    let nothing_to_weigh = super::items::items(aid, answers).all.is_empty();
    MarksView {
        is_weighing: aid.results() == Results::Facts || site == Results::Facts || nothing_to_weigh,
        items: aid
            .outcomes()
            .iter()
            .map(|outcome| MarkItem {
                mark: mark(answers, outcome),
                ends: ends(aid, outcome, answers),
            })
            .collect(),
        marked: by_marks(aid, answers)
            .into_iter()
            .filter(|outcome| {
                let words = !answers.said_about(&outcome.id).is_empty();
                match answers.mark_of(&outcome.id) {
                    Some(mark) => mark != OutcomeMark::DoesNotMatter || words,
                    None => words,
                }
            })
            .map(|outcome| marked(aid, outcome, answers))
            .collect(),
        does_not: sentence(aid, answers, OutcomeMark::DoesNotMatter, |_| true),
        note: facts_only(aid.wording()),
    }
}

/// That nothing is worked out from the answers.
pub(super) fn facts_only(words: &Words) -> String {
    say!(
        words,
        "This page shows the facts and your own answers. It does not work out how the options fit them."
    )
}

/// What is said of an outcome.
pub(super) fn mark(answers: &Answers, outcome: &Outcome) -> MarkView {
    MarkView {
        outcome: outcome.id.clone(),
        name: outcome.name.clone(),
        mark: answers.mark_of(&outcome.id),
        words: answers.words_about(&outcome.id).to_owned(),
        said: answers.said_about(&outcome.id),
        boxes: boxes(answers, &outcome.id),
        may: answers.people.turn == Person::Patient,
    }
}

/// Every box with words, and whether they are about the outcome.
fn boxes(answers: &Answers, outcome: &OutcomeId) -> Vec<(WordsBox, bool)> {
    let about = |place: &WordsBox| {
        answers
            .about
            .get(place)
            .is_some_and(|linked| linked.contains(outcome))
    };
    let written = answers.words.iter().filter(|(_, words)| !words.trim().is_empty());
    written.map(|(place, _)| (*place, about(place))).collect()
}

/// Both ends of the figures at the time that is shown, and what is not known of them.
fn ends(aid: &Aid, outcome: &Outcome, answers: &Answers) -> Vec<String> {
    let words = aid.wording();
    let Some(row) = chosen_row(outcome, answers) else {
        return vec![if aid.depends_on_group(&outcome.id) {
            reason(aid, outcome, &LeftOut::NoGroup)
        } else {
            words.not_known()
        }];
    };
    let ends =
        known_ends(outcome, row).map(|ends| ends.map(|stand| End::of(stand, &outcome.measure, outcome.of)));
    let known = || row.cells.iter().filter(|cell| cell.is_known());
    let mut said = match (ends, known().next()) {
        (Some([Some(worst), Some(best)]), _) if worst != best => {
            vec![in_words(aid, outcome, row, &worst, &best)]
        }
        (_, Some(cell)) => {
            let (figure, when) = (aid.inline(outcome, cell), words.horizon(&row.horizon));
            vec![if known().count() == row.cells.len() {
                say!(words, "about {figure} with every option, {when}", figure, when)
            } else {
                say!(words, "about {figure}, {when}", figure, when)
            }]
        }
        (_, None) => return vec![words.not_known()],
    };
    let options = unknown(row, &aid.options().iter().collect::<Vec<_>>());
    if !options.is_empty() {
        said.push(say!(
            words,
            "We do not know it for {options}.",
            options = words.list(&options)
        ));
    }
    said
}

fn marked(aid: &Aid, outcome: &Outcome, answers: &Answers) -> MarkedOutcome {
    let words = aid.wording();
    let row = chosen_row(outcome, answers);
    let figure = |row: &Row, at: usize| {
        let cell = row.cell(at);
        cell.map_or_else(|| words.not_known(), |cell| aid.inline(outcome, cell))
    };
    MarkedOutcome {
        mark: mark(answers, outcome),
        when: row.map_or_else(String::new, |row| words.horizon_heading(&row.horizon)),
        options: row.map_or_else(Vec::new, |row| {
            let options = aid.options().iter();
            options
                .map(|option| (head(option), figure(row, option.index)))
                .collect()
        }),
    }
}

/// "This matters a lot to you: wearing pads for leaking urine and cancer that spreads."; `None` where nothing has the mark.
fn sentence(
    aid: &Aid,
    answers: &Answers,
    mark: OutcomeMark,
    of: impl Fn(&OutcomeId) -> bool,
) -> Option<String> {
    let words = aid.wording();
    let found = aid
        .outcomes()
        .iter()
        .filter(|outcome| answers.mark_of(&outcome.id) == Some(mark) && of(&outcome.id));
    let names: Vec<String> = found.map(|outcome| outcome.in_sentence.clone()).collect();
    let list = words.list(&names);
    (!names.is_empty()).then(|| match mark {
        OutcomeMark::Matters => say!(words, "This matters a lot to you: {list}.", list),
        OutcomeMark::Worries => say!(words, "This worries you: {list}.", list),
        OutcomeMark::DoesNotMatter => say!(words, "This does not matter to you: {list}.", list),
    })
}

/// What the person who decides marked, a sentence for each mark, and what they said about an outcome. What the others said is theirs: it
/// stands in their own boxes.
pub(crate) fn mark_sentences(aid: &Aid, answers: &Answers) -> Vec<String> {
    let words = aid.wording();
    let marks = OutcomeMark::ALL
        .into_iter()
        .filter_map(|mark| sentence(aid, answers, mark, |_| true));
    let said = aid.outcomes().iter().flat_map(|outcome| {
        let said = answers.said_about(&outcome.id).into_iter();
        let own = said.filter(|(place, _)| place.is_none_or(WordsBox::is_own));
        own.map(|(_, theirs)| {
            say!(
                words,
                "About {outcome} you said: {words}",
                outcome = outcome.in_sentence,
                words = quoted(words, &theirs)
            )
        })
    });
    marks.chain(said).collect()
}

/// A start for the order of what matters, of what was marked. It is offered before anything has a place, and taken by a press
/// alone: no mark weighs anything by itself.
pub(crate) fn start(aid: &Aid, answers: &Answers, items: &Items<'_>) -> Option<StartView> {
    let with = |mark: OutcomeMark| -> Vec<Weighable> {
        let has =
            |what: &&Weighable| matches!(what, Weighable::Outcome(id) if answers.mark_of(id) == Some(mark));
        items.whats().into_iter().filter(has).cloned().collect()
    };
    let mut order = vec![with(OutcomeMark::Matters), with(OutcomeMark::Worries)];
    order.retain(|together| !together.is_empty());
    if order.is_empty() {
        return None;
    }
    let placed = |id: &OutcomeId| items.of(&Weighable::Outcome(id.clone())).is_some();
    let words = aid.wording();
    let mut said = vec![say!(
        words,
        "You could start from what you marked. It is only a start: move what you like."
    )];
    let marks = [OutcomeMark::Matters, OutcomeMark::Worries];
    said.extend(
        marks
            .into_iter()
            .filter_map(|mark| sentence(aid, answers, mark, placed)),
    );
    if order.iter().any(|together| together.len() > 1) {
        said.push(say!(words, "What you marked the same stands together."));
    }
    Some(StartView {
        said,
        action: Action::rank_all(order),
    })
}
