//! A line as a row of plain columns.

use weighup_core::consultation::{DecisionStage, OutcomeMark};
use weighup_core::given::{Given, Listed, ReadyAbout};

use super::scored;
use crate::row::GivenRow;

/// The row of a line that was read. Its texts are those of the line, or words of the lists.
pub(super) fn row(given: &Given) -> GivenRow<'_> {
    let answered = &given.understanding;
    let mut row = GivenRow {
        id: given.id.as_str(),
        month: given.month.as_str(),
        aid: &given.aid.id,
        version: &given.aid.version,
        language: &given.language,
        easy_read: given.easy_read,
        used: word(given.used),
        who: word(given.who),
        stage_before: stage(given.stage.before),
        stage_after: stage(given.stage.after),
        ready_before: given.ready.before.as_ref().and_then(all_fine),
        ready_after: given.ready.after.as_ref().and_then(all_fine),
        asked: small(usize::try_from(answered.asked).unwrap_or(usize::MAX)),
        right: answered.right.iter().map(|id| id.as_str()).collect(),
        other: answered.other.iter().map(|id| id.as_str()).collect(),
        answered_right: small(answered.right.len()),
        answered_otherwise: small(answered.other.len()),
        opened: given.opened.iter().map(|id| id.as_str()).collect(),
        method: word(given.method),
        decision: word(given.decision),
        leaning: word(given.leaning),
        fits: word(given.fits_choice),
        gap: word(given.gap),
        steps: given.steps.iter().map(|step| step.listed()).collect(),
        stopped: word(given.stopped),
        finished: given.finished,
        ..GivenRow::default()
    };
    for (need, there) in row.needs.iter_mut().enumerate() {
        *there = given.needs.iter().any(|given| *given as usize == need);
    }
    if let Some(after) = &given.ready.after {
        row.fine = after.fine.iter().map(|prompt| prompt.listed()).collect();
        row.not_yet = after.not_yet.iter().map(|prompt| prompt.listed()).collect();
    }
    for marked in &given.marked {
        let list = match marked.mark {
            OutcomeMark::Matters => &mut row.matters,
            OutcomeMark::Worries => &mut row.worries,
            OutcomeMark::DoesNotMatter => &mut row.does_not_matter,
        };
        list.push(marked.outcome.as_str());
    }
    scored::score(&given.measures, &mut row);
    row
}

fn word<T: Listed>(said: Option<T>) -> Option<&'static str> {
    said.map(Listed::listed)
}

/// The place of a stage in the list of them.
fn stage(said: Option<DecisionStage>) -> Option<i8> {
    said.map(|stage| stage as i8)
}

/// A number that the reader holds to a hundred or two.
fn small(count: usize) -> i8 {
    i8::try_from(count).unwrap_or(i8::MAX)
}

/// Whether every prompt that was answered was fine; nothing where none was.
fn all_fine(said: &ReadyAbout) -> Option<bool> {
    let answered = !(said.fine.is_empty() && said.not_yet.is_empty());
    answered.then_some(said.not_yet.is_empty())
}
