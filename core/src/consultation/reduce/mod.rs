//! One action on the answers. Pure: the same answers and action always give the same result.

mod own;
mod show;
mod talk;
mod weigh;

use super::{
    AboutAction, Action, ActionError, Answers, Person, Step, TurnAction, WordsAction,
    bounds::Bounds,
    room::{MAX_WORDS, fits},
    sorted::Set,
};

pub(super) use own::number;

/// The most concerns of one's own: more than about six things to weigh is too much at once.
pub const MAX_CONCERNS: usize = 5;
/// Points go in steps of ten: finer answers would claim a precision nobody has.
pub const POINT_STEP: u8 = 10;
/// What the first to change counts as.
pub const FIRST_POINTS: u8 = 100;
/// The best rating of an option for a concern.
pub const MAX_RATING: u8 = 4;

/// Applies an action that is about the answers. Undo, redo and start-again are the history's, and change nothing here.
pub(super) fn reduce(answers: &mut Answers, bounds: &Bounds, action: Action) -> Result<(), ActionError> {
    match action {
        Action::Go(step) => {
            go_to(answers, bounds, step);
            Ok(())
        }
        Action::About(action) => about(answers, bounds, action),
        Action::Words(action) => words(answers, bounds, action),
        Action::Show(action) => show::reduce(answers, bounds, action),
        Action::Turn(action) => {
            turn(answers, action);
            Ok(())
        }
        Action::Weigh(action) => weigh::reduce(answers, bounds, action),
        Action::Own(_) if answers.people.turn != Person::Patient => Err(ActionError::NotTheirs),
        Action::Own(action) => own::reduce(answers, bounds, action),
        Action::Talk(action) => talk::reduce(answers, bounds, action),
        Action::History(_) => Ok(()),
    }
}

fn about(answers: &mut Answers, bounds: &Bounds, action: AboutAction) -> Result<(), ActionError> {
    match action {
        AboutAction::TogglePresence(presence) => toggle(&mut answers.present, presence),
        AboutAction::SetStage(stage) => answers.stage = Some(stage),
        AboutAction::ChooseGroup(group) => super::group::choose(answers, bounds, group)?,
        AboutAction::Tick(score, what) => super::score::tick(answers, bounds, &score, what)?,
    }
    Ok(())
}

fn words(answers: &mut Answers, bounds: &Bounds, action: WordsAction) -> Result<(), ActionError> {
    match action {
        WordsAction::SetWords(place, words) => {
            fits(&words, MAX_WORDS)?;
            if words.is_empty() {
                answers.words.remove(&place);
                // What is written next may be about something else.
                answers.about.remove(&place);
            } else {
                answers.words.insert(place, words);
            }
        }
        WordsAction::SetQuestions(words) => {
            fits(&words, MAX_WORDS)?;
            answers.questions = words;
        }
        WordsAction::LinkWords(place, outcome) => {
            bounds.known(&outcome)?;
            let mut linked = answers.about.get(&place).cloned().unwrap_or_default();
            toggle(&mut linked, outcome);
            if linked.is_empty() {
                answers.about.remove(&place);
            } else {
                answers.about.insert(place, linked);
            }
        }
    }
    Ok(())
}

const fn turn(answers: &mut Answers, action: TurnAction) {
    match action {
        TurnAction::Take(person) => answers.people.turn = person,
        TurnAction::RevealGuess => answers.people.revealed = true,
    }
}

fn go_to(answers: &mut Answers, bounds: &Bounds, step: Step) {
    answers.step = step;
    answers.visited.insert(step);
    if step == Step::Compare {
        answers.settle_order(bounds.outcome_ids());
    }
}

fn toggle<T: Ord>(set: &mut Set<T>, item: T) {
    if !set.remove(&item) {
        set.insert(item);
    }
}
