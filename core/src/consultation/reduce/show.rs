//! Actions that change how things are shown.

use crate::aid::OptionId;

use super::super::{ActionError, Answers, ShowAction, bounds::Bounds};
use super::{go_to, toggle};

pub(super) fn reduce(answers: &mut Answers, bounds: &Bounds, action: ShowAction) -> Result<(), ActionError> {
    match action {
        ShowAction::CompareAs(way) => answers.compare_as = way,
        ShowAction::SayChances(chances) => answers.chances = chances,
        ShowAction::OrderOutcomes(order) => {
            bounds.order(&order)?;
            answers.order = order;
        }
        ShowAction::ChooseHorizon(outcome, horizon) => {
            bounds.horizon(&outcome, &horizon)?;
            answers.horizons.insert(outcome, horizon);
        }
        ShowAction::ChooseHorizonForAll(horizon) => {
            for outcome in bounds.with_horizon(&horizon)? {
                answers.horizons.insert(outcome, horizon.clone());
            }
        }
        ShowAction::SpeakOf(outcome) => {
            bounds.known(&outcome)?;
            answers.spoken_of = Some(outcome);
        }
        ShowAction::ToggleOption(option) => toggle_option(answers, bounds, option)?,
        ShowAction::SetMode(mode) => answers.mode = Some(mode),
        ShowAction::OpenFor(mode) => {
            answers.mode = Some(mode);
            if let Some(step) = mode.opens() {
                go_to(answers, bounds, step);
            }
        }
        ShowAction::ToggleLiking(liking) => toggle(&mut answers.liking, liking),
        ShowAction::AskAt(at) => answers.question_at = at,
    }
    Ok(())
}

fn toggle_option(answers: &mut Answers, bounds: &Bounds, option: OptionId) -> Result<(), ActionError> {
    bounds.option(&option)?;
    if answers.hidden.remove(&option) {
        return Ok(());
    }
    let shown = bounds
        .options
        .iter()
        .filter(|id| !answers.hidden.contains(*id))
        .count();
    if shown <= 2 {
        return Err(ActionError::LastTwoOptions { id: option });
    }
    answers.hidden.insert(option);
    Ok(())
}
