//! Actions that change how things are shown.

use crate::aid::OptionId;

use super::super::{ActionError, Answers, ShowAction, ground::Ground};
use super::{go_to, toggle};

pub(super) fn reduce(answers: &mut Answers, ground: &Ground, action: ShowAction) -> Result<(), ActionError> {
    match action {
        ShowAction::CompareAs(way) => answers.compare_as = way,
        ShowAction::SayChances(chances) => answers.chances = chances,
        ShowAction::OrderOutcomes(order) => {
            ground.order(&order)?;
            answers.order = order;
        }
        ShowAction::ChooseHorizon(outcome, horizon) => {
            ground.horizon(&outcome, &horizon)?;
            answers.horizons.insert(outcome, horizon);
        }
        ShowAction::ChooseHorizonForAll(horizon) => {
            for outcome in ground.with_horizon(&horizon)? {
                answers.horizons.insert(outcome, horizon.clone());
            }
        }
        ShowAction::ToggleOption(option) => toggle_option(answers, ground, option)?,
        ShowAction::SetMode(mode) => {
            answers.mode = Some(mode);
            if let Some(step) = mode.opens() {
                go_to(answers, step);
            }
        }
        ShowAction::ToggleLiking(liking) => toggle(&mut answers.liking, liking),
    }
    Ok(())
}

fn toggle_option(answers: &mut Answers, ground: &Ground, option: OptionId) -> Result<(), ActionError> {
    ground.option(&option)?;
    if answers.hidden.remove(&option) {
        return Ok(());
    }
    let shown = ground
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
