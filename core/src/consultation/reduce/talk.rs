//! Actions on where the decision stands and on the talk about it.

use crate::aid::Date;

use super::super::{
    ActionError, Answers, DecisionStatus, Leaning, ReadinessPrompt, TalkAction, bounds::Bounds, notes,
};
use super::toggle;

pub(super) fn reduce(answers: &mut Answers, bounds: &Bounds, action: TalkAction) -> Result<(), ActionError> {
    match action {
        TalkAction::SetLeaning(leaning) => set_leaning(answers, bounds, leaning)?,
        TalkAction::SetStatus(status) => set_status(answers, status)?,
        TalkAction::SetReady(prompt, fine) => set_ready(answers, prompt, fine),
        TalkAction::Understand(id, answer) => {
            bounds.answer(&id, answer)?;
            answers.understood.insert(id, answer);
        }
        TalkAction::ToggleAsk(question) => {
            bounds.ask(question)?;
            toggle(&mut answers.asks, question);
        }
        TalkAction::SetSure(sure) => answers.sure = (answers.sure != Some(sure)).then_some(sure),
        TalkAction::SetReview(day) => {
            if !day.is_empty() && Date::parse(&day).is_none() {
                return Err(ActionError::NotADay { given: day });
            }
            answers.review = day;
        }
        TalkAction::AddNote(list, who, words, when) => {
            notes::add(answers.notes_mut(list), who, &words, &when)?
        }
        TalkAction::RemoveNote(list, id) => notes::remove(answers.notes_mut(list), id)?,
        TalkAction::MoveNote(list, id, up) => notes::shift(answers.notes_mut(list), id, up)?,
    }
    Ok(())
}

/// The same again takes it back.
fn set_leaning(answers: &mut Answers, bounds: &Bounds, leaning: Leaning) -> Result<(), ActionError> {
    if let Leaning::Option(option) = &leaning {
        bounds.option(option)?;
    }
    answers.leaning = (answers.leaning.as_ref() != Some(&leaning)).then_some(leaning);
    // What was decided, or taken back, was another answer: no record says it of this one.
    answers.status = None;
    Ok(())
}

/// The same again takes it back. A decision is for an option.
fn set_status(answers: &mut Answers, status: DecisionStatus) -> Result<(), ActionError> {
    if status == DecisionStatus::Made && !matches!(answers.leaning, Some(Leaning::Option(_))) {
        return Err(ActionError::NothingDecided);
    }
    answers.status = (answers.status != Some(status)).then_some(status);
    Ok(())
}

/// The same again takes it back.
fn set_ready(answers: &mut Answers, prompt: ReadinessPrompt, fine: bool) {
    if answers.ready.get(&prompt) == Some(&fine) {
        answers.ready.remove(&prompt);
    } else {
        answers.ready.insert(prompt, fine);
    }
}
